/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters (grade mathematics, section 9). */
#define G_LOG_DOMAIN "carrel-letter-scale"

#include "config.h"

#include "carrel-letter-scale.h"

#include "carrel-format-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_cutoff (gpointer data)
{
  CarrelCutoff *cutoff = data;

  g_free (cutoff->letter);
  carrel_rational_unref (cutoff->min);
  g_free (cutoff);
}

static int
compare_cutoffs (gconstpointer one, gconstpointer other)
{
  const CarrelCutoff *a = *(CarrelCutoff *const *) one;
  const CarrelCutoff *b = *(CarrelCutoff *const *) other;

  return carrel_rational_compare (b->min, a->min);
}

static gboolean
is_reached (const CarrelCutoff *cutoff, const CarrelRational *percent)
{
  int order = carrel_rational_compare (percent, cutoff->min);

  return cutoff->is_exclusive ? order > 0 : order >= 0;
}

/* What the course compares with its cut-offs. */
static CarrelRational *
round_once (const CarrelLetterScale *self, const CarrelRational *percent)
{
  return self->rounds_to != NULL ? carrel_rational_round (percent, self->rounds_to, self->mode)
                                 : carrel_rational_ref (percent);
}

/* Whether rounding has carried a grade over a cut-off: -1 down, 1 up, 0 neither. */
static int
get_crossing (const CarrelLetterScale *self,
              const CarrelRational *percent,
              const CarrelRational *rounded)
{
  g_autoptr (CarrelRational) exact = round_once (self, percent);
  g_autoptr (CarrelRational) shown = round_once (self, rounded);

  for (guint i = 0; i < self->cutoffs->len; i++)
    {
      const CarrelCutoff *cutoff = g_ptr_array_index (self->cutoffs, i);

      if (is_reached (cutoff, exact) != is_reached (cutoff, shown))
        return is_reached (cutoff, shown) ? 1 : -1;
    }
  return 0;
}

/**
 * carrel_letter_scale_new:
 *
 * Returns: (transfer full): a scale without letters, that does not round
 */
CarrelLetterScale *
carrel_letter_scale_new (void)
{
  CarrelLetterScale *self = g_new0 (CarrelLetterScale, 1);

  self->cutoffs = g_ptr_array_new_with_free_func (free_cutoff);
  return self;
}

/**
 * carrel_letter_scale_free:
 * @self: (transfer full): a scale
 *
 * Frees it.
 */
void
carrel_letter_scale_free (CarrelLetterScale *self)
{
  g_ptr_array_unref (self->cutoffs);
  g_clear_pointer (&self->rounds_to, carrel_rational_unref);
  g_free (self);
}

/**
 * carrel_letter_scale_add:
 * @self: a scale
 * @letter: a letter
 * @min: the per cent it starts at
 * @is_exclusive: whether @min itself is below it
 *
 * Adds a letter.
 */
void
carrel_letter_scale_add (CarrelLetterScale *self,
                         const char *letter,
                         const CarrelRational *min,
                         gboolean is_exclusive)
{
  CarrelCutoff *cutoff = g_new0 (CarrelCutoff, 1);

  cutoff->letter = g_strdup (letter);
  cutoff->min = carrel_rational_ref (min);
  cutoff->is_exclusive = is_exclusive;
  g_ptr_array_add (self->cutoffs, cutoff);
  g_ptr_array_sort (self->cutoffs, compare_cutoffs);
}

/**
 * carrel_letter_scale_find:
 * @self: a scale
 * @percent: an exact grade
 *
 * The letter of a grade: the exact value is rounded once, if the course does that, and compared
 * with exact cut-offs.
 *
 * Returns: (transfer none) (nullable): the letter, or %NULL below the lowest
 */
const char *
carrel_letter_scale_find (const CarrelLetterScale *self, const CarrelRational *percent)
{
  g_autoptr (CarrelRational) rounded = round_once (self, percent);

  for (guint i = 0; i < self->cutoffs->len; i++)
    {
      const CarrelCutoff *cutoff = g_ptr_array_index (self->cutoffs, i);

      if (is_reached (cutoff, rounded))
        return cutoff->letter;
    }
  return NULL;
}

/**
 * carrel_letter_scale_get_cutoff:
 * @self: a scale
 * @letter: a letter
 *
 * Returns: (transfer none) (nullable): where it starts, or %NULL when the scale does not have it
 */
const CarrelCutoff *
carrel_letter_scale_get_cutoff (const CarrelLetterScale *self, const char *letter)
{
  for (guint i = 0; i < self->cutoffs->len; i++)
    {
      const CarrelCutoff *cutoff = g_ptr_array_index (self->cutoffs, i);

      if (g_ascii_strcasecmp (cutoff->letter, letter) == 0)
        return cutoff;
    }
  return NULL;
}

static void
set_parse_error (const CarrelLetterScale *self, const char *text, GError **error)
{
  GPtrArray *cutoffs = self->cutoffs;
  g_autoptr (GPtrArray) letters = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < cutoffs->len; i++)
    g_ptr_array_add (letters, ((CarrelCutoff *) g_ptr_array_index (cutoffs, i))->letter);
  g_ptr_array_add (letters, NULL);
  list = carrel_format_list ((const char *const *) letters->pdata);
  if (cutoffs->len > 0)
    g_set_error (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_NUMBER,
                 /* Translators: what was asked for, and the letters there are: "A, B and C". */
                 _ ("“%s” is no letter of this course, which has %s, and no number. Write a number "
                    "like 85."),
                 text, list);
  else
    g_set_error (
        error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_NUMBER,
        /* Translators: what was asked for. */
        _ ("“%s” is not a number, and this course has no letters. Write a number like 85."), text);
}

/**
 * carrel_letter_scale_parse:
 * @self: a scale
 * @text: one of its letters, or a number of per cent such as "90", "87,5" or "90%"
 * @error: where %CARREL_GRADE_ERROR_NUMBER goes, which says the letters there are
 *
 * Returns: (transfer full) (nullable): the cut-off of the letter, or the number; per cent
 */
CarrelRational *
carrel_letter_scale_parse (const CarrelLetterScale *self, const char *text, GError **error)
{
  /* A mark such as "1,3" is a letter. */
  g_autofree char *number = g_strdelimit (g_strstrip (g_strdup (text)), ",", '.');
  const CarrelCutoff *cutoff = carrel_letter_scale_get_cutoff (self, text);
  g_autoptr (CarrelRational) percent = NULL;

  if (cutoff == NULL)
    cutoff = carrel_letter_scale_get_cutoff (self, number);
  if (cutoff != NULL)
    return carrel_rational_ref (cutoff->min);
  if (g_str_has_suffix (number, "%"))
    number[strlen (number) - 1] = '\0';
  percent = carrel_rational_parse (g_strchomp (number), NULL);
  if (percent != NULL && carrel_rational_get_sign (percent) >= 0)
    return g_steal_pointer (&percent);
  set_parse_error (self, text, error);
  return NULL;
}

/**
 * carrel_letter_scale_get_raw_target:
 * @self: a scale
 * @target: the per cent to reach after rounding
 *
 * The least exact grade that rounds to @target: half a step below it, or @target itself where the
 * course rounds down or not at all. With half to even and an odd target that bound is only neared.
 *
 * Returns: (transfer full): the raw target, per cent
 */
CarrelRational *
carrel_letter_scale_get_raw_target (const CarrelLetterScale *self, const CarrelRational *target)
{
  g_autoptr (CarrelRational) aim = NULL;
  g_autoptr (CarrelRational) two = carrel_rational_new (2, 1);
  g_autoptr (CarrelRational) half = NULL;

  if (self->rounds_to == NULL)
    return carrel_rational_ref (target);
  aim = carrel_rational_round (target, self->rounds_to, CARREL_ROUND_CEILING);
  if (self->mode == CARREL_ROUND_FLOOR)
    return g_steal_pointer (&aim);
  if (self->mode == CARREL_ROUND_CEILING)
    return carrel_rational_subtract (aim, self->rounds_to);
  half = carrel_rational_divide (self->rounds_to, two);
  return carrel_rational_subtract (aim, half);
}

/**
 * carrel_letter_scale_to_text:
 * @self: a scale
 * @percent: an exact grade
 * @n_digits: digits after the point, at most
 *
 * Rounds a grade for the screen, half up, but never to the other side of a cut-off: 89.995 beside a
 * B is 89.99 and not 90.
 *
 * Returns: (transfer full): decimal text with a point
 */
char *
carrel_letter_scale_to_text (const CarrelLetterScale *self,
                             const CarrelRational *percent,
                             guint n_digits)
{
  g_autofree char *text = carrel_rational_to_decimal (percent, n_digits, CARREL_ROUND_HALF_UP);
  g_autoptr (CarrelRational) rounded = carrel_rational_parse (text, NULL);
  int crossing = rounded != NULL ? get_crossing (self, percent, rounded) : 0;

  if (crossing == 0)
    return g_steal_pointer (&text);
  return carrel_rational_to_decimal (percent, n_digits,
                                     crossing > 0 ? CARREL_ROUND_FLOOR : CARREL_ROUND_CEILING);
}
