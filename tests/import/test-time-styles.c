/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A class and an office hour printed in every style of several tables of styles, one table for the
 * page, one for the days, one for the time and one for the place, and read back the same. */
#include "config.h"

#include "read-page.h"

/* {d} are the days, {t} is the time, {p} the place with what leads to it, {r} the place alone. */
static const char *const meeting_pages[] = {
  "# CS 1: Sets\n\n**Lectures:** {d} {t}{p}\n",
  "# CS 1: Sets\n\n**Lectures**: {d}, {t}{p}\n",
  "# CS 1: Sets\n\nLecture: {d} {t}{p}\n",
  "# CS 1: Sets\n\n- Lectures: {d} {t}{p}\n- Credits: 12\n",
  "# CS 1: Sets\n\n* **Class time:** {d} {t}{p}\n",
  "# CS 1: Sets\n\nThe class meets {d} {t}{p}.\n",
  "# CS 1: Sets\n\nLectures are held on {d}, {t}{p}.\n",
  "# CS 1: Sets\n\n## Lectures\n\n{d} {t}{p}\n",
  "# CS 1: Sets\n\n## Meeting times\n\n- {d} {t}{p}\n",
  "# CS 1: Sets\n\nLecture\n: {d} {t}{p}\n",
  "# CS 1: Sets\n\n| Lecture | {d} {t}{p} |\n|---|---|\n| Credits | 12 |\n",
  "# CS 1: Sets\n\n| | Days | Time | Location |\n|---|---|---|---|\n| Lecture | {d} | {t} | {r} "
  "|\n",
  "# CS 1: Sets\n\n**When:** {d} {t}\n\n**Where:** {r}\n",
  "# CS 1: Sets\n\n- Time: {d} {t}\n- Location: {r}\n",
  "# CS 1: Sets\n\n**Lecture time**: {d} {t}  \n**Location**: {r}\n",
  "# CS 1: Sets\n\n<p><b>Lectures:</b> {d} {t}{p}</p>\n",
  "# CS 1: Sets\n\n<ul><li>Lectures: {d} {t}{p}</li></ul>\n",
  "# CS 1: Sets\n\n> **Lectures:** {d} {t}{p}\n",
  "# CS 1: Sets\n\n<!-- Lectures: Fri 9-10am -->\n**Lectures:** {d} {t}{p}\n",
  "# CS 1: Sets\n\n::: {.callout-note}\n**Lectures:** {d} {t}{p}\n:::\n",
  "# CS 1: Sets\n\n~~Lectures: Fri 9-10am~~\n\nLectures: {d} {t}{p}\n",
};

static const char *const hour_pages[] = {
  "# CS 1: Sets\n\n- **Ann Lee** (TA): office hours {d} {t}{p}\n",
  "# CS 1: Sets\n\n**TA:** Ann Lee\n\n- Office hours: {d} {t}{p}\n",
  "# CS 1: Sets\n\n### Ann Lee\n\nOffice hours: {d} {t}{p}\n",
  "# CS 1: Sets\n\n## Office hours\n\n- Ann Lee: {d} {t}{p}\n",
  "# CS 1: Sets\n\n## Office hours\n\n- {d} {t}{p}: Ann Lee\n",
  "# CS 1: Sets\n\n## Office hours\n\n| Who | When | Where |\n|---|---|---|\n| Ann Lee | {d} {t} | "
  "{r} |\n",
  "# CS 1: Sets\n\n## Office hours\n\n| Day | Time | Location | TA |\n|---|---|---|---|\n"
  "| {d} | {t} | {r} | Ann Lee |\n",
  "# CS 1: Sets\n\n| Name | Role | Office hours | Location |\n|---|---|---|---|\n"
  "| Ann Lee | TA | {d} {t} | {r} |\n",
  "# CS 1: Sets\n\n## Staff\n\n- TA: Ann Lee\n    - Office hours: {d} {t}{p}\n",
  "# CS 1: Sets\n\n<table><tr><th>TA</th><th>Office hours</th><th>Room</th></tr>"
  "<tr><td>Ann Lee</td><td>{d} {t}</td><td>{r}</td></tr></table>\n",
};

static const char *const two_days[] = { "Monday and Wednesday",
                                        "Mondays and Wednesdays",
                                        "Monday/Wednesday",
                                        "Mon/Wed",
                                        "Mon & Wed",
                                        "Mon, Wed",
                                        "MW",
                                        "M/W",
                                        "Mon. and Wed." };
static const char *const one_day[] = { "Friday", "Fridays", "Fri", "Fri.", "F" };
static const char *const times[] = {
  "5-6:20pm",        "5-6:20 PM",         "5:00-6:20pm",           "5:00 - 6:20 PM",
  "5:00–6:20 pm",    "5:00 pm – 6:20 pm", "5pm - 6:20pm",          "05:00PM-06:20PM",
  "17:00-18:20",     "17:00 – 18:20",     "5:00 p.m. - 6:20 p.m.", "5pm to 6:20pm",
  "5:00 to 6:20 PM", "from 5 to 6:20 pm",
};
static const char *const places[] = { ", Wean 7500",  " in Wean 7500", " (Wean 7500)",
                                      " @ Wean 7500", " at Wean 7500", " in room Wean 7500" };

static char *
fill (const char *page, const char *days, const char *time, const char *place)
{
  g_autoptr (GString) text = g_string_new (page);

  g_string_replace (text, "{d}", days, 0);
  g_string_replace (text, "{t}", time, 0);
  g_string_replace (text, "{p}", place, 0);
  g_string_replace (text, "{r}", "Wean 7500", 0);
  return g_strdup (text->str);
}

/* "room Wean 7500" says the same place as "Wean 7500". */
static gboolean
is_place (const char *place)
{
  return g_strcmp0 (place, "Wean 7500") == 0 || g_strcmp0 (place, "room Wean 7500") == 0;
}

static gboolean
has_the_meeting (const CarrelCourse *course)
{
  const CarrelMeeting *meeting = course->meetings->len == 1 ? course->meetings->pdata[0] : NULL;

  return meeting != NULL && course->office_hours->len == 0
         && meeting->days == (CARREL_MONDAY | CARREL_WEDNESDAY) && meeting->start == 17 * 60
         && meeting->end == 18 * 60 + 20 && is_place (meeting->location);
}

static gboolean
has_the_hour (const CarrelCourse *course)
{
  const CarrelOfficeHour *hour
      = course->office_hours->len == 1 ? course->office_hours->pdata[0] : NULL;

  return hour != NULL && course->meetings->len == 0 && hour->day == CARREL_FRIDAY
         && hour->start == 17 * 60 && hour->end == 18 * 60 + 20
         && g_strcmp0 (hour->person, "Ann Lee") == 0 && is_place (hour->location);
}

typedef struct
{
  const char *page;
  const char *const *days;
  gsize n_days;
  gboolean (*has_fact) (const CarrelCourse *course);
} Style;

/* Each of the days, times and places beside the first of the others, and some of the rest. */
static void
reads_every_spelling_back (gconstpointer data)
{
  const Style *style = data;
  const gsize n_times = G_N_ELEMENTS (times), n_places = G_N_ELEMENTS (places);

  for (gsize i = 0; i < style->n_days * n_times * n_places; i++)
    {
      gsize day = i % style->n_days, time = i / style->n_days % n_times;
      gsize place = i / style->n_days / n_times;
      g_autofree char *page = NULL;
      g_autoptr (CarrelCourse) course = NULL;

      if ((day > 0) + (time > 0) + (place > 0) > 1 && (day + time * 2 + place * 3) % 23 != 0)
        continue;
      page = fill (style->page, style->days[day], times[time], places[place]);
      course = read_page (page);
      if (!style->has_fact (course))
        {
          g_test_message ("not read back:\n%s", page);
          g_test_fail ();
        }
    }
}

static void
add_styles (const char *name, const char *const *pages, gsize n_pages, const Style *style)
{
  for (gsize i = 0; i < n_pages; i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/carrel/import/time-styles/%s-%02u", name, (guint) i + 1);
      Style *copy = g_memdup2 (style, sizeof *style);

      copy->page = pages[i];
      g_test_add_data_func_full (path, copy, reads_every_spelling_back, g_free);
    }
}

int
main (int argc, char **argv)
{
  const Style meeting = { NULL, two_days, G_N_ELEMENTS (two_days), has_the_meeting };
  const Style hour = { NULL, one_day, G_N_ELEMENTS (one_day), has_the_hour };

  g_test_init (&argc, &argv, NULL);
  add_styles ("meeting", meeting_pages, G_N_ELEMENTS (meeting_pages), &meeting);
  add_styles ("hour", hour_pages, G_N_ELEMENTS (hour_pages), &hour);
  return g_test_run ();
}
