/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of late rules: what one sentence says about late work, as numbers. */
#pragma once

#include "carrel-grading.h"
#include "carrel-words.h"

G_BEGIN_DECLS

gboolean carrel_late_rule_read (const CarrelWords *words,
                                const char *sentence,
                                gboolean is_about_late,
                                CarrelLatePolicy *policy);

G_END_DECLS
