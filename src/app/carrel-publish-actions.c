/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens the dialog that shows what publishing would do. */
#define G_LOG_DOMAIN "carrel-publish-actions"

#include "config.h"

#include "carrel-publish-actions.h"

#include "carrel-publish-dialog.h"
#include "carrel-window-private.h"

static void
on_publish_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelWindow *self = CARREL_WINDOW (data);

  carrel_dialog_present (carrel_publish_dialog_new (
                             carrel_window_get_store (self), carrel_window_get_clock (self),
                             carrel_window_get_settings (self), carrel_window_get_course_id (self)),
                         GTK_WIDGET (self));
}

static const GActionEntry actions[] = {
  { "publish", on_publish_cb, NULL, NULL, NULL },
};

/**
 * carrel_publish_actions_install:
 * @self: a window with a store
 *
 * Adds the action that publishes the course that is shown.
 */
void
carrel_publish_actions_install (CarrelWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
