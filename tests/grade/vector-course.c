/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads courses from the files of test vectors. */
#include "config.h"

#include "vector-course.h"

/* The flags of an item under the names that the files use. */
static gboolean
has_flag (JsonObject *object, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (vector_get_flag (object, names[i]))
      return TRUE;
  return FALSE;
}

static guint
get_count (JsonObject *object, const char *key)
{
  int count = vector_get_int (object, key, 0);

  if (count < 0)
    vector_set_problem ("“%s” is below 0", key);
  return (guint) MAX (count, 0);
}

/* The place of an item that a file names. */
static guint
find_item (const CarrelGradeCourse *course, const char *id)
{
  guint at = 0;

  if (!carrel_grade_course_find_item (course, id, &at))
    vector_set_problem ("there is no item “%s”", id);
  return at;
}

static void
read_state (CarrelGradeItem *item, JsonObject *object)
{
  static const char *const missing[] = { "missing", NULL };
  static const char *const excused[] = { "excused", NULL };
  const char *state = vector_get_text (object, "state", "");
  g_autoptr (CarrelRational) score = vector_get_number (object, "score");

  if (score != NULL)
    carrel_grade_item_set_score (item, score);
  if (has_flag (object, missing) || g_str_equal (state, "missing"))
    item->state = CARREL_ITEM_MISSING;
  if (has_flag (object, excused) || g_str_equal (state, "excused"))
    item->state = CARREL_ITEM_EXCUSED;
}

static void
read_item (CarrelGradeCourse *course, const char *id, JsonObject *object)
{
  static const char *const extra[] = { "bonus", "extra", "extra_credit", NULL };
  static const char *const kept[] = { "never_drop", NULL };
  CarrelGradeItem *item = carrel_grade_course_add_item (course, id);

  item->max = vector_get_number (object, "max");
  if (item->max == NULL)
    item->max = carrel_rational_new (100, 1);
  item->lo = vector_get_number (object, "lo");
  item->hi = vector_get_number (object, "hi");
  item->weight = vector_get_number (object, "weight");
  if (item->weight == NULL)
    item->weight = vector_get_number (object, "w");
  if (item->weight != NULL && carrel_rational_get_sign (item->weight) < 0)
    vector_set_problem ("the weight of “%s” is below 0", id);
  item->is_extra = has_flag (object, extra);
  item->never_drop = has_flag (object, kept);
  read_state (item, object);
}

static void
read_group (const CarrelGradeCourse *course, CarrelGradeScheme *scheme, JsonObject *object)
{
  const char *name = vector_get_text (object, "id", "");
  CarrelGradeGroup *group = carrel_grade_scheme_add_group (scheme, name);
  JsonArray *items = vector_get_array (object, "items");

  group->weight = vector_need_number (object, "weight");
  group->cap = vector_get_number (object, "cap");
  group->drop_lowest = get_count (object, "drop_lowest");
  group->drop_highest = get_count (object, "drop_highest");
  group->is_bonus = vector_get_flag (object, "bonus");
  if (g_str_equal (vector_get_text (object, "agg", "mean"), "points"))
    group->aggregation = CARREL_AGGREGATION_POINTS;
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      guint at = find_item (course, vector_get_element_text (items, i));

      g_array_append_val (group->items, at);
    }
}

static void
read_scheme (CarrelGradeCourse *course, JsonObject *object)
{
  const char *name = vector_get_text (object, "name", "");
  CarrelGradeScheme *scheme = carrel_grade_course_add_scheme (course, name);
  JsonArray *groups = vector_get_array (object, "groups");

  scheme->cap = vector_get_number (object, "cap");
  for (guint i = 0; i < json_array_get_length (groups); i++)
    read_group (course, scheme, vector_get_element_object (groups, i));
}

static void
read_replacement (CarrelGradeCourse *course, JsonObject *object)
{
  CarrelGradeReplacement *rule = g_new0 (CarrelGradeReplacement, 1);
  JsonArray *targets = vector_get_array (object, "targets");

  rule->targets = g_array_new (FALSE, FALSE, sizeof (guint));
  rule->by = find_item (course, vector_get_text (object, "by", ""));
  for (guint i = 0; i < json_array_get_length (targets); i++)
    {
      guint at = find_item (course, vector_get_element_text (targets, i));

      g_array_append_val (rule->targets, at);
    }
  g_ptr_array_add (course->replacements, rule);
}

static void
read_gate (CarrelGradeCourse *course, JsonObject *object)
{
  CarrelGradeGate *gate = g_new0 (CarrelGradeGate, 1);

  gate->item = find_item (course, vector_get_text (object, "item", ""));
  gate->at_least = vector_need_number (object, "at_least");
  gate->cap = vector_need_number (object, "cap");
  g_ptr_array_add (course->gates, gate);
}

static void
read_list (CarrelGradeCourse *course,
           JsonObject *object,
           const char *key,
           void (*read) (CarrelGradeCourse *, JsonObject *))
{
  JsonArray *list = json_object_has_member (object, key) ? vector_get_array (object, key) : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    read (course, vector_get_element_object (list, i));
}

CarrelGradeCourse *
vector_read_course (JsonObject *object)
{
  CarrelGradeCourse *course = carrel_grade_course_new ();
  JsonObject *items = vector_get_object (object, "items");
  g_autoptr (GList) ids = json_object_get_members (items);

  for (GList *at = ids; at != NULL; at = at->next)
    read_item (course, at->data, vector_get_object (items, at->data));
  read_list (course, object, "schemes", read_scheme);
  read_list (course, object, "replace", read_replacement);
  read_list (course, object, "gates", read_gate);
  return course;
}

/* A list of items, [score, max], or [id, score, max, flag]: one group of a course. */
CarrelGradeCourse *
vector_read_items (JsonArray *items, JsonObject *input)
{
  CarrelGradeCourse *course = carrel_grade_course_new ();
  CarrelGradeScheme *scheme = carrel_grade_course_add_scheme (course, "list");
  CarrelGradeGroup *group = carrel_grade_scheme_add_group (scheme, "list");
  const char *agg = vector_get_text (input, "agg", "points");

  group->weight = carrel_rational_new (1, 1);
  group->drop_lowest = get_count (input, "drop_lowest");
  group->drop_highest = get_count (input, "drop_highest");
  group->aggregation
      = g_str_equal (agg, "mean") ? CARREL_AGGREGATION_MEAN : CARREL_AGGREGATION_POINTS;
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonArray *row = vector_get_row (items, i);
      guint n = json_array_get_length (row);
      guint at = n > 2 ? 1 : 0;
      g_autofree char *id
          = at > 0 ? g_strdup (vector_get_element_text (row, 0)) : g_strdup_printf ("q%u", i + 1);
      const char *flag = n > 3 ? vector_get_element_text (row, 3) : "";
      CarrelGradeItem *item = carrel_grade_course_add_item (course, id);
      g_autoptr (CarrelRational) score = vector_read_number (vector_get_element (row, at));

      item->max = vector_need_element (row, at + 1);
      item->is_extra = g_str_equal (flag, "bonus");
      item->never_drop = g_str_equal (flag, "never_drop");
      carrel_grade_item_set_score (item, score);
      g_array_append_val (group->items, i);
    }
  return course;
}
