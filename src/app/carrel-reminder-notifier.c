/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A click opens what the notification is about; a button puts it off. */
#define G_LOG_DOMAIN "carrel-reminder-notifier"

#include "config.h"

#include "carrel-reminder-notifier.h"

#include "carrel-format-occurrence.h"
#include "carrel-search-provider.h"

#include <glib/gi18n.h>

#define SNOOZE_ACTION  "snooze-reminder"
#define SNOOZE_MINUTES 10
#define SNOOZE_TYPE    "(sxsx)"

struct _CarrelReminderNotifier
{
  GObject parent_instance;

  GApplication *application; /* outlives the notifier, which it owns */
  CarrelReminderWatch *watch;
  CarrelClock *clock;
  CarrelNotificationSink sink;
  gpointer sink_data;
};

G_DEFINE_FINAL_TYPE (CarrelReminderNotifier, carrel_reminder_notifier, G_TYPE_OBJECT)

static void
send_to_desktop (const char *id, GNotification *notification, const char *text, gpointer user_data)
{
  g_application_send_notification (G_APPLICATION (user_data), id, notification);
}

static char *
format_body (CarrelReminderNotifier *self, const CarrelOccurrence *occurrence, gint64 moment)
{
  const CarrelFormatContext context
      = { carrel_clock_get_now (self->clock), carrel_clock_get_zone (self->clock),
          CARREL_FORMAT_DEFAULT };
  g_autofree char *sentence = carrel_format_occurrence_sentence (occurrence, &context);
  g_autofree char *distance = carrel_format_relative (moment, context.now, context.zone);

  return g_strjoin (C_ ("line", ", "), sentence, distance, NULL);
}

static void
on_due_cb (CarrelReminderNotifier *self, const CarrelDueReminder *due)
{
  const char *fact = carrel_occurrence_get_fact_id (due->occurrence);
  g_autofree char *title = carrel_format_occurrence_title (due->occurrence);
  g_autofree char *body = format_body (self, due->occurrence, due->moment);
  g_autofree char *id = carrel_due_reminder_dup_id (due);
  g_autofree char *text = g_strjoin ("\n", title, body, NULL);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app." CARREL_SHOW_FACT_ACTION,
                                                "(sss)", "schedule", due->course_id,
                                                fact != NULL ? fact : "");
  g_notification_add_button_with_target (notification, _ ("Remind me again in 10 minutes"),
                                         "app." SNOOZE_ACTION, SNOOZE_TYPE, due->course_id,
                                         due->reminder, id, due->moment);
  self->sink (id, notification, text, self->sink_data);
}

static void
on_snooze_activated_cb (CarrelReminderNotifier *self, GVariant *parameter)
{
  const char *course_id, *id;
  gint64 reminder, moment;

  g_variant_get (parameter, "(&sx&sx)", &course_id, &reminder, &id, &moment);
  carrel_reminder_watch_snooze (self->watch, course_id, reminder, id, moment, SNOOZE_MINUTES);
}

static void
carrel_reminder_notifier_dispose (GObject *object)
{
  CarrelReminderNotifier *self = CARREL_REMINDER_NOTIFIER (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (carrel_reminder_notifier_parent_class)->dispose (object);
}

static void
carrel_reminder_notifier_class_init (CarrelReminderNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = carrel_reminder_notifier_dispose;
}

static void
carrel_reminder_notifier_init (CarrelReminderNotifier *self)
{
}

/**
 * carrel_reminder_notifier_new:
 * @application: sends notifications, gets the action that puts off, and owns the notifier
 * @watch: what is due
 * @clock: the clock
 *
 * Returns: (transfer full): a notifier
 */
CarrelReminderNotifier *
carrel_reminder_notifier_new (GApplication *application,
                              CarrelReminderWatch *watch,
                              CarrelClock *clock)
{
  CarrelReminderNotifier *self = g_object_new (CARREL_TYPE_REMINDER_NOTIFIER, NULL);
  g_autoptr (GSimpleAction) snooze
      = g_simple_action_new (SNOOZE_ACTION, G_VARIANT_TYPE (SNOOZE_TYPE));

  self->application = application;
  self->watch = g_object_ref (watch);
  self->clock = g_object_ref (clock);
  self->sink = send_to_desktop;
  self->sink_data = application;
  g_signal_connect_object (watch, "due", G_CALLBACK (on_due_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (snooze, "activate", G_CALLBACK (on_snooze_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (snooze));
  return self;
}

/**
 * carrel_reminder_notifier_set_sink:
 * @self: a notifier
 * @sink: takes notifications instead of the desktop
 * @user_data: handed to @sink
 *
 * For tests.
 */
void
carrel_reminder_notifier_set_sink (CarrelReminderNotifier *self,
                                   CarrelNotificationSink sink,
                                   gpointer user_data)
{
  self->sink = sink;
  self->sink_data = user_data;
}
