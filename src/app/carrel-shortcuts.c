/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One table of actions and keys. They are keys of the application, because those work wherever the
 * focus is. The window of shortcuts, carrel-shortcuts-window.ui, tells of them. */
#define G_LOG_DOMAIN "carrel-shortcuts"

#include "config.h"

#include "carrel-shortcuts.h"

#include "carrel-view-list.h"

static const struct
{
  const char *action;
  const char *keys[3];
} shortcuts[] = {
  { "app.quit", { "<Control>q", NULL } },
  { "window.close", { "<Control>w", NULL } },
  { "win.add-course", { "<Control>n", NULL } },
  { "win.open-files", { "<Control>o", NULL } },
  { "win.print", { "<Control>p", NULL } },
  { "win.find", { "<Control>f", NULL } },
  { "win.search", { "<Control>k", "<Control><Shift>f", NULL } },
  { "win.undo", { "<Control>z", NULL } },
  { "win.redo", { "<Control><Shift>z", "<Control>y", NULL } },
  { "win.next-pane", { "F6", NULL } },
  { "win.previous-pane", { "<Shift>F6", NULL } },
  { "win.switch-course", { "<Control>l", NULL } },
  { "win.help-contacts", { "<Control>h", NULL } },
  { "win.shortcuts", { "<Control>question", NULL } },
  { "win.help", { "F1", NULL } },
  { "win.text-larger", { "<Control>plus", "<Control>equal", NULL } },
  { "win.text-smaller", { "<Control>minus", NULL } },
  { "win.text-normal", { "<Control>0", NULL } },
};

/**
 * carrel_shortcuts_install:
 * @application: the application
 *
 * Gives the actions of the window their keys.
 */
void
carrel_shortcuts_install (GtkApplication *application)
{
  guint n_views;
  const CarrelViewEntry *views = carrel_view_list_get (&n_views);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
  for (guint i = 0; i < n_views; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.show-view::%s", views[i].id);
      const char *keys[] = { views[i].shortcut, NULL };

      gtk_application_set_accels_for_action (application, action, keys);
    }
}
