/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed, told as sentences for people. */
#define G_LOG_DOMAIN "carrel-diff-text"

#include "config.h"

#include "carrel-diff-text.h"

#include "carrel-fact.h"
#include "carrel-field-label.h"
#include "carrel-format-change.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* With no year given, every date says its own. */
static const CarrelDate no_today = { 0 };

/* A text that is longer, or has several lines, is not repeated in a sentence. */
#define N_QUOTED_MOST 80

/* How a fact is told that came or went. */
static const struct
{
  const CarrelRecordType *type;
  const char *added;
  const char *removed;
} kinds[] = {
  { &carrel_link_type, N_ ("New link"), N_ ("Link removed") },
  { &carrel_contact_type, N_ ("New contact"), N_ ("Contact removed") },
  { &carrel_person_type, N_ ("New person"), N_ ("Person removed") },
  { &carrel_section_type, N_ ("New section"), N_ ("Section removed") },
  { &carrel_meeting_type, N_ ("New meeting"), N_ ("Meeting removed") },
  { &carrel_segment_type, N_ ("New part of a meeting"), N_ ("Part of a meeting removed") },
  { &carrel_office_hour_type, N_ ("New office hour"), N_ ("Office hour removed") },
  { &carrel_change_type, N_ ("New one-time change"), N_ ("One-time change removed") },
  { &carrel_break_type, N_ ("New break"), N_ ("Break removed") },
  { &carrel_schedule_row_type, N_ ("New date"), N_ ("Date removed") },
  { &carrel_grading_group_type, N_ ("New graded group"), N_ ("Graded group removed") },
  { &carrel_grading_item_type, N_ ("New graded item"), N_ ("Graded item removed") },
  { &carrel_grading_scheme_type, N_ ("New grading scheme"), N_ ("Grading scheme removed") },
  { &carrel_letter_grade_type, N_ ("New letter grade"), N_ ("Letter grade removed") },
  { &carrel_rounding_type, N_ ("New rounding rule"), N_ ("Rounding rule removed") },
  { &carrel_late_policy_type, N_ ("New late policy"), N_ ("Late policy removed") },
};

static gboolean
is_moment (const char *field)
{
  static const char *const fields[] = { "day", "days", "start", "end", NULL };

  return field != NULL && g_strv_contains (fields, field);
}

static CarrelDays
get_days (gconstpointer record)
{
  const CarrelField *day = carrel_record_find_field (record, "day");
  const CarrelField *field = day != NULL ? day : carrel_record_find_field (record, "days");

  return field != NULL ? *CARREL_FIELD_PTR (record, field, CarrelDays) : CARREL_DAY_NONE;
}

static int
get_time (gconstpointer record, const char *name)
{
  const CarrelField *field = carrel_record_find_field (record, name);

  return field != NULL ? *CARREL_FIELD_PTR (record, field, int) : CARREL_UNKNOWN;
}

/* "Friday 1 pm", as far as it is known. */
static char *
dup_moment (CarrelDays days, int start, CarrelFormatFlags flags)
{
  g_autofree char *day = days != CARREL_DAY_NONE ? carrel_format_weekdays (days) : NULL;
  g_autofree char *time = start != CARREL_UNKNOWN ? carrel_format_minutes (start, flags) : NULL;

  if (day != NULL && time != NULL)
    /* Translators: a day of the week and a time: "Friday 1 pm". */
    return g_strdup_printf (_ ("%1$s %2$s"), day, time);
  if (day == NULL && time == NULL)
    return g_strdup (_ ("an unknown time"));
  return g_strdup (day != NULL ? day : time);
}

/* A text; a role, a mode or a kind is a word of a course pack. */
static char *
dup_words (gconstpointer record, const CarrelField *field)
{
  g_autofree char *text = carrel_record_dup_field (record, field);

  if (g_str_equal (field->name, "role"))
    return g_strdup (carrel_format_role (text));
  if (g_str_equal (field->name, "mode"))
    return g_strdup (carrel_format_mode (text));
  if (g_str_equal (field->name, "kind"))
    return g_strdup (carrel_format_kind_name (text));
  return g_steal_pointer (&text);
}

/**
 * carrel_diff_dup_value:
 * @record: a fact
 * @name: one of its fields, which is no record
 * @flags: how times are written
 *
 * Returns: (transfer full) (nullable): the field as a person reads it; %NULL is unknown
 */
char *
carrel_diff_dup_value (gconstpointer record, const char *name, CarrelFormatFlags flags)
{
  const CarrelField *field = carrel_record_find_field (record, name);

  if (field->kind == CARREL_FIELD_TIME)
    return carrel_format_minutes (*CARREL_FIELD_PTR (record, field, int), flags);
  if (field->kind == CARREL_FIELD_DATE)
    return carrel_format_date (*CARREL_FIELD_PTR (record, field, CarrelDate), no_today);
  if (field->kind == CARREL_FIELD_DAY || field->kind == CARREL_FIELD_DAYS)
    return carrel_format_weekdays (*CARREL_FIELD_PTR (record, field, CarrelDays));
  if (field->kind == CARREL_FIELD_DECIMAL)
    return carrel_format_decimal (*CARREL_FIELD_PTR (record, field, char *));
  return dup_words (record, field);
}

static gboolean
is_quotable (const char *text)
{
  return text == NULL || (g_utf8_strlen (text, -1) <= N_QUOTED_MOST && strchr (text, '\n') == NULL);
}

/* What kind of meeting it is, what it is about where that has a name, and of which section. */
static char *
dup_meeting_title (const CarrelMeeting *meeting)
{
  CarrelOccurrenceKind kind = carrel_occurrence_kind_from_name (meeting->kind);
  gboolean is_named = (kind & (CARREL_OCCURRENCE_EXAM | CARREL_OCCURRENCE_OTHER)) != 0;

  return carrel_format_line (
      (const char *const[]){ meeting->kind != NULL ? carrel_format_kind_name (meeting->kind)
                                                   : carrel_format_kind (kind),
                             is_named ? meeting->remark : NULL, meeting->section },
      3);
}

static CarrelDate
get_row_date (const CarrelScheduleRow *row)
{
  return carrel_date_is_set (row->date) ? row->date : row->date_inferred;
}

/* The days of a meeting that has dates instead of days of the week, of a break or of a row. */
static char *
dup_dates (gconstpointer record)
{
  const CarrelRecordType *type = ((const CarrelRecord *) record)->type;
  const CarrelMeeting *meeting = record;
  const CarrelBreak *pause = record;
  CarrelDate from = no_today;
  CarrelDate until = no_today;

  if (type == &carrel_meeting_type)
    {
      from = meeting->from;
      until = meeting->until;
    }
  else if (type == &carrel_break_type)
    {
      from = pause->from;
      until = pause->until;
    }
  else if (type == &carrel_schedule_row_type)
    from = get_row_date (record);
  if (carrel_date_is_set (from)
      && (!carrel_date_is_set (until) || carrel_date_compare (from, until) == 0))
    return carrel_format_date (from, no_today);
  return carrel_format_dates (from, until, no_today);
}

/* A break or a row that only its dates name. */
static gboolean
is_only_dated (gconstpointer record)
{
  const CarrelRecordType *type = ((const CarrelRecord *) record)->type;
  const CarrelBreak *pause = record;
  const CarrelScheduleRow *row = record;

  if (type == &carrel_break_type)
    return pause->title == NULL;
  return type == &carrel_schedule_row_type && row->topic == NULL && row->homework == NULL;
}

/* What a person calls a fact. What names it to the program may be a date or a kind as a course pack
 * has them; a course has one late policy, which has no name of its own but is a subject. */
static char *
dup_title (const CarrelDifference *difference)
{
  gconstpointer record
      = difference->new_record != NULL ? difference->new_record : difference->old_record;
  const CarrelRecordType *type = ((const CarrelRecord *) record)->type;
  char *dates = is_only_dated (record) ? dup_dates (record) : NULL;

  if (dates != NULL)
    return dates;
  if (type == &carrel_meeting_type)
    return dup_meeting_title (record);
  if (type == &carrel_late_policy_type && difference->action == CARREL_DIFF_CHANGED
      && *difference->title == '\0')
    return g_strdup (_ ("Late work"));
  return g_strdup (difference->title);
}

/* "Cheng Ma: Friday 1 pm moved to 4 pm." */
static char *
dup_move (const CarrelDifference *difference, CarrelFormatFlags flags)
{
  CarrelDays old_days = get_days (difference->old_record);
  CarrelDays new_days = get_days (difference->new_record);
  int old_start = get_time (difference->old_record, "start");
  int new_start = get_time (difference->new_record, "start");
  int new_end = get_time (difference->new_record, "end");
  g_autofree char *title = dup_title (difference);
  g_autofree char *before = dup_moment (old_days, old_start, flags);
  g_autofree char *after = NULL;

  if (old_days == new_days && old_start == new_start && new_end != CARREL_UNKNOWN)
    {
      after = carrel_format_minutes (new_end, flags);
      /* Translators: a person or a meeting, a day and time, the time when it ends now. */
      return g_strdup_printf (_ ("%1$s: %2$s now ends at %3$s."), title, before, after);
    }
  after = dup_moment (old_days == new_days ? CARREL_DAY_NONE : new_days, new_start, flags);
  /* Translators: a person or a meeting, the old day and time, the new ones:
   * "Cheng Ma: Friday 1 pm moved to 4 pm." */
  return g_strdup_printf (_ ("%1$s: %2$s moved to %3$s."), title, before, after);
}

/* The day and time of an hour or a meeting, the date of what has one; NULL for other facts. */
static char *
dup_when (gconstpointer record, CarrelFormatFlags flags)
{
  CarrelDays days = get_days (record);
  int start = get_time (record, "start");
  g_autofree char *dates = NULL;
  g_autofree char *time = NULL;

  if (days != CARREL_DAY_NONE)
    return dup_moment (days, start, flags);
  dates = dup_dates (record);
  time = dates != NULL && start != CARREL_UNKNOWN ? carrel_format_minutes (start, flags) : NULL;
  return carrel_format_line ((const char *const[]){ dates, time }, 2);
}

/* Names a fact, and says when it is. */
static char *
dup_name (const CarrelDifference *difference, gconstpointer record, CarrelFormatFlags flags)
{
  g_autofree char *title = NULL;
  g_autofree char *when = NULL;

  if (difference->timetable != NULL)
    return carrel_format_change (record, difference->course, difference->timetable, flags);
  title = dup_title (difference);
  when = dup_when (record, flags);
  return carrel_format_line (
      (const char *const[]){ title, g_str_equal (title, when) ? NULL : when }, 2);
}

/* A person may have several hours, and a course several labs. */
static char *
dup_changed (const CarrelDifference *difference, CarrelFormatFlags flags)
{
  return get_days (difference->new_record) != CARREL_DAY_NONE
             ? dup_name (difference, difference->new_record, flags)
             : dup_title (difference);
}

static char *
dup_change (const CarrelDifference *difference, CarrelFormatFlags flags)
{
  g_autofree char *title = dup_changed (difference, flags);
  const char *label = carrel_field_label_get (
      carrel_record_find_field (difference->new_record, difference->field));
  g_autofree char *before
      = difference->before != NULL
            ? carrel_diff_dup_value (difference->old_record, difference->field, flags)
            : NULL;
  g_autofree char *after
      = difference->after != NULL
            ? carrel_diff_dup_value (difference->new_record, difference->field, flags)
            : NULL;

  if (!is_quotable (before) || !is_quotable (after))
    /* Translators: what a fact is called, and the words for one of its fields. */
    return g_strdup_printf (_ ("%1$s: %2$s changed."), title, label);
  if (before == NULL)
    /* Translators: what a fact is called, the words for one of its fields, its new value. */
    return g_strdup_printf (_ ("%1$s: %2$s is now “%3$s”."), title, label, after);
  if (after == NULL)
    /* Translators: what a fact is called, the words for one of its fields, its old value. */
    return g_strdup_printf (_ ("%1$s: %2$s is not given any more, it was “%3$s”."), title, label,
                            before);
  /* Translators: what a fact is called, the words for one of its fields, its old and new value. */
  return g_strdup_printf (_ ("%1$s: %2$s changed from “%3$s” to “%4$s”."), title, label, before,
                          after);
}

static char *
dup_whole (const CarrelDifference *difference, CarrelFormatFlags flags)
{
  gboolean is_added = difference->action == CARREL_DIFF_ADDED;
  gconstpointer record = is_added ? difference->new_record : difference->old_record;
  g_autofree char *name = dup_name (difference, record, flags);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *what = is_added ? kinds[i].added : kinds[i].removed;

      if (!g_str_equal (kinds[i].type->name, difference->kind))
        continue;
      if (*name == '\0')
        /* Translators: what came or went, such as "New late policy". */
        return g_strdup_printf (_ ("%s."), _ (what));
      /* Translators: what came or went, such as "New office hour", and what it is called. */
      return g_strdup_printf (_ ("%1$s: %2$s."), _ (what), name);
    }
  return g_steal_pointer (&name);
}

/* Which of its fields are others says little: it is told anew. */
static char *
dup_new_change (const CarrelDifference *difference, CarrelFormatFlags flags)
{
  g_autofree char *name = dup_name (difference, difference->new_record, flags);

  /* Translators: a one-time change that says something else than before: which session, when, what
   * happens to it and why. */
  return g_strdup_printf (_ ("One-time change, as it is now: %s."), name);
}

/**
 * carrel_difference_dup_sentence:
 * @difference: a difference
 * @flags: how times are written
 *
 * Tells a difference. For a day, a start or an end the sentence tells the whole move, and for any
 * field of a one-time change the whole change.
 *
 * Returns: (transfer full): one sentence in the language of the person
 */
char *
carrel_difference_dup_sentence (const CarrelDifference *difference, CarrelFormatFlags flags)
{
  if (difference->action != CARREL_DIFF_CHANGED)
    return dup_whole (difference, flags);
  if (difference->timetable != NULL)
    return dup_new_change (difference, flags);
  if (is_moment (difference->field)
      && carrel_record_find_field (difference->new_record, "start") != NULL)
    return dup_move (difference, flags);
  return dup_change (difference, flags);
}

/* Whether the sentence for one field tells of the others as well. */
static gboolean
tells_all (const CarrelDifference *difference)
{
  return difference->action == CARREL_DIFF_CHANGED
         && (difference->timetable != NULL || is_moment (difference->field));
}

/**
 * carrel_diff_is_told:
 * @diff: a comparison
 * @index: which of its differences
 *
 * Returns: whether the sentence for a difference before it tells this one as well
 */
gboolean
carrel_diff_is_told (const CarrelDiff *diff, guint index)
{
  const CarrelDifference *difference = diff->differences->pdata[index];

  for (guint i = index; tells_all (difference) && i > 0; i--)
    {
      const CarrelDifference *other = diff->differences->pdata[i - 1];

      if (other->new_record != difference->new_record)
        break;
      if (tells_all (other))
        return TRUE;
    }
  return FALSE;
}

/**
 * carrel_diff_dup_sentences:
 * @diff: a comparison
 * @flags: how times are written
 *
 * Tells all differences, a move or a one-time change only once.
 *
 * Returns: (transfer full): one sentence a difference
 */
GStrv
carrel_diff_dup_sentences (const CarrelDiff *diff, CarrelFormatFlags flags)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  for (guint i = 0; i < diff->differences->len; i++)
    {
      g_autofree char *sentence = NULL;

      if (carrel_diff_is_told (diff, i))
        continue;
      sentence = carrel_difference_dup_sentence (diff->differences->pdata[i], flags);
      g_strv_builder_add (sentences, sentence);
    }
  return g_strv_builder_end (sentences);
}

/**
 * carrel_diff_dup_summary:
 * @diff: a comparison
 *
 * Returns: (transfer full): how many facts were added, changed and removed, as one sentence
 */
char *
carrel_diff_dup_summary (const CarrelDiff *diff)
{
  /* Translators: numbers of facts of a course, each perhaps 0. */
  return g_strdup_printf (_ ("Added: %1$u, changed: %2$u, removed: %3$u."), diff->n_added,
                          diff->n_changed, diff->n_removed);
}

/**
 * carrel_diff_dup_fact_name:
 * @record: a fact of @course
 * @course: the course
 * @flags: how times are written
 *
 * Names a fact as a sentence about a difference does, where nothing need have changed.
 *
 * Returns: (transfer full): "Lecture, Section A, Monday 10 am"; "" for what has no name
 */
char *
carrel_diff_dup_fact_name (gpointer record, CarrelCourse *course, CarrelFormatFlags flags)
{
  const CarrelRecordType *type = ((const CarrelRecord *) record)->type;
  g_autofree char *title = carrel_fact_dup_title (record);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (CarrelTimetable) timetable = NULL;
  CarrelDifference difference
      = { .kind = type->name, .title = title, .new_record = record, .course = course };

  if (type == &carrel_change_type)
    timetable = carrel_timetable_new_of_course (course, utc);
  difference.timetable = timetable;
  return dup_name (&difference, record, flags);
}
