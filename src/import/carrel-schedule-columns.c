/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a table of a schedule hold, by their heads and by their cells. */
#define G_LOG_DOMAIN "carrel-schedule-table"

#include "config.h"

#include "carrel-schedule-columns.h"

#include "carrel-cell-date.h"
#include "carrel-dash-dates.h"
#include "carrel-pattern.h"
#include "carrel-table-cell.h"
#include "carrel-table-head.h"

#include <string.h>

/* The longest "Optional readings:", in bytes. */
#define MAX_ROW_LABEL 24

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

/* "Read:" */
static gboolean
is_row_label (const char *cell)
{
  gsize length = strlen (cell);

  return length > 1 && length <= MAX_ROW_LABEL && strchr (cell, ':') == cell + length - 1;
}

/* Whether "Lecture 1 (9/3)", "Lecture 2 (9/5)" of a column are days that follow each other, and no
 * "Lab 1 (5/10)", "Lab 2 (5/10)" or "Part 1 (1/2)". */
static gboolean
is_in_order (CarrelScheduleTable *self, guint column)
{
  CarrelDayOrder order = { 0 };

  for (guint i = 0; i < self->block->n_rows; i++)
    {
      g_autofree char *cell
          = carrel_schedule_columns_dup_dates (self, &self->block->rows[i], column);
      CarrelRowDate date;

      if (carrel_cell_date_read (self->reader, cell, &date)
          && carrel_cell_date_is_behind_class (cell, &date))
        carrel_day_order_add (&order, cell, &date);
    }
  return order.n == 0 || carrel_day_order_is_sure (&order);
}

static void
count_cells (CarrelScheduleTable *self)
{
  for (guint i = 0; i < self->block->n_rows; i++)
    for (guint column = 0; column < self->n_columns && !is_head (self, &self->block->rows[i]);
         column++)
      {
        g_autofree char *cell
            = carrel_schedule_columns_dup_dates (self, &self->block->rows[i], column);
        CarrelRowDate date;

        self->n_texts[column] += carrel_table_cell_has_letters (cell) && !is_row_label (cell);
        self->n_bytes[column] += carrel_table_cell_has_letters (cell) ? (guint) strlen (cell) : 0;
        if (!carrel_cell_date_read (self->reader, cell, &date))
          continue;
        self->n_starts[column]++;
        if (!carrel_cell_date_is_only (self->reader, cell + date.end))
          continue;
        self->n_dates[column]++;
        self->n_spans[column] += carrel_date_is_set (date.until) ? 1 : 0;
      }
}

/* Drops the counts of columns whose numbers are no days. */
static void
drop_parts (CarrelScheduleTable *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    if (self->n_starts[column] > 0 && !is_in_order (self, column))
      self->n_starts[column] = self->n_dates[column] = self->n_spans[column] = 0;
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
                    "resources)$");
}

/* "Notes", "Speaker" and "Guest" say even less than "Videos" of what a class is about. */
static gboolean
is_of_others (const CarrelScheduleTable *self, guint column)
{
  return is_headed (
      self, column,
      "^(?:(?:guest "
      ")?speakers?|guests?|presenters?|lecturers?|instructors?|teachers?|hosts?|leaders?|scribes?|"
      "(?:class |lecture )?notes|comments?|remarks?|code|status|who|credits?|points|"
      "modality|format|mode)$");
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
      || self->n_texts[column] == 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    if (carrel_schedule_columns_head_has (self, column, scores[i].label))
      return scores[i].score;
  return is_of_remarks (self, column) ? 1 : 2;
}

/* Whether another column may well be that of the topics. */
static gboolean
has_plainer (const CarrelScheduleTable *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    if (score_head (self, column) >= 2 && !is_of_materials (self, column)
        && !is_of_others (self, column))
      return TRUE;
  return FALSE;
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

  return score == 2 && is_of_materials (self, column) && has_plainer (self) ? 1 : score;
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
  drop_parts (self);
  find_date_column (self);
  find_week_column (self);
  find_topic_column (self);
}

/* The fields that a head or a label names. */
static const struct
{
  CarrelLabel label;
  gsize offset;
} fields[] = {
  { CARREL_LABEL_DUE, G_STRUCT_OFFSET (CarrelScheduleRow, due) },
  { CARREL_LABEL_READINGS, G_STRUCT_OFFSET (CarrelScheduleRow, readings) },
  { CARREL_LABEL_HOMEWORK, G_STRUCT_OFFSET (CarrelScheduleRow, homework) },
  { CARREL_LABEL_COMPONENT, G_STRUCT_OFFSET (CarrelScheduleRow, homework) },
};

/* Adds @text to what the field has. */
static void
add_text (CarrelScheduleRow *row, gsize offset, const char *text)
{
  char **field = G_STRUCT_MEMBER_P (row, offset);
  g_autofree char *old = *field;

  if (*text == '\0')
    {
      g_steal_pointer (&old);
      return;
    }
  *field = old != NULL ? g_strconcat (old, "; ", text, NULL) : g_strdup (text);
  g_strdelimit (*field, "\n", ' ');
}

/**
 * carrel_schedule_columns_add_cell:
 * @self: a table
 * @row: (inout): a row of the schedule
 * @column: of the table
 * @cell: the text of a cell of it
 *
 * Adds what is due, to read or to do to the field of @row that the head of the column names.
 */
void
carrel_schedule_columns_add_cell (const CarrelScheduleTable *self,
                                  CarrelScheduleRow *row,
                                  guint column,
                                  const char *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (carrel_schedule_columns_head_has (self, column, fields[i].label))
      {
        if (G_STRUCT_MEMBER (char *, row, fields[i].offset) == NULL)
          add_text (row, fields[i].offset, cell);
        return;
      }
}

/* "Problem: " before what no other field holds. */
static void
add_labelled (const CarrelScheduleTable *self,
              CarrelScheduleRow *row,
              const char *label,
              const char *text)
{
  g_autofree char *whole = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (self->label == fields[i].label)
      {
        add_text (row, fields[i].offset, text);
        return;
      }
  whole = *label != '\0' && *text != '\0' ? g_strconcat (label, " ", text, NULL) : g_strdup (text);
  add_text (row, G_STRUCT_OFFSET (CarrelScheduleRow, homework), whole);
}

/**
 * carrel_schedule_columns_add_label:
 * @self: (inout): a table; remembers the label for the rows below
 * @row: (inout): the row of the schedule above
 * @cells: a row of the table without a date
 *
 * Adds what "Read:" and "Problems:" in the column of dates name, and the blank cells below them, to
 * the class above.
 *
 * Returns: whether the row of the table belongs to @row
 */
gboolean
carrel_schedule_columns_add_label (CarrelScheduleTable *self,
                                   CarrelScheduleRow *row,
                                   const CarrelTableRow *cells)
{
  g_autofree char *label = carrel_schedule_columns_dup_cell (self, cells, self->date_column);
  g_autofree char *text = carrel_schedule_columns_dup_cell (self, cells, self->date_column + 1);

  if (is_row_label (label))
    {
      g_autofree char *name = g_strndup (label, strlen (label) - 1);

      self->is_labelled = TRUE;
      self->label = carrel_words_find_label (self->reader->page->words, name);
    }
  else if (*label != '\0' || !self->is_labelled)
    return FALSE;
  add_labelled (self, row, label, text);
  return TRUE;
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
