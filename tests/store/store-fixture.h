/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A store in a folder of its own, with a course in it. */
#pragma once

#include "carrel-store-courses.h"
#include "carrel-store-versions.h"

typedef struct
{
  char *folder;
  char *path;
  CarrelStore *store;
} StoreFixture;

void store_fixture_set_up (StoreFixture *fixture, gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture, gconstpointer data);
void store_fixture_reopen (StoreFixture *fixture);
void store_fixture_remove_folder (const char *folder);

/* "compilers": a lecture, two hours, two graded groups, sections, a dated row, questions. */
CarrelCourse *store_fixture_make_course (void);
CarrelCourse *store_fixture_make_random_course (guint32 seed);
void store_fixture_publish (CarrelStore *store, CarrelCourse *course);
char *store_fixture_dump (CarrelStore *store);

#define STORE_TEST(path, func)                                                                     \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
