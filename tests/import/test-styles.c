/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Facts printed in every style of a table of styles and read back: what is read does not depend on
 * how it is written. */
#include "config.h"

#include "read-page.h"

/* A style: what stands before, each fact, between facts, and after. {n} is a name, {v} its value.
 */
typedef struct
{
  const char *name;
  const char *before;
  const char *fact;
  const char *between;
  const char *after;
} Style;

typedef struct
{
  const char *name;
  const char *value;
} Fact;

static const Style weight_styles[] = {
  { "bullet-colon", "## Grading\n", "- {n}: {v}%", "\n", "\n" },
  { "bullet-colon-bold", "## Grading\n", "* **{n}:** {v}%", "\n", "\n" },
  { "bullet-bold-colon", "## Grading\n", "* **{n}**: {v} %", "\n", "\n" },
  { "bullet-brackets", "## Evaluation\n", "- {n} ({v}%)", "\n", "\n" },
  { "bullet-dash", "## Assessment\n", "- {n} - {v}%", "\n", "\n" },
  { "bullet-long-dash", "## Assessment\n", "- {n} — {v}%", "\n", "\n" },
  { "bullet-percent-first", "## Grading\n", "- {v}% {n}", "\n", "\n" },
  { "bullet-percent-colon", "## Grading\n", "- {v}%: {n}", "\n", "\n" },
  { "bullet-percent-equals", "## Grading\n", "- {v}% = {n}", "\n", "\n" },
  { "bullet-percent-for", "## Grading\n", "- {v}% for {n}", "\n", "\n" },
  { "bullet-linked", "## Grading\n", "- [{n}](page.md): {v}%", "\n", "\n" },
  { "bullet-worth", "## Grading\n", "- {n}, worth {v}% of your grade", "\n", "\n" },
  { "numbered", "## Grading\n", "1. {n}: {v}%", "\n", "\n" },
  { "bare-lines", "## Grading\n", "{n}: {v}%  ", "\n", "\n" },
  { "bare-percent-first", "## Grading\n", "{v}% {n}  ", "\n", "\n" },
  { "paragraphs", "## Grading\n", "**{n} ({v}%)**: see below.", "\n\n", "\n" },
  { "table", "## Grading\n| Component | Weight |\n|---|---|\n", "| {n} | {v}% |", "\n", "\n" },
  { "table-plain-numbers", "| Category | Percentage |\n|---|---|\n", "| {n} | {v} |", "\n", "\n" },
  { "table-total", "## Grading\n| What | Percent |\n|---|---|\n", "| {n} | {v}% |", "\n",
    "\n| **Total** | **100%** |\n" },
  { "table-weight-first", "## Grading\n| Weight | Component |\n|---|---|\n", "| {v}% | {n} |", "\n",
    "\n" },
  { "table-no-edges", "## Grading\nComponent | Weight\n--- | ---\n", "{n} | {v}%", "\n", "\n" },
  { "table-third-column", "## Grading\n| Item | Who | Weight |\n|---|---|---|\n",
    "| {n} | alone | {v}% |", "\n", "\n" },
  { "html-table", "## Grading\n<table><tr><th>Part</th><th>Weight</th></tr>",
    "<tr><td>{n}</td><td>{v}%</td></tr>", "\n", "</table>\n" },
  { "code", "## Grading\n```\n", "{v}%  {n}", "\n", "\n```\n" },
  { "headings", "# Grading\n", "### {n} ({v}%)\nText.", "\n", "\n" },
  { "sentence-percent-first", "## Grading\nYour grade is computed from ", "{v}% {n}", ", ", ".\n" },
  { "sentence-brackets", "## Grading\nThe final grade is based on ", "{n} ({v}%)", ", ", ".\n" },
  { "sentence-label", "**Grading:** ", "{v}% {n}", ", ", "\n" },
  { "semicolons", "## Grading\n", "{n} {v}%", "; ", "\n" },
  { "words", "## Grading\n", "- {n}: {v} percent", "\n", "\n" },
};

static const Style letter_styles[] = {
  { "table", "| Letter | Minimum |\n|---|---|\n", "| {n} | {v}% |", "\n", "\n" },
  { "table-bold", "| Grade | From |\n|---|---|\n", "| **{n}** | {v} |", "\n", "\n" },
  { "table-at-least", "| Grade | Score |\n|---|---|\n", "| {n} | ≥ {v}% |", "\n", "\n" },
  { "table-range", "| Score | Grade |\n|---|---|\n", "| {v} - 100 | {n} |", "\n", "\n" },
  { "list", "## Letter grades\n", "- {n}: {v}%", "\n", "\n" },
  { "list-plus", "## Letter grades\n", "- {n}: {v}+", "\n", "\n" },
  { "list-and-above", "## Letter grades\n", "- {v}% and above: {n}", "\n", "\n" },
  { "list-sign", "## Letter grades\n", "- {n} >= {v}", "\n", "\n" },
  { "lines-equals", "## Letter grades\n", "{n} = {v}%  ", "\n", "\n" },
  { "sentence", "The letters are ", "{n}: {v}", ", ", ".\n" },
  { "sentence-brackets", "Letters: ", "{n} ({v}%)", ", ", "\n" },
  { "entities", "| Range | Letter |\n|---|---|\n", "| {v} &le; grade | {n} |", "\n", "\n" },
  { "html", "<table><tr><th>Letter</th><th>Min</th></tr>", "<tr><td>{n}</td><td>{v}</td></tr>", "",
    "</table>\n" },
};

static const Style row_styles[] = {
  { "table", "| Date | Topic |\n|---|---|\n", "| {v} | {n} |", "\n", "\n" },
  { "table-bold", "| Date | Topic |\n|---|---|\n", "| **{v}** | **{n}** |", "\n", "\n" },
  { "table-week", "| # | Date | Topic | Reading |\n|---|---|---|---|\n", "| 1 | {v} | {n} | |",
    "\n", "\n" },
  { "table-no-edges", "Date | Topic | Notes\n--- | --- | ---\n", "{v} | {n} | x", "\n", "\n" },
  { "table-no-delimiter", "Date | Topic | Notes\n", "{v} | {n} | x", "\n", "\n" },
  { "html", "<table><tr><th>Date</th><th>Topic</th></tr>", "<tr><td>{v}</td><td>{n}</td></tr>",
    "\n", "</table>\n" },
  { "list", "## Schedule\n", "- {v}: {n}", "\n", "\n" },
  { "list-bold", "## Schedule\n", "- **{v}**: {n}", "\n", "\n" },
  { "list-dash", "## Schedule\n", "* {v} - {n}", "\n", "\n" },
  { "headings", "## Schedule\n", "### {v}: {n}\nText.", "\n", "\n" },
  { "headings-brackets", "## Schedule\n", "### {n} ({v})\nText.", "\n", "\n" },
  { "definitions", "", "{v}\n: {n}", "\n\n", "\n" },
  { "nested", "## Schedule\n", "- {v}\n    - {n}", "\n", "\n" },
  { "nested-bold", "## Schedule\n", "* **{v}**\n    * {n}", "\n", "\n" },
  { "table-topic-first", "| # | Topic | Date |\n|---|---|---|\n", "| 1 | {n} | {v} |", "\n", "\n" },
  { "table-when", "| When | What |\n|---|---|\n", "| {v} | {n} |", "\n", "\n" },
  { "table-no-names", "| | |\n|---|---|\n", "| {v} | {n} |", "\n", "\n" },
  { "tabs", "Date\tTopic\tReading\n", "{v}\t{n}\tChapter", "\n", "\n" },
  { "list-nothing-between", "## Schedule\n", "- {v} {n}", "\n", "\n" },
  { "list-comma", "## Schedule\n", "- {v}, {n}", "\n", "\n" },
  { "list-bold-nothing-between", "## Schedule\n", "- **{v}** {n}", "\n", "\n" },
  { "list-numbered", "## Schedule\n", "1. {v}: {n}", "\n", "\n" },
  { "headings-alone", "## Schedule\n", "### {v}\n\n{n}", "\n\n", "\n" },
  { "headings-above-items", "## Schedule\n", "### {v}\n\n- {n}", "\n\n", "\n" },
  { "headings-above-dates", "## Schedule\n", "### {n}\n\n{v}\n", "\n", "\n" },
  { "paragraphs-bold", "## Schedule\n", "**{v}** {n}", "\n\n", "\n" },
  { "paragraphs-all-bold", "## Schedule\n", "**{v}: {n}**\n\nText.", "\n\n", "\n" },
  { "paragraphs-of-two-lines", "## Schedule\n", "**{v}**\n{n}", "\n\n", "\n" },
};

/* The name is when a class meets, the value where. */
static const Style place_styles[] = {
  { "comma", "", "Lectures: {n}, {v}", "", "\n" },
  { "in", "", "**Lectures**: {n} in {v}", "", "\n" },
  { "at-sign", "", "- Lecture: {n} @ {v}", "", "\n" },
  { "brackets", "", "- **Lecture:** {n} ({v})", "", "\n" },
  { "bar", "", "**Lecture** {n} | {v}", "", "\n" },
  { "semicolon", "", "Class: {n}; {v}", "", "\n" },
  { "dash", "", "Class meets: {n} - {v}", "", "\n" },
  { "labels", "", "**Time:** {n}  \n**Location:** {v}", "", "\n" },
  { "items", "", "- When: {n}\n- Where: {v}", "", "\n" },
  { "room", "", "Lecture: {n}\nRoom: {v}", "", "\n" },
  { "paragraphs", "", "**Class time**: {n}\n\n**Class location**: {v}", "", "\n" },
  { "place-first", "", "* Place: {v}\n* Time: {n}", "", "\n" },
  { "sentence", "", "Class meets {n} in {v}.", "", "\n" },
  { "table", "| Class | Time | Location |\n|---|---|---|\n", "| Lecture | {n} | {v} |", "", "\n" },
  { "table-of-keys", "| | |\n|---|---|\n", "| **Time** | {n} |\n| **Location** | {v} |", "", "\n" },
  { "table-of-keys-without-a-head", "", "| Time | {n} |\n|---|---|\n| Room | {v} |", "", "\n" },
  { "html", "", "<b>Time</b>: {n}<br>\n<b>Location</b>: {v}<br>", "", "\n" },
  { "html-table", "",
    "<table><tr><td>Time</td><td>{n}</td></tr><tr><td>Place</td><td>{v}</td></tr>", "",
    "</table>\n" },
  { "headings", "", "## Time\n\n{n}\n\n## Location\n\n{v}", "", "\n" },
  { "lines-below-a-heading", "## Lectures\n\n", "{n}  \n{v}", "", "\n" },
  { "items-below-a-heading", "## Lectures\n\n", "- {n}\n- {v}", "", "\n" },
  { "items-below-an-item", "", "- Lectures\n    - {n}\n    - {v}", "", "\n" },
  { "lines-below-bold", "", "**Lectures**  \n{n}  \n{v}", "", "\n" },
  { "definitions", "", "Lectures\n: {n}\n\nLocation\n: {v}", "", "\n" },
  { "one-line", "", "**When:** {n} **Where:** {v}", "", "\n" },
  { "both-in-a-label", "", "**Time & location:** {n}, {v}", "", "\n" },
};

/* The value is where all hours of a section are; its times follow, or stand where "{n}" is. */
static const Style once_styles[] = {
  { "heading-brackets", "## Office hours ({v})\n\n{n}" },
  { "heading-colon", "## Office hours: {v}\n\n{n}" },
  { "heading-at-sign", "## Office hours @ {v}\n\n{n}" },
  { "heading-comma", "## Office hours, {v}\n\n{n}" },
  { "heading-dash", "## Office hours - {v}\n\n{n}" },
  { "heading-in", "## Office hours in {v}\n\n{n}" },
  { "held-in", "## Office hours\n\nOffice hours are held in {v}.\n\n{n}" },
  { "all-in", "## Office hours\n\nAll office hours will be in {v}.\n\n{n}" },
  { "unless", "## Office hours\n\nUnless noted otherwise, office hours are in {v}.\n\n{n}" },
  { "label", "## Office hours\n\n**Where:** {v}\n\n{n}" },
  { "bare", "## Office hours\n\nHeld in {v}.\n\n{n}" },
  { "bare-lead", "## Office hours\n\nAll in {v}:\n\n{n}" },
  { "lead", "**Office hours** (all in {v}):\n\n{n}" },
  { "sentence-below", "## Office hours\n\n{n}\nAll office hours are held in {v}.\n" },
  { "label-below", "## Office hours\n\n{n}\nLocation: {v}\n" },
};

/* Of Ann on Monday from 10 to 11, in Birch Hall 204, and of Bo on Thursday from 2 to 3:30. */
static const char *const hour_tables[] = {
  "| Ann Lee | Monday | 10:00-11:00am | Birch Hall 204 |\n|---|---|---|---|\n"
  "| Bo Ray | Thursday | 2-3:30pm | Birch Hall 204 |\n",
  "| | | | |\n|---|---|---|---|\n| Ann Lee | Mon | 10:00-11:00am | Birch Hall 204 |\n"
  "| Bo Ray | Thu | 2-3:30pm | Birch Hall 204 |\n",
  "| | | | |\n|---|---|---|---|\n| Birch Hall 204 | M | 10:00-11:00 | Ann Lee |\n"
  "| Birch Hall 204 | Th | 14:00-15:30 | Bo Ray |\n",
  "| Mon | 10:00-11:00 | Birch Hall 204 | Ann Lee |\n|---|---|---|---|\n"
  "| Thu | 14:00-15:30 | Birch Hall 204 | Bo Ray |\n",
  "| TA | Days | Hours | Where |\n|---|---|---|---|\n"
  "| Ann Lee | Monday | 10:00 am - 11:00 am | Birch Hall 204 |\n"
  "| Bo Ray | Thursday | 2:00 pm - 3:30 pm | Birch Hall 204 |\n",
  "<table>\n<td>Ann Lee</td><td>Mon</td><td>10:00-11:00</td><td>Birch Hall 204</td></tr>\n"
  "<tr><td>Bo Ray</td><td>Thu</td><td>14:00-15:30</td><td>Birch Hall 204</td></tr></table>\n",
};

static const Fact weights[]
    = { { "Homework", "40" }, { "Midterm exam", "22.5" }, { "Final project", "37.5" } };
static const Fact letters[] = { { "A", "93" }, { "A-", "90" }, { "B+", "86.5" }, { "C", "70" } };
static const Fact month_names[] = { { "Sorting", "Sep 3" },
                                    { "Hash tables", "September 8" },
                                    { "Graph search", "Sep. 10" },
                                    { "Flow", "Oct 1" } };
static const Fact slashes[] = {
  { "Sorting", "9/3" }, { "Hash tables", "9/8" }, { "Graph search", "9/10" }, { "Flow", "10/1" }
};
static const Fact weekdays[] = { { "Sorting", "Tue 9/3" },
                                 { "Hash tables", "Sun, Sep 8" },
                                 { "Graph search", "Tuesday, September 10" },
                                 { "Flow", "Tues 10/1" } };
static const Fact years[] = { { "Sorting", "2024-09-03" },
                              { "Hash tables", "2024-09-08" },
                              { "Graph search", "2024-09-10" },
                              { "Flow", "2024-10-01" } };
static const Fact days_first[] = { { "Sorting", "3 Sep" },
                                   { "Hash tables", "8 September" },
                                   { "Graph search", "10 Sept" },
                                   { "Flow", "1st October" } };
static const Fact dotted[] = { { "Sorting", "03.09." },
                               { "Hash tables", "08.09." },
                               { "Graph search", "10.09." },
                               { "Flow", "01.10." } };

static const Fact day_letters[] = { { "Sorting", "T 9/3" },
                                    { "Hash tables", "Su, Sep 8" },
                                    { "Graph search", "T, 9/10" },
                                    { "Flow", "T Oct 1" } };
static const Fact days_behind[] = { { "Sorting", "Sep 3 (Tue)" },
                                    { "Hash tables", "9/8 (Su)" },
                                    { "Graph search", "Sep 10 (T)" },
                                    { "Flow", "Oct 1 (Tuesday)" } };
static const Fact ordinals[] = { { "Sorting", "September 3rd" },
                                 { "Hash tables", "Sunday, September 8th" },
                                 { "Graph search", "Sept. 10th" },
                                 { "Flow", "Tuesday 1st October" } };

static const char *const times[] = { "MW 10:30-11:45",
                                     "Mon/Wed 10:30am-11:45am",
                                     "Monday & Wednesday, 10:30 AM – 11:45 AM",
                                     "Mondays and Wednesdays from 10:30 to 11:45am",
                                     "M,W 10:30-11:45",
                                     "MoWe 10:30AM - 11:45AM",
                                     "MW, 10:30-11:45 a.m." };
static const char *const places[] = { "Birch Hall 204",  "Birch Hall, Room 204",  "204 Birch Hall",
                                      "Birch Hall 204A", "Building 12, Room 204", "Room 204" };

/* Lines of office hours: a person, a place and a time in any order and between any marks. */
static const char *const hour_lines[] = {
  "{n}, {v}, {t}",
  "{n}, {t}, {v}",
  "{n}: {v}, {t}",
  "{n}: {t}, {v}",
  "{n} ({v}): {t}",
  "{n} ({v}) {t}",
  "{n} ({t}, {v})",
  "{n} [{t}, {v}]",
  "{n} - {t} - {v}",
  "{n} - {v} - {t}",
  "{n} | {t} | {v}",
  "{n}; {t}; {v}",
  "{n} (TA), {t}, {v}",
  "{n} (ann@x.edu): {t}, {v}",
  "{n} holds hours {t} in {v}",
  "{n} will be in {v} on {t}",
  "{n}'s office hours: {t}, {v}",
  "**{n}**: {t}, {v}",
  "{v}, {t} ({n})",
  "{v}: {t} ({n})",
  "{v} {t} ({n})",
  "{v}, {t}, {n}",
  "{t}, {n}, {v}",
  "{t}, {v}, {n}",
  "{t} ({n}), {v}",
  "{t} {v} ({n})",
  "{t}: {n} ({v})",
  "{t}: {v} ({n})",
  "{t} — {n} — {v}",
  "{t} with {n} in {v}",
  "{t} @ {v} w/ {n}",
  "**{t}**: {n}, {v}",
};

/* Lines of classes: a kind, a place and a time, some with who teaches, in any order. */
static const char *const class_lines[] = {
  "{k}: {t}, {v}",       "{k}: {v}, {t}",       "{k}: {v} ({t})",         "{k} ({t}): {v}",
  "{k}: {v} on {t}",     "{k} in {v}, {t}",     "{k} ({t}, {v})",         "{k}: {t} @ {v}",
  "{k} - {t}, {v}",      "{k} — {t} — {v}",     "**{k}** {t}, {v}",       "{k}: {t} • {v}",
  "{k}: {v} | {t}",      "{k}: {t}; {v}",       "{k}: {t} [{v}]",         "{k}: {t}, {v}, {n}",
  "{k}: {t}, {v} ({n})", "{k} ({n}): {t}, {v}", "{k} with {n}: {t}, {v}", "{k} with {n}: {v}, {t}",
  "{n}, {k}: {v}, {t}",
};

static char *
replace (const char *text, const char *mark, const char *with)
{
  g_auto (GStrv) parts = g_strsplit (text, mark, -1);

  return g_strjoinv (with, parts);
}

static char *
print (const Style *style, const Fact *facts, guint n_facts)
{
  GString *page = g_string_new (style->before);

  for (guint i = 0; i < n_facts; i++)
    {
      g_autofree char *named = replace (style->fact, "{n}", facts[i].name);
      g_autofree char *fact = replace (named, "{v}", facts[i].value);

      g_string_append_printf (page, "%s%s", i > 0 ? style->between : "", fact);
    }
  g_string_append (page, style->after);
  return g_string_free (page, FALSE);
}

/* Compares a list of records with facts by two of their fields; says which style went wrong. */
static void
compare (const Style *style,
         const char *page,
         GPtrArray *records,
         const char *const *fields,
         const Fact *facts,
         guint n_facts)
{
  if (records->len != n_facts)
    g_test_fail_printf ("%s: %u facts of %u in\n%s", style->name, records->len, n_facts, page);
  for (guint i = 0; i < MIN (records->len, n_facts); i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      g_autofree char *name
          = carrel_record_dup_field (record, carrel_record_find_field (record, fields[0]));
      g_autofree char *value
          = carrel_record_dup_field (record, carrel_record_find_field (record, fields[1]));

      if (g_strcmp0 (name, facts[i].name) != 0 || g_strcmp0 (value, facts[i].value) != 0)
        g_test_fail_printf ("%s: “%s” “%s” instead of “%s” “%s” in\n%s", style->name, name, value,
                            facts[i].name, facts[i].value, page);
    }
}

static void
weights_in_every_style (void)
{
  static const char *const fields[] = { "name", "weight_total" };

  for (guint i = 0; i < G_N_ELEMENTS (weight_styles); i++)
    {
      g_autofree char *page = print (&weight_styles[i], weights, G_N_ELEMENTS (weights));
      g_autoptr (CarrelCourse) course = read_page (page);

      compare (&weight_styles[i], page, course->grading, fields, weights, G_N_ELEMENTS (weights));
    }
}

static void
letters_in_every_style (void)
{
  static const char *const fields[] = { "letter", "min" };

  for (guint i = 0; i < G_N_ELEMENTS (letter_styles); i++)
    {
      g_autofree char *page = print (&letter_styles[i], letters, G_N_ELEMENTS (letters));
      g_autoptr (CarrelCourse) course = read_page (page);

      compare (&letter_styles[i], page, course->letter_grades, fields, letters,
               G_N_ELEMENTS (letters));
      g_assert_cmpuint (course->grading->len, ==, 0);
    }
}

static void
rows_in_every_style (void)
{
  static const char *const fields[] = { "topic", "date" };
  static const Fact *const dates[] = { month_names, slashes,     weekdays,    years,   days_first,
                                       dotted,      day_letters, days_behind, ordinals };

  for (guint i = 0; i < G_N_ELEMENTS (row_styles); i++)
    for (guint j = 0; j < G_N_ELEMENTS (dates); j++)
      {
        g_autofree char *page = print (&row_styles[i], dates[j], 4);
        g_autoptr (CarrelCourse) course = read_page (page);
        Fact expected[4];

        for (guint k = 0; k < 4; k++)
          expected[k] = (Fact){ years[k].name, years[k].value + (dates[j] == years ? 0 : 5) };
        compare (&row_styles[i], page, course->schedule, fields, expected, 4);
      }
}

static void
check_place (const Style *style, const char *time, const char *place)
{
  const Fact fact = { time, place };
  g_autofree char *text = print (style, &fact, 1);
  g_autofree char *page = g_strconcat ("# CS 101: Algebra\n\n", text, NULL);
  g_autoptr (CarrelCourse) course = read_page (page);
  const CarrelMeeting *meeting
      = course->meetings->len == 1 ? g_ptr_array_index (course->meetings, 0) : NULL;

  if (meeting == NULL || meeting->days != (CARREL_MONDAY | CARREL_WEDNESDAY)
      || meeting->start != 10 * 60 + 30 || meeting->end != 11 * 60 + 45
      || g_strcmp0 (meeting->location, place) != 0)
    g_test_fail_printf ("%s: “%s” in\n%s", style->name,
                        meeting != NULL ? meeting->location : "no meeting", page);
}

static void
places_in_every_style (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (place_styles); i++)
    for (guint j = 0; j < G_N_ELEMENTS (times); j++)
      for (guint k = 0; k < G_N_ELEMENTS (places); k++)
        check_place (&place_styles[i], times[j], places[k]);
}

/* Whether the hours of a page are those of Monday and of Thursday, both at @place. */
static void
check_hours (const char *name, const char *page, const char *place, gboolean has_people)
{
  static const CarrelDays days[] = { CARREL_MONDAY, CARREL_THURSDAY };
  static const int starts[] = { 10 * 60, 14 * 60 };
  static const char *const people[] = { "Ann Lee", "Bo Ray" };
  g_autoptr (CarrelCourse) course = read_page (page);

  if (course->office_hours->len != 2 || course->meetings->len > 0 || course->code != NULL)
    g_test_fail_printf ("%s: %u hours, %u classes, code “%s” in\n%s", name,
                        course->office_hours->len, course->meetings->len, course->code, page);
  for (guint i = 0; i < MIN (course->office_hours->len, 2); i++)
    {
      const CarrelOfficeHour *hour = g_ptr_array_index (course->office_hours, i);

      if (hour->day != days[i] || hour->start != starts[i] || g_strcmp0 (hour->location, place) != 0
          || (has_people && g_strcmp0 (hour->person, people[i]) != 0))
        g_test_fail_printf ("%s: “%s” of “%s” in\n%s", name, hour->location, hour->person, page);
    }
}

static void
a_place_said_once_in_every_style (void)
{
  static const char *const hours[]
      = { "- Monday 10:00-11:00\n- Thursday 2-3:30pm\n",
          "| Day | Time |\n|---|---|\n| Monday | 10:00-11:00 |\n| Thursday | 2-3:30pm |\n" };

  for (guint i = 0; i < G_N_ELEMENTS (once_styles); i++)
    for (guint j = 0; j < G_N_ELEMENTS (hours); j++)
      for (guint k = 0; k < G_N_ELEMENTS (places); k++)
        {
          g_autofree char *timed = replace (once_styles[i].before, "{n}", hours[j]);
          g_autofree char *text = replace (timed, "{v}", places[k]);
          g_autofree char *page = g_strconcat ("# Algebra\n\n", text, NULL);

          check_hours (once_styles[i].name, page, places[k], FALSE);
        }
}

static void
hours_in_tables_with_and_without_a_head (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hour_tables); i++)
    {
      g_autofree char *page
          = g_strconcat ("# Algebra\n\n## Office hours\n\n", hour_tables[i], NULL);

      check_hours ("table", page, "Birch Hall 204", TRUE);
    }
}

static char *
print_line (const char *line, const char *person, const char *time, const char *place)
{
  g_autofree char *named = replace (line, "{n}", person);
  g_autofree char *timed = replace (named, "{t}", time);

  return replace (timed, "{v}", place);
}

static void
people_places_and_times_in_any_order (void)
{
  static const char *const spelled[][2]
      = { { "Mon 10-11am", "Thu 2-3:30pm" },
          { "Monday 10:00-11:00", "Thursday 14:00-15:30" },
          { "Mondays from 10 to 11am", "Thursdays 2pm to 3:30pm" } };

  for (guint i = 0; i < G_N_ELEMENTS (hour_lines); i++)
    for (guint j = 0; j < G_N_ELEMENTS (spelled); j++)
      for (guint k = 0; k < G_N_ELEMENTS (places); k++)
        {
          g_autofree char *first = print_line (hour_lines[i], "Ann Lee", spelled[j][0], places[k]);
          g_autofree char *second = print_line (hour_lines[i], "Bo Ray", spelled[j][1], places[k]);
          g_autofree char *page
              = g_strdup_printf ("# Algebra\n\n## Office hours\n\n- %s\n- %s\n", first, second);

          check_hours (hour_lines[i], page, places[k], TRUE);
        }
}

/* Whether a page has a lecture on Mondays and Wednesdays, and a lab on Fridays, both at @place. */
static void
check_classes (const char *name, const char *page, const char *place, gboolean has_people)
{
  static const CarrelDays days[] = { CARREL_MONDAY | CARREL_WEDNESDAY, CARREL_FRIDAY };
  static const int starts[] = { 10 * 60, 14 * 60 };
  static const char *const kinds[] = { "lecture", "lab" };
  static const char *const people[] = { "Ann Lee", "Bo Ray" };
  g_autoptr (CarrelCourse) course = read_page (page);

  if (course->meetings->len != 2 || course->office_hours->len > 0
      || course->staff->len != (has_people ? 2 : 0))
    g_test_fail_printf ("%s: %u classes, %u hours, %u people in\n%s", name, course->meetings->len,
                        course->office_hours->len, course->staff->len, page);
  for (guint i = 0; i < MIN (course->meetings->len, 2); i++)
    {
      const CarrelMeeting *meeting = g_ptr_array_index (course->meetings, i);

      if (meeting->days != days[i] || meeting->start != starts[i]
          || g_strcmp0 (meeting->location, place) != 0 || g_strcmp0 (meeting->kind, kinds[i]) != 0
          || g_strcmp0 (meeting->person, has_people ? people[i] : NULL) != 0)
        g_test_fail_printf ("%s: %s at “%s” of “%s” in\n%s", name, meeting->kind, meeting->location,
                            meeting->person, page);
    }
}

static void
classes_places_and_teachers_in_any_order (void)
{
  static const char *const spelled[][2]
      = { { "MW 10-11am", "Fri 2-3:30pm" },
          { "Mon/Wed 10:00-11:00", "Friday 14:00-15:30" },
          { "Mondays and Wednesdays from 10 to 11am", "Fridays 2pm to 3:30pm" } };

  for (guint i = 0; i < G_N_ELEMENTS (class_lines); i++)
    for (guint j = 0; j < G_N_ELEMENTS (spelled); j++)
      for (guint k = 0; k < G_N_ELEMENTS (places); k++)
        {
          g_autofree char *lecture = replace (class_lines[i], "{k}", "Lecture");
          g_autofree char *lab = replace (class_lines[i], "{k}", "Lab");
          g_autofree char *first = print_line (lecture, "Ann Lee", spelled[j][0], places[k]);
          g_autofree char *second = print_line (lab, "Bo Ray", spelled[j][1], places[k]);
          g_autofree char *page
              = g_strdup_printf ("# Algebra\n\n## Meetings\n\n- %s\n- %s\n", first, second);

          check_classes (class_lines[i], page, places[k], strstr (class_lines[i], "{n}") != NULL);
        }
}

static void
reading_twice_finds_the_same (void)
{
  g_autofree char *page = print (&weight_styles[0], weights, G_N_ELEMENTS (weights));
  g_autoptr (CarrelCourse) first = read_page (page);
  g_autoptr (CarrelCourse) second = read_page (page);

  g_assert_true (carrel_record_equal (first, second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/import/styles/weights-in-every-style", weights_in_every_style);
  g_test_add_func ("/carrel/import/styles/letters-in-every-style", letters_in_every_style);
  g_test_add_func ("/carrel/import/styles/rows-in-every-style", rows_in_every_style);
  g_test_add_func ("/carrel/import/styles/places-in-every-style", places_in_every_style);
  g_test_add_func ("/carrel/import/styles/a-place-said-once-in-every-style",
                   a_place_said_once_in_every_style);
  g_test_add_func ("/carrel/import/styles/hours-in-tables-with-and-without-a-head",
                   hours_in_tables_with_and_without_a_head);
  g_test_add_func ("/carrel/import/styles/people-places-and-times-in-any-order",
                   people_places_and_times_in_any_order);
  g_test_add_func ("/carrel/import/styles/classes-places-and-teachers-in-any-order",
                   classes_places_and_teachers_in_any_order);
  g_test_add_func ("/carrel/import/styles/reading-twice-finds-the-same",
                   reading_twice_finds_the_same);
  return g_test_run ();
}
