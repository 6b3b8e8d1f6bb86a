/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Title, code and term of a course in sentences: "Welcome to CS 101, Foundations of Algebra." */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-course-name.h"
#include "carrel-identity.h"
#include "carrel-page-name.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-term-name.h"

#include <string.h>

/* Further down a page speaks of other things. */
#define MAX_LINES 300

/* The shortest subject that may stand for a longer one, in bytes. */
#define MIN_SUBJECT 4

/* How many of the patterns of what a page is of are English, where names have capitals. */
#define N_ENGLISH 3

/* A page welcomes its readers at its start. */
#define MAX_WELCOMES 6

/* "STA 2100 or an equivalent course": a code that others need. */
static gboolean
speaks_of_others (const CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  static const char *const words[]
      = { "equivalent",  "prerequisite", "prerequisites", "attend", "corequisite", "previous",
          "familiarity", "familiar",     "completed",     "taken",  "background",  "prior",
          "enrolled in", "similar",      "voraussetzung", NULL };
  const char *heading = carrel_page_get_section (reader->page, line->section)->heading;

  return carrel_phrase_occurs (line->text, -1, words) || carrel_phrase_occurs (heading, -1, words);
}

/* Where bold print ends that starts at a place of a text; 0 where none does. */
static gsize
find_bold_end (const CarrelInline *content, gsize start)
{
  for (guint i = 0; i < content->n_spans; i++)
    if (content->spans[i].kind == CARREL_SPAN_STRONG && content->spans[i].start == start)
      return content->spans[i].end;
  return 0;
}

/* "**Statistics 140: Samples and Surveys** in the spring": bold print that starts with the code and
 * goes on with the title. Returns where in the line it ends; 0 where there is none. */
static gsize
find_bold_name (const CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  const CarrelInline *content = &carrel_page_get_block (reader->page, line->block)->content;
  gsize start = 0;
  gsize end = 0;
  gsize bold_end;
  g_autofree char *code = carrel_course_name_find_code (line->text, FALSE, &start, &end);
  const char *at = code != NULL ? strstr (content->text, line->text) : NULL;

  if (at == NULL || !carrel_pattern_matches ("^: \\p{Lu}", line->text + end, 0))
    return 0;
  bold_end = find_bold_end (content, (gsize) (at - content->text) + start);
  return bold_end > (gsize) (at - content->text) + end + 2 ? bold_end - (gsize) (at - content->text)
                                                           : 0;
}

/* "Maple 015" looks like a code, but a class is held there. */
static gboolean
is_room (const CarrelCourse *course, const char *code)
{
  for (guint i = 0; i < course->meetings->len; i++)
    {
      const CarrelMeeting *meeting = g_ptr_array_index (course->meetings, i);

      if (meeting->location != NULL && strstr (meeting->location, code) != NULL)
        return TRUE;
    }
  for (guint i = 0; i < course->office_hours->len; i++)
    {
      const CarrelOfficeHour *hour = g_ptr_array_index (course->office_hours, i);

      if (hour->location != NULL && strstr (hour->location, code) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether another line names the code as one that the course needs: "A pass mark in PP455, or
 * equivalent". */
static gboolean
is_needed (const CarrelIdentityReader *reader, const char *code)
{
  for (guint i = 0; i < MIN (carrel_page_get_n_lines (reader->page), MAX_LINES); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (reader->page, i);

      if (strstr (line->text, code) != NULL && speaks_of_others (reader, line))
        return TRUE;
    }
  return FALSE;
}

/* "This elective class EC 327 is taught by" */
static gboolean
is_behind_class (const char *text, gsize start)
{
  return start > strlen ("class ")
         && g_ascii_strncasecmp (text + start - strlen ("class "), "class ", strlen ("class "))
                == 0;
}

/* The only code of a sentence that speaks of this course. */
static void
read_code_in_sentence (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  gsize start = 0;
  gsize end = 0;
  gsize other_start;
  gsize other_end;
  g_autofree char *code = NULL;
  g_autofree char *next = NULL;

  if (reader->course->code != NULL || speaks_of_others (reader, line))
    return;
  code = carrel_course_name_find_code (line->text, FALSE, &start, &end);
  if (code == NULL
      || (strstr (line->text, "ourse") == NULL && find_bold_name (reader, line) == 0
          && !is_behind_class (line->text, start)))
    return;
  next = carrel_course_name_find_code (line->text + end, FALSE, &other_start, &other_end);
  if (next == NULL && !is_room (reader->course, code) && !is_needed (reader, code))
    carrel_identity_set (&reader->course->code, code);
}

/* "Statistics 154" is "Stat 154": another spelling of the subject before the same number. */
static gboolean
is_same_code (const char *code, const char *other)
{
  gsize n = strcspn (code, " 0123456789");
  gsize m = strcspn (other, " 0123456789");

  return MIN (n, m) >= MIN_SUBJECT && g_ascii_strncasecmp (code, other, MIN (n, m)) == 0
         && g_str_equal (code + n + strspn (code + n, " "), other + m + strspn (other + m, " "));
}

/* "**Statistics 154: Samples and Surveys**" on the page of Stat 154. */
static void
read_bold_title (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  gsize bold_end = find_bold_name (reader, line);
  gsize start = 0;
  gsize end = 0;
  g_autofree char *code
      = bold_end > 0 ? carrel_course_name_find_code (line->text, FALSE, &start, &end) : NULL;
  g_autofree char *title = NULL;

  if (code == NULL || reader->course->code == NULL || reader->course->title != NULL
      || !is_same_code (reader->course->code, code) || bold_end <= end + 2)
    return;
  title = g_strstrip (g_strndup (line->text + end + 1, bold_end - end - 1));
  carrel_identity_set (&reader->course->title, title);
}

/* The code of a course without a title, where a line names it; NULL elsewhere. */
static const char *
find_code_without_title (const CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  const char *code = reader->course->code;

  return code != NULL && reader->course->title == NULL ? strstr (line->text, code) : NULL;
}

/* What stands behind the last word for a course. */
static const char *
skip_course_word (const char *text)
{
  static const char *const words[] = { "course ", "class ", "module ", "subject " };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *found = g_strrstr (text, words[i]);

      if (found != NULL)
        return found + strlen (words[i]);
    }
  return NULL;
}

/* "the course Data Structures and Algorithms (CS 101)": words with capitals between the word for a
 * course and the code in brackets. */
static void
read_title_before_code (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  const char *at = find_code_without_title (reader, line);
  g_autofree char *front
      = at != NULL ? g_strndup (line->text, (gsize) (at - line->text)) : g_strdup ("");
  const char *title;

  if (!g_str_has_suffix (front, " ("))
    return;
  front[strlen (front) - strlen (" (")] = '\0';
  title = skip_course_word (front);
  if (title != NULL && strpbrk (title, ".,:;!?()") == NULL
      && carrel_phrase_is_in_title_case (title))
    carrel_identity_set (&reader->course->title, title);
}

/* Whether slanted print fills a text of a line: "Welcome to CS 101, _Algebra_." */
static gboolean
is_slanted (const CarrelIdentityReader *reader, const CarrelPageLine *line, const char *text)
{
  const CarrelInline *content = &carrel_page_get_block (reader->page, line->block)->content;

  for (guint i = 0; i < content->n_spans; i++)
    {
      const CarrelSpan *span = &content->spans[i];

      if (span->kind == CARREL_SPAN_EMPHASIS && span->end - span->start == strlen (text)
          && strncmp (content->text + span->start, text, strlen (text)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "Welcome to CS 101 section 6, _Introduction to Algebra_.": slanted print behind the code. */
static void
read_slanted_title (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  const char *at = find_code_without_title (reader, line);
  g_autofree char *title = NULL;

  at = at != NULL ? at + strcspn (at, ",:.;") : NULL;
  if (at == NULL || *at == '\0' || *at == '.')
    return;
  at += 1 + strspn (at + 1, " ");
  title = g_strndup (at, strcspn (at, ".,;:!?()"));
  if (is_slanted (reader, line, title))
    carrel_identity_set (&reader->course->title, title);
}

/* "CS 101 ("Foundations of Algebra")" */
static void
read_quoted_title (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  const char *at = find_code_without_title (reader, line);
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *title = NULL;

  if (at == NULL)
    return;
  regex = carrel_pattern_get ("^ [(][\"“](\\p{Lu}[^\"”()]+)[\"”][)]", 0);
  if (!g_regex_match (regex, at + strlen (reader->course->code), 0, &match))
    return;
  title = g_match_info_fetch (match, 1);
  carrel_identity_set (&reader->course->title, title);
}

/* "the page of CS 101, Foundations of Algebra.": words with capitals up to the end of a sentence.
 */
static void
read_title_in_sentence (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  const char *at = find_code_without_title (reader, line);
  gsize bold_end = find_bold_name (reader, line);
  gsize length;
  g_autofree char *title = NULL;

  if (at == NULL)
    return;
  at += strlen (reader->course->code);
  if (strspn (at, ",:") != 1)
    return;
  at++;
  length = strcspn (at, ".,;:!?()");
  if (line->text + bold_end > at)
    length = MIN (length, (gsize) (line->text + bold_end - at));
  title = g_strstrip (g_strndup (at, length));
  if (bold_end > 0 || carrel_phrase_is_in_title_case (title)
      || carrel_identity_names_subject (title))
    carrel_identity_set (&reader->course->title, title);
}

/* "Success in CS 101 depends …", "In CS 101, we …", "the CS 101 syllabus": what is said there is
 * said of the page's own course. */
static gboolean
is_own_code (const char *text, gsize start, gsize end)
{
  static const char *const before[]
      = { "grade in",  "grade for", "grades in", "success in", "succeed in",  "welcome to",
          "topics of", "work in",   "learn in",  "do well in", "policies of", "students in",
          "staff of",  "goals of",  "this is",   NULL };
  g_autofree char *front = g_strndup (text, start);

  g_strchomp (front);
  return carrel_phrase_match_back (front, strlen (front), before) > 0
         || (carrel_pattern_matches ("(?:^|[.!?] )In$", front, 0)
             && carrel_pattern_matches ("^, (?:we|you|students)\\b", text + end, 0))
         || carrel_pattern_matches (
             "^ (?:is (?:a|an|the|our|\\w+'s)\\b|syllabus\\b|covers\\b|introduces\\b"
             "|course (?:goals|objectives|outcomes|policies|website)\\b"
             "|will (?:cover|introduce|be graded))"
             "|^[\"”’')\\]]* in (?:the |your )?(?:e-?mail )?subject\\b",
             text + end, G_REGEX_CASELESS);
}

/* "Welcome to the **Digital Marketing** class!" */
static void
read_welcome (CarrelIdentityReader *reader, const char *text, int line)
{
  static const char pattern[] = "^Welcome to (?:the )?[\"“]?((?:[\\p{Lu}][\\p{L}-]+)(?: "
                                "(?:[\\p{Lu}][\\p{L}-]+|and|of|in|for|"
                                "the|with|to))+)[\"”]?(?: (?:class|course)\\b|!$|\\.$)";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *title = NULL;

  if (reader->course->title != NULL || !g_str_has_prefix (text, "Welcome to ")
      || !carrel_pattern_match (pattern, text, 0, &match))
    return;
  title = g_match_info_fetch (match, 1);
  if (strchr (title, ' ') != NULL && !carrel_page_name_is (title))
    carrel_identity_take_name (reader, title, FALSE, line);
}

/* "Department of Statistics" has a page too. */
static gboolean
is_organisation (const char *name)
{
  return carrel_pattern_matches ("\\b(?:department|university|school|college|faculty|institute|week"
                                 "|departamento|universi\\w+|faculdade|facultad|escuela|escola)\\b",
                                 name, G_REGEX_CASELESS);
}

/* "Website of the course Operating Systems, fall 2024", "Página da disciplina de Cálculo": what the
 * page says it is of. */
static void
read_own_page (CarrelIdentityReader *reader, const char *text, int line)
{
#define PAGE                                                                                       \
  "(?i:web ?site|web ?page|home ?page|page|site|repo(?:sitory)?|materials?|resources|notes|code)"
#define COURSE "(?i:course|class|lecture|module)"
#define NAME                                                                                       \
  "[\"“]?(\\p{Lu}[\\p{L}-]+(?: (?:\\p{Lu}[\\p{L}&-]+|&|and|of|in|for|the|with|to))+)[\"”]?"
#define END " *(?:$|[,.;:(]| at | taught )"
  static const char *const patterns[] = {
    "\\b" COURSE " " PAGE " (?:of|for) (?:the )?" NAME END,
    "\\b" PAGE " (?:of|for) (?:the|our|my) " COURSE " " NAME END,
    "\\b" PAGE " (?:of|for) (?:the|our|my) " NAME " " COURSE "\\b",
    "^(?:p[áa]gina|site|s[íi]tio|reposit[óo]rio|materia(?:l|is|les))(?: web)? d(?:a|o|e la|el|e) "
    "(?:disciplina|curso|asignatura|materia|matéria)(?: de)? [\"“]?(\\p{Lu}[^,.;:()\"”0-9]{3,60}?)"
    "[\"”]? *(?:$|[,.;:(])",
    "^(?:page|site)(?: web)? du cours(?: de| d['’])? ?[\"“«]? ?(\\p{Lu}[^,.;:()\"”»0-9]{3,60}?)"
    "[\"”»]? *(?:$|[,.;:(])",
    "^(?:webseite|seite|homepage|materialien|material|repository) (?:zur|der|zum|für die) "
    "(?:lehr)?(?:vorlesung|veranstaltung|übung|kurs) [\"„]?(\\p{Lu}[^,.;:()\"“0-9]{3,60}?)[\"“]? "
    "*(?:$|[,.;:(])",
  };

  for (gsize i = 0; reader->course->title == NULL && i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *title = NULL;

      if (!carrel_pattern_match (patterns[i], text, i < N_ENGLISH ? 0 : G_REGEX_CASELESS, &match))
        continue;
      title = g_match_info_fetch (match, 1);
      if (g_unichar_isupper (g_utf8_get_char (title)) && !carrel_page_name_is (title)
          && !is_organisation (title))
        carrel_identity_take_name (reader, title, FALSE, line);
    }
#undef PAGE
#undef COURSE
#undef NAME
#undef END
}

/* What a line or a heading at the start of a page says the page is of. */
static void
read_start (CarrelIdentityReader *reader, const char *text, int line)
{
  read_welcome (reader, text, line);
  read_own_page (reader, text, line);
}

/**
 * carrel_identity_read_welcome:
 * @reader: whose course gets the title to which its page welcomes, or of which the page says that
 *   it is, when it has none
 */
void
carrel_identity_read_welcome (CarrelIdentityReader *reader)
{
  guint n_sections = MIN (carrel_page_get_n_sections (reader->page), MAX_WELCOMES);
  guint n_lines = MIN (carrel_page_get_n_lines (reader->page), MAX_WELCOMES);

  for (guint i = 0; i < n_sections; i++)
    read_start (reader, carrel_page_get_section (reader->page, i)->heading,
                carrel_page_get_section (reader->page, i)->line);
  for (guint i = 0; i < n_lines; i++)
    read_start (reader, carrel_page_get_line (reader->page, i)->text,
                carrel_page_get_line (reader->page, i)->line);
}

/**
 * carrel_identity_read_own_code:
 * @reader: whose course gets the code that sentences of its page use for it, when it has none
 */
void
carrel_identity_read_own_code (CarrelIdentityReader *reader)
{
  guint n_lines = MIN (carrel_page_get_n_lines (reader->page), MAX_LINES);

  for (guint i = 0; reader->course->code == NULL && i < n_lines; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (reader->page, i);
      gsize start = 0;
      gsize end = 0;
      g_autofree char *code = NULL;

      if (speaks_of_others (reader, line))
        continue;
      code = carrel_course_name_find_code (line->text, FALSE, &start, &end);
      if (code != NULL && is_own_code (line->text, start, end) && !is_room (reader->course, code))
        carrel_identity_set (&reader->course->code, code);
    }
}

/* "meets on Fridays in the Spring 2015 semester": the term without the word behind it, which it has
 * to have: "in the fall 2015" may be when something else was. */
static char *
dup_own_term (const CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  static const char word[] = " (?:semester|term|quarter)$";
  gsize start = 0;
  gsize end = 0;
  g_autofree char *term = carrel_term_name_find (reader->page->words, line->text, &start, &end);
  g_autofree char *front = term != NULL ? g_strndup (line->text, start) : NULL;

  if (front == NULL || speaks_of_others (reader, line)
      || !carrel_pattern_matches ("\\b(?:in|for|during) the $", front, G_REGEX_CASELESS)
      || !carrel_pattern_matches ("\\b(?:class|course|schedule|syllabus|lectures?|meet|meets)\\b",
                                  line->text, G_REGEX_CASELESS))
    return NULL;
  return carrel_pattern_matches (word, term, G_REGEX_CASELESS)
             ? carrel_pattern_dup_without (word, term, G_REGEX_CASELESS)
             : NULL;
}

/**
 * carrel_identity_read_own_term:
 * @reader: whose course gets the only term that sentences of its page say it is in, when it has
 *   none
 */
void
carrel_identity_read_own_term (CarrelIdentityReader *reader)
{
  guint n_lines = MIN (carrel_page_get_n_lines (reader->page), MAX_LINES);
  g_autofree char *term = NULL;

  for (guint i = 0; reader->course->term == NULL && i < n_lines; i++)
    {
      g_autofree char *found = dup_own_term (reader, carrel_page_get_line (reader->page, i));

      if (found != NULL && term != NULL && !g_str_equal (found, term))
        return;
      if (found != NULL && term == NULL)
        term = g_steal_pointer (&found);
    }
  carrel_identity_set (&reader->course->term, term);
}

/**
 * carrel_identity_read_sentence:
 * @reader: whose course gets a term, a code or a title that it lacks
 * @line: one of the first lines of its page
 *
 * Takes what a sentence names, when it is the only one of its kind there.
 */
void
carrel_identity_read_sentence (CarrelIdentityReader *reader, const CarrelPageLine *line)
{
  gsize start = 0;
  gsize end = 0;
  gsize other_start;
  gsize other_end;
  g_autofree char *term = carrel_term_name_find (reader->page->words, line->text, &start, &end);
  g_autofree char *other = term != NULL ? carrel_term_name_find (
                               reader->page->words, line->text + end, &other_start, &other_end)
                                        : NULL;

  if (other == NULL && (term == NULL || !carrel_phrase_is_in_address (line->text, start)))
    carrel_identity_set (&reader->course->term, term);
  read_code_in_sentence (reader, line);
  read_title_in_sentence (reader, line);
  read_bold_title (reader, line);
  read_title_before_code (reader, line);
  read_quoted_title (reader, line);
  read_slanted_title (reader, line);
}
