/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses that other applications open: win.open-uri. */
#pragma once

#include "carrel-window.h"

G_BEGIN_DECLS

void carrel_uri_actions_offer_copy (CarrelWindow *self, const char *uri, const GError *error);
void carrel_uri_actions_install (CarrelWindow *self);

G_END_DECLS
