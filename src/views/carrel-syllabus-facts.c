/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When, where and who, in short lines. */
#define G_LOG_DOMAIN "carrel-syllabus-facts"

#include "config.h"

#include "carrel-syllabus-facts.h"

#include "carrel-format-occurrence.h"

#include <glib/gi18n.h>

static void
append_part (GString *line, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, text);
}

/* "Monday and Wednesday, 5–6:20 pm · POS A35 · in-person expected" */
static char *
dup_meeting (const CarrelMeeting *meeting, CarrelFormatFlags flags)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *days = carrel_format_weekdays (meeting->days);
  g_autofree char *time = meeting->start == CARREL_UNKNOWN
                              ? NULL
                              : carrel_format_minutes_range (meeting->start, meeting->end, flags);

  /* A course without parts has lectures, which needs no word. */
  if (meeting->section != NULL || g_strcmp0 (meeting->kind, "lecture") != 0)
    append_part (line, carrel_format_kind_name (meeting->kind));
  append_part (line, meeting->section);
  append_part (line, days);
  append_part (line, time);
  append_part (line, meeting->location);
  append_part (line, meeting->remark);
  return g_strdup (line->str);
}

static char *
dup_segments (const CarrelMeeting *meeting)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < meeting->segments->len; i++)
    {
      const CarrelSegment *segment = g_ptr_array_index (meeting->segments, i);
      g_autofree char *minutes = carrel_format_duration (segment->minutes);
      /* Translators: a length such as "40 minutes", and what is done in it. */
      g_autofree char *part = g_strdup_printf (_ ("%s %s"), minutes, segment->title);

      append_part (line, part);
    }
  return line->len > 0 ? g_strdup (line->str) : NULL;
}

static char *
dup_staff (const CarrelCourse *course)
{
  g_autoptr (GPtrArray) instructors = g_ptr_array_new ();
  g_autoptr (GString) line = g_string_new (NULL);
  guint n_assistants = 0;
  g_autofree char *names = NULL;
  g_autofree char *assistants = NULL;

  for (guint i = 0; i < course->staff->len; i++)
    {
      const CarrelPerson *person = g_ptr_array_index (course->staff, i);

      if (g_strcmp0 (person->role, "instructor") == 0)
        g_ptr_array_add (instructors, person->name);
      else if (g_strcmp0 (person->role, "TA") == 0)
        n_assistants++;
    }
  if (instructors->len > 0)
    {
      g_autofree char *list = NULL;

      g_ptr_array_add (instructors, NULL);
      list = carrel_format_list ((const char *const *) instructors->pdata);
      names = g_strdup_printf (
          /* Translators: one or more names. */
          ngettext ("%s, instructor", "%s, instructors", instructors->len - 1), list);
    }
  if (n_assistants > 0)
    assistants = g_strdup_printf (ngettext ("%u TA", "%u TAs", n_assistants), n_assistants);
  append_part (line, names);
  append_part (line, assistants);
  return line->len > 0 ? g_strdup (line->str) : NULL;
}

/* Adds a sentence with a number of the late policy, if the page gives it. */
static void
append_number (GString *line, const CarrelLatePolicy *policy, const char *field, const char *words)
{
  g_autofree char *decimal
      = carrel_record_dup_field (policy, carrel_record_find_field (policy, field));
  g_autofree char *number = decimal != NULL ? carrel_format_decimal (decimal) : NULL;
  g_autoptr (GString) part = g_string_new (words);

  if (number == NULL)
    return;
  g_string_replace (part, "%s", number, 1);
  append_part (line, part->str);
}

static void
take_line (GPtrArray *lines, char *line)
{
  if (line != NULL && *line != '\0')
    g_ptr_array_add (lines, line);
  else
    g_free (line);
}

/**
 * carrel_syllabus_facts_dup_subtitle:
 * @course: a course
 *
 * Returns: (transfer full): its code and term
 */
char *
carrel_syllabus_facts_dup_subtitle (const CarrelCourse *course)
{
  g_autoptr (GString) line = g_string_new (NULL);

  append_part (line, course->code);
  append_part (line, course->term);
  return g_strdup (line->str);
}

/**
 * carrel_syllabus_facts_list:
 * @course: a course
 * @flags: how times are written
 *
 * Returns: (transfer full): when and where the course meets, what a meeting is made of, and who
 *   teaches; a line each
 */
GStrv
carrel_syllabus_facts_list (const CarrelCourse *course, CarrelFormatFlags flags)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < course->meetings->len; i++)
    {
      const CarrelMeeting *meeting = g_ptr_array_index (course->meetings, i);

      take_line (lines, dup_meeting (meeting, flags));
      take_line (lines, dup_segments (meeting));
    }
  take_line (lines, dup_staff (course));
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

static gboolean
is_in_points (const CarrelLatePolicy *policy)
{
  return policy != NULL && g_strcmp0 (policy->unit, "points") == 0;
}

/**
 * carrel_syllabus_facts_dup_late_policy:
 * @course: a course
 *
 * Returns: (transfer full) (nullable): the numbers of the late policy as one line; %NULL when the
 *   page gives none
 */
char *
carrel_syllabus_facts_dup_late_policy (const CarrelCourse *course)
{
  /* Translators: %s is a number; these are parts of a late policy. */
  const struct
  {
    const char *field;
    const char *words;
  } parts[] = {
    { "late_days", N_ ("late days: %s") },
    { "max_per_assignment", N_ ("at most %s for each assignment") },
    { "penalty_per_day", is_in_points (course->late_policy) ? N_ ("points off for each day: %s")
                                                            : N_ ("%s per cent off for each day") },
    { "max_days_late", N_ ("accepted until %s days late") },
    { "grace_days", N_ ("days of grace: %s") },
    { "max_extensions", N_ ("extensions: %s") },
    { "extension_days", N_ ("an extension has %s days") },
  };
  const CarrelLatePolicy *policy = course->late_policy;
  g_autoptr (GString) line = g_string_new (NULL);

  if (policy == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    append_number (line, policy, parts[i].field, _ (parts[i].words));
  if (policy->late_accepted == FALSE)
    /* Translators: of late work, after its rules */
    append_part (line, C_ ("late work", "not accepted"));
  /* Translators: %s is a list of rules for late work, such as "late days: 5, accepted until 3 days
   * late" */
  return line->len > 0 ? g_strdup_printf (_ ("Late work: %s"), line->str) : NULL;
}

/**
 * carrel_syllabus_facts_find_late_section:
 * @course: a course
 *
 * Returns: (nullable): the id of the section in which the late policy was read; %NULL when the
 *   course has none, or it was not read from a text
 */
const char *
carrel_syllabus_facts_find_late_section (const CarrelCourse *course)
{
  const CarrelLatePolicy *policy = course->late_policy;
  const CarrelSection *found = NULL;

  if (policy == NULL || policy->record.line <= 0)
    return NULL;
  for (guint i = 0; i < course->sections->len; i++)
    {
      const CarrelSection *section = g_ptr_array_index (course->sections, i);

      if (g_strcmp0 (section->record.file, policy->record.file) == 0
          && section->record.line <= policy->record.line
          && (found == NULL || section->record.line >= found->record.line))
        found = section;
    }
  return found != NULL ? found->id : NULL;
}

/**
 * carrel_syllabus_facts_dup_mail:
 * @course: a course
 *
 * Returns: (transfer full): a mailto address with a draft that asks for an extension, without a
 *   reason; nothing is sent by Carrel
 */
char *
carrel_syllabus_facts_dup_mail (const CarrelCourse *course)
{
  const char *name = course->code != NULL ? course->code : course->title;
  /* Translators: subject of a mail; a course. */
  g_autofree char *subject
      = g_strdup_printf (_ ("Extension in %s"), name != NULL ? name : _ ("your course"));
  g_autofree char *subject_part = g_uri_escape_string (subject, NULL, FALSE);
  g_autofree char *body_part = g_uri_escape_string (
      _ ("Hello,\n\nI would like to ask for an extension. Which date would be possible?\n\n"
         "Thank you"),
      NULL, FALSE);
  g_autofree char *address = NULL;

  for (guint i = 0; i < course->staff->len && address == NULL; i++)
    {
      const CarrelPerson *person = g_ptr_array_index (course->staff, i);

      if (person->email != NULL && g_strcmp0 (person->role, "instructor") == 0)
        address = g_uri_escape_string (person->email, "@", FALSE);
    }
  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", address != NULL ? address : "",
                          subject_part, body_part);
}
