/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding numbers in running text. */
#define G_LOG_DOMAIN "carrel-quantity"

#include "config.h"

#include "carrel-quantity.h"

#include "carrel-phrase.h"

#include <string.h>

/* Longer numbers are identifiers, not quantities. */
#define MAX_DIGITS 7

static const struct
{
  const char *text;
  CarrelUnit unit;
} units[] = {
  { "%", CARREL_UNIT_PERCENT },
  { "％", CARREL_UNIT_PERCENT },
  { "percentage points", CARREL_UNIT_PERCENT },
  { "percentage point", CARREL_UNIT_PERCENT },
  { "percent", CARREL_UNIT_PERCENT },
  { "per cent", CARREL_UNIT_PERCENT },
  { "prozent", CARREL_UNIT_PERCENT },
  { "prosenttia", CARREL_UNIT_PERCENT },
  { "por ciento", CARREL_UNIT_PERCENT },
  { "pour cent", CARREL_UNIT_PERCENT },
  { "por cento", CARREL_UNIT_PERCENT },
  { "points", CARREL_UNIT_POINTS },
  { "point", CARREL_UNIT_POINTS },
  { "pts", CARREL_UNIT_POINTS },
  { "pt", CARREL_UNIT_POINTS },
  { "marks", CARREL_UNIT_POINTS },
  { "punkte", CARREL_UNIT_POINTS },
  { "punkten", CARREL_UNIT_POINTS },
  { "puntos", CARREL_UNIT_POINTS },
  { "pontos", CARREL_UNIT_POINTS },
  { "pistettä", CARREL_UNIT_POINTS },
  { "分", CARREL_UNIT_POINTS },
  { "点", CARREL_UNIT_POINTS },
};

static gboolean
is_letter_at (const char *text)
{
  gunichar letter = g_utf8_get_char (text);

  return g_unichar_isalnum (letter) && letter < 0x2e80;
}

/* The sign between "5" and "3%" in "5x3%". */
static gboolean
is_times (const char *text, const char *at)
{
  return at > text && (*at == 'x' || *at == 'X') && g_ascii_isdigit (at[-1])
         && g_ascii_isdigit (at[1]);
}

/* Whether the character before @at belongs to the same word or number. */
static gboolean
continues_word (const char *text, const char *at)
{
  const char *before;

  if (at == text)
    return FALSE;
  before = g_utf8_prev_char (at);
  if (is_times (text, before))
    return FALSE;
  if (is_letter_at (before) || *before == '_' || *before == '$')
    return TRUE;
  return (*before == '.' || *before == ',') && before > text && g_ascii_isdigit (before[-1]);
}

/* Reads what follows the whole digits at *@at: a fraction, or the thousands of "1,000". */
static void
read_fraction (const char **at, gint64 *value)
{
  const char *digits;
  gsize n;
  gint64 scale = CARREL_QUANTITY_ONE;

  if (**at != '.' && **at != ',')
    return;
  digits = *at + 1;
  n = strspn (digits, "0123456789");
  if (n == 0)
    return;
  if (**at == ',' && n == 3)
    {
      *value = *value * 1000 + g_ascii_strtoll (digits, NULL, 10) * CARREL_QUANTITY_ONE;
      *at = digits + n;
      return;
    }
  if (n > 6 || (**at == ',' && n > 2))
    return;
  for (gsize i = 0; i < n; i++)
    {
      scale /= 10;
      *value += (digits[i] - '0') * scale;
    }
  *at = digits + n;
}

static const char *
skip_blanks (const char *at)
{
  while (*at == ' ' || *at == '\\' || g_str_has_prefix (at, "\302\240"))
    at += *at == '\302' ? 2 : 1;
  return at;
}

/* The unit at @text and its length; %CARREL_UNIT_NONE when there is none. */
static CarrelUnit
match_unit (const char *text, gsize *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      *length = strlen (units[i].text);
      if (g_ascii_strncasecmp (text, units[i].text, *length) == 0
          && (!g_ascii_isalpha (units[i].text[0]) || !is_letter_at (text + *length)))
        return units[i].unit;
    }
  return CARREL_UNIT_NONE;
}

/* "total" may stand between a number and its points; a hyphen joins words only: "20-point". */
static const char *
read_unit (const char *at, CarrelUnit *unit)
{
  static const char *const between[] = { "total", "possible", "weighted", NULL };
  const char *start = skip_blanks (at);
  gsize n = carrel_phrase_match_any (start, between);
  gsize length = 0;
  gboolean is_joined = *start == '-' && g_ascii_isalpha (start[1]);

  *unit = match_unit (start + (is_joined ? 1 : 0), &length);
  if (*unit != CARREL_UNIT_NONE)
    return start + (is_joined ? 1 : 0) + length;
  if (n == 0)
    return at;
  start = skip_blanks (start + n);
  *unit = match_unit (start, &length);
  if (*unit == CARREL_UNIT_POINTS)
    return start + length;
  *unit = CARREL_UNIT_NONE;
  return at;
}

static gboolean
is_dash (gunichar letter)
{
  return letter == '-' || letter == 0x2013 || letter == 0x2014 || letter == '~';
}

/* Whether the number that ends at @end is the last word of a name: "Paper 1". */
static gboolean
ends_name (const char *text, const char *end)
{
  while (end > text && g_ascii_isdigit (end[-1]))
    end--;
  return end - 1 > text && end[-1] == ' ' && is_letter_at (g_utf8_prev_char (end - 1))
         && !g_ascii_isdigit (end[-2]);
}

static const char *
skip_back (const char *text, const char *at, const char *characters)
{
  while (at > text && strchr (characters, at[-1]) != NULL)
    at--;
  return at;
}

/* Whether a number and a dash stand before @at, as in "10-12"; "Paper 1 - 20" is a name and a
 * number. */
static gboolean
ends_range (const char *text, const char *at)
{
  gboolean is_spaced = at > text && at[-1] == ' ';
  const char *before = skip_back (text, at, " ");

  if (before == text || !is_dash (g_utf8_get_char (g_utf8_prev_char (before))))
    return FALSE;
  before = skip_back (text, g_utf8_prev_char (before), " %-");
  return before > text && g_ascii_isdigit (before[-1]) && !(is_spaced && ends_name (text, before));
}

/* "Final %45", as Turkish writes it: the sign stands before the number, and belongs to none before
 * that. */
static gboolean
has_sign_before (const char *text, const char *at)
{
  const char *sign = at - 1;
  const char *before;

  if (at == text || *sign != '%')
    return FALSE;
  if (sign == text || strchr ("(:=[", sign[-1]) != NULL)
    return TRUE;
  before = skip_back (text, sign, " ");
  return before < sign && (before == text || !g_ascii_isdigit (before[-1]));
}

static gboolean
read_digits (const char *text, const char *at, CarrelQuantity *quantity)
{
  gsize n = strspn (at, "0123456789");
  const char *end = at + n;
  gint64 value;

  if (n == 0 || n > MAX_DIGITS || continues_word (text, at))
    return FALSE;
  value = g_ascii_strtoll (at, NULL, 10) * CARREL_QUANTITY_ONE;
  read_fraction (&end, &value);
  quantity->start = (gsize) (at - text);
  quantity->value = value;
  quantity->is_word = FALSE;
  quantity->is_range = ends_range (text, at);
  quantity->end = (gsize) (read_unit (end, &quantity->unit) - text);
  if (quantity->unit == CARREL_UNIT_NONE && !is_letter_at (end) && *end != '-'
      && has_sign_before (text, at))
    {
      quantity->unit = CARREL_UNIT_PERCENT;
      quantity->start--;
    }
  return quantity->unit != CARREL_UNIT_NONE || !is_letter_at (end) || is_times (text, end);
}

/* The bytes of " (3)" behind "three". */
static gsize
count_repeated (const char *at, int number)
{
  char *end = NULL;

  return at[0] == ' ' && at[1] == '(' && g_ascii_isdigit (at[2])
                 && g_ascii_strtoll (at + 2, &end, 10) == number && *end == ')'
             ? (gsize) (end + 1 - at)
             : 0;
}

static gboolean
read_word (const CarrelWords *words, const char *text, const char *at, CarrelQuantity *quantity)
{
  gsize length = 0;
  int number;

  if (!is_letter_at (at) || continues_word (text, at))
    return FALSE;
  number = carrel_words_match_number (words, at, &length);
  if (number < 0)
    return FALSE;
  quantity->start = (gsize) (at - text);
  quantity->value = number * CARREL_QUANTITY_ONE;
  quantity->is_word = TRUE;
  quantity->is_range = FALSE;
  at += length;
  at += count_repeated (at, number);
  quantity->end = (gsize) (read_unit (at, &quantity->unit) - text);
  return TRUE;
}

/**
 * carrel_quantity_names_points:
 * @text: any text; valid UTF-8
 *
 * Tells a text without points, which most lines of a page are, faster than its numbers are read.
 *
 * Returns: whether a word for points may stand in @text
 */
gboolean
carrel_quantity_names_points (const char *text)
{
  /* what the words for points start with */
  static const char firsts[] = "pPmM\345\347";

  for (const char *at = strpbrk (text, firsts); at != NULL; at = strpbrk (at + 1, firsts))
    {
      gsize length = 0;

      if (match_unit (at, &length) == CARREL_UNIT_POINTS)
        return TRUE;
    }
  return FALSE;
}

/**
 * carrel_quantity_find:
 * @words: the words of the page's language
 * @text: any text; valid UTF-8
 * @from: where to start, in bytes
 * @quantity: (out caller-allocates): where the number goes; undefined when there is none
 *
 * Finds the next number that is a word of its own, in digits or in letters, with its unit.
 *
 * Returns: whether there is one
 */
gboolean
carrel_quantity_find (const CarrelWords *words,
                      const char *text,
                      gsize from,
                      CarrelQuantity *quantity)
{
  for (const char *at = text + from; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (read_digits (text, at, quantity) || read_word (words, text, at, quantity))
        return TRUE;
      while (g_ascii_isdigit (*at) && g_ascii_isdigit (at[1]))
        at++;
    }
  return FALSE;
}

/**
 * carrel_quantity_dup_decimal:
 * @value: millionths, not negative
 *
 * Returns: (transfer full): the value as decimal text without needless zeros
 */
char *
carrel_quantity_dup_decimal (gint64 value)
{
  char *text = g_strdup_printf ("%" G_GINT64_FORMAT ".%06d", value / CARREL_QUANTITY_ONE,
                                (int) (value % CARREL_QUANTITY_ONE));
  gsize length = strlen (text);

  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == '.')
    length--;
  text[length] = '\0';
  return text;
}

/**
 * carrel_quantity_get_integer:
 * @value: millionths
 *
 * Returns: the value when it is a whole number that fits, else %CARREL_UNKNOWN
 */
int
carrel_quantity_get_integer (gint64 value)
{
  if (value % CARREL_QUANTITY_ONE != 0 || value / CARREL_QUANTITY_ONE > G_MAXINT16)
    return -1;
  return (int) (value / CARREL_QUANTITY_ONE);
}
