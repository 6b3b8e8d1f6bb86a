/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes grades as JSON. */
#define G_LOG_DOMAIN "carrel-grade-json"

#include "config.h"

#include "carrel-grade-json.h"

#include "carrel-grade-ladder.h"
#include "carrel-grade-needed.h"
#include "carrel-grade-step-text.h"
#include "carrel-item-forecast.h"

/**
 * carrel_grade_json_add_number:
 * @builder: an object that is being built
 * @name: the name of the member
 * @number: (nullable): its value
 *
 * Adds a number as "n/d", or null.
 */
void
carrel_grade_json_add_number (JsonBuilder *builder, const char *name, const CarrelRational *number)
{
  g_autofree char *text = number != NULL ? carrel_rational_to_text (number) : NULL;

  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_answer (JsonBuilder *builder, const CarrelGradebook *book, const CarrelRational *target)
{
  const CarrelGradebookItem *item = NULL;
  g_autoptr (CarrelAnswer) answer = carrel_grade_needed_ask (book, target, &item);

  json_builder_set_member_name (builder, "needed");
  json_builder_begin_object (builder);
  carrel_grade_json_add_number (builder, "target", target);
  json_builder_set_member_name (builder, "status");
  json_builder_add_string_value (builder, carrel_answer_status_to_text (answer->status));
  carrel_grade_json_add_number (builder, "percent", answer->percent);
  if (item != NULL)
    {
      json_builder_set_member_name (builder, "item");
      json_builder_add_string_value (builder, item->id);
      carrel_grade_json_add_number (builder, "points", answer->points);
      carrel_grade_json_add_number (builder, "total", answer->total);
    }
  carrel_grade_json_add_number (builder, "best_total", answer->best_total);
  carrel_grade_json_add_number (builder, "shortfall", answer->shortfall);
  json_builder_end_object (builder);
}

/* What one item can still do, where it is open. */
static void
add_leverage (JsonBuilder *builder, const CarrelGradeCourse *course, guint at)
{
  g_autoptr (CarrelRational) leverage = NULL;

  if (!carrel_grade_item_is_open (g_ptr_array_index (course->items, at)))
    return;
  leverage = carrel_item_forecast_get_leverage (course, at);
  carrel_grade_json_add_number (builder, "leverage", leverage);
  json_builder_set_member_name (builder, "cannot_matter");
  json_builder_add_boolean_value (builder, carrel_item_forecast_cannot_matter (course, at));
}

static void
add_items (JsonBuilder *builder, const CarrelGradebook *book)
{
  static const char *const states[] = { "ungraded", "graded", "missing", "excused" };

  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < book->course->items->len; i++)
    {
      const CarrelGradeItem *item = g_ptr_array_index (book->course->items, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, item->id);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, item->name);
      json_builder_set_member_name (builder, "state");
      json_builder_add_string_value (builder, states[item->state]);
      carrel_grade_json_add_number (builder, "score", item->score);
      carrel_grade_json_add_number (builder, "max", item->max);
      add_leverage (builder, book->course, i);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_ladder (JsonBuilder *builder, const CarrelGradebook *book)
{
  g_autoptr (GPtrArray) ladder
      = carrel_grade_ladder_list (book->course, book->scale, CARREL_ALL_REMAINING);

  json_builder_set_member_name (builder, "ladder");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ladder->len; i++)
    {
      const CarrelGradeRung *rung = g_ptr_array_index (ladder, i);

      json_builder_begin_object (builder);
      add_text (builder, "letter", rung->cutoff->letter);
      carrel_grade_json_add_number (builder, "target", rung->target);
      add_text (builder, "status", carrel_answer_status_to_text (rung->answer->status));
      carrel_grade_json_add_number (builder, "percent", rung->answer->percent);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_step (JsonBuilder *builder, const CarrelGradebook *book, const CarrelGradeStep *step)
{
  g_autofree char *sentence = carrel_grade_step_text (step, book, 0);

  json_builder_begin_object (builder);
  add_text (builder, "rule", carrel_grade_step_get_rule_name (step));
  add_text (builder, "label", step->label);
  add_text (builder, "by", step->other);
  if (step->group != CARREL_STEP_NONE)
    {
      json_builder_set_member_name (builder, "group");
      json_builder_add_int_value (builder, step->group);
    }
  json_builder_set_member_name (builder, "operands");
  json_builder_begin_array (builder);
  for (guint i = 0; i < step->n_operands; i++)
    {
      g_autofree char *text = carrel_rational_to_text (step->operands[i]);

      json_builder_add_string_value (builder, text);
    }
  json_builder_end_array (builder);
  carrel_grade_json_add_number (builder, "result", step->result);
  add_text (builder, "text", sentence);
  json_builder_end_object (builder);
}

static void
add_steps (JsonBuilder *builder, const CarrelGradebook *book)
{
  g_autoptr (GPtrArray) steps = carrel_grade_step_list (book->course, book->scale);

  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < steps->len; i++)
    add_step (builder, book, g_ptr_array_index (steps, i));
  json_builder_end_array (builder);
}

/**
 * carrel_grade_json_write:
 * @book: a gradebook with its marks
 * @target: (nullable): what is to be reached, a fraction of 1
 * @is_explained: whether the steps are written, too
 *
 * Returns: (transfer full): one JSON object; grades are exact fractions of 1 as "n/d"
 */
char *
carrel_grade_json_write (const CarrelGradebook *book,
                         const CarrelRational *target,
                         gboolean is_explained)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (CarrelRational) current
      = carrel_forecast_get_current (book->course, CARREL_DROPS_AS_GRADED, NULL);
  g_autoptr (CarrelRational) item_level = carrel_forecast_get_item_level (book->course);
  g_autoptr (CarrelRational) banked = carrel_forecast_get_banked (book->course);
  g_autoptr (CarrelRational) least = NULL;
  g_autoptr (CarrelRational) most = NULL;
  g_autoptr (JsonNode) root = NULL;

  carrel_forecast_get_bounds (book->course, &least, &most);
  json_builder_begin_object (builder);
  carrel_grade_json_add_number (builder, "current", current);
  carrel_grade_json_add_number (builder, "current_item_level", item_level);
  carrel_grade_json_add_number (builder, "banked", banked);
  carrel_grade_json_add_number (builder, "min", least);
  carrel_grade_json_add_number (builder, "max", most);
  if (target != NULL)
    add_answer (builder, book, target);
  add_ladder (builder, book);
  add_items (builder, book);
  if (is_explained)
    add_steps (builder, book);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
