/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The place of a view: when it asks the view for its size. */
#include "config.h"

#include "carrel-view-slot.h"

#include "await-frames.h"

static int
measure_height (GtkWidget *slot)
{
  int height;

  gtk_widget_measure (slot, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

static void
measures_at_once_in_a_hidden_window (void)
{
  GtkWidget *slot = g_object_ref_sink (carrel_view_slot_new ());

  g_assert_cmpint (measure_height (slot), ==, 0);
  carrel_view_slot_fill (CARREL_VIEW_SLOT (slot), gtk_label_new ("Schedule"));
  g_assert_cmpint (measure_height (slot), >, 0);
  g_assert_finalize_object (slot);
}

static void
measures_with_the_next_frame_of_a_shown_window (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *slot = carrel_view_slot_new ();
  GtkWidget *label = gtk_label_new ("Schedule");

  gtk_window_set_child (GTK_WINDOW (window), slot);
  gtk_window_present (GTK_WINDOW (window));
  await_frames (window);
  carrel_view_slot_fill (CARREL_VIEW_SLOT (slot), label);
  g_assert_cmpint (measure_height (slot), ==, 0);
  g_assert_true (gtk_widget_get_mapped (label));
  await_frames (window);
  g_assert_cmpint (measure_height (slot), >, 0);
  g_assert_cmpint (gtk_widget_get_height (label), ==, gtk_widget_get_height (slot));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A window may be closed before the frame comes. */
static void
can_be_gone_before_the_frame (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *slot = carrel_view_slot_new ();

  gtk_window_set_child (GTK_WINDOW (window), g_object_ref_sink (slot));
  gtk_window_present (GTK_WINDOW (window));
  await_frames (window);
  carrel_view_slot_fill (CARREL_VIEW_SLOT (slot), gtk_label_new ("Schedule"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (slot);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/carrel/app/view-slot/measures-at-once-in-a-hidden-window",
                   measures_at_once_in_a_hidden_window);
  g_test_add_func ("/carrel/app/view-slot/measures-with-the-next-frame-of-a-shown-window",
                   measures_with_the_next_frame_of_a_shown_window);
  g_test_add_func ("/carrel/app/view-slot/can-be-gone-before-the-frame",
                   can_be_gone_before_the_frame);
  return g_test_run ();
}
