/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "September" above "3 W Sets", "5 F Maps" and "Mon 8: Primes": the month stands alone, its days
 * begin the lines. They are read as if each began with its date. */
#define G_LOG_DOMAIN "carrel-schedule-months"

#include "config.h"

#include "carrel-pattern.h"
#include "carrel-schedule-copy.h"
#include "carrel-schedule-reader.h"

#include <string.h>

/* Fewer days are no schedule, nor is a list of numbers with days of the week in less than half. */
#define MIN_DAYS 3

typedef struct
{
  guint line; /* its index */
  gsize rest; /* where the text behind the day starts */
  CarrelDate date;
  gboolean has_weekday;
} DayLine;

typedef struct
{
  CarrelScheduleReader *reader;
  GArray *lines; /* of DayLine */
  int year;      /* of the last month, or 0 */
  int month;     /* 0 before the first */
  int day;       /* the last one of the month, or 0 */
} Months;

/* "September", "**Sept.**", "October 2025": nothing but a month. */
static gboolean
take_month (Months *self, const char *text)
{
  gsize n = 0, start = 0, end = 0;
  const char *name = text + strspn (text, " *_");
  int month = carrel_words_match_month (self->reader->page->words, name, &n);
  g_autofree char *digits = NULL;

  if (month == 0
      || !carrel_pattern_find ("^\\.?(?:,? +(?:19|20)[0-9]{2})?[ *_:.]*$", name + n, &start, &end))
    return FALSE;
  digits = g_strdup (name + n + strcspn (name + n, "0123456789"));
  self->year = (int) g_ascii_strtoll (digits, NULL, 10);
  self->month = month;
  self->day = 0;
  return TRUE;
}

/* The day of the week at the start of a text, behind which a blank or a mark stands. */
static gsize
match_weekday (const Months *self, const char *text)
{
  gsize n = 0;
  CarrelDays day = carrel_words_match_day (self->reader->page->words, text, &n);

  if (day == CARREL_DAY_NONE)
    day = carrel_words_match_day_letters (text, &n);
  if (day == CARREL_DAY_NONE || (day & (day - 1)) != 0 || strchr (" .,:)", text[n]) == NULL)
    return 0;
  return n + strspn (text + n, " .,");
}

/* "3 W Sets", "W 3: Sets", "3 (Wed): Sets", "3. Sets", "3rd – Sets"; a number that does not rise
 * begins no line. */
static gboolean
read_day (Months *self, const char *text, DayLine *found)
{
  gsize n = match_weekday (self, text);
  gsize digits = strspn (text + n, "0123456789");
  int day = (int) g_ascii_strtoll (text + n, NULL, 10);
  gsize start = 0, end = 0, weekday;

  if (digits == 0 || digits > 2 || day <= self->day
      || !carrel_pattern_find ("^(?:st|nd|rd|th)?[.,:)]? *(?:[-–—:] *)?(?=$|[^0-9 ./%])",
                               text + n + digits, &start, &end))
    return FALSE;
  found->has_weekday = n > 0;
  n += digits + end;
  weekday = n + (text[n] == '(' ? 1 : 0);
  if (!found->has_weekday && match_weekday (self, text + weekday) > 0)
    {
      found->has_weekday = TRUE;
      n = weekday + match_weekday (self, text + weekday);
      n += strspn (text + n, " ):-");
    }
  found->rest = n;
  found->date = (CarrelDate){ (gint16) self->year, (guint8) self->month, (guint8) day };
  return text[n] != '\0' && day <= 31;
}

static void
take_line (Months *self, guint index)
{
  const CarrelPage *page = self->reader->page;
  const CarrelPageLine *line = carrel_page_get_line (page, index);
  const CarrelBlock *block = carrel_page_get_block (page, line->block);
  DayLine day = { .line = index };
  CarrelDate date;

  if (take_month (self, line->text))
    return;
  if (block->kind == CARREL_BLOCK_HEADING)
    self->month = 0;
  if (self->month == 0 || block->kind == CARREL_BLOCK_CODE || block->list_depth > 1
      || !read_day (self, line->text, &day))
    return;
  date = day.date;
  date.year = date.year != 0 ? date.year : 2000;
  if (!carrel_date_is_valid (date))
    return;
  self->day = day.date.day;
  g_array_append_val (self->lines, day);
}

/* Whether the days are those of a schedule: at least half of them with a day of the week. */
static gboolean
are_days (const Months *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += g_array_index (self->lines, DayLine, i).has_weekday ? 1 : 0;
  return self->lines->len >= MIN_DAYS && n * 2 >= self->lines->len;
}

static void
add_rows (const Months *self)
{
  CarrelScheduleReader reader = *self->reader;
  CarrelPage page = carrel_schedule_copy_page (reader.page);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (carrel_record_unref);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const DayLine *day = &g_array_index (self->lines, DayLine, i);

      carrel_schedule_copy_write_date (&page, day->line, day->rest, day->date);
    }
  reader.page = &page;
  reader.rows = rows;
  reader.min_rows = 1;
  carrel_schedule_read_dated_lines (&reader);
  carrel_schedule_copy_take_years (rows);
  carrel_schedule_reader_keep_rows (self->reader, rows, 0);
}

/**
 * carrel_schedule_read_months:
 * @reader: the rows of a page
 *
 * Adds the rows of days below the names of months: "September" above "3 W Sets".
 */
void
carrel_schedule_read_months (CarrelScheduleReader *reader)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (DayLine));
  Months self = { reader, lines };

  for (guint i = 0; i < carrel_page_get_n_lines (reader->page); i++)
    take_line (&self, i);
  if (are_days (&self))
    add_rows (&self);
}
