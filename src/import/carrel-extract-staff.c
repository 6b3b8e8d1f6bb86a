/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who teaches: lines with a role, lists below a role, tables of people, data of staff sites, and
 * who holds a class or office hours. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-extract.h"

#include "carrel-course-name.h"
#include "carrel-page-people.h"
#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-phrase.h"
#include "carrel-role.h"
#include "carrel-staff-address.h"
#include "carrel-staff-line.h"
#include "carrel-staff-list.h"
#include "carrel-staff-match.h"
#include "carrel-staff-reader.h"

#include <string.h>

#define MAX_LINE        400
#define MAX_TOP_HEADING 4
#define MAX_TOP_LINE    16

/* How many people in a row a heading of their level may lead. */
#define MAX_CARDS 60

/* Fewer names in items could be something else. */
#define MIN_NAMES 3

/* The longest label on a line of its own, in bytes. */
#define MAX_LABEL 30

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

/**
 * carrel_staff_reader_add:
 * @reader: whose course gets a person
 * @name: the name
 * @role: (nullable): what the person does, when the page says it
 * @line: the line of the page
 *
 * Returns: (transfer none): the person, who may have been known before
 */
CarrelPerson *
carrel_staff_reader_add (CarrelStaffReader *reader, const char *name, const char *role, int line)
{
  CarrelPerson *person = find_person (reader->course, name);

  if (person == NULL)
    {
      person = carrel_record_new (&carrel_person_type);
      person->name = g_strdup (name);
      carrel_record_set_source (person, reader->page->file, line);
      g_ptr_array_add (reader->course->staff, person);
    }
  else if (strlen (name) > strlen (person->name) && strchr (person->name, ' ') == NULL)
    {
      g_free (person->name);
      person->name = g_strdup (name);
    }
  if (person->role == NULL)
    person->role = g_strdup (role);
  return person;
}

static void
add_address (CarrelPerson *person, const char *url)
{
  if (g_str_has_prefix (url, "mailto:") && person->email == NULL)
    person->email = carrel_staff_address_dup_mail (url);
  else if (g_str_has_prefix (url, "http") && person->url == NULL)
    person->url = g_strdup (url);
}

/* "Ann Lee [ann at x.edu](mailto:ann@x.edu)", in the clause where the span is. */
static gboolean
is_mail_of (const CarrelInline *content, const CarrelSpan *span, const char *clause)
{
  const char *at = strstr (content->text, clause);
  gsize start = at != NULL ? (gsize) (at - content->text) : 0;

  return g_str_has_prefix (span->url, "mailto:") && span->end > span->start && at != NULL
         && span->start >= start && span->end <= start + strlen (clause);
}

/* The address and the page of one of the people of a clause: links whose text is the name, or mail.
 */
static void
add_addresses (CarrelPerson *person,
               const CarrelInline *content,
               const char *clause,
               const GPtrArray *names,
               guint index)
{
  g_autofree char *email = carrel_staff_address_find_of (clause, names, index);

  for (guint i = 0; i < content->n_spans; i++)
    {
      const CarrelSpan *span = &content->spans[i];
      g_autofree char *text = g_strndup (content->text + span->start, span->end - span->start);

      if (span->kind == CARREL_SPAN_LINK && span->url != NULL
          && (strstr (text, person->name) != NULL
              || (names->len == 1 && is_mail_of (content, span, clause))))
        add_address (person, span->url);
    }
  if (person->email == NULL)
    person->email = g_steal_pointer (&email);
}

/* Adds the people of a line, or of a clause of it, which may have an address or a page of each. */
static void
add_people (CarrelStaffReader *reader,
            const GPtrArray *names,
            const char *role,
            const CarrelPageLine *line,
            const char *clause)
{
  const CarrelInline *content = &carrel_page_get_block (reader->page, line->block)->content;

  for (guint i = 0; i < names->len; i++)
    {
      CarrelPerson *person
          = carrel_staff_reader_add (reader, g_ptr_array_index (names, i), role, line->line);

      add_addresses (person, content, clause, names, i);
    }
}

/**
 * carrel_staff_reader_add_people:
 * @reader: whose course gets the people
 * @names: (element-type utf8): of one line
 * @role: (nullable): what they do, when the page says it
 * @line: the line, which may have an address or a page of each
 */
void
carrel_staff_reader_add_people (CarrelStaffReader *reader,
                                const GPtrArray *names,
                                const char *role,
                                const CarrelPageLine *line)
{
  add_people (reader, names, role, line, line->text);
}

/* Adds the only person of a line. */
static void
add_person (CarrelStaffReader *reader, char *name, const char *role, const CarrelPageLine *line)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, name);
  carrel_staff_reader_add_people (reader, names, role, line);
}

/* Somebody's address, where the page says how to reach people. */
static void
read_contact (const CarrelStaffReader *reader, guint index, CarrelStaffLine *staff)
{
  const CarrelPageLine *line = carrel_page_get_line (reader->page, index);
  const char *heading = carrel_page_get_section (reader->page, line->section)->heading;

  if (strchr (line->text, '@') == NULL && carrel_staff_line_is_contact_heading (heading)
      && index == carrel_page_get_section (reader->page, line->section)->first_line)
    {
      char *marked = carrel_staff_line_read_marked (reader->page, index);

      /* "[Ann Lee](…), University of X", "Dr. Ann Lee" */
      if (marked == NULL)
        marked = carrel_staff_line_read_titled (reader->page->words, line->text);
      if (marked != NULL)
        g_ptr_array_add (staff->names, marked);
      return;
    }
  if (strchr (line->text, '@') == NULL)
    return;
  carrel_staff_line_clear (staff);
  carrel_staff_line_read_contact (reader->page->words, line->text,
                                  carrel_staff_line_is_contact_heading (heading), staff);
}

/* The heading above a line, or nothing where it names the course: "ECON 401: Panel Data". */
static const char *
get_heading_of (const CarrelStaffReader *reader, const CarrelPageLine *line)
{
  const CarrelPageSection *section = carrel_page_get_section (reader->page, line->section);
  gboolean is_first
      = line->section == 0
        || (line->section == 1 && carrel_page_get_section (reader->page, 0)->level == 0);
  gsize start = 0, end = 0;
  g_autofree char *code = carrel_course_name_find_code (section->heading, TRUE, &start, &end);

  return code != NULL || (is_first && section->level == 1) ? "" : section->heading;
}

/* Those below "Project sponsors" and "Groups" do not teach. */
static gboolean
is_about_others (const CarrelStaffReader *reader, const CarrelPageLine *line)
{
  static const char others[] = "\\b(?:sponsors?|clients?|partners?|groups?|students?|participants?"
                               "|speakers?|guests?|panel|panelists?)\\b";

  return carrel_pattern_matches (others, get_heading_of (reader, line), G_REGEX_CASELESS);
}

/* "Dr. Ann Lee", or "Ann Lee (ann@x.edu)", among the first lines of a page. */
static void
read_top_line (CarrelStaffReader *reader, guint index)
{
  const CarrelWords *words = reader->page->words;
  const CarrelPageLine *line = carrel_page_get_line (reader->page, index);
  gboolean is_top = index <= MAX_TOP_LINE && line->section <= MAX_TOP_HEADING
                    && !is_about_others (reader, line);
  g_autofree char *name = is_top && reader->course->staff->len == 0
                              ? carrel_page_people_read_clause (words, line->text)
                              : NULL;
  const char *role = name != NULL ? "instructor" : NULL;

  if (name == NULL && is_top)
    {
      name = carrel_staff_line_read_addressed (words, line->text);
      role = carrel_staff_line_has_title (line->text) ? "instructor" : NULL;
    }
  if (name != NULL)
    add_person (reader, name, role, line);
}

/* "GSIs: Ann Lee (ann@x.edu)" goes on with a name and mail on each line below. */
static void
read_next_lines (CarrelStaffReader *reader, guint index, const char *role)
{
  guint block = carrel_page_get_line (reader->page, index)->block;

  for (guint i = index + 1; i < carrel_page_get_n_lines (reader->page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (reader->page, i);
      g_autofree char *name
          = line->block == block && strchr (line->text, ':') == NULL
                ? carrel_staff_line_read_addressed (reader->page->words, line->text)
                : NULL;

      if (name == NULL)
        return;
      add_person (reader, name, role, line);
    }
}

/* "Tutorials on Fridays; lecturer: Ann Lee": a role behind a semicolon. */
static void
read_last_clause (const CarrelWords *words, const char *text, CarrelStaffLine *staff)
{
  const char *clause = g_strrstr (text, "; ");

  if (clause == NULL || strchr (clause, ':') == NULL)
    return;
  carrel_staff_line_clear (staff);
  carrel_staff_line_read (words, clause + strlen ("; "), staff);
}

/* "Professor Ann Lee, Calculus" below "Required text": who wrote it. */
static gboolean
is_of_book (const CarrelStaffReader *reader, const CarrelPageLine *line)
{
  static const char books[] = "\\b(?:texts?|textbooks?|books?|readings?|references|bibliography"
                              "|authors?|acknowledge?ments?|credits)\\b";

  return strchr (line->text, ':') == NULL
         && carrel_pattern_matches (books, get_heading_of (reader, line), G_REGEX_CASELESS);
}

/* "Email: ann@x.edu", or the address alone. */
static gboolean
is_mail (const CarrelWords *words, const char *clause)
{
  g_autofree char *label = g_strndup (clause, strcspn (clause, ":"));

  return carrel_words_find_label (words, label) == CARREL_LABEL_EMAIL
         || carrel_pattern_matches ("^[^ :@]+@[^ @]+$", clause, 0);
}

/* "Instructor: Ann Lee • Graders: Bo Ray": a line with several labels of roles, label by label. */
static gboolean
read_clauses (CarrelStaffReader *reader, const CarrelPageLine *line)
{
  const CarrelWords *words = reader->page->words;
  g_autoptr (GRegex) regex = carrel_pattern_get (" *(?:[•·|]|; ) *", 0);
  g_auto (GStrv) clauses = g_regex_split (regex, line->text, 0);
  guint n_roles = 0;

  for (guint i = 0; clauses[i] != NULL; i++)
    {
      g_autofree char *label = g_strndup (clauses[i], strcspn (clauses[i], ":"));

      n_roles += strlen (label) <= MAX_LABEL && strlen (label) < strlen (clauses[i])
                 && carrel_role_is_plain (words, label);
    }
  for (guint i = 0; n_roles > 1 && clauses[i] != NULL; i++)
    {
      g_auto (CarrelStaffLine) staff = { 0 };
      const char *next = clauses[i + 1] != NULL ? clauses[i + 1] : "";

      carrel_staff_line_read (words, clauses[i], &staff);
      add_people (reader, staff.names, staff.role, line,
                  strchr (clauses[i], '@') == NULL && is_mail (words, next) ? next : clauses[i]);
    }
  return n_roles > 1;
}

static gboolean
may_name_staff (const CarrelStaffReader *reader, const CarrelPageLine *line)
{
  return carrel_page_get_block (reader->page, line->block)->kind != CARREL_BLOCK_CODE
         && strlen (line->text) <= 2 * MAX_LINE && !is_of_book (reader, line);
}

static void
read_line (CarrelStaffReader *reader, guint index)
{
  const CarrelPageLine *line = carrel_page_get_line (reader->page, index);
  g_auto (CarrelStaffLine) staff = { 0 };

  if (!may_name_staff (reader, line) || read_clauses (reader, line))
    return;
  carrel_staff_line_read (reader->page->words, line->text, &staff);
  if (staff.names->len == 0)
    read_last_clause (reader->page->words, line->text, &staff);
  if (staff.names->len == 0)
    read_contact (reader, index, &staff);
  carrel_staff_reader_add_people (reader, staff.names, staff.role, line);
  if (staff.names->len == 0)
    read_top_line (reader, index);
  else if (staff.role != NULL)
    read_next_lines (reader, index, staff.role);
  if (staff.role != NULL && staff.is_open)
    carrel_staff_list_read_following (reader, index, staff.role);
}

/* A colon at the end of a heading is none of a label. */
static gboolean
has_label (const char *heading)
{
  const char *colon = strchr (heading, ':');

  return colon != NULL && colon[1 + strspn (colon + 1, " ")] != '\0';
}

/**
 * carrel_staff_reader_is_heading:
 * @reader: a page
 * @section: a section of it
 *
 * Returns: whether its heading names a role or the staff
 */
gboolean
carrel_staff_reader_is_heading (const CarrelStaffReader *reader, const CarrelPageSection *section)
{
  /* "Instructor expectations", "Former instructors" */
  static const char *const others[]
      = { "expectation", "expectations", "responsibilities", "policy",   "policies", "evaluation",
          "evaluations", "obligations",  "rights",           "feedback", "former",   "past",
          "previous",    "guest",        "invited",          NULL };
  const CarrelWords *words = reader->page->words;

  return section->level > 0 && strlen (section->heading) <= 60 && !has_label (section->heading)
         && !carrel_phrase_occurs (section->heading, -1, others)
         && (carrel_words_has_label (words, section->heading, CARREL_LABEL_STAFF)
             || carrel_role_find (words, section->heading) != NULL);
}

/* "### Dr. Ann Lee, Dr. Bo Ray" among the first headings of a page: nothing but such names. */
static void
read_titled_heading (CarrelStaffReader *reader, guint index)
{
  const CarrelPageSection *section = carrel_page_get_section (reader->page, index);
  gboolean is_top = index <= MAX_TOP_HEADING && section->level >= 2;
  g_auto (GStrv) parts = g_strsplit (is_top ? section->heading : "", ", ", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *name = carrel_staff_line_read_titled (reader->page->words, parts[i]);

      if (name == NULL)
        return;
      g_ptr_array_add (names, name);
    }
  for (guint i = 0; i < names->len; i++)
    carrel_staff_reader_add (reader, g_ptr_array_index (names, i), "instructor", section->line);
}

/* A heading that is a full name and nothing that a page says of itself, or NULL. */
static char *
dup_name_heading (const CarrelStaffReader *reader, const CarrelPageSection *section)
{
  g_autofree char *name = carrel_person_name_read (reader->page->words, section->heading);

  return name != NULL && carrel_person_name_is_full (name)
                 && carrel_words_find_label (reader->page->words, section->heading)
                        == CARREL_LABEL_NONE
                 && carrel_role_find (reader->page->words, section->heading) == NULL
             ? g_steal_pointer (&name)
             : NULL;
}

/* The heading with the role of the people below it: "## Instructors" above "### Ann Lee", or a
 * heading of the same level without a text of its own, as where people are cards. */
static const CarrelPageSection *
find_staff_heading (const CarrelStaffReader *reader, guint index)
{
  const CarrelPageSection *section = carrel_page_get_section (reader->page, index);
  const CarrelPageSection *parent
      = section->parent >= 0 ? carrel_page_get_section (reader->page, (guint) section->parent)
                             : NULL;

  if (parent != NULL && carrel_staff_reader_is_heading (reader, parent))
    return parent;
  for (guint i = index; i > 0 && index - i < MAX_CARDS; i--)
    {
      const CarrelPageSection *above = carrel_page_get_section (reader->page, i - 1);
      g_autofree char *name = dup_name_heading (reader, above);

      if (above->level != section->level)
        return NULL;
      if (carrel_staff_reader_is_heading (reader, above))
        return above->first_line >= above->end_line ? above : NULL;
      if (name == NULL)
        return NULL;
    }
  return NULL;
}

static void
read_name_heading (CarrelStaffReader *reader, guint index)
{
  const CarrelPageSection *section = carrel_page_get_section (reader->page, index);
  g_autofree char *name = dup_name_heading (reader, section);
  const CarrelPageSection *above = name != NULL ? find_staff_heading (reader, index) : NULL;

  if (above != NULL)
    carrel_staff_reader_add (
        reader, name, carrel_role_find_only (reader->page->words, above->heading), section->line);
}

/* An item that is a whole name and nothing else, or NULL. */
static char *
dup_name_item (const CarrelStaffReader *reader, guint index)
{
  const CarrelPageLine *line = carrel_page_get_line (reader->page, index);
  gboolean is_item
      = carrel_page_get_block (reader->page, line->block)->kind == CARREL_BLOCK_LIST_ITEM;
  g_autofree char *name
      = is_item ? carrel_person_name_read (reader->page->words, line->text) : NULL;

  return name != NULL && carrel_person_name_is_full (name) && g_str_equal (name, line->text)
                 && carrel_words_find_label (reader->page->words, name) == CARREL_LABEL_NONE
             ? g_steal_pointer (&name)
             : NULL;
}

/* A list of nothing but names where a page says whom to ask: below "Office hours" and "Contact". */
static void
read_list_of_names (CarrelStaffReader *reader, const CarrelPageSection *section)
{
  guint n = 0;

  if (!carrel_words_has_label (reader->page->words, section->heading, CARREL_LABEL_OFFICE_HOURS)
      && !carrel_staff_line_is_contact_heading (section->heading))
    return;
  for (guint i = section->first_line; i < section->end_line; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (reader->page, i);
      g_autofree char *name = dup_name_item (reader, i);

      if (name == NULL
          && carrel_page_get_block (reader->page, line->block)->kind == CARREL_BLOCK_LIST_ITEM)
        return;
      n += name != NULL;
    }
  for (guint i = section->first_line; n >= MIN_NAMES && i < section->end_line; i++)
    {
      g_autofree char *name = dup_name_item (reader, i);

      if (name != NULL)
        carrel_staff_reader_add (reader, name, NULL, carrel_page_get_line (reader->page, i)->line);
    }
}

/* "Contents:" as a paragraph of its own: what stands below is about something else. */
static gboolean
is_other_label (const CarrelStaffReader *reader, guint index)
{
  static const char *const others[]
      = { "contents",       "textbook", "textbooks", "prerequisites", "materials", "readings",
          "course content", "topics",   "resources", "references",    NULL };
  const CarrelPageLine *line = carrel_page_get_line (reader->page, index);
  gboolean is_last = index + 1 >= carrel_page_get_n_lines (reader->page)
                     || carrel_page_get_line (reader->page, index + 1)->block != line->block;

  return is_last && strlen (line->text) <= MAX_LABEL && g_str_has_suffix (line->text, ":")
         && carrel_page_get_block (reader->page, line->block)->kind == CARREL_BLOCK_PARAGRAPH
         && carrel_phrase_occurs (line->text, -1, others);
}

/* The text below "## Instructors" and "## Team". */
static void
read_section (CarrelStaffReader *reader, guint index)
{
  const CarrelPageSection *section = carrel_page_get_section (reader->page, index);
  const char *role = carrel_role_find_only (reader->page->words, section->heading);

  read_titled_heading (reader, index);
  if (!carrel_staff_reader_is_heading (reader, section))
    {
      read_name_heading (reader, index);
      read_list_of_names (reader, section);
      return;
    }
  for (guint i = section->first_line; i < section->end_line; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (reader->page, i);
      const CarrelBlock *block = carrel_page_get_block (reader->page, line->block);

      if (is_other_label (reader, i))
        return;
      if (block->list_depth > 1 || block->kind == CARREL_BLOCK_CODE)
        continue;
      carrel_staff_list_read_line (reader, i, role);
    }
}

/* Who holds a class or office hours teaches; a first name may be part of a known name. */
static void
add_holders (CarrelStaffReader *reader)
{
  for (guint i = 0; i < reader->course->office_hours->len; i++)
    {
      const CarrelOfficeHour *hour = g_ptr_array_index (reader->course->office_hours, i);

      if (hour->person != NULL)
        carrel_staff_reader_add (reader, hour->person, hour->role, hour->record.line);
    }
  for (guint i = 0; i < reader->course->meetings->len; i++)
    {
      const CarrelMeeting *meeting = g_ptr_array_index (reader->course->meetings, i);

      if (meeting->person != NULL)
        carrel_staff_reader_add (reader, meeting->person, NULL, meeting->record.line);
    }
}

/* The one person with a role, or the one person there is, if not known by other hours alone: of
 * "Mon 3-4: Ann" and "Tue 3-4" the second is hardly hers. @n_told: how many the page tells. */
static const CarrelPerson *
find_only (const CarrelCourse *course, guint n_told, const char *role)
{
  const CarrelPerson *only = NULL;
  guint found = 0;

  for (guint i = 0; i < course->staff->len; i++)
    {
      const CarrelPerson *person = g_ptr_array_index (course->staff, i);

      if (role != NULL && g_strcmp0 (person->role, role) != 0)
        continue;
      if (only != NULL)
        return NULL;
      only = person;
      found = i;
    }
  return found < n_told ? only : NULL;
}

/* Hours that name nobody are those of the one person who teaches, or who has the role they name. */
static void
assign_hours (CarrelCourse *course, guint n_told)
{
  for (guint i = 0; i < course->office_hours->len; i++)
    {
      CarrelOfficeHour *hour = g_ptr_array_index (course->office_hours, i);
      const CarrelPerson *person
          = hour->person == NULL ? find_only (course, n_told, hour->role) : NULL;

      if (person == NULL)
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
  CarrelStaffReader reader = { .page = page, .course = course };
  guint n_told;

  carrel_staff_reader_read_data (&reader, page->front_matter);
  carrel_staff_reader_read_data (&reader, carrel_node_get (page->front_matter, "course"));
  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    read_line (&reader, i);
  for (guint i = 0; i < carrel_page_get_n_sections (page); i++)
    read_section (&reader, i);
  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    {
      const CarrelBlock *block = carrel_page_get_block (page, i);

      if (block->kind != CARREL_BLOCK_TABLE || block->n_rows == 0)
        continue;
      carrel_staff_reader_read_table (&reader, i);
    }
  carrel_staff_address_add_below (page, course);
  n_told = course->staff->len;
  add_holders (&reader);
  carrel_staff_match_addresses (page, course);
  assign_hours (course, n_told);
}
