/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who can be reached: the contacts of a course, then the staff who have a mail address. */
#include "config.h"

#include "carrel-dialog.h"
#include "carrel-empty-page.h"
#include "carrel-help-contacts-dialog.h"

typedef struct
{
  CarrelCourse *course;
  GtkWidget *dialog;
  GString *opened; /* addresses, each with a blank behind it */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->course = carrel_record_new (&carrel_course_type);
  fixture->opened = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  carrel_record_unref (fixture->course);
  g_string_free (fixture->opened, TRUE);
}

static void
add_person (Fixture *fixture, const char *name, const char *role, const char *email)
{
  CarrelPerson *person = carrel_record_new (&carrel_person_type);

  person->name = g_strdup (name);
  person->role = g_strdup (role);
  person->email = g_strdup (email);
  g_ptr_array_add (fixture->course->staff, person);
}

static void
add_contact (Fixture *fixture, const char *title, const char *phone)
{
  CarrelContact *contact = carrel_record_new (&carrel_contact_type);

  contact->title = g_strdup (title);
  contact->phone = g_strdup (phone);
  g_ptr_array_add (fixture->course->contacts, contact);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);
  return found;
}

static void
on_open_uri_cb (Fixture *fixture, const char *uri)
{
  g_string_append_printf (fixture->opened, "%s ", uri);
}

/* Opens the dialog and each of its rows. */
static void
assert_rows (Fixture *fixture, const char *const *names, const char *opened)
{
  GtkListBox *list;
  GtkWidget *advice;
  guint n = 0;

  fixture->dialog = carrel_help_contacts_dialog_new (fixture->course);
  g_signal_connect_swapped (fixture->dialog, "open-uri", G_CALLBACK (on_open_uri_cb), fixture);
  list = GTK_LIST_BOX (find_child (fixture->dialog, GTK_TYPE_LIST_BOX));
  advice = find_child (fixture->dialog, CARREL_TYPE_EMPTY_PAGE);
  for (; names[n] != NULL; n++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) n);

      g_assert_true (ADW_IS_ACTION_ROW (row));
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, names[n]);
      g_signal_emit_by_name (list, "row-activated", row);
    }
  g_assert_null (gtk_list_box_get_row_at_index (list, (int) n));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (list)) == (n > 0));
  g_assert_true (gtk_widget_get_visible (advice) == (fixture->course->contacts->len == 0));
  g_assert_cmpstr (fixture->opened->str, ==, opened);
}

static void
staff_stand_behind_the_contacts (Fixture *fixture, gconstpointer data)
{
  add_person (fixture, "Bo Ray", "TA", "ray@example.edu");
  add_person (fixture, "Cy Fox", "TA", NULL);
  add_person (fixture, "Ann Lee", "instructor", "lee@example.edu");
  add_contact (fixture, "Hotline", "555-0100");
  assert_rows (fixture,
               (const char *const[]){ "Hotline: 555-0100", "Ann Lee: lee@example.edu",
                                      "Bo Ray: ray@example.edu", NULL },
               "tel:555-0100 mailto:lee@example.edu mailto:ray@example.edu ");
}

/* An address of a course pack adds nothing to the mail, and does not take the place of services. */
static void
staff_alone_are_no_service (Fixture *fixture, gconstpointer data)
{
  add_person (fixture, "Ann Lee", NULL, "lee@example.edu?subject=x");
  assert_rows (fixture, (const char *const[]){ "Ann Lee: lee@example.edu?subject=x", NULL },
               "mailto:lee@example.edu%3Fsubject%3Dx ");
}

/* The name of a row begins with what it does; who cannot be reached is said once, and no button. */
static void
rows_say_what_they_do (Fixture *fixture, gconstpointer data)
{
  static const char *const names[]
      = { "Call Hotline: 555-0100", "Open the page of Hotline: https://example.edu/", NULL };
  CarrelContact *hotline;
  GtkListBox *list;
  GtkListBoxRow *row;

  add_contact (fixture, "Hotline", "555-0100");
  hotline = g_ptr_array_index (fixture->course->contacts, 0);
  hotline->url = g_strdup ("https://example.edu/");
  add_contact (fixture, "Disability Service", NULL);
  add_person (fixture, "Ann Lee", "instructor", "lee@example.edu");
  fixture->dialog = carrel_help_contacts_dialog_new (fixture->course);
  list = GTK_LIST_BOX (find_child (fixture->dialog, GTK_TYPE_LIST_BOX));
  for (guint i = 0; names[i] != NULL; i++)
    gtk_test_accessible_assert_property (gtk_list_box_get_row_at_index (list, (int) i),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL, names[i]);
  row = gtk_list_box_get_row_at_index (list, 2);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Disability Service: the page gives no number or address");
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_false (gtk_list_box_row_get_activatable (row));
  gtk_test_accessible_assert_property (gtk_list_box_get_row_at_index (list, 3),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Write a mail to Ann Lee: lee@example.edu");
}

static void
nobody_is_said (Fixture *fixture, gconstpointer data)
{
  add_person (fixture, "Cy Fox", "TA", NULL);
  assert_rows (fixture, (const char *const[]){ NULL }, "");
}

static void
add (const char *name, void (*run) (Fixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/carrel/views/help-contacts-dialog/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("staff-stand-behind-the-contacts", staff_stand_behind_the_contacts);
  add ("staff-alone-are-no-service", staff_alone_are_no_service);
  add ("rows-say-what-they-do", rows_say_what_they_do);
  add ("nobody-is-said", nobody_is_said);
  return g_test_run ();
}
