/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills a list with the hours that are agreed on with a person. */
#define G_LOG_DOMAIN "carrel-appointment-list"

#include "config.h"

#include "carrel-appointment-list.h"

#include "carrel-course.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
append_hour (GtkListBox *list, const CarrelOfficeHour *hour)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title
      = g_markup_escape_text (hour->person != NULL ? hour->person : _ ("Office hours"), -1);
  g_autofree char *place = g_markup_escape_text (hour->location != NULL ? hour->location : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  gtk_list_box_append (list, row);
}

/**
 * carrel_appointment_list_fill:
 * @list: a list of rows, which are replaced
 * @courses: (element-type CarrelCourse): the courses that are shown
 *
 * Returns: whether there are any such hours
 */
gboolean
carrel_appointment_list_fill (GtkListBox *list, GPtrArray *courses)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list));

  for (; child != NULL; child = gtk_widget_get_first_child (GTK_WIDGET (list)))
    gtk_list_box_remove (list, child);
  for (guint i = 0; i < courses->len; i++)
    {
      const CarrelCourse *course = g_ptr_array_index (courses, i);

      for (guint j = 0; j < course->office_hours->len; j++)
        {
          const CarrelOfficeHour *hour = g_ptr_array_index (course->office_hours, j);

          if (hour->day == CARREL_DAY_NONE)
            append_hour (list, hour);
        }
    }
  return gtk_widget_get_first_child (GTK_WIDGET (list)) != NULL;
}
