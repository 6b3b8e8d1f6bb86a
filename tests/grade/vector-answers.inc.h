/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rest of grade-vectors.c: lists, late work, rounding and averages, and the tables of all keys.
 */

/* ---- lists of items ---- */

static JsonNode *
copy_element (JsonArray *array, guint at)
{
  JsonNode *node = vector_get_element (array, at);

  return node != NULL ? json_node_copy (node) : new_null ();
}

static CarrelGradeCourse *
read_list_of (const Vector *vector, const char *key)
{
  CarrelGradeCourse *course
      = vector_read_items (vector_get_array (vector->input, key), vector->input);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) none = json_object_new ();

  json_object_set_array_member (none, "items", json_array_new ());
  if (carrel_grade_course_check (course, &error))
    return course;
  vector_set_problem ("%s", error->message);
  carrel_grade_course_unref (course);
  return vector_read_items (json_object_get_array_member (none, "items"), vector->input);
}

static CarrelGradeGroup *
get_list_group (const CarrelGradeCourse *course)
{
  const CarrelGradeScheme *scheme = g_ptr_array_index (course->schemes, 0);

  return g_ptr_array_index (scheme->groups, 0);
}

static Number *
get_total (const CarrelGradeCourse *course)
{
  return carrel_forecast_get_current (course, CARREL_DROPS_AS_GRADED, NULL);
}

static JsonNode *
answer_list (const Vector *vector, const char *key)
{
  g_autoptr (CarrelGradeCourse) course = read_list_of (vector, "items");
  CarrelGradeGroup *group = get_list_group (course);

  if ((g_str_equal (key, "without") || g_str_equal (key, "drop1")))
    for (guint i = 0; i < course->items->len; i++)
      ((CarrelGradeItem *) g_ptr_array_index (course->items, i))->never_drop = FALSE;
  if (g_str_equal (key, "drop1"))
    group->drop_lowest = 1;
  if (g_str_has_suffix (key, "no_drop"))
    group->drop_lowest = 0;
  if (g_str_equal (key, "mean_of_percent"))
    group->aggregation = CARREL_AGGREGATION_MEAN;
  return new_number (get_total (course));
}

static void
find_dropped (const CarrelGradeCourse *course, GArray *dropped)
{
  g_autofree CarrelGradePoint *points = g_new0 (CarrelGradePoint, course->items->len);
  g_autoptr (CarrelGradeBranch) branch = NULL;
  g_autoptr (Number) value = NULL;

  for (guint i = 0; i < course->items->len; i++)
    points[i].value = ((CarrelGradeItem *) g_ptr_array_index (course->items, i))->score;
  branch = carrel_grade_branch_new (course, 0, points, CARREL_DROPS_AS_GRADED);
  value = carrel_grade_branch_get_group (branch, 0, dropped);
}

static JsonNode *
answer_dropped (const Vector *vector, const char *key)
{
  g_autoptr (CarrelGradeCourse) course = read_list_of (vector, "items");
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (guint));
  JsonArray *names = json_array_new ();

  find_dropped (course, dropped);
  for (guint i = 0; i < dropped->len; i++)
    {
      const CarrelGradeItem *item
          = g_ptr_array_index (course->items, g_array_index (dropped, guint, i));

      json_array_add_string_element (names, item->id);
    }
  return json_node_init_array (json_node_alloc (), names);
}

static JsonNode *
answer_kept (const Vector *vector, const char *key)
{
  g_autoptr (CarrelGradeCourse) course = read_list_of (vector, "items");
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (guint));
  Number *sum = carrel_rational_new (0, 1);

  find_dropped (course, dropped);
  for (guint i = 0; i < course->items->len; i++)
    {
      const CarrelGradeItem *item = g_ptr_array_index (course->items, i);
      gboolean is_kept = TRUE;
      Number *more;

      for (guint j = 0; j < dropped->len; j++)
        is_kept = is_kept && g_array_index (dropped, guint, j) != i;
      if (!is_kept || item->is_extra)
        continue;
      more = carrel_rational_add (sum, item->max);
      carrel_rational_unref (sum);
      sum = more;
    }
  return new_number (sum);
}

/* The rules of other systems, which ours is compared with: one item at a time is taken away. */
typedef Number *(*Measure) (const CarrelGradeCourse *course, guint item);

static Number *
measure_percent (const CarrelGradeCourse *course, guint item)
{
  const CarrelGradeItem *graded = g_ptr_array_index (course->items, item);

  return carrel_rational_divide (graded->score, graded->max);
}

static Number *
measure_points (const CarrelGradeCourse *course, guint item)
{
  return carrel_rational_ref (((CarrelGradeItem *) g_ptr_array_index (course->items, item))->score);
}

/* The lower, the better it is to drop: less what remains without it. */
static Number *
measure_rest (const CarrelGradeCourse *course, guint item)
{
  g_autoptr (CarrelGradeCourse) copy = carrel_grade_course_copy (course);
  g_autoptr (Number) zero = carrel_rational_new (0, 1);
  g_autoptr (Number) rest = NULL;

  ((CarrelGradeItem *) g_ptr_array_index (copy->items, item))->state = CARREL_ITEM_EXCUSED;
  rest = get_total (copy);
  return rest != NULL ? carrel_rational_subtract (zero, rest) : NULL;
}

static void
take_away (CarrelGradeCourse *course, Measure measure, gboolean is_highest)
{
  g_autoptr (Number) extreme = NULL;
  guint found = 0;

  for (guint i = 0; i < course->items->len; i++)
    {
      const CarrelGradeItem *item = g_ptr_array_index (course->items, i);
      g_autoptr (Number) value = NULL;
      int order;

      if (item->state == CARREL_ITEM_EXCUSED || item->score == NULL || item->is_extra)
        continue;
      value = measure (course, i);
      if (value == NULL)
        continue;
      order = extreme != NULL ? carrel_rational_compare (value, extreme) : (is_highest ? 1 : -1);
      if (is_highest ? order <= 0 : order >= 0)
        continue;
      found = i;
      g_clear_pointer (&extreme, carrel_rational_unref);
      extreme = g_steal_pointer (&value);
    }
  if (extreme != NULL)
    get_item (course, found)->state = CARREL_ITEM_EXCUSED;
}

static Number *
drop_by (CarrelGradeCourse *course, Measure measure)
{
  CarrelGradeGroup *group = get_list_group (course);
  guint n_low = group->drop_lowest;

  group->drop_lowest = 0;
  for (guint i = 0; i < n_low; i++)
    take_away (course, measure, FALSE);
  return get_total (course);
}

static JsonNode *
answer_other_rule (const Vector *vector, const char *key)
{
  static const struct
  {
    const char *key;
    Measure measure;
  } rules[] = { { "lowest_percent", measure_percent },
                { "lowest_points", measure_points },
                { "greedy", measure_rest } };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (key, rules[i].key))
      {
        g_autoptr (CarrelGradeCourse) course = read_list_of (vector, "items");

        return new_number (drop_by (course, rules[i].measure));
      }
  return NULL;
}

/* optimal_before, lowest_percent_after: two lists, and a rule for each. */
static JsonNode *
answer_before_after (const Vector *vector, const char *key)
{
  gboolean is_before = g_str_has_suffix (key, "_before");
  g_autoptr (CarrelGradeCourse) course = read_list_of (vector, is_before ? "before" : "after");

  if (g_str_has_prefix (key, "lowest_percent"))
    return new_number (drop_by (course, measure_percent));
  return new_number (get_total (course));
}

/* The best kept set of a list, dropping the other way round: the rule of a well-known system, which
 * first chooses the low drops as if there were no high ones. */
static Number *
drop_in_turn (CarrelGradeCourse *course)
{
  CarrelGradeGroup *group = get_list_group (course);
  guint n_high = group->drop_highest;
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (guint));

  group->drop_highest = 0;
  find_dropped (course, dropped);
  for (guint i = 0; i < dropped->len; i++)
    ((CarrelGradeItem *) g_ptr_array_index (course->items, g_array_index (dropped, guint, i)))
        ->state
        = CARREL_ITEM_EXCUSED;
  group->drop_lowest = 0;
  group->drop_highest = n_high;
  return get_total (course);
}

/* A list of one unknown mark, "1..4": a table of what each student gets, by name. */
static JsonNode *
answer_students (const Vector *vector, const char *key)
{
  JsonArray *items = vector_get_array (vector->input, "items");
  JsonObject *expect = vector_get_object (json_node_get_object (vector->expect), key);
  g_autoptr (GList) names = json_object_get_members (expect);
  JsonObject *object = json_object_new ();
  gint64 mark = 1;

  for (GList *at = names; at != NULL; at = at->next, mark++)
    {
      g_autoptr (JsonNode) copy = json_node_init_array (json_node_alloc (), json_array_new ());
      JsonArray *list = json_node_get_array (copy);
      g_autoptr (CarrelGradeCourse) course = NULL;

      for (guint i = 0; i < json_array_get_length (items); i++)
        {
          JsonArray *row = vector_get_row (items, i);
          JsonArray *with = json_array_new ();
          g_autoptr (Number) score = vector_read_number (vector_get_element (row, 0));

          if (score != NULL)
            json_array_add_element (with, copy_element (row, 0));
          else
            json_array_add_int_element (with, mark);
          json_array_add_element (with, copy_element (row, 1));
          json_array_add_array_element (list, with);
        }
      course = vector_read_items (list, vector->input);
      if (!carrel_grade_course_check (course, NULL))
        vector_set_problem ("an item has no maximum above 0");
      if (vector_get_problem () != NULL)
        break;
      json_object_set_member (
          object, at->data,
          new_number (g_str_equal (key, "ours") ? get_total (course) : drop_in_turn (course)));
    }
  return json_node_init_object (json_node_alloc (), object);
}

/* "three scores of 2/3": equal scores, exact and each rounded first. */
static JsonNode *
answer_prose (const Vector *vector, const char *key)
{
  const char *text = vector_get_text (vector->input, "items", "");
  const char *last = strrchr (text, ' ');
  g_autoptr (Number) score = carrel_rational_parse (last != NULL ? last + 1 : text, NULL);
  g_autoptr (Number) step = carrel_rational_new (1, 100);

  if (score == NULL)
    return NULL;
  if (g_str_equal (key, "exact"))
    return new_number (carrel_rational_ref (score));
  return new_number (carrel_rational_round (score, step, CARREL_ROUND_HALF_UP));
}

static JsonNode *
answer_items (const Vector *vector, const char *key)
{
  JsonNode *items = json_object_get_member (vector->input, "items");

  if (!JSON_NODE_HOLDS_ARRAY (items))
    return JSON_NODE_HOLDS_VALUE (items) ? answer_prose (vector, key) : NULL;
  return answer_list (vector, key);
}

/* ---- scores with the scheme of the file ---- */

/* The scheme that the file is about, from the first vector that has it. */
static CarrelGradeCourse *
find_seed (const Vector *vector)
{
  JsonArray *vectors = vector_get_array (vector->file, "vectors");
  CarrelGradeCourse *course = NULL;

  course = find_course (vector->file,
                        vector_get_object (vector_get_element_object (vectors, 0), "input"));
  if (vector_get_problem () == NULL
      && (course == NULL || course->schemes->len == 0 || !carrel_grade_course_check (course, NULL)))
    vector_set_problem ("the first vector has no good course");
  return course;
}

/* "HW5 cancelled, project 30 -> 40 %". */
static void
revise (CarrelGradeCourse *course)
{
  CarrelGradeScheme *scheme = g_ptr_array_index (course->schemes, 0);
  CarrelGradeGroup *homework = NULL;
  CarrelGradeGroup *project = NULL;

  if (scheme->groups->len == 0)
    return;
  homework = g_ptr_array_index (scheme->groups, 0);
  project = g_ptr_array_index (scheme->groups, scheme->groups->len - 1);
  if (homework->items->len > 0)
    g_array_set_size (homework->items, homework->items->len - 1);
  carrel_rational_unref (homework->weight);
  homework->weight = carrel_rational_new (2, 5);
  carrel_rational_unref (project->weight);
  project->weight = carrel_rational_new (2, 5);
}

static JsonNode *
answer_revision (const Vector *vector, const char *key)
{
  g_autoptr (CarrelGradeCourse) course = find_seed (vector);
  JsonObject *scores = vector_get_object (vector->input, "scores");
  g_autoptr (GList) ids = json_object_get_members (scores);
  g_autoptr (Number) target = vector_get_number (vector->input, "target");
  g_autoptr (Number) zero = carrel_rational_new (0, 1);
  g_autoptr (CarrelAnswer) answer = NULL;

  if (vector_get_problem () != NULL || *key == '\0')
    return NULL;
  for (GList *at = ids; at != NULL; at = at->next)
    {
      g_autoptr (Number) score = vector_get_number (scores, at->data);
      guint item = find_item (course, at->data);

      if (item == CARREL_ALL_REMAINING)
        vector_set_problem ("there is no item “%s”", (const char *) at->data);
      else
        carrel_grade_item_set_score (get_item (course, item), score);
    }
  if (g_str_equal (key, "revised"))
    revise (course);
  if (target == NULL)
    {
      guint open = g_str_equal (key, "revised") ? CARREL_ALL_REMAINING : find_open (course);

      if (open != CARREL_ALL_REMAINING)
        {
          CarrelGradeItem *item = g_ptr_array_index (course->items, open);

          carrel_grade_item_set_score (item, zero);
          item->state = g_str_has_suffix (key, "excused") ? CARREL_ITEM_EXCUSED : item->state;
        }
      return new_number (get_total (course));
    }
  /* With a target, the homework that is not yet given counts as the one before it. */
  if (g_str_equal (key, "old") && find_item (course, "hw5") != CARREL_ALL_REMAINING)
    {
      CarrelGradeItem *next = g_ptr_array_index (course->items, find_item (course, "hw5"));

      next->state = CARREL_ITEM_EXCUSED;
    }
  answer = ask (course, vector->input, target, find_item (course, "pj"));
  return new_number (ref_or_null (answer->percent));
}

/* A list of scores of one group, the last not known. */
static JsonNode *
answer_states (const Vector *vector, const char *key)
{
  JsonArray *scores = vector_get_array (vector->input, "scores");
  JsonArray *rows = json_array_new ();
  g_autoptr (JsonNode) owner = json_node_init_array (json_node_alloc (), rows);
  g_autoptr (CarrelGradeCourse) course = NULL;

  for (guint i = 0; i < json_array_get_length (scores); i++)
    {
      JsonArray *row = json_array_new ();

      json_array_add_element (row, copy_element (scores, i));
      json_array_add_int_element (row, 100);
      json_array_add_array_element (rows, row);
    }
  course = vector_read_items (rows, vector->input);
  for (guint i = 0; i < course->items->len; i++)
    {
      CarrelGradeItem *item = g_ptr_array_index (course->items, i);

      if (item->state == CARREL_ITEM_UNGRADED && g_str_equal (key, "zero"))
        item->state = CARREL_ITEM_MISSING;
      if (item->state == CARREL_ITEM_UNGRADED && g_str_equal (key, "excused"))
        item->state = CARREL_ITEM_EXCUSED;
    }
  if (g_str_equal (key, "ungraded_min"))
    {
      Number *least = NULL;
      g_autoptr (Number) most = NULL;

      carrel_forecast_get_bounds (course, &least, &most);
      return new_number (least);
    }
  return new_number (get_total (course));
}

/* A flat curve, capped: its numbers stand in the title. */
static JsonNode *
answer_flat_curve (const Vector *vector)
{
  JsonArray *scores = vector_get_array (vector->input, "scores");
  g_autoptr (Number) more = need_in_title (vector, "\\+([0-9.]+)");
  g_autoptr (Number) cap = find_in_title (vector, "capped at ([0-9.]+)");
  JsonArray *curved = json_array_new ();

  for (guint i = 0; i < json_array_get_length (scores); i++)
    {
      g_autoptr (Number) score = vector_need_element (scores, i);
      g_autoptr (Number) sum = carrel_rational_add (score, more);

      json_array_add_element (
          curved, new_number (carrel_rational_ref (
                      cap != NULL && carrel_rational_compare (sum, cap) > 0 ? cap : sum)));
    }
  return json_node_init_array (json_node_alloc (), curved);
}

static JsonNode *
answer_scores (const Vector *vector, const char *key)
{
  if (JSON_NODE_HOLDS_OBJECT (json_object_get_member (vector->input, "scores")))
    return answer_revision (vector, key);
  return *key != '\0' ? answer_states (vector, key) : answer_flat_curve (vector);
}

static JsonNode *
answer_curve (const Vector *vector, const char *key)
{
  static const char *const pattern = "([0-9.]+)->[0-9.]+, [0-9.]+->[0-9.]+";
  g_autoptr (Number) score = vector_need_number (vector->input, "score");
  g_autoptr (Number) top = vector_get_number (vector->input, "top");
  g_autoptr (Number) from_0 = find_in_title (vector, pattern);
  g_autoptr (Number) to_0 = find_in_title (vector, "[0-9.]+->([0-9.]+),");
  g_autoptr (Number) from_1 = find_in_title (vector, ", ([0-9.]+)->");
  g_autoptr (Number) to_1 = find_in_title (vector, ", [0-9.]+->([0-9.]+)");
  const Number *from[2] = { from_0, from_1 };
  const Number *to[2] = { to_0, to_1 };

  if (top != NULL && carrel_rational_get_sign (top) > 0)
    return new_number (carrel_rational_divide (score, top));
  if (from_0 == NULL || to_0 == NULL || from_1 == NULL || to_1 == NULL
      || carrel_rational_compare (from_0, from_1) == 0)
    {
      vector_set_problem ("there is no curve");
      return NULL;
    }
  return new_number (carrel_grade_curve_linear (score, from, to));
}

/* ---- late work ---- */

/* How lateness is punished, and after how many days nothing is left. */
static void
read_rule (const Vector *vector, CarrelLateRule *rule)
{
  const char *kind = vector_get_text (vector->input, "kind", "");

  if (g_str_equal (kind, "of_max"))
    rule->kind = CARREL_PENALTY_OF_MAXIMUM;
  rule->last_day = vector_get_int (vector->input, "cutoff", -1);
}

static JsonNode *
answer_penalty (const Vector *vector, const char *key)
{
  g_autoptr (Number) raw = vector_need_number (vector->input, "raw");
  g_autoptr (Number) rate = vector_need_number (vector->input, "rate");
  g_autoptr (Number) floor = vector_get_number (vector->input, "floor");
  g_autoptr (Number) max = vector_get_number (vector->input, "max");
  int days = vector_get_int (vector->input, "days", 0);
  CarrelLateRule rule = { CARREL_PENALTY_OF_EARNED, rate, floor, -1 };

  if (max == NULL)
    max = carrel_rational_new (100, 1);
  if (days < 0)
    vector_set_problem ("“days” is below 0");
  read_rule (vector, &rule);
  return new_number (carrel_late_apply (&rule, raw, max, days));
}

static JsonNode *
answer_cases (const Vector *vector, const char *key)
{
  JsonArray *cases = vector_get_array (vector->input, "cases");
  JsonArray *result = json_array_new ();

  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonNode *node = vector_get_element (cases, i);

      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *pair = json_node_get_array (node);

          json_array_add_int_element (result,
                                      carrel_late_count_days (vector_get_element_int (pair, 0),
                                                              vector_get_element_int (pair, 1)));
        }
      else
        {
          g_autoptr (Number) number = vector_need_element (cases, i);
          g_autoptr (Number) one = carrel_rational_new (1, 1);

          json_array_add_element (
              result, new_number (carrel_rational_round (number, one, CARREL_ROUND_HALF_UP)));
        }
    }
  return json_node_init_array (json_node_alloc (), result);
}

typedef struct
{
  CarrelSubmission *list;
  guint n;
  GPtrArray *numbers;
} Submissions;

static void
clear_submissions (Submissions *self)
{
  g_free (self->list);
  g_clear_pointer (&self->numbers, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Submissions, clear_submissions)

static void
read_submissions (const Vector *vector, Submissions *self)
{
  JsonArray *subs = vector_get_array (vector->input, "subs");

  self->n = json_array_get_length (subs);
  self->list = g_new0 (CarrelSubmission, self->n);
  self->numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_rational_unref);
  for (guint i = 0; i < self->n; i++)
    {
      JsonArray *row = vector_get_row (subs, i);
      Number *score = vector_need_element (row, 1);
      Number *max = vector_need_positive (vector_need_element (row, 2), "maximum");
      Number *weight = vector_need_element (row, 4);

      self->list[i] = (CarrelSubmission){ score, max, weight, vector_get_element_int (row, 3), 0 };
      if (self->list[i].days < 0)
        vector_set_problem ("the days of a submission are below 0");
      g_ptr_array_add (self->numbers, score);
      g_ptr_array_add (self->numbers, max);
      g_ptr_array_add (self->numbers, weight);
    }
}

/* Late days in the order of the submissions, until none is left. */
static void
spend_in_order (Submissions *self, int n_days, int n_each)
{
  for (guint i = 0; i < self->n; i++)
    {
      self->list[i].spent = MIN (MIN (n_days, n_each), self->list[i].days);
      n_days -= self->list[i].spent;
    }
}

static JsonNode *
write_uses (const Vector *vector, const Submissions *submissions)
{
  JsonArray *subs = vector_get_array (vector->input, "subs");
  JsonArray *uses = json_array_new ();

  for (guint i = 0; i < submissions->n; i++)
    if (submissions->list[i].spent > 0)
      json_array_add_string_element (uses, vector_get_element_text (vector_get_row (subs, i), 0));
  return json_node_init_array (json_node_alloc (), uses);
}

static JsonNode *
answer_late_days (const Vector *vector, const char *key)
{
  g_auto (Submissions) submissions = { 0 };
  g_autoptr (Number) rate = vector_get_number (vector->input, "rate");
  g_autoptr (Number) percent = find_in_title (vector, "([0-9.]+) ?%/day");
  g_autoptr (Number) floor = vector_get_number (vector->input, "floor");
  CarrelLateRule rule = { CARREL_PENALTY_OF_EARNED, NULL, NULL, -1 };
  int n_days = (int) vector_get_int (vector->input, "tokens", 0);
  int n_each = (int) vector_get_int (vector->input, "per_item", 0);
  g_autoptr (Number) best = NULL;
  g_autoptr (Number) sum = NULL;

  if (rate == NULL && percent != NULL)
    rate = from_percent (percent);
  rate = vector_need_positive (g_steal_pointer (&rate), "rate");
  rule.rate = rate;
  rule.floor = floor;
  read_rule (vector, &rule);
  if (n_days < 0 || n_each < 0)
    vector_set_problem ("there are less than 0 late days");
  read_submissions (vector, &submissions);
  if (vector_get_problem () != NULL)
    return NULL;
  if (g_str_equal (key, "chronological") || g_str_equal (key, "no_tokens"))
    {
      spend_in_order (&submissions, g_str_equal (key, "no_tokens") ? 0 : n_days, n_each);
      return new_number (carrel_late_sum (&rule, submissions.list, submissions.n));
    }
  best = carrel_late_spend (&rule, submissions.list, submissions.n, n_days, n_each);
  if (g_str_equal (key, "uses"))
    return write_uses (vector, &submissions);
  sum = to_percent (best);
  return new_number (carrel_rational_ref (g_str_equal (key, "sum_of_percent") ? sum : best));
}

/* ---- rounding and letters ---- */

static CarrelLetterScale *
read_scale (const Vector *vector)
{
  static const char *const letters[] = { "A", "B", "C", "D", "E", "F" };
  CarrelLetterScale *scale = carrel_letter_scale_new ();
  JsonNode *node = json_object_get_member (vector->input, "cutoffs");
  JsonArray *list
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = list != NULL ? json_array_get_length (list) : 0;
  g_autoptr (Number) zero = carrel_rational_new (0, 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Number) min = vector_need_element (list, i);

      carrel_letter_scale_add (scale, letters[MIN (i, 4)], min, FALSE);
    }
  if (list != NULL)
    carrel_letter_scale_add (scale, letters[MIN (n, 5)], zero, FALSE);
  return scale;
}

static guint
get_digits (const Vector *vector)
{
  return (guint) CLAMP (vector_get_int (vector->input, "digits", 2), 0, 100);
}

static JsonNode *
answer_rounding (const Vector *vector, const char *key)
{
  static const struct
  {
    const char *key;
    CarrelRoundMode mode;
  } modes[] = { { "half_up", CARREL_ROUND_HALF_UP },
                { "half_even", CARREL_ROUND_HALF_EVEN },
                { "floor", CARREL_ROUND_FLOOR } };
  g_autoptr (Number) percent = vector_need_number (vector->input, "percent");
  guint n_digits = get_digits (vector);
  g_autoptr (CarrelLetterScale) scale = read_scale (vector);
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_str_equal (key, modes[i].key))
      {
        g_autofree char *rounded = carrel_rational_to_decimal (percent, n_digits, modes[i].mode);

        return new_number (carrel_rational_parse (rounded, NULL));
      }
  if (g_str_equal (key, "letter"))
    return new_text_or_null (carrel_letter_scale_find (scale, percent));
  text = carrel_letter_scale_to_text (scale, percent, n_digits);
  return new_number (carrel_rational_parse (text, NULL));
}

/* Rounding to whole per cent at once, and by way of each digit before. */
static JsonNode *
answer_twice (const Vector *vector, const char *key)
{
  g_autoptr (Number) percent = vector_need_number (vector->input, "percent");
  g_autofree char *once = carrel_rational_to_decimal (percent, 2, CARREL_ROUND_HALF_UP);
  g_autoptr (Number) first = carrel_rational_parse (once, NULL);
  g_autofree char *tenths = carrel_rational_to_decimal (first, 1, CARREL_ROUND_HALF_UP);
  g_autoptr (Number) second = carrel_rational_parse (tenths, NULL);
  g_autofree char *text = carrel_rational_to_decimal (g_str_equal (key, "twice") ? second : percent,
                                                      0, CARREL_ROUND_HALF_UP);

  return new_number (carrel_rational_parse (text, NULL));
}

/* What doubles make of it: the weighted sum in the order that the course has. */
static double
sum_in_doubles (const CarrelGradeCourse *course)
{
  const CarrelGradeScheme *scheme
      = course->schemes->len > 0 ? g_ptr_array_index (course->schemes, 0) : NULL;
  double total = 0;

  for (guint i = 0; scheme != NULL && i < scheme->groups->len; i++)
    {
      const CarrelGradeGroup *group = g_ptr_array_index (scheme->groups, i);
      double weight = carrel_rational_to_double (group->weight) / group->items->len;

      for (guint j = 0; j < group->items->len; j++)
        {
          const CarrelGradeItem *item
              = g_ptr_array_index (course->items, g_array_index (group->items, guint, j));

          if (item->score == NULL || carrel_rational_get_sign (item->max) == 0)
            continue;
          total += weight * carrel_rational_to_double (item->score)
                   / carrel_rational_to_double (item->max);
        }
    }
  return total;
}

static JsonNode *
find_letter_of_total (const Vector *vector, const char *key)
{
  JsonObject *cutoffs = vector_get_object (vector->input, "cutoffs");
  g_autoptr (GList) letters = json_object_get_members (cutoffs);
  g_autoptr (CarrelLetterScale) scale = carrel_letter_scale_new ();
  g_autoptr (Number) total = get_total (vector->course);

  for (GList *at = letters; at != NULL; at = at->next)
    {
      g_autoptr (Number) min = vector_need_number (cutoffs, at->data);

      if (g_str_equal (key, "letter_with_doubles")
          && sum_in_doubles (vector->course) >= carrel_rational_to_double (min))
        return new_text (at->data);
      carrel_letter_scale_add (scale, at->data, min, FALSE);
    }
  return new_text_or_null (total != NULL ? carrel_letter_scale_find (scale, total) : NULL);
}

static JsonNode *
answer_letter (const Vector *vector, const char *key)
{
  return vector->course != NULL ? find_letter_of_total (vector, key) : NULL;
}

static JsonNode *
answer_weights (const Vector *vector, const char *key)
{
  JsonArray *weights = vector_get_array (vector->input, "weights");
  Number *sum = carrel_rational_new (0, 1);

  for (guint i = 0; i < json_array_get_length (weights); i++)
    {
      g_autoptr (Number) weight = vector_need_element (weights, i);
      Number *more = carrel_rational_add (sum, weight);

      carrel_rational_unref (sum);
      sum = more;
    }
  return new_number (sum);
}

/* ---- averages over courses ---- */

static Number *
get_average (JsonArray *list, Number **units)
{
  guint n = json_array_get_length (list);
  g_autofree CarrelUnits *courses = g_new0 (CarrelUnits, n);
  g_autoptr (GPtrArray) owned
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_rational_unref);

  for (guint i = 0; i < n; i++)
    {
      JsonArray *row = vector_get_row (list, i);

      courses[i].units = vector_need_positive (vector_need_element (row, 0), "units");
      courses[i].grade = vector_need_element (row, 1);
      g_ptr_array_add (owned, (gpointer) courses[i].units);
      g_ptr_array_add (owned, (gpointer) courses[i].grade);
    }
  return carrel_grade_average_get (courses, n, units);
}

static JsonNode *
answer_average (const Vector *vector, const char *key)
{
  return new_number (get_average (vector_get_array (vector->input, "courses"), NULL));
}

/* The last input before this one that has a key: a vector may go on from the one before it. */
static JsonObject *
find_last (const Vector *vector, const char *key)
{
  JsonArray *vectors = vector_get_array (vector->file, "vectors");
  JsonObject *found = NULL;

  for (guint i = 0; i < json_array_get_length (vectors); i++)
    {
      JsonObject *other = vector_get_element_object (vectors, i);
      JsonObject *input = vector_get_object (other, "input");

      if (json_object_has_member (input, key))
        found = input;
      if (other == vector->vector)
        break;
    }
  return found;
}

/* The courses so far: rows, or the vectors that have them. */
static JsonArray *
find_have (const Vector *vector, JsonObject *input)
{
  JsonArray *have = vector_get_array (input, "have");
  JsonNode *first = vector_get_element (have, 0);
  JsonObject *other = NULL;

  if (first != NULL && JSON_NODE_HOLDS_ARRAY (first))
    return have;
  other = find_vector (vector->file, vector_get_element_text (have, 0));
  if (other == NULL)
    {
      vector_set_problem ("there is no such vector");
      return vector_get_array (input, "have of another vector");
    }
  return vector_get_array (vector_get_object (other, "input"), "courses");
}

static JsonNode *
answer_needed_average (const Vector *vector, const char *key)
{
  JsonObject *input = find_last (vector, "next_units");
  g_autoptr (Number) units = NULL;
  g_autoptr (Number) average
      = input != NULL ? get_average (find_have (vector, input), &units) : NULL;
  g_autoptr (Number) next = NULL;
  g_autoptr (Number) target = NULL;
  g_autoptr (Number) needed = NULL;
  g_autoptr (Number) top = carrel_rational_new (4, 1);

  if (average == NULL)
    {
      vector_set_problem ("there is no average so far");
      return NULL;
    }
  next = vector_need_positive (vector_get_number (input, "next_units"), "next_units");
  target = vector_need_number (vector->input, "target");
  const CarrelUnits all[2] = { { units, average }, { next, top } };

  needed = carrel_grade_average_get_needed (&all[0], next, target);
  if (*key == '\0' || g_str_equal (key, "needed"))
    return new_number (carrel_rational_ref (needed));
  if (g_str_equal (key, "possible"))
    return json_node_init_boolean (json_node_alloc (), carrel_rational_compare (needed, top) <= 0);
  return new_number (carrel_grade_average_get (all, 2, NULL));
}

/* ---- the tables ---- */

/* By a member of the input. */
static const struct
{
  const char *input;
  const char *key;
  Answer answer;
} answers[] = {
  { "before", "*", answer_before_after },  { "others", "points", answer_group_points },
  { "others", "for_*", answer_for },       { "subs", "*", answer_late_days },
  { "raw", "", answer_penalty },           { "cases", "", answer_cases },
  { "percent", "direct", answer_twice },   { "percent", "twice", answer_twice },
  { "percent", "*", answer_rounding },     { "weights", "", answer_weights },
  { "courses", "", answer_average },       { "next_units", "", answer_needed_average },
  { "cutoffs", "letter*", answer_letter }, { "scores", "*", answer_scores },
  { "score", "", answer_curve },
};

/* Of an input that is or has a course. */
static const struct
{
  const char *key;
  Answer answer;
} course_answers[] = {
  { "", answer_plain_course },
  { "current", answer_current },
  { "as_graded", answer_current },
  { "proportional", answer_current },
  { "none", answer_current },
  { "exact", answer_current },
  { "normalized", answer_current },
  { "current_item_level", answer_item_level },
  { "banked", answer_banked },
  { "min", answer_bound },
  { "max", answer_bound },
  { "as_written", answer_as_written },
  { "total", answer_total },
  { "scheme", answer_scheme },
  { "uncapped", answer_capped },
  { "capped", answer_capped },
  { "status", answer_asked },
  { "percent", answer_asked },
  { "points", answer_asked },
  { "points_exact", answer_asked },
  { "best_total", answer_asked },
  { "shortfall", answer_asked },
  { "needed", answer_needed },
  { "needed_*", answer_needed },
  { "with_gate", answer_needed },
  { "without_gate", answer_needed },
  { "raw_target", answer_raw_target },
  { "at_*", answer_at },
  { "for_*", answer_for },
};

/* Of an input that is a list of items. */
static const struct
{
  const char *key;
  Answer answer;
} list_answers[] = {
  { "dropped", answer_dropped },
  { "kept_possible", answer_kept },
  { "lowest_percent", answer_other_rule },
  { "lowest_points", answer_other_rule },
  { "greedy", answer_other_rule },
  { "ours", answer_students },
  { "canvas_sequential", answer_students },
};
