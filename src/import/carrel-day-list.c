/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads days of the week in lists, ranges and letters. */
#define G_LOG_DOMAIN "carrel-day-list"

#include "config.h"

#include "carrel-day-list.h"

#include "carrel-phrase.h"

#include <string.h>

/* What stands between two days of a list, or 0. */
static gsize
match_separator (const CarrelWords *words, const char *text)
{
  gsize n = strspn (text, " ");
  gsize n_and;

  while (text[n] != '\0' && strchr (",/&+;", text[n]) != NULL)
    n += 1 + strspn (text + n + 1, " ");
  n_and = carrel_words_match_and (words, text + n);
  if (n_and > 0)
    n += n_and + strspn (text + n + n_and, " ");
  return n;
}

static gsize
match_dash (const CarrelWords *words, const char *text)
{
  static const char *const dashes[] = { "--", "-", "\342\200\223", "\342\200\224" };
  gsize n = strspn (text, " ");
  gsize n_word = carrel_words_match_range (words, text + n);

  for (gsize i = 0; n_word == 0 && i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (text + n, dashes[i]))
      n_word = strlen (dashes[i]);
  return n_word > 0 ? n + n_word + strspn (text + n + n_word, " ") : 0;
}

/* The time, or a word that announces it: "klo 12". */
static const char *
skip_to_time (const char *text)
{
  static const char *const words[] = { "klo ", "kl. ",   "kl ", "de ", "\303\240 ", "\303\240s ",
                                       "das ", "a las ", "om ", "um ", "von " };

  text += strspn (text, " .,:");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i]))
      return text + strlen (words[i]);
  return text;
}

/* Whether nothing but other days stands before a time: " ja ke 12-14". */
static gboolean
leads_to_time (const CarrelWords *words, const char *text)
{
  for (guint i = 0; i < CARREL_N_DAYS; i++)
    {
      gsize n_dash, n = 0;

      if (g_ascii_isdigit (*skip_to_time (text)))
        return TRUE;
      n_dash = match_dash (words, text);
      text += n_dash > 0 ? n_dash : match_separator (words, text);
      if (carrel_words_match_day (words, text, &n) == CARREL_DAY_NONE)
        return FALSE;
      text += n;
    }
  return FALSE;
}

/* Short names are words in other places ("we", "sun", "so"): they need a capital, or a language
 * that writes days small. */
static gboolean
is_likely_day (const CarrelWords *words, const char *text, gsize length)
{
  if (length > 4 || g_unichar_isupper (g_utf8_get_char (text)))
    return TRUE;
  if (g_str_equal (words->language, "en") || g_str_equal (words->language, "de"))
    return FALSE;
  return leads_to_time (words, text + length) || (guchar) text[0] >= 0xe0;
}

/* The bytes of " (T)" behind "Tuesdays": the same day once more, in letters. */
static gsize
measure_letters (const char *text, CarrelDays day)
{
  gsize n = 0;

  return g_str_has_prefix (text, " (") && carrel_words_match_day_letters (text + 2, &n) == day
                 && text[2 + n] == ')'
             ? n + strlen (" ()")
             : 0;
}

static CarrelDays
read_day (const CarrelWords *words, const char *text, gboolean with_letters, gsize *length)
{
  gsize n = 0;
  CarrelDays day = carrel_words_match_day (words, text, &n);

  if (day != CARREL_DAY_NONE && is_likely_day (words, text, n))
    {
      *length = n + (text[n] == '.' && n <= 5 ? 1 : measure_letters (text + n, day));
      return day;
    }
  if (with_letters && g_ascii_isupper (text[0]))
    return carrel_words_match_day_letters (text, length);
  return CARREL_DAY_NONE;
}

/* "every weekday", "weekdays": Monday to Friday. */
static CarrelDays
read_weekdays (const char *text, gsize *length)
{
  static const char *const words[] = { "every weekday", "each weekday", "weekdays", NULL };
  gsize n = carrel_phrase_match_any (text, words);

  if (n == 0)
    return CARREL_DAY_NONE;
  *length = n;
  return (CarrelDays) (CARREL_MONDAY | CARREL_TUESDAY | CARREL_WEDNESDAY | CARREL_THURSDAY
                       | CARREL_FRIDAY);
}

/* All days from the last one of @days to @until, over the end of the week: "Sunday to Thursday". */
static CarrelDays
fill (CarrelDays days, CarrelDays until)
{
  guint last = carrel_day_get_index (until);
  guint bits = days;
  guint first = 0;

  for (guint i = 0; i < CARREL_N_DAYS; i++)
    if ((days & carrel_day_from_index (i)) != 0)
      first = i;
  for (guint i = first; i <= last + (first > last ? CARREL_N_DAYS : 0); i++)
    bits |= carrel_day_from_index (i % CARREL_N_DAYS);
  return (CarrelDays) bits;
}

/* "Mon-Wed-Fri" is three days, not the days from one to another: more dashes follow. */
static gboolean
is_chain (const CarrelWords *words, const char *text, gboolean with_letters)
{
  gsize n_dash = match_dash (words, text);
  gsize n = 0;

  return n_dash > 0 && carrel_words_match_range (words, text + strspn (text, " ")) == 0
         && read_day (words, text + n_dash, with_letters, &n) != CARREL_DAY_NONE;
}

/* "M-W" and "T-Th" in letters are the two days of a class, which is never on three in a row; "M-Th"
 * and "M-F" are all from one to the other. */
static gboolean
is_pair (const char *text)
{
  static const char *const pairs[] = { "M-W", "T-Th", "T-TH", "T-R", "Tu-Th", "W-F" };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gsize n = strlen (pairs[i]);

      if (strncmp (text, pairs[i], n) == 0 && !g_unichar_isalnum (g_utf8_get_char (text + n)))
        return TRUE;
    }
  return FALSE;
}

/* Whether a list goes on with these days; behind a dash stands only one. */
static gboolean
is_next (CarrelDays days, gsize n_dash)
{
  return days != CARREL_DAY_NONE && (n_dash == 0 || (days & (days - 1)) == 0);
}

/* "T/H", "M/T/W/H/F": the letter of Thursday where "T" is taken. */
static CarrelDays
read_other_thursday (const char *text, CarrelDays days, gboolean with_letters, gsize *length)
{
  if (!with_letters || *text != 'H' || g_unichar_isalnum (g_utf8_get_char (text + 1))
      || (days & CARREL_TUESDAY) == 0)
    return CARREL_DAY_NONE;
  *length = 1;
  return CARREL_THURSDAY;
}

static CarrelDays
read_next (const CarrelWords *words,
           const char *text,
           CarrelDays days,
           gboolean with_letters,
           gsize *length)
{
  CarrelDays next = read_day (words, text, with_letters, length);

  return next != CARREL_DAY_NONE ? next : read_other_thursday (text, days, with_letters, length);
}

static CarrelDays
read_first (const CarrelWords *words, const char *text, gboolean with_letters, gsize *length)
{
  CarrelDays days = read_weekdays (text, length);

  return days != CARREL_DAY_NONE ? days : read_day (words, text, with_letters, length);
}

/**
 * carrel_day_list_read:
 * @words: the words of the page's language
 * @text: valid UTF-8 that starts at a word
 * @with_letters: whether "MWF" and "R" are days here
 * @length: (out): bytes that were read; untouched when there is no day
 *
 * Returns: the days that @text starts with
 */
CarrelDays
carrel_day_list_read (const CarrelWords *words,
                      const char *text,
                      gboolean with_letters,
                      gsize *length)
{
  gsize n = 0;
  guint days = read_first (words, text, with_letters, &n);
  gboolean is_list = is_pair (text);

  while (days != CARREL_DAY_NONE && text[n] != '\0')
    {
      gsize n_day = 0;
      gsize n_dash = match_dash (words, text + n);
      gsize n_between = n_dash > 0 ? n_dash : match_separator (words, text + n);
      CarrelDays day = n_between > 0 ? read_next (words, text + n + n_between, (CarrelDays) days,
                                                  with_letters, &n_day)
                                     : CARREL_DAY_NONE;

      if (!is_next (day, n_dash))
        break;
      is_list = is_list || is_chain (words, text + n + n_between + n_day, with_letters);
      days = n_dash > 0 && !is_list ? fill ((CarrelDays) days, day) : days | day;
      n += n_between + n_day;
    }
  if (days != CARREL_DAY_NONE)
    *length = n;
  return (CarrelDays) days;
}

/**
 * carrel_day_list_read_all:
 * @words: the words of the page's language
 * @text: valid UTF-8, such as a cell below "Day"
 *
 * Returns: the days when @text is nothing but days, in names or letters
 */
CarrelDays
carrel_day_list_read_all (const CarrelWords *words, const char *text)
{
  gsize n = 0;
  CarrelDays days = carrel_day_list_read (words, text, TRUE, &n);

  return text[n + strspn (text + n, " :.,*")] == '\0' ? days : CARREL_DAY_NONE;
}
