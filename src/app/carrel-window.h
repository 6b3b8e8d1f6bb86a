/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window: a header bar, the views of one course, and what stands in their place. */
#pragma once

#include <adwaita.h>

#include "carrel-clock.h"
#include "carrel-store.h"

G_BEGIN_DECLS

#define CARREL_TYPE_WINDOW (carrel_window_get_type ())
G_DECLARE_FINAL_TYPE (CarrelWindow, carrel_window, CARREL, WINDOW, AdwApplicationWindow)

CarrelWindow *carrel_window_new (GtkApplication *application,
                                 CarrelStore *store,
                                 GSettings *settings,
                                 CarrelClock *clock,
                                 const GError *failure);
void carrel_window_show_view (CarrelWindow *self, const char *view_id);
void carrel_window_show_course (CarrelWindow *self, const char *course_id);
void carrel_window_add_files (CarrelWindow *self, GListModel *files);

G_END_DECLS
