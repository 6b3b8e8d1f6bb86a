/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Of all the places of a page with weights, the ones that may grade the course, by what stands
 * around them and by their sums. */
#define G_LOG_DOMAIN "carrel-grading-choice"

#include "config.h"

#include "carrel-grading-choice.h"

#include "carrel-cutoff.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-weight-name.h"

#include <string.h>

#define HUNDRED      (100 * CARREL_QUANTITY_ONE)
#define ROUNDING     (CARREL_QUANTITY_ONE / 10)
#define ENOUGH_SCORE 3
#define MAX_CAPTION  40

/* Fewer parts are no course. */
#define MIN_PARTS 3

/* The most points that may be meant as a hundred and a bonus. */
#define NEAR_HUNDRED (110 * CARREL_QUANTITY_ONE)

typedef struct
{
  const CarrelPage *page;
  GPtrArray *lists; /* of CarrelWeightList: all of the page */
  GArray *totals;   /* of gint64: the total of points that a line states, or not above 0 */
} CarrelGradingChoice;

static const char *const grade_leads[] = {
  "final grade",
  "course grade",
  "overall grade",
  "grade breakdown",
  "grading",
  "graded",
  "grades will",
  "your grade",
  "grade is",
  "grade will",
  "weighted",
  "weights",
  "weighting",
  "breakdown",
  "evaluation",
  "assessment",
  "total grade",
  "final mark",
  "grade distribution",
  "grades are",
  "grade for",
  "components",
  "marks",
  "the grade",
  "grading scheme",
  "gesamtnote",
  "note finale",
  "nota final",
  "calificación final",
  "最终成绩",
  "分数组成",
  "分数构成",
  "考核方式",
  "总评",
  "成绩",
  "grade consists",
  "grade based",
  "grades based",
  "grade based on",
  "grade determined",
  NULL,
};

static const char *
get_heading (const CarrelGradingChoice *self, guint section)
{
  return carrel_page_get_section (self->page, section)->heading;
}

/* "title: Grading" in the front matter is the heading of all of a page. */
static gboolean
has_title_about_grading (const CarrelGradingChoice *self)
{
  const CarrelNode *front_matter = self->page->front_matter;
  const char *title = front_matter != NULL ? carrel_node_get_text (front_matter, "title") : NULL;

  return title != NULL && carrel_words_has_label (self->page->words, title, CARREL_LABEL_GRADING)
         && !carrel_words_has_label (self->page->words, title, CARREL_LABEL_RUBRIC);
}

/* Whether the section or one that contains it is about grading. */
static gboolean
is_about_grading (const CarrelGradingChoice *self, guint section)
{
  for (int i = (int) section; i >= 0; i = carrel_page_get_section (self->page, (guint) i)->parent)
    if (carrel_words_has_label (self->page->words, get_heading (self, (guint) i),
                                CARREL_LABEL_GRADING)
        || carrel_words_has_label (self->page->words, get_heading (self, (guint) i),
                                   CARREL_LABEL_WEIGHT))
      return TRUE;
  return has_title_about_grading (self);
}

/* "33% when all tests pass", "20%: is it readable?" */
static gboolean
is_criterion (const char *name)
{
  static const char *const conditions[] = { "when", "if", "given for", "awarded for", NULL };

  return strchr (name, '?') != NULL || carrel_phrase_occurs (name, -1, conditions);
}

/* An exam and attendance are parts of a course, not criteria of a piece of work. */
static gboolean
has_part_of_course (const CarrelGradingChoice *self, const CarrelWeightList *list)
{
  static const char *const parts[] = { "attendance", "homework", "homeworks", "quizzes", NULL };

  for (guint i = 0; i < list->weights->len; i++)
    {
      const char *name = ((CarrelWeight *) g_ptr_array_index (list->weights, i))->name;

      if (carrel_words_has_label (self->page->words, name, CARREL_LABEL_EXAM)
          || carrel_phrase_occurs (name, -1, parts))
        return TRUE;
    }
  return FALSE;
}

/* Questions and criteria are how a piece of work is marked, unless the heading is about grading. */
static gboolean
is_rubric (const CarrelGradingChoice *self, const CarrelWeightList *list)
{
  static const char *const whole[]
      = { "final grade",        "course grade",           "overall grade",
          "students will be",   "students are evaluated", "students are graded",
          "you will be graded", "you will be evaluated",  NULL };
  const char *heading = get_heading (self, list->section);

  for (guint i = 0; i < list->weights->len; i++)
    if (is_criterion (((CarrelWeight *) g_ptr_array_index (list->weights, i))->name))
      return TRUE;
  return (carrel_words_has_label (self->page->words, list->title, CARREL_LABEL_RUBRIC)
          && !carrel_phrase_occurs (list->title, -1, whole) && !has_part_of_course (self, list))
         || (carrel_words_has_label (self->page->words, heading, CARREL_LABEL_RUBRIC)
             && !carrel_words_has_label (self->page->words, heading, CARREL_LABEL_GRADING));
}

/* "Grades are based on homework, labs and an exam" speaks of the whole course. */
static gboolean
names_exam_too (const CarrelGradingChoice *self, const char *title)
{
  return carrel_grading_leads (title)
         && carrel_words_has_label (self->page->words, title, CARREL_LABEL_EXAM);
}

/* Whether the line above a list leads to it: a caption, or what ends in a colon. */
static gboolean
is_caption (const char *title)
{
  return strlen (title) <= MAX_CAPTION || g_str_has_suffix (title, ":")
         || g_str_has_suffix (title, "：");
}

/* Whether @text is about the part of the grade called @name, or about two words of it. */
static gboolean
speaks_of_part (const char *text, const char *name)
{
  g_autofree char *folded = g_utf8_strdown (name, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " /&", -1);
  guint n = 0;

  if (carrel_weight_name_is_in (name, text, strlen (text)))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    n += strlen (words[i]) > 3
         && carrel_phrase_occurs (text, -1, (const char *const[]){ words[i], NULL });
  return n > 1;
}

/* Whether two lists have a part of the same name, as other weights of the same work have. */
static gboolean
share_part (const CarrelWeightList *list, const CarrelWeightList *other)
{
  for (guint i = 0; i < list->weights->len; i++)
    for (guint j = 0; j < other->weights->len; j++)
      if (carrel_weight_name_is_like (
              ((const CarrelWeight *) g_ptr_array_index (list->weights, i))->name,
              ((const CarrelWeight *) g_ptr_array_index (other->weights, j))->name))
        return TRUE;
  return FALSE;
}

/* Whether the words that lead to @list are about a part that @other gives its share. */
static gboolean
divides_part_of (const CarrelWeightList *list, const CarrelWeightList *other)
{
  if (other == list || other->weights->len > CARREL_GRADING_MAX_PARTS
      || !carrel_grading_is_whole (carrel_weight_list_get_sum (other)) || share_part (list, other))
    return FALSE;
  for (guint i = 0; i < other->weights->len; i++)
    if (speaks_of_part (list->title,
                        ((const CarrelWeight *) g_ptr_array_index (other->weights, i))->name))
      return TRUE;
  return FALSE;
}

/* "The project grade is made up of:", where another list gives the project its share. "Without the
 * project, weighted as follows:" is another way to grade the course. */
static gboolean
is_breakdown_of_part (const CarrelGradingChoice *self, const CarrelWeightList *list)
{
  static const char *const divided[]
      = { "breakdown", "made up of", "broken down", "consists of", "composed of", "divided",
          "based on",  "graded on",  "weighted",    "grade for",   "is graded",   NULL };
  static const char *const whole[]
      = { "final grade", "final grades", "course grade", "overall grade", "your grade",
          "class grade", "final mark",   "total grade",  "grading",       "evaluation",
          NULL };
  static const char *const ways[]
      = { "option", "options", "scheme", "plan", "path", "track",   "alternative", "alternatively",
          "with",   "without", "if",     "no",   "or",   "instead", "either",      NULL };

  if (list->weights->len > CARREL_GRADING_MAX_PARTS
      || !carrel_phrase_occurs (list->title, -1, divided)
      || carrel_phrase_occurs (list->title, -1, whole)
      || carrel_phrase_occurs (list->title, -1, ways)
      || !carrel_grading_is_whole (carrel_weight_list_get_sum (list)))
    return FALSE;
  for (guint i = 0; i < self->lists->len; i++)
    if (divides_part_of (list, g_ptr_array_index (self->lists, i)))
      return TRUE;
  return FALSE;
}

/* Weights inside the section of one piece of work are the weights of its parts. */
static gboolean
is_about_one_work (const CarrelGradingChoice *self, const CarrelWeightList *list)
{
  static const char *const works[] = { "project", "final project", "assignment", "homework", "lab",
                                       "paper",   "presentation",  "report",     "essay",    NULL };

  return carrel_phrase_occurs (get_heading (self, list->section), -1, works)
         || (carrel_phrase_occurs (list->title, MAX_CAPTION, works) && is_caption (list->title)
             && !names_exam_too (self, list->title) && list->kind != CARREL_WEIGHT_LIST_TABLE
             && list->kind != CARREL_WEIGHT_LIST_SENTENCE);
}

/* What makes a hundred below "Final project (35%)" are the shares of its parts. */
static gboolean
is_below_weight (const CarrelGradingChoice *self, const CarrelWeightList *list)
{
  g_autoptr (CarrelWeight) weight = NULL;

  if (list->kind == CARREL_WEIGHT_LIST_HEADINGS
      || !carrel_grading_is_whole (carrel_weight_list_get_sum (list)))
    return FALSE;
  weight = carrel_weight_read_line (self->page->words, get_heading (self, list->section));
  return weight != NULL && weight->percent > 0 && weight->percent < HUNDRED && !weight->is_bonus;
}

/* A part of a total in per cent, rounded to four places. */
static gint64
divide (gint64 part, gint64 total)
{
  return (part * 1000000 + total / 2) / total * (CARREL_QUANTITY_ONE / 10000);
}

/* Adds the percentages of a list in points when the total is stated. */
static void
weigh_points (GPtrArray *weights, gint64 total)
{
  for (guint i = 0; i < weights->len; i++)
    {
      CarrelWeight *weight = g_ptr_array_index (weights, i);

      weigh_points (weight->children, total);
      if (weight->percent < 0 && weight->points >= 0 && total > 0)
        weight->percent = divide (weight->points, total);
    }
}

/* What the points of a list add up to, and those of its bonuses. */
static gint64
sum_points (const CarrelWeightList *list, gint64 *bonus)
{
  gint64 sum = 0;

  *bonus = 0;
  for (guint i = 0; i < list->weights->len; i++)
    {
      const CarrelWeight *weight = g_ptr_array_index (list->weights, i);

      *(weight->is_bonus ? bonus : &sum) += MAX (weight->points, 0);
    }
  return sum;
}

/* What each line says the points of the course add up to, read once for all lists. */
static gint64
get_total (CarrelGradingChoice *self, guint line)
{
  while (self->totals->len <= line)
    {
      const char *text = carrel_page_get_line (self->page, self->totals->len)->text;
      gint64 total = carrel_weight_read_total (self->page->words, text);

      g_array_append_val (self->totals, total);
    }
  return g_array_index (self->totals, gint64, line);
}

/* A row "Total" may count the bonus that nobody needs. */
static void
leave_out_bonus (CarrelWeightList *list, gint64 sum, gint64 bonus)
{
  if (bonus > 0 && list->points == sum + bonus)
    list->points = sum;
}

static gboolean
has_weight_at (const CarrelWeightList *list, int line)
{
  for (guint i = 0; i < list->weights->len; i++)
    if (((const CarrelWeight *) g_ptr_array_index (list->weights, i))->line == line)
      return TRUE;
  return FALSE;
}

/* "Activities: 1-5 points each" beside the parts: nobody knows how many points it makes. */
static gboolean
has_part_of_unknown_size (const CarrelGradingChoice *self, const CarrelWeightList *list)
{
  const CarrelPageSection *section = carrel_page_get_section (self->page, list->section);
  guint depth = ((const CarrelWeight *) g_ptr_array_index (list->weights, 0))->depth;

  for (guint i = section->first_line; i < section->end_line; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (self->page, i);
      const CarrelBlock *block = carrel_page_get_block (self->page, line->block);

      if (block->kind == CARREL_BLOCK_LIST_ITEM && block->list_depth == depth
          && carrel_pattern_matches ("[0-9] *(?:points?|pts)\\.? (?:each|per)\\b", line->text,
                                     G_REGEX_CASELESS)
          && !has_weight_at (list, line->line))
        return TRUE;
    }
  return FALSE;
}

/* A heading about grading, or an exam or attendance among parts whose points are hundreds. */
static gboolean
is_of_whole_course (const CarrelGradingChoice *self, const CarrelWeightList *list, gint64 sum)
{
  return carrel_words_has_label (self->page->words, get_heading (self, list->section),
                                 CARREL_LABEL_GRADING)
         || (sum % HUNDRED == 0 && has_part_of_course (self, list));
}

/* Without a total that the page states, the parts of a grade below a heading about grading are the
 * whole; a little more than a hundred is a hundred and something to ask about. */
static gint64
assume_total (const CarrelGradingChoice *self, const CarrelWeightList *list, gint64 sum)
{
  if (list->weights->len < MIN_PARTS || !is_of_whole_course (self, list, sum)
      || is_rubric (self, list) || is_about_one_work (self, list)
      || has_part_of_unknown_size (self, list))
    return CARREL_WEIGHT_UNKNOWN;
  for (guint i = 0; i < list->weights->len; i++)
    if (((CarrelWeight *) g_ptr_array_index (list->weights, i))->points <= 0)
      return CARREL_WEIGHT_UNKNOWN;
  return sum > HUNDRED && sum <= NEAR_HUNDRED ? HUNDRED : sum;
}

/* The total of a list in points: stated in its table or section, or plainly 100 or 1000. */
static void
find_points (CarrelGradingChoice *self, CarrelWeightList *list)
{
  gint64 bonus;
  gint64 sum = sum_points (list, &bonus);

  leave_out_bonus (list, sum, bonus);
  for (guint i = 0; list->points < 0 && i < carrel_page_get_n_lines (self->page); i++)
    {
      gint64 total = get_total (self, i);

      if (total > 0
          && (total == sum || carrel_page_get_line (self->page, i)->section == list->section))
        list->points = total;
    }
  if (list->points < 0 && (sum == HUNDRED || sum == 10 * HUNDRED))
    list->points = sum;
  if (list->points < 0)
    {
      list->points = assume_total (self, list, sum);
      list->is_total_assumed = list->points > 0;
    }
  weigh_points (list->weights, list->points);
}

/* Whether at least half of the names are kinds of work that courses grade. */
static gboolean
names_work (const CarrelGradingChoice *self, const CarrelWeightList *list)
{
  static const CarrelLabel kinds[]
      = { CARREL_LABEL_EXAM,       CARREL_LABEL_HOMEWORK, CARREL_LABEL_COMPONENT, CARREL_LABEL_LAB,
          CARREL_LABEL_RECITATION, CARREL_LABEL_READINGS, CARREL_LABEL_BONUS };
  static const char *const works[]
      = { "project",    "projects",  "quiz",      "quizzes",  "participation",
          "attendance", "final",     "paper",     "papers",   "presentation",
          "test",       "tests",     "essay",     "essays",   "report",
          "reports",    "psets",     "exercises", "exercise", "problems",
          "worksheets", "portfolio", NULL };
  guint n = 0;

  for (guint i = 0; i < list->weights->len; i++)
    {
      const char *name = ((CarrelWeight *) g_ptr_array_index (list->weights, i))->name;
      gboolean is_work = carrel_phrase_occurs (name, -1, works);

      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        is_work = is_work || carrel_words_has_label (self->page->words, name, kinds[j]);
      n += is_work;
    }
  return n * 2 >= list->weights->len;
}

/* Whether the names are letter grades: their numbers are cut-offs. */
static gboolean
names_letters (const CarrelWeightList *list)
{
  guint n = 0;

  for (guint i = 0; i < list->weights->len; i++)
    {
      const char *name = ((CarrelWeight *) g_ptr_array_index (list->weights, i))->name;
      char letter[8];
      gsize length = carrel_cutoff_match_letter (name, letter);

      n += length > 0 && name[length] == '\0';
    }
  return n * 2 > list->weights->len;
}

/* Adds percentages to a list of points; whether the list has any. */
static gboolean
has_weights (CarrelGradingChoice *self, CarrelWeightList *list)
{
  gint64 bonus;

  if (list->weights->len == 0 || list->weights->len > CARREL_GRADING_MAX_PARTS
      || names_letters (list))
    return FALSE;
  if (carrel_weight_list_get_sum (list) == 0 && sum_points (list, &bonus) > 0)
    find_points (self, list);
  return carrel_weight_list_get_sum (list) > 0;
}

/* Whether a column or the words above say that these are weights of the course. */
static gboolean
is_led (const CarrelGradingChoice *self, const CarrelWeightList *list)
{
  return list->has_weight_column || carrel_phrase_occurs (list->title, -1, grade_leads)
         || (strlen (list->title) <= MAX_CAPTION
             && carrel_words_has_label (self->page->words, list->title, CARREL_LABEL_GRADING));
}

/* "A small mistake: 90%" below "All correct: 100%": what a piece of work is worth that was done so.
 */
static gboolean
is_scale (const CarrelWeightList *list)
{
  for (guint i = 0; i < list->weights->len; i++)
    {
      const CarrelWeight *weight = g_ptr_array_index (list->weights, i);

      if (!weight->is_bonus && weight->percent >= HUNDRED + (list->weights->len > 1 ? 0 : 1))
        return TRUE;
    }
  return FALSE;
}

/* How likely a list grades the course, by what stands around it and by its sum. */
static int
score_list (const CarrelGradingChoice *self, CarrelWeightList *list)
{
  gboolean is_grading = is_about_grading (self, list->section);
  gboolean has_lead = is_led (self, list);
  gboolean is_hundred
      = !list->is_total_assumed && carrel_grading_is_whole (carrel_weight_list_get_sum (list));
  const struct
  {
    gboolean is_so;
    int score;
  } signs[] = {
    { is_grading, 3 },
    { has_lead, 3 },
    { is_hundred, 4 },
    { is_rubric (self, list) || is_scale (list), -8 },
    { is_about_one_work (self, list), -2 },
    { is_below_weight (self, list) || is_breakdown_of_part (self, list), -8 },
    { list->weights->len < 2 && !(is_hundred && is_grading), -6 },
    { !is_grading && !has_lead && !names_work (self, list), -4 },
  };
  int score = 0;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    score += signs[i].is_so ? signs[i].score : 0;
  return score;
}

/**
 * carrel_grading_is_whole:
 * @sum: weights added up, in #CARREL_QUANTITY_ONE a per cent
 *
 * Tells a sum that makes 100 per cent but for rounding.
 *
 * Returns: whether it does
 */
gboolean
carrel_grading_is_whole (gint64 sum)
{
  return sum > HUNDRED - ROUNDING && sum < HUNDRED + ROUNDING;
}

/**
 * carrel_grading_leads:
 * @text: a line or a sentence
 *
 * Tells words that lead to the weights of a course, such as "The final grade is based on".
 *
 * Returns: whether there are any in @text
 */
gboolean
carrel_grading_leads (const char *text)
{
  return carrel_phrase_occurs (text, -1, grade_leads);
}

/**
 * carrel_grading_repeats:
 * @list: the weights of a list
 * @first: those of one above it
 *
 * Returns: whether @list is a summary: the same parts, with the same weights
 */
gboolean
carrel_grading_repeats (const CarrelWeightList *list, const CarrelWeightList *first)
{
  for (guint i = 0; i < list->weights->len; i++)
    {
      const CarrelWeight *one = g_ptr_array_index (list->weights, i);
      gboolean is_known = FALSE;

      for (guint j = 0; j < first->weights->len; j++)
        {
          const CarrelWeight *two = g_ptr_array_index (first->weights, j);

          is_known = is_known
                     || (one->percent == two->percent
                         && carrel_weight_name_is_like (one->name, two->name));
        }
      if (!is_known)
        return FALSE;
    }
  return TRUE;
}

/**
 * carrel_grading_choose:
 * @page: a page
 * @lists: (element-type CarrelWeightList): its places with weights
 * @best: (out): the index of the most likely one in what is returned; unchanged if there is none
 *
 * Chooses the lists that may grade the course. A list of more than %CARREL_GRADING_MAX_PARTS
 * parts, and whatever follows %CARREL_GRADING_MAX_LISTS of them, is left out, so that the time
 * taken grows with the length of the page alone.
 *
 * Returns: (transfer container) (element-type CarrelWeightList): the chosen of @lists, in order
 */
GPtrArray *
carrel_grading_choose (const CarrelPage *page, GPtrArray *lists, guint *best)
{
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (gint64));
  CarrelGradingChoice self = { page, lists, totals };
  GPtrArray *chosen = g_ptr_array_new ();
  int most = 0;

  for (guint i = 0; i < lists->len && chosen->len < CARREL_GRADING_MAX_LISTS; i++)
    {
      CarrelWeightList *list = g_ptr_array_index (lists, i);
      int score = has_weights (&self, list) ? score_list (&self, list) : 0;

      if (score < ENOUGH_SCORE)
        continue;
      if (score > most)
        *best = chosen->len;
      most = MAX (most, score);
      g_ptr_array_add (chosen, list);
    }
  return chosen;
}
