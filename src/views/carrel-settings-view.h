/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The settings of a reader, with a preview that follows them. */
#pragma once

#include "carrel-view.h"

G_BEGIN_DECLS

#define CARREL_TYPE_SETTINGS_VIEW (carrel_settings_view_get_type ())
G_DECLARE_FINAL_TYPE (CarrelSettingsView, carrel_settings_view, CARREL, SETTINGS_VIEW, CarrelView)

G_END_DECLS
