/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns find their items by name: "HW1", "Homework 01" and "Homework 1: Lexers" are one item. */
#define G_LOG_DOMAIN "carrel-score-match"

#include "config.h"

#include "carrel-score-match.h"

#include "carrel-grade-text.h"

#include <glib/gi18n-lib.h>

/* More digits than that are kept as a fraction. */
#define N_DIGITS 6

/* Without zeros before numbers, and up to where the title of a piece begins. */
static char *
dup_plain (const char *name, const char *cut)
{
  g_autoptr (GRegex) zeros = g_regex_new ("(?<!\\d)0+(?=\\d)", 0, 0, NULL);
  g_autoptr (GRegex) title = g_regex_new (cut, 0, 0, NULL);
  g_autofree char *short_name = g_regex_replace_literal (title, name, -1, 0, "", 0, NULL);

  return g_regex_replace_literal (zeros, short_name, -1, 0, "", 0, NULL);
}

static const CarrelGradebookItem *
find_item (const CarrelGradebook *book, const char *name)
{
  static const char *const cuts[]
      = { "$^", "\\s*\\([^)]*\\)\\s*$", "\\s*(?::|\\s[-–—]\\s|\\().*$" };

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autofree char *plain = dup_plain (name, cuts[i]);
      const CarrelGradebookItem *item = *plain != '\0' ? carrel_gradebook_find (book, plain) : NULL;

      if (item != NULL)
        return item;
    }
  return NULL;
}

static gboolean
is_taken (const GPtrArray *matches, const CarrelGradebookItem *item)
{
  for (guint i = 0; i < matches->len; i++)
    if (((CarrelScoreMatch *) g_ptr_array_index (matches, i))->item == item)
      return TRUE;
  return FALSE;
}

/* "85 of 100 points", or the state. */
static char *
dup_value (const char *state, const char *score, const char *max)
{
  if (g_str_equal (state, "missing"))
    return g_strdup (C_ ("score", "missing"));
  if (g_str_equal (state, "excused"))
    return g_strdup (C_ ("score", "excused"));
  if (!g_str_equal (state, "graded") || score == NULL)
    return g_strdup (C_ ("score", "not graded"));
  if (max == NULL)
    return g_strdup (score);
  /* Translators: points and the maximum, such as "85 of 100". */
  return g_strdup_printf (C_ ("score", "%s of %s"), score, max);
}

/* What the score is out of: as the file says, else as it is. */
static CarrelRational *
get_max (const CarrelScoreMatch *self, const CarrelGradebook *book)
{
  CarrelRational *max
      = self->cell->max != NULL ? carrel_rational_parse (self->cell->max, NULL) : NULL;

  return max != NULL ? max
                     : carrel_rational_ref (carrel_gradebook_get_item (book, self->item)->max);
}

/* The points of a cell; "85%" is taken of the maximum. */
static CarrelRational *
get_points (const CarrelScoreMatch *self, const CarrelGradebook *book, GError **error)
{
  g_autoptr (CarrelRational) max = get_max (self, book);

  return carrel_gradebook_parse_score (self->cell->score, max, error);
}

/* As a decimal where that is exact, else as a fraction. */
static char *
dup_exact (const CarrelRational *points)
{
  g_autofree char *decimal = carrel_rational_to_decimal (points, N_DIGITS, CARREL_ROUND_HALF_UP);
  g_autoptr (CarrelRational) read = carrel_rational_parse (decimal, NULL);

  if (read != NULL && carrel_rational_compare (read, points) == 0)
    return g_steal_pointer (&decimal);
  return carrel_rational_to_text (points);
}

static CarrelScore *
make_score (const CarrelScoreMatch *self, const CarrelGradebook *book, GError **error)
{
  g_autoptr (CarrelScore) score = g_new0 (CarrelScore, 1);
  g_autoptr (CarrelRational) max = get_max (self, book);
  g_autoptr (CarrelRational) points = NULL;

  score->item = g_strdup (self->item->id);
  score->state = g_strdup (self->cell->state);
  if (carrel_rational_compare (max, self->item->max) != 0)
    score->max = dup_exact (max);
  if (self->cell->problem != NULL)
    {
      g_set_error_literal (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_SYNTAX,
                           self->cell->problem);
      return NULL;
    }
  if (self->cell->score == NULL)
    return g_steal_pointer (&score);
  points = get_points (self, book, error);
  if (points == NULL)
    return NULL;
  score->score = dup_exact (points);
  return g_steal_pointer (&score);
}

/**
 * carrel_score_match_list:
 * @student: whose scores; kept alive by the caller
 * @book: the gradebook of the course, with the scores of now; kept alive by the caller
 *
 * Finds an item for every column. Of two columns with one item the first has it. Columns without an
 * item and those without a score are left out at first.
 *
 * Returns: (transfer full) (element-type CarrelScoreMatch): a match for each column, in order
 */
GPtrArray *
carrel_score_match_list (const CarrelScoresStudent *student, const CarrelGradebook *book)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < student->cells->len; i++)
    {
      CarrelScoreMatch *match = g_new0 (CarrelScoreMatch, 1);

      match->cell = g_ptr_array_index (student->cells, i);
      match->item = find_item (book, match->cell->name);
      if (match->item != NULL && is_taken (matches, match->item))
        match->item = NULL;
      match->is_used = match->item != NULL && !g_str_equal (match->cell->state, "ungraded");
      g_ptr_array_add (matches, match);
    }
  return matches;
}

/**
 * carrel_score_match_dup_before:
 * @self: a match
 * @book: the gradebook
 *
 * Returns: (transfer full) (nullable): what the item has now, as text; %NULL without an item
 */
char *
carrel_score_match_dup_before (const CarrelScoreMatch *self, const CarrelGradebook *book)
{
  static const char *const states[] = { "ungraded", "graded", "missing", "excused" };
  const CarrelGradeItem *item
      = self->item != NULL ? carrel_gradebook_get_item (book, self->item) : NULL;
  g_autofree char *score = NULL;
  g_autofree char *max = NULL;

  if (item == NULL)
    return NULL;
  score = item->score != NULL ? carrel_grade_text_points (item->score) : NULL;
  max = carrel_grade_text_points (item->max);
  return dup_value (states[item->state], score, max);
}

/**
 * carrel_score_match_dup_after:
 * @self: a match
 * @book: the gradebook
 *
 * Returns: (transfer full): what the file has, as text; what is wrong with it, a sentence, where it
 *   cannot be read
 */
char *
carrel_score_match_dup_after (const CarrelScoreMatch *self, const CarrelGradebook *book)
{
  const CarrelScoresCell *cell = self->cell;
  g_autoptr (CarrelRational) max = NULL;
  g_autoptr (CarrelRational) points = NULL;
  g_autofree char *score_text = NULL;
  g_autofree char *max_text = NULL;

  if (cell->problem != NULL)
    return g_strdup (cell->problem);
  if (self->item == NULL || cell->score == NULL)
    return dup_value (cell->state, cell->score, cell->max);
  max = get_max (self, book);
  points = get_points (self, book, NULL);
  max_text = carrel_grade_text_points (max);
  score_text = points != NULL ? carrel_grade_text_points (points) : g_strdup (cell->score);
  return dup_value (cell->state, score_text, max_text);
}

/**
 * carrel_score_match_is_change:
 * @self: a match
 * @book: the gradebook
 *
 * Returns: whether the file has something else than the course
 */
gboolean
carrel_score_match_is_change (const CarrelScoreMatch *self, const CarrelGradebook *book)
{
  static const char *const states[] = { "ungraded", "graded", "missing", "excused" };
  const CarrelGradeItem *item = NULL;
  g_autoptr (CarrelRational) points = NULL;
  g_autoptr (CarrelRational) max = NULL;

  if (self->item == NULL)
    return FALSE;
  item = carrel_gradebook_get_item (book, self->item);
  max = get_max (self, book);
  if (carrel_rational_compare (max, item->max) != 0
      || !g_str_equal (self->cell->state, states[item->state]))
    return TRUE;
  points = self->cell->score != NULL ? get_points (self, book, NULL) : NULL;
  return points != NULL && item->score != NULL
         && carrel_rational_compare (points, item->score) != 0;
}

/* Whether the gradebook takes the score; it is tried on one that nobody keeps. */
static gboolean
try_score (CarrelGradebook *book,
           const CarrelScoreMatch *match,
           const CarrelScore *score,
           GError **error)
{
  const CarrelMark mark = { score->item, score->state, score->score, score->max };
  g_autoptr (GError) problem = NULL;

  if (carrel_gradebook_mark (book, &mark, &problem))
    return TRUE;
  /* Translators: the name of a column, and what is wrong with its score, a sentence. */
  g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_SYNTAX, _ ("“%s”: %s"),
               match->cell->name, problem->message);
  return FALSE;
}

/**
 * carrel_score_match_make_scores:
 * @matches: (element-type CarrelScoreMatch): matches
 * @book: the gradebook; it gets the scores, so that the caller sees what they make
 * @error: where %CARREL_IMPORT_ERROR_SYNTAX goes: a cell that is no number, a score that cannot be
 *
 * Returns: (transfer full) (element-type CarrelScore) (nullable): what is to be stored: the matches
 *   that are used; or %NULL, and then nothing should be stored
 */
GPtrArray *
carrel_score_match_make_scores (const GPtrArray *matches, CarrelGradebook *book, GError **error)
{
  g_autoptr (GPtrArray) scores
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_score_free);

  for (guint i = 0; i < matches->len; i++)
    {
      const CarrelScoreMatch *match = g_ptr_array_index (matches, i);
      CarrelScore *score = NULL;

      if (!match->is_used || match->item == NULL)
        continue;
      score = make_score (match, book, error);
      if (score == NULL)
        return NULL;
      g_ptr_array_add (scores, score);
      if (!try_score (book, match, score, error))
        return NULL;
    }
  return g_steal_pointer (&scores);
}
