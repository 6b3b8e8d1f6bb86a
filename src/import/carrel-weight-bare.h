/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Weights without a unit. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *carrel_weight_bare_dup_line (const char *text);

G_END_DECLS
