/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The days of the term and the time zone are read where a page says them in full, and asked for
 * where it does not. */
#include "config.h"

#include "read-page.h"

typedef struct
{
  const char *name;
  const char *page;
  const char *expected; /* first day, last day, zone; "?" where it is asked */
} Case;

#define HEAD "# CS 1: Data\n\nLecture: MW 10:00-11:20am, Hall 12\n\n"

static const Case cases[] = {
  { "nothing", HEAD, "? ? ?" },
  { "term", HEAD "Term: September 2, 2025 - December 12, 2025\n", "2025-09-02 2025-12-12 ?" },
  { "dash", HEAD "**Semester:** Sep 2, 2025 – Dec 12, 2025\n", "2025-09-02 2025-12-12 ?" },
  { "year-once", HEAD "- Term dates: September 2 to December 12, 2025\n",
    "2025-09-02 2025-12-12 ?" },
  { "iso", HEAD "Course dates: 2025-09-02 to 2025-12-12\n", "2025-09-02 2025-12-12 ?" },
  { "no-year", HEAD "Term: September 2 - December 12\n", "? ? ?" },
  { "no-days", HEAD "Term: Fall 2025\n", "? ? ?" },
  { "two-lines",
    HEAD "- First day of classes: September 2, 2025\n"
         "- Last day of classes: December 12, 2025\n",
    "2025-09-02 2025-12-12 ?" },
  { "sentence", HEAD "Classes begin on Tuesday, September 2, 2025.\n", "2025-09-02 ? ?" },
  { "table",
    HEAD "| | |\n|---|---|\n| Term | September 2, 2025 – December 12, 2025 |\n"
         "| Time zone | Europe/Paris |\n",
    "2025-09-02 2025-12-12 Europe/Paris" },
  { "other-dates", HEAD "The last day of class is a party. The exam is on May 5, 2025.\n",
    "? ? ?" },
  { "year-of-term", HEAD "Fall 2025\n\nTerm: September 2 - December 12\n",
    "2025-09-02 2025-12-12 ?" },
  { "two-years", HEAD "Fall 2025/26\n\nTerm: September 2 - December 12\n", "? ? ?" },
  { "turn-of-the-year", HEAD "Winter 2025\n\nTerm: October 2 - February 12\n", "? ? ?" },
  { "behind-term", "# CS 1: Data, Fall 2025 (September 2 – December 12)\n\nMW 10:00-11:20am\n",
    "2025-09-02 2025-12-12 ?" },
  { "run", HEAD "The semester runs from 2 September to 12 December 2025.\n",
    "2025-09-02 2025-12-12 ?" },
  { "begin-and-end",
    HEAD "Welcome. Classes begin September 2, 2025 and end December 12, 2025. Bring a pen.\n",
    "2025-09-02 2025-12-12 ?" },
  { "run-of-a-class", HEAD "Classes start September 2 and meet in Hall 5 on December 12, 2025.\n",
    "? ? ?" },
  { "clauses",
    "# Informatik\n\nVorlesung: Montag 10-12 Uhr\n\nDas Semester: Vorlesungsbeginn: 13.10.2025, "
    "Vorlesungsende: 06.02.2026\n",
    "2025-10-13 2026-02-06 ?" },
  { "days-of-a-project", HEAD "Fall 2025\n\n- Start date: October 1\n- End date: October 20\n",
    "? ? ?" },
  { "too-short", HEAD "Term: September 2, 2025 - September 3, 2025\n", "? ? ?" },
  { "zone", HEAD "Time zone: America/New_York\n", "? ? America/New_York" },
  { "zone-in-brackets", HEAD "All times are Eastern (America/New_York).\n",
    "? ? America/New_York" },
  { "two-zones", HEAD "Europe/Paris or Asia/Tokyo\n", "? ? ?" },
  { "no-zone", HEAD "See Europe/Nowhere and docs/Europe/Paris.\n", "? ? ?" },
};

static void
finds_term (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (CarrelCourse) course = read_page (self->page);
  g_autofree char *start = carrel_date_to_text (course->starts_on);
  g_autofree char *end = carrel_date_to_text (course->ends_on);
  g_autofree char *found = g_strjoin (" ", start != NULL ? start : "?", end != NULL ? end : "?",
                                      course->time_zone != NULL ? course->time_zone : "?", NULL);
  guint n_asked = 0;

  g_assert_cmpstr (found, ==, self->expected);
  for (guint i = 0; i < course->questions->len; i++)
    {
      const CarrelQuestion *question = g_ptr_array_index (course->questions, i);

      n_asked += strstr ("starts_on ends_on time_zone", question->about) != NULL ? 1 : 0;
    }
  for (const char *at = strchr (found, '?'); at != NULL; at = strchr (at + 1, '?'))
    n_asked--;
  g_assert_cmpuint (n_asked, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/carrel/import/term/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], finds_term);
    }
  return g_test_run ();
}
