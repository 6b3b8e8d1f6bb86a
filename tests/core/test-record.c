/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records: copying, comparing, and fields as text. */
#include "config.h"

#include "carrel-course.h"

static CarrelCourse *
make_course (void)
{
  CarrelCourse *course = carrel_record_new (&carrel_course_type);
  CarrelMeeting *meeting = carrel_record_new (&carrel_meeting_type);

  course->title = g_strdup ("Compilers");
  course->starts_on = (CarrelDate){ 2024, 1, 17 };
  meeting->kind = g_strdup ("lecture");
  meeting->days = CARREL_MONDAY | CARREL_WEDNESDAY;
  meeting->start = 17 * 60;
  carrel_record_set_source (meeting, "page.md", 16);
  g_ptr_array_add (course->meetings, meeting);
  course->rounding = carrel_record_new (&carrel_rounding_type);
  course->rounding->to = g_strdup ("0.5");
  return course;
}

static void
copy_says_the_same (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autoptr (CarrelCourse) copy = carrel_record_copy (course);
  CarrelMeeting *meeting = g_ptr_array_index (copy->meetings, 0);

  g_assert_true (carrel_record_equal (course, copy));
  g_assert_cmpstr (meeting->record.file, ==, "page.md");
  meeting->start++;
  g_assert_false (carrel_record_equal (course, copy));
}

static void
field_is_read_as_it_is_written (void)
{
  static const struct
  {
    const char *field, *text;
    gboolean fits;
  } cases[] = {
    { "days", "MO WE", TRUE },   { "days", "XX", FALSE },        { "start", "17:00", TRUE },
    { "start", "25:00", FALSE }, { "from", "2024-02-29", TRUE }, { "from", "2023-02-29", FALSE },
    { "from", "02-29", TRUE },   { "every_weeks", "2", TRUE },   { "every_weeks", "-2", FALSE },
    { "location", "A35", TRUE },
  };
  g_autoptr (CarrelMeeting) meeting = carrel_record_new (&carrel_meeting_type);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CarrelField *field = carrel_record_find_field (meeting, cases[i].field);
      g_autofree char *before = carrel_record_dup_field (meeting, field);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (carrel_record_set_field (meeting, field, cases[i].text, &error)
                     == cases[i].fits);
      after = carrel_record_dup_field (meeting, field);
      g_assert_cmpstr (after, ==, cases[i].fits ? cases[i].text : before);
      g_assert_true ((error == NULL) == cases[i].fits);
    }
}

static void
decimal_is_exact_text (void)
{
  g_autoptr (CarrelRounding) rounding = carrel_record_new (&carrel_rounding_type);
  const CarrelField *to = carrel_record_find_field (rounding, "to");

  g_assert_true (carrel_record_set_field (rounding, to, "-12.50", NULL));
  g_assert_cmpstr (rounding->to, ==, "-12.50");
  g_assert_false (carrel_record_set_field (rounding, to, "1e3", NULL));
  g_assert_false (carrel_record_set_field (rounding, to, "1.", NULL));
  g_assert_cmpstr (rounding->to, ==, "-12.50");
  g_assert_true (carrel_record_set_field (rounding, to, NULL, NULL));
  g_assert_null (rounding->to);
}

static void
ids_do_not_depend_on_position (void)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  static const char *const people[] = { "Ada Byron", "Émile Roux", "Ada Byron" };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      CarrelOfficeHour *hour = carrel_record_new (&carrel_office_hour_type);

      hour->person = g_strdup (people[i]);
      hour->day = CARREL_FRIDAY;
      g_ptr_array_add (course->office_hours, hour);
    }
  carrel_course_assign_ids (course);
  g_assert_cmpstr (carrel_record_get_id (course->office_hours->pdata[0]), ==, "hour-ada-byron-fr");
  g_assert_cmpstr (carrel_record_get_id (course->office_hours->pdata[1]), ==, "hour-émile-roux-fr");
  g_assert_cmpstr (carrel_record_get_id (course->office_hours->pdata[2]), ==,
                   "hour-ada-byron-fr-2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/record/copy-says-the-same", copy_says_the_same);
  g_test_add_func ("/carrel/core/record/field-is-read-as-it-is-written",
                   field_is_read_as_it_is_written);
  g_test_add_func ("/carrel/core/record/decimal-is-exact-text", decimal_is_exact_text);
  g_test_add_func ("/carrel/core/record/ids-do-not-depend-on-position",
                   ids_do_not_depend_on_position);
  return g_test_run ();
}
