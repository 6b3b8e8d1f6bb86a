/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One dated row of a course's own table: date, topic, readings, homework, and whether it is done.
 */
#pragma once

#include <gtk/gtk.h>

#include "carrel-meeting.h"

G_BEGIN_DECLS

#define CARREL_TYPE_TERM_ROW (carrel_term_row_get_type ())
G_DECLARE_FINAL_TYPE (CarrelTermRow, carrel_term_row, CARREL, TERM_ROW, GtkListBoxRow)

/* Signal: done-toggled, after a person has pressed the check button. */

GtkWidget *carrel_term_row_new (CarrelScheduleRow *fact, CarrelDate date);
CarrelScheduleRow *carrel_term_row_get_fact (CarrelTermRow *self);
CarrelDate carrel_term_row_get_date (CarrelTermRow *self);
gboolean carrel_term_row_is_done (CarrelTermRow *self);
void carrel_term_row_update (CarrelTermRow *self, CarrelDate today, gboolean is_done);

G_END_DECLS
