/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names, states and values as screen readers were measured to speak them. Numbers of rules are
 * those of the accessibility notes of the project. */
#define G_LOG_DOMAIN "carrel-accessible"

#include "config.h"

#include "carrel-accessible.h"

/* GTK does not tell what a description is. */
#define DESCRIPTION_KEY "carrel-description"

static GtkStack *
find_stack (GtkPopover *popover)
{
  GtkWidget *child = gtk_popover_get_child (popover);

  while (child != NULL && !GTK_IS_STACK (child))
    child = gtk_widget_get_first_child (child);
  return GTK_STACK (child);
}

/**
 * carrel_accessible_is_old:
 *
 * Returns: whether GTK is older than 4.14, and so neither announces nor tells of changed values
 */
gboolean
carrel_accessible_is_old (void)
{
  return gtk_check_version (4, 14, 0) != NULL;
}

/**
 * carrel_accessible_set_label:
 * @accessible: a #GtkAccessible
 * @label: (nullable): its name, translated; %NULL takes the name away
 *
 * Names a widget. What labels it otherwise gives way, because GTK would prefer that (rule 8).
 */
void
carrel_accessible_set_label (gpointer accessible, const char *label)
{
  gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  if (label == NULL)
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL);
  else
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * carrel_accessible_set_description:
 * @accessible: a #GtkAccessible
 * @description: (nullable): a short sentence, translated; %NULL takes it away
 *
 * Describes a widget. A change is spoken at once where the widget has the focus (rule 48).
 */
void
carrel_accessible_set_description (gpointer accessible, const char *description)
{
  g_object_set_data_full (accessible, DESCRIPTION_KEY, g_strdup (description), g_free);
  if (description == NULL)
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  else
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                    -1);
}

/* Before, it told of an object that is gone: a screen reader says neither its name nor anything
 * else of it. Measured with 4.8 and 4.18. */
static gboolean
tells_of_wrong_entries (void)
{
  return gtk_check_version (4, 18, 0) == NULL;
}

/**
 * carrel_accessible_set_invalid:
 * @accessible: an entry
 * @is_invalid: whether what is written in it cannot be taken
 * @description: (nullable): why not, or what describes it otherwise, translated
 *
 * Has the reason heard while one writes, and whenever the focus comes to the entry. The state is
 * told only where GTK has it heard.
 */
void
carrel_accessible_set_invalid (gpointer accessible, gboolean is_invalid, const char *description)
{
  GtkAccessibleInvalidState state
      = is_invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE;

  if (tells_of_wrong_entries ())
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID, state, -1);
  carrel_accessible_set_description (accessible, description);
}

/**
 * carrel_accessible_hide_other_pages:
 * @stack: a stack, each page of which is a bin
 *
 * Hides what is in the pages that are not shown: old GTK tells assistive technology of what was
 * shown once as if it still were.
 */
void
carrel_accessible_hide_other_pages (AdwViewStack *stack)
{
  g_autoptr (GListModel) pages = G_LIST_MODEL (adw_view_stack_get_pages (stack));
  GtkWidget *shown = adw_view_stack_get_visible_child (stack);

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);
      GtkWidget *bin = adw_view_stack_page_get_child (page);
      GtkWidget *child = adw_bin_get_child (ADW_BIN (bin));

      if (child != NULL)
        gtk_widget_set_visible (child, bin == shown);
    }
}

/**
 * carrel_accessible_describe_for_now:
 * @widget: the widget that has the focus
 * @text: (nullable): a message; %NULL brings back what describes the widget otherwise
 *
 * Has a message said by means of the description (rule 48).
 */
void
carrel_accessible_describe_for_now (GtkWidget *widget, const char *text)
{
  const char *own = g_object_get_data (G_OBJECT (widget), DESCRIPTION_KEY);

  if (text == NULL)
    text = own != NULL ? own : gtk_widget_get_tooltip_text (widget);
  if (text == NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
}

/**
 * carrel_accessible_point_at:
 * @entry: an entry whose description says why its text cannot be taken
 *
 * Moves the focus to an entry, so that it is heard what is wrong. Where the focus is there already,
 * the description is heard once more: a space more or less makes it another one (rule 48).
 */
void
carrel_accessible_point_at (GtkWidget *entry)
{
  const char *text = g_object_get_data (G_OBJECT (entry), DESCRIPTION_KEY);
  g_autofree char *again = NULL;

  if (!carrel_accessible_has_focus (entry))
    {
      gtk_widget_grab_focus (entry);
      return;
    }
  if (text == NULL)
    return;
  again
      = g_str_has_suffix (text, " ") ? g_strchomp (g_strdup (text)) : g_strconcat (text, " ", NULL);
  carrel_accessible_set_description (entry, again);
}

/**
 * carrel_accessible_dup_spoken:
 * @text: a text that is seen
 *
 * Returns: (transfer full): the same to be heard: a screen reader would say "middle dot" for what
 *   only parts two things
 */
char *
carrel_accessible_dup_spoken (const char *text)
{
  GString *spoken = g_string_new (text);

  g_string_replace (spoken, " · ", ", ", 0);
  g_string_replace (spoken, "\n", ". ", 0);
  return g_string_free (spoken, FALSE);
}

/**
 * carrel_accessible_name_row:
 * @row: a row of a list, with a title and perhaps a subtitle
 * @title: its title, with its value if it has one
 * @subtitle: (nullable): what stands below
 *
 * Has all of a row said in one go: a description would be said twice by old GTK when the row gets
 * the focus first (rule 6), and signs are not for the ear.
 */
void
carrel_accessible_name_row (GtkWidget *row, const char *title, const char *subtitle)
{
  gboolean is_short = subtitle == NULL || *subtitle == '\0';
  g_autofree char *text = is_short ? g_strdup (title) : g_strjoin ("\n", title, subtitle, NULL);
  g_autofree char *spoken = carrel_accessible_dup_spoken (text);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  carrel_accessible_set_label (row, spoken);
}

/**
 * carrel_accessible_has_focus:
 * @widget: an entry, or another widget
 *
 * Returns: whether the focus of the window is in @widget, so that a new description of it is
 *   spoken at once (rule 48)
 */
gboolean
carrel_accessible_has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/**
 * carrel_accessible_set_checked:
 * @accessible: a #GtkAccessible with a role that can be checked
 * @is_checked: whether it is
 *
 * Mirrors a state, for toggles, and rows that stand for a switch (rules 11, 26 and 27).
 */
void
carrel_accessible_set_checked (gpointer accessible, gboolean is_checked)
{
  gtk_accessible_update_state (
      accessible, GTK_ACCESSIBLE_STATE_CHECKED,
      is_checked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/**
 * carrel_accessible_set_value_text:
 * @widget: a slider or spin button
 * @text: its value in words, translated
 *
 * Says a value. Old GTK never tells of a change, so there the description carries it (rules 21 and
 * 22).
 */
void
carrel_accessible_set_value_text (GtkWidget *widget, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
  if (carrel_accessible_is_old ())
    carrel_accessible_set_description (widget, text);
}

/* Old GTK has one role for all items of a menu, so that nothing is heard of an item that could be
 * checked and is not. How an item is drawn is known only by a property of a private type. A role
 * can be given until the item is first shown. */
static void
set_item_roles (GtkWidget *widget)
{
  static const GtkAccessibleRole roles[]
      = { GTK_ACCESSIBLE_ROLE_MENU_ITEM, GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX,
          GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO };
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));
  guint drawn = 0;

  if (role == GTK_ACCESSIBLE_ROLE_MENU_ITEM
      && g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "role") != NULL)
    {
      g_object_get (widget, "role", &drawn, NULL);
      if (drawn > 0 && drawn < G_N_ELEMENTS (roles))
        g_object_set (widget, "accessible-role", roles[drawn], NULL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_item_roles (child);
}

/**
 * carrel_accessible_name_popover_menu:
 * @popover: a popover menu
 * @name: its name, translated
 *
 * Names a menu and the pages inside it, which old GTK calls by their types (rule 13), and has its
 * items say whether they are checked.
 */
void
carrel_accessible_name_popover_menu (GtkPopover *popover, const char *name)
{
  GtkStack *stack = find_stack (popover);
  g_autoptr (GtkSelectionModel) pages = NULL;

  carrel_accessible_set_label (popover, name);
  if (carrel_accessible_is_old ())
    set_item_roles (GTK_WIDGET (popover));
  if (stack == NULL)
    return;
  pages = gtk_stack_get_pages (stack);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      carrel_accessible_set_label (page, " ");
    }
}

/**
 * carrel_accessible_name_menu_button:
 * @button: a menu button
 * @name: its name, translated, with its value where it has one: "Target: A"
 *
 * Names a menu button, the toggle button inside it that has the focus, and its menu (rules 12, 13
 * and 19). The toggle button would be described by the menu button, that is by the same name again.
 * To be called again when the menu was replaced.
 */
void
carrel_accessible_name_menu_button (GtkMenuButton *button, const char *name)
{
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (button));
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  carrel_accessible_set_label (button, name);
  if (inner != NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
      carrel_accessible_set_label (inner, name);
      carrel_accessible_set_description (inner, gtk_widget_get_tooltip_text (GTK_WIDGET (button)));
    }
  if (popover != NULL && GTK_IS_POPOVER_MENU (popover))
    carrel_accessible_name_popover_menu (popover, name);
}
