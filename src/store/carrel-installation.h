/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is installed with a program, wherever that stands. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void carrel_installation_begin (void);

G_END_DECLS
