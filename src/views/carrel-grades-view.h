/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores in, real or imagined, and where they lead. */
#pragma once

#include "carrel-view.h"

G_BEGIN_DECLS

#define CARREL_TYPE_GRADES_VIEW (carrel_grades_view_get_type ())
G_DECLARE_FINAL_TYPE (CarrelGradesView, carrel_grades_view, CARREL, GRADES_VIEW, CarrelView)

G_END_DECLS
