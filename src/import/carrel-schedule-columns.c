/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a table of a schedule hold, by their heads and by their cells. */
#define G_LOG_DOMAIN "carrel-schedule-table"

#include "config.h"

#include "carrel-schedule-columns.h"

#include "carrel-cell-date.h"
#include "carrel-dash-dates.h"
#include "carrel-dot-dates.h"
#include "carrel-day-order.h"
#include "carrel-pattern.h"
#include "carrel-schedule-fields.h"
#include "carrel-table-cell.h"
#include "carrel-table-head.h"

#include <string.h>

/* The most days of a row. */
#define MAX_SPAN 70

/**
 * carrel_schedule_columns_dup_cell:
 * @self: a table
 * @row: a row of it
 * @column: a column
 *
 * Returns: (transfer full): the text of a cell, its dates spelt out; empty when the row is shorter
 */
char *
carrel_schedule_columns_dup_cell (const CarrelScheduleTable *self,
                                  const CarrelTableRow *row,
                                  guint column)
{
  char *cell = column < row->n_cells ? carrel_page_dup_text (&row->cells[column]) : g_strdup ("");

  return self->has_dashes ? carrel_dash_dates_spell_out (cell) : cell;
}

/**
 * carrel_schedule_columns_dup_dates:
 * @self: a table
 * @row: a row of it
 * @column: a column
 *
 * Returns: (transfer full): the cell with what only the cells around it make a date written out
 */
char *
carrel_schedule_columns_dup_dates (const CarrelScheduleTable *self,
                                   const CarrelTableRow *row,
                                   guint column)
{
  if (self->dates != NULL && column == self->spread_column)
    return g_strdup (g_ptr_array_index (self->dates, row - self->block->rows));
  if (self->has_dots)
    return carrel_dot_dates_spell_out (carrel_schedule_columns_dup_cell (self, row, column));
  return self->has_dashes ? carrel_schedule_columns_dup_cell (self, row, column)
                          : carrel_table_cell_dup_dates (row, column);
}

/**
 * carrel_schedule_columns_head_has:
 * @self: a table
 * @column: a column
 * @label: a label
 *
 * Returns: whether the head of the column holds a word for @label
 */
gboolean
carrel_schedule_columns_head_has (const CarrelScheduleTable *self, guint column, CarrelLabel label)
{
  g_autofree char *text = carrel_table_head_dup_label (self->header, column);

  return carrel_words_has_label (self->reader->page->words, text, label);
}

static gboolean
is_head (const CarrelScheduleTable *self, const CarrelTableRow *row)
{
  return carrel_table_head_is (self->header, row);
}

/* Whether the column has numbers behind classes that are no days: "Lab 1 (5/10)", "Lab 2 (5/10)" or
 * "Part 1 (1/2)", and not "Lecture 1 (9/3)", "Lecture 2 (9/5)". */
static gboolean
has_parts (CarrelScheduleTable *self, guint column)
{
  CarrelDayOrder order = { 0 };
  guint n = 0;

  for (guint i = 0; i < self->block->n_rows; i++)
    {
      g_autofree char *cell
          = carrel_schedule_columns_dup_dates (self, &self->block->rows[i], column);
      CarrelRowDate date;
      gboolean may_be_part;

      if (!carrel_cell_date_read (self->reader, cell, &date))
        continue;
      may_be_part = carrel_cell_date_is_behind_class (cell, &date);
      carrel_day_order_add (&order, &date, may_be_part ? cell + date.start : NULL);
      n += may_be_part;
    }
  return n > 0 && !carrel_day_order_is_sure (&order);
}

/* "Aug 26 - Dec 6" beside the times of a class is the term, and no row of its schedule. */
static gboolean
is_term_of_classes (const CarrelScheduleTable *self, const CarrelRowDate *date)
{
  int days = (date->until.month - date->date.month) * 31 + date->until.day - date->date.day;

  for (guint i = 0; date->until.month > 0 && days > MAX_SPAN && i < self->n_columns; i++)
    if (carrel_schedule_columns_head_has (self, i, CARREL_LABEL_TIME))
      return TRUE;
  return FALSE;
}

/**
 * carrel_schedule_columns_read_date:
 * @self: a table
 * @column: a column
 * @cell: the text of a cell of it
 * @date: (out): where the date goes; undefined when there is none
 *
 * Returns: whether the cell has a date, and no part of a whole
 */
gboolean
carrel_schedule_columns_read_date (const CarrelScheduleTable *self,
                                   guint column,
                                   const char *cell,
                                   CarrelRowDate *date)
{
  return carrel_cell_date_read (self->reader, cell, date) && !is_term_of_classes (self, date)
         && !(self->has_parts[column] && carrel_cell_date_is_behind_class (cell, date));
}

static void
count_cell (CarrelScheduleTable *self, guint column, const char *cell)
{
  CarrelRowDate date;
  gboolean has_letters = carrel_table_cell_has_letters (cell);

  self->n_texts[column] += has_letters && !carrel_schedule_fields_is_label (cell);
  self->n_bytes[column] += has_letters ? (guint) strlen (cell) : 0;
  if (!carrel_schedule_columns_read_date (self, column, cell, &date))
    return;
  self->n_starts[column]++;
  if (!carrel_cell_date_is_only (self->reader, cell + date.end))
    return;
  self->n_dates[column]++;
  self->n_spans[column] += carrel_date_is_set (date.until) ? 1 : 0;
}

static void
count_cells (CarrelScheduleTable *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      self->has_parts[column] = has_parts (self, column);
      for (guint i = 0; i < self->block->n_rows; i++)
        {
          g_autofree char *cell
              = carrel_schedule_columns_dup_dates (self, &self->block->rows[i], column);

          if (!is_head (self, &self->block->rows[i]))
            count_cell (self, column, cell);
        }
    }
}

/* Half of the cells with letters of a column of dates have one; below "Date" a third do: rows that
 * say "Week 3" and "Labs" stand between them. */
static gboolean
has_enough_dates (const CarrelScheduleTable *self, guint column)
{
  guint share = carrel_schedule_columns_head_has (self, column, CARREL_LABEL_DATE) ? 3 : 2;

  return self->n_dates[column] >= 2 && self->n_dates[column] * share >= self->n_texts[column];
}

/* The column of dates of the class: most dates; a head that says "date" before one that says "due".
 */
static void
find_date_column (CarrelScheduleTable *self)
{
  guint best = 1;

  self->date_column = CARREL_SCHEDULE_NO_COLUMN;
  for (guint column = 0; column < self->n_columns; column++)
    {
      guint score = self->n_dates[column];

      if (!has_enough_dates (self, column)
          || carrel_schedule_columns_head_has (self, column, CARREL_LABEL_DUE))
        continue;
      score += carrel_schedule_columns_head_has (self, column, CARREL_LABEL_DATE) ? 1000 : 0;
      if (score <= best)
        continue;
      best = score;
      self->date_column = column;
    }
}

static gboolean
is_week_cell (const CarrelScheduleTable *self, const char *cell)
{
  gsize length = 0;
  g_autofree char *week
      = carrel_schedule_reader_read_week (self->reader->page->words, cell, &length);

  if (week != NULL)
    return TRUE;
  length = strspn (cell, "0123456789");
  return length > 0 && length <= 2 && !g_ascii_isalnum (cell[length]) && cell[length] != '%';
}

static guint
count_weeks (const CarrelScheduleTable *self, guint column)
{
  guint n = 0;

  for (guint i = 0; i < self->block->n_rows; i++)
    {
      g_autofree char *cell
          = carrel_schedule_columns_dup_cell (self, &self->block->rows[i], column);

      n += !is_head (self, &self->block->rows[i]) && is_week_cell (self, cell);
    }
  return n;
}

/* "Week 1" in each cell says what the column is, whatever its head: "Date". */
static gboolean
names_weeks (const CarrelScheduleTable *self, guint column)
{
  guint n = 0, n_weeks = 0;

  for (guint i = 0; i < self->block->n_rows; i++)
    {
      gsize length = 0;
      g_autofree char *cell
          = carrel_schedule_columns_dup_cell (self, &self->block->rows[i], column);
      g_autofree char *week
          = carrel_schedule_reader_read_week (self->reader->page->words, cell, &length);

      if (is_head (self, &self->block->rows[i]) || !carrel_table_cell_has_letters (cell))
        continue;
      n++;
      n_weeks += week != NULL && cell[length] == '\0';
    }
  return n_weeks > 2 && n_weeks * 2 > n;
}

/* "Week", "Wk #"; not "Days into the week". */
static gboolean
is_headed_week (const CarrelScheduleTable *self, guint column)
{
  g_autofree char *head = carrel_table_head_dup_label (self->header, column);

  return carrel_words_has_label (self->reader->page->words, head, CARREL_LABEL_WEEK)
         && g_ascii_strncasecmp (head, "days", 4) != 0;
}

static void
find_week_column (CarrelScheduleTable *self)
{
  self->week_column = CARREL_SCHEDULE_NO_COLUMN;
  for (guint column = 0; column < self->n_columns && self->week_column == CARREL_SCHEDULE_NO_COLUMN;
       column++)
    if (column != self->date_column
        && ((is_headed_week (self, column) && count_weeks (self, column) > 1)
            || names_weeks (self, column)))
      self->week_column = column;
  self->is_numbered = self->week_column == CARREL_SCHEDULE_NO_COLUMN
                      && self->date_column == CARREL_SCHEDULE_NO_COLUMN
                      && carrel_table_head_is_numbered (self->reader->page, self->block,
                                                        self->header, self->section);
  if (self->is_numbered)
    self->week_column = 0;
}

/* Whether the whole head of a column is what a pattern says. */
static gboolean
is_headed (const CarrelScheduleTable *self, guint column, const char *pattern)
{
  g_autofree char *head
      = self->header != NULL ? carrel_schedule_columns_dup_cell (self, self->header, column) : NULL;

  return head != NULL && carrel_pattern_matches (pattern, head, G_REGEX_CASELESS);
}

/* "Additional comments" and "Assigned" are no topics. */
static gboolean
is_of_remarks (const CarrelScheduleTable *self, guint column)
{
  return is_headed (self, column,
                    "^(?:(?:additional|other) (?:comments?|remarks?|notes?)|assigned)$");
}

/* "Slides" are no topics beside what may be; "Material" is what a class is about. */
static gboolean
is_of_materials (const CarrelScheduleTable *self, guint column)
{
  return is_headed (self, column,
                    "^(?:lecture |class )?(?:slides|materials|links|files|videos?|recordings?|"
                    "resources|(?:video|recording|zoom) links?)$");
}

/* "Notes", "Speaker" and "Guest" say even less than "Videos" of what a class is about. */
static gboolean
is_of_others (const CarrelScheduleTable *self, guint column)
{
  return is_headed (
      self, column,
      "^(?:(?:guest )?(?:speakers?|lecturers?)(?:\\(s\\))?|guests?|presenters?|instructors?|"
      "teachers?|hosts?|leaders?|scribes?|(?:class |lecture "
      ")?notes|comments?|remarks?|code|status|who|credits?|points|"
      "modality|format|mode|type|affiliations?|institutions?|company|companies|country|countries|"
      "groups?|pages?|discussants?|background)$");
}

/* Dates and nothing else, of another group of the same classes, are no topics. */
static gboolean
is_of_dates (const CarrelScheduleTable *self, guint column)
{
  return self->n_dates[column] >= 2 && self->n_dates[column] == self->n_starts[column]
         && self->n_dates[column] >= self->n_texts[column];
}

static guint
score_head (const CarrelScheduleTable *self, guint column)
{
  static const struct
  {
    CarrelLabel label;
    guint score;
  } scores[] = {
    { CARREL_LABEL_TOPIC, 4 },    { CARREL_LABEL_DAY, 0 },      { CARREL_LABEL_TIME, 0 },
    { CARREL_LABEL_LOCATION, 0 }, { CARREL_LABEL_WEEK, 0 },     { CARREL_LABEL_PERSON, 0 },
    { CARREL_LABEL_EMAIL, 0 },    { CARREL_LABEL_READINGS, 1 }, { CARREL_LABEL_HOMEWORK, 1 },
    { CARREL_LABEL_DUE, 1 },      { CARREL_LABEL_LECTURE, 3 },  { CARREL_LABEL_MEETING, 3 },
  };

  if (column == self->date_column || column == self->week_column || column >= self->n_columns
      || self->n_texts[column] == 0 || is_of_dates (self, column))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    if (carrel_schedule_columns_head_has (self, column, scores[i].label))
      return scores[i].score;
  return is_of_remarks (self, column) ? 1 : 2;
}

/* Whether another column, with text in as many cells, may well be that of the topics. */
static gboolean
has_plainer (const CarrelScheduleTable *self, guint n_texts)
{
  for (guint column = 0; column < self->n_columns; column++)
    if (score_head (self, column) >= 2 && self->n_texts[column] >= n_texts
        && !is_of_materials (self, column) && !is_of_others (self, column))
      return TRUE;
  return FALSE;
}

/* "1. Sitzung", "2. Sitzung" and "Class 1", "Class 2" only number the classes. */
static gboolean
numbers_classes (const CarrelScheduleTable *self, guint column)
{
  guint n = 0, n_numbers = 0;

  for (guint i = 0; i < self->block->n_rows; i++)
    {
      g_autofree char *cell
          = carrel_schedule_columns_dup_cell (self, &self->block->rows[i], column);

      if (is_head (self, &self->block->rows[i]) || !carrel_table_cell_has_letters (cell))
        continue;
      n++;
      n_numbers += carrel_pattern_matches (
          "^(?:[0-9]+(?:\\.|st|nd|rd|th) \\p{L}+|\\p{L}+ #?[0-9]+)$", cell, G_REGEX_CASELESS);
    }
  return n_numbers > 2 && n_numbers * 2 > n;
}

/**
 * carrel_schedule_columns_score_topic:
 * @self: a table
 * @column: a column
 *
 * Returns: how well a column suits as the topic; 0 for columns that hold something else
 */
guint
carrel_schedule_columns_score_topic (const CarrelScheduleTable *self, guint column)
{
  guint score = score_head (self, column);
  gboolean has_better
      = (is_of_materials (self, column) && has_plainer (self, 0))
        || (is_of_others (self, column) && has_plainer (self, self->n_texts[column]));

  if (score == 3 && numbers_classes (self, column))
    return 1;
  return score == 2 && has_better ? 1 : score;
}

/* Without heads the topic is what has most to say, and not the number or the room before it. */
static gboolean
is_wordier (const CarrelScheduleTable *self, guint column)
{
  return self->header == NULL && self->n_bytes[column] > self->n_bytes[self->topic_column];
}

static void
find_topic_column (CarrelScheduleTable *self)
{
  guint best = 0;

  self->topic_column = CARREL_SCHEDULE_NO_COLUMN;
  for (guint column = 0; column < self->n_columns; column++)
    {
      guint score = carrel_schedule_columns_score_topic (self, column);

      if (score == 0 || score < best || (score == best && !is_wordier (self, column)))
        continue;
      best = score;
      self->topic_column = column;
    }
}

/**
 * carrel_schedule_columns_find:
 * @self: (inout): a table with its head; gets what its columns hold
 *
 * Tells the columns of dates, weeks and topics by their heads and their cells.
 */
void
carrel_schedule_columns_find (CarrelScheduleTable *self)
{
  count_cells (self);
  find_date_column (self);
  find_week_column (self);
  find_topic_column (self);
}

/**
 * carrel_schedule_columns_take_week:
 * @self: (inout): a table; gets the week
 * @cells: a row of it
 * @column: of weeks
 *
 * Remembers the week of a row; blank cells repeat the one above.
 */
void
carrel_schedule_columns_take_week (CarrelScheduleTable *self,
                                   const CarrelTableRow *cells,
                                   guint column)
{
  g_autofree char *cell = carrel_schedule_columns_dup_cell (self, cells, column);
  gsize length = 0;
  g_autofree char *week
      = carrel_schedule_reader_read_week (self->reader->page->words, cell, &length);

  if (*cell == '\0' || self->is_numbered)
    return;
  cell[strcspn (cell, "\n (")] = '\0';
  if (g_str_has_suffix (cell, ","))
    cell[strlen (cell) - 1] = '\0';
  g_free (self->week);
  self->week = week != NULL ? g_steal_pointer (&week) : g_steal_pointer (&cell);
}

/**
 * carrel_schedule_columns_count_days:
 * @self: a table
 *
 * Returns: how many columns have the name of a day as their head
 */
guint
carrel_schedule_columns_count_days (const CarrelScheduleTable *self)
{
  guint n = 0;

  for (guint column = 0; column < self->n_columns; column++)
    {
      g_autofree char *cell = self->header != NULL
                                  ? carrel_schedule_columns_dup_cell (self, self->header, column)
                                  : g_strdup ("");
      gsize length = 0;

      if (carrel_words_match_day (self->reader->page->words, cell, &length) != CARREL_DAY_NONE
          && cell[length] == '\0')
        n++;
    }
  return n;
}

/**
 * carrel_schedule_columns_find_next_pair:
 * @self: (inout): a table
 *
 * Goes on to the next column of dates with topics to its right: "Tue | Topic | Thu | Topic".
 *
 * Returns: whether there is one
 */
gboolean
carrel_schedule_columns_find_next_pair (CarrelScheduleTable *self)
{
  for (guint i = self->topic_column + 1; i + 1 < self->n_columns; i++)
    if (self->n_dates[i] >= 2 && self->n_dates[i] * 2 >= self->n_texts[i]
        && !carrel_schedule_columns_head_has (self, i, CARREL_LABEL_DUE)
        && carrel_schedule_columns_score_topic (self, i + 1) > 1)
      {
        self->date_column = i;
        self->topic_column = i + 1;
        return TRUE;
      }
  return FALSE;
}

static gboolean
has_same_head (const CarrelScheduleTable *self, guint column, guint other)
{
  g_autofree char *head = carrel_table_head_dup_label (self->header, column);
  g_autofree char *other_head = carrel_table_head_dup_label (self->header, other);

  return *head != '\0' && g_str_equal (head, other_head);
}

/**
 * carrel_schedule_columns_find_next_weeks:
 * @self: (inout): a table of weeks without dates
 *
 * Goes on to the columns whose heads repeat those of the weeks and the topics: "Week | Topic | Week
 * | Topic", where the second half of the term stands beside the first.
 *
 * Returns: whether there are such columns
 */
gboolean
carrel_schedule_columns_find_next_weeks (CarrelScheduleTable *self)
{
  guint gap = self->topic_column - self->week_column;

  if (self->header == NULL || self->is_numbered || self->date_column != CARREL_SCHEDULE_NO_COLUMN
      || self->week_column == CARREL_SCHEDULE_NO_COLUMN || self->topic_column <= self->week_column)
    return FALSE;
  for (guint i = self->topic_column + 1; i + gap < self->n_columns; i++)
    if (has_same_head (self, i, self->week_column)
        && has_same_head (self, i + gap, self->topic_column))
      {
        self->week_column = i;
        self->topic_column = i + gap;
        g_clear_pointer (&self->week, g_free);
        return TRUE;
      }
  return FALSE;
}

/* Whether a half of the table may begin at a column: that of dates, or one more like it. */
static gboolean
starts_half (const CarrelScheduleTable *self, guint column)
{
  if (self->date_column == CARREL_SCHEDULE_NO_COLUMN)
    return has_same_head (self, column, self->week_column);
  return self->n_dates[column] >= 2 && self->n_dates[column] * 2 >= self->n_texts[column]
         && !carrel_schedule_columns_head_has (self, column, CARREL_LABEL_DUE);
}

/* Whether a half may begin at one of some columns. */
static gboolean
start_half (const CarrelScheduleTable *self, guint from, guint to)
{
  for (guint i = from; i <= to; i++)
    if (starts_half (self, i))
      return TRUE;
  return FALSE;
}

/* Whether another column has the same head. */
static gboolean
is_repeated (const CarrelScheduleTable *self, guint column)
{
  for (guint i = 0; self->header != NULL && column < self->n_columns && i < self->n_columns; i++)
    if (i != column && has_same_head (self, i, column))
      return TRUE;
  return FALSE;
}

/**
 * carrel_schedule_columns_is_of_other_half:
 * @self: a table, which may have two halves beside each other: "Week | Topic | Due | Week | Topic |
 *   Due"
 * @column: a column
 *
 * Returns: whether what the column says belongs to the half that is not read now; a column whose
 *   head stands only once belongs to both
 */
gboolean
carrel_schedule_columns_is_of_other_half (const CarrelScheduleTable *self, guint column)
{
  guint base
      = self->date_column != CARREL_SCHEDULE_NO_COLUMN ? self->date_column : self->week_column;

  if (base == CARREL_SCHEDULE_NO_COLUMN || !is_repeated (self, column))
    return FALSE;
  return column < base ? start_half (self, 0, column) : start_half (self, base + 1, column);
}

/**
 * carrel_schedule_columns_have_topics_beside:
 * @self: a table
 *
 * Returns: whether the topics stand to the right of the dates, and have none themselves
 */
gboolean
carrel_schedule_columns_have_topics_beside (const CarrelScheduleTable *self)
{
  return self->date_column != CARREL_SCHEDULE_NO_COLUMN
         && self->topic_column == self->date_column + 1 && self->n_starts[self->topic_column] == 0;
}

/**
 * carrel_schedule_columns_start_at_first_pair:
 * @self: (inout): a table
 *
 * Starts at the first of several columns of dates that have text beside them, below the names of
 * days, whichever has most dates: "Tu | Activity | Th | Activity".
 */
void
carrel_schedule_columns_start_at_first_pair (CarrelScheduleTable *self)
{
  guint first = CARREL_SCHEDULE_NO_COLUMN;
  guint n = 0;

  for (guint i = 0; i + 1 < self->n_columns; i++)
    {
      if (self->n_dates[i] < 2 || self->n_dates[i] * 2 < self->n_texts[i]
          || self->n_starts[i + 1] > 0 || self->n_texts[i + 1] * 2 < self->n_dates[i])
        continue;
      first = MIN (first, i);
      n++;
    }
  if (n < 2 || self->date_column == CARREL_SCHEDULE_NO_COLUMN
      || carrel_schedule_columns_count_days (self) < 2)
    return;
  self->date_column = first;
  self->topic_column = first + 1;
}
