/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells beside a topic add to a row of a schedule: what is due, to read or to do. */
#define G_LOG_DOMAIN "carrel-schedule-fields"

#include "config.h"

#include "carrel-schedule-fields.h"

#include <string.h>

/* The longest "Optional readings:", in bytes. */
#define MAX_ROW_LABEL 24

/**
 * carrel_schedule_fields_is_label:
 * @cell: the text of a cell
 *
 * Returns: whether it is a label for the cells beside it: "Read:"
 */
gboolean
carrel_schedule_fields_is_label (const char *cell)
{
  gsize length = strlen (cell);

  return length > 1 && length <= MAX_ROW_LABEL && strchr (cell, ':') == cell + length - 1;
}

/* The fields that a head or a label names. */
static const struct
{
  CarrelLabel label;
  gsize offset;
} fields[] = {
  { CARREL_LABEL_DUE, G_STRUCT_OFFSET (CarrelScheduleRow, due) },
  { CARREL_LABEL_READINGS, G_STRUCT_OFFSET (CarrelScheduleRow, readings) },
  { CARREL_LABEL_HOMEWORK, G_STRUCT_OFFSET (CarrelScheduleRow, homework) },
  { CARREL_LABEL_COMPONENT, G_STRUCT_OFFSET (CarrelScheduleRow, homework) },
};

/**
 * carrel_schedule_fields_add_cell:
 * @self: a table
 * @row: (inout): a row of the schedule
 * @column: of the table
 * @cell: the text of a cell of it
 *
 * Adds what is due, to read or to do to the field of @row that the head of the column names.
 */
void
carrel_schedule_fields_add_cell (const CarrelScheduleTable *self,
                                 CarrelScheduleRow *row,
                                 guint column,
                                 const char *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (carrel_schedule_columns_head_has (self, column, fields[i].label))
      {
        if (G_STRUCT_MEMBER (char *, row, fields[i].offset) == NULL)
          carrel_schedule_reader_add_text (G_STRUCT_MEMBER_P (row, fields[i].offset), cell);
        return;
      }
}

/* "Problem: " before what no other field holds. */
static void
add_labelled (const CarrelScheduleTable *self,
              CarrelScheduleRow *row,
              const char *label,
              const char *text)
{
  g_autofree char *whole = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (self->label == fields[i].label)
      {
        carrel_schedule_reader_add_text (G_STRUCT_MEMBER_P (row, fields[i].offset), text);
        return;
      }
  whole = *label != '\0' && *text != '\0' ? g_strconcat (label, " ", text, NULL) : g_strdup (text);
  carrel_schedule_reader_add_text (&row->homework, whole);
}

/**
 * carrel_schedule_fields_add_label:
 * @self: (inout): a table; remembers the label for the rows below
 * @row: (inout): the row of the schedule above
 * @cells: a row of the table without a date
 *
 * Adds what "Read:" and "Problems:" in the column of dates name, and the blank cells below them, to
 * the class above.
 *
 * Returns: whether the row of the table belongs to @row
 */
gboolean
carrel_schedule_fields_add_label (CarrelScheduleTable *self,
                                  CarrelScheduleRow *row,
                                  const CarrelTableRow *cells)
{
  g_autofree char *label = carrel_schedule_columns_dup_cell (self, cells, self->date_column);
  g_autofree char *text = carrel_schedule_columns_dup_cell (self, cells, self->date_column + 1);

  if (carrel_schedule_fields_is_label (label))
    {
      g_autofree char *name = g_strndup (label, strlen (label) - 1);

      self->is_labelled = TRUE;
      self->label = carrel_words_find_label (self->reader->page->words, name);
    }
  else if (*label != '\0' || !self->is_labelled)
    return FALSE;
  add_labelled (self, row, label, text);
  return TRUE;
}
