/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* AdwViewSwitcher ends its words in an ellipsis where they have no room. Here they go on in further
 * lines, and where a word would have to be broken, with large text in a narrow window, all
 * tabs have icons alone: larger ones, with their words in tooltips and for the ear. */
#define G_LOG_DOMAIN "carrel-tab-bar"

#include "config.h"

#include "carrel-tab-bar.h"

#include "carrel-accessible.h"

struct _CarrelTabBar
{
  GtkWidget parent_instance;

  AdwViewStack *stack;
  GtkWidget *words; /* NULL until there is a stack */
  GtkWidget *icons;
  char *label;
  gboolean is_bar;
  gboolean has_words;
};

enum
{
  PROP_STACK = 1,
  PROP_LABEL,
  PROP_IS_BAR,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CarrelTabBar, carrel_tab_bar, GTK_TYPE_WIDGET)

/* Not the badge of an icon, which is in a bin with it. */
static gboolean
is_words (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_LABEL (widget) && (GTK_IS_BOX (parent) || GTK_IS_STACK (parent));
}

/* A label that may be one letter wide is still as wide as its widest word. */
static void
keep_words (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (is_words (widget))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD);
      gtk_label_set_max_width_chars (GTK_LABEL (widget), 1);
      gtk_label_set_justify (GTK_LABEL (widget), GTK_JUSTIFY_CENTER);
    }
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    keep_words (child);
}

static gboolean
on_query_tooltip_cb (GtkWidget *tab, int x, int y, gboolean is_by_keys, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, g_object_get_data (G_OBJECT (tab), "carrel-words"));
  return TRUE;
}

/* A tooltip that is set as text would be heard after the name, which is the same. */
static void
name_tab (GtkWidget *tab, const char *words)
{
  carrel_accessible_set_label (tab, words);
  g_object_set_data_full (G_OBJECT (tab), "carrel-words", g_strdup (words), g_free);
  gtk_widget_set_has_tooltip (tab, TRUE);
  g_signal_connect (tab, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
}

static void
take_words (GtkWidget *widget, GtkWidget *tab)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_BUTTON (widget))
    tab = widget;
  if (is_words (widget))
    {
      name_tab (tab, gtk_label_get_text (GTK_LABEL (widget)));
      gtk_widget_set_visible (widget, FALSE);
    }
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    take_words (child, tab);
}

static GtkWidget *
choose (CarrelTabBar *self, int width)
{
  int least = 0;

  gtk_widget_measure (self->words, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return width < 0 || least <= width ? self->words : self->icons;
}

static void
carrel_tab_bar_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  CarrelTabBar *self = CARREL_TAB_BAR (widget);
  int icons = 0;
  int words = 0;

  *minimum = *natural = 0;
  if (self->words == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (choose (self, for_size), orientation, for_size, minimum, natural, NULL,
                          NULL);
      return;
    }
  /* New GTK says so when a size is less than the least of any width, so this is of either. */
  gtk_widget_measure (self->icons, orientation, -1, &icons, NULL, NULL, NULL);
  gtk_widget_measure (self->words, orientation, -1, &words, natural, NULL, NULL);
  *minimum = MIN (icons, words);
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
carrel_tab_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Old GTK tells assistive technology of what was shown once as if it still were. */
static void
show (GtkWidget *tabs, gboolean is_shown)
{
  gtk_widget_set_child_visible (tabs, is_shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (tabs), GTK_ACCESSIBLE_STATE_HIDDEN, !is_shown, -1);
}

static void
carrel_tab_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CarrelTabBar *self = CARREL_TAB_BAR (widget);
  GtkWidget *shown = NULL;

  if (self->words == NULL)
    return;
  shown = choose (self, width);
  self->has_words = shown == self->words;
  show (self->words, self->has_words);
  show (self->icons, !self->has_words);
  gtk_widget_allocate (shown, width, height, baseline, NULL);
}

static void
carrel_tab_bar_dispose (GObject *object)
{
  CarrelTabBar *self = CARREL_TAB_BAR (object);

  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->icons, gtk_widget_unparent);
  g_clear_object (&self->stack);
  G_OBJECT_CLASS (carrel_tab_bar_parent_class)->dispose (object);
}

static void
carrel_tab_bar_finalize (GObject *object)
{
  g_free (CARREL_TAB_BAR (object)->label);
  G_OBJECT_CLASS (carrel_tab_bar_parent_class)->finalize (object);
}

static void
carrel_tab_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CarrelTabBar *self = CARREL_TAB_BAR (object);

  switch (id)
    {
    case PROP_STACK:
      carrel_tab_bar_set_stack (self, g_value_get_object (value));
      break;
    case PROP_LABEL:
      self->label = g_value_dup_string (value);
      break;
    case PROP_IS_BAR:
      self->is_bar = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
carrel_tab_bar_class_init (CarrelTabBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = carrel_tab_bar_dispose;
  object_class->finalize = carrel_tab_bar_finalize;
  object_class->set_property = carrel_tab_bar_set_property;
  widget_class->measure = carrel_tab_bar_measure;
  widget_class->get_request_mode = carrel_tab_bar_get_request_mode;
  widget_class->size_allocate = carrel_tab_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "tabs");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);

  properties[PROP_STACK] = g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL]
      = g_param_spec_string ("label", NULL, NULL, NULL,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_BAR]
      = g_param_spec_boolean ("is-bar", NULL, NULL, FALSE,
                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
carrel_tab_bar_init (CarrelTabBar *self)
{
}

static GtkWidget *
new_bar (AdwViewStack *stack)
{
  AdwViewSwitcherBar *bar = ADW_VIEW_SWITCHER_BAR (adw_view_switcher_bar_new ());

  adw_view_switcher_bar_set_reveal (bar, TRUE);
  adw_view_switcher_bar_set_stack (bar, stack);
  return GTK_WIDGET (bar);
}

static GtkWidget *
new_switcher (AdwViewStack *stack, const char *label)
{
  AdwViewSwitcher *switcher = ADW_VIEW_SWITCHER (adw_view_switcher_new ());

  adw_view_switcher_set_policy (switcher, ADW_VIEW_SWITCHER_POLICY_NARROW);
  adw_view_switcher_set_stack (switcher, stack);
  if (label != NULL)
    carrel_accessible_set_label (switcher, label);
  return GTK_WIDGET (switcher);
}

static GtkWidget *
add_tabs (CarrelTabBar *self)
{
  GtkWidget *tabs = self->is_bar ? new_bar (self->stack) : new_switcher (self->stack, self->label);

  gtk_widget_set_parent (tabs, GTK_WIDGET (self));
  return tabs;
}

/**
 * carrel_tab_bar_set_stack:
 * @self: a bar
 * @stack: (nullable): a stack that has all of its pages
 *
 * Shows the tabs of a stack.
 */
void
carrel_tab_bar_set_stack (CarrelTabBar *self, AdwViewStack *stack)
{
  if (!g_set_object (&self->stack, stack))
    return;
  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->icons, gtk_widget_unparent);
  if (stack == NULL)
    return;
  self->words = add_tabs (self);
  keep_words (self->words);
  self->icons = add_tabs (self);
  gtk_widget_add_css_class (self->icons, "icons-only");
  take_words (self->icons, NULL);
}

/**
 * carrel_tab_bar_has_words:
 * @self: a bar that was shown
 *
 * Returns: whether its tabs have words, or icons alone
 */
gboolean
carrel_tab_bar_has_words (CarrelTabBar *self)
{
  return self->has_words;
}
