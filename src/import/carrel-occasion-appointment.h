/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hours by appointment. */
#pragma once

#include "carrel-line-scanner.h"

G_BEGIN_DECLS

void carrel_occasion_appointment_add (CarrelLineScanner *scanner);

G_END_DECLS
