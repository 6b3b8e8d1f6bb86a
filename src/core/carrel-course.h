/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A course: all that it publishes, as one value. Importers build it, the store keeps it, views and
 * exports read it. It holds nothing about a student. */
#pragma once

#include "carrel-grading.h"
#include "carrel-meeting.h"

G_BEGIN_DECLS

typedef struct
{
  CarrelRecord record;
  char *kind; /* "homepage", "forum", "submission", "queue", "materials", "help" */
  char *title;
  char *url;
} CarrelLink;

typedef struct
{
  CarrelRecord record;
  char *kind; /* "ethics", "disability", "counselling", "other" */
  char *title;
  char *url;
  char *phone;
} CarrelContact;

typedef struct
{
  CarrelRecord record;
  char *id;
  char *name;
  char *role; /* "instructor", "TA", …; NULL where the page does not say */
  char *email;
  char *url;
} CarrelPerson;

typedef struct
{
  CarrelRecord record;
  char *id;
  int level; /* 1 to 6; 0 for the text before the first heading */
  char *heading;
  char *body;    /* Markdown, as in the source */
  char *opening; /* the source from the section before to the body; NULL is as usual */
  char *closing; /* the white space below the body; NULL is as usual */
} CarrelSection;

/* What the importer must ask, because the page does not say it or says two things. */
typedef struct
{
  CarrelRecord record;
  char *about; /* a field of the course such as "time_zone", or a path such as "/grading" */
  char *text;
  char *source; /* "page.md:21", or NULL */
} CarrelQuestion;

typedef struct
{
  CarrelRecord record;
  char *id;
  char *title;
  char *code;
  char *term;
  char *language;
  char *time_zone; /* a name of the IANA time zone database */
  CarrelDate starts_on;
  CarrelDate ends_on;
  GPtrArray *links;           /* of CarrelLink */
  GPtrArray *contacts;        /* of CarrelContact */
  GPtrArray *staff;           /* of CarrelPerson */
  GPtrArray *meetings;        /* of CarrelMeeting */
  GPtrArray *office_hours;    /* of CarrelOfficeHour */
  GPtrArray *changes;         /* of CarrelChange */
  GPtrArray *breaks;          /* of CarrelBreak */
  GPtrArray *grading;         /* of CarrelGradingGroup */
  GPtrArray *grading_schemes; /* of CarrelGradingScheme; empty unless there are alternatives */
  char *scheme_rule;          /* "max" */
  GPtrArray *letter_grades;   /* of CarrelLetterGrade */
  CarrelRounding *rounding;
  CarrelLatePolicy *late_policy;
  GPtrArray *schedule;  /* of CarrelScheduleRow */
  GPtrArray *sections;  /* of CarrelSection */
  GPtrArray *questions; /* of CarrelQuestion */
} CarrelCourse;

extern const CarrelRecordType carrel_link_type;
extern const CarrelRecordType carrel_contact_type;
extern const CarrelRecordType carrel_person_type;
extern const CarrelRecordType carrel_section_type;
extern const CarrelRecordType carrel_question_type;
extern const CarrelRecordType carrel_course_type;

char *carrel_course_dup_slug (const char *text);
void carrel_course_assign_ids (CarrelCourse *course);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelLink, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelContact, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelPerson, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelSection, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelQuestion, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelCourse, carrel_record_unref)

G_END_DECLS
