/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A label that only bold print sets apart from what it announces. */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

void carrel_bold_label_mark (CarrelPage *page);

G_END_DECLS
