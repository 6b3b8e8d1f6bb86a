/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is true of every page, whatever its style: read twice it says the same, imported twice it
 * changes nothing, no word of it is lost, and each fact knows a line of it. Tried on every page of
 * the fixtures, and on pages made of their pieces in any order. */
#include "config.h"

#include "carrel-fact.h"
#include "read-page.h"
#include "store-fixture.h"

#include <string.h>

/* Every page of the fixtures: what stands before "=>" in each case. */
static GPtrArray *
load_pages (void)
{
  static const char *const files[]
      = { "courses", "doubts", "grids", "identity", "languages", "late",
          "letters", "links",  "rows",  "slots",    "staff",     "weights" };
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strconcat (files[i], ".txt", NULL);
      g_autofree char *path
          = g_test_build_filename (G_TEST_DIST, "data", "import", "facts", name, NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) cases = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      cases = g_strsplit (text, "@@@ ", -1);
      for (guint j = 1; cases[j] != NULL; j++)
        {
          const char *page = strchr (cases[j], '\n') + 1;
          const char *end = strstr (cases[j], "\n=>\n");

          g_ptr_array_add (pages, g_strndup (page, (gsize) (end + 1 - page)));
        }
    }
  g_assert_cmpuint (pages->len, >, 200);
  return pages;
}

/* Pages of whole paragraphs of others, one below the other. */
static char *
mix_pages (GRand *random, GPtrArray *pages)
{
  g_autoptr (GString) mixed = g_string_new ("# CS 1: Mixed\n\n");

  for (int i = g_rand_int_range (random, 2, 8); i > 0; i--)
    {
      const char *page
          = g_ptr_array_index (pages, g_rand_int_range (random, 0, (gint32) pages->len));
      g_auto (GStrv) pieces = g_strsplit (page, "\n\n", -1);
      guint n_pieces = g_strv_length (pieces);

      g_string_append_printf (mixed, "%s\n\n",
                              pieces[g_rand_int_range (random, 0, (gint32) n_pieces)]);
    }
  return g_strdup (mixed->str);
}

/* Letters and digits only, without tags. */
static char *
squeeze (const char *line)
{
  GString *out = g_string_new (NULL);
  gboolean in_tag = FALSE;

  for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    {
      in_tag = in_tag || (*at == '<' && (g_ascii_isalpha (at[1]) || at[1] == '/'));
      if (!in_tag && g_unichar_isalnum (g_utf8_get_char (at)))
        g_string_append_unichar (out, g_utf8_get_char (at));
      in_tag = in_tag && *at != '>';
    }
  return g_string_free (out, FALSE);
}

static gboolean
is_kept (const CarrelCourse *course, const char *line)
{
  g_autofree char *squeezed = squeeze (line);

  if (*squeezed == '\0')
    return TRUE;
  for (guint i = 0; i < course->sections->len; i++)
    {
      const CarrelSection *section = course->sections->pdata[i];
      g_autofree char *heading = squeeze (section->heading != NULL ? section->heading : "");

      if ((section->body != NULL && strstr (section->body, line) != NULL)
          || (section->opening != NULL && strstr (section->opening, line) != NULL)
          || (*heading != '\0'
              && (strstr (squeezed, heading) != NULL || strstr (heading, squeezed) != NULL)))
        return TRUE;
    }
  return FALSE;
}

/* The lines after the front matter, which is data and no text. */
static const char *
skip_front_matter (const char *page)
{
  static const char *const fences[] = { "---\n", "+++\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (fences); i++)
    {
      const char *end = g_str_has_prefix (page, fences[i]) ? strstr (page + 4, fences[i]) : NULL;

      if (end != NULL)
        return end + 4;
    }
  return page;
}

static void
check_no_word_is_lost (const char *page)
{
  g_autoptr (CarrelCourse) course = read_page (page);
  g_auto (GStrv) lines = g_strsplit (skip_front_matter (page), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!is_kept (course, g_strstrip (lines[i])))
      {
        g_test_message ("“%s” is lost of:\n%s", lines[i], page);
        g_test_fail ();
      }
}

static void
check_it_says_the_same_twice (const char *page)
{
  g_autoptr (CarrelCourse) first = read_page (page);
  g_autoptr (CarrelCourse) second = read_page (page);

  if (!carrel_record_equal (first, second))
    {
      g_test_message ("two readings differ of:\n%s", page);
      g_test_fail ();
    }
}

static void
check_each_fact_knows_a_line (const char *page)
{
  g_autoptr (CarrelCourse) course = read_page (page);
  g_autoptr (GPtrArray) facts = carrel_fact_list (course);
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);
  int n_lines = (int) g_strv_length (lines);

  for (guint i = 1; i < facts->len; i++)
    {
      const CarrelFact *fact = facts->pdata[i];
      const CarrelRecord *record = fact->record;

      if (g_str_equal (fact->kind, "question"))
        continue;
      if (g_strcmp0 (record->file, "page.md") != 0 || record->line < 1 || record->line > n_lines)
        {
          g_test_message ("%s “%s” is on line %d of:\n%s", fact->kind, fact->key, record->line,
                          page);
          g_test_fail ();
        }
    }
}

/* Names of facts are unique, or what is mine would hang on two of them. */
static void
check_names_are_unique (const char *page)
{
  g_autoptr (CarrelCourse) course = read_page (page);
  g_autoptr (GPtrArray) facts = carrel_fact_list (course);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = facts->pdata[i];

      g_assert_true (g_hash_table_add (names, g_strconcat (fact->kind, "\n", fact->key, NULL)));
    }
}

typedef void (*Property) (const char *page);

typedef struct
{
  const char *name;
  Property check;
} PropertyCase;

static const PropertyCase properties[] = {
  { "says-the-same-twice", check_it_says_the_same_twice },
  { "loses-no-word", check_no_word_is_lost },
  { "knows-the-line-of-each-fact", check_each_fact_knows_a_line },
  { "names-each-fact-once", check_names_are_unique },
};

static void
holds_for_every_page (gconstpointer data)
{
  const PropertyCase *property = data;
  g_autoptr (GPtrArray) pages = load_pages ();

  for (guint i = 0; i < pages->len; i++)
    property->check (g_ptr_array_index (pages, i));
}

static void
holds_for_mixed_pages (gconstpointer data)
{
  const PropertyCase *property = data;
  g_autoptr (GPtrArray) pages = load_pages ();
  GRand *random = g_rand_new_with_seed (17);

  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *page = mix_pages (random, pages);

      property->check (page);
    }
  g_rand_free (random);
}

static void
importing_twice_changes_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = load_pages ();

  for (guint i = 0; i < pages->len; i += 7)
    {
      g_autoptr (CarrelCourse) course = read_page (g_ptr_array_index (pages, i));
      g_autoptr (CarrelCourse) again = read_page (g_ptr_array_index (pages, i));
      const CarrelPublication publication = { .sources = "page.md", .imported_at = 1700000000 };
      g_autoptr (GError) error = NULL;
      g_autoptr (CarrelPublished) first = NULL;
      g_autoptr (CarrelPublished) second = NULL;

      first = carrel_store_publish (fixture->store, NULL, course, &publication, NULL, &error);
      g_assert_no_error (error);
      second = carrel_store_publish (fixture->store, first->course_id, again, &publication, NULL,
                                     &error);
      g_assert_no_error (error);
      g_assert_true (second->is_unchanged);
      g_assert_cmpint (first->version, ==, second->version);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *every
          = g_strconcat ("/carrel/import/properties/every-page-", properties[i].name, NULL);
      g_autofree char *mixed
          = g_strconcat ("/carrel/import/properties/any-mixture-", properties[i].name, NULL);

      g_test_add_data_func (every, &properties[i], holds_for_every_page);
      g_test_add_data_func (mixed, &properties[i], holds_for_mixed_pages);
    }
  STORE_TEST ("/carrel/import/properties/importing-twice-changes-nothing",
              importing_twice_changes_nothing);
  return g_test_run ();
}
