/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What course sites add to Markdown is blanked in place, and nothing else moves. */
#include "config.h"

#include "carrel-dialect.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *cleaned; /* lines without the blanks at their ends */
} Case;

static const Case cases[] = {
  { "comment-alone", "<!-- old: Mon 3pm -->\nTue 4pm", "\nTue 4pm" },
  { "comment-in-a-line", "Tue <!-- Mon --> 4pm", "Tue              4pm" },
  { "comment-over-lines", "a <!-- b\nc -->d", "a\nd" },
  { "text-after-a-comment-is-no-code", "<!-- a -->     b", "b" },
  { "two-comments", "<!--a-->b<!--c-->", "b" },
  { "open-comment-at-a-start-hides-the-rest", "a\n<!-- b\nc", "a\n\n" },
  { "open-comment-in-a-line-hides-nothing", "a <!-- b\nc", "a <!-- b\nc" },
  { "comment-in-a-code-span", "`<!-- a -->`", "`<!-- a -->`" },
  { "comment-in-code", "~~~\n<!-- a -->\n~~~", "~~~\n<!-- a -->\n~~~" },
  { "longer-fence-is-closed-by-its-own", "````\n```\n{% a %}\n````\n{% b %}c",
    "````\n```\n{% a %}\n````\nc" },
  { "fence-of-another-kind-does-not-close", "```\n~~~\n{% a %}\n```\n{% b %}",
    "```\n~~~\n{% a %}\n```\n" },
  { "backticks-in-a-line-are-no-fence", "```a``` {% b %}", "```a```" },
  { "liquid-tag", "{% include nav.html %}\nText", "\nText" },
  { "liquid-over-lines", "{% include a.html\n  b=1 %}\nText", "\n\nText" },
  { "liquid-placeholder-stays", "Term: {{ site.term }}", "Term: {{ site.term }}" },
  { "hugo-shortcodes", "{{< youtube x >}}a{{% note %}}b", "a            b" },
  { "open-liquid-stays", "{% if", "{% if" },
  { "kramdown-class", "Lecture{: .label .label-blue }", "Lecture" },
  { "kramdown-contents", "{:toc}\n* x", "\n* x" },
  { "heading-anchor", "## Grading {#grading}", "## Grading" },
  { "named-anchor-after-a-heading", "## Grading {id=\"grading\"}", "## Grading" },
  { "named-brace-in-a-line-stays", "a {id=\"b\"} c", "a {id=\"b\"} c" },
  { "width-after-a-picture", "![a](b.png){width=50%}", "![a](b.png)" },
  { "brace-with-words-stays", "{a set}, f{x}", "{a set}, f{x}" },
  { "formula-stays", "$\\frac{1}{2}$ {2}", "$\\frac{1}{2}$ {2}" },
  { "div", "::: {.callout-note}\ntext\n:::", "\ntext\n" },
  { "div-with-a-class", ":::: columns\n::: column\na\n:::\n::::", "\n\na\n\n" },
  { "div-that-ends-its-line", "::: {.warning} :::\na", "\na" },
  { "admonition-with-a-title", ":::info[Office hours]\na\n:::", "Office hours\na\n" },
  { "directive-with-a-title", ":::{admonition} Week 3\n:class: tip\na\n:::", "Week 3\n\na\n" },
  { "directive-option-elsewhere-stays", "a\n:class: tip", "a\n:class: tip" },
  { "two-colons-stay", "::a", "::a" },
  { "definition", "Where\n: WEH 5409", "Where\n- WEH 5409" },
  { "definition-of-pandoc", "Where\n  ~ WEH 5409", "Where\n  - WEH 5409" },
  { "definition-without-a-term-stays", ": a", ": a" },
  { "import", "import Tabs from '@theme/Tabs';\nimport './x.css'\n\nText", "\n\n\nText" },
  { "import-as-a-word-stays", "import your data from the site", "import your data from the site" },
  { "export", "export const a = 1;\n\nText", "\n\nText" },
  { "export-as-a-word-stays", "export the table", "export the table" },
  { "component-alone", "<TabItem value=\"a\">\ntext\n</TabItem>", "\ntext\n" },
  { "html-in-capitals-stays", "<DIV>\ntext\n</DIV>", "<DIV>\ntext\n</DIV>" },
  { "component-with-text-stays", "<Badge>new</Badge>", "<Badge>new</Badge>" },
  { "myst-directive", "```{note}\na\n```\nb", "\na\n\nb" },
  { "myst-directive-with-a-title",
    "````{admonition} Late work\n:class: tip\n```\n{{ code }}\n```\n````",
    "Late work\n\n```\n{{ code }}\n```\n" },
  { "myst-directive-of-code", "```{code-cell}\n{{ a }}\n```", "```{code-cell}\n{{ a }}\n```" },
  { "mkdocs-admonition", "!!! note \"Exam rules\"\n    a", "Exam rules\na" },
  { "mkdocs-admonition-without-a-title", "!!! note\n    a", "\na" },
  { "mkdocs-details", "??? tip \"More\"\n    a", "More\na" },
  { "exclamation-stays", "!! a", "!! a" },
  { "callout", "> [!WARNING]\n> a", ">\n> a" },
  { "callout-with-a-title", "> [!tip] Late days\n> a", ">        Late days\n> a" },
  { "link-in-a-quote-stays", "> a [!b]", "> a [!b]" },
  { "line-break", "a\\\\\nb", "a \\\nb" },
  { "line-break-before-blanks", "a \\\\  \nb", "a    \\\nb" },
  { "footnote", "a[^1] b[^long-name]", "a     b" },
  { "footnote-text", "[^1]: Only once.", "Only once." },
  { "exponent-stays", "[a^2]", "[a^2]" },
  { "closing-tag-above-a-heading", "<div>\n</div>\n## A\n", "<div>\n\n## A\n" },
  { "break-between-paragraphs", "a\n\n<br>\n**b**\n", "a\n\n\n**b**\n" },
  { "break-in-a-paragraph", "a\n<br>\nb\n", "a\n<br>\nb\n" },
  { "blank-delimiter", "|a||b|\n| --- |  | --- |\n", "|a||b|\n| --- |- | --- |\n" },
  { "label-and-bar", "**A**  | b <br>\n**C** | d\n", "**A**  : b <br>\n**C** : d\n" },
  { "label-in-a-table", "a | b\n--- | ---\n**A** | b\n", "a | b\n--- | ---\n**A** | b\n" },
  { "label-as-head", "**A** | b\n--|--\n**C** | d\n", "**A** | b\n--|--\n**C** | d\n" },
  { "label-and-bars", "**A** | b | c\n", "**A** | b | c\n" },
  { "closing-tag-above-text", "<div>\n</div>\na\n", "<div>\n</div>\na\n" },
  { "closing-tag-and-more", "</div> a\n## A\n", "</div> a\n## A\n" },
  { "empty", "", "" },
};

/* Lines without the blanks at their ends, which are there in place of what was cleaned. */
static char *
chomp_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);
  return g_strjoinv ("\n", lines);
}

static void
cleans (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *text = g_strdup (test->text);
  g_autofree char *cleaned = NULL;

  carrel_dialect_clean (text, strlen (text), CARREL_MARKDOWN_DIALECTS);
  g_assert_cmpuint (strlen (text), ==, strlen (test->text));
  cleaned = chomp_lines (text);
  g_assert_cmpstr (cleaned, ==, test->cleaned);
}

static void
cleans_only_comments_of_plain_markdown (void)
{
  char text[] = "{% a %} <!-- b -->\n:::note\nimport x from 'y'\n";

  carrel_dialect_clean (text, strlen (text), CARREL_MARKDOWN_PLAIN);
  g_assert_cmpstr (text, ==, "{% a %}           \n:::note\nimport x from 'y'\n");
}

/* Any pieces in any order: no byte is added, and line ends stay where they are. */
static void
moves_no_line_end (void)
{
  static const char *const pieces[] = {
    "{%",
    "%}",
    "{{<",
    ">}}",
    "{:",
    "}",
    "<!--",
    "-->",
    ":::",
    "{.a}",
    "[^1]",
    ": ",
    "!!! a",
    "\"",
    "\\\\",
    "\n",
    "\n",
    " ",
    "text",
    "```",
    "~~~",
    "<Tab>",
    "> [!A]",
    "import a from 'b'",
    "\r\n",
    "\t",
    "é",
    "`",
    "export const a",
    "]",
  };
  GRand *random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *cleaned = NULL;

      for (int n = g_rand_int_range (random, 1, 20); n > 0; n--)
        g_string_append (text,
                         pieces[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (pieces))]);
      cleaned = g_strdup (text->str);
      carrel_dialect_clean (cleaned, text->len, CARREL_MARKDOWN_DIALECTS);
      g_assert_cmpuint (strlen (cleaned), ==, text->len);
      for (gsize at = 0; at < text->len; at++)
        if ((text->str[at] == '\n') != (cleaned[at] == '\n'))
          g_test_fail_printf ("a line end moved in “%s”", text->str);
      g_assert_true (g_utf8_validate (cleaned, -1, NULL));
    }
  g_rand_free (random);
}

/* Each takes milliseconds unless the rest of the page is read for each mark again. */
static void
marks_without_end_take_no_time (void)
{
  static const char *const marks[] = {
    "{% ", "{{< ", "<!-- ", "a <!-- ", "`<!-- ", "a <!-- x\n", "`<!-- x\n", "<!-- x --> ", "[a]{b ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      double seconds;

      while (text->len < 1000000)
        g_string_append (text, marks[i]);
      g_test_timer_start ();
      carrel_dialect_clean (text->str, text->len, CARREL_MARKDOWN_DIALECTS);
      seconds = g_test_timer_elapsed ();
      if (seconds > 10)
        g_test_fail_printf ("“%s” took %.0f seconds", marks[i], seconds);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/carrel/core/dialect/cleans-", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], cleans);
    }
  g_test_add_func ("/carrel/core/dialect/cleans-only-comments-of-plain-markdown",
                   cleans_only_comments_of_plain_markdown);
  g_test_add_func ("/carrel/core/dialect/marks-without-end-take-no-time",
                   marks_without_end_take_no_time);
  g_test_add_func ("/carrel/core/dialect/moves-no-line-end", moves_no_line_end);
  return g_test_run ();
}
