/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Title, code and term of a course in front matter and in configuration files. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-course-name.h"
#include "carrel-identity.h"
#include "carrel-page-name.h"
#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-phrase.h"
#include "carrel-role.h"
#include "carrel-term-name.h"

#include <string.h>

#define MAX_TITLE    120
#define MAX_SUBTITLE 80

/* "Time Series Models in Ecology": the name of a subject with a word that labels have too. */
static gboolean
is_of_subject (CarrelLabel label, const char *text)
{
  static const CarrelLabel both[]
      = { CARREL_LABEL_TIME, CARREL_LABEL_DAY, CARREL_LABEL_READINGS, CARREL_LABEL_POINTS };
  gboolean may_be = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
    may_be = may_be || label == both[i];
  /* "Seminar in Cognitive Science" */
  if (carrel_pattern_matches ("^(?:Graduate |Advanced )?Seminar (?:in|on) \\p{Lu}", text, 0))
    return TRUE;
  if (label == CARREL_LABEL_TOPIC)
    return carrel_pattern_matches ("^(?:(?:Advanced|Special|Selected|Current|Recent) )?Topics in ",
                                   text, 0);
  return may_be && carrel_phrase_is_in_title_case (text) && strpbrk (text, ":/&,") == NULL;
}

/**
 * carrel_identity_is_page_label:
 * @words: the words of the page's language
 * @text: a heading or a title
 *
 * Returns: whether it is what a part of a page is called: "Grading", "Lecturers"
 */
gboolean
carrel_identity_is_page_label (const CarrelWords *words, const char *text)
{
  CarrelLabel label = carrel_words_find_label (words, text);

  return (label != CARREL_LABEL_NONE && label != CARREL_LABEL_TITLE && !is_of_subject (label, text))
         || carrel_role_find (words, text) != NULL;
}

/**
 * carrel_identity_is_slug:
 * @text: a heading or a title
 *
 * Returns: whether it is the name of a folder: "my-course-website", "dats6450"
 */
gboolean
carrel_identity_is_slug (const char *text)
{
  return carrel_pattern_matches ("^[a-z]{2,}[0-9]{2,}[a-z]?$", text, 0)
         || carrel_pattern_matches ("^[a-z0-9]+(?:[-_][a-z0-9]+)(?:(?:[-_][a-z0-9]+)|$)", text, 0);
}

/**
 * carrel_identity_names_subject:
 * @text: a heading or a title
 *
 * Returns: whether it is what courses are called: "Advanced Control Systems II", "Introduction to
 *   Cells"
 */
gboolean
carrel_identity_names_subject (const char *text)
{
  static const char pattern[]
      = "^(?:Advanced|Introduct(?:ion|ory)|Intro|Elementary|Intermediate|Applied|Computational|"
        "Principles|Foundations|Fundamentals|Topics|Special Topics|Seminar|Theory|Methods) |"
        "\\b(?:I{1,3}|IV|Theory|Analysis|Systems|Methods|Programming|Design|Engineering|Algebra|"
        "Calculus|Learning|Algorithms|Science|Economics|Physics|Chemistry|Biology|Statistics)$";

  return carrel_pattern_matches (pattern, text, 0);
}

/* "Participation (20%)" is a part of a grade. */
static gboolean
is_short_title (const char *title)
{
  /* "B (CRN 4711)" is what is left of a code and its section. */
  static const char section[] = "^[A-Z]?\\s*\\([^()]*\\)$";

  return strlen (title) < MAX_TITLE && strchr (title, '%') == NULL && strstr (title, "](") == NULL
         && strstr (title, "://") == NULL && !carrel_pattern_matches (section, title, 0);
}

/* "POLS 209 | Ann Lee": whose page it is. */
static gboolean
is_of_staff (const CarrelCourse *course, const char *title)
{
  for (guint i = 0; i < course->staff->len; i++)
    if (g_strcmp0 (((const CarrelPerson *) g_ptr_array_index (course->staff, i))->name, title) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_own_title (const CarrelCourse *course, const char *title)
{
  return is_short_title (title) && !is_of_staff (course, title);
}

/* "syllabus_Spring_2022.pdf" is the name of a file and no term. */
static void
set_term (CarrelCourse *course, const char *term)
{
  if (term != NULL && strchr (term, '_') == NULL)
    carrel_identity_set (&course->term, term);
}

/**
 * carrel_identity_take_name:
 * @reader: (inout): a page; its course gets a title, a code and a term that it lacks
 * @text: a heading or a title
 * @is_sure: whether @text names the course, even without a code and a term
 * @line: where @text stands
 *
 * Takes what a heading or title says. Without code and term it is only a title where it is none of
 * a part of the page.
 */
void
carrel_identity_take_name (CarrelIdentityReader *reader,
                           const char *text,
                           gboolean is_sure,
                           int line)
{
  const CarrelWords *words = reader->page->words;
  g_auto (CarrelCourseName) name = { 0 };
  gboolean is_named;

  carrel_course_name_read (words, text, &name);
  is_named = is_sure || name.code != NULL || name.term != NULL;
  if (name.title != NULL && is_own_title (reader->course, name.title)
      && (is_named
          || (!carrel_identity_is_page_label (words, name.title)
              && !carrel_identity_is_slug (name.title))))
    carrel_identity_set (&reader->course->title, name.title);
  carrel_identity_set (&reader->course->code, name.code);
  set_term (reader->course, name.term);
  if (reader->course->record.file == NULL && name.title != NULL)
    carrel_record_set_source (reader->course, reader->page->file, line);
}

/* "course: Civil Procedure": words with a capital, neither a slug nor a name of a page. */
static gboolean
is_course_key (const CarrelIdentityReader *reader, const char *key, const char *text)
{
  return g_str_equal (key, "course") && strchr (text, ' ') != NULL && is_short_title (text)
         && g_unichar_isupper (g_utf8_get_char (text)) && strpbrk (text, "0123456789") == NULL
         && !carrel_identity_is_page_label (reader->page->words, text)
         && !carrel_identity_is_slug (text);
}

/* "CS 101 - Algebra" below a title, and not "In CS 101 we learn algebra." */
static gboolean
names_course_after_code (const char *key, const char *text, const char *code)
{
  if (code == NULL)
    return FALSE;
  return g_str_equal (key, "subtitle")
         || ((g_str_equal (key, "description") || g_str_equal (key, "course"))
             && strlen (text) <= MAX_SUBTITLE && g_str_has_prefix (text, code)
             && carrel_pattern_matches ("^ ?[:–—-] ", text + strlen (code), 0));
}

/* "semester: Fall" beside "year: 2020" */
static char *
dup_term (const CarrelNode *data, const char *key)
{
  const char *text = carrel_node_get_text (data, key);
  const char *year = carrel_node_get_text (data, "year");

  if (text == NULL || year == NULL || strpbrk (text, "0123456789") != NULL
      || !carrel_pattern_matches ("^20[0-9]{2}$", year, 0))
    return g_strdup (text);
  return g_strdup_printf ("%s %s", text, year);
}

/* Keys of front matter and of configuration files, in the order in which they are believed. */
static void
read_data (CarrelIdentityReader *reader)
{
  static const struct
  {
    const char *key;
    gboolean is_title;
  } keys[] = { { "course_title", TRUE },  { "course_name", TRUE },    { "courseName", TRUE },
               { "course", FALSE },       { "tagline", TRUE },        { "subtitle", FALSE },
               { "section", FALSE },      { "course_code", FALSE },   { "description", FALSE },
               { "courseNumber", FALSE }, { "course_number", FALSE }, { "courseCode", FALSE },
               { "sigle", FALSE },        { "number", FALSE },        { "code", FALSE },
               { "coursenum", FALSE },    { "coursenumber", FALSE },  { "coursecode", FALSE },
               { "class", FALSE },        { "date", FALSE },          { "catalog", FALSE } };
  static const char *const terms[] = { "term",           "semester", "quarter",  "course_semester",
                                       "courseSemester", "session",  "semestre", "date" };
  const CarrelNode *data = reader->page->front_matter;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text
          = carrel_pattern_dup_without_tags (carrel_node_get_text (data, keys[i].key));
      g_auto (CarrelCourseName) name = { 0 };

      if (text == NULL || strstr (text, "{{") != NULL || carrel_identity_has_time (reader, text))
        continue;
      carrel_course_name_read (reader->page->words, text, &name);
      /* "CS 101: Algebra" is a title wherever it stands. */
      if (keys[i].is_title || is_course_key (reader, keys[i].key, text)
          || names_course_after_code (keys[i].key, text, name.code))
        carrel_identity_set (&reader->course->title, name.title);
      carrel_identity_set (&reader->course->code, name.code);
      carrel_identity_set (&reader->course->term, name.term);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autofree char *text = dup_term (data, terms[i]);
      gsize start;
      gsize end;
      g_autofree char *term
          = text != NULL ? carrel_term_name_find (reader->page->words, text, &start, &end) : NULL;

      carrel_identity_set (&reader->course->term, term);
    }
}

/* "summary: CS 101: Algebra": a text that starts with a code is a name, others are sentences. */
static void
read_summary (CarrelIdentityReader *reader)
{
  const char *text = carrel_node_get_text (reader->page->front_matter, "summary");
  g_auto (CarrelCourseName) name = { 0 };

  if (text == NULL || strlen (text) > MAX_TITLE)
    return;
  carrel_course_name_read (reader->page->words, text, &name);
  if (name.code == NULL || !g_str_has_prefix (text, name.code))
    return;
  carrel_identity_set (&reader->course->title, name.title);
  carrel_identity_set (&reader->course->code, name.code);
  carrel_identity_set (&reader->course->term, name.term);
}

/* "course:" with a map of its own: its keys need no "course" before them. */
static void
read_course_map (CarrelIdentityReader *reader)
{
  const CarrelNode *data = carrel_node_get (reader->page->front_matter, "course");
  static const char *const titles[] = { "title", "name" };
  static const char *const codes[] = { "code", "number" };
  const char *term = carrel_node_get_text (data, "term");

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      const char *text = carrel_node_get_text (data, titles[i]);

      if (text != NULL && strstr (text, "{{") == NULL)
        carrel_identity_take_name (reader, text, FALSE, 1);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const char *text = carrel_node_get_text (data, codes[i]);
      g_auto (CarrelCourseName) name = { 0 };

      if (text == NULL)
        continue;
      carrel_course_name_read (reader->page->words, text, &name);
      carrel_identity_set (&reader->course->code, name.code);
    }
  if (term != NULL && carrel_words_has_season (reader->page->words, term))
    carrel_identity_set (&reader->course->term, term);
}

/* Whether front matter has what only that of a course has. */
static gboolean
says_course (const CarrelNode *data)
{
  static const char *const keys[] = { "course", "sigle", "number", "code", "term", "semester" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (carrel_node_get (data, keys[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "description: CS 101 | Spring 2023", "subtitle: CS 101 - Spring 2023": code and term below the
 * title. */
static gboolean
is_described (const CarrelIdentityReader *reader)
{
  static const char *const keys[] = { "description", "subtitle", "date" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *text = carrel_node_get_text (reader->page->front_matter, keys[i]);
      g_auto (CarrelCourseName) name = { 0 };

      if (text == NULL || strlen (text) > MAX_SUBTITLE)
        continue;
      carrel_course_name_read (reader->page->words, text, &name);
      /* "date: Hill College, CS 101, Spring 2023" */
      if (name.term != NULL && name.code != NULL
          && (g_str_equal (keys[i], "date") || g_str_has_prefix (text, name.code)))
        return TRUE;
    }
  return FALSE;
}

/* Whether the title of a page is that of the course: it has a code or a term, or is on the home
 * page. */
static gboolean
is_course_title (const CarrelIdentityReader *reader, const char *title, gboolean is_home)
{
  const CarrelCourse *course = reader->course;
  g_auto (CarrelCourseName) name = { 0 };

  carrel_course_name_read (reader->page->words, title, &name);
  if (name.code != NULL || name.term != NULL)
    return TRUE;
  if (is_home && carrel_identity_has_people_or_times (course))
    return TRUE;
  return course->code != NULL
         && (says_course (reader->page->front_matter) || is_described (reader));
}

/* "Facultad de Ciencias", "Plan de Trabajo" */
static gboolean
is_of_school (const char *title)
{
  static const char school[] = "^(?:facultad|faculdade|faculté|fakultät|departamento|département|"
                               "institut|instituto|escuela"
                               "|escola|école|plan|plano|hoja|guía|guia|lista|material|materiales|"
                               "critérios|criterios|reglas"
                               "|regras|acuerdo|bewertung|universi\\p{L}+)\\b";

  return carrel_pattern_matches (school, title, G_REGEX_CASELESS);
}

/* In the capitals of titles, or what courses are called, or two words with capitals and a small one
 * that no name has between them. */
static gboolean
is_capitalised (const char *title)
{
  static const char joined[]
      = "^\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*(?:(?: "
        "(?:of|to|in|the|and|for|with|on|a|an|from|through|as|by|de|del|la|el|los|las|y|e|en|para|"
        "por"
        "|du|des|et|pour|à|aux|do|da|dos|das|em|und|für|der|die|im|von))+(?: \\p{Lu}\\p{L}+)+)+$";

  return carrel_phrase_is_in_title_case (title) || carrel_identity_names_subject (title)
         || (carrel_pattern_matches (joined, title, 0) && !is_of_school (title));
}

/* "Ann Lee and Bob Ray", "Algebra with Ann Lee": names of people beside the word. */
static gboolean
joins_people (const CarrelIdentityReader *reader, const char *text)
{
  static const char *const joins[] = { " and ", " & ", " with " };

  for (gsize i = 0; i < G_N_ELEMENTS (joins); i++)
    {
      const char *at = strstr (text, joins[i]);
      const char *right = at != NULL ? at + strlen (joins[i]) : NULL;
      g_autofree char *left = at != NULL ? g_strndup (text, (gsize) (at - text)) : NULL;

      if (at != NULL && !carrel_identity_names_subject (left)
          && !carrel_identity_names_subject (right)
          && carrel_person_name_is_whole (reader->page->words, right)
          && (g_str_equal (joins[i], " with ")
              || carrel_person_name_is_whole (reader->page->words, left)))
        return TRUE;
    }
  return FALSE;
}

/**
 * carrel_identity_tells_of_others:
 * @reader: a page
 * @text: a line or a heading
 *
 * Returns: whether it is in the capitals of a title, and none: "Mondays and Wednesdays", "Taught by
 *   Ann Lee", "How to Succeed", "Hill Valley Campus"
 */
gboolean
carrel_identity_tells_of_others (const CarrelIdentityReader *reader, const char *text)
{
  static const char others[]
      = "\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b|"
        "^(?:\\w+ed|taught|given|led|written)(?: and \\w+)? by\\b|"
        "^(?:how|what|where|when|who|getting|click|please|see|statement|final|hybrid)\\b|"
        "^(?:center|centre|division|office|program|programme|laboratory|library|museum) "
        "(?:for|of)\\b|"
        "\\b(?:campus|credits?|credit hours|mode|proposal)$";

  return carrel_pattern_matches (others, text, G_REGEX_CASELESS) || joins_people (reader, text);
}

/**
 * carrel_identity_is_name_of_subject:
 * @reader: a page
 * @text: a line or a heading beside the code of the course
 *
 * Returns: whether it is several words in the capitals of a title, or what courses are called, and
 *   no name of a page or of a part of one
 */
gboolean
carrel_identity_is_name_of_subject (const CarrelIdentityReader *reader, const char *text)
{
  return (is_capitalised (text)
          || carrel_pattern_matches ("^\\p{Lu}\\p{L}+-\\p{Lu}\\p{L}+ \\p{Lu}\\p{L}+$", text, 0))
         && strpbrk (text, "0123456789") == NULL && !carrel_identity_tells_of_others (reader, text)
         && !carrel_identity_is_page_label (reader->page->words, text)
         && !carrel_page_name_is (text);
}

/**
 * carrel_identity_get_text:
 * @reader: a page
 * @key: a key of its front matter
 *
 * Returns: (nullable): a text of the front matter that no template fills
 */
const char *
carrel_identity_get_text (const CarrelIdentityReader *reader, const char *key)
{
  const char *text = carrel_node_get_text (reader->page->front_matter, key);

  return text != NULL && strstr (text, "{{") == NULL ? text : NULL;
}

/* "Intro to Urban Analytics", and not "Course Home": several words, none of them what a part of a
 * page is called. */
static gboolean
is_plain_title (const CarrelIdentityReader *reader, const char *title)
{
  static const char *const parts[]
      = { "course",       "class",    "syllabus", "information", "welcome",   "home",
          "about",        "overview", "policies", "resources",   "logistics", "details",
          "general",      "page",     "website",  "contact",     "notes",     "calendar",
          "expectations", "index",    "teaching", "questions",   "answers",   "tips",
          "guide",        "rules",    "students", "getting",     "using",     "how",
          "team",         "week",     "module",   "unit",        "lesson",    "part",
          "part 1",       NULL };

  if (strchr (title, ' ') == NULL || !is_own_title (reader->course, title)
      || !is_capitalised (title) || strpbrk (title, "0123456789") != NULL
      || carrel_phrase_occurs (title, -1, parts) || carrel_identity_has_time (reader, title))
    return FALSE;
  for (CarrelLabel label = CARREL_LABEL_NONE + 1; label < CARREL_N_LABELS; label++)
    if (carrel_words_has_label (reader->page->words, title, label) && !is_of_subject (label, title))
      return FALSE;
  return carrel_role_find (reader->page->words, title) == NULL;
}

/* "description: This is the course website for Foundations of Algebra" */
static void
read_description (CarrelIdentityReader *reader)
{
  const char *text = carrel_identity_get_text (reader, "description");
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *title = NULL;

  if (text == NULL
      || !carrel_pattern_match (
          "\\b(?:website|webpage|page|site|repository) (?:for|of) (?:the course )?(.+?)\\.?$", text,
          G_REGEX_CASELESS, &match))
    return;
  title = g_match_info_fetch (match, 1);
  if (is_plain_title (reader, title))
    carrel_identity_set (&reader->course->title, title);
}

/**
 * carrel_identity_is_code_alone:
 * @reader: a page
 * @text: a heading or a title
 *
 * Returns: whether all that it says is the code, and maybe when: "STAT 324", "STAT 324, Fall 2023"
 */
gboolean
carrel_identity_is_code_alone (const CarrelIdentityReader *reader, const char *text)
{
  g_auto (CarrelCourseName) name = { 0 };

  carrel_course_name_read (reader->page->words, text, &name);
  return name.code != NULL && name.title == NULL;
}

/* What a subtitle says of the name of a course: "title: STAT 324" above "subtitle: Applied
 * Statistics for Engineers", "title: Syllabus" above "subtitle: Deep Waters, Summer 2021". */
static const char *
find_title_below (const CarrelIdentityReader *reader,
                  const char *title,
                  const char *subtitle,
                  const CarrelCourseName *name)
{
  if (g_strcmp0 (title, reader->course->code) == 0)
    return subtitle;
  if (carrel_pattern_matches ("\\b(?:university|college|department|school|institute)\\b", subtitle,
                              G_REGEX_CASELESS))
    return NULL;
  if (carrel_identity_is_code_alone (reader, title)
      && (carrel_identity_names_subject (subtitle)
          || !carrel_person_name_is_whole (reader->page->words, subtitle)))
    return subtitle;
  return name->term != NULL && name->title != NULL && carrel_page_name_is (title) ? name->title
                                                                                  : NULL;
}

static void
read_subtitle (CarrelIdentityReader *reader, const char *title)
{
  const char *subtitle = carrel_identity_get_text (reader, "subtitle");
  g_auto (CarrelCourseName) name = { 0 };
  const char *found;

  if (subtitle == NULL || reader->course->title != NULL)
    return;
  carrel_course_name_read (reader->page->words, subtitle, &name);
  found = find_title_below (reader, title, subtitle, &name);
  if (found != NULL && !carrel_identity_tells_of_others (reader, found)
      && (is_plain_title (reader, found) || carrel_identity_is_name_of_subject (reader, found)))
    carrel_identity_take_name (reader, subtitle, TRUE, 1);
}

/* The name in the front matter of a page: "title" of a page with a code, or "name". */
static void
read_page_title (CarrelIdentityReader *reader)
{
  const char *title = carrel_identity_get_text (reader, "title");
  const char *name = carrel_identity_get_text (reader, "name");
  gboolean is_home = g_strcmp0 (carrel_identity_get_text (reader, "layout"), "home") == 0
                     || g_strcmp0 (carrel_identity_get_text (reader, "slug"), "/") == 0
                     || g_strcmp0 (carrel_identity_get_text (reader, "permalink"), "/") == 0;

  /* The page of a person. */
  if (carrel_node_get (reader->page->front_matter, "role") != NULL)
    return;
  if (name != NULL)
    carrel_identity_take_name (reader, name, FALSE, 1);
  if (title != NULL && is_course_title (reader, title, is_home))
    carrel_identity_take_name (reader, title, is_home, 1);
  if (title != NULL)
    read_subtitle (reader, title);
}

/**
 * carrel_identity_read_plain_title:
 * @reader: (inout): a page; its course gets the title of the page, unless it has one
 *
 * Takes a title of which nothing else says that it is that of a course, on a page that has what
 * only the page of a course has.
 */
void
carrel_identity_read_plain_title (CarrelIdentityReader *reader)
{
  const char *title = carrel_identity_get_text (reader, "title");
  g_auto (CarrelCourseName) name = { 0 };

  if (title == NULL || reader->course->title != NULL)
    return;
  /* "Syllabus: Intro to Urban Analytics", "Urban Analytics - 2023" */
  carrel_course_name_read (reader->page->words, title, &name);
  if (is_plain_title (reader, title) || (name.title != NULL && is_plain_title (reader, name.title)))
    carrel_identity_take_name (reader, title, TRUE, 1);
}

/**
 * carrel_identity_read_front_matter:
 * @reader: (inout): a page; its course gets what the front matter says of its name
 */
void
carrel_identity_read_front_matter (CarrelIdentityReader *reader)
{
  read_description (reader);
  read_data (reader);
  read_summary (reader);
  read_course_map (reader);
  read_page_title (reader);
}
