/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One occurrence as a row of a list: time, title, place, and what is unusual. */
#pragma once

#include <gtk/gtk.h>

#include "carrel-format-occurrence.h"

G_BEGIN_DECLS

/* What the visible text of a row says besides the rest; the spoken one always says it. */
typedef enum
{
  CARREL_AGENDA_SAYS_LITTLE = 0,
  CARREL_AGENDA_SAYS_KIND = 1 << 0,
  CARREL_AGENDA_SAYS_COURSE = 1 << 1,
} CarrelAgendaSays;

#define CARREL_TYPE_AGENDA_ROW (carrel_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (CarrelAgendaRow, carrel_agenda_row, CARREL, AGENDA_ROW, GtkListBoxRow)

GtkWidget *carrel_agenda_row_new (CarrelOccurrence *occurrence);
CarrelOccurrence *carrel_agenda_row_get_occurrence (CarrelAgendaRow *self);
void carrel_agenda_row_set_menu (CarrelAgendaRow *self, GMenuModel *menu);
void carrel_agenda_row_set_note (CarrelAgendaRow *self, const char *note);
void carrel_agenda_row_set_says (CarrelAgendaRow *self, CarrelAgendaSays says);
void carrel_agenda_row_update (CarrelAgendaRow *self,
                               const CarrelFormatContext *read,
                               const CarrelFormatContext *heard);

G_END_DECLS
