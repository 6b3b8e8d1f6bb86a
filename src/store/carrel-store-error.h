/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can go wrong with the data. Messages are whole sentences for people: what happened, what was
 * kept, what to do. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CARREL_STORE_ERROR (carrel_store_error_quark ())

typedef enum
{
  CARREL_STORE_ERROR_FAILED,         /* anything else; the message has SQLite's words */
  CARREL_STORE_ERROR_FULL,           /* the disk is full */
  CARREL_STORE_ERROR_READ_ONLY,      /* the file or its folder cannot be written */
  CARREL_STORE_ERROR_CANNOT_OPEN,    /* no such folder, no permission, no home */
  CARREL_STORE_ERROR_CORRUPT,        /* the file is damaged */
  CARREL_STORE_ERROR_NOT_A_DATABASE, /* the file is something else */
  CARREL_STORE_ERROR_NEWER,          /* written by a newer Carrel */
  CARREL_STORE_ERROR_BUSY,           /* another program is writing and does not finish */
  CARREL_STORE_ERROR_NOT_FOUND,      /* no such course, version or scenario */
  CARREL_STORE_ERROR_INVALID, /* a value that does not fit, or a course that cannot be kept */
} CarrelStoreError;

GQuark carrel_store_error_quark (void);
gboolean carrel_store_error_is_broken (const GError *error);

G_END_DECLS
