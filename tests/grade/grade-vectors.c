/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a file of exact test vectors: grade-vectors FILE. Prints one line a vector, then
 * "N passed, N failed". What a vector expects is named by keys; each key is one function below. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "carrel-grade-average.h"
#include "carrel-grade-branch.h"
#include "carrel-grade-frontier.h"
#include "carrel-item-forecast.h"
#include "carrel-late.h"
#include "carrel-letter-scale.h"
#include "vector-course.h"

typedef struct
{
  JsonObject *file;
  JsonObject *vector;
  JsonObject *input;
  JsonNode *expect;
  CarrelGradeCourse *course; /* of the input, when it has one */
} Vector;

/* A course may be that of another vector, and so on, so many times. */
#define MAX_NAMES 8
/* Of a power of ten that fits 64 bits. */
#define MAX_DIGITS 18

typedef JsonNode *(*Answer) (const Vector *vector, const char *key);

typedef CarrelRational Number;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Number, carrel_rational_unref)

/* ---- JSON ---- */

static JsonNode *
new_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
new_null (void)
{
  return json_node_new (JSON_NODE_NULL);
}

static JsonNode *
new_text_or_null (const char *text)
{
  return text != NULL ? new_text (text) : new_null ();
}

/* Takes a number, or NULL. */
static JsonNode *
new_number (Number *number)
{
  g_autoptr (Number) taken = number;
  g_autofree char *text = number != NULL ? carrel_rational_to_text (number) : NULL;

  return text != NULL ? new_text (text) : new_null ();
}

/* Texts are equal when they are the same number, or the same text; objects, key by key of the
 * first. */
static gboolean
is_same (JsonNode *expected, JsonNode *actual)
{
  g_autoptr (Number) one = NULL;
  g_autoptr (Number) other = NULL;

  if (JSON_NODE_HOLDS_OBJECT (expected) && JSON_NODE_HOLDS_OBJECT (actual))
    {
      JsonObject *object = json_node_get_object (expected);
      g_autoptr (GList) keys = json_object_get_members (object);

      for (GList *at = keys; at != NULL; at = at->next)
        {
          JsonNode *member = json_object_get_member (json_node_get_object (actual), at->data);

          if (member == NULL || !is_same (json_object_get_member (object, at->data), member))
            return FALSE;
        }
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_VALUE (expected) || !JSON_NODE_HOLDS_VALUE (actual))
    return json_node_equal (expected, actual);
  one = vector_read_number (expected);
  other = vector_read_number (actual);
  if (one != NULL && other != NULL)
    return carrel_rational_compare (one, other) == 0;
  return json_node_equal (expected, actual);
}

static Number *
to_percent (const Number *fraction)
{
  g_autoptr (Number) hundred = carrel_rational_new (100, 1);

  return carrel_rational_multiply (fraction, hundred);
}

static Number *
from_percent (const Number *percent)
{
  g_autoptr (Number) hundred = carrel_rational_new (100, 1);

  return carrel_rational_divide (percent, hundred);
}

static const char *
get_title (const Vector *vector)
{
  return vector_get_text (vector->vector, "title", "");
}

/* A number that stands only in the words of the title: the group of a pattern. */
static Number *
find_in_title (const Vector *vector, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;

  if (!g_regex_match (regex, get_title (vector), 0, &match))
    return NULL;
  text = g_match_info_fetch (match, 1);
  return carrel_rational_parse (text, NULL);
}

static Number *
need_in_title (const Vector *vector, const char *pattern)
{
  Number *number = find_in_title (vector, pattern);

  if (number != NULL)
    return number;
  vector_set_problem ("the title does not say how");
  return carrel_rational_new (0, 1);
}

/* ---- courses ---- */

static JsonObject *
find_vector (JsonObject *file, const char *id)
{
  JsonArray *vectors = vector_get_array (file, "vectors");

  for (guint i = 0; i < json_array_get_length (vectors); i++)
    {
      JsonObject *vector = vector_get_element_object (vectors, i);

      if (g_strcmp0 (vector_get_text (vector, "id", ""), id) == 0)
        return vector;
    }
  return NULL;
}

/* The course of an input: itself, inline, or that of another vector, which may name one more. */
static CarrelGradeCourse *
find_course (JsonObject *file, JsonObject *input)
{
  for (guint n_names = 0; n_names < MAX_NAMES; n_names++)
    {
      JsonNode *node = json_object_get_member (input, "course");
      JsonObject *other = NULL;

      if (json_object_has_member (input, "schemes"))
        return vector_read_course (input);
      if (node == NULL)
        return NULL;
      if (JSON_NODE_HOLDS_OBJECT (node))
        return vector_read_course (json_node_get_object (node));
      other = find_vector (file, vector_get_text (input, "course", ""));
      if (other == NULL)
        break;
      input = vector_get_object (other, "input");
    }
  vector_set_problem ("there is no such course");
  return NULL;
}

static guint
find_item (const CarrelGradeCourse *course, const char *id)
{
  guint at = CARREL_ALL_REMAINING;

  carrel_grade_course_find_item (course, id, &at);
  return at;
}

static CarrelGradeItem *
get_item (const CarrelGradeCourse *course, guint at)
{
  return g_ptr_array_index (course->items, at);
}

static guint
find_open (const CarrelGradeCourse *course)
{
  guint found = CARREL_ALL_REMAINING;

  for (guint i = 0; i < course->items->len; i++)
    if (((CarrelGradeItem *) g_ptr_array_index (course->items, i))->state == CARREL_ITEM_UNGRADED)
      {
        if (found != CARREL_ALL_REMAINING)
          return CARREL_ALL_REMAINING;
        found = i;
      }
  return found;
}

/* The course with what the input assumes. */
static CarrelGradeCourse *
assume (const Vector *vector)
{
  CarrelGradeCourse *course = carrel_grade_course_copy (vector->course);
  JsonObject *scores = json_object_has_member (vector->input, "assume")
                           ? vector_get_object (vector->input, "assume")
                           : NULL;
  g_autoptr (GList) ids = scores != NULL ? json_object_get_members (scores) : NULL;

  for (GList *at = ids; at != NULL; at = at->next)
    {
      guint item = find_item (course, at->data);
      g_autoptr (Number) score = vector_get_number (scores, at->data);

      if (item == CARREL_ALL_REMAINING)
        vector_set_problem ("there is no item “%s”", (const char *) at->data);
      else
        carrel_grade_item_set_score (get_item (course, item), score);
    }
  return course;
}

static CarrelLetterScale *
read_rounding (JsonObject *input)
{
  static const struct
  {
    const char *name;
    CarrelRoundMode mode;
  } modes[] = { { "half_up", CARREL_ROUND_HALF_UP },
                { "half_even", CARREL_ROUND_HALF_EVEN },
                { "floor", CARREL_ROUND_FLOOR } };
  const char *name = vector_get_text (input, "rounding", NULL);
  CarrelLetterScale *scale = carrel_letter_scale_new ();
  gint64 below = 1;

  for (int n = MIN (vector_get_int (input, "digits", 0), MAX_DIGITS); n > 0; n--)
    below *= 10;
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (modes); i++)
    if (g_str_equal (name, modes[i].name))
      {
        scale->rounds_to = carrel_rational_new (1, below);
        scale->mode = modes[i].mode;
      }
  return scale;
}

/* The rung of a ladder that a key names: "ladder": [["A", "9/10"]] or {"A": "9/10"}; NULL for none.
 */
static Number *
find_rung (JsonObject *input, const char *key)
{
  JsonNode *node = json_object_get_member (input, "ladder");
  JsonArray *list = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return vector_get_number (json_node_get_object (node), key);
  list = node != NULL ? vector_get_array (input, "ladder") : NULL;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonArray *step = vector_get_row (list, i);

      if (g_str_equal (vector_get_element_text (step, 0), key))
        return vector_need_element (step, 1);
    }
  return NULL;
}

/* The cut-off of a letter, in "cutoffs": {"A": "9/10"} or in the ladder; per cent where it is above
 * 2. */
static Number *
find_letter (JsonObject *input, const char *letter)
{
  JsonNode *cutoffs = json_object_get_member (input, "cutoffs");
  g_autoptr (Number) two = carrel_rational_new (2, 1);
  g_autoptr (Number) found = NULL;

  if (cutoffs != NULL && JSON_NODE_HOLDS_OBJECT (cutoffs))
    found = vector_get_number (json_node_get_object (cutoffs), letter);
  if (found == NULL)
    found = find_rung (input, letter);
  if (found == NULL)
    vector_set_problem ("there is no letter “%s”", letter);
  if (found != NULL && carrel_rational_compare (found, two) > 0)
    return from_percent (found);
  return g_steal_pointer (&found);
}

/* A number, or a letter. */
static Number *
read_target (JsonObject *input, const char *key)
{
  JsonNode *node = json_object_get_member (input, key);
  CarrelRational *number = vector_read_number (node);

  if (number != NULL || node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return number;
  return find_letter (input, json_node_get_string (node));
}

/* The target of an input, a fraction of 1, before the course's rounding. */
static Number *
get_raw_target (JsonObject *input)
{
  g_autoptr (CarrelLetterScale) scale = read_rounding (input);
  g_autoptr (Number) target = read_target (input, "target");
  g_autoptr (Number) percent = vector_get_number (input, "target_percent");
  g_autoptr (Number) raw = NULL;

  if (percent == NULL && target != NULL)
    percent = to_percent (target);
  if (percent == NULL)
    {
      vector_set_problem ("there is no target");
      return NULL;
    }
  raw = carrel_letter_scale_get_raw_target (scale, percent);
  return from_percent (raw);
}

static CarrelAnswer *
ask (const CarrelGradeCourse *course, JsonObject *input, const Number *target, guint unknown)
{
  g_autoptr (Number) most = vector_get_number (input, "hi");
  g_autoptr (Number) step = vector_get_number (input, "step");
  const CarrelQuery query = { target, unknown, most, step };

  return carrel_forecast_ask (course, &query);
}

/* The unknown of an input: the one it names, or the only open item, or all that is left. */
static guint
get_unknown (const Vector *vector, const CarrelGradeCourse *course)
{
  const char *name = vector_get_text (vector->input, "unknown", NULL);

  if (name != NULL && find_item (course, name) == CARREL_ALL_REMAINING)
    vector_set_problem ("there is no item “%s”", name);
  return name != NULL ? find_item (course, name) : find_open (course);
}

static Number *
ref_or_null (const Number *number)
{
  return number != NULL ? carrel_rational_ref (number) : NULL;
}

static JsonNode *
write_answer (const CarrelAnswer *answer)
{
  const struct
  {
    const char *key;
    const Number *number;
  } fields[] = { { "percent", answer->percent },
                 { "points", answer->points },
                 { "points_exact", answer->exact },
                 { "total", answer->total },
                 { "best_total", answer->best_total },
                 { "shortfall", answer->shortfall },
                 { "min", answer->total } };
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "status", carrel_answer_status_to_text (answer->status));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].number != NULL)
      json_object_set_member (object, fields[i].key, new_number (ref_or_null (fields[i].number)));
  return json_node_init_object (json_node_alloc (), object);
}

/* One member of the answer to what the input asks. */
static JsonNode *
answer_asked (const Vector *vector, const char *key)
{
  g_autoptr (CarrelGradeCourse) course = assume (vector);
  g_autoptr (Number) target = get_raw_target (vector->input);
  g_autoptr (CarrelAnswer) answer = NULL;
  g_autoptr (JsonNode) all = NULL;

  if (target == NULL)
    return NULL;
  answer = ask (course, vector->input, target, get_unknown (vector, course));
  all = write_answer (answer);
  if (g_str_equal (key, "needed"))
    return g_steal_pointer (&all);
  if (!json_object_has_member (json_node_get_object (all), key))
    return new_null ();
  return json_node_copy (json_object_get_member (json_node_get_object (all), key));
}

static JsonNode *
get_expected (const Vector *vector, const char *key)
{
  return JSON_NODE_HOLDS_OBJECT (vector->expect)
             ? json_object_get_member (json_node_get_object (vector->expect), key)
             : vector->expect;
}

/* An answer in the form that a vector expects: all of it, the per cent, or the status where there
 * is none. */
static JsonNode *
write_as_expected (const Vector *vector, const char *key, const CarrelAnswer *answer)
{
  JsonNode *expected = get_expected (vector, key);

  if (expected != NULL && JSON_NODE_HOLDS_OBJECT (expected))
    return write_answer (answer);
  if (answer->percent != NULL)
    return new_number (carrel_rational_ref (answer->percent));
  if (expected == NULL || JSON_NODE_HOLDS_NULL (expected))
    return new_null ();
  return new_text (carrel_answer_status_to_text (answer->status));
}

static JsonNode *
answer_raw_target (const Vector *vector, const char *key)
{
  return new_number (get_raw_target (vector->input));
}

static JsonNode *
answer_current (const Vector *vector, const char *key)
{
  static const struct
  {
    const char *key;
    CarrelDropPolicy policy;
  } policies[] = { { "proportional", CARREL_DROPS_PROPORTIONAL }, { "none", CARREL_DROPS_NONE } };
  CarrelDropPolicy policy = CARREL_DROPS_AS_GRADED;

  for (guint i = 0; i < G_N_ELEMENTS (policies); i++)
    if (g_strcmp0 (key, policies[i].key) == 0)
      policy = policies[i].policy;
  return new_number (carrel_forecast_get_current (vector->course, policy, NULL));
}

static JsonNode *
answer_item_level (const Vector *vector, const char *key)
{
  return new_number (carrel_forecast_get_item_level (vector->course));
}

static JsonNode *
answer_banked (const Vector *vector, const char *key)
{
  return new_number (carrel_forecast_get_banked (vector->course));
}

static JsonNode *
answer_bound (const Vector *vector, const char *key)
{
  g_autoptr (Number) least = NULL;
  g_autoptr (Number) most = NULL;

  carrel_forecast_get_bounds (vector->course, &least, &most);
  return new_number (ref_or_null (g_strcmp0 (key, "max") == 0 ? most : least));
}

static JsonNode *
answer_as_written (const Vector *vector, const char *key)
{
  return new_number (carrel_forecast_get_as_written (vector->course));
}

static JsonNode *
answer_total (const Vector *vector, const char *key)
{
  if (json_object_has_member (vector->input, "step"))
    return answer_asked (vector, key);
  return answer_current (vector, "");
}

static JsonNode *
answer_scheme (const Vector *vector, const char *key)
{
  guint at = 0;
  g_autoptr (Number) current
      = carrel_forecast_get_current (vector->course, CARREL_DROPS_AS_GRADED, &at);

  return current != NULL ? new_text (
             ((CarrelGradeScheme *) g_ptr_array_index (vector->course->schemes, at))->name)
                         : new_null ();
}

static JsonNode *
answer_capped (const Vector *vector, const char *key)
{
  g_autoptr (CarrelGradeCourse) course = carrel_grade_course_copy (vector->course);

  for (guint i = 0; i < course->schemes->len; i++)
    {
      CarrelGradeScheme *scheme = g_ptr_array_index (course->schemes, i);

      g_clear_pointer (&scheme->cap, carrel_rational_unref);
      if (g_str_equal (key, "capped"))
        scheme->cap = carrel_rational_new (1, 1);
    }
  return new_number (carrel_forecast_get_current (course, CARREL_DROPS_AS_GRADED, NULL));
}

/* What is needed with a rule of the course, and without it. */
static JsonNode *
answer_needed (const Vector *vector, const char *key)
{
  g_autoptr (CarrelGradeCourse) course = assume (vector);
  g_autoptr (Number) target = get_raw_target (vector->input);
  g_autoptr (CarrelAnswer) answer = NULL;

  if (target == NULL)
    return NULL;
  if (g_str_has_prefix (key, "without") || g_str_has_suffix (key, "without_rule"))
    {
      g_ptr_array_set_size (course->replacements, 0);
      g_ptr_array_set_size (course->gates, 0);
    }
  answer = ask (course, vector->input, target, get_unknown (vector, course));
  return write_as_expected (vector, key, answer);
}

/* at_49: the grade when the only open item gets 49 per cent. */
static JsonNode *
answer_at (const Vector *vector, const char *key)
{
  guint unknown = find_open (vector->course);
  g_autoptr (Number) percent = carrel_rational_parse (key + strlen ("at_"), NULL);
  g_autoptr (Number) part = NULL;
  g_autoptr (Number) points = NULL;

  if (percent == NULL || unknown == CARREL_ALL_REMAINING)
    return NULL;
  part = from_percent (percent);
  points = carrel_rational_multiply (part, get_item (vector->course, unknown)->max);
  return new_number (carrel_item_forecast_get_with (vector->course, unknown, points));
}

/* The only group of "others" and one unknown, for targets of a group. */
static CarrelGradeCourse *
read_others (JsonObject *input, guint *unknown)
{
  CarrelGradeCourse *course = vector_read_items (vector_get_array (input, "others"), input);
  CarrelGradeScheme *scheme = g_ptr_array_index (course->schemes, 0);
  CarrelGradeGroup *group = g_ptr_array_index (scheme->groups, 0);
  g_autoptr (GError) error = NULL;

  if (!carrel_grade_course_check (course, &error))
    vector_set_problem ("%s", error->message);
  *unknown = course->items->len;
  g_array_append_val (group->items, *unknown);
  carrel_grade_course_add_item (course, "unknown")->max
      = vector_need_positive (vector_get_number (input, "unknown_max"), "unknown_max");
  return course;
}

/* for_88: what the unknown needs for 88 per cent; for_96_even_with_120: if it may reach 120. */
static JsonNode *
answer_for (const Vector *vector, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key + strlen ("for_"), "_even_with_", 2);
  g_autoptr (Number) percent = carrel_rational_parse (parts[0], NULL);
  g_autoptr (Number) target = percent != NULL ? from_percent (percent) : NULL;
  g_autoptr (Number) most
      = parts[0] != NULL && parts[1] != NULL ? carrel_rational_parse (parts[1], NULL) : NULL;
  guint unknown = 0;
  gboolean is_group = vector->course == NULL;
  g_autoptr (CarrelGradeCourse) course
      = is_group ? read_others (vector->input, &unknown) : assume (vector);
  CarrelQuery query = { target, unknown, most, NULL };
  g_autoptr (CarrelAnswer) answer = NULL;

  if (target == NULL || vector_get_problem () != NULL)
    return NULL;
  if (!is_group)
    query.unknown = get_unknown (vector, course);
  answer = carrel_forecast_ask (course, &query);
  return is_group ? new_number (ref_or_null (answer->points))
                  : write_as_expected (vector, key, answer);
}

static JsonNode *
answer_group_points (const Vector *vector, const char *key)
{
  guint unknown = 0;
  g_autoptr (CarrelGradeCourse) course = read_others (vector->input, &unknown);
  g_autoptr (Number) target = vector_need_number (vector->input, "group_target");
  g_autoptr (CarrelAnswer) answer = NULL;

  if (vector_get_problem () != NULL)
    return NULL;
  answer = ask (course, vector->input, target, unknown);
  return new_number (ref_or_null (answer->points));
}

/* pj_if_pr_100: the per cent one item needs when another gets so many per cent. */
static JsonNode *
answer_frontier (const Vector *vector, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "_if_", 2);
  char *last = strrchr (parts[1], '_');
  g_autofree char *fixed = last != NULL ? g_strndup (parts[1], (gsize) (last - parts[1])) : NULL;
  guint given = fixed != NULL ? find_item (vector->course, fixed) : CARREL_ALL_REMAINING;
  guint unknown = find_item (vector->course, parts[0]);
  g_autoptr (Number) percent = last != NULL ? carrel_rational_parse (last + 1, NULL) : NULL;
  g_autoptr (Number) target = get_raw_target (vector->input);
  g_autoptr (Number) part = NULL;
  g_autoptr (Number) points = NULL;
  g_autoptr (Number) needed = NULL;

  if (given == CARREL_ALL_REMAINING || unknown == CARREL_ALL_REMAINING || percent == NULL
      || target == NULL)
    return NULL;
  part = from_percent (percent);
  points = carrel_rational_multiply (part, get_item (vector->course, given)->max);
  needed = carrel_grade_frontier_get (vector->course, given, unknown, target, points);
  if (needed == NULL && JSON_NODE_HOLDS_NULL (get_expected (vector, key)))
    return new_null ();
  if (needed == NULL)
    return new_text ("impossible");
  return new_number (carrel_rational_divide (needed, get_item (vector->course, unknown)->max));
}

/* The letter of the ladder that a key names, or the leverage of the item that it names. */
static JsonNode *
answer_named (const Vector *vector, const char *key)
{
  guint item = find_item (vector->course, key);
  g_autoptr (Number) target = find_rung (vector->input, key);
  g_autoptr (CarrelAnswer) answer = NULL;

  if (target == NULL)
    return item != CARREL_ALL_REMAINING
               ? new_number (carrel_item_forecast_get_leverage (vector->course, item))
               : NULL;
  answer = ask (vector->course, vector->input, target,
                json_object_has_member (vector->input, "unknown")
                    ? get_unknown (vector, vector->course)
                    : CARREL_ALL_REMAINING);
  return write_as_expected (vector, key, answer);
}

/* Without a key: the grade when all is graded, else the most that can be reached. */
static JsonNode *
answer_plain_course (const Vector *vector, const char *key)
{
  for (guint i = 0; i < vector->course->items->len; i++)
    if (((CarrelGradeItem *) g_ptr_array_index (vector->course->items, i))->state
        == CARREL_ITEM_UNGRADED)
      return answer_bound (vector, "max");
  return answer_current (vector, "");
}

#include "vector-answers.inc.h"

/* ---- running ---- */

/* A key of a table may end in "*": any key that starts so. */
static gboolean
is_key (const char *pattern, const char *key)
{
  gsize n = strlen (pattern);

  if (n > 0 && pattern[n - 1] == '*')
    return strncmp (key, pattern, n - 1) == 0;
  return g_str_equal (key, pattern);
}

static Answer
find_answer_without_course (const Vector *vector, const char *key)
{
  if (json_object_has_member (vector->input, "target"))
    return answer_needed_average;
  if (!json_object_has_member (vector->input, "items"))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (list_answers); i++)
    if (is_key (list_answers[i].key, key))
      return list_answers[i].answer;
  return answer_items;
}

static Answer
find_answer (const Vector *vector, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (json_object_has_member (vector->input, answers[i].input) && is_key (answers[i].key, key))
      return answers[i].answer;
  if (vector->course == NULL)
    return find_answer_without_course (vector, key);
  for (guint i = 0; i < G_N_ELEMENTS (course_answers); i++)
    if (is_key (course_answers[i].key, key))
      return course_answers[i].answer;
  return strstr (key, "_if_") != NULL ? answer_frontier : answer_named;
}

static JsonNode *
solve (const Vector *vector)
{
  JsonObject *expect
      = JSON_NODE_HOLDS_OBJECT (vector->expect) ? json_node_get_object (vector->expect) : NULL;
  g_autoptr (GList) keys = expect != NULL ? json_object_get_members (expect) : NULL;
  JsonObject *object = NULL;

  if (expect == NULL)
    {
      Answer answer = find_answer (vector, "");

      return answer != NULL ? answer (vector, "") : NULL;
    }
  object = json_object_new ();
  for (GList *at = keys; at != NULL; at = at->next)
    {
      Answer answer = find_answer (vector, at->data);
      JsonNode *node = answer != NULL ? answer (vector, at->data) : NULL;

      json_object_set_member (object, at->data, node != NULL ? node : new_text ("(no answer)"));
    }
  return json_node_init_object (json_node_alloc (), object);
}

/* A vector may expect that its input is refused: "expect": "invalid", or {"error": …}. */
static gboolean
expects_problem (JsonNode *expect)
{
  if (expect == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (expect))
    return json_object_has_member (json_node_get_object (expect), "error")
           || json_object_has_member (json_node_get_object (expect), "invalid");
  return JSON_NODE_HOLDS_VALUE (expect) && json_node_get_value_type (expect) == G_TYPE_STRING
         && (g_str_equal (json_node_get_string (expect), "invalid")
             || g_str_equal (json_node_get_string (expect), "error"));
}

/* Solves a vector whose input has been found good so far. */
static JsonNode *
solve_checked (Vector *vector)
{
  g_autoptr (CarrelGradeCourse) course = find_course (vector->file, vector->input);
  g_autoptr (GError) error = NULL;

  if (vector->expect == NULL)
    vector_set_problem ("“expect” is not there");
  if (vector_get_problem () == NULL && course != NULL
      && !carrel_grade_course_check (course, &error))
    vector_set_problem ("%s", error->message);
  vector->course = course;
  return vector_get_problem () == NULL ? solve (vector) : NULL;
}

static void
print_difference (const Vector *vector, JsonNode *actual)
{
  g_autofree char *expected_text
      = vector->expect != NULL ? json_to_string (vector->expect, FALSE) : g_strdup ("(nothing)");
  g_autofree char *actual_text
      = actual != NULL ? json_to_string (actual, FALSE) : g_strdup ("(no answer)");

  if (vector_get_problem () != NULL)
    printf ("    the input is invalid: %s\n", vector_get_problem ());
  printf ("    expected %s\n    got      %s\n", expected_text, actual_text);
}

static gboolean
run_vector (JsonObject *file, JsonObject *object)
{
  Vector vector = { .file = file, .vector = object };
  g_autoptr (JsonNode) actual = NULL;
  gboolean is_good;

  vector_clear_problem ();
  vector.input = vector_get_object (object, "input");
  vector.expect = json_object_get_member (object, "expect");
  actual = solve_checked (&vector);
  is_good = vector_get_problem () != NULL ? expects_problem (vector.expect)
                                          : actual != NULL && is_same (vector.expect, actual);
  printf ("%s %s %s\n", is_good ? "ok" : "FAILED", vector_get_text (object, "id", "(no id)"),
          get_title (&vector));
  if (!is_good)
    print_difference (&vector, actual);
  vector_clear_problem ();
  return is_good;
}

int
main (int argc, char **argv)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonObject *file = NULL;
  JsonArray *vectors = NULL;
  guint n_passed = 0;

  if (argc != 2)
    {
      fprintf (stderr, "usage: grade-vectors FILE\n");
      return 2;
    }
  if (!json_parser_load_from_file (parser, argv[1], &error))
    {
      fprintf (stderr, "%s: %s\n", argv[1], error->message);
      return 2;
    }
  if (json_parser_get_root (parser) == NULL
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      fprintf (stderr, "%s: the file is not an object with “vectors”\n", argv[1]);
      return 2;
    }
  file = json_node_get_object (json_parser_get_root (parser));
  vectors = vector_get_array (file, "vectors");
  if (vector_get_problem () != NULL)
    {
      fprintf (stderr, "%s: %s\n", argv[1], vector_get_problem ());
      return 2;
    }
  for (guint i = 0; i < json_array_get_length (vectors); i++)
    n_passed += run_vector (file, vector_get_element_object (vectors, i));
  printf ("%u passed, %u failed\n", n_passed, json_array_get_length (vectors) - n_passed);
  return n_passed == json_array_get_length (vectors) ? 0 : 1;
}
