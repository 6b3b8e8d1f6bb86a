/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names in lines and items below a role. */
#pragma once

#include "carrel-staff-reader.h"

G_BEGIN_DECLS

void carrel_staff_list_read_following (CarrelStaffReader *reader, guint index, const char *role);
void carrel_staff_list_read_line (CarrelStaffReader *reader, guint index, const char *role);

G_END_DECLS
