/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records described by a table of fields: life, comparison, and fields as text. */
#define G_LOG_DOMAIN "carrel-record"

#include "config.h"

#include "carrel-record.h"

#include <string.h>

static gboolean
is_decimal (const char *text)
{
  const char *at = text + (*text == '-' ? 1 : 0);
  gsize n_whole = strspn (at, "0123456789");
  gsize n_part = at[n_whole] == '.' ? strspn (at + n_whole + 1, "0123456789") : 1;

  return n_whole > 0 && n_part > 0 && at[n_whole + (at[n_whole] == '.' ? n_part + 1 : 0)] == '\0';
}

static void
clear_field (gpointer record, const CarrelField *field)
{
  switch (field->kind)
    {
    case CARREL_FIELD_TEXT:
    case CARREL_FIELD_DECIMAL:
      g_clear_pointer (CARREL_FIELD_PTR (record, field, char *), g_free);
      break;
    case CARREL_FIELD_RECORD:
      g_clear_pointer (CARREL_FIELD_PTR (record, field, gpointer), carrel_record_unref);
      break;
    case CARREL_FIELD_RECORDS:
      g_clear_pointer (CARREL_FIELD_PTR (record, field, GPtrArray *), g_ptr_array_unref);
      break;
    case CARREL_FIELD_INTEGER:
    case CARREL_FIELD_BOOLEAN:
    case CARREL_FIELD_TRUTH:
    case CARREL_FIELD_TIME:
    case CARREL_FIELD_DAY:
    case CARREL_FIELD_DAYS:
    case CARREL_FIELD_DATE:
    default:
      break;
    }
}

static void
init_field (gpointer record, const CarrelField *field)
{
  if (field->kind == CARREL_FIELD_RECORDS)
    *CARREL_FIELD_PTR (record, field, GPtrArray *)
        = g_ptr_array_new_with_free_func (carrel_record_unref);
  else if (field->kind == CARREL_FIELD_INTEGER || field->kind == CARREL_FIELD_TRUTH
           || field->kind == CARREL_FIELD_TIME)
    *CARREL_FIELD_PTR (record, field, int) = CARREL_UNKNOWN;
}

static void
clear_record (gpointer data)
{
  CarrelRecord *record = data;

  for (const CarrelField *field = record->type->fields; field->name != NULL; field++)
    clear_field (record, field);
  g_free (record->file);
  g_free (record->extra);
}

static void
copy_records (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, carrel_record_copy (g_ptr_array_index (from, i)));
}

static gboolean
equal_records (GPtrArray *one, GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (!carrel_record_equal (g_ptr_array_index (one, i), g_ptr_array_index (other, i)))
      return FALSE;
  return TRUE;
}

static char *
dup_days (CarrelDays days)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < CARREL_N_DAYS; i++)
    {
      CarrelDays day = carrel_day_from_index (i);

      if ((days & day) != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", carrel_day_to_code (day));
    }
  return g_string_free (text, FALSE);
}

static gboolean
parse_days (const char *text, CarrelDays *days)
{
  g_auto (GStrv) codes = g_strsplit (text, " ", -1);
  guint read = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      CarrelDays day = carrel_day_from_code (codes[i]);

      if (day == CARREL_DAY_NONE && *codes[i] != '\0')
        return FALSE;
      read |= day;
    }
  *days = (CarrelDays) read;
  return TRUE;
}

static gboolean
parse_integer (const char *text, int lowest, int highest, int *number)
{
  gint64 read;

  if (!g_ascii_string_to_signed (text, 10, lowest, highest, &read, NULL))
    return FALSE;
  *number = (int) read;
  return TRUE;
}

/* Sets a field of a kind that is no text and no record; FALSE when @text does not fit. */
static gboolean
set_value (gpointer record, const CarrelField *field, const char *text)
{
  int *number = CARREL_FIELD_PTR (record, field, int);
  CarrelDays days = CARREL_DAY_NONE;

  switch (field->kind)
    {
    case CARREL_FIELD_INTEGER:
      return parse_integer (text, 0, G_MAXINT, number);
    case CARREL_FIELD_BOOLEAN:
    case CARREL_FIELD_TRUTH:
      return parse_integer (text, 0, 1, number);
    case CARREL_FIELD_TIME:
      return carrel_time_parse (text, number);
    case CARREL_FIELD_DATE:
      return carrel_date_parse (text, CARREL_FIELD_PTR (record, field, CarrelDate));
    case CARREL_FIELD_DAY:
    case CARREL_FIELD_DAYS:
      if (!parse_days (text, &days)
          || (field->kind == CARREL_FIELD_DAY && (days & ((guint) days - 1)) != 0))
        return FALSE;
      *CARREL_FIELD_PTR (record, field, CarrelDays) = days;
      return TRUE;
    case CARREL_FIELD_TEXT:
    case CARREL_FIELD_DECIMAL:
    case CARREL_FIELD_RECORD:
    case CARREL_FIELD_RECORDS:
    default:
      return FALSE;
    }
}

/* Makes a scalar field unknown again. */
static void
reset_value (gpointer record, const CarrelField *field)
{
  static const CarrelDate no_date = { 0 };

  if (field->kind == CARREL_FIELD_DATE)
    *CARREL_FIELD_PTR (record, field, CarrelDate) = no_date;
  else if (field->kind == CARREL_FIELD_DAY || field->kind == CARREL_FIELD_DAYS)
    *CARREL_FIELD_PTR (record, field, CarrelDays) = CARREL_DAY_NONE;
  else if (field->kind == CARREL_FIELD_BOOLEAN)
    *CARREL_FIELD_PTR (record, field, gboolean) = FALSE;
  else
    init_field (record, field);
}

/**
 * carrel_record_new:
 * @type: what kind of record
 *
 * Makes a record whose fields are all unknown or empty.
 *
 * Returns: (transfer full): the record, a pointer to the struct that @type describes
 */
gpointer
carrel_record_new (const CarrelRecordType *type)
{
  CarrelRecord *record = g_atomic_rc_box_alloc0 (type->size);

  record->type = type;
  for (const CarrelField *field = type->fields; field->name != NULL; field++)
    init_field (record, field);
  return record;
}

/**
 * carrel_record_ref:
 * @record: a record
 *
 * Returns: (transfer full): @record, with one more reference; safe between threads
 */
gpointer
carrel_record_ref (gpointer record)
{
  return g_atomic_rc_box_acquire (record);
}

/**
 * carrel_record_unref:
 * @record: (transfer full): a record
 *
 * Drops a reference; the last one frees the record and what it holds.
 */
void
carrel_record_unref (gpointer record)
{
  g_atomic_rc_box_release_full (record, clear_record);
}

/**
 * carrel_record_copy:
 * @record: a record
 *
 * Copies a record and all records in it, so that the copy can be changed before it is handed on.
 *
 * Returns: (transfer full): the copy
 */
gpointer
carrel_record_copy (gconstpointer record)
{
  const CarrelRecord *from = record;
  CarrelRecord *to = carrel_record_new (from->type);

  carrel_record_set_source (to, from->file, from->line);
  to->extra = g_strdup (from->extra);
  for (const CarrelField *field = from->type->fields; field->name != NULL; field++)
    {
      g_autofree char *text = NULL;

      if (field->kind == CARREL_FIELD_RECORDS)
        copy_records (*CARREL_FIELD_PTR (from, field, GPtrArray *),
                      *CARREL_FIELD_PTR (to, field, GPtrArray *));
      else if (field->kind == CARREL_FIELD_RECORD)
        {
          gpointer child = *CARREL_FIELD_PTR (from, field, gpointer);

          *CARREL_FIELD_PTR (to, field, gpointer) = child ? carrel_record_copy (child) : NULL;
        }
      else
        {
          text = carrel_record_dup_field (from, field);
          if (text != NULL)
            carrel_record_set_field (to, field, text, NULL);
        }
    }
  return to;
}

/**
 * carrel_record_equal:
 * @record: a record
 * @other: another of the same type
 *
 * Compares what two records say, field by field; where they were read does not count.
 *
 * Returns: whether they say the same
 */
gboolean
carrel_record_equal (gconstpointer record, gconstpointer other)
{
  const CarrelRecordType *type = ((const CarrelRecord *) record)->type;

  if (type != ((const CarrelRecord *) other)->type)
    return FALSE;
  for (const CarrelField *field = type->fields; field->name != NULL; field++)
    {
      g_autofree char *one_text = NULL;
      g_autofree char *other_text = NULL;

      if (field->kind == CARREL_FIELD_RECORDS)
        {
          if (!equal_records (*CARREL_FIELD_PTR (record, field, GPtrArray *),
                              *CARREL_FIELD_PTR (other, field, GPtrArray *)))
            return FALSE;
          continue;
        }
      if (field->kind == CARREL_FIELD_RECORD)
        {
          gconstpointer one_child = *CARREL_FIELD_PTR (record, field, gpointer);
          gconstpointer other_child = *CARREL_FIELD_PTR (other, field, gpointer);

          if ((one_child == NULL) != (other_child == NULL)
              || (one_child != NULL && !carrel_record_equal (one_child, other_child)))
            return FALSE;
          continue;
        }
      one_text = carrel_record_dup_field (record, field);
      other_text = carrel_record_dup_field (other, field);
      if (g_strcmp0 (one_text, other_text) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * carrel_record_set_source:
 * @record: a record that is being built
 * @file: (nullable): the name of the file the fact was read from
 * @line: its line, from 1; 0 is unknown
 *
 * Says where a fact was read.
 */
void
carrel_record_set_source (gpointer record, const char *file, int line)
{
  CarrelRecord *self = record;

  g_free (self->file);
  self->file = g_strdup (file);
  self->line = line;
}

/**
 * carrel_record_find_field:
 * @record: a record
 * @name: the name of a field
 *
 * Returns: (nullable) (transfer none): the field, or %NULL when the type has none of that name
 */
const CarrelField *
carrel_record_find_field (gconstpointer record, const char *name)
{
  const CarrelRecordType *type = ((const CarrelRecord *) record)->type;

  for (const CarrelField *field = type->fields; field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return field;
  return NULL;
}

/**
 * carrel_record_get_id:
 * @record: a record
 *
 * Returns: (nullable) (transfer none): its "id" field, or %NULL when it has none
 */
const char *
carrel_record_get_id (gconstpointer record)
{
  const CarrelField *field = carrel_record_find_field (record, "id");

  return field != NULL ? *CARREL_FIELD_PTR (record, field, char *) : NULL;
}

/**
 * carrel_record_dup_field:
 * @record: a record
 * @field: one of its fields that is no record
 *
 * Writes a field as text: as in a course pack, days as "MO WE", a truth as "0" or "1".
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when the field is unknown
 */
char *
carrel_record_dup_field (gconstpointer record, const CarrelField *field)
{
  int number;
  CarrelDays days;

  switch (field->kind)
    {
    case CARREL_FIELD_TEXT:
    case CARREL_FIELD_DECIMAL:
      return g_strdup (*CARREL_FIELD_PTR (record, field, char *));
    case CARREL_FIELD_INTEGER:
    case CARREL_FIELD_TRUTH:
    case CARREL_FIELD_BOOLEAN:
      number = *CARREL_FIELD_PTR (record, field, int);
      return number == CARREL_UNKNOWN ? NULL : g_strdup_printf ("%d", number);
    case CARREL_FIELD_TIME:
      return carrel_time_to_text (*CARREL_FIELD_PTR (record, field, int));
    case CARREL_FIELD_DATE:
      return carrel_date_to_text (*CARREL_FIELD_PTR (record, field, CarrelDate));
    case CARREL_FIELD_DAY:
    case CARREL_FIELD_DAYS:
      days = *CARREL_FIELD_PTR (record, field, CarrelDays);
      return days == CARREL_DAY_NONE ? NULL : dup_days (days);
    case CARREL_FIELD_RECORD:
    case CARREL_FIELD_RECORDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * carrel_record_set_field:
 * @record: a record that is being built
 * @field: one of its fields that is no record
 * @text: (nullable): as carrel_record_dup_field() writes it; %NULL makes it unknown
 * @error: where an error goes: %G_IO_ERROR_INVALID_DATA when @text does not fit the field
 *
 * Reads a field from text. The field is untouched on failure.
 *
 * Returns: whether it fitted
 */
gboolean
carrel_record_set_field (gpointer record,
                         const CarrelField *field,
                         const char *text,
                         GError **error)
{
  gboolean is_text = field->kind == CARREL_FIELD_TEXT || field->kind == CARREL_FIELD_DECIMAL;

  if (text == NULL && !is_text)
    {
      reset_value (record, field);
      return TRUE;
    }
  if (is_text && (text == NULL || field->kind == CARREL_FIELD_TEXT || is_decimal (text)))
    {
      char *copy = g_strdup (text);

      clear_field (record, field);
      *CARREL_FIELD_PTR (record, field, char *) = copy;
      return TRUE;
    }
  if (!is_text && set_value (record, field, text))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” does not fit the field “%s”", text,
               field->name);
  return FALSE;
}
