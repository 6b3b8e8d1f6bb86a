/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What matters for the grade, as sentences. */
#pragma once

#include "carrel-grade-text.h"

G_BEGIN_DECLS

GStrv carrel_grade_insight_list (const CarrelGradebook *book,
                                 const CarrelRational *target,
                                 CarrelFormatFlags flags);

G_END_DECLS
