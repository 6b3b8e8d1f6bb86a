/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Facts by name: a walk over all records of a course, each with a key that does not depend on its
 * position. */
#define G_LOG_DOMAIN "carrel-fact"

#include "config.h"

#include "carrel-fact.h"

/* The fields that name a record, the best first; a record that has none of them set is named by its
 * kind and number. A type that is not here, such as a late policy, stands only once. */
static const struct
{
  const CarrelRecordType *type;
  const char *named_by[4];
} naming[] = {
  { &carrel_course_type, { "title", "code" } },
  { &carrel_link_type, { "title", "url" } },
  { &carrel_contact_type, { "title", "phone", "url" } },
  { &carrel_person_type, { "name", "email" } },
  { &carrel_section_type, { "heading" } },
  { &carrel_question_type, { "about", "text" } },
  { &carrel_meeting_type, { "section", "kind" } },
  { &carrel_segment_type, { "title" } },
  { &carrel_office_hour_type, { "person", "location" } },
  { &carrel_change_type, { "of" } },
  { &carrel_break_type, { "title", "from" } },
  { &carrel_schedule_row_type, { "topic", "homework", "date", "date_inferred" } },
  { &carrel_grading_group_type, { "name" } },
  { &carrel_grading_item_type, { "name" } },
  { &carrel_grading_scheme_type, { "name" } },
  { &carrel_letter_grade_type, { "letter" } },
  { &carrel_rounding_type, { NULL } },
  { &carrel_late_policy_type, { NULL } },
};

typedef struct
{
  GPtrArray *facts;
  GHashTable *taken; /* "kind\nkey" */
} Walk;

static void
free_fact (gpointer data)
{
  CarrelFact *fact = data;

  g_free (fact->key);
  g_free (fact);
}

static const char *const *
find_names (const CarrelRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
    if (naming[i].type == type)
      return naming[i].named_by;
  g_return_val_if_reached (NULL);
}

/* What names a record among its siblings: its id, else its first known naming field, else "". */
static char *
dup_own_key (gconstpointer record)
{
  const char *id = carrel_record_get_id (record);

  return id != NULL ? g_strdup (id) : carrel_fact_dup_title (record);
}

/* Records without an id are named below their parent; @key becomes unique among its kind. */
static char *
dup_key (Walk *walk, const CarrelFact *parent, CarrelRecord *record)
{
  g_autofree char *own = dup_own_key (record);
  gboolean is_below = parent->parent != NULL && carrel_record_get_id (record) == NULL;
  g_autofree char *base
      = is_below ? g_strconcat (parent->key, "/", own, NULL) : g_steal_pointer (&own);
  g_autofree char *key = g_strdup (base);

  for (guint n = 2;; n++)
    {
      g_autofree char *name = g_strconcat (record->type->name, "\n", key, NULL);

      if (!g_hash_table_contains (walk->taken, name))
        {
          g_hash_table_add (walk->taken, g_steal_pointer (&name));
          return g_steal_pointer (&key);
        }
      g_free (key);
      key = g_strdup_printf ("%s~%u", base, n);
    }
}

static CarrelFact *
add_fact (Walk *walk, const CarrelFact *parent, const CarrelField *field, CarrelRecord *record)
{
  CarrelFact *fact = g_new0 (CarrelFact, 1);

  fact->record = record;
  fact->parent = parent != NULL ? parent->record : NULL;
  fact->field = field;
  fact->kind = record->type->name;
  fact->key = parent != NULL ? dup_key (walk, parent, record) : g_strdup ("");
  g_ptr_array_add (walk->facts, fact);
  return fact;
}

static void
walk_children (Walk *walk, const CarrelFact *parent)
{
  const CarrelRecordType *type = ((CarrelRecord *) parent->record)->type;

  for (const CarrelField *field = type->fields; field->name != NULL; field++)
    {
      if (field->kind == CARREL_FIELD_RECORDS)
        {
          GPtrArray *records = *CARREL_FIELD_PTR (parent->record, field, GPtrArray *);

          for (guint i = 0; i < records->len; i++)
            walk_children (walk, add_fact (walk, parent, field, records->pdata[i]));
        }
      else if (field->kind == CARREL_FIELD_RECORD)
        {
          gpointer record = *CARREL_FIELD_PTR (parent->record, field, gpointer);

          if (record != NULL)
            walk_children (walk, add_fact (walk, parent, field, record));
        }
    }
}

/**
 * carrel_fact_list:
 * @course: a course, which must outlive the list
 *
 * Walks over all records of a course, depth first, the course itself before all others.
 *
 * Returns: (transfer full) (element-type CarrelFact): the facts
 */
GPtrArray *
carrel_fact_list (CarrelCourse *course)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (free_fact);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { facts, taken };

  walk_children (&walk, add_fact (&walk, NULL, NULL, &course->record));
  return facts;
}

/**
 * carrel_fact_find:
 * @course: a course
 * @kind: the name of a type of records
 * @key: the key of a fact, as carrel_fact_list() has it
 *
 * Returns: (nullable) (transfer none): the record, or %NULL when there is none
 */
gpointer
carrel_fact_find (CarrelCourse *course, const char *kind, const char *key)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (course);

  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = facts->pdata[i];

      if (g_str_equal (fact->kind, kind) && g_str_equal (fact->key, key))
        return fact->record;
    }
  return NULL;
}

/**
 * carrel_fact_find_list:
 * @parent: a record
 * @type: a type of records
 *
 * Returns: (nullable) (transfer none): the list of @parent that holds such records, %NULL when it
 * has none
 */
GPtrArray *
carrel_fact_find_list (gpointer parent, const CarrelRecordType *type)
{
  const CarrelField *fields = ((CarrelRecord *) parent)->type->fields;

  for (const CarrelField *field = fields; field->name != NULL; field++)
    if (field->kind == CARREL_FIELD_RECORDS && field->child == type)
      return *CARREL_FIELD_PTR (parent, field, GPtrArray *);
  return NULL;
}

/**
 * carrel_fact_get_type:
 * @kind: the name of a type of records, such as "office_hour"
 *
 * Returns: (nullable) (transfer none): the type, or %NULL when there is none of that name
 */
const CarrelRecordType *
carrel_fact_get_type (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
    if (g_str_equal (naming[i].type->name, kind))
      return naming[i].type;
  return NULL;
}

/**
 * carrel_fact_get_nth_type:
 * @index: from 0
 *
 * Returns: (nullable) (transfer none): one of all types of records, %NULL after the last
 */
const CarrelRecordType *
carrel_fact_get_nth_type (guint index)
{
  return index < G_N_ELEMENTS (naming) ? naming[index].type : NULL;
}

/**
 * carrel_fact_dup_title:
 * @record: a record of a course
 *
 * Returns: (transfer full): what the page calls the fact, such as a person's name; "" when the page
 *   gives it no name
 */
char *
carrel_fact_dup_title (gconstpointer record)
{
  const char *const *names = find_names (((const CarrelRecord *) record)->type);

  for (guint i = 0; i < 4 && names[i] != NULL; i++)
    {
      char *title = carrel_record_dup_field (record, carrel_record_find_field (record, names[i]));

      if (title != NULL)
        return title;
    }
  return g_strdup ("");
}
