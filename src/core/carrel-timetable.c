/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists what is on in a window of time, and what is now and next. How a course's facts are read is
 * written in carrel-course-plan.c. */
#define G_LOG_DOMAIN "carrel-timetable"

#include "config.h"

#include "carrel-timetable.h"

#include "carrel-course-plan.h"
#include "carrel-zone.h"

/* Zones are looked up once a day and course, not once an occurrence. */
#define OFFSET_UNKNOWN G_MAXINT32
#define OFFSET_CHANGES (G_MAXINT32 - 1)

struct _CarrelTimetable
{
  GPtrArray *plans; /* of CarrelCoursePlan */
};

typedef struct
{
  const CarrelCoursePlan *plan;
  gint64 from;
  gint64 to;
  CarrelOccurrenceKind kinds;
  int first_day; /* the days that the window can touch, with one to spare at either end */
  int last_day;
  GHashTable *zones; /* GTimeZone to an offset for each of those days; courses share zones */
  gint32 *offsets;   /* those of the plan's zone */
  GArray *days;      /* scratch for the expansion of a rule */
  GPtrArray *found;
} Listing;

static int
get_day (gint64 moment)
{
  gint64 day = moment / CARREL_SECONDS_A_DAY;

  return (int) CLAMP (day, CARREL_DAY_FIRST, CARREL_DAY_LAST);
}

static gint32
find_day_offset (GTimeZone *zone, int day)
{
  gint64 midnight = day * CARREL_SECONDS_A_DAY;
  gint64 before = carrel_zone_get_offset (zone, midnight - CARREL_SECONDS_A_DAY);
  gint64 after = carrel_zone_get_offset (zone, midnight + 3 * CARREL_SECONDS_A_DAY);

  return before == after ? (gint32) before : OFFSET_CHANGES;
}

static gint64
to_moment (Listing *listing, int day, int minutes, CarrelWall *wall)
{
  gint32 offset;

  *wall = CARREL_WALL_PLAIN;
  if (day < listing->first_day || day > listing->last_day)
    offset = OFFSET_CHANGES;
  else
    {
      gint32 *known = &listing->offsets[day - listing->first_day];

      if (*known == OFFSET_UNKNOWN)
        *known = find_day_offset (listing->plan->zone, day);
      offset = *known;
    }
  if (offset == OFFSET_CHANGES)
    return carrel_zone_to_moment (listing->plan->zone, carrel_day_number_to_date (day), minutes,
                                  wall);
  return day * CARREL_SECONDS_A_DAY + minutes * (gint64) 60 - offset;
}

static gboolean
is_in_window (const Listing *listing, gint64 start, gint64 end)
{
  return start < listing->to && (end > listing->from || (start == end && start >= listing->from));
}

static void
place (Listing *listing, CarrelOccurrence *occurrence, int day, int n_days)
{
  gboolean is_all_day = (occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) != 0;
  int minutes = is_all_day ? 0 : occurrence->minutes;
  int end_minutes = is_all_day ? n_days * CARREL_MINUTES_A_DAY : occurrence->end_minutes;
  CarrelWall wall, end_wall;

  occurrence->start = to_moment (listing, day, minutes, &wall);
  occurrence->end = to_moment (listing, day, end_minutes, &end_wall);
  /* Where the clock is put back, an end may come before the start that was taken. */
  occurrence->end = MAX (occurrence->start, occurrence->end);
  occurrence->date = carrel_day_number_to_date (day);
  if (wall != CARREL_WALL_PLAIN && !is_all_day)
    occurrence->flags
        |= wall == CARREL_WALL_SKIPPED ? CARREL_OCCURRENCE_SKIPPED : CARREL_OCCURRENCE_TWICE;
}

/* Takes an occurrence that was filled on the stack into the answer when it is in the window. */
static void
take (Listing *listing, const CarrelOccurrence *occurrence)
{
  CarrelOccurrence *taken;

  if (!is_in_window (listing, occurrence->start, occurrence->end))
    return;
  taken = g_rc_box_dup (sizeof *occurrence, (gpointer) occurrence);
  carrel_record_ref (taken->course);
  carrel_record_ref (taken->fact);
  if (taken->row != NULL)
    carrel_record_ref (taken->row);
  if (taken->change != NULL)
    carrel_record_ref (taken->change);
  g_time_zone_ref (taken->zone);
  if (taken->own_title != NULL)
    {
      taken->own_title = g_strdup (taken->own_title);
      taken->title = taken->own_title;
    }
  g_ptr_array_add (listing->found, taken);
}

static void
set_topic (Listing *listing, const CarrelPlanRule *rule, CarrelOccurrence *occurrence, int day)
{
  occurrence->row = carrel_course_plan_find_topic (listing->plan, rule, day);
  if (occurrence->row == NULL)
    return;
  if (occurrence->row->topic != NULL)
    occurrence->title = occurrence->row->topic;
  if (!carrel_date_is_set (occurrence->row->date))
    occurrence->flags |= CARREL_OCCURRENCE_INFERRED;
}

static void
set_change (CarrelOccurrence *occurrence, CarrelChange *change)
{
  int length = occurrence->end_minutes - occurrence->minutes;

  occurrence->change = change;
  occurrence->reason = change->reason;
  if (change->start != CARREL_UNKNOWN)
    {
      /* A new start without a new end keeps the length. */
      occurrence->end_minutes
          = change->start + ((occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) != 0 ? 0 : length);
      occurrence->minutes = change->start;
      occurrence->flags &= ~(guint) CARREL_OCCURRENCE_ALL_DAY;
    }
  if (change->end != CARREL_UNKNOWN && (occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) == 0)
    occurrence->end_minutes
        = change->end + (change->end < occurrence->minutes ? CARREL_MINUTES_A_DAY : 0);
  if (change->location != NULL)
    occurrence->location = change->location;
  if (change->person != NULL)
    occurrence->person = change->person;
}

static void
take_regular (Listing *listing, const CarrelPlanRule *rule, int day, guint flags)
{
  CarrelOccurrence occurrence = rule->pattern;

  occurrence.flags |= flags;
  set_topic (listing, rule, &occurrence, day);
  place (listing, &occurrence, day, 1);
  occurrence.rule_date = occurrence.date;
  take (listing, &occurrence);
}

static void
take_changed (Listing *listing, const CarrelPlanRule *rule, const CarrelPlanChange *change)
{
  CarrelOccurrence occurrence = rule->pattern;

  set_topic (listing, rule, &occurrence, change->day);
  if (occurrence.row == NULL)
    set_topic (listing, rule, &occurrence, change->to_day);
  if (change->action == CARREL_PLAN_CANCEL)
    {
      if (!carrel_course_plan_is_on (listing->plan, rule, change->day))
        return;
      occurrence.change = change->change;
      occurrence.reason = change->change->reason;
      occurrence.flags |= CARREL_OCCURRENCE_CANCELLED;
    }
  else
    {
      set_change (&occurrence, change->change);
      occurrence.flags
          |= change->action == CARREL_PLAN_ADD ? CARREL_OCCURRENCE_ADDED : CARREL_OCCURRENCE_MOVED;
    }
  place (listing, &occurrence, change->to_day, 1);
  occurrence.rule_date = carrel_day_number_to_date (change->day);
  take (listing, &occurrence);
}

/* The change that decides what becomes of the occurrence of @day; the last one written wins. */
static const CarrelPlanChange *
find_change (const CarrelPlanRule *rule, int day)
{
  for (guint i = rule->changes->len; i > 0; i--)
    {
      const CarrelPlanChange *change = &g_array_index (rule->changes, CarrelPlanChange, i - 1);

      if (change->day == day && change->action != CARREL_PLAN_ADD)
        return change;
    }
  return NULL;
}

static void
list_changes (Listing *listing, const CarrelPlanRule *rule)
{
  for (guint i = 0; i < rule->changes->len; i++)
    {
      const CarrelPlanChange *change = &g_array_index (rule->changes, CarrelPlanChange, i);

      if (change->to_day < listing->first_day || change->to_day > listing->last_day)
        continue;
      if (change->action == CARREL_PLAN_ADD || find_change (rule, change->day) == change)
        take_changed (listing, rule, change);
    }
}

static void
list_follows (Listing *listing, const CarrelPlanRule *rule)
{
  GArray *follows = listing->plan->follows;

  for (guint i = 0; i < follows->len; i++)
    {
      int day = g_array_index (follows, CarrelPlanFollow, i).day;

      if (day >= listing->first_day && day <= listing->last_day
          && rule->pattern.kind != CARREL_OCCURRENCE_HOURS && find_change (rule, day) == NULL
          && carrel_course_plan_is_on (listing->plan, rule, day))
        take_regular (listing, rule, day, CARREL_OCCURRENCE_FOLLOWS);
    }
}

static void
list_rule (Listing *listing, const CarrelPlanRule *rule)
{
  gboolean is_taught = rule->pattern.kind != CARREL_OCCURRENCE_HOURS;

  g_array_set_size (listing->days, 0);
  carrel_recurrence_expand (&rule->rule, listing->first_day, listing->last_day, listing->days);
  for (guint i = 0; i < listing->days->len; i++)
    {
      int day = g_array_index (listing->days, int, i);

      if ((is_taught && carrel_course_plan_get_followed (listing->plan, day) != CARREL_DAY_NONE)
          || !carrel_course_plan_is_on (listing->plan, rule, day)
          || find_change (rule, day) != NULL)
        continue;
      take_regular (listing, rule, day, 0);
    }
  list_follows (listing, rule);
  list_changes (listing, rule);
}

static void
list_entries (Listing *listing)
{
  const CarrelCoursePlan *plan = listing->plan;

  for (guint i = carrel_course_plan_find_first_entry (plan, listing->first_day - plan->longest);
       i < plan->entries->len; i++)
    {
      const CarrelPlanEntry *entry = &g_array_index (plan->entries, CarrelPlanEntry, i);
      CarrelOccurrence occurrence = entry->pattern;

      if (entry->day > listing->last_day)
        break;
      if (entry->is_topic || (occurrence.kind & listing->kinds) == 0)
        continue;
      place (listing, &occurrence, entry->day, entry->last_day - entry->day + 1);
      occurrence.rule_date = occurrence.date;
      occurrence.own_title = entry->title;
      take (listing, &occurrence);
    }
}

static gint32 *
get_offsets (Listing *listing, GTimeZone *zone)
{
  int n_days = listing->last_day - listing->first_day + 1;
  gint32 *offsets = g_hash_table_lookup (listing->zones, zone);

  if (offsets != NULL)
    return offsets;
  offsets = g_new (gint32, n_days);
  for (int i = 0; i < n_days; i++)
    offsets[i] = OFFSET_UNKNOWN;
  g_hash_table_insert (listing->zones, zone, offsets);
  return offsets;
}

static void
list_plan (Listing *listing, const CarrelCoursePlan *plan)
{
  listing->plan = plan;
  listing->offsets = get_offsets (listing, plan->zone);
  for (guint i = 0; i < plan->rules->len; i++)
    {
      const CarrelPlanRule *rule = &g_array_index (plan->rules, CarrelPlanRule, i);

      if ((rule->pattern.kind & listing->kinds) != 0)
        list_rule (listing, rule);
    }
  list_entries (listing);
}

/* The moment that decides which of several comes next: a deadline at the end of its day. */
static gint64
get_next_moment (const CarrelOccurrence *occurrence)
{
  return occurrence->kind == CARREL_OCCURRENCE_DEADLINE ? occurrence->end - 60 : occurrence->start;
}

static int
compare_next (gconstpointer first, gconstpointer second)
{
  gint64 one = get_next_moment (*(const CarrelOccurrence *const *) first);
  gint64 other = get_next_moment (*(const CarrelOccurrence *const *) second);

  return one != other ? (one < other ? -1 : 1) : carrel_occurrence_compare (first, second);
}

static gboolean
comes_next (const CarrelOccurrence *occurrence, gint64 now)
{
  gboolean is_timed = (occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) == 0
                      || occurrence->kind == CARREL_OCCURRENCE_DEADLINE;

  return is_timed && (occurrence->flags & CARREL_OCCURRENCE_CANCELLED) == 0
         && get_next_moment (occurrence) > now;
}

/* What comes next of @occurrences; what comes after @until may have others before it. */
static GPtrArray *
filter_next (GPtrArray *occurrences, gint64 now, gint64 until)
{
  GPtrArray *next = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_occurrence_unref);

  for (guint i = 0; i < occurrences->len; i++)
    {
      CarrelOccurrence *occurrence = g_ptr_array_index (occurrences, i);

      if (comes_next (occurrence, now) && get_next_moment (occurrence) < until)
        g_ptr_array_add (next, carrel_occurrence_ref (occurrence));
    }
  g_ptr_array_sort (next, compare_next);
  return next;
}

/* What comes next, found in windows that grow until they hold enough. */
static GPtrArray *
look_ahead (CarrelTimetable *timetable, gint64 now, CarrelOccurrenceKind kinds, guint n_wanted)
{
  static const int reaches[] = { 8, 40, 400 };
  GPtrArray *next = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reaches) && (next == NULL || next->len < n_wanted); i++)
    {
      gint64 until = now + reaches[i] * CARREL_SECONDS_A_DAY;
      g_autoptr (GPtrArray) found = carrel_timetable_list (timetable, now, until, kinds);

      g_clear_pointer (&next, g_ptr_array_unref);
      next = filter_next (found, now, until);
    }
  return next;
}

/**
 * carrel_timetable_new:
 * @courses: (element-type CarrelCourse): the courses; only read, and kept
 * @viewer_zone: the zone of the person who looks, in which a course without a zone is read
 *
 * Returns: (transfer full): a timetable of these courses
 */
CarrelTimetable *
carrel_timetable_new (GPtrArray *courses, GTimeZone *viewer_zone)
{
  CarrelTimetable *self = g_rc_box_new0 (CarrelTimetable);

  self->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_course_plan_free);
  for (guint i = 0; i < courses->len; i++)
    g_ptr_array_add (self->plans,
                     carrel_course_plan_new (g_ptr_array_index (courses, i), viewer_zone));
  return self;
}

/**
 * carrel_timetable_new_of_course:
 * @course: the course; only read, and kept
 * @viewer_zone: as for carrel_timetable_new()
 *
 * Returns: (transfer full): a timetable of one course
 */
CarrelTimetable *
carrel_timetable_new_of_course (CarrelCourse *course, GTimeZone *viewer_zone)
{
  GPtrArray courses = { .pdata = (gpointer *) &course, .len = 1 };

  return carrel_timetable_new (&courses, viewer_zone);
}

/**
 * carrel_timetable_ref:
 * @timetable: a timetable
 *
 * Returns: (transfer full): @timetable, with one more reference
 */
CarrelTimetable *
carrel_timetable_ref (CarrelTimetable *timetable)
{
  return g_rc_box_acquire (timetable);
}

static void
clear_timetable (gpointer data)
{
  g_ptr_array_unref (((CarrelTimetable *) data)->plans);
}

/**
 * carrel_timetable_unref:
 * @timetable: (transfer full): a timetable
 *
 * Drops a reference; the last one frees it. Occurrences live on.
 */
void
carrel_timetable_unref (CarrelTimetable *timetable)
{
  g_rc_box_release_full (timetable, clear_timetable);
}

/**
 * carrel_timetable_list:
 * @timetable: a timetable
 * @from: the beginning of the window, seconds UTC
 * @to: its end, not in it
 * @kinds: which kinds of occurrences
 *
 * Says what is on in a window: all that begins in it or has not ended when it begins. Windows are
 * cut to the years 1900 to 2200.
 *
 * Returns: (transfer full) (element-type CarrelOccurrence): the occurrences in time order
 */
GPtrArray *
carrel_timetable_list (CarrelTimetable *timetable,
                       gint64 from,
                       gint64 to,
                       CarrelOccurrenceKind kinds)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GHashTable) zones = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Listing listing = { .from = from, .to = to, .kinds = kinds, .zones = zones, .days = days };

  /* A day on the wall begins up to 14 hours from that of UTC, and may run into the next. */
  listing.first_day = get_day (from) - 2;
  listing.last_day = MAX (get_day (to), get_day (from)) + 2;
  listing.found = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_occurrence_unref);
  for (guint i = 0; i < timetable->plans->len; i++)
    list_plan (&listing, g_ptr_array_index (timetable->plans, i));
  g_ptr_array_sort (listing.found, carrel_occurrence_compare);
  return listing.found;
}

/* Whole days are days of the course: elsewhere they touch two, and would be said twice. */
static gboolean
is_of_days (const CarrelOccurrence *occurrence, CarrelDate first, CarrelDate end)
{
  CarrelDate last = carrel_zone_get_date (occurrence->zone, occurrence->end - 1, NULL);

  return carrel_date_compare (occurrence->date, end) < 0 && carrel_date_compare (last, first) >= 0;
}

/**
 * carrel_timetable_list_days:
 * @timetable: a timetable
 * @zone: the zone of the person who looks
 * @first: a day
 * @end: the day after the last
 * @kinds: which kinds of occurrences
 *
 * Says what is on some days: times as the clock of @zone shows them, and whole days by their date,
 * wherever the course is.
 *
 * Returns: (transfer full) (element-type CarrelOccurrence): the occurrences in time order
 */
GPtrArray *
carrel_timetable_list_days (CarrelTimetable *timetable,
                            GTimeZone *zone,
                            CarrelDate first,
                            CarrelDate end,
                            CarrelOccurrenceKind kinds)
{
  const Listing window = { .from = carrel_zone_to_moment (zone, first, 0, NULL),
                           .to = carrel_zone_to_moment (zone, end, 0, NULL) };
  /* A whole day elsewhere can lie beside the day here. */
  GPtrArray *found = carrel_timetable_list (timetable, window.from - CARREL_SECONDS_A_DAY,
                                            window.to + CARREL_SECONDS_A_DAY, kinds);

  for (guint i = found->len; i > 0; i--)
    {
      const CarrelOccurrence *occurrence = g_ptr_array_index (found, i - 1);
      gboolean is_all_day = (occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) != 0;

      if (is_all_day ? !is_of_days (occurrence, first, end)
                     : !is_in_window (&window, occurrence->start, occurrence->end))
        g_ptr_array_remove_index (found, i - 1);
    }
  return found;
}

/**
 * carrel_timetable_list_next:
 * @timetable: a timetable
 * @now: seconds UTC
 * @kinds: which kinds of occurrences
 * @n_max: how many at most
 *
 * Lists what begins after @now, nothing cancelled and nothing without a time of day except
 * deadlines, which count as beginning at 23:59. Looks 400 days ahead.
 *
 * Returns: (transfer full) (element-type CarrelOccurrence): the occurrences in time order
 */
GPtrArray *
carrel_timetable_list_next (CarrelTimetable *timetable,
                            gint64 now,
                            CarrelOccurrenceKind kinds,
                            guint n_max)
{
  GPtrArray *next = look_ahead (timetable, now, kinds, n_max);

  if (next->len > n_max)
    g_ptr_array_set_size (next, (int) n_max);
  return next;
}

/**
 * carrel_timetable_find_now_next:
 * @timetable: a timetable
 * @now: seconds UTC
 * @kinds: which kinds of occurrences
 *
 * Says what is going on and what comes next.
 *
 * Returns: (transfer full): the answer; either list may be empty
 */
CarrelNowNext *
carrel_timetable_find_now_next (CarrelTimetable *timetable, gint64 now, CarrelOccurrenceKind kinds)
{
  CarrelNowNext *answer = g_new0 (CarrelNowNext, 1);
  g_autoptr (GPtrArray) near = carrel_timetable_list (timetable, now, now + 1, kinds);
  gint64 moment;

  answer->now = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_occurrence_unref);
  for (guint i = 0; i < near->len; i++)
    {
      CarrelOccurrence *occurrence = g_ptr_array_index (near, i);

      if (carrel_occurrence_is_on (occurrence, now)
          && (occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) == 0)
        g_ptr_array_add (answer->now, carrel_occurrence_ref (occurrence));
    }
  answer->next = look_ahead (timetable, now, kinds, 1);
  if (answer->next->len == 0)
    return answer;
  moment = get_next_moment (g_ptr_array_index (answer->next, 0));
  for (guint i = 1; i < answer->next->len; i++)
    if (get_next_moment (g_ptr_array_index (answer->next, i)) != moment)
      g_ptr_array_set_size (answer->next, (int) i);
  return answer;
}

/**
 * carrel_now_next_free:
 * @answer: (transfer full): an answer
 *
 * Frees an answer.
 */
void
carrel_now_next_free (CarrelNowNext *answer)
{
  g_ptr_array_unref (answer->now);
  g_ptr_array_unref (answer->next);
  g_free (answer);
}

/**
 * carrel_timetable_get_term:
 * @timetable: a timetable
 * @from: (out): the first midnight of the earliest term, seconds UTC
 * @to: (out): the midnight after the last day of the latest
 *
 * Finds the window that holds every term. A course whose times know no term is on at any time, so
 * that there is no such window then; one without times does not count.
 *
 * Returns: whether there is one; if not, what is in @from and @to means nothing
 */
gboolean
carrel_timetable_get_term (CarrelTimetable *timetable, gint64 *from, gint64 *to)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < timetable->plans->len; i++)
    {
      const CarrelCoursePlan *plan = g_ptr_array_index (timetable->plans, i);
      gint64 first, last;

      if (!plan->has_term && plan->rules->len + plan->entries->len > 0)
        return FALSE;
      if (!plan->has_term)
        continue;
      first = carrel_zone_to_moment (plan->zone, carrel_day_number_to_date (plan->first), 0, NULL);
      last
          = carrel_zone_to_moment (plan->zone, carrel_day_number_to_date (plan->last + 1), 0, NULL);
      *from = is_found ? MIN (*from, first) : first;
      *to = is_found ? MAX (*to, last) : last;
      is_found = TRUE;
    }
  return is_found;
}

/**
 * carrel_timetable_get_zone:
 * @timetable: a timetable
 * @course: one of its courses
 *
 * Returns: (transfer none) (nullable): the zone in which its times are read
 */
GTimeZone *
carrel_timetable_get_zone (CarrelTimetable *timetable, const CarrelCourse *course)
{
  for (guint i = 0; i < timetable->plans->len; i++)
    {
      const CarrelCoursePlan *plan = g_ptr_array_index (timetable->plans, i);

      if (plan->course == course)
        return plan->zone;
    }
  return NULL;
}
