/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks each minute, at once after a suspend, and when something changes. The clock decides when a
 * minute is, so that tests and a stopped clock work alike. */
#define G_LOG_DOMAIN "carrel-reminder-watch"

#include "config.h"

#include "carrel-reminder-watch.h"

struct _CarrelReminderWatch
{
  GObject parent_instance;

  CarrelStore *store;
  GSettings *settings;
  CarrelClock *clock;
  CarrelReminderLog *log;
  CarrelReminderBook *book; /* NULL when it must be read again */
};

static guint due_signal;

G_DEFINE_FINAL_TYPE (CarrelReminderWatch, carrel_reminder_watch, G_TYPE_OBJECT)

/* Marks in the store and in the log, so that a restart knows. */
static void
mark (CarrelReminderWatch *self,
      const char *course_id,
      gint64 reminder,
      const char *id,
      gint64 moment,
      gint64 snoozed_until)
{
  gint64 now = carrel_clock_get_now (self->clock);

  if (reminder != 0)
    carrel_store_mark_reminder (self->store, course_id, reminder, moment, snoozed_until, NULL);
  else
    carrel_reminder_log_mark (self->log, id, moment, snoozed_until, now);
  g_clear_pointer (&self->book, carrel_reminder_book_free);
}

static void
on_store_changed_cb (CarrelReminderWatch *self)
{
  g_clear_pointer (&self->book, carrel_reminder_book_free);
}

static void
on_zone_changed_cb (CarrelReminderWatch *self)
{
  g_clear_pointer (&self->book, carrel_reminder_book_free);
  carrel_reminder_watch_check (self);
}

static void
carrel_reminder_watch_dispose (GObject *object)
{
  CarrelReminderWatch *self = CARREL_REMINDER_WATCH (object);

  g_clear_pointer (&self->book, carrel_reminder_book_free);
  g_clear_pointer (&self->log, carrel_reminder_log_free);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (carrel_reminder_watch_parent_class)->dispose (object);
}

static void
carrel_reminder_watch_class_init (CarrelReminderWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = carrel_reminder_watch_dispose;
  due_signal = g_signal_new ("due", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                             NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
carrel_reminder_watch_init (CarrelReminderWatch *self)
{
}

/**
 * carrel_reminder_watch_new:
 * @store: a store
 * @settings: the settings
 * @clock: the clock whose minutes are watched
 *
 * Returns: (transfer full): a watch, which works as long as it lives
 */
CarrelReminderWatch *
carrel_reminder_watch_new (CarrelStore *store, GSettings *settings, CarrelClock *clock)
{
  CarrelReminderWatch *self = g_object_new (CARREL_TYPE_REMINDER_WATCH, NULL);

  self->store = g_object_ref (store);
  self->settings = g_object_ref (settings);
  self->clock = g_object_ref (clock);
  self->log = carrel_reminder_log_new (settings);
  g_signal_connect_object (clock, "minute", G_CALLBACK (carrel_reminder_watch_check), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "zone-changed", G_CALLBACK (on_zone_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * carrel_reminder_watch_check:
 * @self: a watch
 *
 * Looks now. A store that cannot be read is told of by the window; here there is nobody to tell.
 */
void
carrel_reminder_watch_check (CarrelReminderWatch *self)
{
  CarrelReminderLeads leads;
  g_autoptr (GPtrArray) due = NULL;

  if (self->book == NULL)
    self->book = carrel_reminder_book_new (self->store, carrel_clock_get_zone (self->clock), NULL);
  if (self->book == NULL)
    return;
  carrel_due_reminder_read_leads (self->settings, &leads);
  due = carrel_due_reminder_list (self->book, &leads, self->log,
                                  carrel_clock_get_now (self->clock));
  for (guint i = 0; i < due->len; i++)
    {
      const CarrelDueReminder *reminder = g_ptr_array_index (due, i);
      g_autofree char *id = carrel_due_reminder_dup_id (reminder);

      g_signal_emit (self, due_signal, 0, reminder);
      mark (self, reminder->course_id, reminder->reminder, id, reminder->moment, 0);
    }
}

/**
 * carrel_reminder_watch_snooze:
 * @self: a watch
 * @course_id: a course
 * @reminder: the id of a reminder, or 0
 * @id: what carrel_due_reminder_dup_id() gave
 * @moment: when that begins
 * @minutes: how long it is put off
 *
 * Shows a reminder again later.
 */
void
carrel_reminder_watch_snooze (CarrelReminderWatch *self,
                              const char *course_id,
                              gint64 reminder,
                              const char *id,
                              gint64 moment,
                              int minutes)
{
  mark (self, course_id, reminder, id, moment,
        carrel_clock_get_now (self->clock) + (gint64) minutes * 60);
}
