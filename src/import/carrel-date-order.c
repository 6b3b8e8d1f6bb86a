/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What "3/4" means is decided once a page, from all its pairs of numbers. */
#define G_LOG_DOMAIN "carrel-date-order"

#include "config.h"

#include "carrel-row-date.h"

#include <string.h>

/* A day and a month in numbers, as a page that never says which is which has many. */
typedef struct
{
  int first;
  int second;
} CarrelPair;

/* One or two digits right here. */
static gsize
read_number (const char *text, int *number)
{
  gsize n = strspn (text, "0123456789");

  if (n == 0 || n > 2)
    return 0;
  *number = (int) g_ascii_strtoll (text, NULL, 10);
  return n;
}

/* Whether a number may start behind what stands before @at. */
static gboolean
starts_number (const char *text, const char *at)
{
  gunichar letter = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';

  if (letter == '/' || letter == '.' || letter == '-' || letter == '_')
    return FALSE;
  return !g_unichar_isalnum (letter) || letter >= 0x2e80;
}

/* "19/20.04." is two days of one month. */
static gboolean
is_before_month (const char *text)
{
  return text[0] == '.' && g_ascii_isdigit (text[1]);
}

static gboolean
is_day (int number)
{
  return number > 0 && number <= 31;
}

/* The numbers on both sides of a slash or a like mark. */
static gboolean
read_around (const char *text, const char *slash, CarrelPair *pair)
{
  const char *start = slash;
  gsize n = read_number (slash + 1, &pair->second);

  while (start > text && g_ascii_isdigit (start[-1]))
    start--;
  if (n == 0 || g_ascii_isalnum (slash[1 + n]) || !starts_number (text, start)
      || (*slash == '/' && is_before_month (slash + 1 + n))
      || read_number (start, &pair->first) == 0)
    return FALSE;
  return is_day (pair->first) && is_day (pair->second);
}

/* Whether a year follows behind the second number: dashes and dots stand between many numbers. */
static gboolean
has_year (const char *mark)
{
  const char *rest = mark + 1 + strspn (mark + 1, "0123456789");

  return *rest == *mark && strspn (rest + 1, "0123456789") == 4;
}

/* "9.06 Mon", "Mon 9.06": a number beside a day of the week is a date. */
static gboolean
is_beside_day (const CarrelWords *words, const char *text, const char *dot)
{
  const char *start = dot;
  const char *end = dot + 1 + strspn (dot + 1, "0123456789");
  const char *before;
  gsize n = 0;

  while (start > text && g_ascii_isdigit (start[-1]))
    start--;
  before = start;
  while (before > text && strchr (" .,", before[-1]) != NULL)
    before--;
  while (before > text && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (before))))
    before = g_utf8_prev_char (before);
  if (carrel_words_match_day (words, before, &n) != CARREL_DAY_NONE)
    return TRUE;
  return *end == ' '
         && carrel_words_match_day (words, end + strspn (end, " ,("), &n) != CARREL_DAY_NONE;
}

/* Adds the pairs of numbers of a text, with a slash, before a year or beside a day: "3/4",
 * "26-08-2025", "Mon 9.06". */
static void
collect_pairs (const CarrelWords *words, const char *text, GArray *pairs)
{
  for (const char *at = strpbrk (text, "/-."); at != NULL; at = strpbrk (at + 1, "/-."))
    {
      CarrelPair pair = { 0 };

      if ((*at == '/' || has_year (at) || (*at == '.' && is_beside_day (words, text, at)))
          && read_around (text, at, &pair))
        g_array_append_val (pairs, pair);
    }
}

/* How many steps from pair to pair go forward when they are read in @order. */
static guint
count_steps (const GArray *pairs, CarrelDateOrder order)
{
  guint n = 0;

  for (guint i = 1; i < pairs->len; i++)
    {
      const CarrelPair *one = &g_array_index (pairs, CarrelPair, i - 1);
      const CarrelPair *next = &g_array_index (pairs, CarrelPair, i);
      gboolean is_day_first = order == CARREL_ORDER_DAY_FIRST;
      int days = ((is_day_first ? next->second - one->second : next->first - one->first)) * 31
                 + (is_day_first ? next->first - one->first : next->second - one->second);

      if (days > 0 && days <= 14)
        n++;
    }
  return n;
}

/* Day-first minus month-first: numbers over 12 are days. */
static int
weigh_days (const GArray *pairs)
{
  int balance = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const CarrelPair *pair = &g_array_index (pairs, CarrelPair, i);

      if (pair->first > 12 && pair->second <= 12)
        balance++;
      else if (pair->second > 12 && pair->first <= 12)
        balance--;
    }
  return balance;
}

static CarrelDateOrder
decide (const CarrelWords *words, const GArray *pairs)
{
  static const char *const month_first[] = { "en", "ja", "zh", NULL };
  int balance = weigh_days (pairs);

  if (balance == 0)
    balance = (int) count_steps (pairs, CARREL_ORDER_DAY_FIRST)
              - (int) count_steps (pairs, CARREL_ORDER_MONTH_FIRST);
  if (balance == 0)
    balance = g_strv_contains (month_first, words->language) ? -1 : 1;
  return balance > 0 ? CARREL_ORDER_DAY_FIRST : CARREL_ORDER_MONTH_FIRST;
}

/**
 * carrel_row_date_decide_order:
 * @words: the words of the page's language
 * @texts: the texts of a page in order, ended by %NULL
 *
 * Decides what "3/4" means on a page: numbers over 12 are days; else the order in which dates go
 * forward by days or weeks; else what the language does.
 *
 * Returns: the order
 */
CarrelDateOrder
carrel_row_date_decide_order (const CarrelWords *words, const char *const *texts)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (CarrelPair));

  for (guint i = 0; texts[i] != NULL; i++)
    collect_pairs (words, texts[i], pairs);
  return decide (words, pairs);
}

/**
 * carrel_row_date_decide_page_order:
 * @page: a page
 *
 * Returns: what "3/4" means on @page, from all its lines and cells
 */
CarrelDateOrder
carrel_row_date_decide_page_order (const CarrelPage *page)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    g_ptr_array_add (texts, (gpointer) carrel_page_get_line (page, i)->text);
  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    {
      const CarrelBlock *block = carrel_page_get_block (page, i);

      for (guint j = 0; j < block->n_rows; j++)
        for (guint k = 0; k < block->rows[j].n_cells; k++)
          g_ptr_array_add (texts, (gpointer) block->rows[j].cells[k].text);
    }
  g_ptr_array_add (texts, NULL);
  return carrel_row_date_decide_order (page->words, (const char *const *) texts->pdata);
}
