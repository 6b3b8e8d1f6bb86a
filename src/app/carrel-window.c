/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Views are built when they are first shown: each page of the stack is an empty slot until then.
 * What the window does is in carrel-window-actions.c. */
#define G_LOG_DOMAIN "carrel-window"

#include "config.h"

#include "carrel-window-private.h"

#include "carrel-accessible.h"
#include "carrel-add-course-dialog.h"
#include "carrel-compat.h"
#include "carrel-course-switcher.h"
#include "carrel-document-path.h"
#include "carrel-empty-page.h"
#include "carrel-lazy-menu.h"
#include "carrel-squeezer.h"
#include "carrel-store-courses.h"
#include "carrel-tab-bar.h"
#include "carrel-toast.h"
#include "carrel-view-list.h"
#include "carrel-view-slot.h"

#include <glib/gi18n.h>

struct _CarrelWindow
{
  AdwApplicationWindow parent_instance;

  CarrelStore *store; /* NULL if it cannot be opened */
  GSettings *settings;
  CarrelClock *clock;
  CarrelAnnouncer *announcer;
  char *course_id; /* NULL is all courses */

  AdwToastOverlay *toasts;
  GtkWidget *header_bar;
  CarrelCourseSwitcher *course_switcher;
  CarrelNotice *trouble;
  gboolean is_offer; /* the trouble is of the view that is shown */
  CarrelNotice *questions;
  GtkStack *pages;
  GtkStackPage *views_page;
  GtkStackPage *empty_page;
  GtkStackPage *failure_page;
  AdwViewStack *views;
  AdwViewSwitcher *view_switcher;
  CarrelEmptyPage *failure;
  CarrelTabBar *bottom_bar;
  CarrelSqueezer *squeezer;
  GtkMenuButton *menu_button;
  GMenuModel *main_menu;
};

G_DEFINE_FINAL_TYPE (CarrelWindow, carrel_window, ADW_TYPE_APPLICATION_WINDOW)

static guint
get_n_courses (CarrelWindow *self)
{
  return g_list_model_get_n_items (carrel_store_get_courses (self->store));
}

static CarrelCourseItem *
find_course (CarrelWindow *self)
{
  return self->course_id != NULL ? carrel_store_find_course (self->store, self->course_id) : NULL;
}

static void
build_view (CarrelWindow *self, CarrelViewSlot *slot, const CarrelViewEntry *entry)
{
  GtkWidget *view = g_object_new (entry->get_type (), "store", self->store, "settings",
                                  self->settings, "clock", self->clock, NULL);

  carrel_view_set_course_id (CARREL_VIEW (view), self->course_id);
  carrel_view_slot_fill (slot, view);
}

/* A bar that is only folded away would still be sized, to less than nothing. */
static void
show_bottom_bar (CarrelWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->bottom_bar),
                          self->store != NULL && carrel_squeezer_is_narrow (self->squeezer));
}

/* The settings, and the backup that they restore, are there without a course as well. */
static void
show_page (CarrelWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);
  const char *page = "views";

  if (self->store == NULL)
    page = "failure";
  else if (get_n_courses (self) == 0 && g_strcmp0 (view, "settings") != 0)
    page = "empty";
  gtk_stack_set_visible_child_name (self->pages, page);
  gtk_widget_set_visible (GTK_WIDGET (self->course_switcher), self->store != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->squeezer), self->store != NULL);
  show_bottom_bar (self);
}

static void
on_view_changed_cb (CarrelWindow *self)
{
  GtkWidget *slot = adw_view_stack_get_visible_child (self->views);
  const char *id = adw_view_stack_get_visible_child_name (self->views);
  const CarrelViewEntry *entry = carrel_view_list_find (id);

  if (slot == NULL || entry == NULL || self->store == NULL)
    return;
  if (adw_bin_get_child (ADW_BIN (slot)) == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    build_view (self, CARREL_VIEW_SLOT (slot), entry);
  if (self->is_offer)
    carrel_notice_hide (self->trouble);
  g_settings_set_string (self->settings, "last-view", id);
  /* What is around the focus is heard when it comes to another view. */
  carrel_accessible_set_label (self->views_page, g_dpgettext2 (NULL, "view", entry->title));
  show_page (self);
}

static void
show_questions (CarrelWindow *self)
{
  CarrelCourseItem *course = find_course (self);
  g_autofree char *text = NULL;
  guint n_questions = 0;

  if (course != NULL)
    n_questions = carrel_course_item_get_n_questions (course);
  if (n_questions == 0)
    {
      carrel_notice_hide (self->questions);
      return;
    }
  text = g_strdup_printf (
      ngettext ("%u question about this course", "%u questions about this course", n_questions),
      n_questions);
  carrel_notice_show (self->questions, text, _ ("Answer"), "win.answer-questions");
}

/* A title is spoken when it is set, also to what it was. */
static void
show_title (CarrelWindow *self)
{
  CarrelCourseItem *course = find_course (self);
  const char *title = course != NULL ? carrel_course_item_get_title (course) : _ ("All courses");

  if (g_strcmp0 (title, gtk_window_get_title (GTK_WINDOW (self))) != 0)
    gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
set_course (CarrelWindow *self, const char *course_id)
{
  guint n_views;
  const CarrelViewEntry *entries = carrel_view_list_get (&n_views);

  if (self->course_id != course_id)
    {
      g_free (self->course_id);
      self->course_id = g_strdup (course_id);
    }
  g_settings_set_string (self->settings, "last-course", course_id != NULL ? course_id : "");
  carrel_course_switcher_set_course_id (self->course_switcher, course_id);
  for (guint i = 0; i < n_views; i++)
    {
      GtkWidget *slot = adw_view_stack_get_child_by_name (self->views, entries[i].id);
      GtkWidget *view = adw_bin_get_child (ADW_BIN (slot));

      if (view != NULL)
        carrel_view_set_course_id (CARREL_VIEW (view), course_id);
    }
  show_title (self);
  show_questions (self);
}

static void
show_first_course (CarrelWindow *self)
{
  g_autoptr (CarrelCourseItem) first
      = g_list_model_get_item (carrel_store_get_courses (self->store), 0);

  set_course (self, first != NULL ? carrel_course_item_get_id (first) : NULL);
}

/* The course that is shown may be gone; the first one takes its place. */
static void
on_courses_changed_cb (CarrelWindow *self)
{
  if (find_course (self) == NULL && (self->course_id != NULL || get_n_courses (self) == 1))
    show_first_course (self);
  show_title (self);
  show_questions (self);
  show_page (self);
}

static void
on_store_changed_cb (CarrelWindow *self, const char *course_id, CarrelStoreChanges changes)
{
  carrel_toast_end_undo (self->toasts);
  if ((changes & (CARREL_CHANGED_COURSES | CARREL_CHANGED_FACTS)) != 0)
    on_courses_changed_cb (self);
}

static void
choose_course (CarrelWindow *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-course");

  if (*last != '\0' && carrel_store_find_course (self->store, last) != NULL)
    set_course (self, last);
  else
    show_first_course (self);
}

/* The switcher gets the stack last: it builds all its buttons anew for every page that comes. */
static void
add_views (CarrelWindow *self)
{
  guint n_views;
  const CarrelViewEntry *entries = carrel_view_list_get (&n_views);

  g_signal_handlers_block_by_func (self->views, on_view_changed_cb, self);
  for (guint i = 0; i < n_views; i++)
    {
      AdwViewStackPage *page
          = adw_view_stack_add_titled (self->views, carrel_view_slot_new (), entries[i].id,
                                       g_dpgettext2 (NULL, "view", entries[i].title));

      adw_view_stack_page_set_icon_name (page, entries[i].icon);
    }
  adw_view_switcher_set_stack (self->view_switcher, self->views);
  g_signal_handlers_unblock_by_func (self->views, on_view_changed_cb, self);
}

static void
show_first_view (CarrelWindow *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-view");

  if (carrel_view_list_find (last) != NULL)
    adw_view_stack_set_visible_child_name (self->views, last);
  on_view_changed_cb (self);
}

/* A wide window starts sooner without the buttons of the bottom bar. */
static void
on_narrowed_cb (CarrelWindow *self)
{
  carrel_tab_bar_set_stack (self->bottom_bar, self->views);
  show_bottom_bar (self);
}

/* Where work in the view begins, or else what the page says that stands in its place. */
static void
focus_content (CarrelWindow *self)
{
  CarrelView *view = carrel_window_get_view (self);

  if (view != NULL && gtk_widget_get_mapped (GTK_WIDGET (view)))
    carrel_view_focus_default (view);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

/* While it is being mapped, a window is measured as a whole, and once more for its first frame; a
 * view that comes between the two is measured once. */
static void
carrel_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (carrel_window_parent_class)->map (widget);
  on_view_changed_cb (CARREL_WINDOW (widget));
  focus_content (CARREL_WINDOW (widget));
}

static gboolean
carrel_window_close_request (GtkWindow *window)
{
  CarrelWindow *self = CARREL_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (carrel_window_parent_class)->close_request (window);
}

static void
carrel_window_dispose (GObject *object)
{
  CarrelWindow *self = CARREL_WINDOW (object);

  g_clear_object (&self->announcer);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARREL_TYPE_WINDOW);
  G_OBJECT_CLASS (carrel_window_parent_class)->dispose (object);
}

static void
carrel_window_finalize (GObject *object)
{
  CarrelWindow *self = CARREL_WINDOW (object);

  g_clear_object (&self->settings);
  g_free (self->course_id);
  G_OBJECT_CLASS (carrel_window_parent_class)->finalize (object);
}

static void
carrel_window_class_init (CarrelWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = carrel_window_finalize;
  widget_class->map = carrel_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = carrel_window_close_request;

  g_type_ensure (CARREL_TYPE_COURSE_SWITCHER);
  g_type_ensure (CARREL_TYPE_EMPTY_PAGE);
  g_type_ensure (CARREL_TYPE_NOTICE);
  g_type_ensure (CARREL_TYPE_SQUEEZER);
  g_type_ensure (CARREL_TYPE_TAB_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/carrel/Carrel/ui/carrel-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, course_switcher);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, questions);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, views_page);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, failure_page);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, views);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, view_switcher);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, squeezer);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CarrelWindow, main_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed_cb);
}

static void
carrel_window_init (CarrelWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_lazy_menu_attach (self->menu_button, self->main_menu, _ ("Main menu"));
  carrel_accessible_set_label (self->empty_page, _ ("No courses"));
  carrel_accessible_set_label (self->failure_page, _ ("Problem"));
}

static void
restore_size (CarrelWindow *self)
{
  int width, height;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
fill (CarrelWindow *self, const GError *failure)
{
  if (self->store == NULL)
    {
      g_object_set (self->failure, "description", failure != NULL ? failure->message : NULL, NULL);
      show_page (self);
      return;
    }
  carrel_course_switcher_set_store (self->course_switcher, self->store);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  choose_course (self);
  show_first_view (self);
  show_page (self);
}

/**
 * carrel_window_new:
 * @application: the application
 * @store: (nullable): what is shown; %NULL if it cannot be opened
 * @settings: settings of the schema io.github.carrel.Carrel
 * @clock: says what time it is
 * @failure: (nullable): why there is no store
 *
 * Returns: (transfer none): a new window that @application owns
 */
CarrelWindow *
carrel_window_new (GtkApplication *application,
                   CarrelStore *store,
                   GSettings *settings,
                   CarrelClock *clock,
                   const GError *failure)
{
  CarrelWindow *self = g_object_new (CARREL_TYPE_WINDOW, "application", application, NULL);

  g_set_object (&self->store, store);
  self->settings = g_object_ref (settings);
  self->clock = g_object_ref (clock);
  self->announcer = carrel_announcer_new (GTK_WIDGET (self), settings);
  restore_size (self);
  carrel_window_actions_install (self);
  add_views (self);
  fill (self, failure);
  return self;
}

/**
 * carrel_window_show_view:
 * @self: a window
 * @view_id: the id of a view; others are ignored
 *
 * Shows a view and puts the focus where work in it begins.
 */
void
carrel_window_show_view (CarrelWindow *self, const char *view_id)
{
  if (self->store == NULL || carrel_view_list_find (view_id) == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->views, view_id);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus_content (self);
}

/**
 * carrel_window_show_course:
 * @self: a window
 * @course_id: (nullable): a course of the store; others are ignored; %NULL is all courses
 */
void
carrel_window_show_course (CarrelWindow *self, const char *course_id)
{
  if (self->store == NULL)
    return;
  if (course_id == NULL || carrel_store_find_course (self->store, course_id) != NULL)
    set_course (self, course_id);
}

/**
 * carrel_window_add_files:
 * @self: a window
 * @files: of #GFile: pages or folders of one course
 *
 * Opens the import assistant on these files.
 */
void
carrel_window_add_files (CarrelWindow *self, GListModel *files)
{
  CarrelAddCourseDialog *dialog;

  if (self->store == NULL)
    return;
  dialog = carrel_add_course_dialog_new (self->store, self->clock);
  carrel_dialog_present (CARREL_DIALOG (dialog), GTK_WIDGET (self));
  if (files != NULL)
    carrel_add_course_dialog_read_files (dialog, files);
}

/**
 * carrel_window_get_store:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the store; %NULL if it cannot be opened
 */
CarrelStore *
carrel_window_get_store (CarrelWindow *self)
{
  return self->store;
}

/**
 * carrel_window_get_settings:
 * @self: a window
 *
 * Returns: (transfer none): the settings of the reader
 */
GSettings *
carrel_window_get_settings (CarrelWindow *self)
{
  return self->settings;
}

/**
 * carrel_window_get_clock:
 * @self: a window
 *
 * Returns: (transfer none): the clock
 */
CarrelClock *
carrel_window_get_clock (CarrelWindow *self)
{
  return self->clock;
}

/**
 * carrel_window_get_course_id:
 * @self: a window
 *
 * Returns: (nullable): the course that is shown; %NULL is all courses
 */
const char *
carrel_window_get_course_id (CarrelWindow *self)
{
  return self->course_id;
}

/**
 * carrel_window_get_view:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the view that is shown
 */
CarrelView *
carrel_window_get_view (CarrelWindow *self)
{
  GtkWidget *slot = adw_view_stack_get_visible_child (self->views);
  GtkWidget *view = slot != NULL ? adw_bin_get_child (ADW_BIN (slot)) : NULL;

  return view != NULL ? CARREL_VIEW (view) : NULL;
}

/**
 * carrel_window_get_announcer:
 * @self: a window
 *
 * Returns: (transfer none): the voice of the window
 */
CarrelAnnouncer *
carrel_window_get_announcer (CarrelWindow *self)
{
  return self->announcer;
}

/**
 * carrel_window_toast:
 * @self: a window
 * @text: plain text, translated
 * @n_verbs: how many verbs of the store its button undoes; 0 is no button
 *
 * Shows and says what happened.
 */
void
carrel_window_toast (CarrelWindow *self, const char *text, guint n_verbs)
{
  carrel_toast_show (self->toasts, text, n_verbs);
  if (!carrel_compat_speaks_toasts ())
    carrel_announcer_say (self->announcer, text);
}

/**
 * carrel_window_offer:
 * @self: a window
 * @text: what went wrong and what to do, translated
 * @label: what the button does, translated
 * @action_name: its action; all but "win.dismiss-report" go when the view changes
 *
 * Shows a failure with what can be done about it, and says it.
 */
void
carrel_window_offer (CarrelWindow *self,
                     const char *text,
                     const char *label,
                     const char *action_name)
{
  g_autofree char *known = carrel_document_path_dup_known (text);

  self->is_offer = !g_str_equal (action_name, "win.dismiss-report");
  carrel_notice_show (self->trouble, known, label, action_name);
  carrel_announcer_say (self->announcer, known);
}

/**
 * carrel_window_dismiss_report:
 * @self: a window
 *
 * Hides what carrel_window_offer() showed.
 */
void
carrel_window_dismiss_report (CarrelWindow *self)
{
  carrel_notice_hide (self->trouble);
  focus_content (self);
}

/**
 * carrel_window_pop_up_courses:
 * @self: a window
 *
 * Opens the list of courses.
 */
void
carrel_window_pop_up_courses (CarrelWindow *self)
{
  carrel_course_switcher_pop_up (self->course_switcher);
}

/**
 * carrel_window_get_pane:
 * @self: a window
 * @position: from 0, in reading order
 *
 * Returns: (transfer none) (nullable): a pane that F6 stops at, %NULL after the last one
 */
GtkWidget *
carrel_window_get_pane (CarrelWindow *self, guint position)
{
  GtkWidget *around[]
      = { self->header_bar, GTK_WIDGET (self->trouble), GTK_WIDGET (self->questions) };
  CarrelView *view = carrel_window_get_view (self);
  GtkWidget *pane = NULL;
  guint n_panes = 0;

  if (position < G_N_ELEMENTS (around))
    return around[position];
  position -= G_N_ELEMENTS (around);
  if (view == NULL || !gtk_widget_get_mapped (GTK_WIDGET (view)))
    return position == 0 ? GTK_WIDGET (self->pages) : NULL;
  pane = carrel_view_get_pane (view, position);
  if (pane != NULL)
    return pane;
  while (carrel_view_get_pane (view, n_panes) != NULL)
    n_panes++;
  return position == n_panes ? GTK_WIDGET (self->bottom_bar) : NULL;
}
