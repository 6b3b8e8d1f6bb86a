/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What came, went or changed is told as a sentence that a person understands. */
#include "config.h"

#include "course-fixture.h"

#include "carrel-diff-text.h"
#include "carrel-fact.h"
#include "carrel-field-label.h"

static CarrelRecord *
make_from (const CarrelRecordType *type, const char *const *fields)
{
  CarrelRecord *record = carrel_record_new (type);

  for (gsize i = 0; fields[i] != NULL; i += 2)
    g_assert_true (carrel_record_set_field (record, carrel_record_find_field (record, fields[i]),
                                            fields[i + 1], NULL));
  return record;
}

static void
what_came_or_went_is_named (void)
{
  static const struct
  {
    const CarrelRecordType *type;
    const char *fields[7];
    const char *added;
    const char *removed;
  } facts[] = {
    { &carrel_link_type, { "title", "Forum" }, "New link: Forum.", "Link removed: Forum." },
    { &carrel_contact_type, { "phone", "555" }, "New contact: 555.", "Contact removed: 555." },
    { &carrel_person_type,
      { "name", "Ada Roe" },
      "New person: Ada Roe.",
      "Person removed: Ada Roe." },
    { &carrel_section_type,
      { "heading", "Late work" },
      "New section: Late work.",
      "Section removed: Late work." },
    { &carrel_meeting_type,
      { "kind", "lab", "days", "TU TH", "start", "14:30" },
      "New meeting: Lab, Tuesday and Thursday 2:30 pm.",
      "Meeting removed: Lab, Tuesday and Thursday 2:30 pm." },
    { &carrel_meeting_type,
      { "kind", "lab", "days", "TU" },
      "New meeting: Lab, Tuesday.",
      "Meeting removed: Lab, Tuesday." },
    { &carrel_meeting_type,
      { "kind", "exam", "from", "2024-03-12", "start", "17:00" },
      "New meeting: Exam, Tuesday 12 March 2024, 5 pm.",
      "Meeting removed: Exam, Tuesday 12 March 2024, 5 pm." },
    { &carrel_meeting_type,
      { "kind", "studio", "section", "B", "days", "FR" },
      "New meeting: studio, B, Friday.",
      "Meeting removed: studio, B, Friday." },
    { &carrel_segment_type,
      { "title", "Quiz" },
      "New part of a meeting: Quiz.",
      "Part of a meeting removed: Quiz." },
    { &carrel_office_hour_type,
      { "person", "Kai Ito", "day", "WE", "start", "09:00" },
      "New office hour: Kai Ito, Wednesday 9 am.",
      "Office hour removed: Kai Ito, Wednesday 9 am." },
    { &carrel_break_type,
      { "title", "Reading week" },
      "New break: Reading week.",
      "Break removed: Reading week." },
    { &carrel_break_type,
      { "from", "2024-03-04" },
      "New break: Monday 4 March 2024.",
      "Break removed: Monday 4 March 2024." },
    { &carrel_break_type,
      { "title", "Rest", "from", "2024-03-04", "until", "2024-03-08" },
      "New break: Rest, from Monday 4 March 2024 until Friday 8 March 2024.",
      "Break removed: Rest, from Monday 4 March 2024 until Friday 8 March 2024." },
    { &carrel_schedule_row_type,
      { "date", "2024-03-04" },
      "New date: Monday 4 March 2024.",
      "Date removed: Monday 4 March 2024." },
    { &carrel_schedule_row_type,
      { "topic", "Sets", "date", "2024-03-04" },
      "New date: Sets, Monday 4 March 2024.",
      "Date removed: Sets, Monday 4 March 2024." },
    { &carrel_schedule_row_type, { "topic", "Sets" }, "New date: Sets.", "Date removed: Sets." },
    { &carrel_grading_group_type,
      { "name", "Labs" },
      "New graded group: Labs.",
      "Graded group removed: Labs." },
    { &carrel_grading_scheme_type,
      { "name", "Option 2" },
      "New grading scheme: Option 2.",
      "Grading scheme removed: Option 2." },
    { &carrel_letter_grade_type,
      { "letter", "A-" },
      "New letter grade: A-.",
      "Letter grade removed: A-." },
    { &carrel_rounding_type, { "to", "1" }, "New rounding rule.", "Rounding rule removed." },
    { &carrel_late_policy_type, { "late_days", "4" }, "New late policy.", "Late policy removed." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (CarrelRecord) record = make_from (facts[i].type, facts[i].fields);
      g_autofree char *title = carrel_fact_dup_title (record);
      CarrelDifference difference = { .action = CARREL_DIFF_ADDED,
                                      .kind = facts[i].type->name,
                                      .title = title,
                                      .new_record = record };
      g_autofree char *added = carrel_difference_dup_sentence (&difference, CARREL_FORMAT_12_HOURS);
      g_autofree char *removed = NULL;

      g_assert_cmpstr (added, ==, facts[i].added);
      difference = (CarrelDifference){ .action = CARREL_DIFF_REMOVED,
                                       .kind = facts[i].type->name,
                                       .title = title,
                                       .old_record = record };
      removed = carrel_difference_dup_sentence (&difference, CARREL_FORMAT_12_HOURS);
      g_assert_cmpstr (removed, ==, facts[i].removed);
    }
}

#define LONG_TEXT                                                                                  \
  "A text of more than eighty letters is not repeated in a sentence because nobody would hear it " \
  "out"

static void
a_change_says_what_it_was_and_is (void)
{
  static const struct
  {
    const CarrelRecordType *type;
    const char *field;
    const char *before;
    const char *after;
    const char *sentence;
  } changes[] = {
    { &carrel_office_hour_type, "location", "A 1", "B 2",
      "X: the place changed from “A 1” to “B 2”." },
    { &carrel_office_hour_type, "location", NULL, "B 2", "X: the place is now “B 2”." },
    { &carrel_office_hour_type, "location", "A 1", NULL,
      "X: the place is not given any more, it was “A 1”." },
    { &carrel_office_hour_type, "mode", "in-person", "online",
      "X: the mode changed from “In person” to “Online”." },
    { &carrel_grading_group_type, "weight_total", "12.50", "20",
      "X: the weight in per cent changed from “12.5” to “20”." },
    { &carrel_grading_group_type, "drop_lowest", NULL, "2",
      "X: the number of lowest scores dropped is now “2”." },
    { &carrel_late_policy_type, "penalty_per_day", "10", "20",
      "X: the penalty for each day changed from “10” to “20”." },
    { &carrel_late_policy_type, "grace_days", "1", "2",
      "X: the number of grace days changed from “1” to “2”." },
    { &carrel_late_policy_type, "late_days", "4", "3",
      "X: the number of late days changed from “4” to “3”." },
    { &carrel_grading_item_type, "due", "2024-03-01", "2024-03-04",
      "X: the due date changed from “Friday 1 March 2024” to “Monday 4 March 2024”." },
    { &carrel_course_type, "time_zone", NULL, "Europe/Paris",
      "X: the time zone is now “Europe/Paris”." },
    { &carrel_section_type, "body", "a\nb", "a", "X: the text changed." },
    { &carrel_section_type, "heading", LONG_TEXT, "a", "X: the heading changed." },
    { &carrel_segment_type, "minutes", "10", "15", "X: the minutes changed from “10” to “15”." },
    { &carrel_late_policy_type, "scope", "homework", "all",
      "X: what the late policy is about changed from “homework” to “all”." },
    { &carrel_office_hour_type, "start", "09:00", "10:00", "X: 9 am moved to 10 am." },
    { &carrel_office_hour_type, "day", "MO", "TU", "X: Monday moved to Tuesday." },
    { &carrel_office_hour_type, "start", NULL, "10:00", "X: an unknown time moved to 10 am." },
    { &carrel_office_hour_type, "end", NULL, "10:00", "X: an unknown time now ends at 10 am." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (CarrelRecord) before = carrel_record_new (changes[i].type);
      g_autoptr (CarrelRecord) after = carrel_record_new (changes[i].type);
      const CarrelField *field = carrel_record_find_field (before, changes[i].field);
      CarrelDifference difference = { .action = CARREL_DIFF_CHANGED,
                                      .kind = changes[i].type->name,
                                      .title = (char *) "X",
                                      .field = changes[i].field,
                                      .before = (char *) changes[i].before,
                                      .after = (char *) changes[i].after,
                                      .old_record = before,
                                      .new_record = after };
      g_autofree char *sentence = NULL;

      g_assert_true (carrel_record_set_field (before, field, changes[i].before, NULL));
      g_assert_true (carrel_record_set_field (after, field, changes[i].after, NULL));
      sentence = carrel_difference_dup_sentence (&difference, CARREL_FORMAT_12_HOURS);
      g_assert_cmpstr (sentence, ==, changes[i].sentence);
    }
}

static void
hours_are_told_as_the_reader_wants_them (void)
{
  g_autoptr (CarrelRecord) before
      = make_record (&carrel_office_hour_type, "day", "MO", "start", "13:00", NULL);
  g_autoptr (CarrelRecord) after
      = make_record (&carrel_office_hour_type, "day", "FR", "start", "15:30", NULL);
  CarrelDifference difference = { .action = CARREL_DIFF_CHANGED,
                                  .kind = carrel_office_hour_type.name,
                                  .title = (char *) "Kai Ito",
                                  .field = "start",
                                  .before = (char *) "13:00",
                                  .after = (char *) "15:30",
                                  .old_record = before,
                                  .new_record = after };
  g_autofree char *twelve = carrel_difference_dup_sentence (&difference, CARREL_FORMAT_12_HOURS);
  g_autofree char *day = carrel_difference_dup_sentence (&difference, CARREL_FORMAT_24_HOURS);

  g_assert_cmpstr (twelve, ==, "Kai Ito: Monday 1 pm moved to Friday 3:30 pm.");
  g_assert_cmpstr (day, ==, "Kai Ito: Monday 13:00 moved to Friday 15:30.");
}

static CarrelCourse *
make_course_with_change (const char *start)
{
  CarrelCourse *course = make_spring_course ();
  CarrelChange *change = make_record (&carrel_change_type, "id", "c", "of", "lecture", "date",
                                      "2024-02-14", "action", "move", "to_date", "2024-02-15",
                                      "start", start, "reason", "Travel", NULL);

  g_ptr_array_add (course->changes, change);
  return course;
}

static void
assert_sentence (CarrelCourse *before, CarrelCourse *after, const char *expected)
{
  g_autoptr (CarrelDiff) diff = carrel_diff_new (before, after);
  g_auto (GStrv) sentences = carrel_diff_dup_sentences (diff, CARREL_FORMAT_12_HOURS);

  g_assert_cmpuint (g_strv_length (sentences), ==, 1);
  g_assert_cmpstr (sentences[0], ==, expected);
}

static void
a_one_time_change_says_whose_session_it_is (void)
{
  g_autoptr (CarrelCourse) usual = make_spring_course ();
  g_autoptr (CarrelCourse) moved = make_course_with_change ("09:00");
  g_autoptr (CarrelCourse) later = make_course_with_change ("10:00");
  CarrelChange *change = g_ptr_array_index (later->changes, 0);

  change->end = 11 * 60;
  assert_sentence (usual, moved,
                   "New one-time change: Thursday 15 February 2024, 9–10:20 am, Lecture, POS A35, "
                   "moved from Wednesday 14 February 2024, 5 pm, Travel.");
  assert_sentence (moved, usual,
                   "One-time change removed: Thursday 15 February 2024, 9–10:20 am, Lecture, "
                   "POS A35, moved from Wednesday 14 February 2024, 5 pm, Travel.");
  assert_sentence (moved, later,
                   "One-time change, as it is now: Thursday 15 February 2024, 10–11 am, Lecture, "
                   "POS A35, moved from Wednesday 14 February 2024, 5 pm, Travel.");
}

static void
a_meeting_has_the_name_that_people_know (void)
{
  g_autoptr (CarrelCourse) before = make_spring_course ();
  g_autoptr (CarrelCourse) after = make_spring_course ();
  CarrelMeeting *lecture = g_ptr_array_index (after->meetings, 0);

  g_free (lecture->location);
  lecture->location = g_strdup ("POS B1");
  assert_sentence (before, after,
                   "Lecture, Monday and Wednesday 5 pm: the place changed from “POS A35” to "
                   "“POS B1”.");
}

/* Where facts are listed and nothing need have changed, as before an import is added. */
static void
a_fact_is_named_without_a_difference (void)
{
  g_autoptr (CarrelCourse) course = make_course_with_change ("09:00");
  g_autofree char *lecture = carrel_diff_dup_fact_name (g_ptr_array_index (course->meetings, 0),
                                                        course, CARREL_FORMAT_12_HOURS);
  g_autofree char *change = carrel_diff_dup_fact_name (g_ptr_array_index (course->changes, 0),
                                                       course, CARREL_FORMAT_12_HOURS);

  g_assert_cmpstr (lecture, ==, "Lecture, Monday and Wednesday 5 pm");
  g_assert_cmpstr (change, ==,
                   "Thursday 15 February 2024, 9–10:20 am, Lecture, POS A35, "
                   "moved from Wednesday 14 February 2024, 5 pm, Travel");
}

static void
change_of_the_late_policy_has_a_subject (void)
{
  g_autoptr (CarrelRecord) before
      = make_record (&carrel_late_policy_type, "penalty_per_day", "10", NULL);
  g_autoptr (CarrelRecord) after
      = make_record (&carrel_late_policy_type, "penalty_per_day", "20", NULL);
  CarrelDifference difference = { .action = CARREL_DIFF_CHANGED,
                                  .kind = carrel_late_policy_type.name,
                                  .title = (char *) "",
                                  .field = "penalty_per_day",
                                  .before = (char *) "10",
                                  .after = (char *) "20",
                                  .old_record = before,
                                  .new_record = after };
  g_autofree char *sentence = carrel_difference_dup_sentence (&difference, CARREL_FORMAT_DEFAULT);

  g_assert_true (g_str_has_prefix (sentence, "Late work: "));
}

/* What a record holds for itself, or people are not told of. */
static gboolean
is_nameless (const CarrelField *field)
{
  static const char *const names[]
      = { "id", "of", "about", "text", "source", "opening", "closing", NULL };

  return field->kind == CARREL_FIELD_RECORD || field->kind == CARREL_FIELD_RECORDS
         || g_strv_contains (names, field->name);
}

static void
every_field_has_a_name_for_people (void)
{
  const CarrelRecordType *type;

  for (guint n = 0; (type = carrel_fact_get_nth_type (n)) != NULL; n++)
    for (const CarrelField *field = type->fields; field->name != NULL; field++)
      if (!is_nameless (field) && carrel_field_label_get (field) == field->name)
        {
          g_test_message ("%s.%s", type->name, field->name);
          g_test_fail ();
        }
  g_assert_nonnull (carrel_fact_get_nth_type (0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/diff-text/what-came-or-went-is-named", what_came_or_went_is_named);
  g_test_add_func ("/carrel/core/diff-text/a-change-says-what-it-was-and-is",
                   a_change_says_what_it_was_and_is);
  g_test_add_func ("/carrel/core/diff-text/a-one-time-change-says-whose-session-it-is",
                   a_one_time_change_says_whose_session_it_is);
  g_test_add_func ("/carrel/core/diff-text/a-meeting-has-the-name-that-people-know",
                   a_meeting_has_the_name_that_people_know);
  g_test_add_func ("/carrel/core/diff-text/a-fact-is-named-without-a-difference",
                   a_fact_is_named_without_a_difference);
  g_test_add_func ("/carrel/core/diff-text/change-of-the-late-policy-has-a-subject",
                   change_of_the_late_policy_has_a_subject);
  g_test_add_func ("/carrel/core/diff-text/hours-are-told-as-the-reader-wants-them",
                   hours_are_told_as_the_reader_wants_them);
  g_test_add_func ("/carrel/core/diff-text/every-field-has-a-name-for-people",
                   every_field_has_a_name_for_people);
  return g_test_run ();
}
