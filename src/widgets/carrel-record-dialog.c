/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A form made from a table of fields. The description of an entry says what is wrong with it, as
 * one types, because that is what a screen reader says at once. */
#define G_LOG_DOMAIN "carrel-record-dialog"

#include "config.h"

#include "carrel-record-dialog.h"

#include "carrel-accessible.h"
#include "carrel-choice-button.h"
#include "carrel-form-draft.h"
#include "carrel-format.h"
#include "carrel-notice-list.h"

#include <glib/gi18n.h>

struct _CarrelRecordDialog
{
  CarrelDialog parent_instance;

  gpointer record;     /* a copy of our own */
  GHashTable *wrong;   /* names of fields that do not fit */
  GHashTable *entries; /* name of a field to its entry */
  CarrelFormDraft *draft;
  CarrelRecordRefusal refusal;
  gpointer refusal_data;
  CarrelRecordCheck check;
  gpointer check_data;
  GDestroyNotify free_check_data;

  GtkWidget *save_button;
  CarrelNoticeList *warnings;
  GtkBox *lines;
};

static guint saved;

G_DEFINE_FINAL_TYPE (CarrelRecordDialog, carrel_record_dialog, CARREL_TYPE_DIALOG)

#define FIELD_KEY "carrel-field"
#define HINT_KEY  "carrel-hint"
#define USED_KEY  "carrel-used"
#define LEFT_KEY  "carrel-left"
#define LABEL_KEY "carrel-label"

/* A warning stands below the line that was written in, and the focus comes to it next. What is said
 * of all of the form stands above it, and so does a refusal: the entry to blame tells it as well.
 */
static void
show_notices (CarrelRecordDialog *self, const char *const *notices, const char *below)
{
  GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->lines));

  if (!carrel_notice_list_set (self->warnings, notices))
    return;
  while (line != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (line), FIELD_KEY), below) != 0)
    line = gtk_widget_get_next_sibling (line);
  gtk_box_reorder_child_after (self->lines, GTK_WIDGET (self->warnings),
                               below != NULL ? line : NULL);
}

/* Shows the notice of a draft, and a refusal or a warning of the record as it is. */
static void
show_findings (CarrelRecordDialog *self, const char *draft, const char *finding, const char *below)
{
  const char *notices[] = { draft != NULL ? draft : finding, draft != NULL ? finding : NULL, NULL };

  if (draft != NULL || self->refusal != NULL || self->check != NULL)
    show_notices (self, notices, draft == NULL ? below : NULL);
}

/* Returns why the record cannot be saved as it is, or NULL. */
static char *
run_check (CarrelRecordDialog *self, const char *edited, const char **field)
{
  const char *draft = carrel_form_draft_get_notice (self->draft);
  g_autofree char *refusal = NULL;
  g_autofree char *warning = NULL;

  gtk_widget_set_sensitive (self->save_button, FALSE);
  if (g_hash_table_size (self->wrong) > 0)
    {
      if (draft != NULL)
        show_findings (self, draft, NULL, NULL);
      return NULL;
    }
  if (self->refusal != NULL)
    refusal = self->refusal (self->record, self->refusal_data, field);
  gtk_widget_set_sensitive (self->save_button, refusal == NULL);
  if (refusal == NULL && self->check != NULL)
    warning = self->check (self->record, self->check_data);
  show_findings (self, draft, refusal != NULL ? refusal : warning, refusal == NULL ? edited : NULL);
  carrel_notice_list_warn (self->warnings, warning, self->save_button);
  return g_steal_pointer (&refusal);
}

/* A time as people write it becomes the one form that a record takes. */
static char *
normalise (const CarrelField *field, const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  int minutes;

  if (*trimmed == '\0')
    return NULL;
  if (field->kind == CARREL_FIELD_DECIMAL)
    {
      char *number = carrel_format_parse_decimal (trimmed);

      return number != NULL ? number : g_steal_pointer (&trimmed);
    }
  if (field->kind == CARREL_FIELD_TIME && carrel_format_parse_minutes (trimmed, &minutes))
    return carrel_time_to_text (minutes);
  return g_steal_pointer (&trimmed);
}

static void
set_field (CarrelRecordDialog *self, const char *name, const char *text)
{
  if (carrel_record_dialog_read_field (self->record, name, text))
    g_hash_table_remove (self->wrong, name);
  else
    g_hash_table_add (self->wrong, (gpointer) name);
}

/* What is wrong with a text that cannot be read, or NULL. */
static const char *
get_fault (CarrelRecordDialog *self, const char *name)
{
  const CarrelField *field = carrel_record_find_field (self->record, name);

  if (!g_hash_table_contains (self->wrong, name))
    return NULL;
  if (field->kind == CARREL_FIELD_TIME)
    return _ ("This is no time. Write it as 15:00 or 3 pm.");
  return field->kind == CARREL_FIELD_DATE ? _ ("This is no date. Write it as 2024-02-15.") : NULL;
}

/* What is heard while one types: how it is written, or why it cannot be. A text that is not whole
 * yet is no fault: it becomes one when it is left, and stands below the entry then. */
static void
mark_entry (CarrelRecordDialog *self, GtkWidget *entry, const char *refusal)
{
  const char *name = g_object_get_data (G_OBJECT (entry), FIELD_KEY);
  const char *hint = g_object_get_data (G_OBJECT (entry), HINT_KEY);
  GtkLabel *label = g_object_get_data (G_OBJECT (entry), LABEL_KEY);
  gboolean is_left = g_object_get_data (G_OBJECT (entry), LEFT_KEY) != NULL;
  const char *fault = is_left ? get_fault (self, name) : NULL;
  gboolean is_read = !g_hash_table_contains (self->wrong, name);
  gboolean is_right = is_read && refusal == NULL;

  if (fault != NULL)
    hint = fault;
  if (label != NULL)
    gtk_label_set_label (label, hint);

  if (is_right)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  carrel_accessible_set_invalid (entry, !is_right,
                                 refusal != NULL ? refusal
                                 : is_read       ? NULL
                                                 : hint);
}

/* A refusal is the fault of one entry: the others are right, and one that nobody has come to yet
 * is not wrong. */
static void
mark_entries (CarrelRecordDialog *self, const char *edited)
{
  const char *field = NULL;
  g_autofree char *refusal = run_check (self, edited, &field);
  GHashTableIter iter;
  gpointer name, entry;

  if (field == NULL || !g_hash_table_contains (self->entries, field))
    field = edited;
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &name, &entry))
    if (g_object_get_data (entry, USED_KEY) != NULL
        && (g_strcmp0 (name, edited) == 0 || g_strcmp0 (name, field) == 0
            || gtk_widget_has_css_class (entry, "error")))
      mark_entry (self, entry, g_strcmp0 (name, field) == 0 ? refusal : NULL);
}

static void
on_entry_changed_cb (CarrelRecordDialog *self, GtkEditable *entry)
{
  const char *name = g_object_get_data (G_OBJECT (entry), FIELD_KEY);

  set_field (self, name, gtk_editable_get_text (entry));
  g_object_set_data (G_OBJECT (entry), USED_KEY, self);
  g_object_set_data (G_OBJECT (entry), LEFT_KEY, NULL);
  mark_entries (self, name);
}

static void
on_entry_left_cb (CarrelRecordDialog *self, GtkEventController *controller)
{
  GtkWidget *entry = gtk_event_controller_get_widget (controller);

  if (self->wrong == NULL
      || !g_hash_table_contains (self->wrong, g_object_get_data (G_OBJECT (entry), FIELD_KEY)))
    return;
  g_object_set_data (G_OBJECT (entry), LEFT_KEY, self);
  mark_entry (self, entry, NULL);
}

static GtkWidget *
find_first_wrong (CarrelRecordDialog *self, const char *refused)
{
  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->lines)); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      const char *name = g_object_get_data (G_OBJECT (line), FIELD_KEY);

      if (name != NULL
          && (g_hash_table_contains (self->wrong, name) || g_strcmp0 (name, refused) == 0))
        return g_hash_table_lookup (self->entries, name);
    }
  return NULL;
}

/* Says what keeps the form from being saved, where that is. */
static void
point_at_wrong (CarrelRecordDialog *self, GtkWidget *entry)
{
  const char *field = NULL;
  g_autofree char *refusal = run_check (self, NULL, &field);
  GtkWidget *wrong = find_first_wrong (self, field);

  if (wrong == NULL)
    wrong = entry;
  if (wrong == NULL)
    return;
  g_object_set_data (G_OBJECT (wrong), USED_KEY, self);
  g_object_set_data (G_OBJECT (wrong), LEFT_KEY, self);
  mark_entry (self, wrong, refusal);
  carrel_accessible_point_at (wrong);
}

/* Return does not press a button that cannot be pressed. */
static void
on_entry_activated_cb (CarrelRecordDialog *self, GtkWidget *entry)
{
  if (!gtk_widget_get_sensitive (self->save_button))
    point_at_wrong (self, entry);
}

static void
on_choice_changed_cb (CarrelRecordDialog *self, GParamSpec *pspec, CarrelChoiceButton *button)
{
  const char *name = g_object_get_data (G_OBJECT (button), FIELD_KEY);
  const char *id = carrel_choice_button_get_selected (button);

  set_field (self, name, id != NULL ? id : "");
  mark_entries (self, name);
}

static GtkWidget *
make_choice (CarrelRecordDialog *self, const CarrelRecordEntry *entry, const char *text)
{
  GtkWidget *button = carrel_choice_button_new (_ (entry->label));

  for (const CarrelRecordChoice *choice = entry->choices; choice->id != NULL; choice++)
    carrel_choice_button_append (CARREL_CHOICE_BUTTON (button), choice->id,
                                 *choice->label != '\0' ? _ (choice->label) : "");
  carrel_choice_button_set_selected (CARREL_CHOICE_BUTTON (button), text != NULL ? text : "");
  g_object_set_data (G_OBJECT (button), FIELD_KEY, (gpointer) entry->field);
  g_signal_connect_object (button, "notify::selected", G_CALLBACK (on_choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
make_entry (CarrelRecordDialog *self, const CarrelRecordEntry *entry, const char *text)
{
  GtkWidget *widget = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_text (GTK_EDITABLE (widget), text != NULL ? text : "");
  carrel_accessible_set_label (widget, _ (entry->label));
  g_object_set_data (G_OBJECT (widget), FIELD_KEY, (gpointer) entry->field);
  g_hash_table_insert (self->entries, (gpointer) entry->field, widget);
  if (entry->hint != NULL)
    g_object_set_data (G_OBJECT (widget), HINT_KEY, (gpointer) _ (entry->hint));
  g_signal_connect_object (widget, "changed", G_CALLBACK (on_entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "activate", G_CALLBACK (on_entry_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_entry_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  gtk_entry_set_activates_default (GTK_ENTRY (widget), TRUE);
  return widget;
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_line (CarrelRecordDialog *self, const CarrelRecordEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *widget;
  g_autofree char *text = carrel_record_dup_field (
      self->record, carrel_record_find_field (self->record, entry->field));

  add_label (box, _ (entry->label), "caption-heading");
  widget
      = entry->choices != NULL ? make_choice (self, entry, text) : make_entry (self, entry, text);
  carrel_form_draft_add (self->draft, widget);
  gtk_box_append (GTK_BOX (box), widget);
  if (entry->hint != NULL)
    g_object_set_data (G_OBJECT (widget), LABEL_KEY, add_label (box, _ (entry->hint), "caption"));
  g_object_set_data (G_OBJECT (box), FIELD_KEY, (gpointer) entry->field);
  gtk_box_append (self->lines, box);
}

/* With the focus on the button, its description was heard. */
static void
on_save_clicked_cb (CarrelRecordDialog *self)
{
  g_autoptr (CarrelRecordDialog) kept = g_object_ref (self);

  if (gtk_window_get_focus (GTK_WINDOW (self)) != self->save_button
      && carrel_notice_list_stop (self->warnings))
    return;
  carrel_form_draft_settle (self->draft);
  g_signal_emit (self, saved, 0, self->record);
  if (carrel_form_draft_is_settled (self->draft))
    gtk_window_close (GTK_WINDOW (kept));
  else
    mark_entries (self, NULL);
}

static void
on_cancel_clicked_cb (CarrelRecordDialog *self)
{
  carrel_form_draft_settle (self->draft);
  gtk_window_close (GTK_WINDOW (self));
}

/* Only "Cancel" gives up what was typed: Escape is pressed too easily. */
static gboolean
carrel_record_dialog_close_request (GtkWindow *window)
{
  carrel_form_draft_leave (CARREL_RECORD_DIALOG (window)->draft);
  return GTK_WINDOW_CLASS (carrel_record_dialog_parent_class)->close_request (window);
}

/* Return where there is no entry. */
static void
carrel_record_dialog_activate_default (GtkWindow *window)
{
  CarrelRecordDialog *self = CARREL_RECORD_DIALOG (window);

  if (gtk_widget_get_sensitive (self->save_button))
    GTK_WINDOW_CLASS (carrel_record_dialog_parent_class)->activate_default (window);
  else
    point_at_wrong (self, NULL);
}

/* A form begins where one writes, not at a notice about what is not written yet. */
static void
carrel_record_dialog_map (GtkWidget *widget)
{
  CarrelRecordDialog *self = CARREL_RECORD_DIALOG (widget);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->lines));

  if (first == GTK_WIDGET (self->warnings))
    first = gtk_widget_get_next_sibling (first);
  GTK_WIDGET_CLASS (carrel_record_dialog_parent_class)->map (widget);
  if (first != NULL)
    carrel_dialog_focus_first (CARREL_DIALOG (self), first);
}

static void
carrel_record_dialog_dispose (GObject *object)
{
  CarrelRecordDialog *self = CARREL_RECORD_DIALOG (object);

  if (self->free_check_data != NULL)
    g_clear_pointer (&self->check_data, self->free_check_data);
  self->check = NULL;
  self->refusal = NULL;
  g_clear_pointer (&self->record, carrel_record_unref);
  g_clear_pointer (&self->wrong, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->draft, carrel_form_draft_free);
  G_OBJECT_CLASS (carrel_record_dialog_parent_class)->dispose (object);
}

static void
carrel_record_dialog_class_init (CarrelRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CARREL_TYPE_NOTICE_LIST);
  G_OBJECT_CLASS (klass)->dispose = carrel_record_dialog_dispose;
  widget_class->map = carrel_record_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = carrel_record_dialog_close_request;
  GTK_WINDOW_CLASS (klass)->activate_default = carrel_record_dialog_activate_default;
  saved = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                        G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelRecordDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, CarrelRecordDialog, warnings);
  gtk_widget_class_bind_template_child (widget_class, CarrelRecordDialog, lines);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
carrel_record_dialog_init (CarrelRecordDialog *self)
{
  self->wrong = g_hash_table_new (g_str_hash, g_str_equal);
  self->entries = g_hash_table_new (g_str_hash, g_str_equal);
  self->draft = carrel_form_draft_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
}

/* A date or a time is written anew as a whole. */
static void
offer_first (CarrelRecordDialog *self, const char *name)
{
  const CarrelField *field = carrel_record_find_field (self->record, name);
  GtkWidget *entry = g_hash_table_lookup (self->entries, name);

  if (entry != NULL && (field->kind == CARREL_FIELD_DATE || field->kind == CARREL_FIELD_TIME))
    carrel_dialog_offer (CARREL_DIALOG (self), GTK_EDITABLE (entry));
}

/**
 * carrel_record_dialog_new:
 * @title: the title of the window, translated
 * @record: what to start from; it is copied
 * @entries: the fields to show, in order
 *
 * Returns: (transfer none): a dialog, owned by GTK until it is closed
 */
GtkWidget *
carrel_record_dialog_new (const char *title, gconstpointer record, const CarrelRecordEntry *entries)
{
  CarrelRecordDialog *self = g_object_new (CARREL_TYPE_RECORD_DIALOG, "title", title, NULL);

  self->record = carrel_record_copy (record);
  for (const CarrelRecordEntry *entry = entries; entry->field != NULL; entry++)
    add_line (self, entry);
  offer_first (self, entries->field);
  return GTK_WIDGET (self);
}

/**
 * carrel_record_dialog_set_verb:
 * @self: a dialog
 * @label: what its button says, translated, with a mnemonic
 *
 * Names what happens next where that is not saving.
 */
void
carrel_record_dialog_set_verb (CarrelRecordDialog *self, const char *label)
{
  gtk_button_set_label (GTK_BUTTON (self->save_button), label);
}

/**
 * carrel_record_dialog_read_field:
 * @record: a record
 * @name: one of its fields
 * @text: what a person wrote
 *
 * Sets a field from text as people write it, such as "3 pm".
 *
 * Returns: whether it can be read; if not, @record is as it was
 */
gboolean
carrel_record_dialog_read_field (gpointer record, const char *name, const char *text)
{
  const CarrelField *field = carrel_record_find_field (record, name);
  g_autofree char *value = normalise (field, text);

  return carrel_record_set_field (record, field, value, NULL);
}

/**
 * carrel_record_dialog_fail:
 * @self: a dialog whose record was to be saved
 * @error: (nullable): why it was not
 *
 * Keeps the form open and says why, when called by what takes "saved". %NULL does nothing.
 */
void
carrel_record_dialog_fail (CarrelRecordDialog *self, const GError *error)
{
  if (error != NULL)
    carrel_form_draft_fail (self->draft, error->message);
}

/**
 * carrel_record_dialog_set_refusal:
 * @self: a dialog
 * @refusal: says why a record cannot be saved and which field is to blame, or %NULL
 * @user_data: handed to @refusal; of the same life as what is handed to the check
 *
 * Keeps a record with a value out of bounds from being saved, from now on.
 */
void
carrel_record_dialog_set_refusal (CarrelRecordDialog *self,
                                  CarrelRecordRefusal refusal,
                                  gpointer user_data)
{
  self->refusal = refusal;
  self->refusal_data = user_data;
  mark_entries (self, NULL);
}

/**
 * carrel_record_dialog_set_check:
 * @self: a dialog
 * @check: what looks at the record after each change
 * @user_data: handed to @check
 * @free_data: (nullable): frees @user_data
 *
 * Shows warnings in the form, from now on. One that there is at first is not news.
 */
void
carrel_record_dialog_set_check (CarrelRecordDialog *self,
                                CarrelRecordCheck check,
                                gpointer user_data,
                                GDestroyNotify free_data)
{
  self->check = check;
  self->check_data = user_data;
  self->free_check_data = free_data;
  mark_entries (self, NULL);
  carrel_notice_list_acknowledge (self->warnings);
}

/**
 * carrel_record_dialog_present:
 * @self: a new dialog
 * @from: the widget that it was opened from
 * @subject: the id of what the form is about, under its title
 *
 * Shows the form, with what was typed when it was left the last time without saving.
 */
void
carrel_record_dialog_present (CarrelRecordDialog *self, GtkWidget *from, const char *subject)
{
  g_autofree char *key
      = g_strdup_printf ("%s\n%s", gtk_window_get_title (GTK_WINDOW (self)), subject);

  carrel_form_draft_offer (self->draft, from, key);
  carrel_dialog_present (CARREL_DIALOG (self), from);
}
