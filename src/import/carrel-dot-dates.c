/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "18.09" in a cell could be a number. Below and above others that go on from week to week, with
 * days or months that no count of chapters has, it is a day of September. */
#define G_LOG_DOMAIN "carrel-dot-dates"

#include "config.h"

#include "carrel-dot-dates.h"

#include "carrel-pattern.h"

#define MIN_DATES   3
#define MAX_STEP    21 /* days from one class to the next */
#define MAX_COLUMNS 2  /* of dates stand at the front */
#define YEAR        (12 * 31)

/* The bytes of "18.09" or "18.09." at the start of @text, or 0; the day counted from the start of a
 * year of months that all have 31 days, and whether no chapter is written so. */
static gsize
read_dot_date (const char *text, int *day_of_year, gboolean *is_sure)
{
  static const char pattern[] = "^(0?[1-9]|[12][0-9]|3[01])\\.(0?[1-9]|1[0-2])(\\.?)(?=[ *\n]|$)";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *day = NULL;
  g_autofree char *month = NULL;
  int end = 0, start_of_mark = 0;

  if (!carrel_pattern_match (pattern, text, 0, &match)
      || !g_match_info_fetch_pos (match, 3, &start_of_mark, &end))
    return 0;
  day = g_match_info_fetch (match, 1);
  month = g_match_info_fetch (match, 2);
  *day_of_year = (int) (g_ascii_strtoll (month, NULL, 10) * 31 + g_ascii_strtoll (day, NULL, 10));
  *is_sure = month[0] == '0' || end > start_of_mark;
  return (gsize) end;
}

/* The days of a column. */
typedef struct
{
  guint n;
  guint n_sure;
  guint n_steps; /* to a later day */
  guint n_wide;  /* over a day or more */
  int last;
} Tally;

static void
add_day (Tally *tally, int day, gboolean is_sure)
{
  int step = (day - tally->last + YEAR) % YEAR;
  gboolean is_step = tally->last > 0 && step > 0 && step <= MAX_STEP;

  tally->n++;
  tally->n_sure += is_sure ? 1 : 0;
  tally->n_steps += is_step ? 1 : 0;
  tally->n_wide += is_step && step > 1 ? 1 : 0;
  tally->last = day;
}

/* Whether the cells of a column that begin with such a number follow each other as days, and not as
 * the sections "1.01", "2.01", "3.01". */
static gboolean
are_days (const CarrelBlock *block, guint column)
{
  Tally tally = { 0 };

  for (guint i = 0; i < block->n_rows; i++)
    {
      gboolean is_sure = FALSE;
      int day = 0;

      if (column < block->rows[i].n_cells
          && read_dot_date (block->rows[i].cells[column].text, &day, &is_sure) > 0)
        add_day (&tally, day, is_sure);
    }
  return tally.n >= MIN_DATES && tally.n_sure > 0 && tally.n_steps + 1 >= tally.n
         && tally.n_wide * 2 >= tally.n_steps;
}

/**
 * carrel_dot_dates_are_in:
 * @block: a table
 *
 * Returns: whether cells of one of the first columns of @block start with days such as "18.09" that
 *   follow each other
 */
gboolean
carrel_dot_dates_are_in (const CarrelBlock *block)
{
  for (guint column = 0; column < MIN (block->n_columns, MAX_COLUMNS); column++)
    if (are_days (block, column))
      return TRUE;
  return FALSE;
}

/**
 * carrel_dot_dates_spell_out:
 * @cell: (transfer full): the text of a cell of such a table
 *
 * Returns: (transfer full): the same with "18.09." in place of "18.09" at its start
 */
char *
carrel_dot_dates_spell_out (char *cell)
{
  gboolean is_sure;
  int day;
  gsize n = read_dot_date (cell, &day, &is_sure);
  char *spelled;

  if (n == 0 || cell[n - 1] == '.')
    return cell;
  spelled = g_strdup_printf ("%.*s.%s", (int) n, cell, cell + n);
  g_free (cell);
  return spelled;
}
