/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* First sentences, for those who want to know what is wrong; then a table with a row for each day.
 * Both are one text, so that they are read, walked through and copied like any page. */
#define G_LOG_DOMAIN "carrel-coverage-dialog"

#include "config.h"

#include "carrel-coverage-dialog.h"

#include "carrel-coverage.h"
#include "carrel-document.h"
#include "carrel-time-notices.h"

#include <glib/gi18n.h>

struct _CarrelCoverageDialog
{
  CarrelDialog parent_instance;

  CarrelDocument *document;
};

G_DEFINE_FINAL_TYPE (CarrelCoverageDialog, carrel_coverage_dialog, CARREL_TYPE_DIALOG)

/* Names of people and homework are no Markdown. */
static void
append_escaped (GString *markdown, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_ispunct (*at))
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *at == '\n' ? ' ' : *at);
    }
}

static void
append_sentence (GString *markdown, const char *text)
{
  g_string_append (markdown, "- ");
  append_escaped (markdown, text);
  g_string_append_c (markdown, '\n');
}

static guint
count_people (GPtrArray *days)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < days->len; i++)
    {
      const CarrelCoverageDay *day = g_ptr_array_index (days, i);

      for (guint j = 0; j < day->people->len; j++)
        g_hash_table_add (people, g_ptr_array_index (day->people, j));
    }
  return g_hash_table_size (people);
}

static int
count_minutes (GPtrArray *days)
{
  int minutes = 0;

  for (guint i = 0; i < days->len; i++)
    minutes += ((const CarrelCoverageDay *) g_ptr_array_index (days, i))->minutes;
  return minutes;
}

static void
append_sum (GString *markdown, GPtrArray *days)
{
  guint n_people = count_people (days);
  g_autofree char *length = carrel_format_duration (count_minutes (days));
  /* Translators: a length of time, as in "5 hours of office hours, held by 4 people." */
  g_autofree char *sum
      = g_strdup_printf (ngettext ("%s of office hours, held by %u person.",
                                   "%s of office hours, held by %u people.", n_people),
                         length, n_people);

  append_sentence (markdown, count_minutes (days) > 0 ? sum : _ ("No office hours in this week."));
}

static void
append_gaps (GString *markdown, GPtrArray *days)
{
  CarrelDays uncovered = carrel_coverage_get_uncovered (days);
  g_autofree char *names = carrel_format_weekdays (uncovered);
  /* Translators: %s is days of the week, as in "Monday and Wednesday" */
  g_autofree char *text = g_strdup_printf (_ ("Nobody is there on %s."), names);

  if (uncovered != CARREL_DAY_NONE && count_minutes (days) > 0)
    append_sentence (markdown, text);
}

static void
append_uncovered (GString *markdown, const CarrelViewTime *time)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) notices = NULL;

  carrel_time_notices_add_uncovered (time, builder);
  notices = g_strv_builder_end (builder);
  for (guint i = 0; notices[i] != NULL; i++)
    append_sentence (markdown, notices[i]);
}

static char *
format_people (const CarrelCoverageDay *day)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < day->people->len; i++)
    g_ptr_array_add (names, g_ptr_array_index (day->people, i));
  g_ptr_array_add (names, NULL);
  /* A cell that is empty is heard as nothing at all. */
  return names->len == 1 ? g_strdup (C_ ("people", "Nobody"))
                         : g_strjoinv (C_ ("line", ", "), (char **) names->pdata);
}

static char *
format_deadline (const CarrelCoverageDay *day)
{
  g_autofree char *title = NULL;

  if (day->deadline == NULL)
    return g_strdup (C_ ("deadline", "None"));
  title = carrel_format_occurrence_title (day->deadline);
  if (day->n_days_to_deadline == 0)
    /* Translators: %s is an assignment that is due on the day of this row */
    return g_strdup_printf (_ ("%s, the same day"), title);
  /* Translators: an assignment, and how many days after the day of this row it is due */
  return g_strdup_printf (
      ngettext ("%s, %d day later", "%s, %d days later", (gulong) day->n_days_to_deadline), title,
      day->n_days_to_deadline);
}

static void
append_cell (GString *markdown, const char *text)
{
  g_string_append (markdown, "| ");
  append_escaped (markdown, text);
  g_string_append_c (markdown, ' ');
}

static void
append_day (GString *markdown, const CarrelCoverageDay *day, CarrelDate today)
{
  g_autofree char *date = carrel_format_date (day->date, today);
  g_autofree char *length = carrel_format_duration (day->minutes);
  g_autofree char *people = format_people (day);
  g_autofree char *deadline = format_deadline (day);

  append_cell (markdown, date);
  append_cell (markdown, day->minutes > 0 ? length : C_ ("hours", "None"));
  append_cell (markdown, people);
  append_cell (markdown, deadline);
  g_string_append (markdown, "|\n");
}

static void
append_table (GString *markdown, GPtrArray *days, CarrelDate today)
{
  const char *const heads[] = { _ ("Day"), _ ("Hours"), _ ("People"), _ ("Next deadline") };

  g_string_append_c (markdown, '\n');
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    append_cell (markdown, heads[i]);
  g_string_append (markdown, "|\n|---|---|---|---|\n");
  for (guint i = 0; i < days->len; i++)
    append_day (markdown, g_ptr_array_index (days, i), today);
}

static void
show_days (CarrelCoverageDialog *self, const CarrelViewTime *time, GPtrArray *days)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CarrelMarkdown) markdown = NULL;

  append_sum (text, days);
  append_gaps (text, days);
  append_uncovered (text, time);
  append_table (text, days, time->today);
  markdown = carrel_markdown_parse (text->str, -1, CARREL_MARKDOWN_PLAIN, NULL);
  carrel_document_append_heading (self->document, "coverage", 1, _ ("Coverage of the week"));
  if (markdown != NULL)
    carrel_document_append_markdown (self->document, "coverage", markdown);
  carrel_document_finish (self->document);
}

static void
carrel_coverage_dialog_class_init (CarrelCoverageDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CARREL_TYPE_DOCUMENT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-coverage-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelCoverageDialog, document);
}

static void
carrel_coverage_dialog_init (CarrelCoverageDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * carrel_coverage_dialog_new:
 * @time: the state of time of a view
 * @first: the first day of the week
 *
 * Returns: (transfer none): a dialog, owned by GTK until it is closed
 */
GtkWidget *
carrel_coverage_dialog_new (const CarrelViewTime *time, CarrelDate first)
{
  CarrelCoverageDialog *self = g_object_new (CARREL_TYPE_COVERAGE_DIALOG, NULL);
  g_autoptr (GPtrArray) days
      = carrel_coverage_list_days (time->timetable, first, CARREL_N_DAYS, time->zone);

  show_days (self, time, days);
  return GTK_WIDGET (self);
}
