/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The term of the course that is shown, and its days without classes: win.term. */
#pragma once

#include "carrel-window.h"

G_BEGIN_DECLS

void carrel_term_actions_install (CarrelWindow *self);

G_END_DECLS
