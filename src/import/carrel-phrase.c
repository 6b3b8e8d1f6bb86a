/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Matching is by folded letters and whole words; Chinese and Japanese words end anywhere. */
#define G_LOG_DOMAIN "carrel-phrase"

#include "config.h"

#include "carrel-phrase.h"

#include <string.h>

/* Chinese and Japanese are written without blanks. */
static gboolean
is_word_letter (gunichar letter)
{
  return letter < 0x80 ? g_ascii_isalnum ((char) letter)
                       : letter < 0x2e80 && g_unichar_isalnum (letter);
}

static gunichar
fold (gunichar letter)
{
  if (letter < 0x80)
    return (gunichar) (guchar) g_ascii_tolower ((char) letter);
  if (letter == 0x2019)
    return '\'';
  return g_unichar_tolower (letter);
}

static const char *
skip_blanks (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* Whether a phrase that starts at @text may end before @rest. */
static gboolean
ends_word (const char *text, const char *rest)
{
  if (*rest == '\0' || !is_word_letter (g_utf8_get_char (rest)))
    return TRUE;
  return rest > text && !is_word_letter (g_utf8_get_char (g_utf8_prev_char (rest)));
}

static gboolean
starts_word (const char *text, const char *at)
{
  return at == text || !is_word_letter (g_utf8_get_char (at))
         || !is_word_letter (g_utf8_get_char (g_utf8_prev_char (at)));
}

/**
 * carrel_phrase_match:
 * @text: valid UTF-8 that starts at a word
 * @phrase: a folded phrase; a blank in it stands for any blanks
 *
 * Returns: how many bytes of @text spell @phrase as whole words; 0 when it does not start so
 */
gsize
carrel_phrase_match (const char *text, const char *phrase)
{
  const char *at = text;

  if (!carrel_phrase_may_match (text, phrase))
    return 0;
  while (*phrase != '\0')
    {
      if (*phrase == ' ')
        {
          const char *next = skip_blanks (at);

          if (next == at)
            return 0;
          at = next;
          phrase++;
          continue;
        }
      if (*at == '\0' || fold (g_utf8_get_char (at)) != g_utf8_get_char (phrase))
        return 0;
      at = g_utf8_next_char (at);
      phrase = g_utf8_next_char (phrase);
    }
  return ends_word (text, at) ? (gsize) (at - text) : 0;
}

/**
 * carrel_phrase_match_any:
 * @text: valid UTF-8 that starts at a word
 * @phrases: (nullable): folded phrases, ended by %NULL
 *
 * Returns: the length in bytes of the longest of @phrases that @text starts with; 0 for none
 */
gsize
carrel_phrase_match_any (const char *text, const char *const *phrases)
{
  gsize longest = 0;

  for (guint i = 0; phrases != NULL && phrases[i] != NULL; i++)
    {
      gsize length;

      if (!carrel_phrase_may_match (text, phrases[i]))
        continue;
      length = carrel_phrase_match (text, phrases[i]);
      longest = MAX (longest, length);
    }
  return longest;
}

/**
 * carrel_phrase_next_word:
 * @text: valid UTF-8, not empty
 *
 * Returns: where the next word of @text may start, after at least one character
 */
const char *
carrel_phrase_next_word (const char *text)
{
  if (!is_word_letter (g_utf8_get_char (text)))
    return g_utf8_next_char (text);
  while (*text != '\0' && is_word_letter (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/**
 * carrel_phrase_find:
 * @text: valid UTF-8
 * @length: how far a phrase may start, in bytes, or -1
 * @phrases: folded phrases, ended by %NULL
 * @found: (out) (optional): the length of what was found
 *
 * Returns: (nullable): the first place where one of @phrases stands, or %NULL
 */
const char *
carrel_phrase_find (const char *text, gssize length, const char *const *phrases, gsize *found)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;

  for (const char *at = text; at < end && *at != '\0'; at = carrel_phrase_next_word (at))
    {
      gsize n = carrel_phrase_match_any (at, phrases);

      if (n == 0)
        continue;
      if (found != NULL)
        *found = n;
      return at;
    }
  return NULL;
}

/**
 * carrel_phrase_occurs:
 * @text: valid UTF-8
 * @length: how far a phrase may start, in bytes, or -1
 * @phrases: folded phrases, ended by %NULL
 *
 * Returns: whether one of @phrases stands in @text
 */
gboolean
carrel_phrase_occurs (const char *text, gssize length, const char *const *phrases)
{
  return carrel_phrase_find (text, length, phrases, NULL) != NULL;
}

/**
 * carrel_phrase_match_back:
 * @text: valid UTF-8
 * @length: bytes of @text to look at
 * @phrases: folded phrases, ended by %NULL
 *
 * Returns: the length in bytes of the longest of @phrases that the first @length bytes end with
 */
gsize
carrel_phrase_match_back (const char *text, gsize length, const char *const *phrases)
{
  const char *end = text + length;
  gsize longest = 0;
  int n_words = 0;

  for (const char *at = end; at > text && n_words < 16;)
    {
      at = g_utf8_prev_char (at);
      if (!starts_word (text, at))
        continue;
      n_words++;
      for (guint i = 0; phrases[i] != NULL; i++)
        if (carrel_phrase_match (at, phrases[i]) == (gsize) (end - at))
          longest = MAX (longest, (gsize) (end - at));
    }
  return longest;
}

/**
 * carrel_phrase_is_in_title_case:
 * @text: valid UTF-8
 *
 * Returns: whether it looks like "Software Testing and Design": three words or more, the first and
 *   all long ones with capitals
 */
gboolean
carrel_phrase_is_in_title_case (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n_words = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      gunichar first = g_utf8_get_char (words[i]);

      if (g_unichar_isdigit (first) || (strlen (words[i]) > 3 && !g_unichar_isupper (first)))
        return FALSE;
      n_words += strlen (words[i]) > 3;
    }
  return n_words >= 3 && g_unichar_isupper (g_utf8_get_char (text));
}

/**
 * carrel_phrase_step_back:
 * @text: valid UTF-8
 * @at: a place in it, in bytes
 * @n: how many bytes to go back
 *
 * Returns: the start of a character about @n bytes before @at, or of @text
 */
const char *
carrel_phrase_step_back (const char *text, gsize at, gsize n)
{
  const char *start = text + (at > n ? at - n : 0);

  while (start > text && ((guchar) *start & 0xc0) == 0x80)
    start--;
  return start;
}

/**
 * carrel_phrase_find_colon:
 * @text: valid UTF-8
 * @length: (out) (optional): how many bytes the colon has
 *
 * Finds the first colon, which Chinese and Japanese write wide.
 *
 * Returns: (nullable) (transfer none): where it stands
 */
const char *
carrel_phrase_find_colon (const char *text, gsize *length)
{
  static const char wide[] = "\357\274\232";
  const char *colon = strchr (text, ':');
  const char *found = strstr (text, wide);
  gboolean is_wide = found != NULL && (colon == NULL || found < colon);

  if (length != NULL)
    *length = is_wide ? strlen (wide) : 1;
  return is_wide ? found : colon;
}

/**
 * carrel_phrase_is_in_address:
 * @text: valid UTF-8
 * @at: a place in it, in bytes
 *
 * Returns: whether the word that leads there has a full stop and a stroke:
 *   "https://example.edu/2021fall/", "www.example.edu/~lee/algo/FA22"
 */
gboolean
carrel_phrase_is_in_address (const char *text, gsize at)
{
  g_autofree char *front = g_strndup (text, at);
  const char *blank = strrchr (front, ' ');
  const char *word = blank != NULL ? blank + 1 : front;

  return strchr (word, '.') != NULL && strchr (word, '/') != NULL;
}
