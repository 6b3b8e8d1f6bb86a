/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of courses, kept up to date by the smallest change. */
#pragma once

#include <gio/gio.h>

#include "carrel-database.h"

G_BEGIN_DECLS

gboolean carrel_course_list_refresh (GListStore *courses, CarrelDatabase *database, GError **error);

G_END_DECLS
