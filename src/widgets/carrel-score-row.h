/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One graded item: its name, an entry for its score, and a menu for its state. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARREL_TYPE_SCORE_ROW (carrel_score_row_get_type ())
G_DECLARE_FINAL_TYPE (CarrelScoreRow, carrel_score_row, CARREL, SCORE_ROW, GtkListBoxRow)

/* All text is of the reader's language. */
typedef struct
{
  const char *id;
  const char *name;
  const char *due;   /* "due 5 Feb"; NULL is unknown */
  const char *state; /* "ungraded", "graded", "missing", "excused" */
  const char *score; /* NULL unless graded */
  const char *max;
  gboolean is_scenario; /* scores that are entered here are imagined */
  gboolean is_imagined; /* this one is */
  gboolean is_pinned;   /* an imagined score that the plan counts on */
  gboolean is_above;    /* more than the maximum, which may be right */
  gboolean is_dropped;
  gboolean has_slider; /* to imagine a score with */
} CarrelScoreShown;

/* Signals: entered (s) what was typed, "" to clear it; previewed (s) where the slider is, before it
 * rests and is entered; state-chosen (s); pinned (b); forgotten (). */
GtkWidget *carrel_score_row_new (void);
void carrel_score_row_show (CarrelScoreRow *self, const CarrelScoreShown *shown);
gboolean carrel_score_row_refuse (CarrelScoreRow *self, const char *reason);
void carrel_score_row_give_up (CarrelScoreRow *self);
const char *carrel_score_row_get_id (CarrelScoreRow *self);
gboolean carrel_score_row_focus_entry (CarrelScoreRow *self);

G_END_DECLS
