/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines with a label before a colon count anywhere near the start; sentences only where nothing
 * else has a claim, and what they say to have come before is no name of this course. */
#define G_LOG_DOMAIN "carrel-identity"

#include "config.h"

#include "carrel-identity.h"

#include "carrel-course-name.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-role.h"
#include "carrel-slot.h"
#include "carrel-term-name.h"

#include <string.h>

/* A table with more rows is no table of keys and values. */
#define MAX_PAIRS 30

/* The longest term of a definition list, in bytes. */
#define MAX_TERM 24

/* How many of the first lines may name the course in a sentence or the term in an item, and the
 * longest such sentence, in bytes. */
#define MAX_SENTENCES 5
/* The longest line of facts that has the term among them, in bytes. */
#define MAX_TERM_LINE 90

#define MAX_TERM_LINES 12
#define MAX_SENTENCE   600

/**
 * carrel_identity_set:
 * @field: (inout): a text that the first who finds it sets
 * @value: (nullable): what was found
 */
void
carrel_identity_set (char **field, const char *value)
{
  if (*field == NULL && value != NULL && value[0] != '\0')
    *field = g_strdup (value);
}

/**
 * carrel_identity_has_people_or_times:
 * @course: a course
 *
 * Returns: whether who teaches it, or when, was found
 */
gboolean
carrel_identity_has_people_or_times (const CarrelCourse *course)
{
  return course->staff->len > 0 || course->meetings->len > 0 || course->office_hours->len > 0;
}

/* "Number / Title : Math 301 / Algebra": the label says which part is the title. */
static void
take_labelled_title (CarrelIdentityReader *reader,
                     const char *label,
                     const char *value,
                     const char *title)
{
  const char *slash = strstr (value, " / ");

  if (slash != NULL && strchr (label, '/') != NULL)
    {
      g_free (reader->course->title);
      reader->course->title = g_strstrip (g_strdup (slash + 3));
    }
  else if (strstr (value, "http") == NULL)
    carrel_identity_set (&reader->course->title, title);
}

static gboolean
is_code_label (const CarrelWords *words, const char *label)
{
  return carrel_words_find_label (words, label) == CARREL_LABEL_CODE
         || carrel_pattern_matches (
             "\\b(?:identifier|course (?:numbers?|codes?|ids?)|numbers?|codes?)\\b", label,
             G_REGEX_CASELESS);
}

/**
 * carrel_identity_is_title_label:
 * @words: the words of the page's language
 * @label: a heading, or what stands before a colon
 *
 * Returns: whether a title follows
 */
gboolean
carrel_identity_is_title_label (const CarrelWords *words, const char *label)
{
  /* "Title", "Course Title and Number", "Full title of the class"; "Title IX" is a law, and books
   * have titles too. */
#define OTHERS                                                                                     \
  "(?:(?:course|class|module|subject|seminar|unit|catalog|prefix|full|short|long|official|"        \
  "english|numbers?|no|code|name|id|crn|section|semester|term|credits?|units?|hours?|dep(?:"       \
  "artmen)?t"                                                                                      \
  "|program(?:me)?|level|in|catalogue|lab|lecture|workshop|as|listed|and|or|of|the|this)\\b\\W*)"  \
  "*"
  static const char title[] = "^\\W*" OTHERS "title\\b\\W*" OTHERS "$|^course(?: name)?\\W*$";
#undef OTHERS

  /* English names more than the course with these words. */
  if (words != &carrel_words_en && carrel_words_find_label (words, label) == CARREL_LABEL_TITLE)
    return TRUE;
  return carrel_role_find (words, label) == NULL
         && carrel_pattern_matches (title, label, G_REGEX_CASELESS);
}

/* "Course Code: 417/2": what stands under such a label is a code, whatever it looks like. */
static char *
dup_odd_code (const char *label, const char *value)
{
  g_autofree char *text = g_strstrip (g_strdup (value));

  if (!carrel_pattern_matches ("^\\W*(?:course|module|class|unit) (?:code|number|no\\.?|id)\\W*$",
                               label, G_REGEX_CASELESS)
      || !carrel_pattern_matches ("^[A-Z]{0,8}[ .-]?[0-9][0-9A-Z./-]{1,11}$", text, 0))
    return NULL;
  return g_steal_pointer (&text);
}

/* "Class: CS 101 Algebra" */
static gboolean
is_class (const char *label, const char *value, const char *code)
{
  return g_ascii_strcasecmp (label, "class") == 0 && code != NULL
         && g_str_has_prefix (value + strspn (value, " "), code);
}

/* "Name: CS 101 - Algebra" below "Course information" */
static gboolean
is_name_of_course (const CarrelIdentityReader *reader,
                   const CarrelPageLine *line,
                   const char *label,
                   const char *value,
                   const char *code)
{
  return g_ascii_strcasecmp (label, "name") == 0 && code != NULL
         && g_str_has_prefix (value + strspn (value, " "), code)
         && carrel_pattern_matches (
             "^(?:about )?(?:the )?course(?: (?:info|information|details|overview|basics))?$",
             carrel_page_get_section (reader->page, line->section)->heading, G_REGEX_CASELESS);
}

/* "August 2021", "2021 August": what begins then. */
static gboolean
is_month_of_year (const CarrelWords *words, const char *text)
{
  const char *month = text + strspn (text, "0123456789 ");
  gsize n = 0;

  return carrel_words_match_month (words, month, &n) > 0
         && carrel_pattern_matches ("^(?:20[0-9]{2} \\p{Lu}\\p{Ll}+|\\p{Lu}\\p{Ll}+ 20[0-9]{2})$",
                                    text, 0)
         && (month[n] == '\0' || month[n] == ' ');
}

/* "Dates: Fall 2021" */
static gboolean
is_label_of_dates (const char *label)
{
  return carrel_pattern_matches ("^\\W*(?:(?:course )?dates?(?: range)?|when|date and time)\\W*$",
                                 label, G_REGEX_CASELESS);
}

static void
take_labelled_term (CarrelIdentityReader *reader,
                    const char *label,
                    const char *text,
                    const char *term)
{
  g_autofree char *value = g_strstrip (g_strdup (text));

  if (!carrel_words_has_label (reader->page->words, label, CARREL_LABEL_TERM)
      && !(is_label_of_dates (label) && g_strcmp0 (term, value) == 0))
    return;
  /* "26 秋": behind the label a year needs no century. */
  if (carrel_pattern_matches ("^[0-9]{2} ?[春夏秋冬]季?$", value, 0)
      || is_month_of_year (reader->page->words, value))
    term = value;
  carrel_identity_set (&reader->course->term, term);
}

/* Whether the name of the course follows a label; "Course: MW 10:30-11:50" says when it is. */
static gboolean
names_course (const CarrelIdentityReader *reader,
              const CarrelPageLine *line,
              const char *label,
              const char *value,
              const char *code)
{
  return (carrel_identity_is_title_label (reader->page->words, label)
          || is_class (label, value, code) || is_name_of_course (reader, line, label, value, code))
         && !carrel_slot_read_start (reader->page->words, value, CARREL_TIME_PLAIN, NULL);
}

/* The value of a line such as "Semester: Fall 2020" or "Course: Math 301". */
static void
read_labelled (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  const CarrelWords *words = reader->page->words;
  gsize n_colon = 0;
  const char *colon = carrel_phrase_find_colon (line->text, &n_colon);
  const char *value;
  g_autofree char *label = NULL;
  g_autofree char *odd = NULL;
  g_auto (CarrelCourseName) name = { 0 };
  gboolean is_title;

  if (colon == NULL || colon - line->text > 36 || strlen (line->text) > 140)
    return;
  value = colon + n_colon;
  label = g_strndup (line->text, (gsize) (colon - line->text));
  carrel_course_name_read (words, value, &name);
  is_title = names_course (reader, line, label, value, name.code);
  take_labelled_term (reader, label, value, name.term);
  if (is_title)
    {
      take_labelled_title (reader, label, value, name.title);
      carrel_identity_set (&reader->course->term, name.term);
    }
  if (is_title || is_code_label (words, label))
    carrel_identity_set (&reader->course->code, name.code);
  odd = name.code == NULL ? dup_odd_code (label, value) : NULL;
  carrel_identity_set (&reader->course->code, odd);
}

static gboolean
is_own_label (const CarrelWords *words, const char *text)
{
  return strlen (text) <= MAX_TERM
         && (carrel_identity_is_title_label (words, text) || is_code_label (words, text)
             || carrel_words_find_label (words, text) == CARREL_LABEL_TERM);
}

static gboolean
is_item (const CarrelIdentityReader *reader, guint index)
{
  const CarrelPageLine *line = index < carrel_page_get_n_lines (reader->page)
                                   ? carrel_page_get_line (reader->page, index)
                                   : NULL;

  return line != NULL
         && carrel_page_get_block (reader->page, line->block)->kind == CARREL_BLOCK_LIST_ITEM;
}

/* A definition list: "Course", and "~ CS 101 Algebra" below it, which is read as an item. */
static void
read_definition (CarrelIdentityReader *reader, guint index)
{
  const CarrelPageLine *line = carrel_page_get_line (reader->page, index);
  const CarrelPageLine *next = index + 1 < carrel_page_get_n_lines (reader->page)
                                   ? carrel_page_get_line (reader->page, index + 1)
                                   : NULL;
  CarrelPageLine pair = *line;
  g_autofree char *text = NULL;

  if (next == NULL || next->section != line->section || next->text[0] == '\0'
      || strchr (next->text, '%') != NULL || is_item (reader, index + 2)
      || carrel_page_get_block (reader->page, next->block)->kind != CARREL_BLOCK_LIST_ITEM
      || !is_own_label (reader->page->words, line->text))
    return;
  text = g_strdup_printf ("%s: %s", line->text, next->text);
  pair.text = text;
  read_labelled (reader, &pair);
}

/* "Course title | Algebra": a row of a table of two columns, unless it heads them. */
static void
read_pair (CarrelIdentityReader *reader, guint block, const CarrelTableRow *row)
{
  const CarrelWords *words = reader->page->words;
  CarrelPageLine line = { .line = row->line, .block = block };
  g_autofree char *key = carrel_page_dup_text (&row->cells[0]);
  g_autofree char *value = carrel_page_dup_text (&row->cells[1]);
  g_autofree char *text = NULL;

  if ((carrel_words_find_label (words, value) != CARREL_LABEL_NONE
       && !carrel_identity_names_subject (value) && strpbrk (value, "0123456789") == NULL)
      || carrel_role_find (words, value) != NULL)
    return;
  text = g_strdup_printf ("%.*s: %s", (int) strcspn (key, ":"), key, value);
  line.text = text;
  read_labelled (reader, &line);
}

/* Tables of a key and a value in each row. */
static void
read_tables (CarrelIdentityReader *reader)
{
  for (guint i = 0; i < carrel_page_get_n_blocks (reader->page); i++)
    {
      const CarrelBlock *block = carrel_page_get_block (reader->page, i);

      for (guint j = 0; block->n_columns == 2 && j < MIN (block->n_rows, MAX_PAIRS); j++)
        if (block->rows[j].n_cells == 2)
          read_pair (reader, i, &block->rows[j]);
    }
}

static gboolean
names_code (const CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  return reader->course->code != NULL && strstr (line->text, reader->course->code) != NULL;
}

static gboolean
take_term (CarrelIdentityReader *reader, const char *text)
{
  gsize start = 1;
  gsize end = 0;
  g_autofree char *term = carrel_term_name_find (reader->page->words, text, &start, &end);

  if (term == NULL || start > 0 || text[end] != '\0')
    return FALSE;
  carrel_identity_set (&reader->course->term, term);
  return TRUE;
}

/* Whether a line is a term and nothing else. */
static gboolean
is_term (const CarrelIdentityReader *reader, guint index)
{
  const CarrelPageLine *line = carrel_page_get_line (reader->page, index);
  gsize start = 1;
  gsize end = 0;
  g_autofree char *term = carrel_term_name_find (reader->page->words, line->text, &start, &end);

  return term != NULL && start == 0 && line->text[end] == '\0';
}

/* "Past exams", "Archive": what other terms had. "Echoes of the Past" and "Old English" are
 * courses. */
static gboolean
speaks_of_past (const char *text)
{
  static const char past[]
      = "\\b(?:past|previous|prior|earlier|former|old|older)(?: \\w+){0,2} "
        "(?:terms?|semesters?|quarters?|years?|offerings?|courses?|class(?:es)?|sections?|exams?|"
        "quiz(?:zes)?|midterms?|finals?|tests?|homeworks?|assignments?|projects?|instructors?|"
        "teachers?|lecturers?|tas?|staff|students?|speakers?|syllab(?:us|i|uses)|versions?|"
        "editions?|iterations?|instances?|runs?|(?:web ?)?(?:sites?|pages?)|materials?|notes|"
        "lectures?|schedules?|evaluations?|teaching)\\b|"
        "^\\W*(?:past|previous|earlier|former|older|archives?)\\b|\\barchives?\\W*$";

  return carrel_pattern_matches (past, text, G_REGEX_CASELESS);
}

/* "Past instructors:" right above, or above an empty line */
static gboolean
is_below_past (const CarrelIdentityReader *reader, guint index)
{
  const char *above = "";

  for (guint i = index; i > 0 && i + 2 > index && *above == '\0'; i--)
    above = carrel_page_get_line (reader->page, i - 1)->text;
  return g_str_has_suffix (above, ":") && speaks_of_past (above);
}

static gboolean
is_term_item (const CarrelIdentityReader *reader, guint index)
{
  return is_item (reader, index) && is_term (reader, index);
}

/* "Fall 2019" beside "Spring 2020" in a list, or below "Past exams": terms of other courses. */
static gboolean
is_among_terms (const CarrelIdentityReader *reader, guint index)
{
  const CarrelPageLine *line = carrel_page_get_line (reader->page, index);

  if (speaks_of_past (carrel_page_get_section (reader->page, line->section)->heading)
      || is_below_past (reader, index))
    return TRUE;
  return is_term_item (reader, index)
         && ((index > 0 && is_term_item (reader, index - 1)) || is_term_item (reader, index + 1));
}

/* "Spring 2020", "Hill College · Spring 2020 · Ann Lee": a line that is a term, or has one among
 * other facts. "- Spring 2020 - Ann Lee" lists who taught when. */
static void
read_bare_term (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  gboolean is_item
      = carrel_page_get_block (reader->page, line->block)->kind == CARREL_BLOCK_LIST_ITEM;
  g_autoptr (GRegex) regex = carrel_pattern_get (
      is_item ? " +[·•|/] +|^[^,]{6,60}\\K, " : " +[·•|/–—-] +|^[^,]{6,60}\\K, ", 0);
  g_auto (GStrv) pieces = NULL;

  if (take_term (reader, line->text) || strlen (line->text) > MAX_TERM_LINE)
    return;
  pieces = g_regex_split (regex, line->text, 0);
  for (guint i = 0; pieces[i] != NULL; i++)
    take_term (reader, pieces[i]);
}

/* Whether a line is a sentence among the first of a page that has what a course has. */
static gboolean
may_name_course (const CarrelIdentityReader *reader,
                 const CarrelPageLine *line,
                 const CarrelBlock *block,
                 guint n_texts)
{
  return n_texts < MAX_SENTENCES && block->kind == CARREL_BLOCK_PARAGRAPH
         && strlen (line->text) < MAX_SENTENCE
         && (carrel_identity_has_people_or_times (reader->course) || names_code (reader, line));
}

/**
 * carrel_identity_read_lines:
 * @reader: whose course gets what the lines at the start of its page say
 */
void
carrel_identity_read_lines (CarrelIdentityReader *reader)
{
  guint n_lines = carrel_page_get_n_lines (reader->page);
  guint n_texts = 0;

  for (guint i = 0; i < n_lines && i < 60; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (reader->page, i);
      const CarrelBlock *block = carrel_page_get_block (reader->page, line->block);

      if (block->kind == CARREL_BLOCK_HEADING || block->kind == CARREL_BLOCK_CODE)
        continue;
      read_labelled (reader, line);
      read_definition (reader, i);
      if (n_texts < MAX_TERM_LINES && !is_among_terms (reader, i))
        read_bare_term (reader, line);
      if (may_name_course (reader, line, block, n_texts))
        carrel_identity_read_sentence (reader, line);
      n_texts++;
    }
  read_tables (reader);
}

/* "CHEM 3A" and "Math 10a" are codes and no hours. */
static gboolean
is_number_of_code (const char *text, const CarrelSlot *slot)
{
  return slot->days == CARREL_DAY_NONE && slot->end == CARREL_UNKNOWN && slot->until >= 2
         && g_ascii_isalpha (text[slot->until - 1]) && g_ascii_isdigit (text[slot->until - 2])
         && (g_ascii_isupper (text[slot->until - 1])
             || (slot->from > 1 && g_ascii_isalpha (text[slot->from - 2])));
}

/* "Office hours (HALL 216)": what looks like a code is a room; "CS 101 office hours" has one. */
static gboolean
tells_place_of_hours (const CarrelIdentityReader *reader, const char *text)
{
  static const char lead[] = "^([^:@(]+?)(?:[:@(]|, | [-–—] | in | at )";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *what = NULL;

  if (!carrel_pattern_match (lead, text, 0, &match))
    return FALSE;
  what = g_match_info_fetch (match, 1);
  return carrel_words_has_label (reader->page->words, what, CARREL_LABEL_OFFICE_HOURS)
         && strpbrk (what, "0123456789") == NULL;
}

/**
 * carrel_identity_has_time:
 * @reader: a page
 * @text: a heading or a line of it
 *
 * Returns: whether @text says a time or where hours are: "Mon & Wed 10:15-11:15am MOOR 216" and
 *   "Office hours (HALL 216)" name no course
 */
gboolean
carrel_identity_has_time (const CarrelIdentityReader *reader, const char *text)
{
  g_autoptr (GArray) slots = carrel_slot_read_line (reader->page->words, text, CARREL_TIME_PLAIN);

  if (tells_place_of_hours (reader, text))
    return TRUE;
  for (guint i = 0; i < slots->len; i++)
    if (!is_number_of_code (text, &g_array_index (slots, CarrelSlot, i)))
      return TRUE;
  return FALSE;
}

/**
 * carrel_identity_read_lower_headings:
 * @reader: (inout): gets the code in a heading further down: "How to do well in LING172"
 */
void
carrel_identity_read_lower_headings (CarrelIdentityReader *reader)
{
  for (guint i = 0; reader->course->code == NULL && i < carrel_page_get_n_sections (reader->page);
       i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (reader->page, i);
      gsize start;
      gsize end;
      g_autofree char *code = carrel_course_name_find_code (section->heading, FALSE, &start, &end);

      if (code != NULL && !carrel_identity_has_time (reader, section->heading)
          && carrel_identity_has_people_or_times (reader->course) && strchr (code, ' ') == NULL)
        carrel_identity_set (&reader->course->code, code);
    }
}

static gboolean
has_row_in_year (const CarrelCourse *course, int year)
{
  for (guint i = 0; i < course->schedule->len; i++)
    {
      const CarrelScheduleRow *row = g_ptr_array_index (course->schedule, i);

      if (row->date.year == year)
        return TRUE;
    }
  return FALSE;
}

/* The year of "Fall 2024" and "WS 2024/25"; 0 when it is short. */
static int
read_year (const char *term)
{
  const char *at = strstr (term, "20");

  return at != NULL && strspn (at, "0123456789") == 4 ? (int) g_ascii_strtoll (at, NULL, 10) : 0;
}

/**
 * carrel_identity_read_term_of_rows:
 * @reader: (inout): gets the only term that the lines of the page name, when its classes are in
 * that year
 */
void
carrel_identity_read_term_of_rows (CarrelIdentityReader *reader)
{
  const CarrelPage *page = reader->page;
  g_autofree char *only = NULL;

  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    {
      gsize start, end;
      g_autofree char *term
          = carrel_term_name_find (page->words, carrel_page_get_line (page, i)->text, &start, &end);

      if (term == NULL || g_strcmp0 (only, term) == 0)
        continue;
      if (only != NULL)
        return;
      only = g_steal_pointer (&term);
    }
  if (only != NULL && read_year (only) > 0 && has_row_in_year (reader->course, read_year (only)))
    carrel_identity_set (&reader->course->term, only);
}

/* "WAT 113: Deep Waters" further down, where no other heading of the page has a code. */
static void
read_only_coded_heading (CarrelIdentityReader *reader)
{
  const CarrelPageSection *only = NULL;

  for (guint i = 0; i < carrel_page_get_n_sections (reader->page); i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (reader->page, i);
      gsize start = 1;
      gsize end = 0;
      g_autofree char *code = carrel_course_name_find_code (section->heading, TRUE, &start, &end);

      if (code == NULL)
        continue;
      if (only != NULL || start > 0 || section->heading[end] != ':'
          || carrel_identity_has_time (reader, section->heading))
        return;
      only = section;
    }
  if (only != NULL)
    carrel_identity_take_name (reader, only->heading, FALSE, only->line);
}

/**
 * carrel_identity_read_page_headings:
 * @reader: (inout): gets the code and the term of headings that name a part of the page and nothing
 *   else: "About CS3201", "Fall 2023 course info"
 */
void
carrel_identity_read_page_headings (CarrelIdentityReader *reader)
{
  for (guint i = 0; i < carrel_page_get_n_sections (reader->page); i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (reader->page, i);
      g_auto (CarrelCourseName) name = { 0 };

      if (carrel_identity_has_time (reader, section->heading))
        continue;
      carrel_course_name_read (reader->page->words, section->heading, &name);
      if (name.title != NULL || (name.code == NULL && name.term == NULL))
        continue;
      carrel_identity_set (&reader->course->code, name.code);
      carrel_identity_set (&reader->course->term, name.term);
    }
  if (reader->course->title == NULL && reader->course->code == NULL)
    read_only_coded_heading (reader);
}
