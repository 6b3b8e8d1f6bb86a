/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables that describe the records of a calendar. */
#define G_LOG_DOMAIN "carrel-meeting"

#include "config.h"

#include "carrel-meeting.h"

#include "carrel-course.h"

static const CarrelField segment_fields[] = {
  { "minutes", CARREL_FIELD_INTEGER, G_STRUCT_OFFSET (CarrelSegment, minutes), NULL },
  { "title", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelSegment, title), NULL },
  { NULL },
};

const CarrelRecordType carrel_segment_type = { "segment", sizeof (CarrelSegment), segment_fields };

static const CarrelField meeting_fields[] = {
  { "id", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelMeeting, id), NULL },
  { "kind", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelMeeting, kind), NULL },
  { "section", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelMeeting, section), NULL },
  { "days", CARREL_FIELD_DAYS, G_STRUCT_OFFSET (CarrelMeeting, days), NULL },
  { "start", CARREL_FIELD_TIME, G_STRUCT_OFFSET (CarrelMeeting, start), NULL },
  { "end", CARREL_FIELD_TIME, G_STRUCT_OFFSET (CarrelMeeting, end), NULL },
  { "location", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelMeeting, location), NULL },
  { "person", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelMeeting, person), NULL },
  { "remark", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelMeeting, remark), NULL },
  { "segments", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelMeeting, segments),
    &carrel_segment_type },
  { "from", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelMeeting, from), NULL },
  { "until", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelMeeting, until), NULL },
  { "every_weeks", CARREL_FIELD_INTEGER, G_STRUCT_OFFSET (CarrelMeeting, every_weeks), NULL },
  { NULL },
};

const CarrelRecordType carrel_meeting_type = { "meeting", sizeof (CarrelMeeting), meeting_fields };

static const CarrelField office_hour_fields[] = {
  { "id", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelOfficeHour, id), NULL },
  { "day", CARREL_FIELD_DAY, G_STRUCT_OFFSET (CarrelOfficeHour, day), NULL },
  { "start", CARREL_FIELD_TIME, G_STRUCT_OFFSET (CarrelOfficeHour, start), NULL },
  { "end", CARREL_FIELD_TIME, G_STRUCT_OFFSET (CarrelOfficeHour, end), NULL },
  { "location", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelOfficeHour, location), NULL },
  { "person", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelOfficeHour, person), NULL },
  { "role", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelOfficeHour, role), NULL },
  { "mode", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelOfficeHour, mode), NULL },
  { "url", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelOfficeHour, url), NULL },
  { "by_appointment", CARREL_FIELD_BOOLEAN, G_STRUCT_OFFSET (CarrelOfficeHour, by_appointment),
    NULL },
  { "from", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelOfficeHour, from), NULL },
  { "until", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelOfficeHour, until), NULL },
  { NULL },
};

const CarrelRecordType carrel_office_hour_type
    = { "office_hour", sizeof (CarrelOfficeHour), office_hour_fields };

static const CarrelField change_fields[] = {
  { "id", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelChange, id), NULL },
  { "of", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelChange, of), NULL },
  { "date", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelChange, date), NULL },
  { "action", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelChange, action), NULL },
  { "to_date", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelChange, to_date), NULL },
  { "start", CARREL_FIELD_TIME, G_STRUCT_OFFSET (CarrelChange, start), NULL },
  { "end", CARREL_FIELD_TIME, G_STRUCT_OFFSET (CarrelChange, end), NULL },
  { "location", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelChange, location), NULL },
  { "person", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelChange, person), NULL },
  { "reason", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelChange, reason), NULL },
  { NULL },
};

const CarrelRecordType carrel_change_type = { "change", sizeof (CarrelChange), change_fields };

static const CarrelField break_fields[] = {
  { "from", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelBreak, from), NULL },
  { "until", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelBreak, until), NULL },
  { "title", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelBreak, title), NULL },
  { NULL },
};

const CarrelRecordType carrel_break_type = { "break", sizeof (CarrelBreak), break_fields };

static const CarrelField schedule_row_fields[] = {
  { "id", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelScheduleRow, id), NULL },
  { "date", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelScheduleRow, date), NULL },
  { "date_inferred", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelScheduleRow, date_inferred), NULL },
  { "date_end", CARREL_FIELD_DATE, G_STRUCT_OFFSET (CarrelScheduleRow, date_end), NULL },
  { "week", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelScheduleRow, week), NULL },
  { "section", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelScheduleRow, section), NULL },
  { "topic", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelScheduleRow, topic), NULL },
  { "kind", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelScheduleRow, kind), NULL },
  { "readings", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelScheduleRow, readings), NULL },
  { "homework", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelScheduleRow, homework), NULL },
  { "due", CARREL_FIELD_TEXT, G_STRUCT_OFFSET (CarrelScheduleRow, due), NULL },
  { "links", CARREL_FIELD_RECORDS, G_STRUCT_OFFSET (CarrelScheduleRow, links), &carrel_link_type },
  { NULL },
};

const CarrelRecordType carrel_schedule_row_type
    = { "schedule_row", sizeof (CarrelScheduleRow), schedule_row_fields };
