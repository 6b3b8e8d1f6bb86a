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

/* The last line above in the same section that names a person with a role. */
static char *
find_person_above (const CarrelLineScanner *scanner, const char **role)
{
  const CarrelWords *words = scanner->page->words;
  const char *heading = carrel_page_get_section (scanner->page, scanner->line->section)->heading;
  gboolean is_staff = carrel_staff_line_find_role (words, heading) != NULL
                      || carrel_words_has_label (words, heading, CARREL_LABEL_STAFF);
  char *name;

  for (int i = (int) scanner->index - 1; i >= 0; i--)
    {
      const CarrelPageLine *above = carrel_page_get_line (scanner->page, (guint) i);
      const char *found_role = NULL;

      if (above->section != scanner->line->section)
        return NULL;
      name = read_line_person (words, above->text, &found_role);
      if (name != NULL && *role != NULL && g_strcmp0 (*role, found_role) != 0)
        g_clear_pointer (&name, g_free);
      else if (name != NULL)
        *role = found_role;
      if (name == NULL && is_staff && strlen (above->text) < 60)
        name = carrel_person_name_read (words, above->text);
      if (name != NULL && (*role != NULL || strchr (name, ' ') != NULL))
        return name;
      g_free (name);
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
  const CarrelBlock *block = carrel_line_scanner_get_block (scanner, index);

  for (int i = (int) index - 1; i >= 0; i--)
    {
      const CarrelPageLine *above = carrel_page_get_line (scanner->page, (guint) i);
      const CarrelBlock *above_block = carrel_line_scanner_get_block (scanner, (guint) i);
      gboolean is_outer = above_block->list_depth < block->list_depth;

      if (above->section != line->section || above_block->kind == CARREL_BLOCK_HEADING)
        return -1;
      if (is_outer && above_block->list_depth > 0)
        return i;
      if (above_block->list_depth == block->list_depth && block->list_depth > 0)
        continue;
      if (above->text[0] != '\0')
        return g_str_has_suffix (above->text, ":") || is_outer ? i : -1;
    }
  return -1;
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
  const CarrelPageSection *section
      = carrel_page_get_section (scanner->page, scanner->line->section);
  int parent = carrel_line_scanner_find_parent (scanner, scanner->index);
  g_autofree char *owner = carrel_person_name_read_label (words, prefix, role);
  char *name = owner != NULL ? g_steal_pointer (&owner) : read_prefix_name (words, prefix);

  if (name != NULL)
    return name;
  for (; parent >= 0 && name == NULL;
       parent = carrel_line_scanner_find_parent (scanner, (guint) parent))
    {
      const char *text = carrel_page_get_line (scanner->page, (guint) parent)->text;

      name = read_line_person (words, text, role);
      if (name == NULL && strlen (text) < 60 && strchr (text, ':') == NULL)
        name = carrel_person_name_read (words, text);
    }
  if (name == NULL)
    name = read_line_person (words, prefix, role);
  if (name == NULL)
    name = find_person_above (scanner, role);
  if (name == NULL)
    name = read_line_person (words, section->heading, role);
  if (name == NULL && strchr (section->heading, ' ') != NULL
      && carrel_words_find_label (words, section->heading) == CARREL_LABEL_NONE)
    name = carrel_person_name_read (words, section->heading);
  return name;
}

/**
 * carrel_line_scanner_read_name_after:
 * @scanner: a walk
 * @after: what stands after a time, such as " Alice Brown"
 *
 * Returns: (transfer full) (nullable): the name that follows the time at once
 */
char *
carrel_line_scanner_read_name_after (const CarrelLineScanner *scanner, const char *after)
{
  const CarrelWords *words = scanner->page->words;
  char *name;

  if (after[0] != ' ' || !g_unichar_isupper (g_utf8_get_char (after + 1)))
    return NULL;
  name = carrel_person_name_read (words, after + 1);
  if (name != NULL
      && (strchr (name, ' ') == NULL || carrel_words_find_label (words, name) != CARREL_LABEL_NONE))
    g_clear_pointer (&name, g_free);
  return name;
}
