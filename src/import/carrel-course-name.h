/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of names of courses: "PSTAT 134/234 - Statistical Data Science (Spring-2018)". */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

typedef struct
{
  char *title; /* NULL if only the name of a page is left */
  char *code;
  char *term;
} CarrelCourseName;

void carrel_course_name_read (const CarrelWords *words, const char *text, CarrelCourseName *name);
void carrel_course_name_clear (CarrelCourseName *name);
char *carrel_course_name_find_code (const char *text, gboolean at_start, gsize *start, gsize *end);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CarrelCourseName, carrel_course_name_clear)

G_END_DECLS
