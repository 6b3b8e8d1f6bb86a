/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How narrow text that wraps may get. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void carrel_narrowest_set (GtkLabel *label, int n_chars);
void carrel_narrowest_set_all (GtkWidget *widget);

G_END_DECLS
