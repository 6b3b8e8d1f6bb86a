/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An event that repeats, as facts of a course. */
#pragma once

#include "carrel-ical-reader.h"

G_BEGIN_DECLS

void carrel_ical_series_add (CarrelIcalReader *reader, CarrelIcalEvent *series);

G_END_DECLS
