/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks of the facts of a course, and of all its files together. */
#define G_LOG_DOMAIN "carrel-check"

#include "config.h"

#include "carrel-check.h"

#include "carrel-check-page.h"
#include "carrel-format-occurrence.h"
#include "carrel-import-format.h"
#include "carrel-row-date.h"
#include "carrel-schedule-reader.h"
#include "carrel-section-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_MINUTES_OVER_MIDNIGHT (12 * 60)

/* A meeting or an office hour as a place and a time of the week. */
typedef struct
{
  const CarrelRecord *record;
  CarrelDays days;
  int start;
  int end;
  const char *location;
  const char *person;
  gboolean is_online;
} CarrelCheckSlot;

static void
free_finding (gpointer data)
{
  CarrelFinding *finding = data;

  g_free (finding->file);
  g_free (finding->text);
  g_free (finding->name);
  g_free (finding->url);
  g_free (finding);
}

static void
add_questions (const CarrelCourse *course, GPtrArray *findings)
{
  for (guint i = 0; i < course->questions->len; i++)
    {
      const CarrelQuestion *question = g_ptr_array_index (course->questions, i);

      carrel_check_add (findings, question->record.file, question->record.line, question->text)
          ->kind
          = CARREL_FINDING_QUESTION;
    }
}

static gboolean
is_online (const char *location)
{
  static const char *const names[] = { "zoom", "online", "remote", "virtual" };
  g_autofree char *folded = location != NULL ? g_utf8_casefold (location, -1) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (names); i++)
    if (strstr (folded, names[i]) != NULL)
      return TRUE;
  return FALSE;
}

static GArray *
list_slots (const CarrelCourse *course)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (CarrelCheckSlot));

  for (guint i = 0; i < course->meetings->len; i++)
    {
      const CarrelMeeting *meeting = g_ptr_array_index (course->meetings, i);
      CarrelCheckSlot slot = { &meeting->record,
                               meeting->days,
                               meeting->start,
                               meeting->end,
                               meeting->location,
                               meeting->person,
                               is_online (meeting->location) };

      g_array_append_val (slots, slot);
    }
  for (guint i = 0; i < course->office_hours->len; i++)
    {
      const CarrelOfficeHour *hour = g_ptr_array_index (course->office_hours, i);
      CarrelCheckSlot slot
          = { &hour->record,
              hour->day,
              hour->start,
              hour->end,
              hour->location,
              hour->person,
              is_online (hour->location) || g_strcmp0 (hour->mode, "online") == 0 };

      g_array_append_val (slots, slot);
    }
  return slots;
}

/* Hours may last over midnight; what lasts longer than half a day is a slip of the pen. */
static int
get_end (const CarrelCheckSlot *slot)
{
  return slot->end < 0 || slot->end > slot->start ? slot->end : slot->end + 24 * 60;
}

/* "Office hours, Ann Lee" */
static char *
dup_subject (const CarrelCheckSlot *slot)
{
  const CarrelMeeting *meeting = (const CarrelMeeting *) slot->record;
  gboolean is_meeting = slot->record->type == &carrel_meeting_type;
  const char *kind = is_meeting ? carrel_format_kind_name (meeting->kind)
                                : carrel_format_kind (CARREL_OCCURRENCE_HOURS);

  return carrel_format_line (
      (const char *const[]){ kind, slot->person != NULL ? slot->person : slot->location }, 2);
}

static void
check_times (const GArray *slots, GPtrArray *findings)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const CarrelCheckSlot *slot = &g_array_index (slots, CarrelCheckSlot, i);
      g_autofree char *subject = NULL;
      g_autofree char *start = NULL;
      g_autofree char *end = NULL;
      g_autofree char *text = NULL;

      if (slot->start < 0 || slot->end < 0 || slot->end > slot->start
          || get_end (slot) - slot->start <= MOST_MINUTES_OVER_MIDNIGHT)
        continue;
      subject = dup_subject (slot);
      start = carrel_format_minutes (slot->start, CARREL_FORMAT_DEFAULT);
      end = carrel_format_minutes (slot->end, CARREL_FORMAT_DEFAULT);
      /* Translators: a meeting or office hours, and times of day */
      text
          = g_strdup_printf (_ ("%1$s: The end, %2$s, is not after the start, %3$s: correct one of "
                                "them."),
                             subject, end, start);
      carrel_check_add (findings, slot->record->file, slot->record->line, text);
    }
}

static gboolean
overlap (const CarrelCheckSlot *one, const CarrelCheckSlot *other)
{
  return (one->days & other->days) != 0 && one->start >= 0 && other->start >= 0
         && one->start < get_end (other) && other->start < get_end (one);
}

static gboolean
same_text (const char *one, const char *other)
{
  return one != NULL && other != NULL && *one != '\0' && g_ascii_strcasecmp (one, other) == 0;
}

static void
check_pair (const CarrelCheckSlot *one, const CarrelCheckSlot *other, GPtrArray *findings)
{
  g_autofree char *text = NULL;
  gboolean same_room = same_text (one->location, other->location);

  if (!overlap (one, other))
    return;
  if (same_room && !one->is_online && one->record->type != other->record->type)
    /* Translators: the first %s is a room, then a file and a line */
    text = g_strdup_printf (_ ("“%s” is taken twice at this time: see also %s:%d."), one->location,
                            one->record->file != NULL ? one->record->file : "", one->record->line);
  else if (same_text (one->person, other->person) && !same_room)
    /* Translators: the first %s is a person, then a file and a line */
    text = g_strdup_printf (_ ("%s is in two places at this time: see also %s:%d."), one->person,
                            one->record->file != NULL ? one->record->file : "", one->record->line);
  if (text != NULL)
    carrel_check_add (findings, other->record->file, other->record->line, text);
}

static void
check_clashes (const GArray *slots, GPtrArray *findings)
{
  for (guint i = 0; i < slots->len; i++)
    for (guint j = i + 1; j < slots->len; j++)
      check_pair (&g_array_index (slots, CarrelCheckSlot, i),
                  &g_array_index (slots, CarrelCheckSlot, j), findings);
}

static void
check_weekday (const CarrelPage *page,
               const char *text,
               int line,
               const CarrelDateStyle *style,
               int year,
               GPtrArray *findings)
{
  CarrelRowDate found;

  for (gsize from = 0; carrel_row_date_find (style, text, from, &found); from = found.end)
    {
      g_autofree char *words = g_strndup (text + found.start, found.end - found.start);
      g_autofree char *sentence = NULL;

      /* With a year on the page the import asks already. */
      if (found.date.year > 0 || year == 0 || found.weekday == CARREL_DAY_NONE)
        continue;
      found.date.year = (gint16) year;
      if (!carrel_date_is_valid (found.date)
          || carrel_date_get_weekday (found.date) == found.weekday)
        continue;
      /* Translators: %s is a date with a day of the week, %d a year */
      sentence
          = g_strdup_printf (_ ("“%s”: in %d that date is another day of the week."), words, year);
      carrel_check_add (findings, page->file, line, sentence);
    }
}

static void
check_weekdays (const CarrelPage *page, int year, GPtrArray *findings)
{
  CarrelDateStyle style = { page->words, CARREL_ORDER_MONTH_FIRST };

  style.order = carrel_row_date_decide_page_order (page);
  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    check_weekday (page, carrel_page_get_line (page, i)->text, carrel_page_get_line (page, i)->line,
                   &style, year, findings);
  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    {
      const CarrelBlock *block = carrel_page_get_block (page, i);

      for (guint j = 0; j < block->n_rows; j++)
        for (guint k = 0; k < block->rows[j].n_cells; k++)
          check_weekday (page, block->rows[j].cells[k].text, block->rows[j].line, &style, year,
                         findings);
    }
}

static int
compare_findings (gconstpointer one, gconstpointer other)
{
  const CarrelFinding *first = *(CarrelFinding *const *) one;
  const CarrelFinding *second = *(CarrelFinding *const *) other;
  int order = strcmp (first->file, second->file);

  if (order == 0)
    order = first->line - second->line;
  return order != 0 ? order : strcmp (first->text, second->text);
}

/**
 * carrel_check_new_list:
 *
 * Returns: (transfer full) (element-type CarrelFinding): a list for findings
 */
GPtrArray *
carrel_check_new_list (void)
{
  return g_ptr_array_new_with_free_func (free_finding);
}

/**
 * carrel_check_course:
 * @course: a course as it was read
 *
 * Checks the facts of a course: questions, times, rooms and people.
 *
 * Returns: (transfer full) (element-type CarrelFinding): what was found, by file and line
 */
GPtrArray *
carrel_check_course (const CarrelCourse *course)
{
  GPtrArray *findings = carrel_check_new_list ();
  g_autoptr (GArray) slots = list_slots (course);

  add_questions (course, findings);
  check_times (slots, findings);
  check_clashes (slots, findings);
  g_ptr_array_sort (findings, compare_findings);
  return findings;
}

/**
 * carrel_check_files:
 * @files: (element-type CarrelImportFile): the files of a course
 * @cancellable: (nullable): to stop between files
 * @error: where an error goes: %CARREL_IMPORT_ERROR, or that the check was cancelled
 *
 * Checks the files of a course and the facts in them.
 *
 * Returns: (transfer full) (nullable) (element-type CarrelFinding): what was found, by file and
 *   line, or %NULL when the files cannot be read
 */
GPtrArray *
carrel_check_files (GPtrArray *files, GCancellable *cancellable, GError **error)
{
  g_autoptr (CarrelCourse) course = carrel_import_parse (files, cancellable, error);
  GPtrArray *findings;

  if (course == NULL)
    return NULL;
  findings = carrel_check_course (course);
  for (guint i = 0; i < files->len; i++)
    {
      const CarrelImportFile *file = g_ptr_array_index (files, i);
      const CarrelImportFormat *format = carrel_import_format_find (file->name, file->bytes);
      g_autoptr (CarrelPage) page = NULL;

      if (format == NULL || !g_str_equal (format->name, "page"))
        continue;
      page = carrel_page_new (file->name, file->bytes, NULL);
      if (page == NULL)
        continue;
      carrel_check_page (page, findings);
      check_weekdays (page, carrel_schedule_find_year (course), findings);
    }
  /* Facts without a place are said about the first file. */
  for (guint i = 0; files->len > 0 && i < findings->len; i++)
    {
      CarrelFinding *finding = g_ptr_array_index (findings, i);

      if (*finding->file != '\0')
        continue;
      g_free (finding->file);
      finding->file = g_strdup (((CarrelImportFile *) g_ptr_array_index (files, 0))->name);
    }
  g_ptr_array_sort (findings, compare_findings);
  return findings;
}

static gboolean
asks (const CarrelCourse *course, const char *text)
{
  for (guint i = 0; i < course->questions->len; i++)
    if (g_strcmp0 (((CarrelQuestion *) g_ptr_array_index (course->questions, i))->text, text) == 0)
      return TRUE;
  return FALSE;
}

/* What was answered is in the other things that are published. */
static void
drop_answered (GPtrArray *findings, const CarrelCourse *draft)
{
  for (guint i = findings->len; i > 0; i--)
    {
      const CarrelFinding *finding = g_ptr_array_index (findings, i - 1);

      if (finding->kind == CARREL_FINDING_QUESTION && !asks (draft, finding->text))
        g_ptr_array_remove_index (findings, i - 1);
    }
}

/**
 * carrel_check_draft:
 * @draft: a course that is to be published
 * @error: where an error goes: %CARREL_IMPORT_ERROR
 *
 * Checks the page that a course makes. Questions about it that a person has answered are no
 * findings.
 *
 * Returns: (transfer full) (nullable) (element-type CarrelFinding): what was found, by line of that
 *   page, or %NULL when it cannot be read
 */
GPtrArray *
carrel_check_draft (const CarrelCourse *draft, GError **error)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  g_autoptr (GPtrArray) findings = NULL;
  char *page = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (draft->sections->len == 0)
    return carrel_check_course (draft);
  page = carrel_section_source_write (draft->sections);
  bytes = g_bytes_new_take (page, strlen (page));
  g_ptr_array_add (files, carrel_import_file_new ("page.md", bytes));
  findings = carrel_check_files (files, NULL, error);
  if (findings == NULL)
    return NULL;
  drop_answered (findings, draft);
  return g_steal_pointer (&findings);
}
