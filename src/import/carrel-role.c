/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Roles that are named anywhere in a text. */
#define G_LOG_DOMAIN "carrel-role"

#include "config.h"

#include "carrel-role.h"

#include "carrel-pattern.h"

/* The role that a word at @at or behind it starts, and where; NULL for none. */
static const char *
find_next (const CarrelWords *words, const char *text, const char **at)
{
  for (; **at != '\0'; *at = g_utf8_next_char (*at))
    {
      const char *role = NULL;

      if (*at > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (*at)))
          && g_utf8_get_char (*at) < 0x2e80)
        continue;
      role = carrel_words_match_role (words, *at, NULL);
      if (role != NULL)
        return role;
    }
  return NULL;
}

/**
 * carrel_role_find:
 * @words: the words of the page's language
 * @text: valid UTF-8
 *
 * Returns: (nullable) (transfer none): the first role that is named in @text
 */
const char *
carrel_role_find (const CarrelWords *words, const char *text)
{
  const char *at = text;

  return find_next (words, text, &at);
}

/**
 * carrel_role_find_only:
 * @words: the words of the page's language
 * @text: valid UTF-8, such as a heading above people
 *
 * Returns: (nullable) (transfer none): the role that is named in @text; none for "Instructors and
 *   TAs", below which a person may be either
 */
const char *
carrel_role_find_only (const CarrelWords *words, const char *text)
{
  const char *at = text;
  const char *only = find_next (words, text, &at);
  gsize n = 0;

  while (*at != '\0')
    {
      const char *role;

      carrel_words_match_role (words, at, &n);
      at += n;
      role = find_next (words, text, &at);
      if (role != NULL && !g_str_equal (role, only))
        return NULL;
    }
  return only;
}

/**
 * carrel_role_is_alone:
 * @words: the words of the page's language
 * @text: valid UTF-8
 *
 * Returns: whether @text is a role and nothing else: "Instructor", "Teaching assistant (TA)"
 */
gboolean
carrel_role_is_alone (const CarrelWords *words, const char *text)
{
  gsize n = 0;
  gsize n_short = 0;

  if (carrel_words_match_role (words, text, &n) == NULL)
    return FALSE;
  return text[n] == '\0'
         || (g_str_has_prefix (text + n, " (")
             && carrel_words_match_role (words, text + n + 2, &n_short) != NULL
             && g_str_equal (text + n + 2 + n_short, ")"));
}

/**
 * carrel_role_is_plain:
 * @words: the words of the page's language
 * @text: valid UTF-8
 *
 * Returns: whether @text is a role with no more than a word for its kind: "Head TA", "Assistant
 *   professor", and neither "Former TA" nor "The art of the lecturer"
 */
gboolean
carrel_role_is_plain (const CarrelWords *words, const char *text)
{
  static const char kinds[] = "^(?:(?:head|lead|senior|junior|graduate|undergraduate|course|lab"
                              "|associate|assistant|adjunct|visiting|full|co-?)[ -]?)+";
  g_autofree char *bare = carrel_pattern_dup_without (kinds, text, G_REGEX_CASELESS);

  return carrel_role_is_alone (words, text) || carrel_role_is_alone (words, bare);
}
