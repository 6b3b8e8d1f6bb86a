/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A pass over the lines of an iCalendar file before libical sees it. libical recurses, repairs in
 * silence and forgets lines; this pass bounds size and depth, refuses what is not balanced, and
 * notes where each component begins. */
#define G_LOG_DOMAIN "carrel-ical-text"

#include "config.h"

#include "carrel-ical-text.h"

#include "carrel-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SIZE       (4 * 1024 * 1024)
#define MAX_DEPTH      8
#define MAX_COMPONENTS 20000

typedef struct
{
  const char *file;
  int line;
  GPtrArray *open; /* names of the components that are open, owned */
  GArray *lines;   /* of int: where each VEVENT, VTODO, … of the calendar begins */
} Checker;

static gboolean
refuse (const Checker *self, CarrelImportError code, const char *reason, GError **error)
{
  /* Translators: a file name, a line number, and a sentence that says what is wrong. */
  g_set_error (error, CARREL_IMPORT_ERROR, (int) code, _ ("%s:%d: %s"), self->file, self->line,
               reason);
  return FALSE;
}

static gboolean
open_component (Checker *self, const char *name, GError **error)
{
  if (self->open->len == 0 && g_ascii_strcasecmp (name, "VCALENDAR") != 0)
    return refuse (self, CARREL_IMPORT_ERROR_SYNTAX,
                   _ ("This is not a calendar: it must begin with BEGIN:VCALENDAR"), error);
  if (self->open->len >= MAX_DEPTH)
    return refuse (self, CARREL_IMPORT_ERROR_SYNTAX,
                   _ ("Components are nested too deeply: export the calendar again"), error);
  if (self->open->len == 1)
    g_array_append_val (self->lines, self->line);
  if (self->lines->len > MAX_COMPONENTS)
    return refuse (self, CARREL_IMPORT_ERROR_TOO_LARGE,
                   _ ("The calendar has too many events for a course: export only this course"),
                   error);
  g_ptr_array_add (self->open, g_strdup (name));
  return TRUE;
}

static gboolean
close_component (Checker *self, const char *name, GError **error)
{
  const char *open
      = self->open->len > 0 ? g_ptr_array_index (self->open, self->open->len - 1) : NULL;

  if (open == NULL || g_ascii_strcasecmp (open, name) != 0)
    return refuse (self, CARREL_IMPORT_ERROR_SYNTAX,
                   _ ("This END does not close what was begun: export the calendar again"), error);
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
  return TRUE;
}

/* BEGIN and END with anything but a colon behind, which libical would take nevertheless. */
static gboolean
is_disguised (const char *line)
{
  gsize n_name = strcspn (line, ":;");

  return line[n_name] == ';'
         && ((n_name == 5 && g_ascii_strncasecmp (line, "BEGIN", 5) == 0)
             || (n_name == 3 && g_ascii_strncasecmp (line, "END", 3) == 0));
}

static gboolean
check_line (Checker *self, const char *line, GError **error)
{
  if (*line == '\0' || *line == ' ' || *line == '\t')
    return TRUE;
  if (g_ascii_strncasecmp (line, "BEGIN:", 6) == 0)
    return open_component (self, line + 6, error);
  if (g_ascii_strncasecmp (line, "END:", 4) == 0)
    return close_component (self, line + 4, error);
  if (self->open->len == 0)
    return refuse (self, CARREL_IMPORT_ERROR_SYNTAX,
                   _ ("This is not a calendar: it must begin with BEGIN:VCALENDAR"), error);
  if (strpbrk (line, ":;") == NULL || is_disguised (line))
    return refuse (self, CARREL_IMPORT_ERROR_SYNTAX,
                   _ ("This line has no name and no value: export the calendar again"), error);
  return TRUE;
}

/* Checks the line that begins at @first, which may go on over several lines of the file. */
static gboolean
check_unfolded (Checker *self, GString *line, int first, GError **error)
{
  int last = self->line;
  gboolean is_right;

  self->line = first;
  g_strchomp (line->str);
  is_right = check_line (self, line->str, error);
  if (is_right)
    self->line = last;
  g_string_truncate (line, 0);
  return is_right;
}

/* Adds a line of the file to the one it goes on from, or checks that and begins a new one at
 * @first. */
static gboolean
take_line (Checker *self, GString *line, const char *at, gsize length, int *first, GError **error)
{
  gboolean goes_on = *first > 0 && (*at == ' ' || *at == '\t');
  gsize n_fold = goes_on ? 1 : 0;

  if (!goes_on && !check_unfolded (self, line, *first, error))
    return FALSE;
  self->line++;
  *first = goes_on ? *first : self->line;
  g_string_append_len (line, at + n_fold, (gssize) (length - n_fold));
  if (line->len > 0 && line->str[line->len - 1] == '\r')
    g_string_truncate (line, line->len - 1);
  return TRUE;
}

static gboolean
check_lines (Checker *self, const char *data, gsize size, GError **error)
{
  const char *end = data + size;
  g_autoptr (GString) line = g_string_new (NULL);
  int first = 0;

  for (const char *at = data; at < end;)
    {
      const char *stop = memchr (at, '\n', (gsize) (end - at));
      const char *until = stop != NULL ? stop : end;

      if (!take_line (self, line, at, (gsize) (until - at), &first, error))
        return FALSE;
      at = stop != NULL ? stop + 1 : end;
    }
  if (!check_unfolded (self, line, first, error))
    return FALSE;
  if (self->open->len > 0)
    return refuse (self, CARREL_IMPORT_ERROR_SYNTAX,
                   _ ("The calendar ends before it is closed: the file is cut off, get it again"),
                   error);
  return TRUE;
}

static gboolean
check_bytes (Checker *self, const char *data, gsize size, GError **error)
{
  const char *bad = NULL;

  if (size == 0)
    return refuse (self, CARREL_IMPORT_ERROR_EMPTY,
                   _ ("The file is empty: choose the file that holds the calendar"), error);
  if (size > MAX_SIZE)
    return refuse (
        self, CARREL_IMPORT_ERROR_TOO_LARGE,
        _ ("The file is too large for the calendar of a course: export only this course"), error);
  if (g_utf8_validate (data, (gssize) size, &bad))
    return TRUE;
  for (const char *at = data; at < bad; at++)
    self->line += *at == '\n';
  return refuse (self, CARREL_IMPORT_ERROR_NOT_TEXT,
                 _ ("The file is not UTF-8 text: save it as UTF-8"), error);
}

/* The text of a file in UTF-16; %NULL when it is none. */
static char *
dup_from_utf16 (const guint8 *data, gsize size, gsize *length)
{
  static const struct
  {
    guint8 mark[2];
    const char *name;
  } forms[] = { { { 0xff, 0xfe }, "UTF-16LE" }, { { 0xfe, 0xff }, "UTF-16BE" } };

  for (gsize i = 0; size >= 2 && size <= MAX_SIZE && i < G_N_ELEMENTS (forms); i++)
    if (memcmp (data, forms[i].mark, 2) == 0)
      return g_convert ((const char *) data + 2, (gssize) size - 2, "UTF-8", forms[i].name, NULL,
                        length, NULL);
  return NULL;
}

/**
 * carrel_ical_text_decode:
 * @bytes: what the file holds
 *
 * Takes away a byte order mark, and what is in UTF-16 becomes UTF-8: programs on Windows write
 * both.
 *
 * Returns: (transfer full): the text, or @bytes where they begin with no mark
 */
GBytes *
carrel_ical_text_decode (GBytes *bytes)
{
  static const guint8 mark[] = { 0xef, 0xbb, 0xbf };
  gsize size = 0, length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  char *text;

  if (size >= sizeof mark && memcmp (data, mark, sizeof mark) == 0)
    return g_bytes_new_from_bytes (bytes, sizeof mark, size - sizeof mark);
  text = dup_from_utf16 (data, size, &length);
  return text != NULL ? g_bytes_new_take (text, length) : g_bytes_ref (bytes);
}

/**
 * carrel_ical_text_check:
 * @bytes: what the file holds
 * @file: its name, for messages
 * @error: where an error goes: one of %CARREL_IMPORT_ERROR, with file, line and what to do
 *
 * Checks that the bytes are a balanced, bounded iCalendar file in UTF-8.
 *
 * Returns: (transfer full) (nullable) (element-type int): the lines at which the components inside
 *   of calendars begin, in order; %NULL when the file is refused
 */
GArray *
carrel_ical_text_check (GBytes *bytes, const char *file, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
  Checker checker = { file, 1, open, lines };

  if (!check_bytes (&checker, data, size, error))
    return NULL;
  checker.line = 0;
  if (!check_lines (&checker, data, size, error))
    return NULL;
  return g_steal_pointer (&lines);
}
