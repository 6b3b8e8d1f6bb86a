/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Its double places a knob; what it hands on is text, which the engine reads exactly. */
#define G_LOG_DOMAIN "carrel-score-slider"

#include "config.h"

#include "carrel-score-slider.h"

#include "carrel-accessible.h"
#include "carrel-format.h"
#include "carrel-grade-text.h"

#include <glib/gi18n.h>

#define STEP 1
#define PAGE 10

struct _CarrelScoreSlider
{
  GtkScale parent_instance;

  char *max;
};

static guint moved;

G_DEFINE_FINAL_TYPE (CarrelScoreSlider, carrel_score_slider, GTK_TYPE_SCALE)

static double
read_number (const char *text)
{
  g_autofree char *plain = text != NULL ? carrel_format_parse_decimal (text) : NULL;

  return plain != NULL ? g_ascii_strtod (plain, NULL) : 0;
}

/* The end of the slider is the maximum itself, whatever a double makes of it. */
static char *
dup_value (CarrelScoreSlider *self)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self));
  const double value = gtk_adjustment_get_value (adjustment);
  g_autoptr (CarrelRational) points = NULL;

  if (value >= gtk_adjustment_get_upper (adjustment))
    return g_strdup (self->max);
  points = carrel_rational_new ((gint64) (value + 0.5), 1);
  return carrel_grade_text_points (points);
}

static void
say_value (CarrelScoreSlider *self, const char *score)
{
  g_autofree char *text = NULL;

  if (score == NULL)
    text = g_strdup (_ ("no score imagined yet"));
  else
    /* Translators: points and their maximum, as in "85 of 100 points". */
    text = g_strdup_printf (_ ("%s of %s points"), score, self->max);
  carrel_accessible_set_value_text (GTK_WIDGET (self), text);
}

/* A list that is scrolled by the wheel must not change the scores that pass by. */
static void
ignore_wheel (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

/* Called for what a person does, even where that leaves the value as it is: Home says 0. */
static gboolean
carrel_score_slider_change_value (GtkRange *range, GtkScrollType scroll, double value)
{
  CarrelScoreSlider *self = CARREL_SCORE_SLIDER (range);
  g_autofree char *score = NULL;

  GTK_RANGE_CLASS (carrel_score_slider_parent_class)->change_value (range, scroll, value);
  score = dup_value (self);
  say_value (self, score);
  g_signal_emit (self, moved, 0, score);
  return GDK_EVENT_STOP;
}

static void
carrel_score_slider_finalize (GObject *object)
{
  g_free (CARREL_SCORE_SLIDER (object)->max);
  G_OBJECT_CLASS (carrel_score_slider_parent_class)->finalize (object);
}

static void
carrel_score_slider_class_init (CarrelScoreSliderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = carrel_score_slider_finalize;
  GTK_RANGE_CLASS (klass)->change_value = carrel_score_slider_change_value;
  moved = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                        G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
carrel_score_slider_init (CarrelScoreSlider *self)
{
  gtk_range_set_round_digits (GTK_RANGE (self), 0);
  ignore_wheel (GTK_WIDGET (self));
}

/**
 * carrel_score_slider_new:
 *
 * Returns: (transfer floating): a slider from 0 to 100
 */
GtkWidget *
carrel_score_slider_new (void)
{
  return g_object_new (CARREL_TYPE_SCORE_SLIDER, "adjustment",
                       gtk_adjustment_new (0, 0, 100, STEP, PAGE, 0), NULL);
}

/**
 * carrel_score_slider_show:
 * @self: a slider
 * @name: the name of the item
 * @score: (nullable): its points in the locale's form, or %NULL for none
 * @max: what it is marked out of, the same
 *
 * Places the knob without telling of it.
 */
void
carrel_score_slider_show (CarrelScoreSlider *self,
                          const char *name,
                          const char *score,
                          const char *max)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self));
  /* Translators: the name of a slider; %s is a graded item, such as "Homework 4". */
  g_autofree char *label = g_strdup_printf (_ ("Imagined score of %s"), name);
  char *copy = g_strdup (max);

  g_free (self->max);
  self->max = copy;
  gtk_adjustment_set_upper (adjustment, MAX (read_number (max), STEP));
  gtk_adjustment_set_value (adjustment, read_number (score));
  carrel_accessible_set_label (self, label);
  say_value (self, score);
}
