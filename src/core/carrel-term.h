/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When the classes of a course take place: its first and last day, its zone, and the days without
 * classes. People state and correct it as a whole. */
#pragma once

#include "carrel-course.h"

G_BEGIN_DECLS

/* A record, so that a form can be made of its fields. */
typedef struct
{
  CarrelRecord record;
  CarrelDate starts_on;
  CarrelDate ends_on;
  char *time_zone; /* a name of the IANA time zone database */
  char *closed;    /* days without classes, as carrel_term_parse_closed() reads them */
} CarrelTerm;

extern const CarrelRecordType carrel_term_type;

CarrelTerm *carrel_term_new (const CarrelCourse *course);
gboolean carrel_term_get_closed (const CarrelCourse *course,
                                 const CarrelBreak *pause,
                                 CarrelDate *from,
                                 CarrelDate *until);
GPtrArray *carrel_term_parse_closed (const char *text);
char *carrel_term_check_days (CarrelDate starts_on, CarrelDate ends_on);
char *carrel_term_check_year (CarrelDate starts_on, CarrelDate ends_on, int year);
char *carrel_term_check (const CarrelTerm *term, const char **field);
char *carrel_term_find_outside (const CarrelTerm *term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelTerm, carrel_record_unref)

G_END_DECLS
