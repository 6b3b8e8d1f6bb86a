/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The week grid is made of buttons: a heading for each day and one for each event. Only the lines
 * behind them are painted. When it is narrow it shows fewer days, and the arrow keys bring the
 * others into sight. */
#define G_LOG_DOMAIN "carrel-week-grid"

#include "config.h"

#include "carrel-week-grid.h"

#include "carrel-accessible.h"
#include "carrel-week-lanes.h"
#include "carrel-zone.h"

#include <glib/gi18n.h>
#include <string.h>

#define MIN_HEIGHT_HOUR 52
#define NARROW_WIDTH    600
#define SINGLE_WIDTH    420
#define NARROW_DAYS     3
#define N_WORK_DAYS     5
#define FIRST_HOUR      9
#define LAST_HOUR       17
#define GAP             2
#define MAX_LINES       3

typedef struct
{
  GtkWidget *button;            /* owned, a child */
  CarrelOccurrence *occurrence; /* owned; NULL for the heading of a day */
  int day;
  gboolean is_all_day;
  int row; /* of all-day events, from 0 */
  CarrelWeekSlot slot;
} Cell;

struct _CarrelWeekGrid
{
  GtkWidget parent_instance;

  GArray *cells; /* of Cell, by day and time */
  CarrelDate first_day;
  GTimeZone *zone;
  gint64 now;
  CarrelFormatFlags flags;
  int n_days;
  int n_all_day;
  int first_hour;
  int last_hour;

  int first_visible;
  int n_visible;
  guint current; /* the cell that Tab comes back to */
};

static guint event_activated;

G_DEFINE_FINAL_TYPE (CarrelWeekGrid, carrel_week_grid, GTK_TYPE_WIDGET)

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_clear_pointer (&cell->button, gtk_widget_unparent);
  g_clear_pointer (&cell->occurrence, carrel_occurrence_unref);
}

static Cell *
get_cell (CarrelWeekGrid *self, guint index)
{
  return &g_array_index (self->cells, Cell, index);
}

static void
on_button_clicked_cb (CarrelWeekGrid *self, GtkButton *button)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (get_cell (self, i)->button == GTK_WIDGET (button) && get_cell (self, i)->occurrence != NULL)
      {
        self->current = i;
        g_signal_emit (self, event_activated, 0, get_cell (self, i)->occurrence);
        return;
      }
}

static GtkWidget *
make_button (CarrelWeekGrid *self, const char *text, const char *name, const char *style)
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
  carrel_accessible_set_label (button, name);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_button_clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static int
get_day_of (CarrelWeekGrid *self, const CarrelOccurrence *occurrence, int *minutes)
{
  CarrelDate date = occurrence->date;

  *minutes = 0;
  if ((occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) == 0)
    date = carrel_zone_get_date (self->zone, occurrence->start, minutes);
  return carrel_date_days_until (self->first_day, date);
}

/* What began before the week stands on its first day. */
static void
add_event (CarrelWeekGrid *self,
           CarrelOccurrence *occurrence,
           const CarrelFormatContext *read,
           const CarrelFormatContext *heard)
{
  g_autofree char *title = carrel_format_occurrence_title (occurrence);
  g_autofree char *time = carrel_format_occurrence_time (occurrence, read);
  g_autofree char *name = carrel_format_occurrence_sentence (occurrence, heard);
  g_autofree char *text = NULL;
  Cell cell = { 0 };
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
count_events (CarrelWeekGrid *self, int day)
{
  guint n_events = 0;

  for (guint i = 0; i < self->cells->len; i++)
    n_events += get_cell (self, i)->occurrence != NULL && get_cell (self, i)->day == day ? 1 : 0;
  return n_events;
}

static void
add_heading (CarrelWeekGrid *self, int day, CarrelDate today)
{
  CarrelDate date = carrel_date_add_days (self->first_day, day);
  guint n_events = count_events (self, day);
  g_autofree char *long_date = carrel_format_day_heading (date, today);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  Cell cell = { .day = day, .slot = { -1, -1, 0, 1 } };

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
  const Cell *first = one, *second = other;

  if (first->day != second->day)
    return first->day - second->day;
  if (first->occurrence == NULL || second->occurrence == NULL)
    return (first->occurrence != NULL ? 1 : 0) - (second->occurrence != NULL ? 1 : 0);
  if (first->is_all_day != second->is_all_day)
    return first->is_all_day ? -1 : 1;
  return first->slot.start - second->slot.start;
}

static void
assign_lanes (CarrelWeekGrid *self, int day)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (CarrelWeekSlot));
  int n_all_day = 0;
  guint at = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = get_cell (self, i);

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
      Cell *cell = get_cell (self, i);

      if (cell->day == day && cell->occurrence != NULL && !cell->is_all_day)
        cell->slot = g_array_index (slots, CarrelWeekSlot, at++);
    }
}

static void
find_hours (CarrelWeekGrid *self)
{
  self->first_hour = FIRST_HOUR;
  self->last_hour = LAST_HOUR;
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = get_cell (self, i);

      if (cell->occurrence == NULL || cell->is_all_day)
        continue;
      self->first_hour = MIN (self->first_hour, cell->slot.start / 60);
      self->last_hour = MAX (self->last_hour, MIN (24, (cell->slot.end + 59) / 60));
    }
}

/* The weekend is shown only when something happens on it; days that are left out are the last. */
static int
find_n_days (CarrelWeekGrid *self)
{
  int n_days = N_WORK_DAYS;

  for (guint i = 0; i < self->cells->len; i++)
    n_days = MAX (n_days, get_cell (self, i)->day + 1);
  if (carrel_date_get_weekday (self->first_day) != CARREL_MONDAY)
    n_days = CARREL_N_DAYS;
  return n_days;
}

/* The heights of the three parts: headings, all-day events, one hour. */
static void
measure_parts (CarrelWeekGrid *self, int *heading, int *all_day)
{
  *heading = *all_day = 0;
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = get_cell (self, i);
      int *part = cell->occurrence == NULL ? heading : all_day;
      int natural;

      if (cell->occurrence != NULL && !cell->is_all_day)
        continue;
      gtk_widget_measure (cell->button, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
      *part = MAX (*part, natural + GAP);
    }
}

static int
get_hour_height (CarrelWeekGrid *self)
{
  int line;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");

  pango_layout_get_pixel_size (layout, NULL, &line);
  return MAX (MIN_HEIGHT_HOUR, 3 * line);
}

static int
get_hours_width (CarrelWeekGrid *self)
{
  g_autofree char *text = carrel_format_minutes (22 * 60, self->flags);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + 4 * GAP;
}

static void
carrel_week_grid_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  CarrelWeekGrid *self = CARREL_WEEK_GRID (widget);
  int heading, all_day;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_hours_width (self) + 120;
      *natural = *minimum + N_WORK_DAYS * 120;
      return;
    }
  measure_parts (self, &heading, &all_day);
  *minimum = *natural = heading + self->n_all_day * all_day
                        + (self->last_hour - self->first_hour) * get_hour_height (self);
}

static void
choose_days (CarrelWeekGrid *self, int width)
{
  self->n_visible = width < SINGLE_WIDTH ? 1 : width < NARROW_WIDTH ? NARROW_DAYS : self->n_days;
  self->n_visible = MIN (self->n_visible, self->n_days);
  self->first_visible = CLAMP (self->first_visible, 0, self->n_days - self->n_visible);
}

static void
allocate_cell (CarrelWeekGrid *self, const Cell *cell, int left, int column, int width)
{
  int heading, all_day, hour = get_hour_height (self);
  int lane_width = column / (int) MAX (1, cell->slot.n_lanes);
  GtkAllocation place = { left, 0, column - GAP, 0 };

  measure_parts (self, &heading, &all_day);
  if (cell->occurrence == NULL)
    place.height = heading - GAP;
  else if (cell->is_all_day)
    {
      place.y = heading + cell->row * all_day;
      place.height = all_day - GAP;
    }
  else
    {
      int top = heading + self->n_all_day * all_day;
      int end = MIN (cell->slot.end, self->last_hour * 60);
      int minimum;

      place.x += (int) cell->slot.lane * lane_width;
      place.width = lane_width - GAP;
      place.y = top + (cell->slot.start - self->first_hour * 60) * hour / 60;
      gtk_widget_measure (cell->button, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
      place.height = MAX (minimum, (end - cell->slot.start) * hour / 60 - GAP);
    }
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    place.x = width - place.x - place.width;
  gtk_widget_size_allocate (cell->button, &place, -1);
}

static void
carrel_week_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CarrelWeekGrid *self = CARREL_WEEK_GRID (widget);
  int hours_width = get_hours_width (self);
  int column;

  choose_days (self, width);
  column = (width - hours_width) / MAX (1, self->n_visible);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = get_cell (self, i);
      int place = cell->day - self->first_visible;
      gboolean is_visible = place >= 0 && place < self->n_visible;

      gtk_widget_set_child_visible (cell->button, is_visible);
      if (is_visible)
        allocate_cell (self, cell, hours_width + place * column, column, width);
    }
}

static void
snapshot_hour (CarrelWeekGrid *self, GtkSnapshot *snapshot, int hour, float y)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *text = carrel_format_minutes (hour * 60, self->flags);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA colour, line;
  int text_width;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  line = colour;
  line.alpha *= 0.15f;
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, y, width, 1));
  pango_layout_get_pixel_size (layout, &text_width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (is_mirrored ? width - (float) text_width : 0, y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_now (CarrelWeekGrid *self, GtkSnapshot *snapshot, float top, float hour)
{
  int minutes;
  CarrelDate today = carrel_zone_get_date (self->zone, self->now, &minutes);
  int place = carrel_date_days_until (self->first_day, today) - self->first_visible;
  float left = (float) get_hours_width (self);
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float column = (width - left) / (float) MAX (1, self->n_visible);
  float y = top + (float) (minutes - self->first_hour * 60) * hour / 60;
  float x = left + (float) place * column;
  GdkRGBA colour;

  if (place < 0 || place >= self->n_visible || y < top || minutes > self->last_hour * 60)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x - column;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, y, column, 2));
}

static void
carrel_week_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CarrelWeekGrid *self = CARREL_WEEK_GRID (widget);
  int heading, all_day, hour = get_hour_height (self);
  int top;

  measure_parts (self, &heading, &all_day);
  top = heading + self->n_all_day * all_day;
  for (int i = self->first_hour; i < self->last_hour; i++)
    snapshot_hour (self, snapshot, i, (float) (top + (i - self->first_hour) * hour));
  GTK_WIDGET_CLASS (carrel_week_grid_parent_class)->snapshot (widget, snapshot);
  snapshot_now (self, snapshot, (float) top, (float) hour);
}

static gboolean
find_focused (CarrelWeekGrid *self, guint *index)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (gtk_widget_has_focus (get_cell (self, i)->button))
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static guint
find_heading (CarrelWeekGrid *self, int day)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (get_cell (self, i)->day == day && get_cell (self, i)->occurrence == NULL)
      return i;
  return 0;
}

static gboolean
focus_cell (CarrelWeekGrid *self, guint index)
{
  Cell *cell = get_cell (self, index);

  if (cell->day < self->first_visible || cell->day >= self->first_visible + self->n_visible)
    {
      self->first_visible
          = cell->day < self->first_visible ? cell->day : cell->day - self->n_visible + 1;
      for (guint i = 0; i < self->cells->len; i++)
        gtk_widget_set_child_visible (get_cell (self, i)->button,
                                      get_cell (self, i)->day == cell->day);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  self->current = index;
  return gtk_widget_grab_focus (cell->button);
}

/* The cell of another day that is nearest in time; from a heading, the heading. */
static gboolean
focus_day (CarrelWeekGrid *self, guint from, int day)
{
  int start = get_cell (self, from)->slot.start;
  int best_distance = G_MAXINT;
  guint best = from;

  for (guint i = 0; i < self->cells->len; i++)
    {
      int distance = ABS (get_cell (self, i)->slot.start - start);

      if (get_cell (self, i)->day != day || distance >= best_distance)
        continue;
      best = i;
      best_distance = distance;
    }
  return best != from && focus_cell (self, best);
}

/* Up and Down read the whole week, day after day, and begin again at its end. */
static gboolean
focus_next (CarrelWeekGrid *self, guint from, int direction)
{
  return focus_cell (self, (from + self->cells->len + (guint) direction) % self->cells->len);
}

static gboolean
carrel_week_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CarrelWeekGrid *self = CARREL_WEEK_GRID (widget);
  int forward = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  guint from;

  if (!find_focused (self, &from))
    return self->cells->len > 0 && focus_cell (self, MIN (self->current, self->cells->len - 1));
  switch (direction)
    {
    case GTK_DIR_UP:
      return focus_next (self, from, -1);
    case GTK_DIR_DOWN:
      return focus_next (self, from, 1);
    case GTK_DIR_LEFT:
      return focus_day (self, from, get_cell (self, from)->day - forward);
    case GTK_DIR_RIGHT:
      return focus_day (self, from, get_cell (self, from)->day + forward);
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

static void
carrel_week_grid_dispose (GObject *object)
{
  CarrelWeekGrid *self = CARREL_WEEK_GRID (object);

  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  G_OBJECT_CLASS (carrel_week_grid_parent_class)->dispose (object);
}

static void
carrel_week_grid_class_init (CarrelWeekGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_week_grid_dispose;
  widget_class->measure = carrel_week_grid_measure;
  widget_class->size_allocate = carrel_week_grid_size_allocate;
  widget_class->snapshot = carrel_week_grid_snapshot;
  widget_class->focus = carrel_week_grid_focus;
  gtk_widget_class_set_css_name (widget_class, "weekgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  event_activated = g_signal_new ("event-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
carrel_week_grid_init (CarrelWeekGrid *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  self->zone = g_time_zone_new_utc ();
  self->first_day = (CarrelDate){ 1970, 1, 5 };
  self->n_days = N_WORK_DAYS;
  self->n_visible = N_WORK_DAYS;
  self->first_hour = FIRST_HOUR;
  self->last_hour = LAST_HOUR;
}

/**
 * carrel_week_grid_new:
 *
 * Returns: (transfer floating): a grid without a week
 */
GtkWidget *
carrel_week_grid_new (void)
{
  return g_object_new (CARREL_TYPE_WEEK_GRID, NULL);
}

/**
 * carrel_week_grid_set_week:
 * @self: a grid
 * @first_day: the first day of the week, with its year
 * @occurrences: (element-type CarrelOccurrence): what is on in that week
 * @read: who is looking, and when, for what is seen
 * @heard: the same for what is heard
 *
 * Shows a week. The focus stays on the day it was on.
 */
void
carrel_week_grid_set_week (CarrelWeekGrid *self,
                           CarrelDate first_day,
                           GPtrArray *occurrences,
                           const CarrelFormatContext *read,
                           const CarrelFormatContext *heard)
{
  CarrelDate today = carrel_zone_get_date (read->zone, read->now, NULL);
  guint focused = 0;
  gboolean has_focus = find_focused (self, &focused);

  g_array_set_size (self->cells, 0);
  g_time_zone_ref (read->zone);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = read->zone;
  self->flags = read->flags;
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
  self->first_visible = CLAMP (carrel_date_days_until (first_day, today), 0, self->n_days - 1);
  self->current
      = has_focus ? MIN (focused, self->cells->len - 1) : find_heading (self, self->first_visible);
  carrel_week_grid_set_now (self, read->now);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (has_focus)
    focus_cell (self, self->current);
}

/**
 * carrel_week_grid_set_now:
 * @self: a grid
 * @now: seconds UTC
 *
 * Moves the line that marks the time.
 */
void
carrel_week_grid_set_now (CarrelWeekGrid *self, gint64 now)
{
  self->now = now;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
