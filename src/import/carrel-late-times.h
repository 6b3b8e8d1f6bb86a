/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How often a deadline may be extended. */
#pragma once

#include "carrel-grading.h"
#include "carrel-words.h"

G_BEGIN_DECLS

void
carrel_late_times_read (const CarrelWords *words, const char *sentence, CarrelLatePolicy *policy);

G_END_DECLS
