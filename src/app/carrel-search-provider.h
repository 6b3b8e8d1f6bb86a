/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers the search of the desktop, org.gnome.Shell.SearchProvider2. */
#pragma once

#include <gio/gio.h>

#include "carrel-store.h"

G_BEGIN_DECLS

#define CARREL_TYPE_SEARCH_PROVIDER (carrel_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (
    CarrelSearchProvider, carrel_search_provider, CARREL, SEARCH_PROVIDER, GObject)

/* What it finds is opened by these actions of the application. */
#define CARREL_SHOW_FACT_ACTION                                                                    \
  "show-fact"                         /* (sss): a view, a course and a fact; any may be ""         \
                                       */
#define CARREL_SEARCH_ACTION "search" /* (s): words */

CarrelSearchProvider *carrel_search_provider_new (GApplication *application);
gboolean carrel_search_provider_export (CarrelSearchProvider *self,
                                        GDBusConnection *connection,
                                        const char *object_path,
                                        GError **error);
void carrel_search_provider_unexport (CarrelSearchProvider *self);
void carrel_search_provider_set_store (CarrelSearchProvider *self, CarrelStore *store);

G_END_DECLS
