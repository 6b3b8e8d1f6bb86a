/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Most menus are never opened, and building one costs more than all the rest of a row. */
#define G_LOG_DOMAIN "carrel-lazy-menu"

#include "config.h"

#include "carrel-lazy-menu.h"

#include "carrel-accessible.h"
#include "carrel-wrap-box.h"

typedef struct
{
  GMenuModel *model;
  char *name;
} LazyMenu;

static void
lazy_menu_free (gpointer data)
{
  LazyMenu *menu = data;

  g_object_unref (menu->model);
  g_free (menu->name);
  g_free (menu);
}

/* Lines of one item begin below each other; its key stands at the other side. */
static void
align_lines (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_LABEL (widget) && !g_str_equal (gtk_widget_get_css_name (widget), "accelerator"))
    gtk_label_set_xalign (GTK_LABEL (widget), 0);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    align_lines (child);
}

static void
make_menu (GtkMenuButton *button, gpointer data)
{
  LazyMenu *menu = data;
  GtkWidget *popover = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  gtk_menu_button_set_menu_model (button, menu->model);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  carrel_wrap_box_break_words (popover);
  align_lines (popover);
  carrel_accessible_name_menu_button (button, menu->name);
}

static gboolean
has_focus (GtkMenuButton *button)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return popover != NULL && focus != NULL && gtk_widget_is_ancestor (focus, popover);
}

/* What one of its lines did may be why the menu is another one: the focus goes back to the button,
 * as when a menu closes by itself. */
static void
drop_menu (GtkMenuButton *button)
{
  gboolean had_focus = has_focus (button);

  gtk_menu_button_set_menu_model (button, NULL);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (button));
}

/**
 * carrel_lazy_menu_attach:
 * @button: a menu button
 * @menu: what its menu has
 * @name: the name of button and menu, translated, with the value where there is one
 *
 * Gives a button a menu that is made when it is opened. What does not fit into the window goes on
 * in further lines. To be called again when the name or the menu is another one.
 */
void
carrel_lazy_menu_attach (GtkMenuButton *button, GMenuModel *menu, const char *name)
{
  LazyMenu *lazy = g_new (LazyMenu, 1);
  GMenuModel *made = gtk_menu_button_get_menu_model (button);

  *lazy = (LazyMenu){ g_object_ref (menu), g_strdup (name) };
  if (made != NULL && made != menu)
    drop_menu (button);
  gtk_menu_button_set_create_popup_func (button, make_menu, lazy, lazy_menu_free);
  carrel_accessible_name_menu_button (button, name);
}
