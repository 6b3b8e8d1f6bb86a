/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a check found: each is ticked as known, or fixed. */
#pragma once

#include "carrel-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARREL_TYPE_FINDING_LIST (carrel_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (CarrelFindingList, carrel_finding_list, CARREL, FINDING_LIST, AdwBin)

/* Signal: fix (guint index) the button of a finding was pressed. */

void
carrel_finding_list_show (CarrelFindingList *self, const CarrelCourse *draft, GPtrArray *findings);
guint carrel_finding_list_count_unknown (CarrelFindingList *self);
gboolean carrel_finding_list_focus (CarrelFindingList *self, guint index);

G_END_DECLS
