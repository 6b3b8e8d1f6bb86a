/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences that say when a course meets. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean carrel_occasion_sentence_tells (const char *prefix);

G_END_DECLS
