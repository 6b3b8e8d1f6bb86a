/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be said above a list of times: the term is over, no zone is known, two things clash.
 */
#pragma once

#include "carrel-view-time.h"

G_BEGIN_DECLS

GStrv carrel_time_notices_list (const CarrelViewTime *time,
                                GPtrArray *occurrences,
                                CarrelClashKind clashes);

void carrel_time_notices_add_uncovered (const CarrelViewTime *time, GStrvBuilder *notices);

G_END_DECLS
