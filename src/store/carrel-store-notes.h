/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Notes on, and bookmarks of, sections; mine. */
#pragma once

#include "carrel-store.h"

G_BEGIN_DECLS

char *carrel_store_dup_note (CarrelStore *self, const char *course_id, const char *section_id);
gboolean carrel_store_set_note (CarrelStore *self,
                                const char *course_id,
                                const char *section_id,
                                const char *text,
                                GError **error);
GHashTable *carrel_store_list_notes (CarrelStore *self, const char *course_id, GError **error);
GStrv carrel_store_list_bookmarks (CarrelStore *self, const char *course_id, GError **error);
gboolean
carrel_store_has_bookmark (CarrelStore *self, const char *course_id, const char *section_id);
gboolean carrel_store_set_bookmark (CarrelStore *self,
                                    const char *course_id,
                                    const char *section_id,
                                    gboolean is_set,
                                    GError **error);

G_END_DECLS
