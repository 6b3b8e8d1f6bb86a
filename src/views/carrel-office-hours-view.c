/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Office hours of the coming week, with what is changed once, and the sentence that says whether
 * help is there now. */
#define G_LOG_DOMAIN "carrel-office-hours-view"

#include "config.h"

#include "carrel-office-hours-view.h"

#include "carrel-accessible.h"
#include "carrel-agenda-list.h"
#include "carrel-appointment-list.h"
#include "carrel-coverage-dialog.h"
#include "carrel-empty-page.h"
#include "carrel-focus-box.h"
#include "carrel-hour-editor.h"
#include "carrel-hour-publishing.h"
#include "carrel-hours-filter.h"
#include "carrel-hours-list.h"
#include "carrel-hours-table-dialog.h"
#include "carrel-lazy-menu.h"
#include "carrel-notice-list.h"
#include "carrel-occurrence-actions.h"
#include "carrel-occurrence-dialog.h"
#include "carrel-occurrence-menu.h"
#include "carrel-question-sheet.h"
#include "carrel-time-notices.h"
#include "carrel-view-time.h"
#include "carrel-visits-dialog.h"
#include "carrel-wrap-box.h"
#include "carrel-zone.h"

#include <glib/gi18n.h>

struct _CarrelOfficeHoursView
{
  CarrelView parent_instance;

  CarrelViewTime *time;
  GPtrArray *shown;      /* of CarrelOccurrence */
  GHashTable *handovers; /* of fact ids to sentences */
  CarrelViewMarks *marks;
  char *meeting_url; /* of an hour that is on; nullable */
  gboolean fits;
  gboolean is_teaching;

  CarrelFocusBox *status;
  CarrelWrapBox *bar;
  GtkWidget *queue_button;
  GtkWidget *join_button;
  CarrelChoiceButton *person_filter;
  CarrelChoiceButton *place_filter;
  CarrelChoiceButton *day_filter;
  CarrelChoiceButton *course_filter;
  GtkMenuButton *menu_button;
  GMenuModel *view_menu;
  CarrelNoticeList *notices;
  CarrelAgendaList *agenda;
  GtkWidget *appointment_label;
  GtkListBox *appointments;
  CarrelEmptyPage *empty;
};

enum
{
  PROP_FITS = 1,
  PROP_TEACHING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CarrelOfficeHoursView, carrel_office_hours_view, CARREL_TYPE_VIEW)

static CarrelCourse *
get_course (CarrelOfficeHoursView *self)
{
  return self->time != NULL && self->time->courses->len == 1
             ? g_ptr_array_index (self->time->courses, 0)
             : NULL;
}

/* The coming seven days, or a week of the term when the term is not on. */
static void
get_window (CarrelOfficeHoursView *self, gint64 *from, gint64 *to)
{
  CarrelDate first = carrel_view_time_get_anchor (self->time);

  if (carrel_date_compare (first, self->time->today) != 0)
    first = carrel_view_time_get_week (self->time, CARREL_VIEW (self), first);
  *from = carrel_view_time_get_midnight (self->time, first);
  *to = carrel_view_time_get_midnight (self->time, carrel_date_add_days (first, CARREL_N_DAYS));
}

static gboolean
is_shown (CarrelOfficeHoursView *self, const CarrelOccurrence *occurrence)
{
  return carrel_hours_filter_matches (self->person_filter, CARREL_HOURS_FILTER_PERSON, occurrence)
         && carrel_hours_filter_matches (self->place_filter, CARREL_HOURS_FILTER_PLACE, occurrence)
         && carrel_hours_filter_matches (self->day_filter, CARREL_HOURS_FILTER_DAY, occurrence)
         && carrel_hours_filter_matches (self->course_filter, CARREL_HOURS_FILTER_COURSE,
                                         occurrence);
}

static GPtrArray *
list_all (CarrelOfficeHoursView *self)
{
  gint64 from, to;

  get_window (self, &from, &to);
  return carrel_timetable_list (self->time->timetable, from, to, CARREL_OCCURRENCE_HOURS);
}

static GPtrArray *
list_shown (CarrelOfficeHoursView *self, GPtrArray *all)
{
  g_autoptr (GPtrArray) shown
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_occurrence_unref);
  gint64 from, to;

  for (guint i = 0; i < all->len; i++)
    if (is_shown (self, g_ptr_array_index (all, i)))
      g_ptr_array_add (shown, carrel_occurrence_ref (g_ptr_array_index (all, i)));
  if (!self->fits)
    return g_steal_pointer (&shown);
  get_window (self, &from, &to);
  return carrel_hours_list_fitting (CARREL_VIEW (self), self->time->zone, shown, from, to);
}

/* The link to an online meeting is there at the hour. */
static void
update_join (CarrelOfficeHoursView *self, const CarrelNowNext *answer)
{
  g_clear_pointer (&self->meeting_url, g_free);
  for (guint i = 0; i < answer->now->len && self->meeting_url == NULL; i++)
    self->meeting_url
        = g_strdup (((const CarrelOccurrence *) g_ptr_array_index (answer->now, i))->url);
  gtk_widget_set_visible (self->join_button, self->meeting_url != NULL);
}

static void
update_status (CarrelOfficeHoursView *self)
{
  g_autoptr (CarrelNowNext) answer = carrel_timetable_find_now_next (
      self->time->timetable, self->time->read.now, CARREL_OCCURRENCE_HOURS);
  g_autofree char *read = carrel_format_hours_status (answer, &self->time->read);
  g_autofree char *heard = carrel_format_hours_status (answer, &self->time->heard);

  carrel_focus_box_clear (self->status);
  carrel_focus_box_append_text (self->status, read, "title-3");
  carrel_accessible_set_label (self->status, heard);
  update_join (self, answer);
}

static void
show_empty (CarrelOfficeHoursView *self, const char *title, const char *description)
{
  carrel_empty_page_set (self->empty, title, description);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), title != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->agenda), title == NULL);
}

static void
update_empty (CarrelOfficeHoursView *self, guint n_all)
{
  if (self->time->courses->len == 0)
    show_empty (self, _ ("No course yet"), _ ("Add a course to see its office hours."));
  else if (self->shown->len == 0 && n_all > 0)
    show_empty (self, _ ("No hours like these"), _ ("Choose other filters to see more."));
  else if (n_all == 0)
    show_empty (self, _ ("No office hours this week"),
                _ ("The course’s page names none for these days. Ask your instructor, or write to "
                   "the course’s forum."));
  else
    show_empty (self, NULL, NULL);
}

static void
update_appointments (CarrelOfficeHoursView *self)
{
  gboolean is_any = carrel_appointment_list_fill (self->appointments, self->time->courses);

  gtk_widget_set_visible (GTK_WIDGET (self->appointments), is_any);
  gtk_widget_set_visible (self->appointment_label, is_any);
}

/* Changes can be published while there are any. */
static char *
update_publishing (CarrelOfficeHoursView *self)
{
  guint n_changes
      = self->is_teaching ? carrel_hour_publishing_count_changes (CARREL_VIEW (self)) : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "office-hours.publish",
                                 self->is_teaching && get_course (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "office-hours.discard", n_changes > 0);
  if (n_changes == 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("%u change is not published yet.", "%u changes are not published yet.", n_changes),
      n_changes);
}

static void
update_notices (CarrelOfficeHoursView *self)
{
  g_auto (GStrv) notices = carrel_time_notices_list (
      self->time, self->shown, self->is_teaching ? CARREL_CLASH_ROOM : CARREL_CLASH_ANY);
  g_autofree char *changes = update_publishing (self);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  if (changes != NULL)
    g_strv_builder_add (all, changes);
  if (self->is_teaching)
    carrel_time_notices_add_uncovered (self->time, all);
  g_strv_builder_addv (all, (const char **) notices);
  texts = g_strv_builder_end (all);
  carrel_notice_list_set (self->notices, (const char *const *) texts);
}

static void
update_list (CarrelOfficeHoursView *self)
{
  g_autoptr (GPtrArray) all = list_all (self);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = list_shown (self, all);
  carrel_hours_list_find_handovers (self->shown, self->handovers);
  carrel_agenda_list_set_occurrences (self->agenda, self->shown, &self->time->read,
                                      &self->time->heard);
  update_notices (self);
  update_empty (self, all->len);
}

static void
fill_filters (CarrelOfficeHoursView *self)
{
  g_autoptr (GPtrArray) all = list_all (self);

  carrel_hours_filter_fill (self->person_filter, CARREL_HOURS_FILTER_PERSON, all);
  carrel_hours_filter_fill (self->place_filter, CARREL_HOURS_FILTER_PLACE, all);
  carrel_hours_filter_fill (self->day_filter, CARREL_HOURS_FILTER_DAY, all);
  carrel_hours_filter_fill (self->course_filter, CARREL_HOURS_FILTER_COURSE, all);
}

static const char *
find_queue (CarrelOfficeHoursView *self)
{
  const CarrelCourse *course = get_course (self);

  for (guint i = 0; course != NULL && i < course->links->len; i++)
    {
      const CarrelLink *link = g_ptr_array_index (course->links, i);

      if (g_strcmp0 (link->kind, "queue") == 0 && link->url != NULL)
        return link->url;
    }
  return NULL;
}

static void
on_minute_cb (CarrelOfficeHoursView *self)
{
  if (self->time == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  carrel_view_time_update (self->time, CARREL_VIEW (self));
  update_status (self);
  carrel_agenda_list_update (self->agenda, &self->time->read, &self->time->heard);
}

static void
on_day_changed_cb (CarrelOfficeHoursView *self)
{
  g_clear_pointer (&self->time, carrel_view_time_free);
  carrel_view_refresh_later (CARREL_VIEW (self));
}

static void
announce_count (CarrelOfficeHoursView *self)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u session", "%u sessions", self->shown->len),
                                           self->shown->len);

  carrel_view_announce (CARREL_VIEW (self), text);
}

static void
on_filter_changed_cb (CarrelOfficeHoursView *self)
{
  if (self->time == NULL || self->shown == NULL)
    return;
  update_list (self);
  announce_count (self);
}

static char *
format_note (CarrelOfficeHoursView *self, const CarrelOccurrence *occurrence)
{
  g_autofree char *id = carrel_occurrence_dup_id (occurrence);
  const char *handover = g_hash_table_lookup (self->handovers, id);
  g_autofree char *marks = carrel_view_marks_format (self->marks, occurrence, self->time);

  if (marks == NULL || handover == NULL)
    return marks != NULL ? g_steal_pointer (&marks) : g_strdup (handover);
  return g_strjoin (C_ ("line", ", "), marks, handover, NULL);
}

static void
on_row_updated_cb (CarrelOfficeHoursView *self, CarrelAgendaRow *row)
{
  const CarrelOccurrence *occurrence = carrel_agenda_row_get_occurrence (row);
  g_autofree char *note = format_note (self, occurrence);
  g_autoptr (GMenuModel) menu = carrel_occurrence_menu_new (
      occurrence, carrel_view_marks_get_flags (self->marks, occurrence),
      self->is_teaching && get_course (self) != NULL ? CARREL_OCCURRENCE_MENU_TEACHING
                                                     : CARREL_OCCURRENCE_MENU_STUDENT);

  carrel_agenda_row_set_says (row, self->time->courses->len > 1 ? CARREL_AGENDA_SAYS_COURSE
                                                                : CARREL_AGENDA_SAYS_LITTLE);
  carrel_agenda_row_set_note (row, note);
  carrel_agenda_row_set_menu (row, menu);
}

static void
on_row_activated_cb (CarrelOfficeHoursView *self, CarrelAgendaRow *row)
{
  carrel_dialog_present (CARREL_DIALOG (carrel_occurrence_dialog_new (
                             CARREL_VIEW (self), carrel_agenda_row_get_occurrence (row),
                             &self->time->read, &self->time->heard)),
                         GTK_WIDGET (self));
}

static void
occurrence_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CarrelOfficeHoursView *self = CARREL_OFFICE_HOURS_VIEW (widget);
  CarrelOccurrence *occurrence
      = carrel_agenda_list_find (self->agenda, g_variant_get_string (parameter, NULL));

  if (occurrence != NULL)
    carrel_occurrence_actions_run (CARREL_VIEW (self), self->time, self->marks, action, occurrence);
}

static void
teach_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CarrelOfficeHoursView *self = CARREL_OFFICE_HOURS_VIEW (widget);
  CarrelOccurrence *occurrence
      = parameter == NULL
            ? NULL
            : carrel_agenda_list_find (self->agenda, g_variant_get_string (parameter, NULL));

  if (get_course (self) != NULL && (parameter == NULL || occurrence != NULL))
    carrel_hour_editor_run (CARREL_VIEW (self), self->time, action, occurrence);
}

static void
next_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CarrelOfficeHoursView *self = CARREL_OFFICE_HOURS_VIEW (widget);
  g_autoptr (CarrelNowNext) answer = NULL;
  g_autofree char *text = NULL;

  if (self->time == NULL)
    return;
  answer = carrel_timetable_find_now_next (self->time->timetable, self->time->read.now,
                                           CARREL_OCCURRENCE_HOURS);
  carrel_agenda_list_focus (self->agenda, self->time->read.now);
  text = carrel_format_hours_status (answer, &self->time->heard);
  carrel_view_announce (CARREL_VIEW (self), text);
}

static void
queue_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  carrel_view_open_uri (CARREL_VIEW (widget), find_queue (CARREL_OFFICE_HOURS_VIEW (widget)));
}

static void
join_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  carrel_view_open_uri (CARREL_VIEW (widget), CARREL_OFFICE_HOURS_VIEW (widget)->meeting_url);
}

static void
copy_all_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CarrelOfficeHoursView *self = CARREL_OFFICE_HOURS_VIEW (widget);

  if (self->shown != NULL)
    carrel_occurrence_actions_copy (CARREL_VIEW (self), self->time, self->shown);
}

static void
coverage_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CarrelOfficeHoursView *self = CARREL_OFFICE_HOURS_VIEW (widget);
  gint64 from, to;

  if (self->time == NULL)
    return;
  get_window (self, &from, &to);
  carrel_dialog_present (CARREL_DIALOG (carrel_coverage_dialog_new (
                             self->time, carrel_zone_get_date (self->time->zone, from, NULL))),
                         widget);
}

static void
edit_table_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CarrelOfficeHoursView *self = CARREL_OFFICE_HOURS_VIEW (widget);

  if (get_course (self) != NULL)
    carrel_dialog_present (
        CARREL_DIALOG (carrel_hours_table_dialog_new (CARREL_VIEW (self), self->time)), widget);
}

static void
visits_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CarrelOfficeHoursView *self = CARREL_OFFICE_HOURS_VIEW (widget);

  if (self->time != NULL)
    carrel_dialog_present (
        CARREL_DIALOG (carrel_visits_dialog_new (CARREL_VIEW (self), self->time)), widget);
}

static void
publish_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  carrel_hour_publishing_publish (CARREL_VIEW (widget));
}

static void
discard_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  carrel_hour_publishing_discard (CARREL_VIEW (widget));
}

static void
question_sheet_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  carrel_dialog_present (CARREL_DIALOG (carrel_question_sheet_new (CARREL_VIEW (widget))), widget);
}

static void
carrel_office_hours_view_refresh (CarrelView *view, CarrelStoreChanges changes)
{
  CarrelOfficeHoursView *self = CARREL_OFFICE_HOURS_VIEW (view);

  if (self->time == NULL || (changes & (CARREL_CHANGED_FACTS | CARREL_CHANGED_COURSES)) != 0)
    {
      g_clear_pointer (&self->shown, g_ptr_array_unref);
      g_clear_pointer (&self->time, carrel_view_time_free);
      self->time = carrel_view_time_new (view);
      fill_filters (self);
      update_appointments (self);
      gtk_widget_set_visible (self->queue_button, find_queue (self) != NULL);
    }
  g_clear_pointer (&self->marks, carrel_view_marks_free);
  self->marks = carrel_view_marks_new (view, self->time);
  carrel_view_time_update (self->time, view);
  update_status (self);
  update_list (self);
}

static gboolean
carrel_office_hours_view_focus_default (CarrelView *view)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CARREL_OFFICE_HOURS_VIEW (view)->status));
}

static GtkWidget *
carrel_office_hours_view_get_pane (CarrelView *view, guint position)
{
  CarrelOfficeHoursView *self = CARREL_OFFICE_HOURS_VIEW (view);
  GtkWidget *const panes[]
      = { GTK_WIDGET (self->status), GTK_WIDGET (self->bar), GTK_WIDGET (self->agenda) };

  return position < G_N_ELEMENTS (panes) ? panes[position] : NULL;
}

static gboolean
carrel_office_hours_view_reveal (CarrelView *view, const char *fact_id)
{
  return carrel_agenda_list_reveal (CARREL_OFFICE_HOURS_VIEW (view)->agenda, fact_id);
}

static void
carrel_office_hours_view_constructed (GObject *object)
{
  CarrelClock *clock = carrel_view_get_clock (CARREL_VIEW (object));

  G_OBJECT_CLASS (carrel_office_hours_view_parent_class)->constructed (object);
  g_signal_connect_object (clock, "minute", G_CALLBACK (on_minute_cb), object, G_CONNECT_SWAPPED);
  g_signal_connect (object, "map", G_CALLBACK (on_minute_cb), NULL);
  g_signal_connect_object (clock, "day-changed", G_CALLBACK (on_day_changed_cb), object,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "zone-changed", G_CALLBACK (on_day_changed_cb), object,
                           G_CONNECT_SWAPPED);
}

static void
carrel_office_hours_view_dispose (GObject *object)
{
  CarrelOfficeHoursView *self = CARREL_OFFICE_HOURS_VIEW (object);

  g_clear_pointer (&self->time, carrel_view_time_free);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->handovers, g_hash_table_unref);
  g_clear_pointer (&self->marks, carrel_view_marks_free);
  g_clear_pointer (&self->meeting_url, g_free);
  G_OBJECT_CLASS (carrel_office_hours_view_parent_class)->dispose (object);
}

static void
carrel_office_hours_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CarrelOfficeHoursView *self = CARREL_OFFICE_HOURS_VIEW (object);

  g_value_set_boolean (value, id == PROP_FITS ? self->fits : self->is_teaching);
}

static void
carrel_office_hours_view_set_property (GObject *object,
                                       guint id,
                                       const GValue *value,
                                       GParamSpec *pspec)
{
  CarrelOfficeHoursView *self = CARREL_OFFICE_HOURS_VIEW (object);

  if (id == PROP_FITS)
    self->fits = g_value_get_boolean (value);
  else
    self->is_teaching = g_value_get_boolean (value);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "office-hours.add", self->is_teaching);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "office-hours.edit-table", self->is_teaching);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "office-hours.coverage", self->is_teaching);
  if (self->time == NULL)
    return;
  update_list (self);
  if (id == PROP_FITS)
    announce_count (self);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CARREL_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-office-hours-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, status);
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, bar);
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, queue_button);
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, join_button);
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, person_filter);
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, place_filter);
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, day_filter);
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, course_filter);
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, view_menu);
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, notices);
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, agenda);
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, appointment_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, appointments);
  gtk_widget_class_bind_template_child (widget_class, CarrelOfficeHoursView, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_updated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; carrel_occurrence_actions_names[i] != NULL; i++)
    gtk_widget_class_install_action (widget_class, carrel_occurrence_actions_names[i], "s",
                                     occurrence_action);
  for (const CarrelHourVerb *verb = carrel_hour_editor_verbs; verb->action != NULL; verb++)
    gtk_widget_class_install_action (widget_class, verb->action, verb->label != NULL ? "s" : NULL,
                                     teach_action);
  gtk_widget_class_install_action (widget_class, "office-hours.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "office-hours.queue", NULL, queue_action);
  gtk_widget_class_install_action (widget_class, "office-hours.join", NULL, join_action);
  gtk_widget_class_install_action (widget_class, "office-hours.copy-all", NULL, copy_all_action);
  gtk_widget_class_install_action (widget_class, "office-hours.question-sheet", NULL,
                                   question_sheet_action);
  gtk_widget_class_install_action (widget_class, "office-hours.coverage", NULL, coverage_action);
  gtk_widget_class_install_action (widget_class, "office-hours.edit-table", NULL,
                                   edit_table_action);
  gtk_widget_class_install_action (widget_class, "office-hours.visits", NULL, visits_action);
  gtk_widget_class_install_action (widget_class, "office-hours.publish", NULL, publish_action);
  gtk_widget_class_install_action (widget_class, "office-hours.discard", NULL, discard_action);
  gtk_widget_class_install_property_action (widget_class, "office-hours.fits", "fits");
  gtk_widget_class_install_property_action (widget_class, "office-hours.teaching", "teaching");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_ALT_MASK, "office-hours.next",
                                       NULL);
}

static void
carrel_office_hours_view_class_init (CarrelOfficeHoursViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CarrelViewClass *view_class = CARREL_VIEW_CLASS (klass);

  object_class->constructed = carrel_office_hours_view_constructed;
  object_class->dispose = carrel_office_hours_view_dispose;
  object_class->get_property = carrel_office_hours_view_get_property;
  object_class->set_property = carrel_office_hours_view_set_property;
  view_class->refresh = carrel_office_hours_view_refresh;
  view_class->focus_default = carrel_office_hours_view_focus_default;
  view_class->get_pane = carrel_office_hours_view_get_pane;
  view_class->reveal = carrel_office_hours_view_reveal;

  properties[PROP_FITS] = g_param_spec_boolean ("fits", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEACHING] = g_param_spec_boolean ("teaching", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CARREL_TYPE_FOCUS_BOX);
  g_type_ensure (CARREL_TYPE_WRAP_BOX);
  g_type_ensure (CARREL_TYPE_CHOICE_BUTTON);
  g_type_ensure (CARREL_TYPE_NOTICE_LIST);
  g_type_ensure (CARREL_TYPE_AGENDA_LIST);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
carrel_office_hours_view_init (CarrelOfficeHoursView *self)
{
  self->handovers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "office-hours.add", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "office-hours.edit-table", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "office-hours.coverage", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "office-hours.publish", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "office-hours.discard", FALSE);
  carrel_agenda_list_set_name (self->agenda, _ ("Agenda"));
  carrel_lazy_menu_attach (self->menu_button, self->view_menu, _ ("Office hours menu"));
}
