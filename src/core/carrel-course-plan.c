/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a course ready for a timetable. What a page leaves open is decided here, and only here:
 *
 *  - A weekly rule is bounded by its own dates, else by the term. Without either it repeats without
 *    end and its occurrences say so (UNBOUNDED).
 *  - A break suspends meetings and office hours. A dated row of kind "break" suspends both when it
 *    covers several days, and only the meetings when it is one day ("No class").
 *  - A break or a row whose words are "follows a Monday schedule" closes nothing: on that day the
 *    meetings of a Monday take place instead of the day's own. Office hours stay where they are.
 *  - A dated row names what the first meeting of its kind on that day is about, and is listed by
 *    itself only where there is no such meeting; in a break there is no class that it could be of,
 *    so it is not listed. Exams are always listed by themselves, because a table does not say
 *    whether they are held in class.
 *  - A deadline is a row of kind "due", a graded item with a date, or the part of a homework cell
 *    that says "due" ("HW1 due / HW2 out"). It is due by the end of that day. */
#define G_LOG_DOMAIN "carrel-course-plan"

#include "config.h"

#include "carrel-course-plan.h"

#include "carrel-schedule-words.h"
#include "carrel-term.h"
#include "carrel-zone.h"

#include <string.h>

#define CARREL_OCCURRENCE_TAUGHT                                                                   \
  (CARREL_OCCURRENCE_LECTURE | CARREL_OCCURRENCE_RECITATION | CARREL_OCCURRENCE_LAB                \
   | CARREL_OCCURRENCE_SECTION | CARREL_OCCURRENCE_OTHER)

static void
clear_rule (gpointer data)
{
  g_clear_pointer (&((CarrelPlanRule *) data)->changes, g_array_unref);
}

static void
clear_entry (gpointer data)
{
  g_clear_pointer (&((CarrelPlanEntry *) data)->title, g_free);
}

/* The day of a date of this course, or FALSE when the date is not known with its year. */
static gboolean
resolve_day (const CarrelCoursePlan *plan, CarrelDate date, int *day)
{
  CarrelDate resolved = carrel_date_resolve (date, plan->course->starts_on, plan->course->ends_on);

  if (!carrel_date_is_set (resolved) || !carrel_date_is_valid (resolved))
    return FALSE;
  *day = CLAMP (carrel_day_number (resolved), CARREL_DAY_FIRST, CARREL_DAY_LAST);
  return TRUE;
}

static void
bound_rule (const CarrelCoursePlan *plan, CarrelDate from, CarrelDate until, CarrelPlanRule *rule)
{
  rule->rule.first = plan->first;
  rule->rule.last = plan->last;
  resolve_day (plan, from, &rule->rule.first);
  if (!resolve_day (plan, until, &rule->rule.last) && !plan->has_term)
    rule->pattern.flags |= CARREL_OCCURRENCE_UNBOUNDED;
  /* Without a first week nobody can say which weeks count: all may. */
  if (rule->rule.first == CARREL_DAY_FIRST || rule->rule.every_weeks < 1)
    rule->rule.every_weeks = 1;
}

static void
set_times (CarrelOccurrence *pattern, int start, int end)
{
  pattern->minutes = start;
  pattern->end_minutes = end;
  if (start == CARREL_UNKNOWN)
    pattern->flags |= CARREL_OCCURRENCE_ALL_DAY;
  else if (end == CARREL_UNKNOWN)
    pattern->end_minutes = start;
  else if (end < start)
    pattern->end_minutes = end + 24 * 60;
}

static CarrelPlanRule *
add_rule (CarrelCoursePlan *plan, gpointer fact, CarrelOccurrenceKind kind)
{
  CarrelPlanRule rule = { 0 };

  rule.pattern.kind = kind;
  rule.pattern.flags = plan->flags;
  rule.pattern.course = plan->course;
  rule.pattern.zone = plan->zone;
  rule.pattern.fact = fact;
  rule.rule.every_weeks = 1;
  rule.changes = g_array_new (FALSE, FALSE, sizeof (CarrelPlanChange));
  g_array_append_val (plan->rules, rule);
  return &g_array_index (plan->rules, CarrelPlanRule, plan->rules->len - 1);
}

static void
add_meeting (CarrelCoursePlan *plan, CarrelMeeting *meeting)
{
  CarrelPlanRule *rule = add_rule (plan, meeting, carrel_occurrence_kind_from_name (meeting->kind));

  set_times (&rule->pattern, meeting->start, meeting->end);
  rule->pattern.location = meeting->location;
  rule->pattern.person = meeting->person;
  if ((rule->pattern.kind & (CARREL_OCCURRENCE_EXAM | CARREL_OCCURRENCE_OTHER)) != 0)
    rule->pattern.title = meeting->remark;
  rule->section = meeting->section;
  rule->rule.days = meeting->days;
  rule->rule.every_weeks = meeting->every_weeks;
  bound_rule (plan, meeting->from, meeting->until, rule);
  /* An exam is often one date and no day of the week. */
  if (meeting->days == CARREL_DAY_NONE && carrel_date_is_set (meeting->from))
    {
      rule->rule.days = carrel_day_number_get_weekday (rule->rule.first);
      if (!carrel_date_is_set (meeting->until))
        rule->rule.last = rule->rule.first;
    }
}

static void
add_hour (CarrelCoursePlan *plan, CarrelOfficeHour *hour)
{
  CarrelPlanRule *rule = add_rule (plan, hour, CARREL_OCCURRENCE_HOURS);

  set_times (&rule->pattern, hour->start, hour->end);
  rule->pattern.location = hour->location;
  rule->pattern.person = hour->person;
  rule->pattern.role = hour->role;
  rule->pattern.mode = hour->mode;
  rule->pattern.url = hour->url;
  rule->rule.days = hour->day;
  bound_rule (plan, hour->from, hour->until, rule);
}

static CarrelPlanRule *
find_rule (const CarrelCoursePlan *plan, const char *id)
{
  for (guint i = 0; id != NULL && i < plan->rules->len; i++)
    {
      CarrelPlanRule *rule = &g_array_index (plan->rules, CarrelPlanRule, i);

      if (g_strcmp0 (carrel_record_get_id (rule->pattern.fact), id) == 0)
        return rule;
    }
  return NULL;
}

/* An added occurrence of no known meeting stands for itself. */
static CarrelPlanRule *
add_rule_of_change (CarrelCoursePlan *plan, CarrelChange *change)
{
  CarrelPlanRule *rule = add_rule (plan, change, CARREL_OCCURRENCE_OTHER);

  set_times (&rule->pattern, change->start, change->end);
  rule->pattern.title = change->reason;
  return rule;
}

static gboolean
parse_action (const char *name, CarrelPlanAction *action)
{
  static const char *const names[] = { "cancel", "move", "add" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *action = (CarrelPlanAction) i;
        return TRUE;
      }
  return FALSE;
}

static void
add_change (CarrelCoursePlan *plan, CarrelChange *change)
{
  CarrelPlanRule *rule = find_rule (plan, change->of);
  CarrelPlanChange planned = { .change = change };

  if (!parse_action (change->action, &planned.action)
      || !resolve_day (plan, change->date, &planned.day)
      || (rule == NULL && planned.action != CARREL_PLAN_ADD))
    return;
  if (rule == NULL)
    rule = add_rule_of_change (plan, change);
  planned.to_day = planned.day;
  resolve_day (plan, change->to_date, &planned.to_day);
  g_array_append_val (rule->changes, planned);
}

static CarrelPlanEntry *
add_entry (CarrelCoursePlan *plan, gpointer fact, CarrelOccurrenceKind kind, int day, int last_day)
{
  CarrelPlanEntry entry = { 0 };

  entry.pattern.kind = kind;
  entry.pattern.flags = plan->flags | CARREL_OCCURRENCE_ALL_DAY;
  entry.pattern.course = plan->course;
  entry.pattern.zone = plan->zone;
  entry.pattern.fact = fact;
  entry.pattern.minutes = CARREL_UNKNOWN;
  entry.pattern.end_minutes = CARREL_UNKNOWN;
  entry.day = day;
  entry.last_day = MAX (day, last_day);
  plan->longest = MAX (plan->longest, entry.last_day - entry.day + 1);
  g_array_append_val (plan->entries, entry);
  return &g_array_index (plan->entries, CarrelPlanEntry, plan->entries->len - 1);
}

static void
add_closure (CarrelCoursePlan *plan, int day, int last_day, guint suspended)
{
  CarrelPlanClosure closure = { day, MAX (day, last_day), (CarrelOccurrenceKind) suspended };

  g_array_append_val (plan->closures, closure);
}

/* Whether the words make the day follow another one; then it is no closed day. */
static gboolean
add_follow (CarrelCoursePlan *plan, const char *text, int day)
{
  CarrelPlanFollow follow = { day, CARREL_DAY_NONE };

  if (!carrel_schedule_words_follow (text, &follow.weekday))
    return FALSE;
  g_array_append_val (plan->follows, follow);
  return TRUE;
}

static void
add_break (CarrelCoursePlan *plan, CarrelBreak *brk)
{
  int day, last_day;

  if (!resolve_day (plan, brk->from, &day))
    return;
  last_day = day;
  resolve_day (plan, brk->until, &last_day);
  if (!add_follow (plan, brk->title, day))
    add_closure (plan, day, last_day, CARREL_OCCURRENCE_MEETINGS | CARREL_OCCURRENCE_HOURS);
  add_entry (plan, brk, CARREL_OCCURRENCE_BREAK, day, last_day)->pattern.title = brk->title;
}

/* Whether a deadline of that day already goes by the first words of @title. */
static gboolean
has_deadline (const CarrelCoursePlan *plan, int day, const char *title)
{
  g_autofree char *slug = carrel_course_dup_slug (title);

  for (guint i = 0; i < plan->entries->len; i++)
    {
      const CarrelPlanEntry *entry = &g_array_index (plan->entries, CarrelPlanEntry, i);
      g_autofree char *known = NULL;
      gsize length;

      if (entry->pattern.kind != CARREL_OCCURRENCE_DEADLINE || entry->day != day
          || entry->pattern.title == NULL)
        continue;
      known = carrel_course_dup_slug (entry->pattern.title);
      length = strlen (known);
      if (strncmp (slug, known, length) == 0 && (slug[length] == '\0' || slug[length] == '-'))
        return TRUE;
    }
  return FALSE;
}

static void
add_due_piece (CarrelCoursePlan *plan, CarrelScheduleRow *row, const char *piece, int day)
{
  CarrelPlanEntry *entry;

  if (has_deadline (plan, day, piece))
    return;
  entry = add_entry (plan, row, CARREL_OCCURRENCE_DEADLINE, day, day);
  entry->title = g_strdup (piece);
  entry->pattern.title = entry->title;
  entry->pattern.row = row;
}

/* "HW1 due / HW2 out" has one deadline. */
static void
add_due_pieces (CarrelCoursePlan *plan, CarrelScheduleRow *row, int day)
{
  g_auto (GStrv) pieces = carrel_schedule_words_list_due (row->homework);

  for (guint i = 0; pieces[i] != NULL; i++)
    add_due_piece (plan, row, pieces[i], day);
}

static CarrelOccurrenceKind
get_row_kind (const CarrelScheduleRow *row)
{
  return row->kind == NULL ? CARREL_OCCURRENCE_LECTURE
                           : carrel_occurrence_kind_from_name (row->kind);
}

/* The days of a row: its date, or the one worked out for it, and the last one of a range. */
static gboolean
resolve_row (const CarrelCoursePlan *plan, const CarrelScheduleRow *row, int *day, int *last_day)
{
  gboolean is_stated = carrel_date_is_set (row->date);

  if (!resolve_day (plan, is_stated ? row->date : row->date_inferred, day))
    return FALSE;
  *last_day = *day;
  resolve_day (plan, row->date_end, last_day);
  return TRUE;
}

static void
add_row_entry (CarrelCoursePlan *plan, CarrelScheduleRow *row, int day, int last_day)
{
  CarrelOccurrenceKind kind = get_row_kind (row);
  CarrelPlanEntry *entry = add_entry (plan, row, kind, day, last_day);

  entry->pattern.title = row->topic;
  entry->pattern.row = row;
  entry->is_topic = (kind & CARREL_OCCURRENCE_TAUGHT) != 0 && last_day == day;
  if (!carrel_date_is_set (row->date))
    entry->pattern.flags |= CARREL_OCCURRENCE_INFERRED;
}

static void
add_row (CarrelCoursePlan *plan, CarrelScheduleRow *row)
{
  CarrelOccurrenceKind kind = get_row_kind (row);
  int day, last_day;

  if (!resolve_row (plan, row, &day, &last_day))
    return;
  if (!add_follow (plan, row->topic, day) && kind == CARREL_OCCURRENCE_BREAK)
    add_closure (plan, day, last_day,
                 CARREL_OCCURRENCE_MEETINGS | (last_day > day ? CARREL_OCCURRENCE_HOURS : 0));
  add_due_pieces (plan, row, day);
  if (kind != CARREL_OCCURRENCE_DEADLINE || row->topic == NULL
      || !has_deadline (plan, day, row->topic))
    add_row_entry (plan, row, day, last_day);
}

static void
add_items (CarrelCoursePlan *plan, GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      CarrelGradingGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->items->len; j++)
        {
          CarrelGradingItem *item = g_ptr_array_index (group->items, j);
          int day;

          if (item->name != NULL && resolve_day (plan, item->due, &day)
              && !has_deadline (plan, day, item->name))
            add_entry (plan, item, CARREL_OCCURRENCE_DEADLINE, day, day)->pattern.title
                = item->name;
        }
      add_items (plan, group->children);
    }
}

static int
compare_entries (gconstpointer first, gconstpointer second)
{
  return ((const CarrelPlanEntry *) first)->day - ((const CarrelPlanEntry *) second)->day;
}

static gboolean
is_topic_of (const CarrelPlanEntry *entry, const CarrelPlanRule *rule)
{
  const char *section = entry->pattern.row->section;

  return rule->pattern.kind == entry->pattern.kind
         && (section == NULL || rule->section == NULL || g_str_equal (section, rule->section));
}

static gboolean
takes_place (const CarrelCoursePlan *plan, const CarrelPlanRule *rule, int day)
{
  for (guint i = 0; i < rule->changes->len; i++)
    if (g_array_index (rule->changes, CarrelPlanChange, i).to_day == day)
      return TRUE;
  return carrel_course_plan_is_on (plan, rule, day);
}

/* Whether @entry names a meeting of its day that no entry before it names. */
static gboolean
names_a_meeting (const CarrelCoursePlan *plan, guint index)
{
  const CarrelPlanEntry *entry = &g_array_index (plan->entries, CarrelPlanEntry, index);

  for (guint i = 0; i < plan->rules->len; i++)
    {
      const CarrelPlanRule *rule = &g_array_index (plan->rules, CarrelPlanRule, i);
      guint other = index;
      gboolean is_taken = FALSE;

      if (!is_topic_of (entry, rule) || !takes_place (plan, rule, entry->day))
        continue;
      for (; other > 0 && !is_taken; other--)
        {
          const CarrelPlanEntry *before
              = &g_array_index (plan->entries, CarrelPlanEntry, other - 1);

          if (before->day != entry->day)
            break;
          is_taken = before->is_topic && is_topic_of (before, rule);
        }
      if (!is_taken)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_closed (const CarrelCoursePlan *plan, CarrelOccurrenceKind kind, int day)
{
  for (guint i = 0; i < plan->closures->len; i++)
    {
      const CarrelPlanClosure *closure = &g_array_index (plan->closures, CarrelPlanClosure, i);

      if (closure->day <= day && day <= closure->last_day && (closure->suspended & kind) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
set_zone (CarrelCoursePlan *plan, GTimeZone *viewer_zone)
{
  plan->zone = carrel_zone_find (plan->course->time_zone);
  if (plan->zone != NULL)
    return;
  plan->zone = g_time_zone_ref (viewer_zone);
  plan->flags |= CARREL_OCCURRENCE_FLOATING;
}

static void
set_term (CarrelCoursePlan *plan)
{
  CarrelDate starts_on = plan->course->starts_on, ends_on = plan->course->ends_on;

  plan->first = CARREL_DAY_FIRST;
  plan->last = CARREL_DAY_LAST;
  if (carrel_date_is_set (starts_on) && starts_on.year != 0)
    plan->first = carrel_day_number (starts_on);
  if (carrel_date_is_set (ends_on) && ends_on.year != 0)
    plan->last = carrel_day_number (ends_on);
  plan->has_term = plan->first != CARREL_DAY_FIRST && plan->last != CARREL_DAY_LAST;
}

static void
add_facts (CarrelCoursePlan *plan)
{
  CarrelCourse *course = plan->course;

  for (guint i = 0; i < course->meetings->len; i++)
    add_meeting (plan, g_ptr_array_index (course->meetings, i));
  for (guint i = 0; i < course->office_hours->len; i++)
    add_hour (plan, g_ptr_array_index (course->office_hours, i));
  for (guint i = 0; i < course->changes->len; i++)
    add_change (plan, g_ptr_array_index (course->changes, i));
  for (guint i = 0; i < course->breaks->len; i++)
    add_break (plan, g_ptr_array_index (course->breaks, i));
  add_items (plan, course->grading);
  for (guint i = 0; i < course->grading_schemes->len; i++)
    add_items (plan,
               ((CarrelGradingScheme *) g_ptr_array_index (course->grading_schemes, i))->items);
  for (guint i = 0; i < course->schedule->len; i++)
    add_row (plan, g_ptr_array_index (course->schedule, i));
}

static gboolean
is_in_break (const CarrelCoursePlan *plan, int day)
{
  CarrelDate from, until;

  for (guint i = 0; i < plan->course->breaks->len; i++)
    if (carrel_term_get_closed (plan->course, plan->course->breaks->pdata[i], &from, &until)
        && carrel_day_number (from) <= day && day <= carrel_day_number (until))
      return TRUE;
  return FALSE;
}

/* Finds out which rows say what a meeting is about. One that is of a class, in days without
 * classes, with no class to be about is of none that takes place. */
static void
match_topics (CarrelCoursePlan *plan)
{
  g_autoptr (GArray) idle = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < plan->entries->len; i++)
    {
      CarrelPlanEntry *entry = &g_array_index (plan->entries, CarrelPlanEntry, i);
      gboolean is_class = entry->is_topic && entry->pattern.kind != CARREL_OCCURRENCE_OTHER;

      entry->is_topic = entry->is_topic && names_a_meeting (plan, i);
      if (is_class && !entry->is_topic && is_in_break (plan, entry->day))
        g_array_append_val (idle, i);
    }
  for (guint i = idle->len; i > 0; i--)
    g_array_remove_index (plan->entries, g_array_index (idle, guint, i - 1));
}

/**
 * carrel_course_plan_new:
 * @course: a course
 * @viewer_zone: the zone to read times in when the course has no known zone
 *
 * Resolves all that depends on the term and the zone, once.
 *
 * Returns: (transfer full): the plan
 */
CarrelCoursePlan *
carrel_course_plan_new (CarrelCourse *course, GTimeZone *viewer_zone)
{
  CarrelCoursePlan *plan = g_new0 (CarrelCoursePlan, 1);

  plan->course = carrel_record_ref (course);
  plan->rules = g_array_new (FALSE, FALSE, sizeof (CarrelPlanRule));
  g_array_set_clear_func (plan->rules, clear_rule);
  plan->entries = g_array_new (FALSE, FALSE, sizeof (CarrelPlanEntry));
  g_array_set_clear_func (plan->entries, clear_entry);
  plan->closures = g_array_new (FALSE, FALSE, sizeof (CarrelPlanClosure));
  plan->follows = g_array_new (FALSE, FALSE, sizeof (CarrelPlanFollow));
  set_zone (plan, viewer_zone);
  set_term (plan);
  add_facts (plan);
  g_array_sort (plan->entries, compare_entries);
  match_topics (plan);
  return plan;
}

/**
 * carrel_course_plan_free:
 * @plan: (transfer full): a plan
 *
 * Frees a plan.
 */
void
carrel_course_plan_free (CarrelCoursePlan *plan)
{
  g_array_unref (plan->rules);
  g_array_unref (plan->entries);
  g_array_unref (plan->closures);
  g_array_unref (plan->follows);
  g_time_zone_unref (plan->zone);
  carrel_record_unref (plan->course);
  g_free (plan);
}

/**
 * carrel_course_plan_is_on:
 * @plan: a plan
 * @rule: one of its rules
 * @day: days since 1970-01-01
 *
 * Asks the weekly rule, the breaks and the days that follow another one; not the changes.
 *
 * Returns: whether @rule takes place on @day
 */
gboolean
carrel_course_plan_is_on (const CarrelCoursePlan *plan, const CarrelPlanRule *rule, int day)
{
  CarrelDays weekday = CARREL_DAY_NONE;

  if (rule->pattern.kind != CARREL_OCCURRENCE_HOURS)
    weekday = carrel_course_plan_get_followed (plan, day);
  if (weekday == CARREL_DAY_NONE)
    weekday = carrel_day_number_get_weekday (day);
  return (rule->rule.days & weekday) != 0 && carrel_recurrence_has_week (&rule->rule, day)
         && !is_closed (plan, rule->pattern.kind, day);
}

/**
 * carrel_course_plan_get_followed:
 * @plan: a plan
 * @day: days since 1970-01-01
 *
 * Returns: the day of the week whose schedule @day follows, or %CARREL_DAY_NONE for its own
 */
CarrelDays
carrel_course_plan_get_followed (const CarrelCoursePlan *plan, int day)
{
  for (guint i = 0; i < plan->follows->len; i++)
    if (g_array_index (plan->follows, CarrelPlanFollow, i).day == day)
      return g_array_index (plan->follows, CarrelPlanFollow, i).weekday;
  return CARREL_DAY_NONE;
}

/**
 * carrel_course_plan_find_first_entry:
 * @plan: a plan
 * @day: days since 1970-01-01
 *
 * Returns: the index of the first entry that begins on @day or later; that of none, if there is
 * none
 */
guint
carrel_course_plan_find_first_entry (const CarrelCoursePlan *plan, int day)
{
  guint low = 0, high = plan->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (plan->entries, CarrelPlanEntry, middle).day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * carrel_course_plan_find_topic:
 * @plan: a plan
 * @rule: one of its rules
 * @day: days since 1970-01-01
 *
 * Returns: (transfer none) (nullable): the row that says what @rule is about on @day
 */
CarrelScheduleRow *
carrel_course_plan_find_topic (const CarrelCoursePlan *plan, const CarrelPlanRule *rule, int day)
{
  for (guint i = carrel_course_plan_find_first_entry (plan, day); i < plan->entries->len; i++)
    {
      const CarrelPlanEntry *entry = &g_array_index (plan->entries, CarrelPlanEntry, i);

      if (entry->day != day)
        break;
      if (entry->is_topic && is_topic_of (entry, rule))
        return entry->pattern.row;
    }
  return NULL;
}
