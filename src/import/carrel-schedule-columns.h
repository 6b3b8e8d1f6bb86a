/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a table of a schedule hold. */
#pragma once

#include "carrel-schedule-reader.h"

G_BEGIN_DECLS

/* Of a table without such a column. */
#define CARREL_SCHEDULE_NO_COLUMN G_MAXUINT

#define CARREL_SCHEDULE_MAX_COLUMNS 24

typedef struct
{
  CarrelScheduleReader *reader;
  const CarrelBlock *block;
  const CarrelTableRow *header; /* or NULL */
  guint section;
  guint n_rows_before; /* of the reader */
  guint n_columns;
  guint n_dates[CARREL_SCHEDULE_MAX_COLUMNS];  /* cells that are a date */
  guint n_starts[CARREL_SCHEDULE_MAX_COLUMNS]; /* cells that start with a date */
  guint
      n_spans[CARREL_SCHEDULE_MAX_COLUMNS]; /* cells that are the first and last day of something */
  guint n_bytes[CARREL_SCHEDULE_MAX_COLUMNS];      /* of the cells with letters */
  guint n_texts[CARREL_SCHEDULE_MAX_COLUMNS];      /* cells with letters */
  gboolean has_parts[CARREL_SCHEDULE_MAX_COLUMNS]; /* "Lab 1 (5/10)" is a part of a whole */
  guint date_column;
  guint week_column;
  guint topic_column;
  char *week;           /* of the row above */
  char *divider;        /* what a row of one cell above says of those below it */
  gboolean is_labelled; /* "Read:" in place of a date, in this row or above a blank one */
  CarrelLabel label;    /* its meaning */
  GPtrArray *dates;     /* of "spread_column", written out; or NULL */
  guint spread_column;
  gboolean has_dashes;  /* days are written as "8-27" */
  gboolean has_dots;    /* and as "18.09" */
  gboolean is_numbered; /* the column of weeks has the numbers of classes */
} CarrelScheduleTable;

void carrel_schedule_columns_find (CarrelScheduleTable *self);
char *carrel_schedule_columns_dup_cell (const CarrelScheduleTable *self,
                                        const CarrelTableRow *row,
                                        guint column);
char *carrel_schedule_columns_dup_dates (const CarrelScheduleTable *self,
                                         const CarrelTableRow *row,
                                         guint column);
gboolean
carrel_schedule_columns_head_has (const CarrelScheduleTable *self, guint column, CarrelLabel label);
gboolean carrel_schedule_columns_read_date (const CarrelScheduleTable *self,
                                            guint column,
                                            const char *cell,
                                            CarrelRowDate *date);
void carrel_schedule_columns_take_week (CarrelScheduleTable *self,
                                        const CarrelTableRow *cells,
                                        guint column);
guint carrel_schedule_columns_score_topic (const CarrelScheduleTable *self, guint column);
guint carrel_schedule_columns_count_days (const CarrelScheduleTable *self);
gboolean carrel_schedule_columns_have_topics_beside (const CarrelScheduleTable *self);
gboolean carrel_schedule_columns_is_of_other_half (const CarrelScheduleTable *self, guint column);
gboolean carrel_schedule_columns_find_next_pair (CarrelScheduleTable *self);
gboolean carrel_schedule_columns_find_next_weeks (CarrelScheduleTable *self);
void carrel_schedule_columns_start_at_first_pair (CarrelScheduleTable *self);

G_END_DECLS
