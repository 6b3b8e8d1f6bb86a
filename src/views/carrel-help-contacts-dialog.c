/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Help contacts as rows: each way to reach somebody is one row that opens it and can be copied. */
#define G_LOG_DOMAIN "carrel-help-contacts-dialog"

#include "config.h"

#include "carrel-help-contacts-dialog.h"

#include "carrel-accessible.h"
#include "carrel-empty-page.h"
#include "carrel-fact-row.h"

#include <glib/gi18n.h>

struct _CarrelHelpContactsDialog
{
  CarrelDialog parent_instance;

  GtkListBox *contacts;
  CarrelEmptyPage *empty;
};

enum
{
  SIGNAL_OPEN_URI,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CarrelHelpContactsDialog, carrel_help_contacts_dialog, CARREL_TYPE_DIALOG)

static const char *
get_kind (const CarrelContact *contact)
{
  static const struct
  {
    const char *kind, *words;
  } kinds[] = { { "ethics", N_ ("Report what is not right") },
                { "disability", N_ ("Disability service") },
                { "counselling", N_ ("Counselling") } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (contact->kind, kinds[i].kind) == 0)
      return _ (kinds[i].words);
  return _ ("Help");
}

/* What opening an address does, with whom and by which number, address or page. */
static char *
dup_deed (const char *uri, const char *name)
{
  if (g_str_has_prefix (uri, "tel:"))
    /* Translators: what a button does; whom it calls, and the number. */
    return g_strdup_printf (_ ("Call %s"), name);
  if (g_str_has_prefix (uri, "mailto:"))
    /* Translators: what a button does; who gets the mail, and the address. */
    return g_strdup_printf (_ ("Write a mail to %s"), name);
  /* Translators: what a button does; who or what has a page, and its address. */
  return g_strdup_printf (_ ("Open the page of %s"), name);
}

static void
append_row (CarrelHelpContactsDialog *self, const char *title, const char *subtitle, char *uri)
{
  /* Translators: what a contact is for, and how it is reached. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), title, subtitle);
  g_autofree char *deed = dup_deed (uri, name);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_BUTTON,
                                 "use-markup", FALSE, "title", name, "activatable", TRUE, NULL);

  carrel_accessible_name_row (row, deed, NULL);
  g_object_set_data_full (G_OBJECT (row), "carrel-uri", uri, g_free);
  gtk_list_box_append (self->contacts, row);
}

/* A contact that the page only names opens nothing, and is no button. */
static void
append_unreachable (CarrelHelpContactsDialog *self, const char *title)
{
  /* Translators: what a contact is called. */
  g_autofree char *text = g_strdup_printf (_ ("%s: the page gives no number or address"), title);

  gtk_list_box_append (self->contacts, carrel_fact_row_new (text, NULL));
}

static void
append_contact (CarrelHelpContactsDialog *self, const CarrelContact *contact)
{
  const char *title = contact->title != NULL ? contact->title : get_kind (contact);

  if (contact->phone != NULL)
    append_row (self, title, contact->phone, g_strconcat ("tel:", contact->phone, NULL));
  if (contact->url != NULL)
    append_row (self, title, contact->url, g_strdup (contact->url));
  if (contact->phone == NULL && contact->url == NULL)
    append_unreachable (self, title);
}

static void
append_person (CarrelHelpContactsDialog *self, const CarrelPerson *person)
{
  g_autofree char *address = g_uri_escape_string (person->email, "@", FALSE);

  append_row (self, person->name, person->email, g_strconcat ("mailto:", address, NULL));
}

/* Who teaches comes before who assists. */
static void
append_staff (CarrelHelpContactsDialog *self, const CarrelCourse *course, gboolean is_instructor)
{
  for (guint i = 0; i < course->staff->len; i++)
    {
      const CarrelPerson *person = g_ptr_array_index (course->staff, i);

      if (person->name != NULL && person->email != NULL
          && (g_strcmp0 (person->role, "instructor") == 0) == is_instructor)
        append_person (self, person);
    }
}

static void
on_row_activated_cb (CarrelHelpContactsDialog *self, GtkListBoxRow *row)
{
  const char *uri = g_object_get_data (G_OBJECT (row), "carrel-uri");

  if (uri != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN_URI], 0, uri);
}

static void
carrel_help_contacts_dialog_class_init (CarrelHelpContactsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_OPEN_URI]
      = g_signal_new ("open-uri", CARREL_TYPE_HELP_CONTACTS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (CARREL_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-help-contacts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelHelpContactsDialog, contacts);
  gtk_widget_class_bind_template_child (widget_class, CarrelHelpContactsDialog, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
carrel_help_contacts_dialog_init (CarrelHelpContactsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * carrel_help_contacts_dialog_new:
 * @course: a course
 *
 * Returns: (transfer floating): a dialog with the contacts that the course names, and the staff
 * whose mail address it says
 */
GtkWidget *
carrel_help_contacts_dialog_new (const CarrelCourse *course)
{
  CarrelHelpContactsDialog *self = g_object_new (CARREL_TYPE_HELP_CONTACTS_DIALOG, NULL);

  for (guint i = 0; i < course->contacts->len; i++)
    append_contact (self, g_ptr_array_index (course->contacts, i));
  append_staff (self, course, TRUE);
  append_staff (self, course, FALSE);
  /* Staff are no service for an emergency: the page says where one is found. */
  gtk_widget_set_visible (GTK_WIDGET (self->empty), course->contacts->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->contacts),
                          gtk_list_box_get_row_at_index (self->contacts, 0) != NULL);
  return GTK_WIDGET (self);
}
