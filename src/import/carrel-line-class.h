/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts and lines that name a class, a lab or a section. */
#pragma once

#include "carrel-line-scanner.h"

G_BEGIN_DECLS

gboolean carrel_line_class_is_named (const CarrelWords *words, const char *text);
gboolean carrel_line_class_is_between (const CarrelLineScanner *scanner, guint person);

G_END_DECLS
