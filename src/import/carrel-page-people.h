/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom a page names elsewhere. */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

char *carrel_page_people_read_clause (const CarrelWords *words, const char *text);
gboolean carrel_page_people_know (const CarrelPage *page, const char *name, guint block);

G_END_DECLS
