/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written as a course pack, and that it is read back as it was. */
#include "config.h"

#include "carrel-export-pack.h"
#include "carrel-import-pack.h"

#include <string.h>

static CarrelCourse *
read_pack (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CarrelCourse *course = carrel_import_pack_parse (bytes, "a.carrel.json", &error);

  g_assert_no_error (error);
  return course;
}

static char *
write_members (const char *members)
{
  g_autofree char *pack
      = g_strdup_printf ("{\"format\": \"carrel-course\", \"version\": 1%s}", members);
  g_autoptr (CarrelCourse) course = read_pack (pack);

  return carrel_export_pack_write (course);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in %s", part, text);
}

static void
values_keep_their_digits (void)
{
  static const char *const cases[][2] = {
    { "6.5", "\"max\": 6.5" },
    { "1e2", "\"max\": 100" },
    { "\"6.50\"", "\"max\": 6.5" },
    { "0.1", "\"max\": 0.1" },
    { "33.333333333333333333", "\"max\": \"33.333333333333333333\"" },
    { "-0.0", "\"max\": 0" },
    { "12.5e-3", "\"max\": 0.0125" },
    { "null", "\"max\": null" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf (
          ", \"grading\": [{\"name\": \"A\", \"items\": [{\"max\": %s}]}]", cases[i][0]);
      g_autofree char *text = write_members (members);

      assert_contains (text, cases[i][1]);
    }
}

static void
unknown_keys_come_back (void)
{
  g_autofree char *text = write_members (
      ", \"x\": {\"n\": 0.10, \"list\": [1, null, \"\\u00e9\"]}, "
      "\"meetings\": [{\"days\": [\"MO\"], \"y\": 33.3333333333333333333, "
      "\"segments\": [{\"minutes\": 5, \"z\": true}]}], \"rounding\": {\"to\": 1, \"w\": \"a\"}");

  assert_contains (text, "\"x\":{\"n\":0.10,\"list\":[1,null,\"é\"]}");
  assert_contains (text, "\"y\":33.3333333333333333333");
  assert_contains (text, "\"z\":true");
  assert_contains (text, "\"w\":\"a\"");
}

static void
second_writing_is_the_first (void)
{
  g_autofree char *text = write_members (
      ", \"title\": \"Tab\\t \\\"quotes\\\" \\\\ \\u0001 \\ud83d\\ude00\", \"starts_on\": "
      "\"2024-01-15\", "
      "\"office_hours\": [{\"day\": \"MO\", \"start\": \"10:00\", \"by_appointment\": true}], "
      "\"late_policy\": {\"late_accepted\": false}, \"schedule\": [{\"week\": 5, \"date\": "
      "\"01-17\"}], "
      "\"sources\": {\"/office_hours/0\": {\"file\": \"page.md\", \"line\": 21}}");
  g_autoptr (CarrelCourse) course = read_pack (text);
  g_autofree char *again = carrel_export_pack_write (course);

  assert_contains (text, "\\\"quotes\\\" \\\\ \\u0001 😀");
  assert_contains (text, "\"/office_hours/0\": {\"file\": \"page.md\", \"line\": 21}");
  g_assert_cmpstr (text, ==, again);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/export/pack/values-keep-their-digits", values_keep_their_digits);
  g_test_add_func ("/carrel/export/pack/unknown-keys-come-back", unknown_keys_come_back);
  g_test_add_func ("/carrel/export/pack/second-writing-is-the-first", second_writing_is_the_first);
  return g_test_run ();
}
