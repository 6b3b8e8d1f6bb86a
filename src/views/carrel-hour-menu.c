/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Builds the menu of a row of office hours. Every action has the occurrence's id as its target. */
#define G_LOG_DOMAIN "carrel-hour-menu"

#include "config.h"

#include "carrel-hour-menu.h"

#include "carrel-hour-editor.h"

#include <glib/gi18n.h>

static void
append_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static GMenu *
make_own_section (const CarrelOccurrence *occurrence, const char *id, CarrelHourMenuFlags flags)
{
  GMenu *section = g_menu_new ();
  gboolean is_reminded = (flags & CARREL_HOUR_MENU_REMINDED) != 0;

  append_item (section,
               is_reminded ? _("Remove _Reminder")
                           : _("_Remind Me 30 Minutes Before"), "office-hours.remind", id);
  append_item (section, _("_Copy"), "office-hours.copy", id);
  if (occurrence->url != NULL)
    append_item (section, _("_Join Online"), "office-hours.join", id);
  append_item (section, _("Note a _Visit"), "office-hours.visit", id);
  return section;
}

/**
 * carrel_hour_menu_new:
 * @occurrence: an office hour on a day
 * @flags: what there is to do
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
carrel_hour_menu_new (const CarrelOccurrence *occurrence, CarrelHourMenuFlags flags)
{
  g_autofree char *id = carrel_occurrence_dup_id (occurrence);
  g_autoptr (GMenu) own = make_own_section (occurrence, id, flags);
  g_autoptr (GMenu) teaching = g_menu_new ();
  GMenu *menu = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  if ((flags & CARREL_HOUR_MENU_TEACHING) == 0)
    return G_MENU_MODEL (menu);
  for (const CarrelHourVerb *verb = carrel_hour_editor_verbs; verb->action != NULL; verb++)
    if (verb->label != NULL)
      append_item (teaching, _(verb->label), verb->action, id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (teaching));
  return G_MENU_MODEL (menu);
}
