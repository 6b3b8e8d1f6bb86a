/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* AdwHeaderBar has one row, and with large text two long words do not fit beside each other in a
 * narrow window. Here words of a button go on in a second line, and where a word would have to be
 * broken, each button has a row of its own, as the buttons of message dialogs do. The title is seen
 * where it has room; it is the title of the window as well, which is said. */
#define G_LOG_DOMAIN "carrel-header-row"

#include "config.h"

#include "carrel-header-row.h"

#include "carrel-accessible.h"
#include "carrel-children.h"
#include "carrel-label-fit.h"

#define SPACING     6
#define SOFT_HYPHEN "\u00AD"

typedef enum
{
  SHAPE_LINES, /* side by side, each in one line */
  SHAPE_WORDS, /* side by side, in as many lines as they need */
  SHAPE_ROWS,  /* below each other */
} Shape;

struct _CarrelHeaderRow
{
  GtkWidget parent_instance;

  GtkLabel *title;
  int width; /* that it was given; -1 before that */
  int height;
};

/* How the first row is laid out. */
typedef struct
{
  CarrelHeaderRow *self;
  Shape shape;
  int spare; /* what each button may have beyond its words */
  int height;
  gboolean is_allocating;
} Row;

G_DEFINE_FINAL_TYPE (CarrelHeaderRow, carrel_header_row, GTK_TYPE_WIDGET)

/* The words of a button, or NULL if it has a sign. */
static GtkLabel *
get_words (GtkWidget *child)
{
  GtkWidget *label = GTK_IS_BUTTON (child) ? gtk_button_get_child (GTK_BUTTON (child)) : NULL;

  return GTK_IS_LABEL (label) ? GTK_LABEL (label) : NULL;
}

static gboolean
is_button (CarrelHeaderRow *self, GtkWidget *child)
{
  return child != GTK_WIDGET (self->title) && gtk_widget_should_layout (child);
}

static int
measure_width (GtkWidget *child)
{
  int width = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static int
measure_height (GtkWidget *child, int width)
{
  int height = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* How wide a button is in a row of that shape. */
static int
measure_button (GtkWidget *button, Shape shape)
{
  GtkLabel *words = get_words (button);
  int width = measure_width (button);

  if (words == NULL || shape == SHAPE_LINES)
    return width;
  return width - measure_width (GTK_WIDGET (words)) + carrel_label_fit_measure_word (words);
}

static int
measure_row (CarrelHeaderRow *self, Shape shape)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int width = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_button (self, child))
      width += measure_button (child, shape) + (width > 0 ? SPACING : 0);
  return width;
}

static Shape
choose (CarrelHeaderRow *self, int width)
{
  Shape shape = SHAPE_LINES;

  while (width >= 0 && shape < SHAPE_ROWS && measure_row (self, shape) > width)
    shape++;
  return shape;
}

static Row
new_row (CarrelHeaderRow *self)
{
  Row row = { .self = self, .shape = choose (self, self->width) };
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int n_buttons = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    n_buttons += is_button (self, child);
  if (n_buttons > 0)
    row.spare = MAX (0, self->width - measure_row (self, row.shape)) / n_buttons;
  return row;
}

static gboolean
is_in_row (const Row *row, GtkWidget *child)
{
  return is_button (row->self, child) && (row->shape != SHAPE_ROWS || get_words (child) == NULL);
}

static int
measure_in_row (const Row *row, GtkWidget *child)
{
  return MIN (measure_width (child), measure_button (child, row->shape) + row->spare);
}

/* In the middle of a row, mirrored where one reads from right to left. */
static void
put (Row *row, GtkWidget *child, int x, int y, int width)
{
  int height = measure_height (child, width);
  GtkAllocation place = { x, y + MAX (0, row->height - height) / 2, width, height };

  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    place.x = row->self->width - x - width;
  if (row->is_allocating)
    gtk_widget_size_allocate (child, &place, -1);
  else
    row->height = MAX (row->height, height);
}

/* In the middle of the window, or as near to that as the buttons let it. Beside words it is there
 * in one line or not at all; beside signs it has as many as it needs. */
static void
put_title (Row *row, int x, int end, gboolean is_beside_words)
{
  GtkWidget *title = GTK_WIDGET (row->self->title);
  int width = measure_width (title);
  gboolean is_seen = *gtk_label_get_text (row->self->title) != '\0' && row->shape != SHAPE_ROWS
                     && (width <= end - x || !is_beside_words);

  if (row->is_allocating)
    gtk_widget_set_child_visible (title, is_seen);
  width = MIN (width, end - x);
  if (is_seen)
    put (row, title, CLAMP ((row->self->width - width) / 2, x, end - width), 0, width);
}

static void
lay_out_row (Row *row)
{
  GtkWidget *title = GTK_WIDGET (row->self->title);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (row->self));
  int x = 0, end = row->self->width;
  gboolean is_beside_words = FALSE;

  for (; child != title; child = gtk_widget_get_next_sibling (child))
    if (is_in_row (row, child))
      {
        put (row, child, x, 0, measure_in_row (row, child));
        x += measure_in_row (row, child) + SPACING;
        is_beside_words |= get_words (child) != NULL;
      }
  child = gtk_widget_get_last_child (GTK_WIDGET (row->self));
  for (; child != title; child = gtk_widget_get_prev_sibling (child))
    if (is_in_row (row, child))
      {
        put (row, child, end - measure_in_row (row, child), 0, measure_in_row (row, child));
        end -= measure_in_row (row, child) + SPACING;
        is_beside_words |= get_words (child) != NULL;
      }
  put_title (row, x, end, is_beside_words);
}

/* Puts the children into rows of the width that it was given; returns the height of all. */
static int
lay_out (CarrelHeaderRow *self, gboolean is_allocating)
{
  Row row = new_row (self);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int y;

  lay_out_row (&row);
  y = row.height;
  row.is_allocating = is_allocating;
  if (is_allocating)
    lay_out_row (&row);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_button (self, child) && !is_in_row (&row, child))
      {
        row.height = 0;
        put (&row, child, 0, y, self->width);
        y += measure_height (child, self->width);
      }
  return y;
}

/* A header bar asks how high it is at its narrowest, and not at the width that it gives; so this is
 * as high as it is at the width that it has, and tells when that is something else. */
static void
carrel_header_row_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  CarrelHeaderRow *self = CARREL_HEADER_ROW (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? self->height : 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;

      gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
  *natural = MAX (*minimum, measure_row (self, SHAPE_LINES));
}

static void
carrel_header_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CarrelHeaderRow *self = CARREL_HEADER_ROW (widget);
  int used;

  self->width = width;
  used = lay_out (self, TRUE);
  if (used != self->height)
    carrel_children_resize_later (widget);
  self->height = used;
}

static void
carrel_header_row_dispose (GObject *object)
{
  carrel_children_unparent (GTK_WIDGET (object));
  CARREL_HEADER_ROW (object)->title = NULL;
  G_OBJECT_CLASS (carrel_header_row_parent_class)->dispose (object);
}

static void
carrel_header_row_class_init (CarrelHeaderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_header_row_dispose;
  widget_class->measure = carrel_header_row_measure;
  widget_class->size_allocate = carrel_header_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "headerrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
wrap (GtkLabel *label)
{
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

static void
carrel_header_row_init (CarrelHeaderRow *self)
{
  GtkWidget *title = gtk_label_new (NULL);

  gtk_widget_add_css_class (title, "title");
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  self->title = GTK_LABEL (title);
  self->width = -1;
  wrap (self->title);
}

/* A translation may say where a long word may be broken; that is not for the ear. */
static void
name_without_hyphens (GtkWidget *button, const char *words)
{
  GString *name = g_string_new (words);

  if (g_string_replace (name, SOFT_HYPHEN, "", 0) > 0)
    carrel_accessible_set_label (button, name->str);
  g_string_free (name, TRUE);
}

/* What a button says may be another label later. */
static void
on_label_changed_cb (GtkWidget *button)
{
  GtkLabel *words = get_words (button);

  if (words == NULL)
    return;
  wrap (words);
  name_without_hyphens (button, gtk_label_get_text (words));
}

static void
add (CarrelHeaderRow *self, GtkWidget *button, GtkWidget *before)
{
  g_signal_connect (button, "notify::label", G_CALLBACK (on_label_changed_cb), NULL);
  on_label_changed_cb (button);
  gtk_widget_insert_before (button, GTK_WIDGET (self), before);
}

/* Header bars of libadwaita have a box at the start and one at the end. */
static void
take_buttons (CarrelHeaderRow *self, AdwHeaderBar *header, GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  gboolean is_start = gtk_widget_has_css_class (widget, "start");

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (GTK_IS_BUTTON (child) && GTK_IS_BOX (widget))
        {
          g_object_ref (child);
          adw_header_bar_remove (header, child);
          add (self, child, is_start ? GTK_WIDGET (self->title) : NULL);
          g_object_unref (child);
        }
      else if (child != GTK_WIDGET (self))
        take_buttons (self, header, child);
      child = next;
    }
}

/**
 * carrel_header_row_new:
 * @header: a header bar with buttons
 *
 * Takes over the buttons of a header bar, and stands in it for its title.
 *
 * Returns: (transfer none): the row
 */
CarrelHeaderRow *
carrel_header_row_new (AdwHeaderBar *header)
{
  CarrelHeaderRow *self = g_object_new (CARREL_TYPE_HEADER_ROW, NULL);

  take_buttons (self, header, GTK_WIDGET (header));
  adw_header_bar_set_centering_policy (header, ADW_CENTERING_POLICY_LOOSE);
  adw_header_bar_set_title_widget (header, GTK_WIDGET (self));
  return self;
}

/**
 * carrel_header_row_append:
 * @self: a row
 * @button: (transfer floating): a button without a parent
 *
 * Adds a button at the end, beyond the others.
 */
void
carrel_header_row_append (CarrelHeaderRow *self, GtkWidget *button)
{
  add (self, button, NULL);
}

/**
 * carrel_header_row_get_title:
 * @self: a row
 *
 * Returns: (transfer none): the label of the title; without text there is none
 */
GtkLabel *
carrel_header_row_get_title (CarrelHeaderRow *self)
{
  return self->title;
}
