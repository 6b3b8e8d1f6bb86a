/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a version, as publishing, publishing corrections and restoring all do; only for the files
 * of the store. */
#pragma once

#include "carrel-store-private.h"
#include "carrel-store-versions.h"

G_BEGIN_DECLS

void carrel_publication_refuse (GError **error);
gint64 carrel_publication_write (CarrelStore *self,
                                 const char *course_id,
                                 CarrelCourse *course,
                                 const CarrelPublication *publication,
                                 GError **error);
gboolean carrel_publication_rename (CarrelStore *self,
                                    const char *course_id,
                                    GPtrArray *renames,
                                    GError **error);

G_END_DECLS
