/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens the form for a change of office hours, says what would be taken twice before it is saved,
 * and keeps what was saved as one step of undo. */
#define G_LOG_DOMAIN "carrel-hour-editor"

#include "config.h"

#include "carrel-hour-editor.h"

#include "carrel-hour-check.h"
#include "carrel-hour-request.h"
#include "carrel-record-dialog.h"
#include "carrel-store-edits.h"

#include <glib/gi18n.h>

#define SWAP_DAYS     14
#define SECONDS_A_DAY G_GINT64_CONSTANT (86400)

typedef enum
{
  VERB_EDIT,
  VERB_CANCEL,
  VERB_MOVE,
  VERB_HAND_OVER,
  VERB_SWAP,
  VERB_EXTRA,
  VERB_RESTORE,
  VERB_REMOVE,
  VERB_ADD,
} Verb;

const CarrelHourVerb carrel_hour_editor_verbs[] = {
  [VERB_EDIT] = { "office-hours.edit", N_ ("_Edit these hours…"), CARREL_HOUR_VERB_ALWAYS },
  [VERB_CANCEL] = { "office-hours.cancel", N_ ("Ca_ncel…"), CARREL_HOUR_VERB_HELD },
  [VERB_MOVE] = { "office-hours.move", N_ ("_Move…"), CARREL_HOUR_VERB_HELD },
  [VERB_HAND_OVER] = { "office-hours.hand-over", N_ ("_Hand over…"), CARREL_HOUR_VERB_HELD },
  [VERB_SWAP] = { "office-hours.swap", N_ ("S_wap with a colleague…"), CARREL_HOUR_VERB_HELD },
  [VERB_EXTRA] = { "office-hours.extra", N_ ("Add an e_xtra session…"), CARREL_HOUR_VERB_ALWAYS },
  [VERB_RESTORE]
  = { "office-hours.restore", N_ ("_Take back this change"), CARREL_HOUR_VERB_CHANGED },
  [VERB_REMOVE] = { "office-hours.remove", N_ ("Remove weekly h_ours"), CARREL_HOUR_VERB_ALWAYS },
  [VERB_ADD] = { "office-hours.add", NULL, CARREL_HOUR_VERB_ALWAYS },
  { NULL, NULL, CARREL_HOUR_VERB_ALWAYS },
};

/* What is kept from the opening of a form until it is saved or closed. */
typedef struct
{
  CarrelView *view; /* weak */
  char *course_id;
  CarrelCourse *course;
  CarrelOccurrence *occurrence; /* nullable */
  GPtrArray *others;            /* of CarrelOccurrence: what it can be swapped with */
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

static const CarrelRecordChoice span_choices[] = {
  { CARREL_HOUR_ONCE, N_ ("This day only") },
  { CARREL_HOUR_UNTIL, N_ ("Every week until a last day") },
  { CARREL_HOUR_ON, N_ ("From this day on") },
  { NULL, NULL },
};

#define TIME_HINT N_ ("A time, such as 15:00 or 3 pm")
#define DATE_HINT N_ ("A date, such as 2024-02-15")

#define SPAN_ENTRIES                                                                               \
  { "span", N_ ("How long"), NULL, span_choices },                                                 \
      { "until", N_ ("Last day"),                                                                  \
        N_ ("Only for every week, such as 2024-02-15; empty is the end of the term"), NULL },      \
  {                                                                                                \
    "reason", N_ ("Reason"), N_ ("Shown to everyone; may be empty"), NULL                          \
  }

static const CarrelRecordEntry hour_entries[] = {
  { "person", N_ ("Person"), NULL, NULL },
  { "day", N_ ("Day"), NULL, day_choices },
  { "start", N_ ("From"), TIME_HINT, NULL },
  { "end", N_ ("Until"), TIME_HINT, NULL },
  { "location", N_ ("Place"), NULL, NULL },
  { "mode", N_ ("How"), NULL, mode_choices },
  { "url", N_ ("Link to join online"), NULL, NULL },
  { "role", N_ ("Role"), N_ ("Such as TA or instructor"), NULL },
  { "from", N_ ("First day"), N_ ("A date; empty is the first of the term"), NULL },
  { "until", N_ ("Last day"), N_ ("A date; empty is the last of the term"), NULL },
  { NULL, NULL, NULL, NULL },
};

static const CarrelRecordEntry cancel_entries[] = {
  SPAN_ENTRIES,
  { NULL, NULL, NULL, NULL },
};

static const CarrelRecordEntry move_entries[] = {
  { "to_date", N_ ("New date"), DATE_HINT, NULL },
  { "start", N_ ("From"), TIME_HINT, NULL },
  { "end", N_ ("Until"), TIME_HINT, NULL },
  { "location", N_ ("Place"), NULL, NULL },
  SPAN_ENTRIES,
  { NULL, NULL, NULL, NULL },
};

static const CarrelRecordEntry hand_over_entries[] = {
  { "person", N_ ("Who holds it instead"), NULL, NULL },
  SPAN_ENTRIES,
  { NULL, NULL, NULL, NULL },
};

static const CarrelRecordEntry extra_entries[] = {
  { "to_date", N_ ("Date"), DATE_HINT, NULL },
  { "start", N_ ("From"), TIME_HINT, NULL },
  { "end", N_ ("Until"), TIME_HINT, NULL },
  { "location", N_ ("Place"), NULL, NULL },
  { "person", N_ ("Person"), NULL, NULL },
  { "reason", N_ ("Reason"), N_ ("Shown to everyone; may be empty"), NULL },
  { NULL, NULL, NULL, NULL },
};

static const struct
{
  const char *title; /* of the form, and in the menu that undoes */
  const CarrelRecordEntry *entries;
  CarrelHourDeed deed;
  const char *message; /* when it is saved */
  const char *for_all; /* when it is saved for more than one day */
} forms[] = {
  [VERB_EDIT] = { N_ ("Edit office hours"), hour_entries, 0, N_ ("Office hours changed"), NULL },
  [VERB_CANCEL] = { N_ ("Cancel office hours"), cancel_entries, CARREL_HOUR_CANCEL,
                    N_ ("Cancelled for this day only"), N_ ("Cancelled for these weeks") },
  [VERB_MOVE] = { N_ ("Move office hours"), move_entries, CARREL_HOUR_MOVE,
                  N_ ("Moved for this day only"), N_ ("Moved for these weeks") },
  [VERB_HAND_OVER] = { N_ ("Hand over office hours"), hand_over_entries, CARREL_HOUR_HAND_OVER,
                       N_ ("Handed over for this day only"), N_ ("Handed over for these weeks") },
  [VERB_SWAP] = { N_ ("Swap office hours"), NULL, CARREL_HOUR_SWAP, N_ ("Swapped once"),
                  N_ ("Swapped for these weeks") },
  [VERB_EXTRA]
  = { N_ ("Add an extra session"), extra_entries, CARREL_HOUR_EXTRA, N_ ("Session added"), NULL },
  [VERB_RESTORE] = { NULL },
  [VERB_REMOVE] = { NULL },
  [VERB_ADD] = { N_ ("Add office hours"), hour_entries, 0, N_ ("Office hours added"), NULL },
};

static gboolean
is_request (gconstpointer record)
{
  return ((const CarrelRecord *) record)->type == &carrel_hour_request_type;
}

static void
free_edit (gpointer data)
{
  Edit *edit = data;

  g_clear_weak_pointer (&edit->view);
  g_free (edit->course_id);
  carrel_record_unref (edit->course);
  g_clear_pointer (&edit->occurrence, carrel_occurrence_unref);
  g_clear_pointer (&edit->others, g_ptr_array_unref);
  g_time_zone_unref (edit->zone);
  g_free (edit);
}

static CarrelOccurrence *
find_other (const Edit *edit, const char *id)
{
  for (guint i = 0; edit->others != NULL && i < edit->others->len; i++)
    {
      g_autofree char *known = carrel_occurrence_dup_id (g_ptr_array_index (edit->others, i));

      if (g_strcmp0 (known, id) == 0)
        return g_ptr_array_index (edit->others, i);
    }
  return NULL;
}

/* What is written when @record is saved. */
static GPtrArray *
list_facts (const Edit *edit, gpointer record)
{
  GPtrArray *facts;

  if (is_request (record))
    return carrel_hour_request_list_facts (record, forms[edit->verb].deed, edit->occurrence,
                                           find_other (edit, ((CarrelHourRequest *) record)->with));
  facts = g_ptr_array_new_with_free_func (carrel_record_unref);
  g_ptr_array_add (facts, carrel_record_ref (record));
  return facts;
}

/* Times that a form does not show are not its fault. */
static gboolean
has_times (Verb verb)
{
  for (const CarrelRecordEntry *entry = forms[verb].entries; entry != NULL && entry->field != NULL;
       entry++)
    if (g_str_equal (entry->field, "end"))
      return TRUE;
  return FALSE;
}

static char *
refuse_record (gconstpointer record, gpointer user_data, const char **field)
{
  const Edit *edit = user_data;
  const CarrelHourRequest *request = record;
  const CarrelOfficeHour *hour = record;
  int start = is_request (record) ? request->start : hour->start;
  int end = is_request (record) ? request->end : hour->end;

  if (!has_times (edit->verb) || !carrel_hour_request_ends_before_start (start, end))
    return NULL;
  *field = "end";
  return g_strdup (_ ("These hours end before they start."));
}

static gboolean
ends_before_today (const Edit *edit, gconstpointer record)
{
  const CarrelHourRequest *request = record;

  return is_request (record) && g_strcmp0 (request->span, CARREL_HOUR_UNTIL) == 0
         && carrel_date_is_set (request->until) && request->until.year != 0
         && carrel_date_compare (request->until, edit->occurrence->rule_date) < 0;
}

/* Says what is odd, or would clash that does not clash now. */
static char *
check_record (gconstpointer record, gpointer user_data)
{
  Edit *edit = user_data;
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (CarrelCourse) trial = NULL;

  if (ends_before_today (edit, record))
    return g_strdup (_ ("The last day is before the first, so nothing would change."));
  facts = list_facts (edit, (gpointer) record);
  trial = carrel_hour_request_apply (edit->course, facts);
  return carrel_hour_check_find (edit->course, trial, edit->from, &edit->context);
}

static const char *
get_message (const Edit *edit, gconstpointer record)
{
  const CarrelHourRequest *request = record;

  if (!is_request (record) || forms[edit->verb].for_all == NULL
      || g_strcmp0 (request->span, CARREL_HOUR_ONCE) == 0)
    return _ (forms[edit->verb].message);
  return _ (forms[edit->verb].for_all);
}

static void
on_saved_cb (CarrelRecordDialog *dialog, gpointer record, Edit *edit)
{
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GError) error = NULL;

  if (edit->view == NULL)
    return;
  facts = list_facts (edit, record);
  if (facts->len == 0)
    carrel_view_toast (edit->view, _ ("Nothing changed"));
  else if (carrel_store_save_facts (carrel_view_get_store (edit->view), edit->course_id,
                                    _ (forms[edit->verb].title), facts, &error))
    carrel_view_toast_undo (edit->view, get_message (edit, record));
  carrel_record_dialog_fail (dialog, error);
}

static gpointer
make_record (const CarrelOccurrence *occurrence, Verb verb)
{
  CarrelOfficeHour *hour;

  if (verb == VERB_EDIT)
    return carrel_record_copy (occurrence->fact);
  if (verb != VERB_ADD)
    return carrel_hour_request_new (occurrence);
  hour = carrel_record_new (&carrel_office_hour_type);
  hour->day = CARREL_MONDAY;
  hour->start = 10 * 60;
  hour->end = 11 * 60;
  return hour;
}

static gboolean
can_swap (const CarrelOccurrence *occurrence, const CarrelOccurrence *other, gint64 now)
{
  const gboolean is_over = other->end <= now && occurrence->end > now;

  return !is_over && (other->flags & CARREL_OCCURRENCE_CANCELLED) == 0 && other->person != NULL
         && g_strcmp0 (other->person, occurrence->person) != 0
         && carrel_occurrence_get_fact_id (other) != NULL;
}

/* Hours of colleagues in the weeks around. What is still to come is not swapped with what is over.
 */
static GPtrArray *
list_others (const CarrelViewTime *time, const CarrelOccurrence *occurrence)
{
  g_autoptr (GPtrArray) all = carrel_timetable_list (
      time->timetable, occurrence->start - CARREL_N_DAYS * SECONDS_A_DAY,
      occurrence->start + SWAP_DAYS * SECONDS_A_DAY, CARREL_OCCURRENCE_HOURS);
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_occurrence_unref);

  for (guint i = 0; i < all->len; i++)
    if (can_swap (occurrence, g_ptr_array_index (all, i), time->read.now))
      g_ptr_array_add (others, carrel_occurrence_ref (g_ptr_array_index (all, i)));
  return others;
}

static Edit *
make_edit (CarrelView *view, const CarrelViewTime *time, Verb verb, CarrelOccurrence *occurrence)
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
  if (occurrence == NULL)
    return edit;
  edit->occurrence = carrel_occurrence_ref (occurrence);
  edit->from = MIN (edit->from, occurrence->start - SWAP_DAYS * SECONDS_A_DAY);
  if (verb == VERB_SWAP)
    edit->others = list_others (time, occurrence);
  return edit;
}

static void
remove_fact (CarrelView *view, gconstpointer fact, const char *message)
{
  const CarrelRecord *record = fact;
  g_autoptr (GError) error = NULL;

  if (carrel_store_remove_fact (carrel_view_get_store (view), carrel_view_get_course_id (view),
                                record->type->name, carrel_record_get_id (record), &error))
    carrel_view_toast_undo (view, message);
  carrel_view_report (view, error);
}

static GtkWidget *
make_form (Verb verb, gconstpointer record)
{
  return carrel_record_dialog_new (_ (forms[verb].title), record, forms[verb].entries);
}

/* The form of a swap offers the hours that there are. */
static GtkWidget *
make_swap_form (const Edit *edit, CarrelHourRequest *request)
{
  g_autofree CarrelRecordChoice *choices = g_new0 (CarrelRecordChoice, edit->others->len + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const CarrelRecordEntry entries[] = {
    { "with", N_ ("Swap with"), NULL, choices },
    SPAN_ENTRIES,
    { NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < edit->others->len; i++)
    {
      const CarrelOccurrence *other = g_ptr_array_index (edit->others, i);

      choices[i].id = carrel_occurrence_dup_id (other);
      choices[i].label = carrel_format_occurrence_sentence (other, &edit->context);
      g_ptr_array_add (texts, (gpointer) choices[i].id);
      g_ptr_array_add (texts, (gpointer) choices[i].label);
    }
  request->with = g_strdup (choices[0].id);
  return carrel_record_dialog_new (_ (forms[VERB_SWAP].title), request, entries);
}

static void
open_form (CarrelView *view, const CarrelViewTime *time, Verb verb, CarrelOccurrence *occurrence)
{
  g_autoptr (CarrelRecord) record = make_record (occurrence, verb);
  Edit *edit = make_edit (view, time, verb, occurrence);
  g_autofree char *hour_id = occurrence != NULL ? carrel_occurrence_dup_id (occurrence) : NULL;
  g_autofree char *subject = NULL;
  GtkWidget *dialog;

  if (verb == VERB_SWAP && edit->others->len == 0)
    {
      carrel_view_toast (view, _ ("No colleague has office hours in these two weeks."));
      free_edit (edit);
      return;
    }
  dialog = verb == VERB_SWAP ? make_swap_form (edit, (CarrelHourRequest *) record)
                             : make_form (verb, record);
  g_signal_connect (dialog, "saved", G_CALLBACK (on_saved_cb), edit);
  carrel_record_dialog_set_check (CARREL_RECORD_DIALOG (dialog), check_record, edit, free_edit);
  carrel_record_dialog_set_refusal (CARREL_RECORD_DIALOG (dialog), refuse_record, edit);
  subject = g_strdup_printf ("%s\n%s", edit->course_id, hour_id != NULL ? hour_id : "");
  carrel_record_dialog_present (CARREL_RECORD_DIALOG (dialog), GTK_WIDGET (view), subject);
}

static void
run_verb (CarrelView *view, const CarrelViewTime *time, Verb verb, CarrelOccurrence *occurrence)
{
  if (verb == VERB_REMOVE)
    remove_fact (view, occurrence->fact, _ ("Office hours removed"));
  else if (verb != VERB_RESTORE)
    open_form (view, time, verb, occurrence);
  else if (occurrence->change != NULL)
    remove_fact (view, occurrence->change, _ ("Change taken back"));
}

/**
 * carrel_hour_editor_offers:
 * @verb: one of %carrel_hour_editor_verbs
 * @occurrence: an office hour on a day
 *
 * Returns: whether the verb is for that hour
 */
gboolean
carrel_hour_editor_offers (const CarrelHourVerb *verb, const CarrelOccurrence *occurrence)
{
  switch (verb->scope)
    {
    case CARREL_HOUR_VERB_HELD:
      return verb->label != NULL && (occurrence->flags & CARREL_OCCURRENCE_CANCELLED) == 0;
    case CARREL_HOUR_VERB_CHANGED:
      return verb->label != NULL && occurrence->change != NULL;
    case CARREL_HOUR_VERB_ALWAYS:
    default:
      return verb->label != NULL;
    }
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
    if (g_str_equal (action, carrel_hour_editor_verbs[i].action))
      run_verb (view, time, (Verb) i, occurrence);
}
