/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is on: now and next, an agenda by day, a week, and the table of the term. */
#pragma once

#include "carrel-view.h"

G_BEGIN_DECLS

#define CARREL_TYPE_SCHEDULE_VIEW (carrel_schedule_view_get_type ())
G_DECLARE_FINAL_TYPE (CarrelScheduleView, carrel_schedule_view, CARREL, SCHEDULE_VIEW, CarrelView)

G_END_DECLS
