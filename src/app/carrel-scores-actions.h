/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores from a file: win.import-scores. */
#pragma once

#include "carrel-window.h"

G_BEGIN_DECLS

void carrel_scores_actions_install (CarrelWindow *self);

G_END_DECLS
