/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the events of a day stand side by side. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int start; /* minutes since midnight */
  int end;
  guint lane; /* set by carrel_week_lanes_assign() */
  guint n_lanes;
} CarrelWeekSlot;

void carrel_week_lanes_assign (CarrelWeekSlot *slots, guint n_slots);

G_END_DECLS
