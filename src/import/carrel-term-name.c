/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of names of terms: "Fall 2021", "WS 2024/25", "2024年春季". */
#define G_LOG_DOMAIN "carrel-term-name"

#include "config.h"

#include "carrel-term-name.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"

#include <string.h>

/* "2021-2022", "2021/22": two years, which are an academic one where the second follows the first.
 */
#define YEARS "(?<![0-9])20([0-9]{2})[/-](?:20)?([0-9]{2})(?![0-9/-])"

#define TERM_SHORT                                                                                 \
  "(?<![A-Za-z0-9])(?:SP|FA|SU|WI|AU)[0-9]{2}(?=: |$)|"                                            \
  "(?<![A-Za-z0-9/])(?:(?:(?:SP|FA|SU|WI|AU)[' "                                                   \
  "]?|(?:Sp|Fa|Su|Wi|Au)'?|[FSW]'?(?!0[0-6]))[0-9]{2}|"                                            \
  "(?:WS|SS|WiSe|SoSe|WT|ST|HT|VT|HS|FS|MT|TT) "                                                   \
  "?(?:20)?[0-9]{2}(?:/(?:20)?[0-9]{2})?|[12]S/?20[0-9]{2}|20[0-9]{2}(?:[-/"                       \
  ".][12]|[ab]))(?![0-9A-Za-z/:-]|\\.[0-9])"

/* "FA22", "WS 24/25" */
static gboolean
find_short (const char *text, gsize *start, gsize *end)
{
  return carrel_pattern_find (TERM_SHORT, text, start, end)
         && !carrel_phrase_is_in_address (text, *start);
}

/* The bytes of @text from a place to the start of its word. */
static gsize
find_word_start (const char *text, gsize at)
{
  while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '(' && text[at - 1] != ',')
    at--;
  return at;
}

/* A year within three words after, or before, the season. */
static gboolean
find_year (const char *text, gsize from, gsize *start, gsize *end)
{
  gsize year_start = 0;
  gsize year_end = 0;

  if (!carrel_pattern_find ("(?<![0-9])(?:19|20)[0-9]{2}(?:[/"
                            "-](?:20)?[0-9]{2}(?![0-9]))?(?![0-9])|'[0-9]{2}(?![0-9])",
                            text + from, &year_start, &year_end)
      || year_start > 30)
    return FALSE;
  *start = from + year_start;
  *end = from + year_end;
  return TRUE;
}

/* "年", "年度" behind the number of a year. */
static gsize
skip_year_word_back (const char *text, gsize at)
{
  static const char *const words[] = { "年度", "年" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (at >= n && strncmp (text + at - n, words[i], n) == 0)
        return at - n;
    }
  return at;
}

/* The start of a year right before a season: "2025 Fall". */
static gsize
find_year_before (const char *text, gsize season)
{
  gsize at = season;

  while (at > 0 && strchr (" -", text[at - 1]) != NULL)
    at--;
  at = skip_year_word_back (text, at);
  /* "2026 年秋季" */
  while (at > 0 && text[at - 1] == ' ')
    at--;
  if (at < 4 || (at > 4 && g_ascii_isalnum (text[at - 5])))
    return season;
  return strspn (text + at - 4, "0123456789") == 4 && strchr ("12", text[at - 4]) != NULL ? at - 4
                                                                                          : season;
}

/* "Primeiro semestre", "Lent term": the word before a season may say which one. */
static gsize
find_term_start (const char *text, gsize season)
{
  static const char *const before[]
      = { "primeiro ",  "segundo ",   "primer ",    "first ",     "second ",
          "1\302\272 ", "2\302\272 ", "1\302\260 ", "2\302\260 ", "early ",
          "1st ",       "2nd ",       "late ",      "lent ",      "hilary ",
          "trinity ",   "easter ",    "epiphany ",  "michaelmas " };

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      gsize n = strlen (before[i]);

      if (season >= n && g_ascii_strncasecmp (text + season - n, before[i], n) == 0)
        return find_word_start (text, season - n);
    }
  /* "D-term" */
  if (season > 1 && text[season - 1] == '-' && g_ascii_isupper (text[season - 2])
      && (season == 2 || !g_ascii_isalnum (text[season - 3])))
    return season - 2;
  return season;
}

static gboolean
is_season_at (const CarrelWords *words, const char *text, const char *at, gsize length)
{
  g_autofree char *word = g_strndup (at, length);

  return length > 0
         && (at == text || g_utf8_get_char (at) >= 0x2e80
             || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (at))))
         && carrel_words_has_season (words, word);
}

/* "this quarter (Winter 2019)": the year is that of the season next to it. "Spring quarter:
 * (February-June, 2023)": it is that of months. */
static gboolean
names_later_season (const CarrelWords *words, const char *text, gsize season, gsize end, gsize year)
{
  g_autofree char *between = NULL;
  const char *open = memchr (text + end, '(', year - end);

  if (open != NULL && carrel_words_match_month (words, open + 1, NULL) > 0)
    return TRUE;
  if (season == 0 || carrel_words_match_term_word (text + season - 1) == 0)
    return FALSE;
  between = g_strndup (text + end, year - end);
  return carrel_words_has_season (words, between);
}

/* "Term: 2021 August" and "Semester: Fall 2021" have a label and not the name of a term. */
static gboolean
is_label (const CarrelWords *words, const char *rest)
{
  const char *next = rest + 1 + strspn (rest + (*rest != '\0'), " *_");

  return *rest == ':' && (g_ascii_isdigit (*next) || carrel_words_match_season (words, next) > 0);
}

/* The bytes of " II" in "2019 - Semestre II", which names a half of the year. */
static gsize
count_number (const char *term, gsize length)
{
  gsize start = 0;
  gsize end = 0;

  return g_ascii_strncasecmp (term, "semestre", length) == 0
                 && carrel_pattern_find ("^ (?:I{1,2}|[12])(?![\\w.])", term + length, &start, &end)
             ? end
             : 0;
}

/**
 * carrel_term_name_find:
 * @words: the words of the page's language
 * @text: valid UTF-8
 * @start: (out): where the term starts
 * @end: (out): where it ends
 *
 * Returns: (transfer full) (nullable): the name of a term with its year
 */
char *
carrel_term_name_find (const CarrelWords *words, const char *text, gsize *start, gsize *end)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gsize n = g_utf8_get_char (at) < 0x2e80 ? strcspn (at, " ,:;()[]-/'0123456789")
                                              : carrel_words_match_season (words, at);
      gsize season = (gsize) (at - text);
      gsize year_start = 0;

      if (!is_season_at (words, text, at, n) || is_label (words, at + n))
        continue;
      if (find_year_before (text, season) < season)
        {
          *start = find_year_before (text, season);
          *end = season + n + carrel_words_match_term_word (text + season + n);
          *end += count_number (text + season, *end - season);
          return g_strndup (text + *start, *end - *start);
        }
      if (!find_year (text, season + n, &year_start, end) || year_start - season - n > 24
          || names_later_season (words, text, season, season + n, year_start))
        continue;
      *start = find_term_start (text, season);
      *end += carrel_words_match_term_word (text + *end);
      return g_strndup (text + *start, *end - *start);
    }
  if (find_short (text, start, end))
    return g_strndup (text + *start, *end - *start);
  return NULL;
}

/**
 * carrel_term_name_find_academic_year:
 * @text: valid UTF-8
 * @start: (out): where it starts, with the word before it that says so
 * @end: (out): where it ends
 *
 * Returns: (transfer full) (nullable): the year of "Algebra 2021/22"
 */
char *
carrel_term_name_find_academic_year (const char *text, gsize *start, gsize *end)
{
  static const char *const words[] = { "année universitaire ",
                                       "année ",
                                       "academic year ",
                                       "ano letivo ",
                                       "curso ",
                                       "anno accademico ",
                                       "a.a. ",
                                       "aa ",
                                       "studienjahr ",
                                       "lukuvuosi ",
                                       "year ",
                                       NULL };
  g_autofree char *years = NULL;
  gint64 first = 0;
  gint64 second = 0;

  if (!carrel_pattern_find (YEARS, text, start, end))
    return NULL;
  years = g_strndup (text + *start, *end - *start);
  first = g_ascii_strtoll (years, NULL, 10);
  second = g_ascii_strtoll (years + strlen (years) - 2, NULL, 10);
  if ((first + 1) % 100 != second)
    return NULL;
  for (gsize i = 0; words[i] != NULL; i++)
    {
      gsize n = strlen (words[i]);
      g_autofree char *before = *start >= n ? g_utf8_strdown (text + *start - n, (gssize) n) : NULL;

      if (before == NULL || !g_str_equal (before, words[i]))
        continue;
      *start -= n;
      break;
    }
  return g_steal_pointer (&years);
}
