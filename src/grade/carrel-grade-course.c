/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Building and copying what is graded. */
#define G_LOG_DOMAIN "carrel-grade-course"

#include "config.h"

#include "carrel-grade-course.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static CarrelRational *
ref_or_null (const CarrelRational *number)
{
  return number != NULL ? carrel_rational_ref (number) : NULL;
}

static void
free_item (gpointer data)
{
  CarrelGradeItem *item = data;

  g_free (item->id);
  g_free (item->name);
  g_clear_pointer (&item->max, carrel_rational_unref);
  g_clear_pointer (&item->score, carrel_rational_unref);
  g_clear_pointer (&item->lo, carrel_rational_unref);
  g_clear_pointer (&item->hi, carrel_rational_unref);
  g_clear_pointer (&item->weight, carrel_rational_unref);
  g_free (item);
}

static void
free_group (gpointer data)
{
  CarrelGradeGroup *group = data;

  g_free (group->name);
  g_clear_pointer (&group->weight, carrel_rational_unref);
  g_clear_pointer (&group->cap, carrel_rational_unref);
  g_array_unref (group->items);
  g_free (group);
}

static void
free_scheme (gpointer data)
{
  CarrelGradeScheme *scheme = data;

  g_free (scheme->name);
  g_clear_pointer (&scheme->cap, carrel_rational_unref);
  g_ptr_array_unref (scheme->groups);
  g_free (scheme);
}

static void
free_replacement (gpointer data)
{
  CarrelGradeReplacement *replacement = data;

  g_array_unref (replacement->targets);
  g_free (replacement);
}

static void
free_gate (gpointer data)
{
  CarrelGradeGate *gate = data;

  g_clear_pointer (&gate->at_least, carrel_rational_unref);
  g_clear_pointer (&gate->cap, carrel_rational_unref);
  g_free (gate);
}

static void
clear_course (gpointer data)
{
  CarrelGradeCourse *self = data;

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->schemes);
  g_ptr_array_unref (self->replacements);
  g_ptr_array_unref (self->gates);
}

static gpointer
copy_item (gconstpointer source, gpointer user_data)
{
  const CarrelGradeItem *from = source;
  CarrelGradeItem *to = g_memdup2 (from, sizeof *from);

  to->id = g_strdup (from->id);
  to->name = g_strdup (from->name);
  to->max = ref_or_null (from->max);
  to->score = ref_or_null (from->score);
  to->lo = ref_or_null (from->lo);
  to->hi = ref_or_null (from->hi);
  to->weight = ref_or_null (from->weight);
  return to;
}

static gpointer
copy_group (gconstpointer source, gpointer user_data)
{
  const CarrelGradeGroup *from = source;
  CarrelGradeGroup *to = g_memdup2 (from, sizeof *from);

  to->name = g_strdup (from->name);
  to->weight = ref_or_null (from->weight);
  to->cap = ref_or_null (from->cap);
  to->items = g_array_copy (from->items);
  return to;
}

static gpointer
copy_scheme (gconstpointer source, gpointer user_data)
{
  const CarrelGradeScheme *from = source;
  CarrelGradeScheme *to = g_memdup2 (from, sizeof *from);

  to->name = g_strdup (from->name);
  to->cap = ref_or_null (from->cap);
  to->groups = g_ptr_array_copy (from->groups, (GCopyFunc) copy_group, NULL);
  g_ptr_array_set_free_func (to->groups, free_group);
  return to;
}

static gpointer
copy_replacement (gconstpointer source, gpointer user_data)
{
  const CarrelGradeReplacement *from = source;
  CarrelGradeReplacement *to = g_new0 (CarrelGradeReplacement, 1);

  to->by = from->by;
  to->targets = g_array_copy (from->targets);
  return to;
}

static gpointer
copy_gate (gconstpointer source, gpointer user_data)
{
  const CarrelGradeGate *from = source;
  CarrelGradeGate *to = g_new0 (CarrelGradeGate, 1);

  to->item = from->item;
  to->at_least = ref_or_null (from->at_least);
  to->cap = ref_or_null (from->cap);
  return to;
}

static void
copy_list (GPtrArray *from, GPtrArray *to, GCopyFunc copy)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, copy (g_ptr_array_index (from, i), NULL));
}

/* Whether an item can be part of a ratio. */
static gboolean
check_item (const CarrelGradeItem *item, GError **error)
{
  gboolean has_max = item->max != NULL && carrel_rational_get_sign (item->max) > 0;

  if (has_max || (item->is_extra && item->max != NULL && carrel_rational_get_sign (item->max) == 0))
    return TRUE;
  /* Translators: %s is the name of a graded item, such as "Homework 2". */
  g_set_error (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_SCHEME,
               _ ("“%s” has no maximum above 0. Give the points that it is marked out of."),
               item->name != NULL ? item->name : item->id);
  return FALSE;
}

static gboolean
check_scheme (const CarrelGradeScheme *scheme, GError **error)
{
  for (guint i = 0; i < scheme->groups->len; i++)
    {
      const CarrelGradeGroup *group = g_ptr_array_index (scheme->groups, i);

      if (group->weight != NULL && carrel_rational_get_sign (group->weight) >= 0)
        continue;
      /* Translators: %s is the name of a graded group, such as "Homework". */
      g_set_error (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_SCHEME,
                   _ ("“%s” needs a weight of 0 or more."), group->name);
      return FALSE;
    }
  return TRUE;
}

/* An item without a maximum has no percentage that could take the place of another, or be at a
 * gate. */
static gboolean
check_rules (const CarrelGradeCourse *self, GError **error)
{
  for (guint i = 0; i < self->replacements->len + self->gates->len; i++)
    {
      gboolean is_gate = i >= self->replacements->len;
      const CarrelGradeReplacement *rule
          = is_gate ? NULL : g_ptr_array_index (self->replacements, i);
      const CarrelGradeGate *gate
          = is_gate ? g_ptr_array_index (self->gates, i - self->replacements->len) : NULL;
      const CarrelGradeItem *item
          = g_ptr_array_index (self->items, is_gate ? gate->item : rule->by);

      if (carrel_rational_get_sign (item->max) > 0)
        continue;
      /* Translators: %s is the name of a graded item, such as "Homework 2". */
      g_set_error (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_SCHEME,
                   _ ("“%s” has no maximum above 0. Give the points that it is marked out of."),
                   item->name != NULL ? item->name : item->id);
      return FALSE;
    }
  return TRUE;
}

/**
 * carrel_grade_course_new:
 *
 * Returns: (transfer full): a course without items and schemes, to be filled and then only read
 */
CarrelGradeCourse *
carrel_grade_course_new (void)
{
  CarrelGradeCourse *self = g_atomic_rc_box_new0 (CarrelGradeCourse);

  self->items = g_ptr_array_new_with_free_func (free_item);
  self->schemes = g_ptr_array_new_with_free_func (free_scheme);
  self->replacements = g_ptr_array_new_with_free_func (free_replacement);
  self->gates = g_ptr_array_new_with_free_func (free_gate);
  return self;
}

/**
 * carrel_grade_course_ref:
 * @self: a course
 *
 * Returns: (transfer full): @self, with one more reference
 */
CarrelGradeCourse *
carrel_grade_course_ref (CarrelGradeCourse *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * carrel_grade_course_unref:
 * @self: (transfer full): a course
 *
 * Drops a reference.
 */
void
carrel_grade_course_unref (CarrelGradeCourse *self)
{
  g_atomic_rc_box_release_full (self, clear_course);
}

/**
 * carrel_grade_course_copy:
 * @self: a course
 *
 * Copies a course so that scores or schemes can be changed in the copy: a what-if.
 *
 * Returns: (transfer full): the copy
 */
CarrelGradeCourse *
carrel_grade_course_copy (const CarrelGradeCourse *self)
{
  CarrelGradeCourse *copy = carrel_grade_course_new ();

  copy_list (self->items, copy->items, (GCopyFunc) copy_item);
  copy_list (self->schemes, copy->schemes, (GCopyFunc) copy_scheme);
  copy_list (self->replacements, copy->replacements, (GCopyFunc) copy_replacement);
  copy_list (self->gates, copy->gates, (GCopyFunc) copy_gate);
  return copy;
}

/**
 * carrel_grade_course_copy_with:
 * @self: a course
 * @item: one of its items
 * @score: (nullable): points; %NULL makes it ungraded
 *
 * A what-if, a guess or a pin: the course as if an item had that score.
 *
 * Returns: (transfer full): a copy
 */
CarrelGradeCourse *
carrel_grade_course_copy_with (const CarrelGradeCourse *self,
                               guint item,
                               const CarrelRational *score)
{
  CarrelGradeCourse *copy = carrel_grade_course_copy (self);

  carrel_grade_item_set_score (g_ptr_array_index (copy->items, item), score);
  return copy;
}

/**
 * carrel_grade_course_take_scores:
 * @self: a course that is being built, such as one with another scheme
 * @from: a course with scores
 *
 * Gives the items of @self the states and scores that items with the same id have in @from. Their
 * maxima stay; items that @from does not have stay as they are.
 */
void
carrel_grade_course_take_scores (CarrelGradeCourse *self, const CarrelGradeCourse *from)
{
  for (guint i = 0; i < from->items->len; i++)
    {
      const CarrelGradeItem *source = g_ptr_array_index (from->items, i);
      CarrelGradeItem *item = NULL;
      guint at = 0;

      if (!carrel_grade_course_find_item (self, source->id, &at))
        continue;
      item = g_ptr_array_index (self->items, at);
      carrel_grade_item_set_score (item, source->score);
      item->state = source->state;
    }
}

/**
 * carrel_grade_course_add_item:
 * @self: a course that is being built
 * @id: a name for the item that no other has
 *
 * Returns: (transfer none): the new item, ungraded, to be filled
 */
CarrelGradeItem *
carrel_grade_course_add_item (CarrelGradeCourse *self, const char *id)
{
  CarrelGradeItem *item = g_new0 (CarrelGradeItem, 1);

  item->id = g_strdup (id);
  g_ptr_array_add (self->items, item);
  return item;
}

/**
 * carrel_grade_course_add_scheme:
 * @self: a course that is being built
 * @name: (nullable): its name
 *
 * Returns: (transfer none): the new scheme, to be filled
 */
CarrelGradeScheme *
carrel_grade_course_add_scheme (CarrelGradeCourse *self, const char *name)
{
  CarrelGradeScheme *scheme = g_new0 (CarrelGradeScheme, 1);

  scheme->name = g_strdup (name);
  scheme->groups = g_ptr_array_new_with_free_func (free_group);
  g_ptr_array_add (self->schemes, scheme);
  return scheme;
}

/**
 * carrel_grade_scheme_add_group:
 * @scheme: a scheme that is being built
 * @name: (nullable): the name of the group
 *
 * Returns: (transfer none): the new group, a mean without drops, to be filled
 */
CarrelGradeGroup *
carrel_grade_scheme_add_group (CarrelGradeScheme *scheme, const char *name)
{
  CarrelGradeGroup *group = g_new0 (CarrelGradeGroup, 1);

  group->name = g_strdup (name);
  group->items = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (scheme->groups, group);
  return group;
}

/**
 * carrel_grade_course_find_item:
 * @self: a course
 * @id: the id of an item
 * @at: (out): its place among the items; untouched when there is none
 *
 * Returns: whether there is one
 */
gboolean
carrel_grade_course_find_item (const CarrelGradeCourse *self, const char *id, guint *at)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (((CarrelGradeItem *) g_ptr_array_index (self->items, i))->id, id))
      {
        *at = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * carrel_grade_item_is_open:
 * @item: an item
 *
 * Returns: whether it is still to be graded
 */
gboolean
carrel_grade_item_is_open (const CarrelGradeItem *item)
{
  return item->state == CARREL_ITEM_UNGRADED;
}

/**
 * carrel_grade_item_get_hi:
 * @item: an item
 *
 * Returns: (transfer none): the most points that it may get: its upper bound, else its maximum
 */
const CarrelRational *
carrel_grade_item_get_hi (const CarrelGradeItem *item)
{
  return item->hi != NULL ? item->hi : item->max;
}

/**
 * carrel_grade_item_set_score:
 * @item: an item of a course that is being built
 * @score: (nullable): points; %NULL makes it ungraded
 *
 * Grades an item.
 */
void
carrel_grade_item_set_score (CarrelGradeItem *item, const CarrelRational *score)
{
  CarrelRational *kept = ref_or_null (score);

  g_clear_pointer (&item->score, carrel_rational_unref);
  item->score = kept;
  item->state = kept != NULL ? CARREL_ITEM_GRADED : CARREL_ITEM_UNGRADED;
}

/**
 * carrel_grade_course_check:
 * @self: a course that has been built
 * @error: where %CARREL_GRADE_ERROR_SCHEME goes
 *
 * Refuses what has no meaning: an item out of 0 points that is no extra credit, a weight below 0.
 *
 * Returns: whether the course can be calculated
 */
gboolean
carrel_grade_course_check (const CarrelGradeCourse *self, GError **error)
{
  for (guint i = 0; i < self->items->len; i++)
    if (!check_item (g_ptr_array_index (self->items, i), error))
      return FALSE;
  for (guint i = 0; i < self->schemes->len; i++)
    if (!check_scheme (g_ptr_array_index (self->schemes, i), error))
      return FALSE;
  return check_rules (self, error);
}

/**
 * carrel_grade_scheme_sum_weights:
 * @scheme: a scheme
 *
 * Returns: (transfer full): what the weights of its normal groups make together; 1 when they fit
 */
CarrelRational *
carrel_grade_scheme_sum_weights (const CarrelGradeScheme *scheme)
{
  g_autoptr (CarrelRational) sum = carrel_rational_new (0, 1);

  for (guint i = 0; i < scheme->groups->len; i++)
    {
      const CarrelGradeGroup *group = g_ptr_array_index (scheme->groups, i);
      CarrelRational *more = NULL;

      if (group->is_bonus)
        continue;
      more = carrel_rational_add (sum, group->weight);
      carrel_rational_unref (sum);
      sum = more;
    }
  return g_steal_pointer (&sum);
}
