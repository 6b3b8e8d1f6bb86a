/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is open grows in arrays that are used again and again; what is complete goes into an arena,
 * where nothing moves. */
#define G_LOG_DOMAIN "carrel-block-builder"

#include "config.h"

#include "carrel-block-builder.h"

#include "carrel-arena.h"
#include "carrel-entity.h"
#include "carrel-source-text.h"

#include <string.h>

#define MAX_OPEN_SPANS 32

struct _CarrelBlockBuilder
{
  CarrelMarkdown *markdown;
  CarrelBlock *last;     /* of the blocks, or NULL */
  guint n_lineless;      /* the last ones, which wait for a line */
  CarrelSourceText text; /* that is open */
  GArray *spans;         /* of CarrelSpan, of the open text */
  GArray *cells;         /* of CarrelInline, of the last row */
  GArray *rows;          /* of CarrelTableRow, of the last table */
  GArray *columns;       /* of CarrelAlign, of the last table */

  gboolean is_open;
  gboolean is_broken; /* the text ends with a line break that was written as one */
  guint open_spans[MAX_OPEN_SPANS];
  guint n_open;
};

struct _CarrelMarkdown
{
  gatomicrefcount n_refs;
  CarrelArena *arena;
  CarrelArenaList blocks; /* of CarrelBlock */
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
      g_array_index (self->spans, CarrelSpan, self->open_spans[self->n_open]).end
          = (guint) self->text.length;
    }
}

/* Cuts white space at the end; spans that reached into it end earlier. */
static void
trim_text (CarrelBlockBuilder *self)
{
  gsize length = self->text.length;

  while (length > 0 && g_ascii_isspace (self->text.text[length - 1]))
    length--;
  if (length == self->text.length)
    return;
  carrel_source_text_truncate (&self->text, length);
  for (guint i = 0; i < self->spans->len; i++)
    {
      CarrelSpan *span = &g_array_index (self->spans, CarrelSpan, i);

      span->end = MIN (span->end, (guint) length);
      span->start = MIN (span->start, (guint) length);
    }
}

/* Copies an array into the arena and empties it. */
static gpointer
take_array (CarrelBlockBuilder *self, GArray *array)
{
  gsize size = (gsize) array->len * g_array_get_element_size (array);
  gpointer copy = carrel_arena_copy (self->markdown->arena, array->data, size);

  g_array_set_size (array, 0);
  return copy;
}

static CarrelInline
take_text (CarrelBlockBuilder *self)
{
  CarrelInline content = { 0 };

  close_all_spans (self);
  trim_text (self);
  content.text = carrel_source_text_close (&self->text, self->markdown->arena);
  content.n_spans = self->spans->len;
  if (content.n_spans > 0)
    content.spans = take_array (self, self->spans);
  self->is_open = FALSE;
  return content;
}

/* Whether a cell is nothing but a line: "---", ":--:". */
static gboolean
is_rule (const CarrelInline *cell)
{
  gsize n = *cell->text == '-' || *cell->text == ':' || *cell->text == '='
                ? strspn (cell->text, "-:=")
                : 0;

  return n >= 3 && cell->text[n] == '\0';
}

/* Whether the last row is nothing but lines, as kramdown has them between the bodies of a table and
 * below the last. */
static gboolean
is_rule_row (CarrelBlockBuilder *self)
{
  guint n_rules = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const CarrelInline *cell = &g_array_index (self->cells, CarrelInline, i);

      if (is_rule (cell))
        n_rules++;
      else if (cell->text[0] != '\0')
        return FALSE;
    }
  return n_rules > 0 && !get_last_row (self)->is_header;
}

static void
close_row (CarrelBlockBuilder *self)
{
  if (is_rule_row (self))
    {
      g_array_set_size (self->cells, 0);
      g_array_set_size (self->rows, self->rows->len - 1);
      self->last->n_rows--;
    }
  else if (self->cells->len > 0)
    get_last_row (self)->cells = take_array (self, self->cells);
}

/* From a row to the next one; below a header there is a line of dashes. */
static int
get_row_step (const CarrelTableRow *row)
{
  return row[0].is_header && !row[1].is_header ? 2 : 1;
}

/* A row without text stands beside the others. */
static void
set_row_lines (CarrelBlock *block)
{
  CarrelTableRow *rows = (CarrelTableRow *) block->rows;

  for (guint i = 1; i < block->n_rows; i++)
    if (rows[i].line == 0 && rows[i - 1].line > 0)
      rows[i].line = rows[i - 1].line + get_row_step (rows + i - 1);
  for (guint i = block->n_rows; i > 1; i--)
    if (rows[i - 2].line == 0)
      rows[i - 2].line = MAX (rows[i - 1].line - get_row_step (rows + i - 2), 0);
  if (block->n_rows > 0)
    block->line = rows[0].line;
}

static void
close_table (CarrelBlockBuilder *self)
{
  if (self->rows->len > 0)
    {
      close_row (self);
      self->last->rows = take_array (self, self->rows);
    }
  if (self->columns->len > 0)
    self->last->columns = take_array (self, self->columns);
  if (self->last->n_rows > 0 && !self->last->is_html)
    set_row_lines (self->last);
}

/* Gives a line to the last blocks, which wait for one. */
static void
set_lines (CarrelBlockBuilder *self, int line)
{
  const CarrelArenaList *blocks = &self->markdown->blocks;

  for (; self->n_lineless > 0; self->n_lineless--)
    {
      CarrelBlock *block = carrel_arena_list_get (blocks, blocks->length - self->n_lineless);

      block->line = line;
      block->last_line = MAX (block->last_line, line);
    }
}

/* Ends the last block. A block without a line of its own has that of the next one. */
static void
close_block (CarrelBlockBuilder *self)
{
  if (self->last == NULL)
    return;
  if (self->is_open)
    carrel_block_builder_close_text (self);
  if (self->last->kind == CARREL_BLOCK_TABLE)
    close_table (self);
  self->n_lineless++;
  if (self->last->line != 0)
    set_lines (self, self->last->line);
}

/**
 * carrel_block_builder_new:
 * @source: (nullable): what texts are read from
 * @length: its bytes
 *
 * Copies @source. Texts that are added in pieces of the copy, in their order, are written over it.
 *
 * Returns: (transfer full): a builder without blocks
 */
CarrelBlockBuilder *
carrel_block_builder_new (const char *source, gsize length)
{
  CarrelBlockBuilder *self = g_new0 (CarrelBlockBuilder, 1);
  CarrelMarkdown *markdown = g_new0 (CarrelMarkdown, 1);

  g_atomic_ref_count_init (&markdown->n_refs);
  markdown->arena = carrel_arena_new ();
  markdown->blocks.arena = markdown->arena;
  markdown->blocks.element_size = sizeof (CarrelBlock);
  self->markdown = markdown;
  carrel_source_text_init (
      &self->text, source != NULL ? carrel_arena_copy_text (markdown->arena, source, length) : NULL,
      length);
  self->spans = g_array_new (FALSE, FALSE, sizeof (CarrelSpan));
  self->cells = g_array_new (FALSE, FALSE, sizeof (CarrelInline));
  self->rows = g_array_new (FALSE, FALSE, sizeof (CarrelTableRow));
  self->columns = g_array_new (FALSE, FALSE, sizeof (CarrelAlign));
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
  g_clear_pointer (&self->markdown, carrel_markdown_unref);
  carrel_source_text_clear (&self->text);
  g_array_unref (self->spans);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_free (self);
}

/**
 * carrel_block_builder_get_source:
 * @self: a builder
 *
 * Returns: (transfer none) (nullable): the copy of the source, ended by NUL, to be cleaned before
 *   it is read
 */
char *
carrel_block_builder_get_source (CarrelBlockBuilder *self)
{
  return self->text.source;
}

/**
 * carrel_block_builder_add:
 * @self: a builder
 * @kind: what the block is
 * @line: its first line, or 0 for the line of the block that follows
 *
 * Ends the open text and starts a block without text.
 *
 * Returns: (transfer none): the block
 */
CarrelBlock *
carrel_block_builder_add (CarrelBlockBuilder *self, CarrelBlockKind kind, int line)
{
  CarrelBlock *block;

  close_block (self);
  block = carrel_arena_list_add (&self->markdown->blocks);
  *block = (CarrelBlock){ .kind = kind, .line = line, .number = -1, .content.text = "" };
  self->last = block;
  return block;
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
  return self->last;
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
  return self->markdown->blocks.length;
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
  self->is_broken = FALSE;
  carrel_source_text_open (&self->text);
  if (self->spans->len > 0)
    g_array_set_size (self->spans, 0);
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
  return self->is_open && self->text.length == 0;
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
  /* Blanks behind "<br>" would indent the line. */
  for (; self->is_broken && length > 0 && *text == ' '; length--)
    text++;
  self->is_broken = self->is_broken && length == 0;
  carrel_source_text_add (&self->text, text, length);
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
  char character[6];

  if (c == 0)
    {
      carrel_source_text_add (&self->text, text, length);
      return;
    }
  carrel_source_text_skip (&self->text, text, length);
  carrel_source_text_add (&self->text, character, (gsize) g_unichar_to_utf8 (c, character));
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
  gsize length = self->text.length;

  while (length > 0 && self->text.text[length - 1] == ' ')
    length--;
  if (length == 0)
    return;
  if (with[0] == '\n')
    carrel_source_text_truncate (&self->text, length);
  self->is_broken = with[0] == '\n';
  if (strchr (" \n", self->text.text[self->text.length - 1]) == NULL)
    carrel_source_text_add (&self->text, with, 1);
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
  guint start = (guint) self->text.length;
  CarrelSpan span = { .kind = kind, .start = start, .end = start };

  if (self->n_open == MAX_OPEN_SPANS)
    return;
  if (url != NULL)
    span.url = carrel_arena_copy_text (self->markdown->arena, url, length);
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
      span->end = (guint) self->text.length;
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
  self->last->content = take_text (self);
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

  close_row (self);
  g_array_append_val (self->rows, row);
  self->last->n_rows++;
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
 * @is_covered: whether it is blank because the cell above it reaches down to it
 *
 * Ends the text, which is a cell of the row.
 */
void
carrel_block_builder_add_cell (CarrelBlockBuilder *self, gboolean is_covered)
{
  CarrelInline content = take_text (self);

  content.is_covered = is_covered;
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
  self->last->n_columns++;
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
  self->last->info = carrel_arena_copy_text (self->markdown->arena, text, length);
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
  close_block (self);
  set_lines (self, 1);
  return g_steal_pointer (&self->markdown);
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
  carrel_arena_free (markdown->arena);
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
  return markdown->blocks.length;
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
  g_return_val_if_fail (index < markdown->blocks.length, NULL);
  return carrel_arena_list_get (&markdown->blocks, index);
}
