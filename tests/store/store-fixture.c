/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A store in a folder of its own, courses to put into it, and its content as text. */
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>

#include "carrel-fact.h"
#include "carrel-store-private.h"

void
store_fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  for (; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        store_fixture_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
store_fixture_set_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("carrel-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "data", "carrel.db", NULL);
  fixture->store = carrel_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer data)
{
  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  store_fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
store_fixture_reopen (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (fixture->store);
  fixture->store = carrel_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

/* Adds a record whose fields are "name=value" pairs, with a source line of its own. */
static gpointer
add (GPtrArray *list, const CarrelRecordType *type, const char *const *fields)
{
  CarrelRecord *record = carrel_record_new (type);

  for (guint i = 0; fields[i] != NULL; i += 2)
    {
      g_autoptr (GError) error = NULL;

      carrel_record_set_field (record, carrel_record_find_field (record, fields[i]), fields[i + 1],
                               &error);
      g_assert_no_error (error);
    }
  carrel_record_set_source (record, "page.md", (int) list->len + 10);
  g_ptr_array_add (list, record);
  return record;
}

#define FIELDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
add_grading (CarrelCourse *course)
{
  CarrelGradingGroup *homework
      = add (course->grading, &carrel_grading_group_type,
             FIELDS ("name", "Homework", "weight_total", "60", "drop_lowest", "1"));
  CarrelGradingGroup *reading = add (course->grading, &carrel_grading_group_type,
                                     FIELDS ("name", "Reading and Review", "weight_total", "40"));

  add (homework->items, &carrel_grading_item_type, FIELDS ("name", "HW1", "max", "100"));
  add (homework->items, &carrel_grading_item_type, FIELDS ("name", "HW2", "max", "40.5"));
  add (reading->items, &carrel_grading_item_type, FIELDS ("name", "Review"));
}

static void
add_times (CarrelCourse *course)
{
  CarrelMeeting *meeting
      = add (course->meetings, &carrel_meeting_type,
             FIELDS ("kind", "lecture", "days", "MO WE", "start", "17:00", "end", "18:20",
                     "location", "POS A35", "remark", "in-person expected"));

  add (meeting->segments, &carrel_segment_type, FIELDS ("minutes", "40", "title", "Lecture"));
  add (meeting->segments, &carrel_segment_type, FIELDS ("minutes", "10", "title", "Review"));
  add (course->office_hours, &carrel_office_hour_type,
       FIELDS ("person", "Cheng Ma", "day", "FR", "start", "13:00", "end", "14:00", "location",
               "GHC 5417"));
  add (course->office_hours, &carrel_office_hour_type,
       FIELDS ("person", "Kedi Xu", "day", "MO", "start", "10:00", "end", "11:00", "location",
               "GHC 6121"));
  add (course->schedule, &carrel_schedule_row_type,
       FIELDS ("date", "01-24", "topic", "Register allocation", "kind", "lecture"));
}

CarrelCourse *
store_fixture_make_course (void)
{
  CarrelCourse *course = carrel_record_new (&carrel_course_type);

  course->id = g_strdup ("compilers");
  course->title = g_strdup ("Compiler Construction");
  course->code = g_strdup ("15-411");
  course->term = g_strdup ("Spring 2024");
  carrel_record_set_source (course, "page.md", 1);
  course->record.extra = g_strdup ("{\"mascot\":\"owl\"}");
  add_times (course);
  add_grading (course);
  course->rounding = carrel_record_new (&carrel_rounding_type);
  course->rounding->to = g_strdup ("0.5");
  add (course->staff, &carrel_person_type, FIELDS ("name", "Émile Roux", "role", "instructor"));
  add (course->sections, &carrel_section_type,
       FIELDS ("level", "2", "heading", "Late policy", "body", "Three grace days; ask *early*."));
  add (course->sections, &carrel_section_type,
       FIELDS ("level", "2", "heading", "Ethics", "body", "Work alone, cite what helped."));
  add (course->questions, &carrel_question_type,
       FIELDS ("about", "time_zone", "text", "Which time zone?"));
  add (course->questions, &carrel_question_type,
       FIELDS ("about", "/grading", "text", "Is there an exam?"));
  carrel_course_assign_ids (course);
  return course;
}

static char *
dup_random_text (GRand *rand, CarrelFieldKind kind)
{
  static const char *const texts[] = {
    "", "plain", "it's \"quoted\"", "línea\nnueva", "日本語 🦉", "a'; DROP TABLE courses; --"
  };
  static const char *const values[][3] = {
    [CARREL_FIELD_DECIMAL] = { "6.50", "-0.1", "100" },
    [CARREL_FIELD_INTEGER] = { "0", "7", "2147483647" },
    [CARREL_FIELD_BOOLEAN] = { "0", "1", "1" },
    [CARREL_FIELD_TRUTH] = { "0", "1", "0" },
    [CARREL_FIELD_TIME] = { "00:00", "17:20", "23:59" },
    [CARREL_FIELD_DAY] = { "MO", "SU", "TH" },
    [CARREL_FIELD_DAYS] = { "MO WE", "SU", "TU TH FR" },
    [CARREL_FIELD_DATE] = { "2024-02-29", "11-03", "1999-12-31" },
  };

  if (kind == CARREL_FIELD_TEXT)
    return g_strdup (texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
  return g_strdup (values[kind][g_rand_int_range (rand, 0, 3)]);
}

static gpointer make_random (GRand *rand, const CarrelRecordType *type, guint depth);

static void
fill_random (GRand *rand, CarrelRecord *record, const CarrelField *field, guint depth)
{
  g_autofree char *text = NULL;
  int n_children = depth < 4 ? g_rand_int_range (rand, 0, 4) : 0;

  if (field->kind == CARREL_FIELD_RECORDS)
    for (int i = 0; i < n_children; i++)
      g_ptr_array_add (*CARREL_FIELD_PTR (record, field, GPtrArray *),
                       make_random (rand, field->child, depth + 1));
  else if (field->kind == CARREL_FIELD_RECORD && n_children > 1)
    *CARREL_FIELD_PTR (record, field, gpointer) = make_random (rand, field->child, depth + 1);
  else if (field->child == NULL && !g_str_equal (field->name, "id") && g_rand_boolean (rand))
    {
      text = dup_random_text (rand, field->kind);
      g_assert_true (carrel_record_set_field (record, field, text, NULL));
    }
}

static gpointer
make_random (GRand *rand, const CarrelRecordType *type, guint depth)
{
  CarrelRecord *record = carrel_record_new (type);

  for (const CarrelField *field = type->fields; field->name != NULL; field++)
    fill_random (rand, record, field, depth);
  if (g_rand_boolean (rand))
    carrel_record_set_source (record, "pages/über uns.md", g_rand_int_range (rand, 0, 100000));
  if (g_rand_boolean (rand))
    record->extra = g_strdup ("{\"unknown\": [1, \"zwei\"]}");
  return record;
}

CarrelCourse *
store_fixture_make_random_course (guint32 seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  CarrelCourse *course = make_random (rand, &carrel_course_type, 0);

  course->id = g_strdup_printf ("random-%u", seed);
  carrel_course_assign_ids (course);
  g_rand_free (rand);
  return course;
}

void
store_fixture_publish (CarrelStore *store, CarrelCourse *course)
{
  g_autoptr (GError) error = NULL;
  const CarrelPublication publication = { .sources = "page.md", .imported_at = 1700000000 };
  g_autoptr (CarrelPublished) published
      = carrel_store_publish (store, course->id, course, &publication, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (published);
}

static void
dump_table (CarrelDatabase *database, const char *table, GString *dump)
{
  g_autofree char *sql = g_strconcat ("SELECT * FROM ", table, " ORDER BY 1", NULL);
  g_autoptr (CarrelStatement) rows = carrel_database_prepare (database, sql, NULL);

  g_string_append_printf (dump, "[%s]\n", table);
  while (carrel_statement_step (rows, NULL) == CARREL_STEP_ROW)
    {
      for (guint i = 0; i < carrel_statement_get_n_columns (rows); i++)
        {
          const char *text = carrel_statement_get_text (rows, i);

          g_string_append_printf (dump, "%s|", text != NULL ? text : "NULL");
        }
      g_string_append_c (dump, '\n');
    }
}

/* All rows of all tables, to see that two states are the same. */
char *
store_fixture_dump (CarrelStore *store)
{
  CarrelDatabase *database = carrel_store_get_database (store);
  g_autoptr (GString) dump = g_string_new (NULL);
  g_autoptr (CarrelStatement) tables = carrel_database_prepare (
      database,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      " AND name NOT LIKE 'search%' ORDER BY name",
      NULL);

  while (carrel_statement_step (tables, NULL) == CARREL_STEP_ROW)
    dump_table (database, carrel_statement_get_text (tables, 0), dump);
  return g_strdup (dump->str);
}
