/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Flatpak mounts the documents at /run/flatpak/doc, and links to them from the folder of the
 * session; each has a folder that is named by a number. */
#define G_LOG_DOMAIN "carrel-document-path"

#include "config.h"

#include "carrel-document-path.h"

#define DOCUMENT "(?:/run/user/[0-9]+|/run/flatpak)/doc/[0-9a-f]+/"

/**
 * carrel_document_path_dup_known:
 * @text: a message that may hold paths
 *
 * Leaves of paths below the document portal what people know: the name of the file or folder that
 * was chosen, and what is in it.
 *
 * Returns: (transfer full): the message as it is shown
 */
char *
carrel_document_path_dup_known (const char *text)
{
  /* The bytes of a path may be no text. */
  g_autoptr (GRegex) document = g_regex_new (DOCUMENT, G_REGEX_RAW, 0, NULL);

  return g_regex_replace_literal (document, text, -1, 0, "", 0, NULL);
}
