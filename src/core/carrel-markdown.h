/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Markdown and the HTML inside it as a flat list of blocks in source order, each with its line and
 * its text with spans. The one parser of importers, the document widget and exports. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  CARREL_SPAN_STRONG,
  CARREL_SPAN_EMPHASIS,
  CARREL_SPAN_CODE,
  CARREL_SPAN_STRUCK, /* no longer true: never a fact */
  CARREL_SPAN_LINK,
  CARREL_SPAN_IMAGE, /* its text is the alternative text */
} CarrelSpanKind;

typedef struct
{
  CarrelSpanKind kind;
  guint start; /* bytes of the text */
  guint end;
  const char *url; /* of links and images, else NULL; any scheme, check before opening */
} CarrelSpan;

/* Text without markup. A hard line break is "\n", a soft one " " . */
typedef struct
{
  const char *text;        /* UTF-8, never NULL */
  const CarrelSpan *spans; /* by start, outer before inner */
  guint n_spans;
  gboolean is_covered; /* a blank cell that the one above it reaches down to */
} CarrelInline;

typedef struct
{
  const CarrelInline *cells;
  int line;
  guint n_cells : 31;
  guint is_header : 1;
} CarrelTableRow;

typedef enum
{
  CARREL_BLOCK_HEADING,
  CARREL_BLOCK_PARAGRAPH,
  CARREL_BLOCK_LIST_ITEM, /* its text is its first paragraph; what else it holds follows */
  CARREL_BLOCK_TABLE,
  CARREL_BLOCK_CODE,
  CARREL_BLOCK_RULE,
} CarrelBlockKind;

typedef enum
{
  CARREL_ALIGN_DEFAULT,
  CARREL_ALIGN_LEFT,
  CARREL_ALIGN_CENTER,
  CARREL_ALIGN_RIGHT,
} CarrelAlign;

typedef enum
{
  CARREL_TASK_NONE,
  CARREL_TASK_OPEN,
  CARREL_TASK_DONE,
} CarrelTask;

typedef struct
{
  CarrelBlockKind kind : 4;
  CarrelTask task : 3;
  guint is_html : 1;    /* written as HTML */
  guint8 level;         /* of a heading, 1 to 6 */
  guint8 quote_depth;   /* 0 outside of quotes */
  guint8 list_depth;    /* 0 outside of lists, 1 in a top list */
  int line;             /* from 1 */
  int last_line;        /* of a heading includes its underline */
  int number;           /* of an item in a numbered list, from its marker; -1 in a bullet list */
  CarrelInline content; /* of headings, paragraphs, items and code; empty for the others */
  const char *info;     /* of code: the words after the fence, or NULL */
  const CarrelTableRow *rows; /* of a table */
  const CarrelAlign *columns; /* of a table, n_columns of them */
  guint n_rows;
  guint n_columns;
} CarrelBlock;

/* An immutable, refcounted parse: everything above lives as long as it does. */
typedef struct _CarrelMarkdown CarrelMarkdown;

typedef enum
{
  CARREL_MARKDOWN_PLAIN = 0,               /* CommonMark and GFM */
  CARREL_MARKDOWN_DIALECTS = 1 << 0,       /* also Jekyll, Docusaurus, Quarto, Pandoc, MyST */
  CARREL_MARKDOWN_KEEP_LINES = 1 << 1,     /* a soft line break is "\n" too */
  CARREL_MARKDOWN_TIGHT_HEADINGS = 1 << 2, /* "##Grading" is one */
} CarrelMarkdownFlags;

GQuark carrel_markdown_error_quark (void);

CarrelMarkdown *
carrel_markdown_parse (const char *text, gssize length, CarrelMarkdownFlags flags, GError **error);
CarrelMarkdown *carrel_markdown_parse_after (
    const char *text, gsize length, gsize start, CarrelMarkdownFlags flags, GError **error);
CarrelMarkdown *carrel_markdown_ref (CarrelMarkdown *markdown);
void carrel_markdown_unref (CarrelMarkdown *markdown);
guint carrel_markdown_get_n_blocks (CarrelMarkdown *markdown);
const CarrelBlock *carrel_markdown_get_block (CarrelMarkdown *markdown, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelMarkdown, carrel_markdown_unref)

G_END_DECLS
