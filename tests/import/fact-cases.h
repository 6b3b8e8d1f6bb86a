/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages beside the facts they state, no more and no fewer. Each file of tests/data/import/facts
 * holds cases: "@@@ name", a page, "=>", and one fact a line. */
#pragma once

#include "carrel-import.h"

#include <string.h>

/* What a course says, one fact a line. */
typedef char *(*ListFacts) (const CarrelCourse *course);

typedef struct
{
  ListFacts list_facts;
  char *page;
  char *facts;
} Case;

static inline void
free_case (gpointer data)
{
  Case *self = data;

  g_free (self->page);
  g_free (self->facts);
  g_free (self);
}

static inline void
states_its_facts (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  g_autoptr (GBytes) bytes = g_bytes_new (self->page, strlen (self->page));
  g_autoptr (CarrelCourse) course = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *facts = NULL;

  g_ptr_array_add (files, carrel_import_file_new ("page.md", bytes));
  course = carrel_import_parse (files, NULL, &error);
  g_assert_no_error (error);
  facts = self->list_facts (course);
  if (!g_str_equal (facts, self->facts))
    g_test_fail_printf ("found:\n%sinstead of:\n%s", facts, self->facts);
}

static inline void
add_case (const char *file, const char *text, ListFacts list_facts)
{
  const char *page = strchr (text, '\n');
  const char *facts = strstr (text, "\n=>\n");
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  Case *self = g_new0 (Case, 1);

  g_assert_nonnull (facts);
  name = g_strstrip (g_strndup (text, (gsize) (page - text)));
  path = g_strdup_printf ("/carrel/import/%s/%s", file, name);
  self->list_facts = list_facts;
  self->page = g_strndup (page + 1, (gsize) (facts - page));
  self->facts = g_strdup (facts + strlen ("\n=>\n"));
  g_strchomp (self->facts);
  if (*self->facts != '\0')
    {
      char *ended = g_strconcat (self->facts, "\n", NULL);

      g_free (self->facts);
      self->facts = ended;
    }
  g_test_add_data_func_full (path, self, states_its_facts, free_case);
}

static inline void
add_cases (const char *file, ListFacts list_facts)
{
  g_autofree char *name = g_strconcat (file, ".txt", NULL);
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "import", "facts", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) cases = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  cases = g_strsplit (text, "@@@ ", -1);
  for (guint i = 1; cases[i] != NULL; i++)
    add_case (file, cases[i], list_facts);
}
