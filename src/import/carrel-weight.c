/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading lines ("Homework (5 x 8%)") and sentences ("40% homework, 60% exams") as weights. */
#define G_LOG_DOMAIN "carrel-weight"

#include "config.h"

#include "carrel-weight.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-weight-beside.h"
#include "carrel-weight-count.h"
#include "carrel-weight-divided.h"
#include "carrel-weight-mention.h"
#include "carrel-weight-name.h"
#include "carrel-weight-pieces.h"

#include <string.h>

#define MENTION(mentions, i) (&g_array_index (mentions, CarrelWeightMention, i))

static void
free_weight (gpointer data)
{
  carrel_weight_free (data);
}

/* "4 x 5%" is 20% together; "20% of 4" is 5% each; "10% each, 50% in total" are 5. */
static void
derive (gint64 *total, gint64 *each, int *count)
{
  if (*each > 0 && *total > 0 && *count < 0 && *total % *each == 0 && *total / *each < 1000)
    *count = (int) (*total / *each);
  if (*each >= 0 && *total < 0 && *count > 0)
    *total = *each * *count;
}

static void
set_value (CarrelWeight *self, const CarrelWeightMention *mention)
{
  gboolean is_percent = mention->unit == CARREL_UNIT_PERCENT;
  gint64 *total = is_percent ? &self->percent : &self->points;
  gint64 *each = is_percent ? &self->percent_each : &self->points_each;
  gint64 *target = mention->is_each ? each : total;

  if (mention->value < 0)
    self->is_open = TRUE;
  else if (*target < 0)
    *target = mention->value;
  else if (mention->is_total)
    *total = mention->value;
  if (mention->count > 0 && self->count < 0)
    self->count = mention->count;
}

static void
finish (CarrelWeight *self)
{
  /* "Essays 1-3: 20% each" */
  if (self->count < 0 && self->percent < 0 && self->percent_each > 0 && self->name != NULL)
    carrel_weight_count_find_numbers (self->name, &self->count);
  derive (&self->percent, &self->percent_each, &self->count);
  derive (&self->points, &self->points_each, &self->count);
}

static gint64
sum_values (GArray *mentions, CarrelUnit unit)
{
  gint64 sum = 0;

  for (guint i = 0; i < mentions->len; i++)
    if (MENTION (mentions, i)->unit == unit && MENTION (mentions, i)->value > 0
        && !MENTION (mentions, i)->is_each)
      sum += MENTION (mentions, i)->value;
  return sum;
}

static gboolean
has_letters (const char *text, gsize length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/* The text on one side of a weight, up to the next or from the last one. */
static char *
dup_beside (
    const CarrelWords *words, const char *text, GArray *mentions, guint index, CarrelNameSide side)
{
  const CarrelWeightMention *mention = MENTION (mentions, index);
  gsize last = index > 0 ? MENTION (mentions, index - 1)->end : 0;
  gsize next = index + 1 < mentions->len ? MENTION (mentions, index + 1)->start : strlen (text);

  if (side == CARREL_NAME_AFTER)
    return g_strndup (text + mention->end, next - mention->end);
  return index == 0 ? carrel_weight_beside_dup_lead (words, text, mention->start)
                    : carrel_weight_beside_dup_between (words, text, last, mention->start);
}

/* The parts of a sentence of weights: each name is the text on one side of its weight. */
static GPtrArray *
split (const CarrelWords *words, const char *text, GArray *mentions, CarrelNameSide side)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (free_weight);

  for (guint i = 0; i < mentions->len; i++)
    {
      const CarrelWeightMention *mention = MENTION (mentions, i);
      g_autofree char *beside = dup_beside (words, text, mentions, i, side);
      g_autoptr (CarrelWeight) part = carrel_weight_new (NULL);

      part->name = carrel_weight_name_cut (words, beside, strlen (beside), side, &part->count);
      if (part->name == NULL && (mention->is_each || mention->is_total) && parts->len > 0)
        {
          CarrelWeight *last = g_ptr_array_index (parts, parts->len - 1);

          set_value (last, mention);
          finish (last);
          continue;
        }
      set_value (part, mention);
      carrel_weight_pieces_read (words, part, beside);
      finish (part);
      g_ptr_array_add (parts, g_steal_pointer (&part));
    }
  return parts;
}

/* Whether each of @parts has a name. */
static gboolean
all_named (GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    if (!carrel_weight_name_is_name (((CarrelWeight *) g_ptr_array_index (parts, i))->name, TRUE))
      return FALSE;
  return parts->len > 0;
}

/* The mention that gives the weight of a line: "in total", else the first that is not "each". */
static guint
find_main (GArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    if (MENTION (mentions, i)->is_total && MENTION (mentions, i)->unit == CARREL_UNIT_PERCENT)
      return i;
  for (guint i = 0; i < mentions->len; i++)
    if (MENTION (mentions, i)->unit == CARREL_UNIT_PERCENT && !MENTION (mentions, i)->is_each)
      return i;
  for (guint i = 0; i < mentions->len; i++)
    if (!MENTION (mentions, i)->is_each)
      return i;
  return 0;
}

/* Adds what the other mentions of a line say: "each", a number of points. */
static void
read_others (CarrelWeight *self, GArray *mentions, guint main)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const CarrelWeightMention *mention = MENTION (mentions, i);

      if (i != main && (mention->is_each || mention->unit != MENTION (mentions, main)->unit))
        set_value (self, mention);
    }
}

/* Whether a bracket closes and another opens between two weights. */
static gboolean
is_apart (const char *text, const CarrelWeightMention *one, const CarrelWeightMention *next)
{
  const char *closing = memchr (text + one->end, ')', next->start - MIN (one->end, next->start));

  return closing != NULL && memchr (closing, '(', (gsize) (text + next->start - closing)) != NULL;
}

/* Whether several parts share one line: more than one weight that is neither "each" nor in the
 * brackets of another. */
static gboolean
is_several (const char *text, GArray *mentions)
{
  guint n = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const CarrelWeightMention *mention = MENTION (mentions, i);

      if ((mention->is_each && !mention->is_of_pieces) || mention->is_total
          || mention->unit != MENTION (mentions, 0)->unit)
        continue;
      if (mention->depth == 0 || i == 0 || is_apart (text, MENTION (mentions, i - 1), mention))
        n++;
    }
  return n > 1;
}

/* Whether nothing but a remark in brackets and a plus stands between two weights. */
static gboolean
is_next_term (const char *text, const CarrelWeightMention *one, const CarrelWeightMention *next)
{
  const char *rest = text + one->end + strspn (text + one->end, " *_");
  const char *close = *rest == '(' ? strchr (rest, ')') : NULL;

  if (close != NULL)
    rest = close + 1 + strspn (close + 1, " *_");
  return *rest == '+' && rest + 1 + strspn (rest + 1, " *_") == text + next->start
         && next->unit == one->unit && !next->is_each && next->value >= 0;
}

/* "Attendance: 4% (lectures) + 3% (labs)" gives the weight of one part as a sum. */
static void
add_terms (const char *text, GArray *mentions)
{
  gint64 sum = 0;

  if (mentions->len < 2 || !has_letters (text, MENTION (mentions, 0)->start))
    return;
  for (guint i = 0; i < mentions->len; i++)
    {
      if (i > 0 && !is_next_term (text, MENTION (mentions, i - 1), MENTION (mentions, i)))
        return;
      sum += MENTION (mentions, i)->value;
    }
  MENTION (mentions, 0)->value = sum;
  g_array_set_size (mentions, 1);
}

/* "Exams (30%): two midterms (10% each) ..." says the weight before it describes: what follows is
 * dropped unless it adds up as the parts. */
static void
drop_description (const char *text, GArray *mentions)
{
  const CarrelWeightMention *first = mentions->len > 0 ? MENTION (mentions, 0) : NULL;
  const char *rest;

  if (first == NULL || first->is_each || !has_letters (text, first->start))
    return;
  rest = text + first->end + strspn (text + first->end, " )]*_");
  if (*rest == ':' || g_str_has_prefix (rest, "- ") || g_str_has_prefix (rest, "– ")
      || g_str_has_prefix (rest, "— ") || g_str_has_prefix (rest, ". "))
    g_array_set_size (mentions, 1);
}

/* "up to 3% extra credit" has nothing before its weight that would name it. */
static gboolean
has_name_before (const char *text, gsize length)
{
  const char *rest = text + strspn (text, " *_");
  gsize n = carrel_phrase_match (rest, "up to");

  return n > 0 ? has_letters (rest + n, (gsize) (text + length - rest) - n)
               : has_letters (text, length);
}

static char *
cut_line_name (const CarrelWords *words, const char *text, GArray *mentions, int *count)
{
  const CarrelWeightMention *first = MENTION (mentions, 0);
  gsize end = first->end;

  if (has_name_before (text, first->start))
    return carrel_weight_beside_cut_name (words, text, first->start, count);
  if (mentions->len > 1 && MENTION (mentions, 1)->start - first->end <= 3)
    end = MENTION (mentions, 1)->end;
  return carrel_weight_name_cut (words, text + end, strlen (text + end), CARREL_NAME_AFTER, count);
}

/**
 * carrel_weight_new:
 * @name: (nullable): the name of a part of a grade
 *
 * Returns: (transfer full): a weight that says nothing yet
 */
CarrelWeight *
carrel_weight_new (const char *name)
{
  CarrelWeight *self = g_new0 (CarrelWeight, 1);

  self->name = g_strdup (name);
  self->percent = self->percent_each = CARREL_WEIGHT_UNKNOWN;
  self->points = self->points_each = CARREL_WEIGHT_UNKNOWN;
  self->count = self->drop_lowest = self->drop_highest = -1;
  self->children = g_ptr_array_new_with_free_func (free_weight);
  return self;
}

/**
 * carrel_weight_free:
 * @self: (transfer full): a weight
 */
void
carrel_weight_free (CarrelWeight *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->children);
  g_free (self);
}

/* Reads a line of which one weight is left. */
static CarrelWeight *
read_plain_line (const CarrelWords *words, const char *text)
{
  g_autoptr (GArray) mentions = carrel_weight_mention_find (words, text);
  g_autoptr (CarrelWeight) self = NULL;
  guint main;

  drop_description (text, mentions);
  add_terms (text, mentions);
  if (mentions->len == 0 || is_several (text, mentions))
    return NULL;
  self = carrel_weight_new (NULL);
  self->name = cut_line_name (words, text, mentions, &self->count);
  if (!carrel_weight_name_is_name (self->name, FALSE))
    return NULL;
  main = find_main (mentions);
  set_value (self, MENTION (mentions, main));
  read_others (self, mentions, main);
  carrel_weight_pieces_read (words, self, text);
  finish (self);
  self->is_bonus = carrel_words_has_label (words, text, CARREL_LABEL_BONUS);
  return g_steal_pointer (&self);
}

/**
 * carrel_weight_read_line:
 * @words: the words of the page's language
 * @text: a bullet, a heading or a bare line without markup and struck-out text; valid UTF-8
 *
 * Reads a line about one part of a grade: "Homework: 10% each, 50% in total", "20% midterm",
 * "200 points - Assignments (4 @ 50 points each)", "Attendance (?%)".
 *
 * Returns: (transfer full) (nullable): the weight, or %NULL when the line names none or several
 */
CarrelWeight *
carrel_weight_read_line (const CarrelWords *words, const char *text)
{
  g_autofree char *line = carrel_weight_pieces_dup_bracketed (text);
  g_autoptr (GPtrArray) wholes = g_ptr_array_new_with_free_func (free_weight);
  g_autofree char *rest
      = carrel_weight_divided_cut (words, line, CARREL_WEIGHT_DIVIDED_BEHIND_COLON, wholes);
  g_autoptr (CarrelWeight) self = wholes->len == 1 ? read_plain_line (words, rest) : NULL;

  if (self != NULL && carrel_weight_divided_attach (&self, 1, wholes))
    return g_steal_pointer (&self);
  return read_plain_line (words, line);
}

/* The text of a cell; a number alone gets the unit of its column. */
static char *
dup_with_unit (const CarrelWords *words, const char *cell, CarrelUnit unit)
{
  CarrelQuantity quantity;
  gboolean has_number = unit != CARREL_UNIT_NONE && carrel_quantity_find (words, cell, 0, &quantity)
                        && strspn (cell, " *~(") >= quantity.start;

  /* "5 @ 20": the first number counts. */
  if (has_number && carrel_pattern_matches ("^ *[@x×] *[0-9]", cell + quantity.end, 0))
    has_number = carrel_quantity_find (words, cell, quantity.end, &quantity);
  if (!has_number || quantity.unit != CARREL_UNIT_NONE || quantity.is_word
      || strchr (cell, '%') != NULL)
    return g_strdup (cell);
  return g_strdup_printf ("%.*s%s%s", (int) quantity.end, cell,
                          unit == CARREL_UNIT_PERCENT ? "%" : " points", cell + quantity.end);
}

/* "40%" above "Project 1: 15%" and "Project 2: 25%" in one cell: the parts of the first line. */
static void
read_lines_of_cell (const CarrelWords *words, CarrelWeight *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (free_weight);
  gint64 sum = 0;

  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      CarrelWeight *part = carrel_weight_read_line (words, lines[i]);

      if (part == NULL)
        continue;
      sum += MAX (part->percent, 0);
      g_ptr_array_add (parts, part);
    }
  if (parts->len > 1 && self->percent > 0 && sum == self->percent)
    g_ptr_array_extend_and_steal (self->children, g_steal_pointer (&parts));
}

/* Whether the lines of a cell below the first say no weight without a name: "5%" above "20%" are
 * those of two parts. */
static gboolean
are_named_below (const CarrelWords *words, const char *cell)
{
  g_auto (GStrv) lines = g_strsplit (cell, "\n", -1);

  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      g_autoptr (GArray) mentions = carrel_weight_mention_find (words, lines[i]);
      g_autoptr (CarrelWeight) part
          = mentions->len > 0 ? carrel_weight_read_line (words, lines[i]) : NULL;

      if (mentions->len > 0 && part == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The first line of a cell that goes on, where that alone is a weight. */
static char *
dup_first_weight (const CarrelWords *words, const char *cell)
{
  g_autofree char *first = g_strndup (cell, strcspn (cell, "\n"));
  g_autoptr (GArray) mentions = carrel_weight_mention_find (words, first);

  return mentions->len == 1 && are_named_below (words, cell) ? g_steal_pointer (&first)
                                                             : g_strdup (cell);
}

/* "Labs" above a sentence about them: the first line of the cell names the part. */
static char *
cut_cell_name (const CarrelWords *words, const char *cell, int *count)
{
  gsize length = strcspn (cell, "\n");
  char *name = carrel_weight_name_cut (words, cell, length, CARREL_NAME_BEFORE, count);

  return name != NULL || cell[length] == '\0'
             ? name
             : carrel_weight_name_cut (words, cell, strlen (cell), CARREL_NAME_BEFORE, count);
}

/**
 * carrel_weight_read_cells:
 * @words: the words of the page's language
 * @name: the cell of a table that names a part of a grade
 * @weight: the cell that holds its weight
 * @unit: what a number without a unit means
 *
 * Reads a row of a table of weights.
 *
 * Returns: (transfer full) (nullable): the weight, or %NULL when the cells hold none
 */
CarrelWeight *
carrel_weight_read_cells (const CarrelWords *words,
                          const char *name,
                          const char *weight,
                          CarrelUnit unit)
{
  g_autofree char *first = dup_first_weight (words, weight);
  g_autofree char *all = dup_with_unit (words, first, unit);
  g_autoptr (GPtrArray) wholes = g_ptr_array_new_with_free_func (free_weight);
  g_autofree char *rest
      = carrel_weight_divided_cut (words, all, CARREL_WEIGHT_DIVIDED_BEHIND_COLON, wholes);
  const char *text = rest != NULL ? rest : all;
  g_autoptr (GArray) mentions = carrel_weight_mention_find (words, text);
  g_autoptr (CarrelWeight) self = carrel_weight_new (NULL);
  guint main;

  self->name = cut_cell_name (words, name, &self->count);
  /* "Bonus | up to 2%" */
  if (mentions->len == 0 && carrel_words_has_label (words, name, CARREL_LABEL_BONUS)
      && carrel_phrase_match (text, "up to") > 0)
    {
      g_array_unref (mentions);
      mentions = carrel_weight_mention_find (words, text + strlen ("up to"));
    }
  if (mentions->len == 0 || self->name == NULL || is_several (text, mentions))
    return NULL;
  main = find_main (mentions);
  set_value (self, MENTION (mentions, main));
  read_others (self, mentions, main);
  carrel_weight_divided_attach (&self, 1, wholes);
  read_lines_of_cell (words, self, weight);
  carrel_weight_pieces_read (words, self, name);
  finish (self);
  self->is_bonus = carrel_words_has_label (words, name, CARREL_LABEL_BONUS)
                   || carrel_words_has_label (words, weight, CARREL_LABEL_BONUS);
  return g_steal_pointer (&self);
}

static gsize
trim_back (const char *text, gsize length)
{
  while (length > 0 && strchr (" *_(", text[length - 1]) != NULL)
    length--;
  return length;
}

/* "Grades: (40%) homework, …" */
static gboolean
is_bracketed_behind_lead (const char *text, gsize length)
{
  while (length > 0 && strchr (" *_", text[length - 1]) != NULL)
    length--;
  if (length == 0 || text[length - 1] != '(')
    return FALSE;
  length = trim_back (text, length);
  return length > 0 && text[length - 1] == ':';
}

/* Whether names follow their weights: text stands behind the last weight, and the first weight has
 * nothing but a lead before it. */
static gboolean
names_follow (const char *text, GArray *mentions)
{
  static const char *const verbs[]
      = { "counts for",  "count for",     "counts",         "count",
          "is worth",    "are worth",     "worth",          "accounts for",
          "account for", "makes up",      "make up",        "contributes",
          "contribute",  "comprises",     "constitutes",    "weighted",
          "weighs",      "will be worth", "will count for", "will count",
          "compte pour", "zählt",         "zählen",         "vale",
          "占",          "anteil von",    "peso de",        "peso",
          "valor de",    "poids de",      "comptent pour",  "valen",
          "valem",       "vaut",          "valent",         NULL };
  const CarrelWeightMention *first = MENTION (mentions, 0);
  const CarrelWeightMention *last = MENTION (mentions, mentions->len - 1);

  if (!has_letters (text + last->end, strlen (text + last->end))
      || carrel_pattern_matches ("^ to (?:your|the) (?:\\w+ )?grade\\b", text + last->end, 0)
      || carrel_phrase_match_back (text, trim_back (text, first->start), verbs) > 0)
    return FALSE;
  if (!has_letters (text, first->start)
      || (mentions->len > 1 && is_bracketed_behind_lead (text, first->start)))
    return TRUE;
  return last->depth == 0;
}

/* "labs 40% + exam 60% = 100%" ends with what its weights add up to. */
static void
drop_sum (const char *text, GArray *mentions)
{
  const CarrelWeightMention *last = MENTION (mentions, mentions->len - 1);
  gint64 sum = sum_values (mentions, last->unit) - last->value;
  gsize n = trim_back (text, last->start);

  if (mentions->len > 2 && n > 0 && text[n - 1] == '=' && sum == last->value && !last->is_each)
    g_array_set_size (mentions, mentions->len - 1);
}

/* Reads a sentence in which all weights count beside each other. */
static GPtrArray *
read_plain_sentence (const CarrelWords *words, const char *text)
{
  g_autoptr (GArray) mentions = carrel_weight_mention_find (words, text);
  g_autoptr (GPtrArray) parts = NULL;
  CarrelNameSide side;

  if (mentions->len == 0)
    return g_ptr_array_new_with_free_func (free_weight);
  drop_sum (text, mentions);
  side = names_follow (text, mentions) ? CARREL_NAME_AFTER : CARREL_NAME_BEFORE;
  parts = split (words, text, mentions, side);
  if (!all_named (parts))
    {
      g_clear_pointer (&parts, g_ptr_array_unref);
      side = side == CARREL_NAME_AFTER ? CARREL_NAME_BEFORE : CARREL_NAME_AFTER;
      parts = split (words, text, mentions, side);
    }
  if (!all_named (parts))
    g_ptr_array_set_size (parts, 0);
  return g_steal_pointer (&parts);
}

/**
 * carrel_weight_read_sentence:
 * @words: the words of the page's language
 * @text: a sentence or a line of weights without markup; valid UTF-8
 *
 * Reads a sentence about several parts of a grade: "50% for projects, 30% for the exam and 20% for
 * labs", "homework counts 40% and the final 60%".
 *
 * Returns: (transfer full) (element-type CarrelWeight): the weights, none unless all have names
 */
GPtrArray *
carrel_weight_read_sentence (const CarrelWords *words, const char *text)
{
  /* "On each homework, correctness counts 50%" weighs no part of the course. */
  static const char of_piece[] = "^(?:on|in|for|within|of) (?:each|every) [\\w -]{2,30}, ";
  g_autoptr (GPtrArray) wholes = g_ptr_array_new_with_free_func (free_weight);
  g_autofree char *rest
      = carrel_weight_divided_cut (words, text, CARREL_WEIGHT_DIVIDED_IN_BRACKETS, wholes);
  g_autoptr (GPtrArray) weights = rest != NULL ? read_plain_sentence (words, rest) : NULL;

  if (carrel_pattern_matches (of_piece, text, G_REGEX_CASELESS))
    return g_ptr_array_new_with_free_func (free_weight);
  if (weights != NULL
      && carrel_weight_divided_attach ((CarrelWeight **) weights->pdata, weights->len, wholes))
    return g_steal_pointer (&weights);
  return read_plain_sentence (words, text);
}
