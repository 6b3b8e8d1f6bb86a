/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with one office hour. */
#pragma once

#include <gio/gio.h>

#include "carrel-occurrence.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_HOUR_MENU_TEACHING = 1 << 0, /* also what changes the hour for everyone */
  CARREL_HOUR_MENU_REMINDED = 1 << 1, /* a reminder is set */
} CarrelHourMenuFlags;

GMenuModel *carrel_hour_menu_new (const CarrelOccurrence *occurrence, CarrelHourMenuFlags flags);

G_END_DECLS
