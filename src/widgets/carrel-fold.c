/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows are kept and written over, so that the place where one reads stays. */
#define G_LOG_DOMAIN "carrel-fold"

#include "config.h"

#include "carrel-fold.h"

#include "carrel-accessible.h"
#include "carrel-fact-row.h"

struct _CarrelFold
{
  AdwBin parent_instance;

  GtkExpander *expander;
  GtkListBox *list;
};

enum
{
  PROP_LABEL = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];
static guint opened;

G_DEFINE_FINAL_TYPE (CarrelFold, carrel_fold, ADW_TYPE_BIN)

static void
on_expanded_cb (CarrelFold *self)
{
  if (carrel_fold_is_open (self))
    g_signal_emit (self, opened, 0);
}

static void
carrel_fold_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, gtk_expander_get_label (CARREL_FOLD (object)->expander));
}

/* The label of an expander is as wide as its text. */
static void
wrap_label (CarrelFold *self)
{
  GtkWidget *label = gtk_expander_get_label_widget (self->expander);

  if (label != NULL)
    g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
}

/* Old GTK calls an expander by its type unless it has a name of its own. */
static void
carrel_fold_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CarrelFold *self = CARREL_FOLD (object);
  const char *label = g_value_get_string (value);

  gtk_expander_set_label (self->expander, label);
  wrap_label (self);
  carrel_accessible_set_label (self->expander, label);
  carrel_accessible_set_label (self->list, label);
}

static void
carrel_fold_class_init (CarrelFoldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = carrel_fold_get_property;
  object_class->set_property = carrel_fold_set_property;
  properties[PROP_LABEL]
      = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  opened = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                         NULL, G_TYPE_NONE, 0);
}

static void
carrel_fold_init (CarrelFold *self)
{
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 6);
  gtk_expander_set_child (self->expander, GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->expander));
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (on_expanded_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * carrel_fold_is_open:
 * @self: a fold
 *
 * Returns: whether its rows are seen
 */
gboolean
carrel_fold_is_open (CarrelFold *self)
{
  return gtk_expander_get_expanded (self->expander);
}

/**
 * carrel_fold_set_open:
 * @self: a fold
 * @is_open: whether its rows shall be seen
 *
 * Opens or closes it.
 */
void
carrel_fold_set_open (CarrelFold *self, gboolean is_open)
{
  gtk_expander_set_expanded (self->expander, is_open);
}

/**
 * carrel_fold_show:
 * @self: a fold
 * @rows: (array zero-terminated=1): a title and a text for each row, in turns; a text may be empty
 *
 * Brings the rows up to date.
 */
void
carrel_fold_show (CarrelFold *self, const char *const *rows)
{
  GtkListBoxRow *row = NULL;
  int at = 0;

  for (guint i = 0; rows[i] != NULL && rows[i + 1] != NULL; i += 2, at++)
    {
      row = gtk_list_box_get_row_at_index (self->list, at);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (carrel_fact_row_new ("", NULL));
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rows[i]);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), rows[i + 1]);
    }
  row = gtk_list_box_get_row_at_index (self->list, at);
  for (; row != NULL; row = gtk_list_box_get_row_at_index (self->list, at))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}
