/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A break that makes its day follow another one closes nothing, so it is no day without classes
 * here and is left as it is. */
#define G_LOG_DOMAIN "carrel-term"

#include "config.h"

#include "carrel-term.h"

#include "carrel-schedule-words.h"
#include "carrel-zone.h"

#include <glib/gi18n-lib.h>

#define LONGEST_TERM 400 /* days */

static const CarrelField term_fields[] = {
  { "starts_on", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelTerm, starts_on), NULL },
  { "ends_on", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelTerm, ends_on), NULL },
  { "time_zone", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelTerm, time_zone), NULL },
  { "closed", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelTerm, closed), NULL },
  { NULL },
};

const CarrelRecordType carrel_term_type = { "term", sizeof (CarrelTerm), term_fields };

static gboolean
has_year (CarrelDate date)
{
  return carrel_date_is_set (date) && date.year != 0;
}

/**
 * carrel_term_get_closed:
 * @course: a course
 * @pause: one of its breaks
 * @from: (out): its first day, with a year
 * @until: (out): its last day, with a year
 *
 * Returns: whether @pause is of days without classes that are known
 */
gboolean
carrel_term_get_closed (const CarrelCourse *course,
                        const CarrelBreak *pause,
                        CarrelDate *from,
                        CarrelDate *until)
{
  CarrelDate first = carrel_date_resolve (pause->from, course->starts_on, course->ends_on);
  CarrelDate last = carrel_date_resolve (pause->until, course->starts_on, course->ends_on);
  CarrelDays weekday;

  if (!has_year (first) || carrel_schedule_words_follow (pause->title, &weekday))
    return FALSE;
  *from = first;
  *until = has_year (last) && carrel_date_compare (first, last) < 0 ? last : first;
  return TRUE;
}

static char *
dup_closed (const CarrelCourse *course)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < course->breaks->len; i++)
    {
      CarrelDate from, until;
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      if (!carrel_term_get_closed (course, course->breaks->pdata[i], &from, &until))
        continue;
      first = carrel_date_to_text (from);
      last = carrel_date_to_text (until);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", first);
      if (!g_str_equal (first, last))
        g_string_append_printf (text, "/%s", last);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/**
 * carrel_term_new:
 * @course: a course
 *
 * Returns: (transfer full): what is known of its term
 */
CarrelTerm *
carrel_term_new (const CarrelCourse *course)
{
  CarrelTerm *term = carrel_record_new (&carrel_term_type);

  term->starts_on = course->starts_on;
  term->ends_on = course->ends_on;
  term->time_zone = g_strdup (course->time_zone);
  term->closed = dup_closed (course);
  return term;
}

/* "2027-03-08" or "2027-03-08/2027-03-12" (an interval as in ISO 8601); NULL is neither. */
static CarrelBreak *
parse_span (const char *text)
{
  g_auto (GStrv) ends = g_strsplit (text, "/", 2);
  g_autoptr (CarrelBreak) pause = carrel_record_new (&carrel_break_type);
  const char *last = ends[0] != NULL && ends[1] != NULL ? ends[1] : ends[0];

  if (ends[0] == NULL || !carrel_date_parse (g_strstrip (ends[0]), &pause->from)
      || !carrel_date_parse (g_strstrip ((char *) last), &pause->until) || !has_year (pause->from)
      || !has_year (pause->until) || carrel_date_compare (pause->from, pause->until) > 0)
    return NULL;
  return g_steal_pointer (&pause);
}

/**
 * carrel_term_parse_closed:
 * @text: (nullable): days and spans of days with commas between: "2027-05-31,
 *   2027-03-08/2027-03-12"
 *
 * Returns: (transfer full) (nullable) (element-type CarrelBreak): the days; %NULL where @text has
 *   something else in it
 */
GPtrArray *
carrel_term_parse_closed (const char *text)
{
  g_autoptr (GPtrArray) breaks = g_ptr_array_new_with_free_func (carrel_record_unref);
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", ",;", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      CarrelBreak *pause;

      if (*g_strstrip (parts[i]) == '\0')
        continue;
      pause = parse_span (parts[i]);
      if (pause == NULL)
        return NULL;
      g_ptr_array_add (breaks, pause);
    }
  return g_steal_pointer (&breaks);
}

/**
 * carrel_term_check_days:
 * @starts_on: the first day of a term, or no date
 * @ends_on: its last day, or no date
 *
 * Returns: (transfer full) (nullable): why the two cannot be of one term, for people
 */
char *
carrel_term_check_days (CarrelDate starts_on, CarrelDate ends_on)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!has_year (starts_on) || !has_year (ends_on))
    return NULL;
  if (carrel_date_days_until (starts_on, ends_on) > LONGEST_TERM)
    return g_strdup (_ ("The last day has to come after the first one, within a year of it."));
  if (carrel_date_compare (starts_on, ends_on) <= 0)
    return NULL;
  first = carrel_date_to_text (starts_on);
  last = carrel_date_to_text (ends_on);
  /* Translators: both %s are dates such as 2027-01-11. */
  return g_strdup_printf (_ ("The last day of the term, %s, is before its first day, %s. Correct "
                             "one of the two."),
                          last, first);
}

/**
 * carrel_term_check_year:
 * @starts_on: the first day of a term, or no date
 * @ends_on: its last day, or no date
 * @year: the year that the course is said to take place in
 *
 * Returns: (transfer full) (nullable): why the term cannot be in that year, for people
 */
char *
carrel_term_check_year (CarrelDate starts_on, CarrelDate ends_on, int year)
{
  /* A term may go over New Year, so one of its days leaves two years open. */
  int first = has_year (starts_on) ? starts_on.year : has_year (ends_on) ? ends_on.year - 1 : year;
  int last = has_year (ends_on) ? ends_on.year : has_year (starts_on) ? starts_on.year + 1 : year;
  g_autofree char *years = NULL;

  if (first <= year && year <= last)
    return NULL;
  years = first == last ? g_strdup_printf ("%d", first) : g_strdup_printf ("%d/%d", first, last);
  /* Translators: %s is a year such as 2027, or two such as 2027/2028. */
  return g_strdup_printf (_ ("By its first and last day the term is in %s. Write that year here, "
                             "or correct the days."),
                          years);
}

/**
 * carrel_term_check:
 * @term: what a person says about the term
 * @field: (out) (transfer none) (nullable): the field of @term that is to blame, or %NULL
 *
 * Returns: (transfer full) (nullable): why the term cannot be so, for people
 */
char *
carrel_term_check (const CarrelTerm *term, const char **field)
{
  g_autoptr (GPtrArray) closed = carrel_term_parse_closed (term->closed);
  g_autoptr (GTimeZone) zone = carrel_zone_find (term->time_zone);
  char *text = carrel_term_check_days (term->starts_on, term->ends_on);

  *field = "ends_on";
  if (text != NULL)
    return text;
  if (carrel_date_is_set (term->ends_on) && !has_year (term->ends_on))
    return g_strdup (_ ("Write the last day with its year, such as 2027-05-07."));
  *field = "starts_on";
  if (carrel_date_is_set (term->starts_on) && !has_year (term->starts_on))
    return g_strdup (_ ("Write the first day with its year, such as 2027-01-11."));
  *field = "time_zone";
  if (term->time_zone != NULL && zone == NULL)
    return g_strdup (_ ("There is no such time zone. Write a name such as America/New_York."));
  *field = "closed";
  if (closed == NULL)
    return g_strdup (_ ("The days without classes cannot be read. Write them as 2027-05-31, "
                        "or 2027-03-08/2027-03-12 for a whole week, with commas between them."));
  *field = NULL;
  return NULL;
}

/**
 * carrel_term_find_outside:
 * @term: what a person says about the term, right as carrel_term_check() sees it
 *
 * A day without classes that is not in the term is a slip, mostly of the year; it does no harm.
 *
 * Returns: (transfer full) (nullable): which day is outside the term, for people
 */
char *
carrel_term_find_outside (const CarrelTerm *term)
{
  g_autoptr (GPtrArray) closed = carrel_term_parse_closed (term->closed);

  for (guint i = 0; closed != NULL && i < closed->len; i++)
    {
      const CarrelBreak *pause = closed->pdata[i];
      g_autofree char *day = carrel_date_to_text (pause->from);

      if ((has_year (term->starts_on) && carrel_date_compare (pause->until, term->starts_on) < 0)
          || (has_year (term->ends_on) && carrel_date_compare (term->ends_on, pause->from) < 0))
        /* Translators: %s is a date such as 2027-05-31. */
        return g_strdup_printf (_ ("%s is not in the term, so nothing changes on it."), day);
    }
  return NULL;
}
