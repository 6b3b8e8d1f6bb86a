/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows are built from a table; each takes effect at once, because what it changes listens to
 * the same settings. */
#define G_LOG_DOMAIN "carrel-settings-view"

#include "config.h"

#include "carrel-settings-view.h"

#include "carrel-focus-scroll.h"
#include "carrel-row-layout.h"
#include "carrel-settings-row.h"
#include "carrel-wrap-box.h"

#include <glib/gi18n.h>

struct _CarrelSettingsView
{
  CarrelView parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox *groups;
  GtkWidget *preview;
  GtkLabel *preview_text;
  GtkLabel *preview_lecture;
  GtkLabel *preview_hours;
};

/* What is done with data is the window's business. */
static const struct
{
  const char *action;
  const char *title;
  const char *what;
} data_rows[] = {
  { "win.back-up", N_ ("Back up…"), N_ ("Everything, with scores and notes, in one private file") },
  { "win.restore", N_ ("Restore…"), N_ ("From a backup; what is here now is kept beside it") },
  { "win.save-settings", N_ ("Save these settings…"), N_ ("To take them to another computer") },
  { "win.load-settings", N_ ("Load settings…"), N_ ("From a file that Carrel saved") },
};

G_DEFINE_FINAL_TYPE (CarrelSettingsView, carrel_settings_view, CARREL_TYPE_VIEW)

static void
show_preview (CarrelSettingsView *self)
{
  CarrelFormatFlags flags = carrel_view_get_format (CARREL_VIEW (self));
  GSettings *settings = carrel_view_get_settings (CARREL_VIEW (self));
  g_autofree char *lecture = carrel_format_minutes_range (17 * 60, 18 * 60 + 20, flags);
  g_autofree char *hours = carrel_format_minutes_range (9 * 60 + 30, 11 * 60, flags);

  gtk_label_set_label (self->preview_text,
                       _ ("Each of you has five late days for the whole term. A day that has begun "
                          "counts as a day. Tell us before the deadline if you need more."));
  gtk_label_set_max_width_chars (self->preview_text, g_settings_get_int (settings, "column-width"));
  gtk_label_set_label (self->preview_lecture, lecture);
  gtk_label_set_label (self->preview_hours, hours);
}

static void
announce_reset (CarrelSettingsView *self, const char *text)
{
  carrel_view_announce (CARREL_VIEW (self), text);
}

static void
on_reset_page_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CarrelSettingsView *self = CARREL_SETTINGS_VIEW (widget);
  GSettings *settings = carrel_view_get_settings (CARREL_VIEW (self));
  guint n_settings;
  const CarrelSetting *table = carrel_settings_table_get (&n_settings);

  for (guint i = 0; i < n_settings; i++)
    g_settings_reset (settings, table[i].key);
  announce_reset (self, _ ("All settings are as they were at first."));
}

static void
on_reset_row_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CarrelSettingsView *self = CARREL_SETTINGS_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = gtk_root_get_focus (root);
  GtkWidget *row = NULL;
  g_autofree char *text = NULL;

  if (focus != NULL)
    row = CARREL_IS_SETTINGS_ROW (focus)
              ? focus
              : gtk_widget_get_ancestor (focus, CARREL_TYPE_SETTINGS_ROW);
  if (row == NULL)
    return;
  carrel_settings_row_reset (CARREL_SETTINGS_ROW (row));
  /* Translators: %s is the name of a setting. */
  text = g_strdup_printf (_ ("%s is as it was at first."),
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  announce_reset (self, text);
}

static AdwPreferencesGroup *
append_group (CarrelSettingsView *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
append_settings (CarrelSettingsView *self)
{
  GSettings *settings = carrel_view_get_settings (CARREL_VIEW (self));
  AdwPreferencesGroup *group = NULL;
  guint n_settings;
  const CarrelSetting *table = carrel_settings_table_get (&n_settings);

  for (guint i = 0; i < n_settings; i++)
    {
      if (i == 0 || !g_str_equal (table[i].group, table[i - 1].group))
        group = append_group (self, g_dpgettext2 (NULL, "settings", table[i].group));
      adw_preferences_group_add (group, carrel_settings_row_new (&table[i], settings));
    }
}

static GtkWidget *
new_acting_row (const char *action, const char *title, const char *what)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_BUTTON,
                                 "title", title, "subtitle", what, "selectable", FALSE,
                                 "activatable", TRUE, "action-name", action, NULL);

  carrel_row_layout_attach (ADW_ACTION_ROW (row));
  return row;
}

static void
append_data (CarrelSettingsView *self)
{
  CarrelStore *store = carrel_view_get_store (CARREL_VIEW (self));
  AdwPreferencesGroup *group = append_group (self, C_ ("settings", "Data"));
  g_autofree char *path = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (data_rows); i++)
    adw_preferences_group_add (
        group, new_acting_row (data_rows[i].action, _ (data_rows[i].title), _ (data_rows[i].what)));
  if (store == NULL)
    return;
  path = g_markup_escape_text (carrel_store_get_path (store), -1);
  adw_preferences_group_add (
      group, new_acting_row ("win.copy-path", _ ("Copy the place of your data"), path));
}

static void
append_reset (CarrelSettingsView *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Reset all settings"));

  gtk_widget_set_tooltip_text (button, _ ("Alt+Shift+Backspace"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  carrel_wrap_box_break_words (button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "settings-view.reset-page");
  gtk_box_append (self->groups, button);
}

static void
carrel_settings_view_refresh (CarrelView *view, CarrelStoreChanges changes)
{
  show_preview (CARREL_SETTINGS_VIEW (view));
}

static gboolean
carrel_settings_view_focus_default (CarrelView *view)
{
  GtkWidget *first_group = gtk_widget_get_next_sibling (CARREL_SETTINGS_VIEW (view)->preview);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));

  /* From where the focus is in the group it would go on, not to where the group begins. */
  if (root != NULL && gtk_widget_get_focus_child (first_group) != NULL)
    gtk_root_set_focus (root, NULL);
  return gtk_widget_child_focus (first_group, GTK_DIR_TAB_FORWARD);
}

static void
carrel_settings_view_constructed (GObject *object)
{
  CarrelSettingsView *self = CARREL_SETTINGS_VIEW (object);

  G_OBJECT_CLASS (carrel_settings_view_parent_class)->constructed (object);
  append_settings (self);
  append_data (self);
  append_reset (self);
  g_signal_connect_object (carrel_view_get_settings (CARREL_VIEW (self)), "changed::column-width",
                           G_CALLBACK (show_preview), self, G_CONNECT_SWAPPED);
}

static void
carrel_settings_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CARREL_TYPE_SETTINGS_VIEW);
  G_OBJECT_CLASS (carrel_settings_view_parent_class)->dispose (object);
}

static void
carrel_settings_view_class_init (CarrelSettingsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = carrel_settings_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = carrel_settings_view_dispose;
  CARREL_VIEW_CLASS (klass)->refresh = carrel_settings_view_refresh;
  CARREL_VIEW_CLASS (klass)->focus_default = carrel_settings_view_focus_default;
  gtk_widget_class_install_action (widget_class, "settings-view.reset-page", NULL,
                                   on_reset_page_cb);
  gtk_widget_class_install_action (widget_class, "settings-view.reset-row", NULL, on_reset_row_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, GDK_ALT_MASK,
                                       "settings-view.reset-row", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace,
                                       GDK_ALT_MASK | GDK_SHIFT_MASK, "settings-view.reset-page",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-settings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelSettingsView, scroller);
  gtk_widget_class_bind_template_child (widget_class, CarrelSettingsView, groups);
  gtk_widget_class_bind_template_child (widget_class, CarrelSettingsView, preview);
  gtk_widget_class_bind_template_child (widget_class, CarrelSettingsView, preview_text);
  gtk_widget_class_bind_template_child (widget_class, CarrelSettingsView, preview_lecture);
  gtk_widget_class_bind_template_child (widget_class, CarrelSettingsView, preview_hours);
}

static void
carrel_settings_view_init (CarrelSettingsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_focus_scroll_attach (self->scroller);
}
