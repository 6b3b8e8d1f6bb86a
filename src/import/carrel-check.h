/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader of a course's pages would stumble over. */
#pragma once

#include "carrel-import.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_FINDING_OTHER,
  CARREL_FINDING_QUESTION,
  CARREL_FINDING_PICTURE, /* without text */
  CARREL_FINDING_LINK,    /* whose name says nothing */
  CARREL_FINDING_COLUMN,  /* without a name */
  CARREL_FINDING_LEVEL,   /* of a heading, that skips one */
  CARREL_FINDING_LAYOUT,  /* a table without header cells */
  CARREL_FINDING_UNTOLD,  /* a change that the text does not say */
} CarrelFindingKind;

typedef struct
{
  CarrelFindingKind kind;
  char *file;
  int line;   /* from 1; 0 is nowhere */
  char *text; /* a sentence */
  char *name; /* of a link; NULL otherwise */
  char *url;  /* of a link or a picture; NULL otherwise */
  int level;  /* that a heading should have; 0 otherwise */
} CarrelFinding;

GPtrArray *carrel_check_new_list (void);
GPtrArray *carrel_check_files (GPtrArray *files, GCancellable *cancellable, GError **error);
GPtrArray *carrel_check_course (const CarrelCourse *course);
GPtrArray *carrel_check_draft (const CarrelCourse *draft, GError **error);

G_END_DECLS
