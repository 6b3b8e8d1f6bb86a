/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws timed parts of a meeting. Neighbours differ by pattern as well as by strength. */
#define G_LOG_DOMAIN "carrel-segment-bar"

#include "config.h"

#include "carrel-segment-bar.h"

#include "carrel-colour.h"

#define BAR_HEIGHT   12
#define GAP          2
#define STRIPE       6
#define MARK_WIDTH   3
#define N_PATTERNS   3
#define MAX_SEGMENTS 12

struct _CarrelSegmentBar
{
  GtkWidget parent_instance;

  int minutes[MAX_SEGMENTS];
  guint n_segments;
  int total;
  double elapsed;
};

G_DEFINE_FINAL_TYPE (CarrelSegmentBar, carrel_segment_bar, GTK_TYPE_WIDGET)

static void
append_rectangle (GtkSnapshot *snapshot, const GdkRGBA *colour, float x, float width, float alpha)
{
  GdkRGBA shade = *colour;

  shade.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT (x, 0, width, BAR_HEIGHT));
}

/* Full, striped, or light: told apart without colour. */
static void
draw_segment (GtkSnapshot *snapshot,
              const GdkRGBA *colour,
              guint index,
              float x,
              float width,
              gboolean has_stripes)
{
  static const float grounds[N_PATTERNS] = { 0.9f, 0.3f, 0.3f };

  append_rectangle (snapshot, colour, x, width, grounds[index % N_PATTERNS]);
  if (index % N_PATTERNS != 1 || !has_stripes)
    return;
  for (float at = x; at < x + width; at += 2 * STRIPE)
    append_rectangle (snapshot, colour, at, MIN (STRIPE, x + width - at), 0.6f);
}

static void
carrel_segment_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CarrelSegmentBar *self = CARREL_SEGMENT_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  gboolean has_stripes = root == NULL || !gtk_widget_has_css_class (root, "without-patterns");
  GdkRGBA colour;
  float at = 0;

  carrel_colour_get (widget, &colour);
  for (guint i = 0; i < self->n_segments; i++)
    {
      float length = width * (float) self->minutes[i] / (float) self->total;
      float x = is_mirrored ? width - at - length : at;

      draw_segment (snapshot, &colour, i, x, MAX (1, length - GAP), has_stripes);
      at += length;
    }
  if (self->elapsed >= 0 && self->elapsed <= self->total)
    {
      float now = width * (float) (self->elapsed / self->total);

      append_rectangle (snapshot, &colour,
                        CLAMP (is_mirrored ? width - now : now, 0, width - MARK_WIDTH), MARK_WIDTH,
                        1);
    }
}

static void
carrel_segment_bar_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? BAR_HEIGHT : 2 * BAR_HEIGHT;
}

static void
carrel_segment_bar_class_init (CarrelSegmentBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = carrel_segment_bar_snapshot;
  widget_class->measure = carrel_segment_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "segmentbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
carrel_segment_bar_init (CarrelSegmentBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * carrel_segment_bar_set:
 * @self: a bar
 * @minutes: (array length=n_segments): the lengths of the parts, minutes
 * @n_segments: how many there are; a bar of none is not visible
 * @elapsed: the minutes that have passed; negative for no mark
 *
 * Draws other parts.
 */
void
carrel_segment_bar_set (CarrelSegmentBar *self,
                        const int *minutes,
                        guint n_segments,
                        double elapsed)
{
  self->n_segments = MIN (n_segments, MAX_SEGMENTS);
  self->elapsed = elapsed;
  self->total = 0;
  for (guint i = 0; i < self->n_segments; i++)
    {
      self->minutes[i] = MAX (0, minutes[i]);
      self->total += self->minutes[i];
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->total > 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
