/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What someone who teaches asks of an office hour: cancel, move, hand over, swap or add, for one
 * day, for some weeks, or from a day on. A request becomes the few facts that say so. */
#pragma once

#include "carrel-occurrence.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_HOUR_CANCEL,
  CARREL_HOUR_MOVE,
  CARREL_HOUR_HAND_OVER,
  CARREL_HOUR_SWAP,
  CARREL_HOUR_EXTRA, /* once more, on another day */
} CarrelHourDeed;

/* A record, so that a form can be made of its fields. */
typedef struct
{
  CarrelRecord record;
  char *span;       /* CARREL_HOUR_ONCE, CARREL_HOUR_UNTIL or CARREL_HOUR_ON; NULL is once */
  CarrelDate until; /* the last day of CARREL_HOUR_UNTIL; unset is the end of the term */
  char *with;       /* of a swap: the id of the other occurrence */
  CarrelDate to_date;
  int start;
  int end;
  char *location;
  char *person;
  char *reason;
} CarrelHourRequest;

#define CARREL_HOUR_ONCE  "once"
#define CARREL_HOUR_UNTIL "until"
#define CARREL_HOUR_ON    "on"

extern const CarrelRecordType carrel_hour_request_type;

CarrelHourRequest *carrel_hour_request_new (const CarrelOccurrence *occurrence);
gboolean carrel_hour_request_ends_before_start (int start, int end);
GPtrArray *carrel_hour_request_list_facts (const CarrelHourRequest *request,
                                           CarrelHourDeed deed,
                                           CarrelOccurrence *occurrence,
                                           CarrelOccurrence *other);
CarrelCourse *carrel_hour_request_apply (CarrelCourse *course, GPtrArray *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelHourRequest, carrel_record_unref)

G_END_DECLS
