/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the term table. The row says everything; the check button beside it is a stop of its
 * own, named with the topic. */
#define G_LOG_DOMAIN "carrel-term-row"

#include "config.h"

#include "carrel-term-row.h"

#include "carrel-accessible.h"
#include "carrel-course.h"
#include "carrel-format.h"

#include <glib/gi18n.h>

struct _CarrelTermRow
{
  GtkListBoxRow parent_instance;

  CarrelScheduleRow *fact;
  CarrelDate date;
  gboolean is_updating;

  GtkLabel *date_label;
  GtkLabel *topic_label;
  GtkLabel *detail_label;
  GtkCheckButton *done_button;
};

static guint done_toggled;

G_DEFINE_FINAL_TYPE (CarrelTermRow, carrel_term_row, GTK_TYPE_LIST_BOX_ROW)

/* Keeps a line when what it says is there. */
static void
add_line (GPtrArray *lines, const char *text, char *line)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (lines, line);
  else
    g_free (line);
}

static char *
format_details (CarrelTermRow *self, const char *between)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_links = self->fact->links->len;

  /* Translators: %s is the number or the name of a week of the term */
  add_line (lines, self->fact->week, g_strdup_printf (_ ("Week %s"), self->fact->week));
  /* Translators: %s is what to read for a class */
  add_line (lines, self->fact->readings,
            g_strdup_printf (_ ("Readings: %s"), self->fact->readings));
  /* Translators: %s is what a course table says about homework */
  add_line (lines, self->fact->homework,
            g_strdup_printf (_ ("Homework: %s"), self->fact->homework));
  /* Translators: %s is what a course table says is due */
  add_line (lines, self->fact->due, g_strdup_printf (_ ("Due: %s"), self->fact->due));
  if (!carrel_date_is_set (self->fact->date) && carrel_date_is_set (self->date))
    g_ptr_array_add (lines, g_strdup (_ ("Date worked out from the class pattern")));
  if (n_links > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("%u link", "%u links", n_links), n_links));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (between, (char **) lines->pdata);
}

static char *
format_date (CarrelTermRow *self, CarrelDate today, gboolean is_heard)
{
  if (!carrel_date_is_set (self->date))
    return g_strdup (_ ("No date"));
  if (carrel_date_is_set (self->fact->date_end) && self->fact->date_end.year != 0)
    return carrel_format_date_range (self->date, self->fact->date_end, today);
  return is_heard ? carrel_format_date (self->date, today)
                  : carrel_format_date_short (self->date, today);
}

static void
on_toggled_cb (CarrelTermRow *self)
{
  carrel_accessible_set_checked (self->done_button,
                                 gtk_check_button_get_active (self->done_button));
  if (!self->is_updating)
    g_signal_emit (self, done_toggled, 0);
}

static void
carrel_term_row_dispose (GObject *object)
{
  CarrelTermRow *self = CARREL_TERM_ROW (object);

  g_clear_pointer (&self->fact, carrel_record_unref);
  G_OBJECT_CLASS (carrel_term_row_parent_class)->dispose (object);
}

static void
carrel_term_row_class_init (CarrelTermRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_term_row_dispose;
  done_toggled = g_signal_new ("done-toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                               NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/carrel/Carrel/ui/carrel-term-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelTermRow, date_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelTermRow, topic_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelTermRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelTermRow, done_button);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled_cb);
}

static void
carrel_term_row_init (CarrelTermRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * carrel_term_row_new:
 * @fact: a dated row
 * @date: its date, resolved against the term; no date when it has none
 *
 * Makes a row; call carrel_term_row_update() before it is shown.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
carrel_term_row_new (CarrelScheduleRow *fact, CarrelDate date)
{
  CarrelTermRow *self = g_object_new (CARREL_TYPE_TERM_ROW, NULL);

  self->fact = carrel_record_ref (fact);
  self->date = date;
  return GTK_WIDGET (self);
}

/**
 * carrel_term_row_get_fact:
 * @self: a row
 *
 * Returns: (transfer none): the dated row that is shown
 */
CarrelScheduleRow *
carrel_term_row_get_fact (CarrelTermRow *self)
{
  return self->fact;
}

/**
 * carrel_term_row_get_date:
 * @self: a row
 *
 * Returns: its resolved date
 */
CarrelDate
carrel_term_row_get_date (CarrelTermRow *self)
{
  return self->date;
}

/**
 * carrel_term_row_is_done:
 * @self: a row
 *
 * Returns: whether its check button is set
 */
gboolean
carrel_term_row_is_done (CarrelTermRow *self)
{
  return gtk_check_button_get_active (self->done_button);
}

/**
 * carrel_term_row_update:
 * @self: a row
 * @today: the viewer's date
 * @is_done: whether the reader has marked it
 *
 * Writes all texts anew.
 */
void
carrel_term_row_update (CarrelTermRow *self, CarrelDate today, gboolean is_done)
{
  const char *topic = self->fact->topic != NULL ? self->fact->topic : "";
  g_autofree char *date = format_date (self, today, FALSE);
  g_autofree char *date_heard = format_date (self, today, TRUE);
  g_autofree char *details = format_details (self, "\n");
  g_autofree char *details_heard = format_details (self, C_ ("line", ", "));
  /* Translators: a date, a topic, and what belongs to it */
  g_autofree char *name
      = g_strdup_printf (C_ ("row of the term", "%s, %s, %s"), date_heard, topic, details_heard);
  /* Translators: name of a check button; %s is a topic */
  g_autofree char *done = g_strdup_printf (_ ("Done: %s"), *topic != '\0' ? topic : date_heard);
  gboolean is_past = carrel_date_is_set (self->date) && carrel_date_compare (self->date, today) < 0;

  gtk_label_set_text (self->date_label, date);
  gtk_label_set_text (self->topic_label, topic);
  gtk_label_set_text (self->detail_label, details);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), *details != '\0');
  carrel_accessible_set_label (self, name);
  carrel_accessible_set_label (self->done_button, done);
  self->is_updating = TRUE;
  gtk_check_button_set_active (self->done_button, is_done);
  carrel_accessible_set_checked (self->done_button, is_done);
  self->is_updating = FALSE;
  if (is_past)
    gtk_widget_add_css_class (GTK_WIDGET (self), "past");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "past");
}
