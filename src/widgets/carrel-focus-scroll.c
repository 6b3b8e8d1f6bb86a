/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GtkViewport glides to the focus, and stops as soon as the focused widget touches the edge: for a
 * moment the focus is out of sight, and the text of its row stays there. */
#define G_LOG_DOMAIN "carrel-focus-scroll"

#include "config.h"

#include "carrel-focus-scroll.h"

/* Pixels kept free around what has the focus, for its ring. */
#define MARGIN 12

static void
bring_into_view (GtkScrolledWindow *scrolled, GtkWidget *widget)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (scrolled);
  GtkWidget *content = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scrolled);
  graphene_rect_t bounds;

  if (content == NULL || widget == NULL || !gtk_widget_is_ancestor (widget, content))
    return;
  if (gtk_widget_compute_bounds (widget, content, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - MARGIN,
                               bounds.origin.y + bounds.size.height + MARGIN);
}

static void
on_focus_changed_cb (GtkScrolledWindow *scrolled)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (scrolled)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  bring_into_view (scrolled, row != NULL ? row : focus);
}

static void
on_realized_cb (GtkScrolledWindow *scrolled)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (scrolled));

  g_signal_handlers_disconnect_by_func (root, on_focus_changed_cb, scrolled);
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (on_focus_changed_cb), scrolled,
                           G_CONNECT_SWAPPED);
}

/**
 * carrel_focus_scroll_attach:
 * @scrolled: a scrolled window with a child that does not scroll by itself
 *
 * Has @scrolled follow the focus vertically.
 */
void
carrel_focus_scroll_attach (GtkScrolledWindow *scrolled)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (scrolled);

  g_return_if_fail (GTK_IS_VIEWPORT (viewport));
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  g_signal_connect (scrolled, "realize", G_CALLBACK (on_realized_cb), NULL);
}

/**
 * carrel_focus_scroll_show:
 * @widget: a widget that is seen in a scrolled window
 *
 * Scrolls to a widget; where there is no room for both, what has the focus stays in sight.
 */
void
carrel_focus_scroll_show (GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  if (scrolled == NULL)
    return;
  bring_into_view (GTK_SCROLLED_WINDOW (scrolled), widget);
  bring_into_view (GTK_SCROLLED_WINDOW (scrolled),
                   gtk_root_get_focus (gtk_widget_get_root (widget)));
}
