/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as course pages write them, with the unit that follows: "12.5%", "three", "20 points". */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

/* Values are exact: millionths. */
#define CARREL_QUANTITY_ONE G_GINT64_CONSTANT (1000000)

typedef enum
{
  CARREL_UNIT_NONE,
  CARREL_UNIT_PERCENT,
  CARREL_UNIT_POINTS,
} CarrelUnit;

typedef struct
{
  gsize start; /* bytes of the text, unit included */
  gsize end;
  gint64 value;
  CarrelUnit unit;
  gboolean is_word;  /* written in letters */
  gboolean is_range; /* the end of "10-12"; the value is the end */
} CarrelQuantity;

gboolean carrel_quantity_find (const CarrelWords *words,
                               const char *text,
                               gsize from,
                               CarrelQuantity *quantity);
gboolean carrel_quantity_names_points (const char *text);
char *carrel_quantity_dup_decimal (gint64 value);
int carrel_quantity_get_integer (gint64 value);

G_END_DECLS
