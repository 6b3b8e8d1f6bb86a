/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One result of a search: a fact, and a piece of its text with the matches in it. */
#define G_LOG_DOMAIN "carrel-search-hit"

#include "config.h"

#include "carrel-search-hit.h"

#include "carrel-search-hit-private.h"

struct _CarrelSearchHit
{
  GObject parent_instance;

  char *course;
  char *kind;
  char *fact;
  char *title;
  char *snippet;
  GArray *matches; /* of CarrelSearchMatch */
};

G_DEFINE_FINAL_TYPE (CarrelSearchHit, carrel_search_hit, G_TYPE_OBJECT)

/* Takes the marks out of a snippet and notes where they were. */
static void
read_snippet (CarrelSearchHit *self, const char *marked)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  CarrelSearchMatch match = { 0 };

  for (const char *at = marked; *at != '\0'; at++)
    if (*at == CARREL_MATCH_START[0])
      match.start = (guint) plain->len;
    else if (*at == CARREL_MATCH_END[0])
      {
        match.end = (guint) plain->len;
        g_array_append_val (self->matches, match);
      }
    else
      g_string_append_c (plain, *at == '\n' ? ' ' : *at);
  self->snippet = g_strdup (plain->str);
}

static void
carrel_search_hit_finalize (GObject *object)
{
  CarrelSearchHit *self = CARREL_SEARCH_HIT (object);

  g_free (self->course);
  g_free (self->kind);
  g_free (self->fact);
  g_free (self->title);
  g_free (self->snippet);
  g_array_unref (self->matches);
  G_OBJECT_CLASS (carrel_search_hit_parent_class)->finalize (object);
}

static void
carrel_search_hit_class_init (CarrelSearchHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = carrel_search_hit_finalize;
}

static void
carrel_search_hit_init (CarrelSearchHit *self)
{
  self->matches = g_array_new (FALSE, FALSE, sizeof (CarrelSearchMatch));
}

/**
 * carrel_search_hit_new_from_row:
 * @statement: a statement on a row of course, kind, fact, title, marked snippet
 *
 * Returns: (transfer full): the hit
 */
CarrelSearchHit *
carrel_search_hit_new_from_row (CarrelStatement *statement)
{
  CarrelSearchHit *self = g_object_new (CARREL_TYPE_SEARCH_HIT, NULL);

  self->course = carrel_statement_dup_text (statement, 0);
  self->kind = carrel_statement_dup_text (statement, 1);
  self->fact = carrel_statement_dup_text (statement, 2);
  self->title = carrel_statement_dup_text (statement, 3);
  read_snippet (self, carrel_statement_get_text (statement, 4));
  return self;
}

/**
 * carrel_search_hit_get_course:
 * @self: a hit
 *
 * Returns: (transfer none): the id of its course
 */
const char *
carrel_search_hit_get_course (CarrelSearchHit *self)
{
  return self->course;
}

/**
 * carrel_search_hit_get_kind:
 * @self: a hit
 *
 * Returns: (transfer none): "section", "schedule_row", "person" or "grading_item"
 */
const char *
carrel_search_hit_get_kind (CarrelSearchHit *self)
{
  return self->kind;
}

/**
 * carrel_search_hit_get_fact:
 * @self: a hit
 *
 * Returns: (transfer none): the key of the fact, which is its id
 */
const char *
carrel_search_hit_get_fact (CarrelSearchHit *self)
{
  return self->fact;
}

/**
 * carrel_search_hit_get_title:
 * @self: a hit
 *
 * Returns: (transfer none): what the fact is called, perhaps ""
 */
const char *
carrel_search_hit_get_title (CarrelSearchHit *self)
{
  return self->title;
}

/**
 * carrel_search_hit_get_snippet:
 * @self: a hit
 *
 * Returns: (transfer none): a piece of its text around the first match, on one line
 */
const char *
carrel_search_hit_get_snippet (CarrelSearchHit *self)
{
  return self->snippet;
}

/**
 * carrel_search_hit_get_matches:
 * @self: a hit
 * @n_matches: (out): where their number goes
 *
 * Returns: (transfer none) (array length=n_matches): which bytes of the snippet match
 */
const CarrelSearchMatch *
carrel_search_hit_get_matches (CarrelSearchHit *self, guint *n_matches)
{
  *n_matches = self->matches->len;
  return (const CarrelSearchMatch *) (void *) self->matches->data;
}
