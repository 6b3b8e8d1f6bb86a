/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which weights of a run are parts of others, and which only describe them. */
#define G_LOG_DOMAIN "carrel-weight-nest"

#include "config.h"

#include "carrel-weight-list.h"

/* How deep in lists the weights of a run stand. */
static guint
get_depth (const CarrelWeightList *list)
{
  return ((CarrelWeight *) g_ptr_array_index (list->weights, 0))->depth;
}

/* How many items below the one at @index stand deeper; what they add up to in @percent, @points. */
static guint
sum_deeper (const CarrelWeightList *list, guint index, gint64 *percent, gint64 *points)
{
  const CarrelWeight *parent = g_ptr_array_index (list->weights, index);
  guint n = 0;

  *percent = *points = 0;
  while (index + 1 + n < list->weights->len)
    {
      const CarrelWeight *part = g_ptr_array_index (list->weights, index + 1 + n);

      if (part->depth <= parent->depth)
        break;
      *percent += MAX (part->percent, 0);
      *points += MAX (part->points, 0);
      n++;
    }
  return n;
}

/* "9 papers, 5% each" alone below "Paper reviews: 45%" says how many there are. */
static void
take_pieces (CarrelWeight *parent, const CarrelWeight *only)
{
  parent->count = parent->count < 0 ? only->count : parent->count;
  parent->percent_each = parent->percent_each < 0 ? only->percent_each : parent->percent_each;
  parent->points_each = parent->points_each < 0 ? only->points_each : parent->points_each;
}

/* Items below one that has no weight are parts of the whole when they are missing from it, and
 * describe it else. */
static void
lift_groups (CarrelWeightList *list)
{
  guint top = get_depth (list);
  gint64 sum = 0;
  gboolean is_whole;

  for (guint i = 0; i < list->weights->len; i++)
    {
      const CarrelWeight *weight = g_ptr_array_index (list->weights, i);

      if (weight->depth == top || (weight->group_depth == top && weight->depth == top + 1))
        sum += weight->is_bonus ? 0 : MAX (weight->percent, 0);
    }
  is_whole = sum == 100 * CARREL_QUANTITY_ONE;
  for (guint i = list->weights->len; i > 0; i--)
    {
      CarrelWeight *weight = g_ptr_array_index (list->weights, i - 1);

      if (weight->group_depth == top && is_whole)
        weight->depth--;
      else if (weight->group_depth == top)
        g_ptr_array_remove_index (list->weights, i - 1);
    }
}

/**
 * carrel_weight_list_nest:
 * @list: a run of lines
 *
 * Makes deeper items whose weights add up to the item above its parts, and drops the others.
 */
void
carrel_weight_list_nest (CarrelWeightList *list)
{
  if (list->weights->len > 0 && get_depth (list) > 0)
    lift_groups (list);
  for (guint i = 0; i < list->weights->len; i++)
    {
      CarrelWeight *parent = g_ptr_array_index (list->weights, i);
      gint64 percent, points;
      guint n = sum_deeper (list, i, &percent, &points);
      gboolean is_sum
          = parent->percent >= 0 ? percent == parent->percent : points == parent->points;

      if (is_sum && n == 1)
        {
          take_pieces (parent, g_ptr_array_index (list->weights, i + 1));
          is_sum = FALSE;
        }
      for (guint j = 0; j < n; j++)
        {
          CarrelWeight *part = g_ptr_array_steal_index (list->weights, i + 1);

          if (is_sum)
            g_ptr_array_add (parent->children, part);
          else
            carrel_weight_free (part);
        }
    }
}
