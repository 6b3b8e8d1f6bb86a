/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What would be taken twice if office hours were changed. */
#pragma once

#include "carrel-format-occurrence.h"

G_BEGIN_DECLS

char *carrel_hour_check_find (CarrelCourse *before,
                              CarrelCourse *after,
                              gint64 from,
                              const CarrelFormatContext *context);

G_END_DECLS
