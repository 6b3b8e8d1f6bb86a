/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose a time is: the name before it, after it, in the item around it, in a line above or in the
 * heading. */
#define G_LOG_DOMAIN "carrel-line-scanner"

#include "config.h"

#include "carrel-line-scanner.h"

#include "carrel-person-name.h"
#include "carrel-staff-line.h"

#include <string.h>

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
      char *name = NULL;
      char *open = NULL;

      g_strstrip (parts[i]);
      open = strchr (parts[i], '(');
      if (parts[i][0] == '\0')
        continue;
      name = carrel_person_name_read (words, parts[i]);
      if (name != NULL && carrel_words_find_label (words, name) == CARREL_LABEL_NONE)
        return name;
      g_free (name);
      if (open == NULL)
        continue;
      name = carrel_person_name_read (words, open + 1);
      if (name != NULL && carrel_words_find_label (words, name) == CARREL_LABEL_NONE)
        return name;
      g_free (name);
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

static gboolean
is_staff_section (const CarrelLineScanner *scanner)
{
  const char *heading = carrel_page_get_section (scanner->page, scanner->line->section)->heading;

  return carrel_staff_line_find_role (scanner->page->words, heading) != NULL
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
  g_autofree char *name = strlen (text) < 60 ? carrel_person_name_read (words, text) : NULL;

  return name != NULL && strchr (name, ' ') != NULL ? g_steal_pointer (&name) : NULL;
}

/* The last line above in the same section that names a person with a role. */
static char *
find_person_above (const CarrelLineScanner *scanner, const char **role)
{
  const CarrelWords *words = scanner->page->words;
  gboolean is_staff = is_staff_section (scanner);

  for (int i = (int) scanner->index - 1; i >= 0 && scanner->index - i <= CARREL_LINE_REACH; i--)
    {
      const CarrelPageLine *above = carrel_page_get_line (scanner->page, (guint) i);
      char *name;

      if (above->section != scanner->line->section)
        return NULL;
      name = read_fitting_person (words, above->text, role);
      if (name == NULL && is_staff)
        name = read_bare_name (words, above->text);
      if (name != NULL)
        return name;
    }
  return NULL;
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
  const CarrelPageLine *line = carrel_page_get_line (scanner->page, index);
  guint depth = carrel_line_scanner_get_block (scanner, index)->list_depth;

  for (int i = (int) index - 1; i >= 0; i--)
    {
      const CarrelPageLine *above = carrel_page_get_line (scanner->page, (guint) i);
      const CarrelBlock *block = carrel_line_scanner_get_block (scanner, (guint) i);
      gboolean is_sibling = block->list_depth == depth && depth > 0;

      if (above->section != line->section || block->kind == CARREL_BLOCK_HEADING)
        return -1;
      if (above->text[0] == '\0')
        continue;
      if (block->list_depth < depth)
        return i;
      if (!is_sibling)
        return g_str_has_suffix (above->text, ":") ? i : -1;
    }
  return -1;
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
      if (name == NULL && strlen (text) < 60 && strchr (text, ':') == NULL)
        name = carrel_person_name_read (words, text);
      parent = carrel_line_scanner_find_parent (scanner, (guint) parent);
    }
  return name;
}

static char *
read_heading_person (const CarrelLineScanner *scanner, const char **role)
{
  const CarrelWords *words = scanner->page->words;
  const char *heading = carrel_page_get_section (scanner->page, scanner->line->section)->heading;
  char *name = read_line_person (words, heading, role);

  if (name == NULL && carrel_words_find_label (words, heading) == CARREL_LABEL_NONE)
    name = read_bare_name (words, heading);
  return name;
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

  if (name == NULL)
    name = read_prefix_name (words, prefix);
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

/**
 * carrel_line_scanner_read_name_after:
 * @scanner: a walk
 * @after: what stands after a time, such as " Alice Brown" or ": Alice Brown, Room 5"
 *
 * Returns: (transfer full) (nullable): the name that follows the time at once
 */
char *
carrel_line_scanner_read_name_after (const CarrelLineScanner *scanner, const char *after)
{
  const CarrelWords *words = scanner->page->words;
  const char *start = after + (after[0] == ':' ? 1 : 0);
  char *name;

  if (start[0] != ' ' || !g_unichar_isupper (g_utf8_get_char (start + 1)))
    return NULL;
  name = carrel_person_name_read (words, start + 1);
  if (name != NULL
      && (strchr (name, ' ') == NULL || carrel_words_find_label (words, name) != CARREL_LABEL_NONE))
    g_clear_pointer (&name, g_free);
  return name;
}

/**
 * carrel_line_scanner_read_name_at_end:
 * @scanner: a walk
 * @after: what stands after a time, such as ", Room 5: Alice Brown"
 * @before: (out): what stands before the name; NULL when there is none
 *
 * Returns: (transfer full) (nullable): the name after the last colon, where nothing else is
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
  if (name == NULL || strchr (name, ' ') == NULL || !g_str_equal (name, rest)
      || carrel_words_find_label (scanner->page->words, name) != CARREL_LABEL_NONE)
    return NULL;
  *before = g_strndup (after, (gsize) (colon - after));
  return g_steal_pointer (&name);
}
