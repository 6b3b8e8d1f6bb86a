/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Building one row: its topic without dates and resource links, its kind, its links. */
#define G_LOG_DOMAIN "carrel-schedule-reader"

#include "config.h"

#include "carrel-schedule-reader.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-time-span.h"

#include <string.h>

/* The longest cell that may stand for a blank topic beside it, in bytes. */
#define MAX_TOPIC_BESIDE 40

/* The longest topic that is nothing but what is due, in bytes. */
#define MAX_DUE 59

/* Names of links that are about a lecture, not part of its topic. */
static const char *const resources[] = {
  "slides",         "slide",         "video",   "videos",  "notes",     "note",
  "notebook",       "notebooks",     "pdf",     "code",    "recording", "recordings",
  "lecture slides", "lecture notes", "lecture", "pptx",    "ppt",       "html",
  "handout",        "demo",          "folien",  "vídeo",   "annotated", "annotated slides",
  "solutions",      "colab",         "zoom",    "panopto", "youtube",   "transcript",
  "material",       "materials",     NULL,
};

/* The length of "[slides]" or "[slides, video]" at @text, 0 for anything else. */
static gsize
match_resource (const char *text)
{
  const char *at = text + 1;

  if (*text != '[')
    return 0;
  while (*at != ']' && *at != '\0')
    {
      gsize n = carrel_phrase_match_any (at, resources);

      if (n == 0)
        n = strspn (at, " |,/&[0123456789");
      if (n == 0)
        return 0;
      at += n;
    }
  at += strspn (at, "]");
  return at > text + 2 ? (gsize) (at - text) : 0;
}

/* "slides", "slides, video 2": a line of a topic with nothing but names of links. */
static gboolean
is_line_of_resources (const char *line, gsize length)
{
  const char *at = line;
  gboolean has_name = FALSE;

  while (at < line + length)
    {
      gsize n = carrel_phrase_match_any (at, resources);

      has_name = has_name || n > 0;
      n = n > 0 ? n : strspn (at, " |,/&[]()0123456789");
      if (n == 0)
        return FALSE;
      at += n;
    }
  return has_name && at == line + length;
}

/* Where the text goes on behind such a line below another; @at when there is none. */
static const char *
skip_line_of_resources (const char *at)
{
  gsize length = strcspn (at + 1, "\n");

  return is_line_of_resources (at + 1, length) ? at + 1 + length : at;
}

/* The length of an attribute list "{: .label }" at @text. */
static gsize
match_attributes (const char *text)
{
  const char *end = strchr (text, '}');

  return g_str_has_prefix (text, "{:") && end != NULL ? (gsize) (end + 1 - text) : 0;
}

static void
add_blank (GString *text)
{
  if (text->len > 0 && text->str[text->len - 1] != ' ')
    g_string_append_c (text, ' ');
}

/* The length of what is no part of a topic at @at. */
static gsize
match_left_out (const char *at, gboolean is_first)
{
  gsize n = *at == '\n' && !is_first ? (gsize) (skip_line_of_resources (at) - at) : 0;

  n = n > 0 ? n : match_resource (at);
  return n > 0 ? n : match_attributes (at);
}

/**
 * carrel_schedule_reader_dup_clean:
 * @text: a text of a row, lines joined by "\n"
 *
 * Returns: (transfer full): @text without links to materials, "[slides]", and attributes, "{: .due
 *   }", and without blanks at the ends of what is left
 */
char *
carrel_schedule_reader_dup_clean (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = text; *at != '\0';)
    {
      gsize n = match_left_out (at, clean->len == 0);

      if (n > 0 || *at == ' ')
        add_blank (clean);
      else if (*at == '\n')
        g_string_append (clean, clean->len > 0 ? "; " : "");
      else
        g_string_append_len (clean, at, g_utf8_next_char (at) - at);
      at = n > 0 ? at + n : g_utf8_next_char (at);
    }
  return g_strdup (g_strchomp (clean->str));
}

/**
 * carrel_schedule_reader_add_row:
 * @self: the rows of a page
 * @date: (nullable): its date
 * @line: its line
 *
 * Returns: (transfer none): a new row at the end
 */
CarrelScheduleRow *
carrel_schedule_reader_add_row (CarrelScheduleReader *self, const CarrelRowDate *date, int line)
{
  CarrelScheduleRow *row = carrel_record_new (&carrel_schedule_row_type);

  carrel_record_set_source (row, self->page->file, line);
  if (date != NULL)
    {
      row->date = date->date;
      row->date_end = date->until;
    }
  g_ptr_array_add (self->rows, row);
  return row;
}

/* "Séance 3 : Sets": the topic without the number of the class, in languages other than English,
 * whose "Lecture 3:" readers know. */
static const char *
skip_number_of_class (const char *topic)
{
  g_autoptr (GRegex) regex = carrel_pattern_get ("^(?:Séance|Leçon|Sesión|Lección|Clase|Sitzung|"
                                                 "Vorlesung|Termin|Lezione|Luento|Aula) [0-9]{1,2}"
                                                 " ?[:–—-] ?(?=\\S)",
                                                 0);
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  return g_regex_match (regex, topic, 0, &match) && g_match_info_fetch_pos (match, 0, NULL, &end)
             ? topic + end
             : topic;
}

/**
 * carrel_schedule_reader_set_topic:
 * @row: a row
 * @text: the text of its topic, lines joined by "\n"
 */
void
carrel_schedule_reader_set_topic (CarrelScheduleRow *row, const char *text)
{
  g_autofree char *clean = carrel_schedule_reader_dup_clean (text);

  g_free (row->topic);
  row->topic = *clean != '\0' ? g_strdup (skip_number_of_class (clean)) : NULL;
}

/**
 * carrel_schedule_reader_add_topic:
 * @row: a row
 * @text: one more text of its topic; a remark in brackets alone is left out
 */
void
carrel_schedule_reader_add_topic (CarrelScheduleRow *row, const char *text)
{
  g_autofree char *clean = carrel_schedule_reader_dup_clean (text);
  g_autofree char *joined = NULL;
  gsize length = strlen (clean);

  if (length == 0 || (clean[0] == '(' && clean[length - 1] == ')'))
    return;
  joined = row->topic != NULL ? g_strdup_printf ("%s; %s", row->topic, clean) : g_strdup (clean);
  g_free (row->topic);
  row->topic = g_steal_pointer (&joined);
}

/**
 * carrel_schedule_reader_add_text:
 * @field: (inout): a text of a row, such as its readings
 * @text: what to add to it
 */
void
carrel_schedule_reader_add_text (char **field, const char *text)
{
  g_autofree char *before = *field;

  if (*text == '\0')
    {
      g_steal_pointer (&before);
      return;
    }
  *field = before != NULL ? g_strdup_printf ("%s; %s", before, text) : g_strdup (text);
  g_strdelimit (*field, "\n", ' ');
}

/**
 * carrel_schedule_reader_add_links:
 * @row: a row
 * @content: a cell or an item of it
 * @file: the file, for the source of the links
 * @line: the line
 */
void
carrel_schedule_reader_add_links (CarrelScheduleRow *row,
                                  const CarrelInline *content,
                                  const char *file,
                                  int line)
{
  for (guint i = 0; i < content->n_spans; i++)
    {
      const CarrelSpan *span = &content->spans[i];
      CarrelLink *link;

      if (span->kind != CARREL_SPAN_LINK || span->url == NULL || *span->url == '\0'
          || *span->url == '#')
        continue;
      link = carrel_record_new (&carrel_link_type);
      carrel_record_set_source (link, file, line);
      link->kind = g_strdup ("materials");
      link->title = g_strstrip (g_strndup (content->text + span->start, span->end - span->start));
      link->url = g_strdup (span->url);
      g_ptr_array_add (row->links, link);
    }
}

/* "Quiz 2", "Final": the name of an exam and at most its number. */
static gboolean
is_bare_exam (const char *text)
{
  static const char *const exams[]
      = { "quiz", "final", "finals", "midterm", "test", "exam", "prelim", NULL };
  gsize n = carrel_phrase_match_any (text, exams);

  return n > 0 && text[n + strspn (text + n, " #0123456789.*")] == '\0';
}

/**
 * carrel_schedule_reader_match_class:
 * @text: valid UTF-8
 *
 * Returns: how many bytes the number of a class has at the start of @text, "Lecture 7", "Lab #3"; 0
 *   where there is none
 */
gsize
carrel_schedule_reader_match_class (const char *text)
{
  static const char pattern[] = "^(?i:class|lecture|lec|lesson|session|meeting|day|lab|unit|module)"
                                "\\.? ?#?[0-9]{1,2}(?!\\w)";
  gsize start = 0;
  gsize end = 0;

  return carrel_pattern_find (pattern, text, &start, &end) ? end : 0;
}

/* "Lecture 7: Quiz 2": what stands behind the number of a class. */
static const char *
skip_label_of_class (const char *topic)
{
  const char *rest = topic + carrel_schedule_reader_match_class (topic);
  gsize start = 0;
  gsize end = 0;

  return rest > topic && carrel_pattern_find ("^ ?[:.,–—-] ?", rest, &start, &end) ? rest + end
                                                                                   : topic;
}

/* An exam is named, and not its rehearsal or its solutions. */
static gboolean
is_exam (const CarrelWords *words, const char *topic)
{
  static const char *const rehearsals[] = { "review",       "practice",     "prep",
                                            "preparation",  "vorbereitung", "prüfungsvorbereitung",
                                            "révision",     "préparation",  "revisão",
                                            "status check", "solutions",    "out",
                                            "discussion",   "debrief",      NULL };

  return is_bare_exam (skip_label_of_class (topic))
         || (carrel_words_has_label (words, topic, CARREL_LABEL_EXAM)
             && !carrel_phrase_occurs (topic, -1, rehearsals));
}

/**
 * carrel_schedule_reader_is_due:
 * @words: the words of the page's language
 * @text: a topic, or a line below a date
 *
 * Returns: whether something is to be handed in: "Essay due", not "Cancelled due to snow", "Due
 *   process" and "Nothing due"
 */
gboolean
carrel_schedule_reader_is_due (const CarrelWords *words, const char *text)
{
  static const char *const others[] = { "due to", "due process", "due diligence", NULL };

  static const char nothing[] = "\\b(?:no|not|nothing)\\b[^,.;:()]*\\bdue\\b|\\bdue dates\\b";

  return carrel_words_has_label (words, text, CARREL_LABEL_DUE)
         && !carrel_pattern_matches (nothing, text, G_REGEX_CASELESS)
         && !carrel_phrase_occurs (text, -1, others);
}

static const char *
find_kind (const CarrelScheduleReader *self, const CarrelScheduleRow *row)
{
  const char *topic = row->topic != NULL ? row->topic : "";
  const CarrelWords *words = self->page->words;

  if (carrel_words_has_label (words, topic, CARREL_LABEL_BREAK))
    return "break";
  if (is_exam (words, topic))
    return "exam";
  if ((*topic == '\0' && (row->due != NULL || row->homework != NULL))
      || (strlen (topic) <= MAX_DUE && carrel_schedule_reader_is_due (words, topic)))
    return "due";
  return "lecture";
}

/**
 * carrel_schedule_reader_finish_row:
 * @self: the rows of a page
 * @row: a row whose texts are complete
 *
 * Says what kind of row it is.
 */
void
carrel_schedule_reader_finish_row (const CarrelScheduleReader *self, CarrelScheduleRow *row)
{
  g_free (row->kind);
  row->kind = g_strdup (find_kind (self, row));
}

/* "Lecture 12" and nothing else. */
static gboolean
is_bare_class (const char *text)
{
  static const char *const classes[]
      = { "lecture", "class", "session", "aula",    "clase",     "séance",
          "seance",  "leçon", "cours",   "lezione", "vorlesung", NULL };
  gsize n = carrel_phrase_match_any (text, classes);
  const char *number = text + n + strspn (text + n, " #");

  return n > 0 && *number != '\0' && strspn (number, "0123456789") == strlen (number);
}

/**
 * carrel_schedule_reader_is_topic:
 * @self: the rows of a page
 * @text: a cell beside a blank topic
 *
 * Returns: whether it says that there is no class, an exam or a review, or which class there is,
 * and little else
 */
gboolean
carrel_schedule_reader_is_topic (const CarrelScheduleReader *self, const char *text)
{
  static const char *const reviews[] = { "review",    "review session", "repaso",       "révision",
                                         "révisions", "revisão",        "wiederholung", NULL };
  gsize n = carrel_phrase_match_any (text, reviews);

  return strlen (text) <= MAX_TOPIC_BESIDE
         && ((n > 0 && text[n] == '\0') || is_bare_exam (text) || is_bare_class (text)
             || carrel_words_has_label (self->page->words, text, CARREL_LABEL_BREAK)
             || carrel_words_has_label (self->page->words, text, CARREL_LABEL_EXAM));
}

/**
 * carrel_schedule_reader_is_events:
 * @self: the rows of a page
 * @section: the index of a section
 *
 * Returns: whether the section lists single events, such as deadlines, news or other office hours,
 *   and no classes
 */
gboolean
carrel_schedule_reader_is_events (const CarrelScheduleReader *self, guint section)
{
  static const char *const events[] = { "important dates",
                                        "key dates",
                                        "important deadlines",
                                        "deadlines",
                                        "announcements",
                                        "announcement",
                                        "news",
                                        "updates",
                                        "change log",
                                        "changelog",
                                        "exam dates",
                                        "exams",
                                        "due dates",
                                        "revisions",
                                        "history",
                                        "dates importantes",
                                        "wichtige termine",
                                        "fechas importantes",
                                        "datas importantes",
                                        NULL };
  /* "Lectures and office hours" has lectures too. */
  static const char office_hours[]
      = "^\\W*(?:(?:other|extra|special|additional|changed|more|my|our|the) )*office hours?\\W*$";
  const char *heading = carrel_page_get_section (self->page, section)->heading;

  return (carrel_phrase_occurs (heading, -1, events)
          || carrel_pattern_matches (office_hours, heading, G_REGEX_CASELESS))
         && !carrel_words_has_label (self->page->words, heading, CARREL_LABEL_SCHEDULE);
}

/* Blanks, brackets and marks that a date leaves behind. */
static gboolean
is_left_over (const char *at)
{
  return strchr (" :,;-()[]*_.|\n", *at) != NULL || g_str_has_prefix (at, "–")
         || g_str_has_prefix (at, "—") || g_str_has_prefix (at, "•") || g_str_has_prefix (at, "·")
         || g_str_has_prefix (at, "：") || g_str_has_prefix (at, "\302\240");
}

/* What stands before a date, without the marks that led to it. */
static char *
dup_front (const char *text, gsize length)
{
  const char *end = text + length;

  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);

      if (!is_left_over (last) || *last == ')')
        break;
      end = last;
    }
  return g_strndup (text, (gsize) (end - text));
}

/**
 * carrel_schedule_reader_cut_date:
 * @text: a heading or a line
 * @date: a date that was found in it
 *
 * Returns: (transfer full): @text without the date and the marks around it
 */
char *
carrel_schedule_reader_cut_date (const char *text, const CarrelRowDate *date)
{
  const char *after = text + date->end;
  g_autofree char *front = dup_front (text, date->start);

  while (*after != '\0' && is_left_over (after) && *after != '(' && *after != '[')
    after = g_utf8_next_char (after);
  if (*front == '\0')
    return g_strdup (after);
  return *after == '\0' ? g_steal_pointer (&front) : g_strdup_printf ("%s: %s", front, after);
}

/**
 * carrel_schedule_reader_skip_time:
 * @words: the words of the page's language
 * @topic: what stands behind a date
 *
 * Returns: what follows a time, "2-4pm: Final exam" or "(2-4pm) Final exam": it is no topic
 */
const char *
carrel_schedule_reader_skip_time (const CarrelWords *words, const char *topic)
{
  const char *at = topic + strspn (topic, " (");
  CarrelTimeSpan span;
  gboolean is_bracketed = at > topic && at[-1] == '(';

  if (!carrel_time_span_read (words, at, CARREL_TIME_PLAIN, &span))
    return topic;
  at += span.length;
  if (is_bracketed ? *at != ')' : strchr (":,;", *at) == NULL)
    return topic;
  at += strspn (at, " ):,;-");
  return *at != '\0' ? at : topic;
}

/**
 * carrel_schedule_reader_leads_to_week:
 * @text: a heading or a line
 * @length: how many bytes stand before its date
 *
 * Returns: whether they are "Week of", which belongs to the date
 */
gboolean
carrel_schedule_reader_leads_to_week (const char *text, gsize length)
{
  return length > 0 && length <= strlen ("The week of ")
         && carrel_pattern_matches ("^(?:the )?week of ", text, G_REGEX_CASELESS);
}

/* "第3周" */
static char *
read_numbered_week (const char *text, gsize *length)
{
  static const char *const weeks[] = { "周", "週", "回" };
  const char *digits = text + strlen ("第");
  gsize n;

  if (!g_str_has_prefix (text, "第"))
    return NULL;
  n = strspn (digits, "0123456789");
  for (guint i = 0; n > 0 && i < G_N_ELEMENTS (weeks); i++)
    if (g_str_has_prefix (digits + n, weeks[i]))
      {
        *length = (gsize) (digits + n - text) + strlen (weeks[i]);
        return g_strndup (digits, n);
      }
  return NULL;
}

/* The rest of "7-9" and "7–9", weeks from one to another. */
static gsize
match_week_end (const char *text)
{
  gsize n = *text == '-' ? 1 : g_str_has_prefix (text, "–") ? strlen ("–") : 0;
  gsize digits = strspn (text + n, "0123456789");

  return n > 0 && digits > 0 && digits <= 2 && !g_ascii_isalnum (text[n + digits])
                 && text[n + digits] != '/' && text[n + digits] != '-'
             ? n + digits
             : 0;
}

/* The number behind the @n bytes of a word for "week". */
static char *
read_week_number (const char *text, gsize n, gsize *length)
{
  gsize digits;

  n += strspn (text + n, " .#");
  digits = strspn (text + n, "0123456789");
  if (digits == 0 || digits > 2)
    return NULL;
  /* "Week 3a" */
  if (g_ascii_islower (text[n + digits]) && !g_ascii_isalnum (text[n + digits + 1]))
    digits++;
  else
    digits += match_week_end (text + n + digits);
  *length = n + digits;
  return g_strndup (text + n, digits);
}

/**
 * carrel_schedule_reader_read_week:
 * @words: the words of the page's language
 * @text: valid UTF-8 that starts at a word
 * @length: (out): how many bytes the label has
 *
 * Reads the label of a week at the start of a text: "Week 3", "Semaine 12", "第3周".
 *
 * Returns: (transfer full) (nullable): the number or the name of the week, or %NULL
 */
char *
carrel_schedule_reader_read_week (const CarrelWords *words, const char *text, gsize *length)
{
  const CarrelWords *const both[] = { words, &carrel_words_en };
  char *week = read_numbered_week (text, length);

  for (guint i = 0; week == NULL && i < G_N_ELEMENTS (both); i++)
    for (const CarrelWord *word = both[i]->labels; week == NULL && word->text != NULL; word++)
      {
        gsize n = word->value == CARREL_LABEL_WEEK ? carrel_phrase_match (text, word->text) : 0;

        if (n > 0)
          week = read_week_number (text, n, length);
      }
  return week;
}

/**
 * carrel_schedule_reader_keep_rows:
 * @self: the rows of a page
 * @rows: (element-type CarrelScheduleRow) (inout): rows that may be a schedule; empty afterwards
 * @min_rows: the fewest that make one
 *
 * Moves @rows to the reader when there are enough of them.
 *
 * Returns: whether there were
 */
gboolean
carrel_schedule_reader_keep_rows (CarrelScheduleReader *self, GPtrArray *rows, guint min_rows)
{
  gboolean is_enough = rows->len >= min_rows;

  for (guint i = 0; is_enough && i < rows->len; i++)
    g_ptr_array_add (self->rows, carrel_record_ref (g_ptr_array_index (rows, i)));
  g_ptr_array_set_size (rows, 0);
  return is_enough;
}
