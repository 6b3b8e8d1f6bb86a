/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads JSON that may be anything: what is not there or of another kind is empty, and is noted as
 * the problem of the vector. */
#pragma once

#include <json-glib/json-glib.h>

#include "carrel-rational.h"

void vector_clear_problem (void);
void vector_set_problem (const char *format, ...) G_GNUC_PRINTF (1, 2);
const char *vector_get_problem (void);

JsonObject *vector_get_object (JsonObject *object, const char *key);
JsonArray *vector_get_array (JsonObject *object, const char *key);
const char *vector_get_text (JsonObject *object, const char *key, const char *fallback);
int vector_get_int (JsonObject *object, const char *key, int fallback);
gboolean vector_get_flag (JsonObject *object, const char *key);

JsonNode *vector_get_element (JsonArray *array, guint at);
JsonArray *vector_get_row (JsonArray *array, guint at);
JsonObject *vector_get_element_object (JsonArray *array, guint at);
const char *vector_get_element_text (JsonArray *array, guint at);
int vector_get_element_int (JsonArray *array, guint at);

CarrelRational *vector_read_number (JsonNode *node);
CarrelRational *vector_get_number (JsonObject *object, const char *key);
CarrelRational *vector_need_number (JsonObject *object, const char *key);
CarrelRational *vector_need_element (JsonArray *array, guint at);
CarrelRational *vector_need_positive (CarrelRational *number, const char *what);
