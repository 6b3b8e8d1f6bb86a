/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences are tied to a part by its name in the sentence, in those before it, in the heading, or
 * by standing on the line of its weight. */
#define G_LOG_DOMAIN "carrel-weight-detail"

#include "config.h"

#include "carrel-weight-detail.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-sentence.h"
#include "carrel-weight-best.h"
#include "carrel-weight-count.h"
#include "carrel-weight-detail-words.h"
#include "carrel-weight-drop.h"
#include "carrel-weight-find.h"
#include "carrel-weight-mention.h"
#include "carrel-weight-name.h"
#include "carrel-weight-parts.h"

#include <string.h>

/* The longest name of a part before a colon, in bytes. */
#define MAX_SUBJECT 40

typedef struct
{
  const CarrelPage *page;
  GPtrArray *weights;
  const char *heading;
  int line;
  gboolean is_cell;
  gboolean is_dropped;      /* by the line that leads to the list */
  CarrelWeight *owner;      /* of the list item that the text stands below */
  CarrelWeight *last_named; /* by a sentence before, in the same text */
} CarrelDetailReader;

static CarrelWeight *
find_part (const CarrelDetailReader *self, const char *sentence)
{
  CarrelWeight *part = carrel_weight_find_named (self->weights, sentence, strlen (sentence));

  if (part == NULL)
    part = carrel_weight_find_alone_on_line (self->weights, self->line);
  if (part == NULL)
    part = self->owner;
  if (part == NULL)
    part = self->last_named;
  if (part == NULL)
    part = carrel_weight_find_by_heading (self->weights, self->heading);
  return part;
}

/* Whether a number says how many: "two lowest", "lowest 2", "2 of your lowest". */
static gboolean
is_beside (const char *sentence, const CarrelQuantity *quantity, const char *lowest, gsize length)
{
  const char *start = sentence + quantity->start;
  const char *end = sentence + quantity->end;

  end += strspn (end, " *(");
  if (end <= lowest)
    return end == lowest || (lowest - end < 14 && carrel_phrase_match (end, "of") > 0);
  return start >= lowest + length && start - (lowest + length) <= 3;
}

/* The number beside "lowest": "two lowest", "lowest 2", "lowest of the three"; else one. */
static int
read_drop_number (const CarrelWords *words, const char *sentence, const char *lowest, gsize length)
{
  CarrelQuantity quantity;

  for (gsize from = 0; carrel_quantity_find (words, sentence, from, &quantity); from = quantity.end)
    if (quantity.unit == CARREL_UNIT_NONE && quantity.value > 0 && !quantity.is_range
        && is_beside (sentence, &quantity, lowest, length))
      return carrel_quantity_get_integer (quantity.value);
  return 1;
}

/* "4% times 5 essays (best of 6)": what counts is said before. */
static CarrelWeight *
find_best_all (const CarrelDetailReader *self, const char *sentence, int *kept, int *all)
{
  static const char *const best[] = { "best of", "best out of", "top of", NULL };
  CarrelWeight *part = carrel_weight_find_on_line (self->weights, self->line);
  gsize length = 0;
  const char *at
      = part != NULL && part->count > 0 && (part->percent_each > 0 || part->points_each > 0)
            ? carrel_phrase_find (sentence, -1, best, &length)
            : NULL;

  if (at == NULL)
    return NULL;
  at += length + strspn (at + length, " ");
  *kept = part->count;
  return carrel_weight_best_read_number (self->page->words, at, all, &length) && *all > *kept
             ? part
             : NULL;
}

/* Where the words begin that a bracket around @lowest is said of: "labs (20%), quizzes (15%; lowest
 * dropped)"; NULL when none is open. */
static const char *
find_bracketed (const char *sentence, const char *lowest)
{
  const char *at = lowest;

  while (at > sentence && strchr ("()", *at) == NULL)
    at--;
  if (*at != '(')
    return NULL;
  while (at > sentence && strchr (",;.)", at[-1]) == NULL)
    at--;
  return at;
}

/* The part whose name stands nearest to "lowest", a word of @length bytes: behind it ("lowest
 * quiz"), else before it, or of which a short name stands behind it. */
static CarrelWeight *
find_near (const CarrelDetailReader *self, const char *sentence, const char *lowest, gsize length)
{
  static const gsize windows[] = { 30, 60, 120 };
  CarrelWeight *part = carrel_weight_find_named (self->weights, lowest, strcspn (lowest, ",;.()"));
  const char *bracketed = find_bracketed (sentence, lowest);

  if (part == NULL && bracketed != NULL)
    part = carrel_weight_find_named (self->weights, bracketed, (gsize) (lowest - bracketed));

  for (guint i = 0; part == NULL && i < G_N_ELEMENTS (windows); i++)
    {
      const char *start
          = carrel_phrase_step_back (sentence, (gsize) (lowest - sentence), windows[i]);

      part = carrel_weight_find_named (self->weights, start, (gsize) (lowest - start));
    }
  if (part == NULL)
    part = carrel_weight_find_shortened (self->weights, lowest + length);
  return part != NULL ? part : find_part (self, sentence);
}

/* "best 5 of 6": the rest does not count. */
static gboolean
read_best_of (CarrelDetailReader *self, const char *sentence)
{
  int kept = 0, all = 0;
  CarrelWeight *part = find_best_all (self, sentence, &kept, &all);

  const char *best = part == NULL
                         ? carrel_weight_best_find (self->page->words, sentence, &kept, &all)
                         : sentence;

  if (best == NULL)
    return FALSE;
  if (part == NULL)
    part = find_near (self, sentence, best, 0);
  if (part == NULL || part->drop_lowest >= 0)
    return FALSE;
  part->drop_lowest = all - kept;
  if (part->count <= kept)
    part->count = all;
  return TRUE;
}

/* Whether a plain number and the word "drop" at @drop make a remark of their own. */
static gboolean
is_beside_drop (const char *sentence,
                const CarrelQuantity *quantity,
                const char *drop,
                gsize length)
{
  const char *start = sentence + quantity->start;
  const char *end = sentence + quantity->end;
  gboolean is_behind = start > drop && start - (drop + length) == 1;
  const char *rest = is_behind ? end : drop + length;

  if (quantity->unit != CARREL_UNIT_NONE || quantity->is_range)
    return FALSE;
  return (is_behind || (end < drop && drop - end == 1))
         && (*rest == '\0' || strchr (",;.)", *rest) != NULL);
}

/* "drop 1" and "2 drops", in the bracket or remark beside a weight; @at: where that stands. */
static int
read_short_number (const CarrelWords *words, const char *sentence, const char **at)
{
  static const char *const drop[] = { "drop", "drops", "dropped", "dropping", NULL };
  gsize length = 0;
  CarrelQuantity quantity;

  *at = carrel_phrase_find (sentence, -1, drop, &length);
  for (gsize from = 0; *at != NULL && carrel_quantity_find (words, sentence, from, &quantity);
       from = quantity.end)
    {
      if (is_beside_drop (sentence, &quantity, *at, length))
        return carrel_quantity_get_integer (quantity.value);
    }
  return 0;
}

static void
read_short_drop (const CarrelDetailReader *self, const char *sentence)
{
  CarrelWeight *part = carrel_weight_find_on_line (self->weights, self->line);
  const char *at = NULL;
  int n = part != NULL ? read_short_number (self->page->words, sentence, &at) : 0;

  if (n > 0 && n <= 20)
    part = find_bracketed (sentence, at) != NULL ? find_near (self, sentence, at, 0) : part;
  if (n > 0 && n <= 20 && part != NULL && part->drop_lowest < 0)
    part->drop_lowest = n;
}

/* "from each category (reading, homework, and quizzes)": all that the sentence names. */
static gboolean
drop_from_each (const CarrelDetailReader *self, const char *sentence, int n)
{
  static const char *const each[]
      = { "from each category", "in each category",  "per category",  "each category",
          "each component",     "from each of",      "in each of",    "each type of",
          "de cada categoría",  "de cada categoria", "each group of", NULL };
  guint n_found = 0;

  if (!carrel_phrase_occurs (sentence, -1, each))
    return FALSE;
  for (guint i = 0; i < self->weights->len; i++)
    {
      CarrelWeight *part = g_ptr_array_index (self->weights, i);

      if (!carrel_weight_name_is_in (part->name, sentence, strlen (sentence)))
        continue;
      n_found++;
      if (part->drop_lowest < 0)
        part->drop_lowest = n;
    }
  return n_found > 1;
}

/* "drops the lowest", "(less lowest 2)", "minus the two lowest" */
static gboolean
is_drop (const CarrelDetailReader *self, const char *sentence)
{
  static const char without[]
      = "(?:^|[(,;] *)(?:less|minus|without|excluding|except(?: for)?) (?:the |your )?"
        "(?:(?:[0-9]+|one|two|three) )?(?:lowest|worst)(?: (?:[0-9]+|one|two|three|score|grade)s?)?"
        "(?: *[).,:;%]|$)|\\b(?:lowest|worst)\\b[^.;]{0,30}\\bnot counted\\b"
        "|[(] *all but (?:the )?(?:[0-9]+ |one |two )?(?:lowest|worst)\\b";

  return ((self->is_dropped && !carrel_weight_drop_is_clause (sentence))
          || carrel_phrase_occurs (sentence, -1, carrel_weight_detail_drop_words)
          || carrel_pattern_matches (without, sentence, G_REGEX_CASELESS))
         && !carrel_phrase_occurs (sentence, -1, carrel_weight_detail_hedges);
}

static void
set_drop (CarrelWeight *part, int n)
{
  if (part != NULL && part->drop_lowest < 0 && n > 0)
    part->drop_lowest = n;
}

static int
read_number (const CarrelDetailReader *self, const char *number)
{
  CarrelQuantity quantity;

  return carrel_quantity_find (self->page->words, number, 0, &quantity)
             ? carrel_quantity_get_integer (quantity.value)
             : 0;
}

/* "Two of your labs will be dropped" */
static void
read_plain_drop (const CarrelDetailReader *self, const char *sentence)
{
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  if (!carrel_phrase_occurs (sentence, -1, carrel_weight_detail_hedges)
      && carrel_weight_drop_match_plain (sentence, &number, &name))
    set_drop (carrel_weight_find_named (self->weights, name, strlen (name)),
              read_number (self, number));
}

/* "There will be 3 quizzes, and the highest 2 scores count": so many that are known less those. */
static void
read_kept (const CarrelDetailReader *self, const char *sentence)
{
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;
  CarrelWeight *part;
  int start = 0;

  if (carrel_phrase_occurs (sentence, -1, carrel_weight_detail_hedges)
      || !carrel_weight_drop_match_kept (sentence, &number, &name, &start))
    return;
  part = *name != '\0' ? carrel_weight_find_named (self->weights, name, strlen (name))
                       : find_near (self, sentence, sentence + start, 0);
  if (part != NULL)
    set_drop (part, part->count - read_number (self, number));
}

static void
read_drop (CarrelDetailReader *self, const char *sentence)
{
  gsize length = 0;
  const char *lowest
      = carrel_phrase_find (sentence, -1, carrel_weight_detail_lowest_words, &length);
  CarrelWeight *part;
  int n;

  if (read_best_of (self, sentence) || lowest == NULL || !is_drop (self, sentence))
    return;
  part = find_near (self, sentence, lowest, length);
  n = read_drop_number (self->page->words, sentence, lowest, length);
  if (n <= 0 || n > 20 || drop_from_each (self, sentence, n))
    return;
  if (part == NULL || part->drop_lowest >= 0)
    return;
  part->drop_lowest = n;
  if (carrel_phrase_occurs (sentence, -1, carrel_weight_detail_highest_words))
    part->drop_highest = n;
}

/* A weight of each piece that divides the weight of the part says how many there are. */
static void
take_each (CarrelWeight *part, const CarrelWeightMention *mention)
{
  gboolean is_points = mention->unit == CARREL_UNIT_POINTS;
  gint64 total = is_points ? part->points : part->percent;
  gint64 *each = is_points ? &part->points_each : &part->percent_each;

  /* "Final paper (50%)" is one, whatever is "worth 10% each". */
  if (!mention->is_each || *each >= 0 || mention->value <= 0 || total <= mention->value
      || total % mention->value != 0 || carrel_phrase_match (part->name, "final") > 0)
    return;
  *each = mention->value;
  if (part->count < 0)
    part->count = (int) (total / mention->value);
}

/* Whether a sentence gives weights besides that of the part: then "each" is about one of those. */
static gboolean
has_others (const CarrelWeight *part, GArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const CarrelWeightMention *mention = &g_array_index (mentions, CarrelWeightMention, i);

      if (!mention->is_each && mention->value != part->percent && mention->value != part->points)
        return TRUE;
    }
  return FALSE;
}

/* "homework assignment" is homework, and "exam question" no exam. */
static gboolean
is_only_name (const CarrelWeight *part, const char *name)
{
  g_autofree char *bare
      = carrel_pattern_dup_without (" (?:assignments?|sets?)$", name, G_REGEX_CASELESS);

  return carrel_weight_name_is_like (part->name, name)
         || carrel_weight_name_is_like (part->name, bare);
}

/* "Each assignment is worth 15%" is about the assignments. */
static CarrelWeight *
find_each (const CarrelDetailReader *self, const char *sentence)
{
  static const char pattern[]
      = "^(?:each|every) (?!late|missed|bonus)([\\p{L} -]{3,40}?)(?<!attendance)(?<!participation) "
        "(?:is|counts?|will (?:be|count)|contributes|makes up)(?: worth| for| toward)? "
        "[0-9.]+ ?(?:%|points|pts)(?:[.,;)]|$| of (?:the|your) (?:final |course |total |overall "
        ")*grade)";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL;
  CarrelWeight *part;

  if (!carrel_pattern_match (pattern, sentence, G_REGEX_CASELESS, &match))
    return NULL;
  name = g_match_info_fetch (match, 1);
  part = carrel_weight_find_only_named (self->weights, name);
  return part != NULL && part->count < 0 && is_only_name (part, name) ? part : NULL;
}

/* "20 points each", said where the part is described. */
static void
read_each (CarrelDetailReader *self, const char *sentence)
{
  CarrelWeight *part = carrel_weight_find_on_line (self->weights, self->line);
  g_autoptr (GArray) mentions = NULL;

  if (part == NULL)
    part = find_each (self, sentence);
  if (part == NULL)
    return;
  mentions = carrel_weight_mention_find (self->page->words, sentence);
  if (has_others (part, mentions))
    return;
  for (guint i = 0; i < mentions->len; i++)
    take_each (part, &g_array_index (mentions, CarrelWeightMention, i));
}

/* "9 assignments" at the start of a cell beside "Homework" counts the part of its row. */
static CarrelWeight *
find_in_row (const CarrelDetailReader *self, const char *noun, const CarrelQuantity *quantity)
{
  static const char *const pieces[]
      = { "assignments", "homeworks", "problem sets",  "exams",  "tests",
          "quizzes",     "labs",      "projects",      "papers", "reports",
          "exercises",   "essays",    "presentations", NULL };

  return self->is_cell && quantity->start == 0
                 && carrel_phrase_match_any (noun + strspn (noun, " "), pieces) > 0
             ? carrel_weight_find_on_line (self->weights, self->line)
             : NULL;
}

/* "Problem sets: there will be six in total" counts what the colon ends. */
static CarrelWeight *
find_before_colon (const CarrelDetailReader *self, const char *sentence, const char *noun)
{
  static const char *const totals[]
      = { "in total", "in all", "altogether", "of them", "of these", "total", NULL };
  gsize length = strcspn (sentence, ":");

  return sentence[length] == ':' && sentence + length < noun && length <= MAX_SUBJECT
                 && carrel_phrase_match_any (noun + strspn (noun, " "), totals) > 0
             ? carrel_weight_find_named (self->weights, sentence, length)
             : NULL;
}

/* "The final project consists of 3 assignments" divides the project, and counts no homework. */
static gboolean
is_of_another (const CarrelDetailReader *self,
               const char *sentence,
               gsize length,
               const CarrelWeight *part)
{
  static const char consists[] = "\\b(?:consists? of|comprises?|is made of|is composed of) *$";
  g_autofree char *before = g_strndup (sentence, length);
  const CarrelWeight *named = carrel_pattern_matches (consists, before, G_REGEX_CASELESS)
                                  ? carrel_weight_find_named (self->weights, before, length)
                                  : NULL;

  return named != NULL && named != part && !carrel_weight_find_is_named (part, before, length);
}

/* "There will be ten assignments" below "Homework" counts homework. */
static CarrelWeight *
find_in_section (const CarrelDetailReader *self, const char *sentence, const char *noun)
{
  static const char *const general[] = { "assignments", "pieces", NULL };
  static const char *const leads[]
      = { "there are", "there will be", "a total of", "consists of", "consist of", NULL };
  CarrelWeight *part;

  if (carrel_phrase_match_any (noun + strspn (noun, " "), general) == 0
      || !carrel_phrase_occurs (sentence, (gssize) (noun - sentence), leads))
    return NULL;
  part = carrel_weight_find_only_named (self->weights, self->heading);
  return part != NULL && carrel_weight_name_is_like (part->name, self->heading) ? part : NULL;
}

/* The weight whose pieces @quantity counts, by the words after it. */
static CarrelWeight *
find_by_noun (const CarrelDetailReader *self, const char *sentence, const CarrelQuantity *quantity)
{
  const char *noun = sentence + quantity->end;
  CarrelWeight *part = carrel_weight_count_find (self->weights, noun);

  if (part != NULL && is_of_another (self, sentence, quantity->start, part))
    return NULL;
  if (part == NULL)
    part = find_in_row (self, noun, quantity);
  if (part == NULL)
    part = find_in_section (self, sentence, noun);
  return part != NULL ? part : find_before_colon (self, sentence, noun);
}

static void
read_counts (CarrelDetailReader *self, const char *sentence)
{
  CarrelQuantity quantity;

  for (gsize from = 0; carrel_quantity_find (self->page->words, sentence, from, &quantity);
       from = quantity.end)
    {
      int count = quantity.unit == CARREL_UNIT_NONE && !quantity.is_range
                      ? carrel_quantity_get_integer (quantity.value)
                      : -1;
      CarrelWeight *part;

      if (count < 2 || count > CARREL_WEIGHT_MAX_COUNT
          || !carrel_weight_count_announces (sentence, &quantity))
        continue;
      part = find_by_noun (self, sentence, &quantity);
      if (part != NULL && part->count <= 0)
        part->count = count;
    }
}

static void
read_text (CarrelDetailReader *self, const char *text, int line, const char *heading)
{
  g_auto (GStrv) sentences = carrel_sentence_split (text);

  self->line = line;
  self->heading = heading;
  self->last_named = NULL;
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      CarrelWeight *named = carrel_weight_find_only_named (self->weights, sentences[i]);

      read_drop (self, sentences[i]);
      read_short_drop (self, sentences[i]);
      read_each (self, sentences[i]);
      read_counts (self, sentences[i]);
      read_plain_drop (self, sentences[i]);
      read_kept (self, sentences[i]);
      if (named != NULL)
        self->last_named = named;
    }
}

/* Items below the item of a weight describe it. */
static void
find_owner (CarrelDetailReader *self, const CarrelPageLine *line)
{
  const CarrelBlock *block = carrel_page_get_block (self->page, line->block);
  CarrelWeight *part = carrel_weight_find_alone_on_line (self->weights, line->line);

  if (part != NULL)
    self->owner = part;
  else if (self->owner != NULL
           && (block->kind != CARREL_BLOCK_LIST_ITEM || block->list_depth <= self->owner->depth))
    self->owner = NULL;
}

/* "We drop the following:" leads to items such as "your two lowest quizzes". */
static void
find_drop_lead (CarrelDetailReader *self, const CarrelPageLine *line)
{
  if (carrel_page_get_block (self->page, line->block)->kind != CARREL_BLOCK_LIST_ITEM)
    self->is_dropped = carrel_weight_drop_leads (line->text);
}

static void
read_table (CarrelDetailReader *self, const CarrelBlock *block, const char *heading)
{
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->rows[i].n_cells; j++)
      {
        g_autofree char *cell = carrel_page_dup_text (&block->rows[i].cells[j]);

        read_text (self, cell, block->rows[i].line, heading);
      }
}

/* How many pieces the name alone says: "Labs 1-8", "Midterm and final exam: 25% each". */
static int
count_named (const CarrelWeight *weight)
{
  int count = 0;

  if (carrel_weight_count_find_numbers (weight->name, &count) > 0)
    return count;
  return weight->percent < 0 && weight->percent_each > 0
                 && carrel_weight_parts_are_two (weight->name)
             ? 2
             : -1;
}

/* What follows from the numbers: "25% each" and two of them are 50%. */
static void
derive (CarrelWeight *weight)
{
  if (weight->count < 0)
    weight->count = count_named (weight);
  if (weight->percent < 0 && weight->percent_each > 0 && weight->count > 0)
    weight->percent = weight->percent_each * weight->count;
  if (weight->points < 0 && weight->points_each > 0 && weight->count > 0)
    weight->points = weight->points_each * weight->count;
}

/**
 * carrel_weight_detail_read:
 * @page: a page
 * @weights: (element-type CarrelWeight): the parts of the grade
 *
 * Adds to each part how many pieces it has and how many of the lowest are dropped, wherever on the
 * page that is said. Hedged numbers ("likely four", "10-12") are not taken.
 */
void
carrel_weight_detail_read (const CarrelPage *page, GPtrArray *weights)
{
  CarrelDetailReader self = { page, weights };

  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (page, i);

      find_owner (&self, line);
      find_drop_lead (&self, line);
      read_text (&self, line->text, line->line,
                 carrel_page_get_section (page, line->section)->heading);
    }
  self.owner = NULL;
  self.is_dropped = FALSE;
  self.is_cell = TRUE;
  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    {
      const CarrelBlock *block = carrel_page_get_block (page, i);

      if (block->kind == CARREL_BLOCK_TABLE)
        read_table (&self, block,
                    carrel_page_get_section (page, carrel_page_find_section (page, i))->heading);
    }
  for (guint i = 0; i < weights->len; i++)
    derive (g_ptr_array_index (weights, i));
}
