/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A changed fact changes the line that tells it and no other; what the text cannot tell is said. */
#include "config.h"

#include "carrel-page-rewrite.h"

#include "carrel-fact.h"
#include "carrel-line-diff.h"
#include "carrel-section-source.h"
#include "read-page.h"

static const char page[] = "# 11868 Systems\n"
                           "\n"
                           "Monday and Wednesday, 5-6:20pm, POS A35\n"
                           "\n"
                           "\n"
                           "## Office Hours\n"
                           "| Day       | Time        | Location | TA          |\n"
                           "|:----------|:------------|:---------|:------------|\n"
                           "| Monday    | 10am - 11am | GHC 5417 | Juanyun Mai |\n"
                           "| Tuesday   | 5pm - 6pm   | GHC 5417 | Kedi Xu     |\n"
                           "| Friday    | 1pm - 2pm   | GHC 5417 | Cheng Ma    |\n"
                           "\n"
                           "## Grading\n"
                           "\n"
                           "| Component | Percentage |\n"
                           "|-----------|------------|\n"
                           "| Homework  | 60%        |\n"
                           "| Project   | 40%        |\n";

/* The same in lines and sentences. */
static const char lines_page[]
    = "# 11868 Systems\n"
      "\n"
      "## Laboratory\n"
      "\n"
      "Labs meet once a week. Section 401: Monday 1:25-4:25 pm, PSB 150.\n"
      "\n"
      "## Office Hours\n"
      "\n"
      "- Aiko Tanaka: Tue & Thu 4-5:30pm, Baker 110\n"
      "- Bram de Wit: Wed 7-9pm on Zoom (https://example.zoom.us/j/123456)\n";

typedef struct
{
  const char *name;
  const char *kind;
  const char *key;
  const char *fields[8];
  const char *changes; /* of the page */
  guint n_untold;
  const char *page; /* NULL is the one of tables */
} Case;

static const Case cases[] = {
  { "nothing", "office_hour", "hour-kedi-xu-tu", { NULL }, "", 0 },
  { "room",
    "office_hour",
    "hour-kedi-xu-tu",
    { "location", "TCS 349" },
    "-10:| Tuesday   | 5pm - 6pm   | GHC 5417 | Kedi Xu     |\n"
    "+10:| Tuesday   | 5pm - 6pm   | TCS 349  | Kedi Xu     |\n",
    0 },
  { "time",
    "office_hour",
    "hour-cheng-ma-fr",
    { "start", "16:00", "end", "17:00" },
    "-11:| Friday    | 1pm - 2pm   | GHC 5417 | Cheng Ma    |\n"
    "+11:| Friday    | 4pm - 5pm   | GHC 5417 | Cheng Ma    |\n",
    0 },
  { "time-into-the-morning",
    "office_hour",
    "hour-cheng-ma-fr",
    { "start", "11:30", "end", "12:30" },
    "-11:| Friday    | 1pm - 2pm   | GHC 5417 | Cheng Ma    |\n"
    "+11:| Friday    | 11:30am - 12:30pm | GHC 5417 | Cheng Ma    |\n",
    0 },
  { "day-and-person",
    "office_hour",
    "hour-cheng-ma-fr",
    { "day", "TH", "person", "Bowen Tan" },
    "-11:| Friday    | 1pm - 2pm   | GHC 5417 | Cheng Ma    |\n"
    "+11:| Thursday  | 1pm - 2pm   | GHC 5417 | Bowen Tan   |\n",
    0 },
  { "weight",
    "grading_group",
    "Homework",
    { "weight_total", "65" },
    "-17:| Homework  | 60%        |\n+17:| Homework  | 65%        |\n",
    0 },
  { "class-room",
    "meeting",
    "",
    { "location", "WEH 7500" },
    "-3:Monday and Wednesday, 5-6:20pm, POS A35\n+3:Monday and Wednesday, 5-6:20pm, WEH 7500\n",
    0 },
  { "class-time",
    "meeting",
    "",
    { "start", "18:00", "end", "19:20" },
    "-3:Monday and Wednesday, 5-6:20pm, POS A35\n+3:Monday and Wednesday, 6-7:20pm, POS A35\n",
    0 },
  { "what-no-line-tells", "office_hour", "hour-kedi-xu-tu", { "mode", "online" }, "", 1 },
  { "what-a-line-tells-in-part",
    "office_hour",
    "hour-kedi-xu-tu",
    { "mode", "online", "start", "16:00", "end", "17:00" },
    "-10:| Tuesday   | 5pm - 6pm   | GHC 5417 | Kedi Xu     |\n"
    "+10:| Tuesday   | 4pm - 5pm   | GHC 5417 | Kedi Xu     |\n",
    1 },
  { "line-of-a-list",
    "office_hour",
    "hour-bram-de-wit-we",
    { "start", "18:30", "end", "20:15", "location", "Baker 312" },
    "-10:- Bram de Wit: Wed 7-9pm on Zoom (https://example.zoom.us/j/123456)\n"
    "+10:- Bram de Wit: Wed 6:30-8:15pm in Baker 312 (https://example.zoom.us/j/123456)\n",
    0,
    lines_page },
  { "line-of-a-list-not-online-any-more",
    "office_hour",
    "hour-bram-de-wit-we",
    { "start", "18:30", "end", "20:15", "location", "Baker 312", "mode", "in-person" },
    "-10:- Bram de Wit: Wed 7-9pm on Zoom (https://example.zoom.us/j/123456)\n"
    "+10:- Bram de Wit: Wed 6:30-8:15pm in Baker 312 (https://example.zoom.us/j/123456)\n",
    1,
    lines_page },
  { "line-of-a-list-without-its-address",
    "office_hour",
    "hour-bram-de-wit-we",
    { "location", "Baker 312", "mode", "in-person", "url", NULL },
    "-10:- Bram de Wit: Wed 7-9pm on Zoom (https://example.zoom.us/j/123456)\n"
    "+10:- Bram de Wit: Wed 7-9pm in Baker 312\n",
    0,
    lines_page },
  { "one-of-two-days",
    "office_hour",
    "hour-aiko-tanaka-tu",
    { "location", "Baker 118" },
    "",
    1,
    lines_page },
  { "sentence",
    "meeting",
    "meeting-lab-401-mo",
    { "start", "14:00", "end", "17:00", "location", "PSB 151" },
    "-5:Labs meet once a week. Section 401: Monday 1:25-4:25 pm, PSB 150.\n"
    "+5:Labs meet once a week. Section 401: Monday 2:00-5:00 pm, PSB 151.\n",
    0,
    lines_page },
};

static CarrelCourse *
parse (const char *text)
{
  CarrelCourse *course = read_page (text);

  carrel_course_assign_ids (course);
  return course;
}

static char *
dup_changes (const char *before, const CarrelCourse *draft)
{
  g_autofree char *text = carrel_section_source_write (draft->sections);
  g_autoptr (GPtrArray) lines = carrel_line_diff_new (before, text);
  g_autoptr (GString) changes = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const CarrelLineChange *line = g_ptr_array_index (lines, i);

      g_string_append_printf (changes, "%c%d:%s\n", line->is_added ? '+' : '-', line->line,
                              line->text);
    }
  return g_strdup (changes->str);
}

static gpointer
find (CarrelCourse *course, const Case *self)
{
  gpointer found = carrel_fact_find (course, self->kind, self->key);

  return found != NULL ? found : g_ptr_array_index (course->meetings, 0);
}

static void
changes_its_line (gconstpointer data)
{
  const Case *self = data;
  const char *before = self->page != NULL ? self->page : page;
  g_autoptr (CarrelCourse) published = parse (before);
  g_autoptr (CarrelCourse) draft = carrel_record_copy (published);
  gpointer record = find (draft, self);
  g_autoptr (GPtrArray) untold = NULL;
  g_autofree char *changes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (self->fields) && self->fields[i] != NULL; i += 2)
    g_assert_true (carrel_record_set_field (
        record, carrel_record_find_field (record, self->fields[i]), self->fields[i + 1], NULL));
  untold = carrel_page_rewrite (published, draft);
  changes = dup_changes (before, draft);
  g_assert_cmpstr (changes, ==, self->changes);
  g_assert_cmpuint (untold->len, ==, self->n_untold);
}

/* Who publishes a change that no line tells hears of it the next time as well. */
static void
what_was_published_untold_is_said_again (void)
{
  g_autoptr (CarrelCourse) published = parse (lines_page);
  g_autoptr (CarrelCourse) draft = NULL;
  g_autoptr (GPtrArray) untold = NULL;
  CarrelOfficeHour *hour = carrel_fact_find (published, "office_hour", "hour-aiko-tanaka-tu");
  const CarrelFinding *finding;

  g_free (hour->location);
  hour->location = g_strdup ("Baker 118");
  draft = carrel_record_copy (published);
  untold = carrel_page_rewrite (published, draft);
  g_assert_cmpuint (untold->len, ==, 1);
  finding = g_ptr_array_index (untold, 0);
  g_assert_cmpint (finding->line, ==, 9);
  g_assert_nonnull (strstr (finding->text, "from “Baker 110” to “Baker 118”"));
}

static void
new_hour_is_a_row_of_its_day (void)
{
  g_autoptr (CarrelCourse) published = parse (page);
  g_autoptr (CarrelCourse) draft = carrel_record_copy (published);
  CarrelOfficeHour *hour = carrel_record_new (&carrel_office_hour_type);
  g_autoptr (GPtrArray) untold = NULL;
  g_autofree char *changes = NULL;

  hour->day = CARREL_WEDNESDAY;
  hour->start = 15 * 60;
  hour->end = 16 * 60 + 30;
  hour->location = g_strdup ("GHC 9215");
  hour->person = g_strdup ("Jeremy Lee");
  g_ptr_array_add (draft->office_hours, hour);
  carrel_course_assign_ids (draft);
  untold = carrel_page_rewrite (published, draft);
  changes = dup_changes (page, draft);
  g_assert_cmpstr (changes, ==, "+11:| Wednesday | 3pm - 4:30pm | GHC 9215 | Jeremy Lee  |\n");
  g_assert_cmpuint (untold->len, ==, 0);
  g_assert_cmpint (hour->record.line, ==, 11);
}

static void
hour_that_goes_takes_its_row (void)
{
  g_autoptr (CarrelCourse) published = parse (page);
  g_autoptr (CarrelCourse) draft = carrel_record_copy (published);
  g_autoptr (GPtrArray) untold = NULL;
  g_autofree char *changes = NULL;
  const CarrelOfficeHour *last;

  g_ptr_array_remove_index (draft->office_hours, 1);
  untold = carrel_page_rewrite (published, draft);
  changes = dup_changes (page, draft);
  g_assert_cmpstr (changes, ==, "-10:| Tuesday   | 5pm - 6pm   | GHC 5417 | Kedi Xu     |\n");
  g_assert_cmpuint (untold->len, ==, 0);
  last = g_ptr_array_index (draft->office_hours, 1);
  g_assert_cmpint (last->record.line, ==, 10);
}

static void
change_of_one_date_is_not_in_the_text (void)
{
  g_autoptr (CarrelCourse) published = parse (page);
  g_autoptr (CarrelCourse) draft = carrel_record_copy (published);
  CarrelChange *change = carrel_record_new (&carrel_change_type);
  g_autoptr (GPtrArray) untold = NULL;
  const CarrelFinding *finding;

  change->of = g_strdup ("hour-kedi-xu-tu");
  change->date = (CarrelDate){ 2024, 1, 23 };
  change->action = g_strdup ("cancel");
  g_ptr_array_add (draft->changes, change);
  carrel_course_assign_ids (draft);
  untold = carrel_page_rewrite (published, draft);
  g_assert_cmpuint (untold->len, ==, 1);
  finding = g_ptr_array_index (untold, 0);
  g_assert_cmpint (finding->kind, ==, CARREL_FINDING_UNTOLD);
  g_assert_cmpint (finding->line, ==, 0);
}

/* The lines of a pack are those of the pack, wherever the page that is made of it says the same. */
static void
lines_of_a_pack_stay (void)
{
  g_autoptr (CarrelCourse) published = parse (page);
  g_autoptr (CarrelCourse) draft = NULL;
  g_autoptr (GPtrArray) facts = carrel_fact_list (published);
  g_autoptr (GPtrArray) untold = NULL;
  const CarrelOfficeHour *hour;

  for (guint i = 0; i < facts->len; i++)
    carrel_record_set_source (((CarrelFact *) g_ptr_array_index (facts, i))->record,
                              "systems.carrel.json", 500);
  draft = carrel_record_copy (published);
  untold = carrel_page_rewrite (published, draft);
  hour = g_ptr_array_index (draft->office_hours, 0);
  g_assert_cmpint (hour->record.line, ==, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/carrel/import/page-rewrite/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], changes_its_line);
    }
  g_test_add_func ("/carrel/import/page-rewrite/what-was-published-untold-is-said-again",
                   what_was_published_untold_is_said_again);
  g_test_add_func ("/carrel/import/page-rewrite/new-hour-is-a-row-of-its-day",
                   new_hour_is_a_row_of_its_day);
  g_test_add_func ("/carrel/import/page-rewrite/hour-that-goes-takes-its-row",
                   hour_that_goes_takes_its_row);
  g_test_add_func ("/carrel/import/page-rewrite/change-of-one-date-is-not-in-the-text",
                   change_of_one_date_is_not_in_the_text);
  g_test_add_func ("/carrel/import/page-rewrite/lines-of-a-pack-stay", lines_of_a_pack_stay);
  return g_test_run ();
}
