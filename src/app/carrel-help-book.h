/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All pages of the help, in the language of the reader where they are translated. */
#pragma once

#include "carrel-help-page.h"

G_BEGIN_DECLS

#define CARREL_TYPE_HELP_BOOK (carrel_help_book_get_type ())
G_DECLARE_FINAL_TYPE (CarrelHelpBook, carrel_help_book, CARREL, HELP_BOOK, GObject)

CarrelHelpBook *carrel_help_book_new (void);
GPtrArray *carrel_help_book_get_entries (CarrelHelpBook *self);
const CarrelHelpEntry *carrel_help_book_find (CarrelHelpBook *self, const char *id);
GPtrArray *carrel_help_book_read (CarrelHelpBook *self, const char *id);
gboolean carrel_help_book_is_installed (void);

G_END_DECLS
