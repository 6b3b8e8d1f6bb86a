/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A change of one day ends by itself, because it has that day's date; several weeks are one change
 * for each week in which the hour takes place. From a day on, the hour itself ends before that day
 * and another one begins. There is never more than one change of one hour on one day: what is asked
 * later takes the place of what was asked before. */
#define G_LOG_DOMAIN "carrel-hour-request"

#include "config.h"

#include "carrel-hour-request.h"

#include "carrel-fact.h"
#include "carrel-timetable.h"
#include "carrel-zone.h"

#define SECONDS_A_DAY G_GINT64_CONSTANT (86400)
#define SPARE_DAYS    14  /* how far a moved hour may be from the day of its rule */
#define LONGEST_DAYS  182 /* of a change without a last day, where the term has none */

/* Minutes of hours that go on after midnight. */
#define LONGEST_NIGHT (12 * 60)

/* What is being worked out. */
typedef struct
{
  const CarrelHourRequest *request;
  CarrelHourDeed deed;
  CarrelCourse *course;
  GPtrArray *facts;
} Work;

static const CarrelField request_fields[] = {
  { "span", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelHourRequest, span), NULL },
  { "until", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelHourRequest, until), NULL },
  { "with", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelHourRequest, with), NULL },
  { "to_date", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelHourRequest, to_date), NULL },
  { "start", CARREL_FIELD_TIME, G_STRUCT_OFFSET (CarrelHourRequest, start), NULL },
  { "end", CARREL_FIELD_TIME, G_STRUCT_OFFSET (CarrelHourRequest, end), NULL },
  { "location", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelHourRequest, location), NULL },
  { "person", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelHourRequest, person), NULL },
  { "reason", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelHourRequest, reason), NULL },
  { NULL },
};

const CarrelRecordType carrel_hour_request_type
    = { "hour_request", sizeof (CarrelHourRequest), request_fields };

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* Hours of which only the start is known take no time in a timetable. */
static int
get_wall_end (const CarrelOccurrence *occurrence)
{
  if (occurrence->end_minutes == occurrence->minutes)
    return CARREL_UNKNOWN;
  return occurrence->end_minutes > 24 * 60 ? occurrence->end_minutes - 24 * 60
                                           : occurrence->end_minutes;
}

static gboolean
has_span (const Work *work, const char *span)
{
  return g_strcmp0 (work->request->span, span) == 0;
}

static CarrelDate
get_last_day (const Work *work, const CarrelOccurrence *occurrence)
{
  CarrelDate last = work->course->ends_on;

  if (carrel_date_is_set (work->request->until))
    last = carrel_date_resolve (work->request->until, work->course->starts_on, last);
  if (!carrel_date_is_set (last) || last.year == 0)
    last = carrel_date_add_days (occurrence->rule_date, LONGEST_DAYS);
  return last;
}

/* Whether @other is the hour of @occurrence on a day that a change for some weeks is about. */
static gboolean
is_repeated (const CarrelOccurrence *occurrence, const CarrelOccurrence *other, CarrelDate last)
{
  return g_strcmp0 (carrel_occurrence_get_fact_id (occurrence),
                    carrel_occurrence_get_fact_id (other))
             == 0
         && (other->flags & (CARREL_OCCURRENCE_CANCELLED | CARREL_OCCURRENCE_ADDED)) == 0
         && carrel_date_compare (other->rule_date, occurrence->rule_date) >= 0
         && carrel_date_compare (other->rule_date, last) <= 0;
}

/* The days that a request is about, those of its weeks on which the hour takes place. */
static GPtrArray *
list_days (const Work *work, CarrelOccurrence *occurrence)
{
  GPtrArray *days = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_occurrence_unref);
  CarrelDate last = get_last_day (work, occurrence);
  int n_days = MAX (0, carrel_date_days_until (occurrence->rule_date, last));
  g_autoptr (CarrelTimetable) timetable = NULL;
  g_autoptr (GPtrArray) all = NULL;

  if (!has_span (work, CARREL_HOUR_UNTIL))
    {
      g_ptr_array_add (days, carrel_occurrence_ref (occurrence));
      return days;
    }
  timetable = carrel_timetable_new_of_course (work->course, occurrence->zone);
  all = carrel_timetable_list (timetable, occurrence->start - SPARE_DAYS * SECONDS_A_DAY,
                               occurrence->start + (n_days + SPARE_DAYS) * SECONDS_A_DAY,
                               CARREL_OCCURRENCE_HOURS);
  for (guint i = 0; i < all->len; i++)
    if (is_repeated (occurrence, g_ptr_array_index (all, i), last))
      g_ptr_array_add (days, carrel_occurrence_ref (g_ptr_array_index (all, i)));
  return days;
}

/* The change of this hour on this day, as it is or a new one. */
static CarrelChange *
begin_change (const Work *work, const CarrelOccurrence *occurrence)
{
  const char *of = carrel_occurrence_get_fact_id (occurrence);
  CarrelChange *change;

  if ((occurrence->flags & CARREL_OCCURRENCE_ADDED) != 0)
    return carrel_record_copy (occurrence->change);
  for (guint i = 0; i < work->course->changes->len; i++)
    {
      const CarrelChange *known = g_ptr_array_index (work->course->changes, i);

      if (g_strcmp0 (known->of, of) == 0 && g_strcmp0 (known->action, "add") != 0
          && carrel_date_compare (known->date, occurrence->rule_date) == 0)
        return carrel_record_copy (known);
    }
  change = carrel_record_new (&carrel_change_type);
  set_text (&change->of, of);
  change->date = occurrence->rule_date;
  return change;
}

static void
add_change (Work *work, CarrelChange *change)
{
  set_text (&change->reason, work->request->reason);
  g_ptr_array_add (work->facts, change);
}

static void
cancel_day (Work *work, const CarrelOccurrence *occurrence)
{
  CarrelChange *change = begin_change (work, occurrence);

  set_text (&change->action, "cancel");
  add_change (work, change);
}

/* Another person holds the hour; where and when it is stays as it is on that day. */
static void
hand_over_day (Work *work, const CarrelOccurrence *occurrence, const char *person)
{
  CarrelChange *change = begin_change (work, occurrence);

  if ((occurrence->flags & CARREL_OCCURRENCE_ADDED) == 0)
    set_text (&change->action, "move");
  set_text (&change->person, person);
  add_change (work, change);
}

/* Holds no more than what becomes another: where the hour goes later, that goes for this day as
 * well. A session that was added has nothing of the hour. */
static void
move_day (Work *work, const CarrelOccurrence *occurrence, int n_days_on)
{
  const CarrelHourRequest *request = work->request;
  const CarrelOfficeHour *hour = occurrence->fact;
  const gboolean is_added = (occurrence->flags & CARREL_OCCURRENCE_ADDED) != 0;
  const gboolean is_timed = is_added || request->start != hour->start || request->end != hour->end;
  const gboolean is_placed = is_added || g_strcmp0 (request->location, hour->location) != 0;
  CarrelChange *change = begin_change (work, occurrence);

  if (!is_added)
    set_text (&change->action, "move");
  change->to_date = carrel_date_add_days (occurrence->date, n_days_on);
  change->start = is_timed ? request->start : CARREL_UNKNOWN;
  change->end = is_timed ? request->end : CARREL_UNKNOWN;
  set_text (&change->location, is_placed ? request->location : NULL);
  add_change (work, change);
}

static void
add_extra (Work *work, const CarrelOccurrence *occurrence)
{
  const CarrelHourRequest *request = work->request;
  CarrelChange *change = carrel_record_new (&carrel_change_type);

  set_text (&change->of, carrel_occurrence_get_fact_id (occurrence));
  set_text (&change->action, "add");
  change->date = carrel_date_is_set (request->to_date) ? request->to_date : occurrence->date;
  change->start = request->start;
  change->end = request->end;
  set_text (&change->location, request->location);
  set_text (&change->person, request->person);
  add_change (work, change);
}

/* How far a move goes; the same in each week. */
static int
get_moved_days (const Work *work, const CarrelOccurrence *occurrence)
{
  CarrelDate to_date = carrel_date_resolve (work->request->to_date, work->course->starts_on,
                                            work->course->ends_on);

  return carrel_date_is_set (to_date) ? carrel_date_days_until (occurrence->date, to_date) : 0;
}

static void
change_day (Work *work, const CarrelOccurrence *occurrence, int n_days_on)
{
  if (work->deed == CARREL_HOUR_CANCEL)
    cancel_day (work, occurrence);
  else if (work->deed == CARREL_HOUR_MOVE)
    move_day (work, occurrence, n_days_on);
  else
    hand_over_day (work, occurrence, work->request->person);
}

static const CarrelOccurrence *
find_week (GPtrArray *days, CarrelDate first, int n_days)
{
  for (guint i = 0; i < days->len; i++)
    {
      const CarrelOccurrence *day = g_ptr_array_index (days, i);

      if (carrel_date_days_until (first, day->rule_date) == n_days)
        return day;
    }
  return NULL;
}

/* Each holds the hour of the other, in the weeks in which both take place. */
static void
swap_days (Work *work, CarrelOccurrence *occurrence, CarrelOccurrence *other)
{
  g_autoptr (GPtrArray) days = list_days (work, occurrence);
  g_autoptr (GPtrArray) others = list_days (work, other);

  for (guint i = 0; i < days->len; i++)
    {
      const CarrelOccurrence *one = g_ptr_array_index (days, i);
      const CarrelOccurrence *two = find_week (
          others, other->rule_date, carrel_date_days_until (occurrence->rule_date, one->rule_date));

      if (two == NULL)
        continue;
      hand_over_day (work, one, other->person);
      hand_over_day (work, two, occurrence->person);
    }
}

/* Whether there is no week of the hour before that of @occurrence. */
static gboolean
is_first_week (const Work *work, const CarrelOccurrence *occurrence)
{
  const CarrelOfficeHour *hour = occurrence->fact;
  CarrelDate first = carrel_date_is_set (hour->from) ? hour->from : work->course->starts_on;

  return carrel_date_is_set (first)
         && carrel_date_days_until (first, occurrence->rule_date) < CARREL_N_DAYS;
}

static char *
dup_later_id (const Work *work, const CarrelOccurrence *occurrence)
{
  g_autofree char *date = carrel_date_to_text (occurrence->rule_date);
  g_autofree char *id
      = g_strdup_printf ("%s-from-%s", carrel_occurrence_get_fact_id (occurrence), date);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < work->course->office_hours->len; i++)
    is_taken = is_taken
               || g_strcmp0 (carrel_record_get_id (work->course->office_hours->pdata[i]), id) == 0;
  return is_taken ? g_uuid_string_random () : g_steal_pointer (&id);
}

/* Changes of later days go with the hour that takes over; without one they are void. */
static void
take_changes_along (Work *work, const CarrelOccurrence *occurrence, const char *id)
{
  const char *of = carrel_occurrence_get_fact_id (occurrence);

  for (guint i = 0; i < work->course->changes->len; i++)
    {
      const CarrelChange *known = g_ptr_array_index (work->course->changes, i);
      CarrelChange *change;

      if (g_strcmp0 (known->of, of) != 0
          || carrel_date_compare (known->date, occurrence->rule_date) < 0)
        continue;
      change = carrel_record_copy (known);
      if (id != NULL)
        set_text (&change->of, id);
      else
        set_text (&change->action, "cancel");
      g_ptr_array_add (work->facts, change);
    }
}

/* Ends the hour before a day. Returns the one that goes on from there; not for a cancellation. */
static CarrelOfficeHour *
split_hour (Work *work, const CarrelOccurrence *occurrence)
{
  gboolean is_cancelled = work->deed == CARREL_HOUR_CANCEL;
  CarrelOfficeHour *before = carrel_record_copy (occurrence->fact);
  CarrelOfficeHour *after;

  g_ptr_array_add (work->facts, before);
  if (!is_cancelled && is_first_week (work, occurrence))
    return before;
  before->until = carrel_date_add_days (occurrence->rule_date, -1);
  if (is_cancelled)
    {
      take_changes_along (work, occurrence, NULL);
      return NULL;
    }
  after = carrel_record_copy (occurrence->fact);
  g_free (after->id);
  after->id = dup_later_id (work, occurrence);
  after->from = occurrence->rule_date;
  g_ptr_array_add (work->facts, after);
  /* On another day of the week the days of the changes are none of its days. */
  take_changes_along (work, occurrence, work->deed == CARREL_HOUR_MOVE ? NULL : after->id);
  return after;
}

static void
change_from_day (Work *work, const CarrelOccurrence *occurrence, const CarrelOccurrence *other)
{
  CarrelOfficeHour *after = split_hour (work, occurrence);
  CarrelDate first;

  if (after == NULL)
    return;
  if (work->deed == CARREL_HOUR_MOVE)
    {
      first = carrel_date_add_days (occurrence->date, get_moved_days (work, occurrence));
      after->day = carrel_date_get_weekday (first);
      after->from = carrel_date_is_set (after->from) ? first : after->from;
      after->start = work->request->start;
      after->end = work->request->end;
      set_text (&after->location, work->request->location);
      return;
    }
  set_text (&after->person, other != NULL ? other->person : work->request->person);
  if (other != NULL)
    set_text (&after->role, other->role);
}

static void
list_facts (Work *work, CarrelOccurrence *occurrence, CarrelOccurrence *other)
{
  g_autoptr (GPtrArray) days = NULL;

  if (work->deed == CARREL_HOUR_EXTRA)
    add_extra (work, occurrence);
  else if (has_span (work, CARREL_HOUR_ON))
    {
      change_from_day (work, occurrence, other);
      if (other != NULL)
        change_from_day (work, other, occurrence);
    }
  else if (other != NULL)
    swap_days (work, occurrence, other);
  else
    {
      days = list_days (work, occurrence);
      for (guint i = 0; i < days->len; i++)
        change_day (work, g_ptr_array_index (days, i), get_moved_days (work, occurrence));
    }
}

/**
 * carrel_hour_request_new:
 * @occurrence: an office hour on a day
 *
 * Returns: (transfer full): a request that leaves it as it is, for that day
 */
CarrelHourRequest *
carrel_hour_request_new (const CarrelOccurrence *occurrence)
{
  CarrelHourRequest *request = carrel_record_new (&carrel_hour_request_type);

  request->span = g_strdup (CARREL_HOUR_ONCE);
  request->to_date = occurrence->date;
  request->start = occurrence->minutes;
  request->end = get_wall_end (occurrence);
  request->location = g_strdup (occurrence->location);
  request->person = g_strdup (occurrence->person);
  return request;
}

/**
 * carrel_hour_request_ends_before_start:
 * @start: minutes since midnight, or %CARREL_UNKNOWN
 * @end: minutes since midnight, or %CARREL_UNKNOWN
 *
 * Tells hours that go on after midnight from those whose times are the wrong way round.
 *
 * Returns: whether hours from @start to @end would take no time, or far too much
 */
gboolean
carrel_hour_request_ends_before_start (int start, int end)
{
  return start != CARREL_UNKNOWN && end != CARREL_UNKNOWN && end <= start
         && (end == start || end + CARREL_MINUTES_A_DAY - start > LONGEST_NIGHT);
}

/**
 * carrel_hour_request_list_facts:
 * @request: what is asked
 * @deed: which kind of request it is
 * @occurrence: the office hour on a day
 * @other: (nullable): the hour that it is swapped with; needed for a swap and only then
 *
 * Works out what has to be written. Facts with an id of the course take the place of what the
 * course has; the others are new.
 *
 * Returns: (transfer full) (element-type CarrelRecord): changes and office hours
 */
GPtrArray *
carrel_hour_request_list_facts (const CarrelHourRequest *request,
                                CarrelHourDeed deed,
                                CarrelOccurrence *occurrence,
                                CarrelOccurrence *other)
{
  Work work
      = { request, deed, occurrence->course, g_ptr_array_new_with_free_func (carrel_record_unref) };

  if (deed != CARREL_HOUR_SWAP || other != NULL)
    list_facts (&work, occurrence, deed == CARREL_HOUR_SWAP ? other : NULL);
  return work.facts;
}

static void
put_fact (CarrelCourse *course, gpointer fact)
{
  GPtrArray *list = carrel_fact_find_list (course, ((const CarrelRecord *) fact)->type);
  const char *id = carrel_record_get_id (fact);

  for (guint i = 0; id != NULL && i < list->len; i++)
    if (g_strcmp0 (carrel_record_get_id (g_ptr_array_index (list, i)), id) == 0)
      {
        carrel_record_unref (list->pdata[i]);
        list->pdata[i] = carrel_record_copy (fact);
        return;
      }
  g_ptr_array_add (list, carrel_record_copy (fact));
}

/**
 * carrel_hour_request_apply:
 * @course: a course; it is not changed
 * @facts: (element-type CarrelRecord): what is to be written
 *
 * Returns: (transfer full): the course as it would be
 */
CarrelCourse *
carrel_hour_request_apply (CarrelCourse *course, GPtrArray *facts)
{
  CarrelCourse *trial = carrel_record_copy (course);

  for (guint i = 0; i < facts->len; i++)
    put_fact (trial, g_ptr_array_index (facts, i));
  carrel_course_assign_ids (trial);
  return trial;
}
