/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One sentence for each rule. */
#define G_LOG_DOMAIN "carrel-grade-step-text"

#include "config.h"

#include "carrel-grade-step-text.h"

#include "carrel-grade-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const CarrelGradeStep *step;
  const CarrelGradebook *book;
  CarrelFormatFlags flags;
} Context;

typedef char *(*Render) (const Context *context);

static char *
dup_percent (const Context *context, const CarrelRational *number)
{
  return carrel_grade_text_percent (context->book, number, context->flags);
}

static char *
dup_result (const Context *context)
{
  return dup_percent (context, context->step->result);
}

static char *
dup_operand (const Context *context, guint at)
{
  return dup_percent (context, context->step->operands[at]);
}

static char *
dup_points (const Context *context, guint at)
{
  return carrel_grade_text_points (context->step->operands[at]);
}

static const char *
get_label (const Context *context)
{
  return context->step->label != NULL && *context->step->label != '\0' ? context->step->label
                                                                       : _ ("Graded work");
}

static char *
render_group (const Context *context)
{
  g_autofree char *weight = dup_operand (context, 0);

  /* Translators: the name of a graded group and its weight, such as "Homework, 50 %". */
  return g_strdup_printf (_ ("%s, %s of the grade"), get_label (context), weight);
}

static char *
render_score (const Context *context)
{
  g_autofree char *score = dup_points (context, 0);
  g_autofree char *max = dup_points (context, 1);
  g_autofree char *part = dup_result (context);
  g_autofree char *weight = NULL;

  if (context->step->n_operands < 3)
    /* Translators: the name of a graded item, points, the maximum, and the per cent they make. */
    return g_strdup_printf (_ ("%s: %s of %s points, %s"), get_label (context), score, max, part);
  weight = dup_points (context, 2);
  return g_strdup_printf (
      /* Translators: the name of a graded item, points, the maximum, the per cent they make, and a
       * number such as 2. */
      _ ("%s: %s of %s points, %s, counts %s times"), get_label (context), score, max, part,
      weight);
}

static char *
render_extra (const Context *context)
{
  g_autofree char *score = dup_points (context, 0);

  /* Translators: the name of a graded item, and points. */
  return g_strdup_printf (_ ("%s: %s points of extra credit, nothing more to reach"),
                          get_label (context), score);
}

static char *
render_missing (const Context *context)
{
  g_autofree char *max = dup_points (context, 0);

  /* Translators: the name of a graded item, and points. */
  return g_strdup_printf (_ ("%s: missing, counts as 0 of %s points"), get_label (context), max);
}

static char *
render_excused (const Context *context)
{
  /* Translators: the name of a graded item. */
  return g_strdup_printf (_ ("%s: excused, does not count"), get_label (context));
}

static char *
render_ungraded (const Context *context)
{
  /* Translators: the name of a graded item. */
  return g_strdup_printf (_ ("%s: not graded yet"), get_label (context));
}

static char *
render_replaced (const Context *context)
{
  g_autofree char *before = dup_operand (context, 0);
  g_autofree char *after = dup_result (context);

  /* Translators: an item, its grade, the grade that counts in its place, and of which item. */
  return g_strdup_printf (_ ("%s: instead of %s counts %s, the grade of %s"), get_label (context),
                          before, after, context->step->other);
}

static char *
render_dropped (const Context *context)
{
  g_autofree char *score = dup_points (context, 0);
  g_autofree char *max = dup_points (context, 1);

  if (context->step->rule == CARREL_RULE_DROPPED_HIGH)
    /* Translators: the name of a graded item, points, and the maximum. */
    return g_strdup_printf (_ ("%s: %s of %s points, dropped as one of the highest"),
                            get_label (context), score, max);
  /* Translators: the name of a graded item, points, and the maximum. */
  return g_strdup_printf (_ ("%s: %s of %s points, dropped; the average is highest without it"),
                          get_label (context), score, max);
}

static char *
render_mean (const Context *context)
{
  g_autofree char *sum = dup_operand (context, 0);
  g_autofree char *count = dup_points (context, 1);
  g_autofree char *average = dup_result (context);

  /* Translators: a sum of per cents, how many they are, and their mean. */
  return g_strdup_printf (_ ("Average: %s ÷ %s = %s"), sum, count, average);
}

static char *
render_points (const Context *context)
{
  g_autofree char *sum = dup_points (context, 0);
  g_autofree char *maxima = dup_points (context, 1);
  g_autofree char *average = dup_result (context);

  /* Translators: points, the sum of maxima, and the per cent that makes. */
  return g_strdup_printf (_ ("All points: %s of %s = %s"), sum, maxima, average);
}

static char *
render_cap (const Context *context)
{
  g_autofree char *value = dup_operand (context, 0);
  g_autofree char *cap = dup_operand (context, 1);

  if (context->step->rule == CARREL_RULE_GROUP_CAP)
    /* Translators: two grades. */
    return g_strdup_printf (_ ("%s is more than the group can give: %s counts"), value, cap);
  /* Translators: two grades. */
  return g_strdup_printf (_ ("%s is more than the course can give: %s counts"), value, cap);
}

static char *
render_no_value (const Context *context)
{
  return g_strdup (_ ("Nothing graded yet: left out."));
}

static char *
render_share (const Context *context)
{
  g_autofree char *weight = dup_operand (context, 0);
  g_autofree char *value = dup_operand (context, 1);
  g_autofree char *share = dup_result (context);

  /* Translators: a weight, the grade of a group, and their product. */
  return g_strdup_printf (_ ("Adds %s × %s = %s"), weight, value, share);
}

static char *
render_sum (const Context *context)
{
  g_autofree char *shares = dup_operand (context, 0);
  g_autofree char *weights = dup_operand (context, 1);
  g_autofree char *total = dup_result (context);

  /* Translators: a sum of shares, the sum of their weights, and the one by the other. */
  return g_strdup_printf (_ ("All groups: %s, by their weights %s, makes %s"), shares, weights,
                          total);
}

static char *
render_bonus (const Context *context)
{
  g_autofree char *before = dup_operand (context, 0);
  g_autofree char *bonus = dup_operand (context, 1);
  g_autofree char *after = dup_result (context);

  /* Translators: a grade, a bonus, and their sum. */
  return g_strdup_printf (_ ("With the bonus: %s + %s = %s"), before, bonus, after);
}

static char *
render_scheme (const Context *context)
{
  g_autofree char *total = dup_result (context);

  if (context->step->rule == CARREL_RULE_BEST_SCHEME)
    /* Translators: the name of a grading scheme, and a grade. */
    return g_strdup_printf (_ ("By the scheme “%s”: %s, the best, which counts"),
                            get_label (context), total);
  /* Translators: the name of a grading scheme, and a grade. */
  return g_strdup_printf (_ ("By the scheme “%s”: %s"), get_label (context), total);
}

static char *
render_gate (const Context *context)
{
  g_autofree char *part = dup_operand (context, 1);
  g_autofree char *gate = dup_operand (context, 2);
  g_autofree char *cap = dup_operand (context, 3);

  /* Translators: an item, its grade, the least grade it must have, and the most that is given. */
  return g_strdup_printf (_ ("%s with %s is below %s: the grade is at most %s"),
                          get_label (context), part, gate, cap);
}

static char *
render_nothing (const Context *context)
{
  return g_strdup (_ ("Nothing is graded yet, so there is no grade."));
}

static char *
render_grade (const Context *context)
{
  g_autofree char *grade = dup_result (context);
  g_autofree char *exact = carrel_rational_to_text (context->step->result);

  /* Translators: a grade, and the same as an exact fraction. */
  return g_strdup_printf (_ ("Grade: %s (exactly %s)"), grade, exact);
}

static char *
render_rounded (const Context *context)
{
  g_autofree char *to = dup_operand (context, 1);
  g_autofree char *grade = dup_result (context);

  /* Translators: what is rounded to, such as "1 %", and a grade. */
  return g_strdup_printf (_ ("Rounded once, to %s: %s"), to, grade);
}

static char *
render_letter (const Context *context)
{
  g_autofree char *min = dup_result (context);

  /* Translators: a letter, and the per cent it starts at. */
  return g_strdup_printf (_ ("Letter: %s, from %s"), get_label (context), min);
}

static const Render renders[] = {
  [CARREL_RULE_GROUP] = render_group,
  [CARREL_RULE_SCORE] = render_score,
  [CARREL_RULE_EXTRA] = render_extra,
  [CARREL_RULE_MISSING] = render_missing,
  [CARREL_RULE_EXCUSED] = render_excused,
  [CARREL_RULE_UNGRADED] = render_ungraded,
  [CARREL_RULE_REPLACED] = render_replaced,
  [CARREL_RULE_DROPPED_LOW] = render_dropped,
  [CARREL_RULE_DROPPED_HIGH] = render_dropped,
  [CARREL_RULE_MEAN] = render_mean,
  [CARREL_RULE_POINTS] = render_points,
  [CARREL_RULE_GROUP_CAP] = render_cap,
  [CARREL_RULE_NO_VALUE] = render_no_value,
  [CARREL_RULE_SHARE] = render_share,
  [CARREL_RULE_SUM] = render_sum,
  [CARREL_RULE_BONUS] = render_bonus,
  [CARREL_RULE_TOTAL_CAP] = render_cap,
  [CARREL_RULE_OTHER_SCHEME] = render_scheme,
  [CARREL_RULE_BEST_SCHEME] = render_scheme,
  [CARREL_RULE_GATE] = render_gate,
  [CARREL_RULE_NOTHING] = render_nothing,
  [CARREL_RULE_GRADE] = render_grade,
  [CARREL_RULE_ROUNDED] = render_rounded,
  [CARREL_RULE_LETTER] = render_letter,
};

/**
 * carrel_grade_step_text:
 * @step: a step
 * @book: the gradebook, for its cut-offs
 * @flags: how numbers are written
 *
 * Returns: (transfer full): the step as one line, without indent and line end
 */
char *
carrel_grade_step_text (const CarrelGradeStep *step,
                        const CarrelGradebook *book,
                        CarrelFormatFlags flags)
{
  const Context context = { step, book, flags };

  return renders[step->rule](&context);
}

/**
 * carrel_grade_step_text_all:
 * @steps: (element-type CarrelGradeStep): the steps of a grade
 * @book: the gradebook, for its cut-offs
 * @flags: how numbers are written
 *
 * Returns: (transfer full): a line each, what is inside a group indented
 */
char *
carrel_grade_step_text_all (const GPtrArray *steps,
                            const CarrelGradebook *book,
                            CarrelFormatFlags flags)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const CarrelGradeStep *step = g_ptr_array_index (steps, i);
      gboolean is_inside = step->group != CARREL_STEP_NONE && step->rule != CARREL_RULE_GROUP;
      g_autofree char *line = carrel_grade_step_text (step, book, flags);

      g_string_append_printf (text, "%s%s\n", is_inside ? "  " : "", line);
    }
  return g_strdup (text->str);
}
