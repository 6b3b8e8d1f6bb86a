/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window can be asked to do, by keys, menus and views: one table of actions. */
#define G_LOG_DOMAIN "carrel-window"

#include "config.h"

#include "carrel-window-private.h"

#include "carrel-about-dialog.h"
#include "carrel-add-course-dialog.h"
#include "carrel-calendar-file.h"
#include "carrel-data-actions.h"
#include "carrel-help-contacts-dialog.h"
#include "carrel-help.h"
#include "carrel-manage-courses-dialog.h"
#include "carrel-next-term-actions.h"
#include "carrel-print-dialog.h"
#include "carrel-publish-actions.h"
#include "carrel-questions-dialog.h"
#include "carrel-scores-actions.h"
#include "carrel-search-dialog.h"
#include "carrel-shortcuts-dialog.h"
#include "carrel-store-courses.h"
#include "carrel-store-undo.h"
#include "carrel-term-actions.h"
#include "carrel-uri-actions.h"
#include "carrel-view-list.h"

#include <glib/gi18n.h>

static const char *
get_text (GVariant *parameter)
{
  return g_variant_get_string (parameter, NULL);
}

static void
on_announce_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  carrel_announcer_say (carrel_window_get_announcer (data), get_text (parameter));
}

static void
on_toast_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  carrel_window_toast (data, get_text (parameter), 0);
}

static void
on_toast_undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  carrel_window_toast (data, get_text (parameter), 1);
}

/* An import is one verb of the store, and each answer given with it another; they are undone
 * together.
 */
static void
on_toast_import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *text;
  guint n_verbs;

  g_variant_get (parameter, "(&su)", &text, &n_verbs);
  carrel_window_toast (data, text, n_verbs);
}

static void
on_report_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  carrel_window_report (data, get_text (parameter));
}

static void
on_dismiss_report_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  carrel_window_dismiss_report (data);
}

static void
on_show_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  carrel_window_show_view (data, get_text (parameter));
}

static void
on_show_course_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *id = get_text (parameter);

  carrel_window_show_course (data, *id != '\0' ? id : NULL);
}

static void
on_show_fact_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelWindow *self = CARREL_WINDOW (data);
  const char *view_id, *course_id, *fact_id;
  CarrelView *view;

  g_variant_get (parameter, "(&s&s&s)", &view_id, &course_id, &fact_id);
  carrel_window_show_course (self, *course_id != '\0' ? course_id : NULL);
  carrel_window_show_view (self, view_id);
  view = carrel_window_get_view (self);
  if (view != NULL)
    carrel_view_reveal (view, fact_id);
}

static void
on_add_course_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  carrel_window_add_files (data, NULL);
}

static void
on_open_files_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelWindow *self = CARREL_WINDOW (data);
  CarrelAddCourseDialog *dialog = carrel_add_course_dialog_new (carrel_window_get_store (self),
                                                                carrel_window_get_clock (self));

  carrel_dialog_present (CARREL_DIALOG (dialog), data);
  carrel_add_course_dialog_choose_files (dialog);
}

static void
on_manage_courses_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelDialog *dialog = carrel_manage_courses_dialog_new (carrel_window_get_store (data),
                                                           carrel_window_get_clock (data));

  carrel_dialog_present (dialog, data);
}

static void
on_answer_questions_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *course_id = carrel_window_get_course_id (data);
  CarrelDialog *dialog;

  if (course_id == NULL)
    return;
  dialog = carrel_questions_dialog_new (carrel_window_get_store (data), course_id);
  carrel_questions_dialog_present (dialog, data);
}

static void
on_search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelDialog *dialog = carrel_search_dialog_new (carrel_window_get_store (data));

  carrel_dialog_present (dialog, data);
}

static void
on_search_words_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelDialog *dialog = carrel_search_dialog_new (carrel_window_get_store (data));

  carrel_search_dialog_set_words (dialog, get_text (parameter));
  carrel_dialog_present (dialog, data);
}

static void
on_help_uri_cb (CarrelWindow *self, const char *uri)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-uri", "s", uri);
}

static void
on_help_contacts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelWindow *self = data;
  const char *id = carrel_window_get_course_id (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = NULL;
  GtkWidget *dialog = NULL;

  if (id != NULL)
    course = carrel_store_load_course (carrel_window_get_store (self), id, &error);
  else
    course = carrel_record_new (&carrel_course_type);
  if (course == NULL)
    {
      carrel_window_report (self, error->message);
      return;
    }
  dialog = carrel_help_contacts_dialog_new (course);
  g_signal_connect_object (dialog, "open-uri", G_CALLBACK (on_help_uri_cb), self,
                           G_CONNECT_SWAPPED);
  carrel_dialog_present (CARREL_DIALOG (dialog), GTK_WIDGET (self));
}

static void
on_find_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelView *view = carrel_window_get_view (data);

  if (view == NULL || !carrel_view_find (view))
    on_search_cb (action, parameter, data);
}

static void
on_print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelView *view = carrel_window_get_view (data);
  g_auto (GStrv) prints = view != NULL ? carrel_view_list_prints (view) : NULL;

  if (prints == NULL || prints[0] == NULL)
    carrel_window_toast (data, _ ("This view has nothing to print."), 0);
  else
    carrel_dialog_present (carrel_print_dialog_new (view), data);
}

static void
on_switch_course_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  carrel_window_pop_up_courses (data);
}

/* Text that is being typed is undone first, as long as there is some. */
static gboolean
undo_typing (CarrelWindow *self, const char *action_name)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autofree char *before = NULL;

  if (focus == NULL || !GTK_IS_TEXT (focus))
    return FALSE;
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  gtk_widget_activate_action (focus, action_name, NULL);
  return !g_str_equal (before, gtk_editable_get_text (GTK_EDITABLE (focus)));
}

static void
on_undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelStore *store = carrel_window_get_store (data);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (undo_typing (data, "text.undo"))
    return;
  if (!carrel_store_can_undo (store))
    {
      carrel_window_toast (data, _ ("There is nothing to undo"), 0);
      return;
    }
  label = g_strdup (carrel_store_get_undo_label (store));
  if (!carrel_store_undo (store, &error))
    {
      carrel_window_report (data, error->message);
      return;
    }
  /* Translators: %s is what was done, as in "Type score". */
  text = g_strdup_printf (_ ("Undone: %s"), label);
  carrel_window_toast (data, text, 0);
}

static void
on_redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelStore *store = carrel_window_get_store (data);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (undo_typing (data, "text.redo"))
    return;
  if (!carrel_store_can_redo (store))
    {
      carrel_window_toast (data, _ ("There is nothing to do again"), 0);
      return;
    }
  label = g_strdup (carrel_store_get_redo_label (store));
  if (!carrel_store_redo (store, &error))
    {
      carrel_window_report (data, error->message);
      return;
    }
  /* Translators: %s is what was done, as in "Type score". */
  text = g_strdup_printf (_ ("Done again: %s"), label);
  carrel_window_toast (data, text, 1);
}

static void
on_undo_import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelStore *store = carrel_window_get_store (data);
  g_autoptr (GError) error = NULL;

  for (guint i = g_variant_get_uint32 (parameter); i > 0 && carrel_store_can_undo (store); i--)
    if (!carrel_store_undo (store, &error))
      {
        carrel_window_report (data, error->message);
        return;
      }
  carrel_window_toast (data, _ ("The import was undone"), 0);
}

static guint
count_panes (CarrelWindow *self)
{
  guint n_panes = 0;

  while (carrel_window_get_pane (self, n_panes) != NULL)
    n_panes++;
  return n_panes;
}

static guint
find_focused_pane (CarrelWindow *self, guint n_panes)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (guint i = n_panes; focus != NULL && i > 0; i--)
    {
      GtkWidget *pane = carrel_window_get_pane (self, i - 1);

      if (focus == pane || gtk_widget_is_ancestor (focus, pane))
        return i - 1;
    }
  return n_panes;
}

static gboolean
focus_pane (GtkWidget *pane)
{
  if (!gtk_widget_get_mapped (pane))
    return FALSE;
  return (CARREL_IS_VIEW (pane) && carrel_view_focus_default (CARREL_VIEW (pane)))
         || (gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD) || gtk_widget_grab_focus (pane));
}

static void
step_pane (CarrelWindow *self, gboolean is_backward)
{
  guint n_panes = count_panes (self);
  guint position = find_focused_pane (self, n_panes);

  for (guint i = 0; i < n_panes; i++)
    {
      if (is_backward)
        position = position == 0 || position >= n_panes ? n_panes - 1 : position - 1;
      else
        position = position + 1 >= n_panes ? 0 : position + 1;
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
      if (focus_pane (carrel_window_get_pane (self, position)))
        return;
    }
}

static void
on_next_pane_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step_pane (data, FALSE);
}

static void
on_previous_pane_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step_pane (data, TRUE);
}

static void
on_shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  carrel_dialog_present (carrel_shortcuts_dialog_new (), data);
}

/* Each view has a page of its name. */
static const char *
get_help_page (CarrelView *view)
{
  guint n_views;
  const CarrelViewEntry *entries = carrel_view_list_get (&n_views);

  for (guint i = 0; view != NULL && i < n_views; i++)
    if (G_OBJECT_TYPE (view) == entries[i].get_type ())
      return entries[i].id;
  return "index";
}

static void
on_help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelWindow *self = CARREL_WINDOW (data);

  carrel_help_open (GTK_WINDOW (self), carrel_window_get_settings (self),
                    get_help_page (carrel_window_get_view (self)));
}

static void
on_about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  carrel_dialog_present (carrel_about_dialog_new (), data);
}

static void
set_text_size (CarrelWindow *self, int size)
{
  GSettings *settings = carrel_window_get_settings (self);
  int clamped = CLAMP (size, 75, 300);
  g_autofree char *text = NULL;

  g_settings_set_int (settings, "text-size", clamped);
  /* Translators: said when the text size changes. */
  text = g_strdup_printf (_ ("Text size %d percent"), clamped);
  carrel_announcer_say (carrel_window_get_announcer (self), text);
}

static void
on_text_size_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  int size = g_settings_get_int (carrel_window_get_settings (data), "text-size");

  if (g_str_equal (name, "text-larger"))
    set_text_size (data, size + 10);
  else
    set_text_size (data, g_str_equal (name, "text-smaller") ? size - 10 : 100);
}

static const GActionEntry actions[] = {
  { "announce", on_announce_cb, "s", NULL, NULL },
  { "toast", on_toast_cb, "s", NULL, NULL },
  { "toast-undo", on_toast_undo_cb, "s", NULL, NULL },
  { "toast-import", on_toast_import_cb, "(su)", NULL, NULL },
  { "report", on_report_cb, "s", NULL, NULL },
  { "dismiss-report", on_dismiss_report_cb, NULL, NULL, NULL },
  { "next-pane", on_next_pane_cb, NULL, NULL, NULL },
  { "previous-pane", on_previous_pane_cb, NULL, NULL, NULL },
  { "shortcuts", on_shortcuts_cb, NULL, NULL, NULL },
  { "help", on_help_cb, NULL, NULL, NULL },
  { "about", on_about_cb, NULL, NULL, NULL },
  { "text-larger", on_text_size_cb, NULL, NULL, NULL },
  { "text-smaller", on_text_size_cb, NULL, NULL, NULL },
  { "text-normal", on_text_size_cb, NULL, NULL, NULL },
};

/* Without a store there is nothing that these could do. */
static const GActionEntry store_actions[] = {
  { "show-view", on_show_view_cb, "s", NULL, NULL },
  { "show-course", on_show_course_cb, "s", NULL, NULL },
  { "show-fact", on_show_fact_cb, "(sss)", NULL, NULL },
  { "add-course", on_add_course_cb, NULL, NULL, NULL },
  { "open-files", on_open_files_cb, NULL, NULL, NULL },
  { "manage-courses", on_manage_courses_cb, NULL, NULL, NULL },
  { "answer-questions", on_answer_questions_cb, NULL, NULL, NULL },
  { "search", on_search_cb, NULL, NULL, NULL },
  { "search-words", on_search_words_cb, "s", NULL, NULL },
  { "help-contacts", on_help_contacts_cb, NULL, NULL, NULL },
  { "find", on_find_cb, NULL, NULL, NULL },
  { "print", on_print_cb, NULL, NULL, NULL },
  { "switch-course", on_switch_course_cb, NULL, NULL, NULL },
  { "undo", on_undo_cb, NULL, NULL, NULL },
  { "redo", on_redo_cb, NULL, NULL, NULL },
  { "undo-import", on_undo_import_cb, "u", NULL, NULL },
};

/* What is about the course that is shown; the title of the window changes with it. */
static void
on_title_changed_cb (CarrelWindow *self)
{
  static const char *const names[]
      = { "save-course-calendar", "import-scores", "term", "next-term", "publish" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), names[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   carrel_window_get_course_id (self) != NULL);
    }
}

static gboolean
on_dropped_cb (CarrelWindow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (GSList *link = files; link != NULL; link = link->next)
    g_list_store_append (list, link->data);
  carrel_window_add_files (self, G_LIST_MODEL (list));
  return TRUE;
}

static void
accept_drops (CarrelWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * carrel_window_actions_install:
 * @self: a new window
 *
 * Adds all actions, and takes files that are dropped.
 */
void
carrel_window_actions_install (CarrelWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  carrel_uri_actions_install (self);
  if (carrel_window_get_store (self) == NULL)
    return;
  g_action_map_add_action_entries (G_ACTION_MAP (self), store_actions, G_N_ELEMENTS (store_actions),
                                   self);
  carrel_data_actions_install (self);
  carrel_calendar_file_install (self);
  carrel_scores_actions_install (self);
  carrel_term_actions_install (self);
  carrel_next_term_actions_install (self);
  carrel_publish_actions_install (self);
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title_changed_cb), NULL);
  on_title_changed_cb (self);
  accept_drops (self);
}

/**
 * carrel_window_report:
 * @self: a window
 * @text: what went wrong and what to do, translated
 *
 * Shows a failure until it is dismissed, and says it.
 */
void
carrel_window_report (CarrelWindow *self, const char *text)
{
  carrel_window_offer (self, text, _ ("Close"), "win.dismiss-report");
}
