/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where no application opens an address, it can be copied; of a mail that was drafted, the text
 * can, for those who read their mail in a browser. */
#define G_LOG_DOMAIN "carrel-uri-actions"

#include "config.h"

#include "carrel-uri-actions.h"

#include "carrel-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define UNOPENED_KEY "carrel-unopened"

/* An address that is being opened. */
typedef struct
{
  CarrelWindow *window;
  char *uri;
} Opening;

/* The mail that an address drafts (RFC 6068), as text; NULL is an address without one. */
static char *
dup_message (const char *uri)
{
  g_autofree char *scheme = g_uri_parse_scheme (uri);
  const char *query = strchr (uri, '?');
  g_autoptr (GHashTable) parts = NULL;
  g_autofree char *to = NULL;
  const char *subject, *body;

  if (query == NULL || scheme == NULL || g_ascii_strcasecmp (scheme, "mailto") != 0)
    return NULL;
  parts = g_uri_parse_params (query + 1, -1, "&", G_URI_PARAMS_CASE_INSENSITIVE, NULL);
  body = parts != NULL ? g_hash_table_lookup (parts, "body") : NULL;
  if (body == NULL)
    return NULL;
  subject = g_hash_table_lookup (parts, "subject");
  if (subject == NULL)
    subject = "";
  to = g_uri_unescape_segment (uri + strlen ("mailto:"), query, NULL);
  if (to == NULL || *to == '\0')
    /* Translators: a mail as text; its subject, and what it says. */
    return g_strdup_printf (_ ("Subject: %s\n\n%s"), subject, body);
  /* Translators: a mail as text; an address, the subject, and what it says. */
  return g_strdup_printf (_ ("To: %s\nSubject: %s\n\n%s"), to, subject, body);
}

static void
free_opening (Opening *opening)
{
  g_object_unref (opening->window);
  g_free (opening->uri);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, free_opening)

static void
on_uri_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    carrel_uri_actions_offer_copy (opening->window, opening->uri, error);
}

/* Addresses come from pages: only those that a page may name are opened. */
static void
on_open_uri_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const schemes[] = { "http", "https", "mailto", "tel", NULL };
  const char *uri = g_variant_get_string (parameter, NULL);
  g_autofree char *scheme = g_uri_parse_scheme (uri);
  g_autofree char *lower = scheme != NULL ? g_ascii_strdown (scheme, -1) : NULL;
  Opening *opening;

  if (lower == NULL || !g_strv_contains (schemes, lower))
    {
      carrel_window_report (data, _ ("Carrel opens web pages, mail and telephone numbers only."));
      return;
    }
  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (data);
  opening->uri = g_strdup (uri);
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, on_uri_opened_cb, opening);
}

static void
on_copy_unopened_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *uri = g_object_get_data (data, UNOPENED_KEY);
  g_autofree char *message = uri != NULL ? dup_message (uri) : NULL;

  if (uri == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (data), message != NULL ? message : uri);
  carrel_window_dismiss_report (data);
  carrel_window_toast (data,
                       message != NULL ? _ ("The message is on the clipboard.")
                                       : _ ("The address is on the clipboard."),
                       0);
}

static const GActionEntry actions[] = {
  { "open-uri", on_open_uri_cb, "s", NULL, NULL },
  { "copy-unopened", on_copy_unopened_cb, NULL, NULL, NULL },
};

/**
 * carrel_uri_actions_offer_copy:
 * @self: a window
 * @uri: an address that no application opened
 * @error: why
 *
 * Says so and offers to copy what was to be opened, as long as the view stays.
 */
void
carrel_uri_actions_offer_copy (CarrelWindow *self, const char *uri, const GError *error)
{
  g_autofree char *message = dup_message (uri);
  g_autofree char *text = NULL;

  g_object_set_data_full (G_OBJECT (self), UNOPENED_KEY, g_strdup (uri), g_free);
  if (message != NULL)
    {
      carrel_window_offer (self,
                           _ ("No mail program opened here, so nothing is sent. Copy the message, "
                              "and send it from where you read your mail."),
                           _ ("Copy the message"), "win.copy-unopened");
      return;
    }
  /* Translators: %s is the reason, a sentence. */
  text = g_strdup_printf (_ ("No application could open this address. %s"), error->message);
  carrel_window_offer (self, text, _ ("Copy the address"), "win.copy-unopened");
}

/**
 * carrel_uri_actions_install:
 * @self: a window
 *
 * Adds the actions about addresses.
 */
void
carrel_uri_actions_install (CarrelWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
