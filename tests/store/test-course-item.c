/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the list of courses shows of one course. */
#include "config.h"

#include "carrel-course-item-private.h"
#include "carrel-database.h"

/* An item from values as SQL, in the order of CARREL_COURSE_ITEM_COLUMNS. */
static CarrelCourseItem *
make_item (const char *values)
{
  g_autoptr (CarrelDatabase) database = carrel_database_open (":memory:", NULL);
  g_autofree char *sql = g_strconcat ("SELECT ", values, NULL);
  g_autoptr (CarrelStatement) row = carrel_database_prepare (database, sql, NULL);

  g_assert_cmpint (carrel_statement_step (row, NULL), ==, CARREL_STEP_ROW);
  return carrel_course_item_new_from_row (row);
}

static void
mark_is_the_first_letters_of_words_that_say_something (void)
{
  static const struct
  {
    const char *title;
    const char *mark;
  } marks[] = {
    { "Introduction to Compilers", "IC" },
    { "Algorithms", "A" },
    { "the art of war", "AW" },
    { "Large Language Model Systems", "LL" },
    { "Écologie et évolution", "ÉÉ" },
    { "Théorie de la mesure", "TM" },
    { "(New) 3D graphics", "N3" },
    { "CS-101: Programs", "C1" },
    { "Data/Structures", "DS" },
    { "日本の歴史 入門", "日入" },
    { "  --  ", "" },
    { "of the", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *values = g_strdup_printf ("'a', '%s', NULL, NULL, 0, 0, 0", marks[i].title);
      g_autoptr (CarrelCourseItem) item = make_item (values);

      g_assert_cmpstr (carrel_course_item_get_mark (item), ==, marks[i].mark);
    }
}

static void
a_course_without_a_title_is_called_by_its_code (void)
{
  static const struct
  {
    const char *values;
    const char *title;
  } titles[] = {
    { "'a', 'Sets', 'CS 1', NULL, 0, 0, 0", "Sets" },
    { "'a', NULL, 'CS 1', NULL, 0, 0, 0", "CS 1" },
    { "'a', '', 'CS 1', NULL, 0, 0, 0", "CS 1" },
    { "'a', NULL, '', NULL, 0, 0, 0", "Untitled course" },
    { "'a', NULL, NULL, NULL, 0, 0, 0", "Untitled course" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (CarrelCourseItem) item = make_item (titles[i].values);

      g_assert_cmpstr (carrel_course_item_get_title (item), ==, titles[i].title);
    }
}

static void
items_are_equal_when_they_show_the_same (void)
{
  static const struct
  {
    const char *values;
    gboolean is_equal;
  } others[] = {
    { "'a', 'Sets', 'CS 1', 'Fall', 3, 2, 0", TRUE },
    { "'b', 'Sets', 'CS 1', 'Fall', 3, 2, 0", FALSE },
    { "'a', 'Maps', 'CS 1', 'Fall', 3, 2, 0", FALSE },
    { "'a', 'Sets', NULL, 'Fall', 3, 2, 0", FALSE },
    { "'a', 'Sets', 'CS 1', 'Spring', 3, 2, 0", FALSE },
    { "'a', 'Sets', 'CS 1', 'Fall', 4, 2, 0", FALSE },
    { "'a', 'Sets', 'CS 1', 'Fall', 3, 1, 0", FALSE },
    { "'a', 'Sets', 'CS 1', 'Fall', 3, 2, 1", FALSE },
  };
  g_autoptr (CarrelCourseItem) item = make_item ("'a', 'Sets', 'CS 1', 'Fall', 3, 2, 0");

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (CarrelCourseItem) other = make_item (others[i].values);

      g_assert_cmpint (carrel_course_item_equal (item, other), ==, others[i].is_equal);
      g_assert_cmpint (carrel_course_item_equal (other, item), ==, others[i].is_equal);
    }
}

static void
every_getter_says_its_column (void)
{
  g_autoptr (CarrelCourseItem) item = make_item ("'a', 'Sets', 'CS 1', 'Fall', 3, 2, 1");

  g_assert_cmpstr (carrel_course_item_get_id (item), ==, "a");
  g_assert_cmpstr (carrel_course_item_get_code (item), ==, "CS 1");
  g_assert_cmpstr (carrel_course_item_get_term (item), ==, "Fall");
  g_assert_cmpuint (carrel_course_item_get_colour (item), ==, 3);
  g_assert_cmpuint (carrel_course_item_get_n_questions (item), ==, 2);
  g_assert_true (carrel_course_item_is_example (item));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (
      "/carrel/store/course-item/mark-is-the-first-letters-of-words-that-say-something",
      mark_is_the_first_letters_of_words_that_say_something);
  g_test_add_func ("/carrel/store/course-item/a-course-without-a-title-is-called-by-its-code",
                   a_course_without_a_title_is_called_by_its_code);
  g_test_add_func ("/carrel/store/course-item/items-are-equal-when-they-show-the-same",
                   items_are_equal_when_they_show_the_same);
  g_test_add_func ("/carrel/store/course-item/every-getter-says-its-column",
                   every_getter_says_its_column);
  return g_test_run ();
}
