/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page leaves open about time is decided once, and as the header of the plan says. */
#include "config.h"

#include "course-fixture.h"

#include "carrel-course-plan.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelCoursePlan, carrel_course_plan_free)

static CarrelCoursePlan *
plan_course (CarrelCourse *course)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  return carrel_course_plan_new (course, zone);
}

static const CarrelPlanRule *
get_rule (const CarrelCoursePlan *plan, guint index)
{
  return &g_array_index (plan->rules, CarrelPlanRule, index);
}

static const CarrelPlanEntry *
get_entry (const CarrelCoursePlan *plan, guint index)
{
  return &g_array_index (plan->entries, CarrelPlanEntry, index);
}

static char *
day_to_text (int day)
{
  return carrel_date_to_text (carrel_day_number_to_date (day));
}

static int
day_of (const char *text)
{
  CarrelDate date;

  g_assert_true (carrel_date_parse (text, &date));
  return carrel_day_number (date);
}

/* The term of the course is 2024-01-17 to 2024-04-30. */
static void
a_rule_is_bounded_by_its_dates_else_by_the_term (void)
{
  static const struct
  {
    const char *from, *until, *days, *weeks;
    const char *first, *last;
    CarrelDays on;
    int every_weeks;
  } rules[] = {
    { NULL, NULL, "MO", NULL, "2024-01-17", "2024-04-30", CARREL_MONDAY, 1 },
    { "2024-02-05", NULL, "MO", NULL, "2024-02-05", "2024-04-30", CARREL_MONDAY, 1 },
    { NULL, "03-01", "MO", NULL, "2024-01-17", "2024-03-01", CARREL_MONDAY, 1 },
    { "2024-05-06", "2024-05-10", "MO", NULL, "2024-05-06", "2024-05-10", CARREL_MONDAY, 1 },
    { NULL, NULL, "MO", "2", "2024-01-17", "2024-04-30", CARREL_MONDAY, 2 },
    { NULL, NULL, "MO", "0", "2024-01-17", "2024-04-30", CARREL_MONDAY, 1 },
    { "2024-05-07", NULL, NULL, NULL, "2024-05-07", "2024-05-07", CARREL_TUESDAY, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (CarrelCourse) course = make_spring_course ();
      g_autoptr (CarrelCoursePlan) plan = NULL;
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      g_ptr_array_add (course->meetings,
                       make_record (&carrel_meeting_type, "kind", "exam", "from", rules[i].from,
                                    "until", rules[i].until, "days", rules[i].days, "every_weeks",
                                    rules[i].weeks, NULL));
      plan = plan_course (course);
      first = day_to_text (get_rule (plan, 1)->rule.first);
      last = day_to_text (get_rule (plan, 1)->rule.last);
      g_assert_cmpstr (first, ==, rules[i].first);
      g_assert_cmpstr (last, ==, rules[i].last);
      g_assert_cmpint (get_rule (plan, 1)->rule.days, ==, rules[i].on);
      g_assert_cmpint (get_rule (plan, 1)->rule.every_weeks, ==, rules[i].every_weeks);
      g_assert_cmpint (get_rule (plan, 1)->pattern.flags & CARREL_OCCURRENCE_UNBOUNDED, ==, 0);
    }
}

static void
without_a_term_a_rule_has_no_bounds_and_says_so (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (CarrelCoursePlan) plan = NULL;

  course->starts_on = course->ends_on = (CarrelDate){ 0 };
  ((CarrelMeeting *) course->meetings->pdata[0])->every_weeks = 2;
  plan = plan_course (course);
  g_assert_false (plan->has_term);
  g_assert_cmpint (get_rule (plan, 0)->rule.first, ==, CARREL_DAY_FIRST);
  g_assert_cmpint (get_rule (plan, 0)->rule.last, ==, CARREL_DAY_LAST);
  g_assert_cmpint (get_rule (plan, 0)->rule.every_weeks, ==, 1);
  g_assert_cmpint (get_rule (plan, 0)->pattern.flags & CARREL_OCCURRENCE_UNBOUNDED, !=, 0);
}

static void
times_that_are_not_known_are_not_made_up (void)
{
  static const struct
  {
    const char *start, *end;
    int minutes, end_minutes;
    gboolean is_all_day;
  } times[] = {
    { "10:00", "11:15", 600, 675, FALSE },
    { "10:00", NULL, 600, 600, FALSE },
    { "22:00", "01:00", 1320, 1500, FALSE },
    { NULL, NULL, CARREL_UNKNOWN, CARREL_UNKNOWN, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (CarrelCourse) course = make_spring_course ();
      g_autoptr (CarrelCoursePlan) plan = NULL;
      const CarrelOccurrence *pattern;

      g_ptr_array_add (course->office_hours,
                       make_record (&carrel_office_hour_type, "day", "FR", "start", times[i].start,
                                    "end", times[i].end, NULL));
      plan = plan_course (course);
      pattern = &get_rule (plan, 1)->pattern;
      g_assert_cmpint (pattern->minutes, ==, times[i].minutes);
      g_assert_cmpint (pattern->end_minutes, ==, times[i].end_minutes);
      g_assert_cmpint ((pattern->flags & CARREL_OCCURRENCE_ALL_DAY) != 0, ==, times[i].is_all_day);
    }
}

/* A lecture and an hour of each Monday; what is left of them on Monday 2024-02-19. */
static void
closed_days_suspend_what_they_should (void)
{
  static const struct
  {
    const char *list;
    const char *fields[9];
    gboolean has_lecture, has_hour;
  } closures[] = {
    { "breaks", { "from", "2024-02-19" }, FALSE, FALSE },
    { "breaks", { "from", "02-17", "until", "02-20" }, FALSE, FALSE },
    { "breaks", { "from", "2024-02-20" }, TRUE, TRUE },
    { "breaks", { "title", "Holiday" }, TRUE, TRUE },
    { "breaks", { "from", "2024-02-19", "title", "Follows a Wednesday schedule" }, TRUE, TRUE },
    { "schedule", { "kind", "break", "date", "02-19", "topic", "No class" }, FALSE, TRUE },
    { "schedule",
      { "kind", "break", "date", "02-19", "date_end", "02-23", "topic", "Break" },
      FALSE,
      FALSE },
    { "schedule", { "kind", "lecture", "date", "02-19", "topic", "Sets" }, TRUE, TRUE },
    { "schedule", { "kind", "exam", "date", "02-19", "topic", "Midterm" }, TRUE, TRUE },
    { "schedule",
      { "kind", "other", "date", "02-19", "topic", "Follows a Friday schedule" },
      FALSE,
      TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (closures); i++)
    {
      g_autoptr (CarrelCourse) course = make_spring_course ();
      g_autoptr (CarrelCoursePlan) plan = NULL;
      const CarrelField *field = carrel_record_find_field (course, closures[i].list);
      CarrelRecord *record = carrel_record_new (field->child);

      for (gsize j = 0; closures[i].fields[j] != NULL; j += 2)
        g_assert_true (carrel_record_set_field (
            record, carrel_record_find_field (record, closures[i].fields[j]),
            closures[i].fields[j + 1], NULL));
      g_ptr_array_add (*CARREL_FIELD_PTR (course, field, GPtrArray *), record);
      g_ptr_array_add (course->office_hours,
                       make_record (&carrel_office_hour_type, "day", "MO", "start", "09:00", NULL));
      plan = plan_course (course);
      g_assert_cmpint (carrel_course_plan_is_on (plan, get_rule (plan, 0), day_of ("2024-02-19")),
                       ==, closures[i].has_lecture);
      g_assert_cmpint (carrel_course_plan_is_on (plan, get_rule (plan, 1), day_of ("2024-02-19")),
                       ==, closures[i].has_hour);
    }
}

static void
a_day_knows_which_day_it_follows (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (CarrelCoursePlan) plan = NULL;

  g_ptr_array_add (course->breaks, make_record (&carrel_break_type, "from", "2024-02-20", "title",
                                                "Follows a Monday schedule", NULL));
  plan = plan_course (course);
  g_assert_cmpint (carrel_course_plan_get_followed (plan, day_of ("2024-02-20")), ==,
                   CARREL_MONDAY);
  g_assert_cmpint (carrel_course_plan_get_followed (plan, day_of ("2024-02-21")), ==,
                   CARREL_DAY_NONE);
  g_assert_true (carrel_course_plan_is_on (plan, get_rule (plan, 0), day_of ("2024-02-20")));
}

static void
changes_need_a_known_day_and_a_known_action (void)
{
  static const struct
  {
    const char *of, *date, *action;
    guint n_rules, n_changes; /* of the last rule */
  } changes[] = {
    { "lecture", "2024-02-05", "cancel", 1, 1 }, { "lecture", "02-05", "move", 1, 1 },
    { "lecture", "2024-02-05", "add", 1, 1 },    { "lecture", "2024-02-05", "paint", 1, 0 },
    { "lecture", NULL, "cancel", 1, 0 },         { "nothing", "2024-02-05", "cancel", 1, 0 },
    { "nothing", "2024-02-05", "add", 2, 1 },    { NULL, "2024-02-05", "add", 2, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (CarrelCourse) course = make_spring_course ();
      g_autoptr (CarrelCoursePlan) plan = NULL;

      g_ptr_array_add (course->changes,
                       make_record (&carrel_change_type, "of", changes[i].of, "date",
                                    changes[i].date, "action", changes[i].action, NULL));
      plan = plan_course (course);
      g_assert_cmpuint (plan->rules->len, ==, changes[i].n_rules);
      g_assert_cmpuint (get_rule (plan, plan->rules->len - 1)->changes->len, ==,
                        changes[i].n_changes);
    }
}

static void
add_row (CarrelCourse *course,
         const char *date,
         const char *kind,
         const char *topic,
         const char *homework)
{
  g_ptr_array_add (course->schedule,
                   make_record (&carrel_schedule_row_type, "date", date, "kind", kind, "topic",
                                topic, "homework", homework, NULL));
}

static void
entries_are_in_the_order_of_their_days (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (CarrelCoursePlan) plan = NULL;

  add_row (course, "04-10", "exam", "Second exam", NULL);
  add_row (course, "02-12", "exam", "First exam", NULL);
  add_row (course, NULL, "lecture", "Some time", NULL);
  plan = plan_course (course);
  g_assert_cmpuint (plan->entries->len, ==, 3);
  g_assert_cmpstr (get_entry (plan, 0)->pattern.title, ==, "First exam");
  g_assert_cmpstr (get_entry (plan, 1)->pattern.title, ==, "Spring break");
  g_assert_cmpint (plan->longest, ==, 5);
  g_assert_cmpuint (carrel_course_plan_find_first_entry (plan, day_of ("2024-02-12")), ==, 0);
  g_assert_cmpuint (carrel_course_plan_find_first_entry (plan, day_of ("2024-02-13")), ==, 1);
  g_assert_cmpuint (carrel_course_plan_find_first_entry (plan, day_of ("2024-04-11")), ==, 3);
}

/* 2024-02-05 is a Monday with a lecture, 2024-02-06 a Tuesday without. */
static void
a_row_names_the_meeting_of_its_day (void)
{
  static const struct
  {
    const char *date, *kind;
    gboolean is_topic;
  } rows[] = {
    { "02-05", "lecture", TRUE }, { "02-06", "lecture", FALSE }, { "02-05", NULL, TRUE },
    { "02-05", "lab", FALSE },    { "02-05", "exam", FALSE },    { "03-04", "lecture", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CarrelCourse) course = make_spring_course ();
      g_autoptr (CarrelCoursePlan) plan = NULL;
      int day;

      g_ptr_array_set_size (course->breaks, 0);
      g_ptr_array_add (course->breaks,
                       make_record (&carrel_break_type, "from", "2024-03-04", NULL));
      add_row (course, rows[i].date, rows[i].kind, "Sets", NULL);
      plan = plan_course (course);
      day = carrel_day_number (
          carrel_date_resolve (((CarrelScheduleRow *) course->schedule->pdata[0])->date,
                               course->starts_on, course->ends_on));
      g_assert_cmpint (carrel_course_plan_find_topic (plan, get_rule (plan, 0), day) != NULL, ==,
                       rows[i].is_topic);
    }
}

static void
only_the_first_row_of_a_day_is_the_topic (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (CarrelCoursePlan) plan = NULL;

  add_row (course, "02-05", "lecture", "Sets", NULL);
  add_row (course, "02-05", "lecture", "Maps", NULL);
  plan = plan_course (course);
  g_assert_true (get_entry (plan, 0)->is_topic != get_entry (plan, 1)->is_topic);
}

static void
a_row_of_another_section_names_nothing (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (CarrelCoursePlan) plan = NULL;

  ((CarrelMeeting *) course->meetings->pdata[0])->section = g_strdup ("A");
  add_row (course, "02-05", "lecture", "Sets", NULL);
  ((CarrelScheduleRow *) course->schedule->pdata[0])->section = g_strdup ("B");
  plan = plan_course (course);
  g_assert_null (carrel_course_plan_find_topic (plan, get_rule (plan, 0), day_of ("2024-02-05")));
}

static void
one_deadline_said_thrice_is_one (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (CarrelCoursePlan) plan = NULL;
  CarrelGradingGroup *group = make_record (&carrel_grading_group_type, "name", "Homework", NULL);
  guint n_deadlines = 0;

  g_ptr_array_add (group->items, make_record (&carrel_grading_item_type, "name", "HW 1", "due",
                                              "2024-02-05", NULL));
  g_ptr_array_add (course->grading, group);
  add_row (course, "02-05", "lecture", "Sets", "HW 1 due / HW 2 out");
  add_row (course, "02-05", "due", "HW 1", NULL);
  add_row (course, "02-07", "due", "HW 1", NULL);
  plan = plan_course (course);
  for (guint i = 0; i < plan->entries->len; i++)
    n_deadlines += get_entry (plan, i)->pattern.kind == CARREL_OCCURRENCE_DEADLINE;
  g_assert_cmpuint (n_deadlines, ==, 2);
}

static void
a_date_that_was_worked_out_says_so (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (CarrelCoursePlan) plan = NULL;

  g_ptr_array_set_size (course->breaks, 0);
  g_ptr_array_add (course->schedule, make_record (&carrel_schedule_row_type, "date_inferred",
                                                  "2024-02-06", "topic", "Sets", NULL));
  add_row (course, "02-08", "lecture", "Maps", NULL);
  plan = plan_course (course);
  g_assert_cmpint (get_entry (plan, 0)->pattern.flags & CARREL_OCCURRENCE_INFERRED, !=, 0);
  g_assert_cmpint (get_entry (plan, 1)->pattern.flags & CARREL_OCCURRENCE_INFERRED, ==, 0);
}

/* People say which days are free after the page has given each class its date. */
static void
a_row_of_a_class_in_a_break_is_not_listed (void)
{
  static const struct
  {
    const char *date, *kind;
    gboolean is_listed;
  } rows[] = {
    { "2024-03-06", "lecture", FALSE }, /* in the break */
    { "2024-03-05", "lecture", FALSE }, /* on a day without a class, in the break */
    { "2024-03-06", "exam", TRUE },     { "2024-03-06", "due", TRUE },
    { "2024-03-06", "other", TRUE },    { "2024-03-12", "lecture", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CarrelCourse) course = make_spring_course ();
      g_autoptr (CarrelCoursePlan) plan = NULL;

      add_row (course, rows[i].date, rows[i].kind, "Sets", NULL);
      plan = plan_course (course);
      g_assert_cmpuint (plan->entries->len, ==, rows[i].is_listed ? 2 : 1);
    }
}

/* A class that is moved into a break takes place, and says what it is about. */
static void
a_class_that_is_moved_into_a_break_has_its_topic (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (CarrelCoursePlan) plan = NULL;

  g_ptr_array_add (course->changes,
                   make_record (&carrel_change_type, "of", "lecture", "date", "2024-03-11",
                                "action", "move", "to_date", "2024-03-06", NULL));
  add_row (course, "2024-03-06", "lecture", "Sets", NULL);
  plan = plan_course (course);
  g_assert_nonnull (
      carrel_course_plan_find_topic (plan, get_rule (plan, 0), day_of ("2024-03-06")));
}

#define ADD(name, function) g_test_add_func ("/carrel/core/course-plan/" name, function)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-rule-is-bounded-by-its-dates-else-by-the-term",
       a_rule_is_bounded_by_its_dates_else_by_the_term);
  ADD ("without-a-term-a-rule-has-no-bounds-and-says-so",
       without_a_term_a_rule_has_no_bounds_and_says_so);
  ADD ("times-that-are-not-known-are-not-made-up", times_that_are_not_known_are_not_made_up);
  ADD ("closed-days-suspend-what-they-should", closed_days_suspend_what_they_should);
  ADD ("a-day-knows-which-day-it-follows", a_day_knows_which_day_it_follows);
  ADD ("changes-need-a-known-day-and-a-known-action", changes_need_a_known_day_and_a_known_action);
  ADD ("entries-are-in-the-order-of-their-days", entries_are_in_the_order_of_their_days);
  ADD ("a-row-names-the-meeting-of-its-day", a_row_names_the_meeting_of_its_day);
  ADD ("a-row-of-a-class-in-a-break-is-not-listed", a_row_of_a_class_in_a_break_is_not_listed);
  ADD ("a-class-that-is-moved-into-a-break-has-its-topic",
       a_class_that_is_moved_into_a_break_has_its_topic);
  ADD ("only-the-first-row-of-a-day-is-the-topic", only_the_first_row_of_a_day_is_the_topic);
  ADD ("a-row-of-another-section-names-nothing", a_row_of_another_section_names_nothing);
  ADD ("one-deadline-said-thrice-is-one", one_deadline_said_thrice_is_one);
  ADD ("a-date-that-was-worked-out-says-so", a_date_that_was_worked_out_says_so);
  return g_test_run ();
}
