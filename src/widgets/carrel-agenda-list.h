/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Occurrences as rows under the headings of their days. Ctrl+Up and Ctrl+Down go from day to day.
 */
#pragma once

#include <adwaita.h>

#include "carrel-agenda-row.h"

G_BEGIN_DECLS

#define CARREL_TYPE_AGENDA_LIST (carrel_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (CarrelAgendaList, carrel_agenda_list, CARREL, AGENDA_LIST, AdwBin)

/* Signals:
 *   row-updated (CarrelAgendaRow *row)    a row is new, or what is marked may have changed: the
 *                                         place for a menu and for notes; not emitted each minute
 *   row-activated (CarrelAgendaRow *row) */

void carrel_agenda_list_set_name (CarrelAgendaList *self, const char *name);
void carrel_agenda_list_set_occurrences (CarrelAgendaList *self,
                                         GPtrArray *occurrences,
                                         const CarrelFormatContext *read,
                                         const CarrelFormatContext *heard);
void carrel_agenda_list_update (CarrelAgendaList *self,
                                const CarrelFormatContext *read,
                                const CarrelFormatContext *heard);
CarrelOccurrence *carrel_agenda_list_find (CarrelAgendaList *self, const char *occurrence_id);
gboolean carrel_agenda_list_reveal (CarrelAgendaList *self, const char *fact_id);
gboolean carrel_agenda_list_focus (CarrelAgendaList *self, gint64 now);

G_END_DECLS
