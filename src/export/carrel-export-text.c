/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All facts of a course as plain text, one fact a line, in words that a screen reader speaks well.
 */
#define G_LOG_DOMAIN "carrel-export-text"

#include "config.h"

#include "carrel-export-text.h"

#include "carrel-field-label.h"
#include "carrel-format-change.h"

#include <glib/gi18n-lib.h>

/* With no year given, every date says its own. */
static const CarrelDate no_today = { 0 };

/* The parts of one line; NULL parts are left out. */
typedef struct
{
  GPtrArray *parts;
  const CarrelCourse *course;
  CarrelTimetable *timetable; /* of the course alone */
} Line;

static void
line_take (Line *line, char *part)
{
  if (part != NULL && *part != '\0')
    g_ptr_array_add (line->parts, part);
  else
    g_free (part);
}

static void
line_add (Line *line, const char *part)
{
  line_take (line, g_strdup (part));
}

/* Adds a part that is written with a printf() format around one known text. */
static void
line_add_with (Line *line, const char *format, const char *text)
{
  g_autoptr (GString) part = g_string_new (format);

  if (text == NULL)
    return;
  g_string_replace (part, "%s", text, 1);
  line_add (line, part->str);
}

static void
line_end (Line *line, GString *text, int indent)
{
  if (line->parts->len > 0)
    g_string_append_printf (text, "%*s", indent, "");
  for (guint i = 0; i < line->parts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (char *) line->parts->pdata[i]);
  if (line->parts->len > 0)
    g_string_append_c (text, '\n');
  g_ptr_array_set_size (line->parts, 0);
}

static char *
dup_time (int start, int end)
{
  if (start == CARREL_UNKNOWN)
    return NULL;
  return carrel_format_minutes_range (start, end == CARREL_UNKNOWN ? start : end,
                                      CARREL_FORMAT_DEFAULT);
}

static char *
dup_date (CarrelDate date)
{
  return carrel_date_is_set (date) ? carrel_format_date (date, no_today) : NULL;
}

static char *
dup_dates (CarrelDate from, CarrelDate until)
{
  return carrel_format_dates (from, until, no_today);
}

static char *
dup_percent (const char *number)
{
  return number != NULL ? carrel_format_percent (number, CARREL_FORMAT_DEFAULT) : NULL;
}

static char *
dup_number (const char *number)
{
  return number != NULL ? carrel_format_decimal (number) : NULL;
}

static char *
dup_count (int count)
{
  return count > 0 ? g_strdup_printf ("%d", count) : NULL;
}

static void
write_link (GString *text, Line *line, gconstpointer record)
{
  const CarrelLink *link = record;

  line_add (line, link->title);
  line_add (line, link->url);
  line_end (line, text, 2);
}

static void
write_contact (GString *text, Line *line, gconstpointer record)
{
  const CarrelContact *contact = record;

  line_add (line, contact->title);
  line_add (line, contact->phone);
  line_add (line, contact->url);
  line_end (line, text, 2);
}

static void
write_person (GString *text, Line *line, gconstpointer record)
{
  const CarrelPerson *person = record;

  line_add (line, person->name);
  line_add (line, carrel_format_role (person->role));
  line_add (line, person->email);
  line_add (line, person->url);
  line_end (line, text, 2);
}

static void
write_meeting (GString *text, Line *line, gconstpointer record)
{
  const CarrelMeeting *meeting = record;

  line_take (line, carrel_format_weekdays (meeting->days));
  line_take (line, dup_time (meeting->start, meeting->end));
  line_add (line, meeting->location);
  line_add (line, carrel_format_kind_name (meeting->kind));
  line_add (line, meeting->section);
  line_add (line, meeting->person);
  line_add (line, meeting->remark);
  if (meeting->every_weeks > 1)
    line_take (line, g_strdup_printf (
                         ngettext ("every week", "every %d weeks", (gulong) meeting->every_weeks),
                         meeting->every_weeks));
  line_take (line, dup_dates (meeting->from, meeting->until));
  line_end (line, text, 2);
  for (guint i = 0; i < meeting->segments->len; i++)
    {
      const CarrelSegment *segment = g_ptr_array_index (meeting->segments, i);

      if (segment->minutes != CARREL_UNKNOWN)
        line_take (line, carrel_format_duration (segment->minutes));
      line_add (line, segment->title);
      line_end (line, text, 4);
    }
}

static void
write_hour (GString *text, Line *line, gconstpointer record)
{
  const CarrelOfficeHour *hour = record;

  line_take (line, hour->day != CARREL_DAY_NONE ? carrel_format_weekdays (hour->day) : NULL);
  line_take (line, dup_time (hour->start, hour->end));
  line_add (line, hour->by_appointment ? _ ("by appointment") : NULL);
  line_add (line, hour->location);
  line_add (line, hour->person);
  line_add (line, carrel_format_role (hour->role));
  line_add (line, carrel_format_mode (hour->mode));
  line_add (line, hour->url);
  line_take (line, dup_dates (hour->from, hour->until));
  line_end (line, text, 2);
}

static void
write_change (GString *text, Line *line, gconstpointer record)
{
  line_take (line,
             carrel_format_change (record, line->course, line->timetable, CARREL_FORMAT_DEFAULT));
  line_end (line, text, 2);
}

static void
write_break (GString *text, Line *line, gconstpointer record)
{
  const CarrelBreak *pause = record;

  line_add (line, pause->title);
  line_take (line, dup_dates (pause->from, pause->until));
  line_end (line, text, 2);
}

static void
write_item (GString *text, Line *line, const CarrelGradingItem *item, int indent)
{
  g_autofree char *points = dup_number (item->max);
  g_autofree char *due = dup_date (item->due);

  line_add (line, item->name);
  /* Translators: a number. */
  line_add_with (line, _ ("%s points"), points);
  /* Translators: a date. */
  line_add_with (line, _ ("due %s"), due);
  line_end (line, text, indent);
}

static void
write_group_at (GString *text, Line *line, const CarrelGradingGroup *group, int indent)
{
  g_autofree char *total = dup_percent (group->weight_total);
  g_autofree char *each = dup_percent (group->weight_each);
  g_autofree char *points = dup_number (group->points_total);
  g_autofree char *points_each = dup_number (group->points_each);
  g_autofree char *count = dup_count (group->count);
  g_autofree char *lowest = dup_count (group->drop_lowest);
  g_autofree char *highest = dup_count (group->drop_highest);

  line_add (line, group->name);
  line_add (line, total);
  /* Translators: how many parts of one kind are graded. */
  line_add_with (line, _ ("%s of them"), count);
  /* Translators: a percentage or a number of points. */
  line_add_with (line, _ ("each %s"), each);
  line_add_with (line, _ ("%s points"), points);
  line_add_with (line, _ ("each %s points"), points_each);
  /* Translators: how many scores are not counted. */
  line_add_with (line, _ ("lowest %s dropped"), lowest);
  line_add_with (line, _ ("highest %s dropped"), highest);
  line_add (line, group->bonus ? _ ("on top of 100%") : NULL);
  line_end (line, text, indent);
  for (guint i = 0; i < group->items->len; i++)
    write_item (text, line, g_ptr_array_index (group->items, i), indent + 2);
  for (guint i = 0; i < group->children->len; i++)
    write_group_at (text, line, g_ptr_array_index (group->children, i), indent + 2);
}

static void
write_group (GString *text, Line *line, gconstpointer record)
{
  write_group_at (text, line, record, 2);
}

static void
write_scheme (GString *text, Line *line, gconstpointer record)
{
  const CarrelGradingScheme *scheme = record;

  line_add (line, scheme->name);
  line_end (line, text, 2);
  for (guint i = 0; i < scheme->items->len; i++)
    write_group_at (text, line, g_ptr_array_index (scheme->items, i), 4);
}

static void
write_letter (GString *text, Line *line, gconstpointer record)
{
  const CarrelLetterGrade *letter = record;
  g_autofree char *least = dup_percent (letter->min);

  line_add (line, letter->letter);
  /* Translators: a percentage. */
  line_add_with (line, letter->min_exclusive ? _ ("above %s") : _ ("from %s"), least);
  line_end (line, text, 2);
}

static void
write_row (GString *text, Line *line, gconstpointer record)
{
  const CarrelScheduleRow *row = record;
  g_autofree char *inferred = dup_date (row->date_inferred);

  line_add (line, row->week);
  line_take (line, dup_date (row->date));
  if (!carrel_date_is_set (row->date))
    /* Translators: a date that was worked out from the pattern of the class. */
    line_add_with (line, _ ("%s (inferred)"), inferred);
  line_take (line, dup_dates (no_today, row->date_end));
  line_add (line, row->topic);
  line_add (line,
            g_strcmp0 (row->kind, "lecture") != 0 ? carrel_format_kind_name (row->kind) : NULL);
  line_add (line, row->section);
  line_add_with (line, _ ("reading: %s"), row->readings);
  line_add_with (line, _ ("homework: %s"), row->homework);
  line_add_with (line, _ ("due: %s"), row->due);
  line_end (line, text, 2);
}

static void
write_question (GString *text, Line *line, gconstpointer record)
{
  const CarrelQuestion *question = record;

  line_add (line, question->source);
  line_add (line, question->text);
  line_end (line, text, 2);
}

static void
write_section (GString *text, Line *line, gconstpointer record)
{
  const CarrelSection *section = record;

  if (section->heading != NULL && *section->heading != '\0')
    g_string_append_printf (text, "\n%s\n", section->heading);
  if (section->body != NULL && *section->body != '\0')
    g_string_append_printf (text, "\n%s\n", section->body);
}

/* The lists of a course in the order in which they are written. */
static const struct
{
  const char *list;
  const char *heading;
  void (*write) (GString *text, Line *line, gconstpointer record);
} lists[] = {
  { "meetings", N_ ("Meetings"), write_meeting },
  { "office_hours", N_ ("Office hours"), write_hour },
  { "changes", N_ ("Changes"), write_change },
  { "breaks", N_ ("Breaks"), write_break },
  { "staff", N_ ("Staff"), write_person },
  { "grading", N_ ("Grading"), write_group },
  { "grading_schemes", N_ ("Other ways to grade"), write_scheme },
  { "letter_grades", N_ ("Letter grades"), write_letter },
  { "schedule", N_ ("Schedule"), write_row },
  { "links", N_ ("Links"), write_link },
  { "contacts", N_ ("Help and contacts"), write_contact },
  { "questions", N_ ("Questions"), write_question },
  { "sections", N_ ("Text"), write_section },
};

static char *
dup_points (const char *number)
{
  g_autofree char *points = carrel_format_decimal (number);

  /* Translators: a number. */
  return g_strdup_printf (_ ("%s points"), points);
}

/* A number of late work is per cent or, where its unit is that, points. */
static char *
dup_amount (gconstpointer record, const CarrelField *field, const char *number)
{
  const CarrelLatePolicy *policy = record;

  if (!g_str_equal (field->name, "penalty_per_day") && !g_str_equal (field->name, "max_penalty"))
    return carrel_format_decimal (number);
  if (g_strcmp0 (policy->unit, "points") != 0)
    return carrel_format_percent (number, CARREL_FORMAT_DEFAULT);
  return dup_points (number);
}

static char *
dup_value (gconstpointer record, const CarrelField *field)
{
  g_autofree char *value = carrel_record_dup_field (record, field);

  if (value == NULL)
    return NULL;
  if (field->kind == CARREL_FIELD_TRUTH || field->kind == CARREL_FIELD_BOOLEAN)
    return g_strdup (*value == '1' ? _ ("yes") : _ ("no"));
  if (field->kind == CARREL_FIELD_DECIMAL)
    return dup_amount (record, field, value);
  return g_steal_pointer (&value);
}

/* Writes the known fields of a record as "name: value". */
static void
write_fields (GString *text, const char *heading, gconstpointer record)
{
  if (record == NULL)
    return;
  g_string_append_printf (text, "\n%s\n", heading);
  for (const CarrelField *field = ((const CarrelRecord *) record)->type->fields;
       field->name != NULL; field++)
    {
      g_autofree char *value = dup_value (record, field);

      if (value != NULL)
        g_string_append_printf (text, "  %s: %s\n", carrel_field_label_get (field), value);
    }
}

static void
write_head (GString *text, Line *line, const CarrelCourse *course)
{
  line_add (line, course->title != NULL ? course->title : course->code);
  line_end (line, text, 0);
  line_add (line, course->title != NULL ? course->code : NULL);
  line_add (line, course->term);
  line_take (line, dup_dates (course->starts_on, course->ends_on));
  line_add (line, course->time_zone);
  line_end (line, text, 0);
}

/**
 * carrel_export_text_write:
 * @course: a course
 *
 * Writes all facts and all text of a course for people, in the words, dates and digits of the
 * locale.
 *
 * Returns: (transfer full): text in UTF-8
 */
char *
carrel_export_text_write (const CarrelCourse *course)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (CarrelTimetable) timetable = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Line line = { .parts = parts, .course = course };

  g_ptr_array_add (courses, (gpointer) course);
  timetable = carrel_timetable_new (courses, utc);
  line.timetable = timetable;
  write_head (text, &line, course);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const CarrelField *field = carrel_record_find_field (course, lists[i].list);
      GPtrArray *records = *CARREL_FIELD_PTR (course, field, GPtrArray *);

      if (records->len > 0)
        g_string_append_printf (text, "\n%s\n", _ (lists[i].heading));
      for (guint j = 0; j < records->len; j++)
        lists[i].write (text, &line, g_ptr_array_index (records, j));
    }
  write_fields (text, _ ("Late work"), course->late_policy);
  write_fields (text, _ ("Rounding"), course->rounding);
  return g_strdup (text->str);
}
