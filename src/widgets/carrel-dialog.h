/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The base of all dialogs: a window that Escape closes, that is modal for the window it came from,
 * and that a screen reader tells of when it opens. Templates set its title and content. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARREL_TYPE_DIALOG (carrel_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (CarrelDialog, carrel_dialog, CARREL, DIALOG, AdwWindow)

struct _CarrelDialogClass
{
  AdwWindowClass parent_class;
};

void carrel_dialog_focus_first (CarrelDialog *self, GtkWidget *part);
void carrel_dialog_offer (CarrelDialog *self, GtkEditable *entry);
void carrel_dialog_announce (CarrelDialog *self, const char *text);
void carrel_dialog_present (CarrelDialog *self, GtkWidget *from);
void carrel_dialog_wrap_buttons (GtkWidget *widget);
void carrel_dialog_make_heard (GtkWindow *dialog);

G_END_DECLS
