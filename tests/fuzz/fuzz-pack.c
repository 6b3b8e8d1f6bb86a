/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A course pack. */
#include "fuzz-target.h"

#include "carrel-import-pack.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (CarrelCourse) course = carrel_import_pack_parse (bytes, "course.carrel.json", NULL);

  if (course != NULL)
    carrel_course_assign_ids (course);
  return 0;
}
