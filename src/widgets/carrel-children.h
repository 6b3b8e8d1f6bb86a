/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What widgets that lay out children of their own have in common. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void carrel_children_unparent (GtkWidget *parent);
void carrel_children_resize_later (GtkWidget *parent);

G_END_DECLS
