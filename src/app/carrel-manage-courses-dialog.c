/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A card for each course: its title in an entry, its colour, and three buttons. Every change is
 * kept at once, can be undone, and is told of by the window. */
#define G_LOG_DOMAIN "carrel-manage-courses-dialog"

#include "config.h"

#include "carrel-manage-courses-dialog.h"

#include "carrel-accessible.h"
#include "carrel-choice-button.h"
#include "carrel-course-mark.h"
#include "carrel-empty-page.h"
#include "carrel-focus-scroll.h"
#include "carrel-notice.h"
#include "carrel-store-courses.h"
#include "carrel-versions-dialog.h"

#include <glib/gi18n.h>

struct _CarrelManageCoursesDialog
{
  CarrelDialog parent_instance;

  CarrelStore *store;
  CarrelClock *clock;
  char *focus_course; /* where the focus goes after the cards are built anew */

  CarrelNotice *trouble;
  GtkBox *courses;
  GtkWidget *empty;
  GtkScrolledWindow *scroller;
};

typedef enum
{
  VERB_UP,
  VERB_DOWN,
  VERB_VERSIONS,
  VERB_REMOVE,
} Verb;

static const struct
{
  const char *icon;
  const char *name; /* of the button, with the title of the course */
  const char *tooltip;
  const char *id;
} verbs[] = {
  { "go-up-symbolic", N_ ("Move %s up"), N_ ("Up"), "up" },
  { "go-down-symbolic", N_ ("Move %s down"), N_ ("Down"), "down" },
  { "document-open-recent-symbolic", N_ ("Earlier versions of %s"), N_ ("Earlier versions"),
    "versions" },
  { "user-trash-symbolic", N_ ("Remove %s"), N_ ("Remove; can be undone"), "remove" },
};

G_DEFINE_FINAL_TYPE (CarrelManageCoursesDialog, carrel_manage_courses_dialog, CARREL_TYPE_DIALOG)

/* The names are translated and have exactly one %s, so they are filled in without printf. */
static char *
dup_name (const char *format, const char *title)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (title, parts);
}

static const char *
get_course_id (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "course-id");
}

static void
set_course_id (gpointer widget, const char *course_id)
{
  g_object_set_data_full (G_OBJECT (widget), "course-id", g_strdup (course_id), g_free);
}

static void
show_error (CarrelManageCoursesDialog *self, const GError *error)
{
  if (error != NULL)
    carrel_notice_show (self->trouble, error->message, NULL, NULL);
  else
    carrel_notice_hide (self->trouble);
}

static void
keep_title (CarrelManageCoursesDialog *self, GtkWidget *entry)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (entry));
  CarrelCourseItem *course = NULL;
  g_autoptr (GError) error = NULL;

  if (self->store != NULL)
    course = carrel_store_find_course (self->store, get_course_id (entry));
  if (course == NULL || g_str_equal (title, carrel_course_item_get_title (course)))
    return;
  carrel_store_rename_course (self->store, get_course_id (entry), title, &error);
  show_error (self, error);
}

static void
on_title_activated_cb (GtkWidget *entry, CarrelManageCoursesDialog *self)
{
  keep_title (self, entry);
}

static void
on_title_left_cb (GtkEventControllerFocus *controller, CarrelManageCoursesDialog *self)
{
  keep_title (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
}

static void
on_colour_selected_cb (CarrelChoiceButton *button,
                       GParamSpec *pspec,
                       CarrelManageCoursesDialog *self)
{
  guint64 colour = g_ascii_strtoull (carrel_choice_button_get_selected (button), NULL, 10);
  g_autoptr (GError) error = NULL;

  carrel_store_set_course_colour (self->store, get_course_id (button), (guint) colour, &error);
  show_error (self, error);
}

static guint
find_position (CarrelManageCoursesDialog *self, const char *course_id)
{
  GListModel *courses = carrel_store_get_courses (self->store);

  for (guint i = 0; i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr (CarrelCourseItem) course = g_list_model_get_item (courses, i);

      if (g_str_equal (carrel_course_item_get_id (course), course_id))
        return i;
    }
  return 0;
}

static void
remove_course (CarrelManageCoursesDialog *self, const char *course_id)
{
  CarrelCourseItem *course = carrel_store_find_course (self->store, course_id);
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  /* Translators: %s is the title of a course. */
  text = g_strdup_printf (_ ("Removed %s"), carrel_course_item_get_title (course));
  if (carrel_store_remove_course (self->store, course_id, &error) && window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.toast-undo", "s", text);
  show_error (self, error);
}

/* The toast with its "Undo" is told of by the window that both dialogs came from. */
static void
show_versions (CarrelManageCoursesDialog *self, const char *course_id)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  carrel_dialog_present (carrel_versions_dialog_new (self->store, self->clock, course_id),
                         window != NULL ? GTK_WIDGET (window) : GTK_WIDGET (self));
}

static void
on_verb_clicked_cb (GtkWidget *button, CarrelManageCoursesDialog *self)
{
  guint verb = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "verb"));
  g_autofree char *course_id = g_strdup (get_course_id (button));
  guint position = find_position (self, course_id);
  g_autoptr (GError) error = NULL;

  g_free (self->focus_course);
  self->focus_course = g_strdup (course_id);
  if (verb == VERB_REMOVE)
    {
      remove_course (self, course_id);
      return;
    }
  if (verb == VERB_VERSIONS)
    {
      show_versions (self, course_id);
      return;
    }
  carrel_store_move_course (self->store, course_id, verb == VERB_UP ? position - 1 : position + 1,
                            &error);
  show_error (self, error);
}

static GtkWidget *
new_verb_button (CarrelManageCoursesDialog *self, Verb verb, CarrelCourseItem *course)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", verbs[verb].icon, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *name = dup_name (_ (verbs[verb].name), carrel_course_item_get_title (course));

  gtk_button_set_child (GTK_BUTTON (button), image);
  gtk_widget_set_tooltip_text (button, _ (verbs[verb].tooltip));
  carrel_accessible_set_label (button, name);
  set_course_id (button, carrel_course_item_get_id (course));
  g_object_set_data (G_OBJECT (button), "verb", GUINT_TO_POINTER (verb));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_verb_clicked_cb), self, 0);
  return button;
}

static GtkWidget *
new_title_entry (CarrelManageCoursesDialog *self, CarrelCourseItem *course)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *controller = gtk_event_controller_focus_new ();
  g_autofree char *name = dup_name (_ ("Title of %s"), carrel_course_item_get_title (course));

  gtk_editable_set_text (GTK_EDITABLE (entry), carrel_course_item_get_title (course));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_widget_set_hexpand (entry, TRUE);
  carrel_accessible_set_label (entry, name);
  set_course_id (entry, carrel_course_item_get_id (course));
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_title_activated_cb), self, 0);
  g_signal_connect_object (controller, "leave", G_CALLBACK (on_title_left_cb), self, 0);
  gtk_widget_add_controller (entry, controller);
  return entry;
}

static GtkWidget *
new_colour_button (CarrelManageCoursesDialog *self, CarrelCourseItem *course)
{
  g_autofree char *name = dup_name (_ ("Colour of %s"), carrel_course_item_get_title (course));
  CarrelChoiceButton *button = CARREL_CHOICE_BUTTON (carrel_choice_button_new (name));
  g_autofree char *selected = g_strdup_printf ("%u", carrel_course_item_get_colour (course));

  for (guint i = 0; i < CARREL_N_COURSE_SHAPES; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      carrel_choice_button_append (button, id, carrel_course_mark_get_colour_name (i));
    }
  carrel_choice_button_set_selected (button, selected);
  set_course_id (button, carrel_course_item_get_id (course));
  gtk_widget_set_hexpand (GTK_WIDGET (button), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (button), GTK_ALIGN_START);
  g_signal_connect_object (button, "notify::selected", G_CALLBACK (on_colour_selected_cb), self, 0);
  return GTK_WIDGET (button);
}

static void
append_course (CarrelManageCoursesDialog *self,
               CarrelCourseItem *course,
               guint position,
               guint n_courses)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (top), carrel_course_mark_new (carrel_course_item_get_mark (course),
                                                         carrel_course_item_get_colour (course)));
  gtk_box_append (GTK_BOX (top), new_title_entry (self, course));
  gtk_box_append (GTK_BOX (bottom), new_colour_button (self, course));
  for (guint verb = 0; verb < G_N_ELEMENTS (verbs); verb++)
    {
      GtkWidget *button = new_verb_button (self, (Verb) verb, course);
      gboolean is_stuck
          = (verb == VERB_UP && position == 0) || (verb == VERB_DOWN && position + 1 == n_courses);

      gtk_widget_set_sensitive (button, !is_stuck);
      gtk_box_append (GTK_BOX (bottom), button);
    }
  gtk_box_append (GTK_BOX (card), top);
  gtk_box_append (GTK_BOX (card), bottom);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "card-body");
  set_course_id (card, carrel_course_item_get_id (course));
  gtk_box_append (self->courses, card);
}

static void
focus_first (CarrelManageCoursesDialog *self)
{
  if (gtk_widget_get_visible (self->empty))
    gtk_widget_grab_focus (self->empty);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->courses), GTK_DIR_TAB_FORWARD);
}

/* After a move the focus stays with the course; after a removal it goes to the first that is left,
 * or to the page that says that there is none. */
static void
restore_focus (CarrelManageCoursesDialog *self)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->courses));

  if (self->focus_course == NULL)
    return;
  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    if (g_str_equal (get_course_id (card), self->focus_course))
      break;
  if (card == NULL)
    focus_first (self);
  else
    gtk_widget_child_focus (card, GTK_DIR_TAB_FORWARD);
  g_clear_pointer (&self->focus_course, g_free);
}

static void
show_courses (CarrelManageCoursesDialog *self)
{
  GListModel *courses = carrel_store_get_courses (self->store);
  guint n_courses = g_list_model_get_n_items (courses);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->courses)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self->courses)))
    gtk_box_remove (self->courses, child);
  for (guint i = 0; i < n_courses; i++)
    {
      g_autoptr (CarrelCourseItem) course = g_list_model_get_item (courses, i);

      append_course (self, course, i, n_courses);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->courses), n_courses > 0);
  gtk_widget_set_visible (self->empty, n_courses == 0);
  restore_focus (self);
}

/* The assistant belongs to the window that this dialog came from. */
static void
on_add_clicked_cb (CarrelManageCoursesDialog *self)
{
  g_autoptr (GtkWindow) window = NULL;

  g_set_object (&window, gtk_window_get_transient_for (GTK_WINDOW (self)));
  gtk_window_close (GTK_WINDOW (self));
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.add-course", NULL);
}

static gboolean
on_idle_cb (gpointer data)
{
  CarrelManageCoursesDialog *self = CARREL_MANAGE_COURSES_DIALOG (data);

  if (self->store != NULL)
    show_courses (self);
  return G_SOURCE_REMOVE;
}

/* The widget that caused the change is still at work, so the cards are built a little later. */
static void
on_store_changed_cb (CarrelManageCoursesDialog *self, const char *course_id, guint changes)
{
  if ((changes & CARREL_CHANGED_COURSES) != 0)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle_cb, g_object_ref (self), g_object_unref);
}

/* A title that is still being typed is kept too. */
static gboolean
carrel_manage_courses_dialog_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);
  return GTK_WINDOW_CLASS (carrel_manage_courses_dialog_parent_class)->close_request (window);
}

static void
carrel_manage_courses_dialog_dispose (GObject *object)
{
  CarrelManageCoursesDialog *self = CARREL_MANAGE_COURSES_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->focus_course, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARREL_TYPE_MANAGE_COURSES_DIALOG);
  G_OBJECT_CLASS (carrel_manage_courses_dialog_parent_class)->dispose (object);
}

static void
carrel_manage_courses_dialog_class_init (CarrelManageCoursesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_manage_courses_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = carrel_manage_courses_dialog_close_request;
  g_type_ensure (CARREL_TYPE_EMPTY_PAGE);
  g_type_ensure (CARREL_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-manage-courses-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelManageCoursesDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, CarrelManageCoursesDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, CarrelManageCoursesDialog, courses);
  gtk_widget_class_bind_template_child (widget_class, CarrelManageCoursesDialog, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
}

static void
carrel_manage_courses_dialog_init (CarrelManageCoursesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_focus_scroll_attach (self->scroller);
}

/**
 * carrel_manage_courses_dialog_new:
 * @store: where the courses are
 * @clock: says what time it is
 *
 * Returns: (transfer none): a new dialog
 */
CarrelDialog *
carrel_manage_courses_dialog_new (CarrelStore *store, CarrelClock *clock)
{
  CarrelManageCoursesDialog *self = g_object_new (CARREL_TYPE_MANAGE_COURSES_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_courses (self);
  focus_first (self);
  return CARREL_DIALOG (self);
}
