/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A shape for each colour, so that no course is known by its colour alone. The colours themselves
 * are in style.css as course-0 to course-7. */
#define G_LOG_DOMAIN "carrel-course-mark"

#include "config.h"

#include "carrel-course-mark.h"

#include <glib/gi18n.h>

struct _CarrelCourseMark
{
  GtkWidget parent_instance;

  GtkWidget *shape;
  GtkWidget *letters;
  guint colour;
};

static const struct
{
  const char *name;
  const char *icon;
} shapes[CARREL_N_COURSE_SHAPES] = {
  { N_ ("Blue disc"), "course-disc-symbolic" },
  { N_ ("Green square"), "course-square-symbolic" },
  { N_ ("Orange diamond"), "course-diamond-symbolic" },
  { N_ ("Purple triangle"), "course-triangle-symbolic" },
  { N_ ("Red ring"), "course-ring-symbolic" },
  { N_ ("Teal plus"), "course-plus-symbolic" },
  { N_ ("Brown hexagon"), "course-hexagon-symbolic" },
  { N_ ("Grey bars"), "course-bars-symbolic" },
};

G_DEFINE_FINAL_TYPE (CarrelCourseMark, carrel_course_mark, GTK_TYPE_WIDGET)

static void
carrel_course_mark_dispose (GObject *object)
{
  CarrelCourseMark *self = CARREL_COURSE_MARK (object);

  g_clear_pointer (&self->shape, gtk_widget_unparent);
  g_clear_pointer (&self->letters, gtk_widget_unparent);
  G_OBJECT_CLASS (carrel_course_mark_parent_class)->dispose (object);
}

static void
carrel_course_mark_class_init (CarrelCourseMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_course_mark_dispose;
  gtk_widget_class_set_css_name (widget_class, "course-mark");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
carrel_course_mark_init (CarrelCourseMark *self)
{
  self->shape
      = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->letters
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->shape, GTK_WIDGET (self));
  gtk_widget_set_parent (self->letters, GTK_WIDGET (self));
}

/**
 * carrel_course_mark_new:
 * @letters: (nullable): two letters; %NULL shows the shape alone
 * @colour: from 0 to %CARREL_N_COURSE_SHAPES - 1
 *
 * Returns: (transfer full): a new mark
 */
GtkWidget *
carrel_course_mark_new (const char *letters, guint colour)
{
  CarrelCourseMark *self = g_object_new (CARREL_TYPE_COURSE_MARK, NULL);

  carrel_course_mark_set (self, letters, colour);
  return GTK_WIDGET (self);
}

/**
 * carrel_course_mark_set:
 * @self: a mark
 * @letters: (nullable): two letters; %NULL shows the shape alone
 * @colour: from 0 to %CARREL_N_COURSE_SHAPES - 1
 *
 * Shows the sign of another course.
 */
void
carrel_course_mark_set (CarrelCourseMark *self, const char *letters, guint colour)
{
  g_autofree char *old_class = g_strdup_printf ("course-%u", self->colour);
  g_autofree char *new_class = NULL;

  self->colour = colour % CARREL_N_COURSE_SHAPES;
  new_class = g_strdup_printf ("course-%u", self->colour);
  gtk_widget_remove_css_class (GTK_WIDGET (self), old_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), new_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->shape), shapes[self->colour].icon);
  gtk_label_set_label (GTK_LABEL (self->letters), letters != NULL ? letters : "");
  gtk_widget_set_visible (self->letters, letters != NULL && *letters != '\0');
}

/**
 * carrel_course_mark_get_colour_name:
 * @colour: from 0 to %CARREL_N_COURSE_SHAPES - 1
 *
 * Returns: its colour and shape in words, translated
 */
const char *
carrel_course_mark_get_colour_name (guint colour)
{
  return _ (shapes[colour % CARREL_N_COURSE_SHAPES].name);
}

/**
 * carrel_course_mark_get_shape_icon:
 * @colour: from 0 to %CARREL_N_COURSE_SHAPES - 1
 *
 * Returns: the name of the icon of its shape, to be shown in the style class course-N
 */
const char *
carrel_course_mark_get_shape_icon (guint colour)
{
  return shapes[colour % CARREL_N_COURSE_SHAPES].icon;
}
