/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a course says: its facts at a glance, its sections with an outline, its text to be read. */
#pragma once

#include "carrel-view.h"

G_BEGIN_DECLS

#define CARREL_TYPE_SYLLABUS_VIEW (carrel_syllabus_view_get_type ())
G_DECLARE_FINAL_TYPE (CarrelSyllabusView, carrel_syllabus_view, CARREL, SYLLABUS_VIEW, CarrelView)

G_END_DECLS
