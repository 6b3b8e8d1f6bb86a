/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Markdown through md4c into blocks. The text is cleaned of dialects in a copy, over which the
 * texts of the blocks are written; tables that GFM does not know are spelled anew and read by the
 * same handlers. */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "carrel-markdown"

#include "config.h"

#include "carrel-markdown.h"

#include "carrel-block-builder.h"
#include "carrel-dialect.h"
#include "carrel-html-reader.h"
#include "carrel-line-cursor.h"
#include "carrel-text-table.h"

#include <md4c.h>
#include <string.h>

#define MAX_LENGTH (64 * 1024 * 1024)
#define MAX_BLOCKS (4 * 1024 * 1024)
#define MAX_LISTS  64

typedef struct
{
  CarrelBlockBuilder *builder;
  CarrelMarkdownFlags flags;

  const char *text; /* that md4c reads; behind it, texts are written over it */
  gsize length;
  const char *lines_text; /* the same lines, never written */
  CarrelLineCursor seen;  /* in it */
  const char *noted;      /* the last text with a place, and */
  const char *noted_end;  /* the end of its line; NULL in a new row */
  const CarrelBlock *noted_block;
  GArray *lines; /* of int: the line of each line of a table spelled anew, or NULL */
  gboolean drop_header;

  int numbers[MAX_LISTS]; /* of the next item in each open list */
  guint list_depth;
  guint quote_depth;
  int code_fence;     /* of the open code block: 1 if it has a fence line */
  gboolean is_atx;    /* the last line of the open heading starts with "#" */
  gboolean skip_rows; /* inside of a header that was made up */
  gboolean in_html;
  int html_line;
  GString *html; /* an HTML block or a tag that is not complete */
} Reader;

/* The line of a place in the text; 0 for text that md4c made itself. */
static int
find_line (Reader *reader, const char *place)
{
  CarrelLineCursor *seen = &reader->seen;

  if (place < reader->text || place >= reader->text + reader->length)
    return 0;
  carrel_line_cursor_move (seen, seen->text + (place - reader->text));
  if (reader->lines == NULL)
    return seen->number;
  return g_array_index (reader->lines, int, MIN ((guint) seen->number, reader->lines->len) - 1);
}

/* Whether the line of the last text starts with "#": then it is no underlined heading. To be asked
 * before text of that line is written. */
static gboolean
is_atx (Reader *reader, int level)
{
  const char *at = reader->text + (reader->seen.start - reader->lines_text);
  const char *end = reader->text + reader->length;
  gsize n;

  while (at < end && *at != '\n' && *at != '\0' && strchr (" \t>*+-0123456789.)", *at) != NULL)
    at++;
  n = strspn (at, "#");
  return (int) n == level && (at[n] == ' ' || at[n] == '\t' || at[n] == '\n' || at[n] == '\0');
}

/* Whether the open block or row is known to have text in this line. */
static gboolean
is_noted (const Reader *reader, const CarrelBlock *block, const char *at)
{
  return at >= reader->noted && at < reader->noted_end && block == reader->noted_block;
}

/* Notes that the open block or row has text here. */
static void
note_place (Reader *reader, const char *at)
{
  CarrelBlock *block = carrel_block_builder_get_last (reader->builder);
  int line = is_noted (reader, block, at) ? 0 : find_line (reader, at);

  if (line == 0 || block == NULL)
    return;
  reader->noted = at;
  reader->noted_end = reader->text + (reader->seen.end - reader->lines_text);
  reader->noted_block = block;
  if (block->line == 0)
    block->line = MAX (line - (block->kind == CARREL_BLOCK_CODE ? reader->code_fence : 0), 1);
  if (block->kind == CARREL_BLOCK_HEADING && block->last_line != line)
    reader->is_atx = is_atx (reader, block->level);
  block->last_line = line;
  if (block->kind == CARREL_BLOCK_TABLE && block->n_rows > 0)
    carrel_block_builder_set_row_line (reader->builder, line);
}

static CarrelBlock *
add_block (Reader *reader, CarrelBlockKind kind)
{
  CarrelBlock *block = carrel_block_builder_add (reader->builder, kind, 0);

  block->list_depth = (guint8) MIN (reader->list_depth, G_MAXUINT8);
  block->quote_depth = (guint8) MIN (reader->quote_depth, G_MAXUINT8);
  return block;
}

static void
open_block (Reader *reader, CarrelBlockKind kind)
{
  add_block (reader, kind);
  carrel_block_builder_open_text (reader->builder);
}

static void
open_list (Reader *reader, int number)
{
  if (reader->list_depth < MAX_LISTS)
    reader->numbers[reader->list_depth] = number;
  reader->list_depth++;
}

static void
open_item (Reader *reader, void *data)
{
  const MD_BLOCK_LI_DETAIL *detail = data;
  guint list = MIN (reader->list_depth, MAX_LISTS) - 1;
  CarrelBlock *block = add_block (reader, CARREL_BLOCK_LIST_ITEM);

  block->number = reader->numbers[list];
  if (reader->numbers[list] >= 0)
    reader->numbers[list]++;
  if (detail->is_task)
    block->task = detail->task_mark == ' ' ? CARREL_TASK_OPEN : CARREL_TASK_DONE;
  carrel_block_builder_open_text (reader->builder);
}

/* The first paragraph of an item is the text of the item. */
static void
open_paragraph (Reader *reader, void *detail)
{
  const CarrelBlock *last = carrel_block_builder_get_last (reader->builder);

  if (carrel_block_builder_is_empty (reader->builder) && last->kind == CARREL_BLOCK_LIST_ITEM
      && last->list_depth == reader->list_depth && last->quote_depth == reader->quote_depth)
    return;
  open_block (reader, CARREL_BLOCK_PARAGRAPH);
}

static void
open_code (Reader *reader, void *data)
{
  const MD_BLOCK_CODE_DETAIL *detail = data;

  open_block (reader, CARREL_BLOCK_CODE);
  carrel_block_builder_set_info (reader->builder, detail->info.text, detail->info.size);
  reader->code_fence = detail->fence_char != 0 ? 1 : 0;
}

/* The line of a rule or of an empty heading, which have no text: the next line with such a mark. */
static int
find_next_line (Reader *reader, const char *marks)
{
  const char *end = reader->text + reader->length;
  const char *line = reader->seen.start;
  const char *lines_end = reader->lines_text + reader->length;
  const char *at;

  if (line > reader->lines_text || carrel_block_builder_get_n_blocks (reader->builder) > 1)
    line = memchr (line, '\n', (gsize) (lines_end - line));
  /* Where that line ended may be written over. */
  if (line != NULL && *line == '\n')
    line++;
  at = line != NULL ? reader->text + (line - reader->lines_text) : end;
  while (at < end)
    {
      at += strspn (at, " \t\r\n>");
      if (at < end && strchr (marks, *at) != NULL)
        return find_line (reader, at);
      at += strcspn (at, "\n");
    }
  return 0;
}

static void
add_rule (Reader *reader, void *detail)
{
  CarrelBlock *block = add_block (reader, CARREL_BLOCK_RULE);

  block->line = find_next_line (reader, "-*_");
}

static void
close_heading (Reader *reader)
{
  CarrelBlock *block;

  carrel_block_builder_close_text (reader->builder);
  block = carrel_block_builder_get_last (reader->builder);
  if (block->line == 0)
    block->line = block->last_line = find_next_line (reader, "#");
  else if (!reader->is_atx)
    block->last_line++;
}

static void
close_html (Reader *reader)
{
  CarrelHtmlPlace place = { .line = reader->html_line };

  place.list_depth = (guint8) MIN (reader->list_depth, G_MAXUINT8);
  place.quote_depth = (guint8) MIN (reader->quote_depth, G_MAXUINT8);
  reader->in_html = FALSE;
  carrel_html_reader_add_blocks (reader->builder, reader->html->str, reader->html->len, &place);
  g_string_truncate (reader->html, 0);
}

static void
open_html (Reader *reader, void *detail)
{
  if (carrel_block_builder_is_open (reader->builder))
    carrel_block_builder_close_text (reader->builder);
  g_string_truncate (reader->html, 0);
  reader->in_html = TRUE;
  reader->html_line = 0;
}

static void
open_quote (Reader *reader, void *detail)
{
  reader->quote_depth++;
}

static void
open_bullets (Reader *reader, void *detail)
{
  open_list (reader, -1);
}

static void
open_numbers (Reader *reader, void *detail)
{
  open_list (reader, (int) ((MD_BLOCK_OL_DETAIL *) detail)->start);
}

static void
open_heading (Reader *reader, void *detail)
{
  open_block (reader, CARREL_BLOCK_HEADING);
  carrel_block_builder_get_last (reader->builder)->level
      = (guint8) ((MD_BLOCK_H_DETAIL *) detail)->level;
}

static void
open_table (Reader *reader, void *detail)
{
  add_block (reader, CARREL_BLOCK_TABLE);
}

static void
open_header (Reader *reader, void *detail)
{
  reader->skip_rows = reader->drop_header;
}

static void
open_row (Reader *reader, void *detail)
{
  reader->noted_end = NULL;
  if (!reader->skip_rows)
    carrel_block_builder_open_row (reader->builder, 0, FALSE);
}

static void
open_header_cell (Reader *reader, void *detail)
{
  carrel_block_builder_add_column (reader->builder,
                                   (CarrelAlign) ((MD_BLOCK_TD_DETAIL *) detail)->align);
  carrel_block_builder_open_text (reader->builder);
}

static void
open_cell (Reader *reader, void *detail)
{
  carrel_block_builder_open_text (reader->builder);
}

static int
on_block_entered_cb (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  static void (*const handlers[MD_BLOCK_TD + 1]) (Reader *, void *) = {
    [MD_BLOCK_QUOTE] = open_quote,    [MD_BLOCK_UL] = open_bullets,   [MD_BLOCK_OL] = open_numbers,
    [MD_BLOCK_LI] = open_item,        [MD_BLOCK_HR] = add_rule,       [MD_BLOCK_H] = open_heading,
    [MD_BLOCK_CODE] = open_code,      [MD_BLOCK_HTML] = open_html,    [MD_BLOCK_P] = open_paragraph,
    [MD_BLOCK_TABLE] = open_table,    [MD_BLOCK_THEAD] = open_header, [MD_BLOCK_TR] = open_row,
    [MD_BLOCK_TH] = open_header_cell, [MD_BLOCK_TD] = open_cell,
  };
  Reader *reader = user_data;

  if (handlers[type] != NULL)
    handlers[type](reader, detail);
  return carrel_block_builder_get_n_blocks (reader->builder) > MAX_BLOCKS;
}

static void
close_cell (Reader *reader, gboolean is_header)
{
  if (reader->skip_rows)
    {
      carrel_block_builder_close_text (reader->builder);
      carrel_block_builder_get_last (reader->builder)->content = (CarrelInline){ .text = "" };
      return;
    }
  if (is_header)
    carrel_block_builder_set_row_header (reader->builder);
  carrel_block_builder_add_cell (reader->builder, FALSE);
}

static void
close_list (Reader *reader)
{
  if (carrel_block_builder_is_open (reader->builder))
    carrel_block_builder_close_text (reader->builder);
  reader->list_depth--;
}

static int
on_block_left_cb (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  Reader *reader = user_data;

  switch (type)
    {
    case MD_BLOCK_QUOTE:
      reader->quote_depth--;
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      close_list (reader);
      break;
    case MD_BLOCK_H:
      close_heading (reader);
      break;
    case MD_BLOCK_LI:
    case MD_BLOCK_P:
    case MD_BLOCK_CODE:
      if (carrel_block_builder_is_open (reader->builder))
        carrel_block_builder_close_text (reader->builder);
      break;
    case MD_BLOCK_HTML:
      close_html (reader);
      break;
    case MD_BLOCK_THEAD:
      reader->skip_rows = FALSE;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      close_cell (reader, type == MD_BLOCK_TH);
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
    default:
      break;
    }
  return 0;
}

/* Returns a CarrelSpanKind, or -1. */
static int
get_span_kind (MD_SPANTYPE type)
{
  static const int kinds[MD_SPAN_U + 1] = {
    [MD_SPAN_EM] = CARREL_SPAN_EMPHASIS + 1, [MD_SPAN_STRONG] = CARREL_SPAN_STRONG + 1,
    [MD_SPAN_A] = CARREL_SPAN_LINK + 1,      [MD_SPAN_IMG] = CARREL_SPAN_IMAGE + 1,
    [MD_SPAN_CODE] = CARREL_SPAN_CODE + 1,   [MD_SPAN_DEL] = CARREL_SPAN_STRUCK + 1,
  };

  return type < G_N_ELEMENTS (kinds) ? kinds[type] - 1 : -1;
}

/* Text in a tight list that follows a nested block has no paragraph of its own. */
static void
ensure_open (Reader *reader)
{
  if (!carrel_block_builder_is_open (reader->builder))
    open_block (reader, CARREL_BLOCK_PARAGRAPH);
}

static int
on_span_entered_cb (MD_SPANTYPE type, void *detail, void *user_data)
{
  Reader *reader = user_data;
  int kind = get_span_kind (type);
  const MD_ATTRIBUTE *url = NULL;

  ensure_open (reader);
  if (kind == CARREL_SPAN_LINK)
    url = &((MD_SPAN_A_DETAIL *) detail)->href;
  else if (kind == CARREL_SPAN_IMAGE)
    url = &((MD_SPAN_IMG_DETAIL *) detail)->src;
  if (kind >= 0)
    carrel_block_builder_open_span (reader->builder, (CarrelSpanKind) kind,
                                    url == NULL         ? NULL
                                    : url->text == NULL ? ""
                                                        : url->text,
                                    url != NULL ? url->size : 0);
  return 0;
}

static int
on_span_left_cb (MD_SPANTYPE type, void *detail, void *user_data)
{
  Reader *reader = user_data;
  int kind = get_span_kind (type);

  if (kind >= 0)
    carrel_block_builder_close_span (reader->builder, (CarrelSpanKind) kind);
  return 0;
}

/* A tag between words may come in pieces, one a line. */
static void
add_inline_html (Reader *reader, const char *text, gsize length)
{
  g_string_append_len (reader->html, text, (gssize) length);
  if (reader->html->str[reader->html->len - 1] != '>')
    return;
  carrel_html_reader_add_tag (reader->builder, reader->html->str, reader->html->len);
  g_string_truncate (reader->html, 0);
}

static void
add_block_html (Reader *reader, const char *text, gsize length)
{
  if (reader->html_line == 0)
    reader->html_line = find_line (reader, text);
  g_string_append_len (reader->html, text, (gssize) length);
}

static int
on_text_cb (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user_data)
{
  Reader *reader = user_data;

  if (reader->in_html)
    {
      add_block_html (reader, text, size);
      return 0;
    }
  ensure_open (reader);
  if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
    {
      gboolean is_line = type == MD_TEXT_BR || (reader->flags & CARREL_MARKDOWN_KEEP_LINES) != 0;

      carrel_block_builder_add_break (reader->builder, is_line ? "\n" : " ");
      return 0;
    }
  note_place (reader, text);
  if (type == MD_TEXT_NULLCHAR)
    carrel_block_builder_add_text (reader->builder, "\357\277\275", 3);
  else if (type == MD_TEXT_ENTITY)
    carrel_block_builder_add_entity (reader->builder, text, size);
  else if (type == MD_TEXT_HTML && size > 0)
    add_inline_html (reader, text, size);
  else
    carrel_block_builder_add_text (reader->builder, text, size);
  return 0;
}

static gboolean
run_md4c (Reader *reader, const char *text, gsize length, int line, GError **error)
{
  const MD_PARSER parser = {
    .flags
    = MD_DIALECT_GITHUB
      | ((reader->flags & CARREL_MARKDOWN_TIGHT_HEADINGS) != 0 ? MD_FLAG_PERMISSIVEATXHEADERS : 0),
    .enter_block = on_block_entered_cb,
    .leave_block = on_block_left_cb,
    .enter_span = on_span_entered_cb,
    .leave_span = on_span_left_cb,
    .text = on_text_cb,
  };
  int result;

  reader->text = text;
  reader->length = length;
  reader->noted_end = NULL;
  carrel_line_cursor_init (&reader->seen, reader->lines_text, length, line);
  result = md_parse (text, (MD_SIZE) length, &parser, reader);
  if (result == 0)
    return TRUE;
  g_set_error (error, carrel_markdown_error_quark (), 0,
               result > 0 ? "the text has more than %d paragraphs: split it into several files"
                          : "the text of up to %d paragraphs needs more memory than there is",
               MAX_BLOCKS);
  return FALSE;
}

static int
count_lines (const char *text, gsize from, gsize until)
{
  int n_lines = 0;

  for (const char *at = text + from; at < text + until; at++)
    {
      at = memchr (at, '\n', (gsize) (text + until - at));
      if (at == NULL)
        break;
      n_lines++;
    }
  return n_lines;
}

static gboolean
read_table (
    Reader *reader, const char *text, const CarrelTextTable *table, int line, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *gfm = NULL;
  gboolean has_header = TRUE;
  gboolean done;

  if (table->kind == CARREL_TEXT_TABLE_HTML)
    {
      CarrelHtmlPlace place = { .line = line };

      carrel_html_reader_add_blocks (reader->builder, text + table->start,
                                     table->end - table->start, &place);
      return TRUE;
    }
  gfm = carrel_text_table_to_gfm (text, table, lines, &has_header);
  for (guint i = 0; i < lines->len; i++)
    g_array_index (lines, int, i) += line;
  reader->lines_text = gfm;
  reader->lines = lines;
  reader->drop_header = !has_header;
  done = run_md4c (reader, gfm, strlen (gfm), 1, error);
  reader->lines = NULL;
  reader->drop_header = FALSE;
  return done;
}

/* Reads @text, a copy of @source that is written over meanwhile. */
static gboolean
read_all (Reader *reader, const char *source, const char *text, gsize length, GError **error)
{
  CarrelTextTable table = { 0 };
  gsize at = 0;
  int line = 1;

  while (carrel_text_table_find (text, length, at, &table))
    {
      reader->lines_text = source + at;
      if (!run_md4c (reader, text + at, table.start - at, line, error))
        return FALSE;
      line += count_lines (source, at, table.start);
      if (!read_table (reader, text, &table, line, error))
        return FALSE;
      line += count_lines (source, table.start, table.end);
      at = table.end;
    }
  reader->lines_text = source + at;
  return run_md4c (reader, text + at, length - at, line, error);
}

/**
 * carrel_markdown_error_quark:
 *
 * Returns: the domain of the errors of this parser
 */
GQuark
carrel_markdown_error_quark (void)
{
  return g_quark_from_static_string ("carrel-markdown-error");
}

/**
 * carrel_markdown_parse:
 * @text: UTF-8 text; must be valid
 * @length: its bytes, or -1 if it ends with NUL
 * @flags: what is more than CommonMark and GFM
 * @error: where to put why it failed: too long, too many blocks
 *
 * Returns: (transfer full) (nullable): the blocks of @text in source order
 */
CarrelMarkdown *
carrel_markdown_parse (const char *text, gssize length, CarrelMarkdownFlags flags, GError **error)
{
  return carrel_markdown_parse_after (text, length < 0 ? strlen (text) : (gsize) length, 0, flags,
                                      error);
}

/**
 * carrel_markdown_parse_after:
 * @text: UTF-8 text; must be valid
 * @length: its bytes
 * @start: how many of them are no Markdown, such as front matter
 * @flags: what is more than CommonMark and GFM
 * @error: where to put why it failed: too long, too many blocks
 *
 * Returns: (transfer full) (nullable): the blocks after @start, with their lines in all of @text
 */
CarrelMarkdown *
carrel_markdown_parse_after (
    const char *text, gsize length, gsize start, CarrelMarkdownFlags flags, GError **error)
{
  g_autoptr (CarrelBlockBuilder) builder = NULL;
  Reader reader = { .flags = flags };
  gboolean done;
  char *copy;

  if (length > MAX_LENGTH)
    {
      g_set_error (error, carrel_markdown_error_quark (), 0,
                   "the text has %" G_GSIZE_FORMAT " bytes: the limit is %d", length, MAX_LENGTH);
      return NULL;
    }
  builder = carrel_block_builder_new (text, length);
  copy = carrel_block_builder_get_source (builder);
  for (gsize i = 0; i < start; i++)
    copy[i] = copy[i] == '\n' ? '\n' : ' ';
  carrel_dialect_clean (copy, length, flags);
  reader.builder = builder;
  reader.html = g_string_new (NULL);
  done = read_all (&reader, text, copy, length, error);
  g_string_free (reader.html, TRUE);
  return done ? carrel_block_builder_finish (builder) : NULL;
}
