/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "8-27" as a date, in tables where it can be nothing else. */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

gboolean carrel_dash_dates_are_in (const CarrelBlock *block);
gboolean carrel_dash_dates_are_in_section (const CarrelPage *page, guint section);
char *carrel_dash_dates_spell_out (char *cell);
char *carrel_dash_dates_dup_line (const char *line);

G_END_DECLS
