/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* HTML of course pages as blocks: what can be read is kept, layout is dropped, nothing is run. */
#include "config.h"

#include "carrel-html-reader.h"

#include "block-description.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *html;
  const char *blocks; /* as describe_blocks() says */
} Case;

static const Case cases[] = {
  { "paragraphs", "<p>One</p>\n<p>Two</p>", "1 text: One\n2 text: Two\n" },
  { "the-line-of-the-first-word", "<div>\n\n one\n two<p>three</p>\n four\n\n</div>",
    "3 text: one two\n4 text: three\n5 text: four\n" },
  { "the-line-of-a-text-that-begins-with-a-reference", "<p>\n\n&amp; a\n&amp; b</p>\n<p>c</p>\n",
    "3 text: & a & b\n5 text: c\n" },
  { "bare-text", "Office hours are on <b>Monday</b>.", "1 text: Office hours are on Monday.\n" },
  { "white-space-is-one-blank", "<p>a \t b\n   c</p>", "1 text: a b c\n" },
  { "breaks-end-lines", "<p>a<br>b<br/>c</p>", "1 text: a\nb\nc\n" },
  { "many-breaks-are-one", "<p>a<br><br><br>b</p>", "1 text: a\nb\n" },
  { "no-break-at-the-start", "<p><br>a</p>", "1 text: a\n" },
  { "levels-of-headings", "<h1>A</h1><h3>B</h3><h6>C</h6>",
    "1 heading 1: A\n1 heading 3: B\n1 heading 6: C\n" },
  { "a-paragraph-in-a-heading-is-the-heading", "<h4><p>Part I</p></h4><p>b</p>",
    "1 heading 4: Part I\n1 text: b\n" },
  { "capital-tags", "<H2>A</H2><P>b</P>", "1 heading 2: A\n1 text: b\n" },
  { "bullets", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "2 item in 1: a\n3 item in 1: b\n" },
  { "numbers", "<ol><li>a<li>b</ol>", "1 item in 1 #1: a\n1 item in 1 #2: b\n" },
  { "nested-lists", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>",
    "1 item in 1: a\n1 item in 2: b\n1 item in 1: c\n" },
  { "numbers-go-on-after-a-nested-list", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>",
    "1 item in 1 #1: a\n1 item in 2: b\n1 item in 1 #2: c\n" },
  { "item-without-a-list", "<li>a</li>", "1 item in 1: a\n" },
  { "quotes", "<blockquote><p>a</p></blockquote><p>b</p>", "1 text quoted: a\n1 text: b\n" },
  { "rules", "<p>a</p><hr><p>b</p>", "1 text: a\n1 rule\n1 text: b\n" },
  { "code", "<pre>ls</pre>", "1 code: ls\n" },
  { "definition-lists", "<dl><dt>Where</dt><dd>WEH 5409</dd></dl>",
    "1 text: Where\n1 item in 1: WEH 5409\n" },
  { "details", "<details><summary>Late work</summary>Two days.</details>",
    "1 text: Late work\n1 text: Two days.\n" },
  { "sections", "<section><article>a</article><address>b</address></section>",
    "1 text: a\n1 text: b\n" },
  { "unknown-elements-are-transparent", "<center><font>a</font> <x-y>b</x-y></center>",
    "1 text: a b\n" },
  { "images-are-their-text", "<p><img src=map.png alt=\"Map of the hall\"> here</p>",
    "1 text: Map of the hall here\n" },
  { "entities", "<p>9&ndash;10 &amp; 11&nbsp;am</p>", "1 text: 9–10 & 11\302\240am\n" },
  { "comments", "<p>a<!-- b -->c</p>", "1 text: ac\n" },
  { "scripts", "<script>alert ('a')</script><p>b</p>", "1 text: b\n" },
  { "styles", "<style>p { color: red }</style><p>b</p>", "1 text: b\n" },
  { "drawings", "<svg><text>a</text></svg><p>b</p>", "1 text: b\n" },
  { "whole-documents", "<html><head><title>T</title></head><body><p>b</p></body></html>",
    "1 text: b\n" },
  { "tables",
    "<table>\n<tr><th>Day</th><th>Time</th></tr>\n<tr><td>Mon</td><td>3pm</td></tr>\n</table>",
    "1 table\n2 head|Day|Time\n3 row|Mon|3pm\n" },
  { "bodies-of-tables",
    "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr>"
    "</tbody></table>",
    "1 table\n1 head|A|B\n1 row|1|2\n" },
  { "a-row-with-a-plain-cell-is-no-head", "<table><tr><th>Mon</th><td>3pm</td></tr></table>",
    "1 table\n1 row|Mon|3pm\n" },
  { "columns-that-are-joined",
    "<table><tr><td colspan=2>a</td><td>b</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>",
    "1 table\n1 row|a||b\n1 row|1|2|3\n" },
  { "rows-that-are-joined",
    "<table><tr><td rowspan=3>W1</td><td>a</td></tr><tr><td>b</td></tr><tr><td>c</td></tr>"
    "<tr><td>W2</td><td>d</td></tr></table>",
    "1 table\n1 row|W1|a\n1 row||b\n1 row||c\n1 row|W2|d\n" },
  { "a-block-both-ways",
    "<table><tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
    "1 table\n1 row|a||b\n1 row|||c\n" },
  { "a-last-cell-that-reaches-down",
    "<table><tr><td rowspan=2>a</td><td>b</td><td rowspan=2>c</td></tr><tr><td>d</td></tr>"
    "<tr><td>e</td><td>f</td><td>g</td></tr></table>",
    "1 table\n1 row|a|b|c\n1 row||d|\n1 row|e|f|g\n" },
  { "spans-of-nonsense", "<table><tr><td colspan=0>a</td><td rowspan=x>b</td></tr></table>",
    "1 table\n1 row|a|b\n" },
  { "paragraphs-in-cells",
    "<table><tr><td><p>a</p><p>b</p></td><td><ul><li>c<li>d</ul></td></tr></table>",
    "1 table\n1 row|a\nb|c\nd\n" },
  { "a-heading-in-a-cell-is-text", "<table><tr><td><h3>A</h3></td><td>b</td></tr></table>",
    "1 heading 3: A\n1 text: b\n" },
  { "layout-tables-are-text",
    "<table><tr><td><h2>A</h2><p>b</p></td><td><p>c</p></td></tr></table>",
    "1 heading 2: A\n1 text: b\n1 text: c\n" },
  { "one-column-is-text", "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>",
    "1 text: a\n1 text: b\n" },
  { "the-inner-table-is-the-table",
    "<table><tr><td>x</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>",
    "1 text: x\n1 table\n1 row|a|b\n" },
  { "captions-of-tables", "<table><caption>Weights</caption><tr><td>a</td><td>b</td></tr></table>",
    "1 text: Weights\n1 table\n1 row|a|b\n" },
  { "open-tags", "<ul><li>a<li><b>b", "1 item in 1: a\n1 item in 1: b\n" },
  { "stray-ends", "</div></td>a</p>", "1 text: a\n" },
  { "nothing", "", "" },
  { "blanks", " \n\t ", "" },
};

static CarrelMarkdown *
read_html (const char *html, int line, guint8 quote_depth, guint8 list_depth)
{
  const CarrelHtmlPlace place = { line, quote_depth, list_depth };
  g_autoptr (CarrelBlockBuilder) builder = carrel_block_builder_new (NULL, 0);

  carrel_html_reader_add_blocks (builder, html, strlen (html), &place);
  return carrel_block_builder_finish (builder);
}

static void
reads_html (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (CarrelMarkdown) markdown = read_html (test->html, 1, 0, 0);
  g_autofree char *blocks = describe_blocks (markdown);

  g_assert_cmpstr (blocks, ==, test->blocks);
}

static void
counts_lines_from_its_place (void)
{
  g_autoptr (CarrelMarkdown) markdown = read_html ("<p>a</p>\n\n<p>b</p>", 40, 0, 0);

  g_assert_cmpint (carrel_markdown_get_block (markdown, 0)->line, ==, 40);
  g_assert_cmpint (carrel_markdown_get_block (markdown, 1)->line, ==, 42);
}

static void
stands_in_the_quote_and_list_around_it (void)
{
  g_autoptr (CarrelMarkdown) markdown = read_html ("<ul><li>a</ul>", 1, 1, 2);
  const CarrelBlock *block = carrel_markdown_get_block (markdown, 0);

  g_assert_cmpuint (block->quote_depth, ==, 1);
  g_assert_cmpuint (block->list_depth, ==, 3);
  g_assert_true (block->is_html);
}

static void
nests_no_deeper_than_it_counts (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (CarrelMarkdown) markdown = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (html, "<blockquote><ul><li>");
  g_string_append (html, "deep");
  markdown = read_html (html->str, 1, 250, 250);
  for (guint i = 0; i < carrel_markdown_get_n_blocks (markdown); i++)
    g_assert_cmpuint (carrel_markdown_get_block (markdown, i)->quote_depth, >=, 250);
}

static void
bounds_the_cells_of_a_row (void)
{
  g_autoptr (CarrelMarkdown) markdown
      = read_html ("<table><tr><td colspan=99999999999>a</td><td>b</td></tr></table>", 1, 0, 0);

  g_assert_cmpuint (carrel_markdown_get_block (markdown, 0)->rows[0].n_cells, <=, 65);
}

/* The text and the spans that tags between words make. */
static void
reads_tags_between_words (void)
{
  static const struct
  {
    const char *pieces[6]; /* words and tags */
    const char *text;
    int kind; /* of the first span, -1: none */
    guint start, end;
    const char *url;
  } tags[] = {
    { { "a ", "<b>", "b", "</b>" }, "a b", CARREL_SPAN_STRONG, 2, 3, NULL },
    { { "<EM>", "b", "</EM>", " c" }, "b c", CARREL_SPAN_EMPHASIS, 0, 1, NULL },
    { { "<s>", "90%", "</s>" }, "90%", CARREL_SPAN_STRUCK, 0, 3, NULL },
    { { "<del>", "90%", "</del>" }, "90%", CARREL_SPAN_STRUCK, 0, 3, NULL },
    { { "<code>", "ls", "</code>" }, "ls", CARREL_SPAN_CODE, 0, 2, NULL },
    { { "<a href=\"u.html\">", "u", "</a>" }, "u", CARREL_SPAN_LINK, 0, 1, "u.html" },
    { { "<a href='u.html'>", "u", "</a>" }, "u", CARREL_SPAN_LINK, 0, 1, "u.html" },
    { { "<a target=x href=u.html>", "u", "</a>" }, "u", CARREL_SPAN_LINK, 0, 1, "u.html" },
    { { "<a name=x>", "u", "</a>" }, "u", CARREL_SPAN_LINK, 0, 1, NULL },
    { { "<img alt=\"Map\" src=\"m.png\">", "!" }, "Map!", CARREL_SPAN_IMAGE, 0, 3, "m.png" },
    { { "a", "<br>", "b" }, "a\nb", -1, 0, 0, NULL },
    { { "a", "<br />", "b" }, "a\nb", -1, 0, 0, NULL },
    { { "a", "<font color=red>", "b", "</font>" }, "ab", -1, 0, 0, NULL },
    { { "a", "</b>", "b" }, "ab", -1, 0, 0, NULL },
    { { "a", "<>", "b" }, "ab", -1, 0, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (CarrelBlockBuilder) builder = carrel_block_builder_new (NULL, 0);
      g_autoptr (CarrelMarkdown) markdown = NULL;
      const CarrelInline *content;

      carrel_block_builder_add (builder, CARREL_BLOCK_PARAGRAPH, 1);
      carrel_block_builder_open_text (builder);
      for (gsize j = 0; j < 6 && tags[i].pieces[j] != NULL; j++)
        if (tags[i].pieces[j][0] == '<')
          carrel_html_reader_add_tag (builder, tags[i].pieces[j], strlen (tags[i].pieces[j]));
        else
          carrel_block_builder_add_text (builder, tags[i].pieces[j], strlen (tags[i].pieces[j]));
      markdown = carrel_block_builder_finish (builder);
      content = &carrel_markdown_get_block (markdown, 0)->content;
      g_assert_cmpstr (content->text, ==, tags[i].text);
      g_assert_cmpuint (content->n_spans, ==, tags[i].kind >= 0 ? 1 : 0);
      if (tags[i].kind < 0)
        continue;
      g_assert_cmpint (content->spans[0].kind, ==, tags[i].kind);
      g_assert_cmpuint (content->spans[0].start, ==, tags[i].start);
      g_assert_cmpuint (content->spans[0].end, ==, tags[i].end);
      g_assert_cmpstr (content->spans[0].url, ==, tags[i].url);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/carrel/core/html-reader/reads-", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], reads_html);
    }
  g_test_add_func ("/carrel/core/html-reader/counts-lines-from-its-place",
                   counts_lines_from_its_place);
  g_test_add_func ("/carrel/core/html-reader/stands-in-the-quote-and-list-around-it",
                   stands_in_the_quote_and_list_around_it);
  g_test_add_func ("/carrel/core/html-reader/nests-no-deeper-than-it-counts",
                   nests_no_deeper_than_it_counts);
  g_test_add_func ("/carrel/core/html-reader/bounds-the-cells-of-a-row", bounds_the_cells_of_a_row);
  g_test_add_func ("/carrel/core/html-reader/reads-tags-between-words", reads_tags_between_words);
  return g_test_run ();
}
