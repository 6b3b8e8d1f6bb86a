/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo over all families: each verb taken back and done again leaves the same rows. */
#include "config.h"

#include "carrel-store-edits.h"
#include "carrel-store-marks.h"
#include "carrel-store-notes.h"
#include "carrel-store-scores.h"
#include "carrel-store-search.h"
#include "carrel-store-undo.h"
#include "store-fixture.h"

typedef gboolean (*VerbFunc) (CarrelStore *store, GError **error);

static gboolean
set_score (CarrelStore *store, GError **error)
{
  const CarrelScore score = { .item = "homework-hw1", .state = "graded", .score = "87.5" };

  return carrel_store_set_score (store, "compilers", CARREL_SCENARIO_REAL, &score, NULL, error);
}

static gboolean
clear_score (CarrelStore *store, GError **error)
{
  return carrel_store_clear_score (store, "compilers", CARREL_SCENARIO_REAL, "homework-hw1", NULL,
                                   error);
}

static gboolean
set_target (CarrelStore *store, GError **error)
{
  return carrel_store_set_target (store, "compilers", CARREL_SCENARIO_REAL, "A-", error);
}

static gboolean
duplicate_scenario (CarrelStore *store, GError **error)
{
  return carrel_store_duplicate_scenario (store, "compilers", CARREL_SCENARIO_REAL, "Hard week",
                                          error)
         != 0;
}

static gboolean
delete_scenario (CarrelStore *store, GError **error)
{
  return carrel_store_delete_scenario (store, "compilers", 1, error);
}

static gboolean
set_note (CarrelStore *store, GError **error)
{
  return carrel_store_set_note (store, "compilers", "section-ethics", "it's important", error);
}

static gboolean
set_bookmark (CarrelStore *store, GError **error)
{
  return carrel_store_set_bookmark (store, "compilers", "section-ethics", TRUE, error);
}

static gboolean
set_done (CarrelStore *store, GError **error)
{
  return carrel_store_set_done (store, "compilers", "homework-hw1", TRUE, error);
}

static gboolean
set_personal_date (CarrelStore *store, GError **error)
{
  const CarrelPersonalDate date
      = { .fact = "homework-hw1", .date = { 2024, 2, 29 }, .time = 23 * 60 + 59 };

  return carrel_store_set_personal_date (store, "compilers", &date, error);
}

static gboolean
add_reminder (CarrelStore *store, GError **error)
{
  const CarrelReminder reminder = { .fact = "hour-cheng-ma-fr", .lead = 15 };

  return carrel_store_add_reminder (store, "compilers", &reminder, error) != 0;
}

static gboolean
edit_field (CarrelStore *store, GError **error)
{
  const CarrelFieldEdit edit = { "office_hour", "hour-cheng-ma-fr", "start", "16:00" };

  return carrel_store_edit_field (store, "compilers", &edit, error);
}

static gboolean
answer (CarrelStore *store, GError **error)
{
  return carrel_store_answer (store, "compilers", "time_zone", "America/New_York", error);
}

static gboolean
remove_fact (CarrelStore *store, GError **error)
{
  return carrel_store_remove_fact (store, "compilers", "office_hour", "hour-kedi-xu-mo", error);
}

static gboolean
publish_edits (CarrelStore *store, GError **error)
{
  return carrel_store_publish_edits (store, "compilers", NULL, NULL, 1700000100, error);
}

static gboolean
restore_version (CarrelStore *store, GError **error)
{
  return carrel_store_restore_version (store, "compilers", 1, 1700000200, error);
}

static gboolean
rename_course (CarrelStore *store, GError **error)
{
  return carrel_store_rename_course (store, "compilers", "My compilers", error);
}

static gboolean
set_units (CarrelStore *store, GError **error)
{
  return carrel_store_set_course_units (store, "compilers", "12", error);
}

static gboolean
set_colour (CarrelStore *store, GError **error)
{
  return carrel_store_set_course_colour (store, "compilers", 5, error);
}

static gboolean
set_scores (CarrelStore *store, GError **error)
{
  CarrelScore scores[] = { { .item = (char *) "homework-hw1", .state = (char *) "excused" },
                           { .item = (char *) "homework-hw2", .state = (char *) "missing" } };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  g_ptr_array_add (list, &scores[0]);
  g_ptr_array_add (list, &scores[1]);
  return carrel_store_set_scores (store, "compilers", CARREL_SCENARIO_REAL, list, error);
}

static gboolean
create_scenario (CarrelStore *store, GError **error)
{
  return carrel_store_create_scenario (store, "compilers", "If all goes well", error) != 0;
}

static gboolean
rename_scenario (CarrelStore *store, GError **error)
{
  return carrel_store_rename_scenario (store, "compilers", 2, "If it's a \"hard\" week", error);
}

static gboolean
remove_note (CarrelStore *store, GError **error)
{
  return carrel_store_set_note (store, "compilers", "section-ethics", "", error);
}

static gboolean
remove_bookmark (CarrelStore *store, GError **error)
{
  return carrel_store_set_bookmark (store, "compilers", "section-ethics", FALSE, error);
}

static gboolean
set_not_done (CarrelStore *store, GError **error)
{
  return carrel_store_set_done (store, "compilers", "homework-hw1", FALSE, error);
}

static gboolean
clear_personal_date (CarrelStore *store, GError **error)
{
  return carrel_store_clear_personal_date (store, "compilers", "homework-hw1", error);
}

static gboolean
update_reminder (CarrelStore *store, GError **error)
{
  const CarrelReminder reminder = {
    .id = 1, .fact = (char *) "hour-cheng-ma-fr", .occurrence = (char *) "2024-02-02", .lead = 5
  };

  return carrel_store_update_reminder (store, "compilers", &reminder, error);
}

static gboolean
remove_reminder (CarrelStore *store, GError **error)
{
  return carrel_store_remove_reminder (store, "compilers", 1, error);
}

static gboolean
add_visit (CarrelStore *store, GError **error)
{
  const CarrelVisit visit
      = { .fact = (char *) "hour-cheng-ma-fr", .at = 1706900000, .note = (char *) "asked twice" };

  return carrel_store_add_visit (store, "compilers", &visit, error) != 0;
}

static gboolean
remove_visit (CarrelStore *store, GError **error)
{
  return carrel_store_remove_visit (store, "compilers", 1, error);
}

static gboolean
dismiss_question (CarrelStore *store, GError **error)
{
  g_autoptr (CarrelCourse) course = carrel_store_load_course (store, "compilers", error);

  return carrel_store_dismiss_question (
      store, "compilers", course->questions->pdata[course->questions->len - 1], error);
}

static gboolean
add_fact (CarrelStore *store, GError **error)
{
  g_autoptr (CarrelGradingItem) item = carrel_record_new (&carrel_grading_item_type);
  g_autofree char *key = NULL;

  item->name = g_strdup ("HW3");
  key = carrel_store_add_fact (store, "compilers", "grading_group", "Homework", item, error);
  return key != NULL;
}

static gboolean
edit_fact (CarrelStore *store, GError **error)
{
  g_autoptr (CarrelCourse) course = carrel_store_load_course (store, "compilers", error);
  g_autoptr (CarrelMeeting) meeting = carrel_record_copy (course->meetings->pdata[0]);

  meeting->start = 18 * 60;
  meeting->end = 19 * 60;
  return carrel_store_edit_fact (store, "compilers", meeting->id, meeting, error);
}

static gboolean
save_facts (CarrelStore *store, GError **error)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (carrel_record_unref);
  CarrelOfficeHour *hour = carrel_record_new (&carrel_office_hour_type);

  hour->person = g_strdup ("Ada Roe");
  hour->day = CARREL_SUNDAY;
  g_ptr_array_add (facts, hour);
  return carrel_store_save_facts (store, "compilers", "Add hours", facts, error);
}

static gboolean
discard_kinds (CarrelStore *store, GError **error)
{
  static const char *const kinds[] = { "meeting", "grading_item", NULL };

  return carrel_store_discard_kinds (store, "compilers", "Discard", kinds, error);
}

static gboolean
discard_edits (CarrelStore *store, GError **error)
{
  return carrel_store_discard_edits (store, "compilers", error);
}

static gboolean
apply_renames (CarrelStore *store, GError **error)
{
  g_autoptr (GPtrArray) renames = g_ptr_array_new ();
  CarrelRename rename = { .kind = "grading_item",
                          .old_key = (char *) "homework-hw2",
                          .new_key = (char *) "reading-and-review-review",
                          .old_title = (char *) "HW2",
                          .new_title = (char *) "Review" };

  g_ptr_array_add (renames, &rename);
  return carrel_store_apply_renames (store, "compilers", renames, error);
}

static gboolean
publish_another (CarrelStore *store, GError **error)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_random_course (7);

  store_fixture_publish (store, course);
  return TRUE;
}

static gboolean
move_course (CarrelStore *store, GError **error)
{
  return carrel_store_move_course (store, "random-7", 0, error);
}

static gboolean
remove_course (CarrelStore *store, GError **error)
{
  return carrel_store_remove_course (store, "compilers", error);
}

/* Each verb changes something, also those that take back what one before them did. */
static const VerbFunc verbs[] = {
  set_score,        set_target,        duplicate_scenario, clear_score,
  delete_scenario,  set_note,          set_bookmark,       set_done,
  add_reminder,     set_personal_date, edit_field,         answer,
  remove_fact,      publish_edits,     restore_version,    publish_another,
  move_course,      rename_course,     set_units,          set_colour,
  set_scores,       apply_renames,     create_scenario,    rename_scenario,
  remove_note,      remove_bookmark,   set_not_done,       clear_personal_date,
  update_reminder,  remove_reminder,   add_visit,          remove_visit,
  dismiss_question, add_fact,          edit_fact,          save_facts,
  discard_kinds,    discard_edits,     remove_course,
};

static void
every_verb_goes_back_and_forth (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  char *states[G_N_ELEMENTS (verbs) + 1];

  store_fixture_publish (fixture->store, course);
  states[0] = store_fixture_dump (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (verbs[i](fixture->store, &error));
      g_assert_no_error (error);
      states[i + 1] = store_fixture_dump (fixture->store);
      g_assert_cmpstr (states[i + 1], !=, states[i]);
    }
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = G_N_ELEMENTS (verbs); i > 0; i--)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *state = NULL;

          g_assert_true (carrel_store_undo (fixture->store, &error));
          g_assert_no_error (error);
          state = store_fixture_dump (fixture->store);
          g_assert_cmpstr (state, ==, states[i - 1]);
        }
      for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
        {
          g_autofree char *state = NULL;

          g_assert_true (carrel_store_redo (fixture->store, NULL));
          state = store_fixture_dump (fixture->store);
          g_assert_cmpstr (state, ==, states[i + 1]);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    g_free (states[i]);
}

static void
label_says_what_would_be_undone (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  gboolean can_redo;

  g_assert_false (carrel_store_can_undo (fixture->store));
  store_fixture_publish (fixture->store, course);
  g_assert_true (set_score (fixture->store, NULL));
  g_assert_cmpstr (carrel_store_get_undo_label (fixture->store), ==, "Change score");
  g_assert_null (carrel_store_get_redo_label (fixture->store));
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  g_assert_cmpstr (carrel_store_get_redo_label (fixture->store), ==, "Change score");
  g_assert_cmpstr (carrel_store_get_undo_label (fixture->store), ==, "Import course");
  g_object_get (fixture->store, "can-redo", &can_redo, NULL);
  g_assert_true (can_redo);
  g_assert_true (set_target (fixture->store, NULL));
  g_assert_false (carrel_store_can_redo (fixture->store));
}

static void
verb_that_changes_nothing_is_no_step (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();

  store_fixture_publish (fixture->store, course);
  g_assert_true (set_score (fixture->store, NULL));
  g_assert_true (set_note (fixture->store, NULL));
  g_assert_true (set_score (fixture->store, NULL));
  g_assert_cmpstr (carrel_store_get_undo_label (fixture->store), ==, "Change note");
}

static void
nothing_to_undo_is_an_error (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (carrel_store_undo (fixture->store, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
}

static void
another_program_ends_the_log (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelStore) other = NULL;

  store_fixture_publish (fixture->store, course);
  other = carrel_store_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (set_score (other, NULL));
  g_assert_false (carrel_store_undo (fixture->store, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
  g_assert_true (carrel_store_undo (other, NULL));
}

static void
search_follows_undo (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  static const guint expected[] = { 1, 0, 1 };

  store_fixture_publish (fixture->store, course);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GPtrArray) hits = carrel_store_search (fixture->store, "ethics", NULL, 10, NULL);

      g_assert_cmpuint (hits->len, ==, expected[i]);
      if (i == 0)
        g_assert_true (remove_course (fixture->store, NULL));
      else if (i == 1)
        g_assert_true (carrel_store_undo (fixture->store, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/undo/every-verb-goes-back-and-forth", every_verb_goes_back_and_forth);
  STORE_TEST ("/carrel/store/undo/label-says-what-would-be-undone",
              label_says_what_would_be_undone);
  STORE_TEST ("/carrel/store/undo/verb-that-changes-nothing-is-no-step",
              verb_that_changes_nothing_is_no_step);
  STORE_TEST ("/carrel/store/undo/nothing-to-undo-is-an-error", nothing_to_undo_is_an_error);
  STORE_TEST ("/carrel/store/undo/another-program-ends-the-log", another_program_ends_the_log);
  STORE_TEST ("/carrel/store/undo/search-follows-undo", search_follows_undo);
  return g_test_run ();
}
