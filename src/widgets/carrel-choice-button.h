/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that opens a menu of which one is chosen, and that says its name and its value. Stands
 * where GtkDropDown would, which no screen reader reads right. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARREL_TYPE_CHOICE_BUTTON (carrel_choice_button_get_type ())
G_DECLARE_FINAL_TYPE (CarrelChoiceButton, carrel_choice_button, CARREL, CHOICE_BUTTON, AdwBin)

/* Properties: title (s) "Target", selected (s) an id. */
GtkWidget *carrel_choice_button_new (const char *title);
void carrel_choice_button_set_title (CarrelChoiceButton *self, const char *title);
void carrel_choice_button_clear (CarrelChoiceButton *self);
void carrel_choice_button_append (CarrelChoiceButton *self, const char *id, const char *label);
gboolean carrel_choice_button_offers (CarrelChoiceButton *self, const char *id);
void carrel_choice_button_rename (CarrelChoiceButton *self, const char *id, const char *label);
const char *carrel_choice_button_get_selected (CarrelChoiceButton *self);
void carrel_choice_button_set_selected (CarrelChoiceButton *self, const char *id);

G_END_DECLS
