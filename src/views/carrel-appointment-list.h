/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Office hours that have no day of their own: by appointment. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean carrel_appointment_list_fill (GtkListBox *list, GPtrArray *courses);

G_END_DECLS
