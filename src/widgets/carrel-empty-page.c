/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* AdwStatusPage scrolls by itself, and a pane that scrolls in another one is given less than its
 * text needs, which cuts it. This one is as high as its text, and is one stop of the keyboard that
 * says all of it. */
#define G_LOG_DOMAIN "carrel-empty-page"

#include "config.h"

#include "carrel-empty-page.h"

#include "carrel-accessible.h"

/* Of the icon, in pixels. */
#define ICON_SIZE 96

struct _CarrelEmptyPage
{
  GtkBox parent_instance;

  char *icon_name; /* shown with the page: GTK reads the pictures of what is hidden, too */

  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *description;
};

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_TITLE,
  PROP_DESCRIPTION,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CarrelEmptyPage, carrel_empty_page, GTK_TYPE_BOX)

static void
set_text (CarrelEmptyPage *self, GtkWidget *label, const char *text)
{
  const char *title, *description;
  g_autofree char *all = NULL;
  g_autofree char *spoken = NULL;

  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
  title = gtk_label_get_label (GTK_LABEL (self->title));
  description = gtk_label_get_label (GTK_LABEL (self->description));
  all = *description != '\0' ? g_strjoin ("\n", title, description, NULL) : g_strdup (title);
  spoken = carrel_accessible_dup_spoken (all);
  carrel_accessible_set_label (self, spoken);
}

static void
carrel_empty_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CarrelEmptyPage *self = CARREL_EMPTY_PAGE (object);

  switch (id)
    {
    case PROP_ICON_NAME:
      g_free (self->icon_name);
      self->icon_name = g_value_dup_string (value);
      gtk_widget_set_visible (self->icon, self->icon_name != NULL);
      break;
    case PROP_TITLE:
      set_text (self, self->title, g_value_get_string (value));
      break;
    case PROP_DESCRIPTION:
      set_text (self, self->description, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
carrel_empty_page_map (GtkWidget *widget)
{
  CarrelEmptyPage *self = CARREL_EMPTY_PAGE (widget);

  if (self->icon_name != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), self->icon_name);
  GTK_WIDGET_CLASS (carrel_empty_page_parent_class)->map (widget);
}

static gboolean
carrel_empty_page_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL)
    return FALSE;
  gtk_root_set_focus (root, widget);
  return TRUE;
}

/* A box hands the focus on to its children; here the text comes first, then a button. */
static gboolean
carrel_empty_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  gboolean is_here = gtk_widget_is_focus (widget);
  gboolean is_inside = gtk_widget_get_focus_child (widget) != NULL;

  if (is_here && is_back)
    return FALSE;
  if (!is_back && !is_here && !is_inside)
    return gtk_widget_grab_focus (widget);
  if (GTK_WIDGET_CLASS (carrel_empty_page_parent_class)->focus (widget, direction))
    return TRUE;
  return is_back && gtk_widget_grab_focus (widget);
}

static void
carrel_empty_page_finalize (GObject *object)
{
  g_free (CARREL_EMPTY_PAGE (object)->icon_name);
  G_OBJECT_CLASS (carrel_empty_page_parent_class)->finalize (object);
}

static void
carrel_empty_page_class_init (CarrelEmptyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = carrel_empty_page_finalize;
  object_class->set_property = carrel_empty_page_set_property;
  GTK_WIDGET_CLASS (klass)->map = carrel_empty_page_map;
  GTK_WIDGET_CLASS (klass)->focus = carrel_empty_page_focus;
  GTK_WIDGET_CLASS (klass)->grab_focus = carrel_empty_page_grab_focus;
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "emptypage");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
append_label (CarrelEmptyPage *self, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "justify", GTK_JUSTIFY_CENTER, "visible", FALSE, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

static void
carrel_empty_page_init (CarrelEmptyPage *self)
{
  self->icon = g_object_new (GTK_TYPE_IMAGE, "pixel-size", ICON_SIZE, "visible", FALSE,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->icon, "icon");
  gtk_box_append (GTK_BOX (self), self->icon);
  self->title = append_label (self, "title-1");
  self->description = append_label (self, "description");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "focusable");
}

/**
 * carrel_empty_page_set:
 * @self: a page
 * @title: (nullable): what there is none of, translated
 * @description: (nullable): why, and what to do, translated
 */
void
carrel_empty_page_set (CarrelEmptyPage *self, const char *title, const char *description)
{
  set_text (self, self->title, title);
  set_text (self, self->description, description);
}

/**
 * carrel_empty_page_get_title:
 * @self: a page
 *
 * Returns: what there is none of
 */
const char *
carrel_empty_page_get_title (CarrelEmptyPage *self)
{
  return gtk_label_get_label (GTK_LABEL (self->title));
}
