/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammars of names: of people, of lines of staff, of courses and of places. */
#include "carrel-course-name.h"
#include "carrel-person-name.h"
#include "carrel-place.h"
#include "carrel-staff-line.h"

typedef struct
{
  const char *text;
  const char *expected; /* NULL: nothing */
} Case;

static const Case people[] = {
  { "Dr. Miriam Castell -- please say Dr. T", "Miriam Castell" },
  { "Prof. Martin Monperrus (Examiner)", "Martin Monperrus" },
  { "Adeet Phanse '18 phansa@rpi.edu", "Adeet Phanse" },
  { "Andrew J. Ylvisaker", "Andrew J. Ylvisaker" },
  { "Terence Parr. I'm an adjunct professor", "Terence Parr" },
  { "Ludwig van Beethoven", "Ludwig van Beethoven" },
  { "\345\276\220\345\244\231", "\345\276\220\345\244\231" },
  { "Office Hours", NULL },
  { "TAs", NULL },
  { "see the schedule", NULL },
  { "Every Tuesday", NULL },
  { "GHC 5417", NULL },
};

static const Case staff[] = {
  { "Instructor: Maria Hall, Smith Hall 101", "instructor: Maria Hall" },
  { "TAs: Ann Friday, OH", "TA: Ann Friday" },
  { "UTAs", "TA:" },
  { "Instructor: Lei Li", "instructor: Lei Li" },
  { "TA: Jaewoo Kim (Head TA), Janggun Lee, Minseong Jang",
    "TA: Jaewoo Kim, Janggun Lee, Minseong Jang" },
  { "Javier Ron (TA)", "TA: Javier Ron" },
  { "INSTRUCTOR. Terence Parr. I teach.", "instructor: Terence Parr" },
  { "TA Bob Stone (bob@x.edu), office hours F 10", "TA: Bob Stone" },
  { "taught by Dr. Shi Chen, in Fall 2025", "instructor: Shi Chen" },
  { "Teaching Assistants:", "TA:" },
  { "Instructor's office hours: Lei Li, Thursday", NULL },
  { "The instructor will post grades", NULL },
};

static const Case courses[] = {
  { "NLP (2025 Fall)", "NLP||2025 Fall" },
  { "Data Systems, 2026 Spring Semester", "Data Systems||2026 Spring Semester" },
  { "6.S999: Deep Thinking", "Deep Thinking|6.S999|" },
  { "CS-E4850 Computer Vision", "Computer Vision|CS-E4850|" },
  { "PSTAT 134/234 - Statistical Data Science (Spring-2018)",
    "Statistical Data Science|PSTAT 134/234|Spring-2018" },
  { "KAIST CS420: Compiler Design", "Compiler Design|CS420|" },
  { "18.335J/6.7310J: Introduction to Numerical Methods",
    "Introduction to Numerical Methods|18.335J/6.7310J|" },
  { "Welcome to 15-445/645 Intro to Database Systems (Fall 2024)",
    "Intro to Database Systems|15-445/645|Fall 2024" },
  { "CS 61A: Structures of Programs", "Structures of Programs|CS 61A|" },
  { "Open Source Class Spring Semester 2017", "Open Source Class||Spring Semester 2017" },
  { "MTHE281 Grading", "|MTHE281|" },
  { "Course Syllabus", "||" },
  { "Tentative Schedule", "||" },
  { "Math 121", "|Math 121|" },
  { "Fall 2024 Syllabus", "||Fall 2024" },
  { "Biostatistics 753 and 754", "Biostatistics 753 and 754|Biostatistics 753|" },
};

static const Case places[] = {
  { ", POS A35 (in-person expected)", "POS A35|in-person" },
  { " in room 6-120", "6-120|" },
  { " @WEH 5409", "WEH 5409|" },
  { " (SSMS 1303)", "SSMS 1303|" },
  { " on Zoom", "Zoom|online" },
  { " in person (Fisher-Bennett)", "Fisher-Bennett|in-person" },
  { ", Room 4432, E3-1. If you want to attend, please write.", "Room 4432, E3-1|" },
  { " California time", "|" },
  { " (DM for other), \360\237\223\215 \360\237\224\212Cafe", "Cafe|" },
  { ", Old Chem 213 or by appointment", "Old Chem 213|" },
  { " (Section 01)", "|" },
};

static void
reads_people (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *name = carrel_person_name_read (carrel_words_get ("en"), people[i].text);

      g_assert_cmpstr (name, ==, people[i].expected);
    }
}

static void
reads_lines_of_staff (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (staff); i++)
    {
      g_auto (CarrelStaffLine) line = { 0 };
      g_autoptr (GString) found = g_string_new (NULL);

      carrel_staff_line_read (carrel_words_get ("en"), staff[i].text, &line);
      if (line.role != NULL)
        g_string_printf (found, "%s:", line.role);
      for (guint j = 0; j < line.names->len; j++)
        g_string_append_printf (found, "%s%s", j > 0 ? ", " : " ",
                                (const char *) g_ptr_array_index (line.names, j));
      g_assert_cmpstr (found->str, ==, staff[i].expected != NULL ? staff[i].expected : "");
    }
}

static void
takes_names_of_courses_apart (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (courses); i++)
    {
      g_auto (CarrelCourseName) name = { 0 };
      g_autofree char *found = NULL;

      carrel_course_name_read (carrel_words_get ("en"), courses[i].text, &name);
      found = g_strdup_printf ("%s|%s|%s", name.title != NULL ? name.title : "",
                               name.code != NULL ? name.code : "",
                               name.term != NULL ? name.term : "");
      g_assert_cmpstr (found, ==, courses[i].expected);
    }
}

static void
reads_places (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_auto (CarrelPlace) place = { 0 };
      g_autofree char *found = NULL;

      carrel_place_read_after (carrel_words_get ("en"), places[i].text, &place);
      found = g_strdup_printf ("%s|%s", place.place != NULL ? place.place : "",
                               place.mode != NULL ? place.mode : "");
      g_assert_cmpstr (found, ==, places[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/import/person-name/reads-people", reads_people);
  g_test_add_func ("/carrel/import/staff-line/reads-lines-of-staff", reads_lines_of_staff);
  g_test_add_func ("/carrel/import/course-name/takes-names-apart", takes_names_of_courses_apart);
  g_test_add_func ("/carrel/import/place/reads-places", reads_places);
  return g_test_run ();
}
