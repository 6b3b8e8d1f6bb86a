/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Solves F(q) = 0, where F is the trimmed sum of the ratings S - qT: F is continuous and strictly
 * decreasing, and its root is the value of the group. From any q the kept set is a guess whose own
 * ratio is the next q; a bracket around the root makes sure that it ends. */
#define G_LOG_DOMAIN "carrel-trimmed-ratio"

#include "config.h"

#include "carrel-trimmed-ratio.h"

/* A guess in so many is the middle of the bracket, so that no two sets take turns for long. */
#define BISECT_EVERY 6

typedef struct
{
  mpq_t low, high;
  gboolean has_low, has_high;
} Bracket;

/* Worst first; of equals the one with more points at stake, as that is best for the student. */
static int
compare_terms (gconstpointer one, gconstpointer other)
{
  const CarrelTerm *a = *(CarrelTerm *const *) one;
  const CarrelTerm *b = *(CarrelTerm *const *) other;
  int order = mpz_cmp (mpq_numref (a->rating), mpq_numref (b->rating));

  if (order == 0)
    order = mpz_cmp (mpq_numref (a->tilt), mpq_numref (b->tilt));
  if (order == 0)
    order = mpz_cmp (mpq_numref (b->t), mpq_numref (a->t));
  return order != 0 ? order : (a < b ? -1 : 1);
}

/* Marks what is kept when the terms are ordered by rating and tilt. */
static void
keep_middle (CarrelTrimmedRatio *self)
{
  g_autofree CarrelTerm **order = g_new (CarrelTerm *, self->n_terms);
  guint n = 0;

  for (guint i = 0; i < self->n_terms; i++)
    {
      self->terms[i].is_kept = TRUE;
      if (!self->terms[i].is_fixed)
        order[n++] = &self->terms[i];
    }
  qsort (order, n, sizeof *order, compare_terms);
  for (guint i = 0; i < n; i++)
    order[i]->is_kept = i >= self->n_low && i < n - self->n_high;
}

/* Makes a number of a term whole: it is multiplied by what the denominators have in common. */
static void
scale_up (mpq_ptr number, mpz_srcptr common, mpz_ptr room)
{
  mpz_divexact (room, common, mpq_denref (number));
  mpz_mul (mpq_numref (number), mpq_numref (number), room);
  mpz_set_ui (mpq_denref (number), 1);
}

/* Multiplies all terms by one number, which leaves every ratio and every order as it is, so that
 * the search is done in integers. */
static void
make_whole (CarrelTrimmedRatio *self)
{
  mpz_t common, room;

  mpz_init_set_ui (common, 1);
  mpz_init (room);
  for (guint i = 0; i < self->n_terms; i++)
    {
      mpz_lcm (common, common, mpq_denref (self->terms[i].s));
      mpz_lcm (common, common, mpq_denref (self->terms[i].slope));
      mpz_lcm (common, common, mpq_denref (self->terms[i].t));
    }
  for (guint i = 0; i < self->n_terms && mpz_cmp_ui (common, 1) != 0; i++)
    {
      scale_up (self->terms[i].s, common, room);
      scale_up (self->terms[i].slope, common, room);
      scale_up (self->terms[i].t, common, room);
    }
  mpz_mul (self->scale, self->scale, common);
  mpz_clear (common);
  mpz_clear (room);
}

/* The ratio of what is kept: of scores, or of slopes, over maxima. FALSE when the maxima make 0. */
static gboolean
get_ratio (CarrelTrimmedRatio *self, mpq_srcptr x, gboolean of_slopes, mpq_ptr ratio)
{
  gboolean is_defined;
  mpz_t s, slope, t;

  mpz_inits (s, slope, t, NULL);
  for (guint i = 0; i < self->n_terms; i++)
    {
      CarrelTerm *term = &self->terms[i];

      if (!term->is_kept)
        continue;
      mpz_add (s, s, mpq_numref (term->s));
      mpz_add (slope, slope, mpq_numref (term->slope));
      mpz_add (t, t, mpq_numref (term->t));
    }
  is_defined = mpz_sgn (t) > 0;
  if (is_defined && of_slopes)
    {
      mpz_swap (mpq_numref (ratio), slope);
      mpz_swap (mpq_denref (ratio), t);
    }
  else if (is_defined)
    {
      mpz_mul (s, s, mpq_denref (x));
      mpz_addmul (s, slope, mpq_numref (x));
      mpz_swap (mpq_numref (ratio), s);
      mpz_mul (mpq_denref (ratio), t, mpq_denref (x));
    }
  if (is_defined)
    mpq_canonicalize (ratio);
  mpz_clears (s, slope, t, NULL);
  return is_defined;
}

/* Rates every term at a guess of the value, times the denominators of x and q. */
static void
rate_terms (CarrelTrimmedRatio *self, mpq_srcptr x, mpq_srcptr q)
{
  mpz_t of_s, of_slope, of_t;

  mpz_inits (of_s, of_slope, of_t, NULL);
  mpz_mul (of_s, mpq_denref (x), mpq_denref (q));
  mpz_mul (of_slope, mpq_numref (x), mpq_denref (q));
  mpz_mul (of_t, mpq_numref (q), mpq_denref (x));
  for (guint i = 0; i < self->n_terms; i++)
    {
      CarrelTerm *term = &self->terms[i];

      mpz_mul (mpq_numref (term->rating), mpq_numref (term->s), of_s);
      mpz_submul (mpq_numref (term->rating), mpq_numref (term->t), of_t);
      mpz_addmul (mpq_numref (term->rating), mpq_numref (term->slope), of_slope);
      mpz_set_ui (mpq_numref (term->tilt), 0);
    }
  mpz_clears (of_s, of_slope, of_t, NULL);
}

/* Tilts every term, that is how its rating moves on the given side of x, at a guess of the slope,
 * times its denominator. */
static void
tilt_terms (CarrelTrimmedRatio *self, int direction, mpq_srcptr slope)
{
  for (guint i = 0; i < self->n_terms; i++)
    {
      CarrelTerm *term = &self->terms[i];
      mpz_ptr tilt = mpq_numref (term->tilt);

      mpz_mul (tilt, mpq_numref (term->slope), mpq_denref (slope));
      mpz_submul (tilt, mpq_numref (term->t), mpq_numref (slope));
      if (direction < 0)
        mpz_neg (tilt, tilt);
    }
}

/* Narrows the bracket by what the guess has led to, and makes the next guess. */
static void
guess_again (Bracket *bracket, mpq_ptr guess, mpq_ptr next, guint n_guesses)
{
  gboolean is_above = mpq_cmp (next, guess) > 0;

  mpq_set (is_above ? bracket->low : bracket->high, guess);
  if (is_above)
    bracket->has_low = TRUE;
  else
    bracket->has_high = TRUE;
  if (bracket->has_low && bracket->has_high
      && (n_guesses % BISECT_EVERY == 0 || mpq_cmp (next, bracket->low) <= 0
          || mpq_cmp (next, bracket->high) >= 0))
    {
      mpq_add (next, bracket->low, bracket->high);
      mpq_div_2exp (next, next, 1);
    }
  mpq_swap (guess, next);
}

/* Finds the value (direction 0) or the slope on one side of x. @guess holds the first guess. */
static void
find_root (CarrelTrimmedRatio *self, mpq_srcptr x, int direction, mpq_ptr guess)
{
  Bracket bracket = { 0 };
  mpq_t next;

  mpq_init (next);
  mpq_init (bracket.low);
  mpq_init (bracket.high);
  for (guint n_guesses = 1;; n_guesses++)
    {
      if (direction == 0)
        rate_terms (self, x, guess);
      else
        tilt_terms (self, direction, guess);
      keep_middle (self);
      get_ratio (self, x, direction != 0, next);
      if (mpq_equal (next, guess))
        break;
      guess_again (&bracket, guess, next, n_guesses);
    }
  mpq_clear (next);
  mpq_clear (bracket.low);
  mpq_clear (bracket.high);
}

/* At least one item stays: low drops are cut first, then high ones. */
static void
clamp_drops (CarrelTrimmedRatio *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_terms; i++)
    n += !self->terms[i].is_fixed;
  self->n_low = MIN (self->n_low, n > 0 ? n - 1 : 0);
  self->n_high = MIN (self->n_high, n > 0 ? n - 1 - self->n_low : 0);
}

/**
 * carrel_trimmed_ratio_init:
 * @self: (out caller-allocates): a group
 * @n_terms: how many items it has
 *
 * Makes a group of items that are all 0, to be filled.
 */
void
carrel_trimmed_ratio_init (CarrelTrimmedRatio *self, guint n_terms)
{
  self->terms = g_new0 (CarrelTerm, n_terms);
  self->n_terms = n_terms;
  self->n_low = 0;
  self->n_high = 0;
  mpz_init_set_ui (self->scale, 1);
  for (guint i = 0; i < n_terms; i++)
    mpq_inits (self->terms[i].s, self->terms[i].slope, self->terms[i].t, self->terms[i].rating,
               self->terms[i].tilt, NULL);
}

/**
 * carrel_trimmed_ratio_clear:
 * @self: a group
 *
 * Frees what a group holds.
 */
void
carrel_trimmed_ratio_clear (CarrelTrimmedRatio *self)
{
  for (guint i = 0; i < self->n_terms; i++)
    mpq_clears (self->terms[i].s, self->terms[i].slope, self->terms[i].t, self->terms[i].rating,
                self->terms[i].tilt, NULL);
  mpz_clear (self->scale);
  g_clear_pointer (&self->terms, g_free);
  self->n_terms = 0;
}

/**
 * carrel_trimmed_ratio_solve:
 * @self: a group; its drops are clamped, and is_kept of its terms is the answer
 * @x: the unknown
 * @direction: -1 or 1 for the slope on that side of @x, 0 for none
 * @value: where the value goes, initialised
 * @slope: (nullable): where the slope goes, initialised; %NULL with @direction 0
 *
 * The value of a group with drops, by the trim theorem of the grade mathematics: max over low drops
 * of min over high drops of sum S by sum T.
 *
 * Returns: whether there is a value; a group of extra credit alone has none
 */
gboolean
carrel_trimmed_ratio_solve (
    CarrelTrimmedRatio *self, mpq_srcptr x, int direction, mpq_ptr value, mpq_ptr slope)
{
  clamp_drops (self);
  make_whole (self);
  for (guint i = 0; i < self->n_terms; i++)
    self->terms[i].is_kept = TRUE;
  if (!get_ratio (self, x, FALSE, value))
    return FALSE;
  find_root (self, x, 0, value);
  if (direction == 0)
    return TRUE;
  get_ratio (self, x, TRUE, slope);
  find_root (self, x, direction, slope);
  return TRUE;
}
