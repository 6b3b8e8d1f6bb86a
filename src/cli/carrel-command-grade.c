/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* carrelctl grade: what a grade is, what it can become and what it needs. */
#define G_LOG_DOMAIN "carrel-command-grade"

#include "config.h"

#include "carrel-cli-store.h"
#include "carrel-cli.h"
#include "carrel-grade-json.h"
#include "carrel-grade-needed.h"
#include "carrel-grade-report.h"
#include "carrel-store-gradebook.h"

#include <glib/gi18n.h>
#include <string.h>

static char *target_text;
static char **settings;
static char *scenario_name;
static char *item_text;
static char *pair_text;
static gboolean has_ladder;
static gboolean is_explained;
static gboolean is_json;

static const GOptionEntry options[] = {
  { "target", 't', 0, G_OPTION_ARG_STRING, &target_text,
    N_ ("What is needed for this grade: a letter or per cent"), N_ ("90|A-") },
  { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &settings,
    N_ ("As if an item had this score; nothing is stored"), N_ ("HW4=90") },
  { "scenario", 0, 0, G_OPTION_ARG_STRING, &scenario_name,
    N_ ("With the imagined scores of this scenario"), N_ ("NAME") },
  { "item", 'i', 0, G_OPTION_ARG_STRING, &item_text,
    N_ ("What one item needs for --target, and what it is worth"), N_ ("HW4") },
  { "pair", 'p', 0, G_OPTION_ARG_STRING, &pair_text,
    N_ ("Which scores of two items reach --target together"), N_ ("HW4,HW5") },
  { "ladder", 'l', 0, G_OPTION_ARG_NONE, &has_ladder, N_ ("What every letter needs"), NULL },
  { "explain", 'e', 0, G_OPTION_ARG_NONE, &is_explained, N_ ("Show every step"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_ ("Print JSON, with exact fractions"), NULL },
  { NULL },
};

static gboolean
find_scenario (CarrelStore *store, const char *course_id, gint64 *scenario, GError **error)
{
  g_autoptr (GPtrArray) scenarios = NULL;

  *scenario = CARREL_SCENARIO_REAL;
  if (scenario_name == NULL)
    return TRUE;
  scenarios = carrel_store_list_scenarios (store, course_id, error);
  for (guint i = 0; scenarios != NULL && i < scenarios->len; i++)
    {
      const CarrelScenario *other = g_ptr_array_index (scenarios, i);

      if (g_str_equal (other->name, scenario_name))
        {
          *scenario = other->id;
          return TRUE;
        }
    }
  if (scenarios != NULL)
    g_set_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND,
                 /* Translators: the name of a scenario. */
                 _ ("There is no scenario “%s”: make it in the Grades view"), scenario_name);
  return FALSE;
}

/* "HW4=90": as if the item had that score. */
static gboolean
apply_setting (CarrelGradebook *book, const char *setting, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (setting, "=", 2);
  const CarrelGradebookItem *item = carrel_gradebook_find (book, parts[0]);
  g_autoptr (CarrelRational) points = NULL;
  g_autofree char *decimal = NULL;
  CarrelMark mark = { NULL, "graded", NULL, NULL };

  if (parts[1] == NULL || item == NULL)
    {
      g_set_error (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_UNKNOWN_ITEM,
                   /* Translators: what was given, such as "HW9=90". */
                   _ ("“%s” names no single graded item: write it like HW4=90"), setting);
      return FALSE;
    }
  /* A comma is the decimal sign of many languages. */
  points = carrel_gradebook_parse_score (g_strdelimit (parts[1], ",", '.'),
                                         carrel_gradebook_get_item (book, item)->max, error);
  if (points == NULL)
    return FALSE;
  decimal = carrel_rational_to_text (points);
  mark.item = item->id;
  mark.score = decimal;
  return carrel_gradebook_mark (book, &mark, error);
}

static void
print_number (const char *name, const CarrelGradebook *book, const CarrelRational *number)
{
  g_autofree char *text
      = number != NULL ? carrel_grade_text_percent (book, number, 0) : g_strdup (_ ("none yet"));

  g_print ("%-12s %s\n", name, text);
}

static void
print_text (const CarrelGradebook *book, const CarrelRational *target)
{
  g_autoptr (CarrelRational) current
      = carrel_forecast_get_current (book->course, CARREL_DROPS_AS_GRADED, NULL);
  g_autoptr (CarrelRational) banked = carrel_forecast_get_banked (book->course);
  g_autoptr (CarrelRational) least = NULL;
  g_autoptr (CarrelRational) most = NULL;
  g_autofree char *weights = carrel_grade_text_weights (book);
  g_autofree char *schemes = carrel_grade_text_schemes (book);

  carrel_forecast_get_bounds (book->course, &least, &most);
  print_number (_ ("Current"), book, current);
  print_number (_ ("Banked"), book, banked);
  print_number (_ ("Guaranteed"), book, least);
  print_number (_ ("Attainable"), book, most);
  if (weights != NULL)
    g_print ("%s\n", weights);
  if (schemes != NULL)
    g_print ("%s\n", schemes);
  if (target != NULL)
    {
      g_autofree char *text = carrel_grade_needed_to_text (book, target, 0);

      /* Translators: what was asked for, such as "90" or "A-", and a sentence. */
      g_print (_ ("For %s: %s\n"), target_text, text);
    }
  if (has_ladder)
    carrel_grade_report_print_ladder (book);
  if (is_explained)
    {
      g_autofree char *steps = carrel_grade_text_explain (book);

      g_print ("\n%s", steps);
    }
}

/* What is asked of one item and of two. */
static gboolean
print_more (const CarrelGradebook *book, const CarrelRational *target, GError **error)
{
  if (item_text != NULL && !carrel_grade_report_print_item (book, item_text, target, error))
    return FALSE;
  if (pair_text == NULL)
    return TRUE;
  if (target != NULL)
    return carrel_grade_report_print_frontier (book, pair_text, target, error);
  g_set_error_literal (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_NUMBER,
                       _ ("--pair needs --target, such as --target=90"));
  return FALSE;
}

/* The course's gradebook with the scores that are kept and those that are tried. */
static CarrelGradebook *
load_gradebook (CarrelStore *store, const char *wanted, GError **error)
{
  g_autofree char *id = carrel_cli_find_course (store, wanted, error);
  g_autoptr (CarrelGradebook) book = NULL;
  gint64 scenario;

  if (id == NULL || !find_scenario (store, id, &scenario, error))
    return NULL;
  book = carrel_store_load_gradebook (store, id, scenario, error);
  if (book == NULL)
    return NULL;
  for (guint i = 0; settings != NULL && settings[i] != NULL; i++)
    if (!apply_setting (book, settings[i], error))
      return NULL;
  return g_steal_pointer (&book);
}

static gboolean
print_grade (CarrelStore *store, const char *wanted, GError **error)
{
  g_autoptr (CarrelGradebook) book = load_gradebook (store, wanted, error);
  g_autoptr (CarrelRational) target = NULL;

  if (book == NULL)
    return FALSE;
  if (target_text != NULL)
    {
      target = carrel_gradebook_parse_target (book, target_text, error);
      if (target == NULL)
        return FALSE;
    }
  if (carrel_gradebook_is_empty (book))
    g_print ("%s\n", _ ("The pages of this course give no grading."));
  else if (is_json)
    {
      g_autofree char *json = carrel_grade_json_write (book, target, is_explained);

      g_print ("%s\n", json);
    }
  else
    print_text (book, target);
  return is_json || print_more (book, target, error);
}

static CarrelExit
run_grade (const char *const *operands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelStore) store = carrel_cli_open_store (CARREL_CLI_OPEN_WITH_EXAMPLE, &error);

  if (store != NULL && print_grade (store, operands[0], &error))
    return CARREL_EXIT_DONE;
  carrel_cli_print_error (error);
  return CARREL_EXIT_REFUSED;
}

const CarrelCommand carrel_command_grade = {
  "grade", N_ ("[COURSE]"), N_ ("Calculate the grade and what it needs"), options, 0, 1, run_grade,
};
