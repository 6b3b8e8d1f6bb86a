/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The stock rows for switches, choices and entries are newer than our floor, or are not spoken
 * right; these are built as the accessibility notes say (rules 19, 22, 26 and 29). */
#define G_LOG_DOMAIN "carrel-settings"

#include "config.h"

#include "carrel-settings-row.h"

#include "carrel-accessible.h"
#include "carrel-choice-button.h"
#include "carrel-row-layout.h"
#include "carrel-settings-faces.h"
#include "carrel-settings-system.h"
#include "carrel-zone.h"

#include <glib/gi18n.h>

struct _CarrelSettingsRow
{
  AdwActionRow parent_instance;

  const CarrelSetting *setting;
  GSettings *settings;

  GtkWidget *control;
  GtkWidget *reset_button;
};

G_DEFINE_FINAL_TYPE (CarrelSettingsRow, carrel_settings_row, ADW_TYPE_ACTION_ROW)

static void
on_switched_cb (CarrelSettingsRow *self)
{
  carrel_accessible_set_checked (self, gtk_switch_get_active (GTK_SWITCH (self->control)));
}

static GtkWidget *
new_switch (CarrelSettingsRow *self)
{
  GtkWidget *control = gtk_switch_new ();

  gtk_widget_set_can_focus (control, FALSE);
  carrel_accessible_set_label (control, _ (self->setting->title));
  g_signal_connect_object (control, "notify::active", G_CALLBACK (on_switched_cb), self,
                           G_CONNECT_SWAPPED);
  self->control = control;
  g_settings_bind (self->settings, self->setting->key, control, "active", G_SETTINGS_BIND_DEFAULT);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), control);
  on_switched_cb (self);
  return control;
}

static void
on_number_changed_cb (CarrelSettingsRow *self)
{
  int value = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->control));
  g_autofree char *text = self->setting->dup_value (value);

  carrel_accessible_set_value_text (self->control, text);
}

static GtkWidget *
new_number (CarrelSettingsRow *self)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) key = NULL;
  g_autoptr (GVariant) range = NULL;
  g_autoptr (GVariant) limits = NULL;
  int lowest, highest;

  g_object_get (self->settings, "settings-schema", &schema, NULL);
  key = g_settings_schema_get_key (schema, self->setting->key);
  range = g_settings_schema_key_get_range (key);
  g_variant_get (range, "(sv)", NULL, &limits);
  g_variant_get (limits, "(ii)", &lowest, &highest);
  self->control = gtk_spin_button_new_with_range (lowest, highest, self->setting->step);
  g_settings_bind (self->settings, self->setting->key,
                   gtk_spin_button_get_adjustment (GTK_SPIN_BUTTON (self->control)), "value",
                   G_SETTINGS_BIND_DEFAULT);
  carrel_accessible_set_label (self->control, _ (self->setting->title));
  g_signal_connect_object (self->control, "value-changed", G_CALLBACK (on_number_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_number_changed_cb (self);
  return self->control;
}

/* The first choice, where the system has an opinion, says which. */
static char *
dup_choice_label (CarrelSettingsRow *self, const CarrelSettingChoice *choice)
{
  g_autoptr (GVariant) set = g_settings_get_user_value (self->settings, self->setting->key);
  g_autofree char *now = NULL;

  if (g_str_equal (choice->id, "system") || *choice->id == '\0')
    now = carrel_settings_system_dup (self->setting->key, set == NULL);
  if (now == NULL)
    return g_strdup (_ (choice->label));
  /* Translators: the first %s is "Follow the system", the second what the system says now. */
  return g_strdup_printf (_ ("%s: %s"), _ (choice->label), now);
}

static void
rename_choices (CarrelSettingsRow *self)
{
  const CarrelSettingChoice *choices = self->setting->choices;

  for (guint i = 0; choices[i].id != NULL; i++)
    {
      g_autofree char *label = dup_choice_label (self, &choices[i]);

      carrel_choice_button_rename (CARREL_CHOICE_BUTTON (self->control), choices[i].id, label);
    }
}

static void
append_face (CarrelSettingsRow *self, const char *face)
{
  CarrelChoiceButton *control = CARREL_CHOICE_BUTTON (self->control);

  if (!carrel_choice_button_offers (control, face))
    carrel_choice_button_append (control, face, face);
}

/* All that are installed, when the row is first seen: they may be many. */
static void
append_faces (CarrelSettingsRow *self)
{
  g_auto (GStrv) faces
      = carrel_settings_faces_dup (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  g_signal_handlers_disconnect_by_func (self, append_faces, NULL);
  for (guint i = 0; faces[i] != NULL; i++)
    append_face (self, faces[i]);
}

/* What was chosen elsewhere need not be installed here; it has a name all the same. */
static void
append_chosen_face (CarrelSettingsRow *self)
{
  g_autofree char *face = g_settings_get_string (self->settings, self->setting->key);

  append_face (self, face);
}

static void
on_changed_cb (CarrelSettingsRow *self)
{
  g_autoptr (GVariant) value = g_settings_get_user_value (self->settings, self->setting->key);

  /* The focus must not vanish with the button. */
  if (value == NULL && gtk_widget_has_focus (self->reset_button))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_BACKWARD);
  gtk_widget_set_visible (self->reset_button, value != NULL);
  if (self->setting->choices != NULL)
    rename_choices (self);
  if (self->setting->kind == CARREL_SETTING_FACE)
    append_chosen_face (self);
}

static GtkWidget *
new_choice (CarrelSettingsRow *self)
{
  const CarrelSettingChoice *choices = self->setting->choices;

  self->control = carrel_choice_button_new (_ (self->setting->title));
  for (guint i = 0; choices[i].id != NULL; i++)
    {
      g_autofree char *label = dup_choice_label (self, &choices[i]);

      carrel_choice_button_append (CARREL_CHOICE_BUTTON (self->control), choices[i].id, label);
    }
  g_settings_bind (self->settings, self->setting->key, self->control, "selected",
                   G_SETTINGS_BIND_DEFAULT);
  carrel_settings_system_watch (self->setting->key, G_CALLBACK (rename_choices), self);
  if (self->setting->kind == CARREL_SETTING_FACE)
    g_signal_connect (self, "map", G_CALLBACK (append_faces), NULL);
  return self->control;
}

/* A name is kept only when there is such a zone; until then the entry says that it does not know
 * it.
 */
static void
on_zone_changed_cb (CarrelSettingsRow *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->control));
  g_autoptr (GTimeZone) zone = *name != '\0' ? carrel_zone_find (name) : NULL;
  gboolean is_known = *name == '\0' || zone != NULL;
  const char *text = is_known ? _ (self->setting->what) : _ ("No such time zone");

  carrel_accessible_set_invalid (self->control, !is_known, text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  if (is_known)
    g_settings_set_string (self->settings, self->setting->key, name);
}

static void
on_zone_set_cb (CarrelSettingsRow *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, self->setting->key);

  if (!g_str_equal (name, gtk_editable_get_text (GTK_EDITABLE (self->control))))
    gtk_editable_set_text (GTK_EDITABLE (self->control), name);
}

static GtkWidget *
new_zone (CarrelSettingsRow *self)
{
  g_autofree char *signal = g_strconcat ("changed::", self->setting->key, NULL);

  self->control = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->control), 8);
  carrel_accessible_set_label (self->control, _ (self->setting->title));
  on_zone_set_cb (self);
  g_signal_connect_object (self->control, "changed", G_CALLBACK (on_zone_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, signal, G_CALLBACK (on_zone_set_cb), self,
                           G_CONNECT_SWAPPED);
  return self->control;
}

static GtkWidget *
new_control (CarrelSettingsRow *self)
{
  switch (self->setting->kind)
    {
    case CARREL_SETTING_SWITCH:
      return new_switch (self);
    case CARREL_SETTING_NUMBER:
      return new_number (self);
    case CARREL_SETTING_ZONE:
      return new_zone (self);
    case CARREL_SETTING_CHOICE:
    case CARREL_SETTING_FACE:
    default:
      return new_choice (self);
    }
}

static GtkWidget *
new_reset_button (CarrelSettingsRow *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", "edit-undo-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  /* Translators: %s is the name of a setting. */
  g_autofree char *name = g_strdup_printf (_ ("Reset %s"), _ (self->setting->title));

  gtk_button_set_child (GTK_BUTTON (button), image);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("As it was at first (Alt+Backspace)"));
  gtk_widget_add_css_class (button, "flat");
  carrel_accessible_set_label (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (carrel_settings_row_reset), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
carrel_settings_row_finalize (GObject *object)
{
  g_clear_object (&CARREL_SETTINGS_ROW (object)->settings);
  G_OBJECT_CLASS (carrel_settings_row_parent_class)->finalize (object);
}

static void
carrel_settings_row_class_init (CarrelSettingsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = carrel_settings_row_finalize;
}

static void
carrel_settings_row_init (CarrelSettingsRow *self)
{
}

/**
 * carrel_settings_row_new:
 * @setting: what is set
 * @settings: where it is kept
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
carrel_settings_row_new (const CarrelSetting *setting, GSettings *settings)
{
  gboolean is_switch = setting->kind == CARREL_SETTING_SWITCH;
  CarrelSettingsRow *self
      = g_object_new (CARREL_TYPE_SETTINGS_ROW, "accessible-role",
                      is_switch ? GTK_ACCESSIBLE_ROLE_CHECKBOX : GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                      "title", _ (setting->title), "subtitle", _ (setting->what), "selectable",
                      FALSE, "focusable", is_switch, NULL);
  g_autofree char *signal = g_strconcat ("changed::", setting->key, NULL);
  GtkWidget *control;

  carrel_row_layout_attach (ADW_ACTION_ROW (self));
  self->setting = setting;
  self->settings = g_object_ref (settings);
  control = new_control (self);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  self->reset_button = new_reset_button (self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), control);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->reset_button);
  g_signal_connect_object (settings, signal, G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  on_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * carrel_settings_row_get_setting:
 * @self: a row
 *
 * Returns: (transfer none): what it sets
 */
const CarrelSetting *
carrel_settings_row_get_setting (CarrelSettingsRow *self)
{
  return self->setting;
}

/**
 * carrel_settings_row_reset:
 * @self: a row
 *
 * Sets the setting back to what it was at first.
 */
void
carrel_settings_row_reset (CarrelSettingsRow *self)
{
  g_settings_reset (self->settings, self->setting->key);
}
