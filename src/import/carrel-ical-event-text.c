/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words in calendars: categories first, then what the title says. */
#define G_LOG_DOMAIN "carrel-ical-event-text"

#include "config.h"

#include "carrel-ical-event-text.h"

#include "carrel-schedule-words.h"

#include <string.h>

static const struct
{
  const char *pattern;
  CarrelOccurrenceKind kind;
} words[] = {
  { "\\boffice[ -]?hours?\\b|\\bconsultation\\b|\\bsprechstunde\\b", CARREL_OCCURRENCE_HOURS },
  { "\\b(due|deadline|hand[ -]?in|submission)\\b", CARREL_OCCURRENCE_DEADLINE },
  { "\\b(exam|midterm|mid-term|final exam|quiz|test|klausur|prüfung|examen|exame|prova|tentti)\\b"
    "|考试|考試|期中|期末|試験",
    CARREL_OCCURRENCE_EXAM },
  { "\\b(break|holiday|no class(es)?|recess|vacation|ferien|feiertag|vacances|férié|vacaciones"
    "|festivo|férias|feriado|loma)\\b|放假|假期|休講|休日",
    CARREL_OCCURRENCE_BREAK },
  { "\\brecitation\\b", CARREL_OCCURRENCE_RECITATION },
  { "\\b(lab(oratory)?|labor|praktikum|laboratorio|laboratório)\\b|实验|實驗|実験",
    CARREL_OCCURRENCE_LAB },
  { "\\b(section|tutorial|discussion|übung|travaux dirigés|td|harjoitukset)\\b|演習",
    CARREL_OCCURRENCE_SECTION },
  { "\\b(lecture|class|seminar|vorlesung|cours|clase|aula|luento)\\b|讲座|講座|講義|授業",
    CARREL_OCCURRENCE_LECTURE },
};

static CarrelOccurrenceKind
find_kind (const char *text)
{
  CarrelOccurrenceKind named = carrel_occurrence_kind_from_name (text);
  g_auto (GStrv) due = NULL;

  if (named != CARREL_OCCURRENCE_OTHER)
    return named;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_regex_match_simple (words[i].pattern, text, G_REGEX_CASELESS, 0))
      return words[i].kind;
  due = carrel_schedule_words_list_due (text);
  return due[0] != NULL ? CARREL_OCCURRENCE_DEADLINE : CARREL_OCCURRENCE_OTHER;
}

/* Canvas says what an event is in its name only: "event-assignment-77". */
static gboolean
is_assignment (icalcomponent *event)
{
  const char *uid = icalcomponent_get_uid (event);

  return uid != NULL && g_str_has_prefix (uid, "event-assignment-");
}

/* The part of a title before its first colon. */
static char *
dup_prefix (const char *title)
{
  const char *colon = title != NULL ? strstr (title, ": ") : NULL;

  return colon != NULL ? g_strndup (title, (gsize) (colon - title)) : NULL;
}

/**
 * carrel_ical_event_text_get_kind:
 * @event: an event
 * @title: (nullable): its title
 *
 * Returns: what kind of thing it is
 */
CarrelOccurrenceKind
carrel_ical_event_text_get_kind (icalcomponent *event, const char *title)
{
  CarrelOccurrenceKind kind
      = is_assignment (event) ? CARREL_OCCURRENCE_DEADLINE : CARREL_OCCURRENCE_OTHER;

  for (icalproperty *at = icalcomponent_get_first_property (event, ICAL_CATEGORIES_PROPERTY);
       at != NULL && kind == CARREL_OCCURRENCE_OTHER;
       at = icalcomponent_get_next_property (event, ICAL_CATEGORIES_PROPERTY))
    kind = find_kind (icalproperty_get_categories (at));
  if (kind == CARREL_OCCURRENCE_OTHER && title != NULL)
    kind = find_kind (title);
  return kind;
}

/**
 * carrel_ical_event_text_dup_person:
 * @title: (nullable): the title of an office hour
 *
 * Returns: (transfer full) (nullable): the person in "Office hour: Cheng Ma" or "Cheng Ma (office
 *   hours)"
 */
char *
carrel_ical_event_text_dup_person (const char *title)
{
  g_autoptr (GRegex) pattern = g_regex_new (
      "\\(?\\boffice[ -]?hours?\\b\\)?\\s*[:–—,-]?\\s*(of|with)?", G_REGEX_CASELESS, 0, NULL);
  g_autofree char *rest
      = title != NULL ? g_regex_replace_literal (pattern, title, -1, 0, "", 0, NULL) : NULL;

  if (rest == NULL)
    return NULL;
  g_strstrip (g_strdelimit (rest, "\n", ' '));
  return *rest != '\0' ? g_steal_pointer (&rest) : NULL;
}

/**
 * carrel_ical_event_text_dup_label:
 * @calendar: a calendar
 *
 * Returns: (transfer full) (nullable): what the titles of all events begin with before a colon: the
 *   name of the course; %NULL where they differ or there are less than two
 */
char *
carrel_ical_event_text_dup_label (icalcomponent *calendar)
{
  g_autofree char *label = NULL;
  guint n_events = 0;

  for (icalcomponent *at = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       at != NULL; at = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      g_autofree char *prefix = dup_prefix (icalcomponent_get_summary (at));

      if (prefix == NULL || (label != NULL && !g_str_equal (prefix, label)))
        return NULL;
      if (label == NULL)
        label = g_steal_pointer (&prefix);
      n_events++;
    }
  return n_events > 1 ? g_steal_pointer (&label) : NULL;
}

/**
 * carrel_ical_event_text_dup_id:
 * @uid: the name of an event
 *
 * Returns: (transfer full): the id of the fact: that of Carrel's own export, else one made from
 *   @uid, so that importing the same calendar again finds the same facts
 */
char *
carrel_ical_event_text_dup_id (const char *uid)
{
  const char *at = strrchr (uid, '@');
  g_autofree char *slug = NULL;

  if (at != NULL && at > uid && g_str_has_suffix (uid, ".carrel"))
    return g_strndup (uid, (gsize) (at - uid));
  slug = carrel_course_dup_slug (uid);
  return g_strconcat ("event-", slug, NULL);
}
