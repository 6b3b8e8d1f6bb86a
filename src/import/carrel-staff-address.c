/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An address belongs to the name that it stands behind; that of a team belongs to all of it. */
#define G_LOG_DOMAIN "carrel-staff-address"

#include "config.h"

#include "carrel-staff-address.h"

#include "carrel-pattern.h"
#include "carrel-staff-line.h"
#include "carrel-staff-match.h"

#include <string.h>

/* How many lines below a name may have its address. */
#define MAX_BELOW 8

/* The longest label of an address, in bytes. */
#define MAX_LABEL 16

/**
 * carrel_staff_address_find:
 * @text: (nullable): a line or a cell
 *
 * Returns: (transfer full) (nullable): the first address for mail in it
 */
char *
carrel_staff_address_find (const char *text)
{
  static const char pattern[] = "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+";
  g_autoptr (GMatchInfo) match = NULL;

  return text != NULL && carrel_pattern_match (pattern, text, 0, &match)
             ? g_match_info_fetch (match, 0)
             : NULL;
}

/**
 * carrel_staff_address_dup_mail:
 * @url: "mailto:" and an address
 *
 * Returns: (transfer full): the address of "mailto:ann%2Bcs1@x.edu?subject=CS1", without its fields
 *   (RFC 6068)
 */
char *
carrel_staff_address_dup_mail (const char *url)
{
  const char *start = url + strlen ("mailto:");
  const char *end = start + strcspn (start, "?");
  char *address = g_uri_unescape_segment (start, end, NULL);

  return address != NULL ? address : g_strndup (start, (gsize) (end - start));
}

/* Where the first of the names behind @from starts, or the end of the text. */
static const char *
find_next_name (const char *from, const GPtrArray *names)
{
  const char *end = from + strlen (from);

  for (guint i = 0; i < names->len; i++)
    {
      const char *at = g_strstr_len (from, end - from, g_ptr_array_index (names, i));

      if (at != NULL)
        end = at;
    }
  return end;
}

/* "cs101-staff@x.edu" */
static gboolean
is_of_team (const char *address)
{
  return carrel_pattern_matches (
      "^[^@]*(?:staff|team|course|class|help|instructors|tas\\b|admin|questions|support|service"
      "|registrar|dept|department|submit|homework|\\bhw|\\blist|list\\b)[^@]*@",
      address, G_REGEX_CASELESS);
}

/* All addresses of a text, in order. */
static GPtrArray *
find_all (const char *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (char *address = carrel_staff_address_find (text); address != NULL;
       address = carrel_staff_address_find (text))
    {
      text = strstr (text, address) + strlen (address);
      g_ptr_array_add (found, address);
    }
  return found;
}

/* Whether the addresses of a line stand behind all its names: "Ann Lee, Bob Ray (alee@x.edu,
 * bray@x.edu)". */
static gboolean
stand_behind (const char *text, const GPtrArray *names, const GPtrArray *addresses)
{
  const char *first = strstr (text, g_ptr_array_index (addresses, 0));

  return find_next_name (first, names)[0] == '\0';
}

/* Of addresses behind all names, that of one: in the order of the names when there are as many, or
 * one that is made of the name. */
static char *
dup_behind_all (const GPtrArray *addresses, const GPtrArray *names, guint index)
{
  const char *name = g_ptr_array_index (names, index);
  const char *first = g_ptr_array_index (addresses, 0);

  if (addresses->len == names->len)
    return g_strdup (g_ptr_array_index (addresses, index));
  return carrel_staff_match_is_of (first, name) ? g_strdup (first) : NULL;
}

/**
 * carrel_staff_address_find_of:
 * @text: a line
 * @names: (element-type utf8): the people that it names, one at least
 * @index: of one of them
 *
 * Reads "Ann Lee (ann@x.edu), Bob Ray (bob@x.edu)", "Ann Lee, Bob Ray (alee@x.edu, bray@x.edu)" and
 * "Ann Lee, Bob Ray: cs101-staff@x.edu". A lone address behind several names is that of the last
 * only when it is made of the name.
 *
 * Returns: (transfer full) (nullable): the address for mail of that person
 */
char *
carrel_staff_address_find_of (const char *text, const GPtrArray *names, guint index)
{
  const char *name = g_ptr_array_index (names, index);
  const char *at = strstr (text, name);
  const char *rest = at != NULL ? at + strlen (name) : NULL;
  g_autoptr (GPtrArray) all = find_all (text);
  const char *first = all->len > 0 ? g_ptr_array_index (all, 0) : NULL;
  g_autofree char *behind = NULL;

  if (first == NULL || names->len == 1 || is_of_team (first))
    return g_strdup (first);
  if (stand_behind (text, names, all))
    return dup_behind_all (all, names, index);
  /* Where the addresses stand before the names, the next one is not this person's. */
  if (rest == NULL || strstr (text, first) < find_next_name (text, names))
    return NULL;
  behind = g_strndup (rest, (gsize) (find_next_name (rest, names) - rest));
  return carrel_staff_address_find (behind);
}

/* Whether what stands before an address says that it is one and nothing else: nothing, "Email:",
 * "Contact - ". */
static gboolean
is_label_of_mail (const CarrelWords *words, const char *before)
{
  g_autofree char *label = g_strdup (before);

  for (gsize n = strlen (label); n > 0 && strchr (" :-<([", label[n - 1]) != NULL; n--)
    label[n - 1] = '\0';
  return *label == '\0'
         || (strlen (label) <= MAX_LABEL && strchr (label, ':') == NULL
             && (carrel_words_find_label (words, label) == CARREL_LABEL_EMAIL
                 || carrel_staff_line_is_contact_heading (label)));
}

/* "Email: ann@x.edu" below the name: the address of one person. */
static char *
read_address_line (const CarrelWords *words, const char *text)
{
  g_autofree char *address = carrel_staff_address_find (text);
  g_autofree char *before = NULL;

  if (address == NULL || is_of_team (address))
    return NULL;
  before = g_strndup (text, (gsize) (strstr (text, address) - text));
  return is_label_of_mail (words, before) ? g_steal_pointer (&address) : NULL;
}

/* The first line of the page at or below one of its source. */
static guint
find_line (const CarrelPage *page, int source_line)
{
  guint low = 0;
  guint high = carrel_page_get_n_lines (page);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (carrel_page_get_line (page, middle)->line < source_line)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* How many people stand on each line of the source. */
static GHashTable *
count_people (const CarrelCourse *course)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < course->staff->len; i++)
    {
      const CarrelPerson *person = g_ptr_array_index (course->staff, i);
      gpointer key = GINT_TO_POINTER (person->record.line);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

static gboolean
has_people (GHashTable *counts, const CarrelPageLine *line)
{
  return g_hash_table_contains (counts, GINT_TO_POINTER (line->line));
}

/* Whether the lines at and below one are those of a name that the page says in its text. */
static gboolean
is_in_text (const CarrelPage *page, guint index, int own)
{
  const CarrelPageLine *line
      = index < carrel_page_get_n_lines (page) ? carrel_page_get_line (page, index) : NULL;

  return line != NULL
         && (line->line == own || carrel_page_get_section (page, line->section)->line == own);
}

/* "Instructor: Ann Lee", "TA: Bo Ray", "Email: …": it may be of either. */
static gboolean
is_right_below_other (const CarrelPage *page, GHashTable *counts, guint index, int own)
{
  const CarrelPageLine *above = index > 0 ? carrel_page_get_line (page, index - 1) : NULL;

  return above != NULL && above->line != own && has_people (counts, above)
         && strchr (above->text, '@') == NULL;
}

/* What a page says of a person: "Office: …", "Phone: …". */
static gboolean
is_of_person (const CarrelWords *words, const char *text)
{
  static const char known[] = "^(?:office|phone|tel|telephone|cell|fax|pronouns?|web(?:site|page)?"
                              "|home ?page|url|title|zoom|hours?)\\b[^:]{0,16}:";
  g_autofree char *label = g_strndup (text, strcspn (text, ":"));
  CarrelLabel kind = carrel_words_find_label (words, label);

  return kind == CARREL_LABEL_LOCATION || kind == CARREL_LABEL_OFFICE_HOURS
         || kind == CARREL_LABEL_TIME || carrel_pattern_matches (known, text, G_REGEX_CASELESS);
}

/* Whether the lines below one go on about the person of the line at @index. */
static gboolean
goes_on (const CarrelPage *page, guint index, guint other, int own)
{
  const CarrelPageLine *line = carrel_page_get_line (page, index);
  const CarrelPageLine *below = carrel_page_get_line (page, other);
  gboolean is_own_section = carrel_page_get_section (page, line->section)->line == own;

  if (strchr (below->text, ':') != NULL)
    return is_of_person (page->words, below->text);
  return below->line == own || below->block == line->block || is_own_section;
}

/* Whether a line may still be about the person of the line at @index. */
static gboolean
is_about (const CarrelPage *page, GHashTable *counts, guint index, guint other, int own)
{
  const CarrelPageLine *line = carrel_page_get_line (page, index);
  const CarrelPageLine *below = carrel_page_get_line (page, other);
  gboolean is_listed
      = line->line == own && carrel_page_get_block (page, line->block)->list_depth > 0;

  return below->section == line->section && (below->line == own || !has_people (counts, below))
         && (!is_listed || carrel_page_get_block (page, below->block)->list_depth > 0);
}

static char *
find_below (const CarrelPage *page, GHashTable *counts, int own)
{
  guint index = find_line (page, own);
  guint end = MIN (carrel_page_get_n_lines (page), index + MAX_BELOW);

  if (g_hash_table_lookup (counts, GINT_TO_POINTER (own)) != GUINT_TO_POINTER (1)
      || !is_in_text (page, index, own) || is_right_below_other (page, counts, index, own))
    return NULL;
  for (guint i = index; i < end && is_about (page, counts, index, i, own); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (page, i);
      char *address = read_address_line (page->words, line->text);

      if (address != NULL)
        return address;
      if (line->line != own && !goes_on (page, index, i, own))
        return NULL;
    }
  return NULL;
}

/**
 * carrel_staff_address_add_below:
 * @page: a page
 * @course: (inout): its people; those without an address get the one on a line of its own below
 *   their name
 */
void
carrel_staff_address_add_below (const CarrelPage *page, CarrelCourse *course)
{
  g_autoptr (GHashTable) counts = count_people (course);

  for (guint i = 0; i < course->staff->len; i++)
    {
      CarrelPerson *person = g_ptr_array_index (course->staff, i);

      if (person->email == NULL && person->record.line > 0)
        person->email = find_below (page, counts, person->record.line);
    }
}
