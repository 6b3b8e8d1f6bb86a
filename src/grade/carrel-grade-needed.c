/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Chooses what is asked; the engine answers. */
#define G_LOG_DOMAIN "carrel-grade-needed"

#include "config.h"

#include "carrel-grade-needed.h"

/* The one item that is left, or NULL. */
static const CarrelGradebookItem *
find_last_item (const CarrelGradebook *book)
{
  const CarrelGradebookItem *found = NULL;

  for (guint i = 0; i < book->groups->len; i++)
    {
      const CarrelGradebookGroup *group = g_ptr_array_index (book->groups, i);

      for (guint j = 0; j < group->items->len; j++)
        {
          const CarrelGradebookItem *item = g_ptr_array_index (group->items, j);

          if (carrel_gradebook_get_item (book, item)->state != CARREL_ITEM_UNGRADED)
            continue;
          if (found != NULL)
            return NULL;
          found = item;
        }
    }
  return found;
}

/**
 * carrel_grade_needed_ask:
 * @book: a gradebook
 * @target: what is to be reached, a fraction of 1
 * @item: (out) (transfer none) (nullable): the one item that is left; %NULL when the answer is
 * about everything left
 *
 * Returns: (transfer full): what the target needs, of one item up to the next whole point
 */
CarrelAnswer *
carrel_grade_needed_ask (const CarrelGradebook *book,
                         const CarrelRational *target,
                         const CarrelGradebookItem **item)
{
  const CarrelGradebookItem *last = find_last_item (book);
  g_autoptr (CarrelRational) step = carrel_rational_new (1, 1);
  const CarrelQuery query = { target, last != NULL ? last->at : CARREL_ALL_REMAINING, NULL,
                              last != NULL ? step : NULL };

  *item = last;
  return carrel_forecast_ask (book->course, &query);
}

/**
 * carrel_grade_needed_to_text:
 * @book: a gradebook
 * @target: what is to be reached, a fraction of 1
 * @flags: how
 *
 * Returns: (transfer full): what the target needs, as a sentence
 */
char *
carrel_grade_needed_to_text (const CarrelGradebook *book,
                             const CarrelRational *target,
                             CarrelFormatFlags flags)
{
  const CarrelGradebookItem *item = NULL;
  g_autoptr (CarrelAnswer) answer = carrel_grade_needed_ask (book, target, &item);

  return carrel_grade_text_answer (book, answer, item, target, flags);
}
