/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzz target without libFuzzer: on each seed, on its beginnings, and with bytes changed in
 * a way that is the same every time. */
#include "fuzz-target.h"

#include <glib.h>

#define N_CUTS    64
#define N_CHANGES 256

static void
run_cuts (const guint8 *data, gsize length)
{
  for (gsize i = 0; i <= N_CUTS; i++)
    LLVMFuzzerTestOneInput (data, length * i / N_CUTS);
}

static void
run_changes (guint8 *data, gsize length, GRand *random)
{
  static const guint8 marks[] = "|#-:%*<>[](){}\n\t \"'0/\\\xff\0~`";

  for (guint i = 0; length > 0 && i < N_CHANGES; i++)
    {
      gsize at = (gsize) g_rand_int_range (random, 0, (gint32) MIN (length, G_MAXINT32));
      guint8 old = data[at];

      data[at] = marks[g_rand_int_range (random, 0, sizeof marks - 1)];
      LLVMFuzzerTestOneInput (data, length);
      if (i % 4 != 0)
        data[at] = old;
    }
}

static void
run_file (const char *path)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  if (!g_file_get_contents (path, &text, &length, NULL))
    g_error ("%s cannot be read", path);
  run_cuts ((const guint8 *) text, length);
  run_changes ((guint8 *) text, length, random);
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (argv[i], 0, NULL);
      const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

      g_assert_nonnull (dir);
      for (; name != NULL; name = g_dir_read_name (dir))
        {
          g_autofree char *path = g_build_filename (argv[i], name, NULL);

          run_file (path);
        }
    }
  return 0;
}
