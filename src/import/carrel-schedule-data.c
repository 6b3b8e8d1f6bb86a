/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that stand in front matter and data files: lists whose items are maps with a date. What
 * happens on a date is in the item itself, or in its "events", a list or a map whose keys are
 * Markdown and whose values are the reading. */
#define G_LOG_DOMAIN "carrel-schedule-data"

#include "config.h"

#include "carrel-phrase.h"
#include "carrel-schedule-reader.h"

#include <string.h>

/* Fewer dated items are no schedule. */
#define MIN_ITEMS 2

#define MAX_DEPTH 6

/* What one date has. */
typedef struct
{
  CarrelScheduleReader *reader;
  GPtrArray *events; /* of DataEvent */
} DataDay;

typedef struct
{
  CarrelMarkdown *markdown;
  const CarrelInline *content;
  char *label; /* "Lecture", the mark before the topic, or NULL */
  char *topic; /* or NULL */
  char *readings;
  int line;
} DataEvent;

static void
free_event (gpointer data)
{
  DataEvent *event = data;

  g_clear_pointer (&event->markdown, carrel_markdown_unref);
  g_free (event->label);
  g_free (event->topic);
  g_free (event->readings);
  g_free (event);
}

/* The text of an item for the first of @keys that it has. */
static const char *
get_first_text (const CarrelNode *node, const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *text = carrel_node_get_text (node, keys[i]);

      if (text != NULL && !g_str_equal (text, "null") && !g_str_equal (text, "~"))
        return text;
    }
  return NULL;
}

/* "[(recording)](url)": a link that stands in brackets is a remark. */
static gboolean
is_remark (const CarrelInline *content, const CarrelSpan *span)
{
  return span->kind == CARREL_SPAN_LINK && span->end > span->start + 1
         && content->text[span->start] == '(' && content->text[span->end - 1] == ')';
}

/* The text of a line of Markdown without remarks. */
static char *
dup_plain (const CarrelInline *content)
{
  GString *plain = g_string_new (content->text);

  for (guint i = content->n_spans; i > 0; i--)
    {
      const CarrelSpan *span = &content->spans[i - 1];

      if (is_remark (content, span) && span->end <= plain->len)
        g_string_erase (plain, (gssize) span->start, (gssize) (span->end - span->start));
    }
  g_strdelimit (plain->str, "\n", ' ');
  return g_strstrip (g_string_free (plain, FALSE));
}

/* "Mon: Sorting": without the day of the week, which the date says. */
static const char *
skip_weekday (const CarrelWords *words, const char *text)
{
  gsize n = 0;

  if (carrel_words_match_day (words, text, &n) == CARREL_DAY_NONE || text[n] != ':')
    return text;
  n++;
  return text + n + strspn (text + n, " ");
}

/* "Lecture{: .label } Sorting" is a label and a topic; "Quiz 2" a topic alone. */
static void
split_label (DataEvent *event, const char *text)
{
  const char *mark = strstr (text, "{:");
  const char *end = mark != NULL ? strchr (mark, '}') : NULL;
  g_autofree char *topic = g_strstrip (g_strdup (end != NULL ? end + 1 : text));

  if (end != NULL && mark > text)
    event->label = g_strstrip (g_strndup (text, (gsize) (mark - text)));
  if (*topic != '\0')
    event->topic = g_steal_pointer (&topic);
}

static DataEvent *
add_event (DataDay *day, const char *text, const char *readings, int line)
{
  g_autoptr (CarrelMarkdown) markdown
      = carrel_markdown_parse (text, -1, CARREL_MARKDOWN_PLAIN, NULL);
  g_autofree char *plain = NULL;
  DataEvent *event;

  if (markdown == NULL || carrel_markdown_get_n_blocks (markdown) == 0)
    return NULL;
  event = g_new0 (DataEvent, 1);
  event->content = &carrel_markdown_get_block (markdown, 0)->content;
  event->markdown = g_steal_pointer (&markdown);
  event->line = line;
  event->readings = g_strdup (readings);
  plain = dup_plain (event->content);
  split_label (event, skip_weekday (day->reader->page->words, plain));
  g_ptr_array_add (day->events, event);
  return event;
}

/* "topic: Sorting", "type: Lab": the item says it key by key. */
static void
add_described (DataDay *day, const CarrelNode *item)
{
  static const char *const topics[]
      = { "topic", "topics", "title", "lecture", "name", "content", "description", NULL };
  static const char *const readings[] = { "readings", "reading", "read", NULL };
  static const char *const kinds[] = { "type", "kind", "label", NULL };
  const char *topic = get_first_text (item, topics);
  const char *kind = get_first_text (item, kinds);
  DataEvent *event;

  if (topic == NULL)
    return;
  event = add_event (day, topic, get_first_text (item, readings), item->line);
  if (event != NULL && event->label == NULL)
    event->label = g_strdup (kind);
}

/* The key of a map is the event, and what it has is the reading; a key that is a label alone has
 * the topic. */
static void
add_keyed (DataDay *day, const CarrelNode *entry)
{
  const char *value = entry->kind == CARREL_NODE_TEXT ? entry->text : NULL;
  DataEvent *event;

  if (value != NULL && (*value == '\0' || g_str_equal (value, "null") || g_str_equal (value, "~")))
    value = NULL;
  event = add_event (day, entry->key, value, entry->line);
  if (event == NULL || event->topic != NULL || value == NULL)
    return;
  event->topic = g_steal_pointer (&event->readings);
}

static void
add_events (DataDay *day, const CarrelNode *events)
{
  if (events->kind == CARREL_NODE_TEXT)
    {
      add_event (day, events->text, NULL, events->line);
      return;
    }
  for (guint i = 0; i < events->children->len; i++)
    {
      const CarrelNode *entry = g_ptr_array_index (events->children, i);

      if (events->kind == CARREL_NODE_MAP)
        add_keyed (day, entry);
      else if (entry->kind == CARREL_NODE_TEXT)
        add_event (day, entry->text, NULL, entry->line);
      else if (entry->kind == CARREL_NODE_MAP && entry->children->len == 1)
        add_keyed (day, g_ptr_array_index (entry->children, 0));
      else if (entry->kind == CARREL_NODE_MAP)
        add_described (day, entry);
    }
}

static gboolean
has_label (const DataDay *day, const DataEvent *event, CarrelLabel label)
{
  const char *text = event->label != NULL ? event->label : event->topic;

  return text != NULL && carrel_words_has_label (day->reader->page->words, text, label);
}

static gboolean
is_work (const DataDay *day, const DataEvent *event)
{
  return has_label (day, event, CARREL_LABEL_HOMEWORK) || has_label (day, event, CARREL_LABEL_DUE);
}

/* A lab or a section beside the lecture of the day. */
static gboolean
is_beside (const DataDay *day, const DataEvent *event)
{
  return event->label != NULL
         && (has_label (day, event, CARREL_LABEL_LAB)
             || has_label (day, event, CARREL_LABEL_SECTION)
             || has_label (day, event, CARREL_LABEL_RECITATION)
             || has_label (day, event, CARREL_LABEL_OFFICE_HOURS));
}

static gboolean
has_lecture (const DataDay *day)
{
  for (guint i = 0; i < day->events->len; i++)
    {
      const DataEvent *event = g_ptr_array_index (day->events, i);

      if (!is_work (day, event) && !is_beside (day, event))
        return TRUE;
    }
  return FALSE;
}

/* A label that has the number of what it names is the name: "Quiz 5", and "Online" a remark. */
static const char *
get_topic (const DataEvent *event)
{
  gboolean is_name = event->label != NULL && strpbrk (event->label, "0123456789") != NULL
                     && !g_ascii_isdigit (*event->label);

  return is_name || event->topic == NULL ? event->label : event->topic;
}

static void
add_row (const DataDay *day, const CarrelRowDate *date, const DataEvent *event)
{
  CarrelScheduleReader *reader = day->reader;
  CarrelScheduleRow *row = carrel_schedule_reader_add_row (reader, date, event->line);

  carrel_schedule_reader_set_topic (row, get_topic (event));
  row->readings = g_strdup (event->readings);
  carrel_schedule_reader_add_links (row, event->content, reader->page->file, event->line);
  carrel_schedule_reader_finish_row (reader, row);
}

/* The work of a date belongs to its first row, or makes one of its own. */
static void
add_work (const DataDay *day, const CarrelRowDate *date, guint first)
{
  GPtrArray *rows = day->reader->rows;

  for (guint i = 0; i < day->events->len; i++)
    {
      const DataEvent *event = g_ptr_array_index (day->events, i);
      CarrelScheduleRow *row;

      if (!is_work (day, event) || get_topic (event) == NULL)
        continue;
      if (rows->len == first)
        carrel_schedule_reader_add_row (day->reader, date, event->line);
      row = g_ptr_array_index (rows, first);
      carrel_schedule_reader_add_text (&row->homework, get_topic (event));
      carrel_schedule_reader_finish_row (day->reader, row);
    }
}

static void
add_rows (const DataDay *day, const CarrelRowDate *date)
{
  gboolean skip_labs = has_lecture (day);
  guint first = day->reader->rows->len;

  for (guint i = 0; i < day->events->len; i++)
    {
      const DataEvent *event = g_ptr_array_index (day->events, i);

      if (get_topic (event) != NULL && !is_work (day, event)
          && !(skip_labs && is_beside (day, event)))
        add_row (day, date, event);
    }
  add_work (day, date, first);
}

/* The whole text of "date" is a date, and maybe a time. */
static gboolean
read_date (const CarrelScheduleReader *self, const CarrelNode *item, CarrelRowDate *date)
{
  static const char *const keys[] = { "date", "Date", NULL };
  const char *text = item->kind == CARREL_NODE_MAP ? get_first_text (item, keys) : NULL;

  return text != NULL && carrel_row_date_read (&self->style, text, date) && date->start == 0
         && text[date->end + strspn (text + date->end, " T0123456789:+-Z")] == '\0';
}

static void
read_item (CarrelScheduleReader *self, const CarrelNode *item)
{
  const CarrelNode *events = carrel_node_get (item, "events");
  DataDay day = { self, NULL };
  CarrelRowDate date;

  if (!read_date (self, item, &date))
    return;
  day.events = g_ptr_array_new_with_free_func (free_event);
  if (events != NULL)
    add_events (&day, events);
  else
    add_described (&day, item);
  add_rows (&day, &date);
  g_ptr_array_unref (day.events);
}

/* "news:", "announcements:": what has a date there is no class. */
static gboolean
is_news (const CarrelNode *list)
{
  static const char *const news[]
      = { "news",      "announcements", "announcement", "updates",   "posts",     "changelog",
          "deadlines", "assignments",   "homework",     "homeworks", "revisions", NULL };

  return list->key != NULL && carrel_phrase_occurs (list->key, -1, news);
}

static void
read_list (CarrelScheduleReader *self, const CarrelNode *list)
{
  guint n_dated = 0;
  CarrelRowDate date;

  for (guint i = 0; i < list->children->len; i++)
    n_dated += read_date (self, g_ptr_array_index (list->children, i), &date);
  for (guint i = 0; n_dated >= MIN_ITEMS && i < list->children->len; i++)
    read_item (self, g_ptr_array_index (list->children, i));
}

static void
read_node (CarrelScheduleReader *self, const CarrelNode *node, guint depth)
{
  guint n_before = self->rows->len;
  gboolean is_open;

  if (node->kind == CARREL_NODE_TEXT || depth > MAX_DEPTH || is_news (node))
    return;
  if (node->kind == CARREL_NODE_LIST)
    read_list (self, node);
  is_open = self->rows->len == n_before;
  /* The lists below the items of a list that has rows are parts of those. */
  for (guint i = 0; is_open && i < node->children->len; i++)
    read_node (self, g_ptr_array_index (node->children, i), depth + 1);
}

/**
 * carrel_schedule_read_data:
 * @self: the rows of a page
 *
 * Adds the rows of dated items in front matter.
 */
void
carrel_schedule_read_data (CarrelScheduleReader *self)
{
  if (self->page->front_matter != NULL)
    read_node (self, self->page->front_matter, 0);
}
