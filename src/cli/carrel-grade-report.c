/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints what the engine foresees. */
#define G_LOG_DOMAIN "carrel-grade-report"

#include "config.h"

#include "carrel-grade-report.h"

#include "carrel-grade-frontier.h"
#include "carrel-grade-ladder.h"
#include "carrel-grade-needed.h"
#include "carrel-item-forecast.h"

#include <glib/gi18n.h>

static const CarrelGradebookItem *
find_item (const CarrelGradebook *book, const char *name, GError **error)
{
  const CarrelGradebookItem *item = carrel_gradebook_find (book, name);

  if (item == NULL)
    g_set_error (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_UNKNOWN_ITEM,
                 /* Translators: what was given as the name of a graded item. */
                 _ ("“%s” names no single graded item: write it like HW4"), name);
  return item;
}

/**
 * carrel_grade_report_print_ladder:
 * @book: a gradebook with its marks
 *
 * Prints what each letter needs on what is left.
 */
void
carrel_grade_report_print_ladder (const CarrelGradebook *book)
{
  g_autoptr (GPtrArray) ladder
      = carrel_grade_ladder_list (book->course, book->scale, CARREL_ALL_REMAINING);

  for (guint i = 0; i < ladder->len; i++)
    {
      const CarrelGradeRung *rung = g_ptr_array_index (ladder, i);
      g_autofree char *text = carrel_grade_needed_to_text (book, rung->target, 0);

      g_print ("%-4s %s\n", rung->cutoff->letter, text);
    }
  if (ladder->len == 0)
    g_print ("%s\n", _ ("The pages of this course give no letters."));
}

/* The course with full marks for all that is open but one item; NULL where nothing else is. */
static CarrelGradeCourse *
copy_with_full_marks (const CarrelGradeCourse *course, guint but)
{
  g_autoptr (CarrelGradeCourse) full = carrel_grade_course_copy (course);
  guint n_open = 0;

  for (guint i = 0; i < full->items->len; i++)
    {
      CarrelGradeItem *item = g_ptr_array_index (full->items, i);

      if (i == but || !carrel_grade_item_is_open (item))
        continue;
      carrel_grade_item_set_score (item, carrel_grade_item_get_hi (item));
      n_open++;
    }
  return n_open > 0 ? g_steal_pointer (&full) : NULL;
}

/* What one item needs with @course, a sentence. */
static char *
dup_needed (const CarrelGradebook *book,
            const CarrelGradeCourse *course,
            const CarrelGradebookItem *item,
            const CarrelRational *target)
{
  g_autoptr (CarrelRational) one = carrel_rational_new (1, 1);
  g_autoptr (CarrelAnswer) answer
      = carrel_item_forecast_get_next_mark (course, item->at, target, one);

  return carrel_grade_text_answer (book, answer, item, target, 0);
}

static void
print_target (const CarrelGradebook *book,
              const CarrelGradebookItem *item,
              const CarrelRational *target)
{
  g_autoptr (CarrelGradeCourse) full = copy_with_full_marks (book->course, item->at);
  g_autofree char *most = full != NULL ? dup_needed (book, full, item, target) : NULL;
  g_autofree char *least = dup_needed (book, book->course, item, target);

  if (full == NULL)
    {
      /* Translators: the name of a graded item, and a sentence. */
      g_print (_ ("%s: %s\n"), item->name, least);
      return;
    }
  /* Translators: the name of a graded item, and a sentence. */
  g_print (_ ("%s, with full marks on everything else left: %s\n"), item->name, most);
  /* Translators: the name of a graded item, and a sentence. */
  g_print (_ ("%s, with nothing on everything else left: %s\n"), item->name, least);
}

/**
 * carrel_grade_report_print_item:
 * @book: a gradebook with its marks
 * @name: the name of an item, or a short form of it
 * @target: (nullable): what is to be reached, a fraction of 1
 * @error: where %CARREL_GRADE_ERROR_UNKNOWN_ITEM goes
 *
 * Prints what one item needs, in whole points, and what one more per cent of it does. Where other
 * items are open, it is what the item needs with full marks on them, and with nothing.
 *
 * Returns: whether there is such an item
 */
gboolean
carrel_grade_report_print_item (const CarrelGradebook *book,
                                const char *name,
                                const CarrelRational *target,
                                GError **error)
{
  const CarrelGradebookItem *item = find_item (book, name, error);
  g_autoptr (CarrelRational) leverage = NULL;
  g_autofree char *gain = NULL;

  if (item == NULL)
    return FALSE;
  leverage = carrel_item_forecast_get_leverage (book->course, item->at);
  gain = leverage != NULL ? carrel_grade_text_points (leverage) : NULL;
  if (gain != NULL)
    /* Translators: the name of a graded item, and a number of percentage points. */
    g_print (_ ("%s: one more per cent of it is worth %s points of the course.\n"), item->name,
             gain);
  if (target == NULL)
    return TRUE;
  print_target (book, item, target);
  return TRUE;
}

static void
print_corners (const CarrelGradebook *book,
               const CarrelGradebookItem *one,
               const CarrelGradebookItem *other,
               const CarrelRational *target)
{
  g_autoptr (GPtrArray) corners
      = carrel_grade_frontier_list (book->course, one->at, other->at, target);

  for (guint i = 0; i < corners->len; i++)
    {
      const CarrelFrontierPoint *point = g_ptr_array_index (corners, i);
      g_autofree char *have = carrel_grade_text_points (point->one);
      g_autofree char *need = carrel_grade_text_points (point->other);

      /* Translators: a number of points and the item, and the points that another item needs. */
      g_print (_ ("With %s on %s: %s on %s\n"), have, one->name, need, other->name);
    }
  if (corners->len == 0)
    g_print ("%s\n", _ ("No scores of these two reach the target."));
}

/**
 * carrel_grade_report_print_frontier:
 * @book: a gradebook with its marks
 * @names: two items, "Project,HW5"
 * @target: what is to be reached, a fraction of 1
 * @error: where %CARREL_GRADE_ERROR_UNKNOWN_ITEM goes
 *
 * Prints the corners of the pairs of scores that just reach the target; between them the points
 * change evenly.
 *
 * Returns: whether there are two such items
 */
gboolean
carrel_grade_report_print_frontier (const CarrelGradebook *book,
                                    const char *names,
                                    const CarrelRational *target,
                                    GError **error)
{
  g_auto (GStrv) parts = g_strsplit (names, ",", 2);
  const CarrelGradebookItem *one;
  const CarrelGradebookItem *other;

  if (g_strv_length (parts) < 2)
    {
      g_set_error (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_UNKNOWN_ITEM,
                   /* Translators: what was given in place of two graded items. */
                   _ ("“%s” is not two graded items: write them like HW4,HW5"), names);
      return FALSE;
    }
  one = find_item (book, parts[0], error);
  if (one == NULL)
    return FALSE;
  other = find_item (book, parts[1], error);
  if (other == NULL)
    return FALSE;
  print_corners (book, one, other, target);
  return TRUE;
}
