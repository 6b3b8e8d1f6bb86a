/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every scenario is saved from the moment it is made; deleting one can be undone. */
#define G_LOG_DOMAIN "carrel-scenario-bar"

#include "config.h"

#include "carrel-scenario-bar.h"

#include "carrel-choice-button.h"
#include "carrel-grade-compare.h"
#include "carrel-lazy-menu.h"
#include "carrel-name-dialog.h"
#include "carrel-table-dialog.h"
#include "carrel-wrap-box.h"

#include <glib/gi18n.h>

struct _CarrelScenarioBar
{
  AdwBin parent_instance;

  CarrelView *view; /* weak */
  GPtrArray *scenarios;
  gint64 scenario;
  gboolean is_filling;

  CarrelChoiceButton *choice;
  GtkMenuButton *menu_button;
  GMenuModel *view_menu;
};

static guint chosen;

G_DEFINE_FINAL_TYPE (CarrelScenarioBar, carrel_scenario_bar, ADW_TYPE_BIN)

static const CarrelScenario *
find_scenario (CarrelScenarioBar *self, gint64 id)
{
  for (guint i = 0; i < self->scenarios->len; i++)
    if (((CarrelScenario *) g_ptr_array_index (self->scenarios, i))->id == id)
      return g_ptr_array_index (self->scenarios, i);
  return NULL;
}

static char *
dup_id (gint64 scenario)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, scenario);
}

static void
fill (CarrelScenarioBar *self)
{
  g_autofree char *selected = NULL;

  if (find_scenario (self, self->scenario) == NULL)
    self->scenario = CARREL_SCENARIO_REAL;
  selected = dup_id (self->scenario);
  self->is_filling = TRUE;
  carrel_choice_button_clear (self->choice);
  carrel_choice_button_append (self->choice, "0", _ ("Real scores"));
  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const CarrelScenario *scenario = g_ptr_array_index (self->scenarios, i);
      g_autofree char *id = dup_id (scenario->id);

      carrel_choice_button_append (self->choice, id, scenario->name);
    }
  carrel_choice_button_set_selected (self->choice, selected);
  self->is_filling = FALSE;
}

static void
enable_actions (CarrelScenarioBar *self)
{
  const gboolean is_scenario = self->scenario != CARREL_SCENARIO_REAL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenario.rename", is_scenario);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenario.delete", is_scenario);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenario.compare", self->scenarios->len > 0);
}

/* Whether both lists say the same, so that no menu needs to be built anew. */
static gboolean
are_same (GPtrArray *scenarios, GPtrArray *others)
{
  if (scenarios->len != others->len || scenarios->len == 0)
    return FALSE;
  for (guint i = 0; i < scenarios->len; i++)
    {
      const CarrelScenario *one = g_ptr_array_index (scenarios, i);
      const CarrelScenario *other = g_ptr_array_index (others, i);

      if (one->id != other->id || !g_str_equal (one->name, other->name))
        return FALSE;
    }
  return TRUE;
}

static void
choose (CarrelScenarioBar *self, gint64 scenario)
{
  self->scenario = scenario;
  carrel_scenario_bar_load (self);
  g_signal_emit (self, chosen, 0);
}

static void
on_chosen_cb (CarrelScenarioBar *self)
{
  const char *id = carrel_choice_button_get_selected (self->choice);

  if (self->is_filling || id == NULL)
    return;
  self->scenario = g_ascii_strtoll (id, NULL, 10);
  enable_actions (self);
  g_signal_emit (self, chosen, 0);
}

/* Shows a scenario that was just made. */
static void
open_scenario (CarrelScenarioBar *self,
               gint64 scenario,
               CarrelNameDialog *dialog,
               const GError *error)
{
  carrel_name_dialog_fail (dialog, error);
  if (scenario <= 0)
    return;
  choose (self, scenario);
  carrel_view_toast_undo (self->view, _ ("Scenario created"));
}

static void
on_new_named_cb (CarrelScenarioBar *self, const char *name, CarrelNameDialog *dialog)
{
  g_autoptr (GError) error = NULL;
  gint64 scenario = carrel_store_create_scenario (
      carrel_view_get_store (self->view), carrel_view_get_course_id (self->view), name, &error);

  open_scenario (self, scenario, dialog, error);
}

static void
on_copy_named_cb (CarrelScenarioBar *self, const char *name, CarrelNameDialog *dialog)
{
  g_autoptr (GError) error = NULL;
  gint64 scenario = carrel_store_duplicate_scenario (carrel_view_get_store (self->view),
                                                     carrel_view_get_course_id (self->view),
                                                     self->scenario, name, &error);

  open_scenario (self, scenario, dialog, error);
}

static void
on_renamed_cb (CarrelScenarioBar *self, const char *name, CarrelNameDialog *dialog)
{
  g_autoptr (GError) error = NULL;

  if (carrel_store_rename_scenario (carrel_view_get_store (self->view),
                                    carrel_view_get_course_id (self->view), self->scenario, name,
                                    &error))
    carrel_view_toast_undo (self->view, _ ("Scenario renamed"));
  carrel_name_dialog_fail (dialog, error);
}

static GStrv
list_names (CarrelScenarioBar *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_strv_builder_add (names, _ ("Real scores"));
  for (guint i = 0; i < self->scenarios->len; i++)
    g_strv_builder_add (names, ((CarrelScenario *) g_ptr_array_index (self->scenarios, i))->name);
  return g_strv_builder_end (names);
}

/* @scenario is the one that the name is about. */
static void
ask_name (CarrelScenarioBar *self,
          gint64 scenario,
          const char *title,
          const char *name,
          GCallback callback)
{
  g_auto (GStrv) taken = list_names (self);
  g_autofree char *id = dup_id (scenario);
  g_autofree char *subject = NULL;
  GtkWidget *dialog = NULL;

  if (self->view == NULL)
    return;
  dialog = carrel_name_dialog_new (title, name, (const char *const *) taken);
  g_signal_connect_object (dialog, "accepted", callback, self, G_CONNECT_SWAPPED);
  subject = g_strdup_printf ("%s\n%s", carrel_view_get_course_id (self->view), id);
  carrel_name_dialog_present (CARREL_NAME_DIALOG (dialog), GTK_WIDGET (self), subject);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_name (CARREL_SCENARIO_BAR (widget), CARREL_SCENARIO_REAL, _ ("New scenario"), "",
            G_CALLBACK (on_new_named_cb));
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelScenarioBar *self = CARREL_SCENARIO_BAR (widget);
  const CarrelScenario *scenario = find_scenario (self, self->scenario);
  /* Translators: the name of a copy; %s is the name of a scenario. */
  g_autofree char *copy
      = g_strdup_printf (_ ("%s, copy"), scenario != NULL ? scenario->name : _ ("Real scores"));

  ask_name (self, self->scenario, _ ("Duplicate scenario"), copy, G_CALLBACK (on_copy_named_cb));
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelScenarioBar *self = CARREL_SCENARIO_BAR (widget);
  const CarrelScenario *scenario = find_scenario (self, self->scenario);

  if (scenario != NULL)
    ask_name (self, self->scenario, _ ("Rename scenario"), scenario->name,
              G_CALLBACK (on_renamed_cb));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelScenarioBar *self = CARREL_SCENARIO_BAR (widget);
  g_autoptr (GError) error = NULL;

  if (carrel_store_delete_scenario (carrel_view_get_store (self->view),
                                    carrel_view_get_course_id (self->view), self->scenario, &error))
    carrel_view_toast_undo (self->view, _ ("Scenario deleted"));
  carrel_view_report (self->view, error);
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelScenarioBar *self = CARREL_SCENARIO_BAR (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = carrel_grade_compare_scenarios (self->view, &error);

  carrel_view_report (self->view, error);
  if (rows != NULL)
    carrel_dialog_present (
        CARREL_DIALOG (carrel_table_dialog_new (_ ("Scenarios side by side"), NULL, rows)), widget);
}

static void
carrel_scenario_bar_dispose (GObject *object)
{
  CarrelScenarioBar *self = CARREL_SCENARIO_BAR (object);

  g_clear_weak_pointer (&self->view);
  gtk_widget_dispose_template (GTK_WIDGET (object), CARREL_TYPE_SCENARIO_BAR);
  G_OBJECT_CLASS (carrel_scenario_bar_parent_class)->dispose (object);
}

static void
carrel_scenario_bar_finalize (GObject *object)
{
  g_ptr_array_unref (CARREL_SCENARIO_BAR (object)->scenarios);
  G_OBJECT_CLASS (carrel_scenario_bar_parent_class)->finalize (object);
}

static void
carrel_scenario_bar_class_init (CarrelScenarioBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = carrel_scenario_bar_dispose;
  object_class->finalize = carrel_scenario_bar_finalize;
  chosen = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                         NULL, G_TYPE_NONE, 0);
  g_type_ensure (CARREL_TYPE_WRAP_BOX);
  g_type_ensure (CARREL_TYPE_CHOICE_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-scenario-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelScenarioBar, choice);
  gtk_widget_class_bind_template_child (widget_class, CarrelScenarioBar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CarrelScenarioBar, view_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_install_action (widget_class, "scenario.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "scenario.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "scenario.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "scenario.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "scenario.compare", NULL, compare_action);
}

static void
carrel_scenario_bar_init (CarrelScenarioBar *self)
{
  self->scenarios = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_lazy_menu_attach (self->menu_button, self->view_menu, _ ("Grades menu"));
}

/**
 * carrel_scenario_bar_set_view:
 * @self: a bar
 * @view: the view that it stands in
 *
 * Hands in where the store and the course come from.
 */
void
carrel_scenario_bar_set_view (CarrelScenarioBar *self, CarrelView *view)
{
  g_set_weak_pointer (&self->view, view);
}

/**
 * carrel_scenario_bar_load:
 * @self: a bar
 *
 * Brings the list of scenarios up to date. A scenario that is gone gives way to the real scores.
 */
void
carrel_scenario_bar_load (CarrelScenarioBar *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) scenarios = carrel_store_list_scenarios (
      carrel_view_get_store (self->view), carrel_view_get_course_id (self->view), &error);
  g_autofree char *selected = dup_id (self->scenario);
  gboolean is_same = FALSE;

  carrel_view_report (self->view, error);
  if (scenarios == NULL)
    return;
  is_same = are_same (scenarios, self->scenarios)
            && g_strcmp0 (carrel_choice_button_get_selected (self->choice), selected) == 0;
  g_ptr_array_unref (self->scenarios);
  self->scenarios = g_steal_pointer (&scenarios);
  if (!is_same)
    fill (self);
  enable_actions (self);
}

/**
 * carrel_scenario_bar_reset:
 * @self: a bar
 *
 * Goes back to the real scores, for another course; to be followed by carrel_scenario_bar_load().
 */
void
carrel_scenario_bar_reset (CarrelScenarioBar *self)
{
  self->scenario = CARREL_SCENARIO_REAL;
}

/**
 * carrel_scenario_bar_get_scenario:
 * @self: a bar
 *
 * Returns: what is shown, %CARREL_SCENARIO_REAL for the real scores
 */
gint64
carrel_scenario_bar_get_scenario (CarrelScenarioBar *self)
{
  return self->scenario;
}
