/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* carrelctl import: reads a course into the database and says what has changed. */
#define G_LOG_DOMAIN "carrel-command-import"

#include "config.h"

#include "carrel-cli-input.h"
#include "carrel-cli-store.h"
#include "carrel-cli.h"
#include "carrel-clock.h"
#include "carrel-diff-text.h"

#include <glib/gi18n.h>

static char *into;

static const GOptionEntry options[] = {
  { "into", 0, 0, G_OPTION_ARG_STRING, &into,
    N_ ("The course that the pages are of, where they do not say its term"), N_ ("COURSE") },
  { NULL },
};

static void
print_questions (const CarrelCourse *course)
{
  if (course->questions->len == 0)
    return;
  g_print ("\n%s\n", _ ("What the pages leave open:"));
  for (guint i = 0; i < course->questions->len; i++)
    {
      const CarrelQuestion *question = g_ptr_array_index (course->questions, i);

      g_print ("  %s\n", question->text);
    }
}

static void
print_published (CarrelStore *store, const CarrelPublished *published)
{
  CarrelCourseItem *item = carrel_store_find_course (store, published->course_id);
  const char *title = item != NULL ? carrel_course_item_get_title (item) : published->course_id;
  g_auto (GStrv) sentences = NULL;

  /* Translators: the title of a course and its short name in the database, and numbers of facts. */
  g_print (_ ("%s (%s): %u added, %u changed, %u removed"), title, published->course_id,
           published->diff->n_added, published->diff->n_changed, published->diff->n_removed);
  g_print ("\n");
  if (published->is_new)
    return;
  sentences = carrel_diff_dup_sentences (published->diff, CARREL_FORMAT_DEFAULT);
  for (guint i = 0; sentences[i] != NULL; i++)
    g_print ("  %s\n", sentences[i]);
}

/* Whether there is more than text, which may be any file at all. */
static gboolean
has_course (CarrelCourse *draft)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (draft);
  gboolean is_found = draft->title != NULL || draft->code != NULL;

  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelRecord *record = ((const CarrelFact *) g_ptr_array_index (facts, i))->record;

      is_found = is_found
                 || (record->type != &carrel_section_type && record->type != &carrel_course_type);
    }
  return is_found;
}

static void
warn_of_text (CarrelCourse *draft, const char *file)
{
  if (has_course (draft))
    return;
  /* Translators: a file name. */
  g_printerr (_ ("%s:1: Nothing of a course was found but text: no name, times, people, grades or "
                 "dates; import it together with the page of its course, or name the course with "
                 "--into"),
              file);
  g_printerr ("\n");
}

static void
set_unclear (GPtrArray *ids, GError **error)
{
  g_autofree char *list = NULL;

  g_ptr_array_add (ids, NULL);
  list = g_strjoinv ("\n  ", (char **) ids->pdata);
  g_set_error (
      error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND,
      /* Translators: a list of short names of courses. */
      _ ("The page does not say its term, and it may be of several courses: write the term "
         "on the page, or name one of these with --into:\n  %s"),
      list);
}

/* The course that the pages are of; NULL without an error is the one that has their name, or a new
 * one. */
static char *
find_course (CarrelStore *store, CarrelCourse *draft, GError **error)
{
  g_autoptr (GPtrArray) alike = NULL;

  if (into != NULL)
    return carrel_cli_find_course (store, into, error);
  alike = carrel_store_list_courses_alike (store, draft);
  if (alike != NULL)
    set_unclear (alike, error);
  return NULL;
}

static gboolean
import_files (const char *const *operands, GError **error)
{
  g_autoptr (CarrelClock) clock = carrel_clock_new_from_environment (error);
  g_autoptr (CarrelCliInput) input = NULL;
  g_autoptr (CarrelStore) store = NULL;
  g_autoptr (CarrelPublished) published = NULL;
  g_autoptr (CarrelCourse) course = NULL;
  g_autoptr (GError) unclear = NULL;
  g_autofree char *id = NULL;

  if (clock == NULL)
    return FALSE;
  input = carrel_cli_input_read (operands, error);
  if (input == NULL)
    return FALSE;
  store = carrel_cli_open_store (CARREL_CLI_OPEN_PLAIN, error);
  if (store == NULL)
    return FALSE;
  input->sources.read_at = carrel_clock_get_now (clock);
  id = find_course (store, input->course, &unclear);
  if (unclear != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&unclear));
      return FALSE;
    }
  published = carrel_importer_apply (store, id, input->course, &input->sources, NULL, error);
  if (published == NULL)
    return FALSE;
  if (published->is_new)
    warn_of_text (input->course, input->sources.names[0]);
  print_published (store, published);
  course = carrel_store_load_course (store, published->course_id, error);
  if (course == NULL)
    return FALSE;
  print_questions (course);
  return TRUE;
}

static CarrelExit
run_import (const char *const *operands)
{
  g_autoptr (GError) error = NULL;

  if (import_files (operands, &error))
    return CARREL_EXIT_DONE;
  carrel_cli_print_error (error);
  return CARREL_EXIT_REFUSED;
}

const CarrelCommand carrel_command_import = {
  "import",
  N_ ("FILE|DIR…"),
  N_ ("Read a course into the database; files together are one course"),
  options,
  1,
  G_MAXUINT,
  run_import,
};
