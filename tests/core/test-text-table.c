/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables that GFM does not know, spelled as GFM tables, each row with its line. */
#include "config.h"

#include "carrel-text-table.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  CarrelTextTableKind kind;
  const char *gfm;   /* NULL: no such table in the text */
  const char *lines; /* of its rows, from the start of the table */
} Case;

static const Case cases[] = {
  { "grid",
    "+-----+------+\n| Day | Time |\n+=====+======+\n| Mon | 3pm  |\n+-----+------+\n| Tue | 4pm  "
    "|\n"
    "+-----+------+\n",
    CARREL_TEXT_TABLE_GRID, "| Day | Time |\n|---|---|\n| Mon | 3pm |\n| Tue | 4pm |\n",
    "1 2 3 5" },
  { "grid-without-a-head", "+---+---+\n| a | b |\n+---+---+\n| c | d |\n+---+---+\n",
    CARREL_TEXT_TABLE_GRID, "| x | x |\n|---|---|\n| a | b |\n| c | d |\n", "0 0 1 3" },
  { "grid-with-aligned-columns", "+:--+--:+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n",
    CARREL_TEXT_TABLE_GRID, "| a | b |\n|---|---|\n| 1 | 2 |\n", "1 2 3" },
  { "grid-with-lines-in-a-cell",
    "+-----+--------+\n| W 1 | Sets   |\n|     | and    |\n|     | maps   |\n+-----+--------+\n",
    CARREL_TEXT_TABLE_GRID, "| x | x |\n|---|---|\n| W 1 | Sets and maps |\n", "0 0 1" },
  { "grid-with-a-list-in-a-cell",
    "+---+--------+\n| 1 | - Sets |\n|   | - Maps |\n+---+--------+\n", CARREL_TEXT_TABLE_GRID,
    "| x | x |\n|---|---|\n| 1 | Sets<br>Maps |\n", "0 0 1" },
  { "grid-with-a-break-in-a-cell", "+---+------+\n| 1 | a\\   |\n|   | b    |\n+---+------+\n",
    CARREL_TEXT_TABLE_GRID, "| x | x |\n|---|---|\n| 1 | a<br>b |\n", "0 0 1" },
  { "grid-with-letters-of-two-bytes", "+----+---+\n| é  | b |\n| üö | c |\n+----+---+\n",
    CARREL_TEXT_TABLE_GRID, "| x | x |\n|---|---|\n| é üö | b c |\n", "0 0 1" },
  { "grid-that-is-a-line", "+---+\n\ntext\n", CARREL_TEXT_TABLE_GRID, NULL, NULL },
  { "a-plus-list-is-no-grid", "+ a\n+ b\n", CARREL_TEXT_TABLE_GRID, NULL, NULL },
  { "simple", "Part       Share\n--------- ------\nHomework     40\nExam         60\n\ntext\n",
    CARREL_TEXT_TABLE_SIMPLE, "| Part | Share |\n|---|---|\n| Homework | 40 |\n| Exam | 60 |\n",
    "0 1 2 3" },
  { "simple-that-ends-with-dashes", "A    B\n--- ---\n1    2\n--- ---\n3\n",
    CARREL_TEXT_TABLE_SIMPLE, "| A | B |\n|---|---|\n| 1 | 2 |\n", "0 1 2" },
  { "simple-with-an-empty-cell", "A    B\n--- ---\n     2\n1\n", CARREL_TEXT_TABLE_SIMPLE,
    "| A | B |\n|---|---|\n|  | 2 |\n| 1 |  |\n", "0 1 2 3" },
  { "list-of-rows",
    "* - Day\n  - Topic\n* - M 8/28\n  - Sets\n    and maps\n\n* - W 8/30\n  -\n\ntext\n",
    CARREL_TEXT_TABLE_LIST,
    "| Day | Topic |\n|---|---|\n| M 8/28 | Sets and maps |\n| W 8/30 |  |\n", "0 2 2 6" },
  { "list-of-rows-with-a-pipe", "- - a|b\n  - c\n- - d\n  - e\n", CARREL_TEXT_TABLE_LIST,
    "| a\\|b | c |\n|---|---|\n| d | e |\n", "0 2 2" },
  { "list-of-rows-ends-with-another-number-of-cells", "* - a\n  - b\n* - c\n  - d\n* - e\n",
    CARREL_TEXT_TABLE_LIST, "| a | b |\n|---|---|\n| c | d |\n", "0 2 2" },
  { "a-list-in-a-list-is-no-table", "* - a\n* - b\n* - c\n", CARREL_TEXT_TABLE_LIST, NULL, NULL },
  { "one-row-is-no-table", "* - a\n  - b\n", CARREL_TEXT_TABLE_LIST, NULL, NULL },
  { "a-setext-heading-is-no-table", "Grading\n-------\ntext\n", CARREL_TEXT_TABLE_SIMPLE, NULL,
    NULL },
  { "a-rule-is-no-table", "text\n\n- - -\n\ntext\n", CARREL_TEXT_TABLE_SIMPLE, NULL, NULL },
  { "simple-without-a-head", "\n  ---- -----\n  Mon  3pm\n  Tue\n  ---- -----\n\nx\n",
    CARREL_TEXT_TABLE_SIMPLE, "| x | x |\n|---|---|\n| Mon | 3pm |\n| Tue |  |\n", "0 0 1 2" },
  { "dashes-without-an-end-are-a-rule", "\n---- -----\nMon  3pm\n\nx\n", CARREL_TEXT_TABLE_SIMPLE,
    NULL, NULL },
  { "simple-without-rows", "A    B\n--- ---\n\ntext\n", CARREL_TEXT_TABLE_SIMPLE, NULL, NULL },
  { "multiline",
    "-------------------\nDay    What we\n       read\n------ ------------\nMon    Sets and\n"
    "       maps\n\nTue\n\n-------------------\n\ntext\n",
    CARREL_TEXT_TABLE_MULTILINE,
    "| Day | What we read |\n|---|---|\n| Mon | Sets and maps |\n| Tue |  |\n", "1 3 4 7" },
  { "multiline-without-an-end-is-simple", "---------\nA    B\n---- ----\n1    2\n\n3    4\n",
    CARREL_TEXT_TABLE_SIMPLE, "| A | B |\n|---|---|\n| 1 | 2 |\n", "0 1 2" },
  { "a-rule-above-other-rules", "---\n\nHead\n\n---\n\ntext\n\n---\n", CARREL_TEXT_TABLE_MULTILINE,
    NULL, NULL },
  { "months-that-leave-the-first-cell-blank",
    "Date |  | Topic\n--- | - | ---\nAug. | 25 | a\n     | 30 | b\n", CARREL_TEXT_TABLE_PIPES,
    "| Date |  | Topic |\n|---|---|---|\n| Aug. | 25 | a |\n|  | 30 | b |\n", "0 1 2 3" },
  { "tabs", "Week \tDate\tTopic\n1\tJun 3\ta|b\nand c\n \tJun 10\td\n2\tJun 17\n\ntext\n",
    CARREL_TEXT_TABLE_TABS,
    "| Week | Date | Topic |\n|---|---|---|\n| 1 | Jun 3 | a\\|b<br> and c |\n|  | Jun 10 | d |\n"
    "| 2 | Jun 17 |  |\n",
    "0 1 1 3 4" },
  { "tabs-without-a-head", "1\ta\n2\tb\n3\tc\n", CARREL_TEXT_TABLE_TABS,
    "| x | x |\n|---|---|\n| 1 | a |\n| 2 | b |\n| 3 | c |\n", "0 0 0 1 2" },
  { "tabs-in-two-lines-are-text", "Mon\t3pm\nTue\t4pm\n", CARREL_TEXT_TABLE_TABS, NULL, NULL },
  { "tabs-behind-labels-are-text", "Room:\tHill 5\nTime:\t3pm\nFee:\tnone\n",
    CARREL_TEXT_TABLE_TABS, NULL, NULL },
  { "tabs-behind-marks-are-items", "-\ta\tb\n-\tc\td\n-\te\tf\n", CARREL_TEXT_TABLE_TABS, NULL,
    NULL },
  { "tabs-in-code-are-code", "```\na\tb\nc\td\ne\tf\n```\n", CARREL_TEXT_TABLE_TABS, NULL, NULL },
  { "pipes-without-a-delimiter", "| a | b |\n| c | d |\n", CARREL_TEXT_TABLE_PIPES,
    "| x | x |\n|---|---|\n| a | b |\n| c | d |\n", "0 0 0 1" },
  { "pipes-with-a-short-delimiter", "| a | b | c |\n|--|--|\n| 1 | 2 | 3 |\n",
    CARREL_TEXT_TABLE_PIPES, "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n", "0 1 2" },
  { "pipes-with-a-thin-delimiter", "| a | b |\n|-|-|\n| 1 | 2 |\n", CARREL_TEXT_TABLE_PIPES,
    "| a | b |\n|---|---|\n| 1 | 2 |\n", "0 1 2" },
  { "bare-pipes-with-a-short-delimiter", "\na | b\n--- |\n1 | 2\n", CARREL_TEXT_TABLE_PIPES,
    "| a | b |\n|---|---|\n| 1 | 2 |\n", "0 1 2" },
  { "bare-pipes-with-a-thin-delimiter", "\na | b\n-|-\n1 | 2\n", CARREL_TEXT_TABLE_PIPES,
    "| a | b |\n|---|---|\n| 1 | 2 |\n", "0 1 2" },
  { "bare-pipes-below-a-number-sign", "\n# | a\n---|---\n1 | 2\n", CARREL_TEXT_TABLE_PIPES,
    "| # | a |\n|---|---|\n| 1 | 2 |\n", "0 1 2" },
  { "the-end-of-an-html-table-starts-none", "</table>\n\ntext\n\n<table>\n<tr><td>a\n</table>\n",
    CARREL_TEXT_TABLE_HTML, NULL, NULL },
  { "pipes-below-text", "Weights:\n| a | b |\n|---|---|\n| 1 | 2 |\n", CARREL_TEXT_TABLE_PIPES,
    "| a | b |\n|---|---|\n| 1 | 2 |\n", "0 1 2" },
  { "pipes-with-an-escaped-pipe", "| a \\| b | c |\n| d | e |\n", CARREL_TEXT_TABLE_PIPES,
    "| x | x |\n|---|---|\n| a \\| b | c |\n| d | e |\n", "0 0 0 1" },
  { "pipes-with-a-missing-end", "| a | b\n| c | d\n", CARREL_TEXT_TABLE_PIPES,
    "| x | x |\n|---|---|\n| a | b |\n| c | d |\n", "0 0 0 1" },
  { "pipes-with-a-short-row", "| a | b | c |\n| d |\n", CARREL_TEXT_TABLE_PIPES,
    "| x | x | x |\n|---|---|---|\n| a | b | c |\n| d |  |  |\n", "0 0 0 1" },
  { "pipes-without-edges", "\na | b | c\nd | e | f\ng | h | i\n", CARREL_TEXT_TABLE_PIPES,
    "| x | x | x |\n|---|---|---|\n| a | b | c |\n| d | e | f |\n| g | h | i |\n", "0 0 0 1 2" },
  { "two-rows-without-edges-are-text", "\na | b | c\nd | e | f\n", CARREL_TEXT_TABLE_PIPES, NULL,
    NULL },
  { "a-gfm-table-is-left-alone", "\n| a | b |\n|---|---|\n| 1 | 2 |\n", CARREL_TEXT_TABLE_PIPES,
    NULL, NULL },
  { "a-gfm-table-without-edges-is-left-alone", "\na|b\n---|---\n1|2\n", CARREL_TEXT_TABLE_PIPES,
    NULL, NULL },
  { "empty-cells-without-edges", "\na|b|c\n---|---|---\n1||2\n3|4|5\n", CARREL_TEXT_TABLE_PIPES,
    "| a | b | c |\n|---|---|---|\n| 1 |  | 2 |\n| 3 | 4 | 5 |\n", "0 1 2 3" },
  { "a-list-with-pipes-is-text", "\n- a | b | c\n- d | e | f\n- g | h | i\n",
    CARREL_TEXT_TABLE_PIPES, NULL, NULL },
  { "a-numbered-list-with-pipes-is-text", "\n1. a | b | c\n2. d | e | f\n3. g | h | i\n",
    CARREL_TEXT_TABLE_PIPES, NULL, NULL },
  { "code-is-left-alone", "```\n| a | b |\n| c | d |\n```\n", CARREL_TEXT_TABLE_PIPES, NULL, NULL },
  { "text", "Lectures are on Monday.\n\nBring a pen.\n", CARREL_TEXT_TABLE_PIPES, NULL, NULL },
  { "nothing", "", CARREL_TEXT_TABLE_PIPES, NULL, NULL },
};

static char *
join_lines (GArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", g_array_index (lines, int, i));
  return g_strdup (text->str);
}

static void
spells_a_table (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *gfm = NULL;
  g_autofree char *numbers = NULL;
  CarrelTextTable table;
  gboolean has_header = FALSE;
  gboolean found = carrel_text_table_find (test->text, strlen (test->text), 0, &table);

  g_assert_cmpint (found, ==, test->gfm != NULL);
  if (!found)
    return;
  g_assert_cmpint (table.kind, ==, test->kind);
  gfm = carrel_text_table_to_gfm (test->text, &table, lines, &has_header);
  numbers = join_lines (lines);
  g_assert_cmpstr (gfm, ==, test->gfm);
  g_assert_cmpstr (numbers, ==, test->lines);
  g_assert_cmpint (has_header, ==, !g_str_has_prefix (gfm, "| x "));
}

static void
finds_each_table_after_the_other (void)
{
  static const char text[] = "a\n\n| b | c |\n| d | e |\n\n+---+---+\n| f | g |\n+---+---+\n\nh\n";
  CarrelTextTable first, second, none;

  g_assert_true (carrel_text_table_find (text, strlen (text), 0, &first));
  g_assert_cmpint (first.kind, ==, CARREL_TEXT_TABLE_PIPES);
  g_assert_true (g_str_has_prefix (text + first.start, "| b"));
  g_assert_true (carrel_text_table_find (text, strlen (text), first.end, &second));
  g_assert_cmpint (second.kind, ==, CARREL_TEXT_TABLE_GRID);
  g_assert_true (g_str_has_prefix (text + second.start, "+---+"));
  g_assert_true (g_str_has_prefix (text + second.end, "\nh"));
  g_assert_false (carrel_text_table_find (text, strlen (text), second.end, &none));
}

static void
finds_html_that_markdown_would_cut (void)
{
  static const struct
  {
    const char *text;
    gsize n_lines; /* that belong to it; 0: left to the Markdown parser */
  } pieces[] = {
    { "<h2>A</h2>\n\ntext\n", 1 },
    { "<H3 class=x>A\n</H3>\n\ntext\n", 2 },
    { "<hr>\n\ntext\n", 0 },
    { "<h7>A</h7>\n", 0 },
    { "<table>\n\n<tr><td>a</td></tr>\n</table>\n\ntext\n", 4 },
    { "<table>\n<tr><td><table>\n\n</table></td></tr>\n</table>\ntext\n", 5 },
    { "<table>\n<tr><td>a</td></tr>\n</table>\n\ntext\n", 0 },
    { "<table>\n\n<tr><td>a</td></tr>\n\ntext without an end\n", 0 },
    { "<tab", 0 },
    { "<", 0 },
    { "<h", 0 },
    { "<h1", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      CarrelTextTable table = { 0 };
      gsize n_lines = 0;

      if (carrel_text_table_find (pieces[i].text, strlen (pieces[i].text), 0, &table))
        {
          g_assert_cmpint (table.kind, ==, CARREL_TEXT_TABLE_HTML);
          for (gsize at = table.start; at < table.end; at++)
            n_lines += pieces[i].text[at] == '\n';
        }
      g_assert_cmpuint (n_lines, ==, pieces[i].n_lines);
    }
}

/* More columns than anybody needs are cut, not written over the end. */
static void
bounds_the_columns (void)
{
  static const char *const cells[] = { "| a ", "+---" };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GString) row = g_string_new (NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
      g_autofree char *gfm = NULL;
      CarrelTextTable table;
      gboolean has_header;

      for (guint j = 0; j < 300; j++)
        g_string_append (row, cells[i]);
      g_string_append_printf (row, "%c\n", cells[i][0]);
      for (guint j = 0; j < 3; j++)
        g_string_append (text, row->str);
      g_assert_true (carrel_text_table_find (text->str, text->len, 0, &table));
      gfm = carrel_text_table_to_gfm (text->str, &table, lines, &has_header);
      g_assert_nonnull (strchr (gfm, '\n'));
      g_assert_cmpint (strchr (gfm, '\n') - gfm, <=, 64 * 4 + 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/carrel/core/text-table/spells-", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], spells_a_table);
    }
  g_test_add_func ("/carrel/core/text-table/finds-each-table-after-the-other",
                   finds_each_table_after_the_other);
  g_test_add_func ("/carrel/core/text-table/finds-html-that-markdown-would-cut",
                   finds_html_that_markdown_would_cut);
  g_test_add_func ("/carrel/core/text-table/bounds-the-columns", bounds_the_columns);
  return g_test_run ();
}
