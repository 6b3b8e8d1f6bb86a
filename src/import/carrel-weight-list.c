/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Collecting every place of a page that might say how a course is graded. */
#define G_LOG_DOMAIN "carrel-weight-list"

#include "config.h"

#include "carrel-weight-list.h"

#include "carrel-cutoff.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-sentence.h"
#include "carrel-weight-bare.h"
#include "carrel-weight-either.h"
#include "carrel-weight-formula.h"
#include "carrel-weight-headings.h"
#include "carrel-weight-list-words.h"
#include "carrel-weight-parts.h"
#include "carrel-weight-prose.h"
#include "carrel-weight-rest.h"
#include "carrel-weight-tally.h"

#include <string.h>

/* A longer paragraph is prose: it names a weight only where it says so. */
#define MAX_SHORT 110

/* A line of a name and a number. */
#define MAX_BARE 60

/* How many lines below its lead a formula may stand. */
#define MAX_LEAD_GAP 3

/* A group of weights without a colon behind its name. */
#define MAX_GROUP 40

typedef struct
{
  const CarrelPage *page;
  GPtrArray *lists;
  CarrelWeightList *open;  /* the run of lines that grows */
  gboolean is_bare;        /* its first line says what it is worth, but not of what */
  gboolean has_bare;       /* in prose */
  gboolean is_of_grade;    /* its first line says what the weight is of */
  CarrelWeightList *prose; /* single weights said in running text */
  CarrelWeightList *last;  /* where the weights of the sentence before went, in one line */
  const char *lead;        /* the last line without a weight */
  guint lead_depth;
  int lead_line;
  guint group_depth;      /* of an item without a weight among items of weights, or 0 */
  CarrelWeightList *bare; /* numbers without a unit, in the section that is read */
} CarrelWeightCollector;

static void
free_weight (gpointer data)
{
  carrel_weight_free (data);
}

static void
free_list (gpointer data)
{
  carrel_weight_list_free (data);
}

static void
add_weight (CarrelWeightList *list, CarrelWeight *weight, int line, guint depth)
{
  weight->line = line;
  weight->depth = depth;
  g_ptr_array_add (list->weights, weight);
}

/* How deep in lists the weights of a run stand. */
static guint
get_depth (const CarrelWeightList *run)
{
  return ((CarrelWeight *) g_ptr_array_index (run->weights, 0))->depth;
}

/* A run ends at a heading, a table or a new lead. */
static void
close_run (CarrelWeightCollector *self)
{
  if (self->open == NULL)
    return;
  if (self->is_of_grade && self->open->weights->len == 1)
    {
      g_ptr_array_add (self->prose->weights, g_ptr_array_steal_index (self->open->weights, 0));
      self->prose->section = self->open->section;
      self->has_bare = self->has_bare || self->is_bare;
      g_clear_pointer (&self->open, carrel_weight_list_free);
      return;
    }
  carrel_weight_parts_drop_restated (self->open);
  g_ptr_array_add (self->lists, g_steal_pointer (&self->open));
}

static void
open_run (CarrelWeightCollector *self, const CarrelPageLine *line)
{
  if (self->open != NULL)
    return;
  self->is_of_grade = carrel_phrase_occurs (line->text, -1, carrel_weight_list_of_the_grade)
                      || carrel_phrase_occurs (line->text, -1, carrel_weight_list_worth)
                      || carrel_phrase_match_any (line->text, carrel_weight_list_weight_of) > 0;
  self->is_bare = !carrel_phrase_occurs (line->text, -1, carrel_weight_list_of_the_grade);
  self->open
      = carrel_weight_list_new (CARREL_WEIGHT_LIST_LINES, self->lead, line->section, line->line);
}

/* "At least 90% for an A, 80% for a B" says what letters ask for. */
static gboolean
is_of_letters (const CarrelWeightCollector *self, const char *sentence)
{
  g_autoptr (GArray) cutoffs = g_array_new (FALSE, FALSE, sizeof (CarrelCutoff));

  return carrel_cutoff_read_sentence (self->page->words, sentence, cutoffs);
}

/* "A 5% penalty per day: your 90% would be 75% when it is three days late" */
static gboolean
is_of_late_work (const char *sentence, const GPtrArray *weights)
{
  static const char *const late[] = { "late", NULL };
  static const char *const penalty[] = { "penalty", "penalties", NULL };
  gint64 sum = 0;

  for (guint i = 0; i < weights->len; i++)
    sum += MAX (((const CarrelWeight *) g_ptr_array_index (weights, i))->percent, 0);
  return sum % (100 * CARREL_QUANTITY_ONE) != 0 && carrel_phrase_occurs (sentence, -1, late)
         && carrel_phrase_occurs (sentence, -1, penalty);
}

/* "The remaining 10% comes from labs" behind weights that make 90%, as far as they are known. */
static gboolean
goes_on (const CarrelWeightCollector *self, const char *sentence, const CarrelWeight *weight)
{
  gint64 sum = weight->percent;

  if (self->last == NULL || !carrel_weight_rest_goes_on (sentence, self->last->title))
    return FALSE;
  for (guint i = 0; i < self->last->weights->len; i++)
    {
      const CarrelWeight *other = g_ptr_array_index (self->last->weights, i);

      /* "12% each" waits for how many there are. */
      if (other->percent < 0)
        return TRUE;
      sum += other->percent;
    }
  return sum == 100 * CARREL_QUANTITY_ONE;
}

/* A weight that is said alone: of the grade, or of what the sentence before it left. */
static void
add_single (CarrelWeightCollector *self,
            const CarrelPageLine *line,
            const char *sentence,
            GPtrArray *weights)
{
  CarrelWeightList *list
      = carrel_phrase_occurs (sentence, -1, carrel_weight_list_of_the_grade) ? self->prose : NULL;

  if (goes_on (self, sentence, g_ptr_array_index (weights, 0)))
    {
      list = self->last;
      /* The weights of the whole page that are said alone are more than this sentence. */
      list->is_completed = list != self->prose;
    }
  if (list == NULL)
    return;
  add_weight (list, g_ptr_array_steal_index (weights, 0), line->line, 0);
  list->section = line->section;
  self->last = list;
}

static void
add_sentence (CarrelWeightCollector *self, const CarrelPageLine *line, const char *sentence)
{
  gboolean is_completed = FALSE;
  g_autoptr (GPtrArray) weights
      = carrel_weight_rest_read_sentence (self->page->words, sentence, &is_completed);
  CarrelWeightList *list;

  if (weights->len < 2)
    {
      if (weights->len == 1)
        add_single (self, line, sentence, weights);
      return;
    }
  if (is_of_letters (self, sentence) || is_of_late_work (sentence, weights))
    return;
  while (weights->len > 0)
    {
      guint n = carrel_weight_parts_count_whole (weights);

      list = carrel_weight_list_new (CARREL_WEIGHT_LIST_SENTENCE, sentence, line->section,
                                     line->line);
      list->is_completed = is_completed;
      for (guint i = 0; i < n; i++)
        add_weight (list, g_ptr_array_steal_index (weights, 0), line->line, 0);
      g_ptr_array_add (self->lists, list);
      self->last = list;
    }
}

static void
add_sentences (CarrelWeightCollector *self, const CarrelPageLine *line)
{
  g_autofree char *text = carrel_weight_rest_dup_sure (line->text);
  g_auto (GStrv) sentences = carrel_sentence_split (text);

  self->last = NULL;

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_auto (GStrv) ways = carrel_weight_either_split (sentences[i]);

      for (guint j = 0; ways[j] != NULL; j++)
        add_sentence (self, line, ways[j]);
    }
}

/* "Book reviews (20%). You will write …": what a paragraph is about, with what it counts. */
static gboolean
is_lead_of_paragraph (const char *text)
{
  return carrel_pattern_matches ("^\\p{Lu}[^.%:;()]{2,50} \\([0-9.]+ ?%\\)\\. \\p{Lu}", text, 0);
}

/* In running text only "Name: 10%" and "10% name" are lines of their own. */
static gboolean
is_line (const CarrelBlock *block, const char *text, const CarrelWeight *weight)
{
  if (is_lead_of_paragraph (text))
    return TRUE;
  if (strlen (text) <= MAX_SHORT)
    return block->kind != CARREL_BLOCK_PARAGRAPH || strstr (text, ". ") == NULL
           || strstr (text, ". ") - text > 40 || strlen (text) < 60;
  return block->kind == CARREL_BLOCK_LIST_ITEM
         || (weight->name != NULL && g_str_has_prefix (text, weight->name)
             && strlen (weight->name) < 40 && memchr (text, '%', 50) != NULL);
}

static gboolean
is_lead (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && length <= MAX_SHORT
         && (text[length - 1] == ':' || g_str_has_suffix (text, "："));
}

/* "The course has a total of 500 points" names no part. */
static gboolean
is_total_line (const CarrelWeightCollector *self, const char *text, const CarrelWeight *weight)
{
  static const char *const whole[]
      = { "course",  "class", "total", "maximum", "score",  "there",     "semester", "possible",
          "overall", "grade", "max",   "sum",     "gesamt", "insgesamt", NULL };

  return (weight->name == NULL || carrel_phrase_occurs (weight->name, -1, whole))
         && (carrel_weight_read_total (self->page->words, text) > 0
             || carrel_words_find_label (self->page->words, weight->name) == CARREL_LABEL_TOTAL);
}

/* Lists under one item after another are separate sums; prose below an item describes it. */
static gboolean
starts_next_sum (const CarrelWeightCollector *self, const CarrelPageLine *line, guint depth)
{
  /* "2. Project (35%)" goes on with "1. Essays (60%)", whatever stands between them. */
  return carrel_page_get_block (self->page, line->block)->number <= 1 && self->open != NULL
         && self->lead != NULL && depth > self->lead_depth && strlen (self->lead) <= MAX_SHORT
         && self->lead_line > self->open->line && get_depth (self->open) == depth;
}

/* A line without a weight leads to those below it, unless it stands below one itself. */
static void
take_lead (CarrelWeightCollector *self, const CarrelPageLine *line, guint depth)
{
  if (*line->text == '\0' || (depth > 0 && self->open != NULL && depth > get_depth (self->open)))
    return;
  self->lead = line->text;
  self->lead_depth = depth;
  self->lead_line = line->line;
}

/* "Projects:" or "Exams" among items of weights, with more of them below it. */
static void
take_group (CarrelWeightCollector *self, const CarrelPageLine *line, guint depth)
{
  gboolean is_name = is_lead (line->text)
                     || (*line->text != '\0' && strlen (line->text) <= MAX_GROUP
                         && strpbrk (line->text, ".!?") == NULL);

  if (depth > 0 && depth <= self->group_depth)
    self->group_depth = 0;
  if (depth > 0 && self->open != NULL && get_depth (self->open) == depth && is_name)
    self->group_depth = depth;
}

/* Whether the heading, or the line above a list, says how the page grades. */
static gboolean
tells_grading (const CarrelWeightCollector *self, const CarrelPageLine *line, guint depth)
{
  const char *heading = carrel_page_get_section (self->page, line->section)->heading;
  const char *lead = self->bare != NULL ? self->bare->title : self->lead;

  if (depth == 0 && carrel_page_get_block (self->page, line->block)->kind != CARREL_BLOCK_PARAGRAPH)
    return FALSE;
  return carrel_words_has_label (self->page->words, heading, CARREL_LABEL_GRADING)
         || (depth > 0 && lead != NULL && strlen (lead) <= MAX_GROUP
             && carrel_words_has_label (self->page->words, lead, CARREL_LABEL_GRADING));
}

/* "Homework: 40", where the page says how it grades: of a hundred when all add up to that. */
static void
take_bare (CarrelWeightCollector *self, const CarrelPageLine *line, guint depth)
{
  g_autofree char *text
      = tells_grading (self, line, depth) ? carrel_weight_bare_dup_line (line->text) : NULL;
  g_autoptr (CarrelWeight) weight = NULL;

  if (text == NULL)
    return;
  weight = carrel_weight_read_line (self->page->words, text);
  if (weight == NULL || weight->percent <= 0)
    return;
  if (self->bare == NULL)
    self->bare
        = carrel_weight_list_new (CARREL_WEIGHT_LIST_LINES, self->lead, line->section, line->line);
  if (self->bare->weights->len == 0 || get_depth (self->bare) == depth)
    add_weight (self->bare, g_steal_pointer (&weight), line->line, depth);
}

/* At the end of a section. */
static void
close_bare (CarrelWeightCollector *self)
{
  if (self->bare != NULL && self->bare->weights->len > 1
      && carrel_weight_list_get_sum (self->bare) == 100 * CARREL_QUANTITY_ONE)
    g_ptr_array_add (self->lists, g_steal_pointer (&self->bare));
  g_clear_pointer (&self->bare, carrel_weight_list_free);
}

/* "value: 50%" below "Exercises: in class": the item above has the name. Returns whether it has. */
static gboolean
take_name_of_lead (const CarrelWeightCollector *self, CarrelWeight *weight, guint depth)
{
  gsize length = self->lead != NULL ? strcspn (self->lead, ":.") : 0;

  if (weight->name == NULL || length == 0 || length > MAX_BARE || depth <= self->lead_depth
      || carrel_words_find_label (self->page->words, weight->name) != CARREL_LABEL_WEIGHT)
    return FALSE;
  g_free (weight->name);
  weight->name = g_strstrip (g_strndup (self->lead, length));
  return TRUE;
}

/* A line that is one weight; takes @weight. */
static void
take_weight (CarrelWeightCollector *self,
             const CarrelPageLine *line,
             CarrelWeight *weight,
             guint depth)
{
  if (!take_name_of_lead (self, weight, depth) && starts_next_sum (self, line, depth))
    close_run (self);
  if (depth <= self->group_depth)
    self->group_depth = 0;
  weight->group_depth = self->group_depth;
  open_run (self, line);
  add_weight (self->open, weight, line->line, depth);
}

/* What leads to a formula, "The final grade is computed as:", and the formula. */
static char *
dup_formula_title (const CarrelWeightCollector *self, const CarrelPageLine *line)
{
  gboolean is_led
      = self->lead != NULL && is_lead (self->lead) && line->line - self->lead_line <= MAX_LEAD_GAP;

  return g_strjoin (" ", is_led ? self->lead : line->text, is_led ? line->text : NULL, NULL);
}

/* "50% midterm + 50% final" below or beside "Exams: 60%" divides that. */
static gboolean
is_share_of_item (const CarrelWeightCollector *self, const CarrelPageLine *line)
{
  const CarrelBlock *block = carrel_page_get_block (self->page, line->block);

  return block->kind == CARREL_BLOCK_LIST_ITEM && strchr (line->text, '%') != NULL
         && self->open != NULL && block->list_depth >= get_depth (self->open)
         && get_depth (self->open) > 0;
}

/* "0.7*report + 0.3*tests"; the formula for a second try changes nothing of the first. */
static gboolean
take_formula (CarrelWeightCollector *self, const CarrelPageLine *line)
{
  g_autoptr (GPtrArray) weights = carrel_weight_formula_read (line->text);
  g_autofree char *title = NULL;
  CarrelWeightList *list;

  if (weights->len == 0 || is_share_of_item (self, line))
    return FALSE;
  title = dup_formula_title (self, line);
  list = carrel_weight_list_new (CARREL_WEIGHT_LIST_SENTENCE, title, line->section, line->line);
  while (weights->len > 0)
    add_weight (list, g_ptr_array_steal_index (weights, 0), line->line, 0);
  g_ptr_array_add (self->lists, list);
  return TRUE;
}

/* "80% tests, 20% style" below "50% Homework" divides that item. */
static gboolean
divides_item (const CarrelWeightCollector *self, guint depth)
{
  return self->open != NULL && get_depth (self->open) > 0 && depth > get_depth (self->open);
}

/* "70 points" right below "Homework" or below "1. Homework", in a line of its own. */
static CarrelWeight *
read_below_lead (const CarrelWeightCollector *self, const CarrelPageLine *line)
{
  return self->lead != NULL && line->line - self->lead_line <= 2
             ? carrel_weight_read_below (self->page->words, self->lead, line->text)
             : NULL;
}

/* ": 40%" right below the term "Homework", which dialects read as an item. */
static gboolean
is_definition (const CarrelWeightCollector *self, const CarrelPageLine *line, guint depth)
{
  return self->lead != NULL && depth == 1 && self->lead_depth == 0
         && line->line == self->lead_line + 1
         && carrel_page_get_block (self->page, line->block)->kind == CARREL_BLOCK_LIST_ITEM;
}

/* What a line says of one part of the grade, alone or together with the line above. */
static CarrelWeight *
read_weight (const CarrelWeightCollector *self,
             const CarrelPageLine *line,
             guint depth,
             gboolean *is_below)
{
  CarrelBlockKind kind = carrel_page_get_block (self->page, line->block)->kind;
  gboolean is_beside = kind == CARREL_BLOCK_PARAGRAPH && depth == self->lead_depth;
  CarrelWeight *below = (is_beside && line->text[0] == '(') || is_definition (self, line, depth)
                            ? read_below_lead (self, line)
                            : NULL;
  CarrelWeight *weight = NULL;

  *is_below = below != NULL;
  if (below != NULL)
    return below;
  weight = carrel_weight_read_line (self->page->words, line->text);
  return weight == NULL && is_beside ? read_below_lead (self, line) : weight;
}

/* How deep in lists a line stands; "a. Proposal (5%)" below "2. Project" is no list of Markdown. */
static guint
find_depth (const CarrelWeightCollector *self, const CarrelPageLine *line)
{
  const CarrelBlock *block = carrel_page_get_block (self->page, line->block);
  const char *text = line->text;

  return block->kind == CARREL_BLOCK_PARAGRAPH && block->list_depth == 0 && self->open != NULL
                 && get_depth (self->open) > 0 && *text >= 'a' && *text <= 'h'
                 && (text[1] == '.' || text[1] == ')') && text[2] == ' '
             ? get_depth (self->open) + 1
             : block->list_depth;
}

/* Whether a line is nothing but one weight of the course. */
static gboolean
is_part (const CarrelWeightCollector *self, const CarrelPageLine *line, const CarrelWeight *weight)
{
  const CarrelBlock *block = carrel_page_get_block (self->page, line->block);

  /* "100% of the grade is the exam" is no part of a list, but all there is. */
  return is_line (block, line->text, weight) && !is_total_line (self, line->text, weight)
         && (block->kind != CARREL_BLOCK_PARAGRAPH
             || (!carrel_weight_prose_is_whole (self->page->words, line->text)
                 && weight->percent != 100 * CARREL_QUANTITY_ONE));
}

static void
take_line (CarrelWeightCollector *self, const CarrelPageLine *line)
{
  const CarrelBlock *block = carrel_page_get_block (self->page, line->block);
  guint depth = find_depth (self, line);
  gboolean is_below = FALSE;
  CarrelWeight *weight = read_weight (self, line, depth, &is_below);

  if (is_below)
    depth = self->lead_depth;
  if (weight == NULL)
    take_bare (self, line, depth);
  else if (is_part (self, line, weight))
    {
      take_weight (self, line, weight, depth);
      return;
    }
  take_group (self, line, depth);
  g_clear_pointer (&weight, carrel_weight_free);
  if (is_lead (line->text) && block->kind != CARREL_BLOCK_LIST_ITEM)
    close_run (self);
  if (!divides_item (self, depth))
    add_sentences (self, line);
  take_lead (self, line, depth);
}

static void
take_lines (CarrelWeightCollector *self)
{
  guint section = G_MAXUINT;

  for (guint i = 0; i < carrel_page_get_n_lines (self->page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (self->page, i);
      const CarrelBlock *block = carrel_page_get_block (self->page, line->block);

      if (line->section != section)
        {
          close_run (self);
          close_bare (self);
          self->group_depth = 0;
          self->lead = NULL;
        }
      section = line->section;
      if (block->kind != CARREL_BLOCK_HEADING && !take_formula (self, line))
        take_line (self, line);
    }
  close_run (self);
  close_bare (self);
}

static void
take_tables (CarrelWeightCollector *self)
{
  for (guint i = 0; i < carrel_page_get_n_blocks (self->page); i++)
    {
      if (carrel_page_get_block (self->page, i)->kind == CARREL_BLOCK_TABLE)
        carrel_weight_list_read_table (self->page, i, self->lists);
    }
}

/**
 * carrel_weight_list_new:
 * @kind: where the weights stand
 * @title: (nullable): the words that lead to them
 * @section: the index of their section
 * @line: their first line
 *
 * Returns: (transfer full): an empty list
 */
CarrelWeightList *
carrel_weight_list_new (CarrelWeightListKind kind, const char *title, guint section, int line)
{
  CarrelWeightList *self = g_new0 (CarrelWeightList, 1);

  self->kind = kind;
  self->weights = g_ptr_array_new_with_free_func (free_weight);
  self->title = g_strdup (title != NULL ? title : "");
  self->section = section;
  self->line = line;
  self->points = CARREL_WEIGHT_UNKNOWN;
  return self;
}

/**
 * carrel_weight_list_free:
 * @self: (transfer full): a list of weights
 */
void
carrel_weight_list_free (CarrelWeightList *self)
{
  g_ptr_array_unref (self->weights);
  g_free (self->title);
  g_free (self);
}

/**
 * carrel_weight_list_collect:
 * @page: a page
 *
 * Collects every run of weights on a page, whether it grades the course or not.
 *
 * Returns: (transfer full) (element-type CarrelWeightList): the lists
 */
GPtrArray *
carrel_weight_list_collect (const CarrelPage *page)
{
  CarrelWeightCollector self = { page, g_ptr_array_new_with_free_func (free_list) };

  self.prose = carrel_weight_list_new (CARREL_WEIGHT_LIST_SENTENCE, "final grade", 0, 0);
  take_tables (&self);
  take_lines (&self);
  carrel_weight_headings_collect (page, self.lists);
  carrel_weight_tally_collect (page, self.lists);
  /* What is worth something of nothing said must add up to be believed. */
  if (self.has_bare)
    *self.prose->title = '\0';
  g_ptr_array_add (self.lists, self.prose);
  if (carrel_weight_list_get_sum (self.prose) != 100 * CARREL_QUANTITY_ONE)
    carrel_weight_prose_collect (page, self.lists);
  for (guint i = 0; i < self.lists->len; i++)
    {
      CarrelWeightList *list = g_ptr_array_index (self.lists, i);

      if (list->kind == CARREL_WEIGHT_LIST_LINES)
        carrel_weight_list_nest (list);
      carrel_weight_parts_drop_numbers (list);
      if (list->line == 0 && list->weights->len > 0)
        list->line = ((CarrelWeight *) g_ptr_array_index (list->weights, 0))->line;
    }
  carrel_weight_parts_drop_completed (self.lists);
  carrel_weight_parts_drop_pieces (self.lists);
  return self.lists;
}

/**
 * carrel_weight_list_get_sum:
 * @self: a list of weights
 *
 * Returns: what its weights add up to, in millionths of a per cent, without bonuses
 */
gint64
carrel_weight_list_get_sum (const CarrelWeightList *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->weights->len; i++)
    {
      const CarrelWeight *weight = g_ptr_array_index (self->weights, i);

      if (!weight->is_bonus)
        sum += MAX (weight->percent, 0);
    }
  return sum;
}
