/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the actions of the window use of it. */
#pragma once

#include "carrel-announcer.h"
#include "carrel-notice.h"
#include "carrel-view.h"
#include "carrel-window.h"

G_BEGIN_DECLS

CarrelStore *carrel_window_get_store (CarrelWindow *self);
GSettings *carrel_window_get_settings (CarrelWindow *self);
CarrelClock *carrel_window_get_clock (CarrelWindow *self);
const char *carrel_window_get_course_id (CarrelWindow *self);
CarrelView *carrel_window_get_view (CarrelWindow *self);
CarrelAnnouncer *carrel_window_get_announcer (CarrelWindow *self);
void carrel_window_toast (CarrelWindow *self, const char *text, guint n_verbs);
void carrel_window_offer (CarrelWindow *self,
                          const char *text,
                          const char *label,
                          const char *action_name);
void carrel_window_report (CarrelWindow *self, const char *text);
void carrel_window_dismiss_report (CarrelWindow *self);
void carrel_window_pop_up_courses (CarrelWindow *self);
GtkWidget *carrel_window_get_pane (CarrelWindow *self, guint position);

void carrel_window_actions_install (CarrelWindow *self);

G_END_DECLS
