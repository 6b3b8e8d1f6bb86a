/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One field of one fact, and what it shall say. Callers fill it in; its functions are for the
 * families of the store. */
#pragma once

#include "carrel-fact.h"
#include "carrel-store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *kind;  /* "office_hour"; "course" for the course itself */
  const char *key;   /* "" for the course itself */
  const char *field; /* one that is no record */
  const char *text;  /* as carrel_record_dup_field() writes it; NULL is unknown */
} CarrelFieldEdit;

gboolean carrel_field_edit_check (const CarrelFieldEdit *edit, GError **error);
gboolean carrel_field_edit_write (const CarrelFieldEdit *edit,
                                  CarrelStore *store,
                                  const char *course_id,
                                  gconstpointer published,
                                  GError **error);

G_END_DECLS
