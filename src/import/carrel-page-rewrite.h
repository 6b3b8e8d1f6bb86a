/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the page of a course say what was changed in its facts. */
#pragma once

#include "carrel-check.h"

G_BEGIN_DECLS

GPtrArray *carrel_page_rewrite (CarrelCourse *published, CarrelCourse *draft);

G_END_DECLS
