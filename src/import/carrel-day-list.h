/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of days of the week: "Monday and Wednesday", "Tue/Thu", "MWF", "T, F", "Mon-Thu". */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

CarrelDays carrel_day_list_read (const CarrelWords *words,
                                 const char *text,
                                 gboolean with_letters,
                                 gsize *length);
CarrelDays carrel_day_list_read_all (const CarrelWords *words, const char *text);

G_END_DECLS
