/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was corrected here and what a newer edition of the page says otherwise as well. */
#pragma once

#include "carrel-store-edits.h"

G_BEGIN_DECLS

typedef struct
{
  const char *kind; /* of the fact, as carrel-fact.h has them */
  char *key;
  const char *field;
  char *value;       /* what the page says now, as a course pack writes it; NULL is unknown */
  char *title;       /* what a person calls the fact: "Cheng Ma, Friday 13:00" */
  const char *label; /* the words for the field, translated */
  char *mine;        /* the correction as a person reads it; NULL is unknown */
  char *theirs;      /* what the page says now, likewise */
} CarrelImportConflict;

GPtrArray *carrel_import_conflict_list (CarrelStore *store,
                                        const char *course_id,
                                        CarrelCourse *edition,
                                        const CarrelDiff *diff,
                                        GError **error);
char *carrel_import_conflict_dup_sentence (const CarrelImportConflict *self);
char *carrel_import_conflict_dup_offer (const CarrelImportConflict *self);
gboolean carrel_import_conflict_take_page (const CarrelImportConflict *self,
                                           CarrelStore *store,
                                           const char *course_id,
                                           GError **error);

G_END_DECLS
