/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* AdwAboutWindow gave way to AdwAboutDialog; this small dialog is the same with all versions. */
#define G_LOG_DOMAIN "carrel-about-dialog"

#include "config.h"

#include "carrel-about-dialog.h"

#include "carrel-accessible.h"

#include <glib/gi18n.h>

struct _CarrelAboutDialog
{
  CarrelDialog parent_instance;

  GtkLabel *version;
  GtkLabel *text;
  GtkLabel *licence;
  GtkWidget *licence_link;
};

G_DEFINE_FINAL_TYPE (CarrelAboutDialog, carrel_about_dialog, CARREL_TYPE_DIALOG)

static void
carrel_about_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CARREL_TYPE_ABOUT_DIALOG);
  G_OBJECT_CLASS (carrel_about_dialog_parent_class)->dispose (object);
}

static void
carrel_about_dialog_class_init (CarrelAboutDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_about_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-about-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelAboutDialog, version);
  gtk_widget_class_bind_template_child (widget_class, CarrelAboutDialog, text);
  gtk_widget_class_bind_template_child (widget_class, CarrelAboutDialog, licence);
  gtk_widget_class_bind_template_child (widget_class, CarrelAboutDialog, licence_link);
}

/* The text is not a stop of the keyboard, so the dialog itself says it. */
static void
carrel_about_dialog_init (CarrelAboutDialog *self)
{
  g_autofree char *version = NULL;
  g_autofree char *spoken = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Translators: %s is a number such as 0.1.0. */
  version = g_strdup_printf (_ ("Version %s"), PACKAGE_VERSION);
  gtk_label_set_label (self->version, version);
  spoken = g_strdup_printf ("%s. %s %s", version, gtk_label_get_label (self->text),
                            gtk_label_get_label (self->licence));
  carrel_accessible_set_description (self, spoken);
  gtk_window_set_focus (GTK_WINDOW (self), self->licence_link);
}

/**
 * carrel_about_dialog_new:
 *
 * Returns: (transfer none): a new dialog
 */
CarrelDialog *
carrel_about_dialog_new (void)
{
  return g_object_new (CARREL_TYPE_ABOUT_DIALOG, NULL);
}
