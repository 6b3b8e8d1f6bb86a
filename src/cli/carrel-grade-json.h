/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A grade as JSON: exact fractions beside decimal per cent. */
#pragma once

#include "carrel-gradebook.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void
carrel_grade_json_add_number (JsonBuilder *builder, const char *name, const CarrelRational *number);
char *carrel_grade_json_write (const CarrelGradebook *book,
                               const CarrelRational *target,
                               gboolean is_explained);

G_END_DECLS
