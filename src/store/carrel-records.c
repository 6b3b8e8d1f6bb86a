/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records as rows, by loops over the tables of fields. The statements are put together from the
 * names in those tables alone, never from what a page or a person wrote. */
#define G_LOG_DOMAIN "carrel-records"

#include "config.h"

#include "carrel-records.h"

#include <glib/gi18n-lib.h>

#include "carrel-fact.h"
#include "carrel-store-error.h"

/* The first columns of every table of records; the fields follow. */
enum
{
  COLUMN_NUMBER,
  COLUMN_PARENT,
  COLUMN_SLOT,
  COLUMN_FILE,
  COLUMN_LINE,
  COLUMN_EXTRA,
  N_COLUMNS,
};

/* A record that was read, before it is put into its parent. */
typedef struct
{
  gpointer record; /* owned until it is put there */
  gint64 parent;
  char *slot;
} Row;

static gboolean
is_scalar (const CarrelField *field)
{
  return field->kind != CARREL_FIELD_RECORD && field->kind != CARREL_FIELD_RECORDS;
}

static char *
dup_insert_sql (const CarrelRecordType *type)
{
  g_autoptr (GString) columns = g_string_new ("version, number, parent, slot, file, line, extra");
  g_autoptr (GString) values
      = g_string_new (":_version, :_number, :_parent, :_slot, :_file, :_line, :_extra");

  for (const CarrelField *field = type->fields; field->name != NULL; field++)
    if (is_scalar (field))
      {
        g_string_append_printf (columns, ", \"%s\"", field->name);
        g_string_append_printf (values, ", :%s", field->name);
      }
  return g_strconcat ("INSERT INTO published_", type->name, " (", columns->str, ") VALUES (",
                      values->str, ")", NULL);
}

static char *
dup_select_sql (const CarrelRecordType *type)
{
  g_autoptr (GString) columns = g_string_new ("number, parent, slot, file, line, extra");

  for (const CarrelField *field = type->fields; field->name != NULL; field++)
    if (is_scalar (field))
      g_string_append_printf (columns, ", \"%s\"", field->name);
  return g_strconcat ("SELECT ", columns->str, " FROM published_", type->name,
                      " WHERE version = :version ORDER BY number", NULL);
}

static void
bind_fields (CarrelStatement *statement, const CarrelRecord *record)
{
  for (const CarrelField *field = record->type->fields; field->name != NULL; field++)
    {
      g_autofree char *parameter = NULL;
      g_autofree char *text = NULL;

      if (!is_scalar (field))
        continue;
      parameter = g_strconcat (":", field->name, NULL);
      text = carrel_record_dup_field (record, field);
      carrel_statement_bind_text (statement, parameter, text);
    }
}

/* The statement that inserts records of a type, prepared when first asked for. */
static CarrelStatement *
get_insert (CarrelDatabase *database,
            GHashTable *statements,
            const CarrelRecordType *type,
            GError **error)
{
  CarrelStatement *statement = g_hash_table_lookup (statements, type);
  g_autofree char *sql = NULL;

  if (statement != NULL)
    return statement;
  sql = dup_insert_sql (type);
  statement = carrel_database_prepare (database, sql, error);
  if (statement != NULL)
    g_hash_table_insert (statements, (gpointer) type, statement);
  return statement;
}

static void
bind_place (CarrelStatement *statement, const CarrelFact *fact, guint number, guint parent)
{
  const CarrelRecord *record = fact->record;

  carrel_statement_bind_integer (statement, ":_number", number);
  if (fact->parent != NULL)
    carrel_statement_bind_integer (statement, ":_parent", parent);
  else
    carrel_statement_bind_text (statement, ":_parent", NULL);
  carrel_statement_bind_text (statement, ":_slot", fact->field != NULL ? fact->field->name : NULL);
  carrel_statement_bind_text (statement, ":_file", record->file);
  carrel_statement_bind_integer (statement, ":_line", record->line);
  carrel_statement_bind_text (statement, ":_extra", record->extra);
}

static void
free_row (gpointer data)
{
  Row *row = data;

  if (row == NULL)
    return;
  g_clear_pointer (&row->record, carrel_record_unref);
  g_free (row->slot);
  g_free (row);
}

static void
refuse (GError **error, const char *what)
{
  /* Translators: %s is a short English technical description. */
  g_set_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_CORRUPT,
               _ ("What is kept of a course does not fit together (%s). Nothing was changed. "
                  "Import the course again, or restore a backup."),
               what);
}

static gboolean
read_fields (CarrelStatement *statement, CarrelRecord *record, GError **error)
{
  guint column = N_COLUMNS;

  for (const CarrelField *field = record->type->fields; field->name != NULL; field++)
    {
      const char *text;

      if (!is_scalar (field))
        continue;
      text = carrel_statement_get_text (statement, column++);
      if (text != NULL && !carrel_record_set_field (record, field, text, NULL))
        {
          refuse (error, field->name);
          return FALSE;
        }
    }
  return TRUE;
}

static Row *
read_row (CarrelStatement *statement, const CarrelRecordType *type, GError **error)
{
  Row *row = g_new0 (Row, 1);
  CarrelRecord *record = carrel_record_new (type);

  row->record = record;
  row->parent = carrel_statement_get_integer (statement, COLUMN_PARENT);
  row->slot = carrel_statement_dup_text (statement, COLUMN_SLOT);
  carrel_record_set_source (record, carrel_statement_get_text (statement, COLUMN_FILE),
                            (int) carrel_statement_get_integer (statement, COLUMN_LINE));
  record->extra = carrel_statement_dup_text (statement, COLUMN_EXTRA);
  if (read_fields (statement, record, error))
    return row;
  free_row (row);
  return NULL;
}

static gboolean
read_type (CarrelDatabase *database,
           gint64 version,
           const CarrelRecordType *type,
           GPtrArray *rows,
           GError **error)
{
  g_autofree char *sql = dup_select_sql (type);
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (database, sql, error);
  CarrelStep step;

  if (statement == NULL)
    return FALSE;
  carrel_statement_bind_integer (statement, ":version", version);
  for (step = carrel_statement_step (statement, error); step == CARREL_STEP_ROW;
       step = carrel_statement_step (statement, error))
    {
      gint64 number = carrel_statement_get_integer (statement, COLUMN_NUMBER);
      Row *row;

      if (number < 0 || number >= rows->len || rows->pdata[number] != NULL)
        {
          refuse (error, type->name);
          return FALSE;
        }
      row = read_row (statement, type, error);
      if (row == NULL)
        return FALSE;
      rows->pdata[number] = row;
    }
  return step == CARREL_STEP_DONE;
}

/* Puts a record where it belongs; a parent always comes before its parts. */
static gboolean
put_into_parent (GPtrArray *rows, guint number)
{
  Row *row = rows->pdata[number];
  Row *parent;
  const CarrelField *field;

  if (row == NULL || row->slot == NULL || row->parent < 0 || row->parent >= number)
    return FALSE;
  parent = rows->pdata[row->parent];
  field = carrel_record_find_field (parent->record, row->slot);
  if (field == NULL || field->child != ((CarrelRecord *) row->record)->type)
    return FALSE;
  if (field->kind == CARREL_FIELD_RECORDS)
    g_ptr_array_add (*CARREL_FIELD_PTR (parent->record, field, GPtrArray *),
                     carrel_record_ref (row->record));
  else
    *CARREL_FIELD_PTR (parent->record, field, gpointer) = carrel_record_ref (row->record);
  return TRUE;
}

static CarrelCourse *
build_course (GPtrArray *rows, GError **error)
{
  Row *first = rows->len > 0 ? rows->pdata[0] : NULL;

  if (first == NULL || ((CarrelRecord *) first->record)->type != &carrel_course_type)
    {
      refuse (error, "course");
      return NULL;
    }
  for (guint i = 1; i < rows->len; i++)
    if (!put_into_parent (rows, i))
      {
        refuse (error, "parent");
        return NULL;
      }
  return carrel_record_ref (first->record);
}

static void
hash_text (GChecksum *checksum, const char *text)
{
  /* The end of a text and a text that is not there are told apart from any letter. */
  g_checksum_update (checksum, (const guchar *) (text != NULL ? text : "\001"), -1);
  g_checksum_update (checksum, (const guchar *) "", 1);
}

static void
hash_record (GChecksum *checksum, const CarrelFact *fact)
{
  const CarrelRecord *record = fact->record;
  g_autofree char *line = g_strdup_printf ("%d", record->line);

  hash_text (checksum, fact->kind);
  hash_text (checksum, fact->field != NULL ? fact->field->name : NULL);
  hash_text (checksum, record->file);
  hash_text (checksum, line);
  hash_text (checksum, record->extra);
  for (const CarrelField *field = record->type->fields; field->name != NULL; field++)
    if (is_scalar (field))
      {
        g_autofree char *text = carrel_record_dup_field (record, field);

        hash_text (checksum, text);
      }
    else if (field->kind == CARREL_FIELD_RECORDS)
      {
        GPtrArray *records = *CARREL_FIELD_PTR (record, field, GPtrArray *);
        g_autofree char *length = g_strdup_printf ("%u", records->len);

        hash_text (checksum, length);
      }
}

/**
 * carrel_records_write:
 * @database: a database with an open transaction
 * @version: the version that the records belong to
 * @course: what to write
 * @error: where an error goes
 *
 * Writes all records of a course.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_records_write (CarrelDatabase *database,
                      gint64 version,
                      CarrelCourse *course,
                      GError **error)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (course);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) statements
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) carrel_statement_free);

  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = facts->pdata[i];
      guint parent = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, fact->parent));
      CarrelStatement *statement
          = get_insert (database, statements, ((CarrelRecord *) fact->record)->type, error);

      if (statement == NULL)
        return FALSE;
      carrel_statement_bind_integer (statement, ":_version", version);
      bind_place (statement, fact, i, parent);
      bind_fields (statement, fact->record);
      if (!carrel_statement_run (statement, error))
        return FALSE;
      g_hash_table_insert (numbers, fact->record, GUINT_TO_POINTER (i));
    }
  return TRUE;
}

/**
 * carrel_records_load:
 * @database: a database
 * @version: a version
 * @error: where an error goes
 *
 * Reads the course of a version, with its sources and unknown keys.
 *
 * Returns: (transfer full) (nullable): the course
 */
CarrelCourse *
carrel_records_load (CarrelDatabase *database, gint64 version, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (
      database, "SELECT n_facts FROM versions WHERE version = :version", error);
  const CarrelRecordType *type = carrel_fact_get_nth_type (0);
  CarrelStep step;

  if (statement == NULL)
    return NULL;
  carrel_statement_bind_integer (statement, ":version", version);
  step = carrel_statement_step (statement, error);
  if (step == CARREL_STEP_DONE)
    g_set_error_literal (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND,
                         _ ("This version of the course is not there any more."));
  if (step != CARREL_STEP_ROW)
    return NULL;
  g_ptr_array_set_size (rows, (int) carrel_statement_get_integer (statement, 0));
  for (guint i = 1; type != NULL; type = carrel_fact_get_nth_type (i++))
    if (!read_type (database, version, type, rows, error))
      return NULL;
  return build_course (rows, error);
}

/**
 * carrel_records_dup_hash:
 * @course: a course
 *
 * Works out a number for all that a course says and where it says so; equal courses have equal
 * ones.
 *
 * Returns: (transfer full): SHA-256 in hexadecimal digits
 */
char *
carrel_records_dup_hash (CarrelCourse *course)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (course);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < facts->len; i++)
    hash_record (checksum, facts->pdata[i]);
  return g_strdup (g_checksum_get_string (checksum));
}
