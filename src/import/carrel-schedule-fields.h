/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells beside a topic add to a row of a schedule. */
#pragma once

#include "carrel-schedule-columns.h"

G_BEGIN_DECLS

gboolean carrel_schedule_fields_is_label (const char *cell);
void carrel_schedule_fields_add_cell (const CarrelScheduleTable *self,
                                      CarrelScheduleRow *row,
                                      guint column,
                                      const char *cell);
gboolean carrel_schedule_fields_add_label (CarrelScheduleTable *self,
                                           CarrelScheduleRow *row,
                                           const CarrelTableRow *cells);

G_END_DECLS
