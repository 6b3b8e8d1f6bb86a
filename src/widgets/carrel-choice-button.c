/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A menu button with a radio menu. Its name is "Title: value" (rule 19 of the accessibility notes),
 * set anew on the inner button whenever the value changes. */
#define G_LOG_DOMAIN "carrel-choice-button"

#include "config.h"

#include "carrel-choice-button.h"

#include "carrel-accessible.h"
#include "carrel-wrap-box.h"

#include <glib/gi18n.h>

/* Of a long choice in a narrow window, before it ends in an ellipsis. */
#define N_LINES 6

struct _CarrelChoiceButton
{
  AdwBin parent_instance;

  char *title;
  char *selected;
  GHashTable *labels; /* of ids */
  GMenu *menu;
  GSimpleAction *action;

  GtkMenuButton *button;
  GtkLabel *value;
};

enum
{
  PROP_TITLE = 1,
  PROP_SELECTED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CarrelChoiceButton, carrel_choice_button, ADW_TYPE_BIN)

static void
show_selected (CarrelChoiceButton *self)
{
  const char *label
      = self->selected != NULL ? g_hash_table_lookup (self->labels, self->selected) : NULL;
  g_autofree char *name = NULL;

  if (label == NULL)
    label = "";
  /* Translators: the name of a choice and what is chosen, as in "Target: A-". */
  name = g_strdup_printf (_ ("%s: %s"), self->title != NULL ? self->title : "", label);
  gtk_label_set_label (self->value, label);
  carrel_accessible_name_menu_button (self->button, name);
}

/* Most menus are never opened, and each of their choices is a widget. */
static void
create_menu (GtkMenuButton *button, gpointer data)
{
  CarrelChoiceButton *self = CARREL_CHOICE_BUTTON (data);

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (self->menu)));
  carrel_wrap_box_break_words (GTK_WIDGET (gtk_menu_button_get_popover (button)));
  show_selected (self);
}

static GMenuItem *
new_item (const char *id, const char *label)
{
  GMenuItem *item = g_menu_item_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, escaped);
  g_menu_item_set_action_and_target (item, "choice.select", "s", id);
  return item;
}

static int
find_item (CarrelChoiceButton *self, const char *id)
{
  GMenuModel *model = G_MENU_MODEL (self->menu);

  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (
          model, i, G_MENU_ATTRIBUTE_TARGET, G_VARIANT_TYPE_STRING);

      if (target != NULL && g_str_equal (g_variant_get_string (target, NULL), id))
        return i;
    }
  return -1;
}

static void
on_action_activated_cb (CarrelChoiceButton *self, GVariant *parameter)
{
  carrel_choice_button_set_selected (self, g_variant_get_string (parameter, NULL));
}

static void
carrel_choice_button_finalize (GObject *object)
{
  CarrelChoiceButton *self = CARREL_CHOICE_BUTTON (object);

  g_free (self->title);
  g_free (self->selected);
  g_hash_table_unref (self->labels);
  g_object_unref (self->menu);
  g_object_unref (self->action);
  G_OBJECT_CLASS (carrel_choice_button_parent_class)->finalize (object);
}

static void
carrel_choice_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CarrelChoiceButton *self = CARREL_CHOICE_BUTTON (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SELECTED:
      g_value_set_string (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
carrel_choice_button_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  CarrelChoiceButton *self = CARREL_CHOICE_BUTTON (object);

  switch (id)
    {
    case PROP_TITLE:
      carrel_choice_button_set_title (self, g_value_get_string (value));
      break;
    case PROP_SELECTED:
      carrel_choice_button_set_selected (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
carrel_choice_button_class_init (CarrelChoiceButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = carrel_choice_button_finalize;
  object_class->get_property = carrel_choice_button_get_property;
  object_class->set_property = carrel_choice_button_set_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
carrel_choice_button_init (CarrelChoiceButton *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->menu = g_menu_new ();
  self->action
      = g_simple_action_new_stateful ("select", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_signal_connect_object (self->action, "activate", G_CALLBACK (on_action_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "choice", G_ACTION_GROUP (group));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->value = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->value, PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (self->value, TRUE);
  gtk_label_set_natural_wrap_mode (self->value, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (self->value, N_LINES);
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->value));
  /* By itself the button is as high as one line, whatever its child needs. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self->button), gtk_bin_layout_new ());
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  gtk_menu_button_set_create_popup_func (self->button, create_menu, self, NULL);
}

/**
 * carrel_choice_button_new:
 * @title: what is chosen, translated
 *
 * Returns: (transfer full): a button without choices
 */
GtkWidget *
carrel_choice_button_new (const char *title)
{
  return g_object_new (CARREL_TYPE_CHOICE_BUTTON, "title", title, NULL);
}

/**
 * carrel_choice_button_set_title:
 * @self: a button
 * @title: what is chosen, translated; it is heard, not seen
 */
void
carrel_choice_button_set_title (CarrelChoiceButton *self, const char *title)
{
  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  show_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * carrel_choice_button_clear:
 * @self: a button
 *
 * Takes all choices away. What is selected stays so, for choices that are built anew.
 */
void
carrel_choice_button_clear (CarrelChoiceButton *self)
{
  g_menu_remove_all (self->menu);
  g_hash_table_remove_all (self->labels);
}

/**
 * carrel_choice_button_append:
 * @self: a button
 * @id: what the choice is called in code
 * @label: what it is called on screen, translated
 *
 * Adds a choice at the end.
 */
void
carrel_choice_button_append (CarrelChoiceButton *self, const char *id, const char *label)
{
  g_autoptr (GMenuItem) item = new_item (id, label);

  g_hash_table_replace (self->labels, g_strdup (id), g_strdup (label));
  g_menu_append_item (self->menu, item);
  show_selected (self);
}

/**
 * carrel_choice_button_offers:
 * @self: a button
 * @id: the id of a choice
 *
 * Returns: whether there is that choice
 */
gboolean
carrel_choice_button_offers (CarrelChoiceButton *self, const char *id)
{
  return g_hash_table_contains (self->labels, id);
}

/**
 * carrel_choice_button_rename:
 * @self: a button
 * @id: the id of a choice
 * @label: what it is called on screen from now on, translated
 */
void
carrel_choice_button_rename (CarrelChoiceButton *self, const char *id, const char *label)
{
  g_autoptr (GMenuItem) item = NULL;
  int place = find_item (self, id);

  if (place < 0 || g_strcmp0 (g_hash_table_lookup (self->labels, id), label) == 0)
    return;
  item = new_item (id, label);
  g_hash_table_replace (self->labels, g_strdup (id), g_strdup (label));
  g_menu_remove (self->menu, place);
  g_menu_insert_item (self->menu, place, item);
  if (g_strcmp0 (self->selected, id) == 0)
    show_selected (self);
}

/**
 * carrel_choice_button_get_selected:
 * @self: a button
 *
 * Returns: (nullable): the id of the choice
 */
const char *
carrel_choice_button_get_selected (CarrelChoiceButton *self)
{
  return self->selected;
}

/**
 * carrel_choice_button_set_selected:
 * @self: a button
 * @id: (nullable): the id of a choice, that may be appended later
 *
 * Chooses. Emits notify::selected if that is a change.
 */
void
carrel_choice_button_set_selected (CarrelChoiceButton *self, const char *id)
{
  if (g_strcmp0 (self->selected, id) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (id);
  g_simple_action_set_state (self->action, g_variant_new_string (id != NULL ? id : ""));
  show_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}
