/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Exact numbers on GMP. */
#define G_LOG_DOMAIN "carrel-rational"

#include "config.h"

#include "carrel-rational-private.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* More digits than any mark or exact grade has; a page with a megabyte of them is refused at once.
 */
#define MAX_LENGTH 512

G_DEFINE_QUARK (carrel - grade - error - quark, carrel_grade_error)

typedef void (*Operation) (mpq_ptr result, mpq_srcptr one, mpq_srcptr other);

static CarrelRational *
new_zero (void)
{
  CarrelRational *self = g_atomic_rc_box_new0 (CarrelRational);

  mpq_init (self->value);
  return self;
}

/* A number that is made keeps its value, so that what is small is known once. */
static CarrelRational *
settle (CarrelRational *self)
{
  mpz_srcptr above = mpq_numref (self->value);
  mpz_srcptr below = mpq_denref (self->value);

  if (mpz_cmpabs_ui (above, CARREL_RATIONAL_SMALL) >= 0
      || mpz_cmp_ui (below, CARREL_RATIONAL_SMALL) >= 0)
    return self;
  self->above = (gint32) mpz_get_si (above);
  self->below = (gint32) mpz_get_si (below);
  return self;
}

static void
clear_rational (gpointer data)
{
  mpq_clear (((CarrelRational *) data)->value);
}

static CarrelRational *
operate (Operation operation, const CarrelRational *one, const CarrelRational *other)
{
  CarrelRational *result = new_zero ();

  operation (result->value, one->value, other->value);
  return settle (result);
}

static CarrelRational *
refuse (const char *text, GError **error)
{
  g_autofree char *start = g_utf8_make_valid (text, MIN (strlen (text), 24));

  /* Translators: %s is what a person typed where a number was expected. */
  g_set_error (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_NUMBER,
               _ ("“%s” is not a number. Write it like 85, 8.5 or 17/20."), start);
  return NULL;
}

/* floor (x + 1/2); where x lies in the middle, half even takes the even one. */
static void
round_half (mpz_ptr result, mpq_srcptr x, gboolean is_even)
{
  mpz_t above, below;

  mpz_init (above);
  mpz_init (below);
  mpz_mul_2exp (above, mpq_numref (x), 1);
  mpz_add (above, above, mpq_denref (x));
  mpz_mul_2exp (below, mpq_denref (x), 1);
  mpz_fdiv_q (result, above, below);
  if (is_even && mpz_divisible_p (above, below) && mpz_odd_p (result))
    mpz_sub_ui (result, result, 1);
  mpz_clear (above);
  mpz_clear (below);
}

/* Reads [-]digits[.digits] or [-].digits into @value, by powers of ten and never by a double. */
static gboolean
read_decimal (const char *text, mpq_ptr value)
{
  g_autoptr (GRegex) form = g_regex_new ("^([-+]?)([0-9]*)(?:\\.([0-9]+))?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *digits = NULL;

  if (!g_regex_match (form, text, 0, &match))
    return FALSE;
  parts = g_match_info_fetch_all (match);
  digits = g_strconcat (parts[2], parts[3], NULL);
  if (*digits == '\0')
    return FALSE;
  mpz_set_str (mpq_numref (value), digits, 10);
  mpz_ui_pow_ui (mpq_denref (value), 10, parts[3] != NULL ? strlen (parts[3]) : 0);
  mpq_canonicalize (value);
  if (*parts[1] == '-')
    mpq_neg (value, value);
  return TRUE;
}

/**
 * carrel_rational_new:
 * @numerator: the number above the line
 * @denominator: the number below it, greater than 0
 *
 * Returns: (transfer full): the fraction in lowest terms
 */
CarrelRational *
carrel_rational_new (gint64 numerator, gint64 denominator)
{
  CarrelRational *self = NULL;

  g_return_val_if_fail (denominator > 0, NULL);

  self = new_zero ();
  mpz_set_si (mpq_numref (self->value), numerator);
  mpz_set_si (mpq_denref (self->value), denominator);
  mpq_canonicalize (self->value);
  return settle (self);
}

/**
 * carrel_rational_new_mpq:
 * @value: a canonical number of GMP
 *
 * Returns: (transfer full): a copy of it
 */
CarrelRational *
carrel_rational_new_mpq (mpq_srcptr value)
{
  CarrelRational *self = new_zero ();

  mpq_set (self->value, value);
  return settle (self);
}

/**
 * carrel_rational_parse:
 * @text: "85", "-8.5", "17/20" or "85%"
 * @error: where %CARREL_GRADE_ERROR_NUMBER goes
 *
 * Reads a number exactly, with a decimal point whatever the locale. Per cent are hundredths.
 *
 * Returns: (transfer full) (nullable): the number, or %NULL with @error set
 */
CarrelRational *
carrel_rational_parse (const char *text, GError **error)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (CarrelRational) self = NULL;
  g_autoptr (CarrelRational) below = NULL;
  gsize length = strlen (text);

  if (length == 0 || length > MAX_LENGTH)
    return refuse (text, error);
  parts = g_strsplit (text, "/", 2);
  self = new_zero ();
  below = carrel_rational_new (1, 1);
  if (parts[1] == NULL && text[length - 1] == '%')
    {
      parts[0][length - 1] = '\0';
      mpq_set_ui (below->value, 100, 1);
    }
  if (!read_decimal (parts[0], self->value)
      || (parts[1] != NULL && !read_decimal (parts[1], below->value))
      || mpq_sgn (below->value) == 0)
    return refuse (text, error);
  mpq_div (self->value, self->value, below->value);
  return settle (g_steal_pointer (&self));
}

/**
 * carrel_rational_ref:
 * @self: a number
 *
 * Returns: (transfer full): @self, with one more reference
 */
CarrelRational *
carrel_rational_ref (const CarrelRational *self)
{
  return g_atomic_rc_box_acquire ((CarrelRational *) self);
}

/**
 * carrel_rational_unref:
 * @self: (transfer full): a number
 *
 * Drops a reference.
 */
void
carrel_rational_unref (CarrelRational *self)
{
  g_atomic_rc_box_release_full (self, clear_rational);
}

/**
 * carrel_rational_get_mpq:
 * @self: a number
 *
 * Returns: (transfer none): the number as GMP has it
 */
mpq_srcptr
carrel_rational_get_mpq (const CarrelRational *self)
{
  return self->value;
}

/**
 * carrel_rational_add:
 * @self: a number
 * @other: another
 *
 * Returns: (transfer full): their sum
 */
CarrelRational *
carrel_rational_add (const CarrelRational *self, const CarrelRational *other)
{
  return operate (mpq_add, self, other);
}

/**
 * carrel_rational_subtract:
 * @self: a number
 * @other: another
 *
 * Returns: (transfer full): @self less @other
 */
CarrelRational *
carrel_rational_subtract (const CarrelRational *self, const CarrelRational *other)
{
  return operate (mpq_sub, self, other);
}

/**
 * carrel_rational_multiply:
 * @self: a number
 * @other: another
 *
 * Returns: (transfer full): their product
 */
CarrelRational *
carrel_rational_multiply (const CarrelRational *self, const CarrelRational *other)
{
  return operate (mpq_mul, self, other);
}

/**
 * carrel_rational_divide:
 * @self: a number
 * @other: another, not 0
 *
 * Returns: (transfer full): @self divided by @other
 */
CarrelRational *
carrel_rational_divide (const CarrelRational *self, const CarrelRational *other)
{
  g_return_val_if_fail (mpq_sgn (other->value) != 0, NULL);

  return operate (mpq_div, self, other);
}

/**
 * carrel_rational_compare:
 * @self: a number
 * @other: another
 *
 * Returns: less than, equal to or greater than 0
 */
int
carrel_rational_compare (const CarrelRational *self, const CarrelRational *other)
{
  return mpq_cmp (self->value, other->value);
}

/**
 * carrel_rational_get_sign:
 * @self: a number
 *
 * Returns: -1, 0 or 1
 */
int
carrel_rational_get_sign (const CarrelRational *self)
{
  return mpq_sgn (self->value);
}

/**
 * carrel_rational_round:
 * @self: a number
 * @step: what the result is a multiple of, greater than 0
 * @mode: where it goes between two multiples
 *
 * Returns: (transfer full): the multiple of @step next to @self
 */
CarrelRational *
carrel_rational_round (const CarrelRational *self, const CarrelRational *step, CarrelRoundMode mode)
{
  g_autoptr (CarrelRational) steps = carrel_rational_divide (self, step);
  g_autoptr (CarrelRational) whole = new_zero ();
  mpz_ptr n = mpq_numref (whole->value);

  if (mode == CARREL_ROUND_FLOOR)
    mpz_fdiv_q (n, mpq_numref (steps->value), mpq_denref (steps->value));
  else if (mode == CARREL_ROUND_CEILING)
    mpz_cdiv_q (n, mpq_numref (steps->value), mpq_denref (steps->value));
  else
    round_half (n, steps->value, mode == CARREL_ROUND_HALF_EVEN);
  return carrel_rational_multiply (whole, step);
}

/**
 * carrel_rational_to_text:
 * @self: a number
 *
 * Returns: (transfer full): "n/d" in lowest terms, with "/1" for a whole number
 */
char *
carrel_rational_to_text (const CarrelRational *self)
{
  gsize size = mpz_sizeinbase (mpq_numref (self->value), 10)
               + mpz_sizeinbase (mpq_denref (self->value), 10) + 3;
  g_autofree char *text = g_malloc (size);

  mpq_get_str (text, 10, self->value);
  return strchr (text, '/') != NULL ? g_steal_pointer (&text) : g_strconcat (text, "/1", NULL);
}

/**
 * carrel_rational_to_decimal:
 * @self: a number
 * @n_digits: at most how many digits after the point
 * @mode: how it is rounded to them
 *
 * Returns: (transfer full): decimal text with a point and no needless zeros, such as "87.5"
 */
char *
carrel_rational_to_decimal (const CarrelRational *self, guint n_digits, CarrelRoundMode mode)
{
  g_autoptr (CarrelRational) step = new_zero ();
  g_autoptr (CarrelRational) rounded = NULL;
  g_autoptr (CarrelRational) scaled = NULL;
  g_autofree char *digits = NULL;
  GString *text = NULL;

  mpz_set_ui (mpq_numref (step->value), 1);
  mpz_ui_pow_ui (mpq_denref (step->value), 10, n_digits);
  rounded = carrel_rational_round (self, step, mode);
  scaled = carrel_rational_divide (rounded, step);
  mpz_abs (mpq_numref (scaled->value), mpq_numref (scaled->value));
  digits = g_malloc (mpz_sizeinbase (mpq_numref (scaled->value), 10) + 2);
  mpz_get_str (digits, 10, mpq_numref (scaled->value));

  text = g_string_new (digits);
  while (text->len <= n_digits)
    g_string_prepend_c (text, '0');
  g_string_insert_c (text, (gssize) (text->len - n_digits), '.');
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  if (text->str[text->len - 1] == '.')
    g_string_truncate (text, text->len - 1);
  if (mpq_sgn (rounded->value) < 0)
    g_string_prepend_c (text, '-');
  return g_string_free (text, FALSE);
}

/**
 * carrel_rational_to_double:
 * @self: a number
 *
 * Returns: the double next to it (toward 0 where its parts are large), to place pixels and for
 *   nothing else
 */
double
carrel_rational_to_double (const CarrelRational *self)
{
  if (mpz_sizeinbase (mpq_numref (self->value), 2) <= DBL_MANT_DIG
      && mpz_sizeinbase (mpq_denref (self->value), 2) <= DBL_MANT_DIG)
    return mpz_get_d (mpq_numref (self->value)) / mpz_get_d (mpq_denref (self->value));
  return mpq_get_d (self->value);
}
