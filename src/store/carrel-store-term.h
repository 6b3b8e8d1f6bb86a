/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The term of a course as a person states or corrects it; mine until the corrections are published.
 */
#pragma once

#include "carrel-store.h"
#include "carrel-term.h"

G_BEGIN_DECLS

gboolean carrel_store_set_term (CarrelStore *self,
                                const char *course_id,
                                const CarrelTerm *term,
                                GError **error);

G_END_DECLS
