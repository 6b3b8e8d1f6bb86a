/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a target needs, asked in the one way that the window and the command line share: of the one
 * item that is left in whole points, or of everything left as an equal per cent. */
#pragma once

#include "carrel-grade-text.h"

G_BEGIN_DECLS

CarrelAnswer *carrel_grade_needed_ask (const CarrelGradebook *book,
                                       const CarrelRational *target,
                                       const CarrelGradebookItem **item);
char *carrel_grade_needed_to_text (const CarrelGradebook *book,
                                   const CarrelRational *target,
                                   CarrelFormatFlags flags);

G_END_DECLS
