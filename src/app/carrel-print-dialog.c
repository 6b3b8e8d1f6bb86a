/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* These choices stand in a dialog of their own and not in a tab of the print dialog, which is the
 * system's in a sandbox and has no room for them, and which a PDF file does not need. */
#define G_LOG_DOMAIN "carrel-print-dialog"

#include "config.h"

#include "carrel-print-dialog.h"

#include "carrel-check-row.h"
#include "carrel-choice-button.h"
#include "carrel-print-job.h"
#include "carrel-wrap-box.h"

struct _CarrelPrintDialog
{
  CarrelDialog parent_instance;

  CarrelView *view; /* weak */

  CarrelChoiceButton *what;
  CarrelCheckRow *large;
};

G_DEFINE_FINAL_TYPE (CarrelPrintDialog, carrel_print_dialog, CARREL_TYPE_DIALOG)

static CarrelPrintJob *
make_job (CarrelPrintDialog *self)
{
  g_autofree char *family = NULL;
  CarrelPrintStyle style = { CARREL_PRINT_TEXT_SIZE, NULL, FALSE };
  g_autoptr (CarrelPrintout) printout = NULL;

  if (self->view == NULL)
    return NULL;
  family = g_settings_get_string (carrel_view_get_settings (self->view), "font-family");
  style.family = family;
  style.is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  if (carrel_check_row_get_active (self->large))
    style.text_size = CARREL_PRINT_LARGE_SIZE;
  printout = carrel_view_make_printout (self->view, carrel_choice_button_get_selected (self->what),
                                        &style);
  return printout != NULL ? carrel_print_job_new (self->view, printout) : NULL;
}

static void
on_print_clicked_cb (CarrelPrintDialog *self)
{
  CarrelPrintJob *job = make_job (self);

  gtk_window_close (GTK_WINDOW (self));
  if (job != NULL)
    carrel_print_job_print (job);
}

static void
on_save_clicked_cb (CarrelPrintDialog *self)
{
  CarrelPrintJob *job = make_job (self);

  gtk_window_close (GTK_WINDOW (self));
  if (job != NULL)
    carrel_print_job_save (job);
}

static void
carrel_print_dialog_dispose (GObject *object)
{
  g_clear_weak_pointer (&CARREL_PRINT_DIALOG (object)->view);
  gtk_widget_dispose_template (GTK_WIDGET (object), CARREL_TYPE_PRINT_DIALOG);
  G_OBJECT_CLASS (carrel_print_dialog_parent_class)->dispose (object);
}

static void
carrel_print_dialog_class_init (CarrelPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_print_dialog_dispose;
  g_type_ensure (CARREL_TYPE_CHOICE_BUTTON);
  g_type_ensure (CARREL_TYPE_CHECK_ROW);
  g_type_ensure (CARREL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelPrintDialog, what);
  gtk_widget_class_bind_template_child (widget_class, CarrelPrintDialog, large);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
carrel_print_dialog_init (CarrelPrintDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * carrel_print_dialog_new:
 * @view: a view of which something can be printed
 *
 * Returns: (transfer none): a dialog, owned by GTK until it is closed
 */
CarrelDialog *
carrel_print_dialog_new (CarrelView *view)
{
  CarrelPrintDialog *self = g_object_new (CARREL_TYPE_PRINT_DIALOG, NULL);
  g_auto (GStrv) prints = carrel_view_list_prints (view);

  g_set_weak_pointer (&self->view, view);
  for (guint i = 0; prints[i] != NULL; i += 2)
    carrel_choice_button_append (self->what, prints[i], prints[i + 1]);
  carrel_choice_button_set_selected (self->what, prints[0]);
  g_settings_bind (carrel_view_get_settings (view), "print-large", self->large, "active",
                   G_SETTINGS_BIND_DEFAULT);
  return CARREL_DIALOG (self);
}
