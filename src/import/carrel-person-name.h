/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of names of people: titles, remarks, addresses and graduation years dropped. */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

char *carrel_person_name_read (const CarrelWords *words, const char *text);
gboolean carrel_person_name_is_full (const char *name);
gboolean carrel_person_name_is_whole (const CarrelWords *words, const char *text);
char *carrel_person_name_read_label (const CarrelWords *words, const char *text, const char **role);
gboolean carrel_person_name_may_be_family_first (const char *text);
gboolean carrel_person_name_is_family_first (const char *text);
char *carrel_person_name_dup_in_order (const char *text);
GPtrArray *carrel_person_name_split (const CarrelWords *words, const char *text);

G_END_DECLS
