/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Notices above a list. Not to be seen without any. */
#define G_LOG_DOMAIN "carrel-notice-list"

#include "config.h"

#include "carrel-notice-list.h"

#include "carrel-accessible.h"

struct _CarrelNoticeList
{
  CarrelFocusBox parent_instance;
};

G_DEFINE_FINAL_TYPE (CarrelNoticeList, carrel_notice_list, CARREL_TYPE_FOCUS_BOX)

static void
carrel_notice_list_class_init (CarrelNoticeListClass *klass)
{
}

static void
carrel_notice_list_init (CarrelNoticeList *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "notice");
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

  carrel_focus_box_clear (CARREL_FOCUS_BOX (self));
  for (guint i = 0; notices[i] != NULL; i++)
    carrel_focus_box_append_text (CARREL_FOCUS_BOX (self), notices[i], NULL);
  carrel_accessible_set_label (self, name);
  gtk_widget_set_visible (GTK_WIDGET (self), notices[0] != NULL);
}
