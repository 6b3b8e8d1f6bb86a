/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Layout comes with the frames of the display, however long one takes: a test that asks where
 * something is waits for frames, not for time. */
#pragma once

#include <gtk/gtk.h>

/* After a change of size come: layout, what answers to it, and the layout of that. */
#define SETTLED_FRAMES 6

static inline gboolean
on_frame_painted_cb (GtkWidget *widget, GdkFrameClock *frames, gpointer data)
{
  guint *n_left = data;

  if (*n_left > 0)
    (*n_left)--;
  return *n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Returns when some frames of a window that was presented are painted. */
static inline void
await_frames (GtkWidget *window)
{
  guint n_left = SETTLED_FRAMES;

  gtk_widget_add_tick_callback (window, on_frame_painted_cb, &n_left, NULL);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
}
