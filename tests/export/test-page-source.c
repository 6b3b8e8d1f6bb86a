/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A page that is read and written again is the same, byte for byte. */
#include "config.h"

#include "carrel-export-markdown.h"
#include "carrel-export-pack.h"
#include "carrel-import-pack.h"
#include "carrel-import.h"

#include <string.h>

static const char *const pages[] = {
  "# A\n\nText\n",
  "# A\n\nText",
  "\n\nText first\n\n\n# A\n",
  "---\ntitle: A\n---\n\n# A\nText  \n\n\n\n## **B** {#b}\n\n- x\n",
  "A\n===\n\nText\n\nB\n---\n\n",
  "# A\r\n\r\nText\r\n",
  "# A\n## B\n## C\n\n\n",
  "# A #\n\tCode\n",
};

static CarrelCourse *
parse (const char *name, const char *text, gsize length)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;
  CarrelCourse *course;

  g_ptr_array_add (files, carrel_import_file_new (name, bytes));
  course = carrel_import_parse (files, NULL, &error);
  g_assert_no_error (error);
  return course;
}

static void
assert_same (const char *name, const char *text, gsize length)
{
  g_autoptr (CarrelCourse) course = parse (name, text, length);
  g_autofree char *written = carrel_export_markdown_write (course, NULL);

  g_assert_cmpstr (written, ==, text);
}

static void
texts_are_the_same (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    assert_same ("page.md", pages[i], strlen (pages[i]));
}

static void
fixtures_are_the_same (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "import", "pages", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_pages = 0;

  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (!g_str_has_suffix (name, ".md"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      assert_same (name, text, length);
      n_pages++;
    }
  g_assert_cmpuint (n_pages, >, 3);
}

static void
pack_keeps_the_page (void)
{
  g_autoptr (CarrelCourse) course = parse ("page.md", pages[3], strlen (pages[3]));
  g_autofree char *pack = carrel_export_pack_write (course);
  g_autoptr (GBytes) bytes = g_bytes_new (pack, strlen (pack));
  g_autoptr (CarrelCourse) read = carrel_import_pack_parse (bytes, "a.carrel.json", NULL);
  g_autofree char *written = carrel_export_markdown_write (read, NULL);

  g_assert_cmpstr (written, ==, pages[3]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/export/page-source/texts-are-the-same", texts_are_the_same);
  g_test_add_func ("/carrel/export/page-source/fixtures-are-the-same", fixtures_are_the_same);
  g_test_add_func ("/carrel/export/page-source/pack-keeps-the-page", pack_keeps_the_page);
  return g_test_run ();
}
