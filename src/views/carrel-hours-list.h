/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Office hours as a student wants them listed: those that fit, and who follows whom. */
#pragma once

#include "carrel-view-time.h"

G_BEGIN_DECLS

GPtrArray *carrel_hours_list_fitting (
    CarrelView *view, GTimeZone *zone, GPtrArray *hours, gint64 from, gint64 to);
void carrel_hours_list_find_handovers (GPtrArray *hours, GHashTable *handovers);

G_END_DECLS
