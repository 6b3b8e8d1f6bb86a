/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A text to be read: headings, paragraphs, lists, tables and code as native labels. It is one stop
 * of the Tab key; inside it the arrow keys walk from block to block and from cell to cell. */
#pragma once

#include <gtk/gtk.h>

#include "carrel-markdown.h"

G_BEGIN_DECLS

#define CARREL_TYPE_DOCUMENT (carrel_document_get_type ())
G_DECLARE_FINAL_TYPE (CarrelDocument, carrel_document, CARREL, DOCUMENT, GtkWidget)

typedef enum
{
  CARREL_READING_AID_NONE,
  CARREL_READING_AID_FOCUS, /* other blocks fade */
  CARREL_READING_AID_RULER, /* a band over the line */
} CarrelReadingAid;

/* How the text looks beyond what style rules can say. */
typedef struct
{
  int word_spacing; /* more space at a blank, in Pango units */
  gboolean underlines_links;
  CarrelReadingAid aid;
} CarrelDocumentLooks;

/* Signals:
 *   open-uri (s)         a link was opened: http, https, mailto, tel or help
 *   section-changed (s)  the reading position is in another section
 *   copied (u)           so many blocks are on the clipboard
 *   missed (s)           there is no other heading, link, table or list; the sentence says so */
GtkWidget *carrel_document_new (void);
void carrel_document_clear (CarrelDocument *self);
void carrel_document_append_heading (CarrelDocument *self,
                                     const char *section,
                                     int level,
                                     const char *text);
void carrel_document_append_markdown (CarrelDocument *self,
                                      const char *section,
                                      CarrelMarkdown *markdown);
void carrel_document_append_note (CarrelDocument *self, const char *section, const char *note);
void carrel_document_finish (CarrelDocument *self);
gboolean carrel_document_reveal (CarrelDocument *self, const char *section);
void carrel_document_set_position (CarrelDocument *self, const char *section);
const char *carrel_document_get_section (CarrelDocument *self);
guint carrel_document_find (CarrelDocument *self, const char *words);
guint carrel_document_step (CarrelDocument *self, int direction);
void carrel_document_set_looks (CarrelDocument *self, const CarrelDocumentLooks *looks);
char *carrel_document_dup_text (CarrelDocument *self);

G_END_DECLS
