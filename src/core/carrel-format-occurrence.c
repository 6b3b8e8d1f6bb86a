/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in whole sentences what is on, what is next and when help can be had. */
#define G_LOG_DOMAIN "carrel-format-occurrence"

#include "config.h"

#include "carrel-format-occurrence.h"

#include "carrel-format-change.h"
#include "carrel-zone.h"

#include <glib/gi18n-lib.h>

#define MAX_PARTS 9

static gboolean
is_all_day (const CarrelOccurrence *occurrence)
{
  return (occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) != 0;
}

static gboolean
is_spoken (const CarrelFormatContext *context)
{
  return (context->flags & CARREL_FORMAT_SPOKEN) != 0;
}

static char *
dup_place (const CarrelOccurrence *occurrence, const CarrelFormatContext *context)
{
  if (occurrence->location == NULL)
    return NULL;
  return is_spoken (context) ? carrel_format_room_spoken (occurrence->location)
                             : g_strdup (occurrence->location);
}

/* Adds a part to a list that frees its strings; parts that are not there are left out. */
static void
add_part (GPtrArray *parts, char *part)
{
  if (part != NULL && *part != '\0')
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

static char *
join_parts (GPtrArray *parts)
{
  return carrel_format_line ((const char *const *) parts->pdata, parts->len);
}

/* What a course is called where there is little room: its code, or else its title. */
static char *
dup_short_course (const CarrelCourse *course)
{
  return g_strdup (course->code != NULL ? course->code : course->title);
}

/* "Kedi Xu, GHC 5417", or what kind of thing it is when neither is known. */
static char *
format_who_and_where (const CarrelOccurrence *occurrence, const CarrelFormatContext *context)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_part (parts, carrel_format_occurrence_title (occurrence));
  add_part (parts, g_strdup (carrel_occurrence_get_section (occurrence)));
  add_part (parts, dup_place (occurrence, context));
  if ((context->flags & CARREL_FORMAT_WITH_COURSE) != 0)
    add_part (parts, dup_short_course (occurrence->course));
  return join_parts (parts);
}

/* "Office hours, Kedi Xu, GHC 5417": among classes, the name of a person does not say what it is.
 */
static char *
format_what_and_where (const CarrelOccurrence *occurrence, const CarrelFormatContext *context)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (occurrence->kind == CARREL_OCCURRENCE_HOURS)
    add_part (parts, g_strdup (carrel_format_kind_beside_title (occurrence)));
  add_part (parts, format_who_and_where (occurrence, context));
  return join_parts (parts);
}

/* What several occurrences at one time are, each by @format. */
static char *
format_each (GPtrArray *occurrences,
             char *(*format) (const CarrelOccurrence *, const CarrelFormatContext *),
             const CarrelFormatContext *context)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < occurrences->len; i++)
    add_part (names, format (g_ptr_array_index (occurrences, i), context));
  g_ptr_array_add (names, NULL);
  if (names->len == 2)
    return g_strdup (g_ptr_array_index (names, 0));
  /* Translators: between people with their rooms, as in "Kedi Xu, GHC 5417; Bowen Tan, TCS 349" */
  return g_strjoinv (C_ ("people", "; "), (char **) names->pdata);
}

static gint64
get_last_end (GPtrArray *occurrences)
{
  gint64 end = 0;

  for (guint i = 0; i < occurrences->len; i++)
    end = MAX (end, ((CarrelOccurrence *) g_ptr_array_index (occurrences, i))->end);
  return end;
}

/* A moment with the time in the course's own zone behind it, where that is another one. */
static char *
add_course_time (const char *text,
                 gint64 moment,
                 const CarrelOccurrence *occurrence,
                 const CarrelFormatContext *context)
{
  g_autofree char *time = NULL;
  g_autofree char *zone = NULL;

  if (!carrel_zone_differs (occurrence->zone, context->zone, moment))
    return g_strdup (text);
  time = carrel_format_time (moment, occurrence->zone, context->flags);
  zone = carrel_format_zone (occurrence->zone, moment);
  /* Translators: a time here, then the same time and its zone elsewhere, as in "tomorrow 11 pm (5
   * pm New York time)" */
  return g_strdup_printf (C_ ("moment", "%s (%s %s)"), text, time, zone);
}

static char *
format_next_moment (const CarrelOccurrence *occurrence, const CarrelFormatContext *context)
{
  CarrelDate today = carrel_zone_get_date (context->zone, context->now, NULL);
  g_autofree char *here = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *distance = NULL;

  if (is_all_day (occurrence))
    return carrel_format_relative_day (occurrence->date, today);
  here = carrel_format_moment (occurrence->start, context->now, context->zone, context->flags);
  moment = add_course_time (here, occurrence->start, occurrence, context);
  distance = carrel_format_relative (occurrence->start, context->now, context->zone);
  if (carrel_date_days_until (today, carrel_zone_get_date (context->zone, occurrence->start, NULL))
      > 0)
    return g_steal_pointer (&moment);
  /* Translators: a time and how far away it is, as in "3 pm, in 40 minutes" */
  return g_strdup_printf (C_ ("moment", "%s, %s"), moment, distance);
}

/* The time in the course's own zone, where it is another one than the viewer's. */
static char *
format_course_time (const CarrelOccurrence *occurrence, const CarrelFormatContext *context)
{
  g_autofree char *time = NULL;
  g_autofree char *zone = NULL;

  if (is_all_day (occurrence)
      || !carrel_zone_differs (occurrence->zone, context->zone, occurrence->start))
    return NULL;
  time = carrel_format_time_range (occurrence->start, occurrence->end, occurrence->zone,
                                   context->flags);
  zone = carrel_format_zone (occurrence->zone, occurrence->start);
  /* Translators: a time and its zone, as in "5–6:20 pm New York time" */
  return g_strdup_printf (C_ ("time and zone", "%s %s"), time, zone);
}

static void
add_when (GPtrArray *parts, const CarrelOccurrence *occurrence, const CarrelFormatContext *context)
{
  CarrelDate today = carrel_zone_get_date (context->zone, context->now, NULL);
  CarrelDate date = is_all_day (occurrence)
                        ? occurrence->date
                        : carrel_zone_get_date (context->zone, occurrence->start, NULL);

  add_part (parts, carrel_format_date (date, today));
  add_part (parts, carrel_format_occurrence_time (occurrence, context));
}

static void
add_what (GPtrArray *parts, const CarrelOccurrence *occurrence)
{
  add_part (parts, g_strdup (carrel_format_kind_beside_title (occurrence)));
  add_part (parts, carrel_format_occurrence_title (occurrence));
  add_part (parts, g_strdup (carrel_occurrence_get_section (occurrence)));
}

/**
 * carrel_format_course:
 * @course: a course
 *
 * Returns: (transfer none): what it is called in a list
 */
const char *
carrel_format_course (const CarrelCourse *course)
{
  if (course->title != NULL)
    return course->title;
  return course->code != NULL ? course->code : _ ("Untitled course");
}

/**
 * carrel_format_kind:
 * @kind: one kind of occurrence
 *
 * Returns: (transfer none): its name, such as "Lecture"
 */
const char *
carrel_format_kind (CarrelOccurrenceKind kind)
{
  static const char *const names[CARREL_N_OCCURRENCE_KINDS] = {
    NC_ ("kind", "Lecture"),      NC_ ("kind", "Recitation"), NC_ ("kind", "Lab"),
    NC_ ("kind", "Section"),      NC_ ("kind", "Exam"),       NC_ ("kind", "Event"),
    NC_ ("kind", "Office hours"), NC_ ("kind", "Due"),        NC_ ("kind", "Break"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind", names[g_bit_nth_lsf (kind, -1)]);
}

/**
 * carrel_format_kind_name:
 * @name: (nullable): a kind of meeting or of dated row, as in a course pack
 *
 * Returns: (transfer none) (nullable): the kind in words; one that is not known, as it is
 */
const char *
carrel_format_kind_name (const char *name)
{
  CarrelOccurrenceKind kind = carrel_occurrence_kind_from_name (name);

  if (name == NULL || (kind == CARREL_OCCURRENCE_OTHER && !g_str_equal (name, "other")))
    return name;
  return carrel_format_kind (kind);
}

/**
 * carrel_format_kind_beside_title:
 * @occurrence: an occurrence
 *
 * Returns: (transfer none) (nullable): the name of its kind, or %NULL where its title is that name
 *   because nothing else is known: a lecture without a topic, office hours of nobody in particular
 */
const char *
carrel_format_kind_beside_title (const CarrelOccurrence *occurrence)
{
  const char *kind = carrel_format_kind (occurrence->kind);
  g_autofree char *title = carrel_format_occurrence_title (occurrence);

  return g_str_equal (title, kind) ? NULL : kind;
}

/**
 * carrel_format_mode:
 * @mode: (nullable): how an office hour is held, as in a course pack
 *
 * Returns: (transfer none) (nullable): the mode in words; one that is not known, as it is
 */
const char *
carrel_format_mode (const char *mode)
{
  if (g_strcmp0 (mode, "in-person") == 0)
    return _ ("In person");
  if (g_strcmp0 (mode, "online") == 0)
    return _ ("Online");
  if (g_strcmp0 (mode, "hybrid") == 0)
    return _ ("In person and online");
  return mode;
}

/**
 * carrel_format_role:
 * @role: (nullable): what a person is in the course, as in a course pack
 *
 * Returns: (transfer none) (nullable): the role in words; one that is not known, as it is
 */
const char *
carrel_format_role (const char *role)
{
  static const struct
  {
    const char *role;
    const char *words;
  } roles[] = {
    { "instructor", NC_ ("role", "Instructor") },   { "TA", NC_ ("role", "TA") },
    { "head TA", NC_ ("role", "Head TA") },         { "tutor", NC_ ("role", "Tutor") },
    { "coordinator", NC_ ("role", "Coordinator") }, { "grader", NC_ ("role", "Grader") },
    { "examiner", NC_ ("role", "Examiner") },       { "help centre", NC_ ("role", "Help centre") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (role, roles[i].role) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "role", roles[i].words);
  return role;
}

/**
 * carrel_format_occurrence_title:
 * @occurrence: an occurrence
 *
 * Returns: (transfer full): what it is called: its topic, the person of an office hour, or its kind
 */
char *
carrel_format_occurrence_title (const CarrelOccurrence *occurrence)
{
  if (occurrence->title != NULL && *occurrence->title != '\0')
    return g_strdup (occurrence->title);
  if (occurrence->kind == CARREL_OCCURRENCE_HOURS && occurrence->person != NULL)
    return g_strdup (occurrence->person);
  return g_strdup (carrel_format_kind (occurrence->kind));
}

/**
 * carrel_format_occurrence_time:
 * @occurrence: an occurrence
 * @context: who is looking, and when
 *
 * Returns: (transfer full): its time of day in the viewer's zone, "All day" or "By the end of the
 *   day"
 */
char *
carrel_format_occurrence_time (const CarrelOccurrence *occurrence,
                               const CarrelFormatContext *context)
{
  if (!is_all_day (occurrence))
    return carrel_format_time_range (occurrence->start, occurrence->end, context->zone,
                                     context->flags);
  if (occurrence->kind == CARREL_OCCURRENCE_DEADLINE)
    return g_strdup (_ ("By the end of the day"));
  return g_strdup (_ ("All day"));
}

/**
 * carrel_format_occurrence_remark:
 * @occurrence: an occurrence
 * @context: who is looking, and when
 *
 * Collects what is not as usual: cancelled, moved, a guessed date, another zone, a night on which
 * the clocks change.
 *
 * Returns: (transfer full) (nullable): words, or %NULL when all is as usual
 */
char *
carrel_format_occurrence_remark (const CarrelOccurrence *occurrence,
                                 const CarrelFormatContext *context)
{
  static const struct
  {
    CarrelOccurrenceFlags flag;
    const char *words;
  } remarks[] = {
    { CARREL_OCCURRENCE_CANCELLED, N_ ("cancelled") },
    { CARREL_OCCURRENCE_ADDED, N_ ("extra") },
    { CARREL_OCCURRENCE_FOLLOWS, N_ ("this day follows another day’s schedule") },
    { CARREL_OCCURRENCE_INFERRED, N_ ("date worked out from the class pattern") },
    { CARREL_OCCURRENCE_SKIPPED, N_ ("the clocks go forward over its start") },
    { CARREL_OCCURRENCE_TWICE, N_ ("the clocks go back: the first of two such times") },
  };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    if ((occurrence->flags & remarks[i].flag) != 0)
      g_ptr_array_add (parts, g_strdup (_ (remarks[i].words)));
  if ((occurrence->flags & CARREL_OCCURRENCE_MOVED) != 0)
    add_part (parts, carrel_format_occurrence_change (occurrence, context));
  if (occurrence->change != NULL && g_strcmp0 (occurrence->reason, occurrence->title) != 0)
    add_part (parts, g_strdup (occurrence->reason));
  add_part (parts, format_course_time (occurrence, context));
  return parts->len > 0 ? join_parts (parts) : NULL;
}

/**
 * carrel_format_occurrence_sentence:
 * @occurrence: an occurrence
 * @context: who is looking, and when
 *
 * Says an occurrence in one line: day, date, time, title, section, place, course and what is
 * unusual. It is what a screen reader says for a row and what is copied.
 *
 * Returns: (transfer full): the line
 */
char *
carrel_format_occurrence_sentence (const CarrelOccurrence *occurrence,
                                   const CarrelFormatContext *context)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_full (MAX_PARTS, g_free);

  if ((context->flags & CARREL_FORMAT_TITLE_FIRST) != 0)
    {
      add_what (parts, occurrence);
      add_when (parts, occurrence, context);
    }
  else
    {
      add_when (parts, occurrence, context);
      add_what (parts, occurrence);
    }
  add_part (parts, dup_place (occurrence, context));
  if ((context->flags & CARREL_FORMAT_OF_COURSE) == 0)
    add_part (parts, dup_short_course (occurrence->course));
  add_part (parts, carrel_format_occurrence_remark (occurrence, context));
  return join_parts (parts);
}

/**
 * carrel_format_countdown:
 * @occurrence: a deadline
 * @context: who is looking, and when
 *
 * Returns: (transfer full): "due in 3 days", "due today, 7 hours left", "was due 2 days ago"
 */
char *
carrel_format_countdown (const CarrelOccurrence *occurrence, const CarrelFormatContext *context)
{
  CarrelDate today = carrel_zone_get_date (context->zone, context->now, NULL);
  CarrelDate last_day = carrel_zone_get_date (context->zone, occurrence->end - 1, NULL);
  g_autofree char *words = NULL;

  if (occurrence->end <= context->now)
    {
      words = carrel_format_relative_day (last_day, today);
      /* Translators: %s is a distance in time, as in "2 days ago" */
      return g_strdup_printf (_ ("was due %s"), words);
    }
  if (occurrence->end - context->now <= 24 * 60 * 60)
    {
      gint64 hours = (occurrence->end - context->now) / (60 * 60);

      if (hours > 0)
        return g_strdup_printf (
            ngettext ("due today, %d hour left", "due today, %d hours left", (gulong) hours),
            (int) hours);
      words = carrel_format_duration ((int) ((occurrence->end - context->now) / 60));
      /* Translators: %s is a length of time, as in "40 minutes" */
      return g_strdup_printf (_ ("due today, %s left"), words);
    }
  words = carrel_format_relative_day (last_day, today);
  /* Translators: %s is a distance in time, as in "in 3 days" or "tomorrow" */
  return g_strdup_printf (_ ("due %s"), words);
}

/**
 * carrel_format_segments:
 * @occurrence: a meeting with timed parts
 * @context: who is looking, and when
 *
 * Returns: (transfer full): "Lecture, 40 minutes (now, 1 minute left); Review, 10 minutes."
 */
char *
carrel_format_segments (const CarrelOccurrence *occurrence, const CarrelFormatContext *context)
{
  GPtrArray *segments = carrel_occurrence_get_segments (occurrence);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;
  int passed = (int) ((context->now - occurrence->start) / 60);

  for (guint i = 0; segments != NULL && i < segments->len; i++)
    {
      const CarrelSegment *segment = g_ptr_array_index (segments, i);
      g_autofree char *length = carrel_format_duration (MAX (0, segment->minutes));
      const char *title = segment->title != NULL ? segment->title : "";
      gboolean is_on
          = context->now >= occurrence->start && passed >= 0 && passed < segment->minutes;

      if (is_on)
        {
          g_autofree char *left = carrel_format_duration (segment->minutes - passed);

          /* Translators: a part of a lecture, its length, and what is left of it, as in
           * "Review, 10 minutes (now, 1 minute left)" */
          g_ptr_array_add (parts,
                           g_strdup_printf (_ ("%s, %s (now, %s left)"), title, length, left));
        }
      else
        /* Translators: a part of a lecture and its length, as in "Review, 10 minutes" */
        g_ptr_array_add (parts, g_strdup_printf (_ ("%s, %s"), title, length));
      passed -= segment->minutes;
    }
  g_ptr_array_add (parts, NULL);
  line = g_strjoinv (C_ ("people", "; "), (char **) parts->pdata);
  /* Translators: a whole sentence, with the mark that ends one. */
  return g_strdup_printf (_ ("%s."), line);
}

/**
 * carrel_format_hours_status:
 * @answer: what is now and next among office hours
 * @context: who is looking, and when
 *
 * Returns: (transfer full): "Open now until 4 pm: Bowen Tan, GHC 5417.", "No office hours now.
 * Next: Thursday 3 pm, Jialu Gao, GHC 5417.", or that none are known
 */
char *
carrel_format_hours_status (const CarrelNowNext *answer, const CarrelFormatContext *context)
{
  g_autofree char *who = NULL;
  g_autofree char *when = NULL;
  g_autofree char *until = NULL;

  if (answer->now->len > 0)
    {
      who = format_each (answer->now, format_who_and_where, context);
      until = carrel_format_moment (get_last_end (answer->now), context->now, context->zone,
                                    context->flags);
      when = add_course_time (until, get_last_end (answer->now), g_ptr_array_index (answer->now, 0),
                              context);
      /* Translators: a time, then people and places, as in "Open now until 4 pm: Kedi Xu, GHC
       * 5417." */
      return g_strdup_printf (_ ("Open now until %s: %s."), when, who);
    }
  if (answer->next->len == 0)
    return g_strdup (_ ("No office hours are planned."));
  who = format_each (answer->next, format_who_and_where, context);
  when = format_next_moment (g_ptr_array_index (answer->next, 0), context);
  /* Translators: a time, then people and places, as in "Thursday 3 pm, Jialu Gao, GHC 5417" */
  return g_strdup_printf (_ ("No office hours now. Next: %s, %s."), when, who);
}

/**
 * carrel_format_now:
 * @answer: what is now and next
 * @context: who is looking, and when
 *
 * Returns: (transfer full): "GPU acceleration until 6:20 pm, POS A35", or that nothing is on
 */
char *
carrel_format_now (const CarrelNowNext *answer, const CarrelFormatContext *context)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < answer->now->len; i++)
    {
      const CarrelOccurrence *occurrence = g_ptr_array_index (answer->now, i);
      g_autofree char *what = format_what_and_where (occurrence, context);
      g_autofree char *until
          = carrel_format_moment (occurrence->end, context->now, context->zone, context->flags);

      /* Translators: what is going on, and the time it ends, as in "Lecture, POS A35, until 6:20
       * pm" */
      g_ptr_array_add (lines, g_strdup_printf (_ ("%s, until %s"), what, until));
    }
  if (lines->len == 0)
    return g_strdup (_ ("Nothing now"));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (C_ ("people", "; "), (char **) lines->pdata);
}

/**
 * carrel_format_next:
 * @answer: what is now and next
 * @context: who is looking, and when
 *
 * Returns: (transfer full): "Next: 5 pm, in 40 minutes, GPU acceleration, POS A35", or that nothing
 *   is planned
 */
char *
carrel_format_next (const CarrelNowNext *answer, const CarrelFormatContext *context)
{
  const CarrelOccurrence *first;
  g_autofree char *what = NULL;
  g_autofree char *when = NULL;

  if (answer->next->len == 0)
    return g_strdup (_ ("Nothing else is planned"));
  first = g_ptr_array_index (answer->next, 0);
  what = format_each (answer->next, format_what_and_where, context);
  when = format_next_moment (first, context);
  if (first->kind == CARREL_OCCURRENCE_DEADLINE)
    /* Translators: what is due, and the day, as in "Next: HW2, due by the end of the day, tomorrow"
     */
    return g_strdup_printf (_ ("Next: %s, due by the end of the day, %s"), what, when);
  /* Translators: a time, then what and where, as in "Next: 5 pm, in 40 minutes, Lecture, POS A35"
   */
  return g_strdup_printf (_ ("Next: %s, %s"), when, what);
}

/* With its course, where the other one is of another. */
static char *
dup_clashing (const CarrelOccurrence *occurrence, const CarrelOccurrence *other)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_full (MAX_PARTS, g_free);
  const CarrelCourse *course = occurrence->course;

  add_part (parts, carrel_format_occurrence_title (occurrence));
  if (course != other->course)
    add_part (parts, dup_short_course (course));
  return join_parts (parts);
}

/**
 * carrel_format_clash:
 * @clash: two occurrences that overlap
 * @context: who is looking, and when
 *
 * Returns: (transfer full): "Monday 12 February: Lecture 5–6:20 pm overlaps with Exam 6–8 pm"
 */
char *
carrel_format_clash (const CarrelClash *clash, const CarrelFormatContext *context)
{
  CarrelDate today = carrel_zone_get_date (context->zone, context->now, NULL);
  CarrelDate date = carrel_zone_get_date (context->zone, clash->second->start, NULL);
  g_autofree char *day = carrel_format_date (date, today);
  g_autofree char *one = dup_clashing (clash->first, clash->second);
  g_autofree char *one_time = carrel_format_occurrence_time (clash->first, context);
  g_autofree char *other = dup_clashing (clash->second, clash->first);
  g_autofree char *other_time = carrel_format_occurrence_time (clash->second, context);

  /* Translators: a date; then twice a title and its time */
  return g_strdup_printf (_ ("%s: %s, %s, overlaps with %s, %s"), day, one, one_time, other,
                          other_time);
}
