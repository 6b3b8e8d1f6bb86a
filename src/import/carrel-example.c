/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bundled example course is a course pack in a resource, read by the importer of packs. */
#define G_LOG_DOMAIN "carrel-example"

#include "config.h"

#include "carrel-example.h"

#include "carrel-example-resource.h"
#include "carrel-import-pack.h"

#define EXAMPLE_PATH "/io/github/carrel/Carrel/example/large-language-model-systems.carrel.json"
#define EXAMPLE_NAME "large-language-model-systems.carrel.json"

/**
 * carrel_example_load:
 * @error: where an error goes: one of %G_RESOURCE_ERROR or %G_IO_ERROR
 *
 * Reads the bundled example course. Its dates are those of a past term:
 * carrel_course_shift() lays them onto other weeks.
 *
 * Returns: (transfer full) (nullable): the course, or %NULL
 */
CarrelCourse *
carrel_example_load (GError **error)
{
  GResource *resource = carrel_example_resource_get_resource ();
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (resource, EXAMPLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? carrel_import_pack_parse (bytes, EXAMPLE_NAME, error) : NULL;
}
