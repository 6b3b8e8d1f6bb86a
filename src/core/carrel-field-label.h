/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the fields of records are called in sentences. */
#pragma once

#include "carrel-record.h"

G_BEGIN_DECLS

const char *carrel_field_label_get (const CarrelField *field);

G_END_DECLS
