/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The records that put a course on a calendar: meetings, office hours, one-off changes, breaks and
 * dated rows. Times are minutes since midnight in the course's zone. */
#pragma once

#include "carrel-record.h"

G_BEGIN_DECLS

typedef struct
{
  CarrelRecord record;
  int minutes;
  char *title;
} CarrelSegment;

typedef struct
{
  CarrelRecord record;
  char *id;
  char *kind; /* "lecture", "recitation", "lab", "section", "exam", "other" */
  char *section;
  CarrelDays days;
  int start;
  int end;
  char *location;
  char *person;
  char *remark;
  GPtrArray *segments; /* of CarrelSegment */
  CarrelDate from;
  CarrelDate until;
  int every_weeks; /* unknown means 1 */
} CarrelMeeting;

typedef struct
{
  CarrelRecord record;
  char *id;
  CarrelDays day;
  int start;
  int end;
  char *location;
  char *person;
  char *role; /* "instructor", "TA", … */
  char *mode; /* "in-person", "online", "hybrid" */
  char *url;
  gboolean by_appointment;
  CarrelDate from;
  CarrelDate until;
} CarrelOfficeHour;

/* One occurrence of a meeting or of an office hour that is cancelled, moved or added. */
typedef struct
{
  CarrelRecord record;
  char *id;
  char *of; /* the id of the meeting or hour */
  CarrelDate date;
  char *action; /* "cancel", "move", "add" */
  CarrelDate to_date;
  int start;
  int end;
  char *location;
  char *person;
  char *reason;
} CarrelChange;

typedef struct
{
  CarrelRecord record;
  CarrelDate from;
  CarrelDate until;
  char *title;
} CarrelBreak;

/* One dated row of a course's table. */
typedef struct
{
  CarrelRecord record;
  char *id;
  CarrelDate date;
  CarrelDate date_inferred; /* worked out from the pattern of the class */
  CarrelDate date_end;
  char *week;
  char *section;
  char *topic;
  char *kind; /* "lecture", "exam", "due", "break", "other" */
  char *readings;
  char *homework;
  char *due;
  GPtrArray *links; /* of CarrelLink */
} CarrelScheduleRow;

extern const CarrelRecordType carrel_segment_type;
extern const CarrelRecordType carrel_meeting_type;
extern const CarrelRecordType carrel_office_hour_type;
extern const CarrelRecordType carrel_change_type;
extern const CarrelRecordType carrel_break_type;
extern const CarrelRecordType carrel_schedule_row_type;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelSegment, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelMeeting, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelOfficeHour, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelChange, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelBreak, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelScheduleRow, carrel_record_unref)

G_END_DECLS
