/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of term rows in the order of the page, which is the order of the course. */
#define G_LOG_DOMAIN "carrel-term-table"

#include "config.h"

#include "carrel-term-table.h"

#include "carrel-accessible.h"

#include <glib/gi18n.h>

struct _CarrelTermTable
{
  AdwBin parent_instance;

  CarrelCourse *course;
  GtkListBox *list;
  GPtrArray *rows; /* of CarrelTermRow, borrowed from the list */
};

enum
{
  SIGNAL_ROW_ACTIVATED,
  SIGNAL_DONE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CarrelTermTable, carrel_term_table, ADW_TYPE_BIN)

static void
on_row_activated_cb (CarrelTermTable *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_ROW_ACTIVATED], 0, row);
}

static void
on_done_toggled_cb (CarrelTermTable *self, CarrelTermRow *row)
{
  g_signal_emit (self, signals[SIGNAL_DONE_CHANGED], 0, row);
}

static void
add_row (CarrelTermTable *self, CarrelScheduleRow *fact)
{
  CarrelDate date = carrel_date_is_set (fact->date) ? fact->date : fact->date_inferred;
  GtkWidget *row = carrel_term_row_new (
      fact, carrel_date_resolve (date, self->course->starts_on, self->course->ends_on));

  g_signal_connect_object (row, "done-toggled", G_CALLBACK (on_done_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  gtk_list_box_append (self->list, row);
}

static void
fill (CarrelTermTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; self->course != NULL && i < self->course->schedule->len; i++)
    add_row (self, g_ptr_array_index (self->course->schedule, i));
}

static void
carrel_term_table_finalize (GObject *object)
{
  CarrelTermTable *self = CARREL_TERM_TABLE (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->course, carrel_record_unref);
  G_OBJECT_CLASS (carrel_term_table_parent_class)->finalize (object);
}

static void
carrel_term_table_class_init (CarrelTermTableClass *klass)
{
  static const char *const names[N_SIGNALS] = { "row-activated", "done-changed" };

  G_OBJECT_CLASS (klass)->finalize = carrel_term_table_finalize;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 1, CARREL_TYPE_TERM_ROW);
}

static void
carrel_term_table_init (CarrelTermTable *self)
{
  self->rows = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "agenda");
  carrel_accessible_set_label (self->list, _ ("The term"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * carrel_term_table_set_course:
 * @self: a table
 * @course: (nullable): the course whose dated rows are shown
 * @done: (nullable): a set of the ids of rows that are marked
 * @today: the viewer's date
 *
 * Shows a course; the rows stay when it is the same one.
 */
void
carrel_term_table_set_course (CarrelTermTable *self,
                              CarrelCourse *course,
                              GHashTable *done,
                              CarrelDate today)
{
  if (course != self->course)
    {
      g_clear_pointer (&self->course, carrel_record_unref);
      self->course = course != NULL ? carrel_record_ref (course) : NULL;
      fill (self);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      CarrelTermRow *row = g_ptr_array_index (self->rows, i);
      const char *id = carrel_term_row_get_fact (row)->id;

      carrel_term_row_update (row, today,
                              done != NULL && id != NULL && g_hash_table_contains (done, id));
    }
}

/**
 * carrel_term_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows are shown
 */
guint
carrel_term_table_get_n_rows (CarrelTermTable *self)
{
  return self->rows->len;
}

/**
 * carrel_term_table_reveal:
 * @self: a table
 * @fact_id: the id of a dated row
 *
 * Puts the focus on a row.
 *
 * Returns: whether it is there
 */
gboolean
carrel_term_table_reveal (CarrelTermTable *self, const char *fact_id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (g_strcmp0 (carrel_term_row_get_fact (CARREL_TERM_ROW (row))->id, fact_id) == 0)
        return gtk_widget_grab_focus (row);
    }
  return FALSE;
}

/**
 * carrel_term_table_focus_date:
 * @self: a table
 * @date: a date with its year
 *
 * Puts the focus on the first row of that day, or of the next one that has a row; on the last row
 * when there is none later.
 *
 * Returns: whether a row took it
 */
gboolean
carrel_term_table_focus_date (CarrelTermTable *self, CarrelDate date)
{
  GtkWidget *best = NULL;
  int best_distance = G_MAXINT;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      CarrelDate of_row = carrel_term_row_get_date (CARREL_TERM_ROW (row));
      int distance = carrel_date_is_set (of_row) ? carrel_date_days_until (date, of_row) : 0;

      if (!carrel_date_is_set (of_row))
        continue;
      /* What is over counts less than anything to come. */
      distance = distance < 0 ? G_MAXINT / 2 - distance : distance;
      if (distance < best_distance)
        best = row;
      best_distance = MIN (best_distance, distance);
    }
  return best != NULL && gtk_widget_grab_focus (best);
}
