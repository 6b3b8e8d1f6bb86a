/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Search over all courses. To rank every hit costs more than to find them, so only the first are
 * ranked; and to look a hit up again costs as much as to search again, so the snippets of the best
 * are cut in one second pass. tests/bench/store.c measures it. */
#define G_LOG_DOMAIN "carrel-store-search"

#include "config.h"

#include "carrel-store-search.h"

#include "carrel-search-hit-private.h"
#include "carrel-store-private.h"

#include <string.h>

/* What both passes go through, in the same order. */
#define FOUND_SQL                                                                                  \
  " FROM search WHERE search MATCH :query AND (:course IS NULL OR rowid IN"                        \
  " (SELECT row FROM search_facts WHERE course = :course)) LIMIT 500"

/* A title counts ten times as much as a body. */
#define SEARCH_SQL                                                                                 \
  "WITH best AS MATERIALIZED (SELECT row, score FROM"                                              \
  " (SELECT rowid AS row, bm25 (search, 10.0, 1.0) AS score" FOUND_SQL ")"                         \
  " ORDER BY score LIMIT :most),"                                                                  \
  " marked AS MATERIALIZED (SELECT row, snippet FROM"                                              \
  " (SELECT rowid AS row, CASE WHEN rowid IN (SELECT row FROM best) THEN snippet"                  \
  " (search, -1, '" CARREL_MATCH_START "', '" CARREL_MATCH_END                                     \
  "', '…', 16) END AS snippet" FOUND_SQL ") WHERE snippet IS NOT NULL)"                            \
  "SELECT f.course, f.kind, f.fact, coalesce (nullif (f.title, ''), (SELECT s.title FROM"          \
  " search_facts AS s WHERE s.course = f.course AND s.fact = f.fact AND s.kind = 'section'))"      \
  ", marked.snippet FROM best"                                                                     \
  " CROSS JOIN marked ON marked.row = best.row JOIN search_facts AS f ON f.row = best.row"         \
  " ORDER BY best.score"

/* What courses write out and people shorten, where the one is no beginning of the other. */
static const char *const short_forms[][2] = {
  { "hw", "\"homework\"*" },          { "hws", "\"homework\"*" },
  { "ps", "\"problem\" + \"set\"*" }, { "pset", "\"problem\" + \"set\"*" },
  { "mt", "\"midterm\"*" },           { "oh", "\"office\" + \"hour\"*" },
};

/* What a short form stands for, or NULL. */
static const char *
find_long_form (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (short_forms); i++)
    if (g_ascii_strcasecmp (word, short_forms[i][0]) == 0)
      return short_forms[i][1];
  return NULL;
}

/* A word as the beginning of a word, or what it is short for; "hw3" is also "Homework 3". In
 * quotes, so that nothing typed is taken for an operator. */
static void
add_word (GString *query, const char *word)
{
  gsize n = strcspn (word, "0123456789");
  gboolean has_number
      = n > 0 && word[n] != '\0' && strspn (word + n, "0123456789") == strlen (word + n);
  g_autofree char *name = g_strndup (word, has_number ? n : strlen (word));
  const char *long_form = find_long_form (name);

  g_string_append_printf (query, "%s(\"%s\"*", query->len > 0 ? " AND " : "", word);
  if (has_number)
    g_string_append_printf (query, " OR (\"%s\"* AND \"%s\"*)", name, word + n);
  if (has_number && long_form != NULL)
    g_string_append_printf (query, " OR (%s AND \"%s\"*)", long_form, word + n);
  else if (long_form != NULL)
    g_string_append_printf (query, " OR %s", long_form);
  g_string_append_c (query, ')');
}

/* Every word must be found. */
static char *
dup_query (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_auto (GStrv) parts = g_regex_split_simple ("[^\\p{L}\\p{N}\\p{M}]+", valid, 0, 0);
  g_autoptr (GString) query = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      add_word (query, parts[i]);
  return query->len > 0 ? g_strdup (query->str) : NULL;
}

static gpointer
read_hit (CarrelStatement *statement)
{
  return carrel_search_hit_new_from_row (statement);
}

/**
 * carrel_store_search:
 * @self: a store
 * @words: what a person typed; all words must be found, each as the beginning of a word
 * @course_id: (nullable): the course to search, %NULL is all
 * @n_most: how many hits at most
 * @error: where an error goes
 *
 * Searches sections, dated rows, people and graded items, and the reader's notes, the best first.
 *
 * Returns: (transfer full) (nullable) (element-type CarrelSearchHit): the hits
 */
GPtrArray *
carrel_store_search (
    CarrelStore *self, const char *words, const char *course_id, guint n_most, GError **error)
{
  g_autofree char *query = dup_query (words);
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":query", query),
                                     CARREL_BIND_TEXT (":course", course_id),
                                     CARREL_BIND_INTEGER (":most", n_most),
                                     { NULL } };

  if (query == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  return carrel_store_query (self, SEARCH_SQL, bindings, read_hit, g_object_unref, error);
}
