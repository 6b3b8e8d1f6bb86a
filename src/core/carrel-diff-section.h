/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A section whose text changed only where its facts did says nothing new. */
#pragma once

#include "carrel-diff.h"

G_BEGIN_DECLS

void
carrel_diff_drop_explained_sections (CarrelDiff *diff, CarrelCourse *before, CarrelCourse *after);

G_END_DECLS
