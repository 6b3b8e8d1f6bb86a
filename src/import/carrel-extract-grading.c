/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Of all the places of a page with weights, the one that grades the course is chosen by what stands
 * around it. What does not add up is asked, never mended. */
#define G_LOG_DOMAIN "carrel-extract-grading"

#include "config.h"

#include "carrel-cutoff.h"
#include "carrel-extract.h"
#include "carrel-phrase.h"
#include "carrel-sentence.h"
#include "carrel-weight-detail.h"
#include "carrel-weight-list.h"
#include "carrel-weight-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HUNDRED      (100 * CARREL_QUANTITY_ONE)
#define ROUNDING     (CARREL_QUANTITY_ONE / 10)
#define ENOUGH_SCORE 3

typedef struct
{
  const CarrelPage *page;
  CarrelCourse *course;
  GPtrArray *lists;
} CarrelGradingReader;

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
  "成绩",
  "grade consists",
  "grade based",
  "grades based",
  "grade based on",
  "grade determined",
  NULL,
};
static const char *const scheme_words[]
    = { "option",   "options",  "scheme", "schemes", "alternative", "alternatives",
        "method a", "method b", "plan a", "plan b",  NULL };
static const char *const best_words[] = { "maximum", "max",       "better",  "best",   "higher",
                                          "highest", "whichever", "greater", "larger", NULL };

static gboolean
is_whole (gint64 sum)
{
  return sum > HUNDRED - ROUNDING && sum < HUNDRED + ROUNDING;
}

static const char *
get_heading (const CarrelGradingReader *self, guint section)
{
  return carrel_page_get_section (self->page, section)->heading;
}

/* Whether the section or one that contains it is about grading. */
static gboolean
is_about_grading (const CarrelGradingReader *self, guint section)
{
  for (int i = (int) section; i >= 0; i = carrel_page_get_section (self->page, (guint) i)->parent)
    if (carrel_words_has_label (self->page->words, get_heading (self, (guint) i),
                                CARREL_LABEL_GRADING)
        || carrel_words_has_label (self->page->words, get_heading (self, (guint) i),
                                   CARREL_LABEL_WEIGHT))
      return TRUE;
  return FALSE;
}

/* Questions and criteria are how a piece of work is marked, unless the heading is about grading. */
static gboolean
is_rubric (const CarrelGradingReader *self, const CarrelWeightList *list)
{
  const char *heading = get_heading (self, list->section);

  for (guint i = 0; i < list->weights->len; i++)
    if (strchr (((CarrelWeight *) g_ptr_array_index (list->weights, i))->name, '?') != NULL)
      return TRUE;
  return carrel_words_has_label (self->page->words, list->title, CARREL_LABEL_RUBRIC)
         || (carrel_words_has_label (self->page->words, heading, CARREL_LABEL_RUBRIC)
             && !carrel_words_has_label (self->page->words, heading, CARREL_LABEL_GRADING));
}

/* Weights inside the section of one piece of work are the weights of its parts. */
static gboolean
is_about_one_work (const CarrelGradingReader *self, const CarrelWeightList *list)
{
  static const char *const works[] = { "project", "final project", "assignment", "homework", "lab",
                                       "paper",   "presentation",  "report",     "essay",    NULL };

  return carrel_phrase_occurs (get_heading (self, list->section), -1, works)
         || (carrel_phrase_occurs (list->title, 40, works) && list->kind != CARREL_WEIGHT_LIST_TABLE
             && list->kind != CARREL_WEIGHT_LIST_SENTENCE);
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

static gint64
sum_points (const CarrelWeightList *list)
{
  gint64 sum = 0;

  for (guint i = 0; i < list->weights->len; i++)
    {
      const CarrelWeight *weight = g_ptr_array_index (list->weights, i);

      sum += weight->is_bonus ? 0 : MAX (weight->points, 0);
    }
  return sum;
}

/* The total of a list in points: stated in its table or section, or plainly 100 or 1000. */
static void
find_points (const CarrelGradingReader *self, CarrelWeightList *list)
{
  gint64 sum = sum_points (list);

  for (guint i = 0; list->points < 0 && i < carrel_page_get_n_lines (self->page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (self->page, i);
      gint64 total = carrel_weight_read_total (self->page->words, line->text);

      if (total > 0 && (line->section == list->section || total == sum))
        list->points = total;
    }
  if (list->points < 0 && (sum == HUNDRED || sum == 10 * HUNDRED))
    list->points = sum;
  weigh_points (list->weights, list->points);
}

/* Whether at least half of the names are kinds of work that courses grade. */
static gboolean
names_work (const CarrelGradingReader *self, const CarrelWeightList *list)
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
has_weights (const CarrelGradingReader *self, CarrelWeightList *list)
{
  if (list->weights->len == 0 || names_letters (list))
    return FALSE;
  if (carrel_weight_list_get_sum (list) == 0 && sum_points (list) > 0)
    find_points (self, list);
  return carrel_weight_list_get_sum (list) > 0;
}

/* How likely a list grades the course, by what stands around it and by its sum. */
static int
score_list (const CarrelGradingReader *self, CarrelWeightList *list)
{
  gboolean is_grading = is_about_grading (self, list->section);
  gboolean is_led
      = list->has_weight_column
        || (*list->title != '\0' && carrel_phrase_occurs (list->title, -1, grade_leads));
  gboolean is_hundred = is_whole (carrel_weight_list_get_sum (list));
  const struct
  {
    gboolean is_so;
    int score;
  } signs[] = {
    { is_grading, 3 },
    { is_led, 3 },
    { is_hundred, 4 },
    { is_rubric (self, list), -8 },
    { is_about_one_work (self, list), -2 },
    { list->weights->len < 2 && !(is_hundred && is_grading), -6 },
    { !is_grading && !is_led && !names_work (self, list), -4 },
  };
  int score = 0;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    score += signs[i].is_so ? signs[i].score : 0;
  return score;
}

static CarrelGradingGroup *
make_group (const CarrelGradingReader *self, const CarrelWeight *weight, const char *group)
{
  CarrelGradingGroup *record = carrel_record_new (&carrel_grading_group_type);
  const struct
  {
    char **field;
    gint64 value;
  } numbers[] = {
    { &record->weight_total, weight->percent },
    { &record->weight_each, weight->percent_each },
    { &record->points_total, weight->points },
    { &record->points_each, weight->points_each },
  };

  carrel_record_set_source (record, self->page->file, weight->line);
  record->name = g_strdup (weight->name);
  record->group = g_strdup (group);
  record->count = weight->count > 0 ? weight->count : CARREL_UNKNOWN;
  record->drop_lowest = weight->drop_lowest >= 0 ? weight->drop_lowest : 0;
  record->drop_highest = weight->drop_highest >= 0 ? weight->drop_highest : CARREL_UNKNOWN;
  record->bonus = weight->is_bonus;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i].value >= 0)
      *numbers[i].field = carrel_quantity_dup_decimal (numbers[i].value);
  for (guint i = 0; i < weight->children->len; i++)
    g_ptr_array_add (record->children,
                     make_group (self, g_ptr_array_index (weight->children, i), NULL));
  return record;
}

static void
add_groups (const CarrelGradingReader *self,
            const CarrelWeightList *list,
            const char *group,
            GPtrArray *records)
{
  for (guint i = 0; i < list->weights->len; i++)
    g_ptr_array_add (records, make_group (self, g_ptr_array_index (list->weights, i), group));
}

static void
ask (const CarrelGradingReader *self, int line, const char *text)
{
  carrel_extract_ask (self->course, "/grading", self->page->file, line, text);
}

static void
check_sum (const CarrelGradingReader *self, const CarrelWeightList *list)
{
  gint64 sum = carrel_weight_list_get_sum (list);
  g_autofree char *decimal = carrel_quantity_dup_decimal (sum);
  g_autofree char *text = NULL;

  if (is_whole (sum) || sum == 0)
    return;
  /* Translators: %s are names, numbers or dates of the page */
  text = g_strdup_printf (
      _ ("The weights add up to %s%%, not to 100%%. Which is missing or wrong?"), decimal);
  ask (self, list->line, text);
}

/* Two places that give one part two weights. */
static void
check_contradiction (const CarrelGradingReader *self,
                     const CarrelWeightList *list,
                     const CarrelWeightList *other)
{
  for (guint i = 0; i < list->weights->len; i++)
    for (guint j = 0; j < other->weights->len; j++)
      {
        const CarrelWeight *one = g_ptr_array_index (list->weights, i);
        const CarrelWeight *two = g_ptr_array_index (other->weights, j);
        g_autofree char *first = carrel_quantity_dup_decimal (MAX (one->percent, 0));
        g_autofree char *second = carrel_quantity_dup_decimal (MAX (two->percent, 0));
        g_autofree char *text = NULL;

        if (one->percent < 0 || two->percent < 0 || one->percent == two->percent
            || !carrel_weight_name_is_like (one->name, two->name))
          continue;
        /* Translators: %s are names, numbers or dates of the page */
        text = g_strdup_printf (
            _ ("“%s” counts %s%% on line %d and %s%% on line %d. Which is right?"), one->name,
            first, one->line, second, two->line);
        ask (self, two->line, text);
      }
}

/* The words that name one of several sums: its heading or its lead. */
static const char *
get_title (const CarrelGradingReader *self, const CarrelWeightList *list)
{
  gboolean is_own = list->kind == CARREL_WEIGHT_LIST_LINES || list->is_one_of_columns
                    || (list->kind == CARREL_WEIGHT_LIST_SENTENCE
                        && carrel_phrase_occurs (list->title, 20, scheme_words));

  return *list->title != '\0' && is_own ? list->title : get_heading (self, list->section);
}

static gboolean
page_says_best (const CarrelGradingReader *self)
{
  for (guint i = 0; i < carrel_page_get_n_lines (self->page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (self->page, i);

      if (carrel_phrase_occurs (line->text, -1, best_words)
          && (carrel_phrase_occurs (line->text, -1, grade_leads)
              || carrel_phrase_occurs (line->text, -1, scheme_words)))
        return TRUE;
    }
  return FALSE;
}

/* Alternatives: lists whose titles say "Option" or "Scheme". */
static gboolean
add_schemes (CarrelGradingReader *self, GPtrArray *lists)
{
  guint n = 0;

  for (guint i = 0; i < lists->len; i++)
    n += carrel_phrase_occurs (get_title (self, g_ptr_array_index (lists, i)), -1, scheme_words);
  if (n < 2 || n < lists->len)
    return FALSE;
  for (guint i = 0; i < lists->len; i++)
    {
      const CarrelWeightList *list = g_ptr_array_index (lists, i);
      CarrelGradingScheme *scheme = carrel_record_new (&carrel_grading_scheme_type);

      carrel_record_set_source (scheme, self->page->file, list->line);
      scheme->name = g_strdup (get_title (self, list));
      if (list->kind == CARREL_WEIGHT_LIST_SENTENCE)
        scheme->name[strcspn (scheme->name, ":")] = '\0';
      if (g_str_has_suffix (scheme->name, ":"))
        scheme->name[strlen (scheme->name) - 1] = '\0';
      add_groups (self, list, NULL, scheme->items);
      g_ptr_array_add (self->course->grading_schemes, scheme);
    }
  add_groups (self, g_ptr_array_index (lists, 0), NULL, self->course->grading);
  if (page_says_best (self))
    self->course->scheme_rule = g_strdup ("max");
  else
    ask (self, ((CarrelWeightList *) g_ptr_array_index (lists, 0))->line,
         _ ("The page has several grading schemes. Which one counts?"));
  return TRUE;
}

/* Separate sums: sibling lists that each make 100 under titles of their own. */
static gboolean
add_separate (CarrelGradingReader *self, GPtrArray *lists)
{
  const CarrelWeightList *first = g_ptr_array_index (lists, 0);

  for (guint i = 0; i < lists->len; i++)
    {
      const CarrelWeightList *list = g_ptr_array_index (lists, i);

      if (!is_whole (carrel_weight_list_get_sum (list)) || list->kind != first->kind
          || (i > 0 && g_str_equal (get_title (self, list), get_title (self, first))))
        return FALSE;
      if (list->kind == CARREL_WEIGHT_LIST_LINES
          && ((CarrelWeight *) g_ptr_array_index (list->weights, 0))->depth
                 != ((CarrelWeight *) g_ptr_array_index (first->weights, 0))->depth)
        return FALSE;
    }
  for (guint i = 0; i < lists->len; i++)
    {
      const CarrelWeightList *list = g_ptr_array_index (lists, i);
      g_autofree char *title = g_strdup (get_title (self, list));

      if (g_str_has_suffix (title, ":"))
        title[strlen (title) - 1] = '\0';
      add_groups (self, list, title, self->course->grading);
    }
  return TRUE;
}

/* "Final grade" lists that stand beside the chosen one and complete it to 100. */
static const CarrelWeightList *
find_rest (const CarrelWeightList *best, GPtrArray *lists)
{
  gint64 sum = carrel_weight_list_get_sum (best);

  for (guint i = 0; i < lists->len; i++)
    {
      const CarrelWeightList *list = g_ptr_array_index (lists, i);

      if (list != best && !is_whole (sum) && is_whole (sum + carrel_weight_list_get_sum (list))
          && list->section == best->section)
        return list;
    }
  return NULL;
}

static void
add_best (CarrelGradingReader *self, GPtrArray *lists, guint best_index)
{
  const CarrelWeightList *best = g_ptr_array_index (lists, best_index);
  const CarrelWeightList *rest = find_rest (best, lists);

  add_groups (self, best, NULL, self->course->grading);
  if (rest != NULL)
    add_groups (self, rest, NULL, self->course->grading);
  else
    check_sum (self, best);
  for (guint i = 0; i < lists->len; i++)
    if (i != best_index && g_ptr_array_index (lists, i) != rest)
      check_contradiction (self, best, g_ptr_array_index (lists, i));
}

static gboolean
covers_exams (const CarrelGradingReader *self)
{
  for (guint i = 0; i < self->course->grading->len; i++)
    {
      const CarrelGradingGroup *group = g_ptr_array_index (self->course->grading, i);

      if (carrel_words_has_label (self->page->words, group->name, CARREL_LABEL_EXAM)
          || carrel_phrase_occurs (
              group->name, -1,
              (const char *const[]){ "final", "test", "tests", "quiz", "quizzes", NULL }))
        return TRUE;
    }
  return FALSE;
}

/* An exam with a heading of its own that no weight covers. */
static void
check_exams (const CarrelGradingReader *self)
{
  if (covers_exams (self))
    return;
  for (guint i = 0; i < carrel_page_get_n_sections (self->page); i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (self->page, i);
      g_autofree char *text = NULL;

      if (!carrel_words_has_label (self->page->words, section->heading, CARREL_LABEL_EXAM)
          || strlen (section->heading) > 40)
        continue;
      /* Translators: %s are names, numbers or dates of the page */
      text = g_strdup_printf (
          _ ("The heading “%s” names an exam that no weight covers. Does it count?"),
          section->heading);
      ask (self, section->line, text);
      return;
    }
}

/* "four graded components" beside three of them. */
static void
check_number (const CarrelGradingReader *self, const CarrelPageLine *line)
{
  static const char *const parts[]
      = { "graded components", "components", "graded parts",      "parts",
          "major components",  "categories", "graded categories", NULL };
  CarrelQuantity quantity;

  for (gsize from = 0; carrel_quantity_find (self->page->words, line->text, from, &quantity);
       from = quantity.end)
    {
      const char *noun = line->text + quantity.end + strspn (line->text + quantity.end, " ");
      g_autofree char *text = NULL;

      if (quantity.unit != CARREL_UNIT_NONE || carrel_phrase_match_any (noun, parts) == 0
          || !carrel_phrase_occurs (line->text, -1, grade_leads)
          || quantity.value == self->course->grading->len * CARREL_QUANTITY_ONE)
        continue;
      /* Translators: %s are names, numbers or dates of the page */
      text = g_strdup_printf (
          _ ("The page speaks of %d graded components and lists %u. Is one missing?"),
          carrel_quantity_get_integer (quantity.value), self->course->grading->len);
      ask (self, line->line, text);
      return;
    }
}

static gboolean
add_half (CarrelGradingReader *self, const CarrelPageLine *line, const char *text, gsize length)
{
  g_autofree char *name
      = carrel_weight_name_cut (self->page->words, text, length, CARREL_NAME_AFTER, NULL);
  g_autoptr (CarrelWeight) weight = carrel_weight_new (name);

  if (name == NULL)
    return FALSE;
  weight->percent = HUNDRED / 2;
  weight->line = line->line;
  g_ptr_array_add (self->course->grading, make_group (self, weight, NULL));
  return TRUE;
}

/* "the average of (1) your average exam score, and (2) your average homework score" */
static gboolean
read_average (CarrelGradingReader *self, const CarrelPageLine *line, const char *sentence)
{
  static const char *const average[] = { "average of (1)", "average of 1)",  "average of (a)",
                                         "mean of (1)",    "average of (i)", NULL };
  static const char *const marks[] = { "(2)", "2)", "(b)", "(ii)", NULL };
  gsize length = 0, second_length = 0;
  const char *first = carrel_phrase_find (sentence, -1, average, &length);
  const char *second = NULL;
  if (first == NULL || !carrel_phrase_occurs (sentence, -1, grade_leads))
    return FALSE;
  for (guint i = 0; second == NULL && marks[i] != NULL; i++)
    {
      second = strstr (first, marks[i]);
      second_length = strlen (marks[i]);
    }
  if (second == NULL || strstr (second, "(3)") != NULL)
    return FALSE;
  return add_half (self, line, first + length, (gsize) (second - first) - length)
         && add_half (self, line, second + second_length, strlen (second + second_length));
}

static void
read_implied (CarrelGradingReader *self)
{
  for (guint i = 0; i < carrel_page_get_n_lines (self->page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (self->page, i);
      g_auto (GStrv) sentences = carrel_sentence_split (line->text);

      for (guint j = 0; sentences[j] != NULL; j++)
        if (read_average (self, line, sentences[j]))
          return;
    }
}

/* The lists that may grade the course; the index of the best in @best. */
static GPtrArray *
choose (CarrelGradingReader *self, guint *best)
{
  GPtrArray *chosen = g_ptr_array_new ();
  int most = 0;

  for (guint i = 0; i < self->lists->len; i++)
    {
      CarrelWeightList *list = g_ptr_array_index (self->lists, i);
      int score = has_weights (self, list) ? score_list (self, list) : 0;

      if (score < ENOUGH_SCORE)
        continue;
      if (score > most)
        *best = chosen->len;
      most = MAX (most, score);
      g_ptr_array_add (chosen, list);
    }
  return chosen;
}

/**
 * carrel_extract_grading:
 * @page: a page
 * @course: a draft that is being built
 *
 * Adds the parts of the grade with their weights, counts and drops. Sums other than 100, parts with
 * two weights and exams without one become questions.
 */
void
carrel_extract_grading (const CarrelPage *page, CarrelCourse *course)
{
  g_autoptr (GPtrArray) lists = carrel_weight_list_collect (page);
  CarrelGradingReader self = { page, course, lists };
  g_autoptr (GPtrArray) chosen = NULL;
  guint best = 0;
  guint n_before = course->grading->len;

  if (n_before > 0)
    return;
  chosen = choose (&self, &best);
  for (guint i = 0; i < chosen->len; i++)
    carrel_weight_detail_read (page, ((CarrelWeightList *) g_ptr_array_index (chosen, i))->weights);
  if (chosen->len == 0)
    read_implied (&self);
  else if (chosen->len == 1 || (!add_schemes (&self, chosen) && !add_separate (&self, chosen)))
    add_best (&self, chosen, best);
  if (course->grading->len == n_before)
    return;
  check_exams (&self);
  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    check_number (&self, carrel_page_get_line (page, i));
}
