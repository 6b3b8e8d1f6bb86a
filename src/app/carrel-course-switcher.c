/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows are built when the list opens: the first window is shown sooner without them. */
#define G_LOG_DOMAIN "carrel-course-switcher"

#include "config.h"

#include "carrel-course-switcher.h"

#include "carrel-accessible.h"
#include "carrel-course-mark.h"
#include "carrel-short-name.h"
#include "carrel-store-courses.h"

#include <glib/gi18n.h>

#define TITLE_LINES 2

struct _CarrelCourseSwitcher
{
  AdwBin parent_instance;

  CarrelStore *store;
  char *course_id;

  GtkMenuButton *button;
  CarrelCourseMark *mark;
  CarrelShortName *name;
  GtkPopover *popover;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkSizeGroup *marks;
};

G_DEFINE_FINAL_TYPE (CarrelCourseSwitcher, carrel_course_switcher, ADW_TYPE_BIN)

static char *
dup_subtitle (CarrelCourseItem *course)
{
  const char *code = carrel_course_item_get_code (course);
  const char *term = carrel_course_item_get_term (course);

  if (carrel_course_item_is_example (course))
    return g_strdup (_ ("Example"));
  if (code == NULL || term == NULL)
    return g_strdup (code != NULL ? code : term);
  return g_strdup_printf ("%s · %s", code, term);
}

static GtkWidget *
new_texts (const char *title, const char *subtitle)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), TITLE_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), label);
  if (subtitle == NULL || *subtitle == '\0')
    return texts;
  label = gtk_label_new (subtitle);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (texts), label);
  return texts;
}

/* @id is empty for all courses. */
static void
append_row (
    CarrelCourseSwitcher *self, const char *id, const char *name, GtkWidget *mark, GtkWidget *texts)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_RADIO, "selectable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gboolean is_current = g_strcmp0 (self->course_id != NULL ? self->course_id : "", id) == 0;

  gtk_size_group_add_widget (self->marks, mark);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_opacity (check, is_current ? 1 : 0);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "course-id", g_strdup (id), g_free);
  carrel_accessible_set_label (row, name);
  carrel_accessible_set_checked (row, is_current);
  gtk_list_box_append (self->list, row);
}

static void
append_course (CarrelCourseSwitcher *self, CarrelCourseItem *course)
{
  g_autofree char *subtitle = dup_subtitle (course);
  const char *title = carrel_course_item_get_title (course);
  g_autofree char *both
      = subtitle != NULL ? g_strjoin (" · ", title, subtitle, NULL) : g_strdup (title);
  g_autofree char *spoken = carrel_accessible_dup_spoken (both);

  append_row (self, carrel_course_item_get_id (course), spoken,
              carrel_course_mark_new (carrel_course_item_get_mark (course),
                                      carrel_course_item_get_colour (course)),
              new_texts (title, subtitle));
}

static void
build_rows (CarrelCourseSwitcher *self)
{
  GListModel *courses = carrel_store_get_courses (self->store);
  guint n_courses = g_list_model_get_n_items (courses);

  while (gtk_list_box_get_row_at_index (self->list, 0) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
  for (guint i = 0; i < n_courses; i++)
    {
      g_autoptr (CarrelCourseItem) course = g_list_model_get_item (courses, i);

      append_course (self, course);
    }
  if (n_courses > 1)
    append_row (self, "", _ ("All courses"), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0),
                new_texts (_ ("All courses"), _ ("In Schedule and Office hours")));
  gtk_widget_set_visible (self->scroller, n_courses > 0);
}

/* Until there is a course, the button only says what it is for. */
static void
show_course (CarrelCourseSwitcher *self)
{
  CarrelCourseItem *course = NULL;
  gboolean is_any = g_list_model_get_n_items (carrel_store_get_courses (self->store)) > 0;
  g_autofree char *name = NULL;
  const char *title = is_any ? _ ("All courses") : _ ("Courses");
  /* Translators: short for "All courses", where the button that says it has little room. */
  const char *code = is_any ? C_ ("courses", "All") : NULL;
  const char *letters = code;

  if (self->course_id != NULL)
    course = carrel_store_find_course (self->store, self->course_id);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), course != NULL);
  if (course != NULL)
    {
      title = carrel_course_item_get_title (course);
      code = carrel_course_item_get_code (course);
      letters = carrel_course_item_get_mark (course);
      carrel_course_mark_set (self->mark, NULL, carrel_course_item_get_colour (course));
    }
  carrel_short_name_set (self->name, title, code, letters);
  /* Translators: the name of the button that says which course is shown. */
  name = is_any ? g_strdup_printf (_ ("Course: %s"), title) : g_strdup (title);
  carrel_accessible_name_menu_button (self->button, name);
}

/* The name is not in the text of the tooltip itself, which is heard after the name. */
static gboolean
on_query_tooltip_cb (
    CarrelCourseSwitcher *self, int x, int y, gboolean is_by_keys, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;

  if (carrel_short_name_is_whole (self->name))
    return FALSE;
  text = g_strconcat (carrel_short_name_get_name (self->name), "\n",
                      gtk_widget_get_tooltip_text (GTK_WIDGET (self->button)), NULL);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
on_store_changed_cb (CarrelCourseSwitcher *self, const char *course_id, guint changes)
{
  if ((changes & CARREL_CHANGED_COURSES) != 0)
    show_course (self);
}

static void
focus_current (CarrelCourseSwitcher *self)
{
  GtkListBoxRow *row;
  const char *current = self->course_id != NULL ? self->course_id : "";

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (g_object_get_data (G_OBJECT (row), "course-id"), current))
      gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_popover_mapped_cb (CarrelCourseSwitcher *self)
{
  if (self->store == NULL)
    return;
  build_rows (self);
  focus_current (self);
}

static void
on_row_activated_cb (CarrelCourseSwitcher *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "course-id"));

  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-course", "s", id);
}

static void
carrel_course_switcher_dispose (GObject *object)
{
  CarrelCourseSwitcher *self = CARREL_COURSE_SWITCHER (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (carrel_course_switcher_parent_class)->dispose (object);
}

static void
carrel_course_switcher_finalize (GObject *object)
{
  g_free (CARREL_COURSE_SWITCHER (object)->course_id);
  G_OBJECT_CLASS (carrel_course_switcher_parent_class)->finalize (object);
}

static void
carrel_course_switcher_class_init (CarrelCourseSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_course_switcher_dispose;
  G_OBJECT_CLASS (klass)->finalize = carrel_course_switcher_finalize;
  g_type_ensure (CARREL_TYPE_COURSE_MARK);
  g_type_ensure (CARREL_TYPE_SHORT_NAME);
  gtk_widget_class_set_css_name (widget_class, "courseswitcher");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-course-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelCourseSwitcher, button);
  gtk_widget_class_bind_template_child (widget_class, CarrelCourseSwitcher, mark);
  gtk_widget_class_bind_template_child (widget_class, CarrelCourseSwitcher, name);
  gtk_widget_class_bind_template_child (widget_class, CarrelCourseSwitcher, popover);
  gtk_widget_class_bind_template_child (widget_class, CarrelCourseSwitcher, scroller);
  gtk_widget_class_bind_template_child (widget_class, CarrelCourseSwitcher, list);
  gtk_widget_class_bind_template_child (widget_class, CarrelCourseSwitcher, marks);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
carrel_course_switcher_init (CarrelCourseSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * carrel_course_switcher_set_store:
 * @self: a switcher
 * @store: where the courses are
 */
void
carrel_course_switcher_set_store (CarrelCourseSwitcher *self, CarrelStore *store)
{
  if (!g_set_object (&self->store, store))
    return;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_course (self);
}

/**
 * carrel_course_switcher_set_course_id:
 * @self: a switcher
 * @course_id: (nullable): the course that is shown; %NULL is all courses
 */
void
carrel_course_switcher_set_course_id (CarrelCourseSwitcher *self, const char *course_id)
{
  if (g_strcmp0 (self->course_id, course_id) != 0)
    {
      g_free (self->course_id);
      self->course_id = g_strdup (course_id);
    }
  show_course (self);
}

/**
 * carrel_course_switcher_pop_up:
 * @self: a switcher
 *
 * Opens the list of courses.
 */
void
carrel_course_switcher_pop_up (CarrelCourseSwitcher *self)
{
  gtk_menu_button_popup (self->button);
}
