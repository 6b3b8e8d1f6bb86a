/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Until when late work is taken. */
#pragma once

#include "carrel-course.h"
#include "carrel-late-number.h"

G_BEGIN_DECLS

gboolean carrel_late_end_is_last_day (const CarrelLateNumber *number);
gboolean carrel_late_end_is_refused_later (const char *sentence);
gboolean carrel_late_end_read_span (const CarrelLateNumber *number, CarrelLatePolicy *policy);

G_END_DECLS
