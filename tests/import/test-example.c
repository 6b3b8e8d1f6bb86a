/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bundled example has what each view shows. */
#include "config.h"

#include "carrel-example.h"

static void
example_fills_every_view (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = carrel_example_load (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (course->meetings->len, ==, 1);
  g_assert_cmpuint (course->office_hours->len, ==, 8);
  g_assert_cmpuint (course->grading->len, ==, 4);
  g_assert_cmpuint (course->schedule->len, >, 20);
  g_assert_cmpuint (course->sections->len, >, 10);
  g_assert_cmpuint (course->contacts->len, >, 0);
  g_assert_true (carrel_date_get_weekday (course->starts_on) == CARREL_MONDAY);
  g_assert_cmpint (course->starts_on.year, >, 0);
}

static void
example_has_every_id (void)
{
  g_autoptr (CarrelCourse) course = carrel_example_load (NULL);

  for (guint i = 0; i < course->office_hours->len; i++)
    g_assert_nonnull (carrel_record_get_id (course->office_hours->pdata[i]));
  for (guint i = 0; i < course->schedule->len; i++)
    g_assert_nonnull (carrel_record_get_id (course->schedule->pdata[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/import/example/fills-every-view", example_fills_every_view);
  g_test_add_func ("/carrel/import/example/has-every-id", example_has_every_id);
  return g_test_run ();
}
