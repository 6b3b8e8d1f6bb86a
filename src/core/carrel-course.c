/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables that describe a course, and the names of its facts. */
#define G_LOG_DOMAIN "carrel-course"

#include "config.h"

#include "carrel-course.h"

static const CarrelField link_fields[] = {
  { "kind", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelLink, kind), NULL },
  { "title", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelLink, title), NULL },
  { "url", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelLink, url), NULL },
  { NULL },
};

const CarrelRecordType carrel_link_type = { "link", sizeof (CarrelLink), link_fields };

static const CarrelField contact_fields[] = {
  { "kind", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelContact, kind), NULL },
  { "title", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelContact, title), NULL },
  { "url", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelContact, url), NULL },
  { "phone", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelContact, phone), NULL },
  { NULL },
};

const CarrelRecordType carrel_contact_type = { "contact", sizeof (CarrelContact), contact_fields };

static const CarrelField person_fields[] = {
  { "id", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelPerson, id), NULL },
  { "name", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelPerson, name), NULL },
  { "role", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelPerson, role), NULL },
  { "email", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelPerson, email), NULL },
  { "url", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelPerson, url), NULL },
  { NULL },
};

const CarrelRecordType carrel_person_type = { "person", sizeof (CarrelPerson), person_fields };

static const CarrelField section_fields[] = {
  { "id", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelSection, id), NULL },
  { "level", CARREL_FIELD_INTEGER, G_STRUCT_OFFSET (CarrelSection, level), NULL },
  { "heading", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelSection, heading), NULL },
  { "body", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelSection, body), NULL },
  { "opening", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelSection, opening), NULL },
  { "closing", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelSection, closing), NULL },
  { NULL },
};

const CarrelRecordType carrel_section_type = { "section", sizeof (CarrelSection), section_fields };

static const CarrelField question_fields[] = {
  { "about", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelQuestion, about), NULL },
  { "text", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelQuestion, text), NULL },
  { "source", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelQuestion, source), NULL },
  { NULL },
};

const CarrelRecordType carrel_question_type
    = { "question", sizeof (CarrelQuestion), question_fields };

static const CarrelField course_fields[] = {
  { "id", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelCourse, id), NULL },
  { "title", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelCourse, title), NULL },
  { "code", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelCourse, code), NULL },
  { "term", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelCourse, term), NULL },
  { "language", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelCourse, language), NULL },
  { "time_zone", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelCourse, time_zone), NULL },
  { "starts_on", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelCourse, starts_on), NULL },
  { "ends_on", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelCourse, ends_on), NULL },
  { "links", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelCourse, links), &carrel_link_type },
  { "contacts", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelCourse, contacts),
    &carrel_contact_type },
  { "staff", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelCourse, staff), &carrel_person_type },
  { "meetings", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelCourse, meetings),
    &carrel_meeting_type },
  { "office_hours", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelCourse, office_hours),
    &carrel_office_hour_type },
  { "changes", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelCourse, changes), &carrel_change_type },
  { "breaks", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelCourse, breaks), &carrel_break_type },
  { "grading", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelCourse, grading),
    &carrel_grading_group_type },
  { "grading_schemes", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelCourse, grading_schemes),
    &carrel_grading_scheme_type },
  { "scheme_rule", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelCourse, scheme_rule), NULL },
  { "letter_grades", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelCourse, letter_grades),
    &carrel_letter_grade_type },
  { "rounding", CARREL_FIELD_RECORD, G_STRUCT_OFFSET (CarrelCourse, rounding),
    &carrel_rounding_type },
  { "late_policy", CARREL_FIELD_RECORD, G_STRUCT_OFFSET (CarrelCourse, late_policy),
    &carrel_late_policy_type },
  { "schedule", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelCourse, schedule),
    &carrel_schedule_row_type },
  { "sections", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelCourse, sections),
    &carrel_section_type },
  { "questions", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelCourse, questions),
    &carrel_question_type },
  { NULL },
};

const CarrelRecordType carrel_course_type = { "course", sizeof (CarrelCourse), course_fields };

/* Facts that have an id, and the fields that name each. A fact keeps its id when its other fields
 * change; two facts of one name are told apart by a number. */
static const struct
{
  const char *list;
  const char *prefix;
  const char *named_by[4];
} naming[] = {
  { "staff", "person", { "name" } },
  { "meetings", "meeting", { "kind", "section", "days" } },
  { "office_hours", "hour", { "person", "day" } },
  { "changes", "change", { "of", "date", "action" } },
  { "schedule", "row", { "topic" } },
  { "sections", "section", { "heading" } },
};

static void
append_slug (GString *slug, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *plain = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);
  const char *at = plain != NULL ? plain : "";

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isalnum (letter))
        g_string_append_unichar (slug, letter);
      else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
}

static char *
dup_fact_id (gconstpointer record, const char *prefix, const char *const *named_by)
{
  g_autoptr (GString) id = g_string_new (prefix);

  for (guint i = 0; named_by[i] != NULL; i++)
    {
      g_autofree char *text
          = carrel_record_dup_field (record, carrel_record_find_field (record, named_by[i]));

      if (text == NULL)
        continue;
      g_string_append_c (id, '-');
      append_slug (id, text);
    }
  return g_strdup (id->str);
}

/* Makes @id different from all in @taken by a number, and adds it there. The value of a name is the
 * number to try next, so that a thousand equal names are not a million tries. */
static char *
dup_unique (GHashTable *taken, const char *id)
{
  char *unique = g_strdup (id);
  guint n = MAX (GPOINTER_TO_UINT (g_hash_table_lookup (taken, id)), 2);

  for (; g_hash_table_contains (taken, unique); n++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s-%u", id, n);
    }
  g_hash_table_insert (taken, g_strdup (unique), GUINT_TO_POINTER (2));
  g_hash_table_insert (taken, g_strdup (id), GUINT_TO_POINTER (n));
  return unique;
}

static void
assign_list_ids (GPtrArray *list, const char *prefix, const char *const *named_by)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < list->len; i++)
    if (carrel_record_get_id (g_ptr_array_index (list, i)) != NULL)
      g_hash_table_insert (taken, g_strdup (carrel_record_get_id (g_ptr_array_index (list, i))),
                           GUINT_TO_POINTER (2));
  for (guint i = 0; i < list->len; i++)
    {
      gpointer record = g_ptr_array_index (list, i);
      g_autofree char *id = NULL;
      g_autofree char *unique = NULL;

      if (carrel_record_get_id (record) != NULL)
        continue;
      id = dup_fact_id (record, prefix, named_by);
      unique = dup_unique (taken, id);
      carrel_record_set_field (record, carrel_record_find_field (record, "id"), unique, NULL);
    }
}

/* Items are named by their group and their own name. */
static void
assign_item_ids (GPtrArray *groups)
{
  static const char *const by_name[] = { "name", NULL };

  for (guint i = 0; i < groups->len; i++)
    {
      CarrelGradingGroup *group = g_ptr_array_index (groups, i);
      g_autoptr (GString) prefix = g_string_new (NULL);

      append_slug (prefix, group->name != NULL ? group->name : "");
      assign_list_ids (group->items, prefix->str, by_name);
      assign_item_ids (group->children);
    }
}

/**
 * carrel_course_dup_slug:
 * @text: any text
 *
 * Returns: (transfer full): its letters and digits, case folded, words joined by "-"
 */
char *
carrel_course_dup_slug (const char *text)
{
  g_autoptr (GString) slug = g_string_new (NULL);

  append_slug (slug, text);
  return g_strdup (slug->str);
}

/**
 * carrel_course_assign_ids:
 * @course: a course that is being built
 *
 * Gives an id to every fact that has none, derived from what names the fact and not from its
 * position, so that ids are stable when the page is imported again.
 */
void
carrel_course_assign_ids (CarrelCourse *course)
{
  for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
    {
      const CarrelField *field = carrel_record_find_field (course, naming[i].list);

      assign_list_ids (*CARREL_FIELD_PTR (course, field, GPtrArray *), naming[i].prefix,
                       naming[i].named_by);
    }
  assign_item_ids (course->grading);
  for (guint i = 0; i < course->grading_schemes->len; i++)
    assign_item_ids (
        ((CarrelGradingScheme *) g_ptr_array_index (course->grading_schemes, i))->items);
}
