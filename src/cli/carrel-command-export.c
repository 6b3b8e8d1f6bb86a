/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* carrelctl export: writes a course of the database in another format. */
#define G_LOG_DOMAIN "carrel-command-export"

#include "config.h"

#include "carrel-cli-store.h"
#include "carrel-cli-term.h"
#include "carrel-cli.h"
#include "carrel-clock.h"
#include "carrel-export.h"
#include "carrel-page-rewrite.h"
#include "carrel-section-source.h"
#include "carrel-store-versions.h"

#include <glib/gi18n.h>
#include <string.h>

#define NOT_GIVEN G_MININT

static char *format_name;
static char *output_path;
static char *person;
static char *session;
static int alarm_minutes = NOT_GIVEN;

static const GOptionEntry options[] = {
  { "to", 't', 0, G_OPTION_ARG_STRING, &format_name,
    N_ ("Write this format: pack (the default), markdown, ics or text"), N_ ("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path,
    N_ ("Write to a file instead of standard output"), N_ ("FILE") },
  { "person", 0, 0, G_OPTION_ARG_STRING, &person,
    N_ ("Only the hours and meetings of this person (ics)"), N_ ("NAME") },
  { "session", 0, 0, G_OPTION_ARG_STRING, &session,
    N_ ("Only the meeting, hour or row of this id (ics); --to=pack shows the ids"), N_ ("ID") },
  { "alarm", 0, 0, G_OPTION_ARG_INT, &alarm_minutes,
    N_ ("An alarm so many minutes before each event (ics)"), N_ ("MINUTES") },
  { NULL },
};

/* A part that the course does not have would make a calendar of nothing. */
static gboolean
check_part (const char *text, GError **error)
{
  const char *part = session != NULL ? session : person;

  if (part == NULL || strstr (text, "BEGIN:VCALENDAR") == NULL
      || strstr (text, "BEGIN:VEVENT") != NULL)
    return TRUE;
  /* Translators: %s is the name of a person or the short technical name of a session. */
  g_set_error (
      error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
      _ ("The course has nothing of “%s” in its calendar: “carrelctl export” without options "
         "shows its people and ids"),
      part);
  return FALSE;
}

/* The file that a person corrects: the one that is written, or else the one that was read. */
static const char *
get_page_name (const CarrelCourse *course, int line)
{
  const CarrelRecord *section;
  int body_line;

  if (output_path != NULL)
    return output_path;
  section = (const CarrelRecord *) carrel_section_source_find (course->sections, line, &body_line);
  return section != NULL && section->file != NULL ? section->file : course->id;
}

/* What was changed since the page was read is written into its text, and what the text cannot be
 * made to say is said. */
static gboolean
bring_page_in_line (CarrelStore *store, const char *id, CarrelCourse *course, GError **error)
{
  g_autoptr (CarrelCourse) published = carrel_store_load_published (store, id, error);
  g_autoptr (GPtrArray) untold = NULL;

  if (published == NULL)
    return FALSE;
  untold = carrel_page_rewrite (published, course);
  for (guint i = 0; i < untold->len; i++)
    {
      const CarrelFinding *finding = g_ptr_array_index (untold, i);

      /* Translators: a file, the number of a line, and a sentence that says what the page does not
       * say. */
      g_printerr (_ ("%s:%d: %s Write it on the page."), get_page_name (course, finding->line),
                  finding->line, finding->text);
      g_printerr ("\n");
    }
  return TRUE;
}

/* The course as @format writes it. */
static CarrelCourse *
load_course (CarrelStore *store,
             const CarrelExportFormat *format,
             const char *wanted,
             GError **error)
{
  g_autofree char *id = carrel_cli_find_course (store, wanted, error);
  g_autoptr (CarrelCourse) stored = id != NULL ? carrel_store_load_course (store, id, error) : NULL;
  g_autoptr (CarrelCourse) course = NULL;

  if (stored == NULL)
    return NULL;
  course = carrel_record_copy (stored);
  if (g_str_equal (format->name, "markdown") && !bring_page_in_line (store, id, course, error))
    return NULL;
  return g_steal_pointer (&course);
}

static gboolean
export_course (const CarrelExportFormat *format, const char *wanted, GError **error)
{
  g_autoptr (CarrelClock) clock = carrel_clock_new_from_environment (error);
  g_autoptr (CarrelStore) store = NULL;
  g_autoptr (CarrelCourse) course = NULL;
  g_autofree char *text = NULL;
  CarrelExportOptions choices
      = { .person = person, .fact = session, .alarm = MAX (alarm_minutes, CARREL_EXPORT_NO_ALARM) };

  if (clock == NULL)
    return FALSE;
  store = carrel_cli_open_store (CARREL_CLI_OPEN_WITH_EXAMPLE, error);
  if (store == NULL)
    return FALSE;
  course = load_course (store, format, wanted, error);
  if (course == NULL)
    return FALSE;
  choices.now = carrel_clock_get_now (clock);
  choices.zone = carrel_clock_get_zone (clock);
  text = format->write (course, &choices);
  if (!check_part (text, error))
    return FALSE;
  carrel_cli_warn_of_calendar (course, text);
  return carrel_cli_write (text, strlen (text), output_path, error);
}

/* The first option that is given and means nothing in other formats. */
static const char *
find_calendar_option (void)
{
  if (person != NULL)
    return "--person";
  if (session != NULL)
    return "--session";
  return alarm_minutes != NOT_GIVEN ? "--alarm" : NULL;
}

static CarrelExit
run_export (const char *const *operands)
{
  const CarrelExportFormat *format
      = carrel_export_find_format (format_name != NULL ? format_name : "pack");
  g_autoptr (GError) error = NULL;

  if (format == NULL)
    /* Translators: what was given as the name of a format. */
    return carrel_cli_refuse_use (_ ("there is no format “%s”"), format_name);
  if (alarm_minutes != NOT_GIVEN && alarm_minutes < 0)
    return carrel_cli_refuse_use ("%s", _ ("--alarm goes from 0 minutes"));
  if (find_calendar_option () != NULL && !g_str_equal (format->name, "ics"))
    /* Translators: an option, such as --person. */
    return carrel_cli_refuse_use (_ ("%s is for a calendar, which needs --to=ics"),
                                  find_calendar_option ());
  if (export_course (format, operands[0], &error))
    return CARREL_EXIT_DONE;
  carrel_cli_print_error (error);
  return CARREL_EXIT_REFUSED;
}

const CarrelCommand carrel_command_export = {
  "export",
  N_ ("[COURSE]"),
  N_ ("Write a course in another format; nothing private is in it"),
  options,
  0,
  1,
  run_export,
};
