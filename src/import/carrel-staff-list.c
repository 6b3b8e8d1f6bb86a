/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names in lines and items below a role. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-staff-list.h"

#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-role.h"
#include "carrel-staff-line.h"

#include <string.h>

#define MAX_LINE 400

/* The most that stands between two names: " and ". */
#define MAX_JOIN 5

/* "Guest Lecturer" is what somebody is. */
static gboolean
ends_in_role (const CarrelWords *words, const char *name)
{
  const char *last = strrchr (name, ' ');

  return last != NULL && carrel_role_find (words, last + 1) != NULL;
}

/* "*Lecturer*" of "**Ann Lee** *Lecturer*"; behind a name that is not marked nothing else may
 * follow, as in "Ann Lee - TA meeting notes". */
static const char *
read_role_behind (const CarrelWords *words, const char *rest, gboolean is_marked)
{
  const char *role;
  gsize n = 0;

  while (*rest != '\0' && !g_unichar_isalnum (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);
  role = carrel_words_match_role (words, rest, &n);
  return role != NULL && (is_marked || rest[n] == '\0' || strchr (",;:(<|", rest[n]) != NULL)
             ? role
             : NULL;
}

/* The role behind the name at the start of a line, or the title before it: "Prof. Lee". */
static const char *
find_role_around (const CarrelStaffReader *reader,
                  const char *text,
                  const char *name,
                  gboolean is_marked)
{
  const char *role = name != NULL && g_str_has_prefix (text, name)
                         ? read_role_behind (reader->page->words, text + strlen (name), is_marked)
                         : NULL;

  return role == NULL && g_ascii_strncasecmp (text, "prof", 4) == 0 ? "instructor" : role;
}

/* "Seminars: Ann Lee, Bo Ray" below "Instructors:": @name, and all whole names behind the label. */
static GPtrArray *
dup_names_behind_label (const CarrelStaffReader *reader,
                        const CarrelPageLine *line,
                        const char *name)
{
  const char *value = carrel_staff_line_skip_name_label (reader->page->words, line->text);
  g_autoptr (GPtrArray) found
      = value != line->text ? carrel_person_name_split (reader->page->words, value) : NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (names, g_strdup (name));
  for (guint i = 1; found != NULL && i < found->len; i++)
    if (carrel_person_name_is_full (g_ptr_array_index (found, i)))
      g_ptr_array_add (names, g_strdup (g_ptr_array_index (found, i)));
  return names;
}

/* "Ann Lee lee at x.edu", where the end is a link for mail: the line before it. */
static char *
dup_without_mail (const CarrelPage *page, const CarrelPageLine *line)
{
  const CarrelInline *content = &carrel_page_get_block (page, line->block)->content;

  for (guint i = 0; i < content->n_spans; i++)
    {
      const CarrelSpan *span = &content->spans[i];
      g_autofree char *text = g_strndup (content->text + span->start, span->end - span->start);
      const char *at = span->kind == CARREL_SPAN_LINK && span->url != NULL
                               && g_str_has_prefix (span->url, "mailto:") && *text != '\0'
                           ? strstr (line->text, text)
                           : NULL;

      if (at > line->text)
        return g_strndup (line->text, (gsize) (at - line->text));
    }
  return g_strdup (line->text);
}

/* A line that is or starts with a name, below a heading or a line with a role. */
static gboolean
read_listed_name (CarrelStaffReader *reader, guint index, const char *role)
{
  const CarrelWords *words = reader->page->words;
  const CarrelPageLine *line = carrel_page_get_line (reader->page, index);
  g_auto (CarrelStaffLine) staff = { 0 };
  g_autofree char *marked = carrel_staff_line_read_marked (reader->page, index);
  g_autofree char *text = dup_without_mail (reader->page, line);
  g_autofree char *name
      = marked != NULL
            ? g_strdup (marked)
            : carrel_person_name_read (words, carrel_staff_line_skip_name_label (words, text));
  g_autoptr (GPtrArray) names = NULL;

  if (strlen (line->text) > MAX_LINE)
    return FALSE;
  if (role == NULL)
    role = find_role_around (reader, line->text, name, marked != NULL);
  carrel_staff_line_read (words, line->text, &staff);
  if (staff.names->len > 0 || name == NULL
      || (!carrel_person_name_is_full (name) && !carrel_staff_line_has_title (line->text))
      || carrel_words_find_label (words, name) != CARREL_LABEL_NONE || ends_in_role (words, name))
    return staff.names->len > 0;
  names = dup_names_behind_label (reader, line, name);
  carrel_staff_reader_add_people (reader, names, role, line);
  return TRUE;
}

/* Below a name stand the mail and the hours. */
static gboolean
is_below_name (const CarrelStaffReader *reader, const CarrelPageLine *head, guint index)
{
  const CarrelPageLine *line = carrel_page_get_line (reader->page, index);

  return strchr (line->text, '@') != NULL
         || (line->block != head->block
             && carrel_page_get_line (reader->page, index - 1)->block == line->block);
}

/* "**Instructor:**" as a paragraph, and the name in the next one, where an address, a title or
 * print shows that it is a name: "Coming Soon" is none. */
static gboolean
is_next_paragraph (const CarrelPage *page, guint index, guint next)
{
  const CarrelPageLine *head = carrel_page_get_line (page, index);
  const CarrelPageLine *line = carrel_page_get_line (page, next);
  g_autofree char *marked = carrel_staff_line_read_marked (page, next);

  if (marked == NULL && strchr (line->text, '@') == NULL
      && !carrel_staff_line_has_title (line->text))
    return FALSE;
  return next == index + 1 && line->block == head->block + 1
         && carrel_page_get_block (page, head->block)->kind == CARREL_BLOCK_PARAGRAPH
         && carrel_page_get_block (page, line->block)->kind == CARREL_BLOCK_PARAGRAPH;
}

/**
 * carrel_staff_list_read_following:
 * @reader: whose course gets the people
 * @index: of a line that names a role and nobody, "TAs:"
 * @role: the role
 *
 * Reads the names on the lines or in the items that follow.
 */
void
carrel_staff_list_read_following (CarrelStaffReader *reader, guint index, const char *role)
{
  const CarrelPageLine *head = carrel_page_get_line (reader->page, index);
  guint n_lines = carrel_page_get_n_lines (reader->page);
  const CarrelBlock *head_block = carrel_page_get_block (reader->page, head->block);

  for (guint i = index + 1; i < n_lines; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (reader->page, i);
      const CarrelBlock *block = carrel_page_get_block (reader->page, line->block);

      if (line->section != head->section || block->kind == CARREL_BLOCK_HEADING)
        return;
      if (block->list_depth > head_block->list_depth + 1)
        continue;
      if (is_next_paragraph (reader->page, index, i))
        {
          read_listed_name (reader, i, role);
          return;
        }
      if (line->block != head->block && block->kind != CARREL_BLOCK_LIST_ITEM)
        return;
      if (!read_listed_name (reader, i, role) && !is_below_name (reader, head, i))
        return;
    }
}

/* "Ann Lee (alee) and Bo Ray (bray)" below "Lecturers": a line of whole names and what stands in
 * brackets behind them, and nothing else. */
static void
read_listed_names (CarrelStaffReader *reader, guint index, const char *role)
{
  const CarrelPageLine *line = carrel_page_get_line (reader->page, index);
  g_autofree char *text = carrel_pattern_dup_without (" \\([^()]*\\)", line->text, 0);
  g_autoptr (GPtrArray) names = NULL;
  gsize length = 0;

  if (role == NULL || strlen (line->text) > MAX_LINE)
    return;
  names = carrel_person_name_split (reader->page->words, text);
  for (guint i = 0; i < names->len; i++)
    {
      if (!carrel_person_name_is_full (g_ptr_array_index (names, i)))
        return;
      length += strlen (g_ptr_array_index (names, i)) + MAX_JOIN;
    }
  if (names->len > 1 && strlen (text) <= length)
    carrel_staff_reader_add_people (reader, names, role, line);
}

/**
 * carrel_staff_list_read_line:
 * @reader: whose course gets the people
 * @index: of a line below a heading about people
 * @role: (nullable): the one that the heading names
 *
 * Reads a line that is, or starts with, names.
 */
void
carrel_staff_list_read_line (CarrelStaffReader *reader, guint index, const char *role)
{
  read_listed_names (reader, index, role);
  read_listed_name (reader, index, role);
}
