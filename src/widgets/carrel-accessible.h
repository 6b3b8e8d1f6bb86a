/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What widgets tell assistive technology, and where GTK's versions differ in how it is heard. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

gboolean carrel_accessible_is_old (void);
void carrel_accessible_set_label (gpointer accessible, const char *label);
void carrel_accessible_set_description (gpointer accessible, const char *description);
void
carrel_accessible_set_invalid (gpointer accessible, gboolean is_invalid, const char *description);
void carrel_accessible_hide_other_pages (AdwViewStack *stack);
void carrel_accessible_describe_for_now (GtkWidget *widget, const char *text);
void carrel_accessible_point_at (GtkWidget *entry);
char *carrel_accessible_dup_spoken (const char *text);
void carrel_accessible_name_row (GtkWidget *row, const char *title, const char *subtitle);
gboolean carrel_accessible_has_focus (GtkWidget *widget);
void carrel_accessible_set_checked (gpointer accessible, gboolean is_checked);
void carrel_accessible_set_value_text (GtkWidget *widget, const char *text);
void carrel_accessible_name_menu_button (GtkMenuButton *button, const char *name);
void carrel_accessible_name_popover_menu (GtkPopover *popover, const char *name);

G_END_DECLS
