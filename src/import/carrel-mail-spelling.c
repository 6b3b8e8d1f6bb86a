/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Many pages hide addresses from programs that collect them. */
#define G_LOG_DOMAIN "carrel-mail-spelling"

#include "config.h"

#include "carrel-mail-spelling.h"

#include "carrel-pattern.h"

#include <string.h>

#define DOT "(?: ?[\\[({] ?(?:dot|\\.) ?[\\])}] ?)"
#define AT  "(?: ?[\\[({] ?(?:at|@) ?[\\])}] ?)"

/* "Ann.Lee at example.edu" has a name with letters around a dot, which is not that of a file, or
 * "(lee at example.edu)" a bracket around it all. */
#define DOTTED                                                                                     \
  "([a-z][\\w-]*[._](?!(?:html?|pdf|md|zip|py|ipynb|txt|docx?|com|org|edu|net|io)\\b)[a-z][\\w.-]" \
  "*)"                                                                                             \
  " at ([\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,6})(?![\\w@/.-]*[\\w@/])"
#define BRACKETED "(?<=[(<])([a-z][\\w.-]*) at ((?:[\\w-]+\\.)+(?:edu|ac\\.[a-z]{2}))(?=[)>])"

/* "at example.edu" */
static gboolean
has_plain_host (const char *text)
{
  for (const char *at = strstr (text, " at "); at != NULL; at = strstr (at + 1, " at "))
    {
      const char *host = at + strlen (" at ");
      const char *dot = memchr (host, '.', strcspn (host, " "));

      if (dot != NULL && g_ascii_isalpha (dot[1]))
        return TRUE;
    }
  return FALSE;
}

/* "ann.lee at example.edu" */
static char *
write_out_plain (char *text)
{
  g_autoptr (GRegex) dotted = NULL;
  g_autoptr (GRegex) bracketed = NULL;
  g_autofree char *written = NULL;

  if (!has_plain_host (text))
    return text;
  dotted = carrel_pattern_get ("(?<![\\w.])" DOTTED, G_REGEX_CASELESS);
  bracketed = carrel_pattern_get (BRACKETED, G_REGEX_CASELESS);
  written = g_regex_replace (dotted, text, -1, 0, "\\1@\\2", 0, NULL);
  g_free (text);
  return g_regex_replace (bracketed, written, -1, 0, "\\1@\\2", 0, NULL);
}

/* A line that cannot have one is not searched: most lines. */
static gboolean
may_be_in (const char *text)
{
  for (const char *at = strpbrk (text, "[({"); at != NULL; at = strpbrk (at + 1, "[({"))
    {
      const char *word = at + 1 + strspn (at + 1, " ");

      if (*word == '@' || g_ascii_strncasecmp (word, "at", 2) == 0)
        return TRUE;
    }
  return strstr (text, " dot ") != NULL || strstr (text, " DOT ") != NULL;
}

/* "example [dot] edu", " dot " between the words of an address */
static char *
dup_with_dots (const char *words)
{
  g_autoptr (GRegex) regex = carrel_pattern_get (DOT "| dot ", G_REGEX_CASELESS);

  return g_regex_replace_literal (regex, words, -1, 0, ".", 0, NULL);
}

/**
 * carrel_mail_spelling_write_out:
 * @text: (transfer full): a line or a cell; valid UTF-8
 *
 * Returns: (transfer full): @text with the addresses in it written as such: "lee [at] example [dot]
 *   edu", "lee(at)example.edu", "lee at example dot edu" and "(lee at example.edu)" are
 * lee@example.edu
 */
char *
carrel_mail_spelling_write_out (char *text)
{
  static const char address[] = "(?<![\\w.])(\\w[\\w.+-]{0,63}(?:" DOT "[\\w.+-]{1,63}){0,4})(?:" AT
                                "([\\w-]+(?:(?:\\.|" DOT "| dot )[\\w-]+)*(?:\\.|" DOT
                                "| dot )[a-z]{2,})| at ([\\w-]+(?: dot [\\w-]+)+))(?![\\w@])";
  g_autoptr (GString) out = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  gsize copied = 0;

  text = write_out_plain (text);
  if (!may_be_in (text) || !carrel_pattern_match (address, text, G_REGEX_CASELESS, &match))
    return text;
  out = g_string_new (NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *local = g_match_info_fetch (match, 1);
      g_autofree char *domain = g_match_info_expand_references (match, "\\2\\3", NULL);
      g_autofree char *plain_local = dup_with_dots (local);
      g_autofree char *plain_domain = dup_with_dots (domain);
      int start = 0, end = 0;

      g_match_info_fetch_pos (match, 0, &start, &end);
      g_string_append_len (out, text + copied, start - (gssize) copied);
      g_string_append_printf (out, "%s@%s", plain_local, plain_domain);
      copied = (gsize) end;
    }
  g_string_append (out, text + copied);
  g_free (text);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * carrel_mail_spelling_keep_plain:
 * @arena: what keeps texts
 * @text: (transfer none): a line that @arena keeps; valid UTF-8
 *
 * Returns: (transfer none): @text, or in @arena another with its addresses written as such
 */
const char *
carrel_mail_spelling_keep_plain (CarrelArena *arena, const char *text)
{
  g_autofree char *plain = NULL;

  if (!may_be_in (text) && !has_plain_host (text))
    return text;
  plain = carrel_mail_spelling_write_out (g_strdup (text));
  return g_str_equal (plain, text) ? text : carrel_arena_copy_text (arena, plain, strlen (plain));
}
