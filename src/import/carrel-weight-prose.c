/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A single percentage of a sentence may be anything; those of one section that name different
 * parts and make a hundred together are weights. */
#define G_LOG_DOMAIN "carrel-weight-prose"

#include "config.h"

#include "carrel-weight-prose.h"

#include "carrel-sentence.h"
#include "carrel-weight-list.h"

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

/**
 * carrel_weight_prose_collect:
 * @page: a page
 * @lists: (inout) (element-type CarrelWeightList): gets a list for each section about grades whose
 *   sentences make a hundred percent together
 */
void
carrel_weight_prose_collect (const CarrelPage *page, GPtrArray *lists)
{
  for (guint i = 0; i < carrel_page_get_n_sections (page); i++)
    if (is_about_grades (page, carrel_page_get_section (page, i)))
      take_section (page, i, lists);
}
