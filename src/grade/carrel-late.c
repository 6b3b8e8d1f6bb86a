/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Late work (grade mathematics, section 8). */
#define G_LOG_DOMAIN "carrel-late"

#include "config.h"

#include "carrel-late.h"

#define MINUTES_PER_DAY 1440

/* The best sums with some of the submissions, for each number of late days. */
typedef struct
{
  CarrelRational *best;
  int spent; /* on the last of them */
} Cell;

static const CarrelRational *
get_larger (const CarrelRational *one, const CarrelRational *other)
{
  return carrel_rational_compare (one, other) >= 0 ? one : other;
}

/* What a submission adds to the course when late days have been spent on it. */
static CarrelRational *
get_worth (const CarrelLateRule *rule, const CarrelSubmission *submission, int n_spent)
{
  g_autoptr (CarrelRational) score = carrel_late_apply (rule, submission->score, submission->max,
                                                        MAX (0, submission->days - n_spent));
  g_autoptr (CarrelRational) part = carrel_rational_divide (score, submission->max);

  return carrel_rational_multiply (part, submission->weight);
}

/* The best of spending 0 to @n_each late days on one more submission, with @n_days in all. */
static Cell
choose (const CarrelLateRule *rule,
        const CarrelSubmission *submission,
        const Cell *before,
        int n_days,
        int n_each)
{
  Cell cell = { NULL, 0 };

  for (int spent = 0; spent == 0 || spent <= MIN (MIN (n_days, n_each), submission->days); spent++)
    {
      g_autoptr (CarrelRational) worth = get_worth (rule, submission, spent);
      g_autoptr (CarrelRational) sum = carrel_rational_add (before[n_days - spent].best, worth);

      if (cell.best != NULL && carrel_rational_compare (sum, cell.best) <= 0)
        continue;
      g_clear_pointer (&cell.best, carrel_rational_unref);
      cell.best = g_steal_pointer (&sum);
      cell.spent = spent;
    }
  return cell;
}

/* No more late days than there are days late: a bank of a million is not a million cells. */
static int
count_useful (const CarrelSubmission *submissions, guint n_submissions, int n_late_days, int n_each)
{
  gint64 n_useful = 0;

  for (guint i = 0; i < n_submissions; i++)
    n_useful += MAX (0, MIN (submissions[i].days, n_each));
  return (int) MIN (n_useful, (gint64) MAX (n_late_days, 0));
}

/**
 * carrel_late_count_days:
 * @minutes_late: minutes after the due moment; negative is early
 * @minutes_grace: minutes that do not count
 *
 * Returns: started days: max (0, ceil ((late - grace) / 1440))
 */
int
carrel_late_count_days (gint64 minutes_late, gint64 minutes_grace)
{
  gint64 minutes = minutes_late - minutes_grace;

  return minutes <= 0 ? 0 : (int) ((minutes + MINUTES_PER_DAY - 1) / MINUTES_PER_DAY);
}

/**
 * carrel_late_apply:
 * @rule: how lateness is punished
 * @score: the score before it, points
 * @max: the maximum, points
 * @days: started days late
 *
 * Returns: (transfer full): the score after the penalty; never below 0, nor below the floor
 */
CarrelRational *
carrel_late_apply (const CarrelLateRule *rule,
                   const CarrelRational *score,
                   const CarrelRational *max,
                   int days)
{
  const CarrelRational *whole = rule->kind == CARREL_PENALTY_OF_EARNED ? score : max;
  g_autoptr (CarrelRational) zero = carrel_rational_new (0, 1);
  g_autoptr (CarrelRational) n_days = carrel_rational_new (days, 1);
  g_autoptr (CarrelRational) part = carrel_rational_multiply (rule->rate, n_days);
  g_autoptr (CarrelRational) penalty = carrel_rational_multiply (whole, part);
  g_autoptr (CarrelRational) left = carrel_rational_subtract (score, penalty);
  g_autoptr (CarrelRational) least = NULL;

  if (days == 0)
    return carrel_rational_ref (score);
  if (rule->last_day >= 0 && days > rule->last_day)
    return g_steal_pointer (&zero);
  if (rule->floor != NULL)
    least = carrel_rational_multiply (score, rule->floor);
  return carrel_rational_ref (get_larger (left, least != NULL ? get_larger (least, zero) : zero));
}

/**
 * carrel_late_sum:
 * @rule: how lateness is punished
 * @submissions: (array length=n_submissions): what was handed in, with late days spent
 * @n_submissions: how many
 *
 * Returns: (transfer full): the sum of weight times score by maximum
 */
CarrelRational *
carrel_late_sum (const CarrelLateRule *rule,
                 const CarrelSubmission *submissions,
                 guint n_submissions)
{
  g_autoptr (CarrelRational) sum = carrel_rational_new (0, 1);

  for (guint i = 0; i < n_submissions; i++)
    {
      g_autoptr (CarrelRational) worth = get_worth (rule, &submissions[i], submissions[i].spent);
      CarrelRational *more = carrel_rational_add (sum, worth);

      carrel_rational_unref (sum);
      sum = more;
    }
  return g_steal_pointer (&sum);
}

/**
 * carrel_late_spend:
 * @rule: how lateness is punished
 * @submissions: (array length=n_submissions): what was handed in; "spent" is filled
 * @n_submissions: how many
 * @n_late_days: late days in all, 0 or more
 * @n_each: late days for each submission at most, 0 or more
 *
 * The best use of late days, by dynamic programming over submissions and days: penalties with a
 * floor or a last day are not convex, so that taking the largest loss first is not always best.
 *
 * Returns: (transfer full): the best sum of weight times score by maximum
 */
CarrelRational *
carrel_late_spend (const CarrelLateRule *rule,
                   CarrelSubmission *submissions,
                   guint n_submissions,
                   int n_late_days,
                   int n_each)
{
  int n_useful = count_useful (submissions, n_submissions, n_late_days, n_each);
  gsize n_cells = (gsize) n_useful + 1;
  g_autofree Cell *cells = g_new0 (Cell, (n_submissions + 1) * n_cells);
  CarrelRational *result = NULL;
  int left = n_useful;

  for (gsize i = 0; i < n_cells; i++)
    cells[i].best = carrel_rational_new (0, 1);
  for (guint i = 0; i < n_submissions; i++)
    for (gsize days = 0; days < n_cells; days++)
      cells[(i + 1) * n_cells + days]
          = choose (rule, &submissions[i], &cells[i * n_cells], (int) days, n_each);
  for (guint i = n_submissions; i > 0; i--)
    {
      submissions[i - 1].spent = cells[i * n_cells + (gsize) left].spent;
      left -= submissions[i - 1].spent;
    }
  result = carrel_rational_ref (cells[n_submissions * n_cells + (gsize) n_useful].best);
  for (gsize i = 0; i < (n_submissions + 1) * n_cells; i++)
    carrel_rational_unref (cells[i].best);
  return result;
}
