/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers to the importer's questions; mine until the corrections are published. */
#pragma once

#include "carrel-store.h"

G_BEGIN_DECLS

gboolean carrel_store_answer (
    CarrelStore *self, const char *course_id, const char *about, const char *text, GError **error);
gboolean carrel_store_dismiss_question (CarrelStore *self,
                                        const char *course_id,
                                        const CarrelQuestion *question,
                                        GError **error);

G_END_DECLS
