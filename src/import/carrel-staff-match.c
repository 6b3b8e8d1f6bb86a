/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An address that stands far from a name is known to be of the person when it is made of the name,
 * and of no other name of the page. */
#define G_LOG_DOMAIN "carrel-staff-match"

#include "config.h"

#include "carrel-staff-match.h"

#include "carrel-pattern.h"
#include "carrel-staff-address.h"

#include <string.h>

/* Pages with more people or addresses are lists of something else. */
#define MAX_COMPARED 100

/* The initials of a given name and those between it and the family name. */
#define MAX_INITIALS 3

/* How far before an address a name may stand that it belongs to, in bytes. */
#define MAX_NAME 40

/* The addresses of a page, each once, in small letters. */
typedef struct
{
  GPtrArray *list;
  GHashTable *known; /* those in the list, and those that are somebody's */
  const GPtrArray *staff;
} Addresses;

static void
take_address (Addresses *addresses, const char *text)
{
  gboolean may_be
      = text != NULL && addresses->list->len <= MAX_COMPARED && strchr (text, '@') != NULL;
  g_autofree char *address = may_be ? carrel_staff_address_find (text) : NULL;
  g_autofree char *key = address != NULL ? g_ascii_strdown (address, -1) : NULL;

  if (key != NULL && g_hash_table_add (addresses->known, g_steal_pointer (&key)))
    g_ptr_array_add (addresses->list, g_steal_pointer (&address));
}

/* "Amy Lee (alee@x.edu)", who is none of the staff: the address is hers. */
static gboolean
is_behind_other (const Addresses *addresses, const char *text, const char *start)
{
  static const char name[] = "(\\p{Lu}[\\p{Ll}'-]+ (?:\\p{Lu}\\. )?\\p{Lu}[\\p{L}'-]+)[ (<:,\\[]*$";
  gsize n = MIN ((gsize) (start - text), MAX_NAME);
  g_autofree char *before = g_utf8_make_valid (start - n, (gssize) n);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  if (!carrel_pattern_match (name, before, 0, &match))
    return FALSE;
  found = g_match_info_fetch (match, 1);
  for (guint i = 0; i < addresses->staff->len; i++)
    {
      const CarrelPerson *person = g_ptr_array_index (addresses->staff, i);

      if (strstr (person->name, found) != NULL || strstr (found, person->name) != NULL)
        return FALSE;
    }
  return TRUE;
}

/* All addresses of a text, and of its links. */
static void
take_content (Addresses *addresses, const CarrelInline *content)
{
  const char *at = content->text;

  for (const char *sign = strchr (at, '@'); sign != NULL; at = sign + 1, sign = strchr (at, '@'))
    {
      const char *start = sign;

      while (start > at && strchr (" \n(<[:,;/|", start[-1]) == NULL)
        start--;
      if (!is_behind_other (addresses, content->text, start))
        take_address (addresses, start);
    }
  for (guint i = 0; i < content->n_spans; i++)
    if (!is_behind_other (addresses, content->text, content->text + content->spans[i].start))
      take_address (addresses, content->spans[i].url);
}

static void
take_node (Addresses *addresses, const CarrelNode *node)
{
  take_address (addresses, node->text);
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    take_node (addresses, g_ptr_array_index (node->children, i));
}

static void
take_page (Addresses *addresses, const CarrelPage *page)
{
  if (page->front_matter != NULL)
    take_node (addresses, page->front_matter);
  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    {
      const CarrelBlock *block = carrel_page_get_block (page, i);

      if (block->kind == CARREL_BLOCK_CODE)
        continue;
      take_content (addresses, &block->content);
      for (guint j = 0; j < block->n_rows; j++)
        for (guint k = 0; k < block->rows[j].n_cells; k++)
          take_content (addresses, &block->rows[j].cells[k]);
    }
}

/* The small letters of a text, without accents, marks and figures. */
static char *
dup_letters (const char *text, gsize length)
{
  g_autofree char *part = g_strndup (text, length);
  g_autofree char *ascii = g_str_to_ascii (part, "C");
  GString *letters = g_string_new (NULL);

  for (const char *at = ascii; *at != '\0'; at++)
    if (g_ascii_isalpha (*at))
      g_string_append_c (letters, g_ascii_tolower (*at));
  return g_string_free (letters, FALSE);
}

/* Whether @rest stands for the given name beside the family name: nothing, "ann", "a", or "am" with
 * another initial. */
static gboolean
is_given (const char *rest, const char *given)
{
  return g_str_has_prefix (given, rest) || (strlen (rest) <= MAX_INITIALS && rest[0] == given[0])
         || (strlen (given) > 2 && g_str_has_prefix (rest, given));
}

/* The same of what stands before the last @n_family bytes. */
static gboolean
is_given_before (const char *letters, gsize n_family, const char *given)
{
  g_autofree char *rest = g_strndup (letters, strlen (letters) - n_family);

  return is_given (rest, given);
}

/* Whether @letters are @family with the given name, or some of it, on one side: "alee", "leeann".
 */
static gboolean
is_joined (const char *letters, const char *family, const char *given)
{
  gsize n = strlen (family);

  return n >= 2
         && ((g_str_has_prefix (letters, family) && is_given (letters + n, given))
             || (g_str_has_suffix (letters, family) && is_given_before (letters, n, given)));
}

/* "annl": the given name and the first letters of the family name. */
static gboolean
is_short_of (const char *letters, const char *family, const char *given)
{
  gsize n = strlen (given);

  return n > 2 && g_str_has_prefix (letters, given) && letters[n] != '\0'
         && g_str_has_prefix (family, letters + n);
}

/* Whether the parts of an address are a name: "ann.lee", "a.m.lee", "lee-a". */
static gboolean
are_parts_of (const char *local, const char *family, const char *given)
{
  g_auto (GStrv) parts = g_strsplit_set (local, "._-+", -1);
  gboolean has_family = FALSE;

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = dup_letters (parts[i], strlen (parts[i]));

      if (g_str_equal (part, family))
        has_family = TRUE;
      else if (strlen (part) > 1 && !is_given (part, given))
        return FALSE;
    }
  return has_family;
}

/**
 * carrel_staff_match_is_of:
 * @address: an address for mail
 * @name: a name
 *
 * Returns: whether the address is made of a name of two words: "ann.lee@", "alee2@", "lee@" and
 *   "annl@" of "Ann Lee"
 */
gboolean
carrel_staff_match_is_of (const char *address, const char *name)
{
  const char *last = strrchr (name, ' ');
  g_autofree char *local = g_strndup (address, strcspn (address, "@"));
  g_autofree char *letters = dup_letters (local, strlen (local));
  g_autofree char *family = last != NULL ? dup_letters (last, strlen (last)) : NULL;
  g_autofree char *given = last != NULL ? dup_letters (name, strcspn (name, " ")) : NULL;

  if (family == NULL || *family == '\0' || *given == '\0')
    return FALSE;
  return is_joined (letters, family, given) || are_parts_of (local, family, given)
         || is_short_of (letters, family, given);
}

/* The only address that is made of a name, or NULL. */
static const char *
find_only_address (const Addresses *addresses, const char *name)
{
  const char *only = NULL;

  for (guint i = 0; i < addresses->list->len; i++)
    {
      const char *address = g_ptr_array_index (addresses->list, i);

      if (!carrel_staff_match_is_of (address, name))
        continue;
      if (only != NULL)
        return NULL;
      only = address;
    }
  return only;
}

/* How many people an address may be made of. */
static guint
count_people (const CarrelCourse *course, const char *address)
{
  guint n = 0;

  for (guint i = 0; i < course->staff->len; i++)
    {
      const CarrelPerson *person = g_ptr_array_index (course->staff, i);

      n += person->email == NULL && carrel_staff_match_is_of (address, person->name);
    }
  return n;
}

/* Which address each person gets, NULL for none. */
static GPtrArray *
match_people (const Addresses *addresses, const CarrelCourse *course)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < course->staff->len; i++)
    {
      const CarrelPerson *person = g_ptr_array_index (course->staff, i);
      const char *only = person->email == NULL ? find_only_address (addresses, person->name) : NULL;

      g_ptr_array_add (found,
                       only != NULL && count_people (course, only) == 1 ? (gpointer) only : NULL);
    }
  return found;
}

static void
take_known (Addresses *addresses, const CarrelCourse *course)
{
  for (guint i = 0; i < course->staff->len; i++)
    {
      const CarrelPerson *person = g_ptr_array_index (course->staff, i);

      if (person->email != NULL)
        g_hash_table_add (addresses->known, g_ascii_strdown (person->email, -1));
    }
}

/**
 * carrel_staff_match_addresses:
 * @page: a page
 * @course: (inout): its people; those without an address get the one that is made of their name
 *
 * "Instructor: Ann Lee" at the top and "Mail me: ann.lee@x.edu" at the bottom of a page, or in the
 * row of a table below the name.
 */
void
carrel_staff_match_addresses (const CarrelPage *page, CarrelCourse *course)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) found = NULL;
  Addresses addresses = { list, known, course->staff };

  take_known (&addresses, course);
  take_page (&addresses, page);
  if (list->len > MAX_COMPARED || course->staff->len > MAX_COMPARED)
    return;
  found = match_people (&addresses, course);
  for (guint i = 0; i < found->len; i++)
    {
      CarrelPerson *person = g_ptr_array_index (course->staff, i);

      if (g_ptr_array_index (found, i) != NULL)
        person->email = g_strdup (g_ptr_array_index (found, i));
    }
}
