/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When help can be had: open now or next in a sentence, and the hours by day. */
#pragma once

#include "carrel-view.h"

G_BEGIN_DECLS

#define CARREL_TYPE_OFFICE_HOURS_VIEW (carrel_office_hours_view_get_type ())
G_DECLARE_FINAL_TYPE (
    CarrelOfficeHoursView, carrel_office_hours_view, CARREL, OFFICE_HOURS_VIEW, CarrelView)

G_END_DECLS
