/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Front matter and data files as trees: texts, lists and maps, each with its line. */
#include "config.h"

#include "carrel-import.h"
#include "carrel-toml.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *tree; /* "{1 a=1 b=[2 x y]}": maps and lists with their lines; NULL: an error */
} Case;

static const Case yaml[] = {
  { "pairs", "title: Sets\ncode: CS 1\n", "{1 title=Sets code=CS 1}" },
  { "quotes", "a: \"x: y\"\nb: 'it''s'\n", "{1 a=x: y b=it's}" },
  { "lists", "days:\n  - Monday\n  - Friday\n", "{1 days=[2 Monday Friday]}" },
  { "lists-in-a-line", "days: [Monday, Friday]\n", "{1 days=[1 Monday Friday]}" },
  { "maps-in-lists", "events:\n- name: Lab\n  start: 9:00 AM\n- name: Quiz\n",
    "{1 events=[2 {2 name=Lab start=9:00 AM} {4 name=Quiz}]}" },
  { "blocks-of-text", "a: |\n  one\n  two\nb: x\n", "{1 a=one\ntwo\n b=x}" },
  { "folded-text", "a: >\n  one\n  two\n", "{1 a=one two\n}" },
  { "comments", "# old: 1\na: 1 # one\n", "{2 a=1}" },
  { "no-value", "a:\nb: 1\n", "{1 a= b=1}" },
  { "numbers-are-texts", "a: 007\nb: 1e3\nc: yes\n", "{1 a=007 b=1e3 c=yes}" },
  { "aliases-are-not-followed", "a: &x 1\nb: *x\nc: 2\n", "{1 a=1 c=2}" },
  { "same-key-twice", "a: 1\na: 2\n", "{1 a=1 a=2}" },
  { "other-scripts", "título: Año\n", "{1 título=Año}" },
  { "second-documents-are-left-out", "a: 1\n---\nb: 2\n", "{1 a=1}" },
  { "one-text", "just words\n", "just words" },
  { "open-list", "a: [1, 2\n", NULL },
  { "tabs", "a:\n\t- 1\n", NULL },
  { "wrong-indent", "a: 1\n  b: 2\n c: 3\n", NULL },
};

static const Case toml[] = {
  { "pairs", "title = \"Sets\"\ncode = 'CS 1'\n", "{1 title=Sets code=CS 1}" },
  { "numbers", "weight = 10\ndate = 2024-01-17\ndraft = false\n",
    "{1 weight=10 date=2024-01-17 draft=false}" },
  { "comments", "# old = 1\na = 1\n", "{1 a=1}" },
  { "blank-lines", "\n\na = 1\n\nb = 2\n", "{1 a=1 b=2}" },
  { "escapes", "a = \"x \\\"y\\\" z\"\n", "{1 a=x \"y\" z}" },
  { "equals-in-a-text", "a = \"b = c\"\n", "{1 a=b = c}" },
  { "comments-after-a-value", "a = \"x # y\" # z\nb = 1 # c\n", "{1 a=x # y b=1}" },
  { "lists", "a = [\"x, y\", 'z', 3]\nb = []\nc = [1, 2, # d\n",
    "{1 a=[1 x, y z 3] b=[2] c=[3 1 2]}" },
  { "quoted-keys", "\"a b\" = 1\n'c' = 2\n", "{1 a b=1 c=2}" },
  { "tables", "a = 1\n[menu]\nb = 2\n[[events]]\nc = 3\n",
    "{1 a=1 menu={2 b=2} events=[4 {4 c=3}]}" },
  { "tables-of-one-name", "[[a]]\nb = 1\n[c]\nd = 2\n[[a]]\nb = 3\n",
    "{1 a=[1 {1 b=1} {5 b=3}] c={3 d=2}}" },
  { "lists-over-several-lines", "a = [ # first\n  \"x\",\n\n  [1, 2],\n]\nb = 2\n",
    "{1 a=[1 x [4 1 2]] b=2}" },
  { "inline-tables", "a = [\n { b = 1, c = \"d, e\" },\n { b = 2 },\n]\n",
    "{1 a=[1 {2 b=1 c=d, e} {3 b=2}]}" },
  { "texts-over-several-lines", "a = \"\"\"x\ny\"\"\"\nb = '''z\\n'''\n", "{1 a=x\ny b=z\\n}" },
  { "what-is-neither", "a = [ } 1, = ]\nb = { , = , c = 1 }\n] = 2\n",
    "{1 a=[1 } 1 =] b={2 ,= c=1} ]=2}" },
  { "open-quotes", "a = \"x\nb = 'y\n", "{1 a=x b=y}" },
  { "a-backslash-at-the-end", "a = \"x\\", "{1 a=x\\}" },
  { "nothing", "", "{1}" },
};

static void
append_node (const CarrelNode *node, GString *out)
{
  if (node->key != NULL)
    g_string_append_printf (out, "%s=", node->key);
  if (node->kind == CARREL_NODE_TEXT)
    {
      g_string_append (out, node->text);
      return;
    }
  g_string_append_printf (out, "%c%d", node->kind == CARREL_NODE_MAP ? '{' : '[', node->line);
  for (guint i = 0; i < node->children->len; i++)
    {
      g_string_append_c (out, ' ');
      append_node (g_ptr_array_index (node->children, i), out);
    }
  g_string_append_c (out, node->kind == CARREL_NODE_MAP ? '}' : ']');
}

static void
assert_tree (const CarrelNode *root, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_node (root, out);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
reads_yaml (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GError) error = NULL;
  CarrelNode *root = carrel_node_parse_yaml (test->text, strlen (test->text), 1, &error);

  if (test->tree == NULL)
    {
      g_assert_null (root);
      g_assert_nonnull (error);
      return;
    }
  g_assert_no_error (error);
  assert_tree (root, test->tree);
  carrel_node_free (root);
}

static void
reads_toml (gconstpointer data)
{
  const Case *test = data;
  CarrelNode *root = carrel_toml_parse (test->text, strlen (test->text), 1);

  assert_tree (root, test->tree);
  carrel_node_free (root);
}

static void
lines_count_from_the_first_line_of_the_text (void)
{
  static const char text[] = "a: 1\nb:\n  - 2\nc: |\n  words\n";
  CarrelNode *root = carrel_node_parse_yaml (text, strlen (text), 10, NULL);

  g_assert_cmpint (carrel_node_get (root, "a")->line, ==, 10);
  g_assert_cmpint (((CarrelNode *) carrel_node_get (root, "b")->children->pdata[0])->line, ==, 12);
  g_assert_cmpint (carrel_node_get (root, "c")->line, ==, 14);
  carrel_node_free (root);
}

static void
a_key_is_found_or_nothing (void)
{
  static const char text[] = "a: 1\nb: [2]\nc:\n";
  CarrelNode *root = carrel_node_parse_yaml (text, strlen (text), 1, NULL);

  g_assert_cmpstr (carrel_node_get_text (root, "a"), ==, "1");
  g_assert_null (carrel_node_get_text (root, "b"));
  g_assert_null (carrel_node_get (root, "nothing"));
  g_assert_null (carrel_node_get_text (root, "nothing"));
  g_assert_null (carrel_node_get (carrel_node_get (root, "a"), "x"));
  carrel_node_free (root);
}

/* What is too deep or has too many parts is refused or cut, and never takes long. */
static void
depth_and_count_are_bounded (void)
{
  static const char *const pieces[] = { "[", "{a: ", "- ", "a: 1\n", "? " };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      CarrelNode *root;

      for (guint j = 0; j < 20000; j++)
        g_string_append (text, pieces[i]);
      root = carrel_node_parse_yaml (text->str, text->len, 1, &error);
      g_assert_true (root != NULL || error != NULL);
      g_clear_pointer (&root, carrel_node_free);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }
}

static void
add_cases (const char *prefix, const Case *cases, gsize n_cases, GTestDataFunc function)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strconcat ("/carrel/import/node/", prefix, cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], function);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("reads-yaml-", yaml, G_N_ELEMENTS (yaml), reads_yaml);
  add_cases ("reads-toml-", toml, G_N_ELEMENTS (toml), reads_toml);
  g_test_add_func ("/carrel/import/node/lines-count-from-the-first-line-of-the-text",
                   lines_count_from_the_first_line_of_the_text);
  g_test_add_func ("/carrel/import/node/a-key-is-found-or-nothing", a_key_is_found_or_nothing);
  g_test_add_func ("/carrel/import/node/depth-and-count-are-bounded", depth_and_count_are_bounded);
  return g_test_run ();
}
