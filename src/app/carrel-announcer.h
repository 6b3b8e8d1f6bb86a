/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one voice of a window: everything that a screen reader is told of passes here. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARREL_TYPE_ANNOUNCER (carrel_announcer_get_type ())
G_DECLARE_FINAL_TYPE (CarrelAnnouncer, carrel_announcer, CARREL, ANNOUNCER, GObject)

CarrelAnnouncer *carrel_announcer_new (GtkWidget *window, GSettings *settings);
void carrel_announcer_say (CarrelAnnouncer *self, const char *text);
char *carrel_announcer_dup_brief (const char *text);

G_END_DECLS
