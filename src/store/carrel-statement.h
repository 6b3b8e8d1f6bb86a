/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One prepared SQL statement: bound by name, stepped, read by column. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CarrelStatement CarrelStatement;

typedef enum
{
  CARREL_STEP_FAILED,
  CARREL_STEP_ROW,
  CARREL_STEP_DONE,
} CarrelStep;

/* A value for a named parameter such as ":course"; lists of them end with a NULL name. */
typedef struct
{
  const char *name;
  const char *text; /* NULL binds the number, or SQL NULL when is_null */
  gint64 number;
  gboolean is_null;
} CarrelBinding;

#define CARREL_BIND_TEXT(name, text)                                                               \
  {                                                                                                \
    (name), (text), 0, (text) == NULL                                                              \
  }
#define CARREL_BIND_INTEGER(name, value)                                                           \
  {                                                                                                \
    (name), NULL, (value), FALSE                                                                   \
  }

void carrel_statement_free (CarrelStatement *self);
void carrel_statement_bind_text (CarrelStatement *self, const char *name, const char *text);
void carrel_statement_bind_integer (CarrelStatement *self, const char *name, gint64 number);
void carrel_statement_bind (CarrelStatement *self, const CarrelBinding *bindings);
CarrelStep carrel_statement_step (CarrelStatement *self, GError **error);
gboolean carrel_statement_run (CarrelStatement *self, GError **error);

guint carrel_statement_get_n_columns (CarrelStatement *self);
const char *carrel_statement_get_text (CarrelStatement *self, guint column);
char *carrel_statement_dup_text (CarrelStatement *self, guint column);
gint64 carrel_statement_get_integer (CarrelStatement *self, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelStatement, carrel_statement_free)

G_END_DECLS
