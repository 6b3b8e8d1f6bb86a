/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The wall clock, its minutes, days and zone; or a clock that stands still where it is put. */
#define G_LOG_DOMAIN "carrel-clock"

#include "config.h"

#include "carrel-clock.h"

#include "carrel-zone.h"

#include <glib-unix.h>
#include <string.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define SECONDS_A_MINUTE 60
#define MOMENT_VARIABLE  "CARREL_NOW"

struct _CarrelClock
{
  GObject parent_instance;

  gboolean is_fixed;
  gint64 fixed_now;

  GTimeZone *zone;
  GTimeZone *chosen_zone; /* NULL follows the system */
  gint64 last_minute;
  CarrelDate last_day;
  int timer_fd;
  guint timer_source;
};

G_DEFINE_FINAL_TYPE (CarrelClock, carrel_clock, G_TYPE_OBJECT)

enum
{
  SIGNAL_MINUTE,
  SIGNAL_DAY_CHANGED,
  SIGNAL_ZONE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
read_now (CarrelClock *self)
{
  return self->is_fixed ? self->fixed_now : g_get_real_time () / G_USEC_PER_SEC;
}

static void
remember (CarrelClock *self)
{
  gint64 now = read_now (self);

  self->last_minute = now / SECONDS_A_MINUTE;
  self->last_day = carrel_zone_get_date (self->zone, now, NULL);
}

/* Wakes up at the next full minute of the wall clock; also when somebody sets the clock, and at
 * once after a suspend, because the time of the timer is absolute. */
static void
set_timer (CarrelClock *self)
{
  struct itimerspec when = { 0 };

  when.it_value.tv_sec = (time_t) ((read_now (self) / SECONDS_A_MINUTE + 1) * SECONDS_A_MINUTE);
  timerfd_settime (self->timer_fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL);
}

/* Tells what is different from the last time that somebody looked. */
static void
tell_changes (CarrelClock *self, gboolean is_set_anew)
{
  gint64 minute = self->last_minute;
  CarrelDate day = self->last_day;

  remember (self);
  if (is_set_anew)
    g_signal_emit (self, signals[SIGNAL_ZONE_CHANGED], 0);
  if (carrel_date_compare (day, self->last_day) != 0)
    g_signal_emit (self, signals[SIGNAL_DAY_CHANGED], 0);
  if (minute != self->last_minute)
    g_signal_emit (self, signals[SIGNAL_MINUTE], 0);
}

static gboolean
update_zone (CarrelClock *self)
{
  g_autoptr (GTimeZone) zone
      = self->chosen_zone != NULL ? g_time_zone_ref (self->chosen_zone) : g_time_zone_new_local ();

  if (g_str_equal (g_time_zone_get_identifier (zone), g_time_zone_get_identifier (self->zone)))
    return FALSE;
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_steal_pointer (&zone);
  return TRUE;
}

static gboolean
on_timer_fired_cb (int fd, GIOCondition condition, gpointer user_data)
{
  g_autoptr (CarrelClock) self = g_object_ref (user_data);
  guint64 n_expired = 0;
  gboolean is_set_anew = read (fd, &n_expired, sizeof n_expired) < 0;

  is_set_anew = update_zone (self) || is_set_anew;
  set_timer (self);
  tell_changes (self, is_set_anew);
  return G_SOURCE_CONTINUE;
}

static void
carrel_clock_finalize (GObject *object)
{
  CarrelClock *self = CARREL_CLOCK (object);

  g_clear_handle_id (&self->timer_source, g_source_remove);
  if (self->timer_fd >= 0)
    close (self->timer_fd);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->chosen_zone, g_time_zone_unref);
  G_OBJECT_CLASS (carrel_clock_parent_class)->finalize (object);
}

static void
carrel_clock_class_init (CarrelClockClass *klass)
{
  static const char *const names[N_SIGNALS] = { "minute", "day-changed", "zone-changed" };

  G_OBJECT_CLASS (klass)->finalize = carrel_clock_finalize;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

static void
carrel_clock_init (CarrelClock *self)
{
  self->timer_fd = -1;
}

/**
 * carrel_clock_new:
 *
 * Makes the clock that shows the real time in the system's zone, and follows both.
 *
 * Returns: (transfer full): the clock
 */
CarrelClock *
carrel_clock_new (void)
{
  CarrelClock *self = g_object_new (CARREL_TYPE_CLOCK, NULL);

  self->zone = g_time_zone_new_local ();
  remember (self);
  self->timer_fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (self->timer_fd >= 0)
    {
      set_timer (self);
      self->timer_source = g_unix_fd_add (self->timer_fd, G_IO_IN, on_timer_fired_cb, self);
    }
  return self;
}

/**
 * carrel_clock_new_fixed:
 * @now: seconds since 1970-01-01 00:00 UTC
 * @zone: (nullable): the viewer's zone, or %NULL for the system's
 *
 * Makes a clock that stands still until carrel_clock_set_fixed().
 *
 * Returns: (transfer full): the clock
 */
CarrelClock *
carrel_clock_new_fixed (gint64 now, GTimeZone *zone)
{
  CarrelClock *self = g_object_new (CARREL_TYPE_CLOCK, NULL);

  self->is_fixed = TRUE;
  self->fixed_now = now;
  self->zone = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  remember (self);
  return self;
}

/**
 * carrel_clock_new_at:
 * @moment: ISO 8601 such as "2024-01-24T15:30", with or without seconds and an offset
 * @zone: (nullable): the viewer's zone, in which a moment without an offset is read
 * @error: set when @moment is no such text
 *
 * Makes a clock that stands still at a moment that a person wrote.
 *
 * Returns: (transfer full) (nullable): the clock
 */
CarrelClock *
carrel_clock_new_at (const char *moment, GTimeZone *zone, GError **error)
{
  g_autoptr (GTimeZone) own_zone = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  g_autoptr (GString) text = g_string_new (moment);
  g_autoptr (GDateTime) read = NULL;
  const char *time = strchr (text->str, 'T');

  /* GLib wants seconds; people leave them out. */
  if (time != NULL && strlen (time) >= 6 && time[3] == ':' && time[6] != ':')
    g_string_insert (text, time + 6 - text->str, ":00");
  else if (time == NULL)
    g_string_append (text, "T00:00:00");
  read = g_date_time_new_from_iso8601 (text->str, own_zone);
  if (read == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   "“%s” is no moment: write it as 2024-01-24T15:30", moment);
      return NULL;
    }
  return carrel_clock_new_fixed (g_date_time_to_unix (read), own_zone);
}

/**
 * carrel_clock_new_from_environment:
 * @error: set when the variable CARREL_NOW is there and is no moment
 *
 * Makes the clock of a program: one that stands still at CARREL_NOW where that is set (for tests
 * and pictures), else the real one.
 *
 * Returns: (transfer full) (nullable): the clock
 */
CarrelClock *
carrel_clock_new_from_environment (GError **error)
{
  const char *moment = g_getenv (MOMENT_VARIABLE);

  if (moment == NULL || *moment == '\0')
    return carrel_clock_new ();
  return carrel_clock_new_at (moment, NULL, error);
}

/**
 * carrel_clock_get_now:
 * @clock: a clock
 *
 * Returns: seconds since 1970-01-01 00:00 UTC
 */
gint64
carrel_clock_get_now (CarrelClock *clock)
{
  g_return_val_if_fail (CARREL_IS_CLOCK (clock), 0);

  return read_now (clock);
}

/**
 * carrel_clock_get_zone:
 * @clock: a clock
 *
 * Returns: (transfer none): the viewer's zone
 */
GTimeZone *
carrel_clock_get_zone (CarrelClock *clock)
{
  g_return_val_if_fail (CARREL_IS_CLOCK (clock), NULL);

  return clock->zone;
}

/**
 * carrel_clock_get_today:
 * @clock: a clock
 *
 * Returns: the date in the viewer's zone
 */
CarrelDate
carrel_clock_get_today (CarrelClock *clock)
{
  g_return_val_if_fail (CARREL_IS_CLOCK (clock), (CarrelDate){ 0 });

  return carrel_zone_get_date (clock->zone, read_now (clock), NULL);
}

/**
 * carrel_clock_set_fixed:
 * @clock: a clock that stands still
 * @now: seconds since 1970-01-01 00:00 UTC
 * @zone: (nullable): the viewer's zone, or %NULL for no change
 *
 * Puts a standing clock to another moment and emits what a real one would.
 */
void
carrel_clock_set_fixed (CarrelClock *clock, gint64 now, GTimeZone *zone)
{
  g_return_if_fail (CARREL_IS_CLOCK (clock) && clock->is_fixed);

  clock->fixed_now = now;
  if (zone != NULL)
    {
      g_time_zone_ref (zone);
      g_clear_pointer (&clock->zone, g_time_zone_unref);
      clock->zone = zone;
    }
  tell_changes (clock, zone != NULL);
}

/**
 * carrel_clock_choose_zone:
 * @clock: a clock
 * @zone: (nullable): the zone that the viewer wants times in, or %NULL for the system's
 *
 * Shows times of another zone, and emits what a journey there would.
 */
void
carrel_clock_choose_zone (CarrelClock *clock, GTimeZone *zone)
{
  g_return_if_fail (CARREL_IS_CLOCK (clock));

  g_clear_pointer (&clock->chosen_zone, g_time_zone_unref);
  if (zone != NULL)
    clock->chosen_zone = g_time_zone_ref (zone);
  if (update_zone (clock))
    tell_changes (clock, TRUE);
}
