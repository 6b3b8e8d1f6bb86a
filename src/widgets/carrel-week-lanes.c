/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Gives events that overlap lanes of one width, as few as are needed. */
#define G_LOG_DOMAIN "carrel-week-lanes"

#include "config.h"

#include "carrel-week-lanes.h"

/* The first lane in which nothing of this bunch is still going on at @start. */
static guint
find_lane (const CarrelWeekSlot *slots, guint first, guint index)
{
  for (guint lane = 0;; lane++)
    {
      gboolean is_free = TRUE;

      for (guint i = first; i < index && is_free; i++)
        is_free = slots[i].lane != lane || slots[i].end <= slots[index].start;
      if (is_free)
        return lane;
    }
}

/**
 * carrel_week_lanes_assign:
 * @slots: (array length=n_slots): the events of one day, in the order of their starts
 * @n_slots: how many there are
 *
 * Fills in the lanes. Events that overlap, directly or through others, share their width.
 */
void
carrel_week_lanes_assign (CarrelWeekSlot *slots, guint n_slots)
{
  guint first = 0;

  while (first < n_slots)
    {
      int end = slots[first].end;
      guint n_lanes = 0;
      guint last = first;

      for (; last < n_slots && (last == first || slots[last].start < end); last++)
        {
          slots[last].lane = find_lane (slots, first, last);
          n_lanes = MAX (n_lanes, slots[last].lane + 1);
          end = MAX (end, slots[last].end);
        }
      for (; first < last; first++)
        slots[first].n_lanes = n_lanes;
    }
}
