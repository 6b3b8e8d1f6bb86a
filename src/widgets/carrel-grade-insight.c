/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All of it is asked of the engine; nothing is worked out here. */
#define G_LOG_DOMAIN "carrel-grade-insight"

#include "config.h"

#include "carrel-grade-insight.h"

#include "carrel-grade-frontier.h"
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

/* "90 % at 91.67": what a grade that lies within the reach of one item needs of it; NULL when it is
 * secured or out of reach. */
static char *
dup_reached (const Insight *self, const CarrelGradebookItem *item, const CarrelRational *target)
{
  const CarrelQuery query = { target, item->at, NULL, NULL };
  g_autoptr (CarrelAnswer) answer = carrel_forecast_ask (self->book->course, &query);
  g_autofree char *grade = NULL;
  g_autofree char *points = NULL;

  if (answer->status != CARREL_ANSWER_POSSIBLE
      && answer->status != CARREL_ANSWER_NEEDS_EXTRA_CREDIT)
    return NULL;
  grade = carrel_grade_text_percent (self->book, target, self->flags);
  points = carrel_grade_text_points (answer->points);
  /* Translators: a grade, and the points that it needs, as in "90 % at 91.67". */
  return g_strdup_printf (_ ("%s at %s"), grade, points);
}

/* What is reached on the way from 0 to full points: the cut-offs, or the target where there are
 * none. NULL when nothing is. */
static char *
dup_all_reached (const Insight *self, const CarrelGradebookItem *item)
{
  const GPtrArray *cutoffs = self->book->scale->cutoffs;
  g_autoptr (GPtrArray) reached = g_ptr_array_new_with_free_func (g_free);
  char *text = NULL;

  for (guint i = cutoffs->len; i > 0; i--)
    {
      const CarrelCutoff *cutoff = g_ptr_array_index (cutoffs, i - 1);
      g_autoptr (CarrelRational) target
          = carrel_gradebook_parse_target (self->book, cutoff->letter, NULL);

      text = target != NULL ? dup_reached (self, item, target) : NULL;
      if (text != NULL)
        g_ptr_array_add (reached, text);
    }
  if (cutoffs->len == 0 && self->target != NULL)
    {
      text = dup_reached (self, item, self->target);
      if (text != NULL)
        g_ptr_array_add (reached, text);
    }
  if (reached->len == 0)
    return NULL;
  g_ptr_array_add (reached, NULL);
  return carrel_format_list ((const char *const *) reached->pdata);
}

/* "From 0 to 100 points on Project the grade goes from 62.5 % to 92.5 %; it reaches 80 % at 58.33
 * and 90 % at 91.67." */
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
  g_autofree char *reached = NULL;

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
  reached = dup_all_reached (self, item);
  if (reached == NULL)
    /* Translators: points, the name of a graded item, and two grades. */
    return g_strdup_printf (_ ("From 0 to %s points on %s the grade goes from %s to %s."), points,
                            item->name, from, until);
  return g_strdup_printf (
      /* Translators: points, the name of a graded item, two grades, and a list such as "80 % at
         58.33 and 90 % at 91.67". */
      _ ("From 0 to %s points on %s the grade goes from %s to %s; it reaches %s."), points,
      item->name, from, until, reached);
}

/* "With 65 on Presentation" and "100 on Project": the corners of what two items need of each other.
 */
static void
take_corners (Insight *self)
{
  const CarrelGradebookItem *one = NULL;
  const CarrelGradebookItem *other = NULL;
  g_autoptr (GPtrArray) corners = NULL;

  if (self->open->len != 2 || self->target == NULL)
    return;
  one = g_ptr_array_index (self->open, 0);
  other = g_ptr_array_index (self->open, 1);
  corners = carrel_grade_frontier_list (self->book->course, one->at, other->at, self->target);
  for (guint i = 0; i < corners->len; i++)
    {
      const CarrelFrontierPoint *point = g_ptr_array_index (corners, i);
      g_autofree char *have = carrel_grade_text_points (point->one);
      g_autofree char *need = carrel_grade_text_points (point->other);
      /* Translators: points, and the name of a graded item. */
      g_autofree char *title = g_strdup_printf (_ ("With %s on %s"), have, one->name);

      /* Translators: points that a target needs, and the name of a graded item. */
      take_row (self, title, g_strdup_printf (_ ("the target needs %s on %s"), need, other->name));
    }
}

/**
 * carrel_grade_insight_list:
 * @book: a gradebook
 * @target: (nullable): what is to be reached, a fraction of 1
 * @flags: how
 *
 * Returns: (transfer full): titles and texts in turns: the next letter, what moves the grade most,
 *   what two items that are left need of each other, what can be skipped and what cannot matter
 */
GStrv
carrel_grade_insight_list (const CarrelGradebook *book,
                           const CarrelRational *target,
                           CarrelFormatFlags flags)
{
  Insight self = { book, target, flags, g_ptr_array_new (), g_ptr_array_new () };

  list_open (&self);
  take_row (&self, _ ("Next letter to secure"), dup_next_letter (&self));
  take_row (&self, _ ("Moves the grade most"), dup_leverage (&self));
  take_row (&self, _ ("What is left"), dup_range (&self));
  take_corners (&self);
  take_row (&self, _ ("Safe to skip for the target, each by itself"),
            dup_names (&self, is_safe_to_skip));
  take_row (&self, _ ("Cannot change the grade any more"), dup_names (&self, cannot_matter));
  if (self.rows->len == 0)
    take_row (&self, _ ("Nothing is left that could change the grade."), g_strdup (""));
  g_ptr_array_unref (self.open);
  g_ptr_array_add (self.rows, NULL);
  return (GStrv) g_ptr_array_free (self.rows, FALSE);
}
