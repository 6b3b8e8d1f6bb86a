/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of a grade: each follows from its operands, and together they make the grade. */
#include "config.h"

#include "carrel-forecast.h"
#include "carrel-grade-step.h"

#include "grade-fixture.h"

#define N_COURSES 300

typedef CarrelRational Number;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Number, carrel_rational_unref)

static void
assert_equal (const Number *actual, const Number *expected)
{
  g_autofree char *one = carrel_rational_to_text (actual);
  g_autofree char *other = carrel_rational_to_text (expected);

  g_assert_cmpstr (one, ==, other);
}

/* The steps by their rules, with the items that they are about. */
static void
assert_rules (const CarrelGradeCourse *course, const CarrelLetterScale *scale, const char *expected)
{
  g_autoptr (GPtrArray) steps = carrel_grade_step_list (course, scale);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const CarrelGradeStep *step = g_ptr_array_index (steps, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              carrel_grade_step_get_rule_name (step));
      if (step->item != CARREL_STEP_NONE)
        g_string_append_printf (text, ":%s", step->label);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
names_low_and_high_drops (void)
{
  g_autoptr (CarrelGradeCourse) course = carrel_grade_course_new ();
  CarrelGradeGroup *group = add_group (carrel_grade_course_add_scheme (course, NULL), "Quiz", "1");

  group->drop_lowest = 1;
  group->drop_highest = 1;
  add_item (course, group, "q1", "50");
  add_item (course, group, "q2", "90");
  add_item (course, group, "q3", "70");
  add_item (course, group, "q4", NULL);
  assert_rules (course, NULL,
                "group dropped-low:q1 dropped-high:q2 score:q3 ungraded:q4 mean share sum grade");
}

static void
tells_all_states_apart (void)
{
  g_autoptr (CarrelGradeCourse) course = carrel_grade_course_new ();
  CarrelGradeScheme *scheme = carrel_grade_course_add_scheme (course, NULL);
  CarrelGradeGroup *group = add_group (scheme, "Quiz", "1/2");

  add_item (course, group, "q1", "50");
  add_item (course, group, "q2", NULL)->state = CARREL_ITEM_MISSING;
  add_item (course, group, "q3", NULL)->state = CARREL_ITEM_EXCUSED;
  add_item (course, group, "q4", "5")->is_extra = TRUE;
  add_item (course, add_group (scheme, "Exam", "1/2"), "e", NULL);
  assert_rules (course, NULL,
                "group score:q1 missing:q2 excused:q3 extra:q4 mean share "
                "group ungraded:e no-value sum grade");
}

static void
shows_replacement_gate_cap_and_letter (void)
{
  g_autoptr (CarrelGradeCourse) course = carrel_grade_course_new ();
  g_autoptr (CarrelLetterScale) scale = carrel_letter_scale_new ();
  g_autoptr (Number) fifty = number ("50");
  CarrelGradeScheme *scheme = carrel_grade_course_add_scheme (course, "A");
  CarrelGradeReplacement *rule = g_new0 (CarrelGradeReplacement, 1);
  CarrelGradeGate *gate = g_new0 (CarrelGradeGate, 1);
  CarrelGradeGroup *bonus = NULL;
  guint target = 0;

  add_item (course, add_group (scheme, "Midterm", "1/2"), "m", "20");
  add_item (course, add_group (scheme, "Final", "1/2"), "f", "45");
  bonus = add_group (scheme, "Bonus", "1/2");
  bonus->is_bonus = TRUE;
  add_item (course, bonus, "b", "60");
  scheme->cap = number ("70%");
  rule->by = 1;
  rule->targets = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (rule->targets, target);
  g_ptr_array_add (course->replacements, rule);
  gate->item = 1;
  gate->at_least = number ("1/2");
  gate->cap = number ("59%");
  g_ptr_array_add (course->gates, gate);
  carrel_letter_scale_add (scale, "D", fifty, FALSE);
  scale->rounds_to = number ("1");
  assert_rules (course, scale,
                "group replaced:m score:m mean share group score:f mean share "
                "group score:b mean share sum bonus total-cap gate:f grade rounded letter");
}

static void
tells_which_scheme_counts (void)
{
  g_autoptr (CarrelGradeCourse) course = carrel_grade_course_new ();
  CarrelGradeScheme *one = carrel_grade_course_add_scheme (course, "A");
  CarrelGradeScheme *other = carrel_grade_course_add_scheme (course, "B");
  CarrelGradeGroup *final = NULL;
  guint at = 1;

  add_item (course, add_group (one, "Homework", "1/2"), "h", "60");
  add_item (course, add_group (one, "Final", "1/2"), "f", "80");
  final = add_group (other, "Final", "1");
  g_array_append_val (final->items, at);
  assert_rules (course, NULL, "group score:f mean share sum other-scheme best-scheme grade");
}

static void
says_that_nothing_is_graded (void)
{
  g_autoptr (CarrelGradeCourse) course = carrel_grade_course_new ();
  g_autoptr (GPtrArray) none = carrel_grade_step_list (course, NULL);

  g_assert_cmpuint (none->len, ==, 0);
  add_item (course, add_group (carrel_grade_course_add_scheme (course, NULL), "Quiz", "1"), "q",
            NULL);
  assert_rules (course, NULL, "group ungraded:q no-value nothing");
}

/* ---- by hand ---- */

static Number *
work_step (const CarrelGradeStep *step)
{
  switch ((int) step->rule)
    {
    case CARREL_RULE_SCORE:
    case CARREL_RULE_DROPPED_LOW:
    case CARREL_RULE_DROPPED_HIGH:
    case CARREL_RULE_MEAN:
    case CARREL_RULE_POINTS:
    case CARREL_RULE_SUM:
      return carrel_rational_divide (step->operands[0], step->operands[1]);
    case CARREL_RULE_SHARE:
      return carrel_rational_multiply (step->operands[0], step->operands[1]);
    case CARREL_RULE_BONUS:
      return carrel_rational_add (step->operands[0], step->operands[1]);
    default:
      return step->result != NULL ? carrel_rational_ref (step->result) : NULL;
    }
}

/* The sum of what the steps of one group say: S for a mean (TRUE) or for points. */
static Number *
sum_group (const GPtrArray *steps, guint group, gboolean is_mean)
{
  Number *sum = carrel_rational_new (0, 1);

  for (guint i = 0; i < steps->len; i++)
    {
      const CarrelGradeStep *step = g_ptr_array_index (steps, i);
      const Number *part
          = is_mean || step->rule == CARREL_RULE_EXTRA ? step->result : step->operands[0];
      g_autoptr (Number) weighted = NULL;
      Number *more = NULL;

      if (step->group != group
          || (step->rule != CARREL_RULE_SCORE && step->rule != CARREL_RULE_EXTRA))
        continue;
      weighted = is_mean && step->n_operands > 2
                     ? carrel_rational_multiply (part, step->operands[2])
                     : carrel_rational_ref (part);
      more = carrel_rational_add (sum, weighted);
      carrel_rational_unref (sum);
      sum = more;
    }
  return sum;
}

static void
check_steps (const CarrelGradeCourse *course)
{
  g_autoptr (GPtrArray) steps = carrel_grade_step_list (course, NULL);
  g_autoptr (Number) current = carrel_forecast_get_current (course, CARREL_DROPS_AS_GRADED, NULL);
  const CarrelGradeStep *last = g_ptr_array_index (steps, steps->len - 1);

  for (guint i = 0; i < steps->len; i++)
    {
      const CarrelGradeStep *step = g_ptr_array_index (steps, i);
      gboolean is_mean = step->rule == CARREL_RULE_MEAN;
      g_autoptr (Number) result = work_step (step);
      g_autoptr (Number) sum = NULL;

      if (step->result != NULL)
        assert_equal (step->result, result);
      if (!is_mean && step->rule != CARREL_RULE_POINTS)
        continue;
      sum = sum_group (steps, step->group, is_mean);
      assert_equal (step->operands[0], sum);
    }
  if (current == NULL)
    g_assert_cmpint (last->rule, ==, CARREL_RULE_NOTHING);
  else
    assert_equal (last->result, current);
}

static void
add_random_items (CarrelGradeCourse *course, CarrelGradeGroup *group, GRand *rand)
{
  for (gint32 n = g_rand_int_range (rand, 1, 6); n > 0; n--)
    {
      g_autofree char *id = g_strdup_printf ("item-%u", course->items->len);
      g_autofree char *score = g_strdup_printf ("%d", g_rand_int_range (rand, 0, 101));
      CarrelGradeItem *item = add_item (course, group, id, score);

      if (g_rand_int_range (rand, 0, 4) == 0)
        item->weight = carrel_rational_new (g_rand_int_range (rand, 1, 4), 1);
      if (g_rand_int_range (rand, 0, 4) == 0)
        {
          carrel_grade_item_set_score (item, NULL);
          item->state = (CarrelItemState) g_rand_int_range (rand, 0, 4);
          if (item->state == CARREL_ITEM_GRADED)
            item->score = number (score);
        }
      item->is_extra = g_rand_int_range (rand, 0, 8) == 0;
      item->never_drop = g_rand_int_range (rand, 0, 8) == 0;
    }
}

static CarrelGradeCourse *
make_random_course (GRand *rand)
{
  CarrelGradeCourse *course = carrel_grade_course_new ();
  CarrelGradeScheme *scheme = carrel_grade_course_add_scheme (course, "one");

  for (gint32 n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    {
      CarrelGradeGroup *group = add_group (scheme, "Group", n == 2 ? "1/3" : "1/4");

      group->drop_lowest = (guint) g_rand_int_range (rand, 0, 3);
      group->drop_highest = (guint) g_rand_int_range (rand, 0, 2);
      group->is_bonus = n == 3;
      if (g_rand_boolean (rand))
        group->aggregation = CARREL_AGGREGATION_POINTS;
      if (g_rand_int_range (rand, 0, 5) == 0)
        group->cap = number ("4/5");
      add_random_items (course, group, rand);
    }
  return course;
}

static void
follows_by_hand_to_the_grade (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < N_COURSES; i++)
    {
      g_autoptr (CarrelGradeCourse) course = make_random_course (rand);

      check_steps (course);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/grade/step/names-low-and-high-drops", names_low_and_high_drops);
  g_test_add_func ("/carrel/grade/step/tells-all-states-apart", tells_all_states_apart);
  g_test_add_func ("/carrel/grade/step/shows-replacement-gate-cap-and-letter",
                   shows_replacement_gate_cap_and_letter);
  g_test_add_func ("/carrel/grade/step/tells-which-scheme-counts", tells_which_scheme_counts);
  g_test_add_func ("/carrel/grade/step/says-that-nothing-is-graded", says_that_nothing_is_graded);
  g_test_add_func ("/carrel/grade/step/follows-by-hand-to-the-grade", follows_by_hand_to_the_grade);
  return g_test_run ();
}
