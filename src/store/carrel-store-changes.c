/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The type of the flags that say what changed. */
#define G_LOG_DOMAIN "carrel-store-changes"

#include "config.h"

#include "carrel-store.h"

/**
 * carrel_store_changes_get_type:
 *
 * Returns: the type of #CarrelStoreChanges
 */
GType
carrel_store_changes_get_type (void)
{
  static gsize type = 0;
  static const GFlagsValue values[] = {
    { CARREL_CHANGED_COURSES, "CARREL_CHANGED_COURSES", "courses" },
    { CARREL_CHANGED_FACTS, "CARREL_CHANGED_FACTS", "facts" },
    { CARREL_CHANGED_SCORES, "CARREL_CHANGED_SCORES", "scores" },
    { CARREL_CHANGED_SCENARIOS, "CARREL_CHANGED_SCENARIOS", "scenarios" },
    { CARREL_CHANGED_NOTES, "CARREL_CHANGED_NOTES", "notes" },
    { CARREL_CHANGED_MARKS, "CARREL_CHANGED_MARKS", "marks" },
    { CARREL_CHANGED_REMINDERS, "CARREL_CHANGED_REMINDERS", "reminders" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_flags_register_static ("CarrelStoreChanges", values));
  return type;
}
