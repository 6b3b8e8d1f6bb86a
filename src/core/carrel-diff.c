/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Comparing two versions of a course: facts are matched by key, what is left by likeness, and then
 * field by field. */
#define G_LOG_DOMAIN "carrel-diff"

#include "config.h"

#include "carrel-diff.h"

#include "carrel-diff-section.h"

typedef struct
{
  CarrelDiff *diff;
  GPtrArray *old_facts;
  GPtrArray *new_facts;
  GHashTable *old_of_new; /* record of the new course -> fact of the old one */
  GHashTable *new_of_old; /* record of the old course -> fact of the new one */
} Comparison;

static void
free_difference (gpointer data)
{
  CarrelDifference *difference = data;

  g_free (difference->key);
  g_free (difference->title);
  g_free (difference->before);
  g_free (difference->after);
  g_clear_pointer (&difference->old_record, carrel_record_unref);
  g_clear_pointer (&difference->new_record, carrel_record_unref);
  g_clear_pointer (&difference->course, carrel_record_unref);
  g_clear_pointer (&difference->timetable, carrel_timetable_unref);
  g_free (difference);
}

static gboolean
is_scalar (const CarrelField *field)
{
  return field->kind != CARREL_FIELD_RECORD && field->kind != CARREL_FIELD_RECORDS;
}

/* What a fact is called may follow from its other fields, so an id says nothing new; nor does how a
 * heading is marked up, or how many blank lines follow a text. */
static gboolean
is_compared (const CarrelField *field)
{
  static const char *const silent[] = { "id", "opening", "closing", NULL };

  return is_scalar (field) && !g_strv_contains (silent, field->name);
}

/* A question is about a page and no fact of the course. */
static gboolean
is_fact (const CarrelFact *fact)
{
  return !g_str_equal (fact->kind, carrel_question_type.name);
}

static gboolean
is_kind (const CarrelFact *fact, const CarrelRecordType *type)
{
  return g_str_equal (fact->kind, type->name);
}

static gboolean
is_graded (const CarrelFact *fact)
{
  return is_kind (fact, &carrel_grading_group_type) || is_kind (fact, &carrel_grading_item_type);
}

static void
match (Comparison *self, CarrelFact *old_fact, CarrelFact *new_fact)
{
  g_hash_table_insert (self->old_of_new, new_fact->record, old_fact);
  g_hash_table_insert (self->new_of_old, old_fact->record, new_fact);
}

static void
match_by_key (Comparison *self)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->old_facts->len; i++)
    {
      CarrelFact *fact = self->old_facts->pdata[i];

      g_hash_table_insert (by_name, g_strconcat (fact->kind, "\n", fact->key, NULL), fact);
    }
  for (guint i = 0; i < self->new_facts->len; i++)
    {
      CarrelFact *fact = self->new_facts->pdata[i];
      g_autofree char *name = g_strconcat (fact->kind, "\n", fact->key, NULL);
      CarrelFact *old_fact = g_hash_table_lookup (by_name, name);

      if (old_fact != NULL)
        match (self, old_fact, fact);
    }
}

/* Whether two facts stand in the same list of the same fact. */
static gboolean
are_siblings (Comparison *self, const CarrelFact *old_fact, const CarrelFact *new_fact)
{
  CarrelFact *parent = g_hash_table_lookup (self->old_of_new, new_fact->parent);

  return old_fact->field == new_fact->field && parent != NULL && parent->record == old_fact->parent;
}

static guint
get_index (const CarrelFact *fact)
{
  guint index = 0;

  if (fact->field->kind == CARREL_FIELD_RECORDS)
    g_ptr_array_find (*CARREL_FIELD_PTR (fact->parent, fact->field, GPtrArray *), fact->record,
                      &index);
  return index;
}

/* How much two records of one type have in common: 0 to 100. */
static guint
get_likeness (gconstpointer old_record, gconstpointer new_record)
{
  const CarrelRecordType *type = ((const CarrelRecord *) old_record)->type;
  guint n_equal = 0;
  guint n_set = 0;

  for (const CarrelField *field = type->fields; field->name != NULL; field++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (!is_compared (field) || field->kind == CARREL_FIELD_BOOLEAN)
        continue;
      before = carrel_record_dup_field (old_record, field);
      after = carrel_record_dup_field (new_record, field);
      n_set += before != NULL || after != NULL;
      n_equal += before != NULL && g_strcmp0 (before, after) == 0;
    }
  return n_equal == 0 ? 0 : n_equal * 100 / n_set;
}

/* Graded things are told by name and place alone: two homeworks weigh the same. */
static guint
get_graded_likeness (const CarrelFact *old_fact, const CarrelFact *new_fact)
{
  g_autofree char *old_title = carrel_fact_dup_title (old_fact->record);
  g_autofree char *new_title = carrel_fact_dup_title (new_fact->record);

  if (g_str_equal (old_title, new_title))
    return 100;
  if (get_index (old_fact) == get_index (new_fact))
    return 75;
  return is_kind (old_fact, &carrel_grading_group_type)
             ? get_likeness (old_fact->record, new_fact->record)
             : 0;
}

static CarrelFact *
find_most_like (Comparison *self, const CarrelFact *new_fact)
{
  CarrelFact *best = NULL;
  guint most = 49;

  for (guint i = 0; i < self->old_facts->len; i++)
    {
      CarrelFact *old_fact = self->old_facts->pdata[i];
      guint likeness;

      if (!is_kind (old_fact, ((CarrelRecord *) new_fact->record)->type)
          || g_hash_table_contains (self->new_of_old, old_fact->record)
          || !are_siblings (self, old_fact, new_fact))
        continue;
      likeness = is_graded (new_fact) ? get_graded_likeness (old_fact, new_fact)
                                      : get_likeness (old_fact->record, new_fact->record);
      if (likeness > most)
        {
          most = likeness;
          best = old_fact;
        }
    }
  return best;
}

static void
add_rename (Comparison *self, const CarrelFact *old_fact, const CarrelFact *new_fact)
{
  CarrelRename *rename;

  if (!is_graded (new_fact) || g_str_equal (old_fact->key, new_fact->key))
    return;
  rename = g_new0 (CarrelRename, 1);
  rename->kind = new_fact->kind;
  rename->old_key = g_strdup (old_fact->key);
  rename->new_key = g_strdup (new_fact->key);
  rename->old_title = carrel_fact_dup_title (old_fact->record);
  rename->new_title = carrel_fact_dup_title (new_fact->record);
  g_ptr_array_add (self->diff->renames, rename);
}

static void
match_by_likeness (Comparison *self)
{
  if (g_hash_table_size (self->new_of_old) == self->old_facts->len)
    return;
  for (guint i = 0; i < self->new_facts->len; i++)
    {
      CarrelFact *fact = self->new_facts->pdata[i];
      CarrelFact *old_fact;

      if (!is_fact (fact) || g_hash_table_contains (self->old_of_new, fact->record))
        continue;
      old_fact = find_most_like (self, fact);
      if (old_fact == NULL)
        continue;
      match (self, old_fact, fact);
      add_rename (self, old_fact, fact);
    }
}

static CarrelDifference *
add_difference (CarrelDiff *diff,
                CarrelDiffAction action,
                const CarrelFact *old_fact,
                const CarrelFact *new_fact)
{
  const CarrelFact *fact = new_fact != NULL ? new_fact : old_fact;
  CarrelDifference *difference = g_new0 (CarrelDifference, 1);

  difference->action = action;
  difference->kind = fact->kind;
  difference->key = g_strdup (fact->key);
  difference->title = carrel_fact_dup_title (fact->record);
  difference->old_record = old_fact != NULL ? carrel_record_ref (old_fact->record) : NULL;
  difference->new_record = new_fact != NULL ? carrel_record_ref (new_fact->record) : NULL;
  g_ptr_array_add (diff->differences, difference);
  return difference;
}

static void
compare_fields (Comparison *self, const CarrelFact *old_fact, const CarrelFact *new_fact)
{
  const CarrelRecordType *type = ((CarrelRecord *) new_fact->record)->type;
  guint n_before = self->diff->differences->len;

  for (const CarrelField *field = type->fields; field->name != NULL; field++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      CarrelDifference *difference;

      if (!is_compared (field))
        continue;
      before = carrel_record_dup_field (old_fact->record, field);
      after = carrel_record_dup_field (new_fact->record, field);
      if (g_strcmp0 (before, after) == 0)
        continue;
      difference = add_difference (self->diff, CARREL_DIFF_CHANGED, old_fact, new_fact);
      difference->field = field->name;
      difference->before = g_steal_pointer (&before);
      difference->after = g_steal_pointer (&after);
    }
  self->diff->n_changed += self->diff->differences->len > n_before;
}

/* The parts of a fact that came are not told one by one. */
static void
list_changed_and_added (Comparison *self)
{
  for (guint i = 0; i < self->new_facts->len; i++)
    {
      CarrelFact *fact = self->new_facts->pdata[i];
      CarrelFact *old_fact = g_hash_table_lookup (self->old_of_new, fact->record);

      if (!is_fact (fact))
        continue;
      if (old_fact != NULL)
        compare_fields (self, old_fact, fact);
      else if (fact->parent != NULL)
        {
          self->diff->n_added++;
          if (g_hash_table_contains (self->old_of_new, fact->parent)
              || ((CarrelRecord *) fact->parent)->type == &carrel_course_type)
            add_difference (self->diff, CARREL_DIFF_ADDED, NULL, fact);
        }
    }
}

static void
list_removed (Comparison *self)
{
  for (guint i = 0; i < self->old_facts->len; i++)
    {
      CarrelFact *fact = self->old_facts->pdata[i];

      if (!is_fact (fact) || g_hash_table_contains (self->new_of_old, fact->record))
        continue;
      self->diff->n_removed++;
      if (g_hash_table_contains (self->new_of_old, fact->parent))
        add_difference (self->diff, CARREL_DIFF_REMOVED, fact, NULL);
    }
}

/* Gives a difference of a one-time change the course that has it, and its timetable, which is made
 * for the first of them. */
static void
set_course (CarrelDifference *difference, CarrelCourse *course, CarrelTimetable **timetable)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  if (!g_str_equal (difference->kind, carrel_change_type.name))
    return;
  if (*timetable == NULL)
    *timetable = carrel_timetable_new_of_course (course, utc);
  difference->course = carrel_record_ref (course);
  difference->timetable = carrel_timetable_ref (*timetable);
}

static void
set_courses (CarrelDiff *diff, CarrelCourse *before, CarrelCourse *after)
{
  g_autoptr (CarrelTimetable) old_timetable = NULL;
  g_autoptr (CarrelTimetable) new_timetable = NULL;

  for (guint i = 0; i < diff->differences->len; i++)
    {
      CarrelDifference *difference = diff->differences->pdata[i];

      if (difference->action == CARREL_DIFF_REMOVED)
        set_course (difference, before, &old_timetable);
      else
        set_course (difference, after, &new_timetable);
    }
}

/**
 * carrel_diff_new:
 * @before: (nullable): the old version; %NULL when there is none
 * @after: the new version
 *
 * Compares two versions of a course. Both must be kept by the caller until this returns; the
 * records of the differences are held by the result.
 *
 * Returns: (transfer full): what differs
 */
CarrelDiff *
carrel_diff_new (CarrelCourse *before, CarrelCourse *after)
{
  CarrelDiff *diff = g_new0 (CarrelDiff, 1);
  g_autoptr (GPtrArray) old_facts = before != NULL ? carrel_fact_list (before) : g_ptr_array_new ();
  g_autoptr (GPtrArray) new_facts = carrel_fact_list (after);
  g_autoptr (GHashTable) old_of_new = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) new_of_old = g_hash_table_new (NULL, NULL);
  Comparison comparison = { diff, old_facts, new_facts, old_of_new, new_of_old };

  diff->differences = g_ptr_array_new_with_free_func (free_difference);
  diff->renames = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_rename_free);
  match_by_key (&comparison);
  match_by_likeness (&comparison);
  list_changed_and_added (&comparison);
  list_removed (&comparison);
  set_courses (diff, before, after);
  if (before != NULL)
    carrel_diff_drop_explained_sections (diff, before, after);
  return diff;
}

/**
 * carrel_diff_free:
 * @diff: (transfer full): a comparison
 *
 * Frees a comparison with all its differences.
 */
void
carrel_diff_free (CarrelDiff *diff)
{
  g_ptr_array_unref (diff->differences);
  g_ptr_array_unref (diff->renames);
  g_free (diff);
}

/**
 * carrel_diff_is_empty:
 * @diff: a comparison
 *
 * Returns: whether both versions say the same
 */
gboolean
carrel_diff_is_empty (const CarrelDiff *diff)
{
  return diff->differences->len == 0;
}

/**
 * carrel_rename_copy:
 * @rename: a pair of names
 *
 * Returns: (transfer full): a copy
 */
CarrelRename *
carrel_rename_copy (const CarrelRename *rename)
{
  CarrelRename *copy = g_new0 (CarrelRename, 1);

  copy->kind = rename->kind;
  copy->old_key = g_strdup (rename->old_key);
  copy->new_key = g_strdup (rename->new_key);
  copy->old_title = g_strdup (rename->old_title);
  copy->new_title = g_strdup (rename->new_title);
  return copy;
}

/**
 * carrel_rename_free:
 * @rename: (transfer full): a pair of names
 *
 * Frees a pair of names.
 */
void
carrel_rename_free (CarrelRename *rename)
{
  g_free (rename->old_key);
  g_free (rename->new_key);
  g_free (rename->old_title);
  g_free (rename->new_title);
  g_free (rename);
}
