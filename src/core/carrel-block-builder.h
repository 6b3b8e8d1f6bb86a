/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Collects the blocks of a parse: what the Markdown, HTML and text-table readers write to. */
#pragma once

#include "carrel-markdown.h"

G_BEGIN_DECLS

typedef struct _CarrelBlockBuilder CarrelBlockBuilder;

CarrelBlockBuilder *carrel_block_builder_new (const char *source, gsize length);
void carrel_block_builder_free (CarrelBlockBuilder *self);
char *carrel_block_builder_get_source (CarrelBlockBuilder *self);

CarrelBlock *carrel_block_builder_add (CarrelBlockBuilder *self, CarrelBlockKind kind, int line);
CarrelBlock *carrel_block_builder_get_last (CarrelBlockBuilder *self);
guint carrel_block_builder_get_n_blocks (CarrelBlockBuilder *self);

void carrel_block_builder_open_text (CarrelBlockBuilder *self);
gboolean carrel_block_builder_is_open (CarrelBlockBuilder *self);
gboolean carrel_block_builder_is_empty (CarrelBlockBuilder *self);
void carrel_block_builder_add_text (CarrelBlockBuilder *self, const char *text, gsize length);
void carrel_block_builder_add_entity (CarrelBlockBuilder *self, const char *text, gsize length);
void carrel_block_builder_add_break (CarrelBlockBuilder *self, const char *with);
void carrel_block_builder_open_span (CarrelBlockBuilder *self,
                                     CarrelSpanKind kind,
                                     const char *url,
                                     gsize length);
void carrel_block_builder_close_span (CarrelBlockBuilder *self, CarrelSpanKind kind);
void carrel_block_builder_close_text (CarrelBlockBuilder *self);

void carrel_block_builder_open_row (CarrelBlockBuilder *self, int line, gboolean is_header);
void carrel_block_builder_set_row_header (CarrelBlockBuilder *self);
void carrel_block_builder_set_row_line (CarrelBlockBuilder *self, int line);
void carrel_block_builder_add_cell (CarrelBlockBuilder *self, gboolean is_covered);
void carrel_block_builder_add_column (CarrelBlockBuilder *self, CarrelAlign align);
void carrel_block_builder_set_info (CarrelBlockBuilder *self, const char *text, gsize length);

CarrelMarkdown *carrel_block_builder_finish (CarrelBlockBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelBlockBuilder, carrel_block_builder_free)

G_END_DECLS
