/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GtkCalendar says nothing useful to a screen reader (rule 53 of the accessibility notes); this is
 * a grid of buttons with the role of cells (rule 59). Kinds of events are marks of different
 * shapes.
 */
#define G_LOG_DOMAIN "carrel-month-grid"

#include "config.h"

#include "carrel-month-grid.h"

#include "carrel-accessible.h"
#include "carrel-format.h"

#include <glib/gi18n.h>

#define N_WEEKS 6
#define N_CELLS (N_WEEKS * CARREL_N_DAYS)

/* Of the number of a day, which is not broken; the marks below it may be. */
#define N_DIGITS 2

struct _CarrelMonthGrid
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GtkWidget *heads[CARREL_N_DAYS];
  GtkWidget *cells[N_CELLS];
  CarrelDays first_day;
  CarrelDate today;
  CarrelDate day;   /* that has the focus when the grid has it */
  CarrelDate first; /* of the first cell */
  CarrelMonthDescribe describe;
  gpointer user_data;
};

enum
{
  SIGNAL_DAY_ACTIVATED,
  SIGNAL_MONTH_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CarrelMonthGrid, carrel_month_grid, ADW_TYPE_BIN)

/* Shapes, because colours alone would not tell them apart. */
static const struct
{
  guint kinds;
  const char *mark;
} marks[] = {
  { CARREL_OCCURRENCE_EXAM, "▲" },
  { CARREL_OCCURRENCE_DEADLINE, "◆" },
  { (guint) CARREL_OCCURRENCE_MEETINGS & ~(guint) CARREL_OCCURRENCE_EXAM, "●" },
  { CARREL_OCCURRENCE_HOURS, "○" },
  { CARREL_OCCURRENCE_BREAK, "–" },
};

static int
get_column (CarrelMonthGrid *self, CarrelDate day)
{
  int index = (int) carrel_day_get_index (carrel_date_get_weekday (day));

  return (index - (int) carrel_day_get_index (self->first_day) + CARREL_N_DAYS) % CARREL_N_DAYS;
}

static char *
format_marks (CarrelOccurrenceKind kinds)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if ((kinds & marks[i].kinds) != 0)
      g_string_append (text, marks[i].mark);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_style (GtkWidget *widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_cell (CarrelMonthGrid *self, guint index)
{
  CarrelDate day = carrel_date_add_days (self->first, (int) index);
  CarrelOccurrenceKind kinds = (CarrelOccurrenceKind) 0;
  g_autofree char *words
      = self->describe != NULL ? self->describe (day, &kinds, self->user_data) : NULL;
  g_autofree char *date = carrel_format_day_heading (day, self->today);
  g_autofree char *shapes = format_marks (kinds);
  g_autofree char *text = g_strdup_printf ("%d\n%s", day.day, shapes);
  g_autofree char *name
      = words != NULL ? g_strjoin (C_ ("line", ", "), date, words, NULL) : g_strdup (date);

  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->cells[index]))), text);
  set_style (self->cells[index], "other-month", day.month != self->day.month);
  set_style (self->cells[index], "today", carrel_date_compare (day, self->today) == 0);
  carrel_accessible_set_label (self->cells[index], name);
}

static void
update (CarrelMonthGrid *self)
{
  CarrelDate first = self->day;

  first.day = 1;
  self->first = carrel_date_add_days (first, -get_column (self, first));
  for (int i = 0; i < CARREL_N_DAYS; i++)
    gtk_label_set_text (GTK_LABEL (self->heads[i]),
                        carrel_format_weekday_short (
                            carrel_date_get_weekday (carrel_date_add_days (self->first, i))));
  for (guint i = 0; i < N_CELLS; i++)
    update_cell (self, i);
}

static GtkWidget *
get_current (CarrelMonthGrid *self)
{
  int index = carrel_date_days_until (self->first, self->day);

  return self->cells[CLAMP (index, 0, N_CELLS - 1)];
}

/* Also in a window that is not active, where no widget is said to have the focus within. */
static gboolean
has_focus (CarrelMonthGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
go_to (CarrelMonthGrid *self, CarrelDate day)
{
  gboolean is_other_month = day.month != self->day.month || day.year != self->day.year;
  gboolean is_focused = has_focus (self);

  self->day = day;
  if (is_other_month)
    {
      update (self);
      g_signal_emit (self, signals[SIGNAL_MONTH_CHANGED], 0);
    }
  if (is_focused)
    gtk_widget_grab_focus (get_current (self));
}

static CarrelDate
add_months (CarrelDate day, int n_months)
{
  int month = day.year * 12 + day.month - 1 + n_months;
  CarrelDate date = { (gint16) (month / 12), (guint8) (month % 12 + 1), day.day };

  while (!carrel_date_is_valid (date))
    date.day--;
  return date;
}

static gboolean
on_key_pressed_cb (CarrelMonthGrid *self, guint key, guint code, GdkModifierType state)
{
  int n_months = (state & GDK_SHIFT_MASK) != 0 ? 12 : 1;

  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      go_to (self, add_months (self->day, -n_months));
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      go_to (self, add_months (self->day, n_months));
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      go_to (self, carrel_date_add_days (self->day, -get_column (self, self->day)));
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      go_to (self,
             carrel_date_add_days (self->day, CARREL_N_DAYS - 1 - get_column (self, self->day)));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_cell_clicked_cb (CarrelMonthGrid *self, GtkButton *button)
{
  for (guint i = 0; i < N_CELLS; i++)
    if (self->cells[i] == GTK_WIDGET (button))
      self->day = carrel_date_add_days (self->first, (int) i);
  g_signal_emit (self, signals[SIGNAL_DAY_ACTIVATED], 0);
}

static gboolean
carrel_month_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CarrelMonthGrid *self = CARREL_MONTH_GRID (widget);
  int forward = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  const int days[] = { [GTK_DIR_UP] = -CARREL_N_DAYS,
                       [GTK_DIR_DOWN] = CARREL_N_DAYS,
                       [GTK_DIR_LEFT] = -forward,
                       [GTK_DIR_RIGHT] = forward };

  if (!has_focus (self))
    return gtk_widget_grab_focus (get_current (self));
  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN && direction != GTK_DIR_LEFT
      && direction != GTK_DIR_RIGHT)
    return FALSE;
  go_to (self, carrel_date_add_days (self->day, days[direction]));
  return TRUE;
}

static void
carrel_month_grid_class_init (CarrelMonthGridClass *klass)
{
  static const char *const names[N_SIGNALS] = { "day-activated", "month-changed" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = carrel_month_grid_focus;
  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_cell (CarrelMonthGrid *self, guint index)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_GRID_CELL, "vexpand", TRUE, NULL);
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                      "justify", GTK_JUSTIFY_CENTER, "wrap", TRUE, "wrap-mode", PANGO_WRAP_CHAR,
                      "width-chars", N_DIGITS, NULL);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "month-day");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_cell_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, button, (int) index % CARREL_N_DAYS, 1 + (int) index / CARREL_N_DAYS,
                   1, 1);
  self->cells[index] = button;
}

static void
carrel_month_grid_init (CarrelMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->first_day = CARREL_MONDAY;
  self->today = self->day = (CarrelDate){ 1970, 1, 1 };
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  for (int i = 0; i < CARREL_N_DAYS; i++)
    {
      self->heads[i]
          = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                          "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->heads[i], "caption");
      gtk_widget_add_css_class (self->heads[i], "month-head");
      gtk_grid_attach (self->grid, self->heads[i], i, 0, 1, 1);
    }
  for (guint i = 0; i < N_CELLS; i++)
    add_cell (self, i);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
  carrel_accessible_set_label (self, _ ("Days of the month"));
  update (self);
}

/**
 * carrel_month_grid_new:
 *
 * Returns: (transfer floating): a grid of the month of the epoch
 */
GtkWidget *
carrel_month_grid_new (void)
{
  return g_object_new (CARREL_TYPE_MONTH_GRID, NULL);
}

/**
 * carrel_month_grid_set_source:
 * @self: a grid
 * @describe: (nullable): says what is on on a day
 * @user_data: handed to @describe; outlives the grid
 *
 * Has days say what is on; takes effect with the next day that is set.
 */
void
carrel_month_grid_set_source (CarrelMonthGrid *self,
                              CarrelMonthDescribe describe,
                              gpointer user_data)
{
  self->describe = describe;
  self->user_data = user_data;
}

/**
 * carrel_month_grid_set_first_day:
 * @self: a grid
 * @first_day: the day that weeks begin with
 *
 * Takes effect with the next day that is set.
 */
void
carrel_month_grid_set_first_day (CarrelMonthGrid *self, CarrelDays first_day)
{
  self->first_day = first_day;
}

/**
 * carrel_month_grid_set_today:
 * @self: a grid
 * @today: today
 *
 * Takes effect with the next day that is set.
 */
void
carrel_month_grid_set_today (CarrelMonthGrid *self, CarrelDate today)
{
  self->today = today;
}

/**
 * carrel_month_grid_set_day:
 * @self: a grid
 * @day: a date with a year
 *
 * Shows the month of a day, and makes it the day that the focus goes to.
 */
void
carrel_month_grid_set_day (CarrelMonthGrid *self, CarrelDate day)
{
  self->day = day;
  update (self);
  g_signal_emit (self, signals[SIGNAL_MONTH_CHANGED], 0);
}

/**
 * carrel_month_grid_get_day:
 * @self: a grid
 *
 * Returns: the day that was activated or has the focus; its month is shown
 */
CarrelDate
carrel_month_grid_get_day (CarrelMonthGrid *self)
{
  return self->day;
}

/**
 * carrel_month_grid_step:
 * @self: a grid
 * @n_months: how many months later, or earlier when negative
 *
 * Shows another month.
 */
void
carrel_month_grid_step (CarrelMonthGrid *self, int n_months)
{
  go_to (self, add_months (self->day, n_months));
}
