/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes, changes and deletes a note. Notes are the reader's own: no export has them. */
#define G_LOG_DOMAIN "carrel-note-dialog"

#include "config.h"

#include "carrel-note-dialog.h"

#include "carrel-accessible.h"
#include "carrel-store-notes.h"

#include <glib/gi18n.h>

struct _CarrelNoteDialog
{
  CarrelDialog parent_instance;

  CarrelView *view; /* weak */
  char *section_id;

  gboolean is_settled; /* what becomes of the text */

  GtkWidget *delete_button;
  GtkTextView *text;
};

G_DEFINE_FINAL_TYPE (CarrelNoteDialog, carrel_note_dialog, CARREL_TYPE_DIALOG)

/* What cannot be saved stays, so that it is not lost; "Cancel" gives it up. */
static void
set_note (CarrelNoteDialog *self, const char *note, const char *what_happened)
{
  g_autoptr (GError) error = NULL;

  self->is_settled = TRUE;
  if (self->view == NULL)
    return;
  self->is_settled = carrel_store_set_note (carrel_view_get_store (self->view),
                                            carrel_view_get_course_id (self->view),
                                            self->section_id, note, &error);
  if (self->is_settled)
    carrel_view_toast_undo (self->view, what_happened);
  else
    carrel_view_report (self->view, error);
}

static void
save (CarrelNoteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;
  g_autofree char *note = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  note = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  set_note (self, note, *note != '\0' ? _ ("Note saved, for you only") : _ ("Note deleted"));
}

static void
close_when_settled (CarrelNoteDialog *self)
{
  if (self->is_settled)
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_save_clicked_cb (CarrelNoteDialog *self)
{
  save (self);
  close_when_settled (self);
}

static void
on_delete_clicked_cb (CarrelNoteDialog *self)
{
  set_note (self, NULL, _ ("Note deleted"));
  close_when_settled (self);
}

static void
on_cancel_clicked_cb (CarrelNoteDialog *self)
{
  self->is_settled = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* Only "Cancel" gives up what was written: Escape is pressed too easily, and can be undone. */
static gboolean
carrel_note_dialog_close_request (GtkWindow *window)
{
  CarrelNoteDialog *self = CARREL_NOTE_DIALOG (window);

  if (!self->is_settled && gtk_text_buffer_get_modified (gtk_text_view_get_buffer (self->text)))
    {
      save (self);
      if (!self->is_settled)
        return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (carrel_note_dialog_parent_class)->close_request (window);
}

static void
carrel_note_dialog_dispose (GObject *object)
{
  CarrelNoteDialog *self = CARREL_NOTE_DIALOG (object);

  g_clear_weak_pointer (&self->view);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARREL_TYPE_NOTE_DIALOG);
  G_OBJECT_CLASS (carrel_note_dialog_parent_class)->dispose (object);
}

static void
carrel_note_dialog_finalize (GObject *object)
{
  g_free (CARREL_NOTE_DIALOG (object)->section_id);
  G_OBJECT_CLASS (carrel_note_dialog_parent_class)->finalize (object);
}

static void
carrel_note_dialog_class_init (CarrelNoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_note_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = carrel_note_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = carrel_note_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/carrel/Carrel/ui/carrel-note-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelNoteDialog, delete_button);
  gtk_widget_class_bind_template_child (widget_class, CarrelNoteDialog, text);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_clicked_cb);
}

static void
carrel_note_dialog_init (CarrelNoteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_dialog_wrap_buttons (self->delete_button);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->text));
}

static const char *
find_heading (CarrelCourse *course, const char *section_id)
{
  for (guint i = 0; i < course->sections->len; i++)
    {
      const CarrelSection *section = g_ptr_array_index (course->sections, i);

      if (g_strcmp0 (section->id, section_id) == 0)
        return section->heading;
    }
  return NULL;
}

/**
 * carrel_note_dialog_present:
 * @view: the view that shows the course; it is told what happened
 * @course: the course
 * @section_id: (nullable): the id of a section of the course; without one nothing is shown
 *
 * Shows the note on a section as it is, to be changed.
 */
void
carrel_note_dialog_present (CarrelView *view, CarrelCourse *course, const char *section_id)
{
  const char *heading = NULL;
  g_autofree char *note = NULL;
  CarrelNoteDialog *self = NULL;

  if (section_id == NULL)
    return;
  self = g_object_new (CARREL_TYPE_NOTE_DIALOG, NULL);
  heading = find_heading (course, section_id);
  note = carrel_store_dup_note (carrel_view_get_store (view), carrel_view_get_course_id (view),
                                section_id);
  g_set_weak_pointer (&self->view, view);
  self->section_id = g_strdup (section_id);
  if (heading != NULL && *heading != '\0')
    {
      /* Translators: %s is the heading of a section. */
      g_autofree char *name = g_strdup_printf (_ ("Note on %s"), heading);

      carrel_accessible_set_label (self->text, name);
    }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), note != NULL ? note : "", -1);
  gtk_text_buffer_set_modified (gtk_text_view_get_buffer (self->text), FALSE);
  gtk_widget_set_visible (self->delete_button, note != NULL);
  carrel_dialog_present (CARREL_DIALOG (self), GTK_WIDGET (view));
}
