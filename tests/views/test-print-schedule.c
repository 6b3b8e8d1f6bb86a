/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is printed is read back from a PDF file by another program: every event is on some page, a
 * page is as long as the paper, and large print is large. */
#include "config.h"

#include "carrel-print-schedule.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "../core/course-fixture.h"

#define ZONE   "America/New_York"
#define A4_LOW 595.0
#define A4     842.0
#define MARGIN 36.0

typedef struct
{
  GTimeZone *zone;
  CarrelFormatContext read;
  GPtrArray *courses;
  CarrelTimetable *timetable;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  CarrelCourse *course = make_spring_course ();

  fixture->zone = carrel_zone_find (ZONE);
  fixture->read = (CarrelFormatContext){ moment_in (ZONE, 2024, 2, 12, 16, 20), fixture->zone,
                                         CARREL_FORMAT_12_HOURS };
  fixture->courses = g_ptr_array_new_with_free_func (carrel_record_unref);
  fixture->path = g_build_filename (g_get_tmp_dir (), "carrel-print-XXXXXX", NULL);
  close (g_mkstemp (fixture->path));
  course->title = g_strdup ("Systems");
  for (int i = 0; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("row%d", i);
      g_autofree char *topic = g_strdup_printf ("Topic%d", i);
      g_autofree char *date
          = carrel_date_to_text (carrel_date_add_days ((CarrelDate){ 2024, 1, 17 }, 2 * i));

      g_ptr_array_add (course->schedule,
                       make_record (&carrel_schedule_row_type, "id", id, "date", date, "topic",
                                    topic, "kind", "due", "readings", "Chapter", NULL));
    }
  g_ptr_array_add (fixture->courses, course);
  fixture->timetable = carrel_timetable_new (fixture->courses, fixture->zone);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_free (fixture->path);
  carrel_timetable_unref (fixture->timetable);
  g_ptr_array_unref (fixture->courses);
  g_time_zone_unref (fixture->zone);
}

static GPtrArray *
list (Fixture *fixture, CarrelDate first, CarrelDate end)
{
  return carrel_timetable_list (
      fixture->timetable, carrel_zone_to_moment (fixture->zone, first, 0, NULL),
      carrel_zone_to_moment (fixture->zone, end, 0, NULL), CARREL_OCCURRENCE_ALL);
}

static guint
write_pdf (Fixture *fixture, CarrelPrintout *printout)
{
  double width = carrel_printout_is_landscape (printout) ? A4 : A4_LOW;
  double height = carrel_printout_is_landscape (printout) ? A4_LOW : A4;
  cairo_surface_t *surface = cairo_pdf_surface_create (fixture->path, width, height);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  guint n_pages
      = carrel_printout_paginate (printout, context, width - 2 * MARGIN, height - 2 * MARGIN);

  for (guint i = 0; i < n_pages; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN, MARGIN);
      carrel_printout_draw (printout, cr, i);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return n_pages;
}

/* The text of all pages; each ends with a form feed. */
static char *
read_pdf (Fixture *fixture, const char *option)
{
  const char *const command[] = { "pdftotext", option, fixture->path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  return text;
}

static gboolean
has_reader (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    g_test_skip ("pdftotext is not installed");
  return program != NULL;
}

static guint
count (const char *text, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (text, word, -1);

  return g_strv_length (parts) - 1;
}

static CarrelPrintout *
make_printout (double size)
{
  const CarrelPrintStyle style = { size, NULL, FALSE };

  return carrel_printout_new ("Systems", &style);
}

static void
assert_topics (const char *text, int first, int last)
{
  for (int i = first; i <= last; i++)
    {
      g_autofree char *topic = g_strdup_printf ("Topic%d", i);

      g_assert_nonnull (strstr (text, topic));
    }
}

static void
days_have_every_event_under_its_date (Fixture *fixture, gconstpointer data)
{
  CarrelDate first = { 2024, 2, 12 }, end = { 2024, 2, 19 };
  g_autoptr (GPtrArray) found = list (fixture, first, end);
  const CarrelPrintDays days = { found, first, end, &fixture->read, FALSE, NULL, NULL };
  g_autoptr (CarrelPrintout) printout = make_printout (CARREL_PRINT_TEXT_SIZE);
  g_autofree char *text = NULL;

  if (!has_reader ())
    return;
  carrel_print_schedule_days (printout, &days);
  g_assert_cmpuint (write_pdf (fixture, printout), ==, 1);
  text = read_pdf (fixture, "-layout");
  g_assert_cmpuint (count (text, "\f"), ==, 1);
  g_assert_nonnull (strstr (text, "Systems"));
  g_assert_nonnull (strstr (text, "Monday 12 February"));
  g_assert_cmpuint (count (text, "5–6:20 pm"), ==, 2);
  g_assert_cmpuint (count (text, "POS A35"), ==, 2);
  g_assert_nonnull (strstr (text, "Page 1 of 1"));
  g_assert_null (strstr (text, "Tuesday 13 February\n\nWednesday"));
  assert_topics (text, 13, 16);
}

static void
month_has_a_box_for_each_day (Fixture *fixture, gconstpointer data)
{
  CarrelDate first = { 2024, 2, 26 }, end = { 2024, 4, 1 };
  g_autoptr (GPtrArray) found = list (fixture, first, end);
  const CarrelPrintDays days = { found, first, end, &fixture->read, FALSE, NULL, NULL };
  g_autoptr (CarrelPrintout) printout = make_printout (CARREL_PRINT_TEXT_SIZE);
  g_autofree char *text = NULL;

  if (!has_reader ())
    return;
  carrel_print_schedule_month (printout, &days, (CarrelDate){ 2024, 3, 1 });
  g_assert_true (carrel_printout_is_landscape (printout));
  g_assert_cmpuint (write_pdf (fixture, printout), ==, 1);
  text = read_pdf (fixture, "-raw");
  g_assert_nonnull (strstr (text, "Wednesday"));
  g_assert_nonnull (strstr (text, "26 Feb"));
  g_assert_cmpuint (count (text, "Spring"), ==, 5); /* each day of the break */
  g_assert_cmpuint (count (text, "POS A35"), ==, 8);
  assert_topics (text, 20, 29);
}

static void
long_boxes_go_on_with_their_head_on_the_next_page (Fixture *fixture, gconstpointer data)
{
  CarrelCourse *course = g_ptr_array_index (fixture->courses, 0);
  CarrelDate first = { 2024, 2, 12 }, end = { 2024, 2, 19 };
  const CarrelPrintDays days = { NULL, first, end, &fixture->read, TRUE, NULL, NULL };
  g_autoptr (CarrelPrintout) printout = make_printout (CARREL_PRINT_TEXT_SIZE);
  g_autoptr (CarrelTimetable) timetable = NULL;
  CarrelPrintDays full = days;
  g_autofree char *text = NULL;
  guint n_pages;

  if (!has_reader ())
    return;
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("more%d", i);
      g_autofree char *topic = g_strdup_printf ("More%d.", i);

      g_ptr_array_add (course->schedule,
                       make_record (&carrel_schedule_row_type, "id", id, "date", "2024-02-14",
                                    "topic", topic, "kind", "due", NULL));
    }
  timetable = carrel_timetable_new (fixture->courses, fixture->zone);
  full.occurrences = carrel_timetable_list (
      timetable, carrel_zone_to_moment (fixture->zone, first, 0, NULL),
      carrel_zone_to_moment (fixture->zone, end, 0, NULL), CARREL_OCCURRENCE_ALL);
  carrel_print_schedule_month (printout, &full, first);
  n_pages = write_pdf (fixture, printout);
  text = read_pdf (fixture, "-raw");
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpuint (count (text, "\f"), ==, n_pages);
  g_assert_cmpuint (count (text, "Wednesday"), ==, n_pages);
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *topic = g_strdup_printf ("More%d.", i);

      g_assert_nonnull (strstr (text, topic));
    }
  g_ptr_array_unref (full.occurrences);
}

static void
term_repeats_its_head_on_each_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelPrintout) printout = make_printout (2 * CARREL_PRINT_TEXT_SIZE / 1.3);
  g_autofree char *text = NULL;
  guint n_pages;

  if (!has_reader ())
    return;
  carrel_print_schedule_term (printout, g_ptr_array_index (fixture->courses, 0),
                              (CarrelDate){ 2024, 2, 12 });
  n_pages = write_pdf (fixture, printout);
  text = read_pdf (fixture, "-layout");
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpuint (count (text, "Homework"), ==, n_pages);
  g_assert_cmpuint (count (text, "Chapter"), ==, 30);
  assert_topics (text, 0, 29);
}

/* The height of a word in a PDF file, points. */
static double
find_lowest_word (const char *boxes)
{
  g_autoptr (GRegex) words
      = g_regex_new ("<word [^>]*yMin=\"([0-9.]+)\"[^>]*yMax=\"([0-9.]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  double lowest = G_MAXDOUBLE;

  for (g_regex_match (words, boxes, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *top = g_match_info_fetch (match, 1);
      g_autofree char *bottom = g_match_info_fetch (match, 2);

      lowest = MIN (lowest, g_ascii_strtod (bottom, NULL) - g_ascii_strtod (top, NULL));
    }
  return lowest;
}

/* pdftotext measures from the ascent to the descent, which together are at least the size. */
static void
large_print_is_large_and_whole (Fixture *fixture, gconstpointer data)
{
  static const double sizes[] = { CARREL_PRINT_TEXT_SIZE, CARREL_PRINT_LARGE_SIZE };
  CarrelDate first = { 2024, 1, 29 }, end = { 2024, 3, 4 };
  g_autoptr (GPtrArray) found = list (fixture, first, end);
  const CarrelPrintDays days = { found, first, end, &fixture->read, FALSE, NULL, NULL };
  double heights[G_N_ELEMENTS (sizes)];

  if (!has_reader ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (CarrelPrintout) printout = make_printout (sizes[i]);
      g_autofree char *boxes = NULL;
      g_autofree char *text = NULL;

      carrel_print_schedule_month (printout, &days, (CarrelDate){ 2024, 2, 1 });
      write_pdf (fixture, printout);
      boxes = read_pdf (fixture, "-bbox");
      text = read_pdf (fixture, "-raw");
      heights[i] = find_lowest_word (boxes);
      assert_topics (text, 6, 23);
      g_assert_cmpfloat (heights[i], >=, sizes[i]);
    }
  g_assert_cmpfloat (heights[1], >, heights[0] * 1.5);
}

static char *
note_deadline (const CarrelOccurrence *occurrence, gpointer user_data)
{
  return occurrence->kind == CARREL_OCCURRENCE_DEADLINE ? g_strdup (user_data) : NULL;
}

static void
notes_of_the_reader_are_printed (Fixture *fixture, gconstpointer data)
{
  CarrelDate first = { 2024, 2, 12 }, end = { 2024, 2, 19 };
  g_autoptr (GPtrArray) found = list (fixture, first, end);
  const CarrelPrintDays days
      = { found, first, end, &fixture->read, FALSE, note_deadline, (gpointer) "mine: Friday" };
  g_autoptr (CarrelPrintout) printout = make_printout (CARREL_PRINT_TEXT_SIZE);
  g_autofree char *text = NULL;

  if (!has_reader ())
    return;
  carrel_print_schedule_days (printout, &days);
  write_pdf (fixture, printout);
  text = read_pdf (fixture, "-layout");
  g_assert_cmpuint (count (text, "mine: Friday"), ==, 4);
}

static void
empty_week_says_so (Fixture *fixture, gconstpointer data)
{
  CarrelDate first = { 2025, 2, 10 }, end = { 2025, 2, 17 };
  g_autoptr (GPtrArray) found = list (fixture, first, end);
  const CarrelPrintDays days = { found, first, end, &fixture->read, FALSE, NULL, NULL };
  g_autoptr (CarrelPrintout) printout = make_printout (CARREL_PRINT_TEXT_SIZE);
  g_autofree char *text = NULL;

  if (!has_reader ())
    return;
  carrel_print_schedule_days (printout, &days);
  g_assert_cmpuint (write_pdf (fixture, printout), ==, 1);
  text = read_pdf (fixture, "-layout");
  g_assert_nonnull (strstr (text, "No events"));
}

static void
mirrored_pages_begin_on_the_right (Fixture *fixture, gconstpointer data)
{
  const CarrelPrintStyle style = { CARREL_PRINT_TEXT_SIZE, NULL, TRUE };
  g_autoptr (CarrelPrintout) printout = carrel_printout_new ("Systems", &style);
  g_autofree char *text = NULL;

  if (!has_reader ())
    return;
  carrel_printout_add_band (printout, CARREL_PRINT_BOXED, NULL, 2);
  carrel_printout_add_text (printout, 0, "first", FALSE);
  carrel_printout_add_text (printout, 1, "second", FALSE);
  write_pdf (fixture, printout);
  text = read_pdf (fixture, "-layout");
  g_assert_true (strstr (text, "second") < strstr (text, "first"));
}

static void
add (const char *name, void (*run) (Fixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/carrel/widgets/print-schedule/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  add ("days-have-every-event-under-its-date", days_have_every_event_under_its_date);
  add ("month-has-a-box-for-each-day", month_has_a_box_for_each_day);
  add ("long-boxes-go-on-with-their-head-on-the-next-page",
       long_boxes_go_on_with_their_head_on_the_next_page);
  add ("term-repeats-its-head-on-each-page", term_repeats_its_head_on_each_page);
  add ("large-print-is-large-and-whole", large_print_is_large_and_whole);
  add ("notes-of-the-reader-are-printed", notes_of_the_reader_are_printed);
  add ("empty-week-says-so", empty_week_says_so);
  add ("mirrored-pages-begin-on-the-right", mirrored_pages_begin_on_the_right);
  return g_test_run ();
}
