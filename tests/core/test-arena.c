/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pieces of an arena stay where they are, whatever their sizes. */
#include "config.h"

#include "carrel-arena.h"

#include <string.h>

static void
pieces_of_all_sizes_keep_their_bytes (void)
{
  g_autoptr (CarrelArena) arena = carrel_arena_new ();
  char *pieces[200];
  gsize sizes[200];

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      sizes[i] = i % 50 == 49 ? 3 * 1024 * 1024 + i : i * i + 1;
      pieces[i] = carrel_arena_take (arena, sizes[i]);
      g_assert_cmpuint ((guintptr) pieces[i] % sizeof (gpointer), ==, 0);
      memset (pieces[i], (int) i, sizes[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (gsize j = 0; j < sizes[i]; j += MAX (sizes[i] / 7, 1))
      g_assert_cmpint ((guchar) pieces[i][j], ==, i);
}

static void
texts_end_with_nul (void)
{
  g_autoptr (CarrelArena) arena = carrel_arena_new ();
  const char *first = carrel_arena_copy_text (arena, "Monday", 3);
  const char *second = carrel_arena_copy_text (arena, "", 0);
  const guint64 *number = carrel_arena_copy (arena, &(guint64){ 7 }, sizeof (guint64));

  g_assert_cmpstr (first, ==, "Mon");
  g_assert_cmpstr (second, ==, "");
  g_assert_cmpuint (*number, ==, 7);
  g_assert_null (carrel_arena_copy (arena, "", 0));
}

static void
elements_never_move (void)
{
  g_autoptr (CarrelArena) arena = carrel_arena_new ();
  CarrelArenaList list = { .arena = arena, .element_size = sizeof (guint) };
  guint *first = carrel_arena_list_add (&list);

  *first = 0;
  for (guint i = 1; i < 100000; i++)
    *(guint *) carrel_arena_list_add (&list) = i;
  g_assert_cmpuint (list.length, ==, 100000);
  g_assert_true (carrel_arena_list_get (&list, 0) == first);
  for (guint i = 0; i < list.length; i++)
    g_assert_cmpuint (*(guint *) carrel_arena_list_get (&list, i), ==, i);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/arena/pieces-of-all-sizes-keep-their-bytes",
                   pieces_of_all_sizes_keep_their_bytes);
  g_test_add_func ("/carrel/core/arena/texts-end-with-nul", texts_end_with_nul);
  g_test_add_func ("/carrel/core/arena/elements-never-move", elements_never_move);
  return g_test_run ();
}
