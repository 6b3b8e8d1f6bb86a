/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* carrelctl next: what is on and what comes. */
#define G_LOG_DOMAIN "carrel-command-next"

#include "config.h"

#include "carrel-cli-store.h"
#include "carrel-cli-term.h"
#include "carrel-cli.h"
#include "carrel-clock.h"
#include "carrel-format-occurrence.h"
#include "carrel-zone.h"

#include <glib/gi18n.h>

#define DEFAULT_COUNT 5
#define NOT_GIVEN     G_MININT

static char *moment;
static int count = DEFAULT_COUNT;
static int n_days = NOT_GIVEN;

static const GOptionEntry options[] = {
  { "at", 0, 0, G_OPTION_ARG_STRING, &moment,
    N_ ("As if it were this moment, such as 2024-01-24T15:30"), N_ ("ISO") },
  { "count", 'n', 0, G_OPTION_ARG_INT, &count, N_ ("So many entries; 5 unless told"),
    N_ ("COUNT") },
  { "days", 0, 0, G_OPTION_ARG_INT, &n_days, N_ ("All entries of so many days, by day"),
    N_ ("DAYS") },
  { NULL },
};

static gboolean
add_course (CarrelStore *store, const char *id, GPtrArray *courses, GError **error)
{
  CarrelCourse *course = carrel_store_load_course (store, id, error);

  if (course != NULL)
    g_ptr_array_add (courses, course);
  return course != NULL;
}

/* The course that is wanted, or all courses. */
static GPtrArray *
load_courses (CarrelStore *store, const char *wanted, GError **error)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new_with_free_func (carrel_record_unref);
  GListModel *items = carrel_store_get_courses (store);

  if (wanted != NULL)
    {
      g_autofree char *id = carrel_cli_find_course (store, wanted, error);

      return id != NULL && add_course (store, id, courses, error) ? g_steal_pointer (&courses)
                                                                  : NULL;
    }
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (CarrelCourseItem) item = g_list_model_get_item (items, i);

      if (!add_course (store, carrel_course_item_get_id (item), courses, error))
        return NULL;
    }
  return g_steal_pointer (&courses);
}

static void
print_occurrences (GPtrArray *occurrences, const CarrelFormatContext *context)
{
  for (guint i = 0; i < occurrences->len; i++)
    {
      g_autofree char *sentence
          = carrel_format_occurrence_sentence (g_ptr_array_index (occurrences, i), context);

      g_print ("  %s\n", sentence);
    }
}

static void
print_days (CarrelTimetable *timetable, CarrelClock *clock, const CarrelFormatContext *context)
{
  CarrelDate today = carrel_clock_get_today (clock);
  g_autoptr (GHashTable) warned = g_hash_table_new (NULL, NULL);

  for (int day = 0; day < n_days; day++)
    {
      CarrelDate date = carrel_date_add_days (today, day);
      g_autoptr (GPtrArray) occurrences = carrel_timetable_list_days (
          timetable, context->zone, date, carrel_date_add_days (date, 1), CARREL_OCCURRENCE_ALL);
      g_autofree char *heading = carrel_format_day_heading (date, today);

      if (occurrences->len == 0)
        continue;
      g_print ("%s\n", heading);
      print_occurrences (occurrences, context);
      carrel_cli_warn_of_occurrences (occurrences, warned);
    }
}

static void
print_next (CarrelTimetable *timetable, guint n_courses, const CarrelFormatContext *context)
{
  CarrelFormatContext of_now = *context;
  g_autoptr (CarrelNowNext) answer
      = carrel_timetable_find_now_next (timetable, context->now, CARREL_OCCURRENCE_ALL);
  g_autoptr (GPtrArray) occurrences
      = carrel_timetable_list_next (timetable, context->now, CARREL_OCCURRENCE_ALL, (guint) count);
  g_autoptr (GHashTable) warned = g_hash_table_new (NULL, NULL);
  g_autofree char *now = NULL;

  if (n_courses > 1)
    of_now.flags |= CARREL_FORMAT_WITH_COURSE;
  now = carrel_format_now (answer, &of_now);
  g_print ("%s\n", now);
  print_occurrences (occurrences, context);
  if (occurrences->len == 0)
    g_print ("%s\n", _ ("Nothing comes after this."));
  carrel_cli_warn_of_occurrences (answer->now, warned);
  carrel_cli_warn_of_occurrences (occurrences, warned);
}

static CarrelExit
print_timetable (CarrelStore *store, CarrelClock *clock, const char *wanted, GError **error)
{
  g_autoptr (GPtrArray) courses = load_courses (store, wanted, error);
  const CarrelFormatContext context
      = { carrel_clock_get_now (clock), carrel_clock_get_zone (clock), CARREL_FORMAT_DEFAULT };
  g_autoptr (CarrelTimetable) timetable = NULL;

  if (courses == NULL)
    return CARREL_EXIT_REFUSED;
  if (courses->len == 0)
    {
      g_print ("%s\n", _ ("There is no course yet: add one with “carrelctl import PAGE”."));
      return CARREL_EXIT_DONE;
    }
  timetable = carrel_timetable_new (courses, context.zone);
  if (n_days > 0)
    print_days (timetable, clock, &context);
  else
    print_next (timetable, courses->len, &context);
  return CARREL_EXIT_DONE;
}

static CarrelExit
run_next (const char *const *operands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (CarrelClock) clock = NULL;
  g_autoptr (CarrelStore) store = NULL;
  CarrelExit code = CARREL_EXIT_REFUSED;

  if (count < 1 || count > 1000 || (n_days != NOT_GIVEN && n_days < 1) || n_days > 366)
    return carrel_cli_refuse_use ("%s",
                                  _ ("--count goes from 1 to 1000, and --days from 1 to 366"));
  clock = moment != NULL ? carrel_clock_new_at (moment, zone, &error)
                         : carrel_clock_new_from_environment (&error);
  if (clock == NULL)
    return carrel_cli_refuse_use ("%s", error->message);
  store = carrel_cli_open_store (CARREL_CLI_OPEN_WITH_EXAMPLE, &error);
  if (store != NULL)
    code = print_timetable (store, clock, operands[0], &error);
  if (error != NULL)
    carrel_cli_print_error (error);
  return code;
}

const CarrelCommand carrel_command_next = {
  "next", N_ ("[COURSE]"), N_ ("Say what is on and what comes next"), options, 0, 1, run_next,
};
