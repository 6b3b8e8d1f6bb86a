/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text that is one stop of the keyboard: a column of labels in a group with a name. A screen reader
 * says text only where the focus can go. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARREL_TYPE_FOCUS_BOX (carrel_focus_box_get_type ())
G_DECLARE_DERIVABLE_TYPE (CarrelFocusBox, carrel_focus_box, CARREL, FOCUS_BOX, GtkWidget)

struct _CarrelFocusBoxClass
{
  GtkWidgetClass parent_class;
};

GtkWidget *carrel_focus_box_new (void);
void carrel_focus_box_clear (CarrelFocusBox *self);
void carrel_focus_box_append_text (CarrelFocusBox *self, const char *text, const char *style);

G_END_DECLS
