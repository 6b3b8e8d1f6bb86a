/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A dialog of labelled lines. Each line is a stop of the keyboard, because a screen reader does not
 * read text that nothing leads to. */
#define G_LOG_DOMAIN "carrel-occurrence-dialog"

#include "config.h"

#include "carrel-occurrence-dialog.h"

#include "carrel-accessible.h"
#include "carrel-focus-box.h"
#include "carrel-zone.h"

#include <glib/gi18n.h>

struct _CarrelOccurrenceDialog
{
  CarrelDialog parent_instance;

  CarrelView *view; /* weak */

  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (CarrelOccurrenceDialog, carrel_occurrence_dialog, CARREL_TYPE_DIALOG)

static void
add_line (CarrelOccurrenceDialog *self, const char *name, const char *text, const char *heard)
{
  GtkWidget *box;
  g_autofree char *whole = NULL;

  if (text == NULL || *text == '\0')
    return;
  box = carrel_focus_box_new ();
  carrel_focus_box_append_text (CARREL_FOCUS_BOX (box), name, "caption-heading");
  carrel_focus_box_append_text (CARREL_FOCUS_BOX (box), text, NULL);
  /* Translators: the name of a fact and the fact, as in "Place: GHC 5417" */
  whole = g_strdup_printf (C_ ("fact", "%s: %s"), name, heard != NULL ? heard : text);
  carrel_accessible_set_label (box, whole);
  gtk_box_append (self->lines, box);
}

static gboolean
on_link_activated_cb (GtkLinkButton *button, CarrelOccurrenceDialog *self)
{
  if (self->view != NULL)
    carrel_view_open_uri (self->view, gtk_link_button_get_uri (button));
  return TRUE;
}

static void
add_link (CarrelOccurrenceDialog *self, const char *uri, const char *title)
{
  GtkWidget *button;

  if (uri == NULL || *uri == '\0')
    return;
  button = gtk_link_button_new_with_label (uri, title != NULL ? title : uri);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "activate-link", G_CALLBACK (on_link_activated_cb), self, 0);
  gtk_box_append (self->lines, button);
}

static void
add_row (CarrelOccurrenceDialog *self, const CarrelScheduleRow *row)
{
  add_line (self, _ ("Week"), row->week, NULL);
  add_line (self, _ ("Readings"), row->readings, NULL);
  add_line (self, _ ("Homework"), row->homework, NULL);
  add_line (self, _ ("Due"), row->due, NULL);
  for (guint i = 0; i < row->links->len; i++)
    {
      const CarrelLink *link = g_ptr_array_index (row->links, i);

      add_link (self, link->url, link->title);
    }
}

static void
add_segments (CarrelOccurrenceDialog *self,
              const CarrelOccurrence *occurrence,
              const CarrelFormatContext *read)
{
  GPtrArray *segments = carrel_occurrence_get_segments (occurrence);
  g_autofree char *text = NULL;

  if (segments == NULL || segments->len == 0)
    return;
  text = carrel_format_segments (occurrence, read);
  add_line (self, _ ("Parts"), text, NULL);
}

static void
add_when (CarrelOccurrenceDialog *self,
          const CarrelOccurrence *occurrence,
          const CarrelFormatContext *read,
          const CarrelFormatContext *heard)
{
  CarrelDate today = carrel_zone_get_date (read->zone, read->now, NULL);
  CarrelDate day = (occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) != 0
                       ? occurrence->date
                       : carrel_zone_get_date (read->zone, occurrence->start, NULL);
  g_autofree char *date = carrel_format_date (day, today);
  g_autofree char *time = carrel_format_occurrence_time (occurrence, read);
  g_autofree char *time_heard = carrel_format_occurrence_time (occurrence, heard);
  g_autofree char *text = g_strconcat (date, C_ ("line", ", "), time, NULL);
  g_autofree char *text_heard = g_strconcat (date, C_ ("line", ", "), time_heard, NULL);

  add_line (self, _ ("When"), text, text_heard);
}

static void
fill (CarrelOccurrenceDialog *self,
      const CarrelOccurrence *occurrence,
      const CarrelFormatContext *read,
      const CarrelFormatContext *heard)
{
  g_autofree char *remark = carrel_format_occurrence_remark (occurrence, read);
  g_autofree char *room = occurrence->location != NULL && (heard->flags & CARREL_FORMAT_SPOKEN) != 0
                              ? carrel_format_room_spoken (occurrence->location)
                              : NULL;

  add_when (self, occurrence, read, heard);
  add_line (self, C_ ("kind", "Section"), carrel_occurrence_get_section (occurrence), NULL);
  add_line (self, _ ("Place"), occurrence->location, room);
  add_line (self, _ ("Person"), occurrence->person, NULL);
  add_line (self, _ ("Role"), carrel_format_role (occurrence->role), NULL);
  add_line (self, _ ("How"), carrel_format_mode (occurrence->mode), NULL);
  add_line (self, _ ("Note"), remark, NULL);
  add_segments (self, occurrence, read);
  if (occurrence->row != NULL)
    add_row (self, occurrence->row);
  /* Translators: a link to an online meeting */
  add_link (self, occurrence->url, _ ("Join online"));
  add_line (self, _ ("Course"), occurrence->course->title, NULL);
}

static void
carrel_occurrence_dialog_dispose (GObject *object)
{
  g_clear_weak_pointer (&CARREL_OCCURRENCE_DIALOG (object)->view);
  G_OBJECT_CLASS (carrel_occurrence_dialog_parent_class)->dispose (object);
}

static void
carrel_occurrence_dialog_class_init (CarrelOccurrenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_occurrence_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-occurrence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelOccurrenceDialog, lines);
}

static void
carrel_occurrence_dialog_init (CarrelOccurrenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static CarrelOccurrenceDialog *
make_dialog (CarrelView *view, const char *title)
{
  CarrelOccurrenceDialog *self = g_object_new (CARREL_TYPE_OCCURRENCE_DIALOG, "title", title, NULL);

  g_set_weak_pointer (&self->view, view);
  return self;
}

/**
 * carrel_occurrence_dialog_new:
 * @view: the view that opens links
 * @occurrence: what to show
 * @read: who is looking, and when, for what is seen
 * @heard: the same for what is heard
 *
 * Returns: (transfer none): a dialog, owned by GTK until it is closed
 */
GtkWidget *
carrel_occurrence_dialog_new (CarrelView *view,
                              CarrelOccurrence *occurrence,
                              const CarrelFormatContext *read,
                              const CarrelFormatContext *heard)
{
  g_autofree char *title = carrel_format_occurrence_title (occurrence);
  CarrelOccurrenceDialog *self = make_dialog (view, title);

  fill (self, occurrence, read, heard);
  return GTK_WIDGET (self);
}

/**
 * carrel_occurrence_dialog_new_for_row:
 * @view: the view that opens links
 * @row: a dated row
 * @date: its resolved date; no date when it has none
 * @read: who is looking, and when
 *
 * Returns: (transfer none): a dialog, owned by GTK until it is closed
 */
GtkWidget *
carrel_occurrence_dialog_new_for_row (CarrelView *view,
                                      CarrelScheduleRow *row,
                                      CarrelDate date,
                                      const CarrelFormatContext *read)
{
  CarrelOccurrenceDialog *self = make_dialog (view, row->topic != NULL ? row->topic : _ ("Date"));
  CarrelDate today = carrel_zone_get_date (read->zone, read->now, NULL);
  g_autofree char *text
      = carrel_date_is_set (date) ? carrel_format_date (date, today) : g_strdup (_ ("No date"));

  add_line (self, _ ("When"), text, NULL);
  add_row (self, row);
  return GTK_WIDGET (self);
}
