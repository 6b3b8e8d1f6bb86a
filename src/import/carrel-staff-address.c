/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An address belongs to the name that it stands behind; that of a team belongs to all of it. */
#define G_LOG_DOMAIN "carrel-staff-address"

#include "config.h"

#include "carrel-staff-address.h"

#include "carrel-pattern.h"

#include <string.h>

/**
 * carrel_staff_address_find:
 * @text: (nullable): a line or a cell
 *
 * Returns: (transfer full) (nullable): the first address for mail in it
 */
char *
carrel_staff_address_find (const char *text)
{
  static const char pattern[] = "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+";
  g_autoptr (GMatchInfo) match = NULL;

  return text != NULL && carrel_pattern_match (pattern, text, 0, &match)
             ? g_match_info_fetch (match, 0)
             : NULL;
}

/* Where the first of the names behind @from starts, or the end of the text. */
static const char *
find_next_name (const char *from, const GPtrArray *names)
{
  const char *end = from + strlen (from);

  for (guint i = 0; i < names->len; i++)
    {
      const char *at = g_strstr_len (from, end - from, g_ptr_array_index (names, i));

      if (at != NULL)
        end = at;
    }
  return end;
}

/* "cs101-staff@x.edu" */
static gboolean
is_of_team (const char *address)
{
  return carrel_pattern_matches (
      "^[^@]*(?:staff|team|course|class|help|instructors|tas\\b|admin|questions)[^@]*@", address,
      G_REGEX_CASELESS);
}

/**
 * carrel_staff_address_find_of:
 * @text: a line
 * @names: (element-type utf8): the people that it names, one at least
 * @index: of one of them
 *
 * Reads "Ann Lee (ann@x.edu), Bob Ray (bob@x.edu)" and "Ann Lee, Bob Ray: cs101-staff@x.edu".
 *
 * Returns: (transfer full) (nullable): the address for mail of that person
 */
char *
carrel_staff_address_find_of (const char *text, const GPtrArray *names, guint index)
{
  const char *name = g_ptr_array_index (names, index);
  const char *at = strstr (text, name);
  const char *rest = at != NULL ? at + strlen (name) : NULL;
  g_autofree char *first = carrel_staff_address_find (text);
  g_autofree char *own = NULL;
  g_autofree char *behind = NULL;

  if (names->len == 1 || first == NULL || is_of_team (first))
    return g_steal_pointer (&first);
  /* Where the addresses stand before the names, the next one is not this person's. */
  if (rest == NULL || strstr (text, first) < find_next_name (text, names))
    return NULL;
  behind = g_strndup (rest, (gsize) (find_next_name (rest, names) - rest));
  own = carrel_staff_address_find (behind);
  return g_steal_pointer (&own);
}
