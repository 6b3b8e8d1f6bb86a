/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the processor time of grades beside a sum of doubles that does the least possible, in
 * the same run. */
#include "config.h"

#include "carrel-forecast.h"

#include <time.h>

#define N_MARKS  2000
#define N_GROUPS 40
#define N_ASKED  100
#define N_RUNGS  12
#define N_ROUNDS 25

typedef void (*Work) (CarrelGradeCourse *course);

static volatile double sink;

/* Groups of equal size; every item is marked but every n-th. */
static CarrelGradeCourse *
make_course (guint n_marks, guint n_groups, guint n_drops, guint open_each)
{
  CarrelGradeCourse *course = carrel_grade_course_new ();
  CarrelGradeScheme *scheme = carrel_grade_course_add_scheme (course, "bench");
  CarrelGradeGroup *group = NULL;

  for (guint i = 0; i < n_marks; i++)
    {
      g_autofree char *id = g_strdup_printf ("item-%u", i);
      CarrelGradeItem *item = carrel_grade_course_add_item (course, id);
      g_autoptr (CarrelRational) score = carrel_rational_new ((i * 7919) % 81 + 20, 1);

      if (i % (n_marks / n_groups) == 0)
        {
          group = carrel_grade_scheme_add_group (scheme, "group");
          group->weight = carrel_rational_new (1, n_groups);
          group->drop_lowest = n_drops;
        }
      item->max = carrel_rational_new (100, 1);
      if (open_each == 0 || i % open_each != 0)
        {
          carrel_grade_item_set_score (item, score);
          item->state = CARREL_ITEM_GRADED;
        }
      g_array_append_val (group->items, i);
    }
  return course;
}

static void
recompute (CarrelGradeCourse *course)
{
  g_autoptr (CarrelRational) current
      = carrel_forecast_get_current (course, CARREL_DROPS_AS_GRADED, NULL);

  sink = carrel_rational_to_double (current);
}

static void
find_bounds (CarrelGradeCourse *course)
{
  g_autoptr (CarrelRational) least = NULL;
  g_autoptr (CarrelRational) most = NULL;

  carrel_forecast_get_bounds (course, &least, &most);
  sink = carrel_rational_to_double (least);
}

static void
climb_ladder (CarrelGradeCourse *course)
{
  for (guint i = 0; i < N_RUNGS; i++)
    {
      g_autoptr (CarrelRational) target = carrel_rational_new (50 + 4 * i, 100);
      const CarrelQuery query = { target, CARREL_ALL_REMAINING, NULL, NULL };
      g_autoptr (CarrelAnswer) answer = carrel_forecast_ask (course, &query);

      sink = answer->status;
    }
}

/* What a program that is not exact would do. */
static void
sum_doubles (CarrelGradeCourse *course)
{
  double sum = 0;

  for (guint i = 0; i < course->items->len; i++)
    {
      const CarrelGradeItem *item = g_ptr_array_index (course->items, i);

      if (item->score != NULL)
        sum += carrel_rational_to_double (item->score) / carrel_rational_to_double (item->max);
    }
  sink = sum;
}

/* Microseconds of this process, so that what else the machine does is not measured. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static double
measure (Work work, CarrelGradeCourse *course)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 before = get_cpu_time ();
      guint n_times = 0;

      for (; n_times < 200 && get_cpu_time () - before < 4000; n_times++)
        work (course);
      best = MIN (best, (double) (get_cpu_time () - before) / n_times);
    }
  return best;
}

int
main (void)
{
  static const struct
  {
    const char *name;
    Work work;
    guint n_marks, n_groups, n_drops, open_each;
    double limit; /* microseconds */
  } cases[] = {
    { "2,000 marks, no drops", recompute, N_MARKS, N_GROUPS, 0, 0, 50 },
    { "2,000 marks, 2 dropped of 50", recompute, N_MARKS, N_GROUPS, 2, 0, 2000 },
    { "bounds of 2,000 marks, no drops", find_bounds, N_MARKS, N_GROUPS, 0, 5, 0 },
    { "ladder of 12 for 100 items", climb_ladder, N_ASKED, 10, 0, 4, 8000 },
    { "the same with 1 dropped of 10", climb_ladder, N_ASKED, 10, 1, 4, 8000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CarrelGradeCourse) course
          = make_course (cases[i].n_marks, cases[i].n_groups, cases[i].n_drops, cases[i].open_each);
      double base = measure (sum_doubles, course);
      double took = measure (cases[i].work, course);

      g_print ("%-36s %9.1f us, %6.1f x a sum of doubles", cases[i].name, took, took / base);
      if (cases[i].limit > 0)
        g_print (", %.2f of its limit", took / cases[i].limit);
      g_print ("\n");
    }
  return 0;
}
