/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Grades as sentences, for the screen, the ear and the command line. Strings are (transfer full).
 */
#pragma once

#include "carrel-format.h"
#include "carrel-gradebook.h"

G_BEGIN_DECLS

char *carrel_grade_text_percent (const CarrelGradebook *book,
                                 const CarrelRational *fraction,
                                 CarrelFormatFlags flags);
char *carrel_grade_text_points (const CarrelRational *points);
char *carrel_grade_text_answer (const CarrelGradebook *book,
                                const CarrelAnswer *answer,
                                const CarrelGradebookItem *item,
                                const CarrelRational *target,
                                CarrelFormatFlags flags);
char *carrel_grade_text_weights (const CarrelGradebook *book);
char *carrel_grade_text_schemes (const CarrelGradebook *book);
char *carrel_grade_text_dropped (const CarrelGradebook *book, guint group);
char *carrel_grade_text_summary (const CarrelGradebook *book,
                                 const CarrelRational *target,
                                 CarrelFormatFlags flags);
char *carrel_grade_text_explain (const CarrelGradebook *book);

G_END_DECLS
