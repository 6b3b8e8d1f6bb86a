/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers about one item, two items and all letters, as lines of text. */
#pragma once

#include "carrel-gradebook.h"

G_BEGIN_DECLS

void carrel_grade_report_print_ladder (const CarrelGradebook *book);
gboolean carrel_grade_report_print_item (const CarrelGradebook *book,
                                         const char *name,
                                         const CarrelRational *target,
                                         GError **error);
gboolean carrel_grade_report_print_frontier (const CarrelGradebook *book,
                                             const char *names,
                                             const CarrelRational *target,
                                             GError **error);

G_END_DECLS
