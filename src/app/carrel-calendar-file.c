/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a file, writes what was wanted, and says so. What is wanted waits on the window until a
 * file is chosen, because the chooser hands back only its owner. */
#define G_LOG_DOMAIN "carrel-calendar-file"

#include "config.h"

#include "carrel-calendar-file.h"

#include "carrel-compat.h"
#include "carrel-export.h"
#include "carrel-store-courses.h"
#include "carrel-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define WANTED_KEY "carrel-wanted-calendar"

static const char *const patterns[] = { "*.ics", NULL };

static const char *
get_or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static gboolean
save (CarrelWindow *self, GVariant *wanted, GFile *file, GError **error)
{
  const CarrelExportFormat *format = carrel_export_find_format ("ics");
  CarrelClock *clock = carrel_window_get_clock (self);
  const char *course_id, *person, *fact;
  CarrelExportOptions options = { .alarm = CARREL_EXPORT_NO_ALARM };
  g_autoptr (CarrelCourse) course = NULL;
  g_autofree char *text = NULL;

  g_variant_get (wanted, "(&s&s&s)", &course_id, &person, &fact);
  course = carrel_store_load_course (carrel_window_get_store (self), course_id, error);
  if (course == NULL)
    return FALSE;
  options.now = carrel_clock_get_now (clock);
  options.zone = carrel_clock_get_zone (clock);
  options.person = get_or_null (person);
  options.fact = get_or_null (fact);
  text = format->write (course, &options);
  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  NULL, error);
}

static void
on_file_chosen_cb (GListModel *files, GObject *owner)
{
  CarrelWindow *self = CARREL_WINDOW (owner);
  GVariant *wanted = g_object_get_data (owner, WANTED_KEY);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_ ("Saved as %s"), name);
  if (save (self, wanted, file, &error))
    carrel_window_toast (self, text, 0);
  else
    carrel_window_report (self, error->message);
}

static void
on_save_calendar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *course_id, *person, *fact;
  g_autofree char *slug = NULL;
  g_autofree char *name = NULL;

  g_variant_get (parameter, "(&s&s&s)", &course_id, &person, &fact);
  slug = carrel_course_dup_slug (*person != '\0' ? person : *fact != '\0' ? fact : course_id);
  name = g_strconcat (slug, ".ics", NULL);
  g_object_set_data_full (data, WANTED_KEY, g_variant_ref (parameter),
                          (GDestroyNotify) g_variant_unref);
  carrel_compat_choose (GTK_WINDOW (data),
                        &(CarrelChoose){ CARREL_CHOOSE_NEW_FILE, _ ("Save as a calendar file"),
                                         _ ("Save"), name, _ ("Calendars"), patterns },
                        on_file_chosen_cb, G_OBJECT (data));
}

static void
on_save_course_calendar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *course_id = carrel_window_get_course_id (data);

  if (course_id != NULL)
    g_action_group_activate_action (data, "save-calendar",
                                    g_variant_new ("(sss)", course_id, "", ""));
}

static const GActionEntry actions[] = {
  { "save-calendar", on_save_calendar_cb, "(sss)", NULL, NULL },
  { "save-course-calendar", on_save_course_calendar_cb, NULL, NULL, NULL },
};

/**
 * carrel_calendar_file_install:
 * @self: a window with a store
 *
 * Adds the actions that save a calendar file.
 */
void
carrel_calendar_file_install (CarrelWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
