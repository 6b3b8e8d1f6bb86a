/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes the name of a course apart: what is left without code and term is its title, unless it is
 * the name of a page such as "Syllabus". */
#define G_LOG_DOMAIN "carrel-course-name"

#include "config.h"

#include "carrel-course-name.h"

#include "carrel-page-name.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-term-name.h"
#include "carrel-title-trim.h"

#include <string.h>

/* "Computer Science 304": of what the last word of a subject is one. */
#define SUBJECT                                                                                    \
  "(?:[A-Z][a-z]{2,14} (?=(?:Sciences?|Studies|Engineering|Education|Administration|Arts) ))?"

/* "CS 412, CS 598", "BIOL 4120 / 6120": one course under a second code. */
#define SECOND_CODE                                                                                \
  "(?:(?: ?[/&,] ?| and )[A-Z]{2,8}(?:-[A-Z]{2,5})? ?[0-9]{3,5}[A-Z]?(?![0-9])"                    \
  "|(?: / | & )(?!(?:19|20)[0-9]{2})[0-9]{3,5}[A-Z]?(?![0-9]))*"

/* "COMP SCI 577": what stands before the second word of a subject. */
#define SECOND_WORD "(?:[A-Z]{2,7} (?=(?:SCI|ENG|ENGR|STUD|STDS|STD|LIT|TECH|LANG|MGMT|SYS|DES) ))?"

/* Anywhere in a heading: letters and at least three digits, or letters and a decimal number. */
#define CODE_INSIDE                                                                                \
  "(?<![A-Za-z0-9.])(?:(?:[A-Z]{2,8}/){0,2}" SECOND_WORD                                           \
  "[A-Z]{2,8}(?:-[A-Z]{2,5})?[ -]?[0-9]{3,5}"                                                      \
  "(?:[A-Z][0-9]|[A-Z]{0,2})(?:[-/&](?!(?:SP|FA|SU|WI|AU)[0-9]{2}(?![0-9]))[A-Z]{0,5} "            \
  "?[0-9]{1,5}[A-Z]?)*" SECOND_CODE "|[A-Z]{2,4}-[A-Z][0-9]{4}|" SUBJECT "[A-Z][a-z]{2,14} "       \
  "(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]{3,5}[A-Z]?(?:/[0-9]{3,5})?)(?![A-Za-z0-9])"
/* Whole names that stand before small numbers. */
#define DEPARTMENT                                                                                 \
  "Physics|Chemistry|Biology|Economics|Mathematics|Statistics|Psychology|Philosophy|Linguistics|"  \
  "Astronomy|Government|Sociology|Anthropology|Classics"

/* At the start of a heading also numbers with a dot or dash, and one or two digits. One letter and
 * a number are a code before a mark or a title: "J463 Graphic Design", and no "M365 setup". A
 * letter may stand before the number, "COMS W4115", "CSCI E-10", and blanks between letters: "C S
 * 378". */
#define CODE_START                                                                                 \
  "^\\W*(?:[0-9]{1,2}\\.S?[0-9]{2,5}[A-Z]{0,2}(?:[/,] ?[0-9]{1,2}\\.[0-9]{2,5}[A-Z]{0,2})*"        \
  "|(?!HALL|ROOM|LECT|TERM|DATE|BLDG|WEEK|UNIT|PART)[A-Z]{3,5} "                                   \
  "(?!(?:F|S|W|SP|FA|SU|WI)(?:20)?[12][0-9](?![0-9]))"                                             \
  "(?:(?:[A-Z]|GU|UN|GR|BC)[0-9]{3,4}|[A-Z]-?[0-9]{2}|P [0-9]{3})[A-Z]?(?![0-9])"                  \
  "|[A-Z]{2,5}-[A-Z]{2}\\.[0-9]{3,4}"                                                              \
  "|(?:[A-Z]{2,4} )?[0-9]{2}-[0-9]{3}(?:[/,] ?(?:[0-9]{2}-)?[0-9]{3})*"                            \
  "|[A-Z]{2,5} ?[0-9]{1,2}(?:\\.[0-9]{1,2})?[A-Z]?|[A-Z][a-z]{2,4}[0-9]{3}[A-Z]?"                  \
  "|(?:Math|Bio|Biol|Chem|Phys|Econ|Stats?|Hist|Engl|Psych|Phil|Data|Astro|Comp|Geol|Ling) "       \
  "[0-9]{1,2}(?:[A-Z]{0,2}|[a-e])(?![A-Za-z])"                                                     \
  "|(?:" DEPARTMENT ") [0-9]{1,2}(?:\\.[0-9]{1,2})?(?:[A-Z]|[a-e])?(?![A-Za-z])"                   \
  "|[A-Z]&[A-Z] [0-9]{3}[A-Z]?|[A-Z][A-Za-z]{2} [SE] [0-9]{3}[A-Z]?|[A-Z]-?[0-9]{3}(?! "           \
  "(?![A-Z][A-Za-z]{2,} [A-Z]))"                                                                   \
  "|[A-Z](?: [A-Z]){1,2} ?[0-9]{3}[A-Za-z]?|[A-Z] [0-9]{3}[A-Z]?(?=:)"                             \
  "|[A-Z]{1,2}[A-Z]?[a-z]{1,4}-[0-9]{4}|[A-Z][a-z]{3,14} [A-Z][0-9]{1,3}[A-Z]?)(?=[:, "            \
  ")]|-(?![0-9])|\\.(?! *$)|$)"

/* "Linear Algebra (MATH 54)": in parentheses at the end of a heading also one or two digits;
 * "Constitutional Law - 84-120". */
#define CODE_AT_END                                                                                \
  "(?<=\\()(?:CS|EE|ME|CE|[A-Z]{3,5}|Math|Econ|Stat|" DEPARTMENT                                   \
  ") [0-9]{1,2}(?:[A-Z]{0,2}|[a-e])(?=\\) "                                                        \
  "*$)|(?<=\\()(?:[0-9]{1,2}\\.[0-9]{3,4}|[0-9]{2}-[0-9]{3})(?=\\) "                               \
  "*$)"                                                                                            \
  "|(?<=\\p{L}{3} - |\\p{L}{3} \342\200\223 )[0-9]{2}-[0-9]{3} *$"

/* In parentheses with a small number these name a part, an amount, a version or a day. */
#define NO_CODE_AT_END                                                                             \
  "^(?:DRAFT|FINAL|LIVE|LEC|LECT|LESS|SEC|SECT|CHAP|LEVEL|GROUP|TERM|SEM|BLOCK|PAGE|PAGES|NOTE|"   \
  "NOTES|SET|STAGE|"                                                                               \
  "ROUND|TRACK|CYCLE|MIN|MAX|HOURS|HRS|UNITS|ECTS|CREDS|VER|REV|HTML|CSS|PHP|TEIL|PARTE|TOMO|"     \
  "SEPT|M?TU?WR?F?|MWF?|MF|WF|TR|TT[HR]|TUTH|TF|(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|"   \
  "DEC|MON|TUE|WED|THU|FRI|SAT|SUN)) "

/* With a number these name something else. */
#define NO_CODE                                                                                    \
  "^(?:[CEMP][DS]T(?!-[0-9]{3})|GMT|UTC|Q&A|HW|TP|LAB|PART|WEEK|UNIT|EXAM|QUIZ|CH|SM|ISO|UTF|"     \
  "COVID|GPT|PO|CRN|"                                                                              \
  "FALL|SPRING|SUMMER|"                                                                            \
  "WINTER|ROOM|"                                                                                   \
  "RM|FA|SP|SU|WI|LABO|TEST|PROJ|ASSN|DAY|PHASE|STEP|TASK|VOL|MODULE|TOPIC|LECTURE|YEAR|CLASS|"    \
  "ISBN|RFC|HTTP|USD|BLDG|EDITION|PS(?![ -]?[0-9]{3})|PSET|"                                       \
  "Fall|Spring|Summer|Winter|Autumn|Room|Week|Year|Since|Version|Semester|Term|Herbst|Sommer|"     \
  "January|February|March|April|May|June|July|August|September|October|November|December|"         \
  "Building|"                                                                                      \
  "Section|Chapter|Homework|Assignment|Page|Level|Phone|Sala|Unit|Tel|Fax|Top|Over|About|Issue|"   \
  "WS|SS|SoSe|WiSe)(?:[ -]?[0-9]| [A-Z][0-9])"

/* "section 3", "Sections 01-04", "sec. 2 & 3" */
#define SECTIONS                                                                                   \
  "(?:[Ss]ections?|[Ss]ecci(?:ón|ones)|[Ss]ec[.]?|[Ss]ect[.]) #?[0-9]{1,4}[A-Z]?"                 \
  "(?:(?:-|–|, ?| ?& ?| and | ?/ ?)[0-9]{1,4}[A-Z]?)*(?![0-9A-Za-z])"

/* "CRN 10234", "CRN-64657", "CRNs: 10234 and 10235" */
#define CRN "CRNs?[:#]* ?[#-]?[0-9]{4,6}(?:(?:, ?| ?/ ?| ?& ?| and )[0-9]{4,6})*(?![0-9])"

static gboolean
ends_in_dash (const char *text, gsize n)
{
  return n >= 3
         && (memcmp (text + n - 3, "\342\200\223", 3) == 0
             || memcmp (text + n - 3, "\342\200\224", 3) == 0);
}

static void
trim (char *text)
{
  const char *at = text;
  gsize n;

  while (*at != '\0' && *at != '{' && *at != '(' && !g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  memmove (text, at, strlen (at) + 1);
  n = strlen (text);
  while (n > 0 && (strchr (" :,;-|/&([{\n.!", text[n - 1]) != NULL || ends_in_dash (text, n)))
    n -= ends_in_dash (text, n) ? 3 : 1;
  text[n] = '\0';
}

/* Cuts "Syllabus" and its like off both ends. */
static void
cut_page_words (char *text)
{
  static const char *const ends[] = { " Course Syllabus",
                                      " Syllabus",
                                      " syllabus",
                                      " Course Website",
                                      " Course Page",
                                      " Home Page",
                                      " Homepage",
                                      " Website",
                                      " Course Information",
                                      " course website",
                                      " Course Materials",
                                      " course page",
                                      " Syllabus and Schedule",
                                      " Syllabus & Schedule",
                                      " Class Website",
                                      " syllabus page",
                                      " Syllabus Page",
                                      "课程介绍",
                                      "课程主页",
                                      "课程大纲",
                                      "教学大纲",
                                      "课程简介",
                                      "のシラバス",
                                      "シラバス",
                                      "サポートページ",
                                      "講義ページ",
                                      "授業ページ",
                                      "のページ",
                                      "の講義",
                                      "講義" };
  static const char *const starts[] = { "Syllabus for ",
                                        "Syllabus: ",
                                        "Course Syllabus: ",
                                        "Welcome to ",
                                        "Course: ",
                                        "Syllabus - ",
                                        "Course Syllabus - ",
                                        "Syllabus of ",
                                        "Course Syllabus for ",
                                        "Course Outline for ",
                                        "Course Syllabus of ",
                                        "the course page of ",
                                        "course page of ",
                                        "the course page for ",
                                        "the website of ",
                                        "the website for ",
                                        "the home page of ",
                                        "the page of " };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      text[strlen (text) - strlen (ends[i])] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (text, starts[i]))
      memmove (text, text + strlen (starts[i]), strlen (text) - strlen (starts[i]) + 1);
  trim (text);
}

/* "Syllabus · Algebra", "Algebra | Home": what stands on the other side names a page. */
static void
cut_page_part (char *text)
{
  static const char *const marks[] = { " · ", " | ", " - ", " – ", " — ", ": " };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      char *at = strstr (text, marks[i]);
      const char *rest = at != NULL ? at + strlen (marks[i]) : NULL;
      g_autofree char *front = at != NULL ? g_strndup (text, (gsize) (at - text)) : NULL;

      if (at == NULL)
        continue;
      if (carrel_page_name_is (rest))
        *at = '\0';
      else if (carrel_page_name_is (front))
        memmove (text, rest, strlen (rest) + 1);
    }
  trim (text);
}

/* "CS 101, Sections 01-04: Algebra", "CS 101 CRN 10234, Algebra", "Algebra [CRN-64657]": which
 * groups of students a page is for. */
static void
cut_sections (GString *text)
{
  static const char *const patterns[]
      = { " *[([](?:" SECTIONS "|" CRN ")(?:[,;] ?(?:" SECTIONS "|" CRN
          "|[0-9.]{1,4} (?:credits?|units?)))*[])]",
          "(?<=[A-Za-z0-9])[,;]?(?: +[-–])? +" SECTIONS, ",? ?\\b" CRN };

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      gsize start = 0;
      gsize end = 0;

      if (carrel_pattern_find (patterns[i], text->str, &start, &end))
        g_string_erase (text, (gssize) start, (gssize) (end - start));
    }
}

/* "- 01, Algebra": a section number behind the code. */
static void
cut_section_number (char *text)
{
  const char *close = g_ascii_strncasecmp (text, "(section", 8) == 0 ? strchr (text, ')') : NULL;
  gsize n = strspn (text, "0123456789");
  gsize m = strspn (text + n, ", -:");

  if (close != NULL)
    memmove (text, close + 1, strlen (close + 1) + 1);
  if (n > 0 && n <= 3 && m > 0 && text[n + m] != '\0')
    memmove (text, text + n + m, strlen (text + n + m) + 1);
  trim (text);
}

static gboolean
has_letters (const char *text, guint at_least)
{
  guint n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    n += g_unichar_isalpha (g_utf8_get_char (at)) ? (g_utf8_get_char (at) >= 0x2e80 ? 3 : 1) : 0;
  return n >= at_least;
}

/* "Lecture (GHC 4)", "Algebra, MW 2-3 (26-100)": what stands before the brackets leads to a room.
 * "Electronics Lab (6.101)" and "Physics Lab (Physics 5B)" have codes. */
static gboolean
leads_to_room (const char *text, gsize start, gsize end)
{
  static const char words[]
      = "\\b(?:lectures?|recitations?|labs?|sections?|hall|room|building|grading|exams?|office|"
        "hours|where|location|(?:mon|tue|tues|wed|thu|thur|thurs|fri)(?:s?days?)?)\\b|"
        "\\b[0-9]{1,2}(?::[0-9]{2})? ?(?:[ap]m|-)";
  static const char nothing_else[]
      = "^\\W*(?:(?:lectures?|recitations?|labs?|sections?|discussions?|exams?|office|hours|"
        "grading|where|location|and)\\W*)+$";
  g_autofree char *front = g_strndup (text, start);

  if (strspn (text + start, "0123456789-") < end - start)
    return carrel_pattern_matches (nothing_else, front, G_REGEX_CASELESS);
  return carrel_pattern_matches (words, front, G_REGEX_CASELESS)
         || carrel_pattern_matches ("\\b(?:M?TU?WR?F?|MWF?|TR|TTh|TuTh) ", front, 0);
}

/* Whether @pattern finds what may be a code, and none of what has a number as well. */
static gboolean
match_code (const char *pattern, const char *text, gsize *start, gsize *end)
{
  return carrel_pattern_find (pattern, text, start, end)
         && !carrel_pattern_matches (NO_CODE, text + *start, 0);
}

/* "Linear Algebra (MATH 54)" */
static gboolean
match_code_at_end (const char *text, gsize *start, gsize *end)
{
  return match_code (CODE_AT_END, text, start, end)
         && !carrel_pattern_matches (NO_CODE_AT_END, text + *start, 0)
         && !leads_to_room (text, *start, *end);
}

/* "CS 101: Algebra (PART 2)": what is in the brackets is no code. */
static gboolean
starts_with_code (const char *text)
{
  gsize start = 1;
  gsize end = 0;

  return match_code (CODE_INSIDE, text, &start, &end) && start == 0;
}

/* "CS 412, CS 598" and "CS 412 & CS 598": the first of several codes is that of the course. */
static char *
dup_first_code (const char *text, gsize length)
{
  static const char *const joins[] = { ",", " &", " and " };
  char *code = g_strndup (text, length);

  for (gsize i = 0; i < G_N_ELEMENTS (joins); i++)
    if (strstr (code, joins[i]) != NULL)
      *strstr (code, joins[i]) = '\0';
  return code;
}

/**
 * carrel_course_name_find_code:
 * @text: valid UTF-8
 * @at_start: whether spellings count that only the start of a heading makes likely
 * @start: (out): where the code starts
 * @end: (out): where it ends
 *
 * Returns: (transfer full) (nullable): the code of a course
 */
char *
carrel_course_name_find_code (const char *text, gboolean at_start, gsize *start, gsize *end)
{
  gsize offset = 0;

  if (at_start && match_code (CODE_START, text, start, end))
    {
      while (*start < *end && !g_ascii_isalnum (text[*start]))
        (*start)++;
      return g_strndup (text + *start, *end - *start);
    }
  if (at_start && !starts_with_code (text) && match_code_at_end (text, start, end))
    return g_strndup (text + *start, *end - *start);
  while (carrel_pattern_find (CODE_INSIDE, text + offset, start, end))
    {
      *start += offset;
      *end += offset;
      if (!carrel_pattern_matches (NO_CODE, text + *start, 0))
        return dup_first_code (text + *start, *end - *start);
      offset = *end;
    }
  return NULL;
}

/* "Syllabus (Algebra, Ann Lee)": the name of the course is in the brackets. */
static void
open_bracket (GString *text)
{
  gsize n = text->len;

  if (n < 12 || g_ascii_strncasecmp (text->str, "Syllabus (", 10) != 0 || text->str[n - 1] != ')'
      || strchr (text->str + 10, '(') != NULL)
    return;
  g_string_truncate (text, n - 1);
  g_string_erase (text, 0, 10);
  g_string_truncate (text, strcspn (text->str, ","));
}

/* "MATH 210 Algebra [26-100]": numbers alone behind a code are a room. */
static gboolean
is_room_behind_code (const char *text, const char *open)
{
  g_autofree char *before = g_strndup (text, (gsize) (open - text));
  gsize start = 0, end = 0;
  g_autofree char *code = g_ascii_isupper (open[1])
                              ? NULL
                              : carrel_course_name_find_code (before, TRUE, &start, &end);

  return code != NULL;
}

/* "Algebra [MATH 210]", "Algebra [15-122]": square brackets around a code at the end are round
 * ones; "MATH 210 [26-100]" has a room. */
static void
round_brackets (GString *text)
{
  char *open = strrchr (text->str, '[');
  gsize length = open != NULL ? strcspn (open + 1, "]") : 0;
  g_autofree char *inner = g_strndup (open != NULL ? open + 1 : "", length);
  gsize start = 1;
  gsize end = 0;
  g_autofree char *code = carrel_course_name_find_code (inner, TRUE, &start, &end);

  if (code == NULL || start > 0 || end < length || is_room_behind_code (text->str, open)
      || carrel_pattern_matches (NO_CODE_AT_END, inner, 0) || !g_str_equal (open + 1 + length, "]"))
    return;
  *open = '(';
  text->str[text->len - 1] = ')';
}

/* "Algebra (MATH 210, honors)": what shares the brackets of a code goes with it. */
static gboolean
cut_bracket (GString *text, gsize start, gsize end)
{
  const char *close = strchr (text->str + end, ')');
  g_autofree char *before = g_strndup (text->str, start);

  if (start == 0 || text->str[start - 1] != '(' || close == NULL || !has_letters (before, 5)
      || (close[1] != '\0' && strchr (":,-", close[1]) != NULL))
    return FALSE;
  g_string_erase (text, (gssize) start - 1, close + 1 - (text->str + start - 1));
  return TRUE;
}

/* "BIO 230.004F25 Cells": which group, and the term in short, behind the code. */
static gsize
count_section (const char *after)
{
  gsize start = 0;
  gsize end = 0;

  return carrel_pattern_find ("^[.][0-9]{1,3}(?:[A-Z]{1,2}[0-9]{2})?(?![A-Za-z0-9.])", after,
                              &start, &end)
             ? end
             : 0;
}

/* "W&M CS 101 Algebra": the initials of a school before a code. */
static gboolean
is_behind_initials (const char *text, gsize start)
{
  g_autofree char *before = g_strndup (text, start);

  return carrel_pattern_matches ("^(?:[A-Z]{2,6}|[A-Z]&[A-Z]) $", before, 0);
}

/* "CS-112(j) Objects": what the code is followed by at once belongs to it. */
static gsize
count_suffix (const char *after)
{
  gsize n = after[0] == '(' ? strspn (after + 1, "abcdefghijklmnopqrstuvwxyz0123456789") : 0;

  return n > 0 && n <= 2 && after[n + 1] == ')' ? n + 2 : 0;
}

/* Before "CS420: Compiler Design" may stand a school, which goes with the code. */
static void
cut_code (GString *text, gsize start, gsize end)
{
  const char *after;
  gboolean is_label;

  if (cut_bracket (text, start, end))
    return;
  end += count_suffix (text->str + end);
  after = text->str + end + strspn (text->str + end, " )");
  is_label = *after != '\0' && strchr (":,-", *after) != NULL && has_letters (after, 3);
  if (is_label || (has_letters (after, 5) && is_behind_initials (text->str, start)))
    start = 0;
  end += count_section (text->str + end);
  g_string_erase (text, (gssize) start, (gssize) (end - start));
}

/* "Lab" behind a code says what kind of course it is. */
static gboolean
is_kind_of_course (const char *title)
{
  static const char *const kinds[] = { "lab",        "labs",    "laboratory", "lecture", "lectures",
                                       "recitation", "seminar", "tutorial",   "studio",  NULL };

  return title != NULL && carrel_phrase_match_any (title, kinds) == strlen (title);
}

/* "LSE" before a code is who teaches, not what. */
static gboolean
is_school (const char *title, const char *before)
{
  gsize n = strspn (title, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

  return n > 1 && n <= 6 && title[n] == '\0' && strstr (before, title) != NULL;
}

/* "Grades in CS 101": the code right behind the last word belongs to it. */
static gboolean
leads_to_code (const char *title, const char *after)
{
  gsize start = 1;
  gsize end = 0;
  g_autofree char *code = carrel_course_name_find_code (after, TRUE, &start, &end);

  return code != NULL && start == 0
         && carrel_pattern_matches (" (?:in|of|for|to|with|at|the|from)$", title, 0);
}

/* "CRP and DESIGN 4580": a part of a code; "CS 101 at Example College" says where, "Grades in CS
 * 101" of what. "BIOE 548 & ELEC 483/548" has two codes and no title. */
static gboolean
is_beside_code (const char *text, const char *title)
{
  const char *at = strstr (text, title);
  const char *after = at != NULL ? at + strlen (title) : "";
  gsize start = 1;
  gsize end = 0;
  g_autofree char *code = carrel_course_name_find_code (title, FALSE, &start, &end);

  /* "CS 10: Python 101" */
  if (at != NULL && at > text + 1 && strncmp (at - 2, ": ", 2) == 0)
    return carrel_pattern_matches ("^at ", title, 0);
  return (code != NULL && start == 0 && title[end] == '\0' && g_ascii_isupper (title[1]))
         || carrel_pattern_matches ("^(?:[A-Z]{2,6} (?:and|or|&)$|at )", title, 0)
         || leads_to_code (title, after + strspn (after, " "));
}

/* What is left of a name; "Biostatistics 753 and 754" stays whole: its numbers are part of it. */
static char *
dup_title (const char *text, const char *rest, gboolean has_code)
{
  g_autofree char *title = g_strdup (rest);

  carrel_title_trim_credits (title);
  carrel_title_trim_brackets (title);
  trim (title);
  carrel_title_trim_groups (title);
  carrel_title_trim_university (title);
  cut_page_words (title);
  cut_page_part (title);
  if (has_code)
    cut_section_number (title);
  if (has_code && is_beside_code (text, title))
    return NULL;
  if (has_code && carrel_pattern_matches ("^(?:and|or|&) ?[0-9]+$", title, 0))
    return g_strdup (text);
  return has_letters (title, 3) && !carrel_page_name_is (title)
                 && !carrel_title_trim_is_university (title)
             ? g_steal_pointer (&title)
             : NULL;
}

/**
 * carrel_course_name_read:
 * @words: the words of the page's language
 * @text: valid UTF-8, a heading or a title
 * @name: (out caller-allocates): its parts
 */
void
carrel_course_name_read (const CarrelWords *words, const char *text, CarrelCourseName *name)
{
  g_autoptr (GString) rest = g_string_new (text);
  g_autofree char *before = NULL;
  g_autofree char *whole = NULL;
  gsize start = 0;
  gsize end = 0;

  *name = (CarrelCourseName){ 0 };
  carrel_title_trim_entities (rest);
  round_brackets (rest);
  carrel_title_trim_greeting (rest);
  carrel_title_trim_subject (rest);
  name->term = carrel_term_name_find (words, rest->str, &start, &end);
  if (name->term == NULL)
    name->term = carrel_term_name_find_academic_year (rest->str, &start, &end);
  if (name->term != NULL)
    {
      g_string_erase (rest, (gssize) start, (gssize) (end - start));
      carrel_title_trim_days (rest, start);
    }
  cut_sections (rest);
  name->code = carrel_course_name_find_code (rest->str, TRUE, &start, &end);
  before = name->code != NULL ? g_strndup (rest->str, start) : g_strdup ("");
  whole = g_strdup (rest->str);
  if (name->code != NULL)
    {
      cut_code (rest, start, end);
      carrel_title_trim_codes (rest);
    }
  g_string_erase (rest, 0, (gssize) strspn (rest->str, " :,-"));
  open_bracket (rest);
  name->title = dup_title (text, rest->str, name->code != NULL);
  if (name->title != NULL && is_school (name->title, before))
    g_clear_pointer (&name->title, g_free);
  if (is_kind_of_course (name->title))
    {
      g_free (name->title);
      name->title = dup_title (text, whole, FALSE);
    }
}

/**
 * carrel_course_name_clear:
 * @name: a name, empty afterwards
 */
void
carrel_course_name_clear (CarrelCourseName *name)
{
  g_clear_pointer (&name->title, g_free);
  g_clear_pointer (&name->code, g_free);
  g_clear_pointer (&name->term, g_free);
}
