/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "8-27" at the start of a cell could be pages, hours or a day. Many cells that go on from week to
 * week, with days no clock has, are days. */
#define G_LOG_DOMAIN "carrel-dash-dates"

#include "config.h"

#include "carrel-dash-dates.h"

#include <string.h>

#define MIN_DATES 4
#define MIN_SURE  2
#define MAX_STEP  21 /* days from one class to the next */

static gboolean
is_day (int month, int day)
{
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* The bytes of "8-27" at the start of @text, or 0; the day counted from the start of a year of
 * months that all have 31 days, and whether no hour is written so. */
static gsize
read_dash_date (const char *text, int *day_of_year, gboolean *is_sure)
{
  gsize n = strspn (text, "0123456789");
  const char *second = text + n + 1;
  gsize m = n > 0 && n <= 2 && text[n] == '-' ? strspn (second, "0123456789") : 0;
  int month = (int) g_ascii_strtoll (text, NULL, 10);
  int day = m > 0 && m <= 2 ? (int) g_ascii_strtoll (second, NULL, 10) : 0;

  if (!is_day (month, day) || strchr (" :,*\n", second[m]) == NULL)
    return 0;
  *day_of_year = month * 31 + day;
  *is_sure = day > 24 || *second == '0';
  return n + 1 + m;
}

/**
 * carrel_dash_dates_are_in:
 * @block: a table
 *
 * Returns: whether cells of @block start with days such as "8-27" that follow each other
 */
gboolean
carrel_dash_dates_are_in (const CarrelBlock *block)
{
  guint n = 0, n_sure = 0, n_steps = 0;
  int last = 0;

  for (guint i = 0; i < block->n_rows; i++)
    for (guint column = 0; column < block->rows[i].n_cells; column++)
      {
        gboolean is_sure = FALSE;
        int day = 0;

        if (read_dash_date (block->rows[i].cells[column].text, &day, &is_sure) == 0)
          continue;
        n++;
        n_sure += is_sure ? 1 : 0;
        n_steps += last > 0 && day > last && day - last <= MAX_STEP ? 1 : 0;
        last = day;
      }
  return n >= MIN_DATES && n_sure >= MIN_SURE && n_steps + 2 >= n;
}

/**
 * carrel_dash_dates_spell_out:
 * @cell: (transfer full): the text of a cell of such a table
 *
 * Returns: (transfer full): the same with "8/27" in place of "8-27" at its start
 */
char *
carrel_dash_dates_spell_out (char *cell)
{
  gboolean is_sure;
  int day;

  if (read_dash_date (cell, &day, &is_sure) > 0)
    *strchr (cell, '-') = '/';
  return cell;
}
