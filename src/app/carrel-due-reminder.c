/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the reminders to show now. One is shown once for each occurrence, and again after a snooze.
 * What is cancelled or done is not reminded of; a reminder of its own stands above that of its
 * kind.
 */
#define G_LOG_DOMAIN "carrel-due-reminder"

#include "config.h"

#include "carrel-due-reminder.h"

#include "carrel-zone.h"

#define SECONDS_A_MINUTE 60
#define DAYS_BEFORE      60 /* a date of one's own may be that much later than the official one */

static const struct
{
  const char *key;
  guint kinds;
} settings_keys[] = {
  { "remind-class", (guint) CARREL_OCCURRENCE_MEETINGS & ~(guint) CARREL_OCCURRENCE_EXAM },
  { "remind-hours", CARREL_OCCURRENCE_HOURS },
  { "remind-deadline", CARREL_OCCURRENCE_DEADLINE },
  { "remind-exam", CARREL_OCCURRENCE_EXAM },
};

/* What is looked at. */
typedef struct
{
  const CarrelReminderPage *page;
  const CarrelReminderLeads *leads;
  const CarrelReminderLog *log;
  gint64 now;
  GPtrArray *due;
} Search;

/* When an occurrence begins; a deadline ends its day, or the day that the reader has agreed on. */
static gint64
get_moment (const Search *search, const CarrelOccurrence *occurrence)
{
  const char *id = carrel_occurrence_get_fact_id (occurrence);
  const CarrelPersonalDate *own
      = id != NULL ? g_hash_table_lookup (search->page->own_dates, id) : NULL;

  if (occurrence->kind != CARREL_OCCURRENCE_DEADLINE)
    return occurrence->start;
  if (own == NULL)
    return occurrence->end;
  return carrel_zone_to_moment (occurrence->zone, own->date,
                                own->time != CARREL_UNKNOWN ? own->time : CARREL_MINUTES_A_DAY,
                                NULL);
}

static gboolean
is_about (const CarrelReminder *reminder, const CarrelOccurrence *occurrence)
{
  g_autofree char *date = NULL;

  if (g_strcmp0 (carrel_occurrence_get_fact_id (occurrence), reminder->fact) != 0)
    return FALSE;
  date = carrel_date_to_text (occurrence->rule_date);
  return reminder->occurrence == NULL || g_str_equal (reminder->occurrence, date);
}

static const CarrelReminder *
find_reminder (const Search *search, const CarrelOccurrence *occurrence)
{
  for (guint i = 0; i < search->page->reminders->len; i++)
    if (is_about (g_ptr_array_index (search->page->reminders, i), occurrence))
      return g_ptr_array_index (search->page->reminders, i);
  return NULL;
}

static gboolean
is_near (gint64 moment, int lead, gint64 now)
{
  return now < moment && moment - (gint64) lead * SECONDS_A_MINUTE <= now;
}

static gboolean
is_wanted (const CarrelReminder *reminder, gint64 moment, gint64 now)
{
  if (!is_near (moment, reminder->lead, now) || reminder->snoozed_until > now)
    return FALSE;
  return reminder->shown_for != moment || reminder->snoozed_until != 0;
}

static gboolean
is_wanted_by_kind (const Search *search, const CarrelDueReminder *due)
{
  int lead = carrel_due_reminder_get_lead (search->leads, due->occurrence->kind);
  g_autofree char *id = NULL;

  if (lead == 0 || !is_near (due->moment, lead, search->now))
    return FALSE;
  id = carrel_due_reminder_dup_id (due);
  return carrel_reminder_log_is_wanted (search->log, id, due->moment, search->now);
}

static gboolean
is_settled (const Search *search, const CarrelOccurrence *occurrence)
{
  const char *id = carrel_occurrence_get_fact_id (occurrence);

  if ((occurrence->flags & CARREL_OCCURRENCE_CANCELLED) != 0 || id == NULL)
    return TRUE;
  return occurrence->kind == CARREL_OCCURRENCE_DEADLINE
         && g_hash_table_contains (search->page->done, id);
}

static gboolean
has_due (GPtrArray *list, gint64 reminder, const char *course_id)
{
  for (guint i = 0; i < list->len; i++)
    {
      const CarrelDueReminder *due = g_ptr_array_index (list, i);

      if (reminder != 0 && due->reminder == reminder && g_str_equal (due->course_id, course_id))
        return TRUE;
    }
  return FALSE;
}

static void
look_at (Search *search, CarrelOccurrence *occurrence)
{
  const CarrelReminder *reminder;
  g_autoptr (CarrelDueReminder) due = NULL;
  gboolean is_due;

  if (is_settled (search, occurrence))
    return;
  reminder = find_reminder (search, occurrence);
  due = g_new0 (CarrelDueReminder, 1);
  due->course_id = g_strdup (search->page->id);
  due->reminder = reminder != NULL ? reminder->id : 0;
  due->moment = get_moment (search, occurrence);
  due->occurrence = carrel_occurrence_ref (occurrence);
  is_due = reminder != NULL ? is_wanted (reminder, due->moment, search->now)
                            : is_wanted_by_kind (search, due);
  if (is_due && !has_due (search->due, due->reminder, due->course_id))
    g_ptr_array_add (search->due, g_steal_pointer (&due));
}

static int
get_longest_lead (const CarrelReminderLeads *leads, int lead)
{
  for (guint i = 0; i < CARREL_N_OCCURRENCE_KINDS; i++)
    lead = MAX (lead, leads->lead[i]);
  return lead;
}

/**
 * carrel_due_reminder_read_leads:
 * @settings: the settings
 * @leads: (out): what they ask for
 *
 * Reads how long before each kind of occurrence the reader wants to be reminded.
 */
void
carrel_due_reminder_read_leads (GSettings *settings, CarrelReminderLeads *leads)
{
  *leads = (CarrelReminderLeads){ 0 };
  for (guint i = 0; i < G_N_ELEMENTS (settings_keys); i++)
    {
      g_autofree char *text = g_settings_get_string (settings, settings_keys[i].key);
      gint64 lead = 0;

      g_ascii_string_to_signed (text, 10, 0, G_MAXINT, &lead, NULL);
      for (guint kind = 0; kind < CARREL_N_OCCURRENCE_KINDS; kind++)
        if ((settings_keys[i].kinds & (1u << kind)) != 0)
          leads->lead[kind] = (int) lead;
    }
}

/**
 * carrel_due_reminder_get_lead:
 * @leads: what the settings ask for
 * @kind: one kind
 *
 * Returns: how long before, minutes; 0 when there is no reminder
 */
int
carrel_due_reminder_get_lead (const CarrelReminderLeads *leads, CarrelOccurrenceKind kind)
{
  return leads->lead[g_bit_nth_lsf (kind, -1)];
}

/**
 * carrel_due_reminder_list:
 * @book: all courses
 * @leads: what the settings ask for
 * @log: what was shown of that
 * @now: seconds UTC
 *
 * Returns: (transfer full) (element-type CarrelDueReminder): those to show now
 */
GPtrArray *
carrel_due_reminder_list (const CarrelReminderBook *book,
                          const CarrelReminderLeads *leads,
                          const CarrelReminderLog *log,
                          gint64 now)
{
  int lead = get_longest_lead (leads, book->longest_lead);
  GPtrArray *due = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_due_reminder_free);

  for (guint i = 0; lead > 0 && i < book->pages->len; i++)
    {
      Search search = { g_ptr_array_index (book->pages, i), leads, log, now, due };
      gint64 from = g_hash_table_size (search.page->own_dates) > 0
                        ? now - DAYS_BEFORE * CARREL_SECONDS_A_DAY
                        : now;
      g_autoptr (GPtrArray) found = carrel_timetable_list (
          search.page->timetable, from, now + lead * SECONDS_A_MINUTE + CARREL_SECONDS_A_DAY,
          CARREL_OCCURRENCE_ALL);

      for (guint j = 0; j < found->len; j++)
        look_at (&search, g_ptr_array_index (found, j));
    }
  return due;
}

/**
 * carrel_due_reminder_dup_id:
 * @due: a reminder that is due
 *
 * Returns: (transfer full): names what it is about, among all courses
 */
char *
carrel_due_reminder_dup_id (const CarrelDueReminder *due)
{
  g_autofree char *id = carrel_occurrence_dup_id (due->occurrence);

  return g_strconcat (due->course_id, "/", id, NULL);
}

/**
 * carrel_due_reminder_free:
 * @due: (transfer full): a reminder that is due
 *
 * Frees it.
 */
void
carrel_due_reminder_free (CarrelDueReminder *due)
{
  g_free (due->course_id);
  carrel_occurrence_unref (due->occurrence);
  g_free (due);
}
