/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The gradebook: items from a published scheme, marks, and the sentences about them. */
#include "config.h"

#include "carrel-grade-text.h"

static void
add_group (CarrelCourse *course, const char *name, int count, const char *total, int drop)
{
  CarrelGradingGroup *group = carrel_record_new (&carrel_grading_group_type);

  group->name = g_strdup (name);
  group->count = count;
  group->weight_total = g_strdup (total);
  group->drop_lowest = drop;
  g_ptr_array_add (course->grading, group);
}

/* 5 x 10 % homework, 10 % reading, 10 % presentation, 30 % project. */
static CarrelCourse *
make_course (int drop)
{
  CarrelCourse *course = carrel_record_new (&carrel_course_type);

  add_group (course, "Homework", 5, "50", drop);
  add_group (course, "Reading and Review", CARREL_UNKNOWN, "10", CARREL_UNKNOWN);
  add_group (course, "Presentation", CARREL_UNKNOWN, "10", CARREL_UNKNOWN);
  add_group (course, "Project", CARREL_UNKNOWN, "30", CARREL_UNKNOWN);
  return course;
}

static void
mark (CarrelGradebook *book, const char *name, const char *score)
{
  const CarrelGradebookItem *item = carrel_gradebook_find (book, name);
  const CarrelMark graded = { item->id, "graded", score, NULL };
  g_autoptr (GError) error = NULL;

  carrel_gradebook_mark (book, &graded, &error);
  g_assert_no_error (error);
}

static CarrelGradebook *
make_book (int drop)
{
  g_autoptr (CarrelCourse) course = make_course (drop);
  CarrelGradebook *book = carrel_gradebook_new (course);

  mark (book, "HW1", "92");
  mark (book, "HW2", "85");
  mark (book, "HW3", "78");
  mark (book, "reading and review", "100");
  return book;
}

static void
assert_number (CarrelRational *number, const char *expected)
{
  g_autofree char *text = carrel_rational_to_text (number);

  g_assert_cmpstr (text, ==, expected);
  carrel_rational_unref (number);
}

static void
makes_as_many_items_as_the_page_counts (void)
{
  g_autoptr (CarrelGradebook) book = make_book (0);

  g_assert_cmpuint (book->course->items->len, ==, 8);
  g_assert_cmpstr (carrel_gradebook_find (book, "hw4")->id, ==, "homework-4");
  g_assert_cmpstr (carrel_gradebook_find (book, "Homework 4")->name, ==, "Homework 4");
  g_assert_null (carrel_gradebook_find (book, "HW6"));
  g_assert_null (carrel_gradebook_find (book, "Quiz 1"));
}

/* "Essays 1-3" says the numbers of its pieces itself; "Unit 1-4" of three pieces does not. */
static void
numbers_pieces_once (void)
{
  static const struct
  {
    const char *name;
    int count;
    const char *second;
  } cases[] = { { "Essays 1-3", 3, "Essays 2" },
                { "Labs 1 to 8", 8, "Labs 2" },
                { "Unit 1-4", 3, "Unit 1-4 2" },
                { "1-3", 3, "1-3 2" },
                { "Homework", 2, "Homework 2" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
      g_autoptr (CarrelGradebook) book = NULL;
      const CarrelGradebookGroup *group;

      add_group (course, cases[i].name, cases[i].count, "100", 0);
      book = carrel_gradebook_new (course);
      group = g_ptr_array_index (book->groups, 0);
      g_assert_cmpstr (((const CarrelGradebookItem *) g_ptr_array_index (group->items, 1))->name,
                       ==, cases[i].second);
    }
}

static void
tells_the_four_numbers (void)
{
  g_autoptr (CarrelGradebook) book = make_book (0);
  CarrelRational *least = NULL, *most = NULL;

  assert_number (carrel_forecast_get_current (book->course, CARREL_DROPS_AS_GRADED, NULL), "7/8");
  assert_number (carrel_forecast_get_item_level (book->course), "71/80");
  assert_number (carrel_forecast_get_banked (book->course), "71/200");
  g_assert_true (carrel_forecast_get_bounds (book->course, &least, &most));
  assert_number (least, "71/200");
  assert_number (most, "191/200");
}

static void
assert_answer (CarrelGradebook *book, const char *target_text, const char *item, const char *words)
{
  g_autoptr (CarrelRational) target = carrel_gradebook_parse_target (book, target_text, NULL);
  g_autoptr (CarrelRational) step = carrel_rational_new (1, 1);
  const CarrelGradebookItem *asked = item != NULL ? carrel_gradebook_find (book, item) : NULL;
  const CarrelQuery query
      = { target, asked != NULL ? asked->at : CARREL_ALL_REMAINING, NULL, step };
  g_autoptr (CarrelAnswer) answer = carrel_forecast_ask (book->course, &query);
  g_autofree char *text = carrel_grade_text_answer (book, answer, asked, target, 0);

  g_assert_cmpstr (text, ==, words);
}

static void
says_what_is_needed (void)
{
  g_autoptr (CarrelGradebook) book = make_book (0);
  const CarrelMark out_of_40 = { "project", "ungraded", NULL, "40" };

  assert_answer (book, "90", NULL, "90.83\302\240% on everything left.");
  assert_answer (book, "96%", NULL,
                 "Out of reach by 0.5 points; the best still possible is 95.5\302\240%.");
  assert_answer (book, "35", NULL, "Already secured, with 0.5 points to spare.");
  mark (book, "HW4", "90");
  mark (book, "HW5", "90");
  mark (book, "Presentation", "90");
  g_assert_true (carrel_gradebook_mark (book, &out_of_40, NULL));
  assert_answer (book, "90", "Project", "37 of 40 on Project; that makes 90.25\302\240%.");
  assert_answer (book, "60", "Project", "Any score will do.");
}

static void
says_what_is_dropped (void)
{
  g_autoptr (CarrelGradebook) book = make_book (1);
  g_autofree char *text = carrel_grade_text_dropped (book, 0);

  g_assert_cmpstr (text, ==, "Dropped: Homework 3, as the average is highest without.");
  g_assert_null (carrel_grade_text_dropped (book, 1));
}

static void
says_what_is_dropped_as_highest (void)
{
  g_autoptr (CarrelCourse) course = make_course (1);
  g_autoptr (CarrelGradebook) both = NULL;
  g_autoptr (CarrelGradebook) highs = NULL;
  g_autofree char *both_text = NULL;
  g_autofree char *highs_text = NULL;
  CarrelGradingGroup *homework = g_ptr_array_index (course->grading, 0);

  homework->drop_highest = 1;
  both = carrel_gradebook_new (course);
  homework->drop_lowest = 0;
  highs = carrel_gradebook_new (course);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "HW1", "HW2", "HW3" };
      static const char *const scores[] = { "92", "85", "78" };

      mark (both, names[i], scores[i]);
      mark (highs, names[i], scores[i]);
    }
  both_text = carrel_grade_text_dropped (both, 0);
  highs_text = carrel_grade_text_dropped (highs, 0);
  g_assert_cmpstr (both_text, ==,
                   "Dropped: Homework 3, as the average is highest without, and Homework 1 as "
                   "highest.");
  g_assert_cmpstr (highs_text, ==, "Dropped as highest: Homework 1.");
}

/* The second scheme is the better one for a good project, and is named. */
static void
says_which_scheme_counts (void)
{
  g_autoptr (CarrelCourse) course = make_course (0);
  CarrelGradingScheme *scheme = carrel_record_new (&carrel_grading_scheme_type);
  CarrelGradingGroup *project = carrel_record_new (&carrel_grading_group_type);
  g_autoptr (CarrelGradebook) one = carrel_gradebook_new (course);
  g_autoptr (CarrelGradebook) book = NULL;
  g_autofree char *text = NULL;

  g_assert_null (carrel_grade_text_schemes (one));
  scheme->name = g_strdup ("Usual");
  for (guint i = 0; i < course->grading->len; i++)
    g_ptr_array_add (scheme->items, carrel_record_copy (g_ptr_array_index (course->grading, i)));
  g_ptr_array_add (course->grading_schemes, scheme);
  scheme = carrel_record_new (&carrel_grading_scheme_type);
  scheme->name = g_strdup ("Project only");
  project->name = g_strdup ("Project");
  project->weight_total = g_strdup ("100");
  g_ptr_array_add (scheme->items, project);
  g_ptr_array_add (course->grading_schemes, scheme);
  book = carrel_gradebook_new (course);
  g_assert_null (carrel_grade_text_schemes (book));
  mark (book, "HW1", "50");
  mark (book, "Project", "90");
  text = carrel_grade_text_schemes (book);
  g_assert_cmpstr (text, ==,
                   "The best of several schemes counts, now “Project only”. The weights here are "
                   "those of “Usual”.");
}

static void
warns_when_weights_do_not_make_100 (void)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  g_autoptr (CarrelGradebook) book = NULL;
  g_autofree char *text = NULL;

  add_group (course, "Homework", 1, "50", 0);
  add_group (course, "Exam", 1, "40", 0);
  book = carrel_gradebook_new (course);
  mark (book, "Homework", "80");
  mark (book, "Exam", "80");
  text = carrel_grade_text_weights (book);
  g_assert_nonnull (strstr (text, "72\302\240%"));
}

static void
refuses_marks_that_make_no_sense (void)
{
  static const char *const scores[] = { "-1", "abc", "1001", "", "1e3" };
  g_autoptr (CarrelGradebook) book = make_book (0);

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      const CarrelMark wrong = { "homework-1", "graded", scores[i], NULL };
      g_autoptr (GError) error = NULL;

      g_assert_false (carrel_gradebook_mark (book, &wrong, &error));
      g_assert_error (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_NUMBER);
    }
  assert_number (carrel_forecast_get_banked (book->course), "71/200");
}

static void
refuses_a_megabyte_of_digits (void)
{
  g_autofree char *digits = g_strnfill (1 << 20, '9');
  g_autoptr (GError) error = NULL;

  g_assert_null (carrel_rational_parse (digits, &error));
  g_assert_error (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_NUMBER);
  g_assert_cmpuint (strlen (error->message), <, 200);
}

static void
reads_scores_as_people_write_them (void)
{
  static const struct
  {
    const char *text, *points;
  } cases[] = { { "85", "85/1" }, { " 8.5 ", "17/2" }, { "17/20", "34/1" }, { "85%", "34/1" } };
  g_autoptr (CarrelRational) max = carrel_rational_new (40, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_number (carrel_gradebook_parse_score (cases[i].text, max, NULL), cases[i].points);
}

static void
finds_due_dates_in_the_rows (void)
{
  g_autoptr (CarrelCourse) course = make_course (0);
  CarrelScheduleRow *row = carrel_record_new (&carrel_schedule_row_type);
  g_autoptr (CarrelGradebook) book = NULL;
  g_autofree char *due = NULL;

  row->date = (CarrelDate){ 2024, 2, 5 };
  row->homework = g_strdup ("HW1 due / HW2 out");
  g_ptr_array_add (course->schedule, row);
  book = carrel_gradebook_new (course);
  due = carrel_date_to_text (carrel_gradebook_find (book, "HW1")->due);
  g_assert_cmpstr (due, ==, "2024-02-05");
  g_assert_false (carrel_date_is_set (carrel_gradebook_find (book, "HW2")->due));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    GTestFunc func;
  } tests[] = {
    { "makes-as-many-items-as-the-page-counts", makes_as_many_items_as_the_page_counts },
    { "numbers-pieces-once", numbers_pieces_once },
    { "tells-the-four-numbers", tells_the_four_numbers },
    { "says-what-is-needed", says_what_is_needed },
    { "says-what-is-dropped", says_what_is_dropped },
    { "says-what-is-dropped-as-highest", says_what_is_dropped_as_highest },
    { "says-which-scheme-counts", says_which_scheme_counts },
    { "warns-when-weights-do-not-make-100", warns_when_weights_do_not_make_100 },
    { "refuses-marks-that-make-no-sense", refuses_marks_that_make_no_sense },
    { "refuses-a-megabyte-of-digits", refuses_a_megabyte_of_digits },
    { "reads-scores-as-people-write-them", reads_scores_as_people_write_them },
    { "finds-due-dates-in-the-rows", finds_due_dates_in_the_rows },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/carrel/grade/gradebook/", tests[i].path, NULL);

      g_test_add_func (path, tests[i].func);
    }
  return g_test_run ();
}
