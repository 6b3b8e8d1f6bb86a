/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws marks on a line from 0 to 100 %. Kinds differ by shape, not by colour. */
#define G_LOG_DOMAIN "carrel-grade-chart"

#include "config.h"

#include "carrel-grade-chart.h"

#include "carrel-accessible.h"
#include "carrel-colour.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MARGIN   10
#define TRACK    6
#define RADIUS   7
#define TICK     10
#define RIM      2
#define N_PIXELS 160

struct _CarrelGradeChart
{
  GtkWidget parent_instance;

  GArray *marks; /* of CarrelGradeMark, the lowest first */
  char *sentence;
  int chosen; /* the mark that the arrow keys stand on; -1 is none */

  GtkWidget *rim; /* never shown: style sheets give it the colour of the ground */
};

G_DEFINE_FINAL_TYPE (CarrelGradeChart, carrel_grade_chart, GTK_TYPE_WIDGET)

static void
clear_mark (gpointer data)
{
  CarrelGradeMark *mark = data;

  g_free (mark->label);
  g_free (mark->text);
}

static double
get_end (CarrelGradeChart *self)
{
  double end = 1;

  for (guint i = 0; i < self->marks->len; i++)
    end = MAX (end, g_array_index (self->marks, CarrelGradeMark, i).at);
  return end;
}

static float
place (CarrelGradeChart *self, double at)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN;
  float x = MARGIN + width * (float) (CLAMP (at, 0, get_end (self)) / get_end (self));

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width + 2 * MARGIN - x
                                                                          : x;
}

static float
get_axis (CarrelGradeChart *self)
{
  return (float) (gtk_widget_get_height (GTK_WIDGET (self)) - MARGIN - RADIUS);
}

static const CarrelGradeMark *
find_mark (CarrelGradeChart *self, CarrelGradeMarkKind kind)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, CarrelGradeMark, i).kind == kind)
      return &g_array_index (self->marks, CarrelGradeMark, i);
  return NULL;
}

static void
append_shade (GtkSnapshot *snapshot,
              const GdkRGBA *colour,
              const graphene_rect_t *area,
              float alpha)
{
  GdkRGBA shade = *colour;

  shade.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &shade, area);
}

static void
draw_bar (CarrelGradeChart *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  const CarrelGradeMark *from = find_mark (self, CARREL_GRADE_MARK_GUARANTEED);
  const CarrelGradeMark *to = find_mark (self, CARREL_GRADE_MARK_ATTAINABLE);
  float y = get_axis (self) - TRACK / 2.0f;
  float start = place (self, 0), end = place (self, get_end (self));

  append_shade (snapshot, colour,
                &GRAPHENE_RECT_INIT (MIN (start, end), y, ABS (end - start), TRACK), 0.2f);
  if (from == NULL || to == NULL)
    return;
  start = place (self, from->at);
  end = place (self, to->at);
  append_shade (snapshot, colour,
                &GRAPHENE_RECT_INIT (MIN (start, end), y, MAX (2, ABS (end - start)), TRACK),
                0.75f);
  append_shade (snapshot, colour, &GRAPHENE_RECT_INIT (start - 1, y - 4, 3, TRACK + 8), 1);
  append_shade (snapshot, colour, &GRAPHENE_RECT_INIT (end - 1, y - 4, 3, TRACK + 8), 1);
}

/* A label that would touch its neighbour is left out: the arrow keys and the ladder have it. */
static void
draw_cutoffs (CarrelGradeChart *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  float last = -1000;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const CarrelGradeMark *mark = &g_array_index (self->marks, CarrelGradeMark, i);
      float x = place (self, mark->at);
      g_autoptr (PangoLayout) layout = NULL;
      int width, height;

      if (mark->kind != CARREL_GRADE_MARK_CUTOFF)
        continue;
      append_shade (snapshot, colour,
                    &GRAPHENE_RECT_INIT (x, get_axis (self) - TRACK / 2.0f - TICK, 1, TICK), 0.8f);
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), mark->label);
      pango_layout_get_pixel_size (layout, &width, &height);
      if (ABS (x - last) < (float) width + 4)
        continue;
      last = x;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (
          snapshot, &GRAPHENE_POINT_INIT (x - (float) width / 2,
                                          get_axis (self) - TICK - TRACK - (float) height));
      gtk_snapshot_append_layout (snapshot, layout, colour);
      gtk_snapshot_restore (snapshot);
    }
}

/* A disc, or a diamond: a square on its corner; as large as it is, or larger all around. */
static void
draw_shape (CarrelGradeChart *self,
            GtkSnapshot *snapshot,
            const CarrelGradeMark *mark,
            const GdkRGBA *colour,
            float larger)
{
  gboolean is_disc = mark->kind == CARREL_GRADE_MARK_CURRENT;
  float side = (is_disc ? 2 * RADIUS : 1.6f * RADIUS) + 2 * larger;
  graphene_rect_t area = GRAPHENE_RECT_INIT (-side / 2, -side / 2, side, side);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &area, is_disc ? side / 2 : 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (place (self, mark->at), get_axis (self)));
  if (!is_disc)
    gtk_snapshot_rotate (snapshot, 45);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, colour, &area);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

/* A rim of the ground keeps two shapes apart that lie on each other. */
static void
draw_with_rim (CarrelGradeChart *self,
               GtkSnapshot *snapshot,
               const CarrelGradeMark *mark,
               const GdkRGBA *colour)
{
  GdkRGBA ground;

  if (mark == NULL)
    return;
  carrel_colour_get (self->rim, &ground);
  draw_shape (self, snapshot, mark, &ground, RIM);
  draw_shape (self, snapshot, mark, colour, 0);
}

static void
draw_chosen (CarrelGradeChart *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  const CarrelGradeMark *mark = NULL;

  if (self->chosen < 0 || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return;
  mark = &g_array_index (self->marks, CarrelGradeMark, self->chosen);
  append_shade (snapshot, colour,
                &GRAPHENE_RECT_INIT (place (self, mark->at) - RADIUS, get_axis (self) + RADIUS + 4,
                                     2 * RADIUS, 3),
                1);
}

static void
update_description (CarrelGradeChart *self)
{
  const char *text = self->sentence;

  if (self->chosen >= 0)
    text = g_array_index (self->marks, CarrelGradeMark, self->chosen).text;
  carrel_accessible_set_description (self, text);
}

static void
choose (CarrelGradeChart *self, int chosen)
{
  self->chosen = CLAMP (chosen, 0, (int) self->marks->len - 1);
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_key_pressed_cb (CarrelGradeChart *self, guint keyval)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int step = is_mirrored ? -1 : 1;

  if (self->marks->len == 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Right:
      choose (self, self->chosen + step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
      choose (self, self->chosen < 0 ? 0 : self->chosen - step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      choose (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      choose (self, (int) self->marks->len - 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_focus_left_cb (CarrelGradeChart *self)
{
  self->chosen = -1;
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
carrel_grade_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CarrelGradeChart *self = CARREL_GRADE_CHART (widget);
  const CarrelGradeMark *target = find_mark (self, CARREL_GRADE_MARK_TARGET);
  const CarrelGradeMark *current = find_mark (self, CARREL_GRADE_MARK_CURRENT);
  GdkRGBA colour;

  carrel_colour_get (widget, &colour);
  draw_bar (self, snapshot, &colour);
  draw_cutoffs (self, snapshot, &colour);
  draw_with_rim (self, snapshot, current, &colour);
  draw_with_rim (self, snapshot, target, &colour);
  draw_chosen (self, snapshot, &colour);
}

/* High enough for a line of letters, the ticks and the shapes, at any text size. */
static void
carrel_grade_chart_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "A");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? N_PIXELS
                            : height + TICK + TRACK + 2 * RADIUS + MARGIN;
}

static void
carrel_grade_chart_dispose (GObject *object)
{
  g_clear_pointer (&CARREL_GRADE_CHART (object)->rim, gtk_widget_unparent);
  G_OBJECT_CLASS (carrel_grade_chart_parent_class)->dispose (object);
}

static void
carrel_grade_chart_finalize (GObject *object)
{
  CarrelGradeChart *self = CARREL_GRADE_CHART (object);

  g_array_unref (self->marks);
  g_free (self->sentence);
  G_OBJECT_CLASS (carrel_grade_chart_parent_class)->finalize (object);
}

static void
carrel_grade_chart_class_init (CarrelGradeChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_grade_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = carrel_grade_chart_finalize;
  widget_class->snapshot = carrel_grade_chart_snapshot;
  widget_class->measure = carrel_grade_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "gradechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
carrel_grade_chart_init (CarrelGradeChart *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->marks = g_array_new (FALSE, FALSE, sizeof (CarrelGradeMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->chosen = -1;
  self->rim = g_object_new (ADW_TYPE_BIN, "css-name", "rim", "visible", FALSE, NULL);
  gtk_widget_set_parent (self->rim, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "focusable");
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  carrel_accessible_set_label (self, _ ("Grade chart"));
}

/**
 * carrel_grade_chart_clear:
 * @self: a chart
 *
 * Takes all marks away.
 */
void
carrel_grade_chart_clear (CarrelGradeChart *self)
{
  g_array_set_size (self->marks, 0);
  self->chosen = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * carrel_grade_chart_append:
 * @self: a chart
 * @kind: how it is drawn
 * @at: where, a fraction of 1; past 1 the line grows longer
 * @label: (nullable): a short label, for cut-offs
 * @text: what the mark is, to be heard
 *
 * Adds a mark at its place among the others.
 */
void
carrel_grade_chart_append (CarrelGradeChart *self,
                           CarrelGradeMarkKind kind,
                           double at,
                           const char *label,
                           const char *text)
{
  const CarrelGradeMark mark = { kind, at, g_strdup (label), g_strdup (text) };
  guint place_at = 0;

  while (place_at < self->marks->len
         && g_array_index (self->marks, CarrelGradeMark, place_at).at <= at)
    place_at++;
  g_array_insert_val (self->marks, place_at, mark);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * carrel_grade_chart_get_marks:
 * @self: a chart
 *
 * Returns: (transfer none) (element-type CarrelGradeMark): what it shows, the lowest first
 */
const GArray *
carrel_grade_chart_get_marks (CarrelGradeChart *self)
{
  return self->marks;
}

/**
 * carrel_grade_chart_set_sentence:
 * @self: a chart
 * @sentence: what the whole picture says
 *
 * Sets the description that is heard before one walks through the marks.
 */
void
carrel_grade_chart_set_sentence (CarrelGradeChart *self, const char *sentence)
{
  g_free (self->sentence);
  self->sentence = g_strdup (sentence);
  update_description (self);
}
