/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A course as it starts again: its classes on the class days of another term, its fixed dates for
 * review. */
#pragma once

#include "carrel-course.h"

G_BEGIN_DECLS

/* What is asked about the other term; a record, so that a form can be made of its fields. */
typedef struct
{
  CarrelRecord record;
  char *term; /* "Spring 2027" */
  CarrelDate starts_on;
  CarrelDate ends_on; /* unset is as long as the term before */
  char *closed;       /* days without classes, as carrel_term_parse_closed() reads them */
} CarrelNextTerm;

extern const CarrelRecordType carrel_next_term_type;

CarrelNextTerm *carrel_next_term_new (const CarrelCourse *course);
char *
carrel_next_term_check (const CarrelNextTerm *next, const CarrelCourse *course, const char **field);
CarrelCourse *carrel_next_term_lay_out (const CarrelNextTerm *next, CarrelCourse *course);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelNextTerm, carrel_record_unref)

G_END_DECLS
