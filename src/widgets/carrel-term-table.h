/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The dated rows of a course from the first to the last day of the term. */
#pragma once

#include <adwaita.h>

#include "carrel-course.h"
#include "carrel-term-row.h"

G_BEGIN_DECLS

#define CARREL_TYPE_TERM_TABLE (carrel_term_table_get_type ())
G_DECLARE_FINAL_TYPE (CarrelTermTable, carrel_term_table, CARREL, TERM_TABLE, AdwBin)

/* Signals:
 *   row-activated (CarrelTermRow *row)
 *   done-changed (CarrelTermRow *row)   a person has set or cleared the mark */

void carrel_term_table_set_course (CarrelTermTable *self,
                                   CarrelCourse *course,
                                   GHashTable *done,
                                   CarrelDate today);
guint carrel_term_table_get_n_rows (CarrelTermTable *self);
gboolean carrel_term_table_reveal (CarrelTermTable *self, const char *fact_id);
gboolean carrel_term_table_focus_date (CarrelTermTable *self, CarrelDate date);

G_END_DECLS
