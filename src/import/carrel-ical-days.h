/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a calendar has on days that a course closes, or on which it follows another day. */
#pragma once

#include "carrel-ical-reader.h"

G_BEGIN_DECLS

void carrel_ical_days_keep (CarrelIcalReader *reader);

G_END_DECLS
