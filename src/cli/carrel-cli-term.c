/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Warnings, one line each; the result of the command stays as it is. */
#define G_LOG_DOMAIN "carrel-cli-term"

#include "config.h"

#include "carrel-cli-term.h"

#include "carrel-format-occurrence.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
has_endless_rule (const char *calendar)
{
  static const char name[] = "\nRRULE:";

  for (const char *rule = strstr (calendar, name); rule != NULL; rule = strstr (rule, name))
    {
      const char *end;

      rule += strlen (name);
      end = strstr (rule, "\r\n");
      if (g_strstr_len (rule, end != NULL ? end - rule : -1, "UNTIL=") == NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * carrel_cli_warn_of_occurrences:
 * @occurrences: (element-type CarrelOccurrence): what a command shows
 * @warned: (element-type CarrelCourse): the courses that were warned of; those of @occurrences are
 *   added
 *
 * Warns once of each course whose weekly times are shown for every week.
 */
void
carrel_cli_warn_of_occurrences (GPtrArray *occurrences, GHashTable *warned)
{
  for (guint i = 0; i < occurrences->len; i++)
    {
      const CarrelOccurrence *occurrence = g_ptr_array_index (occurrences, i);

      if ((occurrence->flags & CARREL_OCCURRENCE_UNBOUNDED) == 0
          || !g_hash_table_add (warned, occurrence->course))
        continue;
      /* Translators: the name of a course. */
      g_printerr (_ ("%s: The term is not known, so weekly times are shown for every week; write "
                     "its first and last day on the page, and import it again"),
                  carrel_format_course (occurrence->course));
      g_printerr ("\n");
    }
}

/**
 * carrel_cli_warn_of_calendar:
 * @course: a course
 * @calendar: what was written of it, in any format
 *
 * Warns of a calendar whose weekly events do not end.
 */
void
carrel_cli_warn_of_calendar (const CarrelCourse *course, const char *calendar)
{
  if (!g_str_has_prefix (calendar, "BEGIN:VCALENDAR") || !has_endless_rule (calendar))
    return;
  /* Translators: the name of a course. */
  g_printerr (_ ("%s: The term is not known, so the weekly events have no end; write its first and "
                 "last day on the page, and import it again"),
              carrel_format_course (course));
  g_printerr ("\n");
}
