/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences that weigh the same work in two ways. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv carrel_weight_either_split (const char *sentence);

G_END_DECLS
