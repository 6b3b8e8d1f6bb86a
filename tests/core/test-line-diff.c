/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines that came or went, with their places. */
#include "config.h"

#include "carrel-line-diff.h"

static char *
describe (const char *before, const char *after)
{
  g_autoptr (GPtrArray) changes = carrel_line_diff_new (before, after);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const CarrelLineChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (text, "%c%d:%s ", change->is_added ? '+' : '-', change->line,
                              change->text);
    }
  return g_strdup (text->str);
}

static void
changed_lines_are_found (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *changes;
  } cases[] = {
    { "a\nb\n", "a\nb\n", "" },
    { "a\nb\nc\n", "a\nB\nc\n", "-2:b +2:B " },
    { "a\nc\n", "a\nb\nc\n", "+2:b " },
    { "a\nb\nc\n", "a\nc\n", "-2:b " },
    { "", "a\n", "+1:a " },
    { "a\n", "", "-1:a " },
    { "b\na\n", "b\na", "-2:a +2:a " },
    { "a\nb\nc\nd\n", "b\nc\nX\nd\n", "-1:a +3:X " },
    { "x\nx\ny\n", "x\ny\n", "-2:x " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *changes = describe (cases[i].before, cases[i].after);

      g_assert_cmpstr (changes, ==, cases[i].changes);
    }
}

static char *
make_long (const char *first, guint n_lines, const char *last)
{
  g_autoptr (GString) text = g_string_new (first);

  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (text, "\n%u", i);
  g_string_append_printf (text, "\n%s", last);
  return g_strdup (text->str);
}

static void
long_texts_are_compared_as_well (void)
{
  g_autofree char *before = make_long ("a", 30000, "b");
  g_autofree char *after = make_long ("A", 30000, "B");
  g_autofree char *changes = describe (before, after);

  g_assert_cmpstr (changes, ==, "-1:a -30002:b +1:A +30002:B ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/line-diff/changed-lines-are-found", changed_lines_are_found);
  g_test_add_func ("/carrel/core/line-diff/long-texts-are-compared-as-well",
                   long_texts_are_compared_as_well);
  return g_test_run ();
}
