/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words around and inside of names of people; each list ends with NULL, in any case. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern const char *const carrel_person_name_titles[];
extern const char *const carrel_person_name_particles[];
extern const char *const carrel_person_name_no_names[];
extern const char *const carrel_person_name_surnames[];

G_END_DECLS
