/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a course as Markdown. Sections are written as they were read, as their text holds the
 * facts of the course; a course without any gets the same sections and tables made from its facts,
 * so that what is written can be read again. The page is in English, the language that is read
 * best. */
#define G_LOG_DOMAIN "carrel-export-markdown"

#include "config.h"

#include "carrel-export-markdown.h"

#include "carrel-section-source.h"

static const char *const day_names[CARREL_N_DAYS]
    = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

/* The text of a table cell: a bar would end it. */
static char *
dup_cell (const char *text)
{
  g_autoptr (GString) cell = g_string_new (text != NULL ? text : "");

  g_string_replace (cell, "|", "\\|", 0);
  g_string_replace (cell, "\n", " ", 0);
  return g_strdup (cell->str);
}

static void
append_row (GString *page, const char *const *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *cell = dup_cell (cells[i]);

      g_string_append_printf (page, "| %s ", cell);
    }
  g_string_append (page, "|\n");
}

static void
append_head (GString *page, const char *heading, const char *const *names, guint n_names)
{
  g_string_append_printf (page, "## %s\n\n", heading);
  append_row (page, names, n_names);
  for (guint i = 0; i < n_names; i++)
    g_string_append (page, "| --- ");
  g_string_append (page, "|\n");
}

static char *
dup_days (CarrelDays days)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < CARREL_N_DAYS; i++)
    if ((days & carrel_day_from_index (i)) != 0)
      g_ptr_array_add (names, (gpointer) day_names[i]);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" and ", (char **) names->pdata);
}

static char *
dup_span (int start, int end)
{
  g_autofree char *from = carrel_time_to_text (start);
  g_autofree char *to = carrel_time_to_text (end);

  if (from == NULL || to == NULL)
    return from != NULL ? g_steal_pointer (&from) : g_strdup ("");
  return g_strdup_printf ("%s - %s", from, to);
}

static void
append_meetings (GString *page, const CarrelCourse *course)
{
  if (course->meetings->len == 0)
    return;
  g_string_append (page, "## Time and Location\n\n");
  for (guint i = 0; i < course->meetings->len; i++)
    {
      const CarrelMeeting *meeting = g_ptr_array_index (course->meetings, i);
      g_autofree char *days = dup_days (meeting->days);
      g_autofree char *span = dup_span (meeting->start, meeting->end);

      g_string_append_printf (page, "- %s, %s", days, span);
      if (meeting->location != NULL)
        g_string_append_printf (page, ", %s", meeting->location);
      if (meeting->remark != NULL)
        g_string_append_printf (page, " (%s)", meeting->remark);
      g_string_append_c (page, '\n');
    }
  g_string_append_c (page, '\n');
}

static void
append_hours (GString *page, const CarrelCourse *course)
{
  static const char *const names[] = { "Day", "Time", "Location", "Person", "Role" };

  if (course->office_hours->len == 0)
    return;
  append_head (page, "Office Hours", names, G_N_ELEMENTS (names));
  for (guint i = 0; i < course->office_hours->len; i++)
    {
      const CarrelOfficeHour *hour = g_ptr_array_index (course->office_hours, i);
      g_autofree char *day = dup_days (hour->day);
      g_autofree char *span
          = hour->by_appointment ? g_strdup ("by appointment") : dup_span (hour->start, hour->end);
      const char *const cells[] = { day, span, hour->location, hour->person, hour->role };

      append_row (page, cells, G_N_ELEMENTS (cells));
    }
  g_string_append_c (page, '\n');
}

static char *
dup_weight (const CarrelGradingGroup *group)
{
  g_autoptr (GString) weight = g_string_new (NULL);

  if (group->weight_each != NULL && group->weight_total != NULL)
    g_string_append_printf (weight, "%s%% each, %s%% in total", group->weight_each,
                            group->weight_total);
  else if (group->weight_total != NULL)
    g_string_append_printf (weight, "%s%%", group->weight_total);
  if (group->drop_lowest > 0)
    g_string_append_printf (weight, ", the lowest %d dropped", group->drop_lowest);
  return g_strdup (weight->str);
}

static void
append_grading (GString *page, const CarrelCourse *course)
{
  static const char *const names[] = { "Component", "Percentage" };

  if (course->grading->len == 0)
    return;
  append_head (page, "Grading", names, G_N_ELEMENTS (names));
  for (guint i = 0; i < course->grading->len; i++)
    {
      const CarrelGradingGroup *group = g_ptr_array_index (course->grading, i);
      g_autofree char *weight = dup_weight (group);
      const char *const cells[] = { group->name, weight };

      append_row (page, cells, G_N_ELEMENTS (cells));
    }
  g_string_append_c (page, '\n');
}

static void
append_schedule (GString *page, const CarrelCourse *course)
{
  static const char *const names[] = { "Date", "Topic", "Reading", "Homework", "Due" };

  if (course->schedule->len == 0)
    return;
  append_head (page, "Schedule", names, G_N_ELEMENTS (names));
  for (guint i = 0; i < course->schedule->len; i++)
    {
      const CarrelScheduleRow *row = g_ptr_array_index (course->schedule, i);
      g_autofree char *date = carrel_date_to_text (row->date);
      const char *const cells[] = { date, row->topic, row->readings, row->homework, row->due };

      append_row (page, cells, G_N_ELEMENTS (cells));
    }
  g_string_append_c (page, '\n');
}

static void
append_facts (GString *page, const CarrelCourse *course)
{
  if (course->title != NULL || course->code != NULL)
    g_string_append_printf (page, "# %s%s%s\n\n", course->code != NULL ? course->code : "",
                            course->code != NULL && course->title != NULL ? ": " : "",
                            course->title != NULL ? course->title : "");
  append_meetings (page, course);
  append_hours (page, course);
  append_grading (page, course);
  append_schedule (page, course);
}

/**
 * carrel_export_markdown_write:
 * @course: a course
 * @options: not needed by this format
 *
 * Returns: (transfer full): a page of Markdown
 */
char *
carrel_export_markdown_write (const CarrelCourse *course, const CarrelExportOptions *options)
{
  g_autoptr (GString) page = g_string_new (NULL);

  if (course->sections->len > 0)
    return carrel_section_source_write (course->sections);
  append_facts (page, course);
  while (g_str_has_suffix (page->str, "\n\n"))
    g_string_truncate (page, page->len - 1);
  return g_strdup (page->str);
}
