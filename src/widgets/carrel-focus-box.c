/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A GtkBox hands the focus on to its children and never keeps it, so this is a widget of its own.
 * Its labels are not told to assistive technology: the name of the box says what they say. */
#define G_LOG_DOMAIN "carrel-focus-box"

#include "config.h"

#include "carrel-focus-box.h"

#define SPACING 6

G_DEFINE_TYPE (CarrelFocusBox, carrel_focus_box, GTK_TYPE_WIDGET)

static void
carrel_focus_box_dispose (GObject *object)
{
  carrel_focus_box_clear (CARREL_FOCUS_BOX (object));
  G_OBJECT_CLASS (carrel_focus_box_parent_class)->dispose (object);
}

static void
carrel_focus_box_class_init (CarrelFocusBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_focus_box_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
carrel_focus_box_init (CarrelFocusBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "focusable");
}

/**
 * carrel_focus_box_new:
 *
 * Returns: (transfer floating): a box without text; give it a name
 */
GtkWidget *
carrel_focus_box_new (void)
{
  return g_object_new (CARREL_TYPE_FOCUS_BOX, NULL);
}

/**
 * carrel_focus_box_clear:
 * @self: a box
 *
 * Takes all children away.
 */
void
carrel_focus_box_clear (CarrelFocusBox *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; child != NULL; child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_widget_unparent (child);
}

/**
 * carrel_focus_box_append_text:
 * @self: a box
 * @text: what is to be seen, translated
 * @style: (nullable): a style class for it
 *
 * Adds a label at the end.
 */
void
carrel_focus_box_append_text (CarrelFocusBox *self, const char *text, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}
