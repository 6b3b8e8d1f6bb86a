/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How much room the words of a label need, so that none is broken or cut. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int carrel_label_fit_measure_line (GtkLabel *label);
int carrel_label_fit_measure_word (GtkLabel *label);
int carrel_label_fit_measure_lines (GtkLabel *label, int n_lines);
gboolean carrel_label_fit_has_room (GtkLabel *label, int width, int n_lines);

G_END_DECLS
