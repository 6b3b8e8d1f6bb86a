/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The records of one version of a course as rows: one table a type of record, one column a field.
 */
#pragma once

#include "carrel-course.h"
#include "carrel-database.h"

G_BEGIN_DECLS

gboolean carrel_records_write (CarrelDatabase *database,
                               gint64 version,
                               CarrelCourse *course,
                               GError **error);
CarrelCourse *carrel_records_load (CarrelDatabase *database, gint64 version, GError **error);
char *carrel_records_dup_hash (CarrelCourse *course);

G_END_DECLS
