/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of text: rows of cells, the names of the columns first. */
#define G_LOG_DOMAIN "carrel-grade-compare"

#include "config.h"

#include "carrel-grade-compare.h"

#include "carrel-grade-revision.h"
#include "carrel-store-versions.h"

#include <glib/gi18n.h>

/* A course with one set of scores, and how numbers are written. */
typedef struct
{
  const CarrelGradePlan *plan;
  const char *name;
  CarrelFormatFlags flags;
} Column;

typedef char *(*CellFunc) (const Column *column);

/* Calls @func for the real scores and for each scenario, until one fails. */
typedef gboolean (*PlanFunc) (const Column *column, gpointer data, GError **error);

static gboolean
visit_plan (CarrelView *view,
            gint64 scenario,
            const char *name,
            PlanFunc func,
            gpointer data,
            GError **error)
{
  g_autoptr (CarrelGradePlan) plan = carrel_grade_plan_load (
      carrel_view_get_store (view), carrel_view_get_course_id (view), scenario, error);
  const Column column = { plan, name, carrel_view_get_format (view) };

  return plan != NULL && func (&column, data, error);
}

static gboolean
visit_plans (CarrelView *view, PlanFunc func, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) scenarios = carrel_store_list_scenarios (
      carrel_view_get_store (view), carrel_view_get_course_id (view), error);

  if (scenarios == NULL
      || !visit_plan (view, CARREL_SCENARIO_REAL, _ ("Real scores"), func, data, error))
    return FALSE;
  for (guint i = 0; i < scenarios->len; i++)
    {
      const CarrelScenario *scenario = g_ptr_array_index (scenarios, i);

      if (!visit_plan (view, scenario->id, scenario->name, func, data, error))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_grade (const Column *column, const CarrelRational *grade)
{
  return grade != NULL ? carrel_grade_text_percent (column->plan->book, grade, column->flags)
                       : g_strdup (_ ("none yet"));
}

static char *
dup_current (const Column *column)
{
  g_autoptr (CarrelRational) grade
      = carrel_forecast_get_current (column->plan->book->course, CARREL_DROPS_AS_GRADED, NULL);

  return dup_grade (column, grade);
}

static char *
dup_banked (const Column *column)
{
  g_autoptr (CarrelRational) grade = carrel_forecast_get_banked (column->plan->book->course);

  return dup_grade (column, grade);
}

static char *
dup_bound (const Column *column, gboolean is_most)
{
  g_autoptr (CarrelRational) least = NULL;
  g_autoptr (CarrelRational) most = NULL;

  if (!carrel_forecast_get_bounds (column->plan->book->course, &least, &most))
    return dup_grade (column, NULL);
  return dup_grade (column, is_most ? most : least);
}

static char *
dup_guaranteed (const Column *column)
{
  return dup_bound (column, FALSE);
}

static char *
dup_attainable (const Column *column)
{
  return dup_bound (column, TRUE);
}

static char *
dup_target (const Column *column)
{
  return g_strdup (column->plan->target != NULL ? column->plan->target : _ ("no target"));
}

static char *
dup_needed (const Column *column)
{
  const CarrelGradebook *book = column->plan->book;
  g_autoptr (CarrelRational) target
      = column->plan->target != NULL
            ? carrel_gradebook_parse_target (book, column->plan->target, NULL)
            : NULL;
  const CarrelQuery query = { target, CARREL_ALL_REMAINING, NULL, NULL };
  g_autoptr (CarrelAnswer) answer = NULL;

  if (target == NULL)
    return g_strdup (_ ("no target"));
  answer = carrel_forecast_ask (book->course, &query);
  return carrel_grade_text_answer (book, answer, NULL, target, column->flags);
}

/* Pinned guesses, and items that the scenario calls missing or excused. */
static char *
dup_imagined (const Column *column)
{
  const guint n = g_hash_table_size (column->plan->imagined);

  if (n == 0)
    return g_strdup (_ ("none"));
  return g_strdup_printf (ngettext ("%u score", "%u scores", n), n);
}

static const struct
{
  const char *name;
  CellFunc func;
} numbers[] = { { N_ ("Current"), dup_current },       { N_ ("Banked"), dup_banked },
                { N_ ("Guaranteed"), dup_guaranteed }, { N_ ("Attainable"), dup_attainable },
                { N_ ("Target"), dup_target },         { N_ ("Needed"), dup_needed },
                { N_ ("Imagined"), dup_imagined } };

static gboolean
add_column (const Column *column, gpointer data, GError **error)
{
  GPtrArray *lists = data; /* of GPtrArray of cells, a row each */

  g_ptr_array_add (g_ptr_array_index (lists, 0), g_strdup (column->name));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_ptr_array_add (g_ptr_array_index (lists, i + 1), numbers[i].func (column));
  return TRUE;
}

static GPtrArray *
close_rows (GPtrArray *lists)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < lists->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (lists, i);

      g_ptr_array_add (cells, NULL);
      g_ptr_array_add (rows, g_ptr_array_steal (cells, NULL));
    }
  return rows;
}

static GPtrArray *
open_row (GPtrArray *lists, const char *name)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (name));
  g_ptr_array_add (lists, cells);
  return cells;
}

static char *
dup_difference (const Column *column, const CarrelRevisionPair *pair)
{
  g_autofree char *text = NULL;
  g_autofree char *size = NULL;
  g_autoptr (CarrelRational) hundred = carrel_rational_new (100, 1);
  g_autoptr (CarrelRational) zero = carrel_rational_new (0, 1);
  g_autoptr (CarrelRational) points = NULL;
  g_autoptr (CarrelRational) amount = NULL;
  int sign;

  if (pair->difference == NULL)
    return g_strdup (_ ("cannot be compared"));
  sign = carrel_rational_get_sign (pair->difference);
  if (sign == 0)
    return g_strdup (_ ("the same"));
  points = carrel_rational_multiply (pair->difference, hundred);
  amount = sign < 0 ? carrel_rational_subtract (zero, points) : carrel_rational_ref (points);
  size = carrel_grade_text_points (amount);
  if (sign < 0)
    /* Translators: %s is a number of percentage points, such as "0.5". */
    text = g_strdup_printf (_ ("%s lower"), size);
  else
    /* Translators: %s is a number of percentage points, such as "0.5". */
    text = g_strdup_printf (_ ("%s higher"), size);
  return g_steal_pointer (&text);
}

typedef struct
{
  CarrelCourse *published;
  GPtrArray *lists;
} Revision;

static gboolean
add_revision (const Column *column, gpointer data, GError **error)
{
  static const struct
  {
    CarrelRevisionNumber number;
    const char *name;
  } shown[] = { { CARREL_REVISION_CURRENT, N_ ("Current") },
                { CARREL_REVISION_BANKED, N_ ("Banked") },
                { CARREL_REVISION_LEAST, N_ ("Guaranteed") },
                { CARREL_REVISION_MOST, N_ ("Attainable") } };
  const Revision *self = data;
  g_autoptr (CarrelGradebook) before = carrel_grade_plan_make_book (column->plan, self->published);
  g_autoptr (CarrelGradeRevision) revision
      = carrel_grade_revision_new (before->course, column->plan->book->course, NULL, NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const CarrelRevisionPair *pair = &revision->numbers[shown[i].number];
      GPtrArray *cells = open_row (self->lists, column->name);

      g_ptr_array_add (cells, g_strdup (_ (shown[i].name)));
      g_ptr_array_add (cells, dup_grade (column, pair->before));
      g_ptr_array_add (cells, dup_grade (column, pair->after));
      g_ptr_array_add (cells, dup_difference (column, pair));
    }
  return TRUE;
}

/**
 * carrel_grade_compare_load_published:
 * @view: the view of a course
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): what the newest import says, without one's own corrections
 */
CarrelCourse *
carrel_grade_compare_load_published (CarrelView *view, GError **error)
{
  CarrelStore *store = carrel_view_get_store (view);
  g_autoptr (GPtrArray) versions
      = carrel_store_list_versions (store, carrel_view_get_course_id (view), error);
  gint64 newest = 0;

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    newest = MAX (newest, ((const CarrelVersion *) g_ptr_array_index (versions, i))->version);
  return versions != NULL ? carrel_store_load_version (store, newest, error) : NULL;
}

/**
 * carrel_grade_compare_scenarios:
 * @view: the view of a course
 * @error: where an error goes
 *
 * Returns: (transfer full) (element-type GStrv) (nullable): a column for the real scores and one
 *   for each scenario
 */
GPtrArray *
carrel_grade_compare_scenarios (CarrelView *view, GError **error)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  open_row (lists, _ ("Number"));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    open_row (lists, _ (numbers[i].name));
  return visit_plans (view, add_column, lists, error) ? close_rows (lists) : NULL;
}

/**
 * carrel_grade_compare_schemes:
 * @view: the view of a course
 * @error: where an error goes
 *
 * Compares the four numbers by the published scheme and by one's own, for the real scores and for
 * each scenario.
 *
 * Returns: (transfer full) (element-type GStrv) (nullable): the rows of a table
 */
GPtrArray *
carrel_grade_compare_schemes (CarrelView *view, GError **error)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (CarrelCourse) published = carrel_grade_compare_load_published (view, error);
  Revision revision = { published, lists };
  GPtrArray *header = NULL;

  if (published == NULL)
    return NULL;
  header = open_row (lists, _ ("Scores"));
  g_ptr_array_add (header, g_strdup (_ ("Number")));
  g_ptr_array_add (header, g_strdup (_ ("Published scheme")));
  g_ptr_array_add (header, g_strdup (_ ("Your scheme")));
  g_ptr_array_add (header, g_strdup (_ ("Difference in points")));
  return visit_plans (view, add_revision, &revision, error) ? close_rows (lists) : NULL;
}
