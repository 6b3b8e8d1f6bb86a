/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose the addresses for mail in a line are. */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

char *carrel_staff_address_find (const char *text);
char *carrel_staff_address_dup_mail (const char *url);
char *carrel_staff_address_find_of (const char *text, const GPtrArray *names, guint index);
void carrel_staff_address_add_below (const CarrelPage *page, CarrelCourse *course);

G_END_DECLS
