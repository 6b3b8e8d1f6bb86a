/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which scores are shown, the real ones or a scenario, and all that is done with scenarios. */
#pragma once

#include "carrel-view.h"

G_BEGIN_DECLS

#define CARREL_TYPE_SCENARIO_BAR (carrel_scenario_bar_get_type ())
G_DECLARE_FINAL_TYPE (CarrelScenarioBar, carrel_scenario_bar, CARREL, SCENARIO_BAR, AdwBin)

/* Signal: chosen () a person chose or made another scenario. */

void carrel_scenario_bar_set_view (CarrelScenarioBar *self, CarrelView *view);
void carrel_scenario_bar_load (CarrelScenarioBar *self);
void carrel_scenario_bar_reset (CarrelScenarioBar *self);
gint64 carrel_scenario_bar_get_scenario (CarrelScenarioBar *self);

G_END_DECLS
