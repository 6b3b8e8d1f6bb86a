/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a student marks on dated facts: done, a date of one's own, a reminder, a visit; mine. */
#pragma once

#include "carrel-store.h"

G_BEGIN_DECLS

/* A date of one's own beside the official one, such as an agreed extension. */
typedef struct
{
  char *fact; /* the id of a dated row or of a grading item */
  CarrelDate date;
  int time;   /* minutes since midnight, CARREL_UNKNOWN is the whole day */
  char *note; /* may be NULL */
} CarrelPersonalDate;

typedef struct
{
  gint64 id;
  char *fact;           /* the id of a meeting, an hour, a dated row or an item */
  char *occurrence;     /* "2024-01-24" for one occurrence; NULL for all of them */
  int lead;             /* minutes before */
  gint64 snoozed_until; /* seconds since 1970, UTC; 0 is not snoozed */
  gint64 shown_for;     /* the start of the last occurrence it was shown for; 0 is none */
} CarrelReminder;

typedef struct
{
  gint64 id;
  char *fact; /* the id of an office hour */
  gint64 at;  /* seconds since 1970, UTC */
  char *note; /* may be NULL */
} CarrelVisit;

GHashTable *carrel_store_list_done (CarrelStore *self, const char *course_id, GError **error);
gboolean carrel_store_set_done (
    CarrelStore *self, const char *course_id, const char *fact, gboolean is_done, GError **error);

GHashTable *
carrel_store_list_personal_dates (CarrelStore *self, const char *course_id, GError **error);
gboolean carrel_store_set_personal_date (CarrelStore *self,
                                         const char *course_id,
                                         const CarrelPersonalDate *date,
                                         GError **error);
gboolean carrel_store_clear_personal_date (CarrelStore *self,
                                           const char *course_id,
                                           const char *fact,
                                           GError **error);

GPtrArray *carrel_store_list_reminders (CarrelStore *self, const char *course_id, GError **error);
gint64 carrel_store_add_reminder (CarrelStore *self,
                                  const char *course_id,
                                  const CarrelReminder *reminder,
                                  GError **error);
gboolean carrel_store_remove_reminder (CarrelStore *self,
                                       const char *course_id,
                                       gint64 reminder,
                                       GError **error);
gboolean carrel_store_update_reminder (CarrelStore *self,
                                       const char *course_id,
                                       const CarrelReminder *reminder,
                                       GError **error);
gboolean carrel_store_mark_reminder (CarrelStore *self,
                                     const char *course_id,
                                     gint64 reminder,
                                     gint64 shown_for,
                                     gint64 snoozed_until,
                                     GError **error);

GPtrArray *carrel_store_list_visits (CarrelStore *self, const char *course_id, GError **error);
gint64 carrel_store_add_visit (CarrelStore *self,
                               const char *course_id,
                               const CarrelVisit *visit,
                               GError **error);
gboolean
carrel_store_remove_visit (CarrelStore *self, const char *course_id, gint64 visit, GError **error);

void carrel_personal_date_free (CarrelPersonalDate *date);
void carrel_reminder_free (CarrelReminder *reminder);
void carrel_visit_free (CarrelVisit *visit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelPersonalDate, carrel_personal_date_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelReminder, carrel_reminder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelVisit, carrel_visit_free)

G_END_DECLS
