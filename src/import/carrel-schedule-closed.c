/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Days without classes in running text: "No classes: September 1 (Labor Day), October 13-14 (Fall
 * Break)", "Spring break is March 9-13". */
#define G_LOG_DOMAIN "carrel-schedule-closed"

#include "config.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-schedule-reader.h"
#include "carrel-sentence.h"

#include <string.h>

/* A longer text before a date says more than that there is no class, in bytes. */
#define MAX_LEAD 60

/* In other languages than English: how many words a lead has at most, and how many of them come
 * before what says that there is no class. */
#define MAX_WORDS 6
#define MAX_FIRST 3

/* A longer sentence is about other things too. */
#define MAX_SENTENCE 400

/* Each day is looked for among the rows; a course has fewer. */
#define MAX_ROWS 2000

/* What links words and a date: "will be on", "(", ": ". */
#define LINKS                                                                                      \
  "(?:[ :,;(–—-]|\\b(?:on|during|from|over|for|is|are|be|will|runs?|the(?: week "              \
  "of)?|am|vom|le|du|el|"                                                                          \
  "del|em|de|dal|alle)\\b)*"

/* The words before the first date, without those that lead to them and to the date. */
static char *
dup_lead (const char *text, gsize length)
{
  static const char opening[]
      = "^(?:please note:?|note:?|note that|reminder:?|there (?:is|are|will be)|we (?:will )?have"
        "|university|academic|scheduled) ";
  g_autofree char *front = g_strndup (text, length);
  g_autofree char *opened = carrel_pattern_dup_without (opening, front, G_REGEX_CASELESS);
  g_autofree char *again = carrel_pattern_dup_without (opening, opened, G_REGEX_CASELESS);

  return carrel_pattern_dup_without (LINKS "$", again, G_REGEX_CASELESS);
}

/* Words of the name of a holiday. */
#define NAME                                                                                       \
  "(?:(?:\\p{Lu}[\\p{L}.'’-]*|of|the|and|(?i:reading|spring|fall|autumn|winter|summer|mid-?term" \
  "|mid-?semester|university|public|national|academic)) )*"

/* "Spring break", "Labor Day observed", "Thanksgiving (no class)" */
#define HOLIDAY                                                                                    \
  NAME "(?i:break|recess|holidays?|vacation|days?|week|thanksgiving|juneteenth|friday|monday)"     \
       "(?i: observed| begins?| starts?)?(?i: \\(no (?:class(?:es)?|lectures?)\\))?"

/* "No class", "Classes are cancelled", and why */
#define NO_CLASS                                                                                   \
  "(?i:no (?:class(?:es)?|lectures?|meetings?|school|instruction)(?: will be held| held)?"         \
  "|(?:class(?:es)?|lectures?) (?:is |are |will be )?cancell?ed)"                                  \
  "(?:,? (?i:on|during|for|over) " HOLIDAY ")?"

static gboolean
tells_closed_in_english (const CarrelScheduleReader *self, const char *text)
{
  return carrel_pattern_matches ("^" NO_CLASS "$", text, 0)
         || (carrel_pattern_matches ("^" HOLIDAY "$", text, 0)
             && carrel_words_has_label (self->page->words, text, CARREL_LABEL_BREAK));
}

/* "Vacances de la Toussaint", "Keine Vorlesung", and no "Abgabe nach den Ferien": few words, and
 * the first of them say it. */
static gboolean
tells_closed_first (const CarrelScheduleReader *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *first = NULL;

  if (g_strv_length (words) > MAX_WORDS || strpbrk (text, ":;,") != NULL)
    return FALSE;
  for (guint i = 0; i < MAX_FIRST && words[i] != NULL; i++)
    {
      g_autofree char *before = g_steal_pointer (&first);

      first = before != NULL ? g_strjoin (" ", before, words[i], NULL) : g_strdup (words[i]);
      if (carrel_words_has_label (self->page->words, first, CARREL_LABEL_BREAK))
        return TRUE;
    }
  return FALSE;
}

/* Whether words say that there is no class, and nothing besides: a day on which classes are shown
 * as cancelled by mistake is worse than one that is missed. */
static gboolean
tells_closed (const CarrelScheduleReader *self, const char *text)
{
  static const char *const others[] = { "due",    "after", "before", "until",   "exam", "make-up",
                                        "makeup", "if",    "unless", "through", NULL };

  if (*text == '\0' || strlen (text) > MAX_LEAD || carrel_phrase_occurs (text, -1, others))
    return FALSE;
  return self->page->words == &carrel_words_en ? tells_closed_in_english (self, text)
                                               : tells_closed_first (self, text);
}

/* "Labor Day" of "No classes on Labor Day". */
static char *
dup_name (const CarrelScheduleReader *self, const char *lead)
{
  g_autofree char *name
      = carrel_pattern_dup_without ("^.* (?:on|during|for|over) (?=\\p{Lu})", lead, 0);

  return g_strdup (tells_closed (self, name) ? name : lead);
}

/* "(Labor Day)" right behind a date; NULL for "(Monday)" and "(tentative)". */
static char *
read_name_behind (const CarrelScheduleReader *self, const char *after)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL;

  if (!carrel_pattern_match ("^ ?\\((\\p{Lu}[^()0-9]{2,40})\\)", after, 0, &match))
    return NULL;
  name = g_match_info_fetch (match, 1);
  return carrel_words_match_day (self->page->words, name, NULL) == CARREL_DAY_NONE
             ? g_steal_pointer (&name)
             : NULL;
}

/* What stands between two dates of one list, and the name in it of the second: " (Labor Day) and
 * during Fall Break (". Returns whether the list goes on. */
static gboolean
goes_on (const CarrelScheduleReader *self, const char *between, char **name)
{
  static const char joint[]
      = "^ ?(?:\\([^()]*\\))?[ ,;.)]*(?:(?:and|or|&|und|oder|et|ou|y|e) )?" LINKS;
  g_autofree char *rest = carrel_pattern_dup_without (joint, between, G_REGEX_CASELESS);

  *name = carrel_pattern_dup_without (LINKS "$", rest, G_REGEX_CASELESS);
  return **name == '\0' || tells_closed (self, *name);
}

/* Whether a row says already that there is no class on a day. */
static gboolean
is_known (const CarrelScheduleReader *self, CarrelDate date)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CarrelScheduleRow *row = g_ptr_array_index (self->rows, i);

      if (row->date.month == date.month && row->date.day == date.day
          && g_strcmp0 (row->kind, "break") == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add (CarrelScheduleReader *self, const CarrelPageLine *line, const CarrelRowDate *date, char *name)
{
  CarrelScheduleRow *row;

  if (self->rows->len >= MAX_ROWS || is_known (self, date->date))
    {
      g_free (name);
      return;
    }
  /* "There is no class on": small print. */
  if (g_ascii_islower (*name))
    *name = g_ascii_toupper (*name);
  row = carrel_schedule_reader_add_row (self, date, line->line);
  row->topic = name;
  row->kind = g_strdup ("break");
}

static void
read_sentence (CarrelScheduleReader *self, const CarrelPageLine *line, const char *text)
{
  g_autofree char *lead = NULL;
  g_autofree char *before = NULL;
  CarrelRowDate date;
  CarrelRowDate next;
  gboolean more;

  if (strlen (text) > MAX_SENTENCE || !carrel_row_date_find (&self->style, text, 0, &date))
    return;
  lead = dup_lead (text, date.start);
  if (!tells_closed (self, lead))
    return;
  before = dup_name (self, lead);
  do
    {
      char *name = read_name_behind (self, text + date.end);
      g_autofree char *between = NULL;

      more = carrel_row_date_find (&self->style, text, date.end, &next);
      add (self, line, &date, name != NULL ? name : g_strdup (before));
      g_clear_pointer (&before, g_free);
      between = more ? g_strndup (text + date.end, next.start - date.end) : g_strdup ("");
      more = goes_on (self, between, &before) && more;
      if (*before == '\0')
        {
          g_free (before);
          before = dup_name (self, lead);
        }
      date = next;
    }
  while (more);
}

/**
 * carrel_schedule_read_closed:
 * @self: the rows of a page, all others read
 *
 * Adds the days that sentences outside the schedule say have no class, each with the name that
 * stands beside its date.
 */
void
carrel_schedule_read_closed (CarrelScheduleReader *self)
{
  for (guint i = 0; i < carrel_page_get_n_lines (self->page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (self->page, i);
      CarrelBlockKind kind = carrel_page_get_block (self->page, line->block)->kind;
      g_auto (GStrv) sentences = NULL;

      if (kind == CARREL_BLOCK_HEADING || kind == CARREL_BLOCK_CODE
          || (!carrel_words_has_label (self->page->words, line->text, CARREL_LABEL_BREAK)
              && strstr (line->text, "cancel") == NULL))
        continue;
      sentences = carrel_sentence_split (line->text);
      for (guint j = 0; sentences[j] != NULL; j++)
        read_sentence (self, line, sentences[j]);
    }
}
