/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A run of weights in one place of a page: a table, a list, headings or a sentence. */
#pragma once

#include "carrel-page.h"
#include "carrel-weight.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_WEIGHT_LIST_TABLE,
  CARREL_WEIGHT_LIST_LINES,
  CARREL_WEIGHT_LIST_HEADINGS,
  CARREL_WEIGHT_LIST_SENTENCE,
} CarrelWeightListKind;

typedef struct
{
  CarrelWeightListKind kind;
  GPtrArray *weights; /* of CarrelWeight */
  char *title;        /* the words that lead to it; may be empty */
  guint section;
  int line;
  gboolean has_weight_column;
  gboolean is_one_of_columns; /* of a table with a column for each alternative */
  gint64 points;              /* of the whole course as stated, or CARREL_WEIGHT_UNKNOWN */
  gboolean is_completed;      /* with what words say is left of a hundred */
  gboolean is_total_assumed;  /* the points are what the parts add up to, or near a hundred */
} CarrelWeightList;

CarrelWeightList *
carrel_weight_list_new (CarrelWeightListKind kind, const char *title, guint section, int line);
void carrel_weight_list_free (CarrelWeightList *self);

void carrel_weight_list_read_table (const CarrelPage *page, guint block, GPtrArray *lists);
GPtrArray *carrel_weight_list_collect (const CarrelPage *page);
void carrel_weight_list_nest (CarrelWeightList *list);
gint64 carrel_weight_list_get_sum (const CarrelWeightList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelWeightList, carrel_weight_list_free)

G_END_DECLS
