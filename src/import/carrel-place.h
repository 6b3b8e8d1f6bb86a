/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of places: ", POS A35", "in Krieger 170", "@WEH 5409", "(SSMS 1303)", "on Zoom". */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

typedef struct
{
  char *place;      /* NULL if none is named */
  char *remark;     /* such as "in-person expected", or NULL */
  const char *mode; /* "in-person", "online", "hybrid" or NULL */
} CarrelPlace;

void carrel_place_read_after (const CarrelWords *words, const char *text, CarrelPlace *place);
void carrel_place_read_before (const CarrelWords *words, const char *text, CarrelPlace *place);
void carrel_place_read_alone (const char *text, CarrelPlace *place);
void carrel_place_read_parentheses (const CarrelWords *words, const char *text, CarrelPlace *place);
void carrel_place_read_cell (const CarrelWords *words, const char *text, CarrelPlace *place);
char *carrel_place_dup_online (const char *text, const char **mode);
gboolean carrel_place_is_room (const char *text);
gboolean carrel_place_keep (CarrelPlace *place);
void carrel_place_clear (CarrelPlace *place);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CarrelPlace, carrel_place_clear)

G_END_DECLS
