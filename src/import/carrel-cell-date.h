/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The date of a cell of a schedule. */
#pragma once

#include "carrel-schedule-reader.h"

G_BEGIN_DECLS

gsize carrel_cell_date_match_week (const CarrelScheduleReader *self, const char *cell);
gboolean carrel_cell_date_is_only (const CarrelScheduleReader *self, const char *rest);
gboolean
carrel_cell_date_read (const CarrelScheduleReader *self, const char *cell, CarrelRowDate *date);
gboolean carrel_cell_date_is_behind_class (const char *cell, const CarrelRowDate *date);

G_END_DECLS
