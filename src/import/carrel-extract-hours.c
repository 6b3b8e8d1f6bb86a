/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Office hours: one entry for each day and person. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-extract.h"

#include "carrel-occasion.h"
#include "carrel-role.h"

/* The heading that a line of a page stands below. */
static const char *
find_heading (const CarrelPage *page, int line)
{
  guint start = 0;
  guint end = carrel_page_get_n_sections (page);

  while (end - start > 1)
    {
      guint middle = start + (end - start) / 2;

      if (carrel_page_get_section (page, middle)->line <= line)
        start = middle;
      else
        end = middle;
    }
  return carrel_page_get_section (page, start)->heading;
}

/* What their holder is, by the line or by the heading: "TA office hours". */
static const char *
get_role (const CarrelPage *page, const CarrelOccasion *occasion)
{
  const char *heading = find_heading (page, occasion->line);

  return occasion->role == NULL
                 && carrel_words_has_label (page->words, heading, CARREL_LABEL_OFFICE_HOURS)
             ? carrel_role_find_only (page->words, heading)
             : occasion->role;
}

static CarrelOfficeHour *
new_hour (const CarrelPage *page, const CarrelOccasion *occasion, CarrelDays day)
{
  CarrelOfficeHour *hour = carrel_record_new (&carrel_office_hour_type);

  hour->day = day;
  hour->start = occasion->start;
  hour->end = occasion->end;
  hour->location = g_strdup (occasion->place);
  hour->person = g_strdup (occasion->person);
  hour->role = g_strdup (get_role (page, occasion));
  hour->mode = g_strdup (occasion->mode);
  hour->url = g_strdup (occasion->url);
  hour->by_appointment = occasion->by_appointment;
  carrel_record_set_source (hour, page->file, occasion->line);
  return hour;
}

static gboolean
is_same (const CarrelOfficeHour *known, const CarrelOfficeHour *hour)
{
  return known->day == hour->day && known->start == hour->start && known->end == hour->end
         && known->by_appointment == hour->by_appointment
         && (known->person == NULL || hour->person == NULL
             || g_str_equal (known->person, hour->person));
}

/* The same hours said twice are one entry: the fuller one. */
static gboolean
is_known (CarrelCourse *course, const CarrelOfficeHour *hour)
{
  for (guint i = 0; i < course->office_hours->len; i++)
    {
      CarrelOfficeHour *known = g_ptr_array_index (course->office_hours, i);

      if (!is_same (known, hour))
        continue;
      if (known->person == NULL)
        known->person = g_strdup (hour->person);
      if (known->location == NULL)
        known->location = g_strdup (hour->location);
      return TRUE;
    }
  return FALSE;
}

static void
add_hour (CarrelCourse *course, CarrelOfficeHour *hour)
{
  g_autoptr (CarrelOfficeHour) owned = hour;

  if (!is_known (course, hour))
    g_ptr_array_add (course->office_hours, g_steal_pointer (&owned));
}

/**
 * carrel_extract_hours:
 * @page: a page
 * @course: (inout): gets the office hours
 */
void
carrel_extract_hours (const CarrelPage *page, CarrelCourse *course)
{
  g_autoptr (GPtrArray) occasions = carrel_occasion_collect (page);

  for (guint i = 0; i < occasions->len; i++)
    {
      const CarrelOccasion *occasion = g_ptr_array_index (occasions, i);

      if (occasion->kind != CARREL_OCCASION_HOURS)
        continue;
      if (occasion->by_appointment)
        add_hour (course, new_hour (page, occasion, CARREL_DAY_NONE));
      for (guint j = 0; j < CARREL_N_DAYS; j++)
        if ((occasion->days & carrel_day_from_index (j)) != 0)
          add_hour (course, new_hour (page, occasion, carrel_day_from_index (j)));
    }
}
