/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The stock row says its title and that it is "not selected", and not what stands at its end. This
 * one is a group with a sentence (rules 28 and 33 of the accessibility notes). */
#define G_LOG_DOMAIN "carrel-fact-row"

#include "config.h"

#include "carrel-fact-row.h"

#include "carrel-accessible.h"
#include "carrel-row-layout.h"

#include <glib/gi18n.h>

/* A value of so many characters stays in one line: a number is never broken. */
#define N_ONE_LINE 12

struct _CarrelFactRow
{
  AdwActionRow parent_instance;

  GtkLabel *value;
};

G_DEFINE_FINAL_TYPE (CarrelFactRow, carrel_fact_row, ADW_TYPE_ACTION_ROW)

static void
name_row (CarrelFactRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  const char *value = gtk_label_get_label (self->value);
  g_autofree char *both = NULL;

  if (*value != '\0')
    /* Translators: a fact as a screen reader says it, such as "Current: 87.5 %". */
    both = g_strdup_printf (_ ("%s: %s"), title, value);
  carrel_accessible_name_row (GTK_WIDGET (self), both != NULL ? both : title,
                              adw_action_row_get_subtitle (ADW_ACTION_ROW (self)));
}

static void
carrel_fact_row_class_init (CarrelFactRowClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
carrel_fact_row_init (CarrelFactRow *self)
{
  self->value
      = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign",
                      1.0, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");
  carrel_row_layout_attach (ADW_ACTION_ROW (self));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->value));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  g_signal_connect (self, "notify::title", G_CALLBACK (name_row), NULL);
  g_signal_connect (self, "notify::subtitle", G_CALLBACK (name_row), NULL);
}

/**
 * carrel_fact_row_new:
 * @title: what it is about, or the whole of it
 * @subtitle: (nullable): more of it
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
carrel_fact_row_new (const char *title, const char *subtitle)
{
  return g_object_new (CARREL_TYPE_FACT_ROW, "title", title, "subtitle",
                       subtitle != NULL ? subtitle : "", NULL);
}

/**
 * carrel_fact_row_set_value:
 * @self: a row
 * @value: what stands at its end, and is said after its title
 */
void
carrel_fact_row_set_value (CarrelFactRow *self, const char *value)
{
  gtk_label_set_label (self->value, value);
  gtk_label_set_wrap (self->value, g_utf8_strlen (value, -1) > N_ONE_LINE);
  gtk_widget_set_visible (GTK_WIDGET (self->value), *value != '\0');
  name_row (self);
}
