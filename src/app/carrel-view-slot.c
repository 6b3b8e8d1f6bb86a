/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* On X11 a window is measured as soon as something in it asks to be, before the next frame gives
 * new widgets their styles, and once more after that. The first time is in vain, and takes as long
 * as all else that a new view needs; so a slot asks for nothing until the frame has come. */
#define G_LOG_DOMAIN "carrel-view-slot"

#include "config.h"

#include "carrel-view-slot.h"

struct _CarrelViewSlot
{
  AdwBin parent_instance;

  gboolean awaits_frame;
};

G_DEFINE_FINAL_TYPE (CarrelViewSlot, carrel_view_slot, ADW_TYPE_BIN)

static void
on_styled_cb (CarrelViewSlot *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, on_styled_cb, self);
  self->awaits_frame = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The window sets styles when a frame is updated, after all else. */
static void
await_frame (CarrelViewSlot *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  self->awaits_frame = TRUE;
  g_signal_connect_object (clock, "update", G_CALLBACK (on_styled_cb), self,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_UPDATE);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  GtkWidget *view = adw_bin_get_child (ADW_BIN (widget));

  return view != NULL ? gtk_widget_get_request_mode (view) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
carrel_view_slot_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GtkWidget *view = adw_bin_get_child (ADW_BIN (widget));

  if (view != NULL && !CARREL_VIEW_SLOT (widget)->awaits_frame)
    gtk_widget_measure (view, orientation, for_size, minimum, natural, minimum_baseline,
                        natural_baseline);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *view = adw_bin_get_child (ADW_BIN (widget));

  if (view != NULL && !CARREL_VIEW_SLOT (widget)->awaits_frame)
    gtk_widget_allocate (view, width, height, baseline, NULL);
}

static void
carrel_view_slot_class_init (CarrelViewSlotClass *klass)
{
}

static void
carrel_view_slot_init (CarrelViewSlot *self)
{
  gtk_widget_set_layout_manager (
      GTK_WIDGET (self),
      gtk_custom_layout_new (get_request_mode, carrel_view_slot_measure, allocate));
}

/**
 * carrel_view_slot_new:
 *
 * Returns: (transfer floating): an empty slot
 */
GtkWidget *
carrel_view_slot_new (void)
{
  return g_object_new (CARREL_TYPE_VIEW_SLOT, NULL);
}

/**
 * carrel_view_slot_fill:
 * @self: a slot
 * @view: (transfer floating): what is shown in it from now on
 *
 * Puts a view in its place. In a window that is shown, it is measured with the next frame.
 */
void
carrel_view_slot_fill (CarrelViewSlot *self, GtkWidget *view)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    await_frame (self);
  adw_bin_set_child (ADW_BIN (self), view);
}
