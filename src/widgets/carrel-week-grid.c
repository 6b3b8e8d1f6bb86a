/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The week grid is made of buttons: a heading for each day and one for each event. Only the lines
 * behind them are painted. When it is narrow it shows fewer days; the arrow keys and a button at
 * either end of the headings bring the others into sight. */
#define G_LOG_DOMAIN "carrel-week-grid"

#include "config.h"

#include "carrel-week-grid.h"

#include "carrel-accessible.h"
#include "carrel-colour.h"
#include "carrel-week-cells.h"
#include "carrel-zone.h"

#include <glib/gi18n.h>

#define MIN_HEIGHT_HOUR 52
#define NARROW_WIDTH    600
#define SINGLE_WIDTH    420
#define NARROW_DAYS     3
#define N_WORK_DAYS     5
#define GAP             2

struct _CarrelWeekGrid
{
  GtkWidget parent_instance;

  CarrelWeekCells week;
  gint64 now;
  CarrelFormatFlags flags;

  GtkWidget *turners[2]; /* to earlier and to later days; shown where not all days are */
  int first_visible;
  int n_visible;
  guint current; /* the cell that Tab comes back to */
};

static guint event_activated;

G_DEFINE_FINAL_TYPE (CarrelWeekGrid, carrel_week_grid, GTK_TYPE_WIDGET)

static CarrelWeekCell *
get_cell (CarrelWeekGrid *self, guint index)
{
  return carrel_week_cells_get (&self->week, index);
}

static void
on_button_clicked_cb (CarrelWeekGrid *self, GtkButton *button)
{
  for (guint i = 0; i < self->week.cells->len; i++)
    if (get_cell (self, i)->button == GTK_WIDGET (button) && get_cell (self, i)->occurrence != NULL)
      {
        self->current = i;
        g_signal_emit (self, event_activated, 0, get_cell (self, i)->occurrence);
        return;
      }
}

static gboolean
has_hidden_days (CarrelWeekGrid *self)
{
  return self->n_visible < self->week.n_days;
}

static int
measure_turner (CarrelWeekGrid *self, GtkOrientation orientation)
{
  int natural = 0;

  if (has_hidden_days (self))
    gtk_widget_measure (self->turners[0], orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The heights of the parts above the hours: headings, and one all-day event. */
static void
measure_parts (CarrelWeekGrid *self, int *heading, int *all_day)
{
  *heading = measure_turner (self, GTK_ORIENTATION_VERTICAL) + GAP;
  *all_day = 0;
  for (guint i = 0; i < self->week.cells->len; i++)
    {
      const CarrelWeekCell *cell = get_cell (self, i);
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
  *minimum = *natural = heading + self->week.n_all_day * all_day
                        + (self->week.last_hour - self->week.first_hour) * get_hour_height (self);
}

static gboolean
on_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

static void
choose_days (CarrelWeekGrid *self, int width)
{
  gboolean had_hidden_days = has_hidden_days (self);

  self->n_visible = width < SINGLE_WIDTH   ? 1
                    : width < NARROW_WIDTH ? NARROW_DAYS
                                           : self->week.n_days;
  self->n_visible = MIN (self->n_visible, self->week.n_days);
  self->first_visible = CLAMP (self->first_visible, 0, self->week.n_days - self->n_visible);
  /* The headings are higher where there are buttons; in an allocation it is too late to say so. */
  if (has_hidden_days (self) != had_hidden_days)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame_cb, NULL, NULL);
}

static void
allocate_turners (CarrelWeekGrid *self, int width)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { 0, 0, measure_turner (self, GTK_ORIENTATION_HORIZONTAL),
                          measure_turner (self, GTK_ORIENTATION_VERTICAL) };

  for (guint i = 0; i < G_N_ELEMENTS (self->turners); i++)
    {
      gtk_widget_set_child_visible (self->turners[i], has_hidden_days (self));
      place.x = (i == 0) == is_mirrored ? width - place.width : 0;
      if (has_hidden_days (self))
        gtk_widget_size_allocate (self->turners[i], &place, -1);
    }
  gtk_widget_set_sensitive (self->turners[0], self->first_visible > 0);
  gtk_widget_set_sensitive (self->turners[1],
                            self->first_visible + self->n_visible < self->week.n_days);
}

static void
allocate_cell (CarrelWeekGrid *self, const CarrelWeekCell *cell, int left, int column, int width)
{
  int heading, all_day, hour = get_hour_height (self);
  int lane_width = column / (int) MAX (1, cell->slot.n_lanes);
  GtkAllocation place = { left, 0, column - GAP, 0 };

  measure_parts (self, &heading, &all_day);
  if (cell->occurrence == NULL)
    {
      gboolean is_last = cell->day == self->first_visible + self->n_visible - 1;

      place.height = heading - GAP;
      place.width -= is_last ? measure_turner (self, GTK_ORIENTATION_HORIZONTAL) : 0;
    }
  else if (cell->is_all_day)
    {
      place.y = heading + cell->row * all_day;
      place.height = all_day - GAP;
    }
  else
    {
      int top = heading + self->week.n_all_day * all_day;
      int end = MIN (cell->slot.end, self->week.last_hour * 60);
      int minimum;

      place.x += (int) cell->slot.lane * lane_width;
      place.width = lane_width - GAP;
      place.y = top + (cell->slot.start - self->week.first_hour * 60) * hour / 60;
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
  allocate_turners (self, width);
  column = (width - hours_width) / MAX (1, self->n_visible);
  for (guint i = 0; i < self->week.cells->len; i++)
    {
      const CarrelWeekCell *cell = get_cell (self, i);
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

  carrel_colour_get (GTK_WIDGET (self), &colour);
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
  CarrelDate today = carrel_zone_get_date (self->week.zone, self->now, &minutes);
  int place = carrel_date_days_until (self->week.first_day, today) - self->first_visible;
  float left = (float) get_hours_width (self);
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float column = (width - left) / (float) MAX (1, self->n_visible);
  float y = top + (float) (minutes - self->week.first_hour * 60) * hour / 60;
  float x = left + (float) place * column;
  GdkRGBA colour;

  if (place < 0 || place >= self->n_visible || y < top || minutes > self->week.last_hour * 60)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x - column;
  carrel_colour_get (GTK_WIDGET (self), &colour);
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, y, column, 2));
}

static void
carrel_week_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CarrelWeekGrid *self = CARREL_WEEK_GRID (widget);
  int heading, all_day, hour = get_hour_height (self);
  int top;

  measure_parts (self, &heading, &all_day);
  top = heading + self->week.n_all_day * all_day;
  for (int i = self->week.first_hour; i < self->week.last_hour; i++)
    snapshot_hour (self, snapshot, i, (float) (top + (i - self->week.first_hour) * hour));
  GTK_WIDGET_CLASS (carrel_week_grid_parent_class)->snapshot (widget, snapshot);
  snapshot_now (self, snapshot, (float) top, (float) hour);
}

static gboolean
find_focused (CarrelWeekGrid *self, guint *index)
{
  for (guint i = 0; i < self->week.cells->len; i++)
    if (gtk_widget_is_focus (get_cell (self, i)->button))
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
focus_cell (CarrelWeekGrid *self, guint index)
{
  CarrelWeekCell *cell = get_cell (self, index);

  if (cell->day < self->first_visible || cell->day >= self->first_visible + self->n_visible)
    {
      self->first_visible
          = cell->day < self->first_visible ? cell->day : cell->day - self->n_visible + 1;
      for (guint i = 0; i < self->week.cells->len; i++)
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

  for (guint i = 0; i < self->week.cells->len; i++)
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
  return focus_cell (self,
                     (from + self->week.cells->len + (guint) direction) % self->week.cells->len);
}

/* Shows the days before or after those that are in sight. */
static void
turn (CarrelWeekGrid *self, int direction)
{
  int last = MAX (0, self->week.n_days - self->n_visible);

  self->first_visible = CLAMP (self->first_visible + direction * self->n_visible, 0, last);
  self->current = carrel_week_cells_find_heading (&self->week, self->first_visible);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  /* The button cannot be pressed any more, and must not take the focus along. */
  if (self->first_visible == (direction < 0 ? 0 : last))
    focus_cell (self, self->current);
}

static void
on_earlier_clicked_cb (CarrelWeekGrid *self)
{
  turn (self, -1);
}

static void
on_later_clicked_cb (CarrelWeekGrid *self)
{
  turn (self, 1);
}

/* Tab goes to the button for earlier days, that for later ones, and to the current cell. */
static gboolean
focus_by_tab (CarrelWeekGrid *self, int place, GtkDirectionType direction)
{
  int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;

  for (place += step; place >= 0 && place < (int) G_N_ELEMENTS (self->turners); place += step)
    if (gtk_widget_get_child_visible (self->turners[place])
        && gtk_widget_grab_focus (self->turners[place]))
      return TRUE;
  return step > 0 && place == (int) G_N_ELEMENTS (self->turners) && self->week.cells->len > 0
         && focus_cell (self, MIN (self->current, self->week.cells->len - 1));
}

/* Where the focus is in the order of Tab: behind the buttons on a cell, and before them outside. */
static int
find_tab_place (CarrelWeekGrid *self, gboolean is_on_cell)
{
  int place = 0;

  while (place < (int) G_N_ELEMENTS (self->turners) && !gtk_widget_is_focus (self->turners[place]))
    place++;
  return place == (int) G_N_ELEMENTS (self->turners) && !is_on_cell ? -1 : place;
}

/* The focus comes from outside of the cells: from a button, or into the grid. */
static gboolean
focus_from_outside (CarrelWeekGrid *self, GtkDirectionType direction)
{
  int place = find_tab_place (self, FALSE);

  if (place >= 0 || direction == GTK_DIR_TAB_FORWARD)
    return focus_by_tab (self, place, direction);
  return self->week.cells->len > 0
         && focus_cell (self, MIN (self->current, self->week.cells->len - 1));
}

static gboolean
carrel_week_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CarrelWeekGrid *self = CARREL_WEEK_GRID (widget);
  int forward = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  guint from;

  if (!find_focused (self, &from))
    return focus_from_outside (self, direction);
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
    case GTK_DIR_TAB_BACKWARD:
      return focus_by_tab (self, find_tab_place (self, TRUE), direction);
    case GTK_DIR_TAB_FORWARD:
    default:
      return FALSE;
    }
}

static GtkWidget *
add_turner (CarrelWeekGrid *self, const char *icon_name, const char *label, GCallback callback)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", icon_name, NULL);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), image);
  gtk_widget_add_css_class (button, "flat");
  carrel_accessible_set_label (button, label);
  gtk_widget_set_child_visible (button, FALSE);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
carrel_week_grid_dispose (GObject *object)
{
  CarrelWeekGrid *self = CARREL_WEEK_GRID (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->turners); i++)
    g_clear_pointer (&self->turners[i], gtk_widget_unparent);
  carrel_week_cells_clear (&self->week);
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
  carrel_week_cells_init (&self->week, GTK_WIDGET (self));
  self->n_visible = CARREL_N_DAYS;
  self->turners[0] = add_turner (self, "go-previous-symbolic", _ ("Earlier days"),
                                 G_CALLBACK (on_earlier_clicked_cb));
  self->turners[1]
      = add_turner (self, "go-next-symbolic", _ ("Later days"), G_CALLBACK (on_later_clicked_cb));
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

  self->flags = read->flags;
  carrel_week_cells_fill (&self->week, first_day, occurrences, read, heard);
  for (guint i = 0; i < self->week.cells->len; i++)
    g_signal_connect_object (get_cell (self, i)->button, "clicked",
                             G_CALLBACK (on_button_clicked_cb), self, G_CONNECT_SWAPPED);
  self->first_visible = CLAMP (carrel_date_days_until (first_day, today), 0, self->week.n_days - 1);
  self->current = has_focus ? MIN (focused, self->week.cells->len - 1)
                            : carrel_week_cells_find_heading (&self->week, self->first_visible);
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

/**
 * carrel_week_grid_focus_date:
 * @self: a grid
 * @date: a day of the week that is shown
 *
 * Brings a day into sight and puts the focus on its heading.
 *
 * Returns: whether it took the focus
 */
gboolean
carrel_week_grid_focus_date (CarrelWeekGrid *self, CarrelDate date)
{
  int day = carrel_date_days_until (self->week.first_day, date);

  if (self->week.cells->len == 0)
    return FALSE;
  return focus_cell (self, carrel_week_cells_find_heading (&self->week, day));
}
