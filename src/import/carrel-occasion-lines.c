/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Classes and office hours in paragraphs, items and headings. What a time means is said by the
 * words before it, by the item or line above it, or by the heading. */
#define G_LOG_DOMAIN "carrel-occasion"

#include "config.h"

#include "carrel-occasion.h"

#include "carrel-person-name.h"
#include "carrel-staff-line.h"

#include <string.h>

#define MAX_PREFIX 110
#define MAX_LABEL  40
#define MAX_LEAD   24

typedef struct
{
  const CarrelPage *page;
  GPtrArray *occasions;
  CarrelTimeFlags flags;
  guint index; /* of the line */
  const CarrelPageLine *line;
} Scanner;

typedef struct
{
  CarrelOccasionKind kind;
  const char *meeting_kind;
  gboolean is_own;      /* said by the line itself */
  gboolean is_labelled; /* before a colon */
} Context;

static const CarrelWords *
get_words (const Scanner *scanner)
{
  return scanner->page->words;
}

static const CarrelBlock *
get_block (const Scanner *scanner, guint line)
{
  return carrel_page_get_block (scanner->page, carrel_page_get_line (scanner->page, line)->block);
}

/* The text before the colon of a line; NULL if there is none near its start. */
static char *
dup_label (const char *text)
{
  const char *colon = strchr (text, ':');
  const char *wide = strstr (text, "\357\274\232");

  if (wide != NULL && (colon == NULL || wide < colon))
    colon = wide;
  if (colon == NULL || colon - text > MAX_LABEL || colon == text
      || (g_ascii_isdigit (colon[-1]) && g_ascii_isdigit (colon[1])))
    return NULL;
  return g_strstrip (g_strndup (text, (gsize) (colon - text)));
}

/* The line above that this one belongs to: the item around it, or a line that ends in a colon. */
static int
find_parent (const Scanner *scanner, guint index)
{
  const CarrelPageLine *line = carrel_page_get_line (scanner->page, index);
  const CarrelBlock *block = get_block (scanner, index);

  for (int i = (int) index - 1; i >= 0; i--)
    {
      const CarrelPageLine *above = carrel_page_get_line (scanner->page, (guint) i);
      const CarrelBlock *above_block = get_block (scanner, (guint) i);
      gboolean is_outer = above_block->list_depth < block->list_depth;

      if (above->section != line->section || above_block->kind == CARREL_BLOCK_HEADING)
        return -1;
      if (is_outer && above_block->list_depth > 0)
        return i;
      if (above_block->list_depth == block->list_depth && block->list_depth > 0)
        continue;
      if (above->text[0] != '\0')
        return g_str_has_suffix (above->text, ":") || is_outer ? i : -1;
    }
  return -1;
}

static gboolean
names_class (const CarrelWords *words, const char *text)
{
  static const CarrelLabel labels[]
      = { CARREL_LABEL_LECTURE, CARREL_LABEL_MEETING, CARREL_LABEL_LAB, CARREL_LABEL_RECITATION,
          CARREL_LABEL_SECTION };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (carrel_words_has_label (words, text, labels[i]))
      return TRUE;
  return FALSE;
}

static Context
read_context (const Scanner *scanner, const char *prefix)
{
  const CarrelWords *words = get_words (scanner);
  g_autofree char *label = dup_label (prefix);
  Context context = { .is_own = TRUE };
  const CarrelPageSection *section;
  int parent;

  context.kind
      = carrel_occasion_get_kind (words, label != NULL ? label : prefix, &context.meeting_kind);
  /* "I have time on Tuesdays" is no label; "Time: Tuesdays" is. */
  if (label == NULL && context.kind == CARREL_OCCASION_MEETING && !names_class (words, prefix))
    context.kind = CARREL_OCCASION_NONE;
  if (context.kind == CARREL_OCCASION_NONE && label != NULL)
    context.kind = carrel_occasion_get_kind (words, prefix, &context.meeting_kind);
  context.is_labelled = label != NULL;
  if (context.kind != CARREL_OCCASION_NONE)
    return context;
  context.is_own = FALSE;
  for (parent = find_parent (scanner, scanner->index);
       parent >= 0 && context.kind == CARREL_OCCASION_NONE;
       parent = find_parent (scanner, (guint) parent))
    {
      const char *text = carrel_page_get_line (scanner->page, (guint) parent)->text;

      if (strlen (text) <= MAX_PREFIX)
        context.kind = carrel_occasion_get_kind (words, text, &context.meeting_kind);
    }
  for (int at = (int) scanner->line->section; at >= 0 && context.kind == CARREL_OCCASION_NONE;
       at = section->parent)
    {
      section = carrel_page_get_section (scanner->page, (guint) at);
      context.kind = carrel_occasion_get_kind (words, section->heading, &context.meeting_kind);
      if (context.kind == CARREL_OCCASION_NONE
          && (carrel_words_has_label (words, section->heading, CARREL_LABEL_EXAM)
              || carrel_words_has_label (words, section->heading, CARREL_LABEL_LATE)))
        break;
    }
  return context;
}

/* A negative or a condition makes no occasion of a time, nor does a deadline. */
static gboolean
is_refused (const Scanner *scanner, const char *text)
{
  static const char *const phrases[] = { " due",
                                         "due ",
                                         "deadline",
                                         "no class",
                                         "no office hours",
                                         "cancel",
                                         "except",
                                         "submit",
                                         "will be posted",
                                         "midnight",
                                         "exam ",
                                         "instead of",
                                         "moved to",
                                         "rescheduled",
                                         "last day",
                                         "released",
                                         "graded and returned" };
  g_autofree char *folded = g_utf8_strdown (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (strstr (folded, phrases[i]) != NULL)
      return TRUE;
  return carrel_words_has_label (get_words (scanner), text, CARREL_LABEL_EXAM);
}

/* The name that a piece of the text before a time is, such as "Lei Li" in "…Hour: Lei Li,
 * Thursday". */
static char *
read_prefix_name (const CarrelWords *words, const char *prefix)
{
  g_autofree char *plain = g_strdup (prefix);
  g_auto (GStrv) parts = NULL;

  for (char *at = strstr (plain, " - "); at != NULL; at = strstr (at, " - "))
    at[1] = ':';
  parts = g_strsplit_set (plain, ":,;|", -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      char *name = NULL;
      char *open = NULL;

      g_strstrip (parts[i]);
      open = strchr (parts[i], '(');
      if (parts[i][0] == '\0')
        continue;
      name = carrel_person_name_read (words, parts[i]);
      if (name != NULL && carrel_words_find_label (words, name) == CARREL_LABEL_NONE)
        return name;
      g_free (name);
      if (open == NULL)
        continue;
      name = carrel_person_name_read (words, open + 1);
      if (name != NULL && carrel_words_find_label (words, name) == CARREL_LABEL_NONE)
        return name;
      g_free (name);
    }
  return NULL;
}

/* One person with a role that a line names; NULL if none or several. */
static char *
read_line_person (const CarrelWords *words, const char *text, const char **role)
{
  g_auto (CarrelStaffLine) staff = { 0 };

  if (strlen (text) > 160)
    return NULL;
  carrel_staff_line_read (words, text, &staff);
  if (staff.names->len != 1)
    return NULL;
  *role = staff.role;
  return g_strdup (g_ptr_array_index (staff.names, 0));
}

/* The last line above in the same section that names a person with a role. */
static char *
find_person_above (const Scanner *scanner, const char **role)
{
  const CarrelWords *words = get_words (scanner);
  const char *heading = carrel_page_get_section (scanner->page, scanner->line->section)->heading;
  gboolean is_staff = carrel_staff_line_find_role (words, heading) != NULL
                      || carrel_words_has_label (words, heading, CARREL_LABEL_STAFF);
  char *name;

  for (int i = (int) scanner->index - 1; i >= 0; i--)
    {
      const CarrelPageLine *above = carrel_page_get_line (scanner->page, (guint) i);

      if (above->section != scanner->line->section)
        return NULL;
      name = read_line_person (words, above->text, role);
      if (name == NULL && is_staff && strlen (above->text) < 60)
        name = carrel_person_name_read (words, above->text);
      if (name != NULL && (*role != NULL || strchr (name, ' ') != NULL))
        return name;
      g_free (name);
    }
  return NULL;
}

static char *
find_person (const Scanner *scanner, const char *prefix, const char **role)
{
  const CarrelWords *words = get_words (scanner);
  const CarrelPageSection *section
      = carrel_page_get_section (scanner->page, scanner->line->section);
  int parent = find_parent (scanner, scanner->index);
  g_autofree char *owner = carrel_person_name_read_label (words, prefix, role);
  char *name = owner != NULL ? g_steal_pointer (&owner) : read_prefix_name (words, prefix);

  if (name != NULL)
    return name;
  for (; parent >= 0 && name == NULL; parent = find_parent (scanner, (guint) parent))
    {
      const char *text = carrel_page_get_line (scanner->page, (guint) parent)->text;

      name = read_line_person (words, text, role);
      if (name == NULL && strlen (text) < 60 && strchr (text, ':') == NULL)
        name = carrel_person_name_read (words, text);
    }
  if (name == NULL)
    name = read_line_person (words, prefix, role);
  if (name == NULL)
    name = find_person_above (scanner, role);
  if (name == NULL)
    name = read_line_person (words, section->heading, role);
  if (name == NULL && strchr (section->heading, ' ') != NULL
      && carrel_words_find_label (words, section->heading) == CARREL_LABEL_NONE)
    name = carrel_person_name_read (words, section->heading);
  return name;
}

/* "Room: W2009", "Class is held at 101 Howard": where, said on another line of the section. */
static gboolean
read_place_line (const Scanner *scanner, guint index, CarrelOccasionKind kind, CarrelPlace *place)
{
  static const char *const phrases[]
      = { "is held at ",      "is held in ",     "are held in ",   "are held at ",
          "meets in ",        "meets at ",       "meet in ",       "meet at ",
          "will be held in ", "takes place in ", "take place in ", "will meet in " };
  const CarrelWords *words = get_words (scanner);
  const char *text = carrel_page_get_line (scanner->page, index)->text;
  g_autofree char *label = dup_label (text);
  const char *after = label != NULL ? strpbrk (text, ":\357") : NULL;
  gboolean is_office = label != NULL && g_ascii_strncasecmp (label, "office", 6) == 0;

  if (label != NULL && carrel_words_find_label (words, label) == CARREL_LABEL_LOCATION
      && is_office == (kind == CARREL_OCCASION_HOURS))
    {
      carrel_place_read_cell (words, after + (*after == ':' ? 1 : 3), place);
      return place->place != NULL;
    }
  if (label != NULL || kind == CARREL_OCCASION_HOURS)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const char *at = strstr (text, phrases[i]);
      g_autofree char *clause = NULL;

      if (at == NULL)
        continue;
      at += strlen (phrases[i]);
      clause = g_strndup (at, strcspn (at, ".;("));
      carrel_place_read_cell (words, clause, place);
      return place->place != NULL && strlen (place->place) < 60;
    }
  return FALSE;
}

/* A label alone before a place without a colon: "Luokka BK107" above a grid. */
static gboolean
find_place (const Scanner *scanner, CarrelOccasionKind kind, CarrelPlace *place)
{
  const CarrelPageSection *section
      = carrel_page_get_section (scanner->page, scanner->line->section);

  for (guint i = scanner->index; i < section->end_line; i++)
    if (read_place_line (scanner, i, kind, place))
      return TRUE;
  for (guint i = scanner->index; i > section->first_line; i--)
    if (read_place_line (scanner, i - 1, kind, place))
      return TRUE;
  return FALSE;
}

/* A place alone on the line below the time. */
static gboolean
read_next_line (const Scanner *scanner, CarrelPlace *place)
{
  const CarrelPageLine *next;
  g_autoptr (GArray) slots = NULL;

  if (scanner->index + 1 >= carrel_page_get_n_lines (scanner->page))
    return FALSE;
  next = carrel_page_get_line (scanner->page, scanner->index + 1);
  if (next->block != scanner->line->block || strlen (next->text) > 60
      || strchr (next->text, ':') != NULL)
    return FALSE;
  slots = carrel_slot_read_line (get_words (scanner), next->text, scanner->flags);
  if (slots->len > 0)
    return FALSE;
  carrel_place_read_after (get_words (scanner), next->text, place);
  return place->place != NULL;
}

static const char *
find_url (const Scanner *scanner, const char *word)
{
  const CarrelInline *content = &get_block (scanner, scanner->index)->content;

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

static void
add_slot (Scanner *scanner,
          const CarrelSlot *slot,
          const Context *context,
          const char *prefix,
          const char *between,
          const char *after)
{
  const CarrelWords *words = get_words (scanner);
  CarrelOccasion *occasion = carrel_occasion_new (context->kind, scanner->line->line);
  g_auto (CarrelPlace) place = { 0 };

  carrel_occasion_set_slot (occasion, slot);
  occasion->meeting_kind = context->meeting_kind;
  carrel_place_read_after (words, after, &place);
  carrel_occasion_take_place (occasion, &place);
  if (occasion->place == NULL)
    {
      carrel_place_read_before (words, prefix, &place);
      carrel_occasion_take_place (occasion, &place);
    }
  if (occasion->place == NULL && find_place (scanner, context->kind, &place))
    carrel_occasion_take_place (occasion, &place);
  if (occasion->place == NULL && read_next_line (scanner, &place))
    carrel_occasion_take_place (occasion, &place);
  if (context->kind == CARREL_OCCASION_HOURS)
    {
      occasion->person = find_person (scanner, prefix, &occasion->role);
      occasion->url = g_strdup (find_url (scanner, "zoom"));
    }
  else
    {
      occasion->section = carrel_occasion_dup_section (words, between);
      if (occasion->section == NULL)
        occasion->section = carrel_occasion_dup_section (words, after);
      if (occasion->section == NULL)
        occasion->section = carrel_occasion_dup_section (words, prefix);
    }
  g_ptr_array_add (scanner->occasions, occasion);
}

static gboolean
is_wanted (const Scanner *scanner,
           const CarrelSlot *slot,
           const Context *context,
           const char *prefix)
{
  g_autofree char *section = carrel_occasion_dup_section (get_words (scanner), prefix);
  const CarrelBlock *block = get_block (scanner, scanner->index);

  if (slot->is_dated || context->kind == CARREL_OCCASION_NONE || slot->start == 23 * 60 + 59)
    return FALSE;
  if (block->kind == CARREL_BLOCK_CODE || strlen (prefix) > MAX_PREFIX)
    return FALSE;
  if (slot->days == CARREL_DAY_NONE)
    return context->kind == CARREL_OCCASION_MEETING && section != NULL
           && slot->end != CARREL_UNKNOWN;
  if (context->kind == CARREL_OCCASION_MEETING && slot->end == CARREL_UNKNOWN)
    return context->is_labelled;
  /* Below a heading only what is hardly more than a time: sentences speak of many times. */
  return context->is_own || context->kind == CARREL_OCCASION_HOURS || strlen (prefix) <= MAX_LEAD;
}

/* A heading says a time only together with nothing else: "Mon & Wed 10:15-11:15am MOOR 216". */
static gboolean
is_bare_heading (const Scanner *scanner, const GArray *slots)
{
  const CarrelBlock *block = get_block (scanner, scanner->index);
  const CarrelSlot *first = &g_array_index (slots, CarrelSlot, 0);

  return block->kind == CARREL_BLOCK_HEADING && first->from == 0 && first->days != CARREL_DAY_NONE
         && first->end != CARREL_UNKNOWN && !first->is_dated;
}

static void
add_appointment (Scanner *scanner)
{
  const CarrelWords *words = get_words (scanner);
  const char *text = scanner->line->text;
  g_autofree char *folded = g_utf8_strdown (text, -1);
  g_autofree char *lead = NULL;
  CarrelOccasion *occasion;
  Context context;

  if (!carrel_words_has_label (words, text, CARREL_LABEL_APPOINTMENT) || strlen (text) > 140)
    return;
  if (strstr (folded, "by appointment") == NULL && g_str_equal (words->language, "en"))
    return;
  context = read_context (scanner, text);
  if (context.kind != CARREL_OCCASION_HOURS)
    return;
  occasion = carrel_occasion_new (CARREL_OCCASION_HOURS, scanner->line->line);
  occasion->by_appointment = TRUE;
  lead = g_strndup (
      text, (gsize) (strstr (folded, "by app") != NULL ? strstr (folded, "by app") - folded : 0));
  occasion->person
      = find_person (scanner, strlen (lead) < strlen (text) ? lead : "", &occasion->role);
  g_ptr_array_add (scanner->occasions, occasion);
}

static void
scan_line (Scanner *scanner)
{
  const char *text = scanner->line->text;
  g_autoptr (GArray) slots = carrel_slot_read_line (get_words (scanner), text, scanner->flags);
  gsize start = 0;

  if (slots->len > 0 && !is_refused (scanner, text))
    {
      g_autofree char *lead = g_strndup (text, g_array_index (slots, CarrelSlot, 0).from);
      Context context = read_context (scanner, lead);

      if (context.kind == CARREL_OCCASION_NONE && is_bare_heading (scanner, slots))
        context = (Context){ CARREL_OCCASION_MEETING, "lecture", TRUE, FALSE };
      for (guint i = 0; i < slots->len; i++)
        {
          const CarrelSlot *slot = &g_array_index (slots, CarrelSlot, i);
          gsize next
              = i + 1 < slots->len ? g_array_index (slots, CarrelSlot, i + 1).from : strlen (text);
          g_autofree char *prefix
              = g_strndup (text + start, slot->from > start ? slot->from - start : 0);
          g_autofree char *after
              = g_strndup (text + slot->until, next > slot->until ? next - slot->until : 0);

          if (is_wanted (scanner, slot, &context, i == 0 ? prefix : ""))
            add_slot (scanner, slot, &context, lead, prefix, after);
          start = slot->until;
        }
    }
  add_appointment (scanner);
}

/* Several slots of one line that end in a place share it: "MF 11:00, Tue 9:00 (in CSB 348)". */
static void
share_place (GPtrArray *occasions, guint from)
{
  const CarrelOccasion *last;

  if (occasions->len <= from + 1)
    return;
  last = g_ptr_array_index (occasions, occasions->len - 1);
  for (guint i = from; i + 1 < occasions->len; i++)
    {
      CarrelOccasion *occasion = g_ptr_array_index (occasions, i);

      if (occasion->place == NULL && last->place != NULL && occasion->kind == last->kind)
        occasion->place = g_strdup (last->place);
      if (occasion->mode == NULL && occasion->kind == last->kind)
        occasion->mode = last->mode;
    }
}

void
carrel_occasion_collect_lines (const CarrelPage *page, GPtrArray *occasions)
{
  Scanner scanner = { .page = page, .occasions = occasions };

  scanner.flags = carrel_occasion_get_time_flags (page);
  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    {
      guint n_before = occasions->len;

      scanner.index = i;
      scanner.line = carrel_page_get_line (page, i);
      if (strlen (scanner.line->text) < 2000)
        scan_line (&scanner);
      share_place (occasions, n_before);
    }
}
