/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Descriptions are heard once, and not twice, when something gets the focus for the first time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void carrel_spoken_once_begin (void);

G_END_DECLS
