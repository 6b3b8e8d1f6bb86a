/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The gradebook of a course with the scores that are kept. */
#pragma once

#include "carrel-gradebook.h"
#include "carrel-store-scores.h"

G_BEGIN_DECLS

GHashTable *carrel_store_load_score_table (CarrelStore *self,
                                           const char *course_id,
                                           gint64 scenario,
                                           GError **error);
guint carrel_gradebook_enter_scores (CarrelGradebook *book,
                                     GHashTable *real,
                                     GHashTable *imagined,
                                     GError **error);
CarrelGradebook *carrel_store_load_gradebook (CarrelStore *self,
                                              const char *course_id,
                                              gint64 scenario,
                                              GError **error);

G_END_DECLS
