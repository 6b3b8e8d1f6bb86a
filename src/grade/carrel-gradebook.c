/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes what is graded from what a course publishes. */
#define G_LOG_DOMAIN "carrel-gradebook"

#include "config.h"

#include "carrel-gradebook.h"

#include "carrel-grade-branch.h"
#include "carrel-grade-points.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A page that counts more pieces than this is not about pieces of work. */
#define MAX_ITEMS 500

static void
free_item (gpointer data)
{
  CarrelGradebookItem *item = data;

  g_free (item->id);
  g_free (item->name);
  carrel_rational_unref (item->max);
  g_free (item);
}

static void
free_group (gpointer data)
{
  CarrelGradebookGroup *group = data;

  g_free (group->name);
  g_clear_pointer (&group->weight, carrel_rational_unref);
  g_ptr_array_unref (group->items);
  g_free (group);
}

static CarrelRational *
parse_or_null (const char *text)
{
  return text != NULL ? carrel_rational_parse (text, NULL) : NULL;
}

static CarrelRational *
from_percent (const CarrelRational *percent)
{
  g_autoptr (CarrelRational) hundred = carrel_rational_new (100, 1);

  return carrel_rational_divide (percent, hundred);
}

/* The weight of a group, a fraction of 1; NULL when the page gives none. */
static CarrelRational *
get_weight (const CarrelGradingGroup *group)
{
  g_autoptr (CarrelRational) total = parse_or_null (group->weight_total);
  g_autoptr (CarrelRational) each = parse_or_null (group->weight_each);
  g_autoptr (CarrelRational) count = NULL;

  if (total == NULL && each != NULL)
    {
      count = carrel_rational_new (MAX (group->count, 1), 1);
      total = carrel_rational_multiply (each, count);
    }
  return total != NULL ? from_percent (total) : NULL;
}

/* The points that each piece of a group is marked out of: as published, else 100. */
static CarrelRational *
get_max (const CarrelGradingGroup *group)
{
  g_autoptr (CarrelRational) each = parse_or_null (group->points_each);
  g_autoptr (CarrelRational) total = parse_or_null (group->points_total);
  g_autoptr (CarrelRational) count = NULL;

  if (each == NULL && total != NULL && carrel_rational_get_sign (total) > 0)
    {
      count = carrel_rational_new (MAX (group->count, 1), 1);
      each = carrel_rational_divide (total, count);
    }
  if (each == NULL || carrel_rational_get_sign (each) <= 0)
    return carrel_rational_new (100, 1);
  return g_steal_pointer (&each);
}

/* Whether the children carry the whole weight of their parent, so that they stand for it. */
static gboolean
has_weighted_children (const CarrelGradingGroup *group)
{
  g_autoptr (CarrelRational) whole = get_weight (group);
  g_autoptr (CarrelRational) sum = carrel_rational_new (0, 1);

  for (guint i = 0; i < group->children->len; i++)
    {
      g_autoptr (CarrelRational) part = get_weight (g_ptr_array_index (group->children, i));
      CarrelRational *more = NULL;

      if (part == NULL)
        return FALSE;
      more = carrel_rational_add (sum, part);
      carrel_rational_unref (sum);
      sum = more;
    }
  return group->children->len > 0 && (whole == NULL || carrel_rational_compare (whole, sum) == 0);
}

/* Adds an item to the engine's course, or finds it there: schemes share their items. */
static guint
add_graded (CarrelGradebook *self, const char *id, const char *name, CarrelRational *max)
{
  g_autoptr (CarrelRational) taken = max;
  CarrelGradeItem *item = NULL;
  guint at = 0;

  if (carrel_grade_course_find_item (self->course, id, &at))
    return at;
  item = carrel_grade_course_add_item (self->course, id);
  item->name = g_strdup (name);
  item->max = g_steal_pointer (&taken);
  return self->course->items->len - 1;
}

static void
add_item (CarrelGradebook *self,
          CarrelGradebookGroup *shown,
          CarrelGradeGroup *group,
          const char *id,
          const char *name,
          CarrelRational *max)
{
  CarrelGradebookItem *item = g_new0 (CarrelGradebookItem, 1);

  item->id = g_strdup (id);
  item->name = g_strdup (name);
  item->at = add_graded (self, id, name, max);
  item->max = carrel_rational_ref (carrel_gradebook_get_item (self, item)->max);
  g_array_append_val (group->items, item->at);
  g_ptr_array_add (shown->items, item);
}

/* "Essays" of "Essays 1-3", which are three: each piece has its own number. */
static char *
dup_stem (const char *name, int count)
{
  g_autofree char *pattern = g_strdup_printf ("^(.*[^0-9 ]) 1 ?(?:-|–|to|&|and) ?%d$", count);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, name, 0, &match) ? g_match_info_fetch (match, 1) : g_strdup (name);
}

/* The pieces of a group: those that the page names, or as many as it counts, or the group itself.
 */
static void
add_items (CarrelGradebook *self,
           const CarrelGradingGroup *published,
           CarrelGradebookGroup *shown,
           CarrelGradeGroup *group)
{
  g_autofree char *slug = carrel_course_dup_slug (shown->name);
  int count = CLAMP (published->count, 1, MAX_ITEMS);
  g_autofree char *stem = dup_stem (shown->name, count);

  for (guint i = 0; i < published->items->len; i++)
    {
      const CarrelGradingItem *item = g_ptr_array_index (published->items, i);
      g_autoptr (CarrelRational) max = parse_or_null (item->max);

      add_item (self, shown, group, item->id != NULL ? item->id : item->name, item->name,
                max != NULL && carrel_rational_get_sign (max) > 0 ? g_steal_pointer (&max)
                                                                  : get_max (published));
      ((CarrelGradebookItem *) g_ptr_array_index (shown->items, i))->due = item->due;
    }
  if (published->items->len > 0)
    return;
  if (count == 1)
    {
      add_item (self, shown, group, slug, shown->name, get_max (published));
      return;
    }
  for (int i = 1; i <= count; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%d", slug, i);
      /* Translators: a piece of work, such as "Homework 2": the name of its group and its number.
       */
      g_autofree char *name = g_strdup_printf (C_ ("graded item", "%s %d"), stem, i);

      add_item (self, shown, group, id, name, get_max (published));
    }
}

static void
add_group (CarrelGradebook *self,
           const CarrelGradingGroup *published,
           CarrelGradeScheme *scheme,
           GPtrArray *groups)
{
  g_autoptr (CarrelRational) weight = get_weight (published);
  CarrelGradebookGroup *shown = NULL;
  CarrelGradeGroup *group = NULL;

  if (has_weighted_children (published))
    {
      for (guint i = 0; i < published->children->len; i++)
        add_group (self, g_ptr_array_index (published->children, i), scheme, groups);
      return;
    }
  if (weight == NULL)
    weight = carrel_rational_new (0, 1);
  shown = g_new0 (CarrelGradebookGroup, 1);
  shown->name = g_strdup (published->name != NULL ? published->name : _ ("Graded work"));
  shown->weight = carrel_rational_ref (weight);
  shown->is_bonus = published->bonus;
  shown->drop_lowest = (guint) MAX (published->drop_lowest, 0);
  shown->drop_highest = (guint) MAX (published->drop_highest, 0);
  shown->items = g_ptr_array_new_with_free_func (free_item);
  g_ptr_array_add (groups, shown);

  group = carrel_grade_scheme_add_group (scheme, shown->name);
  group->weight = g_steal_pointer (&weight);
  group->is_bonus = shown->is_bonus;
  group->drop_lowest = shown->drop_lowest;
  group->drop_highest = shown->drop_highest;
  group->aggregation = g_strcmp0 (published->aggregation, "points") == 0 ? CARREL_AGGREGATION_POINTS
                                                                         : CARREL_AGGREGATION_MEAN;
  add_items (self, published, shown, group);
}

static void
add_scheme (CarrelGradebook *self, const char *name, GPtrArray *published)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);
  CarrelGradeScheme *scheme = carrel_grade_course_add_scheme (self->course, name);

  for (guint i = 0; i < published->len; i++)
    add_group (self, g_ptr_array_index (published, i), scheme, groups);
  if (self->groups == NULL)
    self->groups = g_steal_pointer (&groups);
}

static void
add_letters (CarrelGradebook *self, const CarrelCourse *course)
{
  static const struct
  {
    const char *name;
    CarrelRoundMode mode;
  } modes[] = { { "half-up", CARREL_ROUND_HALF_UP },
                { "half-even", CARREL_ROUND_HALF_EVEN },
                { "floor", CARREL_ROUND_FLOOR } };

  for (guint i = 0; i < course->letter_grades->len; i++)
    {
      const CarrelLetterGrade *letter = g_ptr_array_index (course->letter_grades, i);
      g_autoptr (CarrelRational) min = parse_or_null (letter->min);

      if (min != NULL && letter->letter != NULL)
        carrel_letter_scale_add (self->scale, letter->letter, min, letter->min_exclusive);
    }
  if (course->rounding == NULL)
    return;
  self->scale->rounds_to = parse_or_null (course->rounding->to);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_strcmp0 (course->rounding->mode, modes[i].name) == 0)
      self->scale->mode = modes[i].mode;
}

/* "HW4" names "Homework 4": the numbers are the same, and the letters stand in the name in order,
 * the first at its start. */
static gboolean
is_short_for (const char *text, const char *name)
{
  g_autofree char *wanted = carrel_course_dup_slug (text);
  g_autofree char *whole = carrel_course_dup_slug (name);
  const char *wanted_number = wanted + strcspn (wanted, "0123456789");
  const char *whole_number = whole + strcspn (whole, "0123456789");
  const char *at = whole;

  if (!g_str_equal (wanted_number, whole_number) || *wanted != *whole)
    return FALSE;
  for (const char *letter = wanted; letter < wanted_number; letter++)
    {
      if (*letter == '-')
        continue;
      at = memchr (at, *letter, (gsize) (whole_number - at));
      if (at == NULL)
        return FALSE;
      at++;
    }
  return TRUE;
}

static gboolean
is_item (const CarrelGradebookItem *item, const char *name, gboolean by_short)
{
  g_autofree char *slug = carrel_course_dup_slug (name);
  g_autofree char *own = carrel_course_dup_slug (item->name);

  return g_str_equal (item->id, name) || g_str_equal (own, slug)
         || (by_short && is_short_for (name, item->name));
}

/* Sets the due date of the items that a cell names: in a column of due work by their names alone,
 * in others as in "HW1 due / HW2 out". */
static void
read_due_cell (CarrelGradebook *self, const char *cell, gboolean is_due_column, CarrelDate date)
{
  const char *pattern = is_due_column ? "^\\s*(?:due:?\\s+)?(.+?)(?:\\s+(?:is )?due)?\\s*$"
                                      : "^\\s*(?|due:?\\s+(.+?)|(.+?)\\s+(?:is )?due)\\s*$";
  g_autoptr (GRegex) form = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_auto (GStrv) parts = g_regex_split_simple ("[/,;\n]|<br>", cell, G_REGEX_CASELESS, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *name = NULL;
      const CarrelGradebookItem *item = NULL;

      if (!g_regex_match (form, parts[i], 0, &match))
        continue;
      name = g_match_info_fetch (match, 1);
      item = carrel_gradebook_find (self, name);
      if (item != NULL)
        ((CarrelGradebookItem *) item)->due = date;
    }
}

/* Gives the dates of published items the year of the term. */
static void
resolve_due_dates (CarrelGradebook *self, const CarrelCourse *course)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const CarrelGradebookGroup *group = g_ptr_array_index (self->groups, i);

      for (guint j = 0; j < group->items->len; j++)
        {
          CarrelGradebookItem *item = g_ptr_array_index (group->items, j);

          item->due = carrel_date_resolve (item->due, course->starts_on, course->ends_on);
        }
    }
}

static void
read_due_dates (CarrelGradebook *self, const CarrelCourse *course)
{
  resolve_due_dates (self, course);
  for (guint i = 0; i < course->schedule->len; i++)
    {
      const CarrelScheduleRow *row = g_ptr_array_index (course->schedule, i);
      CarrelDate date = carrel_date_is_set (row->date) ? row->date : row->date_inferred;

      date = carrel_date_resolve (date, course->starts_on, course->ends_on);
      if (row->homework != NULL)
        read_due_cell (self, row->homework, FALSE, date);
      if (row->due != NULL)
        read_due_cell (self, row->due, TRUE, date);
    }
}

static gboolean
refuse_score (GError **error, const char *message)
{
  g_set_error_literal (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_NUMBER, message);
  return FALSE;
}

static gboolean
check_score (const CarrelGradeItem *item, const CarrelRational *score, GError **error)
{
  g_autoptr (CarrelRational) ten = carrel_rational_new (10, 1);
  g_autoptr (CarrelRational) limit = carrel_rational_multiply (item->max, ten);

  if (carrel_rational_get_sign (score) < 0)
    return refuse_score (error, _ ("A score cannot be below 0."));
  if (carrel_rational_compare (score, limit) > 0)
    return refuse_score (error, _ ("That is more than ten times the maximum. Check the score."));
  return TRUE;
}

/**
 * carrel_gradebook_new:
 * @course: what a course publishes
 *
 * Makes items from the published grading: named pieces, or as many as a group counts. Weights that
 * do not make 100 % are kept as they are; nothing is invented.
 *
 * Returns: (transfer full): a gradebook without marks
 */
CarrelGradebook *
carrel_gradebook_new (const CarrelCourse *course)
{
  CarrelGradebook *self = g_new0 (CarrelGradebook, 1);

  self->course = carrel_grade_course_new ();
  self->scale = carrel_letter_scale_new ();
  for (guint i = 0; i < course->grading_schemes->len; i++)
    {
      const CarrelGradingScheme *scheme = g_ptr_array_index (course->grading_schemes, i);

      add_scheme (self, scheme->name, scheme->items);
    }
  if (course->grading_schemes->len == 0)
    add_scheme (self, NULL, course->grading);
  self->weights = carrel_grade_scheme_sum_weights (g_ptr_array_index (self->course->schemes, 0));
  add_letters (self, course);
  read_due_dates (self, course);
  return self;
}

/**
 * carrel_gradebook_free:
 * @self: (transfer full): a gradebook
 *
 * Frees it.
 */
void
carrel_gradebook_free (CarrelGradebook *self)
{
  g_ptr_array_unref (self->groups);
  carrel_grade_course_unref (self->course);
  carrel_letter_scale_free (self->scale);
  carrel_rational_unref (self->weights);
  g_free (self);
}

/**
 * carrel_gradebook_is_empty:
 * @self: a gradebook
 *
 * Returns: whether the course publishes no grading
 */
gboolean
carrel_gradebook_is_empty (const CarrelGradebook *self)
{
  return self->course->items->len == 0;
}

/**
 * carrel_gradebook_mark:
 * @self: a gradebook that is being filled
 * @mark: one mark
 * @error: where %CARREL_GRADE_ERROR goes
 *
 * Enters a mark. The gradebook is untouched on failure.
 *
 * Returns: whether there is such an item and the mark fits it
 */
gboolean
carrel_gradebook_mark (CarrelGradebook *self, const CarrelMark *mark, GError **error)
{
  static const struct
  {
    const char *name;
    CarrelItemState state;
  } states[] = { { "ungraded", CARREL_ITEM_UNGRADED },
                 { "graded", CARREL_ITEM_GRADED },
                 { "missing", CARREL_ITEM_MISSING },
                 { "excused", CARREL_ITEM_EXCUSED } };
  CarrelItemState state = CARREL_ITEM_UNGRADED;
  CarrelGradeItem *item = NULL;
  g_autoptr (CarrelRational) max = parse_or_null (mark->max);
  g_autoptr (CarrelRational) score = NULL;
  guint at = 0;

  if (!carrel_grade_course_find_item (self->course, mark->item, &at))
    {
      g_set_error (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_UNKNOWN_ITEM,
                   /* Translators: %s is the name of a graded item. */
                   _ ("The course has no graded item “%s”."), mark->item);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (mark->state, states[i].name) == 0)
      state = states[i].state;
  item = g_ptr_array_index (self->course->items, at);
  if (state == CARREL_ITEM_GRADED)
    {
      score = carrel_rational_parse (mark->score != NULL ? mark->score : "", error);
      if (score == NULL || !check_score (item, score, error))
        return FALSE;
    }
  if (max != NULL && carrel_rational_get_sign (max) > 0)
    {
      carrel_rational_unref (item->max);
      item->max = g_steal_pointer (&max);
    }
  carrel_grade_item_set_score (item, score);
  item->state = state;
  return TRUE;
}

/**
 * carrel_gradebook_find:
 * @self: a gradebook
 * @name: an id, a name, or a short form of it such as "HW4"
 *
 * Returns: (transfer none) (nullable): the item, or %NULL when none or several fit
 */
const CarrelGradebookItem *
carrel_gradebook_find (const CarrelGradebook *self, const char *name)
{
  for (guint by_short = 0; by_short < 2; by_short++)
    {
      const CarrelGradebookItem *found = NULL;
      guint n_found = 0;

      for (guint i = 0; i < self->groups->len; i++)
        {
          const CarrelGradebookGroup *group = g_ptr_array_index (self->groups, i);

          for (guint j = 0; j < group->items->len; j++)
            if (is_item (g_ptr_array_index (group->items, j), name, by_short == 1))
              {
                found = g_ptr_array_index (group->items, j);
                n_found++;
              }
        }
      if (n_found == 1)
        return found;
    }
  return NULL;
}

/**
 * carrel_gradebook_get_item:
 * @self: a gradebook
 * @item: one of its items
 *
 * Returns: (transfer none): what the engine has of it
 */
const CarrelGradeItem *
carrel_gradebook_get_item (const CarrelGradebook *self, const CarrelGradebookItem *item)
{
  return g_ptr_array_index (self->course->items, item->at);
}

/**
 * carrel_gradebook_parse_target:
 * @self: a gradebook
 * @text: a letter of the course, or a number of per cent such as "90" or "90%"
 * @error: where %CARREL_GRADE_ERROR_NUMBER goes
 *
 * Returns: (transfer full) (nullable): the least grade that is enough, a fraction of 1, with the
 *   course's rounding taken into account
 */
CarrelRational *
carrel_gradebook_parse_target (const CarrelGradebook *self, const char *text, GError **error)
{
  g_autoptr (CarrelRational) percent = carrel_letter_scale_parse (self->scale, text, error);
  g_autoptr (CarrelRational) raw = NULL;

  if (percent == NULL)
    return NULL;
  raw = carrel_letter_scale_get_raw_target (self->scale, percent);
  return from_percent (raw);
}

/**
 * carrel_gradebook_parse_score:
 * @text: what a person typed: "85", "85/100", "85%", with a decimal point
 * @max: what the item is marked out of
 * @error: where %CARREL_GRADE_ERROR_NUMBER goes
 *
 * A bare number is points; a fraction or per cent is taken of @max.
 *
 * Returns: (transfer full) (nullable): points
 */
CarrelRational *
carrel_gradebook_parse_score (const char *text, const CarrelRational *max, GError **error)
{
  g_autofree char *number = g_strstrip (g_strdup (text));
  g_autoptr (CarrelRational) read = carrel_rational_parse (number, error);

  if (read == NULL)
    return NULL;
  if (strpbrk (number, "/%") != NULL)
    return carrel_rational_multiply (read, max);
  return g_steal_pointer (&read);
}

/* The first scheme with what is graded. */
static CarrelGradeBranch *
open_branch (const CarrelGradebook *self)
{
  g_auto (CarrelGradePoints) points = { 0 };

  carrel_grade_points_init (&points, self->course);
  return carrel_grade_branch_new (self->course, 0, points.points, CARREL_DROPS_AS_GRADED);
}

/**
 * carrel_gradebook_get_group_value:
 * @self: a gradebook
 * @group: one of its groups
 * @dropped: (nullable): an array of guint to which the places of dropped items are added
 *
 * Returns: (transfer full) (nullable): the value of the group by what is graded, a fraction of 1,
 * or %NULL when nothing of it is
 */
CarrelRational *
carrel_gradebook_get_group_value (const CarrelGradebook *self, guint group, GArray *dropped)
{
  g_autoptr (CarrelGradeBranch) branch = open_branch (self);

  return carrel_grade_branch_get_group (branch, group, dropped);
}

/**
 * carrel_gradebook_list_dropped:
 * @self: a gradebook
 * @group: one of its groups
 * @is_highest: whether those that are dropped as highest are asked for, or as lowest
 *
 * Returns: (transfer full): of guint, the places of the dropped items
 */
GArray *
carrel_gradebook_list_dropped (const CarrelGradebook *self, guint group, gboolean is_highest)
{
  g_autoptr (CarrelGradeBranch) branch = open_branch (self);
  g_auto (CarrelGradeSums) sums = { NULL };

  carrel_grade_branch_get_sums (branch, group, &sums);
  return g_array_ref (is_highest ? sums.highs : sums.lows);
}
