/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs between two versions of a course, fact by fact, and as sentences for people. */
#pragma once

#include "carrel-fact.h"
#include "carrel-timetable.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_DIFF_ADDED,
  CARREL_DIFF_REMOVED,
  CARREL_DIFF_CHANGED,
} CarrelDiffAction;

/* One fact that is new or gone, or one field of a fact that says something else. */
typedef struct
{
  CarrelDiffAction action;
  const char *kind;  /* "office_hour" */
  char *key;         /* the fact's key in the new version; in the old one when it is gone */
  char *title;       /* what a person calls the fact: "Cheng Ma", "Homework" */
  const char *field; /* of a change; NULL otherwise */
  char *before;      /* a field as text, NULL is unknown */
  char *after;
  gpointer old_record; /* owned; NULL when added */
  gpointer new_record; /* owned; NULL when removed */

  /* Of a one-time change, to say whose session it is; owned, NULL for all other facts. */
  CarrelCourse *course;
  CarrelTimetable *timetable;
} CarrelDifference;

/* A grading group (or item) that went while a similar one came: perhaps the same one renamed. */
typedef struct
{
  const char *kind; /* "grading_group" or "grading_item" */
  char *old_key;
  char *new_key;
  char *old_title;
  char *new_title;
} CarrelRename;

typedef struct
{
  GPtrArray *differences; /* of CarrelDifference, in the order of the new course */
  GPtrArray *renames;     /* of CarrelRename, to be confirmed by a person */
  guint n_added;          /* facts */
  guint n_changed;
  guint n_removed;
} CarrelDiff;

CarrelDiff *carrel_diff_new (CarrelCourse *before, CarrelCourse *after);
void carrel_diff_free (CarrelDiff *diff);
gboolean carrel_diff_is_empty (const CarrelDiff *diff);

/* Sentences are in carrel-diff-text.h. */

CarrelRename *carrel_rename_copy (const CarrelRename *rename);
void carrel_rename_free (CarrelRename *rename);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelDiff, carrel_diff_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelRename, carrel_rename_free)

G_END_DECLS
