/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* carrelctl average: the average over courses, by their units. */
#define G_LOG_DOMAIN "carrel-command-average"

#include "config.h"

#include "carrel-cli-store.h"
#include "carrel-cli.h"
#include "carrel-grade-average.h"
#include "carrel-grade-json.h"
#include "carrel-grade-text.h"
#include "carrel-store-gradebook.h"

#include <glib/gi18n.h>

static char **unit_settings;
static char *next_text;
static char *target_text;
static gboolean is_json;

static const GOptionEntry options[] = {
  { "units", 'u', 0, G_OPTION_ARG_STRING_ARRAY, &unit_settings,
    N_ ("What a course counts; 1 without, 0 leaves it out"), N_ ("COURSE=UNITS") },
  { "next-units", 'n', 0, G_OPTION_ARG_STRING, &next_text, N_ ("Units still to come, for --target"),
    N_ ("UNITS") },
  { "target", 't', 0, G_OPTION_ARG_STRING, &target_text,
    N_ ("The average that is wanted after those, per cent"), N_ ("90") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_ ("Print JSON, with exact fractions"), NULL },
  { NULL },
};

typedef struct
{
  CarrelCourseItem *course;
  CarrelGradebook *book;
  CarrelRational *units;
  CarrelRational *grade; /* NULL when nothing is graded */
} Entry;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->course);
  g_clear_pointer (&entry->book, carrel_gradebook_free);
  g_clear_pointer (&entry->units, carrel_rational_unref);
  g_clear_pointer (&entry->grade, carrel_rational_unref);
  g_free (entry);
}

static CarrelRational *
parse_units (const char *text, GError **error)
{
  g_autoptr (CarrelRational) units = carrel_rational_parse (text, error);

  if (units != NULL && carrel_rational_get_sign (units) < 0)
    {
      g_set_error (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_NUMBER,
                   /* Translators: what was given as a number. */
                   _ ("“%s”: units cannot be below 0"), text);
      return NULL;
    }
  return g_steal_pointer (&units);
}

/* What --units says of a course, else 1. */
static CarrelRational *
find_units (CarrelStore *store, const char *course_id, GError **error)
{
  for (guint i = 0; unit_settings != NULL && unit_settings[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (unit_settings[i], "=", 2);
      g_autofree char *id = carrel_cli_find_course (store, parts[0], error);

      if (id == NULL)
        return NULL;
      if (g_str_equal (id, course_id))
        return parse_units (parts[1] != NULL ? parts[1] : "", error);
    }
  return carrel_rational_new (1, 1);
}

static gboolean
add_entry (GPtrArray *entries, CarrelStore *store, CarrelCourseItem *course, GError **error)
{
  const char *id = carrel_course_item_get_id (course);
  Entry *entry = g_new0 (Entry, 1);

  g_ptr_array_add (entries, entry);
  entry->course = g_object_ref (course);
  entry->units = find_units (store, id, error);
  if (entry->units == NULL)
    return FALSE;
  entry->book = carrel_store_load_gradebook (store, id, CARREL_SCENARIO_REAL, error);
  if (entry->book == NULL)
    return FALSE;
  entry->grade = carrel_forecast_get_current (entry->book->course, CARREL_DROPS_AS_GRADED, NULL);
  return TRUE;
}

/* All courses, without the example when there are others. */
static GPtrArray *
list_entries (CarrelStore *store, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  GListModel *courses = carrel_store_get_courses (store);
  guint n_courses = g_list_model_get_n_items (courses);

  for (guint i = 0; i < n_courses; i++)
    {
      g_autoptr (CarrelCourseItem) course = g_list_model_get_item (courses, i);

      if (carrel_course_item_is_example (course) && n_courses > 1)
        continue;
      if (!add_entry (entries, store, course, error))
        return NULL;
    }
  return g_steal_pointer (&entries);
}

static CarrelRational *
get_average (const GPtrArray *entries, CarrelRational **units)
{
  g_autofree CarrelUnits *graded = g_new0 (CarrelUnits, entries->len + 1);
  guint n_graded = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (entry->grade != NULL)
        graded[n_graded++] = (CarrelUnits){ entry->units, entry->grade };
    }
  return carrel_grade_average_get (graded, n_graded, units);
}

/* What the units to come need; NULL when that was not asked, or with @error. */
static CarrelRational *
get_needed (const CarrelRational *average, const CarrelRational *units, GError **error)
{
  g_autoptr (CarrelRational) next = NULL;
  g_autoptr (CarrelRational) percent = NULL;
  g_autoptr (CarrelRational) hundred = carrel_rational_new (100, 1);
  g_autoptr (CarrelRational) target = NULL;
  const CarrelUnits have = { units, average };

  if (average == NULL || target_text == NULL || next_text == NULL)
    return NULL;
  next = parse_units (next_text, error);
  percent = next != NULL ? carrel_rational_parse (target_text, error) : NULL;
  if (percent == NULL)
    return NULL;
  if (carrel_rational_get_sign (next) == 0)
    {
      g_set_error_literal (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_NUMBER,
                           _ ("Give units above 0 with --next-units."));
      return NULL;
    }
  target = carrel_rational_divide (percent, hundred);
  return carrel_grade_average_get_needed (&have, next, target);
}

static char *
dup_percent (const CarrelRational *fraction)
{
  g_autoptr (CarrelRational) hundred = carrel_rational_new (100, 1);
  g_autoptr (CarrelRational) percent = carrel_rational_multiply (fraction, hundred);
  g_autofree char *decimal = carrel_rational_to_decimal (percent, 2, CARREL_ROUND_HALF_UP);

  return carrel_format_percent (decimal, CARREL_FORMAT_DEFAULT);
}

static void
print_text (const GPtrArray *entries, const CarrelRational *average, const CarrelRational *needed)
{
  g_autofree char *all = average != NULL ? dup_percent (average) : g_strdup (_ ("none yet"));
  g_autofree char *rest = needed != NULL ? dup_percent (needed) : NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);
      g_autofree char *units = carrel_grade_text_points (entry->units);
      g_autofree char *grade = entry->grade != NULL
                                   ? carrel_grade_text_percent (entry->book, entry->grade, 0)
                                   : g_strdup (_ ("none yet"));

      /* Translators: the title of a course, its grade, and a number of units. */
      g_print (_ ("%s: %s, units: %s\n"), carrel_course_item_get_title (entry->course), grade,
               units);
    }
  /* Translators: a grade. */
  g_print (_ ("Average: %s\n"), all);
  if (rest != NULL)
    /* Translators: the wanted average, a number of units, and a grade. */
    g_print (_ ("For %s after %s more units, these need: %s\n"), target_text, next_text, rest);
}

static void
print_json (const GPtrArray *entries, const CarrelRational *average, const CarrelRational *needed)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  carrel_grade_json_add_number (builder, "average", average);
  if (target_text != NULL)
    carrel_grade_json_add_number (builder, "needed", needed);
  json_builder_set_member_name (builder, "courses");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, carrel_course_item_get_id (entry->course));
      carrel_grade_json_add_number (builder, "units", entry->units);
      carrel_grade_json_add_number (builder, "current", entry->grade);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static gboolean
print_average (CarrelStore *store, GError **error)
{
  g_autoptr (GPtrArray) entries = list_entries (store, error);
  g_autoptr (CarrelRational) units = NULL;
  g_autoptr (CarrelRational) average = entries != NULL ? get_average (entries, &units) : NULL;
  g_autoptr (GError) problem = NULL;
  g_autoptr (CarrelRational) needed = get_needed (average, units, &problem);

  if (entries == NULL)
    return FALSE;
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (is_json)
    print_json (entries, average, needed);
  else
    print_text (entries, average, needed);
  return TRUE;
}

static CarrelExit
run_average (const char *const *operands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelStore) store = carrel_cli_open_store (CARREL_CLI_OPEN_WITH_EXAMPLE, &error);

  if (store != NULL && print_average (store, &error))
    return CARREL_EXIT_DONE;
  carrel_cli_print_error (error);
  return CARREL_EXIT_REFUSED;
}

const CarrelCommand carrel_command_average = {
  "average", "", N_ ("Average over all courses, by their units"), options, 0, 0, run_average,
};
