/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps what has the focus in sight, at once and with its whole row. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void carrel_focus_scroll_attach (GtkScrolledWindow *scrolled);
void carrel_focus_scroll_show (GtkWidget *widget);

G_END_DECLS
