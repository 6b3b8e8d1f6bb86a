/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "18.09" in a cell could be a number. Below and above others that go on from week to week, with
 * days or months that no count of chapters has, it is a day of September. */
#define G_LOG_DOMAIN "carrel-dot-dates"

#include "config.h"

#include "carrel-dot-dates.h"

#include <string.h>

#define MIN_DATES   3
#define MAX_STEP    21 /* days from one class to the next */
#define MAX_COLUMNS 2  /* of dates stand at the front */
#define YEAR        (12 * 31)

/* The bytes of "18.09" or "18.09." at the start of @text, or 0; the day counted from the start of a
 * year of months that all have 31 days, and whether no chapter is written so. */
static gsize
read_dot_date (const char *text, int *day_of_year, gboolean *is_sure)
{
  gsize n = strspn (text, "0123456789");
  const char *second = text + n + 1;
  gsize m = n > 0 && n <= 2 && text[n] == '.' ? strspn (second, "0123456789") : 0;
  int day = (int) g_ascii_strtoll (text, NULL, 10);
  int month = m > 0 && m <= 2 ? (int) g_ascii_strtoll (second, NULL, 10) : 0;
  const char *end = second + m + (m > 0 && second[m] == '.' ? 1 : 0);

  if (month < 1 || month > 12 || day < 1 || day > 31 || strchr (" *\n", *end) == NULL)
    return 0;
  *day_of_year = month * 31 + day;
  *is_sure = *second == '0' || second[m] == '.';
  return (gsize) (end - text);
}

/* Whether the cells of a column that begin with such a number follow each other as days. */
static gboolean
are_days (const CarrelBlock *block, guint column)
{
  guint n = 0, n_sure = 0, n_steps = 0;
  int last = 0;

  for (guint i = 0; i < block->n_rows; i++)
    {
      gboolean is_sure = FALSE;
      int day = 0;
      int step;

      if (column >= block->rows[i].n_cells
          || read_dot_date (block->rows[i].cells[column].text, &day, &is_sure) == 0)
        continue;
      step = (day - last + YEAR) % YEAR;
      n++;
      n_sure += is_sure ? 1 : 0;
      n_steps += last > 0 && step > 0 && step <= MAX_STEP ? 1 : 0;
      last = day;
    }
  return n >= MIN_DATES && n_sure > 0 && n_steps + 1 >= n;
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
