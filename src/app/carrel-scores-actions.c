/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a file of scores, and shows what is in it beside the items of the course. */
#define G_LOG_DOMAIN "carrel-scores-actions"

#include "config.h"

#include "carrel-scores-actions.h"

#include "carrel-compat.h"
#include "carrel-scores-dialog.h"
#include "carrel-store-gradebook.h"
#include "carrel-window-private.h"

#include <glib/gi18n.h>

static const char *const patterns[] = { "*.csv", "*.tsv", "*.txt", NULL };

static CarrelScoresCsv *
load (const char *path, GError **error)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (GPtrArray) files = carrel_import_load (paths, NULL, error);

  if (files == NULL || files->len == 0)
    return NULL;
  return carrel_scores_csv_parse (g_ptr_array_index (files, 0), error);
}

static void
on_scores_chosen_cb (GListModel *files, GObject *owner)
{
  CarrelWindow *self = CARREL_WINDOW (owner);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelScoresCsv) csv = path != NULL ? load (path, &error) : NULL;

  if (csv == NULL)
    carrel_window_report (self, error != NULL
                                    ? error->message
                                    : _ ("The file cannot be read. Copy it to this computer."));
  else
    carrel_dialog_present (carrel_scores_dialog_new (carrel_window_get_store (self),
                                                     carrel_window_get_course_id (self),
                                                     g_steal_pointer (&csv)),
                           GTK_WIDGET (self));
}

static void
on_import_scores_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const CarrelChoose choose = { CARREL_CHOOSE_FILE,
                                _ ("Scores from a file"),
                                _ ("Read"),
                                NULL,
                                _ ("Tables of scores (CSV)"),
                                patterns };
  const char *course_id = carrel_window_get_course_id (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelGradebook) book
      = course_id != NULL ? carrel_store_load_gradebook (carrel_window_get_store (data), course_id,
                                                         CARREL_SCENARIO_REAL, &error)
                          : NULL;

  if (error != NULL)
    carrel_window_report (data, error->message);
  else if (book == NULL || carrel_gradebook_is_empty (book))
    carrel_window_report (data, _ ("This course has no graded items to give scores to."));
  else
    carrel_compat_choose (GTK_WINDOW (data), &choose, on_scores_chosen_cb, G_OBJECT (data));
}

static const GActionEntry actions[] = {
  { "import-scores", on_import_scores_cb, NULL, NULL, NULL },
};

/**
 * carrel_scores_actions_install:
 * @self: a window with a store
 *
 * Adds the action that reads scores from a file into the course that is shown.
 */
void
carrel_scores_actions_install (CarrelWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
