/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Title, code, term and language of a course: from front matter, configuration, headings at the top
 * and labelled lines. The name of a page is no title. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-extract.h"

#include "carrel-course-name.h"
#include "carrel-identity.h"
#include "carrel-page-name.h"
#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-phrase.h"
#include "carrel-staff-line.h"
#include "carrel-term-name.h"

#include <string.h>

#define MIN_ROWS  5
#define MIN_PARTS 3

#define MAX_TITLE_LINES 6
#define MAX_TITLE_GAP   3
#define MAX_SUBTITLE    80
#define MAX_HEADING     24
#define MAX_SCHOOL      40

/* A heading as low as this one is that of a part, unless it names code or term. */
#define MIN_PART_LEVEL 3

/* What only the page of a course has. */
static gboolean
has_facts (const CarrelCourse *course)
{
  return carrel_identity_has_people_or_times (course) || course->schedule->len >= MIN_ROWS
         || course->grading->len >= MIN_PARTS;
}

static gboolean
has_code_or_term (const CarrelIdentityReader *reader, const char *text)
{
  g_auto (CarrelCourseName) name = { 0 };

  carrel_course_name_read (reader->page->words, text, &name);
  return name.code != NULL || name.term != NULL;
}

/* The title of a page has no other heading of its level beside it. */
static gboolean
has_siblings (const CarrelIdentityReader *reader, guint index)
{
  const CarrelPageSection *section = carrel_page_get_section (reader->page, index);
  guint n_sections = carrel_page_get_n_sections (reader->page);

  /* Headings right below each other are a title block. */
  if (section->end - section->first <= 1
      && (index + 1 >= n_sections
          || carrel_page_get_section (reader->page, index + 1)->line - section->line
                 <= MAX_TITLE_GAP))
    return FALSE;
  for (guint i = index + 1; i < n_sections; i++)
    if (carrel_page_get_section (reader->page, i)->level <= section->level)
      return TRUE;
  return FALSE;
}

/* "# Computational Biology" above "# Grading", "# Attendance" and "# Weekly schedule": what courses
 * are called, above the parts of a page on the same level. */
static gboolean
is_above_parts (const CarrelIdentityReader *reader, guint index)
{
  /* "Teaching methods", "Course design" */
  static const char of_pages[]
      = "^(?:teaching|learning|assessment|course|class|grading|instructional|evaluation)\\b";
  const CarrelPageSection *section = carrel_page_get_section (reader->page, index);
  guint n_parts = 0, n_siblings = 0;

  if (!carrel_identity_names_subject (section->heading)
      || carrel_pattern_matches (of_pages, section->heading, G_REGEX_CASELESS))
    return FALSE;
  for (guint i = index + 1; i < carrel_page_get_n_sections (reader->page); i++)
    {
      const CarrelPageSection *other = carrel_page_get_section (reader->page, i);

      if (other->level > section->level)
        continue;
      n_siblings++;
      n_parts += carrel_identity_is_page_label (reader->page->words, other->heading)
                 || carrel_page_name_is (other->heading);
    }
  return n_parts >= MIN_PARTS && 2 * n_parts > n_siblings;
}

/* Whether the first heading may be a title that names neither code nor term. */
static gboolean
is_title_heading (const CarrelIdentityReader *reader, guint index)
{
  return carrel_page_get_section (reader->page, index)->level < MIN_PART_LEVEL
         && (!has_siblings (reader, index) || is_above_parts (reader, index));
}

static gboolean
may_name_course (const CarrelIdentityReader *reader, const CarrelPageSection *section)
{
  return section->level > 0 && strstr (section->heading, "{{") == NULL
         && !carrel_identity_has_time (reader, section->heading);
}

/* Some words that are the name of no page or part of one. */
static gboolean
is_name (const CarrelIdentityReader *reader, const char *heading)
{
  static const char part[]
      = "^(?:lecture|week|homework|assignment|lab|problem set|exam|quiz|project|chapter) [0-9]";
  g_autofree char *person = carrel_staff_line_read_titled (reader->page->words, heading);

  return person == NULL && strchr (heading, ' ') != NULL
         && g_unichar_isupper (g_utf8_get_char (heading))
         && !carrel_identity_is_page_label (reader->page->words, heading)
         && !carrel_page_name_is (heading)
         && !carrel_pattern_matches (part, heading, G_REGEX_CASELESS);
}

/* Such words as the only heading of their level. */
static gboolean
is_lone_name (const CarrelIdentityReader *reader, guint index)
{
  return !has_siblings (reader, index)
         && is_name (reader, carrel_page_get_section (reader->page, index)->heading);
}

/* "# ME 233" with "## Control Systems" right below it. */
static gboolean
is_below_code (const CarrelIdentityReader *reader, guint index, guint n_top)
{
  const CarrelPageSection *above
      = n_top > 0 ? carrel_page_get_section (reader->page, index - 1) : NULL;

  return above != NULL && above->level > 0 && reader->course->title == NULL
         && reader->course->code != NULL && has_code_or_term (reader, above->heading)
         && (carrel_identity_is_name_of_subject (
                 reader, carrel_page_get_section (reader->page, index)->heading)
             || is_lone_name (reader, index));
}

/* "Fall 2019" alone, above the name of the course. */
static gboolean
is_bare_term (const CarrelIdentityReader *reader, const char *heading)
{
  g_auto (CarrelCourseName) name = { 0 };

  carrel_course_name_read (reader->page->words, heading, &name);
  return name.term != NULL && name.code == NULL && name.title == NULL;
}

/* "Department of Waters": who and where a course is taught stands beside its code too. */
static gboolean
tells_who_or_where (const char *text)
{
  static const char *const others[]
      = { "university", "college",    "department", "school",   "institute",
          "professor",  "instructor", "faculty",    "profesor", "profesora",
          "professora", "ayudante",   "assistant",  NULL };

  return carrel_phrase_occurs (text, -1, others);
}

/* "Department of Waters", "Hill Valley Campus", "Ann Lee" */
static gboolean
is_of_school (const CarrelIdentityReader *reader, const char *heading)
{
  return tells_who_or_where (heading) || carrel_identity_tells_of_others (reader, heading)
         || (!carrel_identity_names_subject (heading)
             && carrel_person_name_is_whole (reader->page->words, heading));
}

/* "# Scripting for the Web" with nothing but "Spring 2024" on the line below it. */
static gboolean
is_above_term (const CarrelIdentityReader *reader, guint index)
{
  const CarrelPageSection *section = carrel_page_get_section (reader->page, index);
  const CarrelPageLine *line = section->first_line < section->end_line
                                   ? carrel_page_get_line (reader->page, section->first_line)
                                   : NULL;

  return line != NULL && section->level < MIN_PART_LEVEL && is_bare_term (reader, line->text)
         && strlen (line->text) <= MAX_HEADING && is_name (reader, section->heading)
         && !is_of_school (reader, section->heading);
}

/* Whether a heading at the top names the course. */
static gboolean
names_course (const CarrelIdentityReader *reader, guint index, guint n_top, gboolean has_evidence)
{
  return has_code_or_term (reader, carrel_page_get_section (reader->page, index)->heading)
         || is_below_code (reader, index, n_top)
         || (n_top == 0 && has_evidence
             && (is_title_heading (reader, index) || is_above_term (reader, index)));
}

/* The headings before the first text: the title block. */
static void
read_headings (CarrelIdentityReader *reader)
{
  gboolean has_evidence = has_facts (reader->course) || reader->course->code != NULL;
  guint n_sections = MIN (carrel_page_get_n_sections (reader->page), 40);
  guint n_top = 0;

  for (guint i = 0; i < n_sections && n_top < 4; i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (reader->page, i);

      if (!may_name_course (reader, section) || carrel_identity_is_slug (section->heading))
        continue;
      if (names_course (reader, i, n_top, has_evidence))
        carrel_identity_take_name (reader, section->heading, FALSE, section->line);
      n_top += !is_bare_term (reader, section->heading);
      /* With the first text the title block ends. */
      if (section->end - section->first > 1)
        return;
    }
}

/* A line that is in bold or slanted print from end to end. */
static gboolean
is_in_print (const CarrelIdentityReader *reader, const CarrelPageLine *line, CarrelSpanKind kind)
{
  const CarrelInline *content = &carrel_page_get_block (reader->page, line->block)->content;

  for (guint i = 0; i < content->n_spans; i++)
    if (content->spans[i].kind == kind
        && strncmp (content->text + content->spans[i].start, line->text, strlen (line->text)) == 0
        && content->spans[i].end - content->spans[i].start >= strlen (line->text))
      return TRUE;
  return FALSE;
}

static gboolean
is_bold_line (const CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  return is_in_print (reader, line, CARREL_SPAN_STRONG);
}

/* "_Physics 204_" above the first heading of the page. */
static gboolean
is_above_title (const CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  return line->block + 1 < carrel_page_get_n_blocks (reader->page)
         && carrel_page_get_block (reader->page, line->block + 1)->kind == CARREL_BLOCK_HEADING
         && carrel_page_get_section (reader->page, line->section)->level == 0
         && is_in_print (reader, line, CARREL_SPAN_EMPHASIS);
}

static gboolean
has_term (const CarrelIdentityReader *reader, const char *text)
{
  gsize start;
  gsize end;
  g_autofree char *term = carrel_term_name_find (reader->page->words, text, &start, &end);

  return term != NULL;
}

/* Whether a paragraph goes on below its first line with more than a code, a term or a time. */
static gboolean
goes_on (const CarrelIdentityReader *reader, guint index, guint end)
{
  const CarrelPageLine *next
      = index + 1 < end ? carrel_page_get_line (reader->page, index + 1) : NULL;

  return next != NULL && next->block == carrel_page_get_line (reader->page, index)->block
         && (strlen (next->text) > MAX_SUBTITLE
             || (!has_code_or_term (reader, next->text)
                 && !carrel_identity_has_time (reader, next->text)));
}

/* "Deep waters", or "CS 101: Deep waters", and no sentence. */
static gboolean
is_name_only (const char *text)
{
  gsize start = 1;
  gsize end = 0;
  g_autofree char *code = carrel_course_name_find_code (text, TRUE, &start, &end);
  gsize from = code != NULL && start == 0 && text[end] == ':' ? end + 1 : 0;

  return strlen (text) <= MAX_SUBTITLE && strpbrk (text + from, ".:?!|") == NULL;
}

/* The first line of a section when it is a paragraph of its own, short and no sentence. */
static const CarrelPageLine *
get_subtitle (const CarrelIdentityReader *reader, const CarrelPageSection *section)
{
  const CarrelPageLine *line;

  if (section->first_line >= section->end_line)
    return NULL;
  line = carrel_page_get_line (reader->page, section->first_line);
  if (carrel_page_get_block (reader->page, line->block)->kind != CARREL_BLOCK_PARAGRAPH
      || goes_on (reader, section->first_line, section->end_line) || !is_name_only (line->text)
      || carrel_identity_has_time (reader, line->text))
    return NULL;
  return line;
}

/* "Computer Architecture" beside a term: two words that are no name of a person. */
static gboolean
is_pair (const CarrelIdentityReader *reader, const char *title)
{
  return carrel_pattern_matches ("^\\p{Lu}\\p{L}+ \\p{Lu}\\p{L}+$", title, 0)
         && !carrel_pattern_matches (
             "\\b(?:hall|campus|course|class|section|program|building|center|centre|library)\\b",
             title, G_REGEX_CASELESS)
         && !carrel_person_name_is_whole (reader->page->words, title)
         && !carrel_identity_is_page_label (reader->page->words, title)
         && !carrel_page_name_is (title);
}

/* "Deep Waters" or "Deep Waters - Spring 2024", without another code. */
static gboolean
names_subject_alone (const CarrelIdentityReader *reader, const char *text)
{
  g_auto (CarrelCourseName) name = { 0 };

  carrel_course_name_read (reader->page->words, text, &name);
  if (name.code != NULL || (name.title == NULL && name.term != NULL))
    return FALSE;
  return (name.term != NULL && is_pair (reader, name.title))
         || carrel_identity_is_name_of_subject (reader, name.term != NULL ? name.title : text);
}

/* "# CS 101" with the title as the line below it. */
static void
read_below_code (CarrelIdentityReader *reader)
{
  const CarrelPageSection *section = carrel_page_get_section (
      reader->page, MIN (carrel_page_get_n_sections (reader->page), 2) - 1);
  const CarrelPageLine *line = section->level > 0 && has_code_or_term (reader, section->heading)
                                   ? get_subtitle (reader, section)
                                   : NULL;

  if (reader->course->title == NULL && line != NULL && names_subject_alone (reader, line->text)
      && !tells_who_or_where (line->text))
    carrel_identity_take_name (reader, line->text, FALSE, line->line);
}

/* "## Course" with the title as the first line below it. */
static void
read_below_label (CarrelIdentityReader *reader)
{
  guint n_sections = MIN (carrel_page_get_n_sections (reader->page), 40);

  for (guint i = 1; reader->course->title == NULL && i < n_sections; i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (reader->page, i);
      const CarrelPageLine *line
          = carrel_identity_is_title_label (reader->page->words, section->heading)
                    && strlen (section->heading) <= MAX_HEADING
                ? get_subtitle (reader, section)
                : NULL;

      if (line != NULL && strchr (line->text, ' ') != NULL
          && g_unichar_isupper (g_utf8_get_char (line->text)))
        carrel_identity_take_name (reader, line->text, FALSE, line->line);
    }
}

/* "CU Boulder: CS 5636 (Fall 2018)": a code behind the name of a school. */
static gboolean
is_behind_school (const CarrelIdentityReader *reader, const char *text, gsize start)
{
  return start > 2 && start <= MAX_SCHOOL && strncmp (text + start - 2, ": ", 2) == 0
         && has_term (reader, text);
}

/* "CS 101: Algebra" above "Instructor: Ann Lee", the first lines of a page. */
static gboolean
is_above_facts (const CarrelIdentityReader *reader, const CarrelPageLine *line, gsize code_end)
{
  const CarrelPageLine *next
      = carrel_page_get_n_lines (reader->page) > 1 ? carrel_page_get_line (reader->page, 1) : NULL;

  return next != NULL && carrel_page_get_line (reader->page, 0) == line
         && next->block == line->block
         && carrel_pattern_matches ("^: \\p{Lu}", line->text + code_end, 0)
         && carrel_pattern_matches ("^\\p{Lu}[\\p{L} ]{2,30}: ", next->text, 0);
}

/* "CS 101, Section 5" and nothing else, or "CS 101 CRN 10234, Algebra" */
static gboolean
is_before_section (const char *text, gsize code_end)
{
  return carrel_pattern_matches ("^,? \\(?(?:section|sec\\.?) \\w{1,4}\\)?$|"
                                 "^,? \\(?CRN:? #?[0-9]{4,6}\\b",
                                 text + code_end, G_REGEX_CASELESS);
}

/* In print, or by what stands beside the code or below it. */
static gboolean
looks_like_title (const CarrelIdentityReader *reader, const CarrelPageLine *line, gsize code_end)
{
  return is_bold_line (reader, line) || is_above_title (reader, line)
         || has_term (reader, line->text) || is_above_facts (reader, line, code_end)
         || is_before_section (line->text, code_end);
}

/* "CS 101 - 01, Fall 2019 -- Algebra", or a code in bold print: a heading in all but form. */
static gboolean
is_title_line (const CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  gsize start = 1;
  gsize end;
  g_autofree char *code = carrel_course_name_find_code (line->text, TRUE, &start, &end);

  if (code == NULL || (start > 0 && !is_behind_school (reader, line->text, start)))
    return FALSE;
  return strlen (line->text) <= 100 && !g_str_has_suffix (line->text, ".")
         && !carrel_identity_has_time (reader, line->text) && looks_like_title (reader, line, end);
}

/* "##CS 101: Algebra" is no heading for Markdown, but for who wrote it. */
static void
read_tight_heading (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  gsize n = strspn (line->text, "#");

  if (n > 0 && n <= 6 && g_ascii_isupper (line->text[n])
      && has_code_or_term (reader, line->text + n))
    carrel_identity_take_name (reader, line->text + n, TRUE, line->line);
}

static gboolean
may_be_title_line (CarrelBlockKind kind)
{
  return kind == CARREL_BLOCK_PARAGRAPH || kind == CARREL_BLOCK_LIST_ITEM;
}

/* The line right below another, in its block or the next. */
static const CarrelPageLine *
get_line_below (const CarrelIdentityReader *reader, guint index)
{
  const CarrelPageLine *next = index + 1 < carrel_page_get_n_lines (reader->page)
                                   ? carrel_page_get_line (reader->page, index + 1)
                                   : NULL;

  return next != NULL && next->block <= carrel_page_get_line (reader->page, index)->block + 1
             ? next
             : NULL;
}

/* "**Fall 2020**" right below "**CS 101 - Algebra**" */
static void
read_term_below (CarrelIdentityReader *reader, guint index)
{
  const CarrelPageLine *line = carrel_page_get_line (reader->page, index);
  const CarrelPageLine *next = get_line_below (reader, index);

  /* "- [Fall 2023 syllabus](a.pdf)" links another term. */
  if (next != NULL && is_bare_term (reader, next->text)
      && (next->block == line->block
          || carrel_page_get_block (reader->page, next->block)->kind != CARREL_BLOCK_LIST_ITEM))
    carrel_identity_take_name (reader, next->text, TRUE, next->line);
}

/* "Algebra of Waves", and no sentence, person or school. */
static gboolean
is_title_alone (const CarrelIdentityReader *reader, const char *text)
{
  return is_name_only (text) && names_subject_alone (reader, text) && !tells_who_or_where (text)
         && (carrel_identity_names_subject (text)
             || !carrel_person_name_is_whole (reader->page->words, text));
}

/* "**Algebra of Waves**" right below "**CS 101**" */
static void
read_title_below (CarrelIdentityReader *reader, guint index)
{
  const CarrelPageLine *next = get_line_below (reader, index);

  if (reader->course->title == NULL && next != NULL && is_bold_line (reader, next)
      && is_title_alone (reader, next->text))
    carrel_identity_take_name (reader, next->text, FALSE, next->line);
}

/* Such a line among the first below another, and the bold line above it with the title. */
static void
read_title_lines (CarrelIdentityReader *reader, guint first)
{
  guint n_lines = carrel_page_get_n_lines (reader->page);
  guint n_texts = 0;

  for (guint i = first; i < n_lines && n_texts < MAX_TITLE_LINES; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (reader->page, i);
      const CarrelPageLine *above = i > 0 ? carrel_page_get_line (reader->page, i - 1) : NULL;

      if (!may_be_title_line (carrel_page_get_block (reader->page, line->block)->kind)
          || line->text[0] == '\0')
        continue;
      n_texts++;
      read_tight_heading (reader, line);
      if (!is_title_line (reader, line))
        continue;
      carrel_identity_take_name (reader, line->text, TRUE, line->line);
      if (above != NULL && above->block == line->block && is_bold_line (reader, above))
        carrel_identity_take_name (reader, above->text, FALSE, above->line);
      read_term_below (reader, i);
      read_title_below (reader, i);
      return;
    }
}

static const CarrelPageSection *
find_first_heading (const CarrelPage *page)
{
  for (guint i = 0; i < carrel_page_get_n_sections (page); i++)
    if (carrel_page_get_section (page, i)->level > 0)
      return carrel_page_get_section (page, i);
  return NULL;
}

/* The links of a site may stand above "# Syllabus" and "**CS 101 - Algebra**". */
static void
read_lines_below_page_name (CarrelIdentityReader *reader)
{
  const CarrelPageSection *first = find_first_heading (reader->page);

  if (first != NULL && first->first_line > 0 && reader->course->code == NULL
      && carrel_page_name_is (first->heading))
    read_title_lines (reader, first->first_line);
}

/* "title" of a page without headings, above a heading of a code alone, or in the title block of
 * Pandoc, that has what only the page of a course has. */
static void
read_title_of_page (CarrelIdentityReader *reader)
{
  const CarrelPage *page = reader->page;
  const char *title = carrel_identity_get_text (reader, "title");
  const CarrelPageSection *first = find_first_heading (page);

  if (title == NULL || carrel_node_get (page->front_matter, "role") != NULL)
    return;
  if (page->source[0] == '%' || (first == NULL && reader->course->schedule->len >= MIN_ROWS)
      || (first != NULL && carrel_identity_is_code_alone (reader, first->heading)))
    carrel_identity_take_name (reader, title, FALSE, 1);
}

/**
 * carrel_extract_title:
 * @page: a page
 * @course: (inout): gets a title and a term that only the facts of the page make likely
 */
void
carrel_extract_title (const CarrelPage *page, CarrelCourse *course)
{
  CarrelIdentityReader reader = { .page = page, .course = course };

  if (course->term == NULL)
    carrel_identity_read_term_of_rows (&reader);
  if (has_facts (course))
    carrel_identity_read_page_headings (&reader);
  if (course->title != NULL || !has_facts (course))
    return;
  read_headings (&reader);
  read_title_of_page (&reader);
  carrel_identity_read_plain_title (&reader);
}

/**
 * carrel_extract_identity:
 * @page: a page
 * @course: (inout): gets title, code, term and language; has the people and times of the page
 */
void
carrel_extract_identity (const CarrelPage *page, CarrelCourse *course)
{
  CarrelIdentityReader reader = { .page = page, .course = course };

  carrel_identity_read_front_matter (&reader);
  read_headings (&reader);
  read_below_code (&reader);
  read_below_label (&reader);
  read_title_lines (&reader, 0);
  read_lines_below_page_name (&reader);
  carrel_identity_read_lines (&reader);
  carrel_identity_read_lower_headings (&reader);
  carrel_identity_read_own_code (&reader);
  carrel_identity_read_own_term (&reader);
  if (carrel_identity_has_people_or_times (course))
    carrel_identity_read_plain_title (&reader);
  carrel_identity_read_welcome (&reader);
  if (course->language == NULL && carrel_page_get_n_lines (page) > 0)
    course->language = g_strdup (page->words->language);
}
