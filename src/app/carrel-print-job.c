/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GTK asks for the printer, its portal in a sandbox; a PDF file needs neither. The view that is
 * printed keeps its last job, so that the job lives as long as its dialogs. */
#define G_LOG_DOMAIN "carrel-print-job"

#include "config.h"

#include "carrel-print-job.h"

#include "carrel-compat.h"

#include <glib/gi18n.h>

struct _CarrelPrintJob
{
  GObject parent_instance;

  CarrelView *view; /* weak */
  CarrelPrintout *printout;
  GtkPrintOperation *operation;
};

G_DEFINE_FINAL_TYPE (CarrelPrintJob, carrel_print_job, G_TYPE_OBJECT)

static const char *const pdf_patterns[] = { "*.pdf", NULL };

static void
on_begin_print_cb (CarrelPrintJob *self, GtkPrintContext *context, GtkPrintOperation *operation)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  guint n_pages
      = carrel_printout_paginate (self->printout, pango, gtk_print_context_get_width (context),
                                  gtk_print_context_get_height (context));

  g_object_unref (pango);
  gtk_print_operation_set_n_pages (operation, (int) n_pages);
}

static void
on_draw_page_cb (CarrelPrintJob *self, GtkPrintContext *context, int page)
{
  carrel_printout_draw (self->printout, gtk_print_context_get_cairo_context (context),
                        (guint) page);
}

static void
on_done_cb (CarrelPrintJob *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  if (self->view == NULL || result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  carrel_view_report (self->view, error);
}

static GtkPrintOperation *
make_operation (CarrelPrintJob *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  if (carrel_printout_is_landscape (self->printout))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, carrel_printout_get_title (self->printout));
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (on_begin_print_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (on_draw_page_cb), self,
                           G_CONNECT_SWAPPED);
  return operation;
}

static GtkWindow *
get_window (CarrelPrintJob *self)
{
  GtkRoot *root = self->view != NULL ? gtk_widget_get_root (GTK_WIDGET (self->view)) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
on_file_chosen_cb (GListModel *files, GObject *owner)
{
  CarrelPrintJob *self = CARREL_PRINT_JOB (owner);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_ ("Saved as %s"), name);
  if (self->view == NULL)
    return;
  if (carrel_print_job_write (self, path, &error))
    carrel_view_toast (self->view, text);
  else
    carrel_view_report (self->view, error);
}

static void
carrel_print_job_dispose (GObject *object)
{
  CarrelPrintJob *self = CARREL_PRINT_JOB (object);

  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->operation);
  g_clear_pointer (&self->printout, carrel_printout_unref);
  G_OBJECT_CLASS (carrel_print_job_parent_class)->dispose (object);
}

static void
carrel_print_job_class_init (CarrelPrintJobClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = carrel_print_job_dispose;
}

static void
carrel_print_job_init (CarrelPrintJob *self)
{
}

/**
 * carrel_print_job_new:
 * @view: the view that is printed; it keeps the job and tells what comes of it
 * @printout: what is printed
 *
 * Returns: (transfer none): a job
 */
CarrelPrintJob *
carrel_print_job_new (CarrelView *view, CarrelPrintout *printout)
{
  CarrelPrintJob *self = g_object_new (CARREL_TYPE_PRINT_JOB, NULL);

  g_set_weak_pointer (&self->view, view);
  self->printout = carrel_printout_ref (printout);
  g_object_set_data_full (G_OBJECT (view), "carrel-print-job", self, g_object_unref);
  return self;
}

/**
 * carrel_print_job_print:
 * @self: a job
 *
 * Asks for a printer and prints.
 */
void
carrel_print_job_print (CarrelPrintJob *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->operation);
  self->operation = make_operation (self);
  gtk_print_operation_set_allow_async (self->operation, TRUE);
  g_signal_connect_object (self->operation, "done", G_CALLBACK (on_done_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_print_operation_run (self->operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           get_window (self), &error);
}

/**
 * carrel_print_job_save:
 * @self: a job
 *
 * Asks for a name and writes a PDF file.
 */
void
carrel_print_job_save (CarrelPrintJob *self)
{
  g_autofree char *title
      = g_strdelimit (g_strdup (carrel_printout_get_title (self->printout)), "/\\:", '-');
  g_autofree char *name = g_strconcat (title, ".pdf", NULL);
  const CarrelChoose choose = { CARREL_CHOOSE_NEW_FILE, _ ("Save as PDF"), _ ("Save"), name,
                                _ ("PDF files"),        pdf_patterns };

  carrel_compat_choose (get_window (self), &choose, on_file_chosen_cb, G_OBJECT (self));
}

/**
 * carrel_print_job_write:
 * @self: a job
 * @path: of a file; replaced where it exists
 * @error: set when it cannot be written
 *
 * Writes a PDF file; needs no printer.
 *
 * Returns: whether it is written
 */
gboolean
carrel_print_job_write (CarrelPrintJob *self, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = make_operation (self);

  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, get_window (self),
                                  error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}
