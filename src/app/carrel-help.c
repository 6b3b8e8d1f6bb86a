/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The desktop's viewer is asked only if there is one and it would find the pages: in a sandbox it
 * would not, and from a build folder neither. */
#define G_LOG_DOMAIN "carrel-help"

#include "config.h"

#include "carrel-help.h"

#include "carrel-help-book.h"
#include "carrel-help-window.h"

typedef struct
{
  GtkWindow *window;
  GSettings *settings;
  char *page;
} Request;

static void
free_request (Request *request)
{
  g_clear_object (&request->window);
  g_clear_object (&request->settings);
  g_free (request->page);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, free_request)

static CarrelHelpWindow *
find_window (GtkWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (CARREL_IS_HELP_WINDOW (other) && gtk_window_get_transient_for (other) == window)
        return CARREL_HELP_WINDOW (other);
    }
  return NULL;
}

static void
open_inside (GtkWindow *window, GSettings *settings, const char *page)
{
  CarrelHelpWindow *help = find_window (window);

  if (help == NULL)
    help = carrel_help_window_new (settings);
  carrel_help_window_show_page (help, page);
  carrel_dialog_present (CARREL_DIALOG (help), GTK_WIDGET (window));
}

static void
on_launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL))
    open_inside (request->window, request->settings, request->page);
}

static gboolean
has_viewer (void)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");

  return viewer != NULL && !g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS)
         && carrel_help_book_is_installed ();
}

/**
 * carrel_help_open:
 * @window: the window that asks
 * @settings: how much a screen reader is told
 * @page: the id of a page of the help
 *
 * Shows a page of the help.
 */
void
carrel_help_open (GtkWindow *window, GSettings *settings, const char *page)
{
  g_autofree char *uri = NULL;
  Request *request = NULL;

  if (!has_viewer ())
    {
      open_inside (window, settings, page);
      return;
    }
  uri = g_strconcat (CARREL_HELP_URI, page, NULL);
  request = g_new0 (Request, 1);
  request->window = g_object_ref (window);
  request->settings = g_object_ref (settings);
  request->page = g_strdup (page);
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, on_launched_cb, request);
}
