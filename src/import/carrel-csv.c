/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads comma-separated values (RFC 4180), with what spreadsheets make of them: semicolons or
 * tabulators, a byte order mark, UTF-16, and Western code pages. */
#define G_LOG_DOMAIN "carrel-csv"

#include "config.h"

#include "carrel-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file with more rows is not the scores of a course. */
#define MAX_ROWS 100000

/* Where the reader is. */
typedef struct
{
  const char *name;
  const char *at;
  guint line;
  char delimiter;
} Reader;

static void
free_row (gpointer data)
{
  CarrelCsvRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

/* The encoding that the first bytes tell, or NULL. */
static const char *
find_encoding (const char *bytes, gsize length, gsize *n_mark)
{
  static const struct
  {
    const char *mark;
    gsize n_mark;
    const char *encoding;
  } marks[] = { { "\xEF\xBB\xBF", 3, "UTF-8" },
                { "\xFF\xFE", 2, "UTF-16LE" },
                { "\xFE\xFF", 2, "UTF-16BE" } };

  *n_mark = 0;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].n_mark && memcmp (bytes, marks[i].mark, marks[i].n_mark) == 0)
      {
        *n_mark = marks[i].n_mark;
        return marks[i].encoding;
      }
  /* UTF-16 without a mark: the first character is a letter of ASCII. */
  if (length >= 2 && bytes[0] != '\0' && bytes[1] == '\0')
    return "UTF-16LE";
  if (length >= 2 && bytes[0] == '\0' && bytes[1] != '\0')
    return "UTF-16BE";
  return NULL;
}

/* The text of a file in UTF-8; NULL when it is none. */
static char *
decode (const char *bytes, gsize length)
{
  gsize n_mark = 0;
  const char *encoding = find_encoding (bytes, length, &n_mark);
  gsize n_written = 0;
  g_autofree char *text = NULL;

  if (encoding == NULL)
    encoding = g_utf8_validate (bytes, (gssize) length, NULL) ? "UTF-8" : "WINDOWS-1252";
  text = g_convert (bytes + n_mark, (gssize) (length - n_mark), "UTF-8", encoding, NULL, &n_written,
                    NULL);
  if (text == NULL || strlen (text) != n_written)
    return NULL;
  return g_steal_pointer (&text);
}

/* What stands most often between the cells of the first line. */
static char
find_delimiter (const char *text)
{
  static const char delimiters[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (delimiters)] = { 0 };
  guint most = 0;
  gboolean is_quoted = FALSE;

  for (const char *at = text; *at != '\0' && (is_quoted || *at != '\n'); at++)
    {
      if (*at == '"')
        is_quoted = !is_quoted;
      for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
        counts[i] += !is_quoted && *at == delimiters[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (delimiters); i++)
    if (counts[i] > counts[most])
      most = i;
  return delimiters[most];
}

static void
count_line (Reader *reader)
{
  if (*reader->at == '\n')
    reader->line++;
}

/* What stands between quotation marks; two of them are one. */
static gboolean
read_quoted (Reader *reader, GString *cell, GError **error)
{
  guint first = reader->line;

  for (reader->at++; *reader->at != '\0'; reader->at++)
    {
      count_line (reader);
      if (*reader->at == '"' && reader->at[1] != '"')
        {
          reader->at++;
          return TRUE;
        }
      if (*reader->at == '"')
        reader->at++;
      g_string_append_c (cell, *reader->at);
    }
  g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_SYNTAX,
               /* Translators: a file name and a line number. */
               _ ("%s: line %u: a quotation mark is never closed: export the file again"),
               reader->name, first);
  return FALSE;
}

static gboolean
is_end_of_cell (const Reader *reader)
{
  return *reader->at == '\0' || *reader->at == '\n' || *reader->at == reader->delimiter;
}

static gboolean
read_cell (Reader *reader, GPtrArray *cells, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  while (*reader->at == ' ')
    reader->at++;
  if (*reader->at == '"' && !read_quoted (reader, cell, error))
    return FALSE;
  for (; !is_end_of_cell (reader); reader->at++)
    g_string_append_c (cell, *reader->at);
  g_ptr_array_add (cells, g_strdup (g_strstrip (cell->str)));
  return TRUE;
}

static gboolean
has_text (const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (*(const char *) g_ptr_array_index (cells, i) != '\0')
      return TRUE;
  return FALSE;
}

static gboolean
read_row (Reader *reader, GPtrArray *rows, GError **error)
{
  CarrelCsvRow *row = g_new0 (CarrelCsvRow, 1);

  row->line = reader->line;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  for (gboolean is_last = FALSE; !is_last;)
    {
      if (!read_cell (reader, row->cells, error))
        {
          free_row (row);
          return FALSE;
        }
      is_last = *reader->at != reader->delimiter;
      if (!is_last)
        reader->at++;
    }
  count_line (reader);
  if (*reader->at != '\0')
    reader->at++;
  if (has_text (row->cells))
    g_ptr_array_add (rows, row);
  else
    free_row (row);
  return TRUE;
}

static gboolean
check_size (const Reader *reader, const GPtrArray *rows, GError **error)
{
  if (rows->len <= MAX_ROWS)
    return TRUE;
  g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_TOO_LARGE,
               /* Translators: a file name and a number. */
               _ ("%s: there are more than %d rows: export only this course"), reader->name,
               MAX_ROWS);
  return FALSE;
}

/**
 * carrel_csv_parse:
 * @file: a file
 * @error: where %CARREL_IMPORT_ERROR goes, with file and line
 *
 * Reads a table. The delimiter is what stands most often in the first line; the encoding is told by
 * its mark, else it is UTF-8 or, where that does not fit, Windows-1252, which contains Latin-1.
 *
 * Returns: (transfer full) (nullable): the table, with one row or more
 */
CarrelCsv *
carrel_csv_parse (const CarrelImportFile *file, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (file->bytes, &length);
  g_autofree char *text = length > 0 ? decode (bytes, length) : g_strdup ("");
  g_autoptr (CarrelCsv) self = g_new0 (CarrelCsv, 1);
  Reader reader = { file->name, text, 1, ',' };

  self->rows = g_ptr_array_new_with_free_func (free_row);
  if (text == NULL)
    {
      g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_NOT_TEXT,
                   /* Translators: a file name. */
                   _ ("%s: this is not text: export the scores as CSV"), file->name);
      return NULL;
    }
  reader.delimiter = self->delimiter = find_delimiter (text);
  while (*reader.at != '\0')
    if (!read_row (&reader, self->rows, error) || !check_size (&reader, self->rows, error))
      return NULL;
  if (self->rows->len > 0)
    return g_steal_pointer (&self);
  g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_EMPTY,
               /* Translators: a file name. */
               _ ("%s: the file is empty: export the scores again"), file->name);
  return NULL;
}

/**
 * carrel_csv_free:
 * @self: (transfer full): a table
 *
 * Frees it.
 */
void
carrel_csv_free (CarrelCsv *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * carrel_csv_get:
 * @row: a row
 * @column: a column, from 0
 *
 * Returns: (transfer none): the text of a cell; "" where the row is too short
 */
const char *
carrel_csv_get (const CarrelCsvRow *row, guint column)
{
  return column < row->cells->len ? g_ptr_array_index (row->cells, column) : "";
}
