/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks as lines of text, for tests of their readers. */
#pragma once

#include "carrel-markdown.h"

static const char *const block_kinds[] = { "heading", "text", "item", "table", "code", "rule" };

static inline void
describe_rows (const CarrelBlock *block, GString *out)
{
  for (guint i = 0; i < block->n_rows; i++)
    {
      g_string_append_printf (out, "%d %s", block->rows[i].line,
                              block->rows[i].is_header ? "head" : "row");
      for (guint j = 0; j < block->rows[i].n_cells; j++)
        g_string_append_printf (out, "|%s", block->rows[i].cells[j].text);
      g_string_append_c (out, '\n');
    }
}

/* Each block is its line, its kind, its level, depth, number and quote, and its text. */
static inline char *
describe_blocks (CarrelMarkdown *markdown)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < carrel_markdown_get_n_blocks (markdown); i++)
    {
      const CarrelBlock *block = carrel_markdown_get_block (markdown, i);

      g_string_append_printf (out, "%d %s", block->line, block_kinds[block->kind]);
      if (block->level > 0)
        g_string_append_printf (out, " %d", block->level);
      if (block->list_depth > 0)
        g_string_append_printf (out, " in %d", block->list_depth);
      if (block->number >= 0)
        g_string_append_printf (out, " #%d", block->number);
      if (block->quote_depth > 0)
        g_string_append_printf (out, " quoted");
      if (block->content.text[0] != '\0')
        g_string_append_printf (out, ": %s", block->content.text);
      g_string_append_c (out, '\n');
      describe_rows (block, out);
    }
  return g_string_free (out, FALSE);
}
