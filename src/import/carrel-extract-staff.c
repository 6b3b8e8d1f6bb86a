/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who teaches: lines with a role, lists below a role, tables of people, data of staff sites, and
 * who holds a class or office hours. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-extract.h"

#include "carrel-person-name.h"
#include "carrel-staff-line.h"

#include <string.h>

#define MAX_LINE 400

typedef struct
{
  const CarrelPage *page;
  CarrelCourse *course;
} StaffReader;

static gboolean
has_word (const char *text, const char *word)
{
  const char *at = strstr (text, word);
  gsize n = strlen (word);

  return at != NULL && (at == text || at[-1] == ' ') && (at[n] == '\0' || at[n] == ' ');
}

static CarrelPerson *
find_person (CarrelCourse *course, const char *name)
{
  for (guint i = 0; i < course->staff->len; i++)
    {
      CarrelPerson *person = g_ptr_array_index (course->staff, i);

      if (has_word (person->name, name) || has_word (name, person->name))
        return person;
    }
  return NULL;
}

static char *
dup_email (const char *text)
{
  g_autoptr (GRegex) regex
      = g_regex_new ("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return text != NULL && g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 0)
                                                                : NULL;
}

static CarrelPerson *
add_person (StaffReader *reader, const char *name, const char *role, int line)
{
  CarrelPerson *person = find_person (reader->course, name);

  if (person == NULL)
    {
      person = carrel_record_new (&carrel_person_type);
      person->name = g_strdup (name);
      carrel_record_set_source (person, reader->page->file, line);
      g_ptr_array_add (reader->course->staff, person);
    }
  if (person->role == NULL)
    person->role = g_strdup (role);
  return person;
}

/* The address and the page of the people of a line: links whose text is the name, or mail. */
static void
add_addresses (StaffReader *reader, CarrelPerson *person, const CarrelPageLine *line)
{
  const CarrelInline *content = &carrel_page_get_block (reader->page, line->block)->content;
  g_autofree char *email = dup_email (line->text);

  for (guint i = 0; i < content->n_spans; i++)
    {
      const CarrelSpan *span = &content->spans[i];
      g_autofree char *text = NULL;

      if (span->kind != CARREL_SPAN_LINK || span->url == NULL)
        continue;
      text = g_strndup (content->text + span->start, span->end - span->start);
      if (strstr (text, person->name) == NULL && strstr (line->text, person->name) == NULL)
        continue;
      if (g_str_has_prefix (span->url, "mailto:") && strstr (text, person->name) != NULL
          && person->email == NULL)
        person->email = g_strdup (span->url + 7);
      else if (strstr (text, person->name) != NULL && person->url == NULL
               && g_str_has_prefix (span->url, "http"))
        person->url = g_strdup (span->url);
    }
  if (person->email == NULL)
    person->email = g_steal_pointer (&email);
}

static gboolean
is_full_name (const char *name)
{
  return strchr (name, ' ') != NULL || g_utf8_get_char (name) >= 0x2e80;
}

/* A line that is or starts with a name, below a heading or a line with a role. */
static gboolean
read_listed_name (StaffReader *reader, const CarrelPageLine *line, const char *role)
{
  const CarrelWords *words = reader->page->words;
  g_auto (CarrelStaffLine) staff = { 0 };
  g_autofree char *name = carrel_person_name_read (words, line->text);
  const char *prefix = line->text;

  if (strlen (line->text) > MAX_LINE)
    return FALSE;
  carrel_staff_line_read (words, line->text, &staff);
  if (staff.names->len > 0 || name == NULL || !is_full_name (name)
      || carrel_words_find_label (words, name) != CARREL_LABEL_NONE)
    return staff.names->len > 0;
  if (role == NULL && g_ascii_strncasecmp (prefix, "prof", 4) == 0)
    role = "instructor";
  add_addresses (reader, add_person (reader, name, role, line->line), line);
  return TRUE;
}

/* After "TAs:" the names stand on the lines or in the items that follow. */
static void
read_following (StaffReader *reader, guint index, const char *role)
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
      if (line->block != head->block && block->kind != CARREL_BLOCK_LIST_ITEM)
        return;
      if (!read_listed_name (reader, line, role))
        return;
    }
}

static void
read_line (StaffReader *reader, guint index)
{
  const CarrelPageLine *line = carrel_page_get_line (reader->page, index);
  const CarrelBlock *block = carrel_page_get_block (reader->page, line->block);
  g_auto (CarrelStaffLine) staff = { 0 };

  if (block->kind == CARREL_BLOCK_CODE || strlen (line->text) > 2 * MAX_LINE)
    return;
  carrel_staff_line_read (reader->page->words, line->text, &staff);
  for (guint i = 0; i < staff.names->len; i++)
    add_addresses (reader,
                   add_person (reader, g_ptr_array_index (staff.names, i), staff.role, line->line),
                   line);
  if (staff.role != NULL && staff.is_open)
    read_following (reader, index, staff.role);
}

/* The text below "## Instructors" and "## Team". */
static void
read_section (StaffReader *reader, guint index)
{
  const CarrelWords *words = reader->page->words;
  const CarrelPageSection *section = carrel_page_get_section (reader->page, index);
  const char *role = carrel_staff_line_find_role (words, section->heading);
  gboolean is_staff = carrel_words_has_label (words, section->heading, CARREL_LABEL_STAFF);

  if (section->level == 0 || strlen (section->heading) > 60 || (role == NULL && !is_staff)
      || strchr (section->heading, ':') != NULL)
    {
      const CarrelPageSection *parent
          = section->parent >= 0 ? carrel_page_get_section (reader->page, (guint) section->parent)
                                 : NULL;
      g_autofree char *name = carrel_person_name_read (words, section->heading);

      if (parent != NULL && name != NULL && is_full_name (name)
          && (carrel_words_has_label (words, parent->heading, CARREL_LABEL_STAFF)
              || carrel_staff_line_find_role (words, parent->heading) != NULL)
          && carrel_words_find_label (words, section->heading) == CARREL_LABEL_NONE)
        add_person (reader, name, carrel_staff_line_find_role (words, parent->heading),
                    section->line);
      return;
    }
  for (guint i = section->first_line; i < section->end_line; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (reader->page, i);
      const CarrelBlock *block = carrel_page_get_block (reader->page, line->block);

      if (block->list_depth <= 1 && block->kind != CARREL_BLOCK_CODE)
        read_listed_name (reader, line, role);
    }
}

/* "Name | Mike Izbicki", in a table of keys and values below a heading with a role. */
static void
read_pairs (StaffReader *reader, guint index, const CarrelBlock *block)
{
  const CarrelWords *words = reader->page->words;
  const CarrelPageSection *section
      = carrel_page_get_section (reader->page, carrel_page_find_section (reader->page, index));
  const char *heading_role = carrel_staff_line_find_role (words, section->heading);

  for (guint i = 0; i < block->n_rows; i++)
    {
      const CarrelTableRow *row = &block->rows[i];
      g_autofree char *key = row->n_cells == 2 ? carrel_page_dup_text (&row->cells[0]) : NULL;
      g_autofree char *value = row->n_cells == 2 ? carrel_page_dup_text (&row->cells[1]) : NULL;
      g_autoptr (GPtrArray) names = NULL;
      const char *role;

      if (key == NULL || strlen (key) > 40)
        continue;
      role = carrel_staff_line_find_role (words, key);
      if (carrel_words_find_label (words, key) == CARREL_LABEL_OFFICE_HOURS
          || (role == NULL
              && (heading_role == NULL
                  || carrel_words_find_label (words, key) != CARREL_LABEL_PERSON)))
        continue;
      names = carrel_person_name_split (words, value);
      for (guint j = 0; j < names->len; j++)
        add_person (reader, g_ptr_array_index (names, j), role != NULL ? role : heading_role,
                    row->line);
    }
}

/* A table of people: a column of names beside one of roles, mail or office hours. */
static void
read_table (StaffReader *reader, guint index, const CarrelBlock *block)
{
  const CarrelWords *words = reader->page->words;
  const CarrelPageSection *section
      = carrel_page_get_section (reader->page, carrel_page_find_section (reader->page, index));
  gboolean is_staff = carrel_words_has_label (words, section->heading, CARREL_LABEL_STAFF)
                      || carrel_staff_line_find_role (words, section->heading) != NULL;
  const char *column_role = NULL;
  int names = -1;
  int roles = -1;
  int emails = -1;

  for (guint i = 0; block->rows[0].is_header && i < block->rows[0].n_cells; i++)
    {
      g_autofree char *text = carrel_page_dup_text (&block->rows[0].cells[i]);
      CarrelLabel label = carrel_words_find_label (words, text);
      const char *role = carrel_staff_line_find_role (words, text);

      if (names < 0 && (label == CARREL_LABEL_PERSON || label == CARREL_LABEL_STAFF || role != NULL)
          && label != CARREL_LABEL_OFFICE_HOURS)
        {
          names = (int) i;
          column_role = strpbrk (text, "/,&") == NULL ? role : NULL;
        }
      roles = label == CARREL_LABEL_ROLE ? (int) i : roles;
      emails = label == CARREL_LABEL_EMAIL ? (int) i : emails;
    }
  if (names < 0 || (column_role == NULL && roles < 0 && emails < 0 && !is_staff))
    return;
  for (guint i = 1; i < block->n_rows; i++)
    {
      const CarrelTableRow *row = &block->rows[i];
      g_autofree char *cell
          = names < (int) row->n_cells ? carrel_page_dup_text (&row->cells[names]) : g_strdup ("");
      g_autofree char *role = roles >= 0 && roles < (int) row->n_cells
                                  ? carrel_page_dup_text (&row->cells[roles])
                                  : NULL;
      g_autofree char *email = emails >= 0 && emails < (int) row->n_cells
                                   ? carrel_page_dup_text (&row->cells[emails])
                                   : NULL;
      g_autoptr (GPtrArray) found = carrel_person_name_split (words, cell);
      const char *row_role = role != NULL ? carrel_staff_line_find_role (words, role) : NULL;

      for (guint j = 0; j < found->len; j++)
        {
          CarrelPerson *person = add_person (reader, g_ptr_array_index (found, j),
                                             row_role != NULL ? row_role : column_role, row->line);

          if (person->email == NULL && found->len == 1)
            person->email = dup_email (email);
        }
    }
}

static char *
dup_without_tags (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("<[^>]*>", 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

/* One person of a data file, or the one a staff page is about. */
static void
read_person_node (StaffReader *reader, const CarrelNode *node, const char *role)
{
  const char *name = carrel_node_get_text (node, "name");
  const char *own_role = carrel_node_get_text (node, "role");
  g_autofree char *plain = NULL;
  g_autofree char *read = NULL;
  CarrelPerson *person;

  if (node != NULL && node->kind == CARREL_NODE_TEXT)
    name = node->text;
  if (name == NULL || (own_role == NULL && role == NULL))
    return;
  plain = dup_without_tags (name);
  read = carrel_person_name_read (reader->page->words, plain);
  if (read == NULL)
    return;
  if (own_role != NULL && carrel_staff_line_find_role (reader->page->words, own_role) != NULL)
    role = carrel_staff_line_find_role (reader->page->words, own_role);
  person = add_person (reader, read, role, node->line);
  if (person->email == NULL)
    person->email = g_strdup (carrel_node_get_text (node, "email"));
  if (person->url == NULL)
    person->url = g_strdup (carrel_node_get_text (node, "website"));
}

static void
read_data (StaffReader *reader, const CarrelNode *root)
{
  static const char *const keys[] = { "instructor",
                                      "instructors",
                                      "ta",
                                      "tas",
                                      "professor",
                                      "staff",
                                      "lecturer",
                                      "teachers",
                                      "teacher",
                                      "teaching_assistants",
                                      "teaching-assistants" };

  read_person_node (reader, root, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const CarrelNode *node = carrel_node_get (root, keys[i]);
      g_autofree char *label = g_strdelimit (g_strdup (keys[i]), "_-", ' ');
      const char *role = carrel_staff_line_find_role (reader->page->words, label);

      if (node != NULL && node->kind != CARREL_NODE_LIST)
        read_person_node (reader, node, role);
      for (guint j = 0; node != NULL && node->kind == CARREL_NODE_LIST && j < node->children->len;
           j++)
        read_person_node (reader, g_ptr_array_index (node->children, j), role);
    }
}

/* Who holds a class or office hours teaches; a first name may be part of a known name. */
static void
add_holders (StaffReader *reader)
{
  for (guint i = 0; i < reader->course->office_hours->len; i++)
    {
      const CarrelOfficeHour *hour = g_ptr_array_index (reader->course->office_hours, i);

      if (hour->person != NULL)
        add_person (reader, hour->person, hour->role, hour->record.line);
    }
  for (guint i = 0; i < reader->course->meetings->len; i++)
    {
      const CarrelMeeting *meeting = g_ptr_array_index (reader->course->meetings, i);

      if (meeting->person != NULL)
        add_person (reader, meeting->person, NULL, meeting->record.line);
    }
}

/* Hours that name nobody are those of the one person who teaches. */
static void
assign_hours (CarrelCourse *course)
{
  const CarrelPerson *person;

  if (course->staff->len != 1)
    return;
  person = g_ptr_array_index (course->staff, 0);
  for (guint i = 0; i < course->office_hours->len; i++)
    {
      CarrelOfficeHour *hour = g_ptr_array_index (course->office_hours, i);

      if (hour->person != NULL || (hour->role != NULL && g_strcmp0 (hour->role, person->role) != 0))
        continue;
      hour->person = g_strdup (person->name);
      if (hour->role == NULL)
        hour->role = g_strdup (person->role);
    }
}

/**
 * carrel_extract_staff:
 * @page: a page
 * @course: (inout): gets the people; has the office hours of the page
 */
void
carrel_extract_staff (const CarrelPage *page, CarrelCourse *course)
{
  StaffReader reader = { .page = page, .course = course };

  read_data (&reader, page->front_matter);
  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    read_line (&reader, i);
  for (guint i = 0; i < carrel_page_get_n_sections (page); i++)
    read_section (&reader, i);
  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    {
      const CarrelBlock *block = carrel_page_get_block (page, i);

      if (block->kind != CARREL_BLOCK_TABLE || block->n_rows == 0)
        continue;
      read_pairs (&reader, i, block);
      read_table (&reader, i, block);
    }
  add_holders (&reader);
  assign_hours (course);
}
