/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One table for all records, as a name means the same in nearly all of them. */
#define G_LOG_DOMAIN "carrel-field-label"

#include "config.h"

#include "carrel-field-label.h"

#include <glib/gi18n-lib.h>

#define LABEL(field, label)                                                                        \
  {                                                                                                \
    field, label                                                                                   \
  }

static const struct
{
  const char *field;
  const char *label;
} labels[] = {
  LABEL ("title", N_ ("the title")),
  LABEL ("name", N_ ("the name")),
  LABEL ("code", N_ ("the code")),
  LABEL ("term", N_ ("the term")),
  LABEL ("time_zone", N_ ("the time zone")),
  LABEL ("starts_on", N_ ("the first day of the term")),
  LABEL ("ends_on", N_ ("the last day of the term")),
  LABEL ("url", N_ ("the address")),
  LABEL ("phone", N_ ("the telephone number")),
  LABEL ("email", N_ ("the mail address")),
  LABEL ("role", N_ ("the role")),
  LABEL ("kind", N_ ("the kind")),
  LABEL ("section", N_ ("the section")),
  LABEL ("location", N_ ("the place")),
  LABEL ("person", N_ ("the person")),
  LABEL ("remark", N_ ("the remark")),
  LABEL ("mode", N_ ("the mode")),
  LABEL ("days", N_ ("the days")),
  LABEL ("day", N_ ("the day")),
  LABEL ("start", N_ ("the start")),
  LABEL ("end", N_ ("the end")),
  LABEL ("from", N_ ("the first day")),
  LABEL ("until", N_ ("the last day")),
  LABEL ("date", N_ ("the date")),
  LABEL ("date_inferred", N_ ("the date worked out")),
  LABEL ("date_end", N_ ("the last date")),
  LABEL ("week", N_ ("the week")),
  LABEL ("topic", N_ ("the topic")),
  LABEL ("readings", N_ ("the readings")),
  LABEL ("homework", N_ ("the homework")),
  LABEL ("due", N_ ("what is due")),
  LABEL ("heading", N_ ("the heading")),
  LABEL ("level", N_ ("the level of the heading")),
  LABEL ("body", N_ ("the text")),
  LABEL ("minutes", N_ ("the minutes")),
  LABEL ("count", N_ ("the number of items")),
  LABEL ("weight_each", N_ ("the weight of each, in per cent,")),
  LABEL ("weight_total", N_ ("the weight in per cent")),
  LABEL ("drop_lowest", N_ ("the number of lowest scores dropped")),
  LABEL ("drop_highest", N_ ("the number of highest scores dropped")),
  LABEL ("points_each", N_ ("the points of each")),
  LABEL ("points_total", N_ ("the points")),
  LABEL ("max", N_ ("the points")),
  LABEL ("min", N_ ("the cut-off")),
  LABEL ("late_days", N_ ("the number of late days")),
  LABEL ("penalty_per_day", N_ ("the penalty for each day")),
  LABEL ("grace_days", N_ ("the number of grace days")),
  LABEL ("aggregation", N_ ("the way its parts are counted together")),
  LABEL ("bonus", N_ ("the mark that it is a bonus")),
  LABEL ("by_appointment", N_ ("the mark that it is by appointment")),
  LABEL ("every_weeks", N_ ("the number of weeks from one to the next")),
  LABEL ("group", N_ ("the sum that it belongs to")),
  LABEL ("language", N_ ("the language")),
  LABEL ("letter", N_ ("the letter")),
  LABEL ("min_exclusive", N_ ("the mark that the cut-off itself is too low")),
  LABEL ("reason", N_ ("the reason")),
  LABEL ("scheme_rule", N_ ("the rule among the grading schemes")),
  LABEL ("action", N_ ("the kind of change")),
  LABEL ("to_date", N_ ("the new date")),
  LABEL ("max_per_assignment", N_ ("the most late days for one item")),
  LABEL ("max_days_late", N_ ("the most days that work may be late")),
  LABEL ("max_extensions", N_ ("the most extensions")),
  LABEL ("extension_days", N_ ("the days of an extension")),
  LABEL ("max_penalty", N_ ("the highest penalty in per cent")),
  LABEL ("penalty_after", N_ ("the days after which the penalty begins")),
  LABEL ("penalty_of", N_ ("what the penalty is taken from")),
  LABEL ("penalty_formula", N_ ("the formula of the penalty")),
  LABEL ("late_accepted", N_ ("the rule whether late work is accepted")),
  LABEL ("unit", N_ ("the unit of late time")),
  LABEL ("to", N_ ("the number that marks are rounded to")),
  LABEL ("scope", N_ ("what the late policy is about")),
};

/**
 * carrel_field_label_get:
 * @field: a field of a record
 *
 * Returns: what it is called in a sentence, such as "the place"; its name where nobody is told of
 * it
 */
const char *
carrel_field_label_get (const CarrelField *field)
{
  /* A row says what is due on its day, a graded item when it is. */
  if (field->kind == CARREL_FIELD_DATE && g_str_equal (field->name, "due"))
    return _ ("the due date");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].field, field->name))
      return _ (labels[i].label);
  return field->name;
}
