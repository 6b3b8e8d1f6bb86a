/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Schedules written as lists, definition lists or directives with dates. */
#define G_LOG_DOMAIN "carrel-schedule-lines"

#include "config.h"

#include "carrel-dash-dates.h"
#include "carrel-pattern.h"
#include "carrel-schedule-habits.h"
#include "carrel-schedule-label.h"

#include <string.h>

/* Fewer rows than these are single events, not a schedule. */
#define MIN_ROWS         3
#define MIN_ROWS_OF_WEEK 2

/* The longest name of a break before its date, in bytes. */
#define MAX_BREAK 24

/* The longest topic below the date of a paragraph, in bytes. */
#define MAX_TOPIC_BELOW 120

typedef struct
{
  CarrelScheduleReader *reader;
  GPtrArray *rows;         /* of the section that is read */
  CarrelScheduleRow *open; /* gets the topics of the items below it */
  guint open_depth;
  guint open_block;
  CarrelLabel task; /* "Due before class:": what the items below it are */
  guint task_depth;
  CarrelScheduleRow *span; /* of a week with dates, used when no row of its own follows */
  gboolean is_named;       /* the line of the week says its topic */
  char *week;
  guint min_rows;
  char *label;                 /* "Week 3a", the topic of the open row when no item follows */
  CarrelScheduleHabits habits; /* of the section */
} CarrelLineReader;

/* What is due, to read or to do stands in for a topic that nothing else says. */
static char *
steal_topic (CarrelLineReader *self)
{
  char **const fields[]
      = { &self->label, &self->open->due, &self->open->readings, &self->open->homework };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (*fields[i] != NULL)
      return g_steal_pointer (fields[i]);
  return NULL;
}

/* Drops the row of a list of which nothing is said. */
static void
close_open (CarrelLineReader *self)
{
  if (self->open != NULL && self->open->topic == NULL)
    self->open->topic = steal_topic (self);
  g_clear_pointer (&self->label, g_free);
  if (self->open != NULL && self->open->topic == NULL)
    {
      if (self->span == self->open)
        self->span = NULL;
      g_ptr_array_remove (self->rows, self->open);
    }
  else if (self->open != NULL)
    carrel_schedule_reader_finish_row (self->reader, self->open);
  self->open = NULL;
}

static CarrelScheduleRow *
open_row (CarrelLineReader *self,
          const CarrelRowDate *date,
          const CarrelPageLine *line,
          guint depth)
{
  CarrelScheduleRow *row = carrel_record_new (&carrel_schedule_row_type);

  carrel_record_set_source (row, self->reader->page->file, line->line);
  row->date = date->date;
  row->date_end = date->until;
  row->week = g_strdup (self->week);
  g_ptr_array_add (self->rows, row);
  self->open = row;
  self->open_depth = depth;
  self->open_block = line->block;
  self->task = CARREL_LABEL_NONE;
  return row;
}

/* The topic behind the label of a week, "Week 3: Sorting"; NULL for "Week 3 week of". */
static const char *
skip_week_separator (const char *text)
{
  const char *start = text + strspn (text, " *_");
  const char *at = start + strspn (start, ":-");

  at += g_str_has_prefix (at, "–") ? strlen ("–") : 0;
  if (at == start)
    return NULL;
  at += strspn (at, " *_");
  return *at != '\0' ? at : NULL;
}

/* "Week 3: 26-30 Jan", "Spring Break Week: 15-21 Mar": a label and dates, alone on a line. */
static gboolean
take_week_line (CarrelLineReader *self, const CarrelPageLine *line, guint depth)
{
  CarrelRowDate date;
  g_autofree char *label = NULL;
  gsize length = 0;
  g_autofree char *week = NULL;
  const char *topic;

  if (depth > 0 || !carrel_row_date_find (&self->reader->style, line->text, 0, &date)
      || date.start == 0 || line->text[date.end + strspn (line->text + date.end, " .)*")] != '\0'
      || !carrel_words_has_label (self->reader->page->words, line->text, CARREL_LABEL_WEEK))
    return FALSE;
  close_open (self);
  label = carrel_schedule_reader_cut_date (line->text, &date);
  week = carrel_schedule_reader_read_week (self->reader->page->words, label, &length);
  g_free (self->week);
  topic = week != NULL ? skip_week_separator (label + length) : NULL;
  if (week == NULL && !carrel_schedule_reader_leads_to_week (line->text, date.start))
    week = g_strdup (label);
  self->week = g_steal_pointer (&week);
  self->span = open_row (self, &date, line, depth);
  self->is_named = topic != NULL;
  if (topic != NULL)
    carrel_schedule_reader_set_topic (self->span, topic);
  return TRUE;
}

/* "Week " or "the week of " between the number of a class and its date. */
static gboolean
is_week_word (const CarrelWords *words, const char *text, gsize length)
{
  g_autofree char *between = g_strndup (text, length);

  return length <= 16 && strpbrk (between, "0123456789") == NULL
         && carrel_words_has_label (words, between, CARREL_LABEL_WEEK);
}

/* "Lecture 3 (", "Unit 3, week ": a word and a number that lead to a date. */
static gboolean
is_numbered_label (const CarrelWords *words, const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && g_unichar_isalpha (g_utf8_get_char (text + n)))
    n = (gsize) (g_utf8_next_char (text + n) - text);
  if (n == 0 || text[n] != ' ')
    return FALSE;
  n += strspn (text + n, " #");
  if (!g_ascii_isdigit (text[n]))
    return FALSE;
  n += strspn (text + n, "0123456789");
  n += g_ascii_islower (text[n]) && !g_ascii_isalpha (text[n + 1]) ? 1 : 0;
  return n < length
         && (n + strspn (text + n, " (-,:") >= length
             || is_week_word (words, text + n, length - n));
}

/* "第3回 10月4日": the number of the class leads to its date. */
static gboolean
is_week_label (const CarrelLineReader *self, const char *text, gsize length)
{
  gsize n = 0;
  g_autofree char *week = carrel_schedule_reader_read_week (self->reader->page->words, text, &n);

  if (carrel_schedule_reader_leads_to_week (text, length))
    return TRUE;
  return week != NULL && n <= length && n + strspn (text + n, " (-,:") >= length;
}

/* "(Nov 8) slides, notes": nothing but names of links. */
static gboolean
are_links (const char *text)
{
  return carrel_pattern_matches (
      "^[ .*_,|/\\[\\]]*(?:(?:slides?|notes?|videos?|recordings?|pdf|code|html|"
      "handouts?|materials?)\\b[ .*_,|/\\[\\]]*)*$",
      text, G_REGEX_CASELESS);
}

/* "Graphs [21/08]": a date in brackets ends a line. "(1/2)" is half of something. */
static gboolean
is_bracketed_end (const char *text, const CarrelRowDate *date)
{
  gsize digits = strspn (text + date->start, "0123456789/.-");
  const char *close = text + date->end;

  /* "(Nov 8, slides, notes)": links behind the date. */
  if (*close == ',' && strchr (close, ')') != NULL)
    close = strchr (close, ')');
  return date->start > 1 && strchr ("([", text[date->start - 1]) != NULL && *close != '\0'
         && strchr (")]", *close) != NULL && are_links (close + 1)
         && (date->start + digits < date->end || digits > strlen ("1/2") + 1);
}

/* "**1. Jan 14:** Sets": the number of a class before the name of a month, which is no day where
 * that follows the month. */
static gboolean
read_behind_number (const CarrelLineReader *self, const char *text, CarrelRowDate *date)
{
  gsize n = strspn (text, "0123456789");
  gsize start = n + 1 + (n > 0 && text[n] == '.' ? strspn (text + n + 1, " ") : 0);

  if (n == 0 || n > 2 || start == n + 1 || !g_unichar_isalpha (g_utf8_get_char (text + start))
      || !g_str_equal (self->reader->page->words->language, "en")
      || !carrel_row_date_read (&self->reader->style, text + start, date))
    return FALSE;
  date->start = start;
  date->end += start;
  return TRUE;
}

/* "(Sep 5) Introduction", "[9/5] Sets": a date in brackets starts a line; nothing but numbers do
 * where others do. */
static gboolean
is_bracketed_start (const CarrelLineReader *self, const char *text, const CarrelRowDate *date)
{
  const char *close = text + date->end;

  return date->start == 1 && ((*text == '(' && *close == ')') || (*text == '[' && *close == ']'))
         && close[1] == ' '
         && (g_unichar_isalpha (g_utf8_get_char (text + 1))
             || (self->habits.has_brackets && g_unichar_isupper (g_utf8_get_char (close + 2))));
}

/* "Spring break (3/6) Have fun": what follows the brackets belongs to the break. */
static gboolean
is_of_break (const CarrelLineReader *self, const char *text, const CarrelRowDate *date)
{
  g_autofree char *front = g_strndup (text, date->start);

  return date->start > 1 && text[date->start - 1] == '(' && text[date->end] == ')'
         && strlen (front) <= MAX_BREAK
         && carrel_words_has_label (self->reader->page->words, front, CARREL_LABEL_BREAK);
}

/* "Linear algebra, Sep 29 -- Oct 20": the days of a unit behind its topic. */
static gboolean
is_span_at_end (const char *text, const CarrelRowDate *date)
{
  gsize start = date->start;

  while (start > 0 && text[start - 1] == ' ')
    start--;
  return carrel_date_is_set (date->until) && start > 2 && strchr (",:-", text[start - 1]) != NULL
         && text[date->end + strspn (text + date->end, " .*_")] == '\0';
}

/* A date in brackets, or behind what it is of. */
static gboolean
is_beside_topic (const CarrelLineReader *self, const char *text, const CarrelRowDate *date)
{
  return is_bracketed_end (text, date) || is_bracketed_start (self, text, date)
         || carrel_schedule_habits_ends_in_slashes (&self->habits, text)
         || is_span_at_end (text, date) || is_of_break (self, text, date);
}

/* A date at the start of a line, behind "Lecture 3", or anywhere in a short item below a week. */
static gboolean
find_line_date (const CarrelLineReader *self, const char *line, CarrelRowDate *date)
{
  g_autofree char *spelled = self->habits.has_dashes ? carrel_dash_dates_dup_line (line) : NULL;
  const char *text = spelled != NULL ? spelled : line;

  if (read_behind_number (self, text, date))
    return TRUE;
  if (!carrel_row_date_find (&self->reader->style, text, 0, date))
    return FALSE;
  return date->start == 0 || is_numbered_label (self->reader->page->words, text, date->start)
         || is_week_label (self, text, date->start) || is_beside_topic (self, text, date)
         || (self->week != NULL && strlen (text) < 60);
}

/* "1/16. Introduction", "Wed 1/16 Introduction": a full stop, or a blank behind the day of the
 * week, before a capital. */
static gboolean
is_before_capital (const char *rest, const CarrelRowDate *date)
{
  gboolean is_stop = *rest == '.';

  rest += is_stop ? 1 : 0;
  return (is_stop || date->weekday != CARREL_DAY_NONE) && *rest == ' '
         && g_unichar_isupper (g_utf8_get_char (rest + strspn (rest, " *_")));
}

static gboolean
is_separator (const char *rest)
{
  return strchr (":-|,(", *rest) != NULL || g_str_has_prefix (rest, "–")
         || g_str_has_prefix (rest, "—") || g_str_has_prefix (rest, "•")
         || g_str_has_prefix (rest, "·") || g_str_has_prefix (rest, "：");
}

/* Whether what follows a date makes the line a row: nothing, or a topic behind a separator. */
static gboolean
is_dated_line (const char *text, const CarrelRowDate *date)
{
  const char *rest = text + date->end;

  if (date->start > 0 || is_before_capital (rest, date))
    return TRUE;
  rest += strspn (rest, " .)*");
  return *rest == '\0' || is_separator (rest);
}

/* A date in bold print needs no separator behind it. */
static gboolean
is_bold (const CarrelBlock *block, const char *text, gsize length)
{
  for (guint i = 0; i < block->content.n_spans; i++)
    {
      const CarrelSpan *span = &block->content.spans[i];

      if (span->kind == CARREL_SPAN_STRONG && span->end - span->start >= length
          && span->end - span->start <= length + 2
          && strncmp (block->content.text + span->start, text, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The number of a class moves from the topic to its own field; a topic in wide brackets ends there.
 */
static void
take_label (CarrelLineReader *self, CarrelScheduleRow *row, char **topic)
{
  gsize n = 0;
  g_autofree char *week = carrel_schedule_reader_read_week (self->reader->page->words, *topic, &n);
  const char *rest = *topic + n + strspn (*topic + n, " :");
  const char *close = g_str_has_prefix (rest, "（") ? strstr (rest, "）") : NULL;
  char *text;

  if (week == NULL)
    return;
  if (*rest == '\0')
    self->label = g_strdup (*topic);
  text = close != NULL ? g_strndup (rest + 3, (gsize) (close - rest) - 3) : g_strdup (rest);
  g_free (*topic);
  *topic = text;
  if (row->week == NULL)
    row->week = g_steal_pointer (&week);
}

/* "Lecture 3, week 4-10 May" alone: its topic may follow, and is its label else. */
static void
take_bare_label (CarrelLineReader *self, const char *text, const CarrelRowDate *date, char **topic)
{
  gsize n = strcspn (text, "0123456789");

  if (date->start == 0 || **topic == '\0'
      || text[date->end + strspn (text + date->end, " .:)*")] != '\0'
      || !is_numbered_label (self->reader->page->words, text, date->start))
    return;
  n += strspn (text + n, "0123456789");
  n += g_ascii_islower (text[n]) ? 1 : 0;
  g_free (self->label);
  self->label = g_strndup (text, n);
  **topic = '\0';
}

/* What a line says beside its date; links in the brackets of the date are no topic: "Graphs (Nov 8,
 * slides)". */
static char *
dup_line_topic (const CarrelWords *words, const char *text, const CarrelRowDate *date)
{
  CarrelRowDate all = *date;
  g_autofree char *topic = NULL;
  gsize n = 0;

  /* "Tuesday (Oct 1) Sets": the day is a part of the date. */
  if (carrel_words_match_day (words, text, &n) != CARREL_DAY_NONE
      && n + strspn (text + n, " (*_,") == date->start)
    all.start = 0;
  if (strspn (text, "0123456789. ") == date->start
      || carrel_schedule_reader_leads_to_week (text, date->start))
    all.start = 0;
  if (is_bracketed_end (text, date) && text[date->end] == ',')
    all.end = (gsize) (strchr (text + date->end, ')') - text);
  else if (is_bracketed_end (text, date))
    all.end = strlen (text);
  topic = carrel_schedule_reader_cut_date (text, &all);
  return g_strdup (carrel_schedule_reader_skip_time (words, topic));
}

/* "Dates: Jan 21 & Jan 23" below "Week 1 — Loops": the heading has the topic. */
static void
take_topic_of_heading (const CarrelLineReader *self, const CarrelPageLine *line, char **topic)
{
  const CarrelPage *page = self->reader->page;
  const char *heading = carrel_page_get_section (page, line->section)->heading;
  gsize n = 0;
  g_autofree char *week = carrel_schedule_reader_read_week (page->words, heading, &n);
  const char *rest = heading + (week != NULL ? n : 0);

  while (*rest != '\0' && !g_unichar_isalnum (g_utf8_get_char (rest)) && *rest != '"')
    rest = g_utf8_next_char (rest);
  g_free (*topic);
  *topic = g_strdup (rest);
}

/* Whether the date of a line makes it a row. */
static gboolean
is_row (const CarrelLineReader *self, const CarrelPageLine *line, const CarrelRowDate *date)
{
  return is_dated_line (line->text, date)
         || carrel_schedule_habits_is_bare (&self->habits, self->reader, line->text)
         || is_bold (carrel_page_get_block (self->reader->page, line->block), line->text,
                     date->end);
}

/* Whether lines below a week with dates said nothing of it. */
static gboolean
is_bare_span (const CarrelLineReader *self)
{
  const CarrelScheduleRow *span = self->span;

  return (span->topic == NULL || self->is_named) && span->readings == NULL && span->homework == NULL
         && span->due == NULL;
}

static gboolean
take_dated_line (CarrelLineReader *self, const CarrelPageLine *line, guint depth)
{
  CarrelRowDate date;
  g_autofree char *topic = NULL;
  CarrelScheduleRow *row;

  if (!find_line_date (self, line->text, &date) || !is_row (self, line, &date)
      || carrel_schedule_habits_is_post (self->reader, line, &date))
    return FALSE;
  if (self->open != NULL && self->open == self->span && is_bare_span (self))
    {
      g_ptr_array_remove (self->rows, self->span);
      self->span = NULL;
      self->open = NULL;
    }
  close_open (self);
  topic = dup_line_topic (self->reader->page->words, line->text, &date);
  if (carrel_words_find_label (self->reader->page->words, topic) == CARREL_LABEL_DATE)
    take_topic_of_heading (self, line, &topic);
  row = open_row (self, &date, line, depth);
  take_label (self, row, &topic);
  take_bare_label (self, line->text, &date, &topic);
  carrel_schedule_reader_set_topic (row, topic);
  return TRUE;
}

/* "Introduction" as a short paragraph right below "**Jan. 14**". */
static gboolean
is_topic_below (const CarrelLineReader *self, const CarrelPageLine *line)
{
  const CarrelBlock *block = carrel_page_get_block (self->reader->page, line->block);
  const CarrelBlock *open = carrel_page_get_block (self->reader->page, self->open_block);

  return line->block == self->open_block + 1 && block->kind == CARREL_BLOCK_PARAGRAPH
         && open->kind == CARREL_BLOCK_PARAGRAPH && strlen (line->text) <= MAX_TOPIC_BELOW
         && !g_str_has_suffix (line->text, ":");
}

/* Whether a line goes on with an item that has a date and no topic yet. */
static gboolean
goes_on (const CarrelLineReader *self, const CarrelPageLine *line, guint depth)
{
  CarrelRowDate date;

  return (line->block == self->open_block || is_topic_below (self, line))
         && self->open->topic == NULL && depth == self->open_depth
         && !carrel_row_date_read (&self->reader->style, line->text, &date);
}

/* "Due before class:" says what the items below it are, and "In class:" behind it that they are
 * topics; whether an item is the one or the other. */
static gboolean
take_led_task (
    CarrelLineReader *self, CarrelScheduleRow *row, CarrelLabel task, const char *text, guint depth)
{
  if (self->task != CARREL_LABEL_NONE && depth > self->task_depth)
    {
      if (self->task == CARREL_LABEL_TOPIC)
        carrel_schedule_reader_add_topic (row, text);
      else
        carrel_schedule_label_add_task (self->reader->page->words, row, self->task, text);
      return TRUE;
    }
  if (task == CARREL_LABEL_NONE && self->task != CARREL_LABEL_NONE)
    task = CARREL_LABEL_TOPIC;
  self->task = g_str_has_suffix (text, ":") ? task : CARREL_LABEL_NONE;
  self->task_depth = depth;
  return self->task != CARREL_LABEL_NONE;
}

/* What an item below a row says of it. */
static void
take_detail (CarrelLineReader *self, CarrelScheduleRow *row, const char *text, guint depth)
{
  const CarrelWords *words = self->reader->page->words;
  CarrelLabel task = carrel_schedule_label_find_task (words, text);
  gboolean has_topic = row == self->span && self->is_named;

  if (take_led_task (self, row, task, text, depth))
    return;
  if (task != CARREL_LABEL_NONE)
    carrel_schedule_label_add_task (words, row, task, text);
  else if (row->topic != NULL && carrel_schedule_label_are_links (text))
    return;
  else if (depth == self->open_depth + 1 && !has_topic)
    carrel_schedule_reader_add_topic (row, carrel_schedule_label_skip_topic (words, text));
  else if (has_topic || row->readings == NULL)
    carrel_schedule_reader_add_text (&row->readings, text);
}

/* An item below a date: its topic, what is due, or deeper, its readings. */
static void
take_item (CarrelLineReader *self, const CarrelPageLine *line, guint depth)
{
  CarrelScheduleRow *row = self->open;

  if (row == NULL)
    return;
  if (goes_on (self, line, depth))
    {
      carrel_schedule_reader_add_topic (row, line->text);
      return;
    }
  if (depth <= self->open_depth)
    {
      close_open (self);
      return;
    }
  take_detail (self, row, line->text, depth);
}

/* The outermost section around @index that is called a schedule, or -1. */
static int
find_schedule (const CarrelPage *page, guint index)
{
  int found = -1;

  for (int i = (int) index; i >= 0; i = carrel_page_get_section (page, (guint) i)->parent)
    if (carrel_words_has_label (page->words, carrel_page_get_section (page, (guint) i)->heading,
                                CARREL_LABEL_SCHEDULE))
      found = i;
  return found;
}

/* "### Letters" and "### Psalms" below "## Schedule": their classes are counted together. */
static gboolean
is_of_one_schedule (const CarrelLineReader *self, guint section, guint next)
{
  const CarrelPage *page = self->reader->page;
  int schedule = next < carrel_page_get_n_sections (page) ? find_schedule (page, next) : -1;

  return schedule >= 0 && section < carrel_page_get_n_sections (page)
         && schedule == find_schedule (page, section);
}

/* Sections of weeks are one schedule; any other section is for itself. @section: the one that ends,
 * if any. @next: the one that begins, if any. */
static void
end_section (CarrelLineReader *self, guint section, guint next)
{
  const CarrelPage *page = self->reader->page;
  const char *heading = next < carrel_page_get_n_sections (page)
                            ? carrel_page_get_section (page, next)->heading
                            : "";
  gsize length = 0;
  char *week = carrel_schedule_reader_read_week (page->words, heading, &length);

  close_open (self);
  self->span = NULL;
  /* A week of a page that has others needs no more classes than one. */
  if ((week == NULL || self->week == NULL) && !is_of_one_schedule (self, section, next))
    carrel_schedule_reader_keep_rows (
        self->reader, self->rows,
        self->week != NULL && self->reader->rows->len >= MIN_ROWS ? 1 : self->min_rows);
  g_free (self->week);
  self->week = week;
}

static void
take_line (CarrelLineReader *self, const CarrelPageLine *line)
{
  const CarrelBlock *block = carrel_page_get_block (self->reader->page, line->block);
  guint depth = block->kind == CARREL_BLOCK_LIST_ITEM ? block->list_depth : 0;

  if (*line->text == '\0' || block->kind == CARREL_BLOCK_CODE)
    return;
  if (!take_week_line (self, line, depth) && !take_dated_line (self, line, depth))
    take_item (self, line, depth);
}

/* "title: Week 6": a page of one week has as many rows as it has classes. */
static gboolean
is_page_of_week (const CarrelPage *page)
{
  const char *title = carrel_node_get_text (page->front_matter, "title");
  gsize length = 0;
  g_autofree char *week
      = title != NULL ? carrel_schedule_reader_read_week (page->words, title, &length) : NULL;

  return week != NULL;
}

/**
 * carrel_schedule_read_dated_lines:
 * @reader: the rows of a page
 *
 * Adds the rows of lists, definition lists and directives whose lines start with dates.
 */
void
carrel_schedule_read_dated_lines (CarrelScheduleReader *reader)
{
  CarrelLineReader self = { reader, g_ptr_array_new_with_free_func (carrel_record_unref) };
  guint section = G_MAXUINT;

  self.min_rows = is_page_of_week (reader->page) ? MIN_ROWS_OF_WEEK : MIN_ROWS;
  if (reader->min_rows > 0)
    self.min_rows = reader->min_rows;
  for (guint i = 0; i < carrel_page_get_n_lines (reader->page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (reader->page, i);
      const CarrelBlock *block = carrel_page_get_block (reader->page, line->block);

      if (line->section != section)
        {
          end_section (&self, section, line->section);
          self.habits = carrel_schedule_habits_find (reader, line->section);
        }
      section = line->section;
      if (block->kind != CARREL_BLOCK_HEADING
          && !carrel_schedule_reader_is_events (reader, line->section))
        take_line (&self, line);
    }
  end_section (&self, section, G_MAXUINT);
  g_ptr_array_unref (self.rows);
}
