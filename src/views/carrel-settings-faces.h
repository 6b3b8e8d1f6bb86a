/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The typefaces that a reader can choose. */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

char **carrel_settings_faces_sort (const char *const *installed);
char **carrel_settings_faces_dup (PangoContext *context);

G_END_DECLS
