/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the lines of a page say of the name of its course: "Semester: Fall 2020", or a sentence. */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

typedef struct
{
  const CarrelPage *page;
  CarrelCourse *course;
} CarrelIdentityReader;

void carrel_identity_set (char **field, const char *value);
gboolean carrel_identity_has_people_or_times (const CarrelCourse *course);
gboolean carrel_identity_is_title_label (const CarrelWords *words, const char *label);
gboolean carrel_identity_is_name_of_subject (const CarrelIdentityReader *reader, const char *text);
gboolean carrel_identity_tells_of_others (const CarrelIdentityReader *reader, const char *text);
gboolean carrel_identity_names_subject (const char *text);
gboolean carrel_identity_is_slug (const char *text);
gboolean carrel_identity_is_code_alone (const CarrelIdentityReader *reader, const char *text);
gboolean carrel_identity_is_page_label (const CarrelWords *words, const char *text);
void carrel_identity_take_name (CarrelIdentityReader *reader,
                                const char *text,
                                gboolean is_sure,
                                int line);
const char *carrel_identity_get_text (const CarrelIdentityReader *reader, const char *key);
void carrel_identity_read_front_matter (CarrelIdentityReader *reader);
void carrel_identity_read_plain_title (CarrelIdentityReader *reader);
void carrel_identity_read_welcome (CarrelIdentityReader *reader);
void carrel_identity_read_lines (CarrelIdentityReader *reader);
void carrel_identity_read_sentence (CarrelIdentityReader *reader, const CarrelPageLine *line);
void carrel_identity_read_own_term (CarrelIdentityReader *reader);
void carrel_identity_read_own_code (CarrelIdentityReader *reader);
void carrel_identity_read_lower_headings (CarrelIdentityReader *reader);
void carrel_identity_read_term_of_rows (CarrelIdentityReader *reader);
void carrel_identity_read_page_headings (CarrelIdentityReader *reader);
gboolean carrel_identity_has_time (const CarrelIdentityReader *reader, const char *text);

G_END_DECLS
