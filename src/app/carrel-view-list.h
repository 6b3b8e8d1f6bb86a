/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The views that the window has, one row each. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  const char *id;    /* as the action win.show-view names it */
  const char *title; /* for the view switcher; to be translated when shown */
  const char *icon;
  const char *shortcut;
  GType (*get_type) (void); /* a CarrelView */
} CarrelViewEntry;

const CarrelViewEntry *carrel_view_list_get (guint *n_views);
const CarrelViewEntry *carrel_view_list_find (const char *id);

G_END_DECLS
