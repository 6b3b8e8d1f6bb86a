/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Several rooms on one line, each of a kind of class: "Lecture - C305; Lab - G207". */
#define G_LOG_DOMAIN "carrel-place-of-kind"

#include "config.h"

#include "carrel-place-of-kind.h"

#include "carrel-place.h"

#include <string.h>

/* "Lecture - C305" or "C305 (lecture)", of a kind of class: what is left without the kind. */
static char *
dup_room_of_part (const CarrelWords *words, const char *part, const char **meeting_kind)
{
  static const char *const marks[] = { ":", " - ", " – ", " — ", "(" };
  const char *at = NULL;
  g_autofree char *kind = NULL;
  gsize n = 0;

  for (gsize i = 0; at == NULL && i < G_N_ELEMENTS (marks); i++)
    {
      at = strstr (part, marks[i]);
      n = strlen (marks[i]);
    }
  if (at == NULL)
    return NULL;
  kind = *at == '(' ? g_strndup (at + 1, strcspn (at + 1, ")"))
                    : g_strndup (part, (gsize) (at - part));
  if (carrel_occasion_get_kind (words, kind, meeting_kind) != CARREL_OCCASION_MEETING)
    return NULL;
  return *at == '(' ? g_strndup (part, (gsize) (at - part)) : g_strdup (at + n);
}

/* "MDA 248, SoM 203 (lab)": the first of several rooms is of the lectures when it says of nothing
 * else. */
static char *
dup_first_room (const CarrelWords *words, char **parts, const CarrelOccasion *occasion)
{
  const char *meeting_kind = NULL;
  g_autofree char *of_part = NULL;

  if (parts[0] == NULL || parts[1] == NULL || g_strcmp0 (occasion->meeting_kind, "lecture") != 0
      || !carrel_place_is_room (g_strstrip (parts[0])))
    return NULL;
  of_part = dup_room_of_part (words, parts[0], &meeting_kind);
  return of_part == NULL ? g_strdup (parts[0]) : NULL;
}

/**
 * carrel_place_of_kind_pick:
 * @words: the words of the page's language
 * @text: what follows the label of a place: "Lecture - C305; Lab - G207"
 * @occasion: a class
 * @room: (out) (transfer full) (nullable): the room of classes of its kind
 *
 * Returns: whether there are several rooms, each of a kind of class
 */
gboolean
carrel_place_of_kind_pick (const CarrelWords *words,
                           const char *text,
                           const CarrelOccasion *occasion,
                           char **room)
{
  g_auto (GStrv) parts = g_strsplit_set (text, strchr (text, ';') != NULL ? ";" : ",|", -1);
  guint n = 0;

  *room = NULL;
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      const char *meeting_kind = NULL;
      g_autofree char *found = dup_room_of_part (words, parts[i], &meeting_kind);

      n += found != NULL;
      if (found != NULL && *room == NULL && g_strcmp0 (meeting_kind, occasion->meeting_kind) == 0)
        *room = g_steal_pointer (&found);
    }
  if (n >= 2)
    return TRUE;
  g_clear_pointer (room, g_free);
  *room = n == 1 ? dup_first_room (words, parts, occasion) : NULL;
  return *room != NULL;
}
