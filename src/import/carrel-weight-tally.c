/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Homework ..... 100", "Exams (2 x 150 points) 300" and "Total 400": numbers without a unit are
 * believed where a total says what they add up to. */
#define G_LOG_DOMAIN "carrel-weight-tally"

#include "config.h"

#include "carrel-weight-tally.h"

#include "carrel-pattern.h"
#include "carrel-weight-list.h"

#include <string.h>

/* A longer line is prose. */
#define MAX_ITEM 90

/* A name, what leads to the number, the number, and perhaps its unit. */
#define NAME   "(?<name>(?:[0-9]{1,2} )?\\p{L}.*?)"
#define LEADER "(?: ?[-=:–—：…]+ ?| ?\\.{2,} ?| )"
#define NUMBER "(?<number>[0-9]{1,3}(?:,?[0-9]{3})?)"
#define UNIT   "(?<unit> (?:points?|pts?)\\b)?"

typedef struct
{
  char *name;
  gint64 value; /* whole */
  gboolean is_bare;
  int line; /* of the page */
} Item;

typedef struct
{
  const CarrelPage *page;
  GPtrArray *lists;
  guint section;
  GArray *items; /* of Item, in the section that is read */
} Tally;

static void
clear_item (gpointer data)
{
  g_free (((Item *) data)->name);
}

static gboolean
read_item (const CarrelPageLine *line, Item *item)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;
  g_auto (GStrv) thousands = NULL;

  if (strlen (line->text) > MAX_ITEM
      || !carrel_pattern_match ("^" NAME LEADER NUMBER UNIT "\\.?$", line->text, G_REGEX_CASELESS,
                                &match))
    return FALSE;
  number = g_match_info_fetch_named (match, "number");
  thousands = g_strsplit (number, ",", 2);
  g_free (number);
  number = g_strjoinv ("", thousands);
  unit = g_match_info_fetch_named (match, "unit");
  item->name = g_match_info_fetch_named (match, "name");
  item->value = g_ascii_strtoll (number, NULL, 10);
  item->is_bare = unit == NULL || *unit == '\0';
  item->line = line->line;
  return item->value > 0;
}

/* "4 exams @ 100" are 100 points each. */
static char *
dup_line (const Item *item, const char *unit)
{
  g_autoptr (GRegex) at = carrel_pattern_get (" ?@ ?([0-9]+)(?: points)?(?: each)?$", 0);
  g_autofree char *name = g_regex_replace (at, item->name, -1, 0, " (\\1 points each)", 0, NULL);

  return g_strdup_printf ("%s: %" G_GINT64_FORMAT "%s", name != NULL ? name : item->name,
                          item->value, unit);
}

/* Only where each number is that of its whole line, and not of one piece. */
static CarrelWeightList *
read_list (const Tally *self, gint64 total, gboolean is_bare)
{
  gboolean is_percent = is_bare && total == 100;
  g_autoptr (CarrelWeightList) list = carrel_weight_list_new (
      CARREL_WEIGHT_LIST_LINES, NULL, self->section, g_array_index (self->items, Item, 0).line);

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      g_autofree char *text = dup_line (item, is_percent ? "%" : " points");
      CarrelWeight *weight = carrel_weight_read_line (self->page->words, text);

      if (weight == NULL)
        return NULL;
      weight->line = item->line;
      g_ptr_array_add (list->weights, weight);
      if ((is_percent ? weight->percent : weight->points) != item->value * CARREL_QUANTITY_ONE)
        return NULL;
    }
  if (!is_percent)
    list->points = total * CARREL_QUANTITY_ONE;
  return g_steal_pointer (&list);
}

/* What the same lines gave that was read one by one. */
static void
drop_within (GPtrArray *lists, guint section, int first, int last)
{
  for (guint i = lists->len; i > 0; i--)
    {
      const CarrelWeightList *list = g_ptr_array_index (lists, i - 1);

      if (list->kind == CARREL_WEIGHT_LIST_LINES && list->section == section && list->line >= first
          && list->line <= last)
        g_ptr_array_remove_index (lists, i - 1);
    }
}

/* At the line of the total. */
static void
close_tally (Tally *self, const Item *total)
{
  gint64 sum = 0;
  guint n_bare = 0;
  CarrelWeightList *list;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      sum += item->value;
      n_bare += item->is_bare ? 1 : 0;
    }
  if (self->items->len < 2 || n_bare == 0 || sum != total->value)
    return;
  list = read_list (self, sum, n_bare == self->items->len);
  if (list == NULL)
    return;
  drop_within (self->lists, self->section, list->line, total->line);
  g_ptr_array_add (self->lists, list);
}

static void
take_line (Tally *self, const CarrelPageLine *line)
{
  Item item = { 0 };

  if (!read_item (line, &item))
    clear_item (&item);
  else if (carrel_words_has_label (self->page->words, item.name, CARREL_LABEL_TOTAL))
    {
      close_tally (self, &item);
      g_array_set_size (self->items, 0);
      clear_item (&item);
    }
  else
    g_array_append_val (self->items, item);
}

/* "Assessment and workload": what adds up are hours. */
static gboolean
tells_workload (const char *heading)
{
  return carrel_pattern_matches (
      "workload|hours|effort|ects|arbeitsaufwand|charge de travail|carga", heading,
      G_REGEX_CASELESS);
}

/**
 * carrel_weight_tally_collect:
 * @page: a page
 * @lists: (inout) (element-type CarrelWeightList): gets a list for the lines below a heading about
 *   grading that end in numbers and add up to the number of a line for the total, instead of what
 *   these lines gave before
 */
void
carrel_weight_tally_collect (const CarrelPage *page, GPtrArray *lists)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  Tally self = { page, lists, 0, items };

  g_array_set_clear_func (items, clear_item);
  for (guint i = 0; i < carrel_page_get_n_sections (page); i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (page, i);

      if (!carrel_page_section_has_label (page, i, CARREL_LABEL_GRADING)
          || tells_workload (section->heading))
        continue;
      self.section = i;
      g_array_set_size (items, 0);
      for (guint j = section->first_line; j < section->end_line; j++)
        if (carrel_page_get_block (page, carrel_page_get_line (page, j)->block)->kind
            != CARREL_BLOCK_TABLE)
          take_line (&self, carrel_page_get_line (page, j));
    }
}
