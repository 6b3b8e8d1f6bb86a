/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers to the importer's questions: they fill fields, hide questions, and can be taken back. */
#include "config.h"

#include "carrel-store-answers.h"
#include "carrel-store-edits.h"
#include "carrel-store-undo.h"
#include "store-fixture.h"

static void
set_up_course (StoreFixture *fixture)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();

  store_fixture_publish (fixture->store, course);
}

/* What is still asked, by what it is about. */
static char *
list_questions (StoreFixture *fixture)
{
  g_autoptr (CarrelCourse) course = carrel_store_load_course (fixture->store, "compilers", NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < course->questions->len; i++)
    g_string_append_printf (text, "%s|", ((CarrelQuestion *) course->questions->pdata[i])->about);
  return g_string_free (text, FALSE);
}

static void
assert_questions (StoreFixture *fixture, const char *expected)
{
  g_autofree char *questions = list_questions (fixture);

  g_assert_cmpstr (questions, ==, expected);
}

static void
assert_zone (StoreFixture *fixture, const char *expected)
{
  g_autoptr (CarrelCourse) course = carrel_store_load_course (fixture->store, "compilers", NULL);

  g_assert_cmpstr (course->time_zone, ==, expected);
}

static void
an_answer_that_is_changed_is_the_last_one (StoreFixture *fixture, gconstpointer data)
{
  set_up_course (fixture);
  g_assert_true (
      carrel_store_answer (fixture->store, "compilers", "time_zone", "Europe/Paris", NULL));
  g_assert_true (
      carrel_store_answer (fixture->store, "compilers", "time_zone", "Asia/Tokyo", NULL));
  assert_zone (fixture, "Asia/Tokyo");
  assert_questions (fixture, "/grading|");
}

static void
an_answer_that_is_taken_back_is_asked_again (StoreFixture *fixture, gconstpointer data)
{
  set_up_course (fixture);
  g_assert_true (
      carrel_store_answer (fixture->store, "compilers", "time_zone", "Europe/Paris", NULL));
  g_assert_true (carrel_store_answer (fixture->store, "compilers", "time_zone", NULL, NULL));
  assert_zone (fixture, NULL);
  assert_questions (fixture, "time_zone|/grading|");
}

static void
an_answer_to_what_is_no_field_only_hides_the_question (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelDiff) edits = NULL;

  set_up_course (fixture);
  g_assert_true (
      carrel_store_answer (fixture->store, "compilers", "/grading", "There is none.", NULL));
  assert_questions (fixture, "time_zone|");
  edits = carrel_store_list_edits (fixture->store, "compilers", NULL);
  for (guint i = 0; i < edits->differences->len; i++)
    g_assert_cmpstr (((CarrelDifference *) edits->differences->pdata[i])->kind, ==, "question");
}

static void
an_answer_that_does_not_fit_is_refused_and_asked_again (StoreFixture *fixture, gconstpointer data)
{
  static const char *const answers[] = { "next spring", "2024-02-30", "17.1.2024" };

  set_up_course (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          carrel_store_answer (fixture->store, "compilers", "starts_on", answers[i], &error));
      g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_INVALID);
    }
  assert_questions (fixture, "time_zone|/grading|");
  g_assert_cmpstr (carrel_store_get_undo_label (fixture->store), ==, "Import course");
}

static void
a_course_that_is_not_there_has_no_answers (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_up_course (fixture);
  g_assert_false (carrel_store_answer (fixture->store, "nothing", "time_zone", "UTC", &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
}

static void
a_dismissed_question_hides_only_itself (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelQuestion) other = carrel_record_new (&carrel_question_type);
  const CarrelQuestion *dismissed;

  other->about = g_strdup ("/grading");
  other->text = g_strdup ("Do the weights make 100?");
  g_ptr_array_add (course->questions, carrel_record_ref (other));
  store_fixture_publish (fixture->store, course);
  dismissed = course->questions->pdata[1];
  g_assert_true (carrel_store_dismiss_question (fixture->store, "compilers", dismissed, NULL));
  assert_questions (fixture, "time_zone|/grading|");
  g_assert_true (carrel_store_dismiss_question (fixture->store, "compilers", other, NULL));
  assert_questions (fixture, "time_zone|");
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  assert_questions (fixture, "time_zone|/grading|");
}

static void
a_question_about_nothing_can_be_dismissed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelQuestion) question = carrel_record_new (&carrel_question_type);

  set_up_course (fixture);
  question->text = g_strdup ("What is this?");
  g_assert_true (carrel_store_dismiss_question (fixture->store, "compilers", question, NULL));
}

static void
the_list_counts_what_is_still_asked (StoreFixture *fixture, gconstpointer data)
{
  static const guint expected[] = { 2, 1, 0, 1 };
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();

  store_fixture_publish (fixture->store, course);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      CarrelCourseItem *item = carrel_store_find_course (fixture->store, "compilers");

      g_assert_cmpuint (carrel_course_item_get_n_questions (item), ==, expected[i]);
      if (i == 0)
        g_assert_true (carrel_store_answer (fixture->store, "compilers", "time_zone", "UTC", NULL));
      else if (i == 1)
        g_assert_true (carrel_store_dismiss_question (fixture->store, "compilers",
                                                      course->questions->pdata[1], NULL));
      else if (i == 2)
        g_assert_true (carrel_store_undo (fixture->store, NULL));
    }
}

static void
answers_survive_a_newer_page (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) newer = store_fixture_make_course ();

  set_up_course (fixture);
  g_assert_true (carrel_store_answer (fixture->store, "compilers", "time_zone", "UTC", NULL));
  g_free (newer->title);
  newer->title = g_strdup ("Compilers, second edition");
  store_fixture_publish (fixture->store, newer);
  assert_zone (fixture, "UTC");
  assert_questions (fixture, "/grading|");
}

#define ADD(name, function) STORE_TEST ("/carrel/store/answers/" name, function)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("an-answer-that-is-changed-is-the-last-one", an_answer_that_is_changed_is_the_last_one);
  ADD ("an-answer-that-is-taken-back-is-asked-again", an_answer_that_is_taken_back_is_asked_again);
  ADD ("an-answer-to-what-is-no-field-only-hides-the-question",
       an_answer_to_what_is_no_field_only_hides_the_question);
  ADD ("an-answer-that-does-not-fit-is-refused-and-asked-again",
       an_answer_that_does_not_fit_is_refused_and_asked_again);
  ADD ("a-course-that-is-not-there-has-no-answers", a_course_that_is_not_there_has_no_answers);
  ADD ("a-dismissed-question-hides-only-itself", a_dismissed_question_hides_only_itself);
  ADD ("a-question-about-nothing-can-be-dismissed", a_question_about_nothing_can_be_dismissed);
  ADD ("the-list-counts-what-is-still-asked", the_list_counts_what_is_still_asked);
  ADD ("answers-survive-a-newer-page", answers_survive_a_newer_page);
  return g_test_run ();
}
