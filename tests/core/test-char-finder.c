/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines that have a character, in texts that are longer than one look goes. */
#include "config.h"

#include "carrel-char-finder.h"

#include <string.h>

/* How many lines the finder says to have a pipe, and how many have one. */
static guint
count_lines (const char *text, gsize length, guint *n_real)
{
  CarrelCharFinder finder = { .what = '|' };
  guint n_found = 0;

  *n_real = 0;
  for (gsize at = 0; at < length;)
    {
      gsize end = at + strcspn (text + at, "\n");

      n_found += carrel_char_finder_is_in (&finder, text, length, at, end) ? 1 : 0;
      *n_real += memchr (text + at, '|', end - at) != NULL ? 1 : 0;
      at = end + 1;
    }
  return n_found;
}

static void
lines_with_it_are_found (void)
{
  static const char *const texts[]
      = { "", "|", "a|b", "a\n|\nb", "|\n|\n\n|", "a\nb\n", "a\nb|\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint n_real = 0;
      guint n_found = count_lines (texts[i], strlen (texts[i]), &n_real);

      g_assert_cmpuint (n_found, ==, n_real);
    }
}

static void
long_texts_are_read_in_stretches (void)
{
  for (guint gap = 4080; gap < 4110; gap++)
    {
      g_autoptr (GString) text = g_string_new ("start\n");
      guint n_real = 0;
      guint n_found;

      for (guint i = 0; i < gap; i++)
        g_string_append_c (text, i % 40 == 39 ? '\n' : 'x');
      g_string_append (text, "a | b\n");
      for (guint i = 0; i < gap; i++)
        g_string_append_c (text, 'x');
      g_string_append (text, "|\nend");
      n_found = count_lines (text->str, text->len, &n_real);
      g_assert_cmpuint (n_found, ==, n_real);
      g_assert_cmpuint (n_real, ==, 2);
    }
}

/* A comment that ends in a line below moves what follows it to the front of that line. */
static void
text_may_move_in_its_line (void)
{
  g_autoptr (GString) text = g_string_new ("start\n");
  CarrelCharFinder finder = { .what = '|' };
  gsize line;

  for (guint i = 0; i < 4000; i++)
    g_string_append_c (text, i % 40 == 39 ? '\n' : 'x');
  line = text->len;
  for (guint i = 0; i < 400; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "|\n");
  g_assert_false (carrel_char_finder_is_in (&finder, text->str, text->len, 0, 5));
  text->str[line] = '|';
  text->str[text->len - 2] = ' ';
  g_assert_true (carrel_char_finder_is_in (&finder, text->str, text->len, line, text->len - 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/char-finder/lines", lines_with_it_are_found);
  g_test_add_func ("/char-finder/stretches", long_texts_are_read_in_stretches);
  g_test_add_func ("/char-finder/moves", text_may_move_in_its_line);
  return g_test_run ();
}
