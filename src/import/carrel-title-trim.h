/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is no part of a title. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void carrel_title_trim_credits (char *title);
void carrel_title_trim_subject (GString *text);
void carrel_title_trim_codes (GString *title);
void carrel_title_trim_greeting (GString *text);
void carrel_title_trim_days (GString *text, gsize at);
void carrel_title_trim_entities (GString *text);
void carrel_title_trim_brackets (char *title);
void carrel_title_trim_groups (char *title);
void carrel_title_trim_university (char *title);
gboolean carrel_title_trim_is_university (const char *title);

G_END_DECLS
