/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Drafts belong to the window that all dialogs stand over, which tells of them as well. */
#define G_LOG_DOMAIN "carrel-form-draft"

#include "config.h"

#include "carrel-form-draft.h"

#include "carrel-choice-button.h"

#include <glib/gi18n.h>

#define DRAFTS_KEY "carrel-form-drafts"

struct _CarrelFormDraft
{
  GPtrArray *fields; /* of GtkWidget that can be typed into or chosen, in the order of the form */
  GPtrArray *begun;  /* of text: what the form began with */
  GtkWidget *window; /* weak */
  char *key;
  char *failure; /* why the form could not be saved, or NULL */
  char *notice;  /* that what was typed is here again; NULL for what is said in most forms */
  gboolean is_restored;
  gboolean is_settled; /* saved, or given up */
};

/**
 * carrel_form_draft_new:
 *
 * Returns: (transfer full): the draft of a form without fields
 */
CarrelFormDraft *
carrel_form_draft_new (void)
{
  CarrelFormDraft *self = g_new0 (CarrelFormDraft, 1);

  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
  self->begun = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * carrel_form_draft_free:
 * @self: (transfer full): the draft of a form
 *
 * Frees it; what was kept by carrel_form_draft_leave() stays kept.
 */
void
carrel_form_draft_free (CarrelFormDraft *self)
{
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->begun);
  g_clear_weak_pointer (&self->window);
  g_free (self->key);
  g_free (self->failure);
  g_free (self->notice);
  g_free (self);
}

static char *
dup_editable (GtkWidget *field)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (field)));
}

static void
set_editable (GtkWidget *field, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (field), text);
}

static char *
dup_choice (GtkWidget *field)
{
  return g_strdup (carrel_choice_button_get_selected (CARREL_CHOICE_BUTTON (field)));
}

static void
set_choice (GtkWidget *field, const char *text)
{
  if (carrel_choice_button_offers (CARREL_CHOICE_BUTTON (field), text))
    carrel_choice_button_set_selected (CARREL_CHOICE_BUTTON (field), text);
}

static char *
dup_check (GtkWidget *field)
{
  return g_strdup (gtk_check_button_get_active (GTK_CHECK_BUTTON (field)) ? "1" : "");
}

static void
set_check (GtkWidget *field, const char *text)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (field), *text != '\0');
}

static char *
dup_page (GtkWidget *field)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), "text", &text, NULL);
  return text;
}

static void
set_page (GtkWidget *field, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), text, -1);
}

/* What a field of each kind says, as text, and how it is made to say that again. */
static const struct
{
  GType (*get_type) (void);
  char *(*dup) (GtkWidget *field);
  void (*set) (GtkWidget *field, const char *text);
} kinds[] = {
  { gtk_editable_get_type, dup_editable, set_editable },
  { carrel_choice_button_get_type, dup_choice, set_choice },
  { gtk_check_button_get_type, dup_check, set_check },
  { gtk_text_view_get_type, dup_page, set_page },
};

static guint
find_kind (GtkWidget *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_type_is_a (G_OBJECT_TYPE (field), kinds[i].get_type ()))
      return i;
  g_return_val_if_reached (0);
}

static char *
dup_text (GtkWidget *field)
{
  char *text = kinds[find_kind (field)].dup (field);

  return text != NULL ? text : g_strdup ("");
}

static void
set_text (GtkWidget *field, const char *text)
{
  kinds[find_kind (field)].set (field, text);
}

/**
 * carrel_form_draft_add:
 * @self: the draft of a form
 * @field: an entry, a choice, a check button or a text view, with what the form begins with
 */
void
carrel_form_draft_add (CarrelFormDraft *self, GtkWidget *field)
{
  g_ptr_array_add (self->fields, g_object_ref (field));
  g_ptr_array_add (self->begun, dup_text (field));
}

/* The drafts that wait, each by its key. */
static GHashTable *
get_drafts (GtkWidget *window)
{
  GHashTable *drafts = g_object_get_data (G_OBJECT (window), DRAFTS_KEY);

  if (drafts == NULL)
    {
      drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_ptr_array_unref);
      g_object_set_data_full (G_OBJECT (window), DRAFTS_KEY, drafts,
                              (GDestroyNotify) g_hash_table_unref);
    }
  return drafts;
}

static GtkWidget *
find_lowest_window (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  while (window != NULL && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  return GTK_WIDGET (window);
}

/**
 * carrel_form_draft_set_notice:
 * @self: the draft of a form
 * @notice: that what was typed is here again, translated
 *
 * Says so in other words, where the form has no "Cancel" that would give it up.
 */
void
carrel_form_draft_set_notice (CarrelFormDraft *self, const char *notice)
{
  g_free (self->notice);
  self->notice = g_strdup (notice);
}

/**
 * carrel_form_draft_offer:
 * @self: the draft of a form that has all its fields
 * @from: the widget that the form is opened from
 * @key: what the form is for, the same whenever that is opened
 *
 * Puts into the form what was typed when it was left the last time, and says so.
 */
void
carrel_form_draft_offer (CarrelFormDraft *self, GtkWidget *from, const char *key)
{
  GPtrArray *texts;

  g_set_weak_pointer (&self->window, find_lowest_window (from));
  self->key = g_strdup (key);
  if (self->window == NULL)
    return;
  texts = g_hash_table_lookup (get_drafts (self->window), key);
  if (texts == NULL || texts->len != self->fields->len)
    return;
  self->is_restored = TRUE;
  for (guint i = 0; i < texts->len; i++)
    set_text (g_ptr_array_index (self->fields, i), g_ptr_array_index (texts, i));
  gtk_widget_activate_action (self->window, "win.announce", "s",
                              carrel_form_draft_get_notice (self));
}

/**
 * carrel_form_draft_get_notice:
 * @self: the draft of a form
 *
 * Returns: (nullable): what is to be seen above the form, translated
 */
const char *
carrel_form_draft_get_notice (CarrelFormDraft *self)
{
  if (self->failure != NULL)
    return self->failure;
  if (!self->is_restored)
    return NULL;
  /* Translators: above a form that was left without saving and is opened once more. "Cancel" is the
   * button of the form. */
  return self->notice != NULL
             ? self->notice
             : _ ("Here is what you typed before and did not save. Cancel gives it up.");
}

static gboolean
is_changed (CarrelFormDraft *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      g_autofree char *text = dup_text (g_ptr_array_index (self->fields, i));

      if (!g_str_equal (text, g_ptr_array_index (self->begun, i)))
        return TRUE;
    }
  return FALSE;
}

/**
 * carrel_form_draft_keep:
 * @self: the draft of a form that is closed
 *
 * Keeps what was typed without a word, unless it is settled what becomes of it.
 *
 * Returns: whether there is something that is kept
 */
gboolean
carrel_form_draft_keep (CarrelFormDraft *self)
{
  GPtrArray *texts;

  if (self->is_settled || self->window == NULL)
    return FALSE;
  if (!is_changed (self))
    {
      g_hash_table_remove (get_drafts (self->window), self->key);
      return FALSE;
    }
  texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->fields->len; i++)
    g_ptr_array_add (texts, dup_text (g_ptr_array_index (self->fields, i)));
  g_hash_table_replace (get_drafts (self->window), g_strdup (self->key), texts);
  return TRUE;
}

/**
 * carrel_form_draft_leave:
 * @self: the draft of a form that is closed
 *
 * Keeps what was typed and says so, unless it is settled what becomes of it.
 *
 * Returns: whether there is something that is kept
 */
gboolean
carrel_form_draft_leave (CarrelFormDraft *self)
{
  if (!carrel_form_draft_keep (self))
    return FALSE;
  gtk_widget_activate_action (
      self->window, "win.toast", "s",
      /* Translators: Escape was pressed in a form. */
      _ ("Kept but not saved: what you typed is here again when you open this form."));
  return TRUE;
}

/**
 * carrel_form_draft_settle:
 * @self: the draft of a form that is saved or given up
 *
 * Keeps nothing.
 */
void
carrel_form_draft_settle (CarrelFormDraft *self)
{
  self->is_settled = TRUE;
  g_clear_pointer (&self->failure, g_free);
  if (self->window != NULL)
    g_hash_table_remove (get_drafts (self->window), self->key);
}

/**
 * carrel_form_draft_fail:
 * @self: the draft of a form that was to be saved
 * @reason: why it was not, translated
 *
 * Says so; the form stays, and what was typed is not settled.
 */
void
carrel_form_draft_fail (CarrelFormDraft *self, const char *reason)
{
  self->is_settled = FALSE;
  g_free (self->failure);
  self->failure = g_strdup (reason);
  if (self->window != NULL)
    gtk_widget_activate_action (self->window, "win.announce", "s", reason);
}

/**
 * carrel_form_draft_is_settled:
 * @self: the draft of a form
 *
 * Returns: whether the form is saved or given up
 */
gboolean
carrel_form_draft_is_settled (CarrelFormDraft *self)
{
  return self->is_settled;
}
