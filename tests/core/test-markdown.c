/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Markdown, its dialects and the HTML inside it as blocks with lines. */
#include "block-description.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *blocks; /* one a line, as describe_blocks() says */
} Case;

static const Case plain[] = {
  { "headings", "# One\n\nTwo\n===\n\n### Three ###\n##\n",
    "1 heading 1: One\n3 heading 1: Two\n"
    "6 heading 3: Three\n7 heading 2\n" },
  { "lists", "- a\n  - b\n\n    more\n- c\n\n3. x\n4. y\n",
    "1 item in 1: a\n2 item in 2: b\n4 text in 2: more\n5 item in 1: c\n"
    "7 item in 1 #3: x\n8 item in 1 #4: y\n" },
  { "tables", "| a | b |\n|---|:-:|\n| 1 &ndash; 2 | ~~3~~ |\n",
    "1 table\n1 head|a|b\n3 row|1 – 2|3\n" },
  { "quotes-and-code", "> said\n\n```sh\nls\n```\n\n---\n",
    "1 text quoted: said\n3 code: ls\n7 rule\n" },
  { "comments", "a <!-- b\n# c\n--> d\n\n<!-- e -->\n## f\n",
    "1 text: a\n3 text: d\n6 heading 2: f\n" },
  { "inline-html", "one<br>two <b>three</b>\n", "1 text: one\ntwo three\n" },
  { "blanks-behind-a-break", "one <br> two<br>  **three**\n", "1 text: one\ntwo\nthree\n" },
  { "html-headings", "<h2 id=x>A <i>b</i></h2>\n\n<p>c</p>\n", "1 heading 2: A b\n3 text: c\n" },
  { "html-lists", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n",
    "2 item in 1 #1: a\n3 item in 1 #2: b\n" },
  { "html-tables",
    "<table>\n<tr><th>A</th><th>B</th></tr>\n<tr><td rowspan=2>1</td><td>2<br>3</td></tr>\n"
    "<tr><td>4</td></tr></table>\n",
    "1 table\n2 head|A|B\n3 row|1|2\n3\n4 row||4\n" },
  { "scripts", "<script>\nvar a;\n</script>\n\n<style>b {}</style>\n", "" },
  { "invalid-references", "&nosuch; &#0;\n", "1 text: &nosuch; \357\277\275\n" },
};

static const Case dialects[] = {
  { "liquid", "{% if a %}\n# {{ site.title }}\n{: .fs-6 }\n{% endif %}\n",
    "2 heading 1: {{ site.title }}\n" },
  { "attributes", "## Grades {#sec-grades .x}\n\n[a](b){:target=\"_blank\"}{: .btn }\n",
    "1 heading 2: Grades\n3 text: a\n" },
  { "divs", "::: {.column}\ntext\n:::\n", "2 text: text\n" },
  { "admonitions", ":::{note} Week 1\n:icon: false\n- x\n:::\n\n:::tip[Do]\ny\n:::\n",
    "1 text: Week 1\n3 item in 1: x\n6 text: Do\ny\n" },
  { "indented-admonitions",
    "!!! note \"Times\"\n    **Labs:**\n\n    Monday\n\n    - x\n\ny\n\n    code\n",
    "1 text: Times\nLabs:\n4 text: Monday\n6 item in 1: x\n8 text: y\n10 code: code\n" },
  { "head-without-a-pipe-in-front", "A | B\n|---|---|\n| 1 | 2 |\n",
    "1 table\n1 head|A|B\n3 row|1|2\n" },
  { "mdx", "import A from './a';\n\n<Tabs>\n\n*x*\n\n</Tabs>\n", "5 text: x\n" },
  { "definitions", "Sep 28\n: Topic\n  : Notes\n",
    "1 text: Sep 28\n2 item in 1: Topic\n3 item in 2: Notes\n" },
  { "kramdown-rules-in-tables",
    "| a | b |\n|---|---|\n| 1 | 2 |\n|---|---|\n| 3 | - |\n|---|---|\n",
    "1 table\n1 head|a|b\n3 row|1|2\n5 row|3|-\n" },
  { "line-blocks", "| Fall 2020\n| Room 5\n\n| a | b\n",
    "1 text: Fall 2020\nRoom 5\n4 text: | a | b\n" },
  { "kramdown-breaks", "a \\\\\nb\n", "1 text: a\nb\n" },
  { "callouts", "> [!NOTE]\n> x\n", "2 text quoted: x\n" },
  { "footnotes", "a[^1]\n\n[^1]: b\n", "1 text: a\n3 text: b\n" },
  { "code-is-kept", "```\n{% a %}\n<!-- b -->\n```\n", "1 code: {% a %}\n<!-- b -->\n" },
  { "grid-tables",
    "+---+-----+\n| A | B   |\n+===+=====+\n| 1 | 2\\  |\n|   | 3   |\n+---+-----+\n",
    "2 table\n2 head|A|B\n4 row|1|2\n3\n" },
  { "simple-tables", "Day     Time\n------ ------\nMonday  3pm\n\nx\n",
    "1 table\n1 head|Day|Time\n3 row|Monday|3pm\n5 text: x\n" },
  { "tables-without-delimiter", "| a | b |\n| c | d |\n", "1 table\n1 row|a|b\n2 row|c|d\n" },
  { "tables-with-an-empty-head", "|\n---|---\nMay 2|Test\nMay 9|Talk\n",
    "1 table\n1 head||\n3 row|May 2|Test\n4 row|May 9|Talk\n" },
  { "tables-with-a-short-delimiter", "| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n",
    "1 table\n1 head|a|b|c\n3 row|1|2|3\n" },
  { "tables-with-empty-cells-between-two-pipes",
    "| a | b | c |\n|---|---|---|\n| 1 || 2 |\n|| 3 | |\n\nx\n\n| a | b |\n|---|---|\n"
    "| 1 | \\|\\| |\n",
    "1 table\n1 head|a|b|c\n3 row|1||2\n4 row||3|\n6 text: x\n8 table\n8 head|a|b\n10 "
    "row|1|||\n" },
  { "tables-below-text", "Grades:\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "1 text: Grades:\n2 table\n2 head|a|b\n4 row|1|2\n" },
  { "html-lists-of-terms-with-blank-lines",
    "<dl>\n  <dt>Grading</dt>\n  <dd>Parts:\n\n    <ul>\n      <li>60% labs</li>\n    </ul>\n  "
    "</dd>\n"
    "</dl>\n\nx\n",
    "2 text: Grading\n3 item in 1: Parts:\n6 item in 2: 60% labs\n11 text: x\n" },
  { "html-tables-with-blank-lines",
    "<table>\n\n<tr><td>a</td>\n\n<td>b</td></tr>\n\n</table>\n\nx\n",
    "1 table\n3 row|a|b\n9 text: x\n" },
  { "html-table-with-blank-lines-below-a-heading",
    "<h3>A</h3>\n<table>\n\n<tr><td>a</td><td>b</td></tr>\n\n<tr><td>c</td><td>d</td></tr>\n</"
    "table>\n",
    "1 heading 3: A\n2 table\n4 row|a|b\n6 row|c|d\n" },
};

static void
test_case (gconstpointer data, CarrelMarkdownFlags flags)
{
  const Case *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelMarkdown) markdown = carrel_markdown_parse (test->text, -1, flags, &error);
  g_autofree char *blocks = NULL;

  g_assert_no_error (error);
  blocks = describe_blocks (markdown);
  g_assert_cmpstr (blocks, ==, test->blocks);
}

static void
reads_common_markdown (gconstpointer data)
{
  test_case (data, CARREL_MARKDOWN_PLAIN);
}

static void
reads_a_dialect (gconstpointer data)
{
  test_case (data, CARREL_MARKDOWN_DIALECTS);
}

/* As before CommonMark, where that is asked for: not "#1", "#hashtag" and what is behind text. */
static void
reads_tight_headings_when_asked (void)
{
  const Case asked
      = { "", "#CS 101: Sets\n\n##Grading\nx\n##Late\n\n#1 of them\n\n#hashtag\n\ny\n#Z a\n",
          "1 heading 1: CS 101: Sets\n3 heading 2: Grading\n4 text: x\n5 heading 2: Late\n"
          "7 text: 1 of them\n9 text: hashtag\n11 text: y Z a\n" };
  const Case other = { "", "##Grading\n", "1 text: ##Grading\n" };

  test_case (&asked, CARREL_MARKDOWN_DIALECTS | CARREL_MARKDOWN_TIGHT_HEADINGS);
  test_case (&other, CARREL_MARKDOWN_DIALECTS);
}

static void
marks_spans (void)
{
  g_autoptr (CarrelMarkdown) markdown
      = carrel_markdown_parse ("a **b ~~c~~** [d](http://x) ![e](f.png)", -1, 0, NULL);
  const CarrelInline *content = &carrel_markdown_get_block (markdown, 0)->content;
  const CarrelSpan expected[] = {
    { CARREL_SPAN_STRONG, 2, 5, NULL },
    { CARREL_SPAN_STRUCK, 4, 5, NULL },
    { CARREL_SPAN_LINK, 6, 7, "http://x" },
    { CARREL_SPAN_IMAGE, 8, 9, "f.png" },
  };

  g_assert_cmpstr (content->text, ==, "a b c d e");
  g_assert_cmpuint (content->n_spans, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < content->n_spans; i++)
    {
      g_assert_cmpint (content->spans[i].kind, ==, expected[i].kind);
      g_assert_cmpuint (content->spans[i].start, ==, expected[i].start);
      g_assert_cmpuint (content->spans[i].end, ==, expected[i].end);
      g_assert_cmpstr (content->spans[i].url, ==, expected[i].url);
    }
}

static void
keeps_lines_when_asked (void)
{
  g_autoptr (CarrelMarkdown) joined = carrel_markdown_parse ("a\nb", -1, 0, NULL);
  g_autoptr (CarrelMarkdown) kept
      = carrel_markdown_parse ("a\nb", -1, CARREL_MARKDOWN_KEEP_LINES, NULL);

  g_assert_cmpstr (carrel_markdown_get_block (joined, 0)->content.text, ==, "a b");
  g_assert_cmpstr (carrel_markdown_get_block (kept, 0)->content.text, ==, "a\nb");
}

static void
refuses_what_is_too_long (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_malloc (65 * 1024 * 1024);
  g_autoptr (CarrelMarkdown) markdown = NULL;

  memset (text, 'a', 65 * 1024 * 1024);
  markdown = carrel_markdown_parse (text, 65 * 1024 * 1024, 0, &error);
  g_assert_null (markdown);
  g_assert_nonnull (error);
}

static void
add_cases (const char *prefix, const Case *cases, gsize n_cases, GTestDataFunc function)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strconcat ("/carrel/core/markdown/", prefix, cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], function);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("reads-", plain, G_N_ELEMENTS (plain), reads_common_markdown);
  add_cases ("reads-dialect-", dialects, G_N_ELEMENTS (dialects), reads_a_dialect);
  g_test_add_func ("/carrel/core/markdown/reads-tight-headings-when-asked",
                   reads_tight_headings_when_asked);
  g_test_add_func ("/carrel/core/markdown/marks-spans", marks_spans);
  g_test_add_func ("/carrel/core/markdown/keeps-lines-when-asked", keeps_lines_when_asked);
  g_test_add_func ("/carrel/core/markdown/refuses-what-is-too-long", refuses_what_is_too_long);
  return g_test_run ();
}
