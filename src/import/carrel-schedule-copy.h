/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A page in which lines begin with the dates that other lines say for them. */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

CarrelPage carrel_schedule_copy_page (const CarrelPage *page);
void carrel_schedule_copy_write_date (CarrelPage *copy, guint index, gsize rest, CarrelDate date);
void carrel_schedule_copy_take_years (GPtrArray *rows);

G_END_DECLS
