/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The term of a course can be stated and corrected at any time, as one step; what was stated stays
 * when the page is read again. */
#include "config.h"

#include "carrel-store-term.h"

#include "carrel-store-undo.h"
#include "store-fixture.h"

static void
add_break (CarrelCourse *course, const char *from, const char *until, const char *title)
{
  CarrelBreak *pause = carrel_record_new (&carrel_break_type);

  carrel_date_parse (from, &pause->from);
  carrel_date_parse (until, &pause->until);
  pause->title = g_strdup (title);
  g_ptr_array_add (course->breaks, pause);
}

static void
publish (StoreFixture *fixture, const char *time_zone)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();

  course->time_zone = g_strdup (time_zone);
  add_break (course, "2024-03-04", "2024-03-08", "Spring break");
  add_break (course, "2024-03-29", "2024-03-29", NULL);
  store_fixture_publish (fixture->store, course);
}

static gboolean
set_term (StoreFixture *fixture,
          const char *first,
          const char *last,
          const char *zone,
          const char *closed)
{
  g_autoptr (CarrelTerm) term = carrel_record_new (&carrel_term_type);

  if (first != NULL)
    carrel_date_parse (first, &term->starts_on);
  if (last != NULL)
    carrel_date_parse (last, &term->ends_on);
  term->time_zone = g_strdup (zone);
  term->closed = g_strdup (closed);
  return carrel_store_set_term (fixture->store, "compilers", term, NULL);
}

/* "first last zone closed", with the number of questions. */
static void
assert_term (StoreFixture *fixture, const char *expected)
{
  g_autoptr (CarrelCourse) course = carrel_store_load_course (fixture->store, "compilers", NULL);
  g_autoptr (CarrelTerm) term = carrel_term_new (course);
  g_autofree char *first = carrel_date_to_text (term->starts_on);
  g_autofree char *last = carrel_date_to_text (term->ends_on);
  g_autofree char *text
      = g_strdup_printf ("%s %s %s %s %u", first != NULL ? first : "-", last != NULL ? last : "-",
                         term->time_zone != NULL ? term->time_zone : "-",
                         term->closed != NULL ? term->closed : "-", course->questions->len);

  g_assert_cmpstr (text, ==, expected);
}

static const char *
get_title (StoreFixture *fixture, CarrelCourse **course)
{
  *course = carrel_store_load_course (fixture->store, "compilers", NULL);
  return ((const CarrelBreak *) (*course)->breaks->pdata[0])->title;
}

static void
a_term_is_one_step (StoreFixture *fixture, gconstpointer data)
{
  publish (fixture, NULL);
  assert_term (fixture, "- - - 2024-03-04/2024-03-08, 2024-03-29 2");
  g_assert_true (set_term (fixture, "2024-01-17", "2024-04-30", "America/New_York",
                           "2024-03-04/2024-03-08, 2024-04-11/2024-04-13"));
  assert_term (fixture, "2024-01-17 2024-04-30 America/New_York "
                        "2024-03-04/2024-03-08, 2024-04-11/2024-04-13 1");
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  assert_term (fixture, "- - - 2024-03-04/2024-03-08, 2024-03-29 2");
  g_assert_true (carrel_store_redo (fixture->store, NULL));
  assert_term (fixture, "2024-01-17 2024-04-30 America/New_York "
                        "2024-03-04/2024-03-08, 2024-04-11/2024-04-13 1");
}

static void
a_term_that_was_stated_can_be_corrected (StoreFixture *fixture, gconstpointer data)
{
  publish (fixture, NULL);
  g_assert_true (set_term (fixture, "2024-01-17", "2024-04-30", "Europe/Paris", NULL));
  store_fixture_reopen (fixture);
  g_assert_true (set_term (fixture, "2024-01-15", "2024-05-03", "America/New_York", "2024-04-11"));
  assert_term (fixture, "2024-01-15 2024-05-03 America/New_York 2024-04-11 1");
}

static void
a_term_stays_when_the_page_is_read_again (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) newer = store_fixture_make_course ();

  publish (fixture, NULL);
  g_assert_true (set_term (fixture, "2024-01-17", "2024-04-30", "Europe/Paris", "2024-04-11"));
  newer->time_zone = g_strdup ("Asia/Tokyo");
  add_break (newer, "2024-03-04", "2024-03-08", "Spring break");
  store_fixture_publish (fixture->store, newer);
  assert_term (fixture, "2024-01-17 2024-04-30 Europe/Paris 2024-04-11 1");
}

static void
what_is_emptied_is_what_the_page_says (StoreFixture *fixture, gconstpointer data)
{
  publish (fixture, "Europe/Paris");
  g_assert_true (set_term (fixture, "2024-01-17", NULL, "Asia/Tokyo", "2024-03-29"));
  assert_term (fixture, "2024-01-17 - Asia/Tokyo 2024-03-29 1");
  g_assert_true (set_term (fixture, NULL, NULL, NULL, "2024-03-29"));
  assert_term (fixture, "- - Europe/Paris 2024-03-29 2");
}

static void
a_break_that_ends_later_keeps_its_name (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = NULL;

  publish (fixture, NULL);
  g_assert_true (set_term (fixture, NULL, NULL, NULL, "2024-03-04/2024-03-11, 2024-03-29"));
  assert_term (fixture, "- - - 2024-03-04/2024-03-11, 2024-03-29 2");
  g_assert_cmpstr (get_title (fixture, &course), ==, "Spring break");
}

/* A day without a name that the page has goes and comes as often as one likes. */
static void
a_day_that_is_taken_out_comes_back_and_goes (StoreFixture *fixture, gconstpointer data)
{
  publish (fixture, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (set_term (fixture, NULL, NULL, NULL, NULL));
      assert_term (fixture, "- - - - 2");
      g_assert_true (set_term (fixture, NULL, NULL, NULL, "2024-03-29"));
      assert_term (fixture, "- - - 2024-03-29 2");
    }
}

static void
a_term_that_stays_is_no_step (StoreFixture *fixture, gconstpointer data)
{
  publish (fixture, NULL);
  g_assert_true (set_term (fixture, NULL, NULL, NULL, "2024-03-04/2024-03-08, 2024-03-29"));
  g_assert_cmpstr (carrel_store_get_undo_label (fixture->store), ==, "Import course");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/term/a-term-is-one-step", a_term_is_one_step);
  STORE_TEST ("/carrel/store/term/a-term-that-was-stated-can-be-corrected",
              a_term_that_was_stated_can_be_corrected);
  STORE_TEST ("/carrel/store/term/a-term-stays-when-the-page-is-read-again",
              a_term_stays_when_the_page_is_read_again);
  STORE_TEST ("/carrel/store/term/what-is-emptied-is-what-the-page-says",
              what_is_emptied_is_what_the_page_says);
  STORE_TEST ("/carrel/store/term/a-break-that-ends-later-keeps-its-name",
              a_break_that_ends_later_keeps_its_name);
  STORE_TEST ("/carrel/store/term/a-day-that-is-taken-out-comes-back-and-goes",
              a_day_that_is_taken_out_comes_back_and_goes);
  STORE_TEST ("/carrel/store/term/a-term-that-stays-is-no-step", a_term_that_stays_is_no_step);
  return g_test_run ();
}
