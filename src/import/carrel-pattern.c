/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages are read in several threads; a compiled expression may serve all of them. */
#define G_LOG_DOMAIN "carrel-pattern"

#include "config.h"

#include "carrel-pattern.h"

typedef struct
{
  const char *pattern;
  GRegexCompileFlags flags;
} Key;

G_LOCK_DEFINE_STATIC (compiled);
static GHashTable *compiled; /* of Key to GRegex, never freed */

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->pattern) ^ (guint) key->flags;
}

static gboolean
are_keys_equal (gconstpointer a, gconstpointer b)
{
  const Key *one = a;
  const Key *other = b;

  return one->flags == other->flags && g_str_equal (one->pattern, other->pattern);
}

/* The expression, compiled when it is asked for the first time. */
static GRegex *
look_up (const Key *key)
{
  GRegex *regex;
  Key *added;

  if (compiled == NULL)
    compiled = g_hash_table_new (hash_key, are_keys_equal);
  regex = g_hash_table_lookup (compiled, key);
  if (regex != NULL)
    return regex;
  regex = g_regex_new (key->pattern, key->flags, 0, NULL);
  g_assert (regex != NULL);
  added = g_new (Key, 1);
  *added = (Key){ g_strdup (key->pattern), key->flags };
  g_hash_table_insert (compiled, added, regex);
  return regex;
}

/**
 * carrel_pattern_get:
 * @pattern: a valid regular expression, one of few
 * @flags: how it is read
 *
 * Returns: (transfer full): the compiled expression
 */
GRegex *
carrel_pattern_get (const char *pattern, GRegexCompileFlags flags)
{
  const Key key = { pattern, flags };
  GRegex *regex;

  G_LOCK (compiled);
  regex = g_regex_ref (look_up (&key));
  G_UNLOCK (compiled);
  return regex;
}

/**
 * carrel_pattern_matches:
 * @pattern: a valid regular expression, one of few
 * @text: valid UTF-8
 * @flags: how @pattern is read
 *
 * Returns: whether @pattern occurs in @text
 */
gboolean
carrel_pattern_matches (const char *pattern, const char *text, GRegexCompileFlags flags)
{
  g_autoptr (GRegex) regex = carrel_pattern_get (pattern, flags);

  return g_regex_match (regex, text, 0, NULL);
}

/**
 * carrel_pattern_match:
 * @pattern: a valid regular expression, one of few
 * @text: valid UTF-8, which has to outlive @match
 * @flags: how @pattern is read
 * @match: (out) (transfer full): what it matches, also where it does not
 *
 * Returns: whether @pattern occurs in @text
 */
gboolean
carrel_pattern_match (const char *pattern,
                      const char *text,
                      GRegexCompileFlags flags,
                      GMatchInfo **match)
{
  g_autoptr (GRegex) regex = carrel_pattern_get (pattern, flags);

  return g_regex_match (regex, text, 0, match);
}

/**
 * carrel_pattern_dup_without:
 * @pattern: a valid regular expression, one of few
 * @text: valid UTF-8
 * @flags: how @pattern is read
 *
 * Returns: (transfer full): @text without what @pattern matches
 */
char *
carrel_pattern_dup_without (const char *pattern, const char *text, GRegexCompileFlags flags)
{
  g_autoptr (GRegex) regex = carrel_pattern_get (pattern, flags);
  char *rest = g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);

  return rest != NULL ? rest : g_strdup (text);
}

/**
 * carrel_pattern_dup_without_tags:
 * @text: (nullable): a text of front matter or of a data file; valid UTF-8
 *
 * Returns: (transfer full) (nullable): @text without the tags of HTML in it; a bare "<" stays
 */
char *
carrel_pattern_dup_without_tags (const char *text)
{
  if (text == NULL || strchr (text, '<') == NULL)
    return g_strdup (text);
  return g_strstrip (carrel_pattern_dup_without ("</?[a-zA-Z][^<>]*>", text, 0));
}

/**
 * carrel_pattern_find:
 * @pattern: an expression of PCRE
 * @text: valid UTF-8
 * @start: (out): where it matches first, in bytes; untouched when it does not
 * @end: (out): where that ends; untouched when it does not match
 *
 * Returns: whether it matches
 */
gboolean
carrel_pattern_find (const char *pattern, const char *text, gsize *start, gsize *end)
{
  g_autoptr (GRegex) regex = carrel_pattern_get (pattern, 0);
  g_autoptr (GMatchInfo) info = NULL;
  int from = 0;
  int until = 0;

  if (!g_regex_match (regex, text, 0, &info) || !g_match_info_fetch_pos (info, 0, &from, &until))
    return FALSE;
  *start = (gsize) from;
  *end = (gsize) until;
  return TRUE;
}
