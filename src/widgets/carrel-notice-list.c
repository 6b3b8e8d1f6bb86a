/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Notices above a list, or in a form. Not to be seen without any. A warning comes and goes while
 * one types: it is told once it stands. */
#define G_LOG_DOMAIN "carrel-notice-list"

#include "config.h"

#include "carrel-notice-list.h"

#include "carrel-accessible.h"
#include "carrel-dialog.h"
#include "carrel-focus-scroll.h"

/* Milliseconds for which nothing is typed. */
#define STANDS_AFTER 600

struct _CarrelNoticeList
{
  CarrelFocusBox parent_instance;

  char *text;    /* all that is shown */
  char *warning; /* or NULL */
  char *told;    /* the last warning that was told, or NULL */
  guint tell_id;
};

G_DEFINE_FINAL_TYPE (CarrelNoticeList, carrel_notice_list, CARREL_TYPE_FOCUS_BOX)

static gboolean
is_untold (CarrelNoticeList *self)
{
  return self->warning != NULL && g_strcmp0 (self->warning, self->told) != 0;
}

static gboolean
on_warning_stands_cb (gpointer data)
{
  CarrelNoticeList *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->tell_id = 0;
  carrel_notice_list_acknowledge (self);
  carrel_focus_scroll_show (GTK_WIDGET (self));
  if (CARREL_IS_DIALOG (root))
    carrel_dialog_announce (CARREL_DIALOG (root), self->warning);
  return G_SOURCE_REMOVE;
}

static void
carrel_notice_list_dispose (GObject *object)
{
  CarrelNoticeList *self = CARREL_NOTICE_LIST (object);

  g_clear_handle_id (&self->tell_id, g_source_remove);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->warning, g_free);
  g_clear_pointer (&self->told, g_free);
  G_OBJECT_CLASS (carrel_notice_list_parent_class)->dispose (object);
}

static void
carrel_notice_list_class_init (CarrelNoticeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = carrel_notice_list_dispose;
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
 *
 * Returns: whether they were not shown already
 */
gboolean
carrel_notice_list_set (CarrelNoticeList *self, const char *const *notices)
{
  g_autofree char *name = g_strjoinv (" ", (char **) notices);

  if (g_strcmp0 (name, self->text) == 0)
    return FALSE;
  carrel_focus_box_clear (CARREL_FOCUS_BOX (self));
  for (guint i = 0; notices[i] != NULL; i++)
    carrel_focus_box_append_text (CARREL_FOCUS_BOX (self), notices[i], NULL);
  carrel_accessible_set_label (self, name);
  gtk_widget_set_visible (GTK_WIDGET (self), notices[0] != NULL);
  g_free (self->text);
  self->text = g_steal_pointer (&name);
  return TRUE;
}

/**
 * carrel_notice_list_warn:
 * @self: a list in a form
 * @warning: (nullable): the one of its notices that does not keep the form from being saved
 * @button: what saves the form; the warning describes it
 *
 * Has a warning told when nothing has been typed for a moment, and brought into view.
 */
void
carrel_notice_list_warn (CarrelNoticeList *self, const char *warning, GtkWidget *button)
{
  g_clear_handle_id (&self->tell_id, g_source_remove);
  if (g_strcmp0 (warning, self->warning) != 0)
    {
      g_free (self->warning);
      self->warning = g_strdup (warning);
      carrel_accessible_set_description (button, warning);
    }
  if (warning == NULL)
    g_clear_pointer (&self->told, g_free);
  if (is_untold (self))
    self->tell_id = g_timeout_add (STANDS_AFTER, on_warning_stands_cb, self);
}

/**
 * carrel_notice_list_acknowledge:
 * @self: a list
 *
 * Takes the warning for known.
 */
void
carrel_notice_list_acknowledge (CarrelNoticeList *self)
{
  g_clear_handle_id (&self->tell_id, g_source_remove);
  g_free (self->told);
  self->told = g_strdup (self->warning);
}

/**
 * carrel_notice_list_stop:
 * @self: a list in a form that is to be saved
 *
 * Moves the focus to a warning that came up so late that nobody can have heard it.
 *
 * Returns: whether there is such a one; the next time there is not
 */
gboolean
carrel_notice_list_stop (CarrelNoticeList *self)
{
  if (!is_untold (self))
    return FALSE;
  carrel_notice_list_acknowledge (self);
  return gtk_widget_grab_focus (GTK_WIDGET (self));
}
