/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks once a minute for reminders that are due, and sends a notification for each, with a button
 * that puts it off. */
#define G_LOG_DOMAIN "carrel-reminder-watch"

#include "config.h"

#include "carrel-reminder-watch.h"

#include "carrel-due-reminder.h"
#include "carrel-format-occurrence.h"
#include "carrel-search-provider.h"
#include "carrel-store-marks.h"

#include <glib/gi18n.h>

#define SNOOZE_ACTION  "snooze-reminder"
#define SNOOZE_MINUTES 10

struct _CarrelReminderWatch
{
  GObject parent_instance;

  GApplication *application; /* outlives the watch, which it owns */
  CarrelStore *store;
  CarrelClock *clock;
};

G_DEFINE_FINAL_TYPE (CarrelReminderWatch, carrel_reminder_watch, G_TYPE_OBJECT)

static void
send_notification (CarrelReminderWatch *self, const CarrelDueReminder *due)
{
  CarrelFormatContext context = { carrel_clock_get_now (self->clock),
                                  carrel_clock_get_zone (self->clock), CARREL_FORMAT_DEFAULT };
  g_autofree char *title = carrel_format_occurrence_title (due->occurrence);
  g_autofree char *body = carrel_format_occurrence_sentence (due->occurrence, &context);
  g_autofree char *id
      = g_strdup_printf ("reminder-%s-%" G_GINT64_FORMAT, due->course_id, due->reminder);
  const char *fact = carrel_occurrence_get_fact_id (due->occurrence);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app." CARREL_SHOW_FACT_ACTION,
                                                "(sss)", "schedule", due->course_id,
                                                fact != NULL ? fact : "");
  g_notification_add_button_with_target (notification, _ ("Remind me again in 10 minutes"),
                                         "app." SNOOZE_ACTION, "(sxx)", due->course_id,
                                         due->reminder, due->moment);
  g_application_send_notification (self->application, id, notification);
}

/* A store that cannot be read is told of by the window; here there is nobody to tell. */
static void
on_minute_cb (CarrelReminderWatch *self)
{
  gint64 now = carrel_clock_get_now (self->clock);
  g_autoptr (GPtrArray) due
      = carrel_due_reminder_list (self->store, carrel_clock_get_zone (self->clock), now, NULL);

  for (guint i = 0; due != NULL && i < due->len; i++)
    {
      const CarrelDueReminder *reminder = g_ptr_array_index (due, i);

      send_notification (self, reminder);
      carrel_store_mark_reminder (self->store, reminder->course_id, reminder->reminder,
                                  reminder->moment, 0, NULL);
    }
}

static void
on_snooze_activated_cb (CarrelReminderWatch *self, GVariant *parameter)
{
  const char *course_id;
  gint64 reminder, moment;

  g_variant_get (parameter, "(&sxx)", &course_id, &reminder, &moment);
  carrel_store_mark_reminder (self->store, course_id, reminder, moment,
                              carrel_clock_get_now (self->clock) + SNOOZE_MINUTES * 60, NULL);
}

static void
carrel_reminder_watch_dispose (GObject *object)
{
  CarrelReminderWatch *self = CARREL_REMINDER_WATCH (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (carrel_reminder_watch_parent_class)->dispose (object);
}

static void
carrel_reminder_watch_class_init (CarrelReminderWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = carrel_reminder_watch_dispose;
}

static void
carrel_reminder_watch_init (CarrelReminderWatch *self)
{
}

/**
 * carrel_reminder_watch_new:
 * @application: the application that sends notifications and owns the watch
 * @store: a store
 * @clock: the clock whose minutes are watched
 *
 * Returns: (transfer full): a watch, which works as long as it lives
 */
CarrelReminderWatch *
carrel_reminder_watch_new (GApplication *application, CarrelStore *store, CarrelClock *clock)
{
  CarrelReminderWatch *self = g_object_new (CARREL_TYPE_REMINDER_WATCH, NULL);
  g_autoptr (GSimpleAction) snooze = g_simple_action_new (SNOOZE_ACTION, G_VARIANT_TYPE ("(sxx)"));

  self->application = application;
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "minute", G_CALLBACK (on_minute_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (snooze, "activate", G_CALLBACK (on_snooze_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (snooze));
  return self;
}
