/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens the help, in the desktop's viewer or in a window of our own. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void carrel_help_open (GtkWindow *window, GSettings *settings, const char *page);

G_END_DECLS
