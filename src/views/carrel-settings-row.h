/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One setting: its name, what it does, its control, and a button that resets it. */
#pragma once

#include <adwaita.h>

#include "carrel-settings-table.h"

G_BEGIN_DECLS

#define CARREL_TYPE_SETTINGS_ROW (carrel_settings_row_get_type ())
G_DECLARE_FINAL_TYPE (CarrelSettingsRow, carrel_settings_row, CARREL, SETTINGS_ROW, AdwActionRow)

GtkWidget *carrel_settings_row_new (const CarrelSetting *setting, GSettings *settings);
const CarrelSetting *carrel_settings_row_get_setting (CarrelSettingsRow *self);
void carrel_settings_row_reset (CarrelSettingsRow *self);

G_END_DECLS
