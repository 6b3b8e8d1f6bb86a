/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with a page itself: its headings, links, pictures and tables. */
#pragma once

#include "carrel-check.h"
#include "carrel-page.h"

G_BEGIN_DECLS

void carrel_check_page (const CarrelPage *page, GPtrArray *findings);
CarrelFinding *carrel_check_add (GPtrArray *findings, const char *file, int line, const char *text);

G_END_DECLS
