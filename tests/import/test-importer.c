/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Applying a draft: what was read is hashed, so the same files again change nothing; the example
 * lies on the current weeks. */
#include "config.h"

#include <string.h>

#include "carrel-example.h"
#include "carrel-importer.h"
#include "carrel-store-courses.h"
#include "carrel-store-undo.h"
#include "store-fixture.h"

static CarrelPublished *
apply (StoreFixture *fixture, CarrelCourse *draft, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  char *names[] = { (char *) "page.md", NULL };
  const CarrelImportSources sources = { names, &bytes, 1700000000 };
  CarrelPublished *published
      = carrel_importer_apply (fixture->store, NULL, draft, &sources, NULL, &error);

  g_assert_no_error (error);
  return published;
}

static void
same_files_again_change_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) draft = store_fixture_make_course ();
  g_autoptr (CarrelPublished) first = apply (fixture, draft, "# Compilers");
  g_autoptr (CarrelPublished) second = apply (fixture, draft, "# Compilers");
  g_autoptr (CarrelPublished) third = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  g_assert_true (first->is_new);
  g_assert_true (second->is_unchanged);
  ((CarrelSection *) draft->sections->pdata[0])->level = 3;
  third = apply (fixture, draft, "# Compilers!");
  g_assert_false (third->is_unchanged);
  g_assert_cmpuint (third->diff->n_changed, ==, 1);
  versions = carrel_store_list_versions (fixture->store, "compilers", NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (((CarrelVersion *) versions->pdata[0])->sources, ==, "page.md");
  g_assert_cmpint (((CarrelVersion *) versions->pdata[0])->imported_at, ==, 1700000000);
}

static char *
dup_key (CarrelCourse *course, gconstpointer record)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (course);

  for (guint i = 0; i < facts->len; i++)
    if (((CarrelFact *) facts->pdata[i])->record == record)
      return g_strdup (((CarrelFact *) facts->pdata[i])->key);
  g_assert_not_reached ();
}

/* What the plan for a page asks that says 15:00 and "GHC 6000" now, after a correction of @field.
 */
static char *
dup_conflicts (StoreFixture *fixture, const char *field, const char *text)
{
  g_autoptr (CarrelCourse) draft = store_fixture_make_course ();
  g_autoptr (CarrelPublished) first = apply (fixture, draft, "# Compilers");
  CarrelOfficeHour *hour = draft->office_hours->pdata[0];
  g_autofree char *key = dup_key (draft, hour);
  const CarrelFieldEdit edit = { "office_hour", key, field, text };
  const CarrelImportSources sources = { NULL, NULL, 1700000000 };
  g_autoptr (CarrelImportPlan) plan = NULL;
  GString *found = g_string_new (NULL);

  g_assert_true (carrel_store_edit_field (fixture->store, first->course_id, &edit, NULL));
  hour->end = 15 * 60;
  g_free (hour->location);
  hour->location = g_strdup ("GHC 6000");
  plan = carrel_importer_plan (fixture->store, first->course_id, draft, &sources, NULL);
  g_assert_nonnull (plan);
  for (guint i = 0; i < plan->conflicts->len; i++)
    {
      g_autofree char *sentence
          = carrel_import_conflict_dup_sentence (g_ptr_array_index (plan->conflicts, i));

      g_string_append_printf (found, "%s\n", sentence);
    }
  return g_string_free (found, FALSE);
}

static void
both_values_are_said (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *found = dup_conflicts (fixture, "location", "GHC 7000");

  g_assert_cmpstr (found, ==,
                   "Cheng Ma, Friday 13:00: the place is “GHC 7000” by your correction, and “GHC "
                   "6000” on the page now.\n");
}

static void
same_values_agree (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *found = dup_conflicts (fixture, "location", "GHC 6000");

  g_assert_cmpstr (found, ==, "");
}

static void
other_fields_agree (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *found = dup_conflicts (fixture, "start", "12:30");

  g_assert_cmpstr (found, ==, "");
}

/* What the page says now is taken after it was kept, also for what a fact is called by. */
static void
page_is_taken_for_a_name (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) draft = store_fixture_make_course ();
  g_autoptr (CarrelPublished) first = apply (fixture, draft, "# Compilers");
  g_autofree char *key = dup_key (draft, draft->office_hours->pdata[0]);
  const CarrelFieldEdit edit = { "office_hour", key, "person", "Chen Ma" };
  const CarrelImportSources sources = { NULL, NULL, 1700000000 };
  g_autoptr (CarrelImportPlan) plan = NULL;
  g_autoptr (CarrelPublished) second = NULL;
  g_autoptr (CarrelCourse) course = NULL;
  CarrelOfficeHour *hour = draft->office_hours->pdata[0];

  g_assert_true (carrel_store_edit_field (fixture->store, first->course_id, &edit, NULL));
  g_free (hour->person);
  hour->person = g_strdup ("Cheng Mao");
  plan = carrel_importer_plan (fixture->store, first->course_id, draft, &sources, NULL);
  g_assert_cmpuint (plan->conflicts->len, ==, 1);
  second = apply (fixture, draft, "# Compilers 2");
  for (guint i = 0; i < plan->conflicts->len; i++)
    g_assert_true (carrel_import_conflict_take_page (plan->conflicts->pdata[i], fixture->store,
                                                     first->course_id, NULL));
  course = carrel_store_load_course (fixture->store, first->course_id, NULL);
  hour = course->office_hours->pdata[0];
  g_assert_cmpstr (hour->person, ==, "Cheng Mao");
}

static void
hash_knows_names_and_bytes (void)
{
  static const struct
  {
    const char *name, *text;
  } files[] = { { "a.md", "one" }, { "b.md", "one" }, { "a.md", "two" } };
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].text, 3);
      char *names[] = { (char *) files[i].name, NULL };
      const CarrelImportSources sources = { names, &bytes, 0 };

      g_assert_true (g_hash_table_add (hashes, carrel_importer_dup_hash (&sources)));
    }
}

static void
example_lies_on_the_current_weeks (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) example = carrel_example_load (&error);
  /* A Thursday; four weeks before its Monday is the 26th of October. */
  const CarrelDate today = { 2026, 11, 26 };
  g_autoptr (CarrelPublished) added
      = carrel_importer_add_example (fixture->store, example, today, 1795600000, &error);
  g_autoptr (CarrelCourse) course = NULL;
  CarrelCourseItem *item;

  g_assert_no_error (error);
  item = carrel_store_find_course (fixture->store, added->course_id);
  g_assert_true (carrel_course_item_is_example (item));
  g_assert_false (carrel_store_can_undo (fixture->store));
  course = carrel_store_load_course (fixture->store, added->course_id, NULL);
  g_assert_cmpint (carrel_date_days_until ((CarrelDate){ 2026, 10, 26 }, course->starts_on), >=, 0);
  g_assert_cmpint (carrel_date_days_until ((CarrelDate){ 2026, 10, 26 }, course->starts_on), <, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/import/importer/same-files-again-change-nothing",
              same_files_again_change_nothing);
  STORE_TEST ("/carrel/import/importer/both-values-are-said", both_values_are_said);
  STORE_TEST ("/carrel/import/importer/same-values-agree", same_values_agree);
  STORE_TEST ("/carrel/import/importer/other-fields-agree", other_fields_agree);
  STORE_TEST ("/carrel/import/importer/page-is-taken-for-a-name", page_is_taken_for_a_name);
  g_test_add_func ("/carrel/import/importer/hash-knows-names-and-bytes",
                   hash_knows_names_and_bytes);
  STORE_TEST ("/carrel/import/importer/example-lies-on-the-current-weeks",
              example_lies_on_the_current_weeks);
  return g_test_run ();
}
