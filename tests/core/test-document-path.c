/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is left of paths below the document portal. */
#include "config.h"

#include "carrel-document-path.h"

static const struct
{
  const char *text;
  const char *known;
} cases[] = {
  { "/run/user/1000/doc/4434195a/course: there is no page in it",
    "course: there is no page in it" },
  { "“/run/flatpak/doc/1c588ae7/my.carrel-backup” is not a file of Carrel",
    "“my.carrel-backup” is not a file of Carrel" },
  { "/run/user/0/doc/b0346bf/course/week 1/a.md and /run/user/0/doc/62c57434/b.md",
    "course/week 1/a.md and b.md" },
  { "/run/user/0/doc/b0346bf/\xFF.md", "\xFF.md" },
};

static void
what_was_chosen_keeps_its_name (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *known = carrel_document_path_dup_known (cases[i].text);

      g_assert_cmpstr (known, ==, cases[i].known);
    }
}

static void
other_paths_stay (void)
{
  static const char *const texts[] = {
    "",
    "Nothing was changed.",
    "/home/amara/doc/4434195a/a.md",
    "/run/user/1000/a.md",
    "/run/user/1000/doc/README/a.md",
    "run/flatpak/doc/1c588ae7/a.md",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *known = carrel_document_path_dup_known (texts[i]);

      g_assert_cmpstr (known, ==, texts[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/document-path/what-was-chosen-keeps-its-name",
                   what_was_chosen_keeps_its_name);
  g_test_add_func ("/carrel/core/document-path/other-paths-stay", other_paths_stay);
  return g_test_run ();
}
