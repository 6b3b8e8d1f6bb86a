/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Facts by name: every record of a course has an address, a kind and a key, that stays the same
 * when the page is imported again. */
#pragma once

#include "carrel-course.h"

G_BEGIN_DECLS

typedef struct
{
  gpointer record;          /* borrowed from the course */
  gpointer parent;          /* the record it stands in; NULL for the course itself */
  const CarrelField *field; /* the list or field of the parent; NULL for the course itself */
  const char *kind;         /* the name of its type, such as "office_hour" */
  char *key;                /* its "id", or what names it among its siblings; "" for the course */
} CarrelFact;

GPtrArray *carrel_fact_list (CarrelCourse *course);
gpointer carrel_fact_find (CarrelCourse *course, const char *kind, const char *key);
GPtrArray *carrel_fact_find_list (gpointer parent, const CarrelRecordType *type);
const CarrelRecordType *carrel_fact_get_type (const char *kind);
const CarrelRecordType *carrel_fact_get_nth_type (guint index);
char *carrel_fact_dup_title (gconstpointer record);

G_END_DECLS
