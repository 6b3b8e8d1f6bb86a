/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The scores that commands calculate with. */
#pragma once

#include "carrel-gradebook.h"
#include "carrel-store-scores.h"

G_BEGIN_DECLS

gboolean carrel_cli_enter_scores (CarrelGradebook *book,
                                  CarrelStore *store,
                                  const char *course_id,
                                  gint64 scenario,
                                  GError **error);

G_END_DECLS
