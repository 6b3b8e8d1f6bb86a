/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of extractors, and the sections, which every page has. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-extract.h"

#include "carrel-section-source.h"

/* In this order: later ones may use what earlier ones found. */
static const CarrelExtractFunc extractors[] = {
  carrel_extract_sections, carrel_extract_meetings, carrel_extract_hours,   carrel_extract_staff,
  carrel_extract_identity, carrel_extract_links,    carrel_extract_grading, carrel_extract_letters,
  carrel_extract_late,     carrel_extract_schedule, carrel_extract_title,   carrel_extract_term,
};

/* Where the Markdown of a section is, without blank lines around it. */
static void
find_body (const CarrelPage *page, const CarrelPageSection *section, gsize *start, gsize *end)
{
  *start = section->body_start;
  *end = MAX (section->body_end, *start);
  while (*end > *start && g_ascii_isspace (page->source[*end - 1]))
    (*end)--;
  for (gsize i = *start; i < *end && g_ascii_isspace (page->source[i]); i++)
    if (page->source[i] == '\n')
      *start = i + 1;
}

/* A page of HTML has no Markdown around its texts. */
static gboolean
is_markdown (const CarrelPage *page)
{
  g_autofree char *name = page->file != NULL ? g_ascii_strdown (page->file, -1) : g_strdup ("");

  return !g_str_has_suffix (name, ".html") && !g_str_has_suffix (name, ".htm");
}

/* Below an empty body there is nothing: its blank lines belong to the heading. */
static void
keep_source (const CarrelPage *page, CarrelSection *record, gsize from, gsize start, gsize end)
{
  gsize until = end;
  g_autofree char *opening = NULL;
  g_autofree char *closing = NULL;

  while (until < page->length && g_ascii_isspace (page->source[until]))
    until++;
  if (*record->body == '\0')
    start = end = until;
  opening = g_strndup (page->source + from, start - from);
  closing = g_strndup (page->source + end, until - end);
  carrel_section_source_keep (record, opening, closing, until == page->length);
}

/* Where the page has been read as older readers do: what is no heading to others stays text. */
static gboolean
is_tight (const CarrelPage *page, guint index)
{
  return index < carrel_page_get_n_sections (page)
         && carrel_page_get_section (page, index)->is_tight;
}

/**
 * carrel_extract_sections:
 * @page: a page
 * @course: (inout): gets each section with its text as it is in the source
 */
void
carrel_extract_sections (const CarrelPage *page, CarrelCourse *course)
{
  gboolean keeps_source = is_markdown (page);
  gsize from = 0;

  for (guint i = 0; i < carrel_page_get_n_sections (page); i++)
    {
      CarrelPageSection section = *carrel_page_get_section (page, i);
      CarrelSection *record;
      gsize start, end;

      for (; is_tight (page, i + 1); i++)
        section.body_end = carrel_page_get_section (page, i + 1)->body_end;
      find_body (page, &section, &start, &end);
      if (section.level == 0 && start == end)
        continue;
      record = carrel_record_new (&carrel_section_type);
      record->level = section.level;
      record->heading = g_strdup (section.heading);
      record->body = g_strndup (page->source + start, end - start);
      if (keeps_source && from <= start)
        keep_source (page, record, from, start, end);
      from = MAX (from, section.body_end);
      carrel_record_set_source (record, page->file, section.line);
      g_ptr_array_add (course->sections, record);
    }
}

/**
 * carrel_extract_all:
 * @page: a page
 * @watch: (nullable): who waits; may stop it, and then some facts are missing
 * @course: (inout): gets all facts of the page
 */
void
carrel_extract_all (const CarrelPage *page, const CarrelImportWatch *watch, CarrelCourse *course)
{
  const double n_extractors = G_N_ELEMENTS (extractors);

  for (gsize i = 0; i < G_N_ELEMENTS (extractors); i++)
    {
      if (!carrel_import_watch_step (watch, (double) i / n_extractors))
        return;
      extractors[i](page, course);
    }
}

/**
 * carrel_extract_ask:
 * @course: (inout): gets the question, unless it has the same one
 * @about: the field or path in question
 * @file: (nullable): where the doubt comes from
 * @line: its line, or 0
 * @text: the question, a sentence
 */
void
carrel_extract_ask (
    CarrelCourse *course, const char *about, const char *file, int line, const char *text)
{
  CarrelQuestion *question;

  for (guint i = 0; i < course->questions->len; i++)
    {
      question = g_ptr_array_index (course->questions, i);
      if (g_strcmp0 (question->about, about) == 0 && g_strcmp0 (question->text, text) == 0)
        return;
    }
  question = carrel_record_new (&carrel_question_type);
  question->about = g_strdup (about);
  question->text = g_strdup (text);
  if (file != NULL && line > 0)
    question->source = g_strdup_printf ("%s:%d", file, line);
  else
    question->source = g_strdup (file);
  carrel_record_set_source (question, file, line);
  g_ptr_array_add (course->questions, question);
}
