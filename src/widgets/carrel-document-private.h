/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the document share: carrel-document.c builds it, carrel-document-moves.c walks
 * through it, carrel-document-looks.c has what a reader sets. */
#pragma once

#include "carrel-document-table.h"
#include "carrel-document.h"

G_BEGIN_DECLS

struct _CarrelDocument
{
  GtkWidget parent_instance;

  GPtrArray *blocks; /* of CarrelDocumentBlock, in reading order */
  GPtrArray *tables; /* of CarrelDocumentTable */
  GPtrArray *found;  /* of CarrelDocumentBlock, borrowed: those with what was looked for */
  guint current;
  int anchor; /* of a selection over blocks; -1 is none */
  guint link; /* of the current block that is chosen */
  gboolean has_link;

  CarrelDocumentLooks looks;
  double ruler_at; /* where the pointer is, pixels from the top; -1 is nowhere */
};

typedef enum
{
  CARREL_DOCUMENT_OPEN_URI,
  CARREL_DOCUMENT_SECTION_CHANGED,
  CARREL_DOCUMENT_COPIED,
  CARREL_DOCUMENT_MISSED,
  CARREL_DOCUMENT_N_SIGNALS,
} CarrelDocumentSignal;

CarrelDocumentBlock *carrel_document_get_block (CarrelDocument *self, guint at);
void carrel_document_clear_selection (CarrelDocument *self);
void carrel_document_go_to (CarrelDocument *self, guint at, const char *name, gboolean with_row);
char *carrel_document_dup_range (CarrelDocument *self, guint from, guint until);
gboolean carrel_document_press (CarrelDocument *self, guint keyval, GdkModifierType state);
void carrel_document_dress (CarrelDocument *self, CarrelDocumentBlock *block);
void carrel_document_mark_here (CarrelDocument *self, CarrelDocumentBlock *block, gboolean is_here);
void carrel_document_follow_pointer (CarrelDocument *self);
void carrel_document_draw_ruler (CarrelDocument *self, GtkSnapshot *snapshot);
void carrel_document_emit (CarrelDocument *self, CarrelDocumentSignal signal, gconstpointer value);

G_END_DECLS
