/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Builds the menu of a row. Every action has the occurrence's id as its target. */
#define G_LOG_DOMAIN "carrel-occurrence-menu"

#include "config.h"

#include "carrel-occurrence-menu.h"

#include "carrel-hour-editor.h"
#include "carrel-syllabus-facts.h"

#include <glib/gi18n.h>

static void
append_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static void
append_deadline_items (GMenu *section,
                       const CarrelOccurrence *occurrence,
                       CarrelMarkFlags marks,
                       const char *id)
{
  append_item (section,
               (marks & CARREL_MARK_DONE) != 0 ? _ ("Mark as not _done") : _ ("Mark as _done"),
               "occurrence.done", id);
  append_item (section, _ ("Your _own date…"), "occurrence.own-date", id);
  append_item (section, _ ("_Ask for an extension…"), "occurrence.ask", id);
  if (carrel_syllabus_facts_find_late_section (occurrence->course) != NULL)
    append_item (section, _ ("Read the late _policy"), "occurrence.late-policy", id);
}

static const char *
get_reminder_label (const CarrelOccurrence *occurrence, CarrelMarkFlags marks)
{
  if ((marks & CARREL_MARK_REMINDED) != 0)
    return _ ("Remove _reminder");
  return occurrence->kind == CARREL_OCCURRENCE_DEADLINE ? _ ("_Remind me one day before")
                                                        : _ ("_Remind me 30 minutes before");
}

static GMenu *
make_own_section (const CarrelOccurrence *occurrence, const char *id, CarrelMarkFlags marks)
{
  GMenu *section = g_menu_new ();

  if (occurrence->kind == CARREL_OCCURRENCE_DEADLINE)
    append_deadline_items (section, occurrence, marks, id);
  if (carrel_occurrence_get_fact_id (occurrence) != NULL)
    append_item (section, get_reminder_label (occurrence, marks), "occurrence.remind", id);
  append_item (section, _ ("_Copy"), "occurrence.copy", id);
  if (occurrence->url != NULL)
    append_item (section, _ ("_Join online"), "occurrence.join", id);
  if (occurrence->kind == CARREL_OCCURRENCE_HOURS)
    append_item (section, _ ("Note a _visit"), "occurrence.visit", id);
  return section;
}

static GMenu *
make_calendar_section (const CarrelOccurrence *occurrence, const char *id)
{
  GMenu *section = g_menu_new ();

  if (carrel_occurrence_get_fact_id (occurrence) != NULL)
    append_item (section, _ ("_Save as a calendar file…"), "occurrence.save-session", id);
  if (occurrence->kind == CARREL_OCCURRENCE_HOURS && occurrence->person != NULL)
    {
      /* Translators: %s is a person. In a menu. */
      g_autofree char *label
          = g_strdup_printf (_ ("Save _all hours of %s as a calendar file…"), occurrence->person);

      append_item (section, label, "occurrence.save-person", id);
    }
  return section;
}

/**
 * carrel_occurrence_menu_new:
 * @occurrence: what the menu is about
 * @marks: what is marked on it
 * @scope: who uses it
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
carrel_occurrence_menu_new (const CarrelOccurrence *occurrence,
                            CarrelMarkFlags marks,
                            CarrelOccurrenceMenuScope scope)
{
  g_autofree char *id = carrel_occurrence_dup_id (occurrence);
  g_autoptr (GMenu) own = make_own_section (occurrence, id, marks);
  g_autoptr (GMenu) calendar = make_calendar_section (occurrence, id);
  g_autoptr (GMenu) teaching = g_menu_new ();
  GMenu *menu = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (calendar));
  if (scope != CARREL_OCCURRENCE_MENU_TEACHING)
    return G_MENU_MODEL (menu);
  for (const CarrelHourVerb *verb = carrel_hour_editor_verbs; verb->action != NULL; verb++)
    if (carrel_hour_editor_offers (verb, occurrence))
      append_item (teaching, _ (verb->label), verb->action, id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (teaching));
  return G_MENU_MODEL (menu);
}
