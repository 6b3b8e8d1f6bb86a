/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A box would give each row of a list other columns, by the length of its texts; here they depend
 * on the width and the size of the text alone, so that all rows of a list agree. */
#define G_LOG_DOMAIN "carrel-row-layout"

#include "config.h"

#include "carrel-row-layout.h"

/* Digits that a time such as "10:00–11:30 am" is wide, and the least that is left to what it is. */
#define WHEN_DIGITS 13
#define WHAT_DIGITS 15

#define GAP      12
#define LINE_GAP 3

/* The children of the box, in their order; the first one only if the row has a time. */
enum
{
  PART_WHEN,
  PART_WHAT,
  PART_END,
  N_PARTS,
};

typedef struct
{
  GtkWidget *widgets[N_PARTS]; /* NULL where there is nothing to say */
  GtkAllocation places[N_PARTS];
  int when; /* the width of a time and the gap behind it */
  int what; /* the least width that is left to what it is */
} Parts;

struct _CarrelRowLayout
{
  GtkLayoutManager parent_instance;

  gboolean has_time;
};

enum
{
  PROP_HAS_TIME = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CarrelRowLayout, carrel_row_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_digit (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int digit = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return digit;
}

/* A stock row has places before its title that are empty here. */
static GtkWidget *
find_first (CarrelRowLayout *self, GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (!self->has_time && child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
find_parts (CarrelRowLayout *self, GtkWidget *widget, Parts *parts)
{
  GtkWidget *child = find_first (self, widget);
  int digit = measure_digit (widget);

  parts->what = digit * WHAT_DIGITS;
  if (self->has_time)
    parts->when = digit * WHEN_DIGITS + GAP;
  for (guint i = self->has_time ? PART_WHEN : PART_WHAT; i < N_PARTS && child != NULL; i++)
    {
      parts->widgets[i] = gtk_widget_should_layout (child) ? child : NULL;
      child = gtk_widget_get_next_sibling (child);
    }
}

static int
measure_width (GtkWidget *widget, int *natural)
{
  int minimum = 0;

  *natural = 0;
  if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, natural, NULL, NULL);
  return minimum;
}

static void
set_width (Parts *parts, guint part, int x, int width)
{
  GtkAllocation *place = &parts->places[part];

  place->x = x;
  place->width = width;
  if (parts->widgets[part] != NULL)
    gtk_widget_measure (parts->widgets[part], GTK_ORIENTATION_VERTICAL, width, &place->height, NULL,
                        NULL, NULL);
}

/* Puts a part below what is there; returns where the next one goes. */
static int
stack (Parts *parts, guint part, int y)
{
  GtkAllocation *place = &parts->places[part];

  if (parts->widgets[part] == NULL)
    return y;
  place->y = y > 0 ? y + LINE_GAP : 0;
  return place->y + place->height;
}

static int
lay_out_below (Parts *parts, int width)
{
  int y = 0;

  for (guint i = 0; i < N_PARTS; i++)
    {
      set_width (parts, i, 0, width);
      y = stack (parts, i, y);
    }
  return y;
}

/* What is at the end is on the first line beside a time, and in the middle otherwise. */
static int
lay_out_beside (Parts *parts, int width)
{
  int x = parts->when, end = 0, height;

  measure_width (parts->widgets[PART_END], &end);
  set_width (parts, PART_WHEN, 0, x - GAP);
  if (end > 0 && width - x - GAP - end >= parts->what)
    {
      set_width (parts, PART_WHAT, x, width - x - end - GAP);
      set_width (parts, PART_END, width - end, end);
      height = MAX (stack (parts, PART_WHAT, 0), parts->places[PART_END].height);
      if (x == 0)
        for (guint i = PART_WHAT; i < N_PARTS; i++)
          parts->places[i].y = (height - parts->places[i].height) / 2;
    }
  else
    {
      set_width (parts, PART_WHAT, x, width - x);
      set_width (parts, PART_END, x, width - x);
      height = stack (parts, PART_END, stack (parts, PART_WHAT, 0));
    }
  return MAX (height, parts->places[PART_WHEN].height);
}

/* Returns the height of all. */
static int
lay_out (Parts *parts, int width)
{
  return width < parts->when + parts->what ? lay_out_below (parts, width)
                                           : lay_out_beside (parts, width);
}

static void
carrel_row_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  Parts parts = { 0 };
  int wanted[N_PARTS] = { 0 };
  int least = 0, most;

  find_parts (CARREL_ROW_LAYOUT (manager), widget, &parts);
  for (guint i = 0; i < N_PARTS; i++)
    least = MAX (least, measure_width (parts.widgets[i], &wanted[i]));
  /* With room for all beside each other: no width makes a row lower than this one. */
  most = parts.when + MAX (parts.what, wanted[PART_WHAT]) + GAP + wanted[PART_END];
  *minimum = least;
  *natural = MAX (most, least);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = lay_out (&parts, for_size >= 0 ? MAX (for_size, least) : most);
}

static void
carrel_row_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Parts parts = { 0 };
  int spare;

  find_parts (CARREL_ROW_LAYOUT (manager), widget, &parts);
  spare = MAX (height - lay_out (&parts, width), 0);
  for (guint i = 0; i < N_PARTS; i++)
    {
      GtkAllocation *place = &parts.places[i];

      if (parts.widgets[i] == NULL)
        continue;
      /* A style may ask for more height than the parts do. */
      if (parts.when == 0)
        place->y += spare / 2;
      if (is_mirrored)
        place->x = width - place->x - place->width;
      gtk_widget_size_allocate (parts.widgets[i], place, -1);
    }
}

static GtkSizeRequestMode
carrel_row_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
carrel_row_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  g_assert (id == PROP_HAS_TIME);
  CARREL_ROW_LAYOUT (object)->has_time = g_value_get_boolean (value);
}

static void
carrel_row_layout_class_init (CarrelRowLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = carrel_row_layout_set_property;
  properties[PROP_HAS_TIME]
      = g_param_spec_boolean ("has-time", NULL, NULL, FALSE,
                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  manager_class->measure = carrel_row_layout_measure;
  manager_class->allocate = carrel_row_layout_allocate;
  manager_class->get_request_mode = carrel_row_layout_get_request_mode;
}

static void
carrel_row_layout_init (CarrelRowLayout *self)
{
}

/**
 * carrel_row_layout_attach:
 * @row: a row of the toolkit with nothing before its title
 *
 * Lays out its title and what is at its end. The box that does so otherwise looks for the width of
 * a title that is as high as the rest, and shapes its text a dozen times on the way; so does the
 * toolkit for what is aligned within its place, which here is as high as it anyway.
 */
void
carrel_row_layout_attach (AdwActionRow *row)
{
  GtkWidget *header = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  g_return_if_fail (GTK_IS_BOX (header));
  gtk_widget_set_layout_manager (header, g_object_new (CARREL_TYPE_ROW_LAYOUT, NULL));
  for (GtkWidget *child = gtk_widget_get_first_child (header); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_valign (child, GTK_ALIGN_FILL);
}
