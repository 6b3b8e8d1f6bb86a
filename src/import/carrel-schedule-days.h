/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Topics below days of the week, a row for each week. */
#pragma once

#include "carrel-schedule-columns.h"

G_BEGIN_DECLS

char *carrel_schedule_days_dup_topics (const CarrelScheduleTable *self,
                                       const CarrelTableRow *cells);
gboolean carrel_schedule_days_read (CarrelScheduleTable *self);

G_END_DECLS
