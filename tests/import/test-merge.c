/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two pages of a course: what they say differently is asked about, by its name, with both values
 * and where they stand. */
#include "config.h"

#include "carrel-import.h"

#include <string.h>

static void
add_file (GPtrArray *files, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_ptr_array_add (files, carrel_import_file_new (name, bytes));
}

static CarrelCourse *
read_both (const char *one, const char *other)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  g_autoptr (GError) error = NULL;
  CarrelCourse *course;

  add_file (files, "one.md", one);
  add_file (files, "other.md", other);
  course = carrel_import_parse (files, NULL, &error);
  g_assert_no_error (error);
  return course;
}

static gboolean
asks (const CarrelCourse *course, const char *text)
{
  for (guint i = 0; i < course->questions->len; i++)
    {
      const CarrelQuestion *question = g_ptr_array_index (course->questions, i);

      if (g_str_equal (question->text, text))
        return TRUE;
      g_test_message ("asked: %s", question->text);
    }
  return FALSE;
}

static void
pages_that_disagree_are_asked_about (void)
{
  g_autoptr (CarrelCourse) course = read_both (
      "# CS 1: Knots\n\nTerm: Spring 2026\n\n## Grading\n\n- Homework: 30%\n- Exam: 70%\n",
      "# CS 1: Knots\n\nTerm: Fall 2026\n\n## Grading\n\n- Homework: 40%\n- Exam: 70%\n");

  g_assert_true (asks (course, "“Homework”: which is right for the weight in per cent, “30” "
                               "(one.md:7) or “40” (other.md:7)?"));
  g_assert_true (asks (course,
                       "Which is right for the term, “Spring 2026” (one.md:1) or “Fall 2026” "
                       "(other.md:1)?"));
}

static void
pages_that_agree_are_not (void)
{
  static const char page[] = "# CS 1: Knots\n\n## Grading\n\n- Homework: 30%\n- Exam: 70%\n";
  g_autoptr (CarrelCourse) course = read_both (page, page);

  g_assert_cmpuint (course->grading->len, ==, 2);
  for (guint i = 0; i < course->questions->len; i++)
    g_assert_null (
        strstr (((const CarrelQuestion *) course->questions->pdata[i])->text, "hich is right"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/import/merge/pages-that-disagree-are-asked-about",
                   pages_that_disagree_are_asked_about);
  g_test_add_func ("/carrel/import/merge/pages-that-agree-are-not", pages_that_agree_are_not);
  return g_test_run ();
}
