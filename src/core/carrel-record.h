/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A record is one published fact of a course. Its fields are described by a table, so that copying,
 * comparing, storing and writing a course are loops and not one function a field. */
#pragma once

#include <gio/gio.h>

#include "carrel-date.h"

G_BEGIN_DECLS

/* The value of an integer, truth or time field that the page does not state. */
#define CARREL_UNKNOWN (-1)

typedef enum
{
  CARREL_FIELD_TEXT,    /* char *, NULL is unknown */
  CARREL_FIELD_DECIMAL, /* char *, exact decimal text such as "6.5", NULL is unknown */
  CARREL_FIELD_INTEGER, /* int, CARREL_UNKNOWN is unknown */
  CARREL_FIELD_BOOLEAN, /* gboolean, FALSE unless stated */
  CARREL_FIELD_TRUTH,   /* int: CARREL_UNKNOWN, FALSE or TRUE */
  CARREL_FIELD_TIME,    /* int, minutes since midnight in the course's zone, or CARREL_UNKNOWN */
  CARREL_FIELD_DAY,     /* CarrelDays with at most one bit */
  CARREL_FIELD_DAYS,    /* CarrelDays */
  CARREL_FIELD_DATE,    /* CarrelDate, by value */
  CARREL_FIELD_RECORD,  /* CarrelRecord *, owned, NULL is unknown */
  CARREL_FIELD_RECORDS, /* GPtrArray of CarrelRecord, owned, never NULL */
} CarrelFieldKind;

typedef struct _CarrelRecordType CarrelRecordType;

typedef struct
{
  const char *name; /* the key in a course pack */
  CarrelFieldKind kind;
  gsize offset;
  const CarrelRecordType *child; /* of RECORD and RECORDS */
} CarrelField;

struct _CarrelRecordType
{
  const char *name; /* "meeting" */
  gsize size;
  const CarrelField *fields; /* ends with a NULL name */
};

/* What every record starts with. Public fields are written while a record is built and only read
 * after it has been handed on. */
typedef struct
{
  const CarrelRecordType *type;
  char *file;  /* where the fact was read, NULL is unknown */
  int line;    /* from 1; 0 is unknown */
  char *extra; /* unknown keys of a course pack: the text of one JSON object, or NULL */
} CarrelRecord;

gpointer carrel_record_new (const CarrelRecordType *type);
gpointer carrel_record_ref (gpointer record);
void carrel_record_unref (gpointer record);
gpointer carrel_record_copy (gconstpointer record);
gboolean carrel_record_equal (gconstpointer record, gconstpointer other);

void carrel_record_set_source (gpointer record, const char *file, int line);

const CarrelField *carrel_record_find_field (gconstpointer record, const char *name);
const char *carrel_record_get_id (gconstpointer record);
char *carrel_record_dup_field (gconstpointer record, const CarrelField *field);
gboolean carrel_record_set_field (gpointer record,
                                  const CarrelField *field,
                                  const char *text,
                                  GError **error);

/* The address of a field, to be read or written as its kind says. */
#define CARREL_FIELD_PTR(record, field, Type) ((Type *) G_STRUCT_MEMBER_P (record, (field)->offset))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelRecord, carrel_record_unref)

G_END_DECLS
