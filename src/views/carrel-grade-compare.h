/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Grades side by side: of all scenarios, and by the published scheme and one's own. */
#pragma once

#include "carrel-grade-plan.h"
#include "carrel-view.h"

G_BEGIN_DECLS

CarrelCourse *carrel_grade_compare_load_published (CarrelView *view, GError **error);
GPtrArray *carrel_grade_compare_scenarios (CarrelView *view, GError **error);
GPtrArray *carrel_grade_compare_schemes (CarrelView *view, GError **error);

G_END_DECLS
