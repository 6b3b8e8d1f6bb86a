/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of extractors, and the sections, which every page has. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-extract.h"

#include <string.h>

/* In this order: later ones may use what earlier ones found. */
static const CarrelExtractFunc extractors[] = {
  carrel_extract_sections, carrel_extract_meetings, carrel_extract_hours,   carrel_extract_staff,
  carrel_extract_identity, carrel_extract_links,    carrel_extract_grading, carrel_extract_letters,
  carrel_extract_late,     carrel_extract_schedule, carrel_extract_title,   carrel_extract_term,
};

/* The Markdown of a section without blank lines around it. */
static char *
dup_body (const CarrelPage *page, const CarrelPageSection *section)
{
  gsize start = section->body_start;
  gsize end = section->body_end;

  while (end > start && g_ascii_isspace (page->source[end - 1]))
    end--;
  for (gsize i = start; i < end && g_ascii_isspace (page->source[i]); i++)
    if (page->source[i] == '\n')
      start = i + 1;
  return g_strndup (page->source + start, end - start);
}

/**
 * carrel_extract_sections:
 * @page: a page
 * @course: (inout): gets each section with its text as it is in the source
 */
void
carrel_extract_sections (const CarrelPage *page, CarrelCourse *course)
{
  for (guint i = 0; i < carrel_page_get_n_sections (page); i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (page, i);
      g_autofree char *body = dup_body (page, section);
      CarrelSection *record;

      if (section->level == 0 && body[0] == '\0')
        continue;
      record = carrel_record_new (&carrel_section_type);
      record->level = section->level;
      record->heading = g_strdup (section->heading);
      record->body = g_steal_pointer (&body);
      carrel_record_set_source (record, page->file, section->line);
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
