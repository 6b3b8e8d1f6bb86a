/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON that a stranger sent: checked before it is parsed, its numbers kept to the last digit. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *carrel_json_text_mark_numbers (GBytes *bytes, const char *file, GError **error);
const char *carrel_json_text_get_number (JsonNode *node);
char *carrel_json_text_dup_decimal (const char *number);
char *carrel_json_text_dup_plain (JsonNode *node);

G_END_DECLS
