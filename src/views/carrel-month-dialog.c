/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Has a timetable of its own, because the one of the view may be replaced while it is open. */
#define G_LOG_DOMAIN "carrel-month-dialog"

#include "config.h"

#include "carrel-month-dialog.h"

#include "carrel-accessible.h"
#include "carrel-month-grid.h"
#include "carrel-schedule-filter.h"

#include <glib/gi18n.h>

#define MAX_TITLES 4

struct _CarrelMonthDialog
{
  CarrelDialog parent_instance;

  CarrelView *view; /* below which the dialog stands */
  CarrelViewTime *time;
  GSettings *settings;

  GtkLabel *title;
  CarrelMonthGrid *grid;
};

static guint chosen;

G_DEFINE_FINAL_TYPE (CarrelMonthDialog, carrel_month_dialog, CARREL_TYPE_DIALOG)

/* "2 events: 5 pm GPU acceleration; HW2 due" */
static char *
describe_day (CarrelDate day, CarrelOccurrenceKind *kinds, gpointer user_data)
{
  CarrelMonthDialog *self = user_data;
  g_autoptr (GPtrArray) found = carrel_schedule_filter_list (self->settings, self->time, day,
                                                             carrel_date_add_days (day, 1));
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_autofree char *count = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      const CarrelOccurrence *occurrence = g_ptr_array_index (found, i);

      *kinds = (CarrelOccurrenceKind) (*kinds | occurrence->kind);
      if (i < MAX_TITLES)
        g_ptr_array_add (titles, carrel_format_occurrence_title (occurrence));
    }
  if (found->len == 0)
    return g_strdup (_ ("no events"));
  g_ptr_array_add (titles, NULL);
  /* Translators: between the titles of the events of a day */
  text = g_strjoinv (C_ ("events of a day", "; "), (char **) titles->pdata);
  count = g_strdup_printf (ngettext ("%u event", "%u events", found->len), found->len);
  /* Translators: how many events a day has, and their titles, as in "2 events: GPUs; HW2 due" */
  return g_strdup_printf (C_ ("events of a day", "%s: %s"), count, text);
}

static void
on_month_changed_cb (CarrelMonthDialog *self)
{
  g_autofree char *month = carrel_format_month (carrel_month_grid_get_day (self->grid));

  gtk_label_set_text (self->title, month);
}

static void
on_day_activated_cb (CarrelMonthDialog *self)
{
  g_signal_emit (self, chosen, 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* The focus stays at the button, so nothing else says where this has led. */
static void
step (CarrelMonthDialog *self, int direction)
{
  carrel_month_grid_step (self->grid, direction);
  carrel_view_announce (self->view, gtk_label_get_text (self->title));
}

static void
on_previous_clicked_cb (CarrelMonthDialog *self)
{
  step (self, -1);
}

static void
on_next_clicked_cb (CarrelMonthDialog *self)
{
  step (self, 1);
}

static void
carrel_month_dialog_dispose (GObject *object)
{
  CarrelMonthDialog *self = CARREL_MONTH_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CARREL_TYPE_MONTH_DIALOG);
  g_clear_pointer (&self->time, carrel_view_time_free);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (carrel_month_dialog_parent_class)->dispose (object);
}

static void
carrel_month_dialog_class_init (CarrelMonthDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_month_dialog_dispose;
  chosen = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                         NULL, G_TYPE_NONE, 0);
  g_type_ensure (CARREL_TYPE_MONTH_GRID);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-month-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelMonthDialog, title);
  gtk_widget_class_bind_template_child (widget_class, CarrelMonthDialog, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_month_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_day_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
}

static void
carrel_month_dialog_init (CarrelMonthDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * carrel_month_dialog_new:
 * @view: the view whose courses and settings are used
 * @date: the date to begin with
 *
 * Returns: (transfer none): a dialog, owned by GTK until it is closed
 */
GtkWidget *
carrel_month_dialog_new (CarrelView *view, CarrelDate date)
{
  CarrelMonthDialog *self = g_object_new (CARREL_TYPE_MONTH_DIALOG, NULL);
  CarrelDate week;

  self->view = view;
  self->settings = g_object_ref (carrel_view_get_settings (view));
  self->time = carrel_view_time_new (view);
  week = carrel_view_time_get_week (self->time, view, date);
  carrel_month_grid_set_source (self->grid, describe_day, self);
  carrel_month_grid_set_first_day (self->grid, carrel_date_get_weekday (week));
  carrel_month_grid_set_today (self->grid, self->time->today);
  carrel_month_grid_set_day (self->grid, date);
  gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD);
  return GTK_WIDGET (self);
}

/**
 * carrel_month_dialog_get_date:
 * @self: a dialog
 *
 * Returns: the date that is chosen
 */
CarrelDate
carrel_month_dialog_get_date (CarrelMonthDialog *self)
{
  return carrel_month_grid_get_day (self->grid);
}
