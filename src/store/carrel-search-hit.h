/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One result of a search over all courses. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The kind of a hit in a note, which is the reader's own; the fact is its section. Other kinds are
 * those of the facts. */
#define CARREL_SEARCH_HIT_NOTE "note"

#define CARREL_TYPE_SEARCH_HIT (carrel_search_hit_get_type ())
G_DECLARE_FINAL_TYPE (CarrelSearchHit, carrel_search_hit, CARREL, SEARCH_HIT, GObject)

/* Bytes of the snippet that match. */
typedef struct
{
  guint start;
  guint end;
} CarrelSearchMatch;

const char *carrel_search_hit_get_course (CarrelSearchHit *self);
const char *carrel_search_hit_get_kind (CarrelSearchHit *self);
const char *carrel_search_hit_get_fact (CarrelSearchHit *self);
const char *carrel_search_hit_get_title (CarrelSearchHit *self);
const char *carrel_search_hit_get_snippet (CarrelSearchHit *self);
const CarrelSearchMatch *carrel_search_hit_get_matches (CarrelSearchHit *self, guint *n_matches);

G_END_DECLS
