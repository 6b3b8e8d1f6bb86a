/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of a document: a grid of labels, which scrolls sideways where there is no room for it. */
#pragma once

#include "carrel-document-block.h"

G_BEGIN_DECLS

struct _CarrelDocumentTable
{
  GtkWidget *widget; /* a scrolled grid */
  GPtrArray *cells;  /* of CarrelDocumentBlock, row by row, borrowed from the document */
  guint n_rows;      /* the header among them */
  guint n_columns;
  gboolean has_header;
};

CarrelDocumentTable *
carrel_document_table_new (const CarrelBlock *block, const char *section, GPtrArray *blocks);
void carrel_document_table_free (CarrelDocumentTable *self);
char *carrel_document_table_dup_spoken (const CarrelDocumentTable *self,
                                        const CarrelDocumentBlock *cell,
                                        gboolean with_row);
const CarrelDocumentBlock *
carrel_document_table_get_cell (const CarrelDocumentTable *self, guint row, guint column);

G_END_DECLS
