/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Menus are made when they are opened, and with large text menus and dialogs have room for it. */
#include "config.h"

#include "carrel-dialog.h"
#include "carrel-lazy-menu.h"

#define DPI (96 * PANGO_SCALE)

typedef struct
{
  GtkWindow *window;
  GtkMenuButton *button;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->button));
  gtk_widget_realize (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
  gtk_window_destroy (fixture->window);
}

static GMenuModel *
new_menu (const char *item)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, item, "window.close");
  return G_MENU_MODEL (menu);
}

static GtkLabel *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_item (GtkWidget *popover, const char *text)
{
  GtkLabel *label = find_label (popover, text);

  g_assert_nonnull (label);
  return gtk_widget_get_parent (GTK_WIDGET (label));
}

/* As when a line of the menu of a row changes the row. */
static void
focus_goes_back_when_an_open_menu_is_another_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMenuModel) menu = new_menu ("First");
  g_autoptr (GMenuModel) other = new_menu ("Other");
  GtkLabel *line;
  GtkWidget *focus;

  gtk_window_present (fixture->window);
  carrel_lazy_menu_attach (fixture->button, menu, "Menu");
  gtk_menu_button_popup (fixture->button);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  line = find_label (GTK_WIDGET (gtk_menu_button_get_popover (fixture->button)), "First");
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (line)));
  focus = gtk_window_get_focus (fixture->window);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER));
  carrel_lazy_menu_attach (fixture->button, other, "Menu");
  focus = gtk_window_get_focus (fixture->window);
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->button)));
}

static void
menu_is_made_when_it_is_opened (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMenuModel) menu = new_menu ("Close what is open, and all else");
  GtkPopover *popover;
  GtkLabel *label;

  carrel_lazy_menu_attach (fixture->button, menu, "More");
  g_assert_null (gtk_menu_button_get_popover (fixture->button));
  gtk_menu_button_popup (fixture->button);
  popover = gtk_menu_button_get_popover (fixture->button);
  g_assert_nonnull (popover);
  label = find_label (GTK_WIDGET (popover), "Close what is open, and all else");
  g_assert_nonnull (label);
  g_assert_true (gtk_label_get_wrap (label));
  carrel_lazy_menu_attach (fixture->button, menu, "Still more");
  g_assert_true (gtk_menu_button_get_popover (fixture->button) == popover);
}

static void
menu_is_replaced_by_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMenuModel) first = new_menu ("First");
  g_autoptr (GMenuModel) second = new_menu ("Second");

  carrel_lazy_menu_attach (fixture->button, first, "More");
  gtk_menu_button_popup (fixture->button);
  gtk_menu_button_popdown (fixture->button);
  carrel_lazy_menu_attach (fixture->button, second, "More");
  g_assert_null (gtk_menu_button_get_popover (fixture->button));
  gtk_menu_button_popup (fixture->button);
  g_assert_nonnull (
      find_label (GTK_WIDGET (gtk_menu_button_get_popover (fixture->button)), "Second"));
}

/* Without a role of its own an item that is not checked does not say that it could be. */
static void
items_tell_what_is_checked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) fits
      = g_simple_action_new_stateful ("fits", NULL, g_variant_new_boolean (FALSE));
  g_autoptr (GSimpleAction) day = g_simple_action_new_stateful ("day", G_VARIANT_TYPE_STRING,
                                                                g_variant_new_string ("monday"));
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover = NULL;

  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (fits));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (day));
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "row", G_ACTION_GROUP (actions));
  g_menu_append (menu, "Only what fits", "row.fits");
  g_menu_append (menu, "Monday", "row.day::monday");
  g_menu_append (menu, "Close", "window.close");
  carrel_lazy_menu_attach (fixture->button, G_MENU_MODEL (menu), "More");
  gtk_menu_button_popup (fixture->button);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (fixture->button));
  gtk_test_accessible_assert_role (find_item (popover, "Only what fits"),
                                   GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX);
  gtk_test_accessible_assert_role (find_item (popover, "Monday"),
                                   GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO);
  gtk_test_accessible_assert_role (find_item (popover, "Close"), GTK_ACCESSIBLE_ROLE_MENU_ITEM);
  gtk_test_accessible_assert_state (find_item (popover, "Monday"), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
}

static void
assert_dialog_size (Fixture *fixture, int dpi, int width, int height)
{
  GtkWindow *dialog
      = g_object_new (CARREL_TYPE_DIALOG, "default-width", 400, "default-height", 300, NULL);
  int found_width, found_height;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  carrel_dialog_present (CARREL_DIALOG (dialog), GTK_WIDGET (fixture->window));
  gtk_window_get_default_size (dialog, &found_width, &found_height);
  g_assert_cmpint (found_width, ==, width);
  g_assert_cmpint (found_height, ==, height);
  gtk_window_destroy (dialog);
}

static void
dialog_grows_with_its_text (Fixture *fixture, gconstpointer data)
{
  assert_dialog_size (fixture, DPI, 400, 300);
  assert_dialog_size (fixture, 2 * DPI, 800, 600);
  assert_dialog_size (fixture, DPI / 2, 400, 300);
}

static void
dialog_stays_on_the_screen (Fixture *fixture, gconstpointer data)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (fixture->window));
  GdkMonitor *monitor
      = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  GdkRectangle area;

  gdk_monitor_get_geometry (monitor, &area);
  assert_dialog_size (fixture, 10 * DPI, MIN (4000, area.width * 9 / 10),
                      MIN (3000, area.height * 9 / 10));
}

static void
add (const char *name, void (*run) (Fixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/carrel/views/menus-and-dialogs/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  add ("focus-goes-back-when-an-open-menu-is-another-one",
       focus_goes_back_when_an_open_menu_is_another_one);
  add ("menu-is-made-when-it-is-opened", menu_is_made_when_it_is_opened);
  add ("menu-is-replaced-by-another", menu_is_replaced_by_another);
  add ("items-tell-what-is-checked", items_tell_what_is_checked);
  add ("dialog-grows-with-its-text", dialog_grows_with_its_text);
  add ("dialog-stays-on-the-screen", dialog_stays_on_the_screen);
  return g_test_run ();
}
