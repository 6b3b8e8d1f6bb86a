/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each value is looked for as it was and must be found exactly once. Whether the new line says what
 * it should is for the caller to find out, by reading it. */
#define G_LOG_DOMAIN "carrel-line-rewrite"

#include "config.h"

#include "carrel-line-rewrite.h"

#include <string.h>

#define SUFFIX "( ?)([AaPp]\\.?[Mm]\\.?(?![\\w]))?"
#define TIME   "(\\d{1,2})(?:([:.])(\\d{2}))?" SUFFIX

/* Two times of day with something between them: the groups of one time are five. */
static const char span_pattern[] = "(?<![\\w:.])" TIME "(\\s*(?:[-–—~]|to|until)\\s*)" TIME;

enum
{
  GROUP_HOUR,
  GROUP_COLON,
  GROUP_MINUTES,
  GROUP_SPACE,
  GROUP_SUFFIX,
  N_GROUPS,

  GROUP_FIRST = 1,
  GROUP_BETWEEN = GROUP_FIRST + N_GROUPS,
  GROUP_SECOND = GROUP_BETWEEN + 1,
};

static const char *const day_names[][CARREL_N_DAYS] = {
  { "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays" },
  { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
  { "Mon", "Tues", "Wed", "Thurs", "Fri", "Sat", "Sun" },
  { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
};

static gboolean
is_word (const char *line, const char *place, gsize length)
{
  gunichar after = g_utf8_get_char (place + length);

  return (place == line || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (place))))
         && !g_unichar_isalnum (after);
}

/* Where @what stands as words of its own, if it does exactly once. */
static const char *
find_once (const char *line, const char *what)
{
  const char *found = NULL;
  gsize length = strlen (what);

  for (const char *at = length > 0 ? strstr (line, what) : NULL; at != NULL;
       at = strstr (at + length, what))
    {
      if (!is_word (line, at, length))
        continue;
      if (found != NULL)
        return NULL;
      found = at;
    }
  return found;
}

/* Replaces a part of a line. In a row of a table the bars stay where they are if there is room. */
static char *
dup_replaced (const char *line, const char *place, gsize length, const char *text)
{
  const char *rest = place + length;
  gsize n_spaces = strspn (rest, " ");
  glong n_more = g_utf8_strlen (text, -1) - g_utf8_strlen (place, (gssize) length);
  glong n_kept = (glong) n_spaces - n_more;
  g_autofree char *padding = NULL;

  if (n_spaces == 0 || rest[n_spaces] != '|')
    n_kept = (glong) n_spaces;
  padding = g_strnfill ((gsize) MAX (n_kept, n_spaces > 0 ? 1 : 0), ' ');
  return g_strdup_printf ("%.*s%s%s%s", (int) (place - line), line, text, padding, rest + n_spaces);
}

static char *
replace_text (const char *line, const char *before, const char *after)
{
  const char *found = find_once (line, before);

  return found != NULL ? dup_replaced (line, found, strlen (before), after) : NULL;
}

/* What is online is "on Zoom" or "via Zoom", and a room is not. */
static char *
replace_place (const char *line, const char *before, const char *after)
{
  static const char *const words[] = { "on", "via" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *on_tool = g_strdup_printf ("%s %s", words[i], before);
      g_autofree char *in_room = g_strdup_printf ("in %s", after);
      char *replaced = replace_text (line, on_tool, in_room);

      if (replaced != NULL)
        return replaced;
    }
  return replace_text (line, before, after);
}

/* Takes out what stands between parentheses and is not so any more. */
static char *
remove_text (const char *line, const char *before)
{
  g_autofree char *note = g_strdup_printf (" (%s)", before);
  const char *found = strstr (line, note);

  if (found == NULL || strstr (found + 1, note) != NULL)
    return NULL;
  return g_strdup_printf ("%.*s%s", (int) (found - line), line, found + strlen (note));
}

/* A number of a table is often one of several; the one with a sign of per cent is meant. */
static char *
replace_number (const char *line, const char *before, const char *after)
{
  g_autofree char *old_share = g_strconcat (before, "%", NULL);
  g_autofree char *new_share = g_strconcat (after, "%", NULL);
  char *replaced = replace_text (line, old_share, new_share);

  return replaced != NULL ? replaced : replace_text (line, before, after);
}

static char *
replace_day (const char *line, CarrelDays before, CarrelDays after)
{
  for (gsize i = 0; i < G_N_ELEMENTS (day_names); i++)
    for (guint j = 0; j < CARREL_N_DAYS; j++)
      for (guint k = 0; k < CARREL_N_DAYS; k++)
        if (carrel_day_from_index (j) == before && carrel_day_from_index (k) == after
            && find_once (line, day_names[i][j]) != NULL)
          return replace_text (line, day_names[i][j], day_names[i][k]);
  return NULL;
}

static gboolean
is_time (GMatchInfo *match, int first, int minutes)
{
  g_autofree char *hour = g_match_info_fetch (match, first + GROUP_HOUR);
  g_autofree char *part = g_match_info_fetch (match, first + GROUP_MINUTES);
  int written = (int) g_ascii_strtoll (hour, NULL, 10);

  return minutes >= 0 && written % 12 == minutes / 60 % 12
         && (part == NULL ? 0 : (int) g_ascii_strtoll (part, NULL, 10)) == minutes % 60;
}

static gboolean
has_group (GMatchInfo *match, int group)
{
  int start, end;

  return g_match_info_fetch_pos (match, group, &start, &end) && end > start;
}

/* "PM", "pm" or "p.m." of one time, as it is for another one. */
static char *
dup_suffix (GMatchInfo *match, int minutes)
{
  int first = has_group (match, GROUP_SECOND + GROUP_SUFFIX) ? GROUP_SECOND : GROUP_FIRST;
  g_autofree char *space = g_match_info_fetch (match, first + GROUP_SPACE);
  g_autofree char *suffix = g_match_info_fetch (match, first + GROUP_SUFFIX);
  gboolean is_upper = g_ascii_isupper (suffix[0]);
  char letter = minutes < 12 * 60 ? 'a' : 'p';

  suffix[0] = is_upper ? g_ascii_toupper (letter) : letter;
  return g_strconcat (space, suffix, NULL);
}

static char *
dup_time (GMatchInfo *match, int first, int minutes, gboolean has_halves, gboolean has_suffix)
{
  g_autofree char *hour = g_match_info_fetch (match, first + GROUP_HOUR);
  g_autofree char *colon = g_match_info_fetch (match, first + GROUP_COLON);
  gboolean is_padded = hour[0] == '0';
  gboolean has_minutes = has_group (match, first + GROUP_MINUTES) || minutes % 60 != 0;
  g_autofree char *suffix = has_suffix ? dup_suffix (match, minutes) : g_strdup ("");
  int shown = has_halves ? (minutes / 60 + 11) % 12 + 1 : minutes / 60;

  if (!has_minutes)
    return g_strdup_printf (is_padded ? "%02d%s" : "%d%s", shown, suffix);
  return g_strdup_printf (is_padded ? "%02d%s%02d%s" : "%d%s%02d%s", shown,
                          colon != NULL && *colon != '\0' ? colon : ":", minutes % 60, suffix);
}

static gboolean
is_half_day (GMatchInfo *match, int first, int minutes)
{
  g_autofree char *hour = g_match_info_fetch (match, first + GROUP_HOUR);

  return minutes >= 13 * 60 && g_ascii_strtoll (hour, NULL, 10) < 13;
}

static char *
dup_span (GMatchInfo *match, const int *before, const int *after)
{
  g_autofree char *between = g_match_info_fetch (match, GROUP_BETWEEN);
  gboolean has_first = has_group (match, GROUP_FIRST + GROUP_SUFFIX);
  gboolean has_second = has_group (match, GROUP_SECOND + GROUP_SUFFIX);
  gboolean has_any = has_first || has_second;
  gboolean differs = has_any && (after[0] < 12 * 60) != (after[1] < 12 * 60);
  gboolean has_halves = has_any || is_half_day (match, GROUP_FIRST, before[0])
                        || is_half_day (match, GROUP_SECOND, before[1]);
  g_autofree char *start
      = dup_time (match, GROUP_FIRST, after[0], has_halves, has_first || differs);
  g_autofree char *end
      = dup_time (match, GROUP_SECOND, after[1], has_halves, has_second || differs);

  return g_strconcat (start, between, end, NULL);
}

/* The one span of the line that is @before. */
static char *
replace_span (const char *line, const int *before, const int *after)
{
  g_autoptr (GRegex) regex = g_regex_new (span_pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, line, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int start = 0;
      int end = 0;
      g_autofree char *span = NULL;

      if (!is_time (match, GROUP_FIRST, before[0]) || !is_time (match, GROUP_SECOND, before[1]))
        continue;
      g_match_info_fetch_pos (match, 0, &start, &end);
      while (end > start && line[end - 1] == ' ')
        end--;
      span = dup_span (match, before, after);
      return dup_replaced (line, line + start, (gsize) (end - start), span);
    }
  return NULL;
}

static int
get_time (gconstpointer record, const char *name)
{
  const CarrelField *field = carrel_record_find_field (record, name);

  return field != NULL ? *CARREL_FIELD_PTR (record, field, int) : CARREL_UNKNOWN;
}

static char *
rewrite_span (const char *line, gconstpointer before, gconstpointer after)
{
  const int old_span[] = { get_time (before, "start"), get_time (before, "end") };
  const int new_span[] = { get_time (after, "start"), get_time (after, "end") };

  if (new_span[0] < 0 || new_span[1] < 0)
    return NULL;
  return replace_span (line, old_span, new_span);
}

static char *
rewrite_text (const char *line, const CarrelField *field, const char *before, const char *after)
{
  if (after == NULL)
    return remove_text (line, before);
  if (g_str_equal (field->name, "location"))
    return replace_place (line, before, after);
  return replace_text (line, before, after);
}

/* The line with one field told anew; %NULL where it does not tell it. */
static char *
rewrite_field (const char *line, const CarrelField *field, gconstpointer old, gconstpointer new)
{
  g_autofree char *before = carrel_record_dup_field (old, field);
  g_autofree char *after = carrel_record_dup_field (new, field);

  if (field->kind == CARREL_FIELD_TIME)
    return rewrite_span (line, old, new);
  if (before == NULL)
    return NULL;
  if (field->kind == CARREL_FIELD_TEXT)
    return rewrite_text (line, field, before, after);
  if (after == NULL)
    return NULL;
  if (field->kind == CARREL_FIELD_DAY)
    return replace_day (line, *CARREL_FIELD_PTR (old, field, CarrelDays),
                        *CARREL_FIELD_PTR (new, field, CarrelDays));
  return field->kind == CARREL_FIELD_DECIMAL ? replace_number (line, before, after) : NULL;
}

static gboolean
is_told (const CarrelField *field)
{
  return field->child == NULL && !g_str_equal (field->name, "id");
}

/* A start and an end are one span, told with the first of them that differs. */
static gboolean
is_told_already (const CarrelField *field, gboolean *has_span)
{
  gboolean had_span = *has_span;

  *has_span = had_span || field->kind == CARREL_FIELD_TIME;
  return field->kind == CARREL_FIELD_TIME && had_span;
}

static gboolean
is_changed (const CarrelField *field, gconstpointer before, gconstpointer after)
{
  g_autofree char *old_text = carrel_record_dup_field (before, field);
  g_autofree char *new_text = carrel_record_dup_field (after, field);

  return g_strcmp0 (old_text, new_text) != 0;
}

/**
 * carrel_line_rewrite_fact:
 * @line: a line of a page
 * @before: the fact that it tells
 * @after: the same fact, changed
 *
 * Returns: (transfer full) (nullable): the line with what it tells of all that changed, or %NULL
 *   when it tells nothing of it
 */
char *
carrel_line_rewrite_fact (const char *line, gconstpointer before, gconstpointer after)
{
  g_autofree char *rewritten = NULL;
  gboolean has_span = FALSE;

  for (const CarrelField *field = ((const CarrelRecord *) before)->type->fields;
       field->name != NULL; field++)
    {
      char *next;

      if (!is_told (field) || !is_changed (field, before, after)
          || is_told_already (field, &has_span))
        continue;
      next = rewrite_field (rewritten != NULL ? rewritten : line, field, before, after);
      if (next == NULL)
        continue;
      g_free (rewritten);
      rewritten = next;
    }
  return g_steal_pointer (&rewritten);
}

/* A cell of a row that is the model of a new one: what it says of the fact is told anew, and what
 * it says besides is left out. */
static char *
rewrite_cell (const char *cell, gconstpointer before, gconstpointer after)
{
  g_autofree char *rewritten = NULL;

  for (const CarrelField *field = ((const CarrelRecord *) before)->type->fields;
       field->name != NULL && *cell != '\0'; field++)
    {
      char *next = is_told (field)
                       ? rewrite_field (rewritten != NULL ? rewritten : cell, field, before, after)
                       : NULL;

      if (next == NULL)
        continue;
      g_free (rewritten);
      rewritten = next;
    }
  if (rewritten != NULL)
    return g_steal_pointer (&rewritten);
  return g_strnfill ((gsize) g_utf8_strlen (cell, -1), ' ');
}

/**
 * carrel_line_rewrite_row:
 * @line: a row of a table
 * @before: the fact that it tells
 * @after: another fact of the same kind
 *
 * Returns: (transfer full): a row for the other fact
 */
char *
carrel_line_rewrite_row (const char *line, gconstpointer before, gconstpointer after)
{
  g_auto (GStrv) cells = g_strsplit (line, "|", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      /* With its bar, so that the width of the cell is kept. */
      g_autofree char *cell = g_strconcat (cells[i], cells[i + 1] != NULL ? "|" : "", NULL);
      char *rewritten = *cells[i] != '\0' ? rewrite_cell (cell, before, after) : g_strdup ("");

      if (g_str_has_suffix (rewritten, "|"))
        rewritten[strlen (rewritten) - 1] = '\0';
      else if (strlen (rewritten) > strlen (cells[i]))
        rewritten[strlen (cells[i])] = '\0';
      g_free (cells[i]);
      cells[i] = rewritten;
    }
  return g_strjoinv ("|", cells);
}

/**
 * carrel_line_rewrite_is_row:
 * @line: a line of a page
 *
 * Returns: whether it is a row of a table between bars
 */
gboolean
carrel_line_rewrite_is_row (const char *line)
{
  const char *start = line + strspn (line, " \t");

  return *start == '|' && strchr (start + 1, '|') != NULL && strchr (line, '\\') == NULL;
}
