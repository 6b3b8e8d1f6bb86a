/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reminders whose time has come. */
#pragma once

#include "carrel-occurrence.h"
#include "carrel-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *course_id;
  gint64 reminder;              /* its id */
  gint64 moment;                /* when that begins, or is due, seconds UTC */
  CarrelOccurrence *occurrence; /* what it is about */
} CarrelDueReminder;

GPtrArray *
carrel_due_reminder_list (CarrelStore *store, GTimeZone *zone, gint64 now, GError **error);
void carrel_due_reminder_free (CarrelDueReminder *due);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelDueReminder, carrel_due_reminder_free)

G_END_DECLS
