/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said on standard error of a course whose pages do not say when its term is. */
#pragma once

#include "carrel-occurrence.h"

G_BEGIN_DECLS

void carrel_cli_warn_of_occurrences (GPtrArray *occurrences, GHashTable *warned);
void carrel_cli_warn_of_calendar (const CarrelCourse *course, const char *calendar);

G_END_DECLS
