/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the readers of dated rows share: the page, what its dates mean, and the rows so far. */
#pragma once

#include "carrel-page.h"
#include "carrel-row-date.h"

G_BEGIN_DECLS

typedef struct
{
  const CarrelPage *page;
  CarrelDateStyle style;
  GPtrArray *rows; /* of CarrelScheduleRow */
  guint min_rows;  /* the fewest dated lines that make a schedule; 0 for the usual */
  int year;        /* of the term; 0 when the page says none */
} CarrelScheduleReader;

CarrelScheduleRow *
carrel_schedule_reader_add_row (CarrelScheduleReader *self, const CarrelRowDate *date, int line);
char *carrel_schedule_reader_dup_clean (const char *text);
void carrel_schedule_reader_set_topic (CarrelScheduleRow *row, const char *text);
void carrel_schedule_reader_add_topic (CarrelScheduleRow *row, const char *text);
void carrel_schedule_reader_add_text (char **field, const char *text);
void carrel_schedule_reader_add_links (CarrelScheduleRow *row,
                                       const CarrelInline *content,
                                       const char *file,
                                       int line);
void carrel_schedule_reader_finish_row (const CarrelScheduleReader *self, CarrelScheduleRow *row);
gboolean
carrel_schedule_reader_keep_rows (CarrelScheduleReader *self, GPtrArray *rows, guint min_rows);
gsize carrel_schedule_reader_match_class (const char *text);
gboolean carrel_schedule_reader_is_due (const CarrelWords *words, const char *text);
gboolean carrel_schedule_reader_is_topic (const CarrelScheduleReader *self, const char *text);
gboolean carrel_schedule_reader_is_events (const CarrelScheduleReader *self, guint section);
char *carrel_schedule_reader_cut_date (const char *text, const CarrelRowDate *date);
const char *carrel_schedule_reader_skip_time (const CarrelWords *words, const char *topic);
gboolean carrel_schedule_reader_leads_to_week (const char *text, gsize length);
char *carrel_schedule_reader_read_week (const CarrelWords *words, const char *text, gsize *length);

void carrel_schedule_read_data (CarrelScheduleReader *self);
void carrel_schedule_read_table (CarrelScheduleReader *self, guint block);
void carrel_schedule_read_dated_headings (CarrelScheduleReader *self);
void carrel_schedule_read_dated_lines (CarrelScheduleReader *reader);
void carrel_schedule_read_months (CarrelScheduleReader *reader);
void carrel_schedule_read_week_days (CarrelScheduleReader *reader);
void carrel_schedule_read_week_headings (CarrelScheduleReader *self);
void carrel_schedule_read_week_lines (CarrelScheduleReader *self);
void carrel_schedule_read_lone_weeks (CarrelScheduleReader *self);
void carrel_schedule_read_events (CarrelScheduleReader *self);
void carrel_schedule_read_closed (CarrelScheduleReader *self);
void carrel_schedule_infer_dates (GPtrArray *rows, guint first);
int carrel_schedule_find_year (const CarrelCourse *course);
void carrel_schedule_infer_by_meetings (CarrelCourse *course);

G_END_DECLS
