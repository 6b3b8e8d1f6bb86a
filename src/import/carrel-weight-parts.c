/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Projects: 60%" in one table, and below it a table of three projects of 25, 20 and 15%: what adds
 * up to a part and is named after it, or stands below its heading, are the pieces of that part. */
#define G_LOG_DOMAIN "carrel-weight-parts"

#include "config.h"

#include "carrel-weight-parts.h"

#include "carrel-grading-choice.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-weight-name.h"

#include <string.h>

#define MIN_WORD 4

static const CarrelWeight *
get_weight (const CarrelWeightList *list, guint index)
{
  return g_ptr_array_index (list->weights, index);
}

/* Whether a word of the name of a part is in the name of a piece. */
static gboolean
shares_word (const char *name, const char *piece)
{
  for (const char *at = name; *at != '\0'; at = carrel_phrase_next_word (at))
    {
      g_autofree char *word = g_strndup (at, (gsize) (carrel_phrase_next_word (at) - at));

      if (strlen (word) >= MIN_WORD && g_unichar_isalpha (g_utf8_get_char (word))
          && carrel_weight_name_is_in (word, piece, strlen (piece)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
are_pieces (const CarrelPage *page, const CarrelWeightList *list, const CarrelWeight *part)
{
  const char *heading = carrel_page_get_section (page, list->section)->heading;

  if (part->name == NULL || carrel_weight_list_get_sum (list) != part->percent
      || part->children->len > 0)
    return FALSE;
  if (carrel_weight_name_is_in (part->name, heading, strcspn (heading, "(")))
    return TRUE;
  for (guint i = 0; i < list->weights->len; i++)
    if (get_weight (list, i)->name == NULL || !shares_word (part->name, get_weight (list, i)->name))
      return FALSE;
  return TRUE;
}

/* The one part of @best whose pieces @list holds, or NULL. */
static const CarrelWeight *
find_part (const CarrelPage *page, const CarrelWeightList *list, const CarrelWeightList *best)
{
  const CarrelWeight *found = NULL;

  for (guint i = 0; i < best->weights->len; i++)
    if (are_pieces (page, list, get_weight (best, i)))
      {
        if (found != NULL)
          return NULL;
        found = get_weight (best, i);
      }
  return found;
}

/**
 * carrel_weight_parts_attach:
 * @page: a page
 * @lists: (element-type CarrelWeightList): all its lists; those that divide a part are emptied
 * @best: the list that grades the course
 *
 * Moves the weights that divide a part of @best below it.
 */
void
carrel_weight_parts_attach (const CarrelPage *page, GPtrArray *lists, const CarrelWeightList *best)
{
  for (guint i = 0; i < lists->len; i++)
    {
      CarrelWeightList *list = g_ptr_array_index (lists, i);
      const CarrelWeight *part
          = list != best && list->weights->len > 1 && list->kind != CARREL_WEIGHT_LIST_SENTENCE
                ? find_part (page, list, best)
                : NULL;

      while (part != NULL && list->weights->len > 0)
        g_ptr_array_add (part->children, g_ptr_array_steal_index (list->weights, 0));
    }
}

/* Whether an earlier weight of a list has the same name and says the same. */
static gboolean
is_restated (const CarrelWeightList *list, guint index)
{
  const CarrelWeight *weight = g_ptr_array_index (list->weights, index);

  for (guint i = 0; i < index; i++)
    {
      const CarrelWeight *other = g_ptr_array_index (list->weights, i);

      if (weight->percent > 0 && other->percent == weight->percent
          && carrel_weight_name_is_like (other->name, weight->name))
        return TRUE;
    }
  return FALSE;
}

/**
 * carrel_weight_parts_drop_restated:
 * @list: (inout): the weights of one place
 *
 * "Midterms (20%)", and below it "There will be two midterms, each worth 10%": what says a weight
 * once more is dropped when the rest is the whole.
 */
void
carrel_weight_parts_drop_restated (CarrelWeightList *list)
{
  gint64 sum = carrel_weight_list_get_sum (list);
  gint64 twice = 0;

  /* no course has as many parts; each is compared with all others */
  if (list->weights->len > CARREL_GRADING_MAX_PARTS)
    return;
  for (guint i = 0; i < list->weights->len; i++)
    if (is_restated (list, i))
      twice += ((CarrelWeight *) g_ptr_array_index (list->weights, i))->percent;
  if (twice == 0 || sum - twice != 100 * CARREL_QUANTITY_ONE)
    return;
  for (guint i = list->weights->len; i > 1; i--)
    if (is_restated (list, i - 1))
      g_ptr_array_remove_index (list->weights, i - 1);
}

/* Whether the counts of the weights called @name run 1, 2, 3, and so number them. */
static gboolean
is_run (const CarrelWeightList *list, const char *name)
{
  int n = 0;

  for (guint i = 0; i < list->weights->len; i++)
    if (g_strcmp0 (get_weight (list, i)->name, name) == 0)
      {
        int count = get_weight (list, i)->count;

        n++;
        /* A count of one may go without saying. */
        if (count != n && (n > 1 || count > 0))
          return FALSE;
      }
  return n > 1;
}

/**
 * carrel_weight_parts_drop_numbers:
 * @list: (inout): the weights of one place
 *
 * "Project (1)", "Project (2)" and "Project (3)" in a list are numbered: their numbers, read as
 * counts, are dropped. "Quizzes (5)" and "Quizzes (8)" count.
 */
void
carrel_weight_parts_drop_numbers (CarrelWeightList *list)
{
  g_autoptr (GPtrArray) numbered = g_ptr_array_new ();

  if (list->weights->len > CARREL_GRADING_MAX_PARTS)
    return;
  for (guint i = 0; i < list->weights->len; i++)
    {
      CarrelWeight *weight = g_ptr_array_index (list->weights, i);

      if (weight->count > 1 && weight->percent_each < 0 && weight->points_each < 0
          && is_run (list, weight->name))
        g_ptr_array_add (numbered, weight);
    }
  for (guint i = 0; i < numbered->len; i++)
    ((CarrelWeight *) g_ptr_array_index (numbered, i))->count = -1;
}

/* Whether a list or a table of a section makes a hundred by itself. */
static gboolean
has_whole (const GPtrArray *lists, guint section)
{
  for (guint i = 0; i < lists->len; i++)
    {
      const CarrelWeightList *list = g_ptr_array_index (lists, i);

      if (list->section == section && list->kind != CARREL_WEIGHT_LIST_SENTENCE
          && list->weights->len > 1
          && carrel_weight_list_get_sum (list) == 100 * CARREL_QUANTITY_ONE)
        return TRUE;
    }
  return FALSE;
}

/* Whether another weight of the page is that of all the pieces that @piece is one of. */
static gboolean
has_all_of (const GPtrArray *lists, const CarrelWeight *self, const char *piece)
{
  for (guint i = 0; i < lists->len; i++)
    {
      const GPtrArray *weights = ((CarrelWeightList *) g_ptr_array_index (lists, i))->weights;

      for (guint j = 0; j < weights->len; j++)
        {
          const CarrelWeight *other = g_ptr_array_index (weights, j);

          if (other != self && other->name != NULL
              && (carrel_weight_name_is_in (other->name, piece, strlen (piece))
                  || carrel_weight_name_is_in (piece, other->name, strlen (other->name))))
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * carrel_weight_parts_drop_pieces:
 * @lists: (element-type CarrelWeightList): all lists of a page
 *
 * Drops "Each assignment" of a sentence, "Each assignment is worth 15%", beside "Assignments
 * (75%)".
 */
void
carrel_weight_parts_drop_pieces (GPtrArray *lists)
{
  static const char *const each[] = { "each", "every", NULL };

  for (guint i = 0; i < lists->len; i++)
    {
      CarrelWeightList *list = g_ptr_array_index (lists, i);

      for (guint j = list->weights->len; j > 0; j--)
        {
          const CarrelWeight *weight = g_ptr_array_index (list->weights, j - 1);
          gsize n = weight->name != NULL ? carrel_phrase_match_any (weight->name, each) : 0;

          if (n > 0 && weight->name[n] == ' ' && has_all_of (lists, weight, weight->name + n + 1))
            g_ptr_array_remove_index (list->weights, j - 1);
        }
    }
}

/* "100% of your grade is the final exam": all of it, said in a sentence. */
static gboolean
is_one_whole (const CarrelWeightList *list)
{
  return list->kind == CARREL_WEIGHT_LIST_SENTENCE && list->weights->len == 1
         && carrel_weight_list_get_sum (list) == 100 * CARREL_QUANTITY_ONE;
}

/**
 * carrel_weight_parts_drop_completed:
 * @lists: (element-type CarrelWeightList): all lists of a page
 *
 * Empties those of sentences that words complete, "the rest is for labs", and those of one whole,
 * where a list or a table of the same section makes a hundred by itself: they speak of one of its
 * parts, or of what happens without it.
 */
void
carrel_weight_parts_drop_completed (GPtrArray *lists)
{
  for (guint i = 0; i < lists->len; i++)
    {
      CarrelWeightList *list = g_ptr_array_index (lists, i);

      if ((list->is_completed || is_one_whole (list)) && has_whole (lists, list->section))
        g_ptr_array_set_size (list->weights, 0);
    }
}

/**
 * carrel_weight_parts_count_whole:
 * @weights: (element-type CarrelWeight): the weights of a sentence
 *
 * Returns: how many of them make the first of several hundreds, "40% homework + 60% exam, or 100%
 *   exam"; all of them if there is one
 */
guint
carrel_weight_parts_count_whole (const GPtrArray *weights)
{
  const gint64 hundred = 100 * CARREL_QUANTITY_ONE;
  gint64 sum = 0, first = 0;
  guint n_first = 0;

  for (guint i = 0; i < weights->len; i++)
    {
      sum += MAX (((const CarrelWeight *) g_ptr_array_index (weights, i))->percent, 0);
      if (n_first > 0 || sum < hundred)
        continue;
      n_first = i + 1;
      first = sum;
    }
  return first == hundred && sum > hundred && sum % hundred == 0 ? n_first : weights->len;
}

/**
 * carrel_weight_parts_are_same:
 * @list: weights
 * @other: more of them
 *
 * Returns: whether they say the same one by one, as the column "Total" does beside "Weight"
 */
gboolean
carrel_weight_parts_are_same (const CarrelWeightList *list, const CarrelWeightList *other)
{
  for (guint i = 0; i < list->weights->len && i < other->weights->len; i++)
    if (((CarrelWeight *) g_ptr_array_index (list->weights, i))->percent
        != ((CarrelWeight *) g_ptr_array_index (other->weights, i))->percent)
      return FALSE;
  return list->weights->len == other->weights->len;
}

/**
 * carrel_weight_parts_are_two:
 * @name: the name of parts of a grade
 *
 * Returns: whether it names two of one piece: "Midterm and final exam", not "Labs and homework"
 */
gboolean
carrel_weight_parts_are_two (const char *name)
{
  return carrel_pattern_matches ("^[^\\d,;()]*[^\\d,;()s] (?:and|&) [^\\d,;()]*[^\\d,;()s]$", name,
                                 0);
}
