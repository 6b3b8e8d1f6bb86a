/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Exact numbers, sums of them, letters, averages, curves and late work. */
#include "config.h"

#include "carrel-fraction-sum.h"
#include "carrel-grade-average.h"
#include "carrel-late.h"
#include "carrel-letter-scale.h"
#include "carrel-trimmed-ratio.h"

#include <string.h>

typedef CarrelRational Number;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Number, carrel_rational_unref)

static Number *
number (const char *text)
{
  g_autoptr (GError) error = NULL;
  Number *parsed = carrel_rational_parse (text, &error);

  g_assert_no_error (error);
  return parsed;
}

/* Takes @actual. */
static void
assert_number (Number *actual, const char *expected)
{
  g_autofree char *text = actual != NULL ? carrel_rational_to_text (actual) : NULL;

  g_assert_cmpstr (text, ==, expected);
  g_clear_pointer (&actual, carrel_rational_unref);
}

/* ---- numbers ---- */

static void
reads_numbers_exactly (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = { { "85", "85/1" },      { "-8.5", "-17/2" }, { "17/20", "17/20" },
                { "34/40", "17/20" },  { "85%", "17/20" },  { "0.1", "1/10" },
                { "6.99", "699/100" }, { "0", "0/1" },      { "8.5/10", "17/20" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_number (number (cases[i].text), cases[i].expected);
}

static void
refuses_what_is_no_number (void)
{
  static const char *const texts[]
      = { "", "-", ".", "1/0", "1/2/3", "abc", "1,5", "1e5", "0x10", "%", "1 2", "--1" };
  g_autofree char *long_text = g_strnfill (1024 * 1024, '9');

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (carrel_rational_parse (texts[i], &error));
      g_assert_error (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_NUMBER);
    }
  g_assert_null (carrel_rational_parse (long_text, NULL));
}

static void
calculates_exactly (void)
{
  g_autoptr (Number) third = number ("1/3");
  g_autoptr (Number) sixth = number ("1/6");

  assert_number (carrel_rational_add (third, sixth), "1/2");
  assert_number (carrel_rational_subtract (sixth, third), "-1/6");
  assert_number (carrel_rational_multiply (third, sixth), "1/18");
  assert_number (carrel_rational_divide (third, sixth), "2/1");
  g_assert_cmpint (carrel_rational_compare (third, sixth), >, 0);
  g_assert_cmpint (carrel_rational_compare (third, third), ==, 0);
  g_assert_cmpint (carrel_rational_get_sign (third), ==, 1);
  g_assert_cmpfloat_with_epsilon (carrel_rational_to_double (third), 1.0 / 3, 1e-15);
}

static void
rounds_in_four_ways (void)
{
  static const struct
  {
    const char *text;
    const char *step;
    CarrelRoundMode mode;
    const char *expected;
  } cases[] = {
    { "89.5", "1", CARREL_ROUND_HALF_UP, "90/1" },
    { "89.4999", "1", CARREL_ROUND_HALF_UP, "89/1" },
    { "88.5", "1", CARREL_ROUND_HALF_EVEN, "88/1" },
    { "89.5", "1", CARREL_ROUND_HALF_EVEN, "90/1" },
    { "89.99", "1", CARREL_ROUND_FLOOR, "89/1" },
    { "36.6", "1/2", CARREL_ROUND_CEILING, "37/1" },
    { "-0.5", "1", CARREL_ROUND_HALF_UP, "0/1" },
    { "-0.5", "1", CARREL_ROUND_FLOOR, "-1/1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Number) value = number (cases[i].text);
      g_autoptr (Number) step = number (cases[i].step);

      assert_number (carrel_rational_round (value, step, cases[i].mode), cases[i].expected);
    }
}

static void
writes_decimals (void)
{
  static const struct
  {
    const char *text;
    guint n_digits;
    const char *expected;
  } cases[] = { { "1/3", 2, "0.33" }, { "2/3", 2, "0.67" },  { "85", 2, "85" },
                { "17/2", 2, "8.5" }, { "-1/3", 1, "-0.3" }, { "999/1000", 2, "1" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Number) value = number (cases[i].text);
      g_autofree char *text
          = carrel_rational_to_decimal (value, cases[i].n_digits, CARREL_ROUND_HALF_UP);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* Small numbers go by machine words, large ones and many denominators by GMP: the sum is one. */
static void
sums_as_the_numbers_do (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 50; round++)
    {
      g_auto (CarrelFractionSum) sum;
      g_autoptr (Number) plain = carrel_rational_new (0, 1);
      g_autofree char *expected = NULL;
      mpq_t total;

      carrel_fraction_sum_init (&sum);
      for (guint i = 0; i < 60; i++)
        {
          gint64 large = round % 5 == 0 ? (G_GINT64_CONSTANT (1) << 40) : 1;
          g_autoptr (Number) factor
              = carrel_rational_new (g_rand_int_range (rand, -500, 500) * large, 7);
          g_autoptr (Number) divisor = carrel_rational_new (g_rand_int_range (rand, 1, 100), 1);
          g_autoptr (Number) part = carrel_rational_divide (factor, divisor);
          Number *more = carrel_rational_add (plain, part);

          carrel_fraction_sum_add (&sum, factor, NULL, divisor);
          carrel_rational_unref (plain);
          plain = more;
        }
      mpq_init (total);
      carrel_fraction_sum_get (&sum, total);
      expected = carrel_rational_to_text (plain);
      assert_number (carrel_rational_new_mpq (total), expected);
      mpq_clear (total);
    }
}

/* The lowest and the highest of four are dropped, and never the fixed one. */
static void
trims_low_and_high (void)
{
  static const struct
  {
    int score;
    gboolean is_fixed;
    gboolean is_kept;
  } terms[] = { { 10, FALSE, FALSE },
                { 90, FALSE, FALSE },
                { 50, FALSE, TRUE },
                { 60, FALSE, TRUE },
                { 0, TRUE, TRUE } };
  g_auto (CarrelTrimmedRatio) ratio;
  mpq_t x, value, slope;

  carrel_trimmed_ratio_init (&ratio, G_N_ELEMENTS (terms));
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      mpq_set_si (ratio.terms[i].s, terms[i].score, 1);
      mpq_set_ui (ratio.terms[i].t, 100, 1);
      ratio.terms[i].is_fixed = terms[i].is_fixed;
    }
  ratio.n_low = 1;
  ratio.n_high = 1;
  mpq_inits (x, value, slope, NULL);
  g_assert_true (carrel_trimmed_ratio_solve (&ratio, x, 0, value, slope));
  assert_number (carrel_rational_new_mpq (value), "11/30");
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    g_assert_true (ratio.terms[i].is_kept == terms[i].is_kept);
  mpq_clears (x, value, slope, NULL);
}

/* ---- letters ---- */

static CarrelLetterScale *
make_scale (const char *rounds_to)
{
  static const char *const cutoffs[][2] = { { "B", "80" }, { "A", "90" }, { "F", "0" } };
  CarrelLetterScale *scale = carrel_letter_scale_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cutoffs); i++)
    {
      g_autoptr (Number) min = number (cutoffs[i][1]);

      carrel_letter_scale_add (scale, cutoffs[i][0], min, FALSE);
    }
  scale->rounds_to = rounds_to != NULL ? number (rounds_to) : NULL;
  return scale;
}

static void
finds_letters_and_shows_what_fits_them (void)
{
  static const struct
  {
    const char *percent;
    const char *rounds_to;
    const char *letter;
    const char *text;
  } cases[] = {
    { "90", NULL, "A", "90" },         { "89.995", NULL, "B", "89.99" },
    { "89.996", NULL, "B", "89.99" },  { "89.5", "1", "A", "89.5" },
    { "89.499", "1", "B", "89.49" },   { "80.001", NULL, "B", "80" },
    { "-1", NULL, NULL, "-1" },        { "120", NULL, "A", "120" },
    { "79.9951", NULL, "F", "79.99" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CarrelLetterScale) scale = make_scale (cases[i].rounds_to);
      g_autoptr (Number) percent = number (cases[i].percent);
      g_autofree char *text = carrel_letter_scale_to_text (scale, percent, 2);

      g_assert_cmpstr (carrel_letter_scale_find (scale, percent), ==, cases[i].letter);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
leaves_an_exclusive_cutoff_below (void)
{
  g_autoptr (CarrelLetterScale) scale = make_scale (NULL);
  g_autoptr (Number) min = number ("95");
  g_autoptr (Number) above = number ("95.01");

  carrel_letter_scale_add (scale, "A+", min, TRUE);
  g_assert_cmpstr (carrel_letter_scale_find (scale, min), ==, "A");
  g_assert_cmpstr (carrel_letter_scale_find (scale, above), ==, "A+");
  g_assert_cmpstr (carrel_letter_scale_get_cutoff (scale, "a+")->letter, ==, "A+");
  g_assert_null (carrel_letter_scale_get_cutoff (scale, "C"));
}

static void
finds_the_least_grade_that_rounds (void)
{
  static const struct
  {
    CarrelRoundMode mode;
    const char *rounds_to;
    const char *target;
    const char *expected;
  } cases[] = {
    { CARREL_ROUND_HALF_UP, "1", "90", "179/2" }, { CARREL_ROUND_HALF_UP, "0.1", "90", "1799/20" },
    { CARREL_ROUND_FLOOR, "1", "90", "90/1" },    { CARREL_ROUND_CEILING, "1", "90", "89/1" },
    { CARREL_ROUND_HALF_UP, NULL, "90", "90/1" }, { CARREL_ROUND_HALF_UP, "1", "89.3", "179/2" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CarrelLetterScale) scale = make_scale (cases[i].rounds_to);
      g_autoptr (Number) target = number (cases[i].target);

      scale->mode = cases[i].mode;
      assert_number (carrel_letter_scale_get_raw_target (scale, target), cases[i].expected);
    }
}

/* ---- averages and curves ---- */

static void
averages_by_units (void)
{
  g_autoptr (Number) twelve = number ("12");
  g_autoptr (Number) three = number ("3");
  g_autoptr (Number) four = number ("4");
  const CarrelUnits courses[] = { { twelve, four }, { three, three } };
  g_autoptr (Number) units = NULL;
  g_autoptr (Number) average = carrel_grade_average_get (courses, 2, &units);
  const CarrelUnits have = { units, average };
  g_autoptr (Number) target = number ("3.9");

  assert_number (carrel_rational_ref (average), "19/5");
  assert_number (carrel_rational_ref (units), "15/1");
  assert_number (carrel_grade_average_get_needed (&have, three, target), "22/5");
  g_assert_null (carrel_grade_average_get (courses, 0, NULL));
}

static void
bends_marks_to_a_line (void)
{
  g_autoptr (Number) from_low = number ("45");
  g_autoptr (Number) from_high = number ("95");
  g_autoptr (Number) to_low = number ("60");
  g_autoptr (Number) to_high = number ("100");
  const Number *from[2] = { from_low, from_high };
  const Number *to[2] = { to_low, to_high };
  g_autoptr (Number) score = number ("70");

  assert_number (carrel_grade_curve_linear (score, from, to), "80/1");
}

/* ---- late work ---- */

static void
counts_started_days (void)
{
  static const gint64 cases[][3]
      = { { 0, 0, 0 },    { 1, 0, 1 },     { 15, 15, 0 },  { 1440, 0, 1 },
          { 1441, 0, 2 }, { 1450, 15, 1 }, { -500, 0, 0 }, { 2881, 0, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (carrel_late_count_days (cases[i][0], cases[i][1]), ==, cases[i][2]);
}

static void
punishes_lateness (void)
{
  static const struct
  {
    CarrelPenaltyKind kind;
    const char *floor;
    int last_day;
    int days;
    const char *expected;
  } cases[] = {
    { CARREL_PENALTY_OF_EARNED, NULL, -1, 0, "90/1" },
    { CARREL_PENALTY_OF_EARNED, NULL, -1, 2, "72/1" },
    { CARREL_PENALTY_OF_MAXIMUM, NULL, -1, 2, "70/1" },
    { CARREL_PENALTY_OF_MAXIMUM, NULL, -1, 20, "0/1" },
    { CARREL_PENALTY_OF_EARNED, "1/2", -1, 9, "45/1" },
    { CARREL_PENALTY_OF_EARNED, "1/2", 5, 5, "45/1" },
    { CARREL_PENALTY_OF_EARNED, "1/2", 5, 6, "0/1" },
  };
  g_autoptr (Number) rate = number ("10%");
  g_autoptr (Number) score = number ("90");
  g_autoptr (Number) max = number ("100");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Number) floor = cases[i].floor != NULL ? number (cases[i].floor) : NULL;
      const CarrelLateRule rule = { cases[i].kind, rate, floor, cases[i].last_day };

      assert_number (carrel_late_apply (&rule, score, max, cases[i].days), cases[i].expected);
    }
}

/* A cut-off makes the larger first loss a bad choice: two days on one item save all of it. */
static void
spends_late_days_best (void)
{
  g_autoptr (Number) rate = number ("10%");
  g_autoptr (Number) score = number ("80");
  g_autoptr (Number) max = number ("100");
  g_autoptr (Number) one = number ("1");
  const CarrelLateRule rule = { CARREL_PENALTY_OF_EARNED, rate, NULL, 2 };
  CarrelSubmission submissions[]
      = { { max, max, one, 1, 0 }, { score, max, one, 4, 0 }, { score, max, one, 0, 0 } };

  assert_number (carrel_late_spend (&rule, submissions, 3, 2, 2), "117/50");
  g_assert_cmpint (submissions[0].spent, ==, 0);
  g_assert_cmpint (submissions[1].spent, ==, 2);
  g_assert_cmpint (submissions[2].spent, ==, 0);
  assert_number (carrel_late_sum (&rule, submissions, 3), "117/50");
  assert_number (carrel_late_spend (&rule, submissions, 3, 1000000000, 1000000000), "13/5");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/grade/number/is-read-exactly", reads_numbers_exactly);
  g_test_add_func ("/carrel/grade/number/refuses-other-text", refuses_what_is_no_number);
  g_test_add_func ("/carrel/grade/number/calculates-exactly", calculates_exactly);
  g_test_add_func ("/carrel/grade/number/rounds-in-four-ways", rounds_in_four_ways);
  g_test_add_func ("/carrel/grade/number/is-written-as-decimal", writes_decimals);
  g_test_add_func ("/carrel/grade/sum/is-that-of-the-numbers", sums_as_the_numbers_do);
  g_test_add_func ("/carrel/grade/trimmed-ratio/drops-low-and-high", trims_low_and_high);
  g_test_add_func ("/carrel/grade/letter/fits-what-is-shown",
                   finds_letters_and_shows_what_fits_them);
  g_test_add_func ("/carrel/grade/letter/is-not-reached-at-an-exclusive-cutoff",
                   leaves_an_exclusive_cutoff_below);
  g_test_add_func ("/carrel/grade/letter/has-a-raw-target", finds_the_least_grade_that_rounds);
  g_test_add_func ("/carrel/grade/average/goes-by-units", averages_by_units);
  g_test_add_func ("/carrel/grade/curve/is-a-line", bends_marks_to_a_line);
  g_test_add_func ("/carrel/grade/late/counts-started-days", counts_started_days);
  g_test_add_func ("/carrel/grade/late/is-punished", punishes_lateness);
  g_test_add_func ("/carrel/grade/late/spends-days-best", spends_late_days_best);
  return g_test_run ();
}
