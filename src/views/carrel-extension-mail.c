/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a mailto address (RFC 6068). Nothing is sent: the reader's mail program opens with a
 * draft. */
#define G_LOG_DOMAIN "carrel-extension-mail"

#include "config.h"

#include "carrel-extension-mail.h"

#include "carrel-zone.h"

#include <glib/gi18n.h>

/* The instructor who has an address; else anybody of the staff who has one. */
static const CarrelPerson *
find_recipient (const CarrelCourse *course)
{
  const CarrelPerson *found = NULL;

  for (guint i = 0; i < course->staff->len; i++)
    {
      const CarrelPerson *person = g_ptr_array_index (course->staff, i);

      if (person->email == NULL)
        continue;
      if (g_strcmp0 (person->role, "instructor") == 0)
        return person;
      found = found != NULL ? found : person;
    }
  return found;
}

/**
 * carrel_extension_mail_new:
 * @deadline: what is due
 * @context: who is looking, and when
 *
 * Drafts a mail with the course, the item and the date. It leaves out reasons on purpose: a course
 * that wants one will ask.
 *
 * Returns: (transfer full): a mailto address; without a recipient where the course names no address
 */
char *
carrel_extension_mail_new (const CarrelOccurrence *deadline, const CarrelFormatContext *context)
{
  const CarrelCourse *course = deadline->course;
  const CarrelPerson *person = find_recipient (course);
  CarrelDate today = carrel_zone_get_date (context->zone, context->now, NULL);
  g_autofree char *title = carrel_format_occurrence_title (deadline);
  g_autofree char *date = carrel_format_date (deadline->date, today);
  const char *name = course->code != NULL ? course->code : course->title;
  /* Translators: subject of a mail; an assignment and a course */
  g_autofree char *subject
      = g_strdup_printf (_ ("Extension for %s, %s"), title, name != NULL ? name : "");
  /* Translators: text of a mail; an assignment and the date it is due */
  g_autofree char *body = g_strdup_printf (
      _ ("Hello,\n\nI would like to ask for an extension for %s, which is due on %s. Which date "
         "would be possible?\n\nThank you"),
      title, date);
  g_autofree char *subject_part = g_uri_escape_string (subject, NULL, FALSE);
  g_autofree char *body_part = g_uri_escape_string (body, NULL, FALSE);
  g_autofree char *address
      = person != NULL ? g_uri_escape_string (person->email, "@", FALSE) : g_strdup ("");

  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", address, subject_part, body_part);
}
