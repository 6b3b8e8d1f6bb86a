/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A name in as many words as there is room for. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARREL_TYPE_SHORT_NAME (carrel_short_name_get_type ())
G_DECLARE_FINAL_TYPE (CarrelShortName, carrel_short_name, CARREL, SHORT_NAME, GtkWidget)

void carrel_short_name_set (CarrelShortName *self,
                            const char *name,
                            const char *code,
                            const char *letters);
const char *carrel_short_name_get_name (CarrelShortName *self);
gboolean carrel_short_name_is_whole (CarrelShortName *self);

G_END_DECLS
