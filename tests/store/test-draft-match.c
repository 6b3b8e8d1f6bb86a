/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which course a draft is an edition of: by its name, its bytes, or what its sections are called.
 */
#include "config.h"

#include "carrel-draft-match.h"
#include "store-fixture.h"

/* A draft with a name, and sections of one file; @headings ends with NULL. */
static CarrelCourse *
make_draft (const char *id,
            const char *title,
            const char *code,
            const char *term,
            const char *file,
            const char *const *headings)
{
  CarrelCourse *course = carrel_record_new (&carrel_course_type);

  course->id = g_strdup (id);
  course->title = g_strdup (title);
  course->code = g_strdup (code);
  course->term = g_strdup (term);
  for (guint i = 0; headings != NULL && headings[i] != NULL; i++)
    {
      CarrelSection *section = carrel_record_new (&carrel_section_type);

      section->heading = g_strdup (headings[i]);
      carrel_record_set_source (section, file, (int) i + 1);
      g_ptr_array_add (course->sections, section);
    }
  carrel_course_assign_ids (course);
  return course;
}

static void
names_tell_courses_apart (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id, *title, *code, *term;
    const char *match;
  } drafts[] = {
    { NULL, "Sets", "CS 1", "Fall 2024", "sets" },
    { NULL, "Sets", "CS 1", NULL, "sets" },
    { NULL, "Sets", "CS 1", "Fall 2025", NULL },
    { NULL, "Sets", NULL, "Fall 2024", NULL },
    { NULL, "Sets", "CS 2", "Fall 2024", NULL },
    { NULL, "Maps", "CS 1", "Fall 2024", NULL },
    { NULL, NULL, NULL, NULL, NULL },
    { "sets", "Another name", NULL, NULL, "sets" },
    { NULL, NULL, "CS 9", NULL, "nine" },
    { NULL, NULL, "CS 9", "Spring 2025", "nine" },
  };
  g_autoptr (CarrelCourse) sets = make_draft ("sets", "Sets", "CS 1", "Fall 2024", NULL, NULL);
  g_autoptr (CarrelCourse) nine = make_draft ("nine", NULL, "CS 9", NULL, NULL, NULL);

  store_fixture_publish (fixture->store, sets);
  store_fixture_publish (fixture->store, nine);
  for (gsize i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr (CarrelCourse) draft
          = make_draft (drafts[i].id, drafts[i].title, drafts[i].code, drafts[i].term, NULL, NULL);
      g_autofree char *match = carrel_draft_match_by_name (fixture->store, draft);

      g_assert_cmpstr (match, ==, drafts[i].match);
    }
}

static void
the_same_term_goes_before_no_term (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) termless = make_draft ("termless", "Sets", NULL, NULL, NULL, NULL);
  g_autoptr (CarrelCourse) fall = make_draft ("fall", "Sets", NULL, "Fall", NULL, NULL);
  g_autoptr (CarrelCourse) draft = make_draft (NULL, "Sets", NULL, "Fall", NULL, NULL);
  g_autofree char *match = NULL;

  store_fixture_publish (fixture->store, termless);
  store_fixture_publish (fixture->store, fall);
  match = carrel_draft_match_by_name (fixture->store, draft);
  g_assert_cmpstr (match, ==, "fall");
}

static void
nameless_pages_are_known_by_half_of_their_sections (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title, *file;
    const char *headings[5];
    gboolean is_match;
  } drafts[] = {
    { NULL, "README.md", { "Time", "Grading", "Late work", "Staff" }, TRUE },
    { NULL, "README.md", { "Time", "Grading", "Books", "Rooms" }, TRUE },
    { NULL, "README.md", { "Time", "Dogs", "Books", "Rooms" }, FALSE },
    { NULL, "README.md", { "Time" }, TRUE },
    { NULL, "README.md", { "Dogs" }, FALSE },
    { NULL, "schedule.md", { "Time", "Grading", "Late work", "Staff" }, FALSE },
    { "Sets", "README.md", { "Time", "Grading", "Late work" }, TRUE },
    { NULL, NULL, { NULL }, FALSE },
  };
  static const char *const headings[] = { "Time", "Grading", "Late work", "Staff", NULL };
  g_autoptr (CarrelCourse) known = make_draft ("known", NULL, NULL, NULL, "README.md", headings);

  store_fixture_publish (fixture->store, known);
  for (gsize i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr (CarrelCourse) draft
          = make_draft (NULL, drafts[i].title, NULL, NULL, drafts[i].file, drafts[i].headings);
      g_autofree char *match = carrel_draft_match_by_sections (fixture->store, draft);

      g_assert_cmpstr (match, ==, drafts[i].is_match ? "known" : NULL);
    }
}

static void
two_named_courses_are_never_matched_by_sections (StoreFixture *fixture, gconstpointer data)
{
  static const char *const headings[] = { "Time", "Grading", NULL };
  g_autoptr (CarrelCourse) known = make_draft ("sets", "Sets", NULL, NULL, "README.md", headings);
  g_autoptr (CarrelCourse) draft = make_draft (NULL, "Maps", NULL, NULL, "README.md", headings);
  g_autofree char *match = NULL;

  store_fixture_publish (fixture->store, known);
  match = carrel_draft_match_by_sections (fixture->store, draft);
  g_assert_null (match);
}

static void
bytes_are_known_again_by_their_hash (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = make_draft ("sets", "Sets", NULL, NULL, NULL, NULL);
  const CarrelPublication first = { .source_hash = "old", .imported_at = 1 };
  const CarrelPublication second = { .source_hash = "new", .imported_at = 2 };
  g_autoptr (CarrelPublished) one = NULL;
  g_autoptr (CarrelPublished) two = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  one = carrel_store_publish (fixture->store, NULL, course, &first, NULL, NULL);
  g_free (course->term);
  course->term = g_strdup ("Fall");
  two = carrel_store_publish (fixture->store, "sets", course, &second, NULL, NULL);
  old = carrel_draft_match_by_hash (fixture->store, "old");
  new = carrel_draft_match_by_hash (fixture->store, "new");
  g_assert_cmpstr (old, ==, NULL);
  g_assert_cmpstr (new, ==, "sets");
}

static void
a_nameless_course_is_called_after_its_file (void)
{
  static const struct
  {
    const char *file;
    const char *stem;
  } files[] = {
    { "pages/Über uns.md", "über-uns" }, { "README.md", "readme" }, { "a.b.c.md", "a-b-c" },
    { "syllabus", "syllabus" },          { "….md", "course" },      { NULL, "course" },
  };
  static const char *const headings[] = { "Time", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (CarrelCourse) draft = make_draft (NULL, NULL, NULL, NULL, files[i].file, headings);
      g_autofree char *stem = carrel_draft_match_dup_stem (draft);

      g_assert_cmpstr (stem, ==, files[i].stem);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/draft-match/names-tell-courses-apart", names_tell_courses_apart);
  STORE_TEST ("/carrel/store/draft-match/the-same-term-goes-before-no-term",
              the_same_term_goes_before_no_term);
  STORE_TEST ("/carrel/store/draft-match/nameless-pages-are-known-by-half-of-their-sections",
              nameless_pages_are_known_by_half_of_their_sections);
  STORE_TEST ("/carrel/store/draft-match/two-named-courses-are-never-matched-by-sections",
              two_named_courses_are_never_matched_by_sections);
  STORE_TEST ("/carrel/store/draft-match/bytes-are-known-again-by-their-hash",
              bytes_are_known_again_by_their_hash);
  g_test_add_func ("/carrel/store/draft-match/a-nameless-course-is-called-after-its-file",
                   a_nameless_course_is_called_after_its_file);
  return g_test_run ();
}
