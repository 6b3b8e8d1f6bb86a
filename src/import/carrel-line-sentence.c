/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A dot ends a sentence before a capital, and not in "Prof. Lee" and "Rm. B". */
#define G_LOG_DOMAIN "carrel-line-sentence"

#include "config.h"

#include "carrel-line-sentence.h"

#include <string.h>

/* "1:20-2:35p", "3-4 pm" */
static gboolean
ends_in_time (const char *text, const char *end)
{
  const char *at = end;

  at -= at > text && at[-1] == 'm' ? 1 : 0;
  at -= at > text && strchr ("ap", at[-1]) != NULL ? 1 : 0;
  at -= at > text && at[-1] == ' ' ? 1 : 0;
  return at < end && at > text && g_ascii_isdigit (at[-1]);
}

/* Whether what stands before a dot is a number, a time or a whole word. */
static gboolean
ends_sentence (const char *text, const char *dot)
{
  if (dot <= text + 2)
    return FALSE;
  return g_ascii_isdigit (dot[-1]) || strchr (") ", dot[-1]) != NULL || ends_in_time (text, dot)
         || (g_ascii_islower (dot[-1]) && g_ascii_islower (dot[-2]) && g_ascii_islower (dot[-3]));
}

static gboolean
is_end (const char *text, const char *dot)
{
  return g_ascii_isupper (dot[2]) && (dot == text || ends_sentence (text, dot));
}

/**
 * carrel_line_sentence_find_last:
 * @text: a line, or a part of one
 *
 * Returns: (nullable): where its last sentence begins: behind ". " after a number, a time or a
 * word; %NULL when there is but one
 */
char *
carrel_line_sentence_find_last (char *text)
{
  char *found = NULL;

  for (char *at = strstr (text, ". "); at != NULL; at = strstr (at + 2, ". "))
    if (is_end (text, at))
      found = at + 2;
  return found;
}

/**
 * carrel_line_sentence_find_next:
 * @text: a line, or a part of one
 *
 * Returns: (nullable): where its second sentence begins, or %NULL
 */
char *
carrel_line_sentence_find_next (char *text)
{
  for (char *at = strstr (text, ". "); at != NULL; at = strstr (at + 2, ". "))
    if (is_end (text, at))
      return at + 2;
  return NULL;
}
