/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON of test vectors, read with care. */
#include "config.h"

#include "vector-json.h"

/* No count of a vector is larger: days, drops, digits, minutes. */
#define MAX_COUNT 1000000000

static char *problem;

void
vector_clear_problem (void)
{
  g_clear_pointer (&problem, g_free);
}

/* Keeps the first problem. */
void
vector_set_problem (const char *format, ...)
{
  va_list arguments;

  if (problem != NULL)
    return;
  va_start (arguments, format);
  problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

const char *
vector_get_problem (void)
{
  return problem;
}

static JsonObject *
get_no_object (void)
{
  static JsonObject *none;

  if (none == NULL)
    none = json_object_new ();
  return none;
}

static JsonArray *
get_no_array (void)
{
  static JsonArray *none;

  if (none == NULL)
    none = json_array_new ();
  return none;
}

static JsonObject *
read_object (JsonNode *node, const char *what)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  vector_set_problem ("“%s” is not an object", what);
  return get_no_object ();
}

static JsonArray *
read_array (JsonNode *node, const char *what)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  vector_set_problem ("“%s” is not a list", what);
  return get_no_array ();
}

static const char *
read_text (JsonNode *node, const char *what)
{
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node)
      && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  vector_set_problem ("“%s” is not a text", what);
  return "";
}

static int
read_int (JsonNode *node, const char *what)
{
  gint64 number = 0;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_INT64)
    {
      vector_set_problem ("“%s” is not a whole number", what);
      return 0;
    }
  number = json_node_get_int (node);
  if (number < -MAX_COUNT || number > MAX_COUNT)
    vector_set_problem ("“%s” is out of bounds", what);
  return (int) CLAMP (number, -MAX_COUNT, MAX_COUNT);
}

JsonObject *
vector_get_object (JsonObject *object, const char *key)
{
  return read_object (json_object_get_member (object, key), key);
}

JsonArray *
vector_get_array (JsonObject *object, const char *key)
{
  return read_array (json_object_get_member (object, key), key);
}

const char *
vector_get_text (JsonObject *object, const char *key, const char *fallback)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? read_text (node, key) : fallback;
}

int
vector_get_int (JsonObject *object, const char *key, int fallback)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? read_int (node, key) : fallback;
}

gboolean
vector_get_flag (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      vector_set_problem ("“%s” is neither true nor false", key);
      return FALSE;
    }
  return json_node_get_boolean (node);
}

/* NULL past the end. */
JsonNode *
vector_get_element (JsonArray *array, guint at)
{
  return at < json_array_get_length (array) ? json_array_get_element (array, at) : NULL;
}

JsonArray *
vector_get_row (JsonArray *array, guint at)
{
  return read_array (vector_get_element (array, at), "element");
}

JsonObject *
vector_get_element_object (JsonArray *array, guint at)
{
  return read_object (vector_get_element (array, at), "element");
}

const char *
vector_get_element_text (JsonArray *array, guint at)
{
  return read_text (vector_get_element (array, at), "element");
}

int
vector_get_element_int (JsonArray *array, guint at)
{
  return read_int (vector_get_element (array, at), "element");
}

/* "1.5e-3" as a number. */
static CarrelRational *
read_scientific (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "e", 2);
  int exponent = parts[1] != NULL ? (int) g_ascii_strtoll (parts[1], NULL, 10) : 0;
  g_autofree char *zeros = g_strnfill ((gsize) ABS (exponent), '0');
  g_autofree char *power_text = g_strconcat ("1", zeros, NULL);
  g_autoptr (CarrelRational) mantissa = carrel_rational_parse (parts[0], NULL);
  g_autoptr (CarrelRational) power = carrel_rational_parse (power_text, NULL);

  if (mantissa == NULL || power == NULL)
    return NULL;
  return exponent < 0 ? carrel_rational_divide (mantissa, power)
                      : carrel_rational_multiply (mantissa, power);
}

/* The shortest text that reads as the same double: what stood in the file. */
static CarrelRational *
read_double (double number)
{
  char text[64] = "";

  for (int n_digits = 1; n_digits <= 17; n_digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%de", n_digits - 1);

      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  return read_scientific (text);
}

/* Writes a number of a file as exact text: decimal text, or what stands in the JSON. */
CarrelRational *
vector_read_number (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return carrel_rational_parse (json_node_get_string (node), NULL);
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return carrel_rational_new (json_node_get_int (node), 1);
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return read_double (json_node_get_double (node));
  return NULL;
}

CarrelRational *
vector_get_number (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);
  CarrelRational *number = vector_read_number (node);

  if (number == NULL && node != NULL && !JSON_NODE_HOLDS_NULL (node))
    vector_set_problem ("“%s” is not a number", key);
  return number;
}

/* A number that must be there; 1 when it is not. */
CarrelRational *
vector_need_number (JsonObject *object, const char *key)
{
  CarrelRational *number = vector_get_number (object, key);

  if (number != NULL)
    return number;
  vector_set_problem ("“%s” is not there", key);
  return carrel_rational_new (1, 1);
}

CarrelRational *
vector_need_element (JsonArray *array, guint at)
{
  CarrelRational *number = vector_read_number (vector_get_element (array, at));

  if (number != NULL)
    return number;
  vector_set_problem ("element %u is not a number", at + 1);
  return carrel_rational_new (1, 1);
}

/* Takes a number that is divided by; 1 when it is not above 0. */
CarrelRational *
vector_need_positive (CarrelRational *number, const char *what)
{
  if (number != NULL && carrel_rational_get_sign (number) > 0)
    return number;
  vector_set_problem ("“%s” is not above 0", what);
  g_clear_pointer (&number, carrel_rational_unref);
  return carrel_rational_new (1, 1);
}
