/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Courses as the files of test vectors write them. */
#pragma once

#include "carrel-forecast.h"
#include "vector-json.h"

CarrelGradeCourse *vector_read_course (JsonObject *object);
CarrelGradeCourse *vector_read_items (JsonArray *items, JsonObject *input);
