/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Says what is wrong in the description of the entry, which is heard at once. */
#define G_LOG_DOMAIN "carrel-name-dialog"

#include "config.h"

#include "carrel-name-dialog.h"

#include "carrel-accessible.h"
#include "carrel-form-draft.h"
#include "carrel-notice-list.h"

#include <glib/gi18n.h>

/* Letters of a sentence that is asked for. */
#define MAX_SENTENCE 300

struct _CarrelNameDialog
{
  CarrelDialog parent_instance;

  GStrv taken;
  CarrelFormDraft *draft;
  gboolean is_refused;

  CarrelNoticeList *notices;
  GtkLabel *label;
  GtkEntry *entry;
  GtkLabel *error;
  GtkWidget *accept_button;
};

static guint accepted;

G_DEFINE_FINAL_TYPE (CarrelNameDialog, carrel_name_dialog, CARREL_TYPE_DIALOG)

static void
show_error (CarrelNameDialog *self, const char *reason)
{
  gtk_label_set_label (self->error, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), reason != NULL);
  carrel_accessible_set_invalid (self->entry, reason != NULL, reason);
}

static void
on_changed_cb (CarrelNameDialog *self)
{
  show_error (self, NULL);
}

/* Returns whether the name was taken. */
static gboolean
accept (CarrelNameDialog *self, const char *name)
{
  self->is_refused = FALSE;
  g_signal_emit (self, accepted, 0, name);
  return !self->is_refused;
}

static void
on_accepted_cb (CarrelNameDialog *self)
{
  g_autoptr (CarrelNameDialog) kept = g_object_ref (self);
  g_autofree char *name
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*name == '\0')
    show_error (self, gtk_entry_get_max_length (self->entry) == MAX_SENTENCE
                          ? _ ("Type something first.")
                          : _ ("Type a name first."));
  else if (g_strv_contains ((const char *const *) self->taken, name))
    show_error (self, _ ("There is one of that name already. Choose another name."));
  else if (accept (self, name))
    {
      carrel_form_draft_settle (self->draft);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_cancel_clicked_cb (CarrelNameDialog *self)
{
  carrel_form_draft_settle (self->draft);
  gtk_window_close (GTK_WINDOW (self));
}

/* Only "Cancel" gives up what was typed: Escape is pressed too easily. */
static gboolean
carrel_name_dialog_close_request (GtkWindow *window)
{
  carrel_form_draft_leave (CARREL_NAME_DIALOG (window)->draft);
  return GTK_WINDOW_CLASS (carrel_name_dialog_parent_class)->close_request (window);
}

static void
carrel_name_dialog_finalize (GObject *object)
{
  g_strfreev (CARREL_NAME_DIALOG (object)->taken);
  carrel_form_draft_free (CARREL_NAME_DIALOG (object)->draft);
  G_OBJECT_CLASS (carrel_name_dialog_parent_class)->finalize (object);
}

static void
carrel_name_dialog_class_init (CarrelNameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CARREL_TYPE_NOTICE_LIST);
  G_OBJECT_CLASS (klass)->finalize = carrel_name_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = carrel_name_dialog_close_request;
  accepted = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                           NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/carrel/Carrel/ui/carrel-name-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelNameDialog, notices);
  gtk_widget_class_bind_template_child (widget_class, CarrelNameDialog, label);
  gtk_widget_class_bind_template_child (widget_class, CarrelNameDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, CarrelNameDialog, error);
  gtk_widget_class_bind_template_child (widget_class, CarrelNameDialog, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_accepted_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
}

static void
carrel_name_dialog_init (CarrelNameDialog *self)
{
  self->draft = carrel_form_draft_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept_button);
}

/**
 * carrel_name_dialog_new:
 * @title: what is named, translated, such as "New scenario"
 * @name: the name to start from
 * @taken: (array zero-terminated=1): names that cannot be chosen
 *
 * Returns: (transfer floating): a dialog to be presented
 */
GtkWidget *
carrel_name_dialog_new (const char *title, const char *name, const char *const *taken)
{
  CarrelNameDialog *self = g_object_new (CARREL_TYPE_NAME_DIALOG, "title", title, NULL);

  self->taken = g_strdupv ((char **) taken);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  carrel_form_draft_add (self->draft, GTK_WIDGET (self->entry));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GTK_WIDGET (self);
}

/**
 * carrel_name_dialog_ask:
 * @self: a new dialog
 * @label: what is asked for instead of a name, with a mnemonic
 *
 * Asks for a sentence, which may be longer than a name.
 */
void
carrel_name_dialog_ask (CarrelNameDialog *self, const char *label)
{
  gtk_label_set_label (self->label, label);
  gtk_entry_set_max_length (self->entry, MAX_SENTENCE);
}

/**
 * carrel_name_dialog_present:
 * @self: a new dialog
 * @from: the widget that it was opened from
 * @subject: the id of what is named, under the title
 *
 * Shows the dialog, with the name that was typed when it was left the last time without saving.
 */
void
carrel_name_dialog_present (CarrelNameDialog *self, GtkWidget *from, const char *subject)
{
  const char *notices[2] = { NULL, NULL };
  g_autofree char *key
      = g_strdup_printf ("%s\n%s", gtk_window_get_title (GTK_WINDOW (self)), subject);

  carrel_form_draft_offer (self->draft, from, key);
  notices[0] = carrel_form_draft_get_notice (self->draft);
  carrel_notice_list_set (self->notices, notices);
  carrel_dialog_present (CARREL_DIALOG (self), from);
}

/**
 * carrel_name_dialog_fail:
 * @self: a dialog whose name was to be kept
 * @error: (nullable): why it was not
 *
 * Keeps the dialog open and says why, when called by what takes "accepted". %NULL does nothing.
 */
void
carrel_name_dialog_fail (CarrelNameDialog *self, const GError *error)
{
  if (error == NULL)
    return;
  self->is_refused = TRUE;
  show_error (self, error->message);
}
