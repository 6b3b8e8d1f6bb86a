/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The n-th class day of a term becomes the n-th of the next one, so that a day without classes
 * pushes the topics on and not out. What is on a day of its own (an exam, a deadline, a day on
 * which there is no class) moves by whole weeks and is asked about: only people know whether it
 * moves. One-off changes, breaks and the days of breaks are of the old term and are left out. */
#define G_LOG_DOMAIN "carrel-next-term"

#include "config.h"

#include "carrel-next-term.h"

#include "carrel-course-shift.h"
#include "carrel-fact.h"
#include "carrel-format.h"
#include "carrel-recurrence.h"
#include "carrel-term.h"

#include <glib/gi18n-lib.h>

#define LONGEST_TERM 400 /* days */

/* What is being laid out. */
typedef struct
{
  CarrelCourse *before; /* with a year in every date */
  CarrelCourse *after;
  int n_days;          /* from one to the other, whole weeks */
  GArray *days_before; /* of int: the days of the class */
  GArray *days_after;
} Work;

static const CarrelField next_fields[] = {
  { "term", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelNextTerm, term), NULL },
  { "starts_on", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelNextTerm, starts_on), NULL },
  { "ends_on", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelNextTerm, ends_on), NULL },
  { "closed", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelNextTerm, closed), NULL },
  { NULL },
};

const CarrelRecordType carrel_next_term_type
    = { "next_term", sizeof (CarrelNextTerm), next_fields };

static gboolean
has_year (CarrelDate date)
{
  return carrel_date_is_set (date) && date.year != 0;
}

/**
 * carrel_next_term_new:
 * @course: the course as it is
 *
 * Returns: (transfer full): a request that says nothing about the other term yet
 */
CarrelNextTerm *
carrel_next_term_new (const CarrelCourse *course)
{
  return carrel_record_new (&carrel_next_term_type);
}

/* The last day that the next term has, stated or as long as the one before. */
static CarrelDate
get_last_day (const CarrelNextTerm *next, const CarrelCourse *course)
{
  int n_days;

  if (carrel_date_is_set (next->ends_on) || !has_year (course->ends_on))
    return next->ends_on;
  n_days = carrel_date_days_until (course->starts_on, course->ends_on);
  return carrel_date_add_days (next->starts_on, n_days);
}

/**
 * carrel_next_term_check:
 * @next: what was asked
 * @course: the course as it is
 * @field: (out) (transfer none) (nullable): the field of @next that is to blame, or %NULL
 *
 * Returns: (transfer full) (nullable): why the next term cannot be laid out, for people
 */
char *
carrel_next_term_check (const CarrelNextTerm *next, const CarrelCourse *course, const char **field)
{
  g_autoptr (GPtrArray) closed = carrel_term_parse_closed (next->closed);
  char *refusal;

  *field = "term";
  if (next->term == NULL || g_strcmp0 (next->term, course->term) == 0)
    return g_strdup (_ ("Give the term a name that the course does not have yet."));
  *field = "starts_on";
  if (!has_year (next->starts_on))
    return g_strdup (_ ("Write the first day with its year, such as 2027-01-11."));
  *field = "ends_on";
  refusal = carrel_term_check_days (next->starts_on, next->ends_on);
  if (refusal != NULL)
    return refusal;
  if (carrel_date_is_set (next->ends_on) && !has_year (next->ends_on))
    return g_strdup (_ ("Write the last day with its year, such as 2027-05-07."));
  *field = "closed";
  if (closed == NULL)
    return g_strdup (_ ("The days without classes cannot be read. Write them as 2027-05-31, "
                        "or 2027-03-08/2027-03-12 for a whole week, with commas between them."));
  *field = NULL;
  return NULL;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static gboolean
is_closed (const CarrelCourse *course, CarrelDate date)
{
  for (guint i = 0; i < course->breaks->len; i++)
    {
      const CarrelBreak *pause = course->breaks->pdata[i];
      CarrelDate until = carrel_date_is_set (pause->until) ? pause->until : pause->from;

      if (carrel_date_compare (pause->from, date) <= 0 && carrel_date_compare (date, until) <= 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_days (GArray *days, const CarrelCourse *course, const CarrelMeeting *meeting)
{
  CarrelDate from = has_year (meeting->from) ? meeting->from : course->starts_on;
  CarrelDate until = has_year (meeting->until) ? meeting->until : course->ends_on;
  int first = carrel_day_number (from);
  CarrelRecurrence rule
      = { .first = first,
          .last = has_year (until) ? carrel_day_number (until) : first + LONGEST_TERM,
          .days = meeting->days,
          .every_weeks = MAX (1, meeting->every_weeks) };

  carrel_recurrence_expand (&rule, rule.first, rule.last, days);
}

static gboolean
is_lecture (const CarrelMeeting *meeting)
{
  return meeting->kind == NULL || g_str_equal (meeting->kind, "lecture");
}

/* The days of all meetings, in any order. Labs and sections count where nothing else meets. */
static GArray *
list_meeting_days (const CarrelCourse *course)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < course->meetings->len; i++)
    if (is_lecture (course->meetings->pdata[i]))
      add_days (days, course, course->meetings->pdata[i]);
  for (guint i = 0; days->len == 0 && i < course->meetings->len; i++)
    add_days (days, course, course->meetings->pdata[i]);
  return days;
}

/* The days on which the class meets, in order, each once. */
static GArray *
list_class_days (const CarrelCourse *course)
{
  g_autoptr (GArray) all = list_meeting_days (course);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (int));
  int last = G_MININT;

  g_array_sort (all, compare_days);
  for (guint i = 0; i < all->len; i++)
    {
      int day = g_array_index (all, int, i);

      if (day != last && !is_closed (course, carrel_day_number_to_date (day)))
        g_array_append_val (days, day);
      last = day;
    }
  return days;
}

static void
ask (const Work *work, const char *about, char *text)
{
  CarrelQuestion *question = carrel_record_new (&carrel_question_type);

  question->about = g_strdup (about);
  question->text = text;
  g_ptr_array_add (work->after->questions, question);
}

/* Asks whether a day still holds that nothing but people can know. */
static void
ask_about_day (const Work *work, const char *about, const char *title, CarrelDate date)
{
  g_autofree char *day = carrel_format_date (date, work->before->starts_on);

  if (*title == '\0')
    return;
  if (is_closed (work->after, date))
    /* Translators: the first %s is an exam or deadline, the second one a date. */
    ask (work, about,
         g_strdup_printf (_ ("“%s” would be on %s, a day without classes. On which "
                             "day is it in this term?"),
                          title, day));
  else
    /* Translators: the first %s is an exam or deadline, the second one a date. */
    ask (work, about,
         g_strdup_printf (_ ("“%s” was on a day of its own, and is now on %s. Is it "
                             "on that day in this term?"),
                          title, day));
}

static gboolean
is_class (const CarrelScheduleRow *row)
{
  return g_strcmp0 (row->kind, "exam") != 0 && g_strcmp0 (row->kind, "due") != 0;
}

/* The day of the next term for a row of the class; unset where the class has no such day. */
static CarrelDate
find_class_day (const Work *work, CarrelDate date)
{
  int day = carrel_day_number (date);
  guint at;

  if (g_array_binary_search (work->days_before, &day, compare_days, &at)
      && at < work->days_after->len)
    return carrel_day_number_to_date (g_array_index (work->days_after, int, at));
  return (CarrelDate){ 0 };
}

static gboolean
was_class_day (const Work *work, CarrelDate date)
{
  int day = carrel_day_number (date);

  return g_array_binary_search (work->days_before, &day, compare_days, NULL);
}

/* A cell that is nothing but a date. */
static void
move_due (const Work *work, CarrelScheduleRow *row)
{
  CarrelDate due;

  if (row->due == NULL || !carrel_date_parse (row->due, &due))
    return;
  due = carrel_date_resolve (due, work->before->starts_on, work->before->ends_on);
  g_free (row->due);
  row->due = carrel_date_to_text (carrel_date_add_days (due, work->n_days));
}

/* Asks about a row for which the class has no day. */
static void
ask_about_row (const Work *work, const CarrelScheduleRow *row, CarrelDate old, CarrelDate date)
{
  const char *title = row->topic != NULL ? row->topic : row->homework != NULL ? row->homework : "";

  if (!is_class (row) || !was_class_day (work, old))
    ask_about_day (work, "/schedule", title, date);
  else
    /* Translators: %s is the topic of a class. */
    ask (work, "/schedule",
         g_strdup_printf (_ ("The term has no class day left for “%s”. Which day, or which topic, "
                             "is left out?"),
                          title));
}

static void
place_row (const Work *work, const CarrelScheduleRow *before, CarrelScheduleRow *row)
{
  gboolean is_inferred = !carrel_date_is_set (before->date);
  CarrelDate old = is_inferred ? before->date_inferred : before->date;
  CarrelDate *date = is_inferred ? &row->date_inferred : &row->date;
  CarrelDate found = { 0 };

  g_clear_pointer (&row->id, g_free);
  move_due (work, row);
  if (!has_year (old))
    return;
  if (is_class (row))
    found = find_class_day (work, old);
  if (!carrel_date_is_set (found))
    {
      ask_about_row (work, row, old, *date);
      return;
    }
  if (has_year (row->date_end))
    row->date_end = carrel_date_add_days (found, carrel_date_days_until (old, before->date_end));
  *date = found;
}

static void
place_rows (const Work *work)
{
  g_autoptr (GPtrArray) rows = g_steal_pointer (&work->after->schedule);

  work->after->schedule = g_ptr_array_new_with_free_func (carrel_record_unref);
  for (guint i = 0; i < rows->len; i++)
    {
      CarrelScheduleRow *row = rows->pdata[i];

      if (g_strcmp0 (row->kind, "break") == 0)
        continue;
      place_row (work, work->before->schedule->pdata[i], row);
      g_ptr_array_add (work->after->schedule, carrel_record_ref (row));
    }
}

static void
ask_about_items (const Work *work)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (work->after);

  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = facts->pdata[i];
      const CarrelGradingItem *item = fact->record;

      if (item->record.type == &carrel_grading_item_type && has_year (item->due))
        ask_about_day (work, "/grading", item->name != NULL ? item->name : "", item->due);
    }
}

/* A rule that held from the first day of the term, or to its last one, still does. */
static void
free_bounds (const Work *work, CarrelDate *from, CarrelDate *until)
{
  const CarrelCourse *before = work->before;

  if (has_year (*from)
      && carrel_date_compare (*from, carrel_date_add_days (before->starts_on, work->n_days)) <= 0)
    *from = (CarrelDate){ 0 };
  if (has_year (*until) && has_year (before->ends_on)
      && carrel_date_compare (*until, carrel_date_add_days (before->ends_on, work->n_days)) >= 0)
    *until = (CarrelDate){ 0 };
}

static void
free_rules (const Work *work)
{
  for (guint i = 0; i < work->after->meetings->len; i++)
    {
      CarrelMeeting *meeting = work->after->meetings->pdata[i];

      free_bounds (work, &meeting->from, &meeting->until);
    }
  for (guint i = 0; i < work->after->office_hours->len; i++)
    {
      CarrelOfficeHour *hour = work->after->office_hours->pdata[i];

      free_bounds (work, &hour->from, &hour->until);
    }
}

static void
drop_old_questions (CarrelCourse *course)
{
  for (guint i = course->questions->len; i > 0; i--)
    {
      const CarrelQuestion *question = course->questions->pdata[i - 1];

      if (g_strcmp0 (question->about, "time_zone") != 0)
        g_ptr_array_remove_index (course->questions, i - 1);
    }
}

static CarrelDate
get_monday (CarrelDate date)
{
  return carrel_date_add_days (date, -(int) carrel_day_get_index (carrel_date_get_weekday (date)));
}

/**
 * carrel_next_term_lay_out:
 * @next: what is known of the next term, as carrel_next_term_check() lets pass
 * @course: the course as it is, whose first day has a year
 *
 * Makes the course of the next term from this one: classes on its class days in the same order,
 * what is on days of its own moved by whole weeks and asked about, days without classes as stated,
 * and no one-off change.
 *
 * Returns: (transfer full): a draft of a course of its own, without an id
 */
CarrelCourse *
carrel_next_term_lay_out (const CarrelNextTerm *next, CarrelCourse *course)
{
  CarrelDate old_monday = get_monday (course->starts_on);
  CarrelDate monday = get_monday (next->starts_on);
  g_autoptr (CarrelCourse) before = carrel_course_shift (course, old_monday);
  CarrelCourse *after = carrel_course_shift (course, monday);
  Work work = { before, after, carrel_date_days_until (old_monday, monday), NULL, NULL };

  g_clear_pointer (&after->id, g_free);
  g_free (after->term);
  after->term = g_strdup (next->term);
  after->starts_on = next->starts_on;
  after->ends_on = get_last_day (next, course);
  g_ptr_array_set_size (after->changes, 0);
  g_ptr_array_unref (after->breaks);
  after->breaks = carrel_term_parse_closed (next->closed);
  drop_old_questions (after);
  free_rules (&work);
  work.days_before = list_class_days (before);
  work.days_after = list_class_days (after);
  place_rows (&work);
  ask_about_items (&work);
  if (after->sections->len > 0)
    ask (&work, "/sections",
         g_strdup (_ ("The text is that of the term before. Which dates, rooms and rules in it are "
                      "other ones now?")));
  g_array_unref (work.days_before);
  g_array_unref (work.days_after);
  return after;
}
