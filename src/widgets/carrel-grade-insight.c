/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All of it is asked of the engine; nothing is worked out here. */
#define G_LOG_DOMAIN "carrel-grade-insight"

#include "config.h"

#include "carrel-grade-insight.h"

#include "carrel-grade-ladder.h"
#include "carrel-item-forecast.h"

#include <glib/gi18n.h>

/* What is being told of. */
typedef struct
{
  const CarrelGradebook *book;
  const CarrelRational *target; /* NULL is none */
  CarrelFormatFlags flags;
  GPtrArray *open; /* of CarrelGradebookItem, those without a score */
  GPtrArray *rows; /* of char *, a title and a text in turns */
} Insight;

typedef gboolean (*ItemFunc) (const Insight *self, const CarrelGradebookItem *item);

static void
list_open (Insight *self)
{
  for (guint i = 0; i < self->book->groups->len; i++)
    {
      const CarrelGradebookGroup *group = g_ptr_array_index (self->book->groups, i);

      for (guint j = 0; j < group->items->len; j++)
        {
          CarrelGradebookItem *item = g_ptr_array_index (group->items, j);

          if (carrel_gradebook_get_item (self->book, item)->state == CARREL_ITEM_UNGRADED)
            g_ptr_array_add (self->open, item);
        }
    }
}

static void
take_row (Insight *self, const char *title, char *text)
{
  if (text == NULL)
    return;
  g_ptr_array_add (self->rows, g_strdup (title));
  g_ptr_array_add (self->rows, text);
}

static gboolean
cannot_matter (const Insight *self, const CarrelGradebookItem *item)
{
  return carrel_item_forecast_cannot_matter (self->book->course, item->at);
}

static gboolean
is_safe_to_skip (const Insight *self, const CarrelGradebookItem *item)
{
  return self->target != NULL
         && carrel_item_forecast_is_safe_to_skip (self->book->course, item->at, self->target);
}

/* The names of the open items for which @func holds, or NULL. */
static char *
dup_names (const Insight *self, ItemFunc func)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->open->len; i++)
    {
      CarrelGradebookItem *item = g_ptr_array_index (self->open, i);

      if (func (self, item))
        g_ptr_array_add (names, item->name);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return carrel_format_list ((const char *const *) names->pdata);
}

static char *
dup_next_letter (const Insight *self)
{
  g_autoptr (GPtrArray) ladder = NULL;
  const CarrelGradeRung *rung = NULL;
  g_autofree char *needed = NULL;

  if (self->book->scale->cutoffs->len == 0)
    return NULL;
  ladder = carrel_grade_ladder_list (self->book->course, self->book->scale, CARREL_ALL_REMAINING);
  rung = carrel_grade_ladder_find_next (ladder);
  if (rung == NULL)
    return NULL;
  needed = carrel_grade_text_answer (self->book, rung->answer, NULL, rung->target, self->flags);
  /* Translators: a letter grade, and what it needs, such as "90 % on everything left." */
  return g_strdup_printf (_ ("%s: %s"), rung->cutoff->letter, needed);
}

/* The item of which one more per cent moves the grade most. */
static char *
dup_leverage (const Insight *self)
{
  const CarrelGradebookItem *best = NULL;
  g_autoptr (CarrelRational) most = carrel_rational_new (0, 1);
  g_autofree char *points = NULL;

  for (guint i = 0; i < self->open->len; i++)
    {
      const CarrelGradebookItem *item = g_ptr_array_index (self->open, i);
      CarrelRational *leverage = carrel_item_forecast_get_leverage (self->book->course, item->at);

      if (leverage != NULL && carrel_rational_compare (leverage, most) > 0)
        {
          best = item;
          carrel_rational_unref (most);
          most = g_steal_pointer (&leverage);
        }
      g_clear_pointer (&leverage, carrel_rational_unref);
    }
  if (best == NULL)
    return NULL;
  points = carrel_grade_text_points (most);
  /* Translators: the name of a graded item, and a number of percentage points such as "0.3". */
  return g_strdup_printf (_ ("%s: each per cent of it moves the grade by %s points."), best->name,
                          points);
}

/* "From 0 to 100 points on Project the grade goes from 62.5 % to 92.5 %." */
static char *
dup_range (const Insight *self)
{
  const CarrelGradebookItem *item = NULL;
  const CarrelRational *hi = NULL;
  g_autoptr (CarrelRational) zero = carrel_rational_new (0, 1);
  g_autoptr (CarrelRational) least = NULL;
  g_autoptr (CarrelRational) most = NULL;
  g_autofree char *points = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  if (self->open->len != 1)
    return NULL;
  item = g_ptr_array_index (self->open, 0);
  hi = carrel_grade_item_get_hi (carrel_gradebook_get_item (self->book, item));
  least = carrel_item_forecast_get_with (self->book->course, item->at, zero);
  most = carrel_item_forecast_get_with (self->book->course, item->at, hi);
  if (least == NULL || most == NULL)
    return NULL;
  points = carrel_grade_text_points (hi);
  from = carrel_grade_text_percent (self->book, least, self->flags);
  until = carrel_grade_text_percent (self->book, most, self->flags);
  /* Translators: points, the name of a graded item, and two grades. */
  return g_strdup_printf (_ ("From 0 to %s points on %s the grade goes from %s to %s."), points,
                          item->name, from, until);
}

/**
 * carrel_grade_insight_list:
 * @book: a gradebook
 * @target: (nullable): what is to be reached, a fraction of 1
 * @flags: how
 *
 * Returns: (transfer full): titles and texts in turns: the next letter, what moves the grade most,
 *   what can be skipped and what cannot matter any more
 */
GStrv
carrel_grade_insight_list (const CarrelGradebook *book,
                           const CarrelRational *target,
                           CarrelFormatFlags flags)
{
  Insight self = { book, target, flags, g_ptr_array_new (), g_ptr_array_new () };

  list_open (&self);
  take_row (&self, _ ("Next letter"), dup_next_letter (&self));
  take_row (&self, _ ("Moves the grade most"), dup_leverage (&self));
  take_row (&self, _ ("What is left"), dup_range (&self));
  take_row (&self, _ ("Safe to skip for the target, each by itself"),
            dup_names (&self, is_safe_to_skip));
  take_row (&self, _ ("Cannot change the grade any more"), dup_names (&self, cannot_matter));
  if (self.rows->len == 0)
    take_row (&self, _ ("Nothing is left that could change the grade."), g_strdup (""));
  g_ptr_array_unref (self.open);
  g_ptr_array_add (self.rows, NULL);
  return (GStrv) g_ptr_array_free (self.rows, FALSE);
}
