/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Schedules written as headings with dates in them, or right below them. */
#define G_LOG_DOMAIN "carrel-schedule-headings"

#include "config.h"

#include "carrel-page-name.h"
#include "carrel-pattern.h"
#include "carrel-role.h"
#include "carrel-schedule-label.h"
#include "carrel-schedule-reader.h"

#include <string.h>

/* Fewer rows than these are single events, not a schedule. */
#define MIN_ROWS 3

/* The lines below a heading that may be its date, and the deepest heading. */
#define MAX_BELOW 3
#define MAX_LEVEL 6

/* The longest topic below a heading of a date, in bytes. */
#define MAX_TOPIC_BELOW 80

/* The longest label on a line of its own, in bytes. */
#define MAX_LABEL 30

/* "Lecture 3", "Week 2", "Class 7": a label and a number, and no topic. */
static gboolean
is_bare_label (const char *text)
{
  gsize n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      n++;
  return n == 0;
}

static const char *
get_parent_heading (const CarrelScheduleReader *self, const CarrelPageSection *section)
{
  return section->parent >= 0
             ? carrel_page_get_section (self->page, (guint) section->parent)->heading
             : "";
}

/* "1.1. Logistics" below "1. Overview" is a number and no day. */
static gboolean
is_numbered_heading (const CarrelScheduleReader *self, const CarrelPageSection *section)
{
  const char *parent = get_parent_heading (self, section);
  gsize digits = strspn (parent, "0123456789");

  return digits > 0 && (parent[digits] == '.' || parent[digits] == ' ')
         && strncmp (section->heading, parent, digits) == 0 && section->heading[digits] == '.';
}

static gboolean
find_heading_date (const CarrelScheduleReader *self,
                   const CarrelPageSection *section,
                   CarrelRowDate *date)
{
  return !is_numbered_heading (self, section)
         && carrel_row_date_find (&self->style, section->heading, 0, date);
}

/* How many headings of each level hold dates; the last count is that of all levels from there. */
static void
count_dated_headings (const CarrelScheduleReader *self, guint *counts)
{
  for (guint i = 0; i < carrel_page_get_n_sections (self->page); i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (self->page, i);
      CarrelRowDate date;

      if (find_heading_date (self, section, &date))
        counts[MIN (section->level, MAX_LEVEL)]++;
    }
}

/* "## Session 3" with nothing but a date on the first line below it. */
static gboolean
read_date_below (const CarrelScheduleReader *self,
                 const CarrelPageSection *section,
                 CarrelRowDate *date)
{
  guint end = MIN (section->end_line, section->first_line + MAX_BELOW);

  for (guint i = section->first_line; section->level > 0 && i < end; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (self->page, i);

      if (*line->text == '\0'
          || carrel_page_get_block (self->page, line->block)->kind == CARREL_BLOCK_HEADING)
        continue;
      return carrel_row_date_read (&self->style, line->text, date)
             && line->text[date->end + strspn (line->text + date->end, " .:)")] == '\0';
    }
  return FALSE;
}

/* Adds the rows of headings with a date below each, when there are enough on a level. */
static void
read_headings_above_dates (CarrelScheduleReader *self)
{
  guint n_sections = carrel_page_get_n_sections (self->page);
  guint counts[MAX_LEVEL + 1] = { 0 };
  CarrelRowDate date;

  for (guint i = 0; i < n_sections; i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (self->page, i);

      counts[MIN (section->level, MAX_LEVEL)] += read_date_below (self, section, &date);
    }
  for (guint i = 0; i < n_sections; i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (self->page, i);
      CarrelScheduleRow *row;

      if (counts[MIN (section->level, MAX_LEVEL)] < MIN_ROWS
          || !read_date_below (self, section, &date))
        continue;
      row = carrel_schedule_reader_add_row (self, &date, section->line);
      carrel_schedule_reader_set_topic (row, section->heading);
      carrel_schedule_reader_finish_row (self, row);
    }
}

/* Which lines below a heading are no topics. */
typedef enum
{
  TAKE_ALL,   /* none */
  SKIP_TASKS, /* "Read chapter 1", which goes to a field of its own */
  SKIP_LABELS /* "Instructor: Ann Lee", "Before class:", and sentences, too */
} Choice;

/* The lines below a heading, as they are read. */
typedef struct
{
  const CarrelScheduleReader *reader;
  CarrelScheduleRow *row;
  Choice choice;
  gboolean lacks_topic; /* the heading says none */
  gboolean is_at_topics;
  CarrelLabel part;   /* what the label above the line announces */
  gboolean is_listed; /* items of the part stand above the line */
} LinesBelow;

/* Whether a block below a heading may say its topic: a short paragraph, or one item of several. */
static gboolean
may_be_topic (const CarrelScheduleRow *row, const CarrelBlock *block, const char *text)
{
  return strlen (text) <= MAX_TOPIC_BELOW
         && (block->kind == CARREL_BLOCK_LIST_ITEM
             || (block->kind == CARREL_BLOCK_PARAGRAPH && row->topic == NULL));
}

/* What a label of a part announces. */
static CarrelLabel
find_part (const CarrelScheduleReader *self, const char *text)
{
  g_autofree char *name = g_strndup (text, strcspn (text, ":"));
  CarrelLabel label = carrel_words_find_label (self->page->words, name);
  /* "Due process" is a topic. */
  gboolean is_due = label == CARREL_LABEL_DUE && g_str_has_suffix (text, ":");

  return is_due || label == CARREL_LABEL_TOPIC || label == CARREL_LABEL_READINGS
                 || label == CARREL_LABEL_HOMEWORK
             ? label
             : CARREL_LABEL_NONE;
}

/* "**Readings**", "Before class:": what is below it is no topic of a class, unless it says so. */
static gboolean
take_label (LinesBelow *self, const char *text)
{
  gboolean is_labelled = g_str_has_suffix (text, ":");
  CarrelLabel part = is_labelled || carrel_pattern_matches ("^\\p{L}+(?: \\p{L}+)?$", text, 0)
                         ? find_part (self->reader, text)
                         : CARREL_LABEL_NONE;

  if (self->choice == TAKE_ALL
      || (part == CARREL_LABEL_NONE && !(is_labelled && self->choice == SKIP_LABELS)))
    return FALSE;
  self->part = part;
  self->is_listed = FALSE;
  self->is_at_topics = part == CARREL_LABEL_TOPIC && self->lacks_topic;
  return TRUE;
}

/* "We will meet online.", "Room moved to Hall 5."; "Sets and maps." is a topic. */
static gboolean
is_sentence (const char *text)
{
  static const char verbs[]
      = "\\b(?:we|you|i|they|it|there|this|these|please|will|is|are|was|were|be|has|have|can|must|"
        "should|may|do|does|moved|changed|cancell?ed|posted|meets?|see|look|discuss|cover)\\b";

  return g_str_has_suffix (text, ".") && carrel_pattern_matches (verbs, text, G_REGEX_CASELESS);
}

/* "Bring goggles", "Work in pairs": what to do in class. */
static gboolean
is_command (const char *text)
{
  static const char commands[]
      = "^(?:bring|arrive|wear|please|remember|make sure|do not|don['’]t|work (?:in|on|with|alone)"
        "|come (?:to|with|prepared)|sign up|fill (?:in|out)|check (?:your|the|canvas)"
        "|be (?:on time|ready|prepared)|submit|download|install)\\b";

  return carrel_pattern_matches (commands, text, G_REGEX_CASELESS);
}

/* "Room change.", "Video on Canvas." */
static gboolean
is_news (const char *text)
{
  static const char news[]
      = "\\b(?:room|venue|time|location) change|\\bon (?:canvas|moodle|blackboard|piazza|zoom|"
        "youtube|panopto|gradescope)\\b";

  return carrel_pattern_matches (news, text, G_REGEX_CASELESS);
}

/* "Instructor: Ann Lee", "Room change: Hall 5", "We will meet online." */
static gboolean
is_remark (const CarrelScheduleReader *self, const char *text)
{
  g_autofree char *label = g_strndup (text, strcspn (text, ":"));

  return is_sentence (text) || is_command (text) || is_news (text)
         || (strchr (text, ':') != NULL
             && (carrel_role_find (self->page->words, label) != NULL
                 || carrel_pattern_matches ("\\b(?:room|location|where|when|time|place|zoom|link|"
                                            "note|guest|change|host)s?$",
                                            label, G_REGEX_CASELESS)));
}

/* Whether a line is all in bold print, or a few words right above items. */
static gboolean
is_like_heading (const CarrelScheduleReader *self, guint index)
{
  const CarrelPageLine *line = carrel_page_get_line (self->page, index);
  const CarrelInline *content = &carrel_page_get_block (self->page, line->block)->content;
  const CarrelPageLine *next = index + 1 < carrel_page_get_n_lines (self->page)
                                   ? carrel_page_get_line (self->page, index + 1)
                                   : line;
  gsize n = strlen (line->text);

  for (guint i = 0; i < content->n_spans; i++)
    {
      const CarrelSpan *span = &content->spans[i];

      if (span->kind == CARREL_SPAN_STRONG && span->end - span->start >= n
          && strncmp (content->text + span->start, line->text, n) == 0)
        return TRUE;
    }
  return n <= MAX_LABEL && !g_str_has_suffix (line->text, ".") && next->block != line->block
         && carrel_page_get_block (self->page, next->block)->kind == CARREL_BLOCK_LIST_ITEM;
}

/* What a part ends with: a heading of another, or a paragraph behind its items. */
static void
end_part (LinesBelow *self, const CarrelBlock *block, guint index)
{
  gboolean is_item = block->kind == CARREL_BLOCK_LIST_ITEM;

  if (!is_item && (self->is_listed || is_like_heading (self->reader, index)))
    self->part = CARREL_LABEL_NONE;
  self->is_listed = is_item;
}

/* Whether a line says what to do in the part it stands in, and not "Slides are on Canvas." */
static gboolean
is_of_part (const LinesBelow *self, const char *text)
{
  return self->part != CARREL_LABEL_TOPIC
         && (!is_sentence (text)
             || carrel_pattern_matches ("^(?:do|see|look|discuss)\\b", text, G_REGEX_CASELESS));
}

/* "Read chapter 1" as an item, "Reading: Chapter 1" anywhere, or a line below "**Readings**". */
static gboolean
take_task (LinesBelow *self, const CarrelBlock *block, const char *text)
{
  const CarrelWords *words = self->reader->page->words;
  CarrelLabel task = carrel_schedule_label_find_task (words, text);

  if (self->choice == TAKE_ALL)
    return FALSE;
  if (task == CARREL_LABEL_NONE && is_of_part (self, text))
    task = self->part;
  if (carrel_schedule_label_are_links (text))
    return TRUE;
  if (task == CARREL_LABEL_NONE)
    return FALSE;
  if (block->kind == CARREL_BLOCK_LIST_ITEM || self->part != CARREL_LABEL_NONE
      || strchr (text, ':') != NULL)
    carrel_schedule_label_add_task (words, self->row, task, text);
  return TRUE;
}

/* The topic, or one of several, of which there are no more behind what is none. */
static void
take_topic (LinesBelow *self, const CarrelBlock *block, const char *text)
{
  if (!self->is_at_topics || (self->choice == SKIP_LABELS && is_remark (self->reader, text)))
    return;
  self->is_at_topics = may_be_topic (self->row, block, text);
  if (self->is_at_topics)
    carrel_schedule_reader_add_topic (
        self->row, carrel_schedule_label_skip_topic (self->reader->page->words, text));
  self->is_at_topics = self->is_at_topics && block->kind == CARREL_BLOCK_LIST_ITEM;
}

static void
read_line_below (LinesBelow *self, guint index)
{
  const CarrelPageLine *line = carrel_page_get_line (self->reader->page, index);
  const CarrelBlock *block = carrel_page_get_block (self->reader->page, line->block);

  if (take_label (self, line->text))
    return;
  end_part (self, block, index);
  if (!take_task (self, block, line->text))
    take_topic (self, block, line->text);
}

/* "Sorting" as a short paragraph, or as items, right below "## 21.09.", and what to do for it. */
static void
read_lines_below (const CarrelScheduleReader *reader,
                  const CarrelPageSection *section,
                  Choice choice,
                  CarrelScheduleRow *row)
{
  LinesBelow self = { reader, row, choice, row->topic == NULL, row->topic == NULL };

  for (guint i = section->first_line; i < section->end_line; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (reader->page, i);
      const CarrelBlock *block = carrel_page_get_block (reader->page, line->block);

      if (*line->text == '\0' || block->kind == CARREL_BLOCK_HEADING || block->list_depth > 1)
        continue;
      if (block->kind != CARREL_BLOCK_PARAGRAPH && block->kind != CARREL_BLOCK_LIST_ITEM)
        self.is_at_topics = FALSE;
      else
        read_line_below (&self, i);
    }
}

/* "Week 3", and nothing else. */
static gboolean
is_week (const CarrelScheduleReader *self, const char *heading)
{
  gsize length = 0;
  g_autofree char *week = carrel_schedule_reader_read_week (self->page->words, heading, &length);

  return week != NULL && heading[length] == '\0';
}

/* "Schedule", "Lectures", "Week 3": a heading above dates that is about none of them. */
static gboolean
is_above_all (const CarrelScheduleReader *self, const char *heading)
{
  return *heading == '\0' || is_week (self, heading) || carrel_page_name_is (heading)
         || carrel_words_has_label (self->page->words, heading, CARREL_LABEL_SCHEDULE);
}

/* The topic below a heading that is nothing but a date: what is due when there is none, or else
 * whatever stands there. */
static void
add_topic_below (const CarrelScheduleReader *self,
                 const CarrelPageSection *section,
                 CarrelScheduleRow *row)
{
  read_lines_below (self, section, SKIP_TASKS, row);
  if (row->topic == NULL)
    row->topic = g_steal_pointer (&row->due);
  if (row->topic != NULL)
    return;
  g_clear_pointer (&row->readings, g_free);
  g_clear_pointer (&row->homework, g_free);
  read_lines_below (self, section, TAKE_ALL, row);
}

/* What a heading that is nothing but a date is about: said by the heading above, or below it. */
static void
add_topic_beside (const CarrelScheduleReader *self,
                  const CarrelPageSection *section,
                  CarrelScheduleRow *row)
{
  const char *parent = get_parent_heading (self, section);

  if (is_above_all (self, parent))
    add_topic_below (self, section, row);
  if (row->topic == NULL)
    carrel_schedule_reader_set_topic (row, parent);
}

/* "Week 3", "Lecture 3": a label that leaves the topic to the lines below. */
static gboolean
is_number_of_class (const CarrelScheduleReader *self, const char *heading)
{
  gsize n = carrel_schedule_reader_match_class (heading);

  return (n > 0 && heading[n] == '\0') || is_week (self, heading);
}

/* What a heading says beside its date; "Week of" before it is no topic. */
static char *
dup_heading_topic (const char *heading, const CarrelRowDate *date)
{
  CarrelRowDate all = *date;

  /* "3. Aug 25" is the third class. */
  if (carrel_schedule_reader_leads_to_week (heading, date->start)
      || strspn (heading, "0123456789. ") == date->start)
    all.start = 0;
  return carrel_schedule_reader_cut_date (heading, &all);
}

/* @counts: of the dated headings of each level */
static void
read_dated_heading (CarrelScheduleReader *self,
                    const CarrelPageSection *section,
                    const guint *counts)
{
  CarrelRowDate date;
  g_autofree char *topic = NULL;
  g_autofree char *week = NULL;
  gsize length = 0;
  CarrelScheduleRow *row;

  if (section->level == 0 || counts[MIN (section->level, MAX_LEVEL)] < MIN_ROWS
      || !find_heading_date (self, section, &date))
    return;
  topic = dup_heading_topic (section->heading, &date);
  week = carrel_schedule_reader_read_week (self->page->words, topic, &length);
  row = carrel_schedule_reader_add_row (self, &date, section->line);
  if (week != NULL && topic[length + strspn (topic + length, " /:.-")] != '\0')
    {
      char *rest = g_strdup (topic + length + strspn (topic + length, " /:.-"));

      g_free (topic);
      topic = rest;
    }
  row->week = g_steal_pointer (&week);
  if (is_bare_label (topic))
    add_topic_beside (self, section, row);
  else
    {
      if (!is_number_of_class (self, topic))
        carrel_schedule_reader_set_topic (row, topic);
      read_lines_below (self, section, SKIP_LABELS, row);
    }
  if (row->topic == NULL && !is_bare_label (topic))
    carrel_schedule_reader_set_topic (row, topic);
  carrel_schedule_reader_finish_row (self, row);
}

/**
 * carrel_schedule_read_dated_headings:
 * @self: the rows of a page
 *
 * Adds a row for each heading with a date: "Lecture 1 (September 3)".
 */
void
carrel_schedule_read_dated_headings (CarrelScheduleReader *self)
{
  guint n_before = self->rows->len;
  guint counts[MAX_LEVEL + 1] = { 0 };

  count_dated_headings (self, counts);
  for (guint i = 0; i < carrel_page_get_n_sections (self->page); i++)
    read_dated_heading (self, carrel_page_get_section (self->page, i), counts);
  if (self->rows->len == n_before)
    read_headings_above_dates (self);
}
