/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables with dates that are no schedule. */
#pragma once

#include "carrel-schedule-columns.h"

G_BEGIN_DECLS

gboolean carrel_schedule_heads_are_of_others (const CarrelScheduleTable *self);

G_END_DECLS
