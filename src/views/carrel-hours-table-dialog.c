/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell is an entry named with its column and the person of its row. All rows are checked while
 * one types and are saved together, as one step of undo. */
#define G_LOG_DOMAIN "carrel-hours-table-dialog"

#include "config.h"

#include "carrel-hours-table-dialog.h"

#include "carrel-accessible.h"
#include "carrel-choice-button.h"
#include "carrel-form-draft.h"
#include "carrel-hour-check.h"
#include "carrel-hour-request.h"
#include "carrel-notice-list.h"
#include "carrel-record-dialog.h"
#include "carrel-store-edits.h"

#include <glib/gi18n.h>

struct _CarrelHoursTableDialog
{
  CarrelDialog parent_instance;

  CarrelView *view; /* weak */
  char *course_id;
  CarrelCourse *course;
  GTimeZone *zone;
  CarrelFormatContext context; /* borrows the zone */
  gint64 from;
  GPtrArray *hours; /* of CarrelOfficeHour: copies that are edited */
  CarrelFormDraft *draft;
  GHashTable *wrong; /* entries that do not fit */

  GtkWidget *save_button;
  CarrelNoticeList *warnings;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (CarrelHoursTableDialog, carrel_hours_table_dialog, CARREL_TYPE_DIALOG)

#define FIELD_KEY  "carrel-field"
#define HOUR_KEY   "carrel-hour"
#define UNREAD_KEY "carrel-unread" /* set where the text is no time */

static const struct
{
  const char *field;
  const char *title;
  int n_chars;
} columns[] = {
  { "person", N_ ("Person"), 16 }, { "day", N_ ("Day"), 0 },         { "start", N_ ("From"), 8 },
  { "end", N_ ("Until"), 8 },      { "location", N_ ("Place"), 14 },
};

/* The rows that are not as the course has them. */
static GPtrArray *
list_changed (CarrelHoursTableDialog *self)
{
  GPtrArray *changed = g_ptr_array_new ();

  for (guint i = 0; i < self->hours->len; i++)
    if (!carrel_record_equal (g_ptr_array_index (self->hours, i),
                              g_ptr_array_index (self->course->office_hours, i)))
      g_ptr_array_add (changed, g_ptr_array_index (self->hours, i));
  return changed;
}

static void
mark_entry (CarrelHoursTableDialog *self, GtkWidget *entry, const char *reason)
{
  if (reason == NULL && !g_hash_table_contains (self->wrong, entry))
    return;
  if (reason == NULL)
    g_hash_table_remove (self->wrong, entry);
  else
    g_hash_table_add (self->wrong, entry);
  if (reason == NULL)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  carrel_accessible_set_invalid (entry, reason != NULL, reason);
}

/* Any text is a person or a place; only times can be wrong, one by one or both together. What was
 * the wrong way round before is no fault of this form. */
static gboolean
check_row (CarrelHoursTableDialog *self, guint index)
{
  const CarrelOfficeHour *hour = g_ptr_array_index (self->hours, index);
  gboolean is_odd = !carrel_record_equal (hour, self->course->office_hours->pdata[index])
                    && carrel_hour_request_ends_before_start (hour->start, hour->end);

  for (int column = 0; column < (int) G_N_ELEMENTS (columns); column++)
    {
      GtkWidget *entry = gtk_grid_get_child_at (self->grid, column, (int) index + 1);
      gboolean is_end = g_str_equal (columns[column].field, "end");

      if (g_object_get_data (G_OBJECT (entry), UNREAD_KEY) != NULL)
        mark_entry (self, entry, _ ("A time, such as 15:00 or 3 pm"));
      else if (GTK_IS_ENTRY (entry))
        mark_entry (self, entry,
                    is_odd && is_end ? _ ("These hours end before they start.") : NULL);
    }
  return !is_odd;
}

/* Says what is odd about the rows that were changed, or would be taken twice. */
static void
check (CarrelHoursTableDialog *self)
{
  g_autoptr (GPtrArray) changed = list_changed (self);
  g_autoptr (CarrelCourse) trial = NULL;
  g_autofree char *clashes = NULL;
  const char *warnings[4] = { carrel_form_draft_get_notice (self->draft), NULL, NULL, NULL };
  guint n_warnings = warnings[0] != NULL ? 1 : 0;
  gboolean is_right = TRUE;

  for (guint i = 0; i < self->hours->len; i++)
    is_right = check_row (self, i) && is_right;
  gtk_widget_set_sensitive (self->save_button, g_hash_table_size (self->wrong) == 0);
  if (!is_right)
    warnings[n_warnings++] = _ ("These hours end before they start.");
  trial = carrel_hour_request_apply (self->course, changed);
  clashes = carrel_hour_check_find (self->course, trial, self->from, &self->context);
  warnings[n_warnings] = clashes;
  carrel_notice_list_set (self->warnings, warnings);
  carrel_notice_list_warn (self->warnings, clashes, self->save_button);
}

static void
on_entry_changed_cb (CarrelHoursTableDialog *self, GtkEditable *entry)
{
  CarrelOfficeHour *hour = g_object_get_data (G_OBJECT (entry), HOUR_KEY);
  const char *field = g_object_get_data (G_OBJECT (entry), FIELD_KEY);
  gboolean is_right = carrel_record_dialog_read_field (hour, field, gtk_editable_get_text (entry));

  g_object_set_data (G_OBJECT (entry), UNREAD_KEY, is_right ? NULL : self);
  check (self);
}

/* Return does not press a button that cannot be pressed; it says why. */
static void
on_entry_activated_cb (CarrelHoursTableDialog *self)
{
  for (guint i = 0; i < self->hours->len; i++)
    for (int column = 0; column < (int) G_N_ELEMENTS (columns); column++)
      {
        GtkWidget *entry = gtk_grid_get_child_at (self->grid, column, (int) i + 1);

        if (g_hash_table_contains (self->wrong, entry))
          {
            carrel_accessible_point_at (entry);
            return;
          }
      }
}

static void
on_day_changed_cb (CarrelHoursTableDialog *self, GParamSpec *pspec, CarrelChoiceButton *button)
{
  CarrelOfficeHour *hour = g_object_get_data (G_OBJECT (button), HOUR_KEY);

  hour->day = carrel_day_from_code (carrel_choice_button_get_selected (button));
  check (self);
}

static GtkWidget *
make_day (CarrelHoursTableDialog *self, CarrelOfficeHour *hour, const char *name)
{
  GtkWidget *button = carrel_choice_button_new (name);

  for (guint i = 0; i < CARREL_N_DAYS; i++)
    {
      CarrelDays day = carrel_day_from_index (i);

      carrel_choice_button_append (CARREL_CHOICE_BUTTON (button), carrel_day_to_code (day),
                                   carrel_format_weekday (day));
    }
  if (hour->day != CARREL_DAY_NONE)
    carrel_choice_button_set_selected (CARREL_CHOICE_BUTTON (button),
                                       carrel_day_to_code (hour->day));
  g_signal_connect_object (button, "notify::selected", G_CALLBACK (on_day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_entry (CarrelHoursTableDialog *self, CarrelOfficeHour *hour, guint column, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text
      = carrel_record_dup_field (hour, carrel_record_find_field (hour, columns[column].field));

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), columns[column].n_chars);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_entry_activated_cb), self,
                           G_CONNECT_SWAPPED);
  carrel_accessible_set_label (entry, name);
  g_object_set_data (G_OBJECT (entry), FIELD_KEY, (gpointer) columns[column].field);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return entry;
}

static void
add_cell (CarrelHoursTableDialog *self, CarrelOfficeHour *hour, guint column, int row)
{
  const char *person = hour->person != NULL ? hour->person : hour->location;
  /* Translators: a cell of a table as it is heard: the column and the row, as in "From, Ada" */
  g_autofree char *name = g_strdup_printf (C_ ("cell", "%s, %s"), _ (columns[column].title),
                                           person != NULL ? person : "");
  GtkWidget *cell = columns[column].n_chars == 0 ? make_day (self, hour, name)
                                                 : make_entry (self, hour, column, name);

  g_object_set_data (G_OBJECT (cell), HOUR_KEY, hour);
  gtk_widget_set_hexpand (cell, columns[column].n_chars > 10);
  carrel_form_draft_add (self->draft, cell);
  gtk_grid_attach (self->grid, cell, (int) column, row, 1, 1);
}

static void
fill (CarrelHoursTableDialog *self)
{
  for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
    {
      GtkWidget *title
          = g_object_new (GTK_TYPE_LABEL, "label", _ (columns[column].title), "xalign", 0.0f,
                          "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (title, "caption-heading");
      gtk_grid_attach (self->grid, title, (int) column, 0, 1, 1);
    }
  for (guint i = 0; i < self->hours->len; i++)
    for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
      add_cell (self, g_ptr_array_index (self->hours, i), column, (int) i + 1);
}

static void
on_save_clicked_cb (CarrelHoursTableDialog *self)
{
  g_autoptr (CarrelHoursTableDialog) kept = g_object_ref (self);
  g_autoptr (GPtrArray) changed = list_changed (self);
  g_autoptr (GError) error = NULL;

  if (gtk_window_get_focus (GTK_WINDOW (self)) != self->save_button
      && carrel_notice_list_stop (self->warnings))
    return;
  carrel_form_draft_settle (self->draft);
  if (self->view != NULL && changed->len == 0)
    carrel_view_toast (self->view, _ ("Nothing changed"));
  else if (self->view != NULL)
    {
      if (carrel_store_save_facts (carrel_view_get_store (self->view), self->course_id,
                                   _ ("Edit office hours"), changed, &error))
        carrel_view_toast_undo (self->view, _ ("Office hours changed"));
      if (error != NULL)
        carrel_form_draft_fail (self->draft, error->message);
    }
  if (carrel_form_draft_is_settled (self->draft))
    gtk_window_close (GTK_WINDOW (kept));
  else
    check (self);
}

static void
on_cancel_clicked_cb (CarrelHoursTableDialog *self)
{
  carrel_form_draft_settle (self->draft);
  gtk_window_close (GTK_WINDOW (self));
}

/* Only "Cancel" gives up what was typed: Escape is pressed too easily. */
static gboolean
carrel_hours_table_dialog_close_request (GtkWindow *window)
{
  carrel_form_draft_leave (CARREL_HOURS_TABLE_DIALOG (window)->draft);
  return GTK_WINDOW_CLASS (carrel_hours_table_dialog_parent_class)->close_request (window);
}

static void
carrel_hours_table_dialog_dispose (GObject *object)
{
  CarrelHoursTableDialog *self = CARREL_HOURS_TABLE_DIALOG (object);

  g_clear_weak_pointer (&self->view);
  G_OBJECT_CLASS (carrel_hours_table_dialog_parent_class)->dispose (object);
}

static void
carrel_hours_table_dialog_finalize (GObject *object)
{
  CarrelHoursTableDialog *self = CARREL_HOURS_TABLE_DIALOG (object);

  g_free (self->course_id);
  g_clear_pointer (&self->course, carrel_record_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_ptr_array_unref (self->hours);
  g_hash_table_unref (self->wrong);
  carrel_form_draft_free (self->draft);
  G_OBJECT_CLASS (carrel_hours_table_dialog_parent_class)->finalize (object);
}

static void
carrel_hours_table_dialog_class_init (CarrelHoursTableDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CARREL_TYPE_NOTICE_LIST);
  G_OBJECT_CLASS (klass)->dispose = carrel_hours_table_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = carrel_hours_table_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = carrel_hours_table_dialog_close_request;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-hours-table-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelHoursTableDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, CarrelHoursTableDialog, warnings);
  gtk_widget_class_bind_template_child (widget_class, CarrelHoursTableDialog, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
carrel_hours_table_dialog_init (CarrelHoursTableDialog *self)
{
  self->hours = g_ptr_array_new_with_free_func (carrel_record_unref);
  self->wrong = g_hash_table_new (NULL, NULL);
  self->draft = carrel_form_draft_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
}

/* What was typed is offered only for the same hours in the same order. */
static void
offer_draft (CarrelHoursTableDialog *self)
{
  g_autoptr (GString) key = g_string_new ("hours-table\n");

  g_string_append (key, self->course_id);
  for (guint i = 0; i < self->hours->len; i++)
    {
      const char *id = carrel_record_get_id (g_ptr_array_index (self->hours, i));

      g_string_append_printf (key, "\n%s", id != NULL ? id : "");
    }
  carrel_form_draft_offer (self->draft, GTK_WIDGET (self->view), key->str);
}

/**
 * carrel_hours_table_dialog_new:
 * @view: the view of one course
 * @time: its state of time, with that course
 *
 * Returns: (transfer none): a dialog, owned by GTK until it is closed
 */
GtkWidget *
carrel_hours_table_dialog_new (CarrelView *view, const CarrelViewTime *time)
{
  CarrelHoursTableDialog *self = g_object_new (CARREL_TYPE_HOURS_TABLE_DIALOG, NULL);
  const char *course_id = carrel_view_get_course_id (view);

  g_set_weak_pointer (&self->view, view);
  self->course = carrel_record_ref (g_ptr_array_index (time->courses, 0));
  self->course_id = g_strdup (course_id != NULL ? course_id : self->course->id);
  self->zone = g_time_zone_ref (time->zone);
  self->context = time->read;
  self->context.zone = self->zone;
  self->from = carrel_view_time_get_midnight (time, carrel_view_time_get_anchor (time));
  for (guint i = 0; i < self->course->office_hours->len; i++)
    g_ptr_array_add (self->hours,
                     carrel_record_copy (g_ptr_array_index (self->course->office_hours, i)));
  fill (self);
  offer_draft (self);
  if (self->hours->len > 0)
    gtk_window_set_focus (GTK_WINDOW (self), gtk_grid_get_child_at (self->grid, 0, 1));
  return GTK_WIDGET (self);
}
