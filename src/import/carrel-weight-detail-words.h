/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words by which counts and drops are known; each list ends with NULL. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern const char *const carrel_weight_detail_drop_words[];
extern const char *const carrel_weight_detail_lowest_words[];
extern const char *const carrel_weight_detail_highest_words[];
extern const char *const carrel_weight_detail_hedges[];
extern const char *const carrel_weight_detail_count_leads[];
extern const char *const carrel_weight_detail_count_hedges[];
extern const char *const carrel_weight_detail_joining[];

G_END_DECLS
