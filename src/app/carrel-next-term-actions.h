/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The course once more, in the next term: win.next-term. */
#pragma once

#include "carrel-window.h"

G_BEGIN_DECLS

void carrel_next_term_actions_install (CarrelWindow *self);

G_END_DECLS
