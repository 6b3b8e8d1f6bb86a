/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed goes to the store and comes back as a new plan; no sum is worked out here. */
#define G_LOG_DOMAIN "carrel-grades-view"

#include "config.h"

#include "carrel-grades-view.h"

#include "carrel-accessible.h"
#include "carrel-empty-page.h"
#include "carrel-grade-card.h"
#include "carrel-grade-list.h"
#include "carrel-notice-list.h"
#include "carrel-row-layout.h"
#include "carrel-scenario-bar.h"
#include "carrel-scheme-dialog.h"
#include "carrel-squeezer.h"
#include "carrel-steps-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CarrelGradesView
{
  CarrelView parent_instance;

  CarrelGradePlan *plan; /* NULL while no course is shown */
  char *shown_course;
  gboolean is_calm;

  CarrelSqueezer *probe;
  CarrelEmptyPage *empty;
  GtkWidget *content;
  CarrelScenarioBar *bar;
  CarrelNoticeList *notices;
  CarrelGradeList *list;
  GtkWidget *side;
  AdwBin *side_bin;
  CarrelGradeCard *card;
  GtkWidget *bottom;
  AdwBin *bottom_bin;
  GtkLabel *bottom_label;
  GtkToggleButton *details_button;
};

enum
{
  PROP_CALM = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CarrelGradesView, carrel_grades_view, CARREL_TYPE_VIEW)

static CarrelStore *
get_store (CarrelGradesView *self)
{
  return carrel_view_get_store (CARREL_VIEW (self));
}

static const char *
get_course_id (CarrelGradesView *self)
{
  return carrel_view_get_course_id (CARREL_VIEW (self));
}

static void
show_notices (CarrelGradesView *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) notices = NULL;
  g_autofree char *weights = carrel_grade_text_weights (self->plan->book);
  g_autofree char *schemes = carrel_grade_text_schemes (self->plan->book);

  if (self->plan->scenario != CARREL_SCENARIO_REAL)
    g_strv_builder_add (builder, _ ("What you type here is imagined. Your real scores stay."));
  if (weights != NULL)
    g_strv_builder_add (builder, weights);
  if (schemes != NULL)
    g_strv_builder_add (builder, schemes);
  if (self->plan->n_strays > 0)
    {
      g_autofree char *strays = g_strdup_printf (
          ngettext ("%u score is kept for an item that the course does not have any more.",
                    "%u scores are kept for items that the course does not have any more.",
                    self->plan->n_strays),
          self->plan->n_strays);

      g_strv_builder_add (builder, strays);
    }
  notices = g_strv_builder_end (builder);
  carrel_notice_list_set (self->notices, (const char *const *) notices);
}

static void
show_empty (CarrelGradesView *self, const char *title, const char *description)
{
  carrel_empty_page_set (self->empty, title, description);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), TRUE);
  gtk_widget_set_visible (self->content, FALSE);
  gtk_widget_set_visible (self->bottom, FALSE);
}

static void
show_card (CarrelGradesView *self)
{
  carrel_grade_card_set_calm (self->card, self->is_calm);
  carrel_grade_card_show (self->card, self->plan->book, self->plan->target,
                          carrel_view_get_format (CARREL_VIEW (self)));
  gtk_label_set_label (self->bottom_label, carrel_grade_card_get_sentence (self->card));
}

static void
show_plan (CarrelGradesView *self)
{
  CarrelView *view = CARREL_VIEW (self);

  gtk_widget_set_visible (GTK_WIDGET (self->empty), FALSE);
  gtk_widget_set_visible (self->content, TRUE);
  gtk_widget_set_visible (self->bottom, carrel_squeezer_is_narrow (self->probe));
  carrel_grade_list_show (self->list, self->plan,
                          carrel_clock_get_today (carrel_view_get_clock (view)),
                          carrel_view_get_format (view));
  show_card (self);
  show_notices (self);
}

/* Says once what a change has led to; in calm mode no more than the card shows. */
static void
announce_result (CarrelGradesView *self)
{
  const CarrelGradePlan *plan = self->plan;
  g_autoptr (CarrelRational) target = NULL;
  g_autofree char *text = NULL;

  if (plan == NULL)
    return;
  if (self->is_calm)
    {
      carrel_view_announce (CARREL_VIEW (self), carrel_grade_card_get_plan (self->card));
      return;
    }
  if (plan->target != NULL)
    target = carrel_gradebook_parse_target (plan->book, plan->target, NULL);
  text = carrel_grade_text_summary (
      plan->book, target, carrel_view_get_format (CARREL_VIEW (self)) | CARREL_FORMAT_SPOKEN);
  carrel_view_announce (CARREL_VIEW (self), text);
}

static const CarrelGradebookItem *
find_item (const CarrelGradePlan *plan, CarrelScoreRow *row)
{
  return carrel_gradebook_find (plan->book, carrel_score_row_get_id (row));
}

/* Ends a verb: says what is amiss in the row, or what it led to. */
static void
finish_verb (CarrelGradesView *self, CarrelScoreRow *row, const GError *error)
{
  if (error == NULL)
    {
      announce_result (self);
      return;
    }
  if (!carrel_score_row_refuse (row, error->message))
    carrel_view_announce (CARREL_VIEW (self), error->message);
}

/* An entry that was emptied: what it held goes, and that is said with a way back. In a scenario the
 * real score is not the one to take away: it shows again. */
static void
remove_score (CarrelGradesView *self, CarrelScoreRow *row)
{
  g_autoptr (CarrelGradePlan) plan = carrel_grade_plan_ref (self->plan);
  const CarrelGradebookItem *item = find_item (plan, row);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean is_imagined = FALSE;

  carrel_grade_plan_find (plan, item->id, &is_imagined);
  if (is_imagined != (plan->scenario != CARREL_SCENARIO_REAL))
    {
      carrel_score_row_give_up (row);
      return;
    }
  /* Translators: the name of a graded item. */
  text = g_strdup_printf (_ ("The score of %s is removed"), item->name);
  if (carrel_grade_plan_forget (plan, item, &error))
    carrel_view_toast_undo (CARREL_VIEW (self), text);
  finish_verb (self, row, error);
}

static void
on_entered_cb (CarrelGradesView *self, CarrelScoreRow *row, const char *text)
{
  g_autoptr (CarrelGradePlan) plan = carrel_grade_plan_ref (self->plan);
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    {
      remove_score (self, row);
      return;
    }
  carrel_grade_plan_enter (plan, find_item (plan, row), text, &error);
  finish_verb (self, row, error);
}

/* The card follows a slider at once; the score is kept, and told of, when it rests. */
static void
on_previewed_cb (CarrelGradesView *self, CarrelScoreRow *row, const char *text)
{
  if (carrel_grade_plan_preview (self->plan, find_item (self->plan, row), text, NULL))
    show_card (self);
}

static void
on_state_chosen_cb (CarrelGradesView *self, CarrelScoreRow *row, const char *state)
{
  g_autoptr (CarrelGradePlan) plan = carrel_grade_plan_ref (self->plan);
  g_autoptr (GError) error = NULL;

  if (!carrel_grade_plan_set_state (plan, find_item (plan, row), state, &error))
    carrel_score_row_focus_entry (row);
  finish_verb (self, row, error);
}

static void
on_pinned_cb (CarrelGradesView *self, CarrelScoreRow *row, gboolean is_pinned)
{
  g_autoptr (CarrelGradePlan) plan = carrel_grade_plan_ref (self->plan);
  g_autoptr (GError) error = NULL;

  carrel_grade_plan_pin (plan, find_item (plan, row), is_pinned, &error);
  finish_verb (self, row, error);
}

static void
on_forgotten_cb (CarrelGradesView *self, CarrelScoreRow *row)
{
  g_autoptr (CarrelGradePlan) plan = carrel_grade_plan_ref (self->plan);
  g_autoptr (GError) error = NULL;

  carrel_grade_plan_forget (plan, find_item (plan, row), &error);
  finish_verb (self, row, error);
}

static void
on_target_chosen_cb (CarrelGradesView *self, const char *text)
{
  g_autoptr (CarrelGradePlan) plan = carrel_grade_plan_ref (self->plan);
  g_autoptr (GError) error = NULL;
  g_autofree char *target = g_strstrip (g_strdup (text));
  g_autoptr (CarrelRational) read = NULL;

  if (*target != '\0')
    {
      read = carrel_gradebook_parse_target (plan->book, target, &error);
      if (read == NULL)
        {
          const char *reason = _ ("That is no target. Write a letter of this course, or a number "
                                  "such as 90.");

          if (!carrel_grade_card_refuse_target (self->card, reason))
            carrel_view_announce (CARREL_VIEW (self), reason);
          return;
        }
    }
  if (carrel_store_set_target (plan->store, plan->course->id, plan->scenario,
                               *target != '\0' ? target : NULL, &error))
    announce_result (self);
  carrel_view_report (CARREL_VIEW (self), error);
}

static void
on_scenario_chosen_cb (CarrelGradesView *self)
{
  if (self->plan == NULL)
    return;
  CARREL_VIEW_GET_CLASS (self)->refresh (CARREL_VIEW (self), CARREL_CHANGED_SCENARIOS);
  announce_result (self);
}

/* Moves the card to where there is room for it, outside of the allocation that found out. */
static gboolean
on_card_moved_cb (gpointer data)
{
  CarrelGradesView *self = data;
  gboolean is_narrow = carrel_squeezer_is_narrow (self->probe);
  AdwBin *from = is_narrow ? self->side_bin : self->bottom_bin;
  AdwBin *to = is_narrow ? self->bottom_bin : self->side_bin;
  g_autoptr (GtkWidget) card = NULL;

  if (adw_bin_get_child (from) != NULL)
    {
      card = g_object_ref (GTK_WIDGET (self->card));
      adw_bin_set_child (from, NULL);
      adw_bin_set_child (to, card);
    }
  gtk_widget_set_visible (self->side, !is_narrow);
  gtk_widget_set_visible (self->bottom, is_narrow && gtk_widget_get_visible (self->content));
  return G_SOURCE_REMOVE;
}

static void
on_squeezed_cb (CarrelGradesView *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_card_moved_cb, g_object_ref (self), g_object_unref);
}

static void
on_details_toggled_cb (CarrelGradesView *self)
{
  carrel_accessible_set_checked (self->details_button,
                                 gtk_toggle_button_get_active (self->details_button));
}

static void
present_text (CarrelGradesView *self, const char *title, const char *text)
{
  carrel_dialog_present (CARREL_DIALOG (carrel_steps_dialog_new (CARREL_VIEW (self), title, text)),
                         GTK_WIDGET (self));
}

static void
explain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelGradesView *self = CARREL_GRADES_VIEW (widget);
  g_autofree char *text = NULL;

  if (self->plan == NULL)
    return;
  text = carrel_grade_text_explain (self->plan->book);
  present_text (self, _ ("Every step"), text);
}

/* The card wants to know more than it was told. */
static void
update_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (CARREL_GRADES_VIEW (widget)->plan != NULL)
    show_card (CARREL_GRADES_VIEW (widget));
}

static void
scheme_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelGradesView *self = CARREL_GRADES_VIEW (widget);

  if (self->plan != NULL)
    carrel_dialog_present (CARREL_DIALOG (carrel_scheme_dialog_new (CARREL_VIEW (self))), widget);
}

static void
carrel_grades_view_refresh (CarrelView *view, CarrelStoreChanges changes)
{
  CarrelGradesView *self = CARREL_GRADES_VIEW (view);
  const char *course_id = get_course_id (self);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->plan, carrel_grade_plan_unref);
  if (g_strcmp0 (course_id, self->shown_course) != 0)
    {
      carrel_scenario_bar_reset (self->bar);
      g_free (self->shown_course);
      self->shown_course = g_strdup (course_id);
    }
  if (course_id == NULL)
    {
      show_empty (self, _ ("Choose a course"), _ ("Grades are shown for one course at a time."));
      return;
    }
  carrel_scenario_bar_load (self->bar);
  self->plan = carrel_grade_plan_load (get_store (self), course_id,
                                       carrel_scenario_bar_get_scenario (self->bar), &error);
  carrel_view_report (view, error);
  if (self->plan == NULL)
    show_empty (self, _ ("No course here"), _ ("Add a course to see its grades."));
  else if (carrel_gradebook_is_empty (self->plan->book))
    show_empty (
        self, _ ("No grading on this page"),
        _ ("The course’s page does not say how it is graded. Ask your instructor, or import "
           "a page that does."));
  else
    show_plan (self);
}

static gboolean
carrel_grades_view_focus_default (CarrelView *view)
{
  return carrel_grade_list_focus_first (CARREL_GRADES_VIEW (view)->list);
}

static GtkWidget *
carrel_grades_view_get_pane (CarrelView *view, guint position)
{
  CarrelGradesView *self = CARREL_GRADES_VIEW (view);
  GtkWidget *const panes[]
      = { GTK_WIDGET (self->bar), GTK_WIDGET (self->list),
          carrel_squeezer_is_narrow (self->probe) ? self->bottom : self->side };

  return position < G_N_ELEMENTS (panes) ? panes[position] : NULL;
}

static gboolean
carrel_grades_view_reveal (CarrelView *view, const char *fact_id)
{
  CarrelScoreRow *row = carrel_grade_list_find (CARREL_GRADES_VIEW (view)->list, fact_id);

  return row != NULL && carrel_score_row_focus_entry (row);
}

static void
carrel_grades_view_dispose (GObject *object)
{
  CarrelGradesView *self = CARREL_GRADES_VIEW (object);

  g_clear_pointer (&self->plan, carrel_grade_plan_unref);
  g_clear_pointer (&self->shown_course, g_free);
  G_OBJECT_CLASS (carrel_grades_view_parent_class)->dispose (object);
}

static void
carrel_grades_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, CARREL_GRADES_VIEW (object)->is_calm);
}

static void
carrel_grades_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CarrelGradesView *self = CARREL_GRADES_VIEW (object);

  if (g_value_get_boolean (value) == self->is_calm)
    return;
  self->is_calm = !self->is_calm;
  if (self->plan != NULL)
    show_plan (self);
}

static void
carrel_grades_view_constructed (GObject *object)
{
  G_OBJECT_CLASS (carrel_grades_view_parent_class)->constructed (object);
  g_settings_bind (carrel_view_get_settings (CARREL_VIEW (object)), "grades-calm", object, "calm",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CARREL_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/carrel/Carrel/ui/carrel-grades-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelGradesView, probe);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradesView, empty);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradesView, content);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradesView, bar);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradesView, notices);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradesView, list);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradesView, side);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradesView, side_bin);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradesView, card);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradesView, bottom);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradesView, bottom_bin);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradesView, bottom_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradesView, details_button);
  gtk_widget_class_bind_template_callback (widget_class, on_squeezed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_scenario_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previewed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_state_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_pinned_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_forgotten_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_target_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_details_toggled_cb);
}

static void
carrel_grades_view_class_init (CarrelGradesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CarrelViewClass *view_class = CARREL_VIEW_CLASS (klass);

  object_class->constructed = carrel_grades_view_constructed;
  object_class->dispose = carrel_grades_view_dispose;
  object_class->get_property = carrel_grades_view_get_property;
  object_class->set_property = carrel_grades_view_set_property;
  view_class->refresh = carrel_grades_view_refresh;
  view_class->focus_default = carrel_grades_view_focus_default;
  view_class->get_pane = carrel_grades_view_get_pane;
  view_class->reveal = carrel_grades_view_reveal;

  properties[PROP_CALM] = g_param_spec_boolean ("calm", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CARREL_TYPE_SQUEEZER);
  g_type_ensure (CARREL_TYPE_SCENARIO_BAR);
  g_type_ensure (CARREL_TYPE_NOTICE_LIST);
  g_type_ensure (CARREL_TYPE_ROW_LAYOUT);
  g_type_ensure (CARREL_TYPE_GRADE_LIST);
  g_type_ensure (CARREL_TYPE_GRADE_CARD);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "grades.explain", NULL, explain_action);
  gtk_widget_class_install_action (widget_class, "grades.update", NULL, update_action);
  gtk_widget_class_install_action (widget_class, "grades.scheme", NULL, scheme_action);
  gtk_widget_class_install_property_action (widget_class, "grades.calm", "calm");
}

static void
carrel_grades_view_init (CarrelGradesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_scenario_bar_set_view (self->bar, CARREL_VIEW (self));
}
