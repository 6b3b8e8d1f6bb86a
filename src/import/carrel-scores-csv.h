/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores from a file: what Canvas and Gradescope export, or a plain table of items and scores. */
#pragma once

#include "carrel-csv.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_SCORES_CANVAS,     /* a row a student, a column an assignment, a row of maxima */
  CARREL_SCORES_GRADESCOPE, /* a row a student, several columns an assignment */
  CARREL_SCORES_ASSIGNMENT, /* Gradescope: a row a student, one assignment */
  CARREL_SCORES_TABLE,      /* a row a student, a column an item */
  CARREL_SCORES_LIST,       /* a row an item: name, score and perhaps maximum */
} CarrelScoresKind;

/* One score of one person, as the file has it. */
typedef struct
{
  char *name;    /* of the item */
  char *state;   /* "ungraded", "graded", "missing", "excused" */
  char *score;   /* exact text with a point, "85%" or "17/20"; NULL unless graded */
  char *max;     /* exact text with a point; NULL when the file does not say */
  char *problem; /* why the cell cannot be read, with file, line and column; else NULL */
} CarrelScoresCell;

typedef struct
{
  char *name;       /* NULL when the file has none */
  char *id;         /* NULL when the file has none */
  char *email;      /* NULL when the file has none */
  GPtrArray *names; /* of char: all of these, and any other number that the file has */
  GPtrArray *cells; /* of CarrelScoresCell */
} CarrelScoresStudent;

typedef struct
{
  CarrelScoresKind kind;
  GPtrArray *students; /* of CarrelScoresStudent; one or more */
} CarrelScoresCsv;

CarrelScoresCsv *carrel_scores_csv_parse (const CarrelImportFile *file, GError **error);
void carrel_scores_csv_free (CarrelScoresCsv *self);
char *carrel_scores_csv_dup_label (const CarrelScoresCsv *self, guint student);
gboolean carrel_scores_csv_find (const CarrelScoresCsv *self, const char *text, guint *student);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelScoresCsv, carrel_scores_csv_free)

G_END_DECLS
