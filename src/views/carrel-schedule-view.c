/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The schedule: one period of time, shown as an agenda or as a week, and the term as a table. */
#define G_LOG_DOMAIN "carrel-schedule-view"

#include "config.h"

#include "carrel-schedule-view.h"

#include "carrel-accessible.h"
#include "carrel-agenda-list.h"
#include "carrel-empty-page.h"
#include "carrel-month-dialog.h"
#include "carrel-notice-list.h"
#include "carrel-now-card.h"
#include "carrel-occurrence-actions.h"
#include "carrel-occurrence-dialog.h"
#include "carrel-occurrence-menu.h"
#include "carrel-schedule-filter-dialog.h"
#include "carrel-schedule-print.h"
#include "carrel-store-marks.h"
#include "carrel-tab-bar.h"
#include "carrel-term-table.h"
#include "carrel-time-notices.h"
#include "carrel-view-time.h"
#include "carrel-week-grid.h"
#include "carrel-wrap-box.h"

#include <glib/gi18n.h>

#define LIST_WIDTH 720
#define WEEK_WIDTH 1200

struct _CarrelScheduleView
{
  CarrelView parent_instance;

  CarrelViewTime *time;
  CarrelViewMarks *marks;
  GPtrArray *period; /* of CarrelOccurrence: the agenda */
  int page;          /* weeks from that of the anchor */
  CarrelDate week;   /* the first day of the week that is shown */

  AdwClamp *clamp;
  CarrelNowCard *now_card;
  GtkWidget *bar;
  GtkLabel *period_label;
  GtkWidget *paging;
  GtkButton *filter;
  CarrelNoticeList *notices;
  AdwViewStack *stack;
  CarrelAgendaList *agenda;
  CarrelWeekGrid *week_grid;
  CarrelTermTable *term;
  CarrelEmptyPage *empty;
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (CarrelScheduleView, carrel_schedule_view, CARREL_TYPE_VIEW)

static const char *
get_page_name (CarrelScheduleView *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  return name != NULL ? name : "agenda";
}

/* The first page of the agenda begins with today and reaches to the end of the next week. */
static void
get_agenda_days (CarrelScheduleView *self, CarrelDate *first, CarrelDate *end)
{
  CarrelDate today = self->time->today;
  gboolean is_first = self->page == 0 && carrel_date_compare (today, self->week) >= 0
                      && carrel_date_days_until (self->week, today) < CARREL_N_DAYS;

  *first = is_first ? today : self->week;
  *end = carrel_date_add_days (self->week, is_first ? 2 * CARREL_N_DAYS : CARREL_N_DAYS);
}

static GPtrArray *
list_days (CarrelScheduleView *self, CarrelDate first, CarrelDate end)
{
  return carrel_schedule_filter_list (carrel_view_get_settings (CARREL_VIEW (self)), self->time,
                                      first, end);
}

static void
update_now (CarrelScheduleView *self)
{
  g_autoptr (CarrelNowNext) answer = carrel_timetable_find_now_next (
      self->time->timetable, self->time->read.now, CARREL_OCCURRENCE_ALL);

  carrel_now_card_update (self->now_card, answer, &self->time->read, &self->time->heard);
}

static void
update_notices (CarrelScheduleView *self)
{
  g_auto (GStrv) notices = carrel_time_notices_list (self->time, self->period, CARREL_CLASH_ANY);

  carrel_notice_list_set (self->notices, (const char *const *) notices);
}

static void
show_empty (CarrelScheduleView *self, const char *title, const char *description)
{
  carrel_empty_page_set (self->empty, title, description);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), title != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), title == NULL);
}

static guint
count_hidden (CarrelScheduleView *self)
{
  return carrel_schedule_filter_count_hidden (carrel_view_get_settings (CARREL_VIEW (self)),
                                              self->time);
}

static void
show_empty_agenda (CarrelScheduleView *self)
{
  if (count_hidden (self) > 0)
    show_empty (self, _ ("No events match"), _ ("The filter hides some kinds or courses."));
  else
    show_empty (self, _ ("Nothing in this week"), _ ("Go to another week, or to a date."));
}

/* A page without anything says why, and what would fill it. */
static void
update_empty (CarrelScheduleView *self)
{
  const char *page = get_page_name (self);

  if (self->time->courses->len == 0)
    show_empty (self, _ ("No course yet"), _ ("Add a course to see its schedule."));
  else if (g_str_equal (page, "term") && self->time->courses->len > 1)
    show_empty (self, _ ("One course at a time"),
                _ ("Choose a course at the top of the window to see its term."));
  else if (g_str_equal (page, "term") && carrel_term_table_get_n_rows (self->term) == 0)
    show_empty (self, _ ("No dated rows"),
                _ ("This course’s page has no table of dates and topics."));
  else if (g_str_equal (page, "agenda") && self->period->len == 0)
    show_empty_agenda (self);
  else
    show_empty (self, NULL, NULL);
  gtk_widget_set_visible (self->clear_button, count_hidden (self) > 0);
}

static void
update_filter (CarrelScheduleView *self)
{
  g_autofree char *text
      = carrel_schedule_filter_format (carrel_view_get_settings (CARREL_VIEW (self)), self->time);

  gtk_button_set_label (self->filter, text);
}

static void
update_term (CarrelScheduleView *self)
{
  CarrelCourse *course
      = self->time->courses->len == 1 ? g_ptr_array_index (self->time->courses, 0) : NULL;

  carrel_term_table_set_course (
      self->term, course,
      course != NULL ? carrel_view_marks_get_done (self->marks, course->id) : NULL,
      self->time->today);
}

static void
update_week (CarrelScheduleView *self)
{
  g_autoptr (GPtrArray) found
      = list_days (self, self->week, carrel_date_add_days (self->week, CARREL_N_DAYS));

  carrel_week_grid_set_week (self->week_grid, self->week, found, &self->time->read,
                             &self->time->heard);
}

/* Shows the period of the page anew. */
static void
update_period (CarrelScheduleView *self)
{
  gboolean is_term = g_str_equal (get_page_name (self), "term");
  CarrelDate first, end;
  g_autofree char *text = NULL;

  self->week
      = carrel_date_add_days (carrel_view_time_get_week (self->time, CARREL_VIEW (self),
                                                         carrel_view_time_get_anchor (self->time)),
                              self->page * CARREL_N_DAYS);
  get_agenda_days (self, &first, &end);
  g_clear_pointer (&self->period, g_ptr_array_unref);
  self->period = list_days (self, first, end);
  carrel_agenda_list_set_occurrences (self->agenda, self->period, &self->time->read,
                                      &self->time->heard);
  update_week (self);
  update_term (self);
  text
      = is_term ? g_strdup (_ ("The term")) : carrel_view_time_format_week (self->time, self->week);
  gtk_label_set_text (self->period_label, text);
  gtk_widget_set_visible (self->paging, !is_term);
  gtk_widget_set_visible (GTK_WIDGET (self->filter), !is_term);
  adw_clamp_set_maximum_size (self->clamp,
                              g_str_equal (get_page_name (self), "week") ? WEEK_WIDTH : LIST_WIDTH);
  update_notices (self);
  update_filter (self);
  update_empty (self);
}

static void
page_to_date (CarrelScheduleView *self, CarrelDate date)
{
  CarrelView *view = CARREL_VIEW (self);
  CarrelDate anchor = carrel_view_time_get_anchor (self->time);

  self->page = carrel_date_days_until (carrel_view_time_get_week (self->time, view, anchor),
                                       carrel_view_time_get_week (self->time, view, date))
               / CARREL_N_DAYS;
  update_period (self);
}

static void
announce_period (CarrelScheduleView *self)
{
  CarrelDate end = carrel_date_add_days (self->week, CARREL_N_DAYS);
  g_autoptr (GPtrArray) found = list_days (self, self->week, end);
  g_autofree char *period = carrel_view_time_format_week (self->time, self->week);
  g_autofree char *text = NULL;

  /* Translators: a week, and how many events it has, as in "Week of 22 Jan, 6 events" */
  text = g_strdup_printf (ngettext ("%s, %u event", "%s, %u events", found->len), period,
                          found->len);
  carrel_view_announce (CARREL_VIEW (self), text);
}

static void
tick (CarrelScheduleView *self, gboolean is_new_day)
{
  if (self->time == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  carrel_view_time_update (self->time, CARREL_VIEW (self));
  update_now (self);
  if (is_new_day)
    update_period (self);
  else
    carrel_agenda_list_update (self->agenda, &self->time->read, &self->time->heard);
  carrel_week_grid_set_now (self->week_grid, self->time->read.now);
}

static void
on_minute_cb (CarrelScheduleView *self)
{
  tick (self, FALSE);
}

static void
on_day_changed_cb (CarrelScheduleView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tick (self, TRUE);
  else
    carrel_view_refresh_later (CARREL_VIEW (self));
}

static void
on_zone_changed_cb (CarrelScheduleView *self)
{
  g_clear_pointer (&self->time, carrel_view_time_free);
  carrel_view_refresh_later (CARREL_VIEW (self));
}

static void
on_filter_changed_cb (CarrelScheduleView *self)
{
  if (self->time != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_period (self);
}

static void
on_filter_closed_cb (CarrelScheduleView *self)
{
  if (self->time != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    announce_period (self);
}

static void
on_page_changed_cb (CarrelScheduleView *self)
{
  carrel_accessible_hide_other_pages (self->stack);
  if (self->time != NULL)
    update_period (self);
}

static void
on_row_updated_cb (CarrelScheduleView *self, CarrelAgendaRow *row)
{
  const CarrelOccurrence *occurrence = carrel_agenda_row_get_occurrence (row);
  g_autofree char *note = carrel_view_marks_format (self->marks, occurrence, self->time);
  g_autoptr (GMenuModel) menu = carrel_occurrence_menu_new (
      occurrence, carrel_view_marks_get_flags (self->marks, occurrence),
      CARREL_OCCURRENCE_MENU_STUDENT);

  carrel_agenda_row_set_says (row,
                              CARREL_AGENDA_SAYS_KIND
                                  | (self->time->courses->len > 1 ? CARREL_AGENDA_SAYS_COURSE : 0));
  carrel_agenda_row_set_note (row, note);
  carrel_agenda_row_set_menu (row, menu);
}

static void
show_details (CarrelScheduleView *self, CarrelOccurrence *occurrence)
{
  carrel_dialog_present (
      CARREL_DIALOG (carrel_occurrence_dialog_new (CARREL_VIEW (self), occurrence,
                                                   &self->time->read, &self->time->heard)),
      GTK_WIDGET (self));
}

static void
on_row_activated_cb (CarrelScheduleView *self, CarrelAgendaRow *row)
{
  show_details (self, carrel_agenda_row_get_occurrence (row));
}

static void
on_event_activated_cb (CarrelScheduleView *self, CarrelOccurrence *occurrence)
{
  show_details (self, occurrence);
}

static void
on_term_row_activated_cb (CarrelScheduleView *self, CarrelTermRow *row)
{
  carrel_dialog_present (CARREL_DIALOG (carrel_occurrence_dialog_new_for_row (
                             CARREL_VIEW (self), carrel_term_row_get_fact (row),
                             carrel_term_row_get_date (row), &self->time->read)),
                         GTK_WIDGET (self));
}

static void
on_done_changed_cb (CarrelScheduleView *self, CarrelTermRow *row)
{
  const char *course_id = carrel_view_get_course_id (CARREL_VIEW (self));
  const char *id = carrel_term_row_get_fact (row)->id;
  g_autoptr (GError) error = NULL;

  if (course_id == NULL || id == NULL)
    return;
  carrel_store_set_done (carrel_view_get_store (CARREL_VIEW (self)), course_id, id,
                         carrel_term_row_is_done (row), &error);
  carrel_view_report (CARREL_VIEW (self), error);
}

static void
occurrence_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CarrelScheduleView *self = CARREL_SCHEDULE_VIEW (widget);
  CarrelOccurrence *occurrence
      = carrel_agenda_list_find (self->agenda, g_variant_get_string (parameter, NULL));

  if (occurrence != NULL)
    carrel_occurrence_actions_run (CARREL_VIEW (self), self->time, self->marks, action, occurrence);
}

static void
page_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CarrelScheduleView *self = CARREL_SCHEDULE_VIEW (widget);

  if (self->time == NULL)
    return;
  self->page += g_variant_get_int32 (parameter);
  update_period (self);
  announce_period (self);
}

static void
filter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CarrelScheduleView *self = CARREL_SCHEDULE_VIEW (widget);
  GtkWidget *dialog;

  if (self->time == NULL)
    return;
  dialog = carrel_schedule_filter_dialog_new (carrel_view_get_settings (CARREL_VIEW (self)),
                                              self->time);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (on_filter_closed_cb), self,
                           G_CONNECT_SWAPPED);
  carrel_dialog_present (CARREL_DIALOG (dialog), widget);
}

/* Goes to the page of a date, and to the date on it. */
static void
on_date_chosen_cb (CarrelScheduleView *self, CarrelMonthDialog *dialog)
{
  CarrelDate date = carrel_month_dialog_get_date (dialog);

  if (self->time == NULL
      || (g_str_equal (get_page_name (self), "term")
          && carrel_term_table_focus_date (self->term, date)))
    return;
  page_to_date (self, date);
  announce_period (self);
  if (g_str_equal (get_page_name (self), "week"))
    carrel_week_grid_focus_date (self->week_grid, date);
  else
    carrel_agenda_list_focus (self->agenda, carrel_view_time_get_midnight (self->time, date));
}

static void
date_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CarrelScheduleView *self = CARREL_SCHEDULE_VIEW (widget);
  GtkWidget *dialog;

  if (self->time == NULL)
    return;
  dialog = carrel_month_dialog_new (
      CARREL_VIEW (self), self->page == 0 ? carrel_view_time_get_anchor (self->time) : self->week);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_date_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  carrel_dialog_present (CARREL_DIALOG (dialog), widget);
}

static void
clear_filter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CarrelScheduleView *self = CARREL_SCHEDULE_VIEW (widget);

  carrel_schedule_filter_clear (carrel_view_get_settings (CARREL_VIEW (self)));
  on_filter_closed_cb (self);
  carrel_view_focus_default (CARREL_VIEW (self));
}

static void
today_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CarrelScheduleView *self = CARREL_SCHEDULE_VIEW (widget);

  if (self->time == NULL)
    return;
  self->page = 0;
  update_period (self);
  announce_period (self);
}

static void
carrel_schedule_view_refresh (CarrelView *view, CarrelStoreChanges changes)
{
  CarrelScheduleView *self = CARREL_SCHEDULE_VIEW (view);

  if (self->time == NULL || (changes & (CARREL_CHANGED_FACTS | CARREL_CHANGED_COURSES)) != 0)
    {
      g_clear_pointer (&self->time, carrel_view_time_free);
      self->time = carrel_view_time_new (view);
    }
  g_clear_pointer (&self->marks, carrel_view_marks_free);
  self->marks = carrel_view_marks_new (view, self->time);
  carrel_view_time_update (self->time, view);
  update_now (self);
  update_period (self);
}

static gboolean
carrel_schedule_view_focus_default (CarrelView *view)
{
  CarrelScheduleView *self = CARREL_SCHEDULE_VIEW (view);

  if (self->time != NULL && g_str_equal (get_page_name (self), "agenda")
      && carrel_agenda_list_focus (self->agenda, self->time->read.now))
    return TRUE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->now_card));
}

static GtkWidget *
carrel_schedule_view_get_pane (CarrelView *view, guint position)
{
  CarrelScheduleView *self = CARREL_SCHEDULE_VIEW (view);
  GtkWidget *const panes[] = { GTK_WIDGET (self->now_card), self->bar, GTK_WIDGET (self->stack) };

  return position < G_N_ELEMENTS (panes) ? panes[position] : NULL;
}

static gboolean
reveal_in_agenda (CarrelScheduleView *self, const char *fact_id)
{
  CarrelDate date;

  if (!carrel_view_time_find_fact (self->time, fact_id, &date))
    return FALSE;
  page_to_date (self, date);
  adw_view_stack_set_visible_child_name (self->stack, "agenda");
  if (carrel_agenda_list_reveal (self->agenda, fact_id))
    return TRUE;
  if (count_hidden (self) == 0)
    return FALSE;
  carrel_schedule_filter_clear (carrel_view_get_settings (CARREL_VIEW (self)));
  return carrel_agenda_list_reveal (self->agenda, fact_id);
}

static gboolean
carrel_schedule_view_reveal (CarrelView *view, const char *fact_id)
{
  CarrelScheduleView *self = CARREL_SCHEDULE_VIEW (view);

  if (self->time == NULL)
    return FALSE;
  if (reveal_in_agenda (self, fact_id))
    return TRUE;
  adw_view_stack_set_visible_child_name (self->stack, "term");
  return carrel_term_table_reveal (self->term, fact_id);
}

static CarrelSchedulePrint
describe_print (CarrelScheduleView *self)
{
  CarrelDate anchor = carrel_view_time_get_anchor (self->time);

  return (CarrelSchedulePrint){ CARREL_VIEW (self), self->time, self->marks, self->week,
                                self->page == 0 ? anchor : self->week };
}

static GStrv
carrel_schedule_view_list_prints (CarrelView *view)
{
  CarrelScheduleView *self = CARREL_SCHEDULE_VIEW (view);
  CarrelSchedulePrint print;

  if (self->time == NULL || self->time->courses->len == 0)
    return g_new0 (char *, 1);
  print = describe_print (self);
  return carrel_schedule_print_list (&print);
}

static CarrelPrintout *
carrel_schedule_view_make_printout (CarrelView *view, const char *id, const CarrelPrintStyle *style)
{
  CarrelSchedulePrint print = describe_print (CARREL_SCHEDULE_VIEW (view));

  return carrel_schedule_print_make (&print, id, style);
}

static void
carrel_schedule_view_constructed (GObject *object)
{
  CarrelScheduleView *self = CARREL_SCHEDULE_VIEW (object);
  CarrelClock *clock = carrel_view_get_clock (CARREL_VIEW (self));
  GSettings *settings = carrel_view_get_settings (CARREL_VIEW (self));

  G_OBJECT_CLASS (carrel_schedule_view_parent_class)->constructed (object);
  g_signal_connect_object (settings, "changed::" CARREL_SCHEDULE_FILTER_KINDS,
                           G_CALLBACK (on_filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" CARREL_SCHEDULE_FILTER_COURSES,
                           G_CALLBACK (on_filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "minute", G_CALLBACK (on_minute_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_minute_cb), NULL);
  g_signal_connect_object (clock, "day-changed", G_CALLBACK (on_day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "zone-changed", G_CALLBACK (on_zone_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
carrel_schedule_view_dispose (GObject *object)
{
  CarrelScheduleView *self = CARREL_SCHEDULE_VIEW (object);

  g_clear_pointer (&self->time, carrel_view_time_free);
  g_clear_pointer (&self->marks, carrel_view_marks_free);
  g_clear_pointer (&self->period, g_ptr_array_unref);
  G_OBJECT_CLASS (carrel_schedule_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CARREL_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-schedule-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleView, clamp);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleView, now_card);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleView, bar);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleView, period_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleView, paging);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleView, filter);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleView, notices);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleView, stack);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleView, agenda);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleView, week_grid);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleView, term);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleView, empty);
  gtk_widget_class_bind_template_child (widget_class, CarrelScheduleView, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_updated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_event_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_term_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_done_changed_cb);
}

static void
carrel_schedule_view_class_init (CarrelScheduleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CarrelViewClass *view_class = CARREL_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = carrel_schedule_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = carrel_schedule_view_dispose;
  view_class->refresh = carrel_schedule_view_refresh;
  view_class->focus_default = carrel_schedule_view_focus_default;
  view_class->get_pane = carrel_schedule_view_get_pane;
  view_class->reveal = carrel_schedule_view_reveal;
  view_class->list_prints = carrel_schedule_view_list_prints;
  view_class->make_printout = carrel_schedule_view_make_printout;
  g_type_ensure (CARREL_TYPE_NOW_CARD);
  g_type_ensure (CARREL_TYPE_WRAP_BOX);
  g_type_ensure (CARREL_TYPE_NOTICE_LIST);
  g_type_ensure (CARREL_TYPE_AGENDA_LIST);
  g_type_ensure (CARREL_TYPE_WEEK_GRID);
  g_type_ensure (CARREL_TYPE_TAB_BAR);
  g_type_ensure (CARREL_TYPE_TERM_TABLE);
  bind_template (widget_class);
  for (guint i = 0; carrel_occurrence_actions_names[i] != NULL; i++)
    gtk_widget_class_install_action (widget_class, carrel_occurrence_actions_names[i], "s",
                                     occurrence_action);
  gtk_widget_class_install_action (widget_class, "schedule.page", "i", page_action);
  gtk_widget_class_install_action (widget_class, "schedule.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "schedule.date", NULL, date_action);
  gtk_widget_class_install_action (widget_class, "schedule.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "schedule.clear-filter", NULL,
                                   clear_filter_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, "schedule.page",
                                       "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK,
                                       "schedule.page", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "schedule.date",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "schedule.today",
                                       NULL);
}

static void
carrel_schedule_view_init (CarrelScheduleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_agenda_list_set_name (self->agenda, _ ("Agenda"));
}
