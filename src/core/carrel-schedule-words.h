/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the words of a dated row mean for time. */
#pragma once

#include "carrel-date.h"

G_BEGIN_DECLS

gboolean carrel_schedule_words_follow (const char *text, CarrelDays *weekday);
GStrv carrel_schedule_words_list_due (const char *text);

G_END_DECLS
