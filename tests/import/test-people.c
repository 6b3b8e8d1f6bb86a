/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a course is called, who teaches it, and where to turn to, on pages in many styles. */
#include "config.h"

#include "fact-cases.h"

static void
add_text (GString *facts, const char *what, const char *text)
{
  if (text != NULL)
    g_string_append_printf (facts, "%s %s\n", what, text);
}

static void
add_identity (GString *facts, const CarrelCourse *course)
{
  g_autofree char *first = carrel_date_to_text (course->starts_on);
  g_autofree char *last = carrel_date_to_text (course->ends_on);

  add_text (facts, "title", course->title);
  add_text (facts, "code", course->code);
  add_text (facts, "term", course->term);
  add_text (facts, "zone", course->time_zone);
  add_text (facts, "from", first);
  add_text (facts, "until", last);
}

static void
add_people (GString *facts, const CarrelCourse *course)
{
  for (guint i = 0; i < course->staff->len; i++)
    {
      const CarrelPerson *person = g_ptr_array_index (course->staff, i);

      g_string_append_printf (facts, "person %s", person->name);
      if (person->role != NULL)
        g_string_append_printf (facts, ", %s", person->role);
      if (person->email != NULL)
        g_string_append_printf (facts, " <%s>", person->email);
      g_string_append_c (facts, '\n');
    }
}

static void
add_places (GString *facts, const CarrelCourse *course)
{
  for (guint i = 0; i < course->links->len; i++)
    {
      const CarrelLink *link = g_ptr_array_index (course->links, i);

      g_string_append_printf (facts, "link %s %s (%s)\n", link->kind, link->url, link->title);
    }
  for (guint i = 0; i < course->contacts->len; i++)
    {
      const CarrelContact *contact = g_ptr_array_index (course->contacts, i);

      g_string_append_printf (facts, "contact %s %s %s\n", contact->kind,
                              contact->url != NULL ? contact->url : "-",
                              contact->phone != NULL ? contact->phone : "-");
    }
}

static char *
list_facts (const CarrelCourse *course)
{
  GString *facts = g_string_new (NULL);

  add_identity (facts, course);
  add_people (facts, course);
  add_places (facts, course);
  return g_string_free (facts, FALSE);
}

int
main (int argc, char **argv)
{
  static const char *const files[] = { "identity", "staff", "links" };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    add_cases (files[i], list_facts);
  return g_test_run ();
}
