/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One block of a document: a heading, a paragraph, an item, code, or a cell of a table, as a
 * selectable label and with the words that a screen reader says for it. */
#pragma once

#include <gtk/gtk.h>

#include "carrel-markdown.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_TEXT_HEADING,
  CARREL_TEXT_PARAGRAPH,
  CARREL_TEXT_ITEM,
  CARREL_TEXT_CODE,
  CARREL_TEXT_CELL,
} CarrelTextKind;

typedef struct
{
  guint start; /* bytes of the text */
  guint end;
  char *url;
} CarrelTextLink;

typedef struct _CarrelDocumentTable CarrelDocumentTable;

typedef struct
{
  CarrelTextKind kind;
  int level;     /* of a heading 1 to 6, of an item from 1 */
  int number;    /* of a numbered item, else -1 */
  char *text;    /* without markup */
  GArray *links; /* of CarrelTextLink, those that may be opened */
  char *section; /* the id of the section it stands in */
  GtkLabel *label;
  PangoAttrList *attributes;

  CarrelDocumentTable *table; /* of a cell, borrowed */
  guint row;
  guint column;
} CarrelDocumentBlock;

CarrelDocumentBlock *carrel_document_block_new (
    CarrelTextKind kind, int level, int number, const CarrelInline *content, const char *section);
void carrel_document_block_free (CarrelDocumentBlock *self);
char *carrel_document_block_dup_spoken (const CarrelDocumentBlock *self);
void carrel_document_block_set_looks (CarrelDocumentBlock *self,
                                      int word_spacing,
                                      gboolean underlines_links);
guint carrel_document_block_mark (CarrelDocumentBlock *self, const char *words);
const char *carrel_document_block_get_link_at (CarrelDocumentBlock *self, double x, double y);

G_END_DECLS
