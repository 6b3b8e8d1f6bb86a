/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What has just happened, with a way back while there is one. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void carrel_toast_show (AdwToastOverlay *overlay, const char *text, guint n_verbs);
void carrel_toast_end_undo (AdwToastOverlay *overlay);

G_END_DECLS
