/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Expressions that are compiled once. */
#include "config.h"

#include "carrel-pattern.h"

static void
an_expression_is_compiled_once (void)
{
  g_autofree char *same = g_strdup ("^a+$");
  g_autoptr (GRegex) first = carrel_pattern_get ("^a+$", 0);
  g_autoptr (GRegex) second = carrel_pattern_get (same, 0);
  g_autoptr (GRegex) other = carrel_pattern_get ("^a+$", G_REGEX_CASELESS);

  g_assert_true (first == second);
  g_assert_true (first != other);
}

static void
flags_tell_expressions_apart (void)
{
  g_assert_true (carrel_pattern_matches ("^b+$", "bb", 0));
  g_assert_false (carrel_pattern_matches ("^b+$", "BB", 0));
  g_assert_true (carrel_pattern_matches ("^b+$", "BB", G_REGEX_CASELESS));
  g_assert_false (carrel_pattern_matches ("^b+$", "bc", G_REGEX_CASELESS));
}

static void
what_matches_is_told_and_taken_out (void)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;
  g_autofree char *rest = carrel_pattern_dup_without (" ?\\([^()]*\\)", "a (b) c (d)", 0);
  g_autofree char *same = carrel_pattern_dup_without ("x+", "abc", 0);

  g_assert_cmpstr (rest, ==, "a c");
  g_assert_cmpstr (same, ==, "abc");
  g_assert_true (carrel_pattern_match ("\\(([^()]*)\\)", "a (b) c", 0, &match));
  found = g_match_info_fetch (match, 1);
  g_assert_cmpstr (found, ==, "b");
}

static gpointer
match_often (gpointer text)
{
  guint n = 0;

  for (guint i = 0; i < 1000; i++)
    n += carrel_pattern_matches (i % 2 == 0 ? "^c+$" : "^d+$", text, 0) ? 1 : 0;
  return GUINT_TO_POINTER (n);
}

static void
threads_share_them (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("match", match_often, "cc");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pattern/once", an_expression_is_compiled_once);
  g_test_add_func ("/pattern/flags", flags_tell_expressions_apart);
  g_test_add_func ("/pattern/parts", what_matches_is_told_and_taken_out);
  g_test_add_func ("/pattern/threads", threads_share_them);
  return g_test_run ();
}
