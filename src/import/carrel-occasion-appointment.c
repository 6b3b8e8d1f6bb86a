/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Office hours that have no time but are by appointment. */
#define G_LOG_DOMAIN "carrel-occasion-appointment"

#include "config.h"

#include "carrel-occasion-appointment.h"

#include "carrel-line-place.h"
#include "carrel-occasion-context.h"
#include "carrel-pattern.h"
#include "carrel-role.h"

#include <string.h>

/* The longest line that is about one thing, in bytes. */
#define MAX_SHORT 140

/* The last byte of a long line at which appointments are still what it is about. */
#define MAX_APPOINTMENT 40

/* Where a line says that hours are by appointment; NULL where it does not. */
static const char *
find_appointment (const char *folded)
{
  static const char *const phrases[] = { "by app",
                                         "with appointment",
                                         "upon appointment",
                                         "on appointment",
                                         "for appointment",
                                         "for an appointment",
                                         "appointment only",
                                         "via email appointment",
                                         "to schedule an appointment",
                                         NULL };
  /* "in Hall 5 or on Zoom by request" is at its time. */
  static const char request[] = "(?<=hours|times|available|offered|held|\\bor|\\band|also|[:;,])[ "
                                "*_]*(?:by|upon|on) request\\b";
  /* "Extensions: on request" stands below "Office hours" as well. */
  static const char hours[] = "\\b(?:hours|office|oh|times?|[0-9] ?[ap]m)\\b";
  g_autofree char *before = NULL;
  gsize start = 0;
  gsize end = 0;

  for (gsize i = 0; phrases[i] != NULL; i++)
    {
      const char *at = strstr (folded, phrases[i]);

      if (at != NULL)
        return at;
    }
  if (!carrel_pattern_find (request, folded, &start, &end))
    return NULL;
  before = g_strndup (folded, start);
  return carrel_pattern_matches (hours, before, 0) ? folded + start : NULL;
}

/* A long line speaks of appointments where it is labelled as hours or begins with them, "Monday,
 * 10-11am, or by appointment. To set one up …", or else of anything. @at: where it does. */
static gboolean
is_too_long (const CarrelWords *words, const char *text, gsize at)
{
  g_autofree char *label = carrel_line_scanner_dup_label (text);

  return strlen (text)
             > (label != NULL && carrel_words_find_label (words, label) == CARREL_LABEL_OFFICE_HOURS
                    ? 500
                    : MAX_SHORT)
         && at > MAX_APPOINTMENT;
}

/* What announces the hours that a line says are by appointment, in part; NULL where it says none.
 */
static char *
dup_lead (const CarrelWords *words, const char *text, const char *folded)
{
  const char *at = find_appointment (folded);

  if (!carrel_words_has_label (words, text, CARREL_LABEL_APPOINTMENT)
      || is_too_long (words, text, at != NULL ? (gsize) (at - folded) : G_MAXSIZE)
      || (at == NULL && g_str_equal (words->language, "en")))
    return NULL;
  return g_strndup (text, (gsize) (at != NULL ? at - folded : 0));
}

/* What says what is by appointment: of a long line or of several sentences what stands before. */
static const char *
choose_prefix (const char *text, const char *lead)
{
  return strlen (text) > MAX_SHORT || (lead[0] == '\0' && strstr (text, ". ") != NULL) ? lead
                                                                                       : text;
}

/* "TA information:" around or above the line. */
static gboolean
is_below_role (const CarrelLineScanner *scanner)
{
  const CarrelPage *page = scanner->page;
  const char *heading = carrel_page_get_section (page, scanner->line->section)->heading;
  int parent = scanner->line->parent;

  return carrel_role_find (page->words, heading) != NULL
         || (parent >= 0
             && carrel_role_find (page->words, carrel_page_get_line (page, (guint) parent)->text)
                    != NULL);
}

/* Whether a line is about office hours: by what it says or stands below, or as "Hours: by
 * appointment" of a person, which no class has. */
static gboolean
is_about_hours (const CarrelLineScanner *scanner, const char *lead)
{
  const char *text = scanner->line->text;

  return (carrel_pattern_matches ("^hours: *by app", text, G_REGEX_CASELESS)
          && is_below_role (scanner))
         || carrel_occasion_context_read (scanner, choose_prefix (text, lead)).kind
                == CARREL_OCCASION_HOURS;
}

/**
 * carrel_occasion_appointment_add:
 * @scanner: a walk, at a line
 *
 * Adds office hours without a time when the line says that they are by appointment.
 */
void
carrel_occasion_appointment_add (CarrelLineScanner *scanner)
{
  const char *text = scanner->line->text;
  g_autofree char *folded = g_utf8_strdown (text, -1);
  g_autofree char *lead = dup_lead (scanner->page->words, text, folded);
  CarrelOccasion *occasion;

  if (lead == NULL || !is_about_hours (scanner, lead))
    return;
  occasion = carrel_occasion_new (CARREL_OCCASION_HOURS, scanner->line->line);
  occasion->by_appointment = TRUE;
  occasion->person = carrel_line_scanner_find_person (
      scanner, strlen (lead) < strlen (text) ? lead : "", &occasion->role);
  if (g_str_has_prefix (folded + strlen (lead), "by appointment"))
    carrel_line_place_set_behind (scanner, occasion,
                                  text + strlen (lead) + strlen ("by appointment"));
  g_ptr_array_add (scanner->occasions, occasion);
}
