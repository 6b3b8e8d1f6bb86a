/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads one page as a person would give it, for tests of what is found in it. */
#pragma once

#include "carrel-import.h"

#include <string.h>

static inline CarrelCourse *
read_page (const char *page)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (GError) error = NULL;
  CarrelCourse *course;

  g_ptr_array_add (files, carrel_import_file_new ("page.md", bytes));
  course = carrel_import_parse (files, NULL, &error);
  g_assert_no_error (error);
  return course;
}
