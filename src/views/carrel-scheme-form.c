/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is saved is laid over what is published, as one verb that can be undone. */
#define G_LOG_DOMAIN "carrel-scheme-form"

#include "config.h"

#include "carrel-scheme-form.h"

#include "carrel-fact.h"
#include "carrel-grade-plan.h"
#include "carrel-record-dialog.h"
#include "carrel-store-edits.h"

#include <glib/gi18n.h>

/* What an open form works on. */
typedef struct
{
  CarrelView *view; /* weak */
  CarrelSchemePlace *place;
} Form;

static const CarrelRecordChoice bonus_choices[]
    = { { "0", N_ ("Part of 100 %") }, { "1", N_ ("Bonus, on top of 100 %") }, { NULL, NULL } };

static const CarrelRecordChoice sum_choices[] = { { "mean", N_ ("Mean of the percentages") },
                                                  { "points", N_ ("Sum of the points") },
                                                  { NULL, NULL } };

static const CarrelRecordChoice bound_choices[] = { { "0", N_ ("From this per cent on") },
                                                    { "1", N_ ("Above this per cent") },
                                                    { NULL, NULL } };

static const CarrelRecordChoice mode_choices[]
    = { { "half-up", N_ ("To the nearest, half up") },
        { "half-even", N_ ("To the nearest, half to even") },
        { "floor", N_ ("Always down") },
        { NULL, NULL } };

#define NAME_ENTRY                                                                                 \
  {                                                                                                \
    "name", N_ ("Name"), NULL, NULL                                                                \
  }
#define WEIGHT_ENTRY                                                                               \
  {                                                                                                \
    "weight_total", N_ ("Weight"), N_ ("Per cent of the grade, such as 40"), NULL                  \
  }
#define COUNT_ENTRY                                                                                \
  {                                                                                                \
    "count", N_ ("Number of pieces"), N_ ("A whole number, such as 5"), NULL                       \
  }
#define GROUP_ENTRIES                                                                              \
  { "points_each", N_ ("Points of each piece"), N_ ("Empty is 100"), NULL },                       \
      { "drop_lowest", N_ ("Lowest scores dropped"), N_ ("A whole number, 0 or more"), NULL },     \
      { "drop_highest", N_ ("Highest scores dropped"), N_ ("A whole number, 0 or more"), NULL },   \
      { "aggregation", N_ ("How pieces are put together"), NULL, sum_choices },                    \
      { "bonus", N_ ("Kind"), NULL, bonus_choices },                                               \
  {                                                                                                \
    NULL, NULL, NULL, NULL                                                                         \
  }

static const CarrelRecordEntry new_group_entries[]
    = { NAME_ENTRY, WEIGHT_ENTRY, COUNT_ENTRY, GROUP_ENTRIES };
static const CarrelRecordEntry counted_group_entries[]
    = { WEIGHT_ENTRY, COUNT_ENTRY, GROUP_ENTRIES };
static const CarrelRecordEntry group_entries[] = { WEIGHT_ENTRY, GROUP_ENTRIES };

static const CarrelRecordEntry item_entries[]
    = { NAME_ENTRY,
        { "max", N_ ("Points"), N_ ("What it is marked out of, such as 40"), NULL },
        { NULL, NULL, NULL, NULL } };

static const CarrelRecordEntry letter_entries[]
    = { { "letter", N_ ("Letter"), NULL, NULL },
        { "min", N_ ("Cut-off"), N_ ("The least per cent, such as 90"), NULL },
        { "min_exclusive", N_ ("Starts"), NULL, bound_choices },
        { NULL, NULL, NULL, NULL } };

static const CarrelRecordEntry rounding_entries[]
    = { { "to", N_ ("Step"), N_ ("Per cent, such as 1 or 0.5"), NULL },
        { "mode", N_ ("Rounds"), NULL, mode_choices },
        { NULL, NULL, NULL, NULL } };

static const struct
{
  const CarrelRecordType *type;
  const CarrelRecordEntry *entries;
  const char *new_title;
  const char *edit_title;
} forms[] = {
  { &carrel_grading_item_type, item_entries, N_ ("New item"), N_ ("Edit item") },
  { &carrel_letter_grade_type, letter_entries, N_ ("New letter"), N_ ("Edit letter") },
  { &carrel_rounding_type, rounding_entries, N_ ("Rounding"), N_ ("Rounding") },
};

static void
free_form (gpointer data)
{
  Form *form = data;

  g_clear_weak_pointer (&form->view);
  carrel_scheme_place_free (form->place);
  g_free (form);
}

static const CarrelRecordEntry *
get_group_entries (const CarrelSchemePlace *place, const CarrelGradingGroup *group)
{
  if (place->key == NULL)
    return new_group_entries;
  return group->items->len > 0 ? group_entries : counted_group_entries;
}

/* A weight that is published for each piece is shown, and kept, for all of them together. */
static void
complete_group (CarrelGradingGroup *group)
{
  g_autoptr (CarrelRational) each
      = group->weight_each != NULL ? carrel_rational_parse (group->weight_each, NULL) : NULL;
  g_autoptr (CarrelRational) count = carrel_rational_new (MAX (group->count, 1), 1);
  g_autoptr (CarrelRational) total = NULL;

  if (group->aggregation == NULL)
    group->aggregation = g_strdup ("mean");
  if (group->weight_total != NULL || each == NULL)
    return;
  total = carrel_rational_multiply (each, count);
  group->weight_total = carrel_rational_to_decimal (total, 6, CARREL_ROUND_HALF_UP);
}

static char *
refuse (gconstpointer record, gpointer user_data, const char **field)
{
  const Form *form = user_data;

  return carrel_scheme_check_refuse (form->place, record, field);
}

/* Weights that do not make 100 %, with both readings, by the scores that are there. */
static char *
warn (gconstpointer record, gpointer user_data)
{
  const Form *form = user_data;
  g_autoptr (CarrelCourse) trial = NULL;
  g_autoptr (CarrelGradePlan) plan = NULL;
  g_autoptr (CarrelGradebook) book = NULL;

  if (form->view == NULL)
    return NULL;
  trial = carrel_scheme_check_make_trial (form->place, record);
  plan
      = carrel_grade_plan_load (carrel_view_get_store (form->view),
                                carrel_view_get_course_id (form->view), CARREL_SCENARIO_REAL, NULL);
  if (plan == NULL)
    return NULL;
  book = carrel_grade_plan_make_book (plan, trial);
  return carrel_grade_text_weights (book);
}

static void
on_saved_cb (CarrelRecordDialog *dialog, gpointer record, Form *form)
{
  const CarrelSchemePlace *place = form->place;
  g_autoptr (GError) error = NULL;
  g_autofree char *added = NULL;
  gboolean is_kept = FALSE;
  CarrelStore *store;
  const char *course_id;

  if (form->view == NULL)
    return;
  store = carrel_view_get_store (form->view);
  course_id = carrel_view_get_course_id (form->view);
  if (place->key != NULL)
    is_kept = carrel_store_edit_fact (store, course_id, place->key, record, &error);
  else
    {
      added = carrel_store_add_fact (store, course_id, place->parent_kind, place->parent_key,
                                     record, &error);
      is_kept = added != NULL;
    }
  if (is_kept)
    carrel_view_toast_undo (form->view, _ ("Scheme changed"));
  carrel_record_dialog_fail (dialog, error);
}

static GtkWidget *
make_dialog (const CarrelSchemePlace *place, gpointer record)
{
  const CarrelRecordType *type = ((const CarrelRecord *) record)->type;

  if (type == &carrel_grading_group_type)
    {
      complete_group (record);
      return carrel_record_dialog_new (place->key != NULL ? _ ("Edit group") : _ ("New group"),
                                       record, get_group_entries (place, record));
    }
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (type == forms[i].type)
      return carrel_record_dialog_new (
          _ (place->key != NULL ? forms[i].edit_title : forms[i].new_title), record,
          forms[i].entries);
  return NULL;
}

/**
 * carrel_scheme_place_new:
 * @course: a course
 * @key: (nullable): the key of a record of its grading; %NULL is a new one
 * @parent_kind: (nullable): of a new record: the kind of what it goes into
 * @parent_key: (nullable): the key of that
 *
 * Returns: (transfer full): a place
 */
CarrelSchemePlace *
carrel_scheme_place_new (CarrelCourse *course,
                         const char *key,
                         const char *parent_kind,
                         const char *parent_key)
{
  CarrelSchemePlace *self = g_new0 (CarrelSchemePlace, 1);

  self->course = carrel_record_ref (course);
  self->key = g_strdup (key);
  self->parent_kind = g_strdup (parent_kind);
  self->parent_key = g_strdup (parent_key);
  return self;
}

/**
 * carrel_scheme_place_free:
 * @self: (transfer full): a place
 *
 * Frees it.
 */
void
carrel_scheme_place_free (CarrelSchemePlace *self)
{
  carrel_record_unref (self->course);
  g_free (self->key);
  g_free (self->parent_kind);
  g_free (self->parent_key);
  g_free (self);
}

/**
 * carrel_scheme_form_open:
 * @view: the view of a course
 * @from: the widget that the form is opened from
 * @type: the kind of record
 * @place: (transfer full): where it is, or goes
 *
 * Opens a form. A value that cannot be calculated with is told of and not saved.
 */
void
carrel_scheme_form_open (CarrelView *view,
                         GtkWidget *from,
                         const CarrelRecordType *type,
                         CarrelSchemePlace *place)
{
  Form *form = g_new0 (Form, 1);
  gpointer known
      = place->key != NULL ? carrel_fact_find (place->course, type->name, place->key) : NULL;
  g_autoptr (CarrelRecord) record
      = known != NULL ? carrel_record_copy (known) : carrel_record_new (type);
  g_autofree char *subject = g_strdup_printf ("%s\n%s\n%s", carrel_view_get_course_id (view),
                                              place->key != NULL ? place->key : "",
                                              place->parent_key != NULL ? place->parent_key : "");
  GtkWidget *dialog = NULL;

  g_set_weak_pointer (&form->view, view);
  form->place = place;
  dialog = make_dialog (place, record);
  g_signal_connect (dialog, "saved", G_CALLBACK (on_saved_cb), form);
  carrel_record_dialog_set_check (CARREL_RECORD_DIALOG (dialog), warn, form, free_form);
  carrel_record_dialog_set_refusal (CARREL_RECORD_DIALOG (dialog), refuse, form);
  carrel_record_dialog_present (CARREL_RECORD_DIALOG (dialog), from, subject);
}
