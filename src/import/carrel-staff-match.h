/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses for mail that are made of the name of somebody. */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

gboolean carrel_staff_match_is_of (const char *address, const char *name);
void carrel_staff_match_addresses (const CarrelPage *page, CarrelCourse *course);

G_END_DECLS
