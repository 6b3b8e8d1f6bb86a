/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of lines that name people with a role: "Instructor: Lei Li", "Javier Ron (TA)". */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

typedef struct
{
  const char *role; /* as a course pack names it, NULL if none is named */
  GPtrArray *names; /* of text, never NULL */
  gboolean is_open; /* the role is named, the people follow on the next lines */
} CarrelStaffLine;

void carrel_staff_line_read (const CarrelWords *words, const char *text, CarrelStaffLine *line);
gboolean carrel_staff_line_is_contact_heading (const char *heading);
gboolean carrel_staff_line_read_contact (const CarrelWords *words,
                                         const char *text,
                                         gboolean is_listed,
                                         CarrelStaffLine *line);
void carrel_staff_line_clear (CarrelStaffLine *line);
const char *carrel_staff_line_skip_name_label (const CarrelWords *words, const char *text);
char *carrel_staff_line_read_marked (const CarrelPage *page, guint index);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CarrelStaffLine, carrel_staff_line_clear)
char *carrel_staff_line_read_addressed (const CarrelWords *words, const char *text);
gboolean carrel_staff_line_has_title (const char *text);
char *carrel_staff_line_read_titled (const CarrelWords *words, const char *text);

G_END_DECLS
