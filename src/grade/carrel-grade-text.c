/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences about grades. */
#define G_LOG_DOMAIN "carrel-grade-text"

#include "config.h"

#include "carrel-grade-text.h"

#include "carrel-grade-step-text.h"

#include <glib/gi18n-lib.h>

/* Digits after the point: enough to tell 90.83 from 90.84, few enough to be heard. */
#define N_DIGITS 2

static CarrelRational *
to_percent (const CarrelRational *fraction)
{
  g_autoptr (CarrelRational) hundred = carrel_rational_new (100, 1);

  return carrel_rational_multiply (fraction, hundred);
}

/* A distance on the scale of the course: "0.5 points". */
static char *
dup_distance (const CarrelRational *fraction)
{
  g_autoptr (CarrelRational) percent = to_percent (fraction);
  g_autofree char *decimal = carrel_rational_to_decimal (percent, N_DIGITS, CARREL_ROUND_HALF_UP);
  g_autofree char *number = carrel_format_decimal (decimal);

  /* Translators: %s is a number of percentage points, such as 0.5. */
  return g_strdup_printf (g_strcmp0 (decimal, "1") == 0 ? _ ("%s point") : _ ("%s points"), number);
}

static char *
dup_guaranteed (const CarrelAnswer *answer, const CarrelRational *target)
{
  g_autoptr (CarrelRational) spare = carrel_rational_subtract (answer->total, target);
  g_autofree char *distance = dup_distance (spare);

  if (carrel_rational_get_sign (spare) == 0)
    return g_strdup (_ ("Already secured, whatever happens."));
  /* Translators: %s is a distance such as "0.5 points". */
  return g_strdup_printf (_ ("Already secured, with %s to spare."), distance);
}

static char *
dup_impossible (const CarrelGradebook *book, const CarrelAnswer *answer, CarrelFormatFlags flags)
{
  g_autofree char *distance = dup_distance (answer->shortfall);
  g_autofree char *best = carrel_grade_text_percent (book, answer->best_total, flags);

  /* Translators: the first %s is a distance such as "0.5 points", the second a grade. */
  return g_strdup_printf (_ ("Out of reach by %s; the best still possible is %s."), distance, best);
}

/* "37 of 40 on Project": points, with the grade that they make. */
static char *
dup_item_answer (const CarrelGradebook *book,
                 const CarrelAnswer *answer,
                 const CarrelGradebookItem *item,
                 CarrelFormatFlags flags)
{
  const CarrelGradeItem *graded = carrel_gradebook_get_item (book, item);
  g_autofree char *points = carrel_grade_text_points (answer->points);
  g_autofree char *max = carrel_grade_text_points (graded->max);
  g_autofree char *total = carrel_grade_text_percent (book, answer->total, flags);

  if (answer->status == CARREL_ANSWER_NEEDS_EXTRA_CREDIT)
    /* Translators: points, the maximum, the name of a graded item, and the grade that makes. */
    return g_strdup_printf (_ ("%s of %s on %s, which needs extra credit; that makes %s."), points,
                            max, item->name, total);
  /* Translators: points, the maximum, the name of a graded item, and the grade that makes. */
  return g_strdup_printf (_ ("%s of %s on %s; that makes %s."), points, max, item->name, total);
}

static char *
dup_remaining_answer (const CarrelAnswer *answer, CarrelFormatFlags flags)
{
  g_autoptr (CarrelRational) percent = to_percent (answer->percent);
  g_autofree char *decimal = carrel_rational_to_decimal (percent, N_DIGITS, CARREL_ROUND_HALF_UP);
  g_autofree char *text = carrel_format_percent (decimal, flags);

  if (answer->status == CARREL_ANSWER_NEEDS_EXTRA_CREDIT)
    /* Translators: %s is a grade above 100 per cent. */
    return g_strdup_printf (_ ("%s on everything left, which needs extra credit."), text);
  /* Translators: %s is a grade, such as "90.83 %". */
  return g_strdup_printf (_ ("%s on everything left."), text);
}

/**
 * carrel_grade_text_percent:
 * @book: a gradebook, for its cut-offs
 * @fraction: a grade, a fraction of 1
 * @flags: how
 *
 * Returns: (transfer full): the grade in per cent, in the locale's form, never on the wrong side of
 *   a cut-off
 */
char *
carrel_grade_text_percent (const CarrelGradebook *book,
                           const CarrelRational *fraction,
                           CarrelFormatFlags flags)
{
  g_autoptr (CarrelRational) percent = to_percent (fraction);
  g_autofree char *decimal = carrel_letter_scale_to_text (book->scale, percent, N_DIGITS);

  return carrel_format_percent (decimal, flags);
}

/**
 * carrel_grade_text_points:
 * @points: a number of points
 *
 * Returns: (transfer full): the number in the locale's form
 */
char *
carrel_grade_text_points (const CarrelRational *points)
{
  g_autofree char *decimal = carrel_rational_to_decimal (points, N_DIGITS, CARREL_ROUND_HALF_UP);

  return carrel_format_decimal (decimal);
}

/**
 * carrel_grade_text_answer:
 * @book: a gradebook
 * @answer: an answer
 * @item: (nullable): the item that was asked for; %NULL is everything left
 * @target: what is to be reached, a fraction of 1
 * @flags: how
 *
 * Returns: (transfer full): the answer as a sentence; never a negative number or a bare "110 %"
 */
char *
carrel_grade_text_answer (const CarrelGradebook *book,
                          const CarrelAnswer *answer,
                          const CarrelGradebookItem *item,
                          const CarrelRational *target,
                          CarrelFormatFlags flags)
{
  switch (answer->status)
    {
    case CARREL_ANSWER_GUARANTEED:
      if (item != NULL)
        return g_strdup (_ ("Any score will do."));
      return dup_guaranteed (answer, target);
    case CARREL_ANSWER_IMPOSSIBLE:
      return dup_impossible (book, answer, flags);
    case CARREL_ANSWER_CANNOT_MATTER:
      return g_strdup (_ ("This item cannot change the grade."));
    case CARREL_ANSWER_UNDEFINED:
      return g_strdup (_ ("There is nothing to calculate with yet."));
    case CARREL_ANSWER_POSSIBLE:
    case CARREL_ANSWER_NEEDS_EXTRA_CREDIT:
    default:
      return item != NULL ? dup_item_answer (book, answer, item, flags)
                          : dup_remaining_answer (answer, flags);
    }
}

/**
 * carrel_grade_text_weights:
 * @book: a gradebook
 *
 * Returns: (transfer full) (nullable): a warning when the weights do not make 100 %, with both
 *   readings; %NULL when they do
 */
char *
carrel_grade_text_weights (const CarrelGradebook *book)
{
  g_autoptr (CarrelRational) one = carrel_rational_new (1, 1);
  g_autoptr (CarrelRational) written = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *as_written = NULL;

  if (carrel_gradebook_is_empty (book) || carrel_rational_compare (book->weights, one) == 0)
    return NULL;
  sum = carrel_grade_text_percent (book, book->weights, 0);
  written = carrel_forecast_get_as_written (book->course);
  if (written == NULL)
    /* Translators: %s is a sum of weights, such as "90 %". */
    return g_strdup_printf (_ ("The weights make %s and not 100 %%. They are scaled to 100 %%."),
                            sum);
  as_written = carrel_grade_text_percent (book, written, 0);
  return g_strdup_printf (
      /* Translators: a sum of weights, such as "90 %", and a grade. */
      _ ("The weights make %s and not 100 %%. They are scaled to 100 %%; read as they are "
         "written, the current grade would be %s."),
      sum, as_written);
}

/**
 * carrel_grade_text_schemes:
 * @book: a gradebook
 *
 * Returns: (transfer full) (nullable): which of several schemes counts now; %NULL when there is one
 *   scheme, or nothing is graded
 */
char *
carrel_grade_text_schemes (const CarrelGradebook *book)
{
  const CarrelGradeScheme *first = NULL;
  const CarrelGradeScheme *best = NULL;
  guint at = 0;
  g_autoptr (CarrelRational) current = NULL;

  if (book->course->schemes->len < 2)
    return NULL;
  current = carrel_forecast_get_current (book->course, CARREL_DROPS_AS_GRADED, &at);
  if (current == NULL)
    return NULL;
  first = g_ptr_array_index (book->course->schemes, 0);
  best = g_ptr_array_index (book->course->schemes, at);
  return g_strdup_printf (
      /* Translators: names of two ways to grade a course. */
      _ ("The best of several schemes counts, now “%s”. The weights here are those of “%s”."),
      best->name, first->name);
}

/* The names of the items of a group that are dropped at one end, or NULL. */
static char *
dup_dropped (const CarrelGradebook *book, guint group, gboolean is_highest)
{
  const CarrelGradebookGroup *shown = g_ptr_array_index (book->groups, group);
  g_autoptr (GArray) dropped = carrel_gradebook_list_dropped (book, group, is_highest);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < dropped->len; i++)
    for (guint j = 0; j < shown->items->len; j++)
      {
        CarrelGradebookItem *item = g_ptr_array_index (shown->items, j);

        if (item->at == g_array_index (dropped, guint, i))
          g_ptr_array_add (names, item->name);
      }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return carrel_format_list ((const char *const *) names->pdata);
}

/**
 * carrel_grade_text_dropped:
 * @book: a gradebook
 * @group: one of its groups
 *
 * Returns: (transfer full) (nullable): which items are dropped and why, or %NULL when none is
 */
char *
carrel_grade_text_dropped (const CarrelGradebook *book, guint group)
{
  g_autofree char *lows = dup_dropped (book, group, FALSE);
  g_autofree char *highs = dup_dropped (book, group, TRUE);

  if (lows != NULL && highs != NULL)
    /* Translators: two lists of graded items, such as "Homework 2 and Homework 3". */
    return g_strdup_printf (
        _ ("Dropped: %s, as the average is highest without, and %s as highest."), lows, highs);
  if (highs != NULL)
    /* Translators: %s is a list of graded items, such as "Homework 2 and Homework 3". */
    return g_strdup_printf (_ ("Dropped as highest: %s."), highs);
  if (lows != NULL)
    /* Translators: %s is a list of graded items, such as "Homework 2 and Homework 3". */
    return g_strdup_printf (_ ("Dropped: %s, as the average is highest without."), lows);
  return NULL;
}

/**
 * carrel_grade_text_summary:
 * @book: a gradebook
 * @target: (nullable): what is to be reached, a fraction of 1
 * @flags: how
 *
 * Returns: (transfer full): the result of a change in one sentence, to be heard
 */
char *
carrel_grade_text_summary (const CarrelGradebook *book,
                           const CarrelRational *target,
                           CarrelFormatFlags flags)
{
  g_autoptr (CarrelRational) current
      = carrel_forecast_get_current (book->course, CARREL_DROPS_AS_GRADED, NULL);
  const CarrelQuery query = { target, CARREL_ALL_REMAINING, NULL, NULL };
  g_autoptr (CarrelAnswer) answer = NULL;
  g_autofree char *grade = NULL;
  g_autofree char *needed = NULL;

  if (current == NULL)
    return g_strdup (_ ("No grades yet."));
  grade = carrel_grade_text_percent (book, current, flags);
  if (target == NULL)
    /* Translators: %s is a grade, such as "87.5 per cent". */
    return g_strdup_printf (_ ("Current %s."), grade);
  answer = carrel_forecast_ask (book->course, &query);
  if (answer->status == CARREL_ANSWER_POSSIBLE)
    {
      g_autoptr (CarrelRational) percent = to_percent (answer->percent);
      g_autofree char *decimal
          = carrel_rational_to_decimal (percent, N_DIGITS, CARREL_ROUND_HALF_UP);

      needed = carrel_format_percent (decimal, flags);
      /* Translators: two grades, such as "87.5 per cent". */
      return g_strdup_printf (_ ("Current %s, needed on the rest %s."), grade, needed);
    }
  needed = carrel_grade_text_answer (book, answer, NULL, target, flags);
  /* Translators: a grade, and a sentence about the target, such as "Already secured …". */
  return g_strdup_printf (_ ("Current %s. Target: %s"), grade, needed);
}

/**
 * carrel_grade_text_explain:
 * @book: a gradebook
 *
 * Returns: (transfer full): every step from the marks to the current grade, a line each, so that it
 *   can be worked by hand
 */
char *
carrel_grade_text_explain (const CarrelGradebook *book)
{
  g_autoptr (GPtrArray) steps = carrel_grade_step_list (book->course, book->scale);
  g_autofree char *text = carrel_grade_step_text_all (steps, book, 0);
  g_autofree char *weights = carrel_grade_text_weights (book);

  return weights != NULL ? g_strdup_printf ("%s%s\n", text, weights) : g_steal_pointer (&text);
}
