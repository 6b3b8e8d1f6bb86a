/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A course pack into a course: a loop over the field tables. Types are checked, unknown keys are
 * kept with the record that had them, and what concerns a student is refused. */
#define G_LOG_DOMAIN "carrel-import-pack"

#include "config.h"

#include "carrel-import-pack.h"

#include "carrel-json-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PACK_FORMAT  "carrel-course"
#define PACK_VERSION "1"
#define MAX_RECORDS  100000
#define MAX_SIZE     (32 * 1024 * 1024)
#define SNIFF_LENGTH 4096

typedef struct
{
  const char *file;
  GHashTable *lines;   /* JsonNode to its line */
  GHashTable *records; /* JSON pointer to its record, borrowed */
  guint n_records;
} Reader;

/* Keys of the pack itself that are no field of a course. */
static const char *const pack_keys[] = { "format", "version", "sources", NULL };

/* A course publishes none of these: they belong to one student. */
static const char *const private_keys[] = {
  "scores",        "score",         "my_scores", "student",       "students", "accommodations",
  "accommodation", "private_notes", "my_notes",  "my_extensions", NULL,
};

/* Text fields that a pack may also write as a number. */
static const char *const numbered_texts[] = { "week", NULL };

static const char *
describe_kind (CarrelFieldKind kind)
{
  static const char *const kinds[] = {
    [CARREL_FIELD_TEXT] = N_ ("text in quotation marks"),
    [CARREL_FIELD_DECIMAL] = N_ ("a number from 0 up"),
    [CARREL_FIELD_INTEGER] = N_ ("a whole number from 0 up"),
    [CARREL_FIELD_BOOLEAN] = N_ ("true or false"),
    [CARREL_FIELD_TRUTH] = N_ ("true, false or null"),
    [CARREL_FIELD_TIME] = N_ ("a time such as \"17:00\""),
    [CARREL_FIELD_DAY] = N_ ("a day: \"MO\", \"TU\", \"WE\", \"TH\", \"FR\", \"SA\" or \"SU\""),
    [CARREL_FIELD_DAYS] = N_ ("a list of days such as [\"MO\", \"WE\"]"),
    [CARREL_FIELD_DATE] = N_ ("a date such as \"2024-01-17\""),
    [CARREL_FIELD_RECORD] = N_ ("an object in { }"),
    [CARREL_FIELD_RECORDS] = N_ ("a list of objects in [ ]"),
  };

  return _ (kinds[kind]);
}

static int
get_line (const Reader *self, JsonNode *node)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->lines, node));
}

static gboolean
refuse_type (
    const Reader *self, JsonNode *node, const char *path, CarrelFieldKind kind, GError **error)
{
  g_set_error (
      error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
      /* Translators: a file, a line, the path of a value in it, and what the value has to be. */
      _ ("%s:%d: “%s” has a value of the wrong type: it must be %s"), self->file,
      get_line (self, node), path, describe_kind (kind));
  return FALSE;
}

static gboolean
read_days (JsonNode *node, char **text)
{
  g_autoptr (GString) days = g_string_new (NULL);
  JsonArray *list;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *day = json_array_get_element (list, i);

      if (json_node_get_value_type (day) != G_TYPE_STRING)
        return FALSE;
      if (carrel_day_from_code (json_node_get_string (day)) == CARREL_DAY_NONE)
        return FALSE;
      g_string_append_printf (days, "%s%s", days->len > 0 ? " " : "", json_node_get_string (day));
    }
  *text = g_strdup (days->str);
  return TRUE;
}

/* What carrel_record_set_field() reads; %NULL where the type of @node does not fit the field. */
static char *
dup_truth (JsonNode *node)
{
  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return NULL;
  return g_strdup (json_node_get_boolean (node) ? "1" : "0");
}

/* A number, or a string that holds one. */
static char *
dup_number (JsonNode *node, gboolean takes_string)
{
  const char *number = carrel_json_text_get_number (node);

  if (number == NULL && takes_string && json_node_get_value_type (node) == G_TYPE_STRING)
    number = json_node_get_string (node);
  return number != NULL ? carrel_json_text_dup_decimal (number) : NULL;
}

/* No weight, bound or penalty of a course is below 0. */
static char *
dup_decimal (JsonNode *node)
{
  g_autofree char *number = dup_number (node, TRUE);

  return number != NULL && *number != '-' ? g_steal_pointer (&number) : NULL;
}

static char *
dup_text (JsonNode *node, const CarrelField *field)
{
  if (carrel_json_text_get_number (node) != NULL)
    return g_strv_contains (numbered_texts, field->name) ? dup_number (node, FALSE) : NULL;
  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : NULL;
}

static char *
dup_scalar (JsonNode *node, const CarrelField *field)
{
  char *days = NULL;

  switch (field->kind)
    {
    case CARREL_FIELD_DAYS:
      return read_days (node, &days) ? days : NULL;
    case CARREL_FIELD_BOOLEAN:
    case CARREL_FIELD_TRUTH:
      return dup_truth (node);
    case CARREL_FIELD_DECIMAL:
      return dup_decimal (node);
    case CARREL_FIELD_INTEGER:
      return dup_number (node, FALSE);
    case CARREL_FIELD_TEXT:
    case CARREL_FIELD_TIME:
    case CARREL_FIELD_DAY:
    case CARREL_FIELD_DATE:
    case CARREL_FIELD_RECORD:
    case CARREL_FIELD_RECORDS:
    default:
      return dup_text (node, field);
    }
}

static gboolean
read_scalar (Reader *self,
             JsonNode *node,
             gpointer record,
             const CarrelField *field,
             const char *path,
             GError **error)
{
  g_autofree char *text = dup_scalar (node, field);
  gboolean is_empty
      = json_node_get_value_type (node) == G_TYPE_STRING && *json_node_get_string (node) == '\0';

  if (is_empty && field->kind != CARREL_FIELD_TEXT)
    return TRUE;
  if (text == NULL || !carrel_record_set_field (record, field, text, NULL))
    return refuse_type (self, node, path, field->kind, error);
  return TRUE;
}

static gpointer read_record (
    Reader *self, JsonNode *node, const CarrelRecordType *type, const char *path, GError **error);

static gboolean
read_records (Reader *self,
              JsonNode *node,
              GPtrArray *records,
              const CarrelField *field,
              const char *path,
              GError **error)
{
  JsonArray *list;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_type (self, node, path, field->kind, error);
  list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *item_path = g_strdup_printf ("%s/%u", path, i);
      gpointer record
          = read_record (self, json_array_get_element (list, i), field->child, item_path, error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }
  return TRUE;
}

static gboolean
read_field (Reader *self,
            JsonNode *node,
            gpointer record,
            const CarrelField *field,
            const char *path,
            GError **error)
{
  gpointer child;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (field->kind == CARREL_FIELD_RECORDS)
    return read_records (self, node, *CARREL_FIELD_PTR (record, field, GPtrArray *), field, path,
                         error);
  if (field->kind != CARREL_FIELD_RECORD)
    return read_scalar (self, node, record, field, path, error);
  child = read_record (self, node, field->child, path, error);
  *CARREL_FIELD_PTR (record, field, gpointer) = child;
  return child != NULL;
}

static gboolean
is_pack_key (const CarrelRecordType *type, const char *name)
{
  return type == &carrel_course_type && g_strv_contains (pack_keys, name);
}

/* Reads the members of an object; those that the table does not know go to @unknown. */
static gboolean
read_members (Reader *self,
              JsonObject *object,
              gpointer record,
              JsonObject *unknown,
              const char *path,
              GError **error)
{
  const CarrelRecordType *type = ((CarrelRecord *) record)->type;
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *at = names; at != NULL; at = at->next)
    {
      const CarrelField *field = carrel_record_find_field (record, at->data);
      JsonNode *node = json_object_get_member (object, at->data);
      g_autofree char *member_path = g_strdup_printf ("%s/%s", path, (char *) at->data);

      if (field == NULL && g_strv_contains (private_keys, at->data))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       /* Translators: a file, a line, and the path of a value in it. */
                       _ ("%s:%d: “%s” belongs to a student, and a course pack holds only what a "
                          "course publishes: remove it"),
                       self->file, get_line (self, node), member_path);
          return FALSE;
        }
      if (field != NULL && !read_field (self, node, record, field, member_path, error))
        return FALSE;
      if (field == NULL && !is_pack_key (type, at->data))
        json_object_set_member (unknown, at->data, json_node_copy (node));
    }
  return TRUE;
}

static gboolean
count_record (Reader *self, JsonNode *node, GError **error)
{
  if (++self->n_records <= MAX_RECORDS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: a file, a line, and a number of facts. */
               _ ("%s:%d: The pack has more than %d facts: split it into several courses"),
               self->file, get_line (self, node), MAX_RECORDS);
  return FALSE;
}

static gpointer
read_record (
    Reader *self, JsonNode *node, const CarrelRecordType *type, const char *path, GError **error)
{
  g_autoptr (CarrelRecord) record = NULL;
  g_autoptr (JsonNode) unknown = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      refuse_type (self, node, path, CARREL_FIELD_RECORD, error);
      return NULL;
    }
  record = carrel_record_new (type);
  unknown = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (unknown, json_object_new ());
  if (!count_record (self, node, error)
      || !read_members (self, json_node_get_object (node), record, json_node_get_object (unknown),
                        path, error))
    return NULL;
  if (json_object_get_size (json_node_get_object (unknown)) > 0)
    record->extra = carrel_json_text_dup_plain (unknown);
  carrel_record_set_source (record, self->file, get_line (self, node));
  g_hash_table_insert (self->records, g_strdup (path), record);
  return g_steal_pointer (&record);
}

/* "sources" says where the facts were read before they came into the pack. A wrong entry of it
 * costs nothing but that knowledge. */
/* Tells a record where it was read; what does not have the form is passed over. */
static void
apply_source (gpointer record, JsonNode *node)
{
  JsonObject *source = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *file = source != NULL ? json_object_get_member (source, "file") : NULL;
  JsonNode *line = source != NULL ? json_object_get_member (source, "line") : NULL;
  const char *number = line != NULL ? carrel_json_text_get_number (line) : NULL;
  gint64 read = 0;

  if (file == NULL || json_node_get_value_type (file) != G_TYPE_STRING)
    return;
  if (number != NULL)
    g_ascii_string_to_signed (number, 10, 0, G_MAXINT, &read, NULL);
  carrel_record_set_source (record, json_node_get_string (file), (int) read);
}

static void
apply_sources (Reader *self, JsonNode *root)
{
  JsonNode *sources = json_object_get_member (json_node_get_object (root), "sources");
  JsonObjectIter iter;
  const char *path;
  JsonNode *node;

  if (sources == NULL || !JSON_NODE_HOLDS_OBJECT (sources))
    return;
  json_object_iter_init (&iter, json_node_get_object (sources));
  while (json_object_iter_next (&iter, &path, &node))
    {
      gpointer record = g_hash_table_lookup (self->records, path);

      if (record != NULL)
        apply_source (record, node);
    }
}

static gboolean
is_pack (JsonNode *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *format = object != NULL ? json_object_get_member (object, "format") : NULL;

  return format != NULL && json_node_get_value_type (format) == G_TYPE_STRING
         && g_str_equal (json_node_get_string (format), PACK_FORMAT);
}

static gboolean
check_format (Reader *self, JsonNode *root, GError **error)
{
  JsonNode *version = NULL;
  const char *number = NULL;

  if (!is_pack (root))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   /* Translators: a file name. */
                   _ ("%s:1: This is JSON but not a course pack: it must begin with \"format\": "
                      "\"carrel-course\""),
                   self->file);
      return FALSE;
    }
  version = json_object_get_member (json_node_get_object (root), "version");
  number = version != NULL ? carrel_json_text_get_number (version) : NULL;
  if (number == NULL)
    return refuse_type (self, version != NULL ? version : root, "/version", CARREL_FIELD_INTEGER,
                        error);
  if (g_str_equal (number, PACK_VERSION))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               /* Translators: a file, a line, and a version number twice. */
               _ ("%s:%d: The pack has version %s and this Carrel reads version %s: update Carrel, "
                  "or ask for a pack of version %s"),
               self->file, get_line (self, version), number, PACK_VERSION, PACK_VERSION);
  return FALSE;
}

static void
on_member_parsed_cb (JsonParser *parser, JsonObject *object, const char *name, gpointer data)
{
  g_hash_table_insert (data, json_object_get_member (object, name),
                       GINT_TO_POINTER ((int) json_parser_get_current_line (parser)));
}

static void
on_element_parsed_cb (JsonParser *parser, JsonArray *array, int index, gpointer data)
{
  g_hash_table_insert (data, json_array_get_element (array, (guint) index),
                       GINT_TO_POINTER ((int) json_parser_get_current_line (parser)));
}

/* After the text has been left, the parser knows no line. */
static void
on_error_cb (JsonParser *parser, const GError *error, gpointer data)
{
  *(guint *) data = json_parser_get_current_line (parser);
}

/* Parses marked text and notes the line of every value. */
static JsonParser *
parse_text (const char *text, Reader *reader, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  guint line = 1;

  g_signal_connect (parser, "error", G_CALLBACK (on_error_cb), &line);
  g_signal_connect (parser, "object-member", G_CALLBACK (on_member_parsed_cb), reader->lines);
  g_signal_connect (parser, "array-element", G_CALLBACK (on_element_parsed_cb), reader->lines);
  if (json_parser_load_from_data (parser, text, -1, NULL) && json_parser_get_root (parser) != NULL)
    return g_steal_pointer (&parser);
  /* Translators: a file name, a line number, and a sentence that says what is wrong. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s:%d: %s"), reader->file,
               (int) MAX (line, 1u),
               _ ("This is not JSON: export the pack again, or correct this line"));
  return NULL;
}

/**
 * carrel_import_pack_sniff:
 * @name: the name of a file
 * @bytes: what it holds
 *
 * Returns: whether the file is meant to be a course pack: by its name, or by how it begins
 */
gboolean
carrel_import_pack_sniff (const char *name, GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *start = data != NULL ? g_strndup (data, MIN (size, SNIFF_LENGTH)) : NULL;

  if (g_str_has_suffix (name, ".json"))
    return TRUE;
  return start != NULL
         && g_regex_match_simple ("^\\s*\\{\\s*\"format\"\\s*:", start, G_REGEX_RAW, 0);
}

/**
 * carrel_import_pack_parse:
 * @bytes: a course pack
 * @file: its name, for messages and as the source of its facts
 * @error: where an error goes: %G_IO_ERROR_INVALID_DATA or %G_IO_ERROR_NOT_SUPPORTED (a newer
 *   version), with file, line, path, and what to do
 *
 * Reads a course pack of version 1. Numbers are read to the last digit, unknown keys are kept in
 * the records that had them, and where "sources" names an origin the facts keep it.
 *
 * Returns: (transfer full) (nullable): the course, or %NULL
 */
CarrelCourse *
carrel_import_pack_parse (GBytes *bytes, const char *file, GError **error)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { file, lines, records, 0 };
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (CarrelCourse) course = NULL;

  if (g_bytes_get_size (bytes) > MAX_SIZE)
    {
      /* Translators: a file name. */
      g_set_error (
          error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
          _ ("%s:1: The file is too large for a course pack: choose the pack of one course"), file);
      return NULL;
    }
  text = carrel_json_text_mark_numbers (bytes, file, error);
  if (text == NULL)
    return NULL;
  parser = parse_text (text, &reader, error);
  if (parser == NULL || !check_format (&reader, json_parser_get_root (parser), error))
    return NULL;
  course = read_record (&reader, json_parser_get_root (parser), &carrel_course_type, "", error);
  if (course == NULL)
    return NULL;
  course->record.line = 1;
  apply_sources (&reader, json_parser_get_root (parser));
  carrel_course_assign_ids (course);
  return g_steal_pointer (&course);
}
