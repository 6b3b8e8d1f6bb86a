/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of names of terms. */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

char *carrel_term_name_find (const CarrelWords *words, const char *text, gsize *start, gsize *end);
char *carrel_term_name_find_academic_year (const char *text, gsize *start, gsize *end);

G_END_DECLS
