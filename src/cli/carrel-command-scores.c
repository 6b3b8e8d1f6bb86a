/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* carrelctl scores: the scores that Canvas or Gradescope export, into a course. */
#define G_LOG_DOMAIN "carrel-command-scores"

#include "config.h"

#include "carrel-cli-store.h"
#include "carrel-cli.h"
#include "carrel-score-match.h"
#include "carrel-store-gradebook.h"

#include <glib/gi18n.h>

static char *student_text;
static gboolean is_dry_run;

static const GOptionEntry options[] = {
  { "student", 's', 0, G_OPTION_ARG_STRING, &student_text,
    N_ ("Whose scores, where the file has those of several students"), N_ ("NAME|NUMBER") },
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &is_dry_run, N_ ("Only show what would be stored"),
    NULL },
  { NULL },
};

static char *
dup_labels (const CarrelScoresCsv *csv)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < csv->students->len; i++)
    {
      g_autofree char *label = carrel_scores_csv_dup_label (csv, i);

      g_string_append_printf (labels, "\n  %s", label);
    }
  return g_strdup (labels->str);
}

static gboolean
find_student (const CarrelScoresCsv *csv, const char *path, guint *student, GError **error)
{
  g_autofree char *labels = NULL;

  *student = 0;
  if (student_text == NULL && csv->students->len == 1)
    return TRUE;
  if (student_text != NULL && carrel_scores_csv_find (csv, student_text, student))
    return TRUE;
  labels = dup_labels (csv);
  g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_NOT_FOUND,
               /* Translators: a file name, and a list of students, a line each. */
               _ ("%s: say whose scores with --student=NAME, which must be one of these:%s"), path,
               labels);
  return FALSE;
}

static void
print_match (const CarrelScoreMatch *match, const CarrelGradebook *book)
{
  g_autofree char *before = carrel_score_match_dup_before (match, book);
  g_autofree char *after = carrel_score_match_dup_after (match, book);

  if (match->item == NULL)
    /* Translators: the name of a column of a file. */
    g_print (_ ("%s: the course has no such item, left out\n"), match->cell->name);
  else if (match->cell->problem != NULL)
    return;
  else if (!match->is_used)
    /* Translators: the name of a column of a file, and of an item of the course. */
    g_print (_ ("%s → %s: no score in the file, left out\n"), match->cell->name, match->item->name);
  else if (!carrel_score_match_is_change (match, book))
    /* Translators: the name of a column, of an item, and a score. */
    g_print (_ ("%s → %s: %s, as it is\n"), match->cell->name, match->item->name, after);
  else
    /* Translators: the name of a column, of an item, the score of now and the one of the file. */
    g_print (_ ("%s → %s: was %s, becomes %s\n"), match->cell->name, match->item->name, before,
             after);
}

static gboolean
keep (CarrelStore *store, const char *course_id, GPtrArray *scores, GError **error)
{
  if (is_dry_run)
    {
      g_print ("%s\n", _ ("Nothing was stored."));
      return TRUE;
    }
  if (scores->len > 0
      && !carrel_store_set_scores (store, course_id, CARREL_SCENARIO_REAL, scores, error))
    return FALSE;
  g_print (ngettext ("%u score is stored.\n", "%u scores are stored.\n", scores->len), scores->len);
  return TRUE;
}

static gboolean
read_scores (const CarrelScoresStudent *student,
             CarrelStore *store,
             const char *course_id,
             GError **error)
{
  g_autoptr (CarrelGradebook) book
      = carrel_store_load_gradebook (store, course_id, CARREL_SCENARIO_REAL, error);
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GPtrArray) scores = NULL;

  if (book == NULL)
    return FALSE;
  matches = carrel_score_match_list (student, book);
  scores = carrel_score_match_make_scores (matches, book, error);
  if (scores == NULL)
    return FALSE;
  for (guint i = 0; i < matches->len; i++)
    print_match (g_ptr_array_index (matches, i), book);
  return keep (store, course_id, scores, error);
}

static gboolean
run (const char *path, const char *wanted, GError **error)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (GPtrArray) files = carrel_import_load (paths, NULL, error);
  g_autoptr (CarrelScoresCsv) csv
      = files != NULL && files->len > 0
            ? carrel_scores_csv_parse (g_ptr_array_index (files, 0), error)
            : NULL;
  g_autoptr (CarrelStore) store = NULL;
  g_autofree char *course_id = NULL;
  guint student = 0;

  if (csv == NULL || !find_student (csv, path, &student, error))
    return FALSE;
  store = carrel_cli_open_store (CARREL_CLI_OPEN_PLAIN, error);
  course_id = store != NULL ? carrel_cli_find_course (store, wanted, error) : NULL;
  return course_id != NULL
         && read_scores (g_ptr_array_index (csv->students, student), store, course_id, error);
}

static CarrelExit
run_scores (const char *const *operands)
{
  g_autoptr (GError) error = NULL;

  if (run (operands[0], operands[1], &error))
    return CARREL_EXIT_DONE;
  carrel_cli_print_error (error);
  return CARREL_EXIT_REFUSED;
}

const CarrelCommand carrel_command_scores = {
  "scores",
  N_ ("FILE [COURSE]"),
  N_ ("Read scores from a CSV file of Canvas, Gradescope or your own"),
  options,
  1,
  2,
  run_scores,
};
