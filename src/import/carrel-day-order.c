/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells days from parts of a whole: days follow each other. */
#define G_LOG_DOMAIN "carrel-day-order"

#include "config.h"

#include "carrel-day-order.h"

/* So many different days are enough, where one of them can be nothing else and where none is. */
#define MIN_STEPS_CERTAIN 2
#define MIN_STEPS         3

/* From October to January: so many months back, the year has turned. */
#define MONTHS_OF_TURN 9

/* How much later one day is than another, in days that are only good for comparing; 0 for the same
 * day. */
static int
count_days_after (CarrelDate date, CarrelDate last)
{
  int months = date.month - last.month;

  if (date.year > 0 && last.year > 0)
    months += (date.year - last.year) * 12;
  else if (months <= -MONTHS_OF_TURN)
    months += 12;
  return months * 31 + date.day - last.day;
}

/* Whether "9/3" has more than a whole; else the whole of "1/3" is compared with that before. */
static gboolean
is_certain (CarrelDayOrder *self, const char *numbers)
{
  char *end = NULL;
  guint64 first = g_ascii_strtoull (numbers, &end, 10);
  guint64 second = *end == '\0' ? 0 : g_ascii_strtoull (end + 1, NULL, 10);

  self->n_parts += self->n > 0 && second == self->whole && first <= second;
  self->whole = (guint) second;
  return *end == '/' && first > second;
}

/**
 * carrel_day_order_add:
 * @self: (inout): the days so far
 * @date: the next one
 * @numbers: (nullable): how it is written, where it may be a part of a whole: "1/3"
 */
void
carrel_day_order_add (CarrelDayOrder *self, const CarrelRowDate *date, const char *numbers)
{
  gboolean is_doubtful = numbers != NULL;
  int days = self->n > 0 ? count_days_after (date->date, self->last) : 1;

  self->n_certain += !is_doubtful || is_certain (self, numbers);
  self->n_steps += days > 0;
  self->n_drops += days < 0 && (is_doubtful || self->is_doubtful);
  self->is_doubtful = is_doubtful;
  self->last = date->date;
  self->n++;
}

/**
 * carrel_day_order_is_sure:
 * @self: all days
 *
 * Returns: whether they are enough and follow each other, and are no "1/3", "2/3", "3/3"
 */
gboolean
carrel_day_order_is_sure (const CarrelDayOrder *self)
{
  if (self->n_drops > 0)
    return FALSE;
  return self->n_certain > 0 ? self->n_steps >= MIN_STEPS_CERTAIN
                             : self->n_steps >= MIN_STEPS && self->n_parts * 2 < self->n;
}
