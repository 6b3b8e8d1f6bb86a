/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sentence ends at a mark that a blank and no lower-case letter follows. */
#define G_LOG_DOMAIN "carrel-sentence"

#include "config.h"

#include "carrel-sentence.h"

#include <string.h>

/* Words that end with a full stop inside a sentence. */
static const char *const shortened[] = { "e.g.",    "i.e.", "etc.", "Dr.", "Prof.", "vs.",
                                         "approx.", "No.",  "Mr.",  "Ms.", "Ch.",   "ca." };

static gboolean
is_shortened (const char *text, const char *mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortened); i++)
    {
      gsize length = strlen (shortened[i]);

      if ((gsize) (mark + 1 - text) >= length
          && memcmp (mark + 1 - length, shortened[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The end of the sentence when one ends at @at, else NULL. */
static const char *
end_sentence (const char *text, const char *at)
{
  static const char *const wide[] = { "。", "！", "？" };
  const char *next = at + 1;

  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (at, wide[i]))
      return at + strlen (wide[i]);
  if (*at == '\n')
    return next;
  if (strchr (".!?", *at) == NULL || *at == '\0')
    return NULL;
  next += strspn (next, ")\"'*_”");
  if (*next != ' ' || is_shortened (text, at) || g_ascii_islower (next[strspn (next, " ")]))
    return NULL;
  return next;
}

/**
 * carrel_sentence_split:
 * @text: running text without markup; valid UTF-8
 *
 * Returns: (transfer full): its sentences, without blanks around them
 */
GStrv
carrel_sentence_split (const char *text)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();
  const char *start = text;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *end = end_sentence (text, at);

      if (end == NULL)
        continue;
      g_ptr_array_add (sentences, g_strstrip (g_strndup (start, (gsize) (end - start))));
      start = end;
      at = end > at ? g_utf8_prev_char (end) : at;
    }
  if (*start != '\0')
    g_ptr_array_add (sentences, g_strstrip (g_strdup (start)));
  g_ptr_array_add (sentences, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&sentences), FALSE);
}
