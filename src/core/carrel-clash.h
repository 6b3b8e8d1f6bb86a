/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Occurrences that overlap, hours that fit into free time, and runs of hours back to back. */
#pragma once

#include "carrel-occurrence.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_CLASH_ANY,    /* one student cannot be at both */
  CARREL_CLASH_ROOM,   /* one room is taken twice */
  CARREL_CLASH_PERSON, /* one person is wanted twice */
} CarrelClashKind;

typedef struct
{
  CarrelOccurrence *first;  /* borrowed from the list that was asked about */
  CarrelOccurrence *second; /* the same; starts no earlier */
} CarrelClash;

GArray *carrel_clash_find (GPtrArray *occurrences, CarrelClashKind kind);
GPtrArray *carrel_clash_list_free (GPtrArray *hours, GPtrArray *busy);
GPtrArray *carrel_clash_list_runs (GPtrArray *hours);
GPtrArray *carrel_clash_list_uncovered (GPtrArray *deadlines, GPtrArray *hours);

G_END_DECLS
