/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose a time is: the name before it, after it, in the item around it, in a line above or in the
 * heading. */
#define G_LOG_DOMAIN "carrel-line-scanner"

#include "config.h"

#include "carrel-line-scanner.h"

#include "carrel-line-class.h"
#include "carrel-line-group.h"
#include "carrel-person-name.h"
#include "carrel-phrase.h"
#include "carrel-place.h"
#include "carrel-role.h"
#include "carrel-staff-line.h"

#include <string.h>

/* The name in "Lei Li" and "Office hours with Lei Li" that is no label; NULL if there is none. */
static char *
read_piece (const CarrelWords *words, const char *piece)
{
  const char *with = strstr (piece, " with ");
  g_autofree char *name
      = carrel_person_name_read (words, with != NULL ? with + strlen (" with ") : piece);

  return name != NULL && carrel_words_find_label (words, name) == CARREL_LABEL_NONE
             ? g_steal_pointer (&name)
             : NULL;
}

/* The name that a piece of the text before a time is, such as "Lei Li" in "…Hour: Lei Li,
 * Thursday". */
static char *
read_prefix_name (const CarrelWords *words, const char *prefix)
{
  g_autofree char *plain = g_strdup (prefix);
  g_auto (GStrv) parts = NULL;

  for (char *at = strstr (plain, " - "); at != NULL; at = strstr (at, " - "))
    at[1] = ':';
  parts = g_strsplit_set (plain, ":,;|", -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      const char *open = strchr (g_strstrip (parts[i]), '(');
      char *name = parts[i][0] != '\0' ? read_piece (words, parts[i]) : NULL;

      if (name == NULL && open != NULL)
        name = read_piece (words, open + 1);
      if (name != NULL)
        return name;
    }
  return NULL;
}

/* One person with a role that a line names; NULL if none or several. */
static char *
read_line_person (const CarrelWords *words, const char *text, const char **role)
{
  g_auto (CarrelStaffLine) staff = { 0 };

  if (strlen (text) > 160)
    return NULL;
  carrel_staff_line_read (words, text, &staff);
  if (staff.names->len != 1)
    return NULL;
  *role = staff.role;
  return g_strdup (g_ptr_array_index (staff.names, 0));
}

/**
 * carrel_line_scanner_is_about_people:
 * @scanner: a walk, at a line
 *
 * Returns: whether the heading above names a role or the staff
 */
gboolean
carrel_line_scanner_is_about_people (const CarrelLineScanner *scanner)
{
  const char *heading = carrel_page_get_section (scanner->page, scanner->line->section)->heading;

  return carrel_role_find (scanner->page->words, heading) != NULL
         || carrel_words_has_label (scanner->page->words, heading, CARREL_LABEL_STAFF);
}

/* The person of a line, unless another role is looked for. */
static char *
read_fitting_person (const CarrelWords *words, const char *text, const char **role)
{
  const char *found = NULL;
  g_autofree char *name = read_line_person (words, text, &found);

  if (name == NULL || (*role != NULL && g_strcmp0 (*role, found) != 0))
    return NULL;
  *role = found;
  return g_steal_pointer (&name);
}

/* A line that is a whole name, in a section about people. */
static char *
read_bare_name (const CarrelWords *words, const char *text)
{
  const char *start = carrel_staff_line_skip_name_label (words, text);
  g_autofree char *name = strlen (text) < 60 ? carrel_person_name_read (words, start) : NULL;

  return name != NULL && strchr (name, ' ') != NULL ? g_steal_pointer (&name) : NULL;
}

/* "**Ann Bell** (ann@x.edu)" alone on a line of a section about office hours. */
static char *
read_bold_name (const CarrelLineScanner *scanner, guint index)
{
  const char *text = carrel_page_get_line (scanner->page, index)->text;
  g_autofree char *name = carrel_staff_line_read_marked (scanner->page, index);
  const char *rest = name != NULL ? strstr (text, name) : NULL;

  rest = rest != NULL ? rest + strlen (name) : NULL;
  return rest != NULL && (*rest == '\0' || g_str_has_prefix (rest, " (") || strchr (",:", *rest))
             ? g_steal_pointer (&name)
             : NULL;
}

/* The person of a line above the time, where what the section is about says how one is named. */
static char *
read_person_of_line (const CarrelLineScanner *scanner, guint index, const char **role)
{
  const CarrelWords *words = scanner->page->words;
  const char *text = carrel_page_get_line (scanner->page, index)->text;
  const char *heading = carrel_page_get_section (scanner->page, scanner->line->section)->heading;
  char *name = read_fitting_person (words, text, role);

  if (name == NULL && carrel_line_scanner_is_about_people (scanner))
    name = read_bare_name (words, text);
  if (name == NULL && carrel_words_has_label (words, heading, CARREL_LABEL_OFFICE_HOURS))
    name = read_bold_name (scanner, index);
  return name;
}

/* The last line above in the same section that names a person with a role. */
static char *
find_person_above (const CarrelLineScanner *scanner, const char **role)
{
  const char *wanted = *role;

  for (int i = (int) scanner->index - 1; i >= 0 && scanner->index - i <= CARREL_LINE_REACH; i--)
    {
      const CarrelPageLine *above = carrel_page_get_line (scanner->page, (guint) i);
      char *name;

      if (above->section != scanner->line->section)
        return NULL;
      name = read_person_of_line (scanner, (guint) i, role);
      if (name != NULL
          && (wanted != NULL || g_strcmp0 (*role, "TA") != 0
              || !carrel_line_class_is_between (scanner, (guint) i)))
        return name;
      *role = wanted;
      g_free (name);
    }
  return NULL;
}

/**
 * carrel_line_scanner_dup_label:
 * @text: a line
 *
 * Returns: (transfer full) (nullable): the text before its colon, if one is near its start
 */
char *
carrel_line_scanner_dup_label (const char *text)
{
  const char *colon = carrel_phrase_find_colon (text, NULL);

  if (colon == NULL || colon - text > CARREL_MAX_LABEL || colon == text
      || (g_ascii_isdigit (colon[-1]) && g_ascii_isdigit (colon[1])))
    return NULL;
  return g_strstrip (g_strndup (text, (gsize) (colon - text)));
}

/**
 * carrel_line_scanner_get_lead:
 * @scanner: a walk, at a line
 *
 * Returns: (nullable): the first line of the paragraph when that is nothing but a label, such as
 *   "Office hours:", and holds for all lines below it
 */
const char *
carrel_line_scanner_get_lead (const CarrelLineScanner *scanner)
{
  guint first = scanner->index;
  const char *text;

  while (first > 0
         && carrel_page_get_line (scanner->page, first - 1)->block == scanner->line->block)
    first--;
  text = carrel_page_get_line (scanner->page, first)->text;
  return first < scanner->index && strlen (text) <= CARREL_MAX_LABEL && g_str_has_suffix (text, ":")
             ? text
             : NULL;
}

/**
 * carrel_line_scanner_get_block:
 * @scanner: a walk
 * @line: index of a line
 *
 * Returns: (transfer none): the block that holds the line
 */
const CarrelBlock *
carrel_line_scanner_get_block (const CarrelLineScanner *scanner, guint line)
{
  return carrel_page_get_block (scanner->page, carrel_page_get_line (scanner->page, line)->block);
}

/**
 * carrel_line_scanner_find_parent:
 * @scanner: a walk
 * @index: of a line
 *
 * Returns: the index of the line above that the line belongs to: the item around it, or one that
 * ends in a colon; -1 if there is none
 */
int
carrel_line_scanner_find_parent (const CarrelLineScanner *scanner, guint index)
{
  return carrel_page_get_line (scanner->page, index)->parent;
}

/* "Ann Lee (graduate)" on the first line of the item whose later line says a time, or on the next
 * one below "Instructor:". */
static char *
find_person_in_item (const CarrelLineScanner *scanner)
{
  const CarrelWords *words = scanner->page->words;
  g_auto (CarrelStaffLine) head = { 0 };
  guint first = scanner->index;

  if (carrel_line_scanner_get_block (scanner, first)->kind != CARREL_BLOCK_LIST_ITEM)
    return NULL;
  while (first > 0
         && carrel_page_get_line (scanner->page, first - 1)->block == scanner->line->block)
    first--;
  carrel_staff_line_read (words, carrel_page_get_line (scanner->page, first)->text, &head);
  first += head.is_open ? 1 : 0;
  if (first >= scanner->index)
    return NULL;
  return read_bare_name (words, carrel_page_get_line (scanner->page, first)->text);
}

/* "Instructor", and below it one item with the name and one with the hours. */
static char *
read_first_child (const CarrelLineScanner *scanner, guint parent)
{
  const CarrelWords *words = scanner->page->words;
  g_auto (CarrelStaffLine) head = { 0 };

  carrel_staff_line_read (words, carrel_page_get_line (scanner->page, parent)->text, &head);
  if (!head.is_open || parent + 1 >= scanner->index)
    return NULL;
  return read_bare_name (words, carrel_page_get_line (scanner->page, parent + 1)->text);
}

/* A single word is a name where a title stands before it. */
static char *
read_whole_name (const CarrelWords *words, const char *text)
{
  g_autofree char *name = carrel_person_name_read (words, text);

  if (name == NULL || !g_str_has_suffix (text, name)
      || (strchr (name, ' ') == NULL && g_str_equal (text, name))
      || carrel_words_find_label (words, name) != CARREL_LABEL_NONE)
    return NULL;
  return g_steal_pointer (&name);
}

/* "Ann Lee:" or "Prof. Lee:" alone above a list. */
static char *
read_name_label (const CarrelWords *words, const char *text)
{
  gsize length = strlen (text);
  g_autofree char *label
      = length > 1 && length < 60 && text[length - 1] == ':' ? g_strndup (text, length - 1) : NULL;

  return label != NULL && strchr (label, ':') == NULL ? read_whole_name (words, label) : NULL;
}

/* The person that the items around a line, or the line above that ends in a colon, name. */
static char *
find_person_around (const CarrelLineScanner *scanner, const char **role)
{
  const CarrelWords *words = scanner->page->words;
  int parent = carrel_line_scanner_find_parent (scanner, scanner->index);
  char *name = NULL;

  while (parent >= 0 && name == NULL)
    {
      const char *text = carrel_page_get_line (scanner->page, (guint) parent)->text;

      name = read_line_person (words, text, role);
      if (name == NULL)
        name = read_first_child (scanner, (guint) parent);
      if (name == NULL && strlen (text) < 60 && strchr (text, ':') == NULL)
        name = carrel_person_name_read (words, text);
      if (name == NULL)
        name = read_name_label (words, text);
      parent = carrel_line_scanner_find_parent (scanner, (guint) parent);
    }
  return name;
}

/* "Prof Lee's office hours": the whole name, or the one with a title, before the possessive. */
static char *
read_owner (const CarrelWords *words, const char *heading, const char **role)
{
  const char *found = NULL;
  g_autofree char *name = carrel_person_name_read_label (words, heading, &found);

  if (name == NULL || (strchr (name, ' ') == NULL && g_str_has_prefix (heading, name)))
    return NULL;
  *role = *role != NULL ? *role : found;
  return g_steal_pointer (&name);
}

static char *
read_heading_person (const CarrelLineScanner *scanner, const char **role)
{
  const CarrelWords *words = scanner->page->words;
  const char *heading = carrel_page_get_section (scanner->page, scanner->line->section)->heading;
  char *name = read_line_person (words, heading, role);

  if (name == NULL)
    name = read_owner (words, heading, role);
  if (name == NULL && carrel_words_find_label (words, heading) == CARREL_LABEL_NONE)
    name = read_bare_name (words, heading);
  return name;
}

/**
 * carrel_line_scanner_names_person:
 * @scanner: a walk
 * @index: of a line
 *
 * Returns: whether the line names one person with a role: what follows is about that person
 */
gboolean
carrel_line_scanner_names_person (const CarrelLineScanner *scanner, guint index)
{
  const char *role = NULL;
  g_autofree char *name = read_line_person (
      scanner->page->words, carrel_page_get_line (scanner->page, index)->text, &role);

  return name != NULL;
}

/**
 * carrel_line_scanner_is_beside:
 * @scanner: a walk, at a line
 * @index: of another line of the section
 *
 * Returns: whether the other line is about the same thing: in an item around this one or beside it
 */
gboolean
carrel_line_scanner_is_beside (const CarrelLineScanner *scanner, guint index)
{
  guint block = carrel_page_get_line (scanner->page, index)->block;
  guint depth = carrel_page_get_block (scanner->page, block)->list_depth;
  guint own = carrel_line_scanner_get_block (scanner, scanner->index)->list_depth;
  guint lowest = own; /* of the items between the two lines */

  if (depth == 0 || own == 0 || block == scanner->line->block)
    return TRUE;
  if (depth > own || (depth < own && index > scanner->index))
    return FALSE;
  for (guint i = MIN (index, scanner->index) + 1; i < MAX (index, scanner->index); i++)
    if (carrel_page_get_line (scanner->page, i)->block != block)
      lowest = MIN (lowest, carrel_line_scanner_get_block (scanner, i)->list_depth);
  return depth == own ? lowest == own : lowest > depth;
}

/**
 * carrel_line_scanner_find_person:
 * @scanner: a walk, at the line of a time
 * @prefix: what stands before the time
 * @role: (inout): the role that is looked for or found, may be NULL
 *
 * Returns: (transfer full) (nullable): whose time it is
 */
char *
carrel_line_scanner_find_person (const CarrelLineScanner *scanner,
                                 const char *prefix,
                                 const char **role)
{
  const CarrelWords *words = scanner->page->words;
  char *name = carrel_person_name_read_label (words, prefix, role);
  g_autoptr (GPtrArray) group = NULL;

  if (name == NULL)
    name = read_prefix_name (words, prefix);
  if (name == NULL)
    name = find_person_in_item (scanner);
  group = name == NULL ? carrel_line_group_find (scanner, role) : NULL;
  /* Whose is it, of several? Not that of somebody further away. */
  if (group != NULL)
    return NULL;
  if (name == NULL)
    name = find_person_around (scanner, role);
  if (name == NULL)
    name = read_line_person (words, prefix, role);
  if (name == NULL)
    name = find_person_above (scanner, role);
  if (name == NULL)
    name = read_heading_person (scanner, role);
  return name;
}

/* A single word that can only be a first name: no label, no word of a place. */
static char *
read_first_name (const CarrelWords *words, const char *text)
{
  g_autofree char *name = carrel_person_name_read (words, text);

  if (name == NULL || !g_str_equal (name, text) || strlen (name) < 2
      || carrel_words_find_label (words, name) != CARREL_LABEL_NONE)
    return NULL;
  return g_steal_pointer (&name);
}

/* " w/Amanda" and " with Ann Lee" right behind a time, and nothing more of the clause. */
static char *
read_name_with (const CarrelWords *words, const char *after)
{
  gsize n = g_str_has_prefix (after, " w/")      ? strlen (" w/")
            : g_str_has_prefix (after, " with ") ? strlen (" with ")
                                                 : 0;
  g_autofree char *rest
      = n > 0 ? g_strstrip (g_strndup (after + n, strcspn (after + n, ",;("))) : NULL;

  return rest != NULL ? read_first_name (words, rest) : NULL;
}

/**
 * carrel_line_scanner_read_name_after:
 * @scanner: a walk
 * @after: what stands after a time, such as " Alice Brown", ": Alice Brown, Room 5" or " w/Alice"
 *
 * Returns: (transfer full) (nullable): the name that follows the time at once
 */
char *
carrel_line_scanner_read_name_after (const CarrelLineScanner *scanner, const char *after)
{
  const CarrelWords *words = scanner->page->words;
  const char *start = after + (after[0] == ':' ? 1 : 0);
  char *name = read_name_with (words, after);

  if (name != NULL)
    return name;
  if (start[0] != ' ' || !g_unichar_isupper (g_utf8_get_char (start + 1)))
    return NULL;
  name = carrel_person_name_read (words, start + 1);
  if (name != NULL
      && (strchr (name, ' ') == NULL || carrel_words_find_label (words, name) != CARREL_LABEL_NONE))
    g_clear_pointer (&name, g_free);
  return name;
}

/* "@ Room 5 with Alice Brown", of several the first: the name and, in @before, what it follows. */
static char *
read_name_after_with (const CarrelLineScanner *scanner, const char *after, char **before)
{
  const char *with = strstr (after, " with ");
  g_autofree char *rest = NULL;
  g_autofree char *name = NULL;

  if (with == NULL)
    return NULL;
  rest = g_strndup (with + 6, strcspn (with + 6, "+&,;("));
  g_strchomp (rest);
  if (strstr (rest, " and ") != NULL)
    *strstr (rest, " and ") = '\0';
  name = carrel_person_name_read (scanner->page->words, rest);
  if (name == NULL || strchr (name, ' ') == NULL || !g_str_equal (name, rest)
      || carrel_words_find_label (scanner->page->words, name) != CARREL_LABEL_NONE)
    return NULL;
  *before = g_strndup (after, (gsize) (with - after));
  return g_steal_pointer (&name);
}

/**
 * carrel_line_scanner_read_name_at_end:
 * @scanner: a walk
 * @after: what stands after a time, such as ", Room 5: Alice Brown" or " @ Room 5 with Alice Brown"
 * @before: (out): what stands before the name; NULL when there is none
 *
 * Returns: (transfer full) (nullable): the name after the last colon or "with", where nothing else
 * is
 */
char *
carrel_line_scanner_read_name_at_end (const CarrelLineScanner *scanner,
                                      const char *after,
                                      char **before)
{
  const char *colon = strrchr (after, ':');
  g_autofree char *rest = g_strstrip (g_strdup (colon != NULL ? colon + 1 : ""));
  g_autofree char *name = carrel_person_name_read (scanner->page->words, rest);

  *before = NULL;
  if (colon == NULL)
    return read_name_after_with (scanner, after, before);
  if (name == NULL || strchr (name, ' ') == NULL || !g_str_equal (name, rest)
      || carrel_words_find_label (scanner->page->words, name) != CARREL_LABEL_NONE)
    return NULL;
  *before = g_strndup (after, (gsize) (colon - after));
  return g_steal_pointer (&name);
}

/**
 * carrel_line_scanner_read_bracketed_name:
 * @scanner: a walk
 * @after: what stands after a time, such as " (Ann Lee)"
 *
 * Returns: (transfer full) (nullable): who teaches the section
 */
char *
carrel_line_scanner_read_bracketed_name (const CarrelLineScanner *scanner, const char *after)
{
  const char *open = after + strspn (after, " ,;");
  const char *close = *open == '(' ? strchr (open, ')') : NULL;
  g_autofree char *inner = close != NULL ? g_strndup (open + 1, (gsize) (close - open) - 1) : NULL;
  g_autofree char *name
      = inner != NULL ? carrel_person_name_read (scanner->page->words, inner) : NULL;

  return name != NULL && strchr (name, ' ') != NULL && g_str_has_suffix (inner, name)
             ? g_steal_pointer (&name)
             : NULL;
}

/* "Evans 333" and "Zoom" say where, alone; "Room 5" and "4th floor" only behind a building. */
static gboolean
is_whole_room (const char *text)
{
  const char *mode = NULL;
  g_autofree char *online = carrel_place_dup_online (text, &mode);

  return strchr (text, ',') == NULL && g_ascii_isupper (text[0])
         && g_ascii_strncasecmp (text, "room", 4) != 0 && g_ascii_strncasecmp (text, "rm", 2) != 0
         && (online != NULL || carrel_place_is_room (text));
}

/**
 * carrel_line_scanner_read_placed_name:
 * @scanner: a walk
 * @after: what stands after a time, such as " (Ann, Zoom)"
 *
 * Returns: (transfer full) (nullable): who is there, in brackets before the place
 */
char *
carrel_line_scanner_read_placed_name (const CarrelLineScanner *scanner, const char *after)
{
  const char *open = after + strspn (after, " ,;");
  const char *close = *open == '(' ? strchr (open, ')') : NULL;
  const char *comma = close != NULL ? memchr (open, ',', (gsize) (close - open)) : NULL;
  g_autofree char *first = NULL;
  g_autofree char *rest = NULL;

  if (comma == NULL)
    return NULL;
  first = g_strstrip (g_strndup (open + 1, (gsize) (comma - open) - 1));
  rest = g_strstrip (g_strndup (comma + 1, (gsize) (close - comma) - 1));
  return is_whole_room (rest) && !carrel_place_is_room (first)
             ? read_first_name (scanner->page->words, first)
             : NULL;
}

/* Where the name starts in "Hours: Ann Lee" and ", Room 5; Ann Lee", and the mark before it; a
 * space is none. */
static gsize
find_name_start (const char *text, gsize length, char *before)
{
  gsize start = 0;

  for (gsize i = 0; i < length; i++)
    if (text[i] == ';' || (text[i] == ':' && text[i + 1] == ' '))
      start = i + 1;
  start += strspn (text + start, " ,;.|/-)");
  *before = ' ';
  for (gsize i = 0; i < start; i++)
    *before = text[i] != ' ' ? text[i] : *before;
  return MIN (start, length);
}

/* The name in "; Prof. Ray, ", and the marks before and behind it. */
static char *
read_name_between (const CarrelWords *words, const char *text, char *before, char *behind)
{
  char *name;
  gsize length = strlen (text);
  gsize start;
  g_autofree char *inner = NULL;

  while (length > 0 && strchr (" ,:(-", text[length - 1]) != NULL)
    length--;
  *behind = text[length + strspn (text + length, " ")];
  start = find_name_start (text, length, before);
  inner = g_strndup (text + start, length - start);
  name = read_whole_name (words, inner);
  return name != NULL ? name : read_first_name (words, inner);
}

/**
 * carrel_line_scanner_read_next_person:
 * @scanner: a walk
 * @lead: what stands before the first time of a line
 * @between: what stands between two times of it
 *
 * "Ann Lee Mon 3-4pm, Bob Ray Tue 9-10am" has a person before each time. A comma behind the names
 * needs another mark before them, since "Mon 3-4pm, Reed Hall, Tue 9-10am" has a place there.
 *
 * Returns: (transfer full) (nullable): whose the later time is, where @lead names a person alike
 */
char *
carrel_line_scanner_read_next_person (const CarrelLineScanner *scanner,
                                      const char *lead,
                                      const char *between)
{
  const CarrelWords *words = scanner->page->words;
  char before, behind, own_before, own_behind;
  g_autofree char *first = read_name_between (words, lead, &before, &behind);
  g_autofree char *name = read_name_between (words, between, &own_before, &own_behind);

  if (first == NULL || name == NULL || behind != own_behind || own_before == ' '
      || (behind == ',' && own_before == ','))
    return NULL;
  return g_steal_pointer (&name);
}
