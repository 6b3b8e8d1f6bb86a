/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks, rows, cells, spans and texts in one array each. While they grow, a pointer to another
 * array is kept as an index; finishing turns the indexes into pointers. */
#define G_LOG_DOMAIN "carrel-block-builder"

#include "config.h"

#include "carrel-block-builder.h"

#include "carrel-entity.h"

#include <string.h>

#define MAX_OPEN_SPANS 32
#define NO_URL         G_MAXUINT
#define BYTES_EACH     32 /* of source, for a block, a row, a cell or a span */

struct _CarrelBlockBuilder
{
  GString *text; /* every text, each ended by NUL */
  GString *urls;
  GArray *spans;   /* of CarrelSpan, url holds an offset */
  GArray *cells;   /* of CarrelInline, its pointers hold offsets */
  GArray *rows;    /* of CarrelTableRow */
  GArray *columns; /* of CarrelAlign */
  GArray *blocks;  /* of CarrelBlock */

  gboolean is_open;
  gsize text_start; /* of the open text */
  guint span_start;
  guint open_spans[MAX_OPEN_SPANS];
  guint n_open;
};

struct _CarrelMarkdown
{
  gatomicrefcount n_refs;
  char *text;
  char *urls;
  CarrelSpan *spans;
  CarrelInline *cells;
  CarrelTableRow *rows;
  CarrelAlign *columns;
  CarrelBlock *blocks;
  guint n_blocks;
};

static CarrelTableRow *
get_last_row (CarrelBlockBuilder *self)
{
  return &g_array_index (self->rows, CarrelTableRow, self->rows->len - 1);
}

/* The replacement of a numeric reference, U+FFFD where there is no such character. */
static gunichar
decode_number (const char *digits)
{
  gboolean is_hex = digits[0] == 'x' || digits[0] == 'X';
  guint64 value = g_ascii_strtoull (digits + (is_hex ? 1 : 0), NULL, is_hex ? 16 : 10);
  gunichar c = value > 0 && value <= 0x10ffff ? (gunichar) value : 0xfffd;

  return g_unichar_validate (c) ? c : 0xfffd;
}

static void
close_all_spans (CarrelBlockBuilder *self)
{
  while (self->n_open > 0)
    {
      self->n_open--;
      if (self->open_spans[self->n_open] != NO_URL)
        g_array_index (self->spans, CarrelSpan, self->open_spans[self->n_open]).end
            = (guint) (self->text->len - self->text_start);
    }
}

/* Cuts white space at the end; spans that reached into it end earlier. */
static void
trim_text (CarrelBlockBuilder *self)
{
  gsize length = self->text->len;
  guint end;

  while (length > self->text_start && g_ascii_isspace (self->text->str[length - 1]))
    length--;
  if (length == self->text->len)
    return;
  g_string_truncate (self->text, length);
  end = (guint) (length - self->text_start);
  for (guint i = self->span_start; i < self->spans->len; i++)
    {
      CarrelSpan *span = &g_array_index (self->spans, CarrelSpan, i);

      span->end = MIN (span->end, end);
      span->start = MIN (span->start, end);
    }
}

/* Ends the open text and says where it is, as offsets. */
static CarrelInline
take_text (CarrelBlockBuilder *self)
{
  CarrelInline content;

  close_all_spans (self);
  trim_text (self);
  g_string_append_c (self->text, '\0');
  content.text = GSIZE_TO_POINTER (self->text_start);
  content.spans = GSIZE_TO_POINTER ((gsize) self->span_start);
  content.n_spans = self->spans->len - self->span_start;
  self->is_open = FALSE;
  return content;
}

static void
resolve_inline (CarrelMarkdown *markdown, CarrelInline *content)
{
  content->text = markdown->text + GPOINTER_TO_SIZE (content->text);
  content->spans
      = content->n_spans > 0 ? markdown->spans + GPOINTER_TO_SIZE (content->spans) : NULL;
}

static void
resolve_block (CarrelMarkdown *markdown, CarrelBlock *block, const CarrelBlock *next)
{
  resolve_inline (markdown, &block->content);
  block->info = block->info != NULL ? markdown->urls + GPOINTER_TO_SIZE (block->info) : NULL;
  block->rows = block->n_rows > 0 ? markdown->rows + GPOINTER_TO_SIZE (block->rows) : NULL;
  block->columns
      = block->n_columns > 0 ? markdown->columns + GPOINTER_TO_SIZE (block->columns) : NULL;
  if (block->line == 0)
    block->line = next != NULL ? next->line : 1;
  block->last_line = MAX (block->last_line, block->line);
}

static void
resolve (CarrelMarkdown *markdown, guint n_spans, guint n_cells, guint n_rows)
{
  const CarrelBlock *next = NULL;

  for (guint i = 0; i < n_spans; i++)
    {
      gsize url = GPOINTER_TO_SIZE (markdown->spans[i].url);

      markdown->spans[i].url = url == NO_URL ? NULL : markdown->urls + url;
    }
  for (guint i = 0; i < n_cells; i++)
    resolve_inline (markdown, &markdown->cells[i]);
  for (guint i = 0; i < n_rows; i++)
    markdown->rows[i].cells = markdown->cells + GPOINTER_TO_SIZE (markdown->rows[i].cells);
  for (guint i = markdown->n_blocks; i > 0; i--)
    {
      resolve_block (markdown, &markdown->blocks[i - 1], next);
      next = &markdown->blocks[i - 1];
    }
}

/* Room for what a source of that size may hold: growing moves what is there, room that stays
 * unused is never touched and given back in the end. */
static GArray *
new_array (guint element_size, gsize size_hint)
{
  return g_array_sized_new (FALSE, FALSE, element_size, (guint) (size_hint / BYTES_EACH));
}

static gpointer
take_array (GArray **array)
{
  GArray *taken = g_steal_pointer (array);
  gsize n_bytes = (gsize) taken->len * g_array_get_element_size (taken);

  return g_realloc (g_array_free (taken, FALSE), n_bytes);
}

/**
 * carrel_block_builder_new:
 * @size_hint: bytes of the source
 *
 * Returns: (transfer full): a builder without blocks
 */
CarrelBlockBuilder *
carrel_block_builder_new (gsize size_hint)
{
  CarrelBlockBuilder *self = g_new0 (CarrelBlockBuilder, 1);

  self->text = g_string_sized_new (size_hint + 64);
  self->urls = g_string_sized_new (256);
  self->spans = new_array (sizeof (CarrelSpan), size_hint);
  self->cells = new_array (sizeof (CarrelInline), size_hint);
  self->rows = new_array (sizeof (CarrelTableRow), size_hint);
  self->columns = g_array_new (FALSE, FALSE, sizeof (CarrelAlign));
  self->blocks = new_array (sizeof (CarrelBlock), size_hint);
  g_string_append_c (self->text, '\0'); /* the text of a block without one */
  g_string_append_c (self->urls, '\0'); /* so that no offset is NULL */
  return self;
}

/**
 * carrel_block_builder_free:
 * @self: (transfer full) (nullable): a builder
 */
void
carrel_block_builder_free (CarrelBlockBuilder *self)
{
  if (self == NULL)
    return;
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  if (self->urls != NULL)
    g_string_free (self->urls, TRUE);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_free (self);
}

/**
 * carrel_block_builder_add:
 * @self: a builder
 * @kind: what the block is
 * @line: its first line, or 0 for the line of the block that follows
 *
 * Ends the open text and starts a block without text.
 *
 * Returns: (transfer none): the block, until the next one is added
 */
CarrelBlock *
carrel_block_builder_add (CarrelBlockBuilder *self, CarrelBlockKind kind, int line)
{
  CarrelBlock block = { .kind = kind, .line = line, .number = -1 };

  if (self->is_open)
    carrel_block_builder_close_text (self);
  block.rows = GSIZE_TO_POINTER ((gsize) self->rows->len);
  block.columns = GSIZE_TO_POINTER ((gsize) self->columns->len);
  g_array_append_val (self->blocks, block);
  return carrel_block_builder_get_last (self);
}

/**
 * carrel_block_builder_get_last:
 * @self: a builder
 *
 * Returns: (transfer none) (nullable): the block that was added last
 */
CarrelBlock *
carrel_block_builder_get_last (CarrelBlockBuilder *self)
{
  if (self->blocks->len == 0)
    return NULL;
  return &g_array_index (self->blocks, CarrelBlock, self->blocks->len - 1);
}

/**
 * carrel_block_builder_get_n_blocks:
 * @self: a builder
 *
 * Returns: the number of blocks so far
 */
guint
carrel_block_builder_get_n_blocks (CarrelBlockBuilder *self)
{
  return self->blocks->len;
}

/**
 * carrel_block_builder_open_text:
 * @self: a builder
 *
 * Starts a text, which becomes that of the last block or of a new cell.
 */
void
carrel_block_builder_open_text (CarrelBlockBuilder *self)
{
  self->is_open = TRUE;
  self->text_start = self->text->len;
  self->span_start = self->spans->len;
  self->n_open = 0;
}

/**
 * carrel_block_builder_is_open:
 * @self: a builder
 *
 * Returns: whether a text is open
 */
gboolean
carrel_block_builder_is_open (CarrelBlockBuilder *self)
{
  return self->is_open;
}

/**
 * carrel_block_builder_is_empty:
 * @self: a builder
 *
 * Returns: whether a text is open and has no bytes yet
 */
gboolean
carrel_block_builder_is_empty (CarrelBlockBuilder *self)
{
  return self->is_open && self->text->len == self->text_start;
}

/**
 * carrel_block_builder_add_text:
 * @self: a builder with an open text
 * @text: UTF-8
 * @length: its bytes
 */
void
carrel_block_builder_add_text (CarrelBlockBuilder *self, const char *text, gsize length)
{
  g_string_append_len (self->text, text, (gssize) length);
}

/**
 * carrel_block_builder_add_entity:
 * @self: a builder with an open text
 * @text: a character reference such as "&amp;" or "&#8211;"
 * @length: its bytes
 *
 * Adds the character, or the reference as it is when it has no meaning.
 */
void
carrel_block_builder_add_entity (CarrelBlockBuilder *self, const char *text, gsize length)
{
  g_autofree char *name = length > 2 ? g_strndup (text + 1, length - 2) : g_strdup ("");
  gunichar c = name[0] == '#' ? decode_number (name + 1) : carrel_entity_find (name);

  if (c != 0)
    g_string_append_unichar (self->text, c);
  else
    g_string_append_len (self->text, text, (gssize) length);
}

/**
 * carrel_block_builder_add_break:
 * @self: a builder with an open text
 * @with: " " or "\n"
 *
 * Adds a break, but none at the start of a text and no second one.
 */
void
carrel_block_builder_add_break (CarrelBlockBuilder *self, const char *with)
{
  gsize length = self->text->len;

  while (length > self->text_start && self->text->str[length - 1] == ' ')
    length--;
  if (length == self->text_start)
    return;
  if (with[0] == '\n')
    g_string_truncate (self->text, length);
  if (self->text->str[self->text->len - 1] != '\n' && self->text->str[self->text->len - 1] != ' ')
    g_string_append (self->text, with);
}

/**
 * carrel_block_builder_open_span:
 * @self: a builder with an open text
 * @kind: what the span is
 * @url: (nullable): where a link or an image points
 * @length: bytes of @url
 */
void
carrel_block_builder_open_span (CarrelBlockBuilder *self,
                                CarrelSpanKind kind,
                                const char *url,
                                gsize length)
{
  guint start = (guint) (self->text->len - self->text_start);
  CarrelSpan span = { .kind = kind, .start = start, .end = start };

  if (self->n_open == MAX_OPEN_SPANS)
    return;
  span.url = GSIZE_TO_POINTER (url != NULL ? self->urls->len : (gsize) NO_URL);
  if (url != NULL)
    {
      g_string_append_len (self->urls, url, (gssize) length);
      g_string_append_c (self->urls, '\0');
    }
  self->open_spans[self->n_open] = self->spans->len;
  self->n_open++;
  g_array_append_val (self->spans, span);
}

/**
 * carrel_block_builder_close_span:
 * @self: a builder
 * @kind: what the span is
 *
 * Ends the innermost open span of @kind, if there is one.
 */
void
carrel_block_builder_close_span (CarrelBlockBuilder *self, CarrelSpanKind kind)
{
  for (guint i = self->n_open; i > 0; i--)
    {
      CarrelSpan *span = &g_array_index (self->spans, CarrelSpan, self->open_spans[i - 1]);

      if (span->kind != kind)
        continue;
      span->end = (guint) (self->text->len - self->text_start);
      memmove (self->open_spans + i - 1, self->open_spans + i, (self->n_open - i) * sizeof (guint));
      self->n_open--;
      return;
    }
}

/**
 * carrel_block_builder_close_text:
 * @self: a builder with an open text
 *
 * Ends the text, which is that of the last block.
 */
void
carrel_block_builder_close_text (CarrelBlockBuilder *self)
{
  carrel_block_builder_get_last (self)->content = take_text (self);
}

/**
 * carrel_block_builder_open_row:
 * @self: a builder whose last block is a table
 * @line: where the row is, or 0 until it is known
 * @is_header: whether it names the columns
 */
void
carrel_block_builder_open_row (CarrelBlockBuilder *self, int line, gboolean is_header)
{
  CarrelTableRow row = { .line = line, .is_header = is_header };

  row.cells = GSIZE_TO_POINTER ((gsize) self->cells->len);
  g_array_append_val (self->rows, row);
  carrel_block_builder_get_last (self)->n_rows++;
}

/**
 * carrel_block_builder_set_row_header:
 * @self: a builder with an open row
 *
 * Marks the row as one that names the columns.
 */
void
carrel_block_builder_set_row_header (CarrelBlockBuilder *self)
{
  get_last_row (self)->is_header = TRUE;
}

/**
 * carrel_block_builder_set_row_line:
 * @self: a builder with an open row
 * @line: where it is
 *
 * Does nothing when the line is known.
 */
void
carrel_block_builder_set_row_line (CarrelBlockBuilder *self, int line)
{
  CarrelTableRow *row = get_last_row (self);

  if (row->line == 0)
    row->line = line;
}

/**
 * carrel_block_builder_add_cell:
 * @self: a builder with an open row and an open text
 *
 * Ends the text, which is a cell of the row.
 */
void
carrel_block_builder_add_cell (CarrelBlockBuilder *self)
{
  CarrelInline content = take_text (self);

  g_array_append_val (self->cells, content);
  get_last_row (self)->n_cells++;
}

/**
 * carrel_block_builder_add_column:
 * @self: a builder whose last block is a table
 * @align: of the next column
 */
void
carrel_block_builder_add_column (CarrelBlockBuilder *self, CarrelAlign align)
{
  g_array_append_val (self->columns, align);
  carrel_block_builder_get_last (self)->n_columns++;
}

/**
 * carrel_block_builder_set_info:
 * @self: a builder whose last block is code
 * @text: the words after the fence
 * @length: their bytes
 */
void
carrel_block_builder_set_info (CarrelBlockBuilder *self, const char *text, gsize length)
{
  if (length == 0)
    return;
  carrel_block_builder_get_last (self)->info = GSIZE_TO_POINTER (self->urls->len);
  g_string_append_len (self->urls, text, (gssize) length);
  g_string_append_c (self->urls, '\0');
}

/**
 * carrel_block_builder_finish:
 * @self: a builder, which is only good to be freed afterwards
 *
 * Returns: (transfer full): the blocks
 */
CarrelMarkdown *
carrel_block_builder_finish (CarrelBlockBuilder *self)
{
  CarrelMarkdown *markdown = g_new0 (CarrelMarkdown, 1);
  guint n_cells = self->cells->len;
  guint n_rows = self->rows->len;
  guint n_spans;

  if (self->is_open)
    carrel_block_builder_close_text (self);
  n_spans = self->spans->len;
  g_atomic_ref_count_init (&markdown->n_refs);
  markdown->n_blocks = self->blocks->len;
  markdown->text = g_string_free (g_steal_pointer (&self->text), FALSE);
  markdown->urls = g_string_free (g_steal_pointer (&self->urls), FALSE);
  markdown->spans = take_array (&self->spans);
  markdown->cells = take_array (&self->cells);
  markdown->rows = take_array (&self->rows);
  markdown->columns = take_array (&self->columns);
  markdown->blocks = take_array (&self->blocks);
  resolve (markdown, n_spans, n_cells, n_rows);
  return markdown;
}

/**
 * carrel_markdown_ref:
 * @markdown: a parse
 *
 * Returns: (transfer full): @markdown
 */
CarrelMarkdown *
carrel_markdown_ref (CarrelMarkdown *markdown)
{
  g_atomic_ref_count_inc (&markdown->n_refs);
  return markdown;
}

/**
 * carrel_markdown_unref:
 * @markdown: (transfer full): a parse
 */
void
carrel_markdown_unref (CarrelMarkdown *markdown)
{
  if (!g_atomic_ref_count_dec (&markdown->n_refs))
    return;
  g_free (markdown->text);
  g_free (markdown->urls);
  g_free (markdown->spans);
  g_free (markdown->cells);
  g_free (markdown->rows);
  g_free (markdown->columns);
  g_free (markdown->blocks);
  g_free (markdown);
}

/**
 * carrel_markdown_get_n_blocks:
 * @markdown: a parse
 *
 * Returns: the number of its blocks
 */
guint
carrel_markdown_get_n_blocks (CarrelMarkdown *markdown)
{
  return markdown->n_blocks;
}

/**
 * carrel_markdown_get_block:
 * @markdown: a parse
 * @index: less than the number of blocks
 *
 * Returns: (transfer none): the block, as long as @markdown lives
 */
const CarrelBlock *
carrel_markdown_get_block (CarrelMarkdown *markdown, guint index)
{
  g_return_val_if_fail (index < markdown->n_blocks, NULL);
  return &markdown->blocks[index];
}
