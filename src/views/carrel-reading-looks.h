/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How text that is read looks, by the settings of the reader. */
#pragma once

#include "carrel-document.h"

G_BEGIN_DECLS

void carrel_reading_looks_apply (GSettings *settings, CarrelDocument *document);
void carrel_reading_looks_follow (GSettings *settings, CarrelDocument *document);

G_END_DECLS
