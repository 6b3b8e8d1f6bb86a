/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a printout to a printer or into a PDF file. */
#pragma once

#include "carrel-view.h"

G_BEGIN_DECLS

#define CARREL_TYPE_PRINT_JOB (carrel_print_job_get_type ())
G_DECLARE_FINAL_TYPE (CarrelPrintJob, carrel_print_job, CARREL, PRINT_JOB, GObject)

CarrelPrintJob *carrel_print_job_new (CarrelView *view, CarrelPrintout *printout);
void carrel_print_job_print (CarrelPrintJob *self);
void carrel_print_job_save (CarrelPrintJob *self);
gboolean carrel_print_job_write (CarrelPrintJob *self, const char *path, GError **error);

G_END_DECLS
