/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Courses as the files of test vectors write them. */
#pragma once

#include <json-glib/json-glib.h>

#include "carrel-forecast.h"

CarrelRational *vector_read_number (JsonNode *node);
CarrelRational *vector_get_number (JsonObject *object, const char *key);
CarrelGradeCourse *vector_read_course (JsonObject *object);
CarrelGradeCourse *vector_read_items (JsonArray *items, JsonObject *input);
