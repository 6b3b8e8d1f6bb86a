/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Course packs that are wrong, hostile or newer: each is refused with file, line and what to do. */
#include "config.h"

#include "carrel-import-pack.h"

#include <string.h>

#define HEAD "{\"format\": \"carrel-course\", \"version\": 1"

static CarrelCourse *
parse (const char *text, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return carrel_import_pack_parse (bytes, "a.json", error);
}

static void
facts_know_their_line (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = parse (
      HEAD ",\n\"office_hours\": [\n{\"day\": \"MO\", \"start\": \"10:00\"},\n{\"day\": \"TU\"}],\n"
           "\"sources\": {\"/office_hours/1\": {\"file\": \"page.md\", \"line\": 7}}}",
      -1, &error);
  CarrelOfficeHour *first;
  CarrelOfficeHour *second;

  g_assert_no_error (error);
  first = g_ptr_array_index (course->office_hours, 0);
  second = g_ptr_array_index (course->office_hours, 1);
  g_assert_cmpint (first->start, ==, 600);
  g_assert_cmpstr (first->record.file, ==, "a.json");
  g_assert_cmpint (first->record.line, ==, 3);
  g_assert_cmpstr (second->record.file, ==, "page.md");
  g_assert_cmpint (second->record.line, ==, 7);
  g_assert_cmpstr (second->id, ==, "hour-tu");
}

static void
wrong_packs_are_refused (void)
{
  static const struct
  {
    const char *text, *says;
  } cases[] = {
    { "", "a.json:1: The file is empty" },
    { "{}", "not a course pack" },
    { "[1]", "not a course pack" },
    { "{\"format\": \"other\", \"version\": 1}", "not a course pack" },
    { "{\"format\": \"carrel-course\"}", "“/version”" },
    { "{\"format\": \"carrel-course\",\n\"version\": 2}", "a.json:2: The pack has version 2" },
    { HEAD ",\n\"title\": 5}", "a.json:2: “/title”" },
    { HEAD ", \"meetings\": {}}", "“/meetings” has a value of the wrong type: it must be a list" },
    { HEAD ", \"meetings\": [\n1]}", "a.json:2: “/meetings/0”" },
    { HEAD ", \"meetings\": [{\"start\": \"25:00\"}]}", "“/meetings/0/start”" },
    { HEAD ", \"meetings\": [{\"days\": [\"XX\"]}]}", "“/meetings/0/days”" },
    { HEAD ", \"meetings\": [{\"every_weeks\": -1}]}", "“/meetings/0/every_weeks”" },
    { HEAD ", \"starts_on\": \"2023-02-29\"}", "“/starts_on”" },
    { HEAD ", \"rounding\": {\"to\": true}}", "“/rounding/to”" },
    { HEAD ", \"rounding\": {\"to\": 1e999}}", "“/rounding/to”" },
    { HEAD ", \"late_policy\": []}", "“/late_policy”" },
    { HEAD ", \"grading\": [{\"children\": [{\"count\": 1.5}]}]}",
      "“/grading/0/children/0/count”" },
    { HEAD ", \"grading\": [{\"weight_total\": -50}]}",
      "“/grading/0/weight_total” has a value of "
      "the wrong type: it must be a number from 0 up" },
    { HEAD ", \"scores\": {}}", "“/scores” belongs to a student" },
    { HEAD ", \"staff\": [{\"accommodations\": 1}]}", "“/staff/0/accommodations”" },
    { HEAD ",\n\"title\": \"a", "a.json:2: A string is not closed" },
    { HEAD ",\n\"title\": \"a\n\"}", "a.json:2: A line break" },
    { HEAD ", \"title\": \"\\ud800\"}", "stands for no character" },
    { HEAD ", \"title\": \"\\ud83dx\\ude00\"}", "stands for no character" },
    { HEAD ", \"title\": \"\\u0000\"}", "stands for no character" },
    { HEAD ", \"title\": 01}", "A number is not written" },
    { HEAD ", // no\n\"title\": null}", "This is not JSON" },
    { HEAD, "This is not JSON" },
    { HEAD ",\n\"title\": tru,\n\"code\": null}", ":2: This is not JSON: export" },
    { HEAD ",\n\"title\": \"a\" 1}", ":2: This is not JSON: export" },
    { HEAD "} {", "This is not JSON" },
    { "\xff\xfe{", "a.json:1: The file is not UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (cases[i].text, -1, &error));
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (strstr (error->message, cases[i].says) == NULL)
        g_error ("%s: “%s” does not say “%s”", cases[i].text, error->message, cases[i].says);
    }
}

static void
deep_nesting_is_refused (void)
{
  g_autoptr (GString) text = g_string_new (HEAD ", \"x\": ");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (text, '[');
  g_assert_null (parse (text->str, -1, &error));
  g_assert_nonnull (strstr (error->message, "nested too deeply"));
}

static void
endless_lists_are_refused (void)
{
  g_autoptr (GString) text = g_string_new (HEAD ", \"links\": [{}");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100001; i++)
    g_string_append (text, ",{}");
  g_string_append (text, "]}");
  g_assert_null (parse (text->str, -1, &error));
  g_assert_nonnull (strstr (error->message, "more than 100000 facts"));
}

static void
empty_text_is_unknown (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course
      = parse (HEAD ", \"starts_on\": \"\", \"links\": null, \"rounding\": {\"to\": \"\"}, "
                    "\"meetings\": [{\"start\": \"\", \"days\": null}]}",
               -1, &error);

  g_assert_no_error (error);
  g_assert_false (carrel_date_is_set (course->starts_on));
  g_assert_null (course->rounding->to);
  g_assert_cmpint (((CarrelMeeting *) course->meetings->pdata[0])->start, ==, CARREL_UNKNOWN);
}

static void
bytes_after_a_zero_are_refused (void)
{
  static const char text[] = HEAD "}\0{";
  g_autoptr (GError) error = NULL;

  g_assert_null (parse (text, sizeof text - 1, &error));
  g_assert_nonnull (error);
}

static void
byte_order_mark_is_skipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = parse ("\xEF\xBB\xBF" HEAD ", \"title\": \"A\"}", -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (course->title, ==, "A");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/import/pack/facts-know-their-line", facts_know_their_line);
  g_test_add_func ("/carrel/import/pack/wrong-packs-are-refused", wrong_packs_are_refused);
  g_test_add_func ("/carrel/import/pack/deep-nesting-is-refused", deep_nesting_is_refused);
  g_test_add_func ("/carrel/import/pack/endless-lists-are-refused", endless_lists_are_refused);
  g_test_add_func ("/carrel/import/pack/empty-text-is-unknown", empty_text_is_unknown);
  g_test_add_func ("/carrel/import/pack/bytes-after-a-zero-are-refused",
                   bytes_after_a_zero_are_refused);
  g_test_add_func ("/carrel/import/pack/byte-order-mark-is-skipped", byte_order_mark_is_skipped);
  return g_test_run ();
}
