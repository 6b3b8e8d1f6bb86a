/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The action of the window that publishes the course that is shown. */
#pragma once

#include "carrel-window.h"

G_BEGIN_DECLS

void carrel_publish_actions_install (CarrelWindow *self);

G_END_DECLS
