/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Headings say who teaches a course and for how many credits; its title does not. */
#define G_LOG_DOMAIN "carrel-title-trim"

#include "config.h"

#include "carrel-title-trim.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"

#include <string.h>

static void
cut (char *title, const char *pattern)
{
  g_autoptr (GRegex) regex = carrel_pattern_get (pattern, 0);
  g_autoptr (GMatchInfo) info = NULL;
  int start = 0;
  int end = 0;

  if (g_regex_match (regex, title, 0, &info) && g_match_info_fetch_pos (info, 0, &start, &end))
    memmove (title + start, title + end, strlen (title + end) + 1);
}

/**
 * carrel_title_trim_credits:
 * @title: (inout): loses "(3 credits)" and ", 3 credits"
 */
void
carrel_title_trim_credits (char *title)
{
  cut (title, " *[(][0-9.,-]+ (?:credit(?: hour)?s?|credit points|CP|ECTS|units?|hours)[)]");
  cut (title, "(?<![A-Za-z0-9.(-])[0-9][0-9.,-]* (?:[Cc]redit(?: [Hh]our| "
              "[Pp]oint)?s?|CP|ECTS|[Uu]nits?)\\b");
}

/**
 * carrel_title_trim_brackets:
 * @title: (inout): loses brackets in which nothing is left, the place before a term that is cut,
 *   the state of the page, "[DRAFT 2]", a room, "[26-100]", and an address
 */
void
carrel_title_trim_brackets (char *title)
{
  cut (title, " *[(][^()]*, *[)]$");
  cut (title, " *[(](?:[Cc]ourse )?(?:ID|[Cc]ode|[Nn]umber|[Nn]o\\.?)[: ]*[)]?$");
  cut (title, "^ *[(][^()]*[)]$");
  cut (title,
       " *[([](?i:tentative |preliminary )?(?i:draft|version|revised|updated)\\b[^][()]*[])]$");
  cut (title, " *\\[[0-9]{1,3}-[0-9]{2,4}[A-Z]?\\]$");
  cut (title, " *[(<]?[^ ()<>]+@[^ ()<>]+[)>]?$");
  for (char *at = strstr (title, "()"); at != NULL; at = strstr (title, "()"))
    memmove (at, at + 2, strlen (at + 2) + 1);
  for (char *at = strstr (title, "（）"); at != NULL; at = strstr (title, "（）"))
    memmove (at, at + strlen ("（）"), strlen (at + strlen ("（）")) + 1);
}

/**
 * carrel_title_trim_groups:
 * @title: (inout): what follows a code; loses other sections and the year: "and H02: Algebra",
 *   "Algebra 2021-22 Module 1", "Algebra - 2023"
 */
void
carrel_title_trim_groups (char *title)
{
  cut (title, "^(?:and|&) [A-Z]?[0-9]{1,3}[A-Z]?\\b[:,. –-]*(?=\\p{L})");
  cut (title, " +20[0-9]{2}[-/](?:20)?[0-9]{2}(?: (?:Module|Term|Block|Quarter) [0-9])?[ -]*$");
  cut (title, "(?<=\\p{L})(?:,| [-–|]) 20[0-9]{2}$| [(]20[0-9]{2}[)]$");
}

/**
 * carrel_title_trim_university:
 * @title: (inout): loses the school of "Algebra, Example University"
 */
void
carrel_title_trim_university (char *title)
{
  static const char *const schools[] = { "university",  "college",      "universität", "université",
                                         "universidad", "universidade", "università",  NULL };
  char *comma = strrchr (title, ',');

  if (comma != NULL && comma > title && carrel_phrase_is_in_title_case (comma + 2)
      && carrel_phrase_occurs (comma, -1, schools))
    *comma = '\0';
}

/**
 * carrel_title_trim_is_university:
 * @title: what is left of a heading
 *
 * Returns: whether it says who teaches, not what: "Example State University, Springfield"
 */
gboolean
carrel_title_trim_is_university (const char *title)
{
  static const char pattern[]
      = "^(?:The )?University of |"
        "^(?:Universidad|Universidade|Université|Università|Universität) "
        "(?:de|do|da|del|degli|di|du|"
        "des|zu)\\b|"
        "^(?!University|.*\\b(?:for|in|to|of|the)\\b)[\\p{L}. ]+ (?:University|College)(?:,.*)?$";

  return carrel_pattern_matches (pattern, title, 0);
}

/**
 * carrel_title_trim_subject:
 * @text: (inout): becomes "BIOL 3000" where it starts with "Biology (BIOL) 3000"
 */
void
carrel_title_trim_subject (GString *text)
{
  g_autoptr (GRegex) regex = NULL;
  g_autofree char *trimmed = NULL;

  if (strstr (text->str, ") ") == NULL)
    return;
  regex = carrel_pattern_get (
      "^\\p{Lu}[\\p{L} ,&-]+ \\(([A-Z]{2,5})\\) (?=[0-9]{3,4}[A-Z]?(?![\\w-]))", 0);
  trimmed = g_regex_replace (regex, text->str, -1, 0, "\\1 ", 0, NULL);
  if (trimmed != NULL)
    g_string_assign (text, trimmed);
}

/**
 * carrel_title_trim_codes:
 * @title: (inout): what is left of a name without its code; loses what led to a second one, "(also
 *   POLS 101): Choice", "/ A ATM 415: Climate", and a remark in brackets, "[Honors]: Choice"
 */
void
carrel_title_trim_codes (GString *title)
{
  static const char codes[]
      = "^(?:[A-Z] +)?[ (/&,[]*(?:(?:also(?: listed)?(?: as)?|and|or|cross-?listed(?: as| with| "
        "in)?"
        "|same as|formerly)[ :]+)*(?:[A-Z] )?[A-Z][A-Za-z&]{1,9}(?: [A-Z]{2,5})? ?-?"
        "[A-Z]?[0-9][0-9A-Z.-]{1,5}[])]? *(?:[:–—]|- ) *(?=\\S)"
        "|^ ?[[(]?[A-Z][A-Za-z ]{2,20}[])]: *(?=\\S)";
  gsize start = 0;
  gsize end = 0;

  if (carrel_pattern_find (codes, title->str, &start, &end))
    g_string_erase (title, 0, (gssize) end);
}

/**
 * carrel_title_trim_greeting:
 * @text: (inout): loses "Welcome to " and "Syllabus for " at its start
 */
void
carrel_title_trim_greeting (GString *text)
{
  static const char *const greetings[]
      = { "Welcome to the ", "Welcome to ",          "Syllabus for ",
          "Syllabus: ",      "Course Syllabus: ",    "Course: ",
          "Syllabus - ",     "Course Syllabus for ", "Course Outline for " };

  /* "Course Syllabus Stat 20": a code and no more of a name. */
  if (carrel_pattern_matches ("^(?:Course )?Syllabus [A-Z][A-Za-z]{1,11} ?[0-9]", text->str, 0))
    g_string_erase (text, 0, strstr (text->str, "yllabus ") + strlen ("yllabus ") - text->str);
  for (gsize i = 0; i < G_N_ELEMENTS (greetings); i++)
    if (g_ascii_strncasecmp (text->str, greetings[i], strlen (greetings[i])) == 0)
      g_string_erase (text, 0, (gssize) strlen (greetings[i]));
}

/**
 * carrel_title_trim_days:
 * @text: (inout): a name
 * @at: where its term stood, in bytes
 *
 * Drops the days of the term in the brackets behind it: "(August 25 – December 8)".
 */
void
carrel_title_trim_days (GString *text, gsize at)
{
  gsize start = 0, end = 0;

  if (carrel_pattern_find ("^ ?\\([^()–-]*[0-9][^()]*[–-][^()]*\\)", text->str + at, &start, &end))
    g_string_erase (text, (gssize) at, (gssize) end);
}

/**
 * carrel_title_trim_entities:
 * @text: (inout): a name in which "&#58;" and "&amp;" become what they stand for
 */
void
carrel_title_trim_entities (GString *text)
{
  static const char *const names[][2]
      = { { "&amp;", "&" },   { "&nbsp;", " " },  { "&ndash;", "–" }, { "&mdash;", "—" },
          { "&quot;", "\"" }, { "&colon;", ":" }, { "$:$", ":" } };

  for (char *at = strstr (text->str, "&#"); at != NULL; at = strstr (at + 1, "&#"))
    {
      char *end;
      guint64 code = g_ascii_strtoull (at + 2, &end, 10);
      gsize from = (gsize) (at - text->str);
      char letter[8] = { 0 };

      if (end == at + 2 || *end != ';' || code < ' ' || code > 0xffff
          || !g_unichar_validate ((gunichar) code))
        continue;
      g_unichar_to_utf8 ((gunichar) code, letter);
      g_string_erase (text, (gssize) from, end + 1 - at);
      g_string_insert (text, (gssize) from, letter);
      at = text->str + from;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_replace (text, names[i][0], names[i][1], 0);
}
