/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Characters by the names that HTML gives them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar carrel_entity_find (const char *name);

G_END_DECLS
