/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sections are written as they were read, and a line of the page leads back to its section. */
#include "config.h"

#include "carrel-section-source.h"

static CarrelSection *
add (GPtrArray *sections,
     int level,
     const char *heading,
     const char *opening,
     const char *body,
     const char *closing)
{
  CarrelSection *section = carrel_record_new (&carrel_section_type);

  section->level = level;
  section->heading = g_strdup (heading);
  section->body = g_strdup (body);
  if (opening != NULL)
    carrel_section_source_keep (section, opening, closing, FALSE);
  g_ptr_array_add (sections, section);
  return section;
}

static GPtrArray *
make_page (void)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (carrel_record_unref);

  add (sections, 1, "Title", "---\nx: y\n---\n# **Title**\n", "Text", "\n\n\n");
  add (sections, 2, "Empty", "## Empty\n", "", "");
  add (sections, 2, "Usual", "## Usual\n\n", "One\ntwo", "\n\n");
  add (sections, 4, "Last", NULL, "End", NULL);
  return sections;
}

static const char page[]
    = "---\nx: y\n---\n# **Title**\nText\n\n\n## Empty\n## Usual\n\nOne\ntwo\n\n"
      "#### Last\n\nEnd\n";

static void
page_is_written_as_it_was_read (void)
{
  g_autoptr (GPtrArray) sections = make_page ();
  g_autofree char *text = carrel_section_source_write (sections);

  g_assert_cmpstr (text, ==, page);
}

static void
what_is_usual_is_not_kept (void)
{
  g_autoptr (GPtrArray) sections = make_page ();
  const CarrelSection *usual = g_ptr_array_index (sections, 2);
  const CarrelSection *empty = g_ptr_array_index (sections, 1);

  g_assert_null (usual->opening);
  g_assert_null (usual->closing);
  g_assert_cmpstr (empty->opening, ==, "## Empty\n");
}

static void
line_leads_to_its_section (void)
{
  static const struct
  {
    int line;
    const char *heading;
    int body_line;
  } cases[] = {
    { 1, "Title", CARREL_SECTION_HEADING },
    { 4, "Title", CARREL_SECTION_HEADING },
    { 5, "Title", 0 },
    { 8, "Empty", CARREL_SECTION_HEADING },
    { 9, "Usual", CARREL_SECTION_HEADING },
    { 11, "Usual", 0 },
    { 12, "Usual", 1 },
    { 14, "Last", CARREL_SECTION_HEADING },
    { 16, "Last", 0 },
  };
  g_autoptr (GPtrArray) sections = make_page ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int body_line;
      const CarrelSection *found = carrel_section_source_find (sections, cases[i].line, &body_line);

      g_assert_cmpstr (found->heading, ==, cases[i].heading);
      g_assert_cmpint (body_line, ==, cases[i].body_line);
    }
}

static void
level_is_changed_in_the_mark_up (void)
{
  g_autoptr (GPtrArray) sections = make_page ();
  CarrelSection *title = g_ptr_array_index (sections, 0);
  CarrelSection *last = g_ptr_array_index (sections, 3);
  g_autofree char *text = NULL;

  g_assert_true (carrel_section_source_set_level (title, 2));
  g_assert_cmpstr (title->opening, ==, "---\nx: y\n---\n## **Title**\n");
  g_assert_true (carrel_section_source_set_level (last, 3));
  text = carrel_section_source_write (sections);
  g_assert_true (g_str_has_suffix (text, "\n### Last\n\nEnd\n"));
}

static void
underlined_heading_keeps_its_level (void)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (carrel_record_unref);
  CarrelSection *section = add (sections, 1, "Title", "Title\n=====\n", "Text", "\n");

  g_assert_false (carrel_section_source_set_level (section, 2));
  g_assert_cmpint (section->level, ==, 1);
}

/* What stands before the first heading of a second page would be no front matter. */
static void
second_page_starts_with_its_heading (void)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (carrel_record_unref);
  CarrelSection *one = add (sections, 1, "A", "---\na: b\n---\n# A\n", "x", "");
  CarrelSection *two = add (sections, 1, "B", "---\nc: d\n---\n# B\n", "y", "\n");
  g_autofree char *text = NULL;

  carrel_record_set_source (one, "a.md", 4);
  carrel_record_set_source (two, "b.md", 4);
  text = carrel_section_source_write (sections);
  g_assert_cmpstr (text, ==, "---\na: b\n---\n# A\nx\n# B\n\ny\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/section-source/page-is-written-as-it-was-read",
                   page_is_written_as_it_was_read);
  g_test_add_func ("/carrel/core/section-source/what-is-usual-is-not-kept",
                   what_is_usual_is_not_kept);
  g_test_add_func ("/carrel/core/section-source/line-leads-to-its-section",
                   line_leads_to_its_section);
  g_test_add_func ("/carrel/core/section-source/level-is-changed-in-the-mark-up",
                   level_is_changed_in_the_mark_up);
  g_test_add_func ("/carrel/core/section-source/underlined-heading-keeps-its-level",
                   underlined_heading_keeps_its_level);
  g_test_add_func ("/carrel/core/section-source/second-page-starts-with-its-heading",
                   second_page_starts_with_its_heading);
  return g_test_run ();
}
