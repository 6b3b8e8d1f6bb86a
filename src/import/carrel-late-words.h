/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of rules about late work; each list ends with NULL. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern const char *const carrel_late_bank_names[];
extern const char *const carrel_late_each_work[];
extern const char *const carrel_late_caps[];
extern const char *const carrel_late_examples[];
extern const char *const carrel_late_daily[];
extern const char *const carrel_late_words[];
extern const char *const carrel_late_refused[];
extern const char *const carrel_late_maxima[];
extern const char *const carrel_late_losses[];

G_END_DECLS
