/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a heading for each day and a button for each event, and works out which lanes and hours
 * they need. */
#define G_LOG_DOMAIN "carrel-week-cells"

#include "config.h"

#include "carrel-week-cells.h"

#include "carrel-accessible.h"
#include "carrel-zone.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_WORK_DAYS 5
#define FIRST_HOUR  9
#define LAST_HOUR   17
#define MAX_LINES   3

static void
clear_cell (gpointer data)
{
  CarrelWeekCell *cell = data;

  g_clear_pointer (&cell->button, gtk_widget_unparent);
  g_clear_pointer (&cell->occurrence, carrel_occurrence_unref);
}

static GtkWidget *
make_button (CarrelWeekCells *self, const char *text, const char *name, const char *style)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (strchr (text, '\n') != NULL)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
    }
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_vexpand (label, TRUE);
  gtk_widget_set_halign (label, GTK_ALIGN_FILL);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, style);
  /* Many events side by side leave a column for one letter: its lines must not leave the box. */
  gtk_widget_set_overflow (button, GTK_OVERFLOW_HIDDEN);
  carrel_accessible_set_label (button, name);
  gtk_widget_set_parent (button, self->parent);
  return button;
}

static int
get_day_of (CarrelWeekCells *self, const CarrelOccurrence *occurrence, int *minutes)
{
  CarrelDate date = occurrence->date;

  *minutes = 0;
  if ((occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) == 0)
    date = carrel_zone_get_date (self->zone, occurrence->start, minutes);
  return carrel_date_days_until (self->first_day, date);
}

/* What began before the week stands on its first day. */
static void
add_event (CarrelWeekCells *self,
           CarrelOccurrence *occurrence,
           const CarrelFormatContext *read,
           const CarrelFormatContext *heard)
{
  g_autofree char *title = carrel_format_occurrence_title (occurrence);
  g_autofree char *time = carrel_format_occurrence_time (occurrence, read);
  g_autofree char *name = carrel_format_occurrence_sentence (occurrence, heard);
  g_autofree char *text = NULL;
  CarrelWeekCell cell = { 0 };
  int day = get_day_of (self, occurrence, &cell.slot.start);

  if (day >= CARREL_N_DAYS)
    return;
  cell.is_all_day = (occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) != 0;
  cell.slot.end = cell.slot.start + (int) ((occurrence->end - occurrence->start) / 60);
  if (day < 0)
    cell.slot.start = 0;
  cell.day = MAX (0, day);
  text = cell.is_all_day ? g_strdup (title) : g_strjoin ("\n", time, title, NULL);
  cell.occurrence = carrel_occurrence_ref (occurrence);
  cell.button = make_button (self, text, name, "week-event");
  gtk_widget_add_css_class (cell.button, carrel_occurrence_kind_get_name (occurrence->kind));
  if ((occurrence->flags & CARREL_OCCURRENCE_CANCELLED) != 0)
    gtk_widget_add_css_class (cell.button, "cancelled");
  g_array_append_val (self->cells, cell);
}

static guint
count_events (CarrelWeekCells *self, int day)
{
  guint n_events = 0;

  for (guint i = 0; i < self->cells->len; i++)
    n_events += carrel_week_cells_get (self, i)->occurrence != NULL
                        && carrel_week_cells_get (self, i)->day == day
                    ? 1
                    : 0;
  return n_events;
}

static void
add_heading (CarrelWeekCells *self, int day, CarrelDate today)
{
  CarrelDate date = carrel_date_add_days (self->first_day, day);
  guint n_events = count_events (self, day);
  g_autofree char *long_date = carrel_format_day_heading (date, today);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  CarrelWeekCell cell = { .day = day, .slot = { -1, -1, 0, 1 } };

  /* Translators: heading of a column: a short day of the week and a day of the month */
  text = g_strdup_printf (C_ ("week", "%s %d"),
                          carrel_format_weekday_short (carrel_date_get_weekday (date)), date.day);
  /* Translators: a date and how many events it has */
  name
      = g_strdup_printf (ngettext ("%s, %u event", "%s, %u events", n_events), long_date, n_events);
  cell.button = make_button (self, text, name, "week-heading");
  if (carrel_date_compare (date, today) == 0)
    gtk_widget_add_css_class (cell.button, "today");
  g_array_append_val (self->cells, cell);
}

static int
compare_cells (gconstpointer one, gconstpointer other)
{
  const CarrelWeekCell *first = one, *second = other;

  if (first->day != second->day)
    return first->day - second->day;
  if (first->occurrence == NULL || second->occurrence == NULL)
    return (first->occurrence != NULL ? 1 : 0) - (second->occurrence != NULL ? 1 : 0);
  if (first->is_all_day != second->is_all_day)
    return first->is_all_day ? -1 : 1;
  return first->slot.start - second->slot.start;
}

static void
assign_lanes (CarrelWeekCells *self, int day)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (CarrelWeekSlot));
  int n_all_day = 0;
  guint at = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      CarrelWeekCell *cell = carrel_week_cells_get (self, i);

      if (cell->day != day || cell->occurrence == NULL)
        continue;
      if (cell->is_all_day)
        cell->row = n_all_day++;
      else
        g_array_append_val (slots, cell->slot);
    }
  self->n_all_day = MAX (self->n_all_day, n_all_day);
  carrel_week_lanes_assign ((CarrelWeekSlot *) (gpointer) slots->data, slots->len);
  for (guint i = 0; i < self->cells->len; i++)
    {
      CarrelWeekCell *cell = carrel_week_cells_get (self, i);

      if (cell->day == day && cell->occurrence != NULL && !cell->is_all_day)
        cell->slot = g_array_index (slots, CarrelWeekSlot, at++);
    }
}

static void
find_hours (CarrelWeekCells *self)
{
  self->first_hour = FIRST_HOUR;
  self->last_hour = LAST_HOUR;
  for (guint i = 0; i < self->cells->len; i++)
    {
      const CarrelWeekCell *cell = carrel_week_cells_get (self, i);

      if (cell->occurrence == NULL || cell->is_all_day)
        continue;
      self->first_hour = MIN (self->first_hour, cell->slot.start / 60);
      self->last_hour = MAX (self->last_hour, MIN (24, (cell->slot.end + 59) / 60));
    }
}

/* The weekend is shown only when something happens on it; days that are left out are the last. */
static int
find_n_days (CarrelWeekCells *self)
{
  int n_days = N_WORK_DAYS;

  for (guint i = 0; i < self->cells->len; i++)
    n_days = MAX (n_days, carrel_week_cells_get (self, i)->day + 1);
  if (carrel_date_get_weekday (self->first_day) != CARREL_MONDAY)
    n_days = CARREL_N_DAYS;
  return n_days;
}

/**
 * carrel_week_cells_init:
 * @self: cells that are all zero
 * @parent: (transfer none): the widget whose children the buttons are
 *
 * Makes an empty week.
 */
void
carrel_week_cells_init (CarrelWeekCells *self, GtkWidget *parent)
{
  self->parent = parent;
  self->cells = g_array_new (FALSE, FALSE, sizeof (CarrelWeekCell));
  g_array_set_clear_func (self->cells, clear_cell);
  self->zone = g_time_zone_new_utc ();
  self->first_day = (CarrelDate){ 1970, 1, 5 };
  self->n_days = N_WORK_DAYS;
  self->first_hour = FIRST_HOUR;
  self->last_hour = LAST_HOUR;
}

/**
 * carrel_week_cells_clear:
 * @self: cells
 *
 * Frees what they hold, and their buttons.
 */
void
carrel_week_cells_clear (CarrelWeekCells *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
}

/**
 * carrel_week_cells_get:
 * @self: cells
 * @index: below the length of @self->cells
 *
 * Returns: (transfer none): a cell, by day and time
 */
CarrelWeekCell *
carrel_week_cells_get (CarrelWeekCells *self, guint index)
{
  return &g_array_index (self->cells, CarrelWeekCell, index);
}

/**
 * carrel_week_cells_fill:
 * @self: cells
 * @first_day: the first day of the week, with its year
 * @occurrences: (element-type CarrelOccurrence): what is on in that week
 * @read: who is looking, and when, for what is seen
 * @heard: the same for what is heard
 *
 * Makes the cells of a week.
 */
void
carrel_week_cells_fill (CarrelWeekCells *self,
                        CarrelDate first_day,
                        GPtrArray *occurrences,
                        const CarrelFormatContext *read,
                        const CarrelFormatContext *heard)
{
  CarrelDate today = carrel_zone_get_date (read->zone, read->now, NULL);

  g_array_set_size (self->cells, 0);
  g_time_zone_ref (read->zone);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = read->zone;
  self->first_day = first_day;
  self->n_all_day = 0;
  for (guint i = 0; i < occurrences->len; i++)
    add_event (self, g_ptr_array_index (occurrences, i), read, heard);
  self->n_days = find_n_days (self);
  for (int day = 0; day < self->n_days; day++)
    add_heading (self, day, today);
  g_array_sort (self->cells, compare_cells);
  for (int day = 0; day < self->n_days; day++)
    assign_lanes (self, day);
  find_hours (self);
}

/**
 * carrel_week_cells_find_heading:
 * @self: cells
 * @day: from 0
 *
 * Returns: the index of the heading of a day; of the first one for a day that is not shown
 */
guint
carrel_week_cells_find_heading (CarrelWeekCells *self, int day)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (carrel_week_cells_get (self, i)->day == day
        && carrel_week_cells_get (self, i)->occurrence == NULL)
      return i;
  return 0;
}
