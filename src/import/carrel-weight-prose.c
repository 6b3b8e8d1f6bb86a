/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A single percentage of a sentence may be anything; those of one section that name different
 * parts and make a hundred together are weights. */
#define G_LOG_DOMAIN "carrel-weight-prose"

#include "config.h"

#include "carrel-weight-prose.h"

#include "carrel-phrase.h"
#include "carrel-sentence.h"
#include "carrel-weight-list.h"
#include "carrel-weight-name.h"
#include "carrel-weight-rest.h"

/* Fewer parts are no course. */
#define MIN_PARTS 3

static gboolean
is_about_grades (const CarrelPage *page, const CarrelPageSection *section)
{
  for (int i = 0; section != NULL && i < 3; i++)
    {
      if (carrel_words_has_label (page->words, section->heading, CARREL_LABEL_GRADING))
        return TRUE;
      section
          = section->parent >= 0 ? carrel_page_get_section (page, (guint) section->parent) : NULL;
    }
  return FALSE;
}

static gboolean
has_name (const CarrelWeightList *list, const char *name)
{
  for (guint i = 0; i < list->weights->len; i++)
    if (g_ascii_strcasecmp (((CarrelWeight *) g_ptr_array_index (list->weights, i))->name, name)
        == 0)
      return TRUE;
  return FALSE;
}

/* Returns whether each weight of @line has a share and a name of its own; counts its sentences. */
static gboolean
take_line (const CarrelPage *page, const CarrelPageLine *line, CarrelWeightList *list, guint *n)
{
  g_auto (GStrv) sentences = carrel_sentence_split (line->text);

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) weights = carrel_weight_read_sentence (page->words, sentences[i]);

      *n += weights->len > 0 ? 1 : 0;
      while (weights->len > 0)
        {
          CarrelWeight *weight = g_ptr_array_index (weights, 0);

          if (weight->percent <= 0 || has_name (list, weight->name))
            return FALSE;
          weight->line = line->line;
          g_ptr_array_add (list->weights, g_ptr_array_steal_index (weights, 0));
        }
    }
  return TRUE;
}

/* The sections in which one sentence and what goes on from it weigh the whole course. */
static GHashTable *
find_whole (GPtrArray *lists)
{
  GHashTable *sections = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < lists->len; i++)
    {
      const CarrelWeightList *list = g_ptr_array_index (lists, i);

      if (list->kind == CARREL_WEIGHT_LIST_SENTENCE && list->weights->len > 1
          && carrel_weight_list_get_sum (list) == 100 * CARREL_QUANTITY_ONE)
        g_hash_table_add (sections, GUINT_TO_POINTER (list->section));
    }
  return sections;
}

static void
take_section (const CarrelPage *page, guint index, GPtrArray *lists)
{
  const CarrelPageSection *section = carrel_page_get_section (page, index);
  g_autoptr (CarrelWeightList) list
      = carrel_weight_list_new (CARREL_WEIGHT_LIST_SENTENCE, "", index, section->line);
  guint n_sentences = 0;

  for (guint i = section->first_line; i < section->end_line; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (page, i);

      if (carrel_page_get_block (page, line->block)->kind == CARREL_BLOCK_PARAGRAPH
          && !take_line (page, line, list, &n_sentences))
        return;
    }
  if (n_sentences > 1 && carrel_weight_list_get_sum (list) == 100 * CARREL_QUANTITY_ONE)
    g_ptr_array_add (lists, g_steal_pointer (&list));
}

/* The most points that a sentence of the page says there are: those of the course, where those of
 * its parts are said in sentences too. */
static gint64
find_most_points (const CarrelPage *page)
{
  gint64 most = 0;

  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    most = MAX (most, carrel_weight_read_total (page->words, carrel_page_get_line (page, i)->text));
  return most;
}

/* Adds what a sentence gives in points, the larger of two for one name. */
static void
take_points (CarrelWeightList *list, CarrelWeight *weight)
{
  /* "Each homework is worth 30 points" says nothing of all of them. */
  if (weight->points <= 0 || weight->percent > 0 || carrel_phrase_match (weight->name, "each") > 0)
    {
      carrel_weight_free (weight);
      return;
    }
  for (guint i = 0; i < list->weights->len; i++)
    {
      CarrelWeight *other = g_ptr_array_index (list->weights, i);

      if (!carrel_weight_name_is_like (other->name, weight->name))
        continue;
      if (other->points < weight->points)
        other->points = weight->points;
      carrel_weight_free (weight);
      return;
    }
  g_ptr_array_add (list->weights, weight);
}

static gint64
sum_points (const CarrelWeightList *list)
{
  gint64 sum = 0;

  for (guint i = 0; i < list->weights->len; i++)
    sum += ((CarrelWeight *) g_ptr_array_index (list->weights, i))->points;
  return sum;
}

/* "The midterm is worth 100 points", "you can earn a total of 450 points from the homework": the
 * parts of a course of so many points, when they make all of them. */
static void
collect_points (const CarrelPage *page, GPtrArray *lists)
{
  /* "You must earn at least 150 points on all exams" */
  static const char *const conditions[]
      = { "at least", "must earn", "minimum", "eligible", "to pass", NULL };
  gint64 total = find_most_points (page);
  g_autoptr (CarrelWeightList) list
      = carrel_weight_list_new (CARREL_WEIGHT_LIST_SENTENCE, "final grade", 0, 0);

  for (guint i = 0; total > 0 && i < carrel_page_get_n_lines (page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (page, i);
      g_auto (GStrv) sentences = carrel_sentence_split (line->text);

      for (guint j = 0; sentences[j] != NULL; j++)
        {
          g_autoptr (GPtrArray) weights = NULL;

          if (!carrel_quantity_names_points (sentences[j])
              || carrel_weight_read_total (page->words, sentences[j]) == total
              || carrel_phrase_occurs (sentences[j], -1, conditions))
            continue;
          weights = carrel_weight_read_sentence (page->words, sentences[j]);
          while (weights->len > 0)
            {
              CarrelWeight *weight = g_ptr_array_steal_index (weights, 0);

              weight->line = line->line;
              take_points (list, weight);
            }
        }
    }
  list->points = total;
  if (list->weights->len >= MIN_PARTS && sum_points (list) == total)
    g_ptr_array_add (lists, g_steal_pointer (&list));
}

/**
 * carrel_weight_prose_is_whole:
 * @words: the words of the page's language
 * @text: a sentence; valid UTF-8
 *
 * Returns: whether it weighs all the parts that there are, "Three midterms worth 20% each, and a
 * final worth 40%"
 */
gboolean
carrel_weight_prose_is_whole (const CarrelWords *words, const char *text)
{
  g_autoptr (GPtrArray) weights = carrel_weight_rest_read_sentence (words, text, NULL);
  gint64 sum = 0;

  for (guint i = 0; i < weights->len; i++)
    sum += ((CarrelWeight *) g_ptr_array_index (weights, i))->percent;
  return weights->len > 1 && sum == 100 * CARREL_QUANTITY_ONE;
}

/**
 * carrel_weight_prose_collect:
 * @page: a page
 * @lists: (inout) (element-type CarrelWeightList): gets a list for each section about grades whose
 *   sentences make a hundred percent together
 */
void
carrel_weight_prose_collect (const CarrelPage *page, GPtrArray *lists)
{
  g_autoptr (GHashTable) whole = find_whole (lists);

  for (guint i = 0; i < carrel_page_get_n_sections (page); i++)
    if (is_about_grades (page, carrel_page_get_section (page, i))
        && !g_hash_table_contains (whole, GUINT_TO_POINTER (i)))
      take_section (page, i, lists);
  collect_points (page, lists);
}
