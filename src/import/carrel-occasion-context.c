/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a time in a line means: said by the words before it, the item or line above it, or the
 * heading. */
#define G_LOG_DOMAIN "carrel-occasion"

#include "config.h"

#include "carrel-occasion-context.h"

#include "carrel-line-class.h"
#include "carrel-line-start.h"
#include "carrel-occasion-sentence.h"
#include "carrel-page-name.h"
#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-phrase.h"
#include "carrel-role.h"
#include "carrel-staff-line.h"

#include <string.h>

/* "Office hours: you may attend any of them …", however long, leads to office hours; a long text
 * about a class says more than when it is. */
static CarrelOccasionKind
read_announcer (const CarrelWords *words, const char *text, const char **meeting_kind)
{
  g_autofree char *label = NULL;
  CarrelOccasionKind kind = CARREL_OCCASION_NONE;

  if (strlen (text) <= CARREL_MAX_PREFIX)
    return carrel_occasion_get_kind (words, text, meeting_kind);
  label = carrel_line_scanner_dup_label (text);
  if (label != NULL)
    kind = carrel_occasion_get_kind (words, label, meeting_kind);
  return kind == CARREL_OCCASION_HOURS ? kind : CARREL_OCCASION_NONE;
}

/* What the lines announce that the line at @index belongs to, the nearest first; @announcer: the
 * line that does. */
static CarrelOccasionKind
read_parents_of (const CarrelLineScanner *scanner,
                 guint index,
                 const char **meeting_kind,
                 int *announcer)
{
  int parent = carrel_line_scanner_find_parent (scanner, index);
  CarrelOccasionKind kind = CARREL_OCCASION_NONE;

  while (parent >= 0 && kind == CARREL_OCCASION_NONE)
    {
      const char *text = carrel_page_get_line (scanner->page, (guint) parent)->text;

      *announcer = parent;
      kind = read_announcer (scanner->page->words, text, meeting_kind);
      parent = carrel_line_scanner_find_parent (scanner, (guint) parent);
    }
  return kind;
}

/* "Hours are held most weeks:" below "Office hours:" speaks of those. */
static gboolean
speaks_of_hours (const CarrelLineScanner *scanner, int announcer)
{
  static const char *const hours[] = { "hours", NULL };
  const char *text = carrel_page_get_line (scanner->page, (guint) announcer)->text;
  const char *meeting_kind = NULL;

  return carrel_phrase_occurs (text, -1, hours)
         && read_parents_of (scanner, (guint) announcer, &meeting_kind, &announcer)
                == CARREL_OCCASION_HOURS;
}

static CarrelOccasionKind
read_parents (const CarrelLineScanner *scanner, const char **meeting_kind)
{
  int announcer = -1;
  CarrelOccasionKind kind = read_parents_of (scanner, scanner->index, meeting_kind, &announcer);

  return kind == CARREL_OCCASION_MEETING && speaks_of_hours (scanner, announcer)
             ? CARREL_OCCASION_HOURS
             : kind;
}

/* "Instruction & office hours": the times of both, where a label below says which are the hours. */
static gboolean
is_of_both (const CarrelLineScanner *scanner, const CarrelPageSection *section)
{
  static const char joined[] = "(?: and |[&/]).*\\boffice hours\\b|\\boffice hours(?: and |.?[&/])";

  if (!carrel_pattern_matches (joined, section->heading, G_REGEX_CASELESS))
    return FALSE;
  for (guint i = section->first_line;
       i < MIN (section->end_line, section->first_line + CARREL_LINE_REACH); i++)
    {
      g_autofree char *label
          = carrel_line_scanner_dup_label (carrel_page_get_line (scanner->page, i)->text);

      if (label != NULL
          && carrel_words_find_label (scanner->page->words, label) == CARREL_LABEL_OFFICE_HOURS)
        return TRUE;
    }
  return FALSE;
}

/* What a heading announces: "Links of labs (office hours above)" labs. */
static CarrelOccasionKind
read_heading (const CarrelWords *words, const char *heading, const char **meeting_kind)
{
  static const char other[] = " *\\([^()]*\\b(?:see|above|below|elsewhere|links?)\\b[^()]*\\)";
  g_autofree char *plain = carrel_pattern_dup_without (other, heading, G_REGEX_CASELESS);
  CarrelOccasionKind kind = carrel_occasion_get_kind (words, plain, meeting_kind);

  return kind != CARREL_OCCASION_NONE ? kind
                                      : carrel_occasion_get_kind (words, heading, meeting_kind);
}

/* What the headings announce, the nearest first, and then the title of the page. */
static CarrelOccasionKind
read_headings (const CarrelLineScanner *scanner, const char **meeting_kind)
{
  const CarrelWords *words = scanner->page->words;
  int at = (int) scanner->line->section;

  while (at >= 0)
    {
      const CarrelPageSection *section = carrel_page_get_section (scanner->page, (guint) at);
      CarrelOccasionKind kind = read_heading (words, section->heading, meeting_kind);

      if (kind == CARREL_OCCASION_HOURS && is_of_both (scanner, section))
        {
          *meeting_kind = "lecture";
          return CARREL_OCCASION_MEETING;
        }
      if (kind != CARREL_OCCASION_NONE || carrel_occasion_is_of_guest (section->heading)
          || carrel_words_has_label (words, section->heading, CARREL_LABEL_EXAM)
          || carrel_words_has_label (words, section->heading, CARREL_LABEL_LATE))
        return kind;
      at = section->parent;
    }
  return carrel_occasion_get_page_kind (scanner->page, meeting_kind);
}

/**
 * carrel_occasion_context_says_meet:
 * @prefix: what stands before a time
 *
 * "All classes meet from 1:00 to 2:15", "This course is scheduled to meet TR 12:30": who meets is
 * the class.
 *
 * Returns: whether it says so
 */
gboolean
carrel_occasion_context_says_meet (const char *prefix)
{
  static const char *const phrases[] = { "class meets",
                                         "classes meet",
                                         "course meets",
                                         "lectures meet",
                                         "lecture meets",
                                         "scheduled to meet",
                                         "class will meet",
                                         "course will meet",
                                         "classes will meet",
                                         "has weekly sessions",
                                         "weekly sessions are",
                                         "weekly session on",
                                         NULL };

  return carrel_phrase_occurs (prefix, -1, phrases);
}

/* At the top of a page, and below headings that say nothing but "Course information". */
static gboolean
may_have_times (const CarrelLineScanner *scanner)
{
  const char *heading = carrel_page_get_section (scanner->page, scanner->line->section)->heading;
  CarrelLabel label = carrel_words_find_label (scanner->page->words, heading);

  /* "## Schedule: Mon/Wed 2:30-3:45" is a heading of its own. */
  if (carrel_line_scanner_get_block (scanner, scanner->index)->kind == CARREL_BLOCK_HEADING)
    return TRUE;
  return scanner->line->section <= 1
         || (strlen (heading) <= CARREL_MAX_PREFIX && carrel_page_name_is (heading)
             && (label == CARREL_LABEL_NONE || label == CARREL_LABEL_TITLE));
}

/* "Schedule: Tu/Th, 10:00-11:25 AM" and "Course: MW 10-11" at the top of a page: nothing but times
 * can follow there. Below other headings it is the schedule of what they name. */
static gboolean
is_label_of_times (const CarrelLineScanner *scanner, const char *label, const char *prefix)
{
  CarrelLabel kind
      = label != NULL ? carrel_words_find_label (scanner->page->words, label) : CARREL_LABEL_NONE;
  const char *meeting_kind = NULL;
  g_autofree char *rest = NULL;

  if (!may_have_times (scanner) || carrel_line_scanner_is_about_people (scanner)
      || read_headings (scanner, &meeting_kind) == CARREL_OCCASION_HOURS)
    return FALSE;
  /* "Schedule: Fall 2023, Tues 2:30", "Timetable: Semester A, Wednesday 15:00" */
  rest = carrel_pattern_dup_without (
      "(?:spring|summer|fall|autumn|winter) (?:semester |term |quarter )?20[0-9]{2}"
      "|(?:semester|term|trimester|block|quarter) [A-D1-4]\\b",
      label != NULL ? prefix + strlen (label) : "", G_REGEX_CASELESS);
  return (kind == CARREL_LABEL_SCHEDULE || kind == CARREL_LABEL_DAY
          || (label != NULL
              && carrel_pattern_matches ("^(?:course|timetable)$", label, G_REGEX_CASELESS)))
         && strspn (rest, " :,\357\274\232") == strlen (rest);
}

/* "Course location: MWF 9-10 in Hall 5" says when as well. */
static CarrelOccasionKind
read_label_kind (const CarrelWords *words, const char *label, const char **meeting_kind)
{
  CarrelOccasionKind kind = carrel_occasion_get_kind (words, label, meeting_kind);

  return kind == CARREL_OCCASION_NONE && g_ascii_strcasecmp (label, "course location") == 0
             ? CARREL_OCCASION_MEETING
             : kind;
}

/* "Lecture Hall 3, Monday" below "Office hours": a room that is called by what else is in it. */
static gboolean
is_room_of_hours (const CarrelLineScanner *scanner, const char *prefix)
{
  static const char pattern[] = "^(?:meeting|class|lecture|seminar|lab|recitation) "
                                "?(?:room|hall|theat(?:er|re)|building)\\b";
  const char *meeting_kind = NULL;

  return carrel_pattern_matches (pattern, prefix, G_REGEX_CASELESS)
         && read_headings (scanner, &meeting_kind) == CARREL_OCCASION_HOURS;
}

/* Whether what stands before a time without a label names a class, and no room of office hours. */
static gboolean
names_class (const CarrelLineScanner *scanner, const char *prefix)
{
  return carrel_line_class_is_named (scanner->page->words, prefix)
         && !is_room_of_hours (scanner, prefix);
}

/* "After class: Mon 10-10:30" tells of something else; "Before class office hours" of those. */
static gboolean
is_beside_class (const char *label)
{
  return carrel_pattern_matches (
      "^(?:after|before) (?:each |every )?(?:class(?:es)?|lectures?)(?: *[,(].*)?$", label,
      G_REGEX_CASELESS);
}

/* "Lab coordinator: Ann Lee, Hall 5. Office hours M 11-12" is about the hours. */
static gboolean
is_hours_of_role (const CarrelWords *words, const char *label, const char *prefix)
{
  return carrel_role_find (words, label) != NULL
         && carrel_words_has_label (words, prefix, CARREL_LABEL_OFFICE_HOURS);
}

/* "Der Kurs findet jeden "; "Wir treffen uns " below office hours tells of those. */
static gboolean
is_told_of_course (const CarrelLineScanner *scanner, const char *prefix)
{
  const char *meeting_kind = NULL;

  return carrel_occasion_sentence_tells (prefix)
         && read_headings (scanner, &meeting_kind) != CARREL_OCCASION_HOURS;
}

/* "Time: ", or "We meet on ". */
static gboolean
is_about_times (const CarrelLineScanner *scanner, const char *label, const char *prefix)
{
  return is_label_of_times (scanner, label, prefix)
         || (label == NULL
             && (carrel_occasion_context_says_meet (prefix)
                 || is_told_of_course (scanner, prefix)));
}

/* @label: the label that @prefix starts with, or NULL */
static CarrelOccasionContext
read_prefix (const CarrelLineScanner *scanner, const char *prefix, const char *label)
{
  const CarrelWords *words = scanner->page->words;
  CarrelOccasionContext context = { .is_own = TRUE, .is_labelled = label != NULL };

  if (label != NULL)
    context.kind = is_hours_of_role (words, label, prefix)
                       ? CARREL_OCCASION_HOURS
                       : read_label_kind (words, label, &context.meeting_kind);
  if (context.kind != CARREL_OCCASION_NONE)
    return context;
  context.kind = carrel_occasion_get_kind (words, prefix, &context.meeting_kind);
  /* "I have time on Tuesdays" is no label; "Time: Tuesdays" is. */
  if (label == NULL && context.kind == CARREL_OCCASION_MEETING && !names_class (scanner, prefix))
    context.kind = CARREL_OCCASION_NONE;
  if (context.kind == CARREL_OCCASION_NONE && is_about_times (scanner, label, prefix))
    context.kind = CARREL_OCCASION_MEETING;
  return context;
}

/**
 * carrel_occasion_context_read_own:
 * @scanner: a walk, at a line
 * @prefix: what stands before a time
 *
 * Returns: what the line itself announces before the time
 */
CarrelOccasionContext
carrel_occasion_context_read_own (const CarrelLineScanner *scanner, const char *prefix)
{
  g_autofree char *label = carrel_line_scanner_dup_label (prefix);

  return label != NULL && is_beside_class (label)
             ? (CarrelOccasionContext){ .is_own = TRUE, .is_labelled = TRUE }
             : read_prefix (scanner, prefix, label);
}

/* "**Office hours**" as a paragraph of its own right above: a heading in all but form. */
static gboolean
is_bold_paragraph_above (const CarrelLineScanner *scanner, const CarrelPageLine *above)
{
  const CarrelInline *content = &carrel_page_get_block (scanner->page, above->block)->content;

  return above->block + 1 == scanner->line->block && above->section == scanner->line->section
         && content->n_spans == 1 && content->spans[0].kind == CARREL_SPAN_STRONG
         && content->spans[0].end - content->spans[0].start >= strlen (above->text);
}

/* "Labs." in bold print is a label; two sentences are none. */
static gboolean
is_sentence (const char *text)
{
  const char *dot = strchr (text, '.');

  return dot != NULL && (dot[1] != '\0' || strchr (text, ' ') != NULL);
}

/**
 * carrel_occasion_context_read_above:
 * @scanner: a walk, at the line of a time
 *
 * Returns: what a line of its own announces above: "Lecture Meeting Times" in the same paragraph or
 *   item, or in bold print right above
 */
CarrelOccasionContext
carrel_occasion_context_read_above (const CarrelLineScanner *scanner)
{
  CarrelOccasionContext context = { CARREL_OCCASION_NONE };
  const CarrelPageLine *above;

  if (scanner->index == 0)
    return context;
  above = carrel_page_get_line (scanner->page, scanner->index - 1);
  if ((above->block != scanner->line->block && !is_bold_paragraph_above (scanner, above))
      || strlen (above->text) > CARREL_MAX_LABEL || is_sentence (above->text)
      || carrel_line_start_has_time (scanner, above->text))
    return context;
  return carrel_occasion_context_read_own (scanner, above->text);
}

/* Whether a label goes on with the one above it: "Monday", "Section B", "2" and, below hours, "TA".
 */
static gboolean
is_part_of_above (const CarrelWords *words, const char *label, gboolean is_below_hours)
{
  g_autofree char *section = carrel_occasion_dup_section (words, label);

  return section != NULL || strpbrk (label, "0123456789") != NULL
         || carrel_words_match_day (words, label, NULL) != CARREL_DAY_NONE
         || carrel_words_find_label (words, label) != CARREL_LABEL_NONE
         || (is_below_hours && carrel_role_find (words, label) != NULL);
}

/* "Band practice" before a time is a label of its own; "Monday", "Ann Lee" and, below hours, "Ann"
 * go on with the one above. */
static gboolean
has_other_label (const CarrelLineScanner *scanner, const char *prefix)
{
  const CarrelWords *words = scanner->page->words;
  gboolean is_below_hours = scanner->last != NULL && scanner->last->kind == CARREL_OCCASION_HOURS;
  g_autofree char *label = carrel_line_scanner_dup_label (prefix);
  g_autofree char *person = NULL;

  if (label == NULL || is_part_of_above (words, label, is_below_hours))
    return FALSE;
  person = carrel_person_name_read (words, label);
  return person == NULL || (!is_below_hours && strchr (person, ' ') == NULL);
}

/* Whether the line above says something behind its label: "Office hours: see the forum". */
static gboolean
is_told_above (const CarrelLineScanner *scanner)
{
  const CarrelPageLine *above
      = scanner->index > 0 ? carrel_page_get_line (scanner->page, scanner->index - 1) : NULL;
  gsize n = 0;
  const char *colon = above != NULL ? carrel_phrase_find_colon (above->text, &n) : NULL;

  return colon != NULL && colon[n + strspn (colon + n, " ")] != '\0';
}

/* The line above, or the label that leads the whole paragraph. */
static CarrelOccasionContext
read_label_above (const CarrelLineScanner *scanner, const char *prefix)
{
  CarrelOccasionContext context = { CARREL_OCCASION_NONE };
  const char *lead = carrel_line_scanner_get_lead (scanner);

  if (strlen (prefix) <= CARREL_MAX_LEAD
      && (!has_other_label (scanner, prefix) || !is_told_above (scanner)))
    context = carrel_occasion_context_read_above (scanner);
  return context.kind == CARREL_OCCASION_NONE && lead != NULL
             ? carrel_occasion_context_read_own (scanner, lead)
             : context;
}

/* "Lecture: MWF 9-10": the last time has the name of a class on its own line. */
static gboolean
is_last_labelled (const CarrelLineScanner *scanner)
{
  g_autofree char *label = carrel_line_scanner_dup_label (
      carrel_page_get_line (scanner->page, scanner->last_index)->text);
  const char *meeting_kind = NULL;

  return label != NULL && scanner->last->kind == CARREL_OCCASION_MEETING
         && carrel_occasion_get_kind (scanner->page->words, label, &meeting_kind)
                == CARREL_OCCASION_MEETING;
}

/* "Monday 10-12", and "Wednesday 10-12" in the next paragraph, below one label; "Band practice:
 * Tue 3-4" is nothing of the class that "Lecture: MWF 9-10" names. */
static gboolean
follows_slot (const CarrelLineScanner *scanner, const char *prefix)
{
  guint above = scanner->index;

  if (scanner->last == NULL || carrel_occasion_is_of_guest (prefix)
      || (is_last_labelled (scanner) && has_other_label (scanner, prefix)))
    return FALSE;
  do
    {
      if (above == 0)
        return FALSE;
      above--;
    }
  while (carrel_page_get_line (scanner->page, above)->text[0] == '\0');
  return above == scanner->last_index
         && carrel_page_get_line (scanner->page, above)->section == scanner->line->section;
}

static CarrelOccasionContext
context_of (const CarrelOccasion *occasion)
{
  return (CarrelOccasionContext){ occasion->kind, occasion->meeting_kind, FALSE, FALSE };
}

/* "Time: Mondays 3-4" below "Office hours" says when those are. */
static gboolean
is_time_of_hours (const CarrelLineScanner *scanner, const char *prefix)
{
  g_autofree char *label = carrel_line_scanner_dup_label (prefix);
  const char *meeting_kind = NULL;
  CarrelOccasionKind kind;

  if (label == NULL || carrel_words_find_label (scanner->page->words, label) != CARREL_LABEL_TIME)
    return FALSE;
  kind = read_parents (scanner, &meeting_kind);
  if (kind == CARREL_OCCASION_NONE)
    kind = read_headings (scanner, &meeting_kind);
  return kind == CARREL_OCCASION_HOURS;
}

/* "Seminars: Friday 11-12" below "Office hours:" */
static gboolean
is_item_of_hours (const CarrelLineScanner *scanner, const char *prefix)
{
  g_autofree char *label = carrel_line_scanner_dup_label (prefix);
  const char *meeting_kind = NULL;

  return label != NULL && carrel_line_scanner_get_block (scanner, scanner->index)->list_depth > 0
         && read_parents (scanner, &meeting_kind) == CARREL_OCCASION_HOURS;
}

static gboolean
have_office_hours (const CarrelLineScanner *scanner, guint from, guint end)
{
  for (guint i = from; i < end; i++)
    if (carrel_words_has_label (scanner->page->words, carrel_page_get_line (scanner->page, i)->text,
                                CARREL_LABEL_OFFICE_HOURS))
      return TRUE;
  return FALSE;
}

/* "Hours: Wed 3-4" below the heading "Instructor" or "Professor Lee". */
static gboolean
is_below_role (const CarrelLineScanner *scanner, const CarrelPageSection *section)
{
  const CarrelWords *words = scanner->page->words;
  g_autofree char *person = carrel_staff_line_read_titled (words, section->heading);

  return (person != NULL || carrel_role_find (words, section->heading) != NULL)
         && !have_office_hours (scanner, section->first_line, section->end_line);
}

/* "Hours: Tue/Thu 2-3:30" above "Room: N25" in one paragraph are those of the class: several days
 * and one room. */
static gboolean
is_above_room (const CarrelLineScanner *scanner)
{
  g_autoptr (GArray) slots
      = carrel_slot_read_line (scanner->page->words, scanner->line->text, scanner->flags);
  CarrelDays days = slots->len == 1 ? g_array_index (slots, CarrelSlot, 0).days : CARREL_DAY_NONE;
  const CarrelPageLine *next = scanner->index + 1 < carrel_page_get_n_lines (scanner->page)
                                   ? carrel_page_get_line (scanner->page, scanner->index + 1)
                                   : NULL;
  g_autofree char *label
      = next != NULL && next->block == scanner->line->block && (days & (days - 1)) != 0
            ? carrel_line_scanner_dup_label (next->text)
            : NULL;

  return label != NULL && g_ascii_strncasecmp (label, "office", 6) != 0
         && carrel_words_find_label (scanner->page->words, label) == CARREL_LABEL_LOCATION;
}

/* "Hours: Wed 3-4" below "Instructor: Ann Lee" are hers, unless her office hours follow. */
static gboolean
is_hours_below_person (const CarrelLineScanner *scanner, const char *prefix)
{
  g_autofree char *label = carrel_line_scanner_dup_label (prefix);
  const CarrelPageSection *section
      = carrel_page_get_section (scanner->page, scanner->line->section);
  guint first
      = MAX (section->first_line, MAX (scanner->index, CARREL_LINE_REACH) - CARREL_LINE_REACH);
  guint above = scanner->index;
  guint next = scanner->index + 1;

  if (label == NULL || g_ascii_strcasecmp (label, "hours") != 0)
    return FALSE;
  while (above > first && !carrel_line_scanner_names_person (scanner, above))
    above--;
  while (next < MIN (section->end_line, scanner->index + CARREL_LINE_REACH)
         && !carrel_line_scanner_names_person (scanner, next))
    next++;
  if (is_below_role (scanner, section))
    return TRUE;
  return carrel_line_scanner_names_person (scanner, above)
         && !have_office_hours (scanner, above, scanner->index)
         && !have_office_hours (scanner, scanner->index + 1, next);
}

/* "Hours: Tue 3-4" beside "Office hours: Fri 1-2" below "Instructor" may be of the class or of the
 * instructor. */
static gboolean
is_either (const CarrelLineScanner *scanner, const char *prefix)
{
  const CarrelPageSection *section
      = carrel_page_get_section (scanner->page, scanner->line->section);
  g_autofree char *label = carrel_line_scanner_dup_label (prefix);

  return label != NULL && g_ascii_strcasecmp (label, "hours") == 0
         && carrel_role_find (scanner->page->words, section->heading) != NULL
         && have_office_hours (scanner, section->first_line, section->end_line);
}

/* "TA: Bo Ray, Office: Hall 6, Hours: Fri 9-11" */
static gboolean
is_hours_behind_person (const CarrelLineScanner *scanner, const char *prefix)
{
  g_autofree char *label = carrel_line_scanner_dup_label (prefix);

  return label != NULL && carrel_role_find (scanner->page->words, label) != NULL
         && carrel_pattern_matches ("[,;.|•·] *hours?:? *$", prefix, G_REGEX_CASELESS);
}

/* What looks like a class by its own words, and is not by where it stands. */
static gboolean
belongs_to_hours (const CarrelLineScanner *scanner, const char *prefix)
{
  return is_time_of_hours (scanner, prefix) || is_item_of_hours (scanner, prefix)
         || is_hours_behind_person (scanner, prefix)
         || (is_hours_below_person (scanner, prefix) && !is_above_room (scanner));
}

/**
 * carrel_occasion_context_read:
 * @scanner: a walk, at the line of a time
 * @prefix: what stands before the first time of the line
 *
 * Returns: what the time means, by the line itself or what stands above it
 */
CarrelOccasionContext
carrel_occasion_context_read (const CarrelLineScanner *scanner, const char *prefix)
{
  CarrelOccasionContext context = carrel_occasion_context_read_own (scanner, prefix);

  if (context.kind == CARREL_OCCASION_MEETING && belongs_to_hours (scanner, prefix))
    context.kind = CARREL_OCCASION_HOURS;
  else if (context.kind == CARREL_OCCASION_MEETING && is_either (scanner, prefix))
    return (CarrelOccasionContext){ CARREL_OCCASION_NONE };
  if (context.kind == CARREL_OCCASION_NONE)
    context = read_label_above (scanner, prefix);
  if (context.kind != CARREL_OCCASION_NONE)
    return context;
  context.is_own = FALSE;
  context.kind = read_parents (scanner, &context.meeting_kind);
  if (context.kind == CARREL_OCCASION_NONE && follows_slot (scanner, prefix))
    return context_of (scanner->last);
  if (context.kind == CARREL_OCCASION_NONE)
    context.kind = read_headings (scanner, &context.meeting_kind);
  return context;
}
