/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What announces a count, and the name that the counted pieces go by. */
#define G_LOG_DOMAIN "carrel-weight-count"

#include "config.h"

#include "carrel-weight-count.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-weight-detail-words.h"
#include "carrel-weight-name.h"

#include <string.h>

/* "two labs each week" are not all the labs there are. */
static gboolean
is_repeated (const char *after)
{
  static const char *const weekly[]
      = { "each week",     "per week",     "every week", "a week",  "weekly",
          "per day",       "each day",     "per class",  "a month", "per month",
          "in each class", "each lecture", NULL };

  return carrel_phrase_occurs (after, (gssize) strcspn (after, ".;("), weekly);
}

/* "a 10 min quiz", "a 3 hour exam" and "two lowest quiz scores" count something else, or less. */
static gboolean
is_of_others (const char *after)
{
  static const char others[]
      = "^ (?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|pages?|people|persons?|lowest|worst|smallest"
        "|highest|best|top|remaining|other|first|last|late|missed|missing|unexcused|failed)\\b";

  return carrel_pattern_matches (others, after, G_REGEX_CASELESS)
         && !carrel_weight_name_is_of_spans (after);
}

/* ", three midterm exams" and "-- two midterms": a piece of a list, or what explains a part. */
static gboolean
is_behind_mark (const char *sentence, gsize start)
{
  static const char *const announced[]
      = { "there are", "there will be", "we will have", "you will have", "consists of", NULL };
  static const char *const marks[] = { ": ", "- ", "– ", "— " };
  gboolean is_listed = start >= 2 && strncmp (sentence + start - 2, ", ", 2) == 0;

  if (is_listed && carrel_phrase_occurs (sentence, (gssize) start, announced))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize n = strlen (marks[i]);

      if (start >= n && strncmp (sentence + start - n, marks[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * carrel_weight_count_announces:
 * @sentence: valid UTF-8
 * @quantity: a whole number in @sentence
 *
 * Returns: whether the words around the number announce a count of pieces
 */
gboolean
carrel_weight_count_announces (const char *sentence, const CarrelQuantity *quantity)
{
  static const char *const all[]
      = { "each of the", "each of our", "each of your", "all of the", "all", NULL };
  const char *far = carrel_phrase_step_back (sentence, quantity->start, 40);
  const char *near = carrel_phrase_step_back (sentence, quantity->start, 22);
  const char *start = sentence + quantity->start;
  gsize length = quantity->start > 0 ? quantity->start - 1 : 0;

  if (sentence[quantity->end] != ' ' || is_repeated (sentence + quantity->end)
      || is_of_others (sentence + quantity->end))
    return FALSE;
  /* "Each of the 8 labs is worth 10 points" */
  if (carrel_phrase_match_back (sentence, length, all) > 0)
    return TRUE;
  if (carrel_phrase_occurs (near, start - near, carrel_weight_detail_count_hedges))
    return FALSE;
  return quantity->start == 0
         || carrel_phrase_occurs (far, start - far, carrel_weight_detail_count_leads)
         || sentence[quantity->start - 1] == ':' || is_behind_mark (sentence, quantity->start);
}

/* What "midterm exams" and "homework assignments" have behind what they are. */
static const char *const general[]
    = { "exam", "exams", "test", "tests", "assignments", "grades", "scores", "sets", NULL };

/* Whether a noun ends at @end: "quizzes in class", "quizzes cover the chapters", "exams given in
 * May": a verb behind a plural; "analysis" is none. */
static gboolean
ends_noun (const char *end)
{
  static const char verb[]
      = "^(?:(?!miss)[a-z]{3,}ing|given|held|taken|spread|posted|assigned|administered|handed"
        "|distributed|offered|form|cover|make|constitute|comprise|test|focus|require|ask|consist"
        "|assess)\\b";
  const char *next = end + strspn (end, " ");

  return !g_unichar_isalpha (g_utf8_get_char (next))
         || (end[-1] == 's' && strchr ("siu", end[-2]) == NULL
             && carrel_pattern_matches (verb, next, 0))
         || carrel_phrase_match_any (next, general) > 0
         || carrel_phrase_match_any (next, carrel_weight_detail_joining) > 0;
}

/* Whether the words after a number are the name of a part, with nothing but a general word behind
 * it: "two midterm exams", not "two midterm reports". */
static gboolean
counts_part (const char *noun, const char *name)
{
  const char *at = noun + strspn (noun, " ");

  for (guint n = 0; n < 4 && g_unichar_isalnum (g_utf8_get_char (at)); n++)
    {
      const char *end = carrel_phrase_next_word (at);

      if (carrel_phrase_match_any (at, carrel_weight_detail_joining) > 0
          && !g_str_has_prefix (at, "in-"))
        return FALSE;
      while (*end == '-' && g_ascii_isalpha (end[1]))
        end = carrel_phrase_next_word (end + 1);
      if (carrel_weight_name_is_in (name, noun, (gsize) (end - noun)))
        return ends_noun (end);
      at = end + strspn (end, " ");
    }
  return FALSE;
}

/* "Midterm" of "Midterm exams" */
static char *
dup_without_general (const char *name)
{
  const char *last = strrchr (name, ' ');

  return last != NULL && carrel_phrase_match_any (last + 1, general) == strlen (last + 1)
             ? g_strndup (name, (gsize) (last - name))
             : g_strdup (name);
}

/* "8 assignments" are those of "individual assignments" and of "weekly assignments", and "2
 * midterms" "midterm exams", where no part has the very name. */
static CarrelWeight *
find_counted (GPtrArray *weights, const char *noun)
{
  static const char *const alone[] = { "individual", "weekly", "biweekly", "bi-weekly", NULL };

  for (guint i = 0; i < 3 * weights->len; i++)
    {
      CarrelWeight *weight = g_ptr_array_index (weights, i % weights->len);
      g_autofree char *plain
          = i < 2 * weights->len ? g_strdup (weight->name) : dup_without_general (weight->name);
      gsize n = i < weights->len ? 0 : carrel_phrase_match_any (plain, alone);

      if (counts_part (noun, plain + n))
        return weight;
    }
  return NULL;
}

/**
 * carrel_weight_count_find:
 * @weights: (element-type CarrelWeight): the parts of the grade
 * @noun: the words after a number
 *
 * Returns: (transfer none) (nullable): the part whose pieces the number counts
 */
CarrelWeight *
carrel_weight_count_find (GPtrArray *weights, const char *noun)
{
  /* "nine (9) short (10-minute) quizzes": what is counted, without remarks in brackets. */
  g_autofree char *plain = carrel_pattern_dup_without (" ?\\([^()]*\\)", noun, 0);
  CarrelWeight *part = find_counted (weights, noun);

  return part != NULL ? part : find_counted (weights, plain);
}

/**
 * carrel_weight_count_find_numbers:
 * @name: the name of a part: "Labs 1-8"
 * @count: (out): how many pieces its numbers make; untouched without them
 *
 * Returns: the length of the name before the numbers of all its pieces, or 0
 */
gsize
carrel_weight_count_find_numbers (const char *name, int *count)
{
  g_autoptr (GRegex) regex = carrel_pattern_get ("\\D (1 ?(?:-|–|to|&|and) ?([0-9]{1,2}))$", 0);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *last = NULL;
  int start = 0, end = 0;
  int n;

  if (!g_regex_match (regex, name, 0, &match) || !g_match_info_fetch_pos (match, 1, &start, &end))
    return 0;
  last = g_match_info_fetch (match, 2);
  n = (int) g_ascii_strtoll (last, NULL, 10);
  if (n < 2 || n > CARREL_WEIGHT_MAX_COUNT)
    return 0;
  *count = n;
  return (gsize) start - 1;
}
