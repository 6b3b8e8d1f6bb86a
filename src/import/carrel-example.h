/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The course that comes with Carrel, so that the first window is not empty. */
#pragma once

#include "carrel-course.h"

G_BEGIN_DECLS

CarrelCourse *carrel_example_load (GError **error);

G_END_DECLS
