/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the words of an event say: what kind of thing it is, and whose hour. */
#pragma once

#include "carrel-occurrence.h"

#include <libical/ical.h>

G_BEGIN_DECLS

CarrelOccurrenceKind carrel_ical_event_text_get_kind (icalcomponent *event, const char *title);
char *carrel_ical_event_text_dup_person (const char *title);
char *carrel_ical_event_text_dup_label (icalcomponent *calendar);
char *carrel_ical_event_text_dup_id (const char *uid);

G_END_DECLS
