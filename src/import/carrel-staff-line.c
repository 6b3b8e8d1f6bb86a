/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a role with the names after it, or names with their role in parentheses. */
#define G_LOG_DOMAIN "carrel-staff-line"

#include "config.h"

#include "carrel-staff-line.h"

#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-phrase.h"
#include "carrel-role.h"
#include "carrel-slot.h"
#include "carrel-staff-sentence.h"

#include <string.h>

/* The longest line of a title and a name, in bytes. */
#define MAX_TITLED 60

#define MAX_LABEL 48

/* The longest title before a name. */
#define MAX_TITLE 16

/* Initials alone are no family name. */
#define MIN_FAMILY_NAME 3

static gboolean
is_upper (const char *text, const char *end)
{
  for (const char *at = text; at < end; at++)
    if (g_ascii_islower (*at))
      return FALSE;
  return end - text >= 4;
}

/* The end of the label of a line: its colon, full-width colon, or the dot of "INSTRUCTOR. …". */
static const char *
find_colon (const char *text, gsize *length)
{
  const char *colon = carrel_phrase_find_colon (text, length);
  const char *dot = strstr (text, ". ");

  /* Not "GSI A. B. Stone" */
  if (dot != NULL && is_upper (text, dot) && dot[-2] != ' ' && (colon == NULL || dot < colon))
    {
      *length = 1;
      return dot;
    }
  return colon != NULL && colon[1] != '/' ? colon : NULL;
}

/* "Submitting, without leave of the instructor, …" tells of nobody. */
static gboolean
is_clause (const CarrelWords *words, const char *name, const char *rest)
{
  return strchr (name, ' ') == NULL && g_ascii_islower (*rest)
         && carrel_words_match_role (words, rest, NULL) == NULL;
}

/* "Prof. Dr. Lee (TA)": the role stands in parentheses or after a comma behind the name. */
static gboolean
read_trailing_role (const CarrelWords *words, const char *text, CarrelStaffLine *line)
{
  const char *slashes = strstr (text, " // ");
  const char *open = slashes != NULL ? slashes + 3 : strpbrk (text, "(,");
  g_autofree char *inner = NULL;
  char *name;

  if (open == NULL || open - text > 60)
    return FALSE;
  inner = g_strndup (open + 1, strcspn (open + 1, slashes != NULL ? "),;&/" : "),;"));
  line->role = strlen (inner) <= MAX_LABEL ? carrel_role_find (words, g_strstrip (inner)) : NULL;
  if (line->role == NULL)
    return FALSE;
  name = carrel_person_name_read (words, text);
  if (name == NULL || (*open == ',' && is_clause (words, name, inner)))
    {
      g_free (name);
      return FALSE;
    }
  g_ptr_array_add (line->names, name);
  return TRUE;
}

/* "Ann Lee - Instructor - ann@x.edu": a whole name, a mark and a role, and an address, since "Alan
 * Turing - professor" is on no staff. */
static gboolean
read_role_behind_mark (const CarrelWords *words, const char *text, CarrelStaffLine *line)
{
  static const char pattern[]
      = "^(.{3,48}?) (?:-|–|—|\\||·|•) ([^-–—|·•,;:]{2,40}?) ?(?:$| [-–—|·•] |,)";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL;
  g_autofree char *role = NULL;

  if (strchr (text, '@') == NULL || !carrel_pattern_match (pattern, text, 0, &match))
    return FALSE;
  name = g_match_info_fetch (match, 1);
  role = g_match_info_fetch (match, 2);
  if (!carrel_person_name_is_whole (words, name) || !carrel_role_is_plain (words, role))
    return FALSE;
  line->role = carrel_role_find (words, role);
  g_ptr_array_add (line->names, g_steal_pointer (&name));
  return TRUE;
}

/* "Eugene Wu Instructor": a whole name and a role, and nothing else. */
static gboolean
read_role_behind (const CarrelWords *words, const char *text, CarrelStaffLine *line)
{
  for (const char *blank = strchr (text, ' '); blank != NULL && blank - text < 60;
       blank = strchr (blank + 1, ' '))
    {
      gsize n = 0;
      const char *role = carrel_words_match_role (words, blank + 1, &n);
      g_autofree char *lead = g_strndup (text, (gsize) (blank - text));
      char *name;

      if (role == NULL || blank[1 + n] != '\0')
        continue;
      name = carrel_person_name_read (words, lead);
      if (name == NULL || strchr (name, ' ') == NULL || !g_str_has_suffix (lead, name))
        {
          g_free (name);
          return FALSE;
        }
      line->role = role;
      g_ptr_array_add (line->names, name);
      return TRUE;
    }
  return FALSE;
}

/* "TA Bob Stone", "Prof. Ann Lee": a role or a title, then a whole name and little else. */
static gboolean
read_leading_role (const CarrelWords *words, const char *text, CarrelStaffLine *line)
{
  gsize n = 0;
  const char *role = carrel_words_match_role (words, text, &n);
  const char *rest = text + n + strspn (text + n, " .-");
  char *name;

  if (role == NULL || !g_unichar_isupper (g_utf8_get_char (text)) || rest == text + n)
    return FALSE;
  name = carrel_person_name_read (words, rest);
  if (name == NULL || strchr (name, ' ') == NULL)
    {
      g_free (name);
      return FALSE;
    }
  line->role = role;
  g_ptr_array_add (line->names, name);
  return TRUE;
}

/* "TAs", with the names in the items below it. */
static gboolean
read_role_alone (const CarrelWords *words, const char *text, CarrelStaffLine *line)
{
  if (!carrel_role_is_alone (words, text))
    return FALSE;
  line->role = carrel_words_match_role (words, text, NULL);
  line->is_open = TRUE;
  return TRUE;
}

/* "Instructor's office" and "TA email" are not followed by names. */
static gboolean
tells_something_else (const CarrelWords *words, const char *label)
{
  return carrel_words_has_label (words, label, CARREL_LABEL_OFFICE_HOURS)
         || carrel_words_has_label (words, label, CARREL_LABEL_EMAIL)
         || carrel_words_has_label (words, label, CARREL_LABEL_LOCATION);
}

/* "Me: Ann Lee" among those who teach. */
static gboolean
read_me (const CarrelWords *words, const char *label, const char *rest, CarrelStaffLine *line)
{
  char *name = g_ascii_strcasecmp (label, "me") == 0 ? carrel_person_name_read (words, rest) : NULL;

  if (name == NULL || strchr (name, ' ') == NULL)
    {
      g_free (name);
      return FALSE;
    }
  line->role = "instructor";
  g_ptr_array_add (line->names, name);
  return TRUE;
}

/* A line whose label is no role; @rest: what stands behind its colon. */
static void
read_labelled (const CarrelWords *words,
               const char *text,
               const char *label,
               const char *rest,
               CarrelStaffLine *line)
{
  if (!read_leading_role (words, text, line)
      && !carrel_staff_sentence_read_taught_by (words, text, line)
      && !read_me (words, label, rest, line)
      && carrel_words_has_label (words, label, CARREL_LABEL_PERSON))
    read_leading_role (words, rest + strspn (rest, " "), line);
}

/* A line without a colon. */
static void
read_unlabelled (const CarrelWords *words, const char *text, CarrelStaffLine *line)
{
  if (!carrel_staff_sentence_read_role (words, text, line)
      && !carrel_staff_sentence_read_taught_by (words, text, line)
      && !read_trailing_role (words, text, line) && !read_role_behind_mark (words, text, line)
      && !read_role_behind (words, text, line) && !read_leading_role (words, text, line))
    carrel_staff_sentence_read_speaker (words, text, line);
}

/* "Ann Lee, graduate teaching assistant: lee@x.edu" */
static gboolean
read_name_and_role (const CarrelWords *words, const char *text, CarrelStaffLine *line)
{
  gsize n_name = strcspn (text, ",");
  gsize n_role = strcspn (text, ":");
  g_autofree char *name = NULL;
  g_autofree char *person = NULL;
  g_autofree char *role = NULL;

  if (text[n_name] == '\0' || n_name > MAX_LABEL || text[n_role] == '\0' || n_role < n_name + 3
      || n_role - n_name > MAX_LABEL)
    return FALSE;
  name = g_strndup (text, n_name);
  person = carrel_person_name_read (words, name);
  role = g_strndup (text + n_name + 1, n_role - n_name - 1);
  line->role = carrel_role_find (words, role);
  if (line->role == NULL || person == NULL || strchr (person, ' ') == NULL
      || !g_str_has_suffix (name, person))
    {
      line->role = NULL;
      return FALSE;
    }
  g_ptr_array_add (line->names, g_steal_pointer (&person));
  return TRUE;
}

/* "Ann Lee @ Example Labs in Geneva, Switzerland": what stands behind the sign is a place. */
static gsize
measure_people (const char *text)
{
  for (const char *at = strstr (text, " @ "); at != NULL; at = strstr (at + 3, " @ "))
    if (g_ascii_isupper (at[3]))
      return (gsize) (at - text);
  return strlen (text);
}

/* "VCA: Jo Lee", "GSI: Ann Bell": short names of assistants, which are many, before a whole name.
 * Without the colon some are states: "Los Angeles, CA". */
static const char *
read_short_role (const CarrelWords *words, const char *label, const char *value)
{
  g_autofree char *name = NULL;

  if (!carrel_pattern_matches ("^(?:[A-Z]{0,2}[CLI]A|AI|SI|TF)s?$", label, 0))
    return NULL;
  name = carrel_person_name_read (words, value);
  return name != NULL && strchr (name, ' ') != NULL ? "TA" : NULL;
}

/* "Ann Lee (TA): ann@x.edu"; "Late work (instructor): ask first" is about nobody. */
static gboolean
read_bracketed_role (const CarrelWords *words,
                     const char *label,
                     const char *value,
                     CarrelStaffLine *line)
{
  value += strspn (value, " ");
  return g_str_has_suffix (label, ")")
         && (*value == '\0' || strchr (value, '@') != NULL
             || carrel_slot_read_start (words, value, CARREL_TIME_PLAIN, NULL))
         && read_trailing_role (words, label, line);
}

#define TEACHER "(?:instructor|professor|lecturer|teacher|teaching assistant|ta)s?"

/* "Title IX coordinator", "Faculty advisor", "Department coordinator": who works for all of a
 * school, and for no course; "Former TAs" did once. */
static gboolean
names_other_office (const char *label, const char *role)
{
  static const char offices[]
      = "\\b(?:title "
        "(?:ix|9)|disabilit(?:y|ies)|accessibility|accommodations?|counsell?(?:ing|ors?)"
        "|(?<!peer )advis(?:ing|[oe]rs?)|integrity|registrar|librar(?:y|ians?)|writing "
        "cent(?:er|re)"
        "|former|past|previous|guest|deans?|ombuds\\w*|secretar(?:y|ies)|student "
        "(?:affairs|services|success))\\b";
  static const char teachers[]
      = "^(?!.*\\b(?:former|past|previous|guest)\\b)(?:" TEACHER "\\b|.*\\b" TEACHER "$)";
  static const char schools[]
      = "\\b(?:program(?:me)?|department(?:al)?|university|college|campus|division)\\b";

  /* "Library instructor", "Professor (associate dean)" */
  if (role != NULL && carrel_pattern_matches (teachers, label, G_REGEX_CASELESS))
    return FALSE;
  return carrel_pattern_matches (offices, label, G_REGEX_CASELESS)
         || (g_strcmp0 (role, "coordinator") == 0
             && carrel_pattern_matches (schools, label, G_REGEX_CASELESS));
}

/* The role that a label gives to the names behind it. */
static const char *
find_label_role (const CarrelWords *words, const char *label, const char *value)
{
  const char *role = carrel_role_find (words, label);

  if (tells_something_else (words, label) || names_other_office (label, role))
    return NULL;
  return role != NULL ? role : read_short_role (words, label, value);
}

/* "Prof. Ann Lee: Mon 3-4pm, Soda Hall": no list of people stands behind a time. */
static gboolean
starts_with_days (const CarrelWords *words, const char *value)
{
  CarrelSlot slot;

  return carrel_slot_read_start (words, value, CARREL_TIME_PLAIN, &slot)
         && slot.days != CARREL_DAY_NONE;
}

/* "Instructor: Lee, Ann B." is one person, the family name first; "Ann, Bo" may be two. */
static void
put_in_order (const char *role, char **value)
{
  char *given = *value;

  if (g_strcmp0 (role, "instructor") != 0 || !carrel_person_name_is_family_first (given))
    return;
  *value = carrel_person_name_dup_in_order (given);
  g_free (given);
}

/**
 * carrel_staff_line_read:
 * @words: the words of the page's language
 * @text: valid UTF-8, one line
 * @line: (out caller-allocates): what was found
 */
void
carrel_staff_line_read (const CarrelWords *words, const char *text, CarrelStaffLine *line)
{
  gsize n_colon = 0;
  const char *colon = find_colon (text, &n_colon);
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;

  *line = (CarrelStaffLine){ .names = g_ptr_array_new_with_free_func (g_free) };
  if (read_role_alone (words, text, line) || read_name_and_role (words, text, line))
    return;
  if (colon == NULL || colon - text > MAX_LABEL)
    {
      read_unlabelled (words, text, line);
      return;
    }
  label = g_strndup (text, (gsize) (colon - text));
  if (read_bracketed_role (words, label, colon + n_colon, line))
    return;
  line->role = find_label_role (words, label, colon + n_colon);
  if (line->role == NULL)
    {
      read_labelled (words, text, label, colon + n_colon, line);
      return;
    }
  /* "TA: Mon 3-4pm, Ann Lee" may have names behind the time. */
  if (!carrel_role_is_alone (words, label) && starts_with_days (words, colon + n_colon))
    {
      line->role = NULL;
      read_leading_role (words, label, line);
      return;
    }
  g_ptr_array_unref (line->names);
  value = g_strndup (colon + n_colon, measure_people (colon + n_colon));
  put_in_order (line->role, &value);
  line->names = carrel_person_name_split (words, value);
  line->is_open = colon[n_colon + strspn (colon + n_colon, " ")] == '\0';
}

/* "Section 3: Ann Lee", "Lectures: Ann Lee" */
static gboolean
names_class (const CarrelWords *words, const char *label)
{
  CarrelLabel kind = carrel_words_find_label (words, label);

  return kind == CARREL_LABEL_LECTURE || kind == CARREL_LABEL_RECITATION || kind == CARREL_LABEL_LAB
         || (carrel_words_has_label (words, label, CARREL_LABEL_SECTION)
             && strpbrk (label, "0123456789") != NULL);
}

/**
 * carrel_staff_line_skip_name_label:
 * @words: the words of the page's language
 * @text: valid UTF-8, a line of a section about people
 *
 * Returns: (transfer none): what stands behind "Name:", or @text
 */
const char *
carrel_staff_line_skip_name_label (const CarrelWords *words, const char *text)
{
  gsize n_colon = 0;
  const char *colon = find_colon (text, &n_colon);
  g_autofree char *label = NULL;

  if (colon == NULL || colon - text > MAX_LABEL)
    return text;
  label = g_strndup (text, (gsize) (colon - text));
  if (carrel_words_find_label (words, label) != CARREL_LABEL_PERSON && !names_class (words, label))
    return text;
  return colon + n_colon + strspn (colon + n_colon, " ");
}

/**
 * carrel_staff_line_read_marked:
 * @page: a page
 * @index: of a line
 *
 * Returns: (transfer full) (nullable): the whole name that the line starts with in bold print or as
 *   a link
 */
char *
carrel_staff_line_read_marked (const CarrelPage *page, guint index)
{
  const CarrelPageLine *line = carrel_page_get_line (page, index);
  const CarrelInline *content = &carrel_page_get_block (page, line->block)->content;

  for (guint i = 0; i < content->n_spans; i++)
    {
      const CarrelSpan *span = &content->spans[i];
      g_autofree char *text = g_strndup (content->text + span->start, span->end - span->start);
      g_autofree char *name = NULL;

      if ((span->kind != CARREL_SPAN_STRONG && span->kind != CARREL_SPAN_LINK)
          || !g_str_has_prefix (line->text, g_strstrip (text)))
        continue;
      name = carrel_person_name_read (page->words, text);
      if (name != NULL && strchr (name, ' ') != NULL
          && carrel_words_find_label (page->words, name) == CARREL_LABEL_NONE)
        return g_steal_pointer (&name);
    }
  return NULL;
}

static const char *const contact_words[]
    = { "contact",         "contacts", "contact us",   "kontakt",   "kontakte",
        "ansprechpartner", "contatos", "contacto",     "contactos", "contato",
        "yhteystiedot",    "联系方式", "お問い合わせ", "連絡先",    NULL };

/* "Disability Services" and its like answer mail and are nobody. */
static gboolean
names_an_office (const char *name)
{
  static const char *const offices[] = {
    "services",  "service",  "center",        "centre",     "desk",    "support",  "helpdesk",
    "library",   "advising", "accessibility", "program",    "council", "security", "health",
    "registrar", "dean",     "committee",     "counseling", "forum",   "list",     "questions",
    "account",   "address",  "society",       "union",      "admin",   "portal",   NULL
  };

  return carrel_phrase_occurs (name, -1, offices);
}

/**
 * carrel_staff_line_is_contact_heading:
 * @heading: the heading of a section
 *
 * Returns: whether the section says how to reach people
 */
gboolean
carrel_staff_line_is_contact_heading (const char *heading)
{
  return strlen (heading) <= MAX_LABEL && carrel_phrase_occurs (heading, -1, contact_words);
}

/**
 * carrel_staff_line_read_contact:
 * @words: the words of the page's language
 * @text: valid UTF-8, one line with the address of somebody
 * @is_listed: whether it stands where the page says how to reach people
 * @line: (out caller-allocates): what was found
 *
 * Reads "Ann Lee: ann@uni.edu", "Coordinator - Bob Ray (bob@uni.edu)" and "Contact: Ann Lee, …".
 *
 * Returns: whether there was a whole name
 */
gboolean
carrel_staff_line_read_contact (const CarrelWords *words,
                                const char *text,
                                gboolean is_listed,
                                CarrelStaffLine *line)
{
  gsize n_label = carrel_phrase_match_any (text, contact_words);
  const char *rest = text + n_label + strspn (text + n_label, " ");
  g_autofree char *name = NULL;
  gsize n = 0;

  *line = (CarrelStaffLine){ .names = g_ptr_array_new_with_free_func (g_free) };
  if (n_label > 0 && *rest == ':')
    is_listed = TRUE;
  else
    rest = text;
  rest += strspn (rest, ": ");
  line->role = carrel_words_match_role (words, rest, &n);
  rest += n + strspn (rest + n, " -,:");
  name = is_listed ? carrel_person_name_read (words, rest) : NULL;
  if (name == NULL || strchr (name, ' ') == NULL || names_an_office (name)
      || carrel_words_find_label (words, name) != CARREL_LABEL_NONE)
    return FALSE;
  g_ptr_array_add (line->names, g_steal_pointer (&name));
  return TRUE;
}

/* Two words of a person, and neither of an office nor of a course. */
static gboolean
is_whole_name (const CarrelWords *words, const char *name)
{
  return strchr (name, ' ') != NULL && !names_an_office (name)
         && carrel_words_find_label (words, name) == CARREL_LABEL_NONE;
}

/* "Course masters", which names no role, and neither anything else of a course. */
static gboolean
may_lead_to_name (const CarrelWords *words, const char *label)
{
  CarrelLabel kind = carrel_words_find_label (words, label);

  return (kind == CARREL_LABEL_NONE || kind == CARREL_LABEL_TITLE)
         && !names_other_office (label, NULL);
}

/* Mail, or pronouns, right behind a name and its degrees. */
static gboolean
has_address_behind (const char *text)
{
  static const char behind[] = "^(?:,? (?:Ph\\.? ?D\\.?|M\\.?S\\.?|M\\.?D\\.?|Dr\\.))*(?:,| /)? "
                               "?(?:[(<\\[]*[\\w.+-]+@|\\((?:he|she|they)\\b)";

  return carrel_pattern_matches (behind, text, G_REGEX_CASELESS);
}

/**
 * carrel_staff_line_read_addressed:
 * @words: the words of the page's language
 * @text: a line
 *
 * Reads "Ann Lee, Ph.D. (ann@x.edu)", "Ann Lee (she/her)": a whole name with mail or pronouns right
 * behind it, perhaps behind a label that says nothing else.
 *
 * Returns: (transfer full) (nullable): the name
 */
char *
carrel_staff_line_read_addressed (const CarrelWords *words, const char *text)
{
  gsize n_colon = strcspn (text, ":");
  gboolean has_label = text[n_colon] == ':' && n_colon <= MAX_LABEL;
  g_autofree char *label = g_strndup (text, has_label ? n_colon : 0);
  const char *start = text + strlen (label) + strspn (text + strlen (label), ": ");
  g_autofree char *name = carrel_person_name_read (words, start);
  const char *at = name != NULL ? strstr (start, name) : NULL;

  if (at == NULL || at - start > MAX_TITLE || !is_whole_name (words, name)
      || !may_lead_to_name (words, label) || !has_address_behind (at + strlen (name)))
    return NULL;
  return g_steal_pointer (&name);
}

/**
 * carrel_staff_line_clear:
 * @line: a line, empty afterwards
 */
void
carrel_staff_line_clear (CarrelStaffLine *line)
{
  g_clear_pointer (&line->names, g_ptr_array_unref);
}

/**
 * carrel_staff_line_has_title:
 * @text: a line
 *
 * Returns: whether it starts with the title of somebody who teaches: "Dr. ", "Prof. "
 */
gboolean
carrel_staff_line_has_title (const char *text)
{
  static const char *const titles[] = { "dr.",      "dr",         "prof.",    "professor", "profa.",
                                        "prof.ssa", "professora", "dott.ssa", "dott.",     NULL };

  return g_ascii_isupper (*text) && carrel_phrase_match_any (text, titles) > 0;
}

/* "Ann Lee, PhD" without the degree. */
static char *
dup_without_degree (const char *text)
{
  return carrel_pattern_dup_without (
      ", ?(?:Ph\\.? ?D|M\\.? ?D|Ed\\.? ?D|D\\.? ?Phil|M\\.?P\\.?H|M\\.?F\\.?A|J\\.?D)\\.? *$", text,
      0);
}

/* A family name stands alone behind a title only: "Dr. Lee". */
static gboolean
is_told_of (const CarrelWords *words, const char *text, const char *name)
{
  return strchr (name, ' ') != NULL
         || (carrel_staff_line_has_title (text) && strlen (name) >= MIN_FAMILY_NAME
             && !names_an_office (name)
             && carrel_words_find_label (words, name) == CARREL_LABEL_NONE);
}

/**
 * carrel_staff_line_read_titled:
 * @words: the words of the page's language
 * @text: a line or a heading
 *
 * Reads "Dr. Ann Lee", "Dr. Lee" and "Ann Lee, PhD", a title and a name and nothing else, perhaps
 * behind a picture.
 *
 * Returns: (transfer full) (nullable): the name
 */
char *
carrel_staff_line_read_titled (const CarrelWords *words, const char *text)
{
  g_autofree char *plain = NULL;
  g_autofree char *name = NULL;

  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  plain = dup_without_degree (text);
  if ((!carrel_staff_line_has_title (text) && g_str_equal (plain, text))
      || strlen (text) > MAX_TITLED)
    return NULL;
  name = carrel_person_name_read (words, plain);
  return name != NULL && is_told_of (words, text, name) && g_str_has_suffix (plain, name)
                 && strchr (name, '\'') == NULL
             ? g_steal_pointer (&name)
             : NULL;
}
