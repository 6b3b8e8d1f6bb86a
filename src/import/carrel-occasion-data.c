/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Classes and office hours in front matter and data files: the weekly schedule and the staff of
 * just-the-class sites, and keys that are labels. */
#define G_LOG_DOMAIN "carrel-occasion"

#include "config.h"

#include "carrel-occasion.h"

#include "carrel-day-list.h"
#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-phrase.h"
#include "carrel-role.h"

#include <string.h>

typedef struct
{
  const CarrelPage *page;
  GPtrArray *occasions;
  CarrelTimeFlags flags;
  char *person; /* whose page it is, or NULL */
  const char *role;
} DataScanner;

static gboolean
read_event_time (const DataScanner *scanner, const CarrelNode *event, CarrelSlot *slot)
{
  const char *start = carrel_node_get_text (event, "start");
  const char *end = carrel_node_get_text (event, "end");
  CarrelTimeSpan span;

  if (start == NULL || !carrel_time_span_read (scanner->page->words, start, scanner->flags, &span))
    return FALSE;
  slot->start = span.start;
  slot->end = span.end;
  if (end != NULL && carrel_time_span_read (scanner->page->words, end, scanner->flags, &span))
    slot->end = span.start;
  return TRUE;
}

/* The place of an event, "OH @ 6A South" or its key; who then is named where a place should be. */
static const char *
read_event_place (const DataScanner *scanner, const CarrelNode *event, CarrelOccasion *occasion)
{
  const char *at = strchr (carrel_node_get_text (event, "name"), '@');
  const char *location = carrel_node_get_text (event, "location");
  const char *person = carrel_node_get_text (event, "person");
  const char *text = at != NULL ? at + 1 : location;
  g_auto (CarrelPlace) place = { 0 };

  if (text != NULL)
    carrel_place_read_cell (scanner->page->words, text, &place);
  carrel_occasion_take_place (occasion, &place);
  return person == NULL && at != NULL ? location : person;
}

/* "Office hours (Ann)": the name in brackets behind that of the event. */
static char *
dup_event_person (const DataScanner *scanner, const char *name)
{
  const CarrelWords *words = scanner->page->words;
  const char *open = strchr (name, '(');
  const char *close = open != NULL ? strchr (open, ')') : NULL;
  g_autofree char *inner = close != NULL ? g_strndup (open + 1, (gsize) (close - open) - 1) : NULL;
  g_autofree char *read = NULL;

  if (inner == NULL || close[1] != '\0'
      || carrel_words_find_label (words, inner) != CARREL_LABEL_NONE
      || carrel_role_find (words, inner) != NULL)
    return NULL;
  read = carrel_person_name_read (words, inner);
  return g_strcmp0 (read, inner) == 0 ? g_steal_pointer (&read) : NULL;
}

/* "Virtual", "Instructor's" and their like before office hours. */
static gboolean
is_nobody (const DataScanner *scanner, const char *front)
{
  static const char *const others[]
      = { "virtual", "open",      "drop-in", "remote",  "in-person", "extended", "joint",
          "special", "public",    "shared",  "group",   "online",    "math",     "physics",
          "python",  "chemistry", "biology", "cs",      "peer",      "evening",  "professor",
          "prof",    "faculty",   "late",    "regular", "zoom",      NULL };

  return carrel_phrase_match_any (front, others) > 0
         || carrel_words_find_label (scanner->page->words, front) != CARREL_LABEL_NONE
         || carrel_role_find (scanner->page->words, front) != NULL;
}

/* "Roe Office Hours", "Ann's OH": the name before what the event is. */
static char *
dup_event_holder (const DataScanner *scanner, const char *name)
{
  static const char *const kinds[]
      = { "office hours", "office hour", "office-hours", "oh", "student hours", NULL };
  gsize length = 0;
  const char *kind = carrel_phrase_find (name, -1, kinds, &length);
  g_autofree char *front = kind != NULL ? g_strndup (name, (gsize) (kind - name)) : NULL;
  g_autofree char *read = NULL;
  char *owner;

  if (front == NULL || kind[length] != '\0')
    return NULL;
  owner = strstr (front, "'s ") != NULL ? strstr (front, "'s ") : strstr (front, "’s ");
  if (owner != NULL)
    *owner = '\0';
  g_strstrip (front);
  if (is_nobody (scanner, front))
    return NULL;
  read = carrel_person_name_read (scanner->page->words, front);
  return read != NULL && g_str_has_suffix (front, read) ? g_steal_pointer (&read) : NULL;
}

/* One entry for each of the people who hold an event. */
static void
add_event_people (DataScanner *scanner, CarrelOccasion *occasion, const char *people)
{
  g_autoptr (GPtrArray) names
      = carrel_person_name_split (scanner->page->words, people != NULL ? people : "");

  for (guint i = 1; i < names->len; i++)
    {
      CarrelOccasion *copy = carrel_occasion_copy (occasion);

      copy->person = g_strdup (g_ptr_array_index (names, i));
      g_ptr_array_add (scanner->occasions, copy);
    }
  if (names->len > 0)
    occasion->person = g_strdup (g_ptr_array_index (names, 0));
}

static void
add_event (DataScanner *scanner, const CarrelNode *event, CarrelDays days)
{
  const CarrelWords *words = scanner->page->words;
  const char *name = carrel_node_get_text (event, "name");
  const char *meeting_kind = NULL;
  CarrelSlot slot = { .days = days };
  CarrelOccasionKind kind;
  CarrelOccasion *occasion;
  const char *people;
  g_autofree char *bracketed = NULL;

  if (name == NULL || !read_event_time (scanner, event, &slot))
    return;
  kind = carrel_occasion_get_kind (words, name, &meeting_kind);
  if (kind == CARREL_OCCASION_NONE)
    return;
  occasion = carrel_occasion_new (kind, event->line);
  occasion->meeting_kind = meeting_kind;
  carrel_occasion_set_slot (occasion, &slot);
  occasion->section = carrel_occasion_dup_section (words, name);
  people = read_event_place (scanner, event, occasion);
  g_ptr_array_add (scanner->occasions, occasion);
  if (kind == CARREL_OCCASION_HOURS && people == NULL)
    people = bracketed = dup_event_person (scanner, name);
  if (kind == CARREL_OCCASION_HOURS && people == NULL)
    people = bracketed = dup_event_holder (scanner, name);
  add_event_people (scanner, occasion, people);
}

static void
read_weekly (DataScanner *scanner, const CarrelNode *schedule)
{
  for (guint i = 0; schedule != NULL && schedule->children != NULL && i < schedule->children->len;
       i++)
    {
      const CarrelNode *day = g_ptr_array_index (schedule->children, i);
      const CarrelNode *events = carrel_node_get (day, "events");
      const char *name = carrel_node_get_text (day, "name");
      CarrelDays days
          = name != NULL ? carrel_day_list_read_all (scanner->page->words, name) : CARREL_DAY_NONE;

      for (guint j = 0; days != CARREL_DAY_NONE && events != NULL && events->children != NULL
                        && j < events->children->len;
           j++)
        add_event (scanner, g_ptr_array_index (events->children, j), days);
    }
}

static CarrelOccasion *
add_hours (DataScanner *scanner, int line)
{
  CarrelOccasion *occasion = carrel_occasion_new (CARREL_OCCASION_HOURS, line);

  occasion->person = g_strdup (scanner->person);
  occasion->role = scanner->role;
  g_ptr_array_add (scanner->occasions, occasion);
  return occasion;
}

/* One line of the hours of the person whose page it is. */
static void
read_hours_line (DataScanner *scanner, const char *text, int line)
{
  const CarrelWords *words = scanner->page->words;
  g_autoptr (GArray) slots = carrel_slot_read_line (words, text, scanner->flags);
  g_auto (CarrelPlace) shared = { 0 };
  guint first = scanner->occasions->len;

  for (guint i = 0; i < slots->len; i++)
    {
      const CarrelSlot *slot = &g_array_index (slots, CarrelSlot, i);
      gsize next
          = i + 1 < slots->len ? g_array_index (slots, CarrelSlot, i + 1).from : strlen (text);
      g_autofree char *after
          = g_strndup (text + slot->until, next > slot->until ? next - slot->until : 0);
      CarrelPlace place;
      CarrelOccasion *occasion;

      if (slot->days == CARREL_DAY_NONE)
        continue;
      occasion = add_hours (scanner, line);
      carrel_occasion_set_slot (occasion, slot);
      carrel_place_read_after (words, after, &place);
      carrel_occasion_take_place (occasion, &place);
    }
  for (guint i = first; scanner->occasions->len > first && i + 1 < scanner->occasions->len; i++)
    {
      CarrelOccasion *occasion = g_ptr_array_index (scanner->occasions, i);
      const CarrelOccasion *last
          = g_ptr_array_index (scanner->occasions, scanner->occasions->len - 1);

      if (occasion->place == NULL)
        occasion->place = g_strdup (last->place);
    }
  if (carrel_words_has_label (words, text, CARREL_LABEL_APPOINTMENT))
    add_hours (scanner, line)->by_appointment = TRUE;
}

static void
read_hours (DataScanner *scanner, const CarrelNode *node)
{
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    read_hours (scanner, g_ptr_array_index (node->children, i));
  if (node->text == NULL)
    return;
  lines = g_strsplit (node->text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *plain = g_strdup (g_strstrip (lines[i]));

      if (plain[0] != '\0')
        read_hours_line (scanner, plain, node->line + (int) i);
    }
}

static gboolean
is_hours_key (const DataScanner *scanner, const char *key)
{
  g_autofree char *plain = g_strdelimit (g_strdup (key), "-_", ' ');
  g_autofree char *folded = g_utf8_strdown (plain, -1);

  return carrel_words_has_label (scanner->page->words, plain, CARREL_LABEL_OFFICE_HOURS)
         || strstr (folded, "office hrs") != NULL || strstr (folded, "officehours") != NULL;
}

static void
read_hours_keys (DataScanner *scanner, const CarrelNode *map, guint depth)
{
  for (guint i = 0; map != NULL && map->kind == CARREL_NODE_MAP && i < map->children->len; i++)
    {
      const CarrelNode *child = g_ptr_array_index (map->children, i);

      if (child->key != NULL && is_hours_key (scanner, child->key))
        read_hours (scanner, child);
      else if (child->kind == CARREL_NODE_MAP && depth < 2)
        read_hours_keys (scanner, child, depth + 1);
    }
}

/* "section: Tuesdays 2-3PM, Soda 310" of a person: a class that the person holds. */
static void
read_section (DataScanner *scanner, const CarrelNode *node)
{
  const CarrelWords *words = scanner->page->words;
  g_autoptr (GArray) slots = NULL;

  if (node == NULL || node->text == NULL || scanner->person == NULL)
    return;
  slots = carrel_slot_read_line (words, node->text, scanner->flags);
  for (guint i = 0; i < slots->len; i++)
    {
      const CarrelSlot *slot = &g_array_index (slots, CarrelSlot, i);
      CarrelOccasion *occasion;
      CarrelPlace place;

      if (slot->days == CARREL_DAY_NONE || slot->is_dated)
        continue;
      occasion = carrel_occasion_new (CARREL_OCCASION_MEETING, node->line);
      occasion->meeting_kind = "section";
      occasion->person = g_strdup (scanner->person);
      carrel_occasion_set_slot (occasion, slot);
      carrel_place_read_after (words, node->text + slot->until, &place);
      carrel_occasion_take_place (occasion, &place);
      g_ptr_array_add (scanner->occasions, occasion);
    }
}

static const char *
get_first_text (const CarrelNode *node, const char *const *keys)
{
  for (gsize i = 0; keys[i] != NULL; i++)
    if (carrel_node_get_text (node, keys[i]) != NULL)
      return carrel_node_get_text (node, keys[i]);
  return NULL;
}

/* "Mondays 3:35-4:25, Birch Hall 12": the place behind a time. */
static void
read_place_behind (const DataScanner *scanner,
                   const char *text,
                   const GArray *slots,
                   guint index,
                   CarrelPlace *place)
{
  g_autofree char *after = carrel_occasion_dup_after (text, slots, index);

  carrel_place_read_after (scanner->page->words, after, place);
}

/* The slots of @text, at the place that an entry names. */
static void
read_times (DataScanner *scanner,
            const CarrelNode *entry,
            const char *text,
            const CarrelOccasion *model)
{
  static const char *const places[] = { "location", "place", "room", "where", NULL };
  const char *where = get_first_text (entry, places);
  g_autoptr (GArray) slots = carrel_slot_read_line (scanner->page->words, text, scanner->flags);

  for (guint i = 0; i < slots->len; i++)
    {
      const CarrelSlot *slot = &g_array_index (slots, CarrelSlot, i);
      CarrelOccasion *occasion;
      g_auto (CarrelPlace) place = { 0 };

      if (slot->days == CARREL_DAY_NONE || slot->is_dated)
        continue;
      occasion = carrel_occasion_copy (model);
      occasion->person = g_strdup (model->person);
      occasion->line = entry->line;
      carrel_occasion_set_slot (occasion, slot);
      if (where != NULL)
        carrel_place_read_cell (scanner->page->words, where, &place);
      else
        read_place_behind (scanner, text, slots, i, &place);
      carrel_occasion_take_place (occasion, &place);
      g_ptr_array_add (scanner->occasions, occasion);
    }
}

/* "{ time: MWF 11:30-12:20, location: LAAH 373 }": the slots of one entry. */
static void
read_timed_entry (DataScanner *scanner, const CarrelNode *entry, const CarrelOccasion *model)
{
  static const char *const times[] = { "time", "times", "hours", "when", NULL };
  const char *text = get_first_text (entry, times);

  read_times (scanner, entry, text != NULL ? text : "", model);
}

/* "days: MWF 8-9:45 am" or "days: MWF", "time: 8-9:45 am" beside "room:" are those of the class. */
static void
read_class_keys (DataScanner *scanner, const CarrelNode *map)
{
  static const char *const all_days[] = { "days", "day", "meeting_days", "class_days", NULL };
  static const char *const all_times[]
      = { "time", "times", "meeting_time", "meeting_times", "class_time", "meets", NULL };
  const char *days = get_first_text (map, all_days);
  const char *times = get_first_text (map, all_times);
  g_autofree char *text
      = g_strconcat (days != NULL ? days : "", " ", times != NULL ? times : "", NULL);
  g_autoptr (CarrelOccasion) model = carrel_occasion_new (CARREL_OCCASION_MEETING, map->line);

  model->meeting_kind = "lecture";
  read_times (scanner, map, text, model);
}

/* "schedule: ['Tuesdays & Thursdays, 9:40-11:00']" beside "location:". */
static void
read_schedule_texts (DataScanner *scanner, const CarrelNode *map)
{
  const CarrelNode *schedule = carrel_node_get (map, "schedule");
  g_autoptr (CarrelOccasion) model = carrel_occasion_new (CARREL_OCCASION_MEETING, map->line);

  model->meeting_kind = "lecture";
  if (schedule != NULL && schedule->text != NULL)
    read_times (scanner, map, schedule->text, model);
  for (guint i = 0;
       schedule != NULL && schedule->kind == CARREL_NODE_LIST && i < schedule->children->len; i++)
    {
      const CarrelNode *item = g_ptr_array_index (schedule->children, i);

      if (item->text != NULL)
        read_times (scanner, map, item->text, model);
    }
}

/* "meetings:" with a list of times and places. */
static void
read_meeting_lists (DataScanner *scanner, const CarrelNode *map)
{
  static const char *const keys[] = { "meetings", "meeting", "meeting_times", "lectures",
                                      "lecture",  "labs",    "lab",           "sections" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const CarrelNode *list = carrel_node_get (map, keys[i]);
      g_autofree char *label = g_strdelimit (g_strdup (keys[i]), "_", ' ');
      g_autoptr (CarrelOccasion) model = carrel_occasion_new (CARREL_OCCASION_MEETING, 0);

      carrel_occasion_get_kind (scanner->page->words, label, &model->meeting_kind);
      if (list != NULL && list->kind == CARREL_NODE_MAP)
        read_timed_entry (scanner, list, model);
      for (guint j = 0; list != NULL && list->kind == CARREL_NODE_LIST && j < list->children->len;
           j++)
        read_timed_entry (scanner, g_ptr_array_index (list->children, j), model);
    }
}

/* "office: [{ hours: MWF 1-2, location: LAAH 417 }]" of one of the people of a course. */
static void
read_person_office (DataScanner *scanner, const CarrelNode *person, const char *role)
{
  const CarrelNode *office = carrel_node_get (person, "office");
  const char *name = carrel_node_get_text (person, "name");
  g_autoptr (CarrelOccasion) model = carrel_occasion_new (CARREL_OCCASION_HOURS, 0);

  model->person = name != NULL ? carrel_person_name_read (scanner->page->words, name) : NULL;
  model->role = role;
  if (office != NULL && office->kind == CARREL_NODE_MAP)
    read_timed_entry (scanner, office, model);
  for (guint i = 0; office != NULL && office->kind == CARREL_NODE_LIST && i < office->children->len;
       i++)
    read_timed_entry (scanner, g_ptr_array_index (office->children, i), model);
}

/* "{ name: Ann Lee, office_hours: Mon 3-4 }" in a list of people. */
static void
read_person_hours (DataScanner *scanner, const CarrelNode *person, const char *role)
{
  const char *name = carrel_node_get_text (person, "name");
  DataScanner own = *scanner;

  if (person->kind != CARREL_NODE_MAP || name == NULL)
    return;
  own.person = carrel_person_name_read (scanner->page->words, name);
  own.role = role;
  if (own.person != NULL)
    read_hours_keys (&own, person, 2);
  g_free (own.person);
}

static void
read_people_offices (DataScanner *scanner, const CarrelNode *map)
{
  for (guint i = 0; map != NULL && map->kind == CARREL_NODE_MAP && i < map->children->len; i++)
    {
      const CarrelNode *list = g_ptr_array_index (map->children, i);
      const char *role
          = list->key != NULL ? carrel_role_find (scanner->page->words, list->key) : NULL;

      for (guint j = 0; list->kind == CARREL_NODE_LIST && j < list->children->len; j++)
        read_person_hours (scanner, g_ptr_array_index (list->children, j), role);
      for (guint j = 0; role != NULL && list->kind == CARREL_NODE_LIST && j < list->children->len;
           j++)
        read_person_office (scanner, g_ptr_array_index (list->children, j), role);
    }
}

/* What "course:" has as a map of its own, and the same keys beside it. */
static void
read_course (DataScanner *scanner, const CarrelNode *map)
{
  if (map == NULL || map->kind != CARREL_NODE_MAP)
    return;
  read_class_keys (scanner, map);
  read_schedule_texts (scanner, map);
  read_meeting_lists (scanner, map);
  read_people_offices (scanner, map);
}

/**
 * carrel_occasion_collect_data:
 * @page: a page
 * @occasions: (element-type CarrelOccasion) (inout): gets what the front matter says
 */
void
carrel_occasion_collect_data (const CarrelPage *page, GPtrArray *occasions)
{
  DataScanner scanner = { .page = page, .occasions = occasions };
  const char *name = carrel_node_get_text (page->front_matter, "name");
  const char *role = carrel_node_get_text (page->front_matter, "role");
  g_autofree char *plain = role != NULL ? carrel_pattern_dup_without_tags (name) : NULL;

  if (page->front_matter == NULL)
    return;
  scanner.flags = carrel_occasion_get_time_flags (page);
  if (plain != NULL)
    {
      scanner.person = carrel_person_name_read (page->words, plain);
      scanner.role = carrel_role_find (page->words, role);
    }
  read_weekly (&scanner, carrel_node_get (page->front_matter, "schedule"));
  read_section (&scanner, carrel_node_get (page->front_matter, "section"));
  read_hours_keys (&scanner, page->front_matter, 0);
  read_course (&scanner, page->front_matter);
  read_course (&scanner, carrel_node_get (page->front_matter, "course"));
  g_free (scanner.person);
}
