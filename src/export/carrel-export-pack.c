/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A course as JSON: a loop over the field tables, so that a new field needs no line here. Exact
 * decimals and unknown keys are written as they were read, which a generator of doubles cannot. */
#define G_LOG_DOMAIN "carrel-export-pack"

#include "config.h"

#include "carrel-export-pack.h"

#include <string.h>

/* A list or an object that is longer is written with one member on each line. */
#define LINE_LENGTH 110

static char *dup_record (gconstpointer record, guint depth);

static char *
dup_string (const char *text)
{
  GString *quoted = g_string_new ("\"");

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_printf (quoted, "\\%c", *at);
      else if (*at == '\n')
        g_string_append (quoted, "\\n");
      else if (*at == '\t')
        g_string_append (quoted, "\\t");
      else if ((guchar) *at < 0x20)
        g_string_append_printf (quoted, "\\u%04x", *at);
      else
        g_string_append_c (quoted, *at);
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

static char *
dup_member (const char *name, const char *value)
{
  return g_strdup_printf ("\"%s\": %s", name, value);
}

/* A number where every reader of doubles gets the same digits back, else the digits as a string. */
static char *
dup_decimal (const char *text)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.15g", g_ascii_strtod (text, NULL));
  return g_str_equal (digits, text) ? g_strdup (text) : dup_string (text);
}

/* Puts @members between brackets: on one line where they fit, else one on each line. */
static gboolean
fits_on_a_line (GPtrArray *members, guint depth)
{
  gsize length = 2 * (gsize) depth;

  for (guint i = 0; i < members->len; i++)
    {
      const char *member = g_ptr_array_index (members, i);

      length += strlen (member) + 2;
      if (strchr (member, '\n') != NULL)
        return FALSE;
    }
  return depth > 0 && length <= LINE_LENGTH;
}

static char *
dup_block (GPtrArray *members, const char *brackets, guint depth)
{
  GString *text = g_string_new_len (brackets, 1);
  gboolean fits = fits_on_a_line (members, depth);

  for (guint i = 0; i < members->len; i++)
    {
      if (!fits)
        g_string_append_printf (text, "\n%*s", 2 * (int) (depth + 1), "");
      g_string_append (text, g_ptr_array_index (members, i));
      if (i + 1 < members->len)
        g_string_append (text, fits ? ", " : ",");
    }
  if (!fits && members->len > 0)
    g_string_append_printf (text, "\n%*s", 2 * (int) depth, "");
  g_string_append_c (text, brackets[1]);
  return g_string_free (text, FALSE);
}

static char *
dup_records (GPtrArray *records, guint depth)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (members, dup_record (g_ptr_array_index (records, i), depth + 1));
  return dup_block (members, "[]", depth);
}

static char *
dup_days (CarrelDays days, guint depth)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < CARREL_N_DAYS; i++)
    {
      CarrelDays day = carrel_day_from_index (i);

      if ((days & day) != 0)
        g_ptr_array_add (members, dup_string (carrel_day_to_code (day)));
    }
  return dup_block (members, "[]", depth);
}

/* Writes a field that carrel_record_dup_field() can write as text. */
static char *
dup_scalar (gconstpointer record, const CarrelField *field)
{
  g_autofree char *text = carrel_record_dup_field (record, field);

  if (text == NULL)
    return g_strdup ("null");
  if (field->kind == CARREL_FIELD_BOOLEAN || field->kind == CARREL_FIELD_TRUTH)
    return g_strdup (g_str_equal (text, "0") ? "false" : "true");
  if (field->kind == CARREL_FIELD_INTEGER)
    return g_steal_pointer (&text);
  return field->kind == CARREL_FIELD_DECIMAL ? dup_decimal (text) : dup_string (text);
}

static char *
dup_field (gconstpointer record, const CarrelField *field, guint depth)
{
  gconstpointer child;

  switch (field->kind)
    {
    case CARREL_FIELD_RECORD:
      child = *CARREL_FIELD_PTR (record, field, gpointer);
      return child != NULL ? dup_record (child, depth) : g_strdup ("null");
    case CARREL_FIELD_RECORDS:
      return dup_records (*CARREL_FIELD_PTR (record, field, GPtrArray *), depth);
    case CARREL_FIELD_DAYS:
      return dup_days (*CARREL_FIELD_PTR (record, field, CarrelDays), depth);
    case CARREL_FIELD_TEXT:
    case CARREL_FIELD_DECIMAL:
    case CARREL_FIELD_INTEGER:
    case CARREL_FIELD_BOOLEAN:
    case CARREL_FIELD_TRUTH:
    case CARREL_FIELD_TIME:
    case CARREL_FIELD_DAY:
    case CARREL_FIELD_DATE:
    default:
      return dup_scalar (record, field);
    }
}

/* Adds the unknown keys that came with a record: the inside of a JSON object. */
static void
add_extra (GPtrArray *members, const char *extra)
{
  const char *open = extra != NULL ? strchr (extra, '{') : NULL;
  const char *close = extra != NULL ? strrchr (extra, '}') : NULL;
  g_autofree char *inside = NULL;

  if (open == NULL || close == NULL || close < open)
    return;
  inside = g_strstrip (g_strndup (open + 1, (gsize) (close - open - 1)));
  if (*inside != '\0')
    g_ptr_array_add (members, g_steal_pointer (&inside));
}

static void
add_fields (GPtrArray *members, gconstpointer record, guint depth)
{
  const CarrelRecord *self = record;

  for (const CarrelField *field = self->type->fields; field->name != NULL; field++)
    {
      g_autofree char *value = dup_field (record, field, depth + 1);

      g_ptr_array_add (members, dup_member (field->name, value));
    }
}

static char *
dup_record (gconstpointer record, guint depth)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);

  add_fields (members, record, depth);
  add_extra (members, ((const CarrelRecord *) record)->extra);
  return dup_block (members, "{}", depth);
}

/* Adds where a record was read, and all records in it, under the JSON pointer @path. */
static void
add_sources (GPtrArray *members, gconstpointer record, const char *path)
{
  const CarrelRecord *self = record;

  if (self->file != NULL)
    {
      g_autofree char *file = dup_string (self->file);
      g_autofree char *value = g_strdup_printf ("{\"file\": %s, \"line\": %d}", file, self->line);

      g_ptr_array_add (members, dup_member (path, value));
    }
  for (const CarrelField *field = self->type->fields; field->name != NULL; field++)
    {
      g_autofree char *child_path = g_strdup_printf ("%s/%s", path, field->name);

      if (field->kind == CARREL_FIELD_RECORD && *CARREL_FIELD_PTR (record, field, gpointer) != NULL)
        add_sources (members, *CARREL_FIELD_PTR (record, field, gpointer), child_path);
      if (field->kind != CARREL_FIELD_RECORDS)
        continue;
      for (guint i = 0; i < (*CARREL_FIELD_PTR (record, field, GPtrArray *))->len; i++)
        {
          g_autofree char *item_path = g_strdup_printf ("%s/%u", child_path, i);

          add_sources (members, (*CARREL_FIELD_PTR (record, field, GPtrArray *))->pdata[i],
                       item_path);
        }
    }
}

/**
 * carrel_export_pack_write:
 * @course: a course
 *
 * Writes all that a course publishes as a course pack of version 1, keys in the order of the field
 * tables, unknown keys after them. A decimal is a JSON number when a reader of doubles gets the
 * same digits back, else a string of its digits.
 *
 * Returns: (transfer full): JSON text in UTF-8 that ends with a line break
 */
char *
carrel_export_pack_write (const CarrelCourse *course)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *source_block = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (members, g_strdup ("\"format\": \"carrel-course\""));
  g_ptr_array_add (members, g_strdup ("\"version\": 1"));
  add_fields (members, course, 0);
  add_sources (sources, course, "");
  source_block = dup_block (sources, "{}", 1);
  g_ptr_array_add (members, dup_member ("sources", source_block));
  add_extra (members, course->record.extra);
  text = dup_block (members, "{}", 0);
  return g_strconcat (text, "\n", NULL);
}
