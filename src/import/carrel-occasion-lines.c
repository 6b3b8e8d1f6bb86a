/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Classes and office hours in paragraphs, items and headings. */
#define G_LOG_DOMAIN "carrel-occasion"

#include "config.h"

#include "carrel-line-days.h"
#include "carrel-line-group.h"
#include "carrel-line-parts.h"
#include "carrel-line-place.h"
#include "carrel-line-refusal.h"
#include "carrel-line-sentence.h"
#include "carrel-line-start.h"
#include "carrel-line-wanted.h"
#include "carrel-occasion-appointment.h"
#include "carrel-occasion-context.h"
#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-slot-dates.h"

#include <string.h>

#define MAX_TOP 6

static const char *
find_url (const CarrelLineScanner *scanner, const char *word)
{
  const CarrelInline *content = &carrel_line_scanner_get_block (scanner, scanner->index)->content;

  for (guint i = 0; i < content->n_spans; i++)
    {
      const CarrelSpan *span = &content->spans[i];

      if (span->kind == CARREL_SPAN_LINK && span->url != NULL
          && g_str_has_prefix (span->url, "http") && strstr (span->url, word) != NULL
          && strstr (scanner->line->text, "oom") != NULL)
        return span->url;
    }
  return NULL;
}

/* " (L1), ": the bracket of a section right behind a time, with its name, or 0. */
static gsize
match_bracketed_section (const char *after, char **section)
{
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  if (!carrel_pattern_match ("^ *\\(([A-Z]{1,3}[0-9]{1,2}|[A-Z])\\)", after, 0, &match))
    return 0;
  *section = g_match_info_fetch (match, 1);
  g_match_info_fetch_pos (match, 0, NULL, &end);
  return (gsize) end;
}

/* "001 – MWF 8-9": a number with a zero in front is that of a section. */
static char *
match_leading_zero (const char *lead)
{
  g_autoptr (GMatchInfo) match = NULL;

  return carrel_pattern_match ("^[ *#-]*(0[0-9]{1,2})[ *]*[:.–—-]* *$", lead, 0, &match)
             ? g_match_info_fetch (match, 1)
             : NULL;
}

/* Sections stand before their times or behind them, all of a line alike: "Fri 1:30 (Sec. 11); Fri
 * 2:30 (Sec. 12)" begins with a time. */
static void
set_section (const CarrelLineScanner *scanner, CarrelOccasion *occasion, const char *const *texts)
{
  const CarrelWords *words = scanner->page->words;
  g_autofree char *lead = carrel_occasion_dup_section (words, texts[2]);

  occasion->section = carrel_occasion_dup_section (words, texts[lead != NULL ? 0 : 1]);
  if (occasion->section == NULL)
    occasion->section = g_steal_pointer (&lead);
  if (occasion->section == NULL && !g_str_equal (occasion->meeting_kind, "lecture"))
    match_bracketed_section (texts[1], &occasion->section);
  if (occasion->section == NULL)
    occasion->section = match_leading_zero (texts[2]);
}

/* Whether nothing stands between the last time and this one, which is of the same person then. */
static gboolean
is_of_lead (const char *const *texts)
{
  return g_str_equal (texts[0], texts[2])
         || carrel_pattern_matches ("^[ ,;/&|]*(?:and|or)?[ ,;/&|]*$", texts[0], 0);
}

static void
set_holder (const CarrelLineScanner *scanner, CarrelOccasion *occasion, const char *const *texts)
{
  const char *prefix = texts[2];

  if (occasion->person == NULL && !is_of_lead (texts))
    occasion->person = carrel_line_scanner_read_next_person (scanner, prefix, texts[0]);
  if (occasion->person == NULL)
    occasion->person = carrel_line_group_read_next (scanner, prefix, texts[0]);
  if (occasion->person == NULL && carrel_occasion_is_of_centre (scanner->page->words, prefix))
    occasion->role = "help centre";
  else if (occasion->person == NULL)
    occasion->person = carrel_line_scanner_find_person (scanner, prefix, &occasion->role);
}

/* Whose hours they are, where the name follows the time at once. */
static char *
read_name_behind (const CarrelLineScanner *scanner,
                  const CarrelOccasionContext *context,
                  const char *after)
{
  char *name = NULL;

  if (context->kind != CARREL_OCCASION_HOURS)
    return NULL;
  name = carrel_line_scanner_read_name_after (scanner, after);
  if (name == NULL)
    name = carrel_line_scanner_read_bracketed_name (scanner, after);
  return name != NULL ? name : carrel_line_scanner_read_placed_name (scanner, after);
}

/* "10:00-12:00 lecture, …", "2-4 (lab)", "2-4 (Lab 1, Hall 5)": the kind of class, alone behind its
 * time; "(Lab 1)" may be a room. */
static const char *
read_kind_behind (const CarrelWords *words, const char *after)
{
  const char *start = after + strspn (after, " (,-");
  gsize n = strcspn (start, ",;.()");
  g_autofree char *clause = g_strstrip (g_strndup (start, n));
  const char *meeting_kind = NULL;

  if (start[n] == ',' && carrel_occasion_is_class (words, clause, &meeting_kind))
    return meeting_kind;
  if (strchr (clause, ' ') != NULL
      || carrel_occasion_get_kind (words, clause, &meeting_kind) != CARREL_OCCASION_MEETING)
    return NULL;
  return meeting_kind;
}

/* "Fri: Lab, 1:30-4:20": the kind of class between the day of a time and its hours. */
static const char *
read_kind_inside (const CarrelLineScanner *scanner, const CarrelSlot *slot)
{
  g_autofree char *time = g_strndup (scanner->line->text + slot->from, slot->until - slot->from);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *inside = NULL;
  const char *meeting_kind = NULL;

  if (!carrel_pattern_match ("^[^0-9:,(]+[:,(] *(\\p{L}+)[),]? *[0-9]", time, 0, &match))
    return NULL;
  inside = g_match_info_fetch (match, 1);
  return carrel_occasion_is_class (scanner->page->words, inside, &meeting_kind) ? meeting_kind
                                                                                : NULL;
}

/* "…, and once for lab (F 1-3:50)", "one exercise session (Wed 10-12)": what leads to a bracket. */
static const char *
read_kind_before (const CarrelWords *words, const char *between)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL;
  const char *meeting_kind = NULL;

  if (!carrel_pattern_match (
          "\\b(?:for|an?|one|two|the) (\\p{L}+(?: sessions?| classes| class)?) *\\($", between, 0,
          &match))
    return NULL;
  name = g_match_info_fetch (match, 1);
  return carrel_occasion_is_class (words, name, &meeting_kind) ? meeting_kind : NULL;
}

/* @texts: see add_slot(). */
static const char *
choose_kind (const CarrelLineScanner *scanner,
             const CarrelSlot *slot,
             const CarrelOccasionContext *context,
             const char *const *texts)
{
  gboolean is_open = context->kind == CARREL_OCCASION_MEETING && !context->is_labelled;
  const char *found = is_open ? read_kind_behind (scanner->page->words, texts[1]) : NULL;

  if (found == NULL && (is_open || !is_of_lead (texts)))
    found = read_kind_before (scanner->page->words, texts[0]);

  if (is_open && found == NULL)
    found = read_kind_inside (scanner, slot);
  return found != NULL ? found : context->meeting_kind;
}

/* "Section B (Ann Lee): Fri 9-10" and "Section B: Fri 9-10 (Ann Lee)": who teaches it. */
static void
set_teacher (const CarrelLineScanner *scanner,
             CarrelOccasion *occasion,
             const char *before,
             const char *after)
{
  const char *open = strrchr (before, '(');
  g_autofree char *lead = open != NULL ? g_strdup (open) : NULL;

  if (occasion->section == NULL || occasion->person != NULL)
    return;
  if (lead != NULL && carrel_pattern_matches ("^[^)]*\\)[ :,-]*$", lead, 0))
    occasion->person = carrel_line_scanner_read_bracketed_name (scanner, lead);
  if (occasion->person == NULL)
    occasion->person = carrel_line_scanner_read_bracketed_name (scanner, after);
}

/* Reads who and where piece by piece. @texts: see add_slot(). */
static void
set_place_and_person (CarrelLineScanner *scanner,
                      CarrelOccasion *occasion,
                      const CarrelOccasionContext *context,
                      const char *const *texts)
{
  g_autofree char *before_name = NULL;
  g_autofree char *section = NULL;
  const char *after = texts[1];

  occasion->person = read_name_behind (scanner, context, after);
  if (occasion->person != NULL && strstr (after, occasion->person) != NULL)
    after = strstr (after, occasion->person) + strlen (occasion->person);
  if (context->kind == CARREL_OCCASION_HOURS && occasion->person == NULL)
    occasion->person = carrel_line_scanner_read_name_at_end (scanner, after, &before_name);
  /* "(B7)" behind a lecture is a room */
  if (context->kind == CARREL_OCCASION_MEETING && !g_str_equal (occasion->meeting_kind, "lecture"))
    after += match_bracketed_section (after, &section);
  carrel_line_place_set (scanner, occasion, texts[2], before_name != NULL ? before_name : after,
                         carrel_occasion_context_read_above (scanner).kind == occasion->kind);
  if (context->kind == CARREL_OCCASION_HOURS)
    set_holder (scanner, occasion, texts);
  else
    {
      set_section (scanner, occasion, texts);
      set_teacher (scanner, occasion, texts[2], after);
    }
}

/* Whether the hours before these in the line have a person who is not named before the first time:
 * "10-11 - Ann Lee (Zoom), 3-4 - Bo Ray (Hall 3)". */
static gboolean
is_behind_person (const CarrelLineScanner *scanner, const char *lead)
{
  const CarrelOccasion *last
      = scanner->occasions->len > 0
            ? g_ptr_array_index (scanner->occasions, scanner->occasions->len - 1)
            : NULL;

  return last != NULL && last->line == scanner->line->line && last->kind == CARREL_OCCASION_HOURS
         && last->person != NULL && strstr (lead, last->person) == NULL;
}

/* Reads a time whose line, or whose part of it, is nothing but a person and a room. */
static gboolean
read_parts (const CarrelLineScanner *scanner,
            const CarrelSlot *slot,
            const char *const *texts,
            CarrelOccasion *occasion)
{
  gboolean is_first = is_of_lead (texts);
  g_autofree char *time = g_strndup (scanner->line->text + slot->from, slot->until - slot->from);
  const char *const parts[] = { is_first ? texts[2] : "", time, texts[1] };

  return (is_first
          || (occasion->kind == CARREL_OCCASION_HOURS && is_behind_person (scanner, texts[2])))
         && carrel_line_parts_read (scanner->page, parts, occasion);
}

/* "Tue 8-9 in Hall 4 (lab)": a remark that is a kind of class and no more, as "with discussion" is,
 * unless a label has said "Lecture". */
static void
take_kind_of_remark (const CarrelLineScanner *scanner, CarrelOccasion *occasion, const char *lead)
{
  const CarrelWords *words = scanner->page->words;
  const char *meeting_kind = NULL;

  if (occasion->kind != CARREL_OCCASION_MEETING || occasion->remark == NULL
      || strchr (occasion->remark, ' ') != NULL || !g_str_equal (occasion->meeting_kind, "lecture")
      || carrel_words_has_label (words, lead, CARREL_LABEL_LECTURE)
      || !carrel_occasion_is_class (words, occasion->remark, &meeting_kind)
      || g_str_equal (meeting_kind, "section"))
    return;
  occasion->meeting_kind = meeting_kind;
  g_clear_pointer (&occasion->remark, g_free);
}

/* @texts: what stands before the slot since the last one, after it, and before the first one. */
static void
add_slot (CarrelLineScanner *scanner,
          const CarrelSlot *slot,
          const CarrelOccasionContext *context,
          const char *const *texts)
{
  CarrelOccasion *occasion = carrel_occasion_new (context->kind, scanner->line->line);
  gboolean is_hours = context->kind == CARREL_OCCASION_HOURS;
  const char *rest = NULL;
  g_autoptr (GPtrArray) names = is_hours ? carrel_line_group_read_listed (
                                    scanner, is_of_lead (texts) ? texts[2] : "", texts[1], &rest)
                                         : NULL;

  carrel_occasion_set_slot (occasion, slot);
  occasion->meeting_kind = choose_kind (scanner, slot, context, texts);
  if (names != NULL)
    carrel_line_place_set (scanner, occasion, texts[2], rest, FALSE);
  else if (!read_parts (scanner, slot, texts, occasion))
    set_place_and_person (scanner, occasion, context, texts);
  else if (!is_hours)
    set_section (scanner, occasion, texts);
  take_kind_of_remark (scanner, occasion, texts[2]);
  if (is_hours && occasion->url == NULL)
    occasion->url = g_strdup (find_url (scanner, "zoom"));
  g_ptr_array_add (scanner->occasions, occasion);
  if (names != NULL)
    carrel_line_group_give (scanner, occasion, names, NULL);
  else
    carrel_line_group_share (scanner, occasion);
}

/* A heading says a time only together with nothing else: "Mon & Wed 10:15-11:15am MOOR 216". */
static gboolean
is_bare_heading (const CarrelLineScanner *scanner, const GArray *slots)
{
  const CarrelBlock *block = carrel_line_scanner_get_block (scanner, scanner->index);
  const CarrelSlot *first = &g_array_index (slots, CarrelSlot, 0);

  return block->kind == CARREL_BLOCK_HEADING && first->from == 0 && first->days != CARREL_DAY_NONE
         && first->end != CARREL_UNKNOWN && !first->is_dated;
}

/* "13:00 Tuesdays in JA 501": no sentence that goes on about something else. */
static gboolean
is_weekly_alone (const CarrelLineScanner *scanner, const GArray *slots)
{
  const CarrelSlot *first = &g_array_index (slots, CarrelSlot, 0);
  const CarrelSlot *last = &g_array_index (slots, CarrelSlot, slots->len - 1);

  return carrel_line_start_is_weekly (scanner, first)
         && strlen (scanner->line->text + last->until) <= CARREL_MAX_LEAD;
}

static gboolean
is_at_top (const CarrelLineScanner *scanner)
{
  guint n_texts = 0;

  for (guint i = 0; i < scanner->index && n_texts <= MAX_TOP; i++)
    if (carrel_line_scanner_get_block (scanner, i)->kind != CARREL_BLOCK_HEADING
        && carrel_page_get_line (scanner->page, i)->text[0] != '\0')
      n_texts++;
  return n_texts < MAX_TOP;
}

/* "Guest lecture", "Final exam": the heading says what happens once; the title of a page, "Testing
 * and Exams", what is taught. */
static gboolean
is_below_other (const CarrelLineScanner *scanner)
{
  const CarrelPageSection *section
      = carrel_page_get_section (scanner->page, scanner->line->section);

  return section->level > 1
         && (carrel_occasion_is_of_guest (section->heading)
             || carrel_words_has_label (scanner->page->words, section->heading, CARREL_LABEL_EXAM));
}

/* A time without a word, among the first lines of a page: "MWF 2:30-3:20p Eliz 205". */
static gboolean
is_bare_top (const CarrelLineScanner *scanner, const GArray *slots)
{
  const CarrelSlot *first = &g_array_index (slots, CarrelSlot, 0);

  if ((first->from > 0 && !carrel_line_start_is_behind_term (scanner, first))
      || first->days == CARREL_DAY_NONE || first->is_dated || is_below_other (scanner)
      || carrel_line_scanner_is_about_people (scanner))
    return FALSE;
  return (first->end != CARREL_UNKNOWN || is_weekly_alone (scanner, slots)
          || carrel_line_start_is_whole (scanner, first))
         && is_at_top (scanner);
}

/* Times in the list of the staff are hours: "Zoe Hu" with "Wed 1PM-3PM" below. */
static gboolean
is_time_of_person (const CarrelLineScanner *scanner, const GArray *slots)
{
  const CarrelSlot *first = &g_array_index (slots, CarrelSlot, 0);
  const char *role = NULL;
  g_autofree char *name = NULL;

  if (first->from > 0 || first->days == CARREL_DAY_NONE || first->end == CARREL_UNKNOWN
      || first->is_dated || !carrel_line_scanner_is_about_people (scanner))
    return FALSE;
  name = carrel_line_scanner_find_person (scanner, "", &role);
  return name != NULL;
}

/* Whether the last time of the same paragraph was one of office hours. */
static gboolean
is_among_hours (const CarrelLineScanner *scanner)
{
  return scanner->last != NULL && scanner->last->kind == CARREL_OCCASION_HOURS
         && carrel_page_get_line (scanner->page, scanner->last_index)->block
                == scanner->line->block;
}

/* "Ann Bell: 3-4pm" below "MONDAY:" in one paragraph: who has times of the week holds hours. */
static gboolean
is_time_below_day (const CarrelLineScanner *scanner, const char *lead, CarrelDays above)
{
  g_autofree char *label = carrel_line_scanner_dup_label (lead);
  g_autofree char *name = label != NULL && above != CARREL_DAY_NONE
                              ? carrel_person_name_read (scanner->page->words, label)
                              : NULL;

  return name != NULL && g_str_has_suffix (label, name)
         && (strchr (label, ' ') != NULL || is_among_hours (scanner))
         && carrel_words_find_label (scanner->page->words, name) == CARREL_LABEL_NONE;
}

/* What a part of a line announces, when that is something else than before. */
static gboolean
read_change (const CarrelLineScanner *scanner, const char *part, CarrelOccasionContext *context)
{
  CarrelOccasionContext next = { CARREL_OCCASION_NONE };

  if (part != NULL)
    next = carrel_occasion_context_read_own (scanner, part);
  if (next.kind == CARREL_OCCASION_NONE
      || (next.kind == context->kind && g_strcmp0 (next.meeting_kind, "section") == 0))
    return FALSE;
  *context = next;
  return TRUE;
}

/* "Class meets … 114. Lab section 1 meets …", "Lecture: …, Recitation: …", "…; recitation Fri …": a
 * new sentence, label or kind of class may announce something else. */
static const char *
read_next_sentence (const CarrelLineScanner *scanner, char *between, CarrelOccasionContext *context)
{
  const CarrelWords *words = scanner->page->words;
  const char *const parts[]
      = { carrel_line_start_find_label (between), carrel_line_start_find_class (words, between),
          carrel_line_sentence_find_last (between) };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (read_change (scanner, parts[i], context))
      return parts[i];
  /* "… in Hall 5 and my office hours are Monday …" */
  return context->kind == CARREL_OCCASION_MEETING
                 && carrel_words_has_label (words, between, CARREL_LABEL_OFFICE_HOURS)
                 && read_change (scanner, between, context)
             ? between
             : NULL;
}

/* "Wed (005) 9:30–10:20 (006) 12:30–13:20": a number in brackets between two times belongs to the
 * second when none stands behind the last. */
static gboolean
is_of_next_time (const char *text, const GArray *slots, const char *after)
{
  const CarrelSlot *last = &g_array_index (slots, CarrelSlot, slots->len - 1);
  const char *end = text + last->until + strspn (text + last->until, " ,;");
  const char *number = after + strspn (after, " ,;") + 1;
  gsize n = number[-1] == '(' ? strspn (number, "0123456789") : 0;

  return n > 0 && n <= 3 && number[n] == ')'
         && number[n + 1 + strspn (number + n + 1, " :")] == '\0' && *end != '(';
}

/* What stands between a time and the next one, and is said of the first: neither a new sentence,
 * nor "…, Lab: ", nor "…; Bob's are ", nor the number of the next. */
static char *
dup_own_text (const char *text, const GArray *slots, guint index)
{
  g_autofree char *after = carrel_occasion_dup_after (text, slots, index);
  char *next;

  if (index + 1 == slots->len)
    return g_steal_pointer (&after);
  next = carrel_line_group_find_owner (after);
  if (next != NULL)
    *next = '\0';
  next = carrel_line_sentence_find_last (after);
  if (next != NULL)
    *next = '\0';
  next = carrel_line_start_find_label (after);
  if (next != NULL)
    *next = '\0';
  if (is_of_next_time (text, slots, after))
    after[0] = '\0';
  return g_steal_pointer (&after);
}

/* One of the slots of a line; @start: where the one before it ends; @lead: what stands before the
 * first. */
static void
scan_slot (CarrelLineScanner *scanner,
           GArray *slots,
           guint index,
           gsize start,
           const char *lead,
           CarrelOccasionContext *context)
{
  const char *text = scanner->line->text;
  const CarrelSlot *slot = &g_array_index (slots, CarrelSlot, index);
  g_autofree char *between = g_strndup (text + start, slot->from > start ? slot->from - start : 0);
  g_autofree char *after = dup_own_text (text, slots, index);
  const char *sentence = index > 0 ? read_next_sentence (scanner, between, context) : NULL;
  const char *const texts[] = { between, after, sentence != NULL ? sentence : lead, NULL };

  if (carrel_line_wanted_is (scanner, slot, context, index == 0 ? between : ""))
    add_slot (scanner, slot, context, texts);
}

/* Where what stands before the first time of a line begins: of much, with the last sentence. */
static gsize
find_lead (char *before)
{
  gsize blank = strspn (before, " .");
  const char *sentence = strlen (before + blank) > CARREL_MAX_PREFIX
                             ? carrel_line_sentence_find_last (before)
                             : NULL;

  return sentence != NULL ? (gsize) (sentence - before) : blank;
}

/* What the times of a line mean, where need be by the line alone. */
static CarrelOccasionContext
find_context (const CarrelLineScanner *scanner,
              const GArray *slots,
              const char *lead,
              CarrelDays above)
{
  CarrelOccasionContext context = carrel_occasion_context_read (scanner, lead);
  gboolean is_unsaid = context.kind == CARREL_OCCASION_NONE;

  if (is_unsaid && (is_bare_heading (scanner, slots) || is_bare_top (scanner, slots)))
    return (CarrelOccasionContext){ CARREL_OCCASION_MEETING, "lecture", TRUE, FALSE };
  if ((is_unsaid && is_time_of_person (scanner, slots))
      || (!context.is_own && is_time_below_day (scanner, lead, above)))
    return (CarrelOccasionContext){ CARREL_OCCASION_HOURS, "lecture", TRUE, FALSE };
  return context;
}

static void
scan_slots (CarrelLineScanner *scanner, GArray *slots)
{
  g_autofree char *before
      = g_strndup (scanner->line->text, g_array_index (slots, CarrelSlot, 0).from);
  gsize start = find_lead (before);
  const char *lead = before + start;
  CarrelDays above = carrel_line_days_find (scanner);
  CarrelOccasionContext context = find_context (scanner, slots, lead, above);

  for (guint i = 0; i < slots->len; i++)
    {
      CarrelSlot *slot = &g_array_index (slots, CarrelSlot, i);

      if (slot->days == CARREL_DAY_NONE && slot->end != CARREL_UNKNOWN)
        slot->days = above;
      scan_slot (scanner, slots, i, start, lead, &context);
      start = slot->until;
    }
}

static void
scan_line (CarrelLineScanner *scanner)
{
  g_autofree char *joined = carrel_line_days_dup_joined (scanner);
  const CarrelPageLine *own = scanner->line;
  CarrelPageLine line = *own;
  g_autoptr (GArray) slots = NULL;
  g_autofree char *kept = NULL;
  guint n_before = scanner->occasions->len;
  guint n_slots;
  char *text;

  if (joined != NULL)
    line.text = joined;
  scanner->line = &line;
  slots = carrel_slot_read_line (scanner->page->words, line.text, scanner->flags);
  text = kept = carrel_line_refusal_drop_irregular (line.text, slots);
  line.text = text;
  n_slots = slots->len;
  carrel_line_refusal_drop_said (scanner->page->words, text, slots);
  if (slots->len > 0
      && !carrel_line_refusal_is_led (text, g_array_index (slots, CarrelSlot, 0).from))
    scan_slots (scanner, slots);
  else if (n_slots > 0 && carrel_line_refusal_is_day_off (text)
           && scanner->last_index + 1 == scanner->index)
    /* The next line goes on with those above. */
    scanner->last_index = scanner->index;
  carrel_occasion_appointment_add (scanner);
  carrel_line_group_share_place (scanner->occasions, n_before, text, slots);
  scanner->line = own;
}

/**
 * carrel_occasion_collect_lines:
 * @page: a page
 * @occasions: (element-type CarrelOccasion) (inout): gets what the lines say
 */
void
carrel_occasion_collect_lines (const CarrelPage *page, GPtrArray *occasions)
{
  CarrelLineScanner scanner = { .page = page, .occasions = occasions };

  scanner.flags = carrel_occasion_get_time_flags (page);
  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    {
      guint n_before = occasions->len;

      scanner.index = i;
      scanner.line = carrel_page_get_line (page, i);
      if (strlen (scanner.line->text) < CARREL_LONG_LINE)
        scan_line (&scanner);
      if (occasions->len > n_before)
        {
          scanner.last = g_ptr_array_index (occasions, occasions->len - 1);
          scanner.last_index = i;
        }
    }
}
