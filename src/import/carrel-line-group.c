/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The item around a time may name several people: "TAs: Ann Lee, Bo Ray" above "Hours: Fri 1-2". */
#define G_LOG_DOMAIN "carrel-line-group"

#include "config.h"

#include "carrel-line-group.h"

#include "carrel-line-sentence.h"
#include "carrel-page-people.h"
#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-phrase.h"
#include "carrel-place.h"
#include "carrel-staff-line.h"

#include <string.h>

/* "Monday 10-11 (Lee), Tuesday 1-2 (Ray)" says whose each time is. */
static gboolean
names_one_of (const char *text, GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *folded = g_utf8_strdown (g_ptr_array_index (names, i), -1);
      g_auto (GStrv) words = g_strsplit (folded, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        if (strlen (words[j]) > 1
            && carrel_phrase_occurs (text, -1, (const char *const[]){ words[j], NULL }))
          return TRUE;
    }
  return FALSE;
}

/**
 * carrel_line_group_find:
 * @scanner: a walk, at the line of a time
 * @role: (inout): gets the role of the people, may be NULL before
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the people that the nearest item around
 *   the line names, when they are several
 */
GPtrArray *
carrel_line_group_find (const CarrelLineScanner *scanner, const char **role)
{
  int parent = carrel_line_scanner_find_parent (scanner, scanner->index);
  g_auto (CarrelStaffLine) staff = { 0 };

  if (parent < 0)
    return NULL;
  carrel_staff_line_read (scanner->page->words,
                          carrel_page_get_line (scanner->page, (guint) parent)->text, &staff);
  if (staff.names->len < 2 || staff.role == NULL)
    return NULL;
  *role = staff.role;
  return g_ptr_array_ref (staff.names);
}

/**
 * carrel_line_group_find_owner:
 * @text: what stands between two times of a line
 *
 * Returns: (nullable): its last clause when that says whose the next time is: "… in Hall 5; Bob's
 * are "
 */
char *
carrel_line_group_find_owner (char *text)
{
  static const char owner[]
      = "(?:^|[;,]|(?<!\\bSt)\\.|\\band) *\\K(?:(?:Prof|Dr|Mr|Ms|Mrs)\\. )?\\p{Lu}[\\p{L} "
        "-]{0,40}['’]s"
        "(?: (?:office|student|drop-in))?(?: hours?)?(?: (?:is|are))?:?(?: on| from| at)? *$";
  gsize start = 0;
  gsize end = 0;

  return carrel_pattern_find (owner, text, &start, &end) ? text + start : NULL;
}

/* "Ben" of "; Ben's are ". */
static char *
read_owner (const CarrelWords *words, const char *between)
{
  g_autofree char *text = g_strdup (between);
  char *owner = carrel_line_group_find_owner (text);
  char *end = owner != NULL ? g_strrstr (owner, "'s") : NULL;

  if (owner == NULL)
    return NULL;
  if (end == NULL)
    end = g_strrstr (owner, "’s");
  *end = '\0';
  return carrel_person_name_read (words, owner);
}

/**
 * carrel_line_group_read_next:
 * @scanner: a walk, at a line
 * @lead: what stands before the first time of the line
 * @between: what stands between two times of it
 *
 * "Ann Lee holds office hours on Monday 3-4pm and Bo Ray on Tuesday 3-4pm.", "Ann's office hours
 * are Monday 3-4pm; Bo's are Tuesday 3-4pm."
 *
 * Returns: (transfer full) (nullable): whose the later time is, where @lead says who holds hours
 */
char *
carrel_line_group_read_next (const CarrelLineScanner *scanner,
                             const char *lead,
                             const char *between)
{
  const CarrelWords *words = scanner->page->words;
  const char *start = between + strspn (between, " ,;");
  gsize n = carrel_words_match_and (words, start);
  const char *role = NULL;
  g_autofree char *first = carrel_person_name_read_label (words, lead, &role);
  g_autofree char *owner
      = first != NULL && !g_str_equal (lead, between) ? read_owner (words, between) : NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *next = NULL;

  if (owner != NULL)
    return g_steal_pointer (&owner);
  if (first == NULL || n == 0
      || !carrel_pattern_match ("^ *(\\p{Lu}\\S*(?: \\p{Lu}\\S*)+)", start + n, 0, &match))
    return NULL;
  next = g_match_info_fetch (match, 1);
  return carrel_person_name_read (words, next);
}

/* A name and nothing else, perhaps behind a role or a title: "Head TA Ann Lee", "Bo". */
static char *
read_listed_name (const CarrelWords *words, const char *text)
{
  gsize n = 0;
  const char *role = carrel_words_match_role (words, text, &n);
  const char *start = role != NULL ? text + n + strspn (text + n, " .") : text;
  g_autofree char *name = carrel_person_name_read (words, start);

  return name != NULL && g_str_has_suffix (start, name) && strlen (name) > 1
                 && carrel_words_find_label (words, name) == CARREL_LABEL_NONE
                 && !carrel_place_is_room (name)
             ? g_steal_pointer (&name)
             : NULL;
}

/* "Ann Lee/Bob Ray", and "Tom, Jill" where the page knows one of them; "Odd/Even" and "Boston and
 * Seattle" are something else. */
static gboolean
are_people (const CarrelLineScanner *scanner, const char *text, const GPtrArray *names)
{
  guint n_full = 0;

  for (guint i = 0; i < names->len; i++)
    n_full += strchr (g_ptr_array_index (names, i), ' ') != NULL;
  if (n_full == names->len)
    return TRUE;
  if (strchr (text, '/') != NULL)
    return FALSE;
  for (guint i = 0; n_full == 0 && i < names->len; i++)
    if (carrel_page_people_know (scanner->page, g_ptr_array_index (names, i), scanner->line->block))
      return TRUE;
  return n_full > 0;
}

/* "Tom, Jill", "Ann Lee & Bo": several names and nothing else, or NULL. */
static GPtrArray *
read_names (const CarrelLineScanner *scanner, const char *text)
{
  g_autoptr (GRegex) regex = carrel_pattern_get (" *(?:,(?: and\\b)?|/|&|\\band\\b) *", 0);
  g_auto (GStrv) parts = g_regex_split (regex, text, 0);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *name = read_listed_name (scanner->page->words, g_strstrip (parts[i]));

      if (name == NULL)
        return NULL;
      g_ptr_array_add (names, name);
    }
  return names->len > 1 && are_people (scanner, text, names) ? g_steal_pointer (&names) : NULL;
}

/**
 * carrel_line_group_read_listed:
 * @scanner: a walk, at a line
 * @lead: what stands before a time
 * @after: what stands behind it
 * @rest: (out): what of @after follows the names
 *
 * Reads "Tom, Jill: Mon 7-9pm", "Mon 7-9pm: Tom, Jill (Hall 5)" and "Mon 7-9pm (Tom, Jill)".
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the people who share the time
 */
GPtrArray *
carrel_line_group_read_listed (const CarrelLineScanner *scanner,
                               const char *lead,
                               const char *after,
                               const char **rest)
{
  static const char before[] = "^[-*\\s]*(.+?)(?:,|:| [-–—]|) *\\(?$";
  static const char behind[]
      = "^ *(?:(?::|[-–—]+) *([^:;@(]+?)(?= *$| \\(| @| in | at |;)|\\(([^()]*)\\) *$)";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;
  GPtrArray *names;
  int group;
  int end = 0;

  *rest = after;
  if (carrel_pattern_match (before, lead, 0, &match))
    text = g_match_info_fetch (match, 1);
  names = text != NULL ? read_names (scanner, text) : NULL;
  if (names != NULL)
    return names;
  g_clear_pointer (&match, g_match_info_unref);
  g_clear_pointer (&text, g_free);
  if (!carrel_pattern_match (behind, after, 0, &match))
    return NULL;
  group = g_match_info_get_match_count (match) - 1;
  text = g_match_info_fetch (match, group);
  g_match_info_fetch_pos (match, group, NULL, &end);
  *rest = after + end;
  return read_names (scanner, text);
}

/**
 * carrel_line_group_give:
 * @scanner: a walk, at the line of a time
 * @occasion: (inout): the last of the walk
 * @names: (element-type utf8): who share it
 * @role: (nullable): what they do
 *
 * Gives @occasion to the first of @names, and one like it to each other.
 */
void
carrel_line_group_give (const CarrelLineScanner *scanner,
                        CarrelOccasion *occasion,
                        const GPtrArray *names,
                        const char *role)
{
  for (guint i = 1; i < names->len; i++)
    {
      CarrelOccasion *copy = carrel_occasion_copy (occasion);

      copy->role = role;
      copy->person = g_strdup (g_ptr_array_index (names, i));
      g_ptr_array_add (scanner->occasions, copy);
    }
  occasion->role = role;
  occasion->person = g_strdup (g_ptr_array_index (names, 0));
}

/**
 * carrel_line_group_share:
 * @scanner: a walk, at the line of a time
 * @occasion: (inout): the last of the walk
 *
 * Gives hours without a person to each of several people around the line, unless the line names
 * one of them.
 */
void
carrel_line_group_share (const CarrelLineScanner *scanner, CarrelOccasion *occasion)
{
  const char *role = occasion->role;
  g_autoptr (GPtrArray) names = NULL;

  if (occasion->kind == CARREL_OCCASION_HOURS && occasion->person == NULL)
    names = carrel_line_group_find (scanner, &role);
  if (names == NULL || names_one_of (scanner->line->text, names))
    return;
  carrel_line_group_give (scanner, occasion, names, role);
}

static CarrelOccasion *
find_last_timed (GPtrArray *occasions, guint from)
{
  for (guint i = occasions->len; i > from; i--)
    if (!((CarrelOccasion *) g_ptr_array_index (occasions, i - 1))->by_appointment)
      return g_ptr_array_index (occasions, i - 1);
  return NULL;
}

/* "Office hours are Mon 3-4. I also meet on Zoom Fri 2-3": what the second sentence says is not of
 * the first. */
static gboolean
has_sentences (const char *text, const GArray *slots)
{
  gsize from = g_array_index (slots, CarrelSlot, 0).until;
  gsize until = g_array_index (slots, CarrelSlot, slots->len - 1).from;
  g_autofree char *between = g_strndup (text + from, until > from ? until - from : 0);

  return carrel_line_sentence_find_last (between) != NULL;
}

/* Who meets in person does not meet where the others are online. */
static gboolean
may_be_beside (const CarrelOccasion *occasion, const CarrelOccasion *last)
{
  return occasion->place == NULL && (occasion->mode == NULL || occasion->mode == last->mode);
}

/**
 * carrel_line_group_share_place:
 * @occasions: (element-type CarrelOccasion): what was found
 * @from: index of the first of the line
 * @text: the line
 * @slots: (element-type CarrelSlot): its times
 *
 * Several times of one sentence that end in a place share it: "MF 11:00, Tue 9:00 (in CSB 348)".
 */
void
carrel_line_group_share_place (GPtrArray *occasions,
                               guint from,
                               const char *text,
                               const GArray *slots)
{
  const CarrelOccasion *last
      = slots->len > 0 && !has_sentences (text, slots) ? find_last_timed (occasions, from) : NULL;

  for (guint i = from; last != NULL && i < occasions->len; i++)
    {
      CarrelOccasion *occasion = g_ptr_array_index (occasions, i);

      if (occasion->by_appointment || occasion->kind != last->kind)
        continue;
      if (may_be_beside (occasion, last))
        occasion->place = g_strdup (last->place);
      if (occasion->mode == NULL && g_strcmp0 (occasion->place, last->place) == 0)
        occasion->mode = last->mode;
    }
}
