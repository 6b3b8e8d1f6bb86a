/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables that describe the records of grading. */
#define G_LOG_DOMAIN "carrel-grading"

#include "config.h"

#include "carrel-grading.h"

static const CarrelField grading_item_fields[] = {
  { "id", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelGradingItem, id), NULL },
  { "name", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelGradingItem, name), NULL },
  { "max", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelGradingItem, max), NULL },
  { "due", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelGradingItem, due), NULL },
  { NULL },
};

const CarrelRecordType carrel_grading_item_type
    = { "grading_item", sizeof (CarrelGradingItem), grading_item_fields };

static const CarrelField grading_group_fields[] = {
  { "name", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelGradingGroup, name), NULL },
  { "group", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelGradingGroup, group), NULL },
  { "count", CARREL_FIELD_INTEGER, G_STRUCT_OFFSET (CarrelGradingGroup, count), NULL },
  { "weight_each", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelGradingGroup, weight_each), NULL },
  { "weight_total", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelGradingGroup, weight_total),
    NULL },
  { "drop_lowest", CARREL_FIELD_INTEGER, G_STRUCT_OFFSET (CarrelGradingGroup, drop_lowest), NULL },
  { "drop_highest", CARREL_FIELD_INTEGER, G_STRUCT_OFFSET (CarrelGradingGroup, drop_highest),
    NULL },
  { "bonus", CARREL_FIELD_BOOLEAN, G_STRUCT_OFFSET (CarrelGradingGroup, bonus), NULL },
  { "points_each", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelGradingGroup, points_each), NULL },
  { "points_total", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelGradingGroup, points_total),
    NULL },
  { "aggregation", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelGradingGroup, aggregation), NULL },
  { "children", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelGradingGroup, children),
    &carrel_grading_group_type },
  { "items", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelGradingGroup, items),
    &carrel_grading_item_type },
  { NULL },
};

const CarrelRecordType carrel_grading_group_type
    = { "grading_group", sizeof (CarrelGradingGroup), grading_group_fields };

static const CarrelField grading_scheme_fields[] = {
  { "name", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelGradingScheme, name), NULL },
  { "items", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelGradingScheme, items),
    &carrel_grading_group_type },
  { NULL },
};

const CarrelRecordType carrel_grading_scheme_type
    = { "grading_scheme", sizeof (CarrelGradingScheme), grading_scheme_fields };

static const CarrelField letter_grade_fields[] = {
  { "letter", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelLetterGrade, letter), NULL },
  { "min", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelLetterGrade, min), NULL },
  { "min_exclusive", CARREL_FIELD_BOOLEAN, G_STRUCT_OFFSET (CarrelLetterGrade, min_exclusive),
    NULL },
  { NULL },
};

const CarrelRecordType carrel_letter_grade_type
    = { "letter_grade", sizeof (CarrelLetterGrade), letter_grade_fields };

static const CarrelField rounding_fields[] = {
  { "to", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelRounding, to), NULL },
  { "mode", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelRounding, mode), NULL },
  { NULL },
};

const CarrelRecordType carrel_rounding_type
    = { "rounding", sizeof (CarrelRounding), rounding_fields };

static const CarrelField late_policy_fields[] = {
  { "late_days", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelLatePolicy, late_days), NULL },
  { "max_per_assignment", CARREL_FIELD_DECIMAL,
    G_STRUCT_OFFSET (CarrelLatePolicy, max_per_assignment), NULL },
  { "penalty_per_day", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelLatePolicy, penalty_per_day),
    NULL },
  { "penalty_of", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelLatePolicy, penalty_of), NULL },
  { "penalty_after", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelLatePolicy, penalty_after),
    NULL },
  { "max_penalty", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelLatePolicy, max_penalty), NULL },
  { "max_days_late", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelLatePolicy, max_days_late),
    NULL },
  { "grace_days", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelLatePolicy, grace_days), NULL },
  { "max_extensions", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelLatePolicy, max_extensions),
    NULL },
  { "extension_days", CARREL_FIELD_DECIMAL, G_STRUCT_OFFSET (CarrelLatePolicy, extension_days),
    NULL },
  { "late_accepted", CARREL_FIELD_TRUTH, G_STRUCT_OFFSET (CarrelLatePolicy, late_accepted), NULL },
  { "unit", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelLatePolicy, unit), NULL },
  { "scope", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelLatePolicy, scope), NULL },
  { "penalty_formula", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelLatePolicy, penalty_formula),
    NULL },
  { NULL },
};

const CarrelRecordType carrel_late_policy_type
    = { "late_policy", sizeof (CarrelLatePolicy), late_policy_fields };
