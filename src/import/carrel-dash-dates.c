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

/* What the texts of a table or a section have shown so far. */
typedef struct
{
  guint n;
  guint n_sure;
  guint n_steps; /* from one day to a later one */
  int last;
} Tally;

static void
add_text (Tally *tally, const char *text)
{
  gboolean is_sure = FALSE;
  int day = 0;

  if (read_dash_date (text, &day, &is_sure) == 0)
    return;
  tally->n++;
  tally->n_sure += is_sure ? 1 : 0;
  tally->n_steps += tally->last > 0 && day > tally->last && day - tally->last <= MAX_STEP ? 1 : 0;
  tally->last = day;
}

static gboolean
are_days (const Tally *tally)
{
  return tally->n >= MIN_DATES && tally->n_sure >= MIN_SURE && tally->n_steps + 2 >= tally->n;
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
  Tally tally = { 0 };

  for (guint i = 0; i < block->n_rows; i++)
    for (guint column = 0; column < block->rows[i].n_cells; column++)
      add_text (&tally, block->rows[i].cells[column].text);
  return are_days (&tally);
}

/* Past "Lecture 3: ", the label of a class with its number. */
static const char *
skip_label (const char *line)
{
  const char *at = line;

  while (g_unichar_isalpha (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (at == line || *at != ' ' || !g_ascii_isdigit (at[1]))
    return line;
  at += 1 + strspn (at + 1, "0123456789");
  return *at == ':' || *at == ',' ? at + 1 + strspn (at + 1, " ") : line;
}

/**
 * carrel_dash_dates_are_in_section:
 * @page: a page
 * @section: the index of a section
 *
 * Returns: whether lines of the section start with such days, perhaps behind "Lecture 3:"
 */
gboolean
carrel_dash_dates_are_in_section (const CarrelPage *page, guint section)
{
  const CarrelPageSection *lines = carrel_page_get_section (page, section);
  Tally tally = { 0 };

  for (guint i = lines->first_line; i < lines->end_line; i++)
    add_text (&tally, skip_label (carrel_page_get_line (page, i)->text));
  return are_days (&tally);
}

/**
 * carrel_dash_dates_dup_line:
 * @line: a line of such a section
 *
 * Returns: (transfer full): the same with "8/27" in place of "8-27"
 */
char *
carrel_dash_dates_dup_line (const char *line)
{
  char *copy = g_strdup (line);
  gboolean is_sure;
  int day;

  if (read_dash_date (skip_label (copy), &day, &is_sure) > 0)
    *strchr (skip_label (copy), '-') = '/';
  return copy;
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
