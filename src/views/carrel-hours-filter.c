/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills the filters of office hours from the hours themselves. */
#define G_LOG_DOMAIN "carrel-hours-filter"

#include "config.h"

#include "carrel-hours-filter.h"

#include "carrel-format-occurrence.h"
#include "carrel-format.h"

#include <glib/gi18n.h>

#define ALL "all"

static const char *
get_value (const CarrelOccurrence *occurrence, CarrelHoursFilter filter)
{
  switch (filter)
    {
    case CARREL_HOURS_FILTER_PERSON:
      return occurrence->person;
    case CARREL_HOURS_FILTER_PLACE:
      return occurrence->location;
    case CARREL_HOURS_FILTER_DAY:
      return carrel_day_to_code (carrel_date_get_weekday (occurrence->date));
    case CARREL_HOURS_FILTER_COURSE:
      return occurrence->course->id;
    case CARREL_N_HOURS_FILTERS:
    default:
      return NULL;
    }
}

static const char *
get_all_label (CarrelHoursFilter filter)
{
  static const char *const labels[CARREL_N_HOURS_FILTERS]
      = { NC_ ("filter", "Everyone"), NC_ ("filter", "All places"), NC_ ("filter", "Every day"),
          NC_ ("filter", "All courses") };

  return g_dpgettext2 (NULL, "filter", labels[filter]);
}

static const char *
get_label (const CarrelOccurrence *occurrence, CarrelHoursFilter filter)
{
  if (filter == CARREL_HOURS_FILTER_DAY)
    return carrel_format_weekday (carrel_date_get_weekday (occurrence->date));
  if (filter == CARREL_HOURS_FILTER_COURSE)
    return carrel_format_course (occurrence->course);
  return get_value (occurrence, filter);
}

static int
compare_days (gconstpointer one, gconstpointer other)
{
  const CarrelOccurrence *first = *(const CarrelOccurrence *const *) one;
  const CarrelOccurrence *second = *(const CarrelOccurrence *const *) other;

  return (int) carrel_day_get_index (carrel_date_get_weekday (first->date))
         - (int) carrel_day_get_index (carrel_date_get_weekday (second->date));
}

static int
compare_labels (gconstpointer one, gconstpointer other, gpointer filter)
{
  return g_utf8_collate (
      get_label (*(const CarrelOccurrence *const *) one, GPOINTER_TO_INT (filter)),
      get_label (*(const CarrelOccurrence *const *) other, GPOINTER_TO_INT (filter)));
}

/* One hour for each value that occurs, in an order that people expect. */
static GPtrArray *
list_values (GPtrArray *occurrences, CarrelHoursFilter filter)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i < occurrences->len; i++)
    {
      const char *value = get_value (g_ptr_array_index (occurrences, i), filter);

      if (value != NULL && g_hash_table_add (seen, (gpointer) value))
        g_ptr_array_add (values, g_ptr_array_index (occurrences, i));
    }
  if (filter == CARREL_HOURS_FILTER_DAY)
    g_ptr_array_sort (values, compare_days);
  else
    g_ptr_array_sort_with_data (values, compare_labels, GINT_TO_POINTER (filter));
  return values;
}

/**
 * carrel_hours_filter_fill:
 * @button: a choice
 * @filter: what it chooses by
 * @occurrences: (element-type CarrelOccurrence): the hours that there are
 *
 * Offers what occurs, and all of it. What was chosen stays chosen while it is there. A choice of
 * courses is only seen where there are several.
 */
void
carrel_hours_filter_fill (CarrelChoiceButton *button,
                          CarrelHoursFilter filter,
                          GPtrArray *occurrences)
{
  g_autofree char *selected = g_strdup (carrel_choice_button_get_selected (button));
  g_autoptr (GPtrArray) values = list_values (occurrences, filter);
  const char *kept = ALL;

  carrel_choice_button_clear (button);
  carrel_choice_button_append (button, ALL, get_all_label (filter));
  for (guint i = 0; i < values->len; i++)
    {
      const CarrelOccurrence *occurrence = g_ptr_array_index (values, i);
      const char *value = get_value (occurrence, filter);

      carrel_choice_button_append (button, value, get_label (occurrence, filter));
      if (g_strcmp0 (value, selected) == 0)
        kept = value;
    }
  carrel_choice_button_set_selected (button, kept);
  gtk_widget_set_visible (GTK_WIDGET (button),
                          filter != CARREL_HOURS_FILTER_COURSE || values->len > 1);
}

/**
 * carrel_hours_filter_matches:
 * @button: a choice
 * @filter: what it chooses by
 * @occurrence: an office hour
 *
 * Returns: whether @occurrence is to be shown
 */
gboolean
carrel_hours_filter_matches (CarrelChoiceButton *button,
                             CarrelHoursFilter filter,
                             const CarrelOccurrence *occurrence)
{
  const char *selected = carrel_choice_button_get_selected (button);

  return selected == NULL || g_str_equal (selected, ALL)
         || g_strcmp0 (selected, get_value (occurrence, filter)) == 0;
}
