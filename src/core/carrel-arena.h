/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Memory that is taken in small pieces, never moves, and is given back at once. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CarrelArena CarrelArena;

CarrelArena *carrel_arena_new (void);
void carrel_arena_free (CarrelArena *self);
gpointer carrel_arena_take (CarrelArena *self, gsize size);
gpointer carrel_arena_copy (CarrelArena *self, gconstpointer data, gsize size);
char *carrel_arena_copy_text (CarrelArena *self, const char *text, gsize length);

/* Elements of one size by index. Each page of them has twice the room of the one before, so that
 * growing neither moves nor copies what is there. */
#define CARREL_ARENA_LIST_PAGES 28
#define CARREL_ARENA_LIST_FIRST 4 /* the first page has room for 16 */

typedef struct
{
  CarrelArena *arena;
  gsize element_size;
  guint length;
  char *pages[CARREL_ARENA_LIST_PAGES];
} CarrelArenaList;

gpointer carrel_arena_list_add (CarrelArenaList *self);

static inline gpointer
carrel_arena_list_get (const CarrelArenaList *self, guint index)
{
  guint place = index + (1u << CARREL_ARENA_LIST_FIRST);
  guint top = g_bit_storage (place) - 1;

  return self->pages[top - CARREL_ARENA_LIST_FIRST] + (place - (1u << top)) * self->element_size;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelArena, carrel_arena_free)

G_END_DECLS
