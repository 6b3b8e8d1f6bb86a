/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What late work loses step by step. */
#pragma once

#include "carrel-grading.h"
#include "carrel-words.h"

G_BEGIN_DECLS

void carrel_late_steps_read (const CarrelWords *words, const char *text, CarrelLatePolicy *policy);
void carrel_late_steps_read_last (const char *sentence, CarrelLatePolicy *policy);
void carrel_late_steps_read_thereafter (const char *text, CarrelLatePolicy *policy);

G_END_DECLS
