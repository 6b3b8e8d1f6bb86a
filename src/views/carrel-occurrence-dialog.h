/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All that is known about one occurrence or one dated row, with its links. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-format-occurrence.h"
#include "carrel-view.h"

G_BEGIN_DECLS

#define CARREL_TYPE_OCCURRENCE_DIALOG (carrel_occurrence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    CarrelOccurrenceDialog, carrel_occurrence_dialog, CARREL, OCCURRENCE_DIALOG, CarrelDialog)

GtkWidget *carrel_occurrence_dialog_new (CarrelView *view,
                                         CarrelOccurrence *occurrence,
                                         const CarrelFormatContext *read,
                                         const CarrelFormatContext *heard);
GtkWidget *carrel_occurrence_dialog_new_for_row (CarrelView *view,
                                                 CarrelScheduleRow *row,
                                                 CarrelDate date,
                                                 const CarrelFormatContext *read);

G_END_DECLS
