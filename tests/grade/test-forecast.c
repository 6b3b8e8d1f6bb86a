/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the engine foresees: frontier, revision, ladder, and what one item can still do. */
#include "config.h"

#include "carrel-grade-frontier.h"
#include "carrel-grade-ladder.h"
#include "carrel-grade-revision.h"
#include "carrel-item-forecast.h"

#include "grade-fixture.h"

#define N_COURSES 60
#define N_TRIES   8

static void
assert_number (const CarrelRational *actual, const char *expected)
{
  g_autofree char *text = actual != NULL ? carrel_rational_to_text (actual) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

/* Homework 50 %, presentation 20 %, project 30 %; the homework is done. */
static CarrelGradeCourse *
make_course (void)
{
  CarrelGradeCourse *course = carrel_grade_course_new ();
  CarrelGradeScheme *scheme = carrel_grade_course_add_scheme (course, "one");
  CarrelGradeGroup *homework = add_group (scheme, "Homework", "50%");

  add_item (course, homework, "hw1", "80");
  add_item (course, homework, "hw2", "90");
  add_item (course, add_group (scheme, "Presentation", "20%"), "pr", NULL);
  add_item (course, add_group (scheme, "Project", "30%"), "pj", NULL);
  return course;
}

/* One group of two items of which the lower is dropped: the better one counts. */
static CarrelGradeCourse *
make_better_of_two (void)
{
  CarrelGradeCourse *course = carrel_grade_course_new ();
  CarrelGradeGroup *group = add_group (carrel_grade_course_add_scheme (course, NULL), "Exams", "1");

  group->drop_lowest = 1;
  add_item (course, group, "one", NULL);
  add_item (course, group, "two", NULL);
  return course;
}

static void
assert_corners (const CarrelGradeCourse *course,
                const char *one,
                const char *other,
                const char *target,
                const char *expected)
{
  g_autoptr (CarrelRational) goal = number (target);
  g_autoptr (GPtrArray) corners = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint places[2] = { 0, 0 };

  g_assert_true (carrel_grade_course_find_item (course, one, &places[0]));
  g_assert_true (carrel_grade_course_find_item (course, other, &places[1]));
  corners = carrel_grade_frontier_list (course, places[0], places[1], goal);
  for (guint i = 0; i < corners->len; i++)
    {
      const CarrelFrontierPoint *point = g_ptr_array_index (corners, i);
      g_autofree char *x = carrel_rational_to_text (point->one);
      g_autofree char *y = carrel_rational_to_text (point->other);

      g_string_append_printf (text, "%s(%s %s)", i > 0 ? " " : "", x, y);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
lists_the_corners_of_a_frontier (void)
{
  g_autoptr (CarrelGradeCourse) course = make_course ();

  /* 42.5 + pr / 5 + 3 pj / 10 = 80 */
  assert_corners (course, "pr", "pj", "80%", "(75/2 100/1) (100/1 175/3)");
  /* = 60: with 87.5 on the presentation the project is not needed */
  assert_corners (course, "pr", "pj", "60%", "(0/1 175/3) (175/2 0/1) (100/1 0/1)");
}

static void
has_no_frontier_out_of_reach (void)
{
  g_autoptr (CarrelGradeCourse) course = make_course ();

  assert_corners (course, "pr", "pj", "95%", "");
}

static void
has_a_flat_frontier_where_any_score_will_do (void)
{
  g_autoptr (CarrelGradeCourse) course = make_course ();

  assert_corners (course, "pr", "pj", "40%", "(0/1 0/1) (100/1 0/1)");
}

static void
shows_where_a_frontier_falls (void)
{
  g_autoptr (CarrelGradeCourse) course = make_better_of_two ();

  assert_corners (course, "one", "two", "70%", "(0/1 70/1) (70/1 70/1) (70/1 0/1) (100/1 0/1)");
}

static void
starts_a_frontier_at_the_gate (void)
{
  g_autoptr (CarrelGradeCourse) course = make_course ();
  CarrelGradeGate *gate = g_new0 (CarrelGradeGate, 1);

  gate->item = 2;
  gate->at_least = number ("1/2");
  gate->cap = number ("59%");
  g_ptr_array_add (course->gates, gate);
  assert_corners (course, "pr", "pj", "60%", "(50/1 25/1) (175/2 0/1) (100/1 0/1)");
  assert_corners (course, "pj", "pr", "60%", "(0/1 175/2) (25/1 50/1) (100/1 50/1)");
}

/* ---- random courses ---- */

static void
add_random_group (CarrelGradeCourse *course, CarrelGradeScheme *scheme, GRand *rand, gboolean reuse)
{
  g_autofree char *weight = g_strdup_printf ("%d/10", g_rand_int_range (rand, 1, 10));
  CarrelGradeGroup *group = add_group (scheme, "Group", weight);
  guint n_items = (guint) g_rand_int_range (rand, 1, 6);

  group->drop_lowest = (guint) g_rand_int_range (rand, 0, 3);
  group->drop_highest = (guint) g_rand_int_range (rand, 0, 2);
  if (g_rand_boolean (rand))
    group->aggregation = CARREL_AGGREGATION_POINTS;
  if (g_rand_int_range (rand, 0, 6) == 0)
    group->cap = number ("9/10");
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *id = g_strdup_printf ("item-%u", course->items->len);
      g_autofree char *score = g_strdup_printf ("%d", g_rand_int_range (rand, 0, 101));
      guint at = course->items->len > 0
                     ? (guint) g_rand_int_range (rand, 0, (gint32) course->items->len)
                     : 0;

      if (!reuse)
        add_item (course, group, id, g_rand_int_range (rand, 0, 3) > 0 ? score : NULL);
      else
        g_array_append_val (group->items, at);
    }
}

static CarrelGradeCourse *
make_random_course (GRand *rand)
{
  CarrelGradeCourse *course = carrel_grade_course_new ();
  CarrelGradeScheme *scheme = carrel_grade_course_add_scheme (course, "one");
  guint n_groups = (guint) g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n_groups; i++)
    add_random_group (course, scheme, rand, FALSE);
  if (course->items->len < 2)
    add_random_group (course, scheme, rand, FALSE);
  if (g_rand_int_range (rand, 0, 3) > 0)
    return course;
  scheme = carrel_grade_course_add_scheme (course, "other");
  for (guint i = 0; i < n_groups; i++)
    add_random_group (course, scheme, rand, TRUE);
  return course;
}

/* What the corners say is needed, or NULL before the first. */
static CarrelRational *
interpolate (const GPtrArray *corners, const CarrelRational *x)
{
  for (guint i = corners->len; i > 0; i--)
    {
      const CarrelFrontierPoint *point = g_ptr_array_index (corners, i - 1);
      const CarrelFrontierPoint *next = i < corners->len ? g_ptr_array_index (corners, i) : point;
      g_autoptr (CarrelRational) way = carrel_rational_subtract (x, point->one);
      g_autoptr (CarrelRational) length = carrel_rational_subtract (next->one, point->one);
      g_autoptr (CarrelRational) height = carrel_rational_subtract (next->other, point->other);
      g_autoptr (CarrelRational) product = carrel_rational_multiply (way, height);
      g_autoptr (CarrelRational) rise = NULL;

      if (carrel_rational_get_sign (way) < 0)
        continue;
      if (carrel_rational_get_sign (way) == 0)
        return carrel_rational_ref (point->other);
      rise = carrel_rational_divide (product, length);
      return carrel_rational_add (point->other, rise);
    }
  return NULL;
}

static void
check_random_frontier (const CarrelGradeCourse *course, GRand *rand)
{
  guint one = (guint) g_rand_int_range (rand, 0, (gint32) course->items->len);
  guint other = (one + 1) % course->items->len;
  g_autoptr (CarrelRational) target = carrel_rational_new (g_rand_int_range (rand, 30, 100), 100);
  g_autoptr (GPtrArray) corners = carrel_grade_frontier_list (course, one, other, target);

  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autoptr (CarrelRational) x = carrel_rational_new (g_rand_int_range (rand, 0, 10001), 100);
      g_autoptr (CarrelRational) expected
          = carrel_grade_frontier_get (course, one, other, target, x);
      g_autoptr (CarrelRational) actual = interpolate (corners, x);
      g_autofree char *text = expected != NULL ? carrel_rational_to_text (expected) : NULL;

      assert_number (actual, text);
    }
}

static void
agrees_with_needed_scores_between_corners (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_COURSES; i++)
    {
      g_autoptr (CarrelGradeCourse) course = make_random_course (rand);

      check_random_frontier (course, rand);
    }
}

/* ---- the others ---- */

static void
compares_two_schemes_with_the_same_scores (void)
{
  g_autoptr (CarrelGradeCourse) before = make_course ();
  g_autoptr (CarrelGradeCourse) after = make_course ();
  g_autoptr (CarrelRational) target = number ("80%");
  const CarrelRational *const targets[] = { target };
  CarrelGradeScheme *scheme = g_ptr_array_index (after->schemes, 0);
  CarrelGradeGroup *group = g_ptr_array_index (scheme->groups, 0);
  g_autoptr (CarrelGradeRevision) revision = NULL;
  const CarrelRevisionAnswer *answer = NULL;

  carrel_rational_unref (group->weight);
  group->weight = number ("1");
  revision = carrel_grade_revision_new (before, after, NULL, targets, 1);
  assert_number (revision->numbers[CARREL_REVISION_CURRENT].difference, "0/1");
  assert_number (revision->numbers[CARREL_REVISION_LEAST].before, "17/40");
  assert_number (revision->numbers[CARREL_REVISION_LEAST].after, "17/30");
  assert_number (revision->numbers[CARREL_REVISION_LEAST].difference, "17/120");
  answer = g_ptr_array_index (revision->answers, 0);
  assert_number (answer->before->percent, "3/4");
  assert_number (answer->after->percent, "7/10");
  assert_number (answer->difference, "-1/20");
}

static void
compares_what_one_item_needs (void)
{
  g_autoptr (CarrelGradeCourse) before = make_course ();
  g_autoptr (CarrelGradeCourse) after = carrel_grade_course_new ();
  g_autoptr (CarrelRational) target = number ("60%");
  const CarrelRational *const targets[] = { target };
  CarrelGradeScheme *scheme = carrel_grade_course_add_scheme (after, NULL);
  g_autoptr (CarrelGradeRevision) revision = NULL;
  const CarrelRevisionAnswer *answer = NULL;

  add_item (after, add_group (scheme, "Homework", "1"), "hw1", NULL);
  carrel_grade_course_take_scores (after, before);
  revision = carrel_grade_revision_new (before, after, "pj", targets, 1);
  answer = g_ptr_array_index (revision->answers, 0);
  assert_number (answer->before->points, "175/3");
  g_assert_cmpint (answer->after->status, ==, CARREL_ANSWER_CANNOT_MATTER);
  g_assert_null (answer->difference);
  assert_number (revision->numbers[CARREL_REVISION_CURRENT].after, "4/5");
}

static void
climbs_a_ladder_of_letters (void)
{
  g_autoptr (CarrelGradeCourse) course = make_course ();
  g_autoptr (CarrelLetterScale) scale = carrel_letter_scale_new ();
  static const char *const cutoffs[][3]
      = { { "A", "93", "impossible" }, { "B", "83", "possible" }, { "E", "40", "guaranteed" } };
  g_autoptr (GPtrArray) ladder = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cutoffs); i++)
    {
      g_autoptr (CarrelRational) min = number (cutoffs[i][1]);

      carrel_letter_scale_add (scale, cutoffs[i][0], min, FALSE);
    }
  ladder = carrel_grade_ladder_list (course, scale, CARREL_ALL_REMAINING);
  g_assert_cmpuint (ladder->len, ==, 3);
  for (guint i = 0; i < ladder->len; i++)
    {
      const CarrelGradeRung *rung = g_ptr_array_index (ladder, i);

      g_assert_cmpstr (rung->cutoff->letter, ==, cutoffs[i][0]);
      g_assert_cmpstr (carrel_answer_status_to_text (rung->answer->status), ==, cutoffs[i][2]);
    }
  g_assert_cmpstr (carrel_grade_ladder_find_next (ladder)->cutoff->letter, ==, "B");
}

static void
has_no_next_letter_without_letters (void)
{
  g_autoptr (CarrelGradeCourse) course = make_course ();
  g_autoptr (CarrelLetterScale) scale = carrel_letter_scale_new ();
  g_autoptr (GPtrArray) ladder = carrel_grade_ladder_list (course, scale, CARREL_ALL_REMAINING);

  g_assert_cmpuint (ladder->len, ==, 0);
  g_assert_null (carrel_grade_ladder_find_next (ladder));
}

static void
says_what_one_item_can_do (void)
{
  g_autoptr (CarrelGradeCourse) course = make_course ();
  g_autoptr (CarrelRational) forty = number ("40%");
  g_autoptr (CarrelRational) sixty = number ("60%");
  g_autoptr (CarrelRational) fifty = number ("50");
  g_autoptr (CarrelRational) leverage = carrel_item_forecast_get_leverage (course, 3);
  g_autoptr (CarrelRational) with = carrel_item_forecast_get_with (course, 3, fifty);

  assert_number (leverage, "3/10");
  assert_number (with, "23/40");
  g_assert_true (carrel_item_forecast_is_safe_to_skip (course, 3, forty));
  g_assert_false (carrel_item_forecast_is_safe_to_skip (course, 3, sixty));
  g_assert_false (carrel_item_forecast_cannot_matter (course, 3));
}

static void
knows_what_cannot_matter (void)
{
  g_autoptr (CarrelGradeCourse) course = make_better_of_two ();
  g_autoptr (CarrelRational) full = number ("100");
  g_autoptr (CarrelGradeCourse) done = carrel_grade_course_copy_with (course, 0, full);

  g_assert_true (carrel_item_forecast_cannot_matter (done, 1));
  g_assert_false (carrel_item_forecast_cannot_matter (course, 1));
}

static void
rounds_up_to_the_next_mark (void)
{
  g_autoptr (CarrelGradeCourse) course = make_course ();
  g_autoptr (CarrelRational) target = number ("60%");
  g_autoptr (CarrelRational) half = number ("1/2");
  g_autoptr (CarrelRational) seven = number ("70");
  g_autoptr (CarrelAnswer) answer = carrel_item_forecast_get_next_mark (course, 3, target, half);
  g_autoptr (CarrelAnswer) rough = NULL;
  g_autoptr (CarrelRational) high = number ("72%");

  assert_number (answer->exact, "175/3");
  assert_number (answer->points, "117/2");
  assert_number (answer->total, "1201/2000");
  /* Marks of 0, 70 and the full 100: the full mark can always be given. */
  rough = carrel_item_forecast_get_next_mark (course, 3, high, seven);
  assert_number (rough->points, "100/1");
}

static void
assert_taken (CarrelRational *actual, const char *expected)
{
  g_autoptr (CarrelRational) taken = actual;
  g_autofree char *text = taken != NULL ? carrel_rational_to_text (taken) : g_strdup ("none");

  g_assert_cmpstr (text, ==, expected);
}

/* The homework at 85 % of a tenth of the course, a bonus of 3 % done: bonus points are added. */
static void
adds_bonus_points_undivided (void)
{
  g_autoptr (CarrelGradeCourse) course = carrel_grade_course_new ();
  CarrelGradeScheme *scheme = carrel_grade_course_add_scheme (course, "one");
  CarrelGradeGroup *bonus = NULL;

  add_item (course, add_group (scheme, "Homework", "10%"), "hw", "85");
  add_item (course, add_group (scheme, "Exam", "90%"), "exam", NULL);
  bonus = add_group (scheme, "Bonus", "3%");
  bonus->is_bonus = TRUE;
  add_item (course, bonus, "quiz", "100");
  assert_taken (carrel_forecast_get_current (course, CARREL_DROPS_AS_GRADED, NULL), "22/25");
  assert_taken (carrel_forecast_get_item_level (course), "22/25");
  assert_taken (carrel_forecast_get_banked (course), "23/200");
  scheme->cap = number ("80%");
  assert_taken (carrel_forecast_get_item_level (course), "4/5");
}

/* What is excused leaves the denominator of all numbers: what is banked is what is secured. */
static void
banks_without_what_is_excused (void)
{
  g_autoptr (CarrelGradeCourse) course = make_course ();
  g_autoptr (CarrelRational) least = NULL;
  g_autoptr (CarrelRational) most = NULL;

  ((CarrelGradeItem *) g_ptr_array_index (course->items, 2))->state = CARREL_ITEM_EXCUSED;
  g_assert_true (carrel_forecast_get_bounds (course, &least, &most));
  assert_taken (carrel_forecast_get_banked (course), "17/32");
  assert_taken (g_steal_pointer (&least), "17/32");
}

/* Weights of 80 % and a bonus of 10 %: the bonus is the same in both readings, and so is a cap. */
static void
reads_weights_as_they_are_written (void)
{
  g_autoptr (CarrelGradeCourse) course = carrel_grade_course_new ();
  CarrelGradeScheme *scheme = carrel_grade_course_add_scheme (course, "one");
  CarrelGradeGroup *bonus = NULL;

  add_item (course, add_group (scheme, "Homework", "80%"), "hw", "90");
  bonus = add_group (scheme, "Bonus", "10%");
  bonus->is_bonus = TRUE;
  add_item (course, bonus, "quiz", "50");
  assert_taken (carrel_forecast_get_as_written (course), "77/100");
  scheme->cap = number ("70%");
  assert_taken (carrel_forecast_get_as_written (course), "7/10");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/grade/forecast/adds-bonus-undivided", adds_bonus_points_undivided);
  g_test_add_func ("/carrel/grade/forecast/banks-without-excused", banks_without_what_is_excused);
  g_test_add_func ("/carrel/grade/forecast/reads-weights-as-written",
                   reads_weights_as_they_are_written);
  g_test_add_func ("/carrel/grade/frontier/lists-its-corners", lists_the_corners_of_a_frontier);
  g_test_add_func ("/carrel/grade/frontier/is-empty-out-of-reach", has_no_frontier_out_of_reach);
  g_test_add_func ("/carrel/grade/frontier/is-flat-where-any-score-will-do",
                   has_a_flat_frontier_where_any_score_will_do);
  g_test_add_func ("/carrel/grade/frontier/shows-where-it-falls", shows_where_a_frontier_falls);
  g_test_add_func ("/carrel/grade/frontier/starts-at-the-gate", starts_a_frontier_at_the_gate);
  g_test_add_func ("/carrel/grade/frontier/agrees-with-needed-scores",
                   agrees_with_needed_scores_between_corners);
  g_test_add_func ("/carrel/grade/revision/compares-the-numbers",
                   compares_two_schemes_with_the_same_scores);
  g_test_add_func ("/carrel/grade/revision/compares-what-one-item-needs",
                   compares_what_one_item_needs);
  g_test_add_func ("/carrel/grade/ladder/has-a-rung-for-each-letter", climbs_a_ladder_of_letters);
  g_test_add_func ("/carrel/grade/ladder/has-no-next-without-letters",
                   has_no_next_letter_without_letters);
  g_test_add_func ("/carrel/grade/item/says-what-it-can-do", says_what_one_item_can_do);
  g_test_add_func ("/carrel/grade/item/knows-what-cannot-matter", knows_what_cannot_matter);
  g_test_add_func ("/carrel/grade/item/rounds-up-to-the-next-mark", rounds_up_to_the_next_mark);
  return g_test_run ();
}
