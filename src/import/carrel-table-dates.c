/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers in a column are dates by what stands around them: the head "Date" above "8.26", a date
 * above the day alone, or a column of months beside one of days. They are written out as
 * "8月26日", which every page reads.
 */
#define G_LOG_DOMAIN "carrel-table-dates"

#include "config.h"

#include "carrel-table-dates.h"

#include "carrel-row-date.h"
#include "carrel-table-cell.h"
#include "carrel-table-head.h"

#include <string.h>

#define MIN_DATES   3
#define MIN_ALONE   2  /* days without a month */
#define MIN_TURN    14 /* days from the last one of a month back to the first of the next */
#define MAX_COLUMNS 24

typedef struct
{
  int month;
  int day;
} Day;

typedef struct
{
  const CarrelPage *page;
  const CarrelBlock *block;
  const CarrelTableRow *head;
} TableDates;

static char *
dup_cell (const CarrelTableRow *row, guint column)
{
  return column < row->n_cells ? carrel_page_dup_text (&row->cells[column]) : g_strdup ("");
}

static gboolean
head_has (const TableDates *self, guint column, CarrelLabel label)
{
  g_autofree char *text = self->head != NULL ? dup_cell (self->head, column) : g_strdup ("");

  return carrel_words_has_label (self->page->words, text, label);
}

/* "8.26": two numbers and nothing else, as "8/26". */
static char *
dup_pair (const char *cell)
{
  gsize n = strspn (cell, "0123456789");
  gsize m = cell[n] == '.' ? strspn (cell + n + 1, "0123456789") : 0;
  char *pair;

  if (n < 1 || n > 2 || m < 1 || m > 2 || cell[n + 1 + m] != '\0')
    return NULL;
  pair = g_strdup (cell);
  pair[n] = '/';
  return pair;
}

/* The pairs of a column, "" for blank cells; NULL when other things stand there too. */
static GPtrArray *
read_pairs (const TableDates *self, guint column)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint i = 0; i < self->block->n_rows; i++)
    {
      const CarrelTableRow *row = &self->block->rows[i];
      g_autofree char *cell
          = carrel_table_head_is (self->head, row) ? g_strdup ("") : dup_cell (row, column);
      char *pair = *cell == '\0' ? g_strdup ("") : dup_pair (cell);

      if (pair == NULL)
        return NULL;
      n += *cell != '\0';
      g_ptr_array_add (pairs, pair);
    }
  return n >= MIN_DATES ? g_steal_pointer (&pairs) : NULL;
}

static char *
write_day (const Day *day)
{
  return day->month > 0 && day->day > 0 ? g_strdup_printf ("%d月%d日", day->month, day->day)
                                        : g_strdup ("");
}

/* "8.26", "9.2", … below "Date". */
static GPtrArray *
read_dotted (const TableDates *self, guint column)
{
  g_autoptr (GPtrArray) pairs
      = head_has (self, column, CARREL_LABEL_DATE) ? read_pairs (self, column) : NULL;
  CarrelDateStyle style = { self->page->words, CARREL_ORDER_MONTH_FIRST };

  if (pairs == NULL)
    return NULL;
  g_ptr_array_add (pairs, NULL);
  style.order = carrel_row_date_decide_order (style.words, (const char *const *) pairs->pdata);
  g_ptr_array_set_size (pairs, (int) pairs->len - 1);
  for (guint i = 0; i < pairs->len; i++)
    {
      CarrelRowDate date;
      Day day = { 0 };

      if (carrel_row_date_read (&style, g_ptr_array_index (pairs, i), &date))
        day = (Day){ date.date.month, date.date.day };
      g_free (g_ptr_array_index (pairs, i));
      g_ptr_array_index (pairs, i) = write_day (&day);
    }
  return g_steal_pointer (&pairs);
}

/* "9", "Thu 9", "R 9", "9th": the day at the start of a cell; 0 where there is none. */
static int
read_day_at (const TableDates *self, const char **at)
{
  static const char *const ordinals[] = { "st", "nd", "rd", "th" };
  const char *cell = *at;
  gsize length = 0;
  int day;

  if (carrel_words_match_day (self->page->words, cell, &length) != CARREL_DAY_NONE
      || carrel_words_match_day_letters (cell, &length) != CARREL_DAY_NONE)
    cell += length + strspn (cell + length, "., ");
  length = strspn (cell, "0123456789");
  day = (int) g_ascii_strtoll (cell, NULL, 10);
  if (length == 0 || length > 2 || day < 1 || day > 31)
    return 0;
  cell += length;
  for (guint i = 0; i < G_N_ELEMENTS (ordinals); i++)
    if (g_str_has_prefix (cell, ordinals[i]))
      {
        cell += strlen (ordinals[i]);
        break;
      }
  *at = cell;
  return day;
}

/* The bytes of what stands between two days of one cell: "10, 12", "10 & 12", "10-12". */
static gsize
measure_join (const CarrelWords *words, const char *text)
{
  gsize n = strspn (text, " ");
  gsize n_and = carrel_words_match_and (words, text + n);

  if (n_and > 0)
    n += n_and;
  else if (g_str_has_prefix (text + n, "–"))
    n += strlen ("–");
  else if (text[n] != '\0' && strchr (",&-", text[n]) != NULL)
    n++;
  else
    return 0;
  return n + strspn (text + n, " ");
}

/* "9", or "10, 12": the days in a cell that has no month; @rest is what follows, behind a comma or
 * at the end. */
static int
read_days_alone (const TableDates *self, const char *cell, int *until, const char **rest)
{
  const char *at = cell;
  int day = read_day_at (self, &at);

  *until = day;
  *rest = at;
  while (day > 0 && *at != '\0')
    {
      gsize n = measure_join (self->page->words, at);
      int next;

      if (n == 0)
        return 0;
      *rest = at += n;
      next = read_day_at (self, &at);
      if (next == 0)
        break;
      if (next <= *until)
        return 0;
      *until = next;
      *rest = at;
    }
  return day;
}

/* The day in a cell that has no month, and nothing else; 0 for others. */
static int
read_day_alone (const TableDates *self, const char *cell)
{
  const char *at = cell;
  int day = read_day_at (self, &at);

  return *at == '\0' ? day : 0;
}

/* Moves on to the next day of this month, or to one of the next month. */
static gboolean
follow_day (CarrelDate *last, int day)
{
  if (last->month == 0 || (day < last->day && last->day - day < MIN_TURN))
    return FALSE;
  if (day < last->day && last->month == 12 && last->year > 0)
    last->year++;
  if (day < last->day)
    last->month = last->month % 12 + 1;
  last->day = (guint8) day;
  return TRUE;
}

static char *
write_date (const CarrelDate *date)
{
  return date->year > 0 ? g_strdup_printf ("%d年%d月%d日", date->year, date->month, date->day)
                        : g_strdup_printf ("%d月%d日", date->month, date->day);
}

/* "August" above "R 24" in one cell: the month of a day alone. */
static gboolean
read_month_and_day (const TableDates *self, const char *cell, CarrelDate *date)
{
  gsize n = 0;
  guint month = carrel_words_match_month (self->page->words, cell, &n);
  const char *rest = cell + n + strspn (cell + n, "., ");
  int day = month > 0 && *rest == '\n' ? read_day_alone (self, rest + strspn (rest, "\n ")) : 0;

  if (day == 0)
    return FALSE;
  *date = (CarrelDate){ .month = (guint8) month, .day = (guint8) day };
  return TRUE;
}

/* "10, 12" below "Feb 3, 5", and "30, Apr 1", where the next month begins: the first day, and in
 * @last the last one. */
static gboolean
continue_days (const TableDates *self,
               const CarrelDateStyle *style,
               const char *cell,
               CarrelDate *last,
               CarrelDate *first)
{
  const char *rest;
  int until;
  int day = read_days_alone (self, cell, &until, &rest);
  CarrelRowDate next = { 0 };

  if (day == 0 || (*rest != '\0' && !carrel_row_date_read (style, rest, &next))
      || !follow_day (last, day))
    return FALSE;
  *first = *last;
  if (*rest != '\0')
    *last = next.date;
  else
    last->day = (guint8) until;
  return TRUE;
}

/* Writes out a day alone by the date above; FALSE where the cell is something else with numbers. */
static gboolean
continue_date (const TableDates *self,
               const CarrelDateStyle *style,
               char **cell,
               CarrelDate *last,
               guint *n_alone)
{
  CarrelDate first;
  CarrelRowDate date;

  if (read_month_and_day (self, *cell, last))
    first = *last;
  else if (continue_days (self, style, *cell, last, &first))
    (*n_alone)++;
  else if (read_day_alone (self, *cell) > 0)
    return FALSE;
  else if (carrel_row_date_find (style, *cell, 0, &date))
    {
      *last = carrel_date_is_set (date.until) ? date.until : date.date;
      return TRUE;
    }
  else
    return strpbrk (*cell, "0123456789") == NULL;
  g_free (*cell);
  *cell = write_date (&first);
  return TRUE;
}

/* "Jan 7", and "9" below, in a column that the head calls "Date". */
static GPtrArray *
read_continued (const TableDates *self, guint column)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  CarrelDateStyle style = { self->page->words, CARREL_ORDER_MONTH_FIRST };
  CarrelDate last = { 0 };
  guint n_alone = 0;

  if (!head_has (self, column, CARREL_LABEL_DATE) || head_has (self, column, CARREL_LABEL_DUE))
    return NULL;
  for (guint i = 0; i < self->block->n_rows; i++)
    {
      const CarrelTableRow *row = &self->block->rows[i];

      g_ptr_array_add (cells, carrel_table_head_is (self->head, row)
                                  ? g_strdup ("")
                                  : carrel_table_cell_dup_dates (row, column));
    }
  g_ptr_array_add (cells, NULL);
  style.order = carrel_row_date_decide_order (style.words, (const char *const *) cells->pdata);
  g_ptr_array_set_size (cells, (int) cells->len - 1);
  for (guint i = 0; i < cells->len; i++)
    if (!continue_date (self, &style, (char **) &g_ptr_array_index (cells, i), &last, &n_alone))
      return NULL;
  return n_alone >= MIN_ALONE ? g_steal_pointer (&cells) : NULL;
}

/* The month that a cell is; 0 for a blank one, -1 for anything else. */
static int
read_month (const TableDates *self, const char *cell)
{
  gsize n = 0;
  int month = (int) carrel_words_match_month (self->page->words, cell, &n);

  if (*cell == '\0')
    return 0;
  return month > 0 && cell[n + strspn (cell + n, ".: ")] == '\0' ? month : -1;
}

/* The day of a month that a cell is; 0 for a blank one, -1 for anything else. */
static int
read_day (const char *cell)
{
  gsize n = strspn (cell, "0123456789");
  int day = (int) g_ascii_strtoll (cell, NULL, 10);

  if (*cell == '\0')
    return 0;
  return n > 0 && n <= 2 && cell[n + strspn (cell + n, ". ")] == '\0' && day >= 1 && day <= 31 ? day
                                                                                               : -1;
}

/* Fills one half of the dates from a column; FALSE when it holds anything else. */
static gboolean
read_half (const TableDates *self, guint column, gboolean is_month, GArray *days)
{
  guint n = 0;

  for (guint i = 0; i < self->block->n_rows; i++)
    {
      const CarrelTableRow *row = &self->block->rows[i];
      g_autofree char *cell
          = carrel_table_head_is (self->head, row) ? g_strdup ("") : dup_cell (row, column);
      int value = is_month ? read_month (self, cell) : read_day (cell);
      Day *day = &g_array_index (days, Day, i);

      if (value < 0)
        return FALSE;
      n += value > 0;
      *(is_month ? &day->month : &day->day) = value;
    }
  return n >= (is_month ? 1 : MIN_DATES);
}

/* How likely a column of numbers is one of days; 0 when it is of something else. */
static guint
score_days (const TableDates *self, guint column)
{
  static const CarrelLabel others[]
      = { CARREL_LABEL_WEEK, CARREL_LABEL_TIME, CARREL_LABEL_WEIGHT, CARREL_LABEL_LECTURE };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (head_has (self, column, others[i]))
      return 0;
  if (head_has (self, column, CARREL_LABEL_DATE))
    return 3;
  return head_has (self, column, CARREL_LABEL_DAY) ? 2 : 1;
}

/* A month stands where it begins and holds for the rows below. */
static void
carry_months (GArray *days)
{
  int month = 0;

  for (guint i = 0; i < days->len; i++)
    {
      Day *day = &g_array_index (days, Day, i);

      month = day->month > 0 ? day->month : month;
      day->month = month;
    }
}

/* The last days of a month may share the row where the next one begins: "31" between "29" and "5"
 * is none of the month of "5". */
static void
correct_months (GArray *days)
{
  for (guint i = 1; i + 1 < days->len; i++)
    {
      const Day *before = &g_array_index (days, Day, i - 1);
      const Day *next = &g_array_index (days, Day, i + 1);
      Day *day = &g_array_index (days, Day, i);
      gboolean is_late = before->month > 0 && day->day > before->day && day->day > next->day;

      if (is_late && before->month != day->month && next->day > 0 && next->month == day->month)
        day->month = before->month;
    }
}

/* "Mai | Ter | 06", and "| Qui | 08" below. */
static GPtrArray *
read_months (const TableDates *self, guint month_column, guint *column)
{
  g_autoptr (GArray) days = g_array_new (FALSE, TRUE, sizeof (Day));
  GPtrArray *dates;
  guint best = 0;

  g_array_set_size (days, self->block->n_rows);
  if (!read_half (self, month_column, TRUE, days))
    return NULL;
  for (guint i = 0; i < MIN (self->block->n_columns, MAX_COLUMNS); i++)
    if (i != month_column && score_days (self, i) > best && read_half (self, i, FALSE, days))
      {
        best = score_days (self, i);
        *column = i;
      }
  if (best == 0 || !read_half (self, *column, FALSE, days))
    return NULL;
  carry_months (days);
  correct_months (days);
  dates = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < days->len; i++)
    g_ptr_array_add (dates, write_day (&g_array_index (days, Day, i)));
  return dates;
}

/**
 * carrel_table_dates_read:
 * @page: a page
 * @block: a table on it
 * @head: (nullable): the row that names its columns
 * @column: (out): which column the dates are of
 *
 * Returns: (nullable) (transfer full) (element-type utf8): a date for each row, "" for those
 *   without one, where numbers are dates only together with what stands around them
 */
GPtrArray *
carrel_table_dates_read (const CarrelPage *page,
                         const CarrelBlock *block,
                         const CarrelTableRow *head,
                         guint *column)
{
  const TableDates self = { page, block, head };
  GPtrArray *dates = NULL;

  for (guint i = 0; dates == NULL && i < MIN (block->n_columns, MAX_COLUMNS); i++)
    {
      *column = i;
      dates = read_dotted (&self, i);
      if (dates == NULL)
        dates = read_continued (&self, i);
      if (dates == NULL)
        dates = read_months (&self, i, column);
    }
  return dates;
}
