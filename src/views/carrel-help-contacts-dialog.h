/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom to turn to: hotlines, disability service, counselling. One key away from every view, and
 * there without a network. */
#pragma once

#include "carrel-course.h"
#include "carrel-dialog.h"

G_BEGIN_DECLS

#define CARREL_TYPE_HELP_CONTACTS_DIALOG (carrel_help_contacts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelHelpContactsDialog,
                      carrel_help_contacts_dialog,
                      CARREL,
                      HELP_CONTACTS_DIALOG,
                      CarrelDialog)

/* Signal: open-uri (s). */
GtkWidget *carrel_help_contacts_dialog_new (const CarrelCourse *course);

G_END_DECLS
