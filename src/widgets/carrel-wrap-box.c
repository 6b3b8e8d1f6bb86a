/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GtkFlowBox makes every child a stop of the keyboard of its own and AdwWrapBox is newer than the
 * floor, so rows of buttons wrap here. */
#define G_LOG_DOMAIN "carrel-wrap-box"

#include "config.h"

#include "carrel-wrap-box.h"

#include "carrel-children.h"

#define SPACING 6

struct _CarrelWrapBox
{
  GtkWidget parent_instance;
};

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type);

static void
buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CarrelWrapBox,
                               carrel_wrap_box,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  carrel_wrap_box_append (CARREL_WRAP_BOX (buildable), GTK_WIDGET (child));
}

static void
measure_child (GtkWidget *child, int width, int *child_width, int *child_height)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, child_width, NULL, NULL);
  *child_width = MIN (*child_width, width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *child_width, NULL, child_height, NULL,
                      NULL);
}

/* The height of the line that begins with @child. */
static int
measure_line (GtkWidget *child, int width)
{
  int x = 0, height = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &child_width, &child_height);
      if (x > 0 && x + child_width > width)
        break;
      x += child_width + SPACING;
      height = MAX (height, child_height);
    }
  return height;
}

/* Puts the children into the middle of lines of @width; returns the height of all. */
static int
lay_out (GtkWidget *widget, int width, gboolean is_allocating)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int line = measure_line (child, width);
  int x = 0, y = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &place.width, &place.height);
      if (x > 0 && x + place.width > width)
        {
          y += line + SPACING;
          x = 0;
          line = measure_line (child, width);
        }
      place.x = is_mirrored ? width - x - place.width : x;
      place.y = y + (line - place.height) / 2;
      if (is_allocating)
        gtk_widget_size_allocate (child, &place, -1);
      x += place.width + SPACING;
    }
  return y + line;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static void
carrel_wrap_box_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  int minimum_width, natural_width;

  measure_width (widget, &minimum_width, &natural_width);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = minimum_width;
      *natural = natural_width;
      return;
    }
  *natural = lay_out (widget, for_size >= 0 ? MAX (for_size, minimum_width) : natural_width, FALSE);
  *minimum = for_size >= 0 ? *natural : lay_out (widget, minimum_width, FALSE);
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
carrel_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
carrel_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static void
carrel_wrap_box_dispose (GObject *object)
{
  carrel_children_unparent (GTK_WIDGET (object));
  G_OBJECT_CLASS (carrel_wrap_box_parent_class)->dispose (object);
}

static void
carrel_wrap_box_class_init (CarrelWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_wrap_box_dispose;
  widget_class->measure = carrel_wrap_box_measure;
  widget_class->get_request_mode = carrel_wrap_box_get_request_mode;
  widget_class->size_allocate = carrel_wrap_box_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
carrel_wrap_box_init (CarrelWrapBox *self)
{
}

/**
 * carrel_wrap_box_new:
 *
 * Returns: (transfer floating): a box without children
 */
GtkWidget *
carrel_wrap_box_new (void)
{
  return g_object_new (CARREL_TYPE_WRAP_BOX, NULL);
}

/**
 * carrel_wrap_box_append:
 * @self: a box
 * @child: (transfer floating): a widget without a parent
 *
 * Adds a child at the end.
 */
void
carrel_wrap_box_append (CarrelWrapBox *self, GtkWidget *child)
{
  carrel_wrap_box_break_words (child);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * carrel_wrap_box_break_words:
 * @button: a button with words
 *
 * Lets the words go on further lines, as they must where large text in a language of long words
 * meets a narrow window; one that is wider than the window goes on as well. What may end in an
 * ellipsis stays on its line.
 */
void
carrel_wrap_box_break_words (GtkWidget *button)
{
  GtkWidget *child = gtk_widget_get_first_child (button);

  if (GTK_IS_LABEL (button) && gtk_label_get_ellipsize (GTK_LABEL (button)) == PANGO_ELLIPSIZE_NONE)
    {
      gtk_label_set_wrap (GTK_LABEL (button), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (button), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (button), GTK_NATURAL_WRAP_NONE);
    }
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    carrel_wrap_box_break_words (child);
}
