/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens the form for a change of office hours, looks for rooms and people that are taken twice, and
 * keeps what was saved. A change of one day ends by itself, because it has that day's date. */
#define G_LOG_DOMAIN "carrel-hour-editor"

#include "config.h"

#include "carrel-hour-editor.h"

#include "carrel-record-dialog.h"
#include "carrel-store-edits.h"

#include <glib/gi18n.h>

#define CHECKED_DAYS 28

typedef enum
{
  VERB_EDIT,
  VERB_CANCEL,
  VERB_MOVE,
  VERB_HAND_OVER,
  VERB_REMOVE,
  VERB_ADD,
} Verb;

const CarrelHourVerb carrel_hour_editor_verbs[] = {
  [VERB_EDIT] = { "office-hours.edit", N_ ("_Edit These Hours…") },
  [VERB_CANCEL] = { "office-hours.cancel", N_ ("Cancel _Once…") },
  [VERB_MOVE] = { "office-hours.move", N_ ("_Move Once…") },
  [VERB_HAND_OVER] = { "office-hours.hand-over", N_ ("_Hand Over Once…") },
  [VERB_REMOVE] = { "office-hours.remove", N_ ("Remove _Weekly Hours") },
  [VERB_ADD] = { "office-hours.add", NULL },
  { NULL, NULL },
};

/* What is kept from the opening of a form until it is saved or closed. */
typedef struct
{
  CarrelView *view; /* weak */
  char *course_id;
  CarrelCourse *course;
  GTimeZone *zone;
  CarrelFormatContext context; /* borrows the zone */
  gint64 from;
  Verb verb;
} Edit;

static const CarrelRecordChoice day_choices[] = {
  { "MO", N_ ("Monday") },   { "TU", N_ ("Tuesday") }, { "WE", N_ ("Wednesday") },
  { "TH", N_ ("Thursday") }, { "FR", N_ ("Friday") },  { "SA", N_ ("Saturday") },
  { "SU", N_ ("Sunday") },   { NULL, NULL },
};

static const CarrelRecordChoice mode_choices[] = {
  { "", N_ ("Not stated") },
  { "in-person", N_ ("In person") },
  { "online", N_ ("Online") },
  { "hybrid", N_ ("In person and online") },
  { NULL, NULL },
};

#define TIME_HINT N_ ("A time, such as 15:00 or 3 pm")
#define DATE_HINT N_ ("A date, such as 2024-02-15")

static const CarrelRecordEntry hour_entries[] = {
  { "person", N_ ("Person"), NULL, NULL },
  { "day", N_ ("Day"), NULL, day_choices },
  { "start", N_ ("From"), TIME_HINT, NULL },
  { "end", N_ ("Until"), TIME_HINT, NULL },
  { "location", N_ ("Place"), NULL, NULL },
  { "mode", N_ ("How"), NULL, mode_choices },
  { "url", N_ ("Link to join online"), NULL, NULL },
  { "role", N_ ("Role"), N_ ("Such as TA or instructor"), NULL },
  { NULL, NULL, NULL, NULL },
};

static const CarrelRecordEntry cancel_entries[] = {
  { "reason", N_ ("Reason"), N_ ("Shown to everyone; may be empty"), NULL },
  { NULL, NULL, NULL, NULL },
};

static const CarrelRecordEntry move_entries[] = {
  { "to_date", N_ ("New date"), DATE_HINT, NULL },
  { "start", N_ ("From"), TIME_HINT, NULL },
  { "end", N_ ("Until"), TIME_HINT, NULL },
  { "location", N_ ("Place"), NULL, NULL },
  { "reason", N_ ("Reason"), N_ ("Shown to everyone; may be empty"), NULL },
  { NULL, NULL, NULL, NULL },
};

static const CarrelRecordEntry hand_over_entries[] = {
  { "person", N_ ("Who holds it instead"), NULL, NULL },
  { "reason", N_ ("Reason"), N_ ("Shown to everyone; may be empty"), NULL },
  { NULL, NULL, NULL, NULL },
};

static const struct
{
  const char *title;
  const CarrelRecordEntry *entries;
  const char *change;  /* the action of a change; NULL edits the hour itself */
  const char *message; /* when it is saved */
} forms[] = {
  [VERB_EDIT] = { N_ ("Edit office hours"), hour_entries, NULL, N_ ("Office hours changed") },
  [VERB_CANCEL]
  = { N_ ("Cancel once"), cancel_entries, "cancel", N_ ("Cancelled for this day only") },
  [VERB_MOVE] = { N_ ("Move once"), move_entries, "move", N_ ("Moved for this day only") },
  [VERB_HAND_OVER]
  = { N_ ("Hand over once"), hand_over_entries, "move", N_ ("Handed over for this day only") },
  [VERB_ADD] = { N_ ("Add office hours"), hour_entries, NULL, N_ ("Office hours added") },
};

static void
free_edit (gpointer data)
{
  Edit *edit = data;

  g_clear_weak_pointer (&edit->view);
  g_free (edit->course_id);
  carrel_record_unref (edit->course);
  g_time_zone_unref (edit->zone);
  g_free (edit);
}

/* The course as it would be with a record that is new or takes the place of the one of its id. */
static CarrelCourse *
apply (CarrelCourse *course, gconstpointer record)
{
  CarrelCourse *trial = carrel_record_copy (course);
  const CarrelRecord *edited = record;
  GPtrArray *list = edited->type == &carrel_change_type ? trial->changes : trial->office_hours;

  for (guint i = 0; i < list->len; i++)
    if (carrel_record_get_id (record) != NULL
        && g_strcmp0 (carrel_record_get_id (g_ptr_array_index (list, i)),
                      carrel_record_get_id (record))
               == 0)
      {
        g_ptr_array_remove_index (list, i);
        break;
      }
  g_ptr_array_add (list, carrel_record_copy (record));
  carrel_course_assign_ids (trial);
  return trial;
}

static void
add_clashes (Edit *edit, GPtrArray *occurrences, CarrelClashKind kind, GHashTable *found)
{
  g_autoptr (GArray) clashes = carrel_clash_find (occurrences, kind);

  for (guint i = 0; i < clashes->len; i++)
    g_hash_table_add (
        found, carrel_format_clash (&g_array_index (clashes, CarrelClash, i), &edit->context));
}

static GHashTable *
list_clashes (Edit *edit, CarrelCourse *course)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (CarrelTimetable) timetable = NULL;
  g_autoptr (GPtrArray) occurrences = NULL;
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_ptr_array_add (courses, course);
  timetable = carrel_timetable_new (courses, edit->zone);
  occurrences = carrel_timetable_list (timetable, edit->from,
                                       edit->from + CHECKED_DAYS * G_GINT64_CONSTANT (86400),
                                       CARREL_OCCURRENCE_ALL);
  add_clashes (edit, occurrences, CARREL_CLASH_ROOM, found);
  add_clashes (edit, occurrences, CARREL_CLASH_PERSON, found);
  return found;
}

static gboolean
ends_before_start (gconstpointer record)
{
  const CarrelOfficeHour *hour = record;

  return ((const CarrelRecord *) record)->type == &carrel_office_hour_type
         && hour->start != CARREL_UNKNOWN && hour->end != CARREL_UNKNOWN
         && hour->end <= hour->start;
}

/* Says what would clash that does not clash now. */
static char *
check_record (gconstpointer record, gpointer user_data)
{
  Edit *edit = user_data;
  g_autoptr (CarrelCourse) trial = apply (edit->course, record);
  g_autoptr (GHashTable) before = list_clashes (edit, edit->course);
  g_autoptr (GHashTable) after = list_clashes (edit, trial);
  GHashTableIter iter;
  gpointer text;

  if (ends_before_start (record))
    return g_strdup (_ ("These hours end before they start."));
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (!g_hash_table_contains (before, text))
      /* Translators: %s names two events that want one room or one person at the same time */
      return g_strdup_printf (_ ("Taken twice: %s."), (const char *) text);
  return NULL;
}

static void
on_saved_cb (CarrelRecordDialog *dialog, gpointer record, Edit *edit)
{
  CarrelStore *store;
  g_autoptr (GError) error = NULL;
  gboolean is_kept;

  if (edit->view == NULL)
    return;
  store = carrel_view_get_store (edit->view);
  if (edit->verb == VERB_EDIT)
    is_kept = carrel_store_edit_fact (store, edit->course_id, carrel_record_get_id (record), record,
                                      &error);
  else
    {
      g_autofree char *key
          = carrel_store_add_fact (store, edit->course_id, "course", "", record, &error);

      is_kept = key != NULL;
    }
  if (is_kept)
    carrel_view_toast_undo (edit->view, _ (forms[edit->verb].message));
  carrel_view_report (edit->view, error);
}

static CarrelChange *
make_change (const CarrelOccurrence *occurrence, Verb verb)
{
  CarrelChange *change = carrel_record_new (&carrel_change_type);

  change->of = g_strdup (carrel_occurrence_get_fact_id (occurrence));
  change->date = occurrence->rule_date;
  change->action = g_strdup (forms[verb].change);
  if (verb == VERB_CANCEL)
    return change;
  change->to_date = occurrence->date;
  change->start = occurrence->minutes;
  change->end = occurrence->end_minutes > 24 * 60 ? occurrence->end_minutes - 24 * 60
                                                  : occurrence->end_minutes;
  change->location = g_strdup (occurrence->location);
  change->person = g_strdup (occurrence->person);
  return change;
}

static gpointer
make_record (const CarrelOccurrence *occurrence, Verb verb)
{
  CarrelOfficeHour *hour;

  if (forms[verb].change != NULL)
    return make_change (occurrence, verb);
  if (verb == VERB_EDIT)
    return carrel_record_copy (occurrence->fact);
  hour = carrel_record_new (&carrel_office_hour_type);
  hour->day = CARREL_MONDAY;
  hour->start = 10 * 60;
  hour->end = 11 * 60;
  return hour;
}

static Edit *
make_edit (CarrelView *view, const CarrelViewTime *time, Verb verb)
{
  Edit *edit = g_new0 (Edit, 1);

  g_set_weak_pointer (&edit->view, view);
  edit->course = carrel_record_ref (g_ptr_array_index (time->courses, 0));
  edit->course_id = g_strdup (carrel_view_get_course_id (view));
  if (edit->course_id == NULL)
    edit->course_id = g_strdup (edit->course->id);
  edit->zone = g_time_zone_ref (time->zone);
  edit->context = time->read;
  edit->context.zone = edit->zone;
  edit->from = carrel_view_time_get_midnight (time, carrel_view_time_get_anchor (time));
  edit->verb = verb;
  return edit;
}

static void
remove_hours (CarrelView *view, const CarrelOccurrence *occurrence)
{
  const CarrelRecord *fact = occurrence->fact;
  g_autoptr (GError) error = NULL;

  if (carrel_store_remove_fact (carrel_view_get_store (view), carrel_view_get_course_id (view),
                                fact->type->name, carrel_record_get_id (fact), &error))
    carrel_view_toast_undo (view, _ ("Office hours removed"));
  carrel_view_report (view, error);
}

static void
open_form (CarrelView *view, const CarrelViewTime *time, Verb verb, CarrelOccurrence *occurrence)
{
  g_autoptr (CarrelRecord) record = make_record (occurrence, verb);
  GtkWidget *dialog = carrel_record_dialog_new (_ (forms[verb].title), record, forms[verb].entries);
  Edit *edit = make_edit (view, time, verb);

  g_signal_connect (dialog, "saved", G_CALLBACK (on_saved_cb), edit);
  carrel_record_dialog_set_check (CARREL_RECORD_DIALOG (dialog), check_record, edit, free_edit);
  carrel_dialog_present (CARREL_DIALOG (dialog), GTK_WIDGET (view));
}

/**
 * carrel_hour_editor_run:
 * @view: the view of one course
 * @time: its state of time
 * @action: one of the actions of %carrel_hour_editor_verbs
 * @occurrence: (nullable): the hour on a day; %NULL for an action that needs none
 *
 * Opens what is needed, and keeps the result in the store; each is one step of undo.
 */
void
carrel_hour_editor_run (CarrelView *view,
                        const CarrelViewTime *time,
                        const char *action,
                        CarrelOccurrence *occurrence)
{
  for (guint i = 0; carrel_hour_editor_verbs[i].action != NULL; i++)
    {
      if (!g_str_equal (action, carrel_hour_editor_verbs[i].action))
        continue;
      if (i == VERB_REMOVE)
        remove_hours (view, occurrence);
      else
        open_form (view, time, (Verb) i, occurrence);
    }
}

/**
 * carrel_hour_editor_count_changes:
 * @view: a view
 *
 * Returns: how many changes of its course are not published yet
 */
guint
carrel_hour_editor_count_changes (CarrelView *view)
{
  const char *course_id = carrel_view_get_course_id (view);
  g_autoptr (CarrelDiff) edits = NULL;
  g_autoptr (GError) error = NULL;

  if (course_id == NULL)
    return 0;
  edits = carrel_store_list_edits (carrel_view_get_store (view), course_id, &error);
  carrel_view_report (view, error);
  return edits != NULL ? edits->differences->len : 0;
}

/**
 * carrel_hour_editor_publish:
 * @view: the view of one course
 *
 * Makes the changes a new version of the course, which exports and its history show.
 */
void
carrel_hour_editor_publish (CarrelView *view)
{
  g_autoptr (GError) error = NULL;

  if (carrel_store_publish_edits (carrel_view_get_store (view), carrel_view_get_course_id (view),
                                  carrel_clock_get_now (carrel_view_get_clock (view)), &error))
    carrel_view_toast_undo (view, _ ("Changes published as a new version"));
  carrel_view_report (view, error);
}

/**
 * carrel_hour_editor_discard:
 * @view: the view of one course
 *
 * Goes back to what is published.
 */
void
carrel_hour_editor_discard (CarrelView *view)
{
  g_autoptr (GError) error = NULL;

  if (carrel_store_discard_edits (carrel_view_get_store (view), carrel_view_get_course_id (view),
                                  &error))
    carrel_view_toast_undo (view, _ ("Changes discarded"));
  carrel_view_report (view, error);
}
