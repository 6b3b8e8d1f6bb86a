/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole pages in the styles of real ones, and what cannot be read. Each page has a file beside it
 * with the facts that are expected; CARREL_TEST_UPDATE=1 writes them anew, to be read by a person.
 */
#include "carrel-import.h"
#include "carrel-page.h"

#include <string.h>

static const char *const pages[]
    = { "days-above-times", "docusaurus-grid", "just-the-class", "keys-and-values",
        "labelled-lines",   "one-line-each",   "staff-sections" };

static CarrelCourse *
parse_bytes (const char *name, const char *text, gsize length, GError **error)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  g_ptr_array_add (files, carrel_import_file_new (name, bytes));
  return carrel_import_parse (files, NULL, error);
}

static void
describe_record (GString *out, const CarrelRecord *record)
{
  static const char *const unsaid[] = { "id", "body", "opening", "closing", NULL };

  g_string_append_printf (out, "%s %d", record->type->name, record->line);
  for (const CarrelField *field = record->type->fields; field->name != NULL; field++)
    {
      g_autofree char *text = NULL;

      if (field->kind == CARREL_FIELD_RECORD || field->kind == CARREL_FIELD_RECORDS
          || g_strv_contains (unsaid, field->name))
        continue;
      text = carrel_record_dup_field (record, field);
      if (text != NULL && text[0] != '\0' && !g_str_equal (text, "false"))
        g_string_append_printf (out, " %s=%s", field->name, text);
    }
  g_string_append_c (out, '\n');
}

static char *
describe (const CarrelCourse *course)
{
  static const char *const lists[] = { "staff", "meetings", "office_hours", "sections" };
  GString *out = g_string_new (NULL);

  describe_record (out, &course->record);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const CarrelField *field = carrel_record_find_field (course, lists[i]);
      GPtrArray *records = *CARREL_FIELD_PTR (course, field, GPtrArray *);

      for (guint j = 0; j < records->len; j++)
        describe_record (out, g_ptr_array_index (records, j));
    }
  return g_string_free (out, FALSE);
}

static void
reads_a_page (gconstpointer data)
{
  const char *stem = data;
  g_autofree char *name = g_strconcat (stem, ".md", NULL);
  g_autofree char *facts = g_strconcat (stem, ".facts", NULL);
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "import", "pages", name, NULL);
  g_autofree char *facts_path
      = g_test_build_filename (G_TEST_DIST, "data", "import", "pages", facts, NULL);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autoptr (CarrelCourse) course = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  course = parse_bytes (name, text, length, &error);
  g_assert_no_error (error);
  found = describe (course);
  if (g_getenv ("CARREL_TEST_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (facts_path, found, -1, &error));
  g_assert_true (g_file_get_contents (facts_path, &expected, NULL, &error));
  g_assert_cmpstr (found, ==, expected);
}

static void
refuses_what_is_no_text (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    int code;
  } cases[] = {
    { "", 0, CARREL_IMPORT_ERROR_EMPTY },
    { "a\0b", 3, CARREL_IMPORT_ERROR_NOT_TEXT },
    { "a\n\xff\xfe", 4, CARREL_IMPORT_ERROR_NOT_TEXT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CarrelCourse) course
          = parse_bytes ("x.md", cases[i].text, cases[i].length, &error);

      g_assert_null (course);
      g_assert_error (error, CARREL_IMPORT_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, "x.md:"));
    }
}

static void
refuses_what_is_too_large (void)
{
  const gsize length = 65 * 1024 * 1024;
  g_autofree char *text = g_malloc (length);
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = NULL;

  memset (text, 'a', length);
  course = parse_bytes ("x.md", text, length, &error);
  g_assert_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_TOO_LARGE);
}

static void
says_which_path_is_missing (void)
{
  const char *const paths[] = { "/nonexistent/course.md", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = carrel_import_load (paths, NULL, &error);

  g_assert_null (files);
  g_assert_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/nonexistent/course.md"));
}

static void
stops_when_cancelled (void)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("# A", 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = NULL;

  g_ptr_array_add (files, carrel_import_file_new ("a.md", bytes));
  g_cancellable_cancel (cancellable);
  course = carrel_import_parse (files, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
yields_nothing_where_there_is_nothing (void)
{
  static const char text[] = "# Notes\n\nWe talked on Monday at 3pm about chapters 2-5. John asked "
                             "why. The final exam is on Friday, May 5, 2-5pm in Room 101.\n\n"
                             "Homework is due Mondays at 5pm.\n";
  g_autoptr (CarrelCourse) course = parse_bytes ("x.md", text, strlen (text), NULL);

  g_assert_cmpuint (course->meetings->len, ==, 0);
  g_assert_cmpuint (course->office_hours->len, ==, 0);
  g_assert_cmpuint (course->staff->len, ==, 0);
  g_assert_cmpuint (course->grading->len, ==, 0);
  g_assert_null (course->title);
}

/* A page of @n copies of @piece. */
static CarrelCourse *
parse_copies (const char *piece, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  return parse_bytes ("x.md", text->str, text->len, NULL);
}

static void
asks_instead_of_comparing_without_end (void)
{
  static const struct
  {
    const char *piece;
    guint n;
    guint n_groups;
    const char *question;
  } cases[] = {
    { "- Homework: 10%\n", 201, 0, "more weights than a course" },
    { "# Grading\n\n- Homework: 60%\n- Exam: 40%\n\n", 24, 2, "very many places" },
    { "# Grading\n\n- Homework: 60%\n- Exam: 40%\n\n", 23, 2, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CarrelCourse) course = parse_copies (cases[i].piece, cases[i].n);
      gboolean is_asked = FALSE;

      for (guint j = 0; j < course->questions->len; j++)
        {
          const CarrelQuestion *question = g_ptr_array_index (course->questions, j);

          is_asked = is_asked || strstr (question->text, "more weights than a course") != NULL
                     || strstr (question->text, "very many places") != NULL;
          if (cases[i].question != NULL && is_asked)
            g_assert_nonnull (strstr (question->text, cases[i].question));
          if (is_asked)
            break;
        }
      g_assert_cmpint (is_asked, ==, cases[i].question != NULL);
      g_assert_cmpuint (course->grading->len, ==, cases[i].n_groups);
    }
}

static void
numbers_equal_headings (void)
{
  g_autoptr (CarrelCourse) course = parse_copies ("# Week\n\ntext\n\n# Week 2\n\nmore\n\n", 300);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (course->sections->len, ==, 600);
  for (guint i = 0; i < course->sections->len; i++)
    g_assert_true (g_hash_table_add (
        ids, (gpointer) carrel_record_get_id (g_ptr_array_index (course->sections, i))));
}

/* What older readers take for a heading says what its facts are, and stays in the text. */
static void
keeps_tight_headings_in_the_text (void)
{
  g_autoptr (CarrelCourse) course
      = parse_copies ("# Course\n\nx\n\n##Grading\n\n- Labs: 40\n- Exam: 60\n\n# Rules\n\ny\n", 1);
  const CarrelSection *section = g_ptr_array_index (course->sections, 0);

  g_assert_cmpuint (course->sections->len, ==, 2);
  g_assert_cmpuint (course->grading->len, ==, 2);
  g_assert_cmpstr (section->body, ==, "x\n\n##Grading\n\n- Labs: 40\n- Exam: 60");
}

/* Found from the line beside it, so that a long list is not walked again for each item. */
static void
knows_what_a_line_belongs_to (void)
{
  static const char text[] = "## Hours\n\nAnn Lee:\n\nMonday\n\n- one\n  - first\n  - second\n"
                             "  - third\n- two\n\n  more\n\n## Rooms\n\n- three\n";
  static const int parents[] = { -1, -1, 1, 2, 3, 3, 3, -1, 7, -1, -1 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelPage) page = carrel_page_new ("page.md", bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (carrel_page_get_n_lines (page), ==, G_N_ELEMENTS (parents));
  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    g_assert_cmpint (carrel_page_get_line (page, i)->parent, ==, parents[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/carrel/import/pages/reads-", pages[i], NULL);

      g_test_add_data_func (path, pages[i], reads_a_page);
    }
  g_test_add_func ("/carrel/import/pages/refuses-what-is-no-text", refuses_what_is_no_text);
  g_test_add_func ("/carrel/import/pages/refuses-what-is-too-large", refuses_what_is_too_large);
  g_test_add_func ("/carrel/import/pages/says-which-path-is-missing", says_which_path_is_missing);
  g_test_add_func ("/carrel/import/pages/stops-when-cancelled", stops_when_cancelled);
  g_test_add_func ("/carrel/import/pages/yields-nothing-where-there-is-nothing",
                   yields_nothing_where_there_is_nothing);
  g_test_add_func ("/carrel/import/pages/asks-instead-of-comparing-without-end",
                   asks_instead_of_comparing_without_end);
  g_test_add_func ("/carrel/import/pages/numbers-equal-headings", numbers_equal_headings);
  g_test_add_func ("/carrel/import/pages/keeps-tight-headings-in-the-text",
                   keeps_tight_headings_in_the_text);
  g_test_add_func ("/carrel/import/pages/knows-what-a-line-belongs-to",
                   knows_what_a_line_belongs_to);
  return g_test_run ();
}
