/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Of all the places of a page with weights, the one that grades the course is chosen by what stands
 * around it. What does not add up is asked, never mended. */
#define G_LOG_DOMAIN "carrel-extract-grading"

#include "config.h"

#include "carrel-extract.h"
#include "carrel-grading-choice.h"
#include "carrel-phrase.h"
#include "carrel-sentence.h"
#include "carrel-weight-detail.h"
#include "carrel-weight-list.h"
#include "carrel-weight-name.h"
#include "carrel-weight-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HUNDRED (100 * CARREL_QUANTITY_ONE)

typedef struct
{
  const CarrelPage *page;
  CarrelCourse *course;
  GPtrArray *lists;
} CarrelGradingReader;

static const char *const scheme_words[]
    = { "option",   "options",  "scheme", "schemes", "alternative", "alternatives",
        "method a", "method b", "plan a", "plan b",  NULL };
static const char *const best_words[] = { "maximum",
                                          "max",
                                          "whichever",
                                          "the better",
                                          "the best",
                                          "the higher",
                                          "the highest",
                                          "the greater",
                                          "the larger",
                                          "is better",
                                          "is best",
                                          "is higher",
                                          "is highest",
                                          "is greater",
                                          "is larger",
                                          "better for",
                                          "best for",
                                          "better grade",
                                          "best grade",
                                          "better score",
                                          "best score",
                                          "higher grade",
                                          "higher score",
                                          "highest grade",
                                          "highest score",
                                          "best of",
                                          "better of",
                                          "higher of",
                                          NULL };

static const char *
get_heading (const CarrelGradingReader *self, guint section)
{
  return carrel_page_get_section (self->page, section)->heading;
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
    {
      CarrelGradingGroup *part = make_group (self, g_ptr_array_index (weight->children, i), NULL);

      /* "Labs: 25% (5% attendance, 20% reports)" says its parts on its own line. */
      if (part->record.line == 0)
        part->record.line = record->record.line;
      g_ptr_array_add (record->children, part);
    }
  return record;
}

static void
add_groups (const CarrelGradingReader *self,
            const CarrelWeightList *list,
            const char *group,
            GPtrArray *records)
{
  carrel_weight_detail_read (self->page, list->weights);
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

  if (carrel_grading_is_whole (sum) || sum == 0)
    return;
  /* Translators: %s are names, numbers or dates of the page */
  text = g_strdup_printf (
      _ ("The weights add up to %s%%, not to 100%%. Which is missing or wrong?"), decimal);
  ask (self, list->line, text);
}

/* A total that no line states is what the parts add up to, until a person says otherwise. */
static void
check_total (const CarrelGradingReader *self, const CarrelWeightList *list)
{
  g_autofree char *points = NULL;
  g_autofree char *text = NULL;

  if (!list->is_total_assumed || !carrel_grading_is_whole (carrel_weight_list_get_sum (list)))
    return;
  points = carrel_quantity_dup_decimal (list->points);
  /* Translators: %s is a number */
  text = g_strdup_printf (_ ("The page gives points, but not how many there are. Are they %s?"),
                          points);
  ask (self, list->line, text);
}

/* "5 | 6% | 30%": what each piece counts, beside what they count together. */
static gboolean
is_of_each (const CarrelWeight *one, const CarrelWeight *two)
{
  return one->line == two->line && one->count > 0
         && (one->percent == two->percent * one->count
             || two->percent == one->percent * one->count);
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
            || is_of_each (one, two) || !carrel_weight_name_is_like (one->name, two->name))
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
says_best (const char *sentence)
{
  return carrel_phrase_occurs (sentence, -1, best_words)
         && (carrel_grading_leads (sentence) || carrel_phrase_occurs (sentence, -1, scheme_words));
}

static gboolean
page_says_best (const CarrelGradingReader *self)
{
  for (guint i = 0; i < carrel_page_get_n_lines (self->page); i++)
    {
      g_auto (GStrv) sentences = carrel_sentence_split (carrel_page_get_line (self->page, i)->text);

      for (guint j = 0; sentences[j] != NULL; j++)
        if (says_best (sentences[j]))
          return TRUE;
    }
  return FALSE;
}

/* Alternatives: lists whose titles say "Option" or "Scheme". */
static gboolean
are_schemes (const CarrelGradingReader *self, GPtrArray *lists)
{
  for (guint i = 0; i < lists->len; i++)
    if (!carrel_phrase_occurs (get_title (self, g_ptr_array_index (lists, i)), -1, scheme_words))
      return FALSE;
  return lists->len > 1;
}

/* "The better of the two counts", in the section of the weights. */
static gboolean
says_choice (const CarrelGradingReader *self, guint section)
{
  static const char *const choices[]
      = { "whichever",      "the better of",  "the best of",    "the higher of",   "the highest of",
          "the maximum of", "the greater of", "the larger of",  "better one",      "best one",
          "higher one",     "in your favor",  "in your favour", "le meilleur de",  "la meilleure",
          "der beste",      "la mejor de",    "o melhor de",    "the better will", NULL };
  const CarrelPageSection *around = carrel_page_get_section (self->page, section);

  for (guint i = around->first_line; i < around->end_line; i++)
    if (carrel_phrase_occurs (carrel_page_get_line (self->page, i)->text, -1, choices))
      return TRUE;
  return FALSE;
}

/* Whether one part has two weights in two lists, or all parts are in both. */
static gboolean
weigh_otherwise (const CarrelWeightList *list, const CarrelWeightList *other)
{
  guint n_alike = 0;

  for (guint i = 0; i < list->weights->len; i++)
    for (guint j = 0; j < other->weights->len; j++)
      {
        const CarrelWeight *one = g_ptr_array_index (list->weights, i);
        const CarrelWeight *two = g_ptr_array_index (other->weights, j);

        if (!carrel_weight_name_is_like (one->name, two->name))
          continue;
        if (one->percent != two->percent)
          return TRUE;
        n_alike++;
      }
  return n_alike > 1 && n_alike == list->weights->len && n_alike == other->weights->len;
}

/* "First half", "Segundo bimestre": the sums of parts of a term, each for itself. */
static gboolean
is_titled_by_term (const CarrelGradingReader *self, const CarrelWeightList *list)
{
  static const char *const terms[]
      = { "half",     "semester",  "term",    "quarter",  "part",    "module",  "bimestre",
          "semestre", "trimestre", "periodo", "período",  "halves",  "lecture", "lab",
          "unit",     "partie",    "teil",    "primeiro", "segundo", NULL };

  return carrel_phrase_occurs (get_title (self, list), -1, terms);
}

/* The full sets of weights of one section that weigh the same work in several ways. */
static GPtrArray *
find_alternatives (const CarrelGradingReader *self, GPtrArray *lists)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < lists->len; i++)
    {
      CarrelWeightList *list = g_ptr_array_index (lists, i);
      const CarrelWeightList *first = found->len > 0 ? g_ptr_array_index (found, 0) : list;

      if (carrel_grading_is_whole (carrel_weight_list_get_sum (list)) && list->kind == first->kind
          && list->section == first->section && !is_titled_by_term (self, list)
          && (list == first || weigh_otherwise (first, list)))
        g_ptr_array_add (found, list);
    }
  return found;
}

static void
name_scheme (const CarrelGradingReader *self,
             GPtrArray *lists,
             guint index,
             CarrelGradingScheme *scheme)
{
  const CarrelWeightList *list = g_ptr_array_index (lists, index);
  const CarrelWeightList *other = g_ptr_array_index (lists, index > 0 ? 0 : 1);

  scheme->name = g_strdup (get_title (self, list));
  if (list->kind == CARREL_WEIGHT_LIST_SENTENCE)
    scheme->name[strcspn (scheme->name, ":")] = '\0';
  if (g_str_has_suffix (scheme->name, ":"))
    scheme->name[strlen (scheme->name) - 1] = '\0';
  /* Those below one heading are counted. */
  if (g_str_equal (get_title (self, list), get_title (self, other)))
    {
      g_free (scheme->name);
      scheme->name = g_strdup_printf ("%u", index + 1);
    }
}

static void
add_schemes (CarrelGradingReader *self, GPtrArray *lists)
{
  const CarrelWeightList *first = g_ptr_array_index (lists, 0);

  for (guint i = 0; i < lists->len; i++)
    {
      const CarrelWeightList *list = g_ptr_array_index (lists, i);
      CarrelGradingScheme *scheme = carrel_record_new (&carrel_grading_scheme_type);

      carrel_record_set_source (scheme, self->page->file, list->line);
      name_scheme (self, lists, i, scheme);
      add_groups (self, list, NULL, scheme->items);
      g_ptr_array_add (self->course->grading_schemes, scheme);
    }
  add_groups (self, first, NULL, self->course->grading);
  if (page_says_best (self) || says_choice (self, first->section))
    self->course->scheme_rule = g_strdup ("max");
  else
    ask (self, first->line, _ ("The page has several grading schemes. Which one counts?"));
}

static int
get_depth (const CarrelWeightList *list)
{
  return list->kind == CARREL_WEIGHT_LIST_LINES
             ? (int) ((CarrelWeight *) g_ptr_array_index (list->weights, 0))->depth
             : 0;
}

/* "Written report: 50%" below the heading of a part of the grade says how that part is graded. */
static gboolean
is_rubric (const CarrelGradingReader *self, const CarrelWeightList *list, GPtrArray *lists)
{
  const char *heading = get_heading (self, list->section);

  for (guint i = 0; i < lists->len; i++)
    {
      const CarrelWeightList *other = g_ptr_array_index (lists, i);

      for (guint j = 0; other != list && j < other->weights->len; j++)
        {
          const char *name = ((CarrelWeight *) g_ptr_array_index (other->weights, j))->name;

          if (name != NULL && carrel_weight_name_is_in (name, heading, strcspn (heading, "(")))
            return TRUE;
        }
    }
  return FALSE;
}

/* Separate sums: sibling lists that each make 100 under titles of their own. */
static gboolean
are_separate (const CarrelGradingReader *self, GPtrArray *lists)
{
  const CarrelWeightList *first = g_ptr_array_index (lists, 0);

  for (guint i = 0; i < lists->len; i++)
    {
      const CarrelWeightList *list = g_ptr_array_index (lists, i);

      if (!carrel_grading_is_whole (carrel_weight_list_get_sum (list)) || list->kind != first->kind
          || get_depth (list) != get_depth (first) || is_rubric (self, list, lists)
          || (i > 0
              && (carrel_grading_repeats (list, first)
                  || g_str_equal (get_title (self, list), get_title (self, first)))))
        return FALSE;
    }
  return lists->len > 1;
}

static void
add_separate (CarrelGradingReader *self, GPtrArray *lists)
{
  for (guint i = 0; i < lists->len; i++)
    {
      const CarrelWeightList *list = g_ptr_array_index (lists, i);
      g_autofree char *title = g_strdup (get_title (self, list));

      if (g_str_has_suffix (title, ":"))
        title[strlen (title) - 1] = '\0';
      add_groups (self, list, title, self->course->grading);
    }
}

/* "# Participation (20%)" above "Essays (30%)" on lines of their own. */
static gboolean
is_heading_of (const CarrelGradingReader *self,
               const CarrelWeightList *list,
               const CarrelWeightList *best)
{
  const CarrelWeight *first = g_ptr_array_index (list->weights, 0);

  return list->kind == CARREL_WEIGHT_LIST_HEADINGS && list->weights->len == 1
         && first->line == carrel_page_get_section (self->page, best->section)->line;
}

/* "Lecture: 0.70 of the grade" and "Laboratory: 0.30 of the grade", with a table below each. */
static gboolean
are_tables_beside (const CarrelGradingReader *self,
                   const CarrelWeightList *list,
                   const CarrelWeightList *best)
{
  const CarrelPageSection *one = carrel_page_get_section (self->page, list->section);
  const CarrelPageSection *other = carrel_page_get_section (self->page, best->section);

  return list->has_weight_column && best->has_weight_column && one->parent == other->parent
         && one->parent >= 0 && one->level == other->level;
}

/* "Final grade" lists that stand beside the chosen one and complete it to 100. */
static const CarrelWeightList *
find_rest (const CarrelGradingReader *self, const CarrelWeightList *best)
{
  GPtrArray *lists = self->lists;
  gint64 sum = carrel_weight_list_get_sum (best);

  for (guint i = 0; i < lists->len; i++)
    {
      const CarrelWeightList *list = g_ptr_array_index (lists, i);

      if (list != best && list->weights->len > 0 && !carrel_grading_is_whole (sum)
          && carrel_grading_is_whole (sum + carrel_weight_list_get_sum (list))
          && (list->section == best->section || is_heading_of (self, list, best)
              || are_tables_beside (self, list, best)))
        return list;
    }
  return NULL;
}

static void
add_best (CarrelGradingReader *self, GPtrArray *lists, guint best_index)
{
  const CarrelWeightList *best = g_ptr_array_index (lists, best_index);
  const CarrelWeightList *rest = find_rest (self, best);

  if (carrel_grading_is_whole (carrel_weight_list_get_sum (best)))
    carrel_weight_parts_attach (self->page, self->lists, best);
  add_groups (self, best, NULL, self->course->grading);
  check_total (self, best);
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
          || !carrel_grading_leads (line->text)
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
  if (first == NULL || !carrel_grading_leads (sentence))
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

/* What was not looked at is said: one long list, or more lists than a course has. */
static void
ask_about_limits (const CarrelGradingReader *self, GPtrArray *chosen)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      const CarrelWeightList *list = g_ptr_array_index (self->lists, i);

      if (list->weights->len <= CARREL_GRADING_MAX_PARTS)
        continue;
      ask (self, list->line,
           _ ("This list has more weights than a course has. Which parts make the grade?"));
      return;
    }
  if (chosen->len == CARREL_GRADING_MAX_LISTS)
    ask (self, ((CarrelWeightList *) g_ptr_array_index (chosen, chosen->len - 1))->line,
         _ ("The page gives weights in very many places, and those below here were not compared. "
            "Which of them count?"));
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
  g_autoptr (GPtrArray) alternatives = NULL;
  guint best = 0;

  if (course->grading->len > 0)
    return;
  chosen = carrel_grading_choose (page, lists, &best);
  alternatives = find_alternatives (&self, chosen);
  if (chosen->len == 0)
    read_implied (&self);
  else if (are_schemes (&self, chosen))
    add_schemes (&self, chosen);
  else if (alternatives->len > 1)
    add_schemes (&self, alternatives);
  else if (are_separate (&self, chosen))
    add_separate (&self, chosen);
  else
    add_best (&self, chosen, best);
  ask_about_limits (&self, chosen);
  if (course->grading->len == 0)
    return;
  check_exams (&self);
  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    check_number (&self, carrel_page_get_line (page, i));
}
