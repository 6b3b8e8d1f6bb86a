/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 10 MB of Markdown into blocks and into a page with sections, against md4c alone in the same run.
 */
#include "carrel-page.h"

#include <md4c.h>
#include <string.h>

#define N_RUNS 5

static int
on_block_cb (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  return 0;
}

static int
on_span_cb (MD_SPANTYPE type, void *detail, void *user_data)
{
  return 0;
}

static int
on_text_cb (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user_data)
{
  return 0;
}

static void
run_md4c (GBytes *bytes)
{
  static const MD_PARSER parser = {
    .flags = MD_DIALECT_GITHUB,
    .enter_block = on_block_cb,
    .leave_block = on_block_cb,
    .enter_span = on_span_cb,
    .leave_span = on_span_cb,
    .text = on_text_cb,
  };
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  g_assert_cmpint (md_parse (text, (MD_SIZE) length, &parser, NULL), ==, 0);
}

static void
run_blocks (GBytes *bytes)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (CarrelMarkdown) markdown
      = carrel_markdown_parse (text, (gssize) length, CARREL_MARKDOWN_DIALECTS, NULL);

  g_assert_nonnull (markdown);
}

static void
run_page (GBytes *bytes)
{
  g_autoptr (CarrelPage) page = carrel_page_new ("bench.md", bytes, NULL);

  g_assert_nonnull (page);
}

static gint64
measure (void (*run) (GBytes *), GBytes *bytes)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      run (bytes);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  return best;
}

static GBytes *
make_text (void)
{
  static const char section[] = "## Week 1: Introduction\n\nA paragraph with **strong** words, a "
                                "[link](https://example.edu/x)"
                                " and `code`, long enough to be like one of a real page of a "
                                "course.\n\n- an item\n- another "
                                "item with *emphasis*\n  - nested\n\n| Day | Time | Place "
                                "|\n|---|---|---|\n| Monday | 10am - "
                                "11am | Room 12 |\n| Friday | 1pm - 2pm | Room 14 |\n\n";
  GString *text = g_string_new ("# A course\n\n");

  while (text->len < 10 * 1000 * 1000)
    g_string_append (text, section);
  return g_string_free_to_bytes (text);
}

int
main (void)
{
  g_autoptr (GBytes) bytes = make_text ();
  gint64 base = measure (run_md4c, bytes);
  gint64 blocks = measure (run_blocks, bytes);
  gint64 page = measure (run_page, bytes);

  g_print ("md4c alone %.1f ms; blocks %.1f ms, %.2f times; page %.1f ms, %.2f times\n",
           (double) base / 1000, (double) blocks / 1000, (double) blocks / (double) base,
           (double) page / 1000, (double) page / (double) base);
  return 0;
}
