/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Front matter, as YAML and as TOML. */
#include "fuzz-target.h"

#include "carrel-toml.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (CarrelNode) yaml = NULL;
  g_autoptr (CarrelNode) toml = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  yaml = carrel_node_parse_yaml (text, strlen (text), 1, NULL);
  toml = carrel_toml_parse (text, strlen (text), 1);
  return 0;
}
