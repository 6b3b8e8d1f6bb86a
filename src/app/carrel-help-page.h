/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One page of the help, from Mallard into blocks of text. */
#pragma once

#include <libxml/tree.h>

#include "carrel-markdown.h"

G_BEGIN_DECLS

/* Links to other pages are addresses of this kind, with the id of the page and "#" and a section.
 */
#define CARREL_HELP_URI "help:carrel/"

/* What stands under one title. */
typedef struct
{
  char *id; /* NULL for what stands under the title of the page */
  int level;
  char *title;
  CarrelMarkdown *text;
} CarrelHelpPart;

/* What links say of a page that they only name. */
typedef struct
{
  char *id;
  char *title;
  char *description;
  char *guide; /* where it is listed, such as "index#views"; NULL for the index */
  char *sort;
} CarrelHelpEntry;

CarrelHelpEntry *carrel_help_entry_new (xmlDoc *document);
void carrel_help_entry_free (CarrelHelpEntry *entry);
GPtrArray *carrel_help_page_read (xmlDoc *document, GPtrArray *entries);

G_END_DECLS
