/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of places; each list ends with NULL. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern const char *const carrel_place_words[];
extern const char *const carrel_place_online_words[];
extern const char *const carrel_place_person_words[];
extern const char *const carrel_place_leaders[];

G_END_DECLS
