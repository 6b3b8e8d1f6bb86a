/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines of places that come in any order. */
#include "config.h"

#include "carrel-line-cursor.h"

#include <string.h>

static const char text[] = "one\n\nthree\nfour";

static void
check_line (CarrelLineCursor *cursor, gsize place, int number, const char *line)
{
  g_autofree char *found = NULL;

  carrel_line_cursor_move (cursor, text + place);
  found = g_strndup (cursor->start, (gsize) (cursor->end - cursor->start));
  g_assert_cmpint (cursor->number, ==, number);
  g_assert_cmpstr (found, ==, line);
}

static void
lines_are_found_forth_and_back (void)
{
  CarrelLineCursor cursor;

  carrel_line_cursor_init (&cursor, text, strlen (text), 7);
  check_line (&cursor, 0, 7, "one");
  check_line (&cursor, 3, 7, "one");
  check_line (&cursor, 4, 8, "");
  check_line (&cursor, 12, 10, "four");
  check_line (&cursor, 9, 9, "three");
  check_line (&cursor, 4, 8, "");
  check_line (&cursor, 1, 7, "one");
  check_line (&cursor, strlen (text), 10, "four");
}

static void
an_empty_text_has_one_line (void)
{
  CarrelLineCursor cursor;

  carrel_line_cursor_init (&cursor, text, 0, 1);
  check_line (&cursor, 0, 1, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-cursor/forth-and-back", lines_are_found_forth_and_back);
  g_test_add_func ("/line-cursor/empty", an_empty_text_has_one_line);
  return g_test_run ();
}
