/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores from files of Canvas, Gradescope and people; what is wrong is said with its line. */
#include "config.h"

#include "carrel-score-match.h"

#include <string.h>

#define CANVAS                                                                                     \
  "Student,ID,SIS Login ID,Section,Homework 1 (12345),HW 02 (12346),Quiz 9 (12347),"               \
  "\"Homework 3: Lexers, parsers (12348)\",Homework Current Score,Final Score\r\n"                 \
  ",,,,,Manual Posting,,,,\r\n"                                                                    \
  "    Points Possible,,,,100.00,50,10,100,(read only),(read only)\r\n"                            \
  "\"Reyes, Ana\",101,areyes,CS 1,90.5,41,7,EX,80,70\r\n"                                          \
  "\"Lind, Bo\",102,blind,CS 1,abc,,7,,80,70\r\n"

#define GRADESCOPE                                                                                 \
  "First Name,Last Name,SID,Email,HW1,HW1 - Max Points,HW1 - Submission Time,"                     \
  "HW1 - Lateness (H:M:S),Total Lateness (H:M:S)\n"                                                \
  "Ana,Reyes,101,ana@example.org,8.5,10.0,2026-01-20 10:00:00 -0500,00:00:00,00:00:00\n"

#define ASSIGNMENT                                                                                 \
  "Name,SID,Email,Total Score,Max Points,Status,Submission ID,Lateness (H:M:S),1: Trees (5.0 "     \
  "pts)\n"                                                                                         \
  "Ana Reyes,101,ana@example.org,45.0,50.0,Graded,7,00:00:00,5.0\n"                                \
  "Bo Lind,102,bo@example.org,,50.0,Missing,,,\n"

static CarrelScoresCsv *
parse_bytes (const char *name, const char *bytes, gsize length, GError **error)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, length);
  g_autoptr (CarrelImportFile) file = carrel_import_file_new (name, data);

  return carrel_scores_csv_parse (file, error);
}

static CarrelScoresCsv *
parse (const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  CarrelScoresCsv *csv = parse_bytes (name, text, strlen (text), &error);

  g_assert_no_error (error);
  return csv;
}

/* The cells of a student as "name=score/max" or "name=state". */
static void
assert_cells (const CarrelScoresCsv *csv, guint student, const char *expected)
{
  const CarrelScoresStudent *of = g_ptr_array_index (csv->students, student);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < of->cells->len; i++)
    {
      const CarrelScoresCell *cell = g_ptr_array_index (of->cells, i);

      g_string_append_printf (text, "%s%s=%s%s%s", i > 0 ? ", " : "", cell->name,
                              cell->score != NULL ? cell->score : cell->state,
                              cell->max != NULL ? " of " : "", cell->max != NULL ? cell->max : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
reads_canvas (void)
{
  g_autoptr (CarrelScoresCsv) csv = parse ("grades.csv", CANVAS);
  g_autofree char *label = carrel_scores_csv_dup_label (csv, 0);

  g_assert_cmpint (csv->kind, ==, CARREL_SCORES_CANVAS);
  g_assert_cmpuint (csv->students->len, ==, 2);
  g_assert_cmpstr (label, ==, "Reyes, Ana (101)");
  assert_cells (csv, 0,
                "Homework 1=90.5 of 100.00, HW 02=41 of 50, Quiz 9=7 of 10, "
                "Homework 3: Lexers, parsers=excused of 100");
}

static void
reads_gradescope (void)
{
  g_autoptr (CarrelScoresCsv) csv = parse ("grades.csv", GRADESCOPE);
  g_autofree char *label = carrel_scores_csv_dup_label (csv, 0);

  g_assert_cmpint (csv->kind, ==, CARREL_SCORES_GRADESCOPE);
  g_assert_cmpstr (label, ==, "Ana Reyes (101)");
  assert_cells (csv, 0, "HW1=8.5 of 10.0");
}

static void
reads_one_assignment_named_by_its_file (void)
{
  g_autoptr (CarrelScoresCsv) csv = parse ("Homework_1_scores.csv", ASSIGNMENT);

  g_assert_cmpint (csv->kind, ==, CARREL_SCORES_ASSIGNMENT);
  assert_cells (csv, 0, "Homework 1=45.0 of 50.0");
  assert_cells (csv, 1, "Homework 1=missing of 50.0");
}

static void
reads_plain_lists (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "HW1,85\nHW2,17/20\n", "HW1=85, HW2=17/20" },
    { "Item,Score,Out of\nHW1,85,90\nHW2,85%,\n", "HW1=85 of 90, HW2=85%" },
    { "Aufgabe;Punkte;Maximum\nHW1;8,5;10,5\n", "HW1=8.5 of 10.5" },
    { "name\tscore\nHW1\t1,234.5\nHW2\t\n", "HW1=1234.5, HW2=ungraded" },
    { "Name,Score\nHW1,\"1,234\"\nHW2,\"8,5\"\n", "HW1=1234, HW2=8.5" },
    { "Score,Item\n85,HW1\n", "HW1=85" },
    { "HW0,1\nHW1,\"8\n5\"\n", "HW0=1, HW1=graded" },
    { "\n\nHW1 , EX\n\n  \nHW2,-\n", "HW1=excused, HW2=ungraded" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CarrelScoresCsv) csv = parse ("my.csv", cases[i].text);

      g_assert_cmpint (csv->kind, ==, CARREL_SCORES_LIST);
      assert_cells (csv, 0, cases[i].expected);
    }
}

static void
reads_a_table_of_students (void)
{
  g_autoptr (CarrelScoresCsv) csv = parse ("my.csv", "Name,HW1,HW2\nAna,5,6\nBo,7,8\n");

  g_assert_cmpint (csv->kind, ==, CARREL_SCORES_TABLE);
  assert_cells (csv, 1, "HW1=7, HW2=8");
}

static void
reads_all_encodings (void)
{
  static const struct
  {
    const char *encoding;
    const char *mark;
  } cases[] = { { "UTF-8", "" },
                { "UTF-8", "\xEF\xBB\xBF" },
                { "UTF-16LE", "\xFF\xFE" },
                { "UTF-16BE", "\xFE\xFF" },
                { "UTF-16LE", "" },
                { "ISO-8859-1", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = 0;
      g_autofree char *converted
          = g_convert ("Prüfung,85\n", -1, cases[i].encoding, "UTF-8", NULL, &length, NULL);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (CarrelScoresCsv) csv = NULL;
      g_autoptr (GError) error = NULL;

      g_byte_array_append (bytes, (const guint8 *) cases[i].mark, (guint) strlen (cases[i].mark));
      g_byte_array_append (bytes, (const guint8 *) converted, (guint) length);
      csv = parse_bytes ("my.csv", (const char *) bytes->data, bytes->len, &error);
      g_assert_no_error (error);
      assert_cells (csv, 0, "Prüfung=85");
    }
}

static void
says_what_is_wrong_with_a_file (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    const char *part;
  } cases[] = {
    { "", 0, "my.csv: the file is empty" },
    { " \n,,\n", 5, "my.csv: the file is empty" },
    { "HW1\nHW2\n", 8, "my.csv: line 1: there is only one column" },
    { "a,b\nHW1,\"85\n", 12, "my.csv: line 2: a quotation mark" },
    { "HW\0\0\0", 5, "my.csv: this is not text" },
    { "Name,Email,SID\nAna,a@x.org,1\n", 29, "no column has scores" },
    { "Name,Email,HW1\n,,1\n", 19, "no row is of a student" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CarrelScoresCsv) csv
          = parse_bytes ("my.csv", cases[i].text, cases[i].length, &error);

      g_assert_null (csv);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

static void
finds_students_by_any_name (void)
{
  static const char *const names[] = { "blind", "102", "LIND, BO" };
  g_autoptr (CarrelScoresCsv) csv = parse ("grades.csv", CANVAS);
  guint student = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      student = 0;
      g_assert_true (carrel_scores_csv_find (csv, names[i], &student));
      g_assert_cmpuint (student, ==, 1);
    }
  g_assert_false (carrel_scores_csv_find (csv, "Nobody", &student));
}

/* ---- with a course ---- */

static CarrelGradebook *
make_book (void)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  CarrelGradingGroup *group = carrel_record_new (&carrel_grading_group_type);

  group->name = g_strdup ("Homework");
  group->count = 3;
  group->weight_total = g_strdup ("100");
  g_ptr_array_add (course->grading, group);
  return carrel_gradebook_new (course);
}

/* The matches as "item: before > after", those that are left out in brackets. */
static void
assert_matches (const GPtrArray *matches, const CarrelGradebook *book, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const CarrelScoreMatch *match = g_ptr_array_index (matches, i);
      g_autofree char *before = carrel_score_match_dup_before (match, book);
      g_autofree char *after = carrel_score_match_dup_after (match, book);

      g_string_append_printf (text, match->is_used ? "%s%s: %s > %s" : "%s(%s: %s > %s)",
                              i > 0 ? ", " : "",
                              match->item != NULL ? match->item->name : match->cell->name,
                              before != NULL ? before : "no item", after);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
matches_columns_with_items (void)
{
  g_autoptr (CarrelScoresCsv) csv = parse ("grades.csv", CANVAS);
  g_autoptr (CarrelGradebook) book = make_book ();
  g_autoptr (GPtrArray) matches
      = carrel_score_match_list (g_ptr_array_index (csv->students, 0), book);
  g_autoptr (GPtrArray) scores = NULL;
  g_autoptr (GError) error = NULL;
  const CarrelScore *second = NULL;

  assert_matches (matches, book,
                  "Homework 1: not graded > 90.5 of 100, Homework 2: not graded > 41 of 50, "
                  "(Quiz 9: no item > 7 of 10), Homework 3: not graded > excused");
  g_assert_true (carrel_score_match_is_change (g_ptr_array_index (matches, 0), book));
  scores = carrel_score_match_make_scores (matches, book, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scores->len, ==, 3);
  second = g_ptr_array_index (scores, 1);
  g_assert_cmpstr (second->item, ==, "homework-2");
  g_assert_cmpstr (second->score, ==, "41");
  g_assert_cmpstr (second->max, ==, "50");
  g_assert_false (carrel_score_match_is_change (g_ptr_array_index (matches, 0), book));
}

static void
refuses_what_is_no_number (void)
{
  g_autoptr (CarrelScoresCsv) csv = parse ("grades.csv", CANVAS);
  g_autoptr (CarrelGradebook) book = make_book ();
  g_autoptr (GPtrArray) matches
      = carrel_score_match_list (g_ptr_array_index (csv->students, 1), book);
  g_autoptr (GError) error = NULL;

  g_assert_null (carrel_score_match_make_scores (matches, book, &error));
  g_assert_nonnull (strstr (error->message, "grades.csv: line 5, “Homework 1”: “abc”"));
}

static void
refuses_scores_that_cannot_be (void)
{
  static const char *const texts[] = { "HW1,-5\n", "HW1,2000\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CarrelScoresCsv) csv = parse ("my.csv", texts[i]);
      g_autoptr (CarrelGradebook) book = make_book ();
      g_autoptr (GPtrArray) matches
          = carrel_score_match_list (g_ptr_array_index (csv->students, 0), book);
      g_autoptr (GError) error = NULL;

      g_assert_null (carrel_score_match_make_scores (matches, book, &error));
      g_assert_nonnull (strstr (error->message, "“HW1”: "));
    }
}

/* It is not taken for 5 of what the course publishes; without a score a maximum of 0 says nothing.
 */
static void
refuses_a_score_out_of_nothing (void)
{
  g_autoptr (CarrelScoresCsv) csv = parse ("my.csv", "item,score,max\nHW1,5,0\nHW2,,0\nHW3,5,-2\n");
  const CarrelScoresStudent *student = g_ptr_array_index (csv->students, 0);
  const CarrelScoresCell *first = g_ptr_array_index (student->cells, 0);
  const CarrelScoresCell *second = g_ptr_array_index (student->cells, 1);
  const CarrelScoresCell *third = g_ptr_array_index (student->cells, 2);

  g_assert_cmpstr (first->problem, ==,
                   "my.csv: line 2, “HW1”: a score out of 0 cannot be: correct it in the file, or "
                   "leave the column out");
  g_assert_null (second->problem);
  g_assert_nonnull (third->problem);
}

static void
gives_an_item_to_one_column (void)
{
  g_autoptr (CarrelScoresCsv) csv = parse ("my.csv", "HW1,5\nHomework 1,6\nHW 01,7\n");
  g_autoptr (CarrelGradebook) book = make_book ();
  g_autoptr (GPtrArray) matches
      = carrel_score_match_list (g_ptr_array_index (csv->students, 0), book);

  assert_matches (matches, book,
                  "Homework 1: not graded > 5 of 100, (Homework 1: no item > 6), "
                  "(HW 01: no item > 7)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/import/scores/reads-canvas", reads_canvas);
  g_test_add_func ("/carrel/import/scores/reads-gradescope", reads_gradescope);
  g_test_add_func ("/carrel/import/scores/reads-one-assignment",
                   reads_one_assignment_named_by_its_file);
  g_test_add_func ("/carrel/import/scores/reads-plain-lists", reads_plain_lists);
  g_test_add_func ("/carrel/import/scores/reads-a-table", reads_a_table_of_students);
  g_test_add_func ("/carrel/import/scores/reads-all-encodings", reads_all_encodings);
  g_test_add_func ("/carrel/import/scores/says-what-is-wrong", says_what_is_wrong_with_a_file);
  g_test_add_func ("/carrel/import/scores/finds-students", finds_students_by_any_name);
  g_test_add_func ("/carrel/import/scores/matches-columns", matches_columns_with_items);
  g_test_add_func ("/carrel/import/scores/refuses-what-is-no-number", refuses_what_is_no_number);
  g_test_add_func ("/carrel/import/scores/refuses-what-cannot-be", refuses_scores_that_cannot_be);
  g_test_add_func ("/carrel/import/scores/refuses-out-of-nothing", refuses_a_score_out_of_nothing);
  g_test_add_func ("/carrel/import/scores/gives-an-item-to-one-column",
                   gives_an_item_to_one_column);
  return g_test_run ();
}
