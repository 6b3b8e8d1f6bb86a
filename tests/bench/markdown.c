/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 10 MB of Markdown into sections, against md4c alone in the same run; and, apart from that, what
 * finding all facts takes. Memory is the peak of the process beside the text itself. */
#include "carrel-extract.h"

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
run_sections (GBytes *bytes)
{
  g_autoptr (CarrelPage) page = carrel_page_new ("bench.md", bytes, NULL);

  g_assert_nonnull (page);
}

static void
run_facts (GBytes *bytes)
{
  g_autoptr (CarrelPage) page = carrel_page_new ("bench.md", bytes, NULL);
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);

  carrel_extract_all (page, NULL, course);
  g_assert_cmpuint (course->sections->len, >, 0);
}

/* The most memory that the process has had, in bytes; 0 where /proc does not say it. */
static double
get_peak (void)
{
  g_autofree char *status = NULL;
  const char *peak = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    peak = strstr (status, "VmHWM:");
  return peak != NULL ? g_ascii_strtod (peak + strlen ("VmHWM:"), NULL) * 1024 : 0;
}

static gint64
measure (void (*run) (GBytes *), GBytes *bytes, guint n_runs)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < n_runs; i++)
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
  double size = (double) g_bytes_get_size (bytes);
  double before = get_peak ();
  gint64 base = measure (run_md4c, bytes, N_RUNS);
  gint64 blocks = measure (run_blocks, bytes, N_RUNS);
  gint64 sections = measure (run_sections, bytes, N_RUNS);
  double peak = get_peak ();
  gint64 facts;

  g_print ("md4c alone %.1f ms; blocks %.1f ms, %.2f times; sections %.1f ms, %.2f times (wanted "
           "1.5); memory %.1f times the text (wanted 6)\n",
           (double) base / 1000, (double) blocks / 1000, (double) blocks / (double) base,
           (double) sections / 1000, (double) sections / (double) base, (peak - before) / size);
  facts = measure (run_facts, bytes, 1);
  g_print ("sections and all facts %.0f ms; memory %.1f times the text\n", (double) facts / 1000,
           (get_peak () - before) / size);
  return 0;
}
