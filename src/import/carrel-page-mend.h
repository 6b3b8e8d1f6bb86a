/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Mends what a check found on the page of a course, where that needs one text or none. */
#pragma once

#include "carrel-check.h"

G_BEGIN_DECLS

gboolean carrel_page_mend_needs_text (const CarrelFinding *finding);
char *carrel_page_mend_dup_line (const CarrelCourse *draft, int line);
CarrelSection *
carrel_page_mend_new (const CarrelCourse *draft, const CarrelFinding *finding, const char *text);

G_END_DECLS
