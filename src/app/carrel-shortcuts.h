/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys of the whole window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void carrel_shortcuts_install (GtkApplication *application);

G_END_DECLS
