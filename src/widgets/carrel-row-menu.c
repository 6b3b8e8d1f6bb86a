/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The button of a row has its menu already; another popover would have the same items twice in the
 * tree of assistive technology. */
#define G_LOG_DOMAIN "carrel-row-menu"

#include "config.h"

#include "carrel-row-menu.h"

#define KEYS "Menu|<Shift>F10"

/* What had the focus gets it back, which GTK would give to the button. */
static void
on_closed_cb (GtkWidget *focus, GtkPopover *popover)
{
  g_signal_handlers_disconnect_by_func (popover, on_closed_cb, focus);
  gtk_popover_set_pointing_to (popover, NULL);
  gtk_widget_grab_focus (focus);
}

static GtkWidget *
find_focus (GtkWidget *row)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (row));

  return focus != NULL && gtk_widget_is_ancestor (focus, row) ? focus : row;
}

/* Opens the menu at its button, or at a place in the row. */
static gboolean
open_menu (GtkWidget *row, GtkMenuButton *button, const graphene_point_t *place)
{
  GtkWidget *focus = find_focus (row);
  GtkPopover *popover = NULL;
  graphene_point_t point;

  if (!gtk_widget_get_mapped (GTK_WIDGET (button)))
    return FALSE;
  gtk_menu_button_popup (button);
  popover = gtk_menu_button_get_popover (button);
  if (popover == NULL)
    return FALSE;
  if (place != NULL && gtk_widget_compute_point (row, GTK_WIDGET (button), place, &point))
    gtk_popover_set_pointing_to (popover, &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed_cb), focus, G_CONNECT_SWAPPED);
  return TRUE;
}

static gboolean
on_keys_cb (GtkWidget *row, GVariant *nothing, gpointer button)
{
  return open_menu (row, button, NULL);
}

static void
on_pressed_cb (GtkGestureClick *click, int n_presses, double x, double y, GtkMenuButton *button)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));

  if (open_menu (row, button, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

/**
 * carrel_row_menu_attach:
 * @row: a row
 * @button: the menu button in it
 *
 * Opens the menu of the button by Menu, Shift+F10 and the secondary mouse button, wherever in the
 * row the focus or the pointer is, as long as the button is shown. The focus comes back when the
 * menu is closed.
 */
void
carrel_row_menu_attach (GtkWidget *row, GtkMenuButton *button)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (KEYS),
                        gtk_callback_action_new (on_keys_cb, button, NULL)));
  gtk_widget_add_controller (row, keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), button, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
}
