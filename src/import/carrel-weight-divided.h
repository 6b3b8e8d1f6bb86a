/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shares right behind the weight that they divide: "Project (40%: 10% draft, 30% paper)". */
#pragma once

#include "carrel-weight.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_WEIGHT_DIVIDED_IN_BRACKETS,
  CARREL_WEIGHT_DIVIDED_BEHIND_COLON, /* of the first weight of a line, or in brackets */
} CarrelWeightDivided;

char *carrel_weight_divided_cut (const CarrelWords *words,
                                 const char *text,
                                 CarrelWeightDivided where,
                                 GPtrArray *wholes);
gboolean carrel_weight_divided_attach (CarrelWeight **weights, guint n, GPtrArray *wholes);

G_END_DECLS
