/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Running text cut into sentences. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv carrel_sentence_split (const char *text);

G_END_DECLS
