/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The help: its pages are read, its links lead somewhere, and its window goes there and back. */
#include "carrel-help-book.h"
#include "carrel-help-window.h"
#include "carrel-view-list.h"

#include <adwaita.h>
#include <glib/gstdio.h>

static gboolean
has_part (GPtrArray *parts, const char *id)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_strcmp0 (((CarrelHelpPart *) g_ptr_array_index (parts, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
assert_target (CarrelHelpBook *book, const char *url)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  if (!g_str_has_prefix (url, CARREL_HELP_URI))
    return;
  names = g_strsplit (url + strlen (CARREL_HELP_URI), "#", 2);
  parts = carrel_help_book_read (book, names[0]);
  g_assert_nonnull (parts);
  if (names[1] != NULL)
    g_assert_true (has_part (parts, names[1]));
}

static guint
count_links (CarrelHelpBook *book, const CarrelHelpPart *part)
{
  guint n_links = 0;

  for (guint i = 0; i < carrel_markdown_get_n_blocks (part->text); i++)
    {
      const CarrelInline *content = &carrel_markdown_get_block (part->text, i)->content;

      for (guint j = 0; j < content->n_spans; j++)
        if (content->spans[j].kind == CARREL_SPAN_LINK)
          {
            assert_target (book, content->spans[j].url);
            n_links++;
          }
    }
  return n_links;
}

static void
reads_every_page (void)
{
  g_autoptr (CarrelHelpBook) book = carrel_help_book_new ();
  GPtrArray *entries = carrel_help_book_get_entries (book);

  g_assert_cmpuint (entries->len, >=, 13);
  g_assert_cmpstr (((CarrelHelpEntry *) g_ptr_array_index (entries, 0))->id, ==, "index");
  for (guint i = 0; i < entries->len; i++)
    {
      const CarrelHelpEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GPtrArray) parts = carrel_help_book_read (book, entry->id);
      guint n_blocks = 0;

      g_assert_nonnull (entry->title);
      g_assert_nonnull (entry->description);
      for (guint j = 0; j < parts->len; j++)
        {
          const CarrelHelpPart *part = g_ptr_array_index (parts, j);

          g_assert_nonnull (part->title);
          n_blocks += carrel_markdown_get_n_blocks (part->text);
        }
      g_assert_cmpuint (n_blocks, >, 2);
    }
}

static void
follows_every_link (void)
{
  g_autoptr (CarrelHelpBook) book = carrel_help_book_new ();
  GPtrArray *entries = carrel_help_book_get_entries (book);
  guint n_listed = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const CarrelHelpEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GPtrArray) parts = carrel_help_book_read (book, entry->id);

      for (guint j = 0; j < parts->len; j++)
        {
          guint n_links = count_links (book, g_ptr_array_index (parts, j));

          n_listed += g_str_equal (entry->id, "index") ? n_links : 0;
        }
    }
  /* The index lists every page but itself. */
  g_assert_cmpuint (n_listed, ==, entries->len - 1);
}

static void
has_a_page_for_each_view (void)
{
  g_autoptr (CarrelHelpBook) book = carrel_help_book_new ();
  guint n_views;
  const CarrelViewEntry *views = carrel_view_list_get (&n_views);

  for (guint i = 0; i < n_views; i++)
    g_assert_nonnull (carrel_help_book_find (book, views[i].id));
}

static void
keeps_keys_and_tables (void)
{
  g_autoptr (CarrelHelpBook) book = carrel_help_book_new ();
  g_autoptr (GPtrArray) parts = carrel_help_book_read (book, "keyboard");
  const CarrelHelpPart *views = g_ptr_array_index (parts, 1);
  const CarrelBlock *table = carrel_markdown_get_block (views->text, 0);

  g_assert_cmpint (table->kind, ==, CARREL_BLOCK_TABLE);
  g_assert_cmpuint (table->n_columns, ==, 2);
  g_assert_true (table->rows[0].is_header);
  g_assert_cmpstr (table->rows[1].cells[0].text, ==, "Syllabus");
  g_assert_cmpstr (table->rows[1].cells[1].text, ==, "Alt+1");
}

/* A page that a language has is in that language, and the others are in English. */
static void
shows_the_pages_of_the_language_that_are_there (void)
{
  static const char page[]
      = "<page xmlns='http://projectmallard.org/1.0/' id='start'><info>"
        "<link type='guide' xref='index#first'/><desc>Wie man anf\303\244ngt</desc></info>"
        "<title>Erste Schritte</title><p>Seht auch <link xref='grades'/>.</p></page>";
  g_autofree char *folder
      = g_build_filename (g_get_system_data_dirs ()[0], "help", "de", "carrel", NULL);
  g_autofree char *path = g_build_filename (folder, "start.page", NULL);
  g_autoptr (CarrelHelpBook) book = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  const CarrelHelpPart *part;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, page, -1, NULL));
  g_setenv ("LANGUAGE", "de_AT:fr", TRUE);
  book = carrel_help_book_new ();
  g_setenv ("LANGUAGE", "", TRUE);
  g_unlink (path);
  g_assert_cmpstr (carrel_help_book_find (book, "start")->title, ==, "Erste Schritte");
  g_assert_cmpstr (carrel_help_book_find (book, "start")->description, ==, "Wie man anfängt");
  g_assert_cmpstr (carrel_help_book_find (book, "grades")->title, ==, "Grades");
  parts = carrel_help_book_read (book, "start");
  part = g_ptr_array_index (parts, 0);
  g_assert_cmpstr (part->title, ==, "Erste Schritte");
  g_assert_cmpstr (carrel_markdown_get_block (part->text, 0)->content.text, ==,
                   "Seht auch Grades.");
}

static void
goes_to_a_page_and_back (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.carrel.Carrel");
  CarrelHelpWindow *window = carrel_help_window_new (settings);

  g_object_ref_sink (window);
  carrel_help_window_show_page (window, "grades");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Grades – Help");
  carrel_help_window_show_page (window, "grades-explained#needed");
  g_assert_cmpstr (carrel_help_window_get_page (window), ==, "grades-explained");
  gtk_widget_activate_action (GTK_WIDGET (window), "help.home", NULL);
  g_assert_cmpstr (carrel_help_window_get_page (window), ==, "index");
  gtk_widget_activate_action (GTK_WIDGET (window), "help.back", NULL);
  g_assert_cmpstr (carrel_help_window_get_page (window), ==, "grades-explained");
  gtk_widget_activate_action (GTK_WIDGET (window), "help.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "help.back", NULL);
  g_assert_cmpstr (carrel_help_window_get_page (window), ==, "grades");
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
}

static void
shows_the_index_for_an_unknown_page (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.carrel.Carrel");
  CarrelHelpWindow *window = carrel_help_window_new (settings);

  carrel_help_window_show_page (window, "nonsense#here");
  g_assert_cmpstr (carrel_help_window_get_page (window), ==, "index");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The folders that are left of @share, the innermost first. */
static void
remove_folders (const char *share)
{
  static const char *const folders[] = { "help/de/carrel", "help/de", "help", "" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (share, folders[i], NULL);

      g_rmdir (folder);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *share = g_dir_make_tmp ("carrel-help-XXXXXX", NULL);
  g_autofree char *dirs = g_strconcat (share, ":/usr/local/share:/usr/share", NULL);
  int status;

  g_setenv ("XDG_DATA_DIRS", dirs, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/carrel/app/help/shows-the-pages-of-the-language-that-are-there",
                   shows_the_pages_of_the_language_that_are_there);
  g_test_add_func ("/carrel/app/help/reads-every-page", reads_every_page);
  g_test_add_func ("/carrel/app/help/follows-every-link", follows_every_link);
  g_test_add_func ("/carrel/app/help/has-a-page-for-each-view", has_a_page_for_each_view);
  g_test_add_func ("/carrel/app/help/keeps-keys-and-tables", keeps_keys_and_tables);
  g_test_add_func ("/carrel/app/help/goes-to-a-page-and-back", goes_to_a_page_and_back);
  g_test_add_func ("/carrel/app/help/shows-the-index-for-an-unknown-page",
                   shows_the_index_for_an_unknown_page);
  status = g_test_run ();
  remove_folders (share);
  return status;
}
