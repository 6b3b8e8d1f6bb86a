/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The choice is made by what fits and not by a number of pixels, so that it is right at any text
 * size. AdwSqueezer and AdwViewSwitcherTitle are deprecated, AdwBreakpoint is newer than our floor.
 */
#define G_LOG_DOMAIN "carrel-squeezer"

#include "config.h"

#include "carrel-squeezer.h"

#include "carrel-children.h"

struct _CarrelSqueezer
{
  GtkWidget parent_instance;

  GtkWidget *wide;
  GtkWidget *narrow;
  gboolean is_narrow;
};

enum
{
  PROP_WIDE = 1,
  PROP_NARROW,
  PROP_IS_NARROW,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CarrelSqueezer, carrel_squeezer, GTK_TYPE_WIDGET)

static void
set_child (CarrelSqueezer *self, GtkWidget **place, GtkWidget *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/* While it is narrow it asks for little, so that what stands beside it has room; being expanded, it
 * is still given all that is left, and sees when the wide child would fit again. */
static void
carrel_squeezer_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  CarrelSqueezer *self = CARREL_SQUEEZER (widget);
  int wide_minimum, wide_natural, narrow_minimum, narrow_natural;

  gtk_widget_measure (self->wide, orientation, -1, &wide_minimum, &wide_natural, NULL, NULL);
  gtk_widget_measure (self->narrow, orientation, -1, &narrow_minimum, &narrow_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = narrow_minimum;
      *natural = self->is_narrow ? narrow_natural : MAX (wide_natural, narrow_natural);
      return;
    }
  *minimum = MAX (wide_minimum, narrow_minimum);
  *natural = MAX (wide_natural, narrow_natural);
}

/* A child that is only so wide, with nothing in it, stands for text of the usual size; where text
 * is larger, so is what it stands for. */
static int
scale_probe (GtkWidget *wide, int width)
{
  int dpi = -1;

  if (gtk_widget_get_first_child (wide) != NULL || GTK_IS_LABEL (wide))
    return width;
  g_object_get (gtk_widget_get_settings (wide), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (int) ((gint64) width * dpi / (96 * PANGO_SCALE)) : width;
}

static void
carrel_squeezer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CarrelSqueezer *self = CARREL_SQUEEZER (widget);
  int wide_natural;
  gboolean is_narrow;

  gtk_widget_measure (self->wide, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide_natural, NULL, NULL);
  is_narrow = width < scale_probe (self->wide, wide_natural);
  gtk_widget_set_child_visible (self->wide, !is_narrow);
  gtk_widget_set_child_visible (self->narrow, is_narrow);
  gtk_widget_allocate (is_narrow ? self->narrow : self->wide, width, height, baseline, NULL);
  if (self->is_narrow == is_narrow)
    return;
  self->is_narrow = is_narrow;
  carrel_children_resize_later (widget);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_NARROW]);
}

static void
carrel_squeezer_dispose (GObject *object)
{
  CarrelSqueezer *self = CARREL_SQUEEZER (object);

  g_clear_pointer (&self->wide, gtk_widget_unparent);
  g_clear_pointer (&self->narrow, gtk_widget_unparent);
  G_OBJECT_CLASS (carrel_squeezer_parent_class)->dispose (object);
}

static void
carrel_squeezer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CarrelSqueezer *self = CARREL_SQUEEZER (object);

  switch (id)
    {
    case PROP_WIDE:
      g_value_set_object (value, self->wide);
      break;
    case PROP_NARROW:
      g_value_set_object (value, self->narrow);
      break;
    case PROP_IS_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
carrel_squeezer_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CarrelSqueezer *self = CARREL_SQUEEZER (object);

  switch (id)
    {
    case PROP_WIDE:
      set_child (self, &self->wide, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_child (self, &self->narrow, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
carrel_squeezer_class_init (CarrelSqueezerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = carrel_squeezer_dispose;
  object_class->get_property = carrel_squeezer_get_property;
  object_class->set_property = carrel_squeezer_set_property;
  widget_class->measure = carrel_squeezer_measure;
  widget_class->size_allocate = carrel_squeezer_size_allocate;

  properties[PROP_WIDE] = g_param_spec_object ("wide", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_object ("narrow", NULL, NULL, GTK_TYPE_WIDGET,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_NARROW] = g_param_spec_boolean ("is-narrow", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
carrel_squeezer_init (CarrelSqueezer *self)
{
}

/**
 * carrel_squeezer_is_narrow:
 * @self: a squeezer
 *
 * Returns: whether the narrow child is shown
 */
gboolean
carrel_squeezer_is_narrow (CarrelSqueezer *self)
{
  return self->is_narrow;
}
