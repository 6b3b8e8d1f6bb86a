/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What people of a course are: "instructor", "TA". */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

const char *carrel_role_find (const CarrelWords *words, const char *text);
gboolean carrel_role_is_alone (const CarrelWords *words, const char *text);
gboolean carrel_role_is_plain (const CarrelWords *words, const char *text);
const char *carrel_role_find_only (const CarrelWords *words, const char *text);

G_END_DECLS
