/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The days of a time that its own line does not say. */
#pragma once

#include "carrel-line-scanner.h"

G_BEGIN_DECLS

CarrelDays carrel_line_days_find (const CarrelLineScanner *scanner);
char *carrel_line_days_dup_joined (const CarrelLineScanner *scanner);

G_END_DECLS
