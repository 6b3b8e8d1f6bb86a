/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Title, code, term and language of a course: from front matter, configuration, headings at the top
 * and labelled lines. The name of a page is no title. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-extract.h"

#include "carrel-course-name.h"
#include "carrel-slot.h"
#include "carrel-staff-line.h"

#include <string.h>

#define MAX_TOP_LINES 12

typedef struct
{
  const CarrelPage *page;
  CarrelCourse *course;
} IdentityReader;

static void
set_once (char **field, const char *value)
{
  if (*field == NULL && value != NULL && value[0] != '\0')
    *field = g_strdup (value);
}

static gboolean
has_people_or_times (const CarrelCourse *course)
{
  return course->staff->len > 0 || course->meetings->len > 0 || course->office_hours->len > 0;
}

static gboolean
is_page_label (CarrelLabel label)
{
  return label != CARREL_LABEL_NONE && label != CARREL_LABEL_TITLE;
}

/* "Mon & Wed 10:15-11:15am MOOR 216" names no course. */
static gboolean
has_time (const IdentityReader *reader, const char *text)
{
  g_autoptr (GArray) slots = carrel_slot_read_line (reader->page->words, text, CARREL_TIME_PLAIN);

  return slots->len > 0;
}

/* Takes what a heading or title says. Without code and term it is only a title where the page
 * speaks of a course. */
static void
take_name (IdentityReader *reader, const char *text, gboolean is_sure, int line)
{
  const CarrelWords *words = reader->page->words;
  g_auto (CarrelCourseName) name = { 0 };
  gboolean is_named;

  carrel_course_name_read (words, text, &name);
  is_named = is_sure || name.code != NULL || name.term != NULL;
  if (name.title != NULL && strlen (name.title) < 120
      && (is_named || !is_page_label (carrel_words_find_label (words, name.title))))
    set_once (&reader->course->title, name.title);
  set_once (&reader->course->code, name.code);
  set_once (&reader->course->term, name.term);
  if (reader->course->record.file == NULL && name.title != NULL)
    carrel_record_set_source (reader->course, reader->page->file, line);
}

/* Keys of front matter and of configuration files, in the order in which they are believed. */
static void
read_data (IdentityReader *reader)
{
  static const struct
  {
    const char *key;
    gboolean is_title;
  } keys[] = { { "course_title", TRUE },  { "course_name", TRUE },    { "courseName", TRUE },
               { "course", FALSE },       { "tagline", TRUE },        { "subtitle", FALSE },
               { "section", FALSE },      { "course_code", FALSE },   { "description", FALSE },
               { "courseNumber", FALSE }, { "course_number", FALSE }, { "courseCode", FALSE } };
  static const char *const terms[]
      = { "term", "semester", "quarter", "course_semester", "courseSemester" };
  const CarrelNode *data = reader->page->front_matter;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *text = carrel_node_get_text (data, keys[i].key);
      g_auto (CarrelCourseName) name = { 0 };

      if (text == NULL || strstr (text, "{{") != NULL || has_time (reader, text))
        continue;
      carrel_course_name_read (reader->page->words, text, &name);
      if (keys[i].is_title)
        set_once (&reader->course->title, name.title);
      set_once (&reader->course->code, name.code);
      set_once (&reader->course->term, name.term);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      const char *text = carrel_node_get_text (data, terms[i]);
      gsize start;
      gsize end;
      g_autofree char *term
          = text != NULL ? carrel_course_name_find_term (reader->page->words, text, &start, &end)
                         : NULL;

      set_once (&reader->course->term, term);
    }
}

/* The name in the front matter of a page: "title" of a page with a code, or "name". */
static void
read_page_title (IdentityReader *reader)
{
  const CarrelNode *data = reader->page->front_matter;
  const char *title = carrel_node_get_text (data, "title");
  const char *name = carrel_node_get_text (data, "name");
  const char *layout = carrel_node_get_text (data, "layout");
  gboolean is_home = g_strcmp0 (layout, "home") == 0;
  gboolean is_person = carrel_node_get (data, "role") != NULL;

  if (name != NULL && !is_person && strstr (name, "{{") == NULL)
    take_name (reader, name, FALSE, 1);
  if (title != NULL && strstr (title, "{{") == NULL && !is_person)
    {
      g_auto (CarrelCourseName) read = { 0 };

      carrel_course_name_read (reader->page->words, title, &read);
      if (read.code != NULL || read.term != NULL
          || (is_home && has_people_or_times (reader->course))
          || (carrel_node_get (data, "course") != NULL && reader->course->code != NULL))
        take_name (reader, title, is_home, 1);
    }
}

/* The headings before the first text: the title block. */
static void
read_headings (IdentityReader *reader)
{
  gboolean has_evidence = has_people_or_times (reader->course) || reader->course->code != NULL;
  gboolean is_top = TRUE;
  guint n_top = 0;

  for (guint i = 0; i < carrel_page_get_n_sections (reader->page) && i < 40; i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (reader->page, i);
      g_auto (CarrelCourseName) name = { 0 };

      if (section->level == 0 || strstr (section->heading, "{{") != NULL
          || has_time (reader, section->heading))
        continue;
      carrel_course_name_read (reader->page->words, section->heading, &name);
      if (n_top == 0 && is_top)
        {
          if (name.code != NULL || name.term != NULL || has_evidence)
            take_name (reader, section->heading, FALSE, section->line);
        }
      else if (is_top && n_top < 4 && (name.term != NULL || name.code != NULL))
        take_name (reader, section->heading, FALSE, section->line);
      n_top++;
      is_top = is_top && section->end - section->first <= 1;
    }
}

/* The value of a line such as "Semester: Fall 2020" or "Number / Title : Math 301 / Algebra". */
static void
read_labelled (IdentityReader *reader, const CarrelPageLine *line)
{
  const CarrelWords *words = reader->page->words;
  const char *colon = strchr (line->text, ':');
  g_autofree char *label = NULL;
  g_auto (CarrelCourseName) name = { 0 };
  const char *slash;

  if (colon == NULL || colon - line->text > 36 || strlen (line->text) > 140)
    return;
  label = g_strndup (line->text, (gsize) (colon - line->text));
  carrel_course_name_read (words, colon + 1, &name);
  if (carrel_words_has_label (words, label, CARREL_LABEL_TERM))
    set_once (&reader->course->term, name.term);
  if (g_regex_match_simple ("\\b(?:identifier|course (?:number|code|id)|number|code)\\b", label,
                            G_REGEX_CASELESS, 0)
      || carrel_words_find_label (words, label) == CARREL_LABEL_CODE)
    set_once (&reader->course->code, name.code);
  if (carrel_staff_line_find_role (words, label) != NULL
      || !g_regex_match_simple ("\\btitle\\b|^course(?: name)?\\W*$", label, G_REGEX_CASELESS, 0))
    return;
  slash = strstr (colon, " / ");
  if (slash != NULL && strchr (label, '/') != NULL)
    {
      g_clear_pointer (&reader->course->title, g_free);
      reader->course->title = g_strstrip (g_strdup (slash + 3));
    }
  else if (reader->course->title == NULL && strstr (line->text, "http") == NULL)
    set_once (&reader->course->title, name.title);
  set_once (&reader->course->code, name.code);
}

/* A term or a code that the first lines name in a sentence, when it is the only one there. */
static void
read_sentence (IdentityReader *reader, const CarrelPageLine *line)
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
  g_autofree char *code = NULL;
  g_autofree char *next = NULL;

  if (other == NULL)
    set_once (&reader->course->term, term);
  if (reader->course->code != NULL || strstr (line->text, "ourse") == NULL)
    return;
  code = carrel_course_name_find_code (line->text, FALSE, &start, &end);
  next = code != NULL
             ? carrel_course_name_find_code (line->text + end, FALSE, &other_start, &other_end)
             : NULL;
  if (next == NULL)
    set_once (&reader->course->code, code);
}

static void
read_lines (IdentityReader *reader)
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
      if (n_texts < 3 && block->kind == CARREL_BLOCK_PARAGRAPH && strlen (line->text) < 600
          && has_people_or_times (reader->course))
        read_sentence (reader, line);
      n_texts++;
    }
}

/* A code in a heading further down: "How to do well in LING172". */
static void
read_lower_headings (IdentityReader *reader)
{
  for (guint i = 0; reader->course->code == NULL && i < carrel_page_get_n_sections (reader->page);
       i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (reader->page, i);
      gsize start;
      gsize end;
      g_autofree char *code = carrel_course_name_find_code (section->heading, FALSE, &start, &end);

      if (code != NULL && !has_time (reader, section->heading)
          && has_people_or_times (reader->course) && strchr (code, ' ') == NULL)
        set_once (&reader->course->code, code);
    }
}

/**
 * carrel_extract_identity:
 * @page: a page
 * @course: (inout): gets title, code, term and language; has the people and times of the page
 */
void
carrel_extract_identity (const CarrelPage *page, CarrelCourse *course)
{
  IdentityReader reader = { .page = page, .course = course };

  read_data (&reader);
  read_page_title (&reader);
  read_headings (&reader);
  read_lines (&reader);
  read_lower_headings (&reader);
  if (course->language == NULL && carrel_page_get_n_lines (page) > 0)
    course->language = g_strdup (page->words->language);
}
