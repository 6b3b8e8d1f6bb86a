/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Times, grades, late rules and dated rows of pages in many styles, and what is asked about them.
 */
#include "config.h"

#include "fact-cases.h"

static void
add_group (GString *facts, const CarrelGradingGroup *group, const char *prefix)
{
  g_string_append_printf (facts, "%sweight %s %s%s%s", prefix, group->name,
                          group->weight_total != NULL ? group->weight_total : "?",
                          group->bonus ? " bonus" : "", group->group != NULL ? " of " : "");
  g_string_append (facts, group->group != NULL ? group->group : "");
  if (group->count > 1)
    g_string_append_printf (facts, " count %d", group->count);
  if (group->drop_lowest > 0)
    g_string_append_printf (facts, " drop %d", group->drop_lowest);
  if (group->drop_highest > 0)
    g_string_append_printf (facts, " highest %d", group->drop_highest);
  g_string_append_c (facts, '\n');
  for (guint i = 0; i < group->children->len; i++)
    add_group (facts, g_ptr_array_index (group->children, i), "  ");
}

static void
add_late (GString *facts, const CarrelLatePolicy *policy)
{
  static const char *const skipped[] = { "unit", "scope", NULL };

  for (const CarrelField *field = carrel_late_policy_type.fields; field->name != NULL; field++)
    {
      g_autofree char *text = carrel_record_dup_field (policy, field);

      if (text != NULL && !g_strv_contains (skipped, field->name))
        g_string_append_printf (facts, "late %s %s\n", field->name, text);
    }
}

static void
add_row (GString *facts, const CarrelScheduleRow *row)
{
  g_autofree char *date = carrel_date_to_text (row->date);
  g_autofree char *inferred = carrel_date_to_text (row->date_inferred);
  g_autofree char *until = carrel_date_to_text (row->date_end);

  g_string_append_printf (facts, "row %s%s%s",
                          date != NULL       ? date
                          : inferred != NULL ? inferred
                                             : "-",
                          date == NULL && inferred != NULL ? "?" : "", until != NULL ? ".." : "");
  g_string_append (facts, until != NULL ? until : "");
  if (row->week != NULL)
    g_string_append_printf (facts, " week %s", row->week);
  g_string_append_printf (facts, " %s: %s", row->kind, row->topic != NULL ? row->topic : "");
  if (row->due != NULL)
    g_string_append_printf (facts, " | due %s", row->due);
  if (row->readings != NULL)
    g_string_append_printf (facts, " | read %s", row->readings);
  if (row->homework != NULL)
    g_string_append_printf (facts, " | do %s", row->homework);
  g_string_append_c (facts, '\n');
}

static void
add_slot (GString *facts, const char *what, CarrelDays days, int start, int end)
{
  static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  g_autofree char *from = carrel_time_to_text (start);
  g_autofree char *until = carrel_time_to_text (end);

  g_string_append_printf (facts, "%s ", what);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((days & carrel_day_from_index (i)) != 0)
      g_string_append (facts, names[i]);
  g_string_append_printf (facts, " %s-%s", from != NULL ? from : "?", until != NULL ? until : "?");
}

static void
add_meeting (GString *facts, const CarrelMeeting *meeting)
{
  add_slot (facts, meeting->kind, meeting->days, meeting->start, meeting->end);
  if (meeting->section != NULL)
    g_string_append_printf (facts, " (%s)", meeting->section);
  if (meeting->person != NULL)
    g_string_append_printf (facts, " %s", meeting->person);
  if (meeting->location != NULL)
    g_string_append_printf (facts, " @ %s", meeting->location);
  g_string_append_c (facts, '\n');
}

static void
add_hour (GString *facts, const CarrelOfficeHour *hour)
{
  if (hour->by_appointment)
    g_string_append (facts, "hours by appointment");
  else
    add_slot (facts, "hours", hour->day, hour->start, hour->end);
  if (hour->person != NULL)
    g_string_append_printf (facts, " %s", hour->person);
  if (hour->role != NULL)
    g_string_append_printf (facts, " (%s)", hour->role);
  if (hour->location != NULL)
    g_string_append_printf (facts, " @ %s", hour->location);
  g_string_append_c (facts, '\n');
}

static void
add_times (GString *facts, const CarrelCourse *course)
{
  for (guint i = 0; i < course->meetings->len; i++)
    add_meeting (facts, g_ptr_array_index (course->meetings, i));
  for (guint i = 0; i < course->office_hours->len; i++)
    add_hour (facts, g_ptr_array_index (course->office_hours, i));
}

static void
add_questions (GString *facts, const CarrelCourse *course)
{
  for (guint i = 0; i < course->questions->len; i++)
    {
      const CarrelQuestion *question = g_ptr_array_index (course->questions, i);

      if (question->about[0] == '/')
        g_string_append_printf (facts, "ask %s\n", question->text);
    }
}

static char *
list_facts (const CarrelCourse *course)
{
  GString *facts = g_string_new (NULL);

  add_times (facts, course);
  for (guint i = 0; course->grading_schemes->len == 0 && i < course->grading->len; i++)
    add_group (facts, g_ptr_array_index (course->grading, i), "");
  for (guint i = 0; i < course->grading_schemes->len; i++)
    {
      const CarrelGradingScheme *scheme = g_ptr_array_index (course->grading_schemes, i);

      g_string_append_printf (facts, "scheme %s\n", scheme->name);
      for (guint j = 0; j < scheme->items->len; j++)
        add_group (facts, g_ptr_array_index (scheme->items, j), "");
    }
  for (guint i = 0; i < course->letter_grades->len; i++)
    {
      const CarrelLetterGrade *letter = g_ptr_array_index (course->letter_grades, i);

      g_string_append_printf (facts, "letter %s %s%s\n", letter->letter, letter->min,
                              letter->min_exclusive ? " exclusive" : "");
    }
  if (course->late_policy != NULL)
    add_late (facts, course->late_policy);
  for (guint i = 0; i < course->schedule->len; i++)
    add_row (facts, g_ptr_array_index (course->schedule, i));
  add_questions (facts, course);
  return g_string_free (facts, FALSE);
}

/* What the course is called and who teaches it. */
static char *
list_identity (const CarrelCourse *course)
{
  GString *facts = g_string_new (NULL);
  const struct
  {
    const char *name;
    const char *text;
  } names[] = { { "title", course->title }, { "code", course->code }, { "term", course->term } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].text != NULL)
      g_string_append_printf (facts, "%s %s\n", names[i].name, names[i].text);
  for (guint i = 0; i < course->staff->len; i++)
    {
      const CarrelPerson *person = g_ptr_array_index (course->staff, i);

      g_string_append_printf (facts, "staff %s %s\n", person->role != NULL ? person->role : "-",
                              person->name);
    }
  return g_string_free (facts, FALSE);
}

int
main (int argc, char **argv)
{
  static const char *const files[]
      = { "weights", "letters", "late", "rows", "slots", "languages", "grids", "doubts" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    add_cases (files[i], list_facts);
  add_cases ("courses", list_identity);
  return g_test_run ();
}
