/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A pass over JSON text before json-glib sees it. json-glib recurses as deep as the text says,
 * reads more than JSON, and makes doubles of all numbers; this pass bounds the depth, refuses what
 * is not JSON, and turns each number into a string that starts with a mark. */
#define G_LOG_DOMAIN "carrel-json-text"

#include "config.h"

#include "carrel-json-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 32

/* A noncharacter, which no text for interchange holds: U+FDD0. */
#define NUMBER_MARK   "\xEF\xB7\x90"
#define NUMBER_REGEX  "-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
#define MAX_EXPONENT  64
#define BYTE_MARK     "\xEF\xBB\xBF"
#define LITERAL_CHARS "abcdefghijklmnopqrstuvwxyz"

typedef struct
{
  const char *file;
  const char *at;
  const char *end;
  int line;
  guint depth;
  GRegex *number;
  GString *marked;
} Scanner;

static gboolean
refuse (Scanner *self, const char *reason, GError **error)
{
  /* Translators: a file name, a line number, and a sentence that says what is wrong. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s:%d: %s"), self->file, self->line,
               reason);
  return FALSE;
}

/* The value of the escape \uXXXX at @at; -1 where there is none, which json-glib then refuses. */
static int
read_escape (const char *at, const char *end)
{
  int value = 0;

  if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (at[i]);
    }
  return value;
}

/* Steps over an escape; refuses a zero and a lone half of a surrogate pair. */
static gboolean
scan_escape (Scanner *self, GError **error)
{
  int first = read_escape (self->at, self->end);
  int second = first >= 0 ? read_escape (self->at + 6, self->end) : -1;
  gboolean is_pair = first >= 0xD800 && first < 0xDC00 && second >= 0xDC00 && second < 0xE000;

  if (first == 0 || (first >= 0xD800 && first < 0xE000 && !is_pair))
    return refuse (self, _ ("An escape such as \\ud800 stands for no character: remove it"), error);
  if (is_pair)
    self->at += 12;
  else
    self->at += 2;
  return TRUE;
}

static gboolean
scan_string (Scanner *self, GError **error)
{
  const char *start = self->at++;

  while (self->at < self->end && *self->at != '"')
    {
      if ((guchar) *self->at < 0x20)
        return refuse (
            self,
            _ ("A line break or control character is inside a string: write it as \\n or \\u00XX"),
            error);
      if (*self->at != '\\')
        self->at++;
      else if (!scan_escape (self, error))
        return FALSE;
    }
  if (self->at >= self->end)
    return refuse (self, _ ("A string is not closed: add the missing quotation mark"), error);
  self->at++;
  g_string_append_len (self->marked, start, self->at - start);
  return TRUE;
}

static gboolean
scan_number (Scanner *self, GError **error)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;

  if (!g_regex_match_full (self->number, self->at, self->end - self->at, 0, 0, &match, NULL))
    return refuse (self, _ ("A number is not written as JSON allows: write it like 6.5"), error);
  number = g_match_info_fetch (match, 0);
  g_string_append_printf (self->marked, "\"" NUMBER_MARK "%s\"", number);
  self->at += strlen (number);
  return TRUE;
}

/* Copies brackets, commas, blanks and the words true, false and null. */
static gboolean
scan_other (Scanner *self, GError **error)
{
  char letter = *self->at++;

  if (letter == '\n')
    self->line++;
  if (letter == '{' || letter == '[')
    self->depth++;
  if ((letter == '}' || letter == ']') && self->depth > 0)
    self->depth--;
  if (self->depth > MAX_DEPTH)
    return refuse (self, _ ("Lists are nested too deeply for a course pack: export the pack again"),
                   error);
  if (strchr ("{}[]:, \t\r\n" LITERAL_CHARS, letter) == NULL || letter == '\0')
    return refuse (self, _ ("This is not JSON: export the pack again, or correct this line"),
                   error);
  g_string_append_c (self->marked, letter);
  return TRUE;
}

static gboolean
scan (Scanner *self, GError **error)
{
  while (self->at < self->end)
    {
      gboolean is_good;

      if (*self->at == '"')
        is_good = scan_string (self, error);
      else if (g_ascii_isdigit (*self->at) || *self->at == '-')
        is_good = scan_number (self, error);
      else
        is_good = scan_other (self, error);
      if (!is_good)
        return FALSE;
    }
  return TRUE;
}

/* Moves the point of the decimal @digits by @exponent places. */
static char *
dup_shifted (const char *digits, gint64 exponent)
{
  const char *point = strchr (digits, '.');
  gsize n_whole = point != NULL ? (gsize) (point - digits) : strlen (digits);
  g_autoptr (GString) all = g_string_new (digits);
  gint64 place = (gint64) n_whole + exponent;

  if (point != NULL)
    g_string_erase (all, (gssize) n_whole, 1);
  while (place < 1)
    {
      g_string_prepend_c (all, '0');
      place++;
    }
  while ((gint64) all->len < place)
    g_string_append_c (all, '0');
  if ((gint64) all->len > place)
    g_string_insert_c (all, place, '.');
  return g_strdup (all->str);
}

/* Takes away zeros that say nothing: 007.50 is 7.5. */
static char *
dup_trimmed (const char *digits)
{
  g_autofree char *text = NULL;
  gsize n_leading = strspn (digits, "0");

  if (n_leading > 0 && (digits[n_leading] == '\0' || digits[n_leading] == '.'))
    n_leading--;
  text = g_strdup (digits + n_leading);
  if (strchr (text, '.') != NULL)
    {
      gsize length = strlen (text);

      while (text[length - 1] == '0')
        length--;
      if (text[length - 1] == '.')
        length--;
      text[length] = '\0';
    }
  return g_steal_pointer (&text);
}

/**
 * carrel_json_text_mark_numbers:
 * @bytes: what the file holds
 * @file: its name, for messages
 * @error: where an error goes: %G_IO_ERROR_INVALID_DATA with file, line and what to do
 *
 * Checks that the bytes are UTF-8 and look like JSON of bounded depth, and turns every number into
 * a string that carrel_json_text_get_number() knows. Lines stay lines.
 *
 * Returns: (transfer full) (nullable): text for json-glib, or %NULL
 */
char *
carrel_json_text_mark_numbers (GBytes *bytes, const char *file, GError **error)
{
  gsize size = 0;
  const char *found = g_bytes_get_data (bytes, &size);
  const char *data = found != NULL ? found : ""; /* no bytes are nowhere */
  g_autoptr (GString) marked = g_string_sized_new (size + size / 8 + 1);
  g_autoptr (GRegex) number = g_regex_new (
      NUMBER_REGEX "(?![0-9.eE+-])", G_REGEX_OPTIMIZE | G_REGEX_RAW, G_REGEX_MATCH_ANCHORED, NULL);
  Scanner scanner = { file, data, data + size, 1, 0, number, marked };
  const char *bad = NULL;

  if (size == 0)
    {
      refuse (&scanner, _ ("The file is empty: choose the file that holds the course"), error);
      return NULL;
    }
  if (!g_utf8_validate (data, (gssize) size, &bad))
    {
      for (const char *at = data; at < bad; at++)
        scanner.line += *at == '\n';
      refuse (&scanner, _ ("The file is not UTF-8 text: save it as UTF-8"), error);
      return NULL;
    }
  if (size >= strlen (BYTE_MARK) && memcmp (data, BYTE_MARK, strlen (BYTE_MARK)) == 0)
    scanner.at += strlen (BYTE_MARK);
  return scan (&scanner, error) ? g_strdup (marked->str) : NULL;
}

/**
 * carrel_json_text_get_number:
 * @node: a node of marked text
 *
 * Returns: (nullable) (transfer none): the number as the file writes it, or %NULL when @node is
 * none
 */
const char *
carrel_json_text_get_number (JsonNode *node)
{
  const char *text
      = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  return text != NULL && g_str_has_prefix (text, NUMBER_MARK) ? text + strlen (NUMBER_MARK) : NULL;
}

/**
 * carrel_json_text_dup_decimal:
 * @number: a number as JSON writes it, or the same in a string
 *
 * Writes a number without exponent and without zeros that say nothing, to the last digit.
 *
 * Returns: (transfer full) (nullable): the decimal, or %NULL when @number is no number or is one
 *   whose exponent is beyond all reason
 */
char *
carrel_json_text_dup_decimal (const char *number)
{
  gboolean is_negative = *number == '-';
  g_autofree char *digits = NULL;
  g_autofree char *shifted = NULL;
  g_autofree char *trimmed = NULL;
  gsize n_digits = strcspn (number + is_negative, "eE");
  gint64 exponent = 0;

  if (!g_regex_match_simple ("^" NUMBER_REGEX "$", number, G_REGEX_DOLLAR_ENDONLY, 0))
    return NULL;
  digits = g_strndup (number + is_negative, n_digits);
  if (number[is_negative + n_digits] != '\0')
    exponent = g_ascii_strtoll (number + is_negative + n_digits + 1, NULL, 10);
  if (exponent < -MAX_EXPONENT || exponent > MAX_EXPONENT)
    return NULL;
  shifted = dup_shifted (digits, exponent);
  trimmed = dup_trimmed (shifted);
  return g_strconcat (is_negative && !g_str_equal (trimmed, "0") ? "-" : "", trimmed, NULL);
}

/**
 * carrel_json_text_dup_plain:
 * @node: a node of marked text
 *
 * Returns: (transfer full): the node as JSON on one line, its numbers as the file wrote them
 */
char *
carrel_json_text_dup_plain (JsonNode *node)
{
  g_autofree char *marked = json_to_string (node, FALSE);
  g_autoptr (GRegex) pattern
      = g_regex_new ("\"" NUMBER_MARK "(" NUMBER_REGEX ")\"", G_REGEX_OPTIMIZE, 0, NULL);

  return g_regex_replace (pattern, marked, -1, 0, "\\1", 0, NULL);
}
