/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A draft as the next edition of a course that is there: what the pages that were not read again
 * say stays. */
#pragma once

#include "carrel-course.h"

G_BEGIN_DECLS

GStrv carrel_edition_list_kept (const char *const *old_names, const char *const *new_names);
CarrelCourse *carrel_edition_complete (const CarrelCourse *draft,
                                       const CarrelCourse *before,
                                       const char *const *kept);
char *carrel_edition_dup_sources (const char *const *old_names,
                                  const char *const *new_names,
                                  const char *const *kept);

G_END_DECLS
