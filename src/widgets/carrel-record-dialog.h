/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A form for some fields of one record. It checks while one types and hands the record on when it
 * is saved; it knows nothing of where it is kept. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-record.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *label; /* N_() */
} CarrelRecordChoice;

/* One line of the form. Tables end with a NULL field. */
typedef struct
{
  const char *field;                 /* of the record's type */
  const char *label;                 /* N_() */
  const char *hint;                  /* N_(): what may be written; NULL needs no hint */
  const CarrelRecordChoice *choices; /* NULL is free text; ends with a NULL id */
} CarrelRecordEntry;

/* Returns what is wrong with a record in words, or NULL. It can be saved all the same. */
typedef char *(*CarrelRecordCheck) (gconstpointer record, gpointer user_data);

/* Returns why a record cannot be saved in words, or NULL. Sets the name of the field that is to
 * blame; without one it is that which is written in. */
typedef char *(*CarrelRecordRefusal) (gconstpointer record, gpointer user_data, const char **field);

#define CARREL_TYPE_RECORD_DIALOG (carrel_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelRecordDialog, carrel_record_dialog, CARREL, RECORD_DIALOG, CarrelDialog)

/* Signal: saved (gpointer record), borrowed for the emission. The form closes after it, unless it
 * is told that saving failed. */

GtkWidget *carrel_record_dialog_new (const char *title,
                                     gconstpointer record,
                                     const CarrelRecordEntry *entries);
gboolean carrel_record_dialog_read_field (gpointer record, const char *name, const char *text);
void carrel_record_dialog_set_verb (CarrelRecordDialog *self, const char *label);
void carrel_record_dialog_set_refusal (CarrelRecordDialog *self,
                                       CarrelRecordRefusal refusal,
                                       gpointer user_data);
void carrel_record_dialog_fail (CarrelRecordDialog *self, const GError *error);
void carrel_record_dialog_set_check (CarrelRecordDialog *self,
                                     CarrelRecordCheck check,
                                     gpointer user_data,
                                     GDestroyNotify free_data);
void carrel_record_dialog_present (CarrelRecordDialog *self, GtkWidget *from, const char *subject);

G_END_DECLS
