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
#include "carrel-store-gradebook.h"

#include <glib/gi18n.h>

static gboolean moves_scores;
static char *into;

static const GOptionEntry options[] = {
  { "into", 0, 0, G_OPTION_ARG_STRING, &into,
    N_ ("The course that the pages are of, where they do not say its term"), N_ ("COURSE") },
  { "move-scores", 0, 0, G_OPTION_ARG_NONE, &moves_scores,
    N_ ("What is mine moves along to every part that may have a new name"), NULL },
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

/* Corrections stay, also where the page has changed the same. */
static void
print_conflicts (const GPtrArray *conflicts)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      g_autofree char *sentence
          = carrel_import_conflict_dup_sentence (g_ptr_array_index (conflicts, i));

      g_print ("%s\n", sentence);
    }
}

/* Whether nothing of a graded thing is another but its name, so that it is the same one. */
static gboolean
is_certain (const CarrelDiff *diff, const CarrelRename *rename)
{
  for (guint i = 0; i < diff->differences->len; i++)
    {
      const CarrelDifference *difference = g_ptr_array_index (diff->differences, i);

      if (difference->action == CARREL_DIFF_CHANGED && g_str_equal (difference->kind, rename->kind)
          && g_str_equal (difference->key, rename->new_key)
          && g_strcmp0 (difference->field, "name") != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_implied (const CarrelRename *rename)
{
  return g_str_equal (rename->old_title, rename->new_title);
}

/* The renames after which what is mine moves along: those that are certain, or were asked for, and
 * the items that keep their names in a group that is among them. */
static GPtrArray *
list_moved (const CarrelDiff *diff)
{
  GPtrArray *moved = g_ptr_array_new ();
  guint n_asked = 0;

  for (guint i = 0; i < diff->renames->len; i++)
    {
      CarrelRename *rename = g_ptr_array_index (diff->renames, i);

      n_asked += !is_implied (rename);
      if (!is_implied (rename) && (moves_scores || is_certain (diff, rename)))
        g_ptr_array_add (moved, rename);
    }
  for (guint i = 0; i < diff->renames->len; i++)
    {
      CarrelRename *rename = g_ptr_array_index (diff->renames, i);

      if (is_implied (rename) && (moved->len > 0 || n_asked == 0))
        g_ptr_array_add (moved, rename);
    }
  return moved;
}

/* What the last import has done, for names that are confirmed after it. */
static CarrelDiff *
load_last_diff (CarrelStore *store, const char *course_id, GError **error)
{
  g_autoptr (GPtrArray) versions = carrel_store_list_versions (store, course_id, error);
  g_autoptr (CarrelCourse) before = NULL;
  g_autoptr (CarrelCourse) after = NULL;

  if (versions == NULL || versions->len < 2)
    return NULL;
  after = carrel_store_load_version (store, ((CarrelVersion *) versions->pdata[0])->version, error);
  if (after == NULL)
    return NULL;
  before
      = carrel_store_load_version (store, ((CarrelVersion *) versions->pdata[1])->version, error);
  return before != NULL ? carrel_diff_new (before, after) : NULL;
}

static guint
count_strays (CarrelStore *store, const char *course_id)
{
  g_autoptr (CarrelCourse) course = carrel_store_load_course (store, course_id, NULL);
  g_autoptr (GHashTable) real
      = carrel_store_load_score_table (store, course_id, CARREL_SCENARIO_REAL, NULL);
  g_autoptr (CarrelGradebook) book = course != NULL ? carrel_gradebook_new (course) : NULL;

  return book != NULL && real != NULL ? carrel_gradebook_enter_scores (book, real, NULL, NULL) : 0;
}

/* Says which names what is mine went to, and what it did not go to. */
static void
print_renames (CarrelStore *store, const char *course_id, const CarrelDiff *diff, GPtrArray *moved)
{
  guint n_strays = count_strays (store, course_id);

  for (guint i = 0; i < moved->len; i++)
    {
      const CarrelRename *rename = g_ptr_array_index (moved, i);

      if (is_implied (rename))
        continue;
      /* Translators: the old and the new name of a graded group or item. */
      g_print (_ ("“%s” is “%s” now: what is mine moves along"), rename->old_title,
               rename->new_title);
      g_print ("\n");
    }
  if (n_strays == 0)
    return;
  g_print (ngettext ("%u score is kept for an item that the course does not have any more.",
                     "%u scores are kept for items that the course does not have any more.",
                     n_strays),
           n_strays);
  g_print ("\n");
  for (guint i = 0; i < diff->renames->len; i++)
    {
      const CarrelRename *rename = g_ptr_array_index (diff->renames, i);

      if (is_implied (rename) || g_ptr_array_find (moved, rename, NULL))
        continue;
      /* Translators: the old and the new name of a graded group or item. */
      g_print (_ ("If “%s” is “%s” now, import the same again with --move-scores."),
               rename->old_title, rename->new_title);
      g_print ("\n");
    }
}

/* Moves what is mine after an import that had changed nothing. */
static gboolean
move_after_import (CarrelStore *store, const char *course_id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (CarrelDiff) diff = load_last_diff (store, course_id, &problem);
  g_autoptr (GPtrArray) moved = diff != NULL ? list_moved (diff) : NULL;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (moved == NULL)
    return TRUE;
  if (!carrel_store_apply_renames (store, course_id, moved, error))
    return FALSE;
  print_renames (store, course_id, diff, moved);
  return TRUE;
}

/* Keeps what was read and says what has changed. */
static CarrelPublished *
keep (CarrelStore *store, const char *id, const CarrelCliInput *input, GError **error)
{
  g_autoptr (CarrelImportPlan) plan
      = carrel_importer_plan (store, id, input->course, &input->sources, error);
  g_autoptr (GPtrArray) moved = plan != NULL ? list_moved (plan->diff) : NULL;
  g_autoptr (CarrelPublished) published = NULL;

  if (moved == NULL)
    return NULL;
  published = carrel_importer_apply (store, plan->course_id, input->course, &input->sources, moved,
                                     error);
  if (published == NULL)
    return NULL;
  print_published (store, published);
  if (!published->is_unchanged && !published->is_new)
    {
      print_conflicts (plan->conflicts);
      print_renames (store, published->course_id, plan->diff, moved);
    }
  if (published->is_unchanged && moves_scores
      && !move_after_import (store, published->course_id, error))
    return NULL;
  return g_steal_pointer (&published);
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
  published = keep (store, id, input, error);
  if (published == NULL)
    return FALSE;
  if (published->is_new)
    warn_of_text (input->course, input->sources.names[0]);
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
