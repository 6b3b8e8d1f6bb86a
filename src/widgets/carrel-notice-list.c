/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Notices above a list. Not to be seen without any. */
#define G_LOG_DOMAIN "carrel-notice-list"

#include "config.h"

#include "carrel-notice-list.h"

#include "carrel-accessible.h"

struct _CarrelNoticeList
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (CarrelNoticeList, carrel_notice_list, GTK_TYPE_BOX)

static void
append_notice (CarrelNoticeList *self, const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0f,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_box_append (GTK_BOX (self), label);
}

static void
carrel_notice_list_class_init (CarrelNoticeListClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
carrel_notice_list_init (CarrelNoticeList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "notice");
  gtk_widget_add_css_class (GTK_WIDGET (self), "focusable");
}

/**
 * carrel_notice_list_set:
 * @self: a list
 * @notices: (array zero-terminated=1): whole sentences, translated; none hides the list
 *
 * Shows other notices.
 */
void
carrel_notice_list_set (CarrelNoticeList *self, const char *const *notices)
{
  g_autofree char *name = g_strjoinv (" ", (char **) notices);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; child != NULL; child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; notices[i] != NULL; i++)
    append_notice (self, notices[i]);
  carrel_accessible_set_label (self, name);
  gtk_widget_set_visible (GTK_WIDGET (self), notices[0] != NULL);
}
