/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Schedules written as lines or headings of weeks: "Week 3: Sorting". */
#define G_LOG_DOMAIN "carrel-schedule-weeks"

#include "config.h"

#include "carrel-pattern.h"
#include "carrel-schedule-reader.h"

#include <string.h>

#define MIN_ROWS 3 /* fewer are single events, not a schedule */

/* So many weeks with dated classes make the others of the page weeks of its schedule. */
#define MIN_DATED_WEEKS 2

/* How many lines below a week may say what it is. */
#define MAX_BELOW 2

/* Skips what stands between the label of a week and its topic; NULL when there is no separator. */
static const char *
skip_separator (const char *text)
{
  const char *at = text + strspn (text, " *_");

  if (*at == '(')
    {
      at = strchr (at, ')');
      at = at != NULL ? at + 1 + strspn (at + 1, " *") : text + strlen (text);
    }
  if (*at == ':' || *at == '-' || *at == '.' || *at == '|')
    return at + strspn (at, ":-.| *_");
  if (g_str_has_prefix (at, "–") || g_str_has_prefix (at, "—") || g_str_has_prefix (at, "："))
    return at + 3 + strspn (at + 3, " *_");
  return NULL;
}

/* "Sorting (1/20)": a date in brackets at the end. */
static gboolean
is_in_brackets (const char *text, const CarrelRowDate *date)
{
  return date->start > 1 && text[date->start - 1] == '(' && text[date->end] == ')'
         && text[date->end + 1 + strspn (text + date->end + 1, " *_.")] == '\0';
}

/* A date beside the label of a week, "Week 3 (Jan 5): Sorting": right behind it, or where the topic
 * starts. */
static gboolean
is_beside_label (const CarrelRowDate *date, gsize label_end, gsize topic)
{
  return date->start - label_end <= 4 || (date->start >= topic && date->start - topic < 2);
}

/* Takes the date of a week out of its text, from which @topic is; @rest: what is left. */
static gboolean
take_date (const CarrelScheduleReader *self,
           const char *text,
           gsize label_end,
           gsize topic,
           char **rest,
           CarrelRowDate *date)
{
  if (carrel_row_date_find (&self->style, text, label_end, date)
      && is_beside_label (date, label_end, topic))
    {
      if (date->start >= topic)
        {
          g_free (*rest);
          *rest = g_strdup (text + date->end + strspn (text + date->end, " .:,-)"));
        }
      return TRUE;
    }
  if (!carrel_row_date_find (&self->style, *rest, 0, date) || !is_in_brackets (*rest, date))
    return FALSE;
  (*rest)[date->start - 1] = '\0';
  return TRUE;
}

/* Adds the row of "Week 3: Topic", with the date in brackets if there is one. */
static gboolean
add_week (CarrelScheduleReader *self, GPtrArray *rows, const char *text, int line)
{
  const char *start = text + strspn (text, " *_");
  gsize length = 0;
  g_autofree char *week = carrel_schedule_reader_read_week (self->page->words, start, &length);
  const char *topic = week != NULL ? skip_separator (start + length) : NULL;
  CarrelRowDate date;
  g_autofree char *rest = NULL;
  CarrelScheduleRow *row;

  if (topic == NULL || *topic == '\0')
    return FALSE;
  row = carrel_record_new (&carrel_schedule_row_type);
  carrel_record_set_source (row, self->page->file, line);
  rest = g_strdup (topic);
  if (take_date (self, start, length, (gsize) (topic - start), &rest, &date))
    {
      row->date = date.date;
      row->date_end = date.until;
    }
  row->week = g_steal_pointer (&week);
  carrel_schedule_reader_set_topic (row, rest);
  carrel_schedule_reader_finish_row (self, row);
  g_ptr_array_add (rows, row);
  return row->topic != NULL;
}

/* "Week 2: Essay 1" above "Due date: Friday" names work and no class; "Due: Essay 1" below a topic
 * does not, nor "Deadline: HW 1" below "Week 1: Sets". */
static gboolean
is_work (const CarrelScheduleReader *self, guint index)
{
  static const char work[]
      = "\\b(?:essay|homework|hw|assignment|problem set|pset|project|paper|report|lab|quiz|"
        "reflection|exercise|draft|proposal|response|journal|memo|worksheet|portfolio|task|blog|"
        "blog post|presentation)s?"
        "(?: #?[0-9]+| [ivx]+)?\\W*$";
  guint end = MIN (carrel_page_get_n_lines (self->page), index + 1 + MAX_BELOW);

  if (!carrel_pattern_matches (work, carrel_page_get_line (self->page, index)->text,
                               G_REGEX_CASELESS))
    return FALSE;
  for (guint i = index + 1; i < end; i++)
    {
      const char *text = carrel_page_get_line (self->page, i)->text;

      if (*text != '\0')
        return carrel_pattern_matches ("^\\W*(?:due date|due on|due by|deadline) ?:", text,
                                       G_REGEX_CASELESS);
    }
  return FALSE;
}

/**
 * carrel_schedule_read_week_lines:
 * @self: the rows of a page
 *
 * Adds the rows of lines that start with weeks: "Week 3: Sorting".
 */
void
carrel_schedule_read_week_lines (CarrelScheduleReader *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (carrel_record_unref);
  guint section = G_MAXUINT;

  for (guint i = 0; i < carrel_page_get_n_lines (self->page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (self->page, i);

      if (line->section != section)
        carrel_schedule_reader_keep_rows (self, rows, MIN_ROWS);
      section = line->section;
      if (carrel_page_get_block (self->page, line->block)->kind != CARREL_BLOCK_HEADING
          && !is_work (self, i))
        add_week (self, rows, line->text, line->line);
    }
  carrel_schedule_reader_keep_rows (self, rows, MIN_ROWS);
}

/**
 * carrel_schedule_read_week_headings:
 * @self: the rows of a page
 *
 * Adds a row for each heading that names a week and its topic: "Week 1: Introduction".
 */
void
carrel_schedule_read_week_headings (CarrelScheduleReader *self)
{
  g_autoptr (GPtrArray) weeks = g_ptr_array_new_with_free_func (carrel_record_unref);

  for (guint i = 0; i < carrel_page_get_n_sections (self->page); i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (self->page, i);

      add_week (self, weeks, section->heading, section->line);
    }
  carrel_schedule_reader_keep_rows (self, weeks, MIN_ROWS);
}

/* The line of the first label of a week from a line on, or that behind the last line of the page.
 */
static int
find_week (const CarrelScheduleReader *self, guint index)
{
  guint n_lines = carrel_page_get_n_lines (self->page);

  for (guint i = index; i < n_lines; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (self->page, i);
      gsize length = 0;
      g_autofree char *week = carrel_schedule_reader_read_week (
          self->page->words, line->text + strspn (line->text, " *_"), &length);

      if (week != NULL)
        return line->line;
    }
  return carrel_page_get_line (self->page, n_lines - 1)->line + 1;
}

/* The first row that a line from @from on gave, or the number of rows, which are in the order of
 * their lines. */
static guint
find_row_below (const CarrelScheduleReader *self, int from)
{
  guint first = 0, end = self->rows->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (((CarrelRecord *) g_ptr_array_index (self->rows, middle))->line < from)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/* Whether a line between two others, or the first itself, gave a row. */
static gboolean
has_row (const CarrelScheduleReader *self, int from, int end)
{
  guint i = find_row_below (self, from);

  return i < self->rows->len && ((CarrelRecord *) g_ptr_array_index (self->rows, i))->line < end;
}

/* Whether a week has a dated row: below its label, or between it and the label before where dates
 * stand above the weeks. */
static gboolean
is_dated_week (const CarrelScheduleReader *self, guint index, int last, gboolean is_below)
{
  int line = carrel_page_get_line (self->page, index)->line;

  return has_row (self, line, find_week (self, index + 1))
         || (is_below && has_row (self, last + 1, line));
}

/**
 * carrel_schedule_read_lone_weeks:
 * @self: the dated rows of a page, in its order
 *
 * Adds, among them, the rows of weeks that have a topic and no dated class: "Week 8: TCP", after
 * weeks with a line for each class.
 */
void
carrel_schedule_read_lone_weeks (CarrelScheduleReader *self)
{
  g_autoptr (GPtrArray) lone = g_ptr_array_new_with_free_func (carrel_record_unref);
  gboolean is_below
      = carrel_page_get_n_lines (self->page) > 0 && has_row (self, 1, find_week (self, 0));
  guint n_dated = 0;
  int last = 0;

  for (guint i = 0; i < carrel_page_get_n_lines (self->page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (self->page, i);
      guint n_before = lone->len;

      if (!add_week (self, lone, line->text, line->line))
        {
          g_ptr_array_set_size (lone, (int) n_before);
          continue;
        }
      if (is_dated_week (self, i, last, is_below))
        {
          n_dated++;
          g_ptr_array_set_size (lone, (int) n_before);
        }
      last = line->line;
    }
  for (guint i = 0; n_dated >= MIN_DATED_WEEKS && i < lone->len; i++)
    {
      CarrelScheduleRow *row = g_ptr_array_index (lone, i);

      g_ptr_array_insert (self->rows, (int) find_row_below (self, ((CarrelRecord *) row)->line),
                          carrel_record_ref (row));
    }
}
