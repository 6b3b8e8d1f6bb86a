/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sections of a page as its text, byte for byte as they were read, and the way from a line of
 * that text back to its section. */
#pragma once

#include "carrel-course.h"

G_BEGIN_DECLS

/* The line of the heading, as a line of a body. */
#define CARREL_SECTION_HEADING (-1)

void carrel_section_source_keep (CarrelSection *section,
                                 const char *opening,
                                 const char *closing,
                                 gboolean is_last);
char *carrel_section_source_write (GPtrArray *sections);
CarrelSection *carrel_section_source_find (GPtrArray *sections, int line, int *body_line);
gboolean carrel_section_source_set_level (CarrelSection *section, int level);

G_END_DECLS
