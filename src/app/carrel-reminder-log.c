/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One entry an occurrence: the moment it was shown for, and until when it was put off. */
#define G_LOG_DOMAIN "carrel-reminder-log"

#include "config.h"

#include "carrel-reminder-log.h"

#define KEY        "reminders-shown"
#define ENTRY_TYPE "a{s(xx)}"

typedef struct
{
  gint64 moment;
  gint64 snoozed_until; /* 0 is not */
} Entry;

struct _CarrelReminderLog
{
  GSettings *settings;
  GHashTable *entries; /* of ids to Entry */
};

static void
set_entry (CarrelReminderLog *self, const char *id, gint64 moment, gint64 snoozed_until)
{
  Entry *entry = g_new (Entry, 1);

  *entry = (Entry){ moment, snoozed_until };
  g_hash_table_insert (self->entries, g_strdup (id), entry);
}

static void
save (CarrelReminderLog *self)
{
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer id, entry;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (ENTRY_TYPE));
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &id, &entry))
    g_variant_builder_add (&builder, "{s(xx)}", id, ((Entry *) entry)->moment,
                           ((Entry *) entry)->snoozed_until);
  g_settings_set_value (self->settings, KEY, g_variant_builder_end (&builder));
}

static gboolean
is_over (gpointer id, gpointer entry, gpointer now)
{
  return ((Entry *) entry)->moment <= *(gint64 *) now;
}

/**
 * carrel_reminder_log_new:
 * @settings: where the log is kept
 *
 * Returns: (transfer full): the log
 */
CarrelReminderLog *
carrel_reminder_log_new (GSettings *settings)
{
  CarrelReminderLog *self = g_new0 (CarrelReminderLog, 1);
  g_autoptr (GVariant) value = g_settings_get_value (settings, KEY);
  GVariantIter iter;
  const char *id;
  gint64 moment, snoozed_until;

  self->settings = g_object_ref (settings);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "{&s(xx)}", &id, &moment, &snoozed_until))
    set_entry (self, id, moment, snoozed_until);
  return self;
}

/**
 * carrel_reminder_log_free:
 * @self: (transfer full): a log
 *
 * Frees it.
 */
void
carrel_reminder_log_free (CarrelReminderLog *self)
{
  g_object_unref (self->settings);
  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * carrel_reminder_log_is_wanted:
 * @self: a log
 * @id: of what the reminder is about
 * @moment: when that begins, seconds UTC
 * @now: the same
 *
 * Returns: whether it was not shown for that moment yet, or was put off until now
 */
gboolean
carrel_reminder_log_is_wanted (const CarrelReminderLog *self,
                               const char *id,
                               gint64 moment,
                               gint64 now)
{
  const Entry *entry = g_hash_table_lookup (self->entries, id);

  if (entry == NULL || entry->moment != moment)
    return TRUE;
  return entry->snoozed_until != 0 && entry->snoozed_until <= now;
}

/**
 * carrel_reminder_log_mark:
 * @self: a log
 * @id: of what the reminder is about
 * @moment: when that begins, seconds UTC
 * @snoozed_until: until when it is put off, or 0 when it is shown
 * @now: seconds UTC; what is over by then is forgotten
 *
 * Keeps that a reminder was shown or put off.
 */
void
carrel_reminder_log_mark (
    CarrelReminderLog *self, const char *id, gint64 moment, gint64 snoozed_until, gint64 now)
{
  g_hash_table_foreach_remove (self->entries, is_over, &now);
  set_entry (self, id, moment, snoozed_until);
  save (self);
}
