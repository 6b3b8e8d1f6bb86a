/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each part of a grade may have a heading of its own, with its weight in it or right below. */
#define G_LOG_DOMAIN "carrel-weight-headings"

#include "config.h"

#include "carrel-weight-headings.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-weight-list.h"

#include <string.h>

/* So many lines below a heading may say what its part counts. */
#define MAX_BELOW 6

/* "Weighting: 45%" in one of the first lines below the heading of a part. */
static CarrelWeight *
read_labelled (const CarrelPage *page, const CarrelPageSection *section)
{
  static const char label[] = "^(?:(?:assessment|assignment|grade|course) )?"
                              "(?:weight(?:ing|age)?|worth|value) ?[:=] *(?=[0-9])";
  guint end = MIN (section->end_line, section->first_line + MAX_BELOW);

  for (guint i = section->first_line; i < end; i++)
    {
      const char *text = carrel_page_get_line (page, i)->text;
      g_autofree char *value = carrel_pattern_dup_without (label, text, G_REGEX_CASELESS);

      if (!g_str_equal (value, text))
        return carrel_weight_read_below (page->words, section->heading, value);
    }
  return NULL;
}

/* "### Homework (60%)", or "60%" right below the heading. */
static CarrelWeight *
read_heading (const CarrelPage *page, const CarrelPageSection *section)
{
  CarrelWeight *weight = carrel_weight_read_line (page->words, section->heading);

  if (weight == NULL && section->first_line < section->end_line)
    weight = carrel_weight_read_below (page->words, section->heading,
                                       carrel_page_get_line (page, section->first_line)->text);
  return weight != NULL ? weight : read_labelled (page, section);
}

/**
 * carrel_weight_headings_collect:
 * @page: a page
 * @lists: (inout) (element-type CarrelWeightList): gets a list for the headings of one level under
 *   one parent that each have a weight
 */
void
carrel_weight_headings_collect (const CarrelPage *page, GPtrArray *lists)
{
  static const char *const whole[]
      = { "grading",        "grades",       "grade", "grading policy", "assessment", "evaluation",
          "grading scheme", "course grade", NULL };
  g_autoptr (GHashTable) by_parent = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < carrel_page_get_n_sections (page); i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (page, i);
      CarrelWeight *weight = read_heading (page, section);
      gpointer key = GINT_TO_POINTER ((section->parent + 1) * 8 + section->level);
      CarrelWeightList *list = g_hash_table_lookup (by_parent, key);

      /* "Grading (100 points)" names no part. */
      if (weight != NULL && carrel_phrase_match_any (weight->name, whole) == strlen (weight->name))
        g_clear_pointer (&weight, carrel_weight_free);
      if (weight == NULL)
        continue;
      if (list == NULL)
        {
          list = carrel_weight_list_new (CARREL_WEIGHT_LIST_HEADINGS, NULL,
                                         section->parent >= 0 ? (guint) section->parent : i,
                                         section->line);
          g_hash_table_insert (by_parent, key, list);
          g_ptr_array_add (lists, list);
        }
      weight->line = section->line;
      g_ptr_array_add (list->weights, weight);
    }
}
