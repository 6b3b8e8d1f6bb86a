/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records as rows: what is written is read back, with its sources and unknown keys. */
#include "config.h"

#include "carrel-fact.h"
#include "carrel-records.h"
#include "carrel-store-private.h"
#include "store-fixture.h"

/* carrel_record_equal() passes over where a record was read; the store must not. */
static void
assert_same_sources (CarrelCourse *one, CarrelCourse *other)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (one);
  g_autoptr (GPtrArray) others = carrel_fact_list (other);

  g_assert_cmpuint (facts->len, ==, others->len);
  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelRecord *record = ((CarrelFact *) facts->pdata[i])->record;
      const CarrelRecord *match = ((CarrelFact *) others->pdata[i])->record;

      g_assert_cmpstr (record->file, ==, match->file);
      g_assert_cmpint (record->line, ==, match->line);
      g_assert_cmpstr (record->extra, ==, match->extra);
    }
}

static void
random_courses_come_back_as_they_were (StoreFixture *fixture, gconstpointer data)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CarrelCourse) course = store_fixture_make_random_course (seed);
      g_autoptr (CarrelCourse) read = NULL;
      g_autofree char *hash = carrel_records_dup_hash (course);
      g_autofree char *read_hash = NULL;

      store_fixture_publish (fixture->store, course);
      read = carrel_store_load_version (fixture->store, seed, &error);
      g_assert_no_error (error);
      g_assert_true (carrel_record_equal (course, read));
      assert_same_sources (course, read);
      read_hash = carrel_records_dup_hash (read);
      g_assert_cmpstr (hash, ==, read_hash);
    }
}

static void
hash_tells_courses_apart (void)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelCourse) other = store_fixture_make_course ();
  g_autofree char *hash = carrel_records_dup_hash (course);
  g_autofree char *same = carrel_records_dup_hash (other);
  g_autofree char *changed = NULL;

  g_assert_cmpstr (hash, ==, same);
  g_clear_pointer (&((CarrelPerson *) other->staff->pdata[0])->role, g_free);
  changed = carrel_records_dup_hash (other);
  g_assert_cmpstr (hash, !=, changed);
}

/* A field without a column would be lost; a column without a field would be a lie. */
static void
tables_have_the_columns_of_the_fields (StoreFixture *fixture, gconstpointer data)
{
  CarrelDatabase *database = carrel_store_get_database (fixture->store);
  const CarrelRecordType *type = carrel_fact_get_nth_type (0);

  for (guint i = 1; type != NULL; type = carrel_fact_get_nth_type (i++))
    {
      g_autoptr (GString) expected
          = g_string_new ("row version number parent slot file line extra");
      g_autofree char *columns = NULL;
      g_autofree char *table = g_strconcat ("published_", type->name, NULL);
      const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":table", table), { NULL } };

      for (const CarrelField *field = type->fields; field->name != NULL; field++)
        if (field->child == NULL)
          g_string_append_printf (expected, " %s", field->name);
      columns = carrel_store_query_text (
          fixture->store, "SELECT group_concat (name, ' ') FROM pragma_table_info (:table)",
          bindings);
      g_assert_cmpstr (columns, ==, expected->str);
    }
  g_assert_false (carrel_database_is_in_transaction (database));
}

static void
missing_rows_are_an_error (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  CarrelDatabase *database = carrel_store_get_database (fixture->store);

  store_fixture_publish (fixture->store, course);
  g_assert_true (carrel_database_execute (database, "DELETE FROM published_meeting", NULL));
  g_assert_null (carrel_store_load_version (fixture->store, 1, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_null (carrel_store_load_version (fixture->store, 99, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/records/random-courses-come-back-as-they-were",
              random_courses_come_back_as_they_were);
  g_test_add_func ("/carrel/store/records/hash-tells-courses-apart", hash_tells_courses_apart);
  STORE_TEST ("/carrel/store/records/tables-have-the-columns-of-the-fields",
              tables_have_the_columns_of_the_fields);
  STORE_TEST ("/carrel/store/records/missing-rows-are-an-error", missing_rows_are_an_error);
  return g_test_run ();
}
