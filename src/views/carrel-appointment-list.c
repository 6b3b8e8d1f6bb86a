/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills a list with the hours that are agreed on with a person. */
#define G_LOG_DOMAIN "carrel-appointment-list"

#include "config.h"

#include "carrel-appointment-list.h"

#include "carrel-course.h"
#include "carrel-fact-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
append_hour (GtkListBox *list, const CarrelOfficeHour *hour)
{
  const char *person = hour->person != NULL ? hour->person : _ ("Office hours");

  gtk_list_box_append (list, carrel_fact_row_new (person, hour->location));
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
