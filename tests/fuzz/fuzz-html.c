/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* HTML inside Markdown, in all dialects. */
#include "fuzz-target.h"

#include "carrel-markdown.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *html = g_strconcat ("<div>\n", valid, "\n</div>\n", NULL);
  g_autoptr (CarrelMarkdown) markdown
      = carrel_markdown_parse (html, -1, CARREL_MARKDOWN_DIALECTS, NULL);

  g_clear_pointer (&markdown, carrel_markdown_unref);
  return 0;
}
