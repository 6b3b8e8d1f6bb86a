/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A tick counts at once: the schedule behind the dialog follows. */
#define G_LOG_DOMAIN "carrel-schedule-filter-dialog"

#include "config.h"

#include "carrel-schedule-filter-dialog.h"

#include "carrel-accessible.h"
#include "carrel-check-row.h"
#include "carrel-focus-scroll.h"
#include "carrel-format-occurrence.h"

#include <glib/gi18n.h>

struct _CarrelScheduleFilterDialog
{
  CarrelDialog parent_instance;

  GSettings *settings;

  GtkScrolledWindow *scroller;
  GtkListBox *kinds;
  AdwPreferencesGroup *course_group;
  GtkListBox *courses;
};

G_DEFINE_FINAL_TYPE (CarrelScheduleFilterDialog, carrel_schedule_filter_dialog, CARREL_TYPE_DIALOG)

static void
on_ticked_cb (CarrelScheduleFilterDialog *self, GParamSpec *pspec, CarrelCheckRow *row)
{
  carrel_schedule_filter_show (self->settings, g_object_get_data (G_OBJECT (row), "key"),
                               g_object_get_data (G_OBJECT (row), "id"),
                               carrel_check_row_get_active (row));
}

static void
add_row (CarrelScheduleFilterDialog *self, const char *key, const char *id, const char *title)
{
  GtkWidget *row = carrel_check_row_new (title, NULL);
  gboolean is_kind = g_str_equal (key, CARREL_SCHEDULE_FILTER_KINDS);

  g_object_set_data (G_OBJECT (row), "key", (gpointer) key);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  carrel_check_row_set_active (CARREL_CHECK_ROW (row),
                               carrel_schedule_filter_is_shown (self->settings, key, id));
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_ticked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (is_kind ? self->kinds : self->courses, row);
}

static void
tick_all (GtkListBox *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (CARREL_IS_CHECK_ROW (row))
      carrel_check_row_set_active (CARREL_CHECK_ROW (row), TRUE);
}

static void
on_everything_clicked_cb (CarrelScheduleFilterDialog *self)
{
  tick_all (self->kinds);
  tick_all (self->courses);
  carrel_schedule_filter_clear (self->settings);
}

static void
carrel_schedule_filter_dialog_dispose (GObject *object)
{
  g_clear_object (&CARREL_SCHEDULE_FILTER_DIALOG (object)->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), CARREL_TYPE_SCHEDULE_FILTER_DIALOG);
  G_OBJECT_CLASS (carrel_schedule_filter_dialog_parent_class)->dispose (object);
}

static void
carrel_schedule_filter_dialog_class_init (CarrelScheduleFilterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_schedule_filter_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-schedule-filter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleFilterDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleFilterDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleFilterDialog, course_group);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleFilterDialog, courses);
  gtk_widget_class_bind_template_callback (widget_class, on_everything_clicked_cb);
}

static void
carrel_schedule_filter_dialog_init (CarrelScheduleFilterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_focus_scroll_attach (self->scroller);
}

/**
 * carrel_schedule_filter_dialog_new:
 * @settings: the settings
 * @time: the state of time of the schedule, for its courses
 *
 * Returns: (transfer none): a dialog, owned by GTK until it is closed
 */
GtkWidget *
carrel_schedule_filter_dialog_new (GSettings *settings, const CarrelViewTime *time)
{
  CarrelScheduleFilterDialog *self = g_object_new (CARREL_TYPE_SCHEDULE_FILTER_DIALOG, NULL);

  self->settings = g_object_ref (settings);
  for (const CarrelScheduleKind *kind = carrel_schedule_filter_kinds; kind->id != NULL; kind++)
    add_row (self, CARREL_SCHEDULE_FILTER_KINDS, kind->id, _ (kind->label));
  for (guint i = 0; i < time->courses->len; i++)
    {
      const CarrelCourse *course = g_ptr_array_index (time->courses, i);

      if (course->id != NULL)
        add_row (self, CARREL_SCHEDULE_FILTER_COURSES, course->id, carrel_format_course (course));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->course_group), time->courses->len > 1);
  gtk_widget_child_focus (GTK_WIDGET (self->kinds), GTK_DIR_TAB_FORWARD);
  return GTK_WIDGET (self);
}
