/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the readers of people share. */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

typedef struct
{
  const CarrelPage *page;
  CarrelCourse *course;
} CarrelStaffReader;

CarrelPerson *
carrel_staff_reader_add (CarrelStaffReader *reader, const char *name, const char *role, int line);
void carrel_staff_reader_add_people (CarrelStaffReader *reader,
                                     const GPtrArray *names,
                                     const char *role,
                                     const CarrelPageLine *line);
void carrel_staff_reader_read_data (CarrelStaffReader *reader, const CarrelNode *root);
gboolean carrel_staff_reader_is_heading (const CarrelStaffReader *reader,
                                         const CarrelPageSection *section);
void carrel_staff_reader_read_table (CarrelStaffReader *reader, guint index);

G_END_DECLS
