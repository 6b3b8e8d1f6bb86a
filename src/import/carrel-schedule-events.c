/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Exams, deadlines and closed days that stand outside the schedule: "Midterm: October 14". */
#define G_LOG_DOMAIN "carrel-schedule-events"

#include "config.h"

#include "carrel-line-sentence.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-schedule-reader.h"
#include "carrel-sentence.h"

#include <string.h>

/* A longer line, name or remark behind the date is prose, in bytes. */
#define MAX_LINE   140
#define MAX_NAME   60
#define MAX_REMARK 60

/* Each event is looked for among the rows; a course has fewer. */
#define MAX_ROWS 2000

/* A longer section about an exam has other dates too. */
#define MAX_LINES_OF_EXAM 12

/* What stands around a date, and what is known of it. */
typedef struct
{
  const char *front;
  const char *after;
  gboolean is_listed; /* among dates of which all are events */
  gboolean is_due;
} EventText;

/* "Important dates", "Klausurtermine": all below it with a date is an event. */
static gboolean
lists_dates (const CarrelScheduleReader *self, const char *heading)
{
  static const char *const titles[]
      = { "important dates", "key dates",         "critical dates",   "dates to remember",
          "deadlines",       "due dates",         "exam dates",       "exam schedule",
          "exams",           "holidays",          "breaks",           "days off",
          "examinations",    "dates importantes", "wichtige termine", "klausurtermine",
          "klausur",         "prüfungstermine",   "prüfung",          "fechas importantes",
          "exámenes",        "datas importantes", "provas",           "tärkeät päivät",
          "tentti",          "date importanti",   "重要日期",         NULL };

  return carrel_phrase_occurs (heading, -1, titles)
         && !carrel_words_has_label (self->page->words, heading, CARREL_LABEL_LATE);
}

/* "Solutions", "grades out": what has a date beside an exam and is none. */
static gboolean
tells_of_something_else (const char *text)
{
  static const char *const others[]
      = { "solution", "solutions", "posted", "released",  "graded",   "grades",
          "review",   "practice",  "sample", "last year", "previous", "old",
          "past",     "updated",   "out on", "assigned",  "conflict", "make-up",
          "makeup",   "regrade",   "covers", NULL };

  return carrel_phrase_occurs (text, -1, others);
}

/* What it counts: "(20%)". */
static const char share[] = " ?\\(?(?:[0-9.]+ ?%|[0-9]+ (?:points|pts))\\)?";

/* A text that a date was cut out of has half a bracket: "Midterm (Hall 3", "9am, Hall 3)". */
static char *
dup_without_half_bracket (const char *text)
{
  static const char half[] = "^([^()]*?),? ?(?:\\(([^()]+)|\\)(?:[ ,]+([^()]+))?)$";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *front = NULL;
  g_autofree char *behind = NULL;

  if (!carrel_pattern_match (half, text, 0, &match))
    return g_strdup (text);
  front = g_match_info_fetch (match, 1);
  behind = g_match_info_expand_references (match, "\\2\\3", NULL);
  return *behind != '\0' ? g_strdup_printf ("%s, %s", front, behind) : g_steal_pointer (&front);
}

/* The name of an event without the words that lead to its date: "The midterm will be held on". */
static char *
dup_name (const char *text)
{
  static const char verbs[]
      = "\\s+(?:is|are|will be|takes? place|will take place|is scheduled|are scheduled|"
        "will be held|is held|will be given|is tentatively scheduled)?"
        "(?: held| given| scheduled)?(?: in[- ]class)?(?: on| for| by)?$";
  static const char label[] = "(?: ?[:,]|,? findet)? (?:date|when|on|am|le|el|em|il)$";
  static const char number[] = "^\\w\\) "; /* "a) Midterm" */
  static const char article[] = "^(?:the|our|your|a|die|der|das|la|le|el|il) (?=\\w)";
  static const char marks[] = "[ :,;(-]+$";
  const char *const cuts[] = { share, verbs, label, number, article, marks };
  g_autofree char *name = g_strdup (text);

  for (gsize i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autofree char *old = g_steal_pointer (&name);

      name = carrel_pattern_dup_without (cuts[i], old, G_REGEX_CASELESS);
    }
  /* "the midterm" began in small print. */
  if (g_ascii_islower (name[0]))
    name[0] = g_ascii_toupper (name[0]);
  return dup_without_half_bracket (name);
}

/* A few words with a capital, and no sentence. */
static gboolean
is_name (const char *name)
{
  static const char *const verbs[]
      = { "will", "is",    "are", "was", "were", "have", "has",  "be",
          "if",   "there", "we",  "you", "my",   "i",    "your", NULL };

  return !carrel_phrase_occurs (name, -1, verbs) && strlen (name) > 2 && strlen (name) <= MAX_NAME
         && strstr (name, ". ") == NULL && strpbrk (name, "?!%|") == NULL
         && g_unichar_isalnum (g_utf8_get_char (name)) && !g_ascii_islower (name[0]);
}

/* "Proposal (due", "HW 1 is due on", "Blatt 2 (Abgabe": cuts what says that something is due then
 * off. Returns whether there was anything. */
static gboolean
cut_due (const CarrelScheduleReader *self, char *name)
{
  g_autoptr (GRegex) regex
      = carrel_pattern_get ("[ (:,-]*(?:is |are |will be )?([\\p{L}]+)(?: (?:by|at) [0-9:]+ "
                            "?[ap]\\.?m\\.?)?(?: (?:on|by|at|date))?[ (:,-]*$",
                            G_REGEX_CASELESS);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *word = NULL;
  int from = 0;

  if (!g_regex_match (regex, name, 0, &match) || !g_match_info_fetch_pos (match, 0, &from, NULL))
    return FALSE;
  word = g_match_info_fetch (match, 1);
  if (carrel_words_find_label (self->page->words, word) != CARREL_LABEL_DUE)
    return FALSE;
  name[from] = '\0';
  return TRUE;
}

/* Whether a name says that it is a deadline: "Last day to drop", "Abgabe von Blatt 2". */
static gboolean
is_deadline (const CarrelWords *words, const char *name, gboolean is_listed)
{
  static const char *const last_days[]
      = { "last day to", "last day for", "deadline", "deadline for", NULL };

  return carrel_phrase_occurs (name, -1, last_days)
         || (carrel_words_find_label (words, name) == CARREL_LABEL_DUE
             && carrel_phrase_match (name, "due to") == 0)
         || (is_listed && carrel_words_has_label (words, name, CARREL_LABEL_HOMEWORK));
}

static gboolean
is_exam (const CarrelWords *words, const char *name, gboolean is_listed)
{
  static const char *const quizzes[] = { "quiz", "test", "final", "prelim", "midterm", NULL };

  return carrel_words_has_label (words, name, CARREL_LABEL_EXAM)
         || (is_listed && carrel_phrase_occurs (name, -1, quizzes));
}

/* The kind of an event; NULL for what is none. */
static const char *
find_kind (const CarrelScheduleReader *self, const char *name, gboolean is_due, gboolean is_listed)
{
  const CarrelWords *words = self->page->words;

  if (tells_of_something_else (name))
    return NULL;
  if (is_listed && carrel_words_has_label (words, name, CARREL_LABEL_BREAK))
    return "break";
  if (is_due || is_deadline (words, name, is_listed))
    return "due";
  return is_exam (words, name, is_listed) ? "exam" : NULL;
}

static const char *
skip_marks (const char *text)
{
  return text + strspn (text, " ,;:.)*_");
}

/* What stands behind the date when it is a time or a place: "9-11am, Hall 5. Labs meet on Mondays".
 */
static char *
dup_remark (const char *after)
{
  g_autofree char *remark = NULL;
  char *next;

  after += strspn (after, " ,;:.)(*_");
  while (g_str_has_prefix (after, "–") || g_str_has_prefix (after, "—") || *after == '-')
    after += (*after == '-' ? 1 : 3) + strspn (after + (*after == '-' ? 1 : 3), " ");
  remark = carrel_pattern_dup_without (share, after, 0);
  next = carrel_line_sentence_find_next (remark);
  if (next != NULL)
    *next = '\0';
  for (gsize n = strlen (remark); n > 0 && strchr (" .,;:*_!", remark[n - 1]) != NULL; n--)
    remark[n - 1] = '\0';
  if (g_str_has_suffix (remark, " statt"))
    remark[strlen (remark) - strlen (" statt")] = '\0';
  return dup_without_half_bracket (remark);
}

/* Whether a row of a day says already that there is an exam then, or that something is due. */
static gboolean
says_it (const CarrelScheduleRow *row, const char *name, const char *kind)
{
  return g_strcmp0 (row->kind, kind) == 0
         || (g_str_equal (kind, "due") && (row->due != NULL || row->homework != NULL))
         || (row->topic != NULL && strstr (row->topic, name) != NULL);
}

static gboolean
has_row (const CarrelScheduleReader *self, CarrelDate date, const char *name, const char *kind)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CarrelScheduleRow *row = g_ptr_array_index (self->rows, i);

      if (row->date.month == date.month && row->date.day == date.day && says_it (row, name, kind))
        return TRUE;
    }
  return FALSE;
}

/* "HW 1" above "Due: October 3". */
static const char *
get_parent (const CarrelScheduleReader *self, const CarrelPageLine *line)
{
  return line->parent >= 0 ? carrel_page_get_line (self->page, (guint) line->parent)->text : "";
}

/* Nothing, or "Hand-in: week 2": no name of what is due. */
static gboolean
is_label_of_due (const CarrelScheduleReader *self, const char *text)
{
  g_autofree char *label = g_strndup (text, strcspn (text, ":"));

  return *text == '\0'
         || (text[strlen (label)] == ':' && strchr (label, ' ') == NULL
             && carrel_words_find_label (self->page->words, label) == CARREL_LABEL_DUE);
}

/* What an event is called and what kind it is, as far as its texts say. */
static const char *
name_event (const CarrelScheduleReader *self,
            const CarrelPageLine *line,
            const EventText *text,
            const char *remark,
            char **name)
{
  g_autofree char *lead = g_strdup (*text->front == '\0' ? remark : text->front);
  gboolean is_due = cut_due (self, lead) || is_label_of_due (self, lead);
  const char *kind;

  *name = dup_name (is_label_of_due (self, lead) ? get_parent (self, line) : lead);
  if (!is_name (*name) || tells_of_something_else (*name))
    return NULL;
  kind = find_kind (self, *name, is_due, text->is_listed);
  return kind == NULL && text->is_due ? "due" : kind;
}

/* What stands behind the date is short and about the event. */
static gboolean
is_own_remark (const EventText *text, const char *remark)
{
  if (*text->front == '\0')
    return text->is_listed;
  return strlen (remark) <= MAX_REMARK && !tells_of_something_else (remark);
}

static void
take_event (CarrelScheduleReader *self,
            const CarrelPageLine *line,
            const CarrelRowDate *date,
            const EventText *text)
{
  const char *after
      = *text->front == '\0'
            ? carrel_schedule_reader_skip_time (self->page->words, skip_marks (text->after))
            : text->after;
  g_autofree char *remark = dup_remark (after);
  g_autofree char *name = NULL;
  const char *kind = name_event (self, line, text, remark, &name);
  CarrelScheduleRow *row;

  if (kind == NULL || !is_own_remark (text, remark) || self->rows->len >= MAX_ROWS
      || has_row (self, date->date, name, kind))
    return;
  row = carrel_schedule_reader_add_row (self, date, line->line);
  row->topic = *text->front == '\0' || *remark == '\0' ? g_steal_pointer (&name)
                                                       : g_strdup_printf ("%s, %s", name, remark);
  row->kind = g_strdup (kind);
}

/* ", 9-11am, Hall 5" behind a date. */
static gboolean
begins_with_time (const char *text)
{
  text += strspn (text, " ,;:(-");
  return *text == '\0' || g_ascii_isdigit (*text) || g_str_has_prefix (text, "from ")
         || g_str_has_prefix (text, "at ");
}

/* "Thursday, December 10, 9-11am" below "## Final exam": the heading names it. */
static const char *
get_heading_name (const CarrelScheduleReader *self, const CarrelPageLine *line)
{
  const CarrelPageSection *section = carrel_page_get_section (self->page, line->section);

  return section->level > 0 && strlen (section->heading) <= MAX_NAME
                 && g_strcmp0 (find_kind (self, section->heading, FALSE, FALSE), "exam") == 0
                 && section->end_line - section->first_line <= MAX_LINES_OF_EXAM
             ? section->heading
             : NULL;
}

/* One sentence with one date. */
static void
read_sentence (CarrelScheduleReader *self, const CarrelPageLine *line, const char *text)
{
  const char *heading = carrel_page_get_section (self->page, line->section)->heading;
  EventText event = { .is_listed = lists_dates (self, heading) };
  CarrelRowDate date;
  CarrelRowDate next;
  g_autofree char *front = NULL;

  if (strlen (text) > MAX_LINE || !carrel_row_date_find (&self->style, text, 0, &date)
      || carrel_row_date_find (&self->style, text, date.end, &next))
    return;
  front = g_strndup (text, date.start);
  for (gsize n = strlen (front); n > 0 && strchr (" :(-,*_", front[n - 1]) != NULL; n--)
    front[n - 1] = '\0';
  event.front = front;
  event.after = text + date.end;
  if (*front == '\0' && begins_with_time (text + date.end) && get_heading_name (self, line) != NULL)
    event.front = get_heading_name (self, line);
  event.is_listed = event.is_listed || event.front != front;
  take_event (self, line, &date, &event);
}

static void
read_line (CarrelScheduleReader *self, const CarrelPageLine *line)
{
  g_auto (GStrv) sentences = NULL;

  if (strlen (line->text) <= MAX_LINE)
    {
      CarrelRowDate date;
      guint n = self->rows->len;

      if (!carrel_row_date_find (&self->style, line->text, 0, &date))
        return;
      read_sentence (self, line, line->text);
      if (self->rows->len > n)
        return;
    }
  sentences = carrel_sentence_split (line->text);
  for (guint i = 0; sentences[0] != NULL && sentences[1] != NULL && sentences[i] != NULL; i++)
    read_sentence (self, line, sentences[i]);
}

/* "Due date" above a column. */
static gboolean
is_due_column (const CarrelScheduleReader *self, const CarrelBlock *block, guint column)
{
  g_autofree char *head = column < block->rows[0].n_cells
                              ? carrel_page_dup_text (&block->rows[0].cells[column])
                              : NULL;

  return head != NULL && carrel_words_find_label (self->page->words, head) == CARREL_LABEL_DUE;
}

/* "Midterm 1 | Oct 14 | 7-9pm": a name and a date in a row of a table that is no schedule. */
static void
read_row (CarrelScheduleReader *self, guint block, const CarrelTableRow *row)
{
  CarrelPageLine line = { .line = row->line,
                          .section = carrel_page_find_section (self->page, block),
                          .block = block,
                          .parent = -1 };
  const char *heading = carrel_page_get_section (self->page, line.section)->heading;
  g_autofree char *name = carrel_page_dup_text (&row->cells[0]);
  EventText event = { .front = name, .is_listed = lists_dates (self, heading) };

  for (guint i = 1; i < row->n_cells; i++)
    {
      g_autofree char *cell = carrel_page_dup_text (&row->cells[i]);
      CarrelRowDate date, first;

      if (!carrel_row_date_read (&self->style, cell, &date))
        continue;
      if (carrel_row_date_find (&self->style, name, 0, &first))
        return;
      event.after = cell + date.end;
      event.is_due = is_due_column (self, carrel_page_get_block (self->page, block), i);
      take_event (self, &line, &date, &event);
      return;
    }
}

static void
read_tables (CarrelScheduleReader *self)
{
  for (guint i = 0; i < carrel_page_get_n_blocks (self->page); i++)
    {
      const CarrelBlock *block = carrel_page_get_block (self->page, i);

      for (guint j = 0; block->kind == CARREL_BLOCK_TABLE && j < block->n_rows; j++)
        if (block->rows[j].n_cells > 1)
          read_row (self, i, &block->rows[j]);
    }
}

/**
 * carrel_schedule_read_events:
 * @self: the rows of a page, all others read
 *
 * Adds exams, deadlines and closed days that lines outside the schedule name with one date: below
 * "Important dates" all of them, elsewhere those that say what they are.
 */
void
carrel_schedule_read_events (CarrelScheduleReader *self)
{
  for (guint i = 0; i < carrel_page_get_n_lines (self->page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (self->page, i);
      CarrelBlockKind kind = carrel_page_get_block (self->page, line->block)->kind;

      if (kind != CARREL_BLOCK_HEADING && kind != CARREL_BLOCK_CODE && *line->text != '\0')
        read_line (self, line);
    }
  read_tables (self);
}
