/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Chunks grow from some kilobytes to the size of a huge page. Touching fresh memory for the first
 * time costs more than all else that reading a large text does, and huge pages make that rare. */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "carrel-arena"

#include "config.h"

#include "carrel-arena.h"

#include <string.h>
#include <sys/mman.h>

#define ALIGNMENT   sizeof (gpointer)
#define FIRST_CHUNK (4 * 1024)
#define HUGE_PAGE   (2 * 1024 * 1024)

typedef struct
{
  gpointer data;
  gsize mapped; /* bytes, 0 if it is from the heap */
} Chunk;

struct _CarrelArena
{
  GArray *chunks; /* of Chunk */
  char *at;       /* what is free of the last chunk */
  gsize n_free;
  gsize next_chunk;
};

/* Whole huge pages: what is mapped too much to find where they start is given back. Falls back to
 * ordinary pages where the system has no others. */
static char *
map_huge_pages (gsize size)
{
  char *map
      = mmap (NULL, size + HUGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  gsize before = HUGE_PAGE - (guintptr) map % HUGE_PAGE;

  if (map == MAP_FAILED)
    g_error ("%" G_GSIZE_FORMAT " bytes of memory are more than there are", size);
  munmap (map, before);
  if (before < HUGE_PAGE)
    munmap (map + before + size, HUGE_PAGE - before);
#ifdef MADV_HUGEPAGE
  madvise (map + before, size, MADV_HUGEPAGE);
#endif
  return map + before;
}

static gpointer
take_chunk (CarrelArena *self, gsize size)
{
  Chunk chunk = { 0 };

  if (size >= HUGE_PAGE)
    {
      chunk.mapped = (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
      chunk.data = map_huge_pages (chunk.mapped);
    }
  else
    chunk.data = g_malloc (size);
  g_array_append_val (self->chunks, chunk);
  return chunk.data;
}

static void
clear_chunk (gpointer data)
{
  const Chunk *chunk = data;

  if (chunk->mapped > 0)
    munmap (chunk->data, chunk->mapped);
  else
    g_free (chunk->data);
}

/* A large piece gets a chunk of its own, so that the rest of the last one stays in use. */
static gpointer
take_bytes (CarrelArena *self, gsize size)
{
  char *taken;

  if (size > self->n_free && size >= self->next_chunk)
    return take_chunk (self, size);
  if (size > self->n_free)
    {
      self->n_free = self->next_chunk;
      self->at = take_chunk (self, self->n_free);
      self->next_chunk = MIN (self->next_chunk * 8, HUGE_PAGE);
    }
  taken = self->at;
  self->at += size;
  self->n_free -= size;
  return taken;
}

/**
 * carrel_arena_new:
 *
 * Returns: (transfer full): an arena of nothing
 */
CarrelArena *
carrel_arena_new (void)
{
  CarrelArena *self = g_new0 (CarrelArena, 1);

  self->chunks = g_array_new (FALSE, FALSE, sizeof (Chunk));
  g_array_set_clear_func (self->chunks, clear_chunk);
  self->next_chunk = FIRST_CHUNK;
  return self;
}

/**
 * carrel_arena_free:
 * @self: (transfer full) (nullable): an arena
 *
 * Frees all that was taken.
 */
void
carrel_arena_free (CarrelArena *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->chunks);
  g_free (self);
}

/**
 * carrel_arena_take:
 * @self: an arena
 * @size: bytes, more than none
 *
 * Returns: (transfer none): room for @size bytes, aligned for pointers, not cleared
 */
gpointer
carrel_arena_take (CarrelArena *self, gsize size)
{
  gsize odd = (guintptr) self->at % ALIGNMENT;

  if (odd > 0)
    take_bytes (self, MIN (ALIGNMENT - odd, self->n_free));
  return take_bytes (self, (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
}

/**
 * carrel_arena_copy:
 * @self: an arena
 * @data: what to copy
 * @size: its bytes
 *
 * Returns: (transfer none) (nullable): the copy, or %NULL for nothing
 */
gpointer
carrel_arena_copy (CarrelArena *self, gconstpointer data, gsize size)
{
  if (size == 0)
    return NULL;
  return memcpy (carrel_arena_take (self, size), data, size);
}

/**
 * carrel_arena_copy_text:
 * @self: an arena
 * @text: what to copy
 * @length: its bytes
 *
 * Returns: (transfer none): the text, ended by NUL
 */
char *
carrel_arena_copy_text (CarrelArena *self, const char *text, gsize length)
{
  char *copy = take_bytes (self, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

/**
 * carrel_arena_list_add:
 * @self: a list
 *
 * Returns: (transfer none): room for the next element, not cleared
 */
gpointer
carrel_arena_list_add (CarrelArenaList *self)
{
  guint place = self->length + (1u << CARREL_ARENA_LIST_FIRST);
  guint page = g_bit_storage (place) - 1 - CARREL_ARENA_LIST_FIRST;

  if ((place & (place - 1)) == 0)
    self->pages[page] = carrel_arena_take (self->arena, place * self->element_size);
  self->length++;
  return carrel_arena_list_get (self, self->length - 1);
}
