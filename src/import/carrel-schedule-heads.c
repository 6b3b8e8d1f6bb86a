/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables with dates that are no schedule, by the heads of their columns. */
#define G_LOG_DOMAIN "carrel-schedule-heads"

#include "config.h"

#include "carrel-schedule-heads.h"

#include <string.h>

/* "Value" alone above numbers is what a part is worth. */
static gboolean
is_value_column (const CarrelScheduleTable *self, guint column)
{
  g_autofree char *text = self->header != NULL
                              ? carrel_schedule_columns_dup_cell (self, self->header, column)
                              : g_strdup ("");

  return g_ascii_strcasecmp (text, "value") == 0 || g_ascii_strcasecmp (text, "valor") == 0;
}

/* "Assignment | Title | Due date | Week": the weeks are those in which work is due. */
static gboolean
lists_assignments (const CarrelScheduleTable *self)
{
  if (self->date_column != CARREL_SCHEDULE_NO_COLUMN
      || !carrel_schedule_columns_head_has (self, 0, CARREL_LABEL_COMPONENT))
    return FALSE;
  for (guint column = 1; column < self->n_columns; column++)
    if (self->n_dates[column] > 1
        && carrel_schedule_columns_head_has (self, column, CARREL_LABEL_DUE))
      return TRUE;
  return FALSE;
}

/* "Points", "Grade %": what a part of the grade counts. */
static gboolean
is_headed_value (const CarrelScheduleTable *self, guint column)
{
  g_autofree char *head = self->header != NULL
                              ? carrel_schedule_columns_dup_cell (self, self->header, column)
                              : g_strdup ("");

  return strchr (head, '%') != NULL
         || carrel_schedule_columns_head_has (self, column, CARREL_LABEL_POINTS);
}

/* "Assignment | When | Points": parts of the grade, and no classes. */
static gboolean
lists_values (const CarrelScheduleTable *self)
{
  gboolean has_values = FALSE;

  for (guint column = 0; column < self->n_columns; column++)
    {
      if (carrel_schedule_columns_head_has (self, column, CARREL_LABEL_TOPIC)
          || carrel_schedule_columns_head_has (self, column, CARREL_LABEL_LECTURE)
          || carrel_schedule_columns_head_has (self, column, CARREL_LABEL_WEEK))
        return FALSE;
      has_values = has_values || is_headed_value (self, column);
    }
  return has_values;
}

/**
 * carrel_schedule_heads_are_of_others:
 * @self: a table and what its columns hold
 *
 * Returns: whether it is one of weights, hours or people, which have dates too
 */
gboolean
carrel_schedule_heads_are_of_others (const CarrelScheduleTable *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    if (is_value_column (self, column)
        || carrel_schedule_columns_head_has (self, column, CARREL_LABEL_WEIGHT)
        || carrel_schedule_columns_head_has (self, column, CARREL_LABEL_OFFICE_HOURS)
        || carrel_schedule_columns_head_has (self, column, CARREL_LABEL_EMAIL))
      return TRUE;
  return lists_assignments (self) || lists_values (self);
}
