/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole page: from bytes to a draft and its findings. */
#include "fuzz-target.h"

#include "carrel-check.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  g_ptr_array_add (files, carrel_import_file_new ("page.md", bytes));
  findings = carrel_check_files (files, NULL, NULL);
  return 0;
}
