/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with one occurrence. */
#pragma once

#include "carrel-view-marks.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_OCCURRENCE_MENU_STUDENT,
  CARREL_OCCURRENCE_MENU_TEACHING, /* also what changes office hours for everyone */
} CarrelOccurrenceMenuScope;

GMenuModel *carrel_occurrence_menu_new (const CarrelOccurrence *occurrence,
                                        CarrelMarkFlags marks,
                                        CarrelOccurrenceMenuScope scope);

G_END_DECLS
