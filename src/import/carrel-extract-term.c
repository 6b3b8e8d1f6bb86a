/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The first and last day of the term and the time zone, where a page says them in full: "Term:
 * September 2, 2025 – December 12, 2025", "Europe/Paris". A day has the
 * year that it says, or that the name of the term does. */
#define G_LOG_DOMAIN "carrel-extract-term"

#include "config.h"

#include "carrel-extract.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-row-date.h"
#include "carrel-term-name.h"
#include "carrel-zone.h"

#include <string.h>

/* No term is shorter or longer. */
#define MIN_DAYS 14
#define MAX_DAYS 366

/* The longest line of a term and its days. */
#define MAX_NAMED 80

/* From a phrase to its day: "is on", a colon, a dash. */
#define MAX_GAP 8

typedef struct
{
  const CarrelPage *page;
  CarrelCourse *course;
  CarrelDateStyle style;
  gboolean has_order;
  char *zone; /* the one that the page names */
  gboolean has_zones;
} Finder;

static const char *const spans[]
    = { "term dates", "semester dates", "course dates", "class dates", "quarter dates",  "term",
        "semester",   "quarter",        "semestre",     "trimestre",   "vorlesungszeit", NULL };

static const char *const starts[] = { "first day of classes",
                                      "first day of class",
                                      "first day of the term",
                                      "first day of term",
                                      "first day of the semester",
                                      "classes begin",
                                      "classes start",
                                      "term begins",
                                      "term starts",
                                      "semester begins",
                                      "semester starts",
                                      "start date",
                                      "début des cours",
                                      "vorlesungsbeginn",
                                      "inicio de clases",
                                      "início das aulas",
                                      NULL };

static const char *const ends[] = { "last day of classes",
                                    "last day of class",
                                    "last day of the term",
                                    "last day of term",
                                    "last day of the semester",
                                    "classes end",
                                    "term ends",
                                    "semester ends",
                                    "end date",
                                    "fin des cours",
                                    "vorlesungsende",
                                    "fin de clases",
                                    "fim das aulas",
                                    NULL };

static const char *const areas[]
    = { "Africa/",    "America/", "Antarctica/", "Asia/",   "Atlantic/",
        "Australia/", "Europe/",  "Indian/",     "Pacific/" };

static gboolean
find_date (Finder *finder, const char *text, gsize from, CarrelRowDate *found)
{
  if (!finder->has_order)
    finder->style.order = carrel_row_date_decide_page_order (finder->page);
  finder->has_order = TRUE;
  return carrel_row_date_find (&finder->style, text, from, found);
}

/* The one year in the name of the term, "Fall 2025"; 0 where it has none, or two of them. */
static gint16
find_year (const char *term)
{
  static const char year[] = "^[^0-9]*((?:19|20)[0-9]{2})[^0-9]*$";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  if (term == NULL || !carrel_pattern_match (year, term, 0, &match))
    return 0;
  found = g_match_info_fetch (match, 1);
  return (gint16) g_ascii_strtoll (found, NULL, 10);
}

/* The year of the end is that of a start without one: "2 September to 12 December 2025"; without
 * any, both are days of the year of the term, as far as they are in order. */
static void
complete_years (const Finder *finder, CarrelDate *start, CarrelDate *end)
{
  if (end->year == 0 && start->month < end->month)
    end->year = start->year > 0 ? start->year : find_year (finder->course->term);
  if (start->year == 0)
    start->year = end->year;
}

static void
set_term (Finder *finder, CarrelDate start, CarrelDate end)
{
  CarrelCourse *course = finder->course;
  int n_days;

  complete_years (finder, &start, &end);
  if (start.year <= 0 || end.year <= 0 || !carrel_date_is_valid (start)
      || !carrel_date_is_valid (end))
    return;
  n_days = carrel_date_days_until (start, end);
  if (n_days < MIN_DAYS || n_days > MAX_DAYS || carrel_date_is_set (course->starts_on)
      || carrel_date_is_set (course->ends_on))
    return;
  course->starts_on = start;
  course->ends_on = end;
}

/* "Classes begin January 22 and end April 30", "The semester runs from 22 January to 30 April": two
 * days of one sentence. Returns whether there were. */
static gboolean
read_run (Finder *finder, const char *text)
{
  static const char lead[]
      = "^(?:the )?(?:(?:fall|spring|summer|winter|autumn) )?"
        "(?:class(?:es)?|term|semester|quarter|course|instruction|teaching|lectures?) "
        "(?:begins?|starts?|runs?|meets|lasts|takes place)(?: on| from)? ";
  static const char joint[]
      = "^,? *(?:(?:and|to|until|till|through|thru|[-–]) *)+(?:(?:it )?(?:ends?|finish(?:es)?|"
        "concludes?) *)?(?:on )?$";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *between = NULL;
  CarrelRowDate first, second;
  int end = 0;

  if (!carrel_pattern_match (lead, text, G_REGEX_CASELESS, &match))
    return FALSE;
  g_match_info_fetch_pos (match, 0, NULL, &end);
  if (!find_date (finder, text, (gsize) end, &first) || first.start > (gsize) end)
    return FALSE;
  if (carrel_date_is_set (first.until))
    {
      set_term (finder, first.date, first.until);
      return TRUE;
    }
  if (!find_date (finder, text, first.end, &second) || carrel_date_is_set (second.until))
    return FALSE;
  between = g_strndup (text + first.end, second.start - first.end);
  if (!carrel_pattern_matches (joint, between, G_REGEX_CASELESS))
    return FALSE;
  set_term (finder, first.date, second.date);
  return TRUE;
}

/* Two days and no third one, behind "Term:"; when they are @alone, nothing else either. */
static void
read_span (Finder *finder, const char *text, gsize from, gboolean alone)
{
  CarrelRowDate first;
  CarrelRowDate second = { 0 };
  CarrelRowDate third;

  if (strchr (":-,", text[from]) == NULL && text[MAX (from, 1) - 1] != '('
      && !g_str_has_prefix (text + from, "–"))
    return;
  if (!find_date (finder, text, from, &first))
    return;
  if (carrel_date_is_set (first.until))
    second = (CarrelRowDate){ .date = first.until, .end = first.end };
  else if (!find_date (finder, text, first.end, &second))
    return;
  if (alone && text[second.end + strspn (text + second.end, " .)*_")] != '\0')
    return;
  if (!find_date (finder, text, second.end, &third))
    set_term (finder, first.date, second.date);
}

/* The year of a day that is said without one: that of the term, as long as its end is not in the
 * year after its start. "Start date: October 1" may be that of a project. */
static gint16
find_year_of_day (const Finder *finder, const char *text, const CarrelDate *day, CarrelDate date)
{
  static const char *const of_anything[] = { "start date", "end date", NULL };
  CarrelDate start = finder->course->starts_on;

  if (carrel_phrase_match_any (text, of_anything) > 0)
    return 0;
  if (day == &finder->course->ends_on && (start.year == 0 || date.month <= start.month))
    return 0;
  return find_year (finder->course->term);
}

static void
read_day (Finder *finder, const char *text, const char *const *phrases, CarrelDate *day)
{
  gsize n = carrel_phrase_match_any (text, phrases);
  CarrelRowDate found;

  if (n == 0 || carrel_date_is_set (*day) || !find_date (finder, text, n, &found))
    return;
  if (found.date.year == 0)
    found.date.year = find_year_of_day (finder, text, day, found.date);
  if (found.start <= n + MAX_GAP && found.date.year > 0 && carrel_date_is_valid (found.date)
      && !carrel_date_is_set (found.until))
    *day = found.date;
}

static void
read_zone (Finder *finder, const char *text, const char *area)
{
  for (const char *at = strstr (text, area); at != NULL; at = strstr (at + 1, area))
    {
      g_autoptr (GTimeZone) zone = NULL;
      g_autofree char *name = NULL;
      gsize n = strspn (at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-/");

      if (at > text && (g_ascii_isalnum (at[-1]) || strchr ("/._-", at[-1]) != NULL))
        continue;
      name = g_strndup (at, n);
      zone = carrel_zone_find (name);
      if (zone == NULL)
        continue;
      finder->has_zones
          = finder->has_zones || (finder->zone != NULL && !g_str_equal (finder->zone, name));
      g_free (finder->zone);
      finder->zone = g_steal_pointer (&name);
    }
}

/* "Spring 2026, January 20 to May 15, 2026": the name of a term and its days, and nothing else; in
 * brackets also behind the name of the course. */
static void
read_named_span (Finder *finder, const char *text)
{
  gsize start = 1;
  gsize end = 0;
  g_autofree char *term = strlen (text) <= MAX_NAMED && strpbrk (text, ",:(") != NULL
                              ? carrel_term_name_find (finder->page->words, text, &start, &end)
                              : NULL;
  CarrelRowDate first;

  if (term == NULL || (start > 0 && !g_str_has_prefix (text + end, " (")))
    return;
  end += strspn (text + end, " (");
  if (!find_date (finder, text, end, &first) || first.start > end + 2)
    return;
  read_span (finder, text, end, TRUE);
  if (carrel_date_is_set (finder->course->ends_on) && finder->course->term == NULL)
    finder->course->term = g_steal_pointer (&term);
}

/* "Vorlesungsbeginn: 13.10.2025 · Vorlesungsende: 06.02.2026": each clause may say a day. */
static void
read_clauses (Finder *finder, const char *text)
{
  gboolean is_start = TRUE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == ' ')
        continue;
      if (is_start && g_unichar_isalpha (letter) && !read_run (finder, at))
        {
          read_day (finder, at, starts, &finder->course->starts_on);
          read_day (finder, at, ends, &finder->course->ends_on);
        }
      is_start = letter == 0xB7 || letter == '('
                 || (letter < 0x80 && strchr (",;.:|", (char) letter) != NULL);
    }
}

static void
read_text (Finder *finder, const char *text)
{
  gsize n = carrel_phrase_match_any (text, spans);

  if (n > 0)
    read_span (finder, text, n + strspn (text + n, " "), FALSE);
  else if (!carrel_date_is_set (finder->course->ends_on))
    read_named_span (finder, text);
  read_clauses (finder, text);
  for (gsize i = 0; i < G_N_ELEMENTS (areas) && strchr (text, '/') != NULL; i++)
    read_zone (finder, text, areas[i]);
}

/* A row of two cells says what and when. */
static void
read_rows (Finder *finder)
{
  for (guint i = 0; i < carrel_page_get_n_blocks (finder->page); i++)
    {
      const CarrelBlock *block = carrel_page_get_block (finder->page, i);

      for (guint j = 0; block->n_columns == 2 && j < block->n_rows; j++)
        {
          const CarrelTableRow *row = &block->rows[j];
          g_autofree char *text = NULL;

          if (row->n_cells != 2)
            continue;
          text = g_strconcat (row->cells[0].text, ": ", row->cells[1].text, NULL);
          read_text (finder, text);
        }
    }
}

/**
 * carrel_extract_term:
 * @page: a page
 * @course: (inout): gets the days of the term and the time zone if the page has them in full
 */
void
carrel_extract_term (const CarrelPage *page, CarrelCourse *course)
{
  Finder finder = { .page = page, .course = course, .style.words = page->words };

  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    read_text (&finder, carrel_page_get_line (page, i)->text);
  read_rows (&finder);
  if (finder.zone != NULL && !finder.has_zones && course->time_zone == NULL)
    course->time_zone = g_strdup (finder.zone);
  g_free (finder.zone);
}
