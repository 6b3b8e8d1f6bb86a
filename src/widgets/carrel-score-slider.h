/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A slider for an imagined score: arrow keys move by a point, Page keys by ten, Home and End to the
 * ends. The wheel of a mouse scrolls what the slider stands in and never moves it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARREL_TYPE_SCORE_SLIDER (carrel_score_slider_get_type ())
G_DECLARE_FINAL_TYPE (CarrelScoreSlider, carrel_score_slider, CARREL, SCORE_SLIDER, GtkScale)

/* Signal: moved (s) the points, in the locale's form, as a person would type them. */

GtkWidget *carrel_score_slider_new (void);
void carrel_score_slider_show (CarrelScoreSlider *self,
                               const char *name,
                               const char *score,
                               const char *max);

G_END_DECLS
