/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists the visits that a student noted, the newest first. Activating one takes it away, which can
 * be undone. The log is private: no export has it. */
#define G_LOG_DOMAIN "carrel-visits-dialog"

#include "config.h"

#include "carrel-visits-dialog.h"

#include "carrel-accessible.h"
#include "carrel-empty-page.h"
#include "carrel-fact.h"
#include "carrel-store-marks.h"

#include <glib/gi18n.h>

struct _CarrelVisitsDialog
{
  CarrelDialog parent_instance;

  CarrelView *view; /* weak */

  GtkListBox *visits;
  CarrelEmptyPage *empty;
};

#define COURSE_KEY "carrel-course"
#define VISIT_KEY  "carrel-visit"

G_DEFINE_FINAL_TYPE (CarrelVisitsDialog, carrel_visits_dialog, CARREL_TYPE_DIALOG)

static void
update_empty (CarrelVisitsDialog *self)
{
  gboolean is_any = gtk_list_box_get_row_at_index (self->visits, 0) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->visits), is_any);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), !is_any);
}

static void
on_remove_clicked_cb (CarrelVisitsDialog *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  const char *course_id = g_object_get_data (G_OBJECT (row), COURSE_KEY);
  gint64 *visit = g_object_get_data (G_OBJECT (row), VISIT_KEY);
  g_autoptr (GError) error = NULL;

  if (self->view == NULL)
    return;
  if (carrel_store_remove_visit (carrel_view_get_store (self->view), course_id, *visit, &error))
    {
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_BACKWARD);
      gtk_list_box_remove (self->visits, row);
      carrel_view_toast_undo (self->view, _ ("Visit removed"));
      update_empty (self);
    }
  carrel_view_report (self->view, error);
}

static const char *
get_person (CarrelCourse *course, const CarrelVisit *visit)
{
  const CarrelOfficeHour *hour = carrel_fact_find (course, "office_hour", visit->fact);

  return hour != NULL && hour->person != NULL ? hour->person : _ ("Office hours");
}

static void
append_visit (CarrelVisitsDialog *self,
              const CarrelViewTime *time,
              CarrelCourse *course,
              const CarrelVisit *visit)
{
  g_autofree char *when
      = carrel_format_moment (visit->at, time->read.now, time->zone, time->read.flags);
  g_autofree char *title = g_markup_escape_text (get_person (course, visit), -1);
  /* Translators: a person and a time, as in "Remove the visit to Kedi Xu, yesterday 5 pm" */
  g_autofree char *name
      = g_strdup_printf (_ ("Remove the visit to %s, %s"), get_person (course, visit), when);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", when,
                                 "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  carrel_accessible_set_label (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data_full (G_OBJECT (row), COURSE_KEY, g_strdup (course->id), g_free);
  g_object_set_data_full (G_OBJECT (row), VISIT_KEY, g_memdup2 (&visit->id, sizeof visit->id),
                          g_free);
  gtk_list_box_prepend (self->visits, row);
}

static void
append_course (CarrelVisitsDialog *self, const CarrelViewTime *time, CarrelCourse *course)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) visits
      = carrel_store_list_visits (carrel_view_get_store (self->view), course->id, &error);

  for (guint i = 0; visits != NULL && i < visits->len; i++)
    append_visit (self, time, course, g_ptr_array_index (visits, i));
  carrel_view_report (self->view, error);
}

static void
carrel_visits_dialog_dispose (GObject *object)
{
  g_clear_weak_pointer (&CARREL_VISITS_DIALOG (object)->view);
  G_OBJECT_CLASS (carrel_visits_dialog_parent_class)->dispose (object);
}

static void
carrel_visits_dialog_class_init (CarrelVisitsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_visits_dialog_dispose;
  g_type_ensure (CARREL_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-visits-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelVisitsDialog, visits);
  gtk_widget_class_bind_template_child (widget_class, CarrelVisitsDialog, empty);
}

static void
carrel_visits_dialog_init (CarrelVisitsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * carrel_visits_dialog_new:
 * @view: the view
 * @time: its state of time, with the courses whose visits are listed
 *
 * Returns: (transfer none): a dialog, owned by GTK until it is closed
 */
GtkWidget *
carrel_visits_dialog_new (CarrelView *view, const CarrelViewTime *time)
{
  CarrelVisitsDialog *self = g_object_new (CARREL_TYPE_VISITS_DIALOG, NULL);

  g_set_weak_pointer (&self->view, view);
  for (guint i = 0; i < time->courses->len; i++)
    append_course (self, time, g_ptr_array_index (time->courses, i));
  update_empty (self);
  return GTK_WIDGET (self);
}
