/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The stock row with a switch is two stops and is silent on old GTK; here the row itself is the
 * check box (rule 26 of the accessibility notes). */
#define G_LOG_DOMAIN "carrel-check-row"

#include "config.h"

#include "carrel-check-row.h"

#include "carrel-accessible.h"

struct _CarrelCheckRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *button;
};

enum
{
  PROP_ACTIVE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CarrelCheckRow, carrel_check_row, ADW_TYPE_ACTION_ROW)

static void
on_toggled_cb (CarrelCheckRow *self)
{
  carrel_accessible_set_checked (self, gtk_check_button_get_active (self->button));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
carrel_check_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    g_value_set_boolean (value, carrel_check_row_get_active (CARREL_CHECK_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
carrel_check_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    carrel_check_row_set_active (CARREL_CHECK_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
carrel_check_row_class_init (CarrelCheckRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = carrel_check_row_get_property;
  object_class->set_property = carrel_check_row_set_property;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  properties[PROP_ACTIVE]
      = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
carrel_check_row_init (CarrelCheckRow *self)
{
  self->button = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_can_focus (GTK_WIDGET (self->button), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (on_toggled_cb), self);
  carrel_accessible_set_checked (self, FALSE);
}

/**
 * carrel_check_row_new:
 * @title: what is ticked, translated
 * @subtitle: (nullable): more of it
 *
 * Returns: (transfer floating): a row that is not ticked
 */
GtkWidget *
carrel_check_row_new (const char *title, const char *subtitle)
{
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;
  CarrelCheckRow *self = g_object_new (CARREL_TYPE_CHECK_ROW, "title", title_markup, "subtitle",
                                       subtitle_markup != NULL ? subtitle_markup : "", NULL);

  carrel_accessible_set_label (self->button, title);
  return GTK_WIDGET (self);
}

/**
 * carrel_check_row_get_active:
 * @self: a row
 *
 * Returns: whether it is ticked
 */
gboolean
carrel_check_row_get_active (CarrelCheckRow *self)
{
  return gtk_check_button_get_active (self->button);
}

/**
 * carrel_check_row_set_active:
 * @self: a row
 * @is_active: whether it is ticked
 *
 * Ticks it, or takes the tick away.
 */
void
carrel_check_row_set_active (CarrelCheckRow *self, gboolean is_active)
{
  gtk_check_button_set_active (self->button, is_active);
}
