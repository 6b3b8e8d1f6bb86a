/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lets the settings of a reader take effect on the whole application, at once. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CARREL_TYPE_APPEARANCE (carrel_appearance_get_type ())
G_DECLARE_FINAL_TYPE (CarrelAppearance, carrel_appearance, CARREL, APPEARANCE, GObject)

CarrelAppearance *carrel_appearance_new (GSettings *settings);
char *carrel_appearance_dup_css (GSettings *settings, gboolean is_dark);

G_END_DECLS
