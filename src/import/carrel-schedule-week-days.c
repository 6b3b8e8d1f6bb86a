/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Week 3 (Sep 9 - 13): Graphs" above "Mon: Paths" and "Wed: Trees": the week has dates, its
 * classes have days. They are read as if each began with its date; what else stands in the week
 * belongs to the week. Where "Week 3: 9/9 and 9/11" has as many dates as there are items below it,
 * they are those of the items. */
#define G_LOG_DOMAIN "carrel-schedule-week-days"

#include "config.h"

#include "carrel-day-date.h"
#include "carrel-pattern.h"
#include "carrel-schedule-copy.h"
#include "carrel-schedule-label.h"
#include "carrel-schedule-reader.h"
#include "carrel-time-span.h"
#include "carrel-week-dates.h"

#include <string.h>

/* Fewer weeks with days are no schedule. */
#define MIN_WEEKS 3

/* The bytes between "Week 3" and its date: " — ". */
#define MAX_GAP 5

/* From Monday to Friday. */
#define SCHOOL_WEEK 4

typedef struct
{
  guint line; /* its index */
  guint end;  /* the index behind its last line */
  guint n_days;
  CarrelRowDate date;
  CarrelDate dates[CARREL_N_DAYS]; /* all that its line says one after another */
  guint n_dates;
  gsize first_end; /* where the first of them ends */
} Week;

typedef struct
{
  guint line; /* its index */
  guint week; /* its index */
  gsize rest; /* where the text behind the name of the day starts */
  int day;    /* 0 for Monday; -1 where the week has its date */
  CarrelDate date;
} DayLine;

typedef struct
{
  CarrelScheduleReader *reader;
  GArray *weeks;           /* of Week */
  GArray *lines;           /* of DayLine */
  int days[CARREL_N_DAYS]; /* on which there are classes, in their order */
  guint n_days;
} WeekDays;

static CarrelBlockKind
get_kind (const CarrelPage *page, const CarrelPageLine *line)
{
  return carrel_page_get_block (page, line->block)->kind;
}

/* "Week 3 (Sep 9 - 13): Graphs", "Week of Sep 9", or a heading "Sep 9 - 13: Graphs". */
static gboolean
read_week (const WeekDays *self, const CarrelPageLine *line, CarrelRowDate *date)
{
  const CarrelPage *page = self->reader->page;
  gboolean is_heading = get_kind (page, line) == CARREL_BLOCK_HEADING;
  gsize n = 0;
  g_autofree char *week = NULL;

  if (get_kind (page, line) == CARREL_BLOCK_CODE
      || !carrel_row_date_find (&self->reader->style, line->text, 0, date))
    return FALSE;
  week = carrel_schedule_reader_read_week (page->words, line->text, &n);
  if (week != NULL)
    return date->start >= n && date->start - n <= MAX_GAP;
  return carrel_schedule_reader_leads_to_week (line->text, date->start)
         || (is_heading && date->start == 0 && carrel_date_is_set (date->until));
}

/* "Mon: Paths", "Wed. Trees", "Friday - Quiz"; not "Mon 2-4pm" and not "Mon, Sep 9: Paths". */
static gboolean
read_day (const WeekDays *self, const CarrelPageLine *line, DayLine *found)
{
  /* A day of one or two letters is one only before a sign. */
  static const char sign[] = "^\\.?(?: ?[:–—]| -) *";
  static const char sign_or_capital[] = "^\\.?(?: ?[:–—] *| - *|$| (?=\\p{Lu}))";
  const CarrelPage *page = self->reader->page;
  gsize n = 0, start = 0, end = 0;
  CarrelDays day = carrel_words_match_day (page->words, line->text, &n);
  CarrelRowDate date;
  CarrelTimeSpan span;

  if (day == CARREL_DAY_NONE)
    day = carrel_words_match_day_letters (line->text, &n);
  if (day == CARREL_DAY_NONE || (day & (day - 1)) != 0
      || !carrel_pattern_find (n > 2 ? sign_or_capital : sign, line->text + n, &start, &end)
      || carrel_row_date_read (&self->reader->style, line->text, &date)
      || carrel_time_span_read (page->words, line->text + n + end, CARREL_TIME_PLAIN, &span))
    return FALSE;
  found->day = (int) carrel_day_get_index (day);
  found->rest = n + end;
  return TRUE;
}

/* Whether a block is below another: below its heading, or deeper in a list. */
static gboolean
is_deeper (const CarrelBlock *block, const CarrelBlock *above)
{
  if (above->kind == CARREL_BLOCK_HEADING)
    return block->kind != CARREL_BLOCK_HEADING || block->level > above->level;
  return block->kind != CARREL_BLOCK_HEADING && block->list_depth > above->list_depth;
}

/* Whether a line ends the week: the next one, or what is not below it. */
static gboolean
ends_week (const WeekDays *self, const Week *week, const CarrelPageLine *line)
{
  const CarrelPage *page = self->reader->page;
  const CarrelBlock *own
      = carrel_page_get_block (page, carrel_page_get_line (page, week->line)->block);
  const CarrelBlock *block = carrel_page_get_block (page, line->block);
  gboolean is_beside = own->kind == CARREL_BLOCK_PARAGRAPH && block->kind != CARREL_BLOCK_HEADING;
  CarrelRowDate date;

  return (line->text[0] != '\0' && !is_beside && !is_deeper (block, own))
         || read_week (self, line, &date);
}

/* The days of a week, from its line on. */
static void
find_days (WeekDays *self, Week *week)
{
  guint n_lines = carrel_page_get_n_lines (self->reader->page);

  for (week->end = week->line + 1; week->end < n_lines; week->end++)
    {
      const CarrelPageLine *line = carrel_page_get_line (self->reader->page, week->end);
      DayLine day = { .line = week->end, .week = self->weeks->len };

      if (ends_week (self, week, line))
        return;
      if (!read_day (self, line, &day))
        continue;
      g_array_append_val (self->lines, day);
      week->n_days++;
    }
}

/* Reads a date of a week, or a day alone behind @last in its month: "April 3 & 5". Returns its
 * bytes.
 */
static gsize
read_date (const WeekDays *self, const char *text, const CarrelDate *last, CarrelDate *date)
{
  int number = 0;
  gsize weekday = 0;
  gsize n;

  carrel_words_match_day (self->reader->page->words, text, &weekday);
  weekday += strspn (text + weekday, " .,");
  n = carrel_day_date_read (&self->reader->style, text + weekday, date);
  if (n == 0 && last != NULL)
    {
      n = carrel_day_date_read_number (text + weekday, 2, &number);
      if (n > 0 && !carrel_day_date_set (date, last->year, last->month, number))
        n = 0;
    }
  if (n == 0 || (last != NULL && carrel_date_compare (*last, *date) >= 0))
    return 0;
  return weekday + n;
}

/* Takes the dates from the first of a week on: "9/9, 9/11 and 9/13". */
static void
take_dates (const WeekDays *self, Week *week)
{
  static const char join[] = "^,? ?(?:and|und|et|y|e|&|/|,) ?";
  const char *line = carrel_page_get_line (self->reader->page, week->line)->text;
  const char *text = line + week->date.start;
  const CarrelDate *last = NULL;
  gsize start = 0, end = 0, n;

  if (carrel_date_is_set (week->date.until))
    return;
  while (week->n_dates < CARREL_N_DAYS)
    {
      n = read_date (self, text, last, &week->dates[week->n_dates]);
      if (n == 0)
        return;
      last = &week->dates[week->n_dates++];
      text += n;
      if (week->n_dates == 1)
        week->first_end = (gsize) (text - line);
      if (!carrel_pattern_find (join, text, &start, &end))
        return;
      text += end;
    }
}

/* "Reading: Chapter 1", "Read chapter 1", "Slides": a part of what a class is about, and no class.
 */
static gboolean
is_part (const WeekDays *self, const char *text)
{
  return carrel_schedule_label_find_task (self->reader->page->words, text) != CARREL_LABEL_NONE
         || carrel_schedule_label_are_links (text)
         || carrel_pattern_matches ("^\\p{Lu}[\\p{L} ]{1,20}:", text, 0);
}

/* Whether one of the lines from @first on is a part of a class. */
static gboolean
has_parts (const WeekDays *self, guint first)
{
  for (guint i = first; i < self->lines->len; i++)
    if (is_part (self, carrel_page_get_line (self->reader->page,
                                             g_array_index (self->lines, DayLine, i).line)
                           ->text))
      return TRUE;
  return FALSE;
}

/* Gives the dates of a week to the items right below it, when there are as many and all of them can
 * be classes. */
static void
pair_items (WeekDays *self, Week *week)
{
  const CarrelPage *page = self->reader->page;
  guint n_before = self->lines->len;
  guint depth = 0;

  take_dates (self, week);
  for (guint i = week->line + 1; week->n_dates > 1 && i < week->end; i++)
    {
      const CarrelBlock *block
          = carrel_page_get_block (page, carrel_page_get_line (page, i)->block);
      DayLine day = { .line = i, .week = self->weeks->len, .day = -1 };
      guint n = self->lines->len - n_before;

      depth = depth == 0 ? block->list_depth : depth;
      if (block->kind != CARREL_BLOCK_LIST_ITEM || block->list_depth != depth
          || block == carrel_page_get_block (page, carrel_page_get_line (page, i - 1)->block))
        continue;
      if (n < week->n_dates)
        day.date = week->dates[n];
      g_array_append_val (self->lines, day);
    }
  week->n_days = self->lines->len - n_before;
  if (week->n_days != week->n_dates || has_parts (self, n_before))
    {
      g_array_set_size (self->lines, n_before);
      week->n_days = 0;
    }
}

/* Finds the weeks with dates and the days in them; whether there are enough. */
static gboolean
find_weeks (WeekDays *self)
{
  guint n_with_days = 0;
  Week week;

  for (guint i = 0; i < carrel_page_get_n_lines (self->reader->page); i = week.end)
    {
      week = (Week){ .line = i, .end = i + 1 };
      if (!read_week (self, carrel_page_get_line (self->reader->page, i), &week.date))
        continue;
      find_days (self, &week);
      if (week.n_days == 0)
        pair_items (self, &week);
      n_with_days += week.n_days > 0;
      g_array_append_val (self->weeks, week);
    }
  return n_with_days >= MIN_WEEKS && n_with_days * 2 >= self->weeks->len;
}

/* The days on which there are classes in any week. */
static void
find_days_of_class (WeekDays *self)
{
  gboolean is_day[CARREL_N_DAYS] = { FALSE };

  for (guint i = 0; i < self->lines->len; i++)
    if (g_array_index (self->lines, DayLine, i).day >= 0)
      is_day[g_array_index (self->lines, DayLine, i).day] = TRUE;
  for (int i = 0; i < CARREL_N_DAYS; i++)
    if (is_day[i])
      self->days[self->n_days++] = i;
}

/* A Monday, from a week of five days: "Sep 9 - Sep 13"; no date when there is none. */
static CarrelDate
find_monday (const WeekDays *self)
{
  for (guint i = 0; i < self->weeks->len; i++)
    {
      const CarrelRowDate *date = &g_array_index (self->weeks, Week, i).date;

      if (carrel_date_is_set (date->until)
          && carrel_week_dates_count_days (date->date, date->until) == SCHOOL_WEEK)
        return date->date;
    }
  return (CarrelDate){ 0 };
}

/* The day of the week on which a date is: from its year, from a week that has five days,
 * or Monday, when classes begin on one; -1 when nothing says it. */
static int
find_weekday (const WeekDays *self, const CarrelRowDate *date, CarrelDate monday)
{
  int weekday = carrel_week_dates_find_weekday (date->date, self->reader->year);
  int n;

  if (weekday >= 0)
    return weekday;
  if (!carrel_date_is_set (monday))
    return self->days[0] == 0 && !carrel_date_is_set (date->until) ? 0 : -1;
  n = carrel_week_dates_count_days (monday, date->date);
  if (n >= 0)
    return n % CARREL_N_DAYS;
  n = carrel_week_dates_count_days (date->date, monday);
  return n >= 0 ? (CARREL_N_DAYS - n % CARREL_N_DAYS) % CARREL_N_DAYS : -1;
}

/* The dates of @self->days in a week. */
static gboolean
date_week (const WeekDays *self, const Week *week, CarrelDate monday, CarrelDate *dates)
{
  CarrelDate date = week->date.date;
  int weekday = find_weekday (self, &week->date, monday);

  if (weekday < 0)
    return carrel_date_is_set (week->date.until)
           && carrel_week_dates_read_range (self->days, self->n_days, &week->date, dates);
  if (date.year == 0)
    date.year = (gint16) self->reader->year;
  return carrel_week_dates_read_date (self->days, self->n_days, weekday, date, dates);
}

/* Gives each day its date; whether all have one. */
static gboolean
date_days (WeekDays *self)
{
  CarrelDate monday = find_monday (self);
  CarrelDate dates[CARREL_N_DAYS];

  for (guint i = 0; i < self->lines->len; i++)
    {
      DayLine *line = &g_array_index (self->lines, DayLine, i);
      const Week *week = &g_array_index (self->weeks, Week, line->week);

      if (line->day < 0)
        continue;
      if (!date_week (self, week, monday, dates))
        return FALSE;
      for (guint j = 0; j < self->n_days; j++)
        if (self->days[j] == line->day)
          line->date = dates[j];
      if (week->date.date.year == 0)
        line->date.year = 0;
    }
  return TRUE;
}

static void
write_date (CarrelPage *copy, const DayLine *day)
{
  carrel_schedule_copy_write_date (copy, day->line, day->rest, day->date);
}

/* Leaves no more than the first of the dates that were given to the items of a week. */
static void
keep_first_date (CarrelPage *page, const Week *week)
{
  CarrelPageLine *line = carrel_arena_list_get (&page->lines, week->line);

  if (week->n_dates > 1 && week->n_dates == week->n_days)
    line->text = carrel_arena_copy_text (page->arena, line->text, week->first_end);
}

/* Adds the classes: the lines of the days, and what stands below them. */
static void
read_days (const WeekDays *self, GPtrArray *rows)
{
  CarrelScheduleReader reader = *self->reader;
  CarrelPage page = carrel_schedule_copy_page (reader.page);

  for (guint i = 0; i < self->lines->len; i++)
    write_date (&page, &g_array_index (self->lines, DayLine, i));
  for (guint i = 0; i < self->weeks->len; i++)
    keep_first_date (&page, &g_array_index (self->weeks, Week, i));
  reader.page = &page;
  reader.rows = rows;
  reader.min_rows = 1;
  carrel_schedule_read_dated_lines (&reader);
}

/* Whether a line belongs to that of a day above it. */
static gboolean
is_below (const CarrelPage *page, const CarrelPageLine *day, const CarrelPageLine *line)
{
  return line->block == day->block
         || is_deeper (carrel_page_get_block (page, line->block),
                       carrel_page_get_block (page, day->block));
}

/* Blanks the line of a day and what is below it. */
static void
blank_day (CarrelPage *page, guint index)
{
  const CarrelPageLine *day = carrel_page_get_line (page, index);

  for (guint i = index;
       i < carrel_page_get_n_lines (page) && is_below (page, day, carrel_page_get_line (page, i));
       i++)
    ((CarrelPageLine *) carrel_arena_list_get (&page->lines, i))->text = "";
}

/* Adds the weeks whose headings say what they are about, or below which more stands than days, and
 * days that are headings. */
static void
read_headings (const WeekDays *self, GPtrArray *rows)
{
  CarrelScheduleReader reader = *self->reader;
  CarrelPage page = carrel_schedule_copy_page (reader.page);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const DayLine *day = &g_array_index (self->lines, DayLine, i);

      if (get_kind (&page, carrel_page_get_line (&page, day->line)) == CARREL_BLOCK_HEADING)
        write_date (&page, day);
      else
        blank_day (&page, day->line);
    }
  reader.page = &page;
  reader.rows = rows;
  carrel_schedule_read_dated_headings (&reader);
}

/* The heading above that of the section in which a line of the source stands. */
static const char *
find_parent_heading (const CarrelPage *page, int line)
{
  int parent = -1;

  for (guint i = 0; i < carrel_page_get_n_sections (page); i++)
    if (carrel_page_get_section (page, i)->line <= line)
      parent = carrel_page_get_section (page, i)->parent;
  return parent >= 0 ? carrel_page_get_section (page, (guint) parent)->heading : "";
}

/* "Week 3" is no topic, nor is "Schedule" above it. */
static gboolean
has_topic (const WeekDays *self, const CarrelScheduleRow *row)
{
  gsize n = 0;
  g_autofree char *week
      = row->topic != NULL
            ? carrel_schedule_reader_read_week (self->reader->page->words, row->topic, &n)
            : NULL;

  return row->topic != NULL && (week == NULL || row->topic[n] != '\0')
         && !g_str_equal (row->topic, find_parent_heading (self->reader->page,
                                                           ((const CarrelRecord *) row)->line));
}

static void
move_text (char **from, char **to)
{
  g_autofree char *text = g_steal_pointer (from);

  if (text != NULL)
    carrel_schedule_reader_add_text (to, text);
}

/* What is to do in a week without a topic of its own stands with its first class. */
static void
move_tasks (CarrelScheduleRow *week, CarrelScheduleRow *first)
{
  move_text (&week->readings, &first->readings);
  move_text (&week->homework, &first->homework);
  move_text (&week->due, &first->due);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return (*(CarrelRecord *const *) a)->line - (*(CarrelRecord *const *) b)->line;
}

/* Gives the rows of a week its label, in the order of their lines. Returns the first of the next
 * week. */
static guint
name_week (const WeekDays *self, const Week *week, GPtrArray *rows, guint from)
{
  const CarrelPage *page = self->reader->page;
  const CarrelPageLine *first = carrel_page_get_line (page, week->line);
  int last = carrel_page_get_line (page, week->end - 1)->line;
  gsize n = 0;
  g_autofree char *label = carrel_schedule_reader_read_week (page->words, first->text, &n);

  for (; from < rows->len; from++)
    {
      CarrelScheduleRow *row = g_ptr_array_index (rows, from);

      if (((CarrelRecord *) row)->line > last)
        break;
      if (row->week == NULL && ((CarrelRecord *) row)->line >= first->line)
        row->week = g_strdup (label);
    }
  return from;
}

static void
add_rows (WeekDays *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (carrel_record_unref);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (carrel_record_unref);

  read_days (self, found);
  read_headings (self, found);
  g_ptr_array_sort (found, compare_lines);
  for (guint i = 0; i < found->len; i++)
    {
      CarrelScheduleRow *row = g_ptr_array_index (found, i);

      if (has_topic (self, row))
        g_ptr_array_add (rows, carrel_record_ref (row));
      else if (i + 1 < found->len)
        move_tasks (row, g_ptr_array_index (found, i + 1));
    }
  carrel_schedule_copy_take_years (rows);
  for (guint i = 0, row = 0; i < self->weeks->len; i++)
    row = name_week (self, &g_array_index (self->weeks, Week, i), rows, row);
  carrel_schedule_reader_keep_rows (self->reader, rows, 0);
}

/**
 * carrel_schedule_read_week_days:
 * @reader: the rows of a page
 *
 * Adds the rows of weeks with dates in which each class has a day of the week: "Week 3 (Sep 9)"
 * above "Mon: Paths".
 */
void
carrel_schedule_read_week_days (CarrelScheduleReader *reader)
{
  g_autoptr (GArray) weeks = g_array_new (FALSE, FALSE, sizeof (Week));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (DayLine));
  WeekDays self = { reader, weeks, lines };

  if (!find_weeks (&self))
    return;
  find_days_of_class (&self);
  /* "Sun: structure" is no class of each Sunday. */
  if (self.n_days == 1 && self.days[0] == CARREL_N_DAYS - 1)
    return;
  if (date_days (&self))
    add_rows (&self);
}
