/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Events side by side: as few lanes as are needed, of one width for all that touch. */
#include "config.h"

#include "carrel-week-lanes.h"

static void
overlapping_events_share_the_width (void)
{
  CarrelWeekSlot slots[] = {
    { 540, 660, 0, 0 },
    { 600, 720, 0, 0 },
    { 660, 780, 0, 0 },
    { 780, 840, 0, 0 },
  };
  static const guint expected[][2] = { { 0, 2 }, { 1, 2 }, { 0, 2 }, { 0, 1 } };

  carrel_week_lanes_assign (slots, G_N_ELEMENTS (slots));
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      g_assert_cmpuint (slots[i].lane, ==, expected[i][0]);
      g_assert_cmpuint (slots[i].n_lanes, ==, expected[i][1]);
    }
}

static void
no_two_events_of_a_lane_overlap (void)
{
  for (guint round = 0; round < 500; round++)
    {
      CarrelWeekSlot slots[20] = { 0 };
      int start = 0;

      for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
        {
          start += g_test_rand_int_range (0, 40);
          slots[i].start = start;
          slots[i].end = start + g_test_rand_int_range (10, 120);
        }
      carrel_week_lanes_assign (slots, G_N_ELEMENTS (slots));
      for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
        {
          g_assert_cmpuint (slots[i].lane, <, slots[i].n_lanes);
          for (guint j = i + 1; j < G_N_ELEMENTS (slots); j++)
            if (slots[j].start < slots[i].end)
              {
                g_assert_cmpuint (slots[i].lane, !=, slots[j].lane);
                g_assert_cmpuint (slots[i].n_lanes, ==, slots[j].n_lanes);
              }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/widgets/week-lanes/overlapping-events-share-the-width",
                   overlapping_events_share_the_width);
  g_test_add_func ("/carrel/widgets/week-lanes/no-two-events-of-a-lane-overlap",
                   no_two_events_of_a_lane_overlap);
  return g_test_run ();
}
