/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* AdwBanner is newer than our floor. The notice is a named group, so that a screen reader says the
 * sentence when its button gets the focus. */
#define G_LOG_DOMAIN "carrel-notice"

#include "config.h"

#include "carrel-notice.h"

#include "carrel-accessible.h"
#include "carrel-row-layout.h"

struct _CarrelNotice
{
  AdwBin parent_instance;

  GtkWidget *label;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (CarrelNotice, carrel_notice, ADW_TYPE_BIN)

static void
carrel_notice_class_init (CarrelNoticeClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
carrel_notice_init (CarrelNotice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, g_object_new (CARREL_TYPE_ROW_LAYOUT, NULL));
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  self->button = gtk_button_new ();
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->button);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "notice");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * carrel_notice_show:
 * @self: a notice
 * @text: a sentence, translated
 * @button_label: (nullable): what the button says, translated; %NULL is no button
 * @action_name: (nullable): the action of the button, without a parameter
 *
 * Shows a sentence until it is hidden.
 */
void
carrel_notice_show (CarrelNotice *self,
                    const char *text,
                    const char *button_label,
                    const char *action_name)
{
  gtk_label_set_label (GTK_LABEL (self->label), text);
  carrel_accessible_set_label (self, text);
  gtk_widget_set_visible (self->button, button_label != NULL);
  if (button_label != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), button_label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * carrel_notice_hide:
 * @self: a notice
 */
void
carrel_notice_hide (CarrelNotice *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
