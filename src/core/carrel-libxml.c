/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parser of HTML that came with libxml2 2.14 says of a text the line at which it starts; the
 * one before says at which it ends, or, of a long one, at which its first piece does. */
#define G_LOG_DOMAIN "carrel-libxml"

#include "config.h"

#include "carrel-libxml.h"

#include <libxml/xmlversion.h>
#include <string.h>

#define BLANKS " \t\r\n\f"

static int
count_lines (const char *text, gsize length)
{
  int n_lines = 0;

  for (gsize i = 0; i < length; i++)
    n_lines += text[i] == '\n';
  return n_lines;
}

#if LIBXML_VERSION >= 21400

static int
get_line (xmlNode *text)
{
  const char *content = (const char *) text->content;

  return (int) xmlGetLineNo (text) + count_lines (content, strspn (content, BLANKS));
}

#else

static int
get_line (xmlNode *text)
{
  const char *content = (const char *) text->content;
  const char *word = content + strspn (content, BLANKS);

  return (int) xmlGetLineNo (text) - count_lines (word, strcspn (word, "&<"));
}

#endif

/**
 * carrel_libxml_get_text_line:
 * @text: a text of a document of HTML
 *
 * A text does not start above the element that it stands in.
 *
 * Returns: the line of its first word, counted from 1
 */
int
carrel_libxml_get_text_line (xmlNode *text)
{
  xmlNode *above = text->prev != NULL ? text->prev : text->parent;
  int line = MAX (1, get_line (text));

  return MAX (line, above != NULL ? (int) xmlGetLineNo (above) : 1);
}
