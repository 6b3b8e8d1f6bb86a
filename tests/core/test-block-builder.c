/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks as readers of Markdown and HTML build them: texts, spans, rows and lines. */
#include "config.h"

#include "carrel-block-builder.h"

#include <string.h>

static CarrelBlockBuilder *
open_paragraph (void)
{
  CarrelBlockBuilder *builder = carrel_block_builder_new (NULL, 0);

  carrel_block_builder_add (builder, CARREL_BLOCK_PARAGRAPH, 1);
  carrel_block_builder_open_text (builder);
  return builder;
}

static void
add (CarrelBlockBuilder *builder, const char *text)
{
  carrel_block_builder_add_text (builder, text, strlen (text));
}

static const CarrelInline *
get_content (CarrelMarkdown *markdown)
{
  return &carrel_markdown_get_block (markdown, 0)->content;
}

static void
references_become_characters (void)
{
  static const struct
  {
    const char *reference;
    const char *text;
  } references[] = {
    { "&amp;", "&" },
    { "&lt;", "<" },
    { "&le;", "≤" },
    { "&ndash;", "–" },
    { "&nbsp;", "\302\240" },
    { "&apos;", "'" },
    { "&eacute;", "é" },
    { "&AElig;", "Æ" },
    { "&zwnj;", "\342\200\214" },
    { "&#65;", "A" },
    { "&#x41;", "A" },
    { "&#X2013;", "–" },
    { "&#128512;", "😀" },
    { "&#0;", "\357\277\275" },
    { "&#xd800;", "\357\277\275" },
    { "&#x110000;", "\357\277\275" },
    { "&#99999999999999999999;", "\357\277\275" },
    { "&nosuchthing;", "&nosuchthing;" },
    { "&;", "&;" },
    { "&", "&" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autoptr (CarrelBlockBuilder) builder = open_paragraph ();
      g_autoptr (CarrelMarkdown) markdown = NULL;

      carrel_block_builder_add_entity (builder, references[i].reference,
                                       strlen (references[i].reference));
      markdown = carrel_block_builder_finish (builder);
      g_assert_cmpstr (get_content (markdown)->text, ==, references[i].text);
    }
}

static void
breaks_do_not_pile_up (void)
{
  static const struct
  {
    const char *pieces[8]; /* " " and "\n" are breaks */
    const char *text;
  } lines[] = {
    { { "a", " ", "b" }, "a b" },
    { { "a", " ", " ", "b" }, "a b" },
    { { "a", "\n", "b" }, "a\nb" },
    { { "a", "\n", "\n", "b" }, "a\nb" },
    { { "a", " ", "\n", "b" }, "a\nb" },
    { { "a", "\n", " ", "b" }, "a\nb" },
    { { " ", "a" }, "a" },
    { { "\n", "a" }, "a" },
    { { "a", " " }, "a" },
    { { "a", "\n" }, "a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (CarrelBlockBuilder) builder = open_paragraph ();
      g_autoptr (CarrelMarkdown) markdown = NULL;

      for (gsize j = 0; j < 8 && lines[i].pieces[j] != NULL; j++)
        if (g_ascii_isspace (lines[i].pieces[j][0]))
          carrel_block_builder_add_break (builder, lines[i].pieces[j]);
        else
          add (builder, lines[i].pieces[j]);
      markdown = carrel_block_builder_finish (builder);
      g_assert_cmpstr (get_content (markdown)->text, ==, lines[i].text);
    }
}

static void
spans_end_with_the_words (void)
{
  g_autoptr (CarrelBlockBuilder) builder = open_paragraph ();
  g_autoptr (CarrelMarkdown) markdown = NULL;

  add (builder, "a ");
  carrel_block_builder_open_span (builder, CARREL_SPAN_STRONG, NULL, 0);
  add (builder, "b  ");
  carrel_block_builder_open_span (builder, CARREL_SPAN_EMPHASIS, NULL, 0);
  add (builder, "  ");
  markdown = carrel_block_builder_finish (builder);
  g_assert_cmpstr (get_content (markdown)->text, ==, "a b");
  g_assert_cmpuint (get_content (markdown)->n_spans, ==, 2);
  g_assert_cmpuint (get_content (markdown)->spans[0].end, ==, 3);
  g_assert_cmpuint (get_content (markdown)->spans[1].start, ==, 3);
  g_assert_cmpuint (get_content (markdown)->spans[1].end, ==, 3);
}

static void
spans_may_cross (void)
{
  g_autoptr (CarrelBlockBuilder) builder = open_paragraph ();
  g_autoptr (CarrelMarkdown) markdown = NULL;

  carrel_block_builder_open_span (builder, CARREL_SPAN_STRONG, NULL, 0);
  add (builder, "a");
  carrel_block_builder_open_span (builder, CARREL_SPAN_STRUCK, NULL, 0);
  add (builder, "b");
  carrel_block_builder_close_span (builder, CARREL_SPAN_STRONG);
  add (builder, "c");
  carrel_block_builder_close_span (builder, CARREL_SPAN_STRUCK);
  carrel_block_builder_close_span (builder, CARREL_SPAN_STRUCK);
  markdown = carrel_block_builder_finish (builder);
  g_assert_cmpuint (get_content (markdown)->spans[0].end, ==, 2);
  g_assert_cmpuint (get_content (markdown)->spans[1].start, ==, 1);
  g_assert_cmpuint (get_content (markdown)->spans[1].end, ==, 3);
}

static void
too_many_open_spans_are_text (void)
{
  g_autoptr (CarrelBlockBuilder) builder = open_paragraph ();
  g_autoptr (CarrelMarkdown) markdown = NULL;

  for (guint i = 0; i < 100; i++)
    carrel_block_builder_open_span (builder, CARREL_SPAN_LINK, "u", 1);
  add (builder, "a");
  markdown = carrel_block_builder_finish (builder);
  g_assert_cmpstr (get_content (markdown)->text, ==, "a");
  g_assert_cmpuint (get_content (markdown)->n_spans, ==, 32);
  for (guint i = 0; i < 32; i++)
    {
      g_assert_cmpuint (get_content (markdown)->spans[i].end, ==, 1);
      g_assert_cmpstr (get_content (markdown)->spans[i].url, ==, "u");
    }
}

static void
text_is_open_until_the_next_block (void)
{
  g_autoptr (CarrelBlockBuilder) builder = open_paragraph ();
  g_autoptr (CarrelMarkdown) markdown = NULL;

  g_assert_true (carrel_block_builder_is_open (builder));
  g_assert_true (carrel_block_builder_is_empty (builder));
  add (builder, "a");
  g_assert_false (carrel_block_builder_is_empty (builder));
  carrel_block_builder_add (builder, CARREL_BLOCK_RULE, 2);
  g_assert_false (carrel_block_builder_is_open (builder));
  g_assert_false (carrel_block_builder_is_empty (builder));
  g_assert_cmpuint (carrel_block_builder_get_n_blocks (builder), ==, 2);
  markdown = carrel_block_builder_finish (builder);
  g_assert_cmpstr (get_content (markdown)->text, ==, "a");
  g_assert_cmpstr (carrel_markdown_get_block (markdown, 1)->content.text, ==, "");
}

static void
a_block_without_a_line_has_that_of_the_next (void)
{
  g_autoptr (CarrelBlockBuilder) builder = carrel_block_builder_new (NULL, 0);
  g_autoptr (CarrelMarkdown) markdown = NULL;

  g_assert_null (carrel_block_builder_get_last (builder));
  carrel_block_builder_add (builder, CARREL_BLOCK_LIST_ITEM, 0);
  carrel_block_builder_add (builder, CARREL_BLOCK_LIST_ITEM, 0);
  carrel_block_builder_add (builder, CARREL_BLOCK_PARAGRAPH, 7)->last_line = 9;
  carrel_block_builder_add (builder, CARREL_BLOCK_PARAGRAPH, 0);
  markdown = carrel_block_builder_finish (builder);
  g_assert_cmpint (carrel_markdown_get_block (markdown, 0)->line, ==, 7);
  g_assert_cmpint (carrel_markdown_get_block (markdown, 1)->line, ==, 7);
  g_assert_cmpint (carrel_markdown_get_block (markdown, 1)->last_line, ==, 7);
  g_assert_cmpint (carrel_markdown_get_block (markdown, 2)->last_line, ==, 9);
  g_assert_cmpint (carrel_markdown_get_block (markdown, 3)->line, ==, 1);
}

static void
rows_keep_their_own_cells (void)
{
  g_autoptr (CarrelBlockBuilder) builder = carrel_block_builder_new (NULL, 0);
  g_autoptr (CarrelMarkdown) markdown = NULL;
  const CarrelBlock *table;

  carrel_block_builder_add (builder, CARREL_BLOCK_TABLE, 1);
  carrel_block_builder_add_column (builder, CARREL_ALIGN_LEFT);
  carrel_block_builder_add_column (builder, CARREL_ALIGN_RIGHT);
  for (int row = 0; row < 3; row++)
    {
      carrel_block_builder_open_row (builder, 0, FALSE);
      carrel_block_builder_set_row_line (builder, row + 1);
      carrel_block_builder_set_row_line (builder, 99);
      for (int cell = 0; cell <= row; cell++)
        {
          g_autofree char *text = g_strdup_printf ("%d.%d", row, cell);

          carrel_block_builder_open_text (builder);
          add (builder, text);
          carrel_block_builder_add_cell (builder, FALSE);
        }
      if (row == 0)
        carrel_block_builder_set_row_header (builder);
    }
  markdown = carrel_block_builder_finish (builder);
  table = carrel_markdown_get_block (markdown, 0);
  g_assert_cmpuint (table->n_rows, ==, 3);
  g_assert_cmpuint (table->n_columns, ==, 2);
  g_assert_cmpint (table->columns[1], ==, CARREL_ALIGN_RIGHT);
  g_assert_true (table->rows[0].is_header);
  g_assert_false (table->rows[2].is_header);
  g_assert_cmpint (table->rows[2].line, ==, 3);
  g_assert_cmpuint (table->rows[2].n_cells, ==, 3);
  g_assert_cmpstr (table->rows[2].cells[1].text, ==, "2.1");
}

static void
code_knows_its_language (void)
{
  g_autoptr (CarrelBlockBuilder) builder = carrel_block_builder_new (NULL, 0);
  g_autoptr (CarrelMarkdown) markdown = NULL;

  carrel_block_builder_add (builder, CARREL_BLOCK_CODE, 1);
  carrel_block_builder_set_info (builder, "python exec", 6);
  carrel_block_builder_add (builder, CARREL_BLOCK_CODE, 4);
  carrel_block_builder_set_info (builder, "", 0);
  markdown = carrel_block_builder_finish (builder);
  g_assert_cmpstr (carrel_markdown_get_block (markdown, 0)->info, ==, "python");
  g_assert_null (carrel_markdown_get_block (markdown, 1)->info);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/block-builder/references-become-characters",
                   references_become_characters);
  g_test_add_func ("/carrel/core/block-builder/breaks-do-not-pile-up", breaks_do_not_pile_up);
  g_test_add_func ("/carrel/core/block-builder/spans-end-with-the-words", spans_end_with_the_words);
  g_test_add_func ("/carrel/core/block-builder/spans-may-cross", spans_may_cross);
  g_test_add_func ("/carrel/core/block-builder/too-many-open-spans-are-text",
                   too_many_open_spans_are_text);
  g_test_add_func ("/carrel/core/block-builder/text-is-open-until-the-next-block",
                   text_is_open_until_the_next_block);
  g_test_add_func ("/carrel/core/block-builder/a-block-without-a-line-has-that-of-the-next",
                   a_block_without_a_line_has_that_of_the_next);
  g_test_add_func ("/carrel/core/block-builder/rows-keep-their-own-cells",
                   rows_keep_their_own_cells);
  g_test_add_func ("/carrel/core/block-builder/code-knows-its-language", code_knows_its_language);
  return g_test_run ();
}
