/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The store: the only door to what Carrel keeps. Synchronous, for one thread. Its verbs are in one
 * header a family: carrel-store-courses.h, -versions, -scores, -notes, -marks, -edits, -search,
 * -undo, -backup. */
#pragma once

#include <gio/gio.h>

#include "carrel-course.h"
#include "carrel-store-error.h"

G_BEGIN_DECLS

#define CARREL_TYPE_STORE (carrel_store_get_type ())
G_DECLARE_FINAL_TYPE (CarrelStore, carrel_store, CARREL, STORE, GObject)

/* What changed, as the signal says it:
 * changed (CarrelStore *store, const char *course_id, CarrelStoreChanges changes)
 * course_id is NULL when any course may have changed (another program wrote, a restore). */
typedef enum
{
  CARREL_CHANGED_COURSES = 1 << 0, /* the list of courses: added, removed, renamed, order, colour */
  CARREL_CHANGED_FACTS = 1 << 1,   /* what carrel_store_load_course() returns */
  CARREL_CHANGED_SCORES = 1 << 2,  /* scores, pins, targets */
  CARREL_CHANGED_SCENARIOS = 1 << 3,
  CARREL_CHANGED_NOTES = 1 << 4, /* notes and bookmarks */
  CARREL_CHANGED_MARKS = 1 << 5, /* done marks, personal dates, visits */
  CARREL_CHANGED_REMINDERS = 1 << 6,
  CARREL_CHANGED_ALL = (1 << 7) - 1,

  /* What carrel_store_search() finds. */
  CARREL_CHANGED_SEARCHED = CARREL_CHANGED_FACTS | CARREL_CHANGED_NOTES,
} CarrelStoreChanges;

GType carrel_store_changes_get_type (void);
#define CARREL_TYPE_STORE_CHANGES (carrel_store_changes_get_type ())

char *carrel_store_dup_default_path (void);
CarrelStore *carrel_store_open (const char *path, GError **error);
void carrel_store_close (CarrelStore *self);
void carrel_store_watch (CarrelStore *self);
const char *carrel_store_get_path (CarrelStore *self);

G_END_DECLS
