/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A new view is one row here. Views are built when they are first shown. */
#define G_LOG_DOMAIN "carrel-view-list"

#include "config.h"

#include "carrel-view-list.h"

#include "carrel-grades-view.h"
#include "carrel-office-hours-view.h"
#include "carrel-schedule-view.h"
#include "carrel-settings-view.h"
#include "carrel-syllabus-view.h"

#include <glib/gi18n.h>

/* Translators: the names of the views stand side by side in 360 pixels: at most ten letters each.
 */
/* clang-format takes NC_() for a declaration. */
/* clang-format off */
static const CarrelViewEntry views[] = {
  { "syllabus", NC_ ("view", "Syllabus"), "carrel-syllabus-symbolic", "<Alt>1",
    carrel_syllabus_view_get_type },
  { "schedule", NC_ ("view", "Schedule"), "carrel-schedule-symbolic", "<Alt>2",
    carrel_schedule_view_get_type },
  { "office-hours", NC_ ("view", "Office hours"), "carrel-office-hours-symbolic", "<Alt>3",
    carrel_office_hours_view_get_type },
  { "grades", NC_ ("view", "Grades"), "carrel-grades-symbolic", "<Alt>4", carrel_grades_view_get_type },
  { "settings", NC_ ("view", "Settings"), "carrel-settings-symbolic", "<Alt>5",
    carrel_settings_view_get_type },
};
/* clang-format on */

/**
 * carrel_view_list_get:
 * @n_views: (out): how many there are
 *
 * Returns: (transfer none): the views in the order of the switcher
 */
const CarrelViewEntry *
carrel_view_list_get (guint *n_views)
{
  *n_views = G_N_ELEMENTS (views);
  return views;
}

/**
 * carrel_view_list_find:
 * @id: (nullable): the id of a view
 *
 * Returns: (nullable): its row
 */
const CarrelViewEntry *
carrel_view_list_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].id, id) == 0)
      return &views[i];
  return NULL;
}
