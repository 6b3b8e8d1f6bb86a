/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Versions: importing again, what is mine surviving it, renames, and the way back. */
#include "config.h"

#include "carrel-store-edits.h"
#include "carrel-store-marks.h"
#include "carrel-store-notes.h"
#include "carrel-store-scores.h"
#include "store-fixture.h"

static CarrelPublished *
publish (StoreFixture *fixture, CarrelCourse *course, const char *hash, GPtrArray *renames)
{
  g_autoptr (GError) error = NULL;
  const CarrelPublication publication
      = { .sources = "page.md", .source_hash = hash, .imported_at = 1700000000 };
  CarrelPublished *published
      = carrel_store_publish (fixture->store, NULL, course, &publication, renames, &error);

  g_assert_no_error (error);
  return published;
}

static CarrelCourse *
make_renamed_course (void)
{
  CarrelCourse *course = store_fixture_make_course ();
  CarrelGradingGroup *group = course->grading->pdata[1];
  CarrelGradingItem *item = group->items->pdata[0];

  g_free (group->name);
  group->name = g_strdup ("Participation");
  g_clear_pointer (&item->id, g_free);
  carrel_course_assign_ids (course);
  return course;
}

static void
set_score (StoreFixture *fixture, const char *item)
{
  CarrelScore score = { .item = (char *) item, .state = "graded", .score = "90" };

  g_assert_true (carrel_store_set_score (fixture->store, "compilers", CARREL_SCENARIO_REAL, &score,
                                         NULL, NULL));
}

static guint
count_versions (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) versions = carrel_store_list_versions (fixture->store, "compilers", NULL);

  return versions->len;
}

static void
same_bytes_twice_change_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelPublished) first = publish (fixture, course, "abc", NULL);
  g_autofree char *before = store_fixture_dump (fixture->store);
  g_autoptr (CarrelPublished) second = publish (fixture, course, "abc", NULL);
  g_autoptr (CarrelPublished) third = publish (fixture, course, "def", NULL);
  g_autofree char *after = store_fixture_dump (fixture->store);

  g_assert_true (first->is_new);
  g_assert_cmpuint (first->diff->n_added, >, 10);
  g_assert_true (second->is_unchanged && third->is_unchanged);
  g_assert_true (carrel_diff_is_empty (second->diff));
  g_assert_cmpint (second->version, ==, first->version);
  g_assert_cmpstr (before, ==, after);
}

/* In the assistant a fact may be unticked, and ticked the next time. */
static void
same_bytes_read_otherwise_are_a_version (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelPublished) first = publish (fixture, course, "abc", NULL);
  g_autoptr (CarrelPublished) second = NULL;

  g_ptr_array_remove_index (course->office_hours, 0);
  second = publish (fixture, course, "abc", NULL);
  g_assert_false (second->is_unchanged);
  g_assert_cmpuint (second->diff->n_removed, ==, 1);
}

/* A correction that was published is not taken back by the page it corrects. */
static void
same_page_does_not_undo_corrections (StoreFixture *fixture, gconstpointer data)
{
  const CarrelFieldEdit edit = { "office_hour", "hour-cheng-ma-fr", "start", "16:00" };
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelPublished) first = publish (fixture, course, "abc", NULL);
  g_autoptr (CarrelPublished) second = NULL;

  g_assert_true (carrel_store_edit_field (fixture->store, "compilers", &edit, NULL));
  g_assert_true (
      carrel_store_publish_edits (fixture->store, "compilers", NULL, NULL, 1700000100, NULL));
  second = publish (fixture, course, "abc", NULL);
  g_assert_true (second->is_unchanged);
}

static void
newer_page_keeps_what_is_mine (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelPublished) first = publish (fixture, course, "abc", NULL);
  g_autoptr (CarrelPublished) second = NULL;
  g_autoptr (GPtrArray) scores = NULL;
  g_autoptr (GHashTable) done = NULL;
  g_autofree char *note = NULL;

  set_score (fixture, "homework-hw1");
  carrel_store_set_note (fixture->store, "compilers", "section-ethics", "mine", NULL);
  carrel_store_set_done (fixture->store, "compilers", "row-register-allocation", TRUE, NULL);
  ((CarrelOfficeHour *) course->office_hours->pdata[0])->start = 16 * 60;
  second = publish (fixture, course, "def", NULL);
  g_assert_cmpstr (second->course_id, ==, first->course_id);
  g_assert_cmpuint (second->diff->n_changed, ==, 1);
  g_assert_cmpuint (second->diff->n_added + second->diff->n_removed, ==, 0);
  g_assert_cmpuint (count_versions (fixture), ==, 2);
  scores = carrel_store_list_scores (fixture->store, "compilers", CARREL_SCENARIO_REAL, NULL);
  g_assert_cmpuint (scores->len, ==, 1);
  note = carrel_store_dup_note (fixture->store, "compilers", "section-ethics");
  g_assert_cmpstr (note, ==, "mine");
  done = carrel_store_list_done (fixture->store, "compilers", NULL);
  g_assert_true (g_hash_table_contains (done, "row-register-allocation"));
}

static void
assert_only_score (StoreFixture *fixture, const char *item)
{
  g_autoptr (GPtrArray) scores
      = carrel_store_list_scores (fixture->store, "compilers", CARREL_SCENARIO_REAL, NULL);

  g_assert_cmpuint (scores->len, ==, 1);
  g_assert_cmpstr (((CarrelScore *) scores->pdata[0])->item, ==, item);
}

static void
confirmed_rename_moves_the_scores (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelCourse) renamed = make_renamed_course ();
  g_autoptr (CarrelPublished) first = publish (fixture, course, "abc", NULL);
  g_autoptr (CarrelDiff) preview = NULL;
  g_autoptr (CarrelPublished) second = NULL;

  set_score (fixture, "reading-and-review-review");
  preview = carrel_store_preview (fixture->store, NULL, renamed, NULL);
  g_assert_cmpuint (preview->renames->len, ==, 2);
  second = publish (fixture, renamed, "def", preview->renames);
  assert_only_score (fixture, "participation-review");
}

static void
unconfirmed_rename_keeps_the_scores_for_later (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelCourse) renamed = make_renamed_course ();
  g_autoptr (CarrelPublished) first = publish (fixture, course, "abc", NULL);
  g_autoptr (CarrelPublished) second = NULL;

  set_score (fixture, "reading-and-review-review");
  second = publish (fixture, renamed, "def", NULL);
  assert_only_score (fixture, "reading-and-review-review");
  g_assert_true (
      carrel_store_apply_renames (fixture->store, "compilers", second->diff->renames, NULL));
  assert_only_score (fixture, "participation-review");
}

/* A group that only counts its items has no records for them. */
static void
rename_moves_counted_items (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelCourse) renamed = make_renamed_course ();
  g_autoptr (CarrelPublished) first = publish (fixture, course, "abc", NULL);
  g_autoptr (CarrelPublished) second = publish (fixture, renamed, "def", NULL);

  set_score (fixture, "reading-and-review-3");
  g_assert_true (
      carrel_store_apply_renames (fixture->store, "compilers", second->diff->renames, NULL));
  assert_only_score (fixture, "participation-3");
}

static void
old_version_can_be_read_and_restored (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelCourse) renamed = make_renamed_course ();
  g_autoptr (CarrelPublished) first = publish (fixture, course, "abc", NULL);
  g_autoptr (CarrelPublished) second = publish (fixture, renamed, "def", NULL);
  g_autoptr (CarrelCourse) old = carrel_store_load_version (fixture->store, first->version, NULL);
  g_autoptr (CarrelCourse) now = NULL;

  g_assert_true (carrel_record_equal (old, course));
  g_assert_true (
      carrel_store_restore_version (fixture->store, "compilers", first->version, 1700000500, NULL));
  now = carrel_store_load_course (fixture->store, "compilers", NULL);
  g_assert_true (carrel_record_equal (now, course));
  g_assert_cmpuint (count_versions (fixture), ==, 3);
}

static void
other_term_is_another_course (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelPublished) first = NULL;
  g_autoptr (CarrelPublished) second = NULL;
  g_autoptr (CarrelPublished) third = NULL;

  g_clear_pointer (&course->id, g_free);
  first = publish (fixture, course, "abc", NULL);
  g_assert_cmpstr (first->course_id, ==, "15-411-spring-2024");
  g_free (course->term);
  course->term = g_strdup ("Fall 2024");
  second = publish (fixture, course, "def", NULL);
  g_assert_true (second->is_new);
  g_clear_pointer (&course->term, g_free);
  third = publish (fixture, course, "ghi", NULL);
  g_assert_false (third->is_new);
}

/* Many pages never say which course they belong to. */
static void
nameless_page_is_known_by_its_sections (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelPublished) first = NULL;
  g_autoptr (CarrelPublished) second = NULL;
  g_autoptr (CarrelPublished) third = NULL;

  g_clear_pointer (&course->id, g_free);
  g_clear_pointer (&course->title, g_free);
  g_clear_pointer (&course->code, g_free);
  g_clear_pointer (&course->term, g_free);
  first = publish (fixture, course, "abc", NULL);
  g_assert_cmpstr (first->course_id, ==, "page");
  second = publish (fixture, course, "abc", NULL);
  g_assert_true (second->is_unchanged);
  course->title = g_strdup ("Compiler Construction");
  third = publish (fixture, course, "def", NULL);
  g_assert_cmpstr (third->course_id, ==, "page");
}

/* "README.md" is the name of many pages. */
static void
other_page_of_the_same_name_is_another_course (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelPublished) first = publish (fixture, course, "abc", NULL);
  g_autoptr (CarrelPublished) other = NULL;

  g_clear_pointer (&course->id, g_free);
  g_clear_pointer (&course->title, g_free);
  g_clear_pointer (&course->code, g_free);
  g_clear_pointer (&course->term, g_free);
  for (guint i = 0; i < course->sections->len; i++)
    {
      CarrelSection *section = course->sections->pdata[i];

      g_free (section->heading);
      section->heading = g_strdup_printf ("Chapter %u", i);
    }
  other = publish (fixture, course, "ghi", NULL);
  g_assert_true (other->is_new);
}

static void
course_without_any_name_is_kept (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  g_autoptr (CarrelPublished) first = publish (fixture, course, "abc", NULL);

  g_assert_cmpstr (first->course_id, ==, "course");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/versions/same-bytes-twice-change-nothing",
              same_bytes_twice_change_nothing);
  STORE_TEST ("/carrel/store/versions/same-bytes-read-otherwise-are-a-version",
              same_bytes_read_otherwise_are_a_version);
  STORE_TEST ("/carrel/store/versions/same-page-does-not-undo-corrections",
              same_page_does_not_undo_corrections);
  STORE_TEST ("/carrel/store/versions/newer-page-keeps-what-is-mine",
              newer_page_keeps_what_is_mine);
  STORE_TEST ("/carrel/store/versions/confirmed-rename-moves-the-scores",
              confirmed_rename_moves_the_scores);
  STORE_TEST ("/carrel/store/versions/unconfirmed-rename-keeps-the-scores-for-later",
              unconfirmed_rename_keeps_the_scores_for_later);
  STORE_TEST ("/carrel/store/versions/rename-moves-counted-items", rename_moves_counted_items);
  STORE_TEST ("/carrel/store/versions/old-version-can-be-read-and-restored",
              old_version_can_be_read_and_restored);
  STORE_TEST ("/carrel/store/versions/other-term-is-another-course", other_term_is_another_course);
  STORE_TEST ("/carrel/store/versions/nameless-page-is-known-by-its-sections",
              nameless_page_is_known_by_its_sections);
  STORE_TEST ("/carrel/store/versions/other-page-of-the-same-name-is-another-course",
              other_page_of_the_same_name_is_another_course);
  STORE_TEST ("/carrel/store/versions/course-without-any-name-is-kept",
              course_without_any_name_is_kept);
  return g_test_run ();
}
