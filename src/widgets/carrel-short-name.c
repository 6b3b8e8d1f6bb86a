/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A label that has no room cuts its text, and three letters and an ellipsis name nothing. This one
 * has several forms of a name, and shows the first that fits: all of it in one line, in two, its
 * code, also in small, its beginning if at least a word of that is whole, and at last a few
 * letters. */
#define G_LOG_DOMAIN "carrel-short-name"

#include "config.h"

#include "carrel-short-name.h"

#include "carrel-children.h"
#include "carrel-label-fit.h"

/* A name that is longer goes on in a second line, so that the header bar has room for more. */
#define MOST_CHARS 26
#define N_LINES    2

typedef enum
{
  FORM_LINE,
  FORM_LINES,
  FORM_CODE,
  FORM_SMALL_CODE,
  FORM_BEGINNING,
  FORM_LETTERS,
  N_FORMS,
} Form;

struct _CarrelShortName
{
  GtkWidget parent_instance;

  GtkLabel *forms[N_FORMS];
  Form shown;
  int width; /* that it was given; -1 before that */
};

G_DEFINE_FINAL_TYPE (CarrelShortName, carrel_short_name, GTK_TYPE_WIDGET)

static gboolean
has_text (CarrelShortName *self, Form form)
{
  return *gtk_label_get_text (self->forms[form]) != '\0';
}

static gboolean
has_room (CarrelShortName *self, Form form, int width)
{
  GtkLabel *label = self->forms[form];

  if (form == FORM_LINES)
    return carrel_label_fit_has_room (label, width, N_LINES);
  if (form == FORM_BEGINNING)
    return carrel_label_fit_measure_word (label) <= width;
  return has_text (self, form) && carrel_label_fit_measure_line (label) <= width;
}

static Form
choose (CarrelShortName *self, int width)
{
  Form form = FORM_LINE;

  while (form < FORM_LETTERS && !has_room (self, form, width))
    form++;
  return form;
}

/* As wide as the name in one line, or in two if that is long. */
static int
measure_natural (CarrelShortName *self)
{
  int line = carrel_label_fit_measure_line (self->forms[FORM_LINE]);
  int lines = carrel_label_fit_measure_lines (self->forms[FORM_LINES], N_LINES);
  int most;

  gtk_widget_measure (GTK_WIDGET (self->forms[FORM_LINE]), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &most, NULL, NULL);
  return line <= most ? line : MIN (lines, most);
}

/* A header bar asks how high it is at its narrowest, and not at the width that it gives; so this is
 * as high as what is shown, and tells when that is something else. */
static void
carrel_short_name_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  CarrelShortName *self = CARREL_SHORT_NAME (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = carrel_label_fit_measure_line (self->forms[FORM_LETTERS]);
      *natural = MAX (measure_natural (self), *minimum);
      return;
    }
  gtk_widget_measure (GTK_WIDGET (self->forms[self->shown]), orientation, self->width, NULL,
                      natural, NULL, NULL);
  *minimum = *natural;
}

static void
carrel_short_name_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CarrelShortName *self = CARREL_SHORT_NAME (widget);
  Form shown = choose (self, width);

  for (Form form = 0; form < N_FORMS; form++)
    gtk_widget_set_child_visible (GTK_WIDGET (self->forms[form]), form == shown);
  gtk_widget_allocate (GTK_WIDGET (self->forms[shown]), width, height, baseline, NULL);
  if (shown != self->shown)
    carrel_children_resize_later (widget);
  self->shown = shown;
  self->width = width;
}

static void
carrel_short_name_dispose (GObject *object)
{
  carrel_children_unparent (GTK_WIDGET (object));
  G_OBJECT_CLASS (carrel_short_name_parent_class)->dispose (object);
}

static void
carrel_short_name_class_init (CarrelShortNameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_short_name_dispose;
  widget_class->measure = carrel_short_name_measure;
  widget_class->size_allocate = carrel_short_name_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "shortname");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

/* Each form of a name is a label that is heard by the name of what it stands in. */
static void
carrel_short_name_init (CarrelShortName *self)
{
  self->width = -1;
  for (Form form = 0; form < N_FORMS; form++)
    {
      GtkWidget *label
          = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                          "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, NULL);

      if (form == FORM_LINES || form == FORM_SMALL_CODE || form == FORM_BEGINNING)
        gtk_widget_add_css_class (label, "small");
      if (form == FORM_LINES || form == FORM_BEGINNING)
        {
          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_label_set_lines (GTK_LABEL (label), N_LINES);
        }
      gtk_widget_set_parent (label, GTK_WIDGET (self));
      self->forms[form] = GTK_LABEL (label);
    }
  gtk_label_set_max_width_chars (self->forms[FORM_LINE], MOST_CHARS);
}

/**
 * carrel_short_name_set:
 * @self: a short name
 * @name: all of the name
 * @code: (nullable): a shorter name, shown where @name has no room in two lines
 * @letters: (nullable): what is shown where nothing else has room
 *
 * Names something else.
 */
void
carrel_short_name_set (CarrelShortName *self,
                       const char *name,
                       const char *code,
                       const char *letters)
{
  gtk_label_set_label (self->forms[FORM_LINE], name);
  gtk_label_set_label (self->forms[FORM_LINES], name);
  gtk_label_set_label (self->forms[FORM_BEGINNING], name);
  gtk_label_set_label (self->forms[FORM_CODE], code != NULL ? code : "");
  gtk_label_set_label (self->forms[FORM_SMALL_CODE], code != NULL ? code : "");
  gtk_label_set_label (self->forms[FORM_LETTERS], letters != NULL ? letters : "");
}

/**
 * carrel_short_name_is_whole:
 * @self: a short name
 *
 * Returns: whether all of the name is shown
 */
gboolean
carrel_short_name_is_whole (CarrelShortName *self)
{
  return self->shown == FORM_LINE || self->shown == FORM_LINES;
}

/**
 * carrel_short_name_get_name:
 * @self: a short name
 *
 * Returns: all of the name
 */
const char *
carrel_short_name_get_name (CarrelShortName *self)
{
  return gtk_label_get_text (self->forms[FORM_LINE]);
}
