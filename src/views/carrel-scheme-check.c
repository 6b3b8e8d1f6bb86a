/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bounds are a table; what only shows in the whole scheme is asked of a trial. */
#define G_LOG_DOMAIN "carrel-scheme-check"

#include "config.h"

#include "carrel-scheme-check.h"

#include "carrel-fact.h"
#include "carrel-gradebook.h"

#include <glib/gi18n.h>
#include <string.h>

/* More characters are a slip of the hand. */
#define MAX_TYPED 20

/* Both bounds are allowed, but for a least of 0 that is exclusive. */
typedef struct
{
  const CarrelRecordType *type;
  const char *field;
  gint64 least;
  gint64 most;
  gboolean is_exclusive;
  const char *message;
} Bound;

static const Bound bounds[] = {
  { &carrel_grading_group_type, "weight_total", 0, 1000, FALSE,
    N_ ("Weight: write a number from 0 to 1000.") },
  { &carrel_grading_group_type, "count", 1, 500, FALSE,
    N_ ("Number of pieces: write a whole number from 1 to 500.") },
  { &carrel_grading_group_type, "points_each", 0, 1000000, TRUE,
    N_ ("Points of each piece: write a number above 0 and up to 1000000.") },
  { &carrel_grading_group_type, "drop_lowest", 0, 499, FALSE,
    N_ ("Lowest scores dropped: write a whole number, 0 or more.") },
  { &carrel_grading_group_type, "drop_highest", 0, 499, FALSE,
    N_ ("Highest scores dropped: write a whole number, 0 or more.") },
  { &carrel_grading_item_type, "max", 0, 1000000, TRUE,
    N_ ("Points: write a number above 0 and up to 1000000.") },
  { &carrel_letter_grade_type, "min", 0, 1000, FALSE,
    N_ ("Cut-off: write a number of per cent from 0 to 1000.") },
  { &carrel_rounding_type, "to", 0, 10, TRUE,
    N_ ("Rounding: write a step of per cent above 0 and up to 10, such as 1 or 0.5.") },
};

static const struct
{
  const CarrelRecordType *type;
  const char *field;
  const char *message;
} required[] = {
  { &carrel_grading_group_type, "name", N_ ("Name: type a name for the group.") },
  { &carrel_grading_group_type, "weight_total", N_ ("Weight: type the weight of the group.") },
  { &carrel_grading_item_type, "name", N_ ("Name: type a name for the item.") },
  { &carrel_letter_grade_type, "letter", N_ ("Letter: type a letter, such as B+.") },
  { &carrel_letter_grade_type, "min", N_ ("Cut-off: type the least per cent for this letter.") },
  { &carrel_rounding_type, "to", N_ ("Rounding: type the step, such as 1.") },
};

static const CarrelRecordType *
get_type (gconstpointer record)
{
  return ((const CarrelRecord *) record)->type;
}

static char *
dup_field (gconstpointer record, const char *name)
{
  return carrel_record_dup_field (record, carrel_record_find_field (record, name));
}

static gboolean
is_in_bounds (const Bound *bound, const char *text)
{
  g_autoptr (CarrelRational) value
      = strlen (text) <= MAX_TYPED ? carrel_rational_parse (text, NULL) : NULL;
  g_autoptr (CarrelRational) least = carrel_rational_new (bound->least, 1);
  g_autoptr (CarrelRational) most = carrel_rational_new (bound->most, 1);

  return value != NULL && carrel_rational_compare (value, least) >= (bound->is_exclusive ? 1 : 0)
         && carrel_rational_compare (value, most) <= 0;
}

static const char *
find_bad_field (gconstpointer record, const char **field)
{
  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    {
      g_autofree char *text = NULL;

      if (get_type (record) != required[i].type)
        continue;
      *field = required[i].field;
      text = dup_field (record, *field);
      if (text == NULL || *text == '\0')
        return _ (required[i].message);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      g_autofree char *text = NULL;

      if (get_type (record) != bounds[i].type)
        continue;
      *field = bounds[i].field;
      text = dup_field (record, *field);
      if (text != NULL && !is_in_bounds (&bounds[i], text))
        return _ (bounds[i].message);
    }
  *field = NULL;
  return NULL;
}

/* At least one score has to stay. */
static char *
check_drops (gconstpointer record)
{
  const CarrelGradingGroup *group = record;
  int n_items, n_drops;

  if (get_type (record) != &carrel_grading_group_type)
    return NULL;
  n_items = group->items->len > 0 ? (int) group->items->len : MAX (group->count, 1);
  n_drops = MAX (group->drop_lowest, 0) + MAX (group->drop_highest, 0);
  if (n_drops == 0 || n_drops < n_items)
    return NULL;
  return g_strdup_printf (ngettext ("Dropped scores: the group has %d piece, and one has to stay.",
                                    "Dropped scores: the group has %d pieces, and one has to stay.",
                                    (gulong) n_items),
                          n_items);
}

static gboolean
has_other_letter (CarrelCourse *trial, const char *letter)
{
  guint n_found = 0;

  for (guint i = 0; i < trial->letter_grades->len; i++)
    if (g_strcmp0 (((CarrelLetterGrade *) g_ptr_array_index (trial->letter_grades, i))->letter,
                   letter)
        == 0)
      n_found++;
  return n_found > 1;
}

static int
compare_cutoffs (GPtrArray *letters, guint at)
{
  const CarrelLetterGrade *upper = g_ptr_array_index (letters, at);
  const CarrelLetterGrade *lower = g_ptr_array_index (letters, at + 1);
  g_autoptr (CarrelRational) one = carrel_rational_parse (upper->min ? upper->min : "", NULL);
  g_autoptr (CarrelRational) other = carrel_rational_parse (lower->min ? lower->min : "", NULL);

  return one != NULL && other != NULL ? carrel_rational_compare (one, other) : 0;
}

/* Neighbours that stood in one order must not change places. */
static char *
check_cutoffs (const CarrelSchemePlace *place,
               CarrelCourse *trial,
               gconstpointer record,
               const char **field)
{
  const CarrelLetterGrade *changed = record;
  GPtrArray *before = place->course->letter_grades;

  if (get_type (record) != &carrel_letter_grade_type)
    return NULL;
  *field = "letter";
  if (has_other_letter (trial, changed->letter))
    /* Translators: %s is a letter grade, such as "B+". */
    return g_strdup_printf (_ ("Letter: there is a cut-off for %s already."), changed->letter);
  *field = "min";
  for (guint i = 0; i + 1 < before->len; i++)
    {
      const CarrelLetterGrade *upper = g_ptr_array_index (trial->letter_grades, i);
      const CarrelLetterGrade *lower = g_ptr_array_index (trial->letter_grades, i + 1);

      if (compare_cutoffs (before, i) == compare_cutoffs (trial->letter_grades, i))
        continue;
      /* Translators: two letter grades with their cut-offs, as in "A (85) and B (90)". */
      return g_strdup_printf (_ ("Cut-off: %s (%s) and %s (%s) would be out of order."),
                              upper->letter, upper->min, lower->letter, lower->min);
    }
  return NULL;
}

static char *
check_weights (CarrelCourse *trial, gconstpointer record)
{
  g_autoptr (CarrelGradebook) book = NULL;

  if (get_type (record) != &carrel_grading_group_type)
    return NULL;
  book = carrel_gradebook_new (trial);
  if (carrel_rational_get_sign (book->weights) > 0)
    return NULL;
  return g_strdup (_ ("Weight: all weights together would be 0, so there would be no grade."));
}

static void
copy_fields (gpointer to, gconstpointer from)
{
  for (const CarrelField *field = get_type (from)->fields; field->name != NULL; field++)
    {
      g_autofree char *text = NULL;

      if (field->child != NULL)
        continue;
      text = carrel_record_dup_field (from, field);
      carrel_record_set_field (to, field, text, NULL);
    }
}

static gboolean
are_equal (GPtrArray *records, GPtrArray *others)
{
  if (records->len != others->len)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!carrel_record_equal (g_ptr_array_index (records, i), g_ptr_array_index (others, i)))
      return FALSE;
  return TRUE;
}

/**
 * carrel_scheme_check_make_trial:
 * @place: where a record is, or goes
 * @record: what it would say; its lists do not count
 *
 * Returns: (transfer full): the course with @record in it
 */
CarrelCourse *
carrel_scheme_check_make_trial (const CarrelSchemePlace *place, gconstpointer record)
{
  CarrelCourse *trial = carrel_record_copy (place->course);
  gpointer old
      = place->key != NULL ? carrel_fact_find (trial, get_type (record)->name, place->key) : NULL;
  gpointer parent = NULL;
  GPtrArray *list = NULL;

  if (old != NULL)
    {
      copy_fields (old, record);
      return trial;
    }
  if (place->parent_kind != NULL)
    parent = carrel_fact_find (trial, place->parent_kind, place->parent_key);
  if (parent != NULL)
    list = carrel_fact_find_list (parent, get_type (record));
  if (list != NULL)
    g_ptr_array_add (list, carrel_record_copy (record));
  return trial;
}

/**
 * carrel_scheme_check_refuse:
 * @place: where a record is, or goes
 * @record: what it would say
 * @field: (out) (transfer none) (nullable): the field that is to blame; %NULL where it may be
 *   either of two
 *
 * Returns: (transfer full) (nullable): which value cannot be calculated with and what would do, a
 *   sentence, or %NULL
 */
char *
carrel_scheme_check_refuse (const CarrelSchemePlace *place,
                            gconstpointer record,
                            const char **field)
{
  const char *message = find_bad_field (record, field);
  g_autoptr (CarrelCourse) trial = NULL;
  char *found = NULL;

  if (message != NULL)
    return g_strdup (message);
  found = check_drops (record);
  if (found != NULL)
    return found;
  trial = carrel_scheme_check_make_trial (place, record);
  found = check_cutoffs (place, trial, record, field);
  if (found != NULL)
    return found;
  *field = "weight_total";
  return check_weights (trial, record);
}

/**
 * carrel_scheme_check_is_edited:
 * @published: what a course publishes
 * @course: the same with one's own corrections
 *
 * Returns: whether the grading of both differs
 */
gboolean
carrel_scheme_check_is_edited (CarrelCourse *published, CarrelCourse *course)
{
  const gboolean has_rounding = published->rounding != NULL;

  return !are_equal (published->grading, course->grading)
         || !are_equal (published->grading_schemes, course->grading_schemes)
         || !are_equal (published->letter_grades, course->letter_grades)
         || has_rounding != (course->rounding != NULL)
         || (has_rounding && !carrel_record_equal (published->rounding, course->rounding));
}
