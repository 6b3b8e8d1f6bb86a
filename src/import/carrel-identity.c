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
#include "carrel-slot.h"
#include "carrel-staff-line.h"

#include <string.h>

/* A table with more rows is no table of keys and values. */
#define MAX_PAIRS 30

/* The longest term of a definition list, in bytes. */
#define MAX_TERM 24

/* Further down a page speaks of other things. */
#define MAX_LINES 300

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
  /* English names more than the course with these words. */
  if (words != &carrel_words_en && carrel_words_find_label (words, label) == CARREL_LABEL_TITLE)
    return TRUE;
  return carrel_staff_line_find_role (words, label) == NULL
         && carrel_pattern_matches ("\\btitle\\b|^course(?: name)?\\W*$", label, G_REGEX_CASELESS);
}

/* "Course Code: 417/2": what stands under such a label is a code, whatever it looks like. */
static char *
dup_odd_code (const char *label, const char *value)
{
  g_autofree char *text = g_strstrip (g_strdup (value));

  if (!carrel_pattern_matches ("^\\W*(?:course|module|class|unit) (?:code|number|no\\.?|id)\\W*$",
                               label, G_REGEX_CASELESS)
      || !carrel_pattern_matches ("^[A-Z]{0,8}[ -]?[0-9][0-9A-Z./-]{1,11}$", text, 0))
    return NULL;
  return g_steal_pointer (&text);
}

/* The colon of a label, which Chinese and Japanese write wide. */
static const char *
find_colon (const char *text)
{
  const char *colon = strchr (text, ':');
  const char *wide = strstr (text, "\357\274\232");

  return wide != NULL && (colon == NULL || wide < colon) ? wide : colon;
}

/* The value of a line such as "Semester: Fall 2020" or "Course: Math 301". */
static void
read_labelled (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  const CarrelWords *words = reader->page->words;
  const char *colon = find_colon (line->text);
  g_autofree char *label = NULL;
  g_autofree char *odd = NULL;
  g_auto (CarrelCourseName) name = { 0 };
  gboolean is_title;

  if (colon == NULL || colon - line->text > 36 || strlen (line->text) > 140)
    return;
  label = g_strndup (line->text, (gsize) (colon - line->text));
  is_title = carrel_identity_is_title_label (words, label);
  carrel_course_name_read (words, g_utf8_next_char (colon), &name);
  if (carrel_words_has_label (words, label, CARREL_LABEL_TERM))
    {
      /* "26 秋": behind the label a year needs no century. */
      g_autofree char *value = g_strstrip (g_strdup (g_utf8_next_char (colon)));
      gboolean is_short = carrel_pattern_matches ("^[0-9]{2} ?[春夏秋冬]季?$", value, 0);

      carrel_identity_set (&reader->course->term, is_short ? value : name.term);
    }
  if (is_title)
    take_labelled_title (reader, label, colon, name.title);
  if (is_title || is_code_label (words, label))
    carrel_identity_set (&reader->course->code, name.code);
  odd = name.code == NULL ? dup_odd_code (label, g_utf8_next_char (colon)) : NULL;
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

  if (carrel_words_find_label (words, value) != CARREL_LABEL_NONE
      || carrel_staff_line_find_role (words, value) != NULL)
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

/* "STA 2100 or an equivalent course": a code that others need. */
static gboolean
speaks_of_others (const CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  static const char *const words[]
      = { "equivalent",  "prerequisite", "prerequisites", "attend", "corequisite", "previous",
          "familiarity", "familiar",     "completed",     "taken",  "background",  "prior",
          "enrolled in", "similar",      "voraussetzung", NULL };
  const char *heading = carrel_page_get_section (reader->page, line->section)->heading;

  return carrel_phrase_occurs (line->text, -1, words) || carrel_phrase_occurs (heading, -1, words);
}

/* Where bold print ends that starts at a place of a text; 0 where none does. */
static gsize
find_bold_end (const CarrelInline *content, gsize start)
{
  for (guint i = 0; i < content->n_spans; i++)
    if (content->spans[i].kind == CARREL_SPAN_STRONG && content->spans[i].start == start)
      return content->spans[i].end;
  return 0;
}

/* "**Statistics 140: Samples and Surveys** in the spring": bold print that starts with the code and
 * goes on with the title. Returns where in the line it ends; 0 where there is none. */
static gsize
find_bold_name (const CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  const CarrelInline *content = &carrel_page_get_block (reader->page, line->block)->content;
  gsize start = 0;
  gsize end = 0;
  gsize bold_end;
  g_autofree char *code = carrel_course_name_find_code (line->text, FALSE, &start, &end);
  const char *at = code != NULL ? strstr (content->text, line->text) : NULL;

  if (at == NULL || !carrel_pattern_matches ("^: \\p{Lu}", line->text + end, 0))
    return 0;
  bold_end = find_bold_end (content, (gsize) (at - content->text) + start);
  return bold_end > (gsize) (at - content->text) + end + 2 ? bold_end - (gsize) (at - content->text)
                                                           : 0;
}

/* "Maple 015" looks like a code, but a class is held there. */
static gboolean
is_room (const CarrelCourse *course, const char *code)
{
  for (guint i = 0; i < course->meetings->len; i++)
    {
      const CarrelMeeting *meeting = g_ptr_array_index (course->meetings, i);

      if (meeting->location != NULL && strstr (meeting->location, code) != NULL)
        return TRUE;
    }
  for (guint i = 0; i < course->office_hours->len; i++)
    {
      const CarrelOfficeHour *hour = g_ptr_array_index (course->office_hours, i);

      if (hour->location != NULL && strstr (hour->location, code) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The only code of a sentence that speaks of this course. */
static void
read_code_in_sentence (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  gsize start = 0;
  gsize end = 0;
  gsize other_start;
  gsize other_end;
  g_autofree char *code = NULL;
  g_autofree char *next = NULL;

  if (reader->course->code != NULL || speaks_of_others (reader, line)
      || (strstr (line->text, "ourse") == NULL && find_bold_name (reader, line) == 0))
    return;
  code = carrel_course_name_find_code (line->text, FALSE, &start, &end);
  next = code != NULL
             ? carrel_course_name_find_code (line->text + end, FALSE, &other_start, &other_end)
             : NULL;
  if (next == NULL && code != NULL && !is_room (reader->course, code))
    carrel_identity_set (&reader->course->code, code);
}

/* The code of a course without a title, where a line names it; NULL elsewhere. */
static const char *
find_code_without_title (const CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  const char *code = reader->course->code;

  return code != NULL && reader->course->title == NULL ? strstr (line->text, code) : NULL;
}

/* What stands behind the last word for a course. */
static const char *
skip_course_word (const char *text)
{
  static const char *const words[] = { "course ", "class ", "module ", "subject " };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *found = g_strrstr (text, words[i]);

      if (found != NULL)
        return found + strlen (words[i]);
    }
  return NULL;
}

/* "the course Data Structures and Algorithms (CS 101)": words with capitals between the word for a
 * course and the code in brackets. */
static void
read_title_before_code (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  const char *at = find_code_without_title (reader, line);
  g_autofree char *front
      = at != NULL ? g_strndup (line->text, (gsize) (at - line->text)) : g_strdup ("");
  const char *title;

  if (!g_str_has_suffix (front, " ("))
    return;
  front[strlen (front) - strlen (" (")] = '\0';
  title = skip_course_word (front);
  if (title != NULL && strpbrk (title, ".,:;!?()") == NULL
      && carrel_phrase_is_in_title_case (title))
    carrel_identity_set (&reader->course->title, title);
}

/* Whether slanted print fills a text of a line: "Welcome to CS 101, _Algebra_." */
static gboolean
is_slanted (const CarrelIdentityReader *reader, const CarrelPageLine *line, const char *text)
{
  const CarrelInline *content = &carrel_page_get_block (reader->page, line->block)->content;

  for (guint i = 0; i < content->n_spans; i++)
    {
      const CarrelSpan *span = &content->spans[i];

      if (span->kind == CARREL_SPAN_EMPHASIS && span->end - span->start == strlen (text)
          && strncmp (content->text + span->start, text, strlen (text)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "Welcome to CS 101 section 6, _Introduction to Algebra_.": slanted print behind the code. */
static void
read_slanted_title (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  const char *at = find_code_without_title (reader, line);
  g_autofree char *title = NULL;

  at = at != NULL ? at + strcspn (at, ",:.;") : NULL;
  if (at == NULL || *at == '\0' || *at == '.')
    return;
  at += 1 + strspn (at + 1, " ");
  title = g_strndup (at, strcspn (at, ".,;:!?()"));
  if (is_slanted (reader, line, title))
    carrel_identity_set (&reader->course->title, title);
}

/* "CS 101 ("Foundations of Algebra")" */
static void
read_quoted_title (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  const char *at = find_code_without_title (reader, line);
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *title = NULL;

  if (at == NULL)
    return;
  regex = carrel_pattern_get ("^ [(][\"“](\\p{Lu}[^\"”()]+)[\"”][)]", 0);
  if (!g_regex_match (regex, at + strlen (reader->course->code), 0, &match))
    return;
  title = g_match_info_fetch (match, 1);
  carrel_identity_set (&reader->course->title, title);
}

/* "the page of CS 101, Foundations of Algebra.": words with capitals up to the end of a sentence.
 */
static void
read_title_in_sentence (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  const char *at = find_code_without_title (reader, line);
  gsize bold_end = find_bold_name (reader, line);
  gsize length;
  g_autofree char *title = NULL;

  at += at != NULL ? strlen (reader->course->code) : 0;
  if (at == NULL || strspn (at, ",:") != 1)
    return;
  at++;
  length = strcspn (at, ".,;:!?()");
  if (line->text + bold_end > at)
    length = MIN (length, (gsize) (line->text + bold_end - at));
  title = g_strstrip (g_strndup (at, length));
  if (bold_end > 0 || carrel_phrase_is_in_title_case (title))
    carrel_identity_set (&reader->course->title, title);
}

static gboolean
names_code (const CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  return reader->course->code != NULL && strstr (line->text, reader->course->code) != NULL;
}

/* "Success in CS 101 depends …", "CS 101 is our …", "the CS 101 syllabus": what is said there is
 * said of the page's own course. */
static gboolean
is_own_code (const char *text, gsize start, gsize end)
{
  static const char *const before[]
      = { "grade in",  "grade for", "grades in", "success in", "succeed in",  "welcome to",
          "topics of", "work in",   "learn in",  "do well in", "policies of", "students in",
          "staff of",  "goals of",  "this is",   NULL };
  g_autofree char *front = g_strndup (text, start);

  g_strchomp (front);
  return carrel_phrase_match_back (front, strlen (front), before) > 0
         || carrel_pattern_matches (
             "^ (?:is (?:a|an|the|our|\\w+'s)\\b|syllabus\\b|covers\\b|introduces\\b"
             "|will (?:cover|introduce|be graded))",
             text + end, G_REGEX_CASELESS);
}

/**
 * carrel_identity_read_own_code:
 * @reader: whose course gets the code that sentences of its page use for it, when it has none
 */
void
carrel_identity_read_own_code (CarrelIdentityReader *reader)
{
  guint n_lines = MIN (carrel_page_get_n_lines (reader->page), MAX_LINES);

  for (guint i = 0; reader->course->code == NULL && i < n_lines; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (reader->page, i);
      gsize start = 0;
      gsize end = 0;
      g_autofree char *code = NULL;

      if (speaks_of_others (reader, line))
        continue;
      code = carrel_course_name_find_code (line->text, FALSE, &start, &end);
      if (code != NULL && is_own_code (line->text, start, end) && !is_room (reader->course, code))
        carrel_identity_set (&reader->course->code, code);
    }
}

/* A term or a code that the first lines name in a sentence, when it is the only one there. */
static void
read_sentence (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  gsize start = 0;
  gsize end = 0;
  gsize other_start;
  gsize other_end;
  g_autofree char *term
      = carrel_course_name_find_term (reader->page->words, line->text, &start, &end);
  g_autofree char *other = term != NULL ? carrel_course_name_find_term (
                               reader->page->words, line->text + end, &other_start, &other_end)
                                        : NULL;

  if (other == NULL)
    carrel_identity_set (&reader->course->term, term);
  read_code_in_sentence (reader, line);
  read_title_in_sentence (reader, line);
  read_title_before_code (reader, line);
  read_quoted_title (reader, line);
  read_slanted_title (reader, line);
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
      if (n_texts < 5 && block->kind == CARREL_BLOCK_PARAGRAPH && strlen (line->text) < 600
          && (carrel_identity_has_people_or_times (reader->course) || names_code (reader, line)))
        read_sentence (reader, line);
      n_texts++;
    }
  read_tables (reader);
}

/* "CHEM 3A" is a code and no hour of the night. */
static gboolean
is_number_of_code (const char *text, const CarrelSlot *slot)
{
  return slot->days == CARREL_DAY_NONE && slot->end == CARREL_UNKNOWN && slot->until >= 2
         && g_ascii_isupper (text[slot->until - 1]) && g_ascii_isdigit (text[slot->until - 2]);
}

/**
 * carrel_identity_has_time:
 * @reader: a page
 * @text: a heading or a line of it
 *
 * Returns: whether @text says a time: "Mon & Wed 10:15-11:15am MOOR 216" names no course
 */
gboolean
carrel_identity_has_time (const CarrelIdentityReader *reader, const char *text)
{
  g_autoptr (GArray) slots = carrel_slot_read_line (reader->page->words, text, CARREL_TIME_PLAIN);

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
      g_autofree char *term = carrel_course_name_find_term (
          page->words, carrel_page_get_line (page, i)->text, &start, &end);

      if (term == NULL || g_strcmp0 (only, term) == 0)
        continue;
      if (only != NULL)
        return;
      only = g_steal_pointer (&term);
    }
  if (only != NULL && read_year (only) > 0 && has_row_in_year (reader->course, read_year (only)))
    carrel_identity_set (&reader->course->term, only);
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
}
