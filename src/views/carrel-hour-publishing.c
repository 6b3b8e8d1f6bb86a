/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Corrections of a course become a version of it, or are dropped. */
#define G_LOG_DOMAIN "carrel-hour-publishing"

#include "config.h"

#include "carrel-hour-publishing.h"

#include "carrel-store-edits.h"

#include <glib/gi18n.h>

/**
 * carrel_hour_publishing_count_changes:
 * @view: a view
 *
 * Returns: how many changes of its course are not published yet
 */
guint
carrel_hour_publishing_count_changes (CarrelView *view)
{
  const char *course_id = carrel_view_get_course_id (view);
  g_autoptr (CarrelDiff) edits = NULL;
  g_autoptr (GError) error = NULL;

  if (course_id == NULL)
    return 0;
  edits = carrel_store_list_edits (carrel_view_get_store (view), course_id, &error);
  carrel_view_report (view, error);
  return edits != NULL ? edits->differences->len : 0;
}

/**
 * carrel_hour_publishing_publish:
 * @view: the view of one course
 *
 * Asks the window to publish the course: it shows what that does first.
 */
void
carrel_hour_publishing_publish (CarrelView *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "win.publish", NULL);
}

/**
 * carrel_hour_publishing_discard:
 * @view: the view of one course
 *
 * Goes back to what is published.
 */
void
carrel_hour_publishing_discard (CarrelView *view)
{
  g_autoptr (GError) error = NULL;

  if (carrel_store_discard_edits (carrel_view_get_store (view), carrel_view_get_course_id (view),
                                  &error))
    carrel_view_toast_undo (view, _ ("Changes discarded"));
  carrel_view_report (view, error);
}
