/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The names that Outlook and Exchange give to time zones. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *carrel_windows_zone_find (const char *name);

G_END_DECLS
