/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which view shows a kind of fact, and what it is called: for the search of the window and for that
 * of the desktop. */
#define G_LOG_DOMAIN "carrel-search-kind"

#include "config.h"

#include "carrel-search-kind.h"

#include "carrel-search-hit.h"

#include <glib/gi18n.h>

static const struct
{
  const char *kind;
  const char *view;
  const char *name;
} kinds[] = {
  { "section", "syllabus", N_ ("Section") },
  { CARREL_SEARCH_HIT_NOTE, "syllabus", N_ ("Note") },
  { "schedule_row", "schedule", N_ ("Schedule") },
  { "schedule", "schedule", N_ ("Schedule") },
  { "row", "schedule", N_ ("Schedule") },
  { "meeting", "schedule", N_ ("Meeting") },
  { "office_hour", "office-hours", N_ ("Office hours") },
  { "person", "office-hours", N_ ("Person") },
  { "grading_item", "grades", N_ ("Graded item") },
  { "item", "grades", N_ ("Graded item") },
  { "grading_group", "grades", N_ ("Grading") },
};

static guint
find_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return i;
  return 0;
}

/**
 * carrel_search_kind_get_view:
 * @kind: the kind of a search hit
 *
 * Returns: the id of the view that shows it
 */
const char *
carrel_search_kind_get_view (const char *kind)
{
  return kinds[find_kind (kind)].view;
}

/**
 * carrel_search_kind_get_name:
 * @kind: the kind of a search hit
 *
 * Returns: what it is called, translated
 */
const char *
carrel_search_kind_get_name (const char *kind)
{
  return _ (kinds[find_kind (kind)].name);
}
