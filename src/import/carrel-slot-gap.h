/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands between times and days. */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

const char *carrel_slot_gap_skip_pause (const char *at);
gboolean carrel_slot_gap_is_between (const CarrelWords *words, const char *text, gsize until);
gboolean carrel_slot_gap_is_near (const char *text, gsize from, gsize until);
gboolean carrel_slot_gap_is_beside (const char *text, gsize from, gsize until);
gboolean carrel_slot_gap_is_tied (const char *text, gsize from, gsize until);

G_END_DECLS
