/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From a draft to the store: what was read is named and hashed, and kept as one version. */
#define G_LOG_DOMAIN "carrel-importer"

#include "config.h"

#include "carrel-importer.h"

#include "carrel-course-shift.h"

/* The example's term starts so many weeks before the first run, so that there is a past and a
 * future to show. */
#define N_EXAMPLE_WEEKS 4

/**
 * carrel_importer_dup_hash:
 * @sources: what was read
 *
 * Works out one number for all files that were read, by name and content.
 *
 * Returns: (transfer full) (nullable): SHA-256 in hexadecimal digits, %NULL without bytes
 */
char *
carrel_importer_dup_hash (const CarrelImportSources *sources)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (sources->names == NULL || sources->bytes == NULL)
    return NULL;
  for (guint i = 0; sources->names[i] != NULL; i++)
    {
      g_autofree char *length
          = g_strdup_printf ("\n%" G_GSIZE_FORMAT "\n", g_bytes_get_size (sources->bytes[i]));

      g_checksum_update (checksum, (const guchar *) sources->names[i], -1);
      g_checksum_update (checksum, (const guchar *) length, -1);
      g_checksum_update (checksum, g_bytes_get_data (sources->bytes[i], NULL),
                         (gssize) g_bytes_get_size (sources->bytes[i]));
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * carrel_importer_apply:
 * @store: the store
 * @course_id: (nullable): the course that @draft is an edition of; %NULL to find it out
 * @draft: what was read, perhaps corrected
 * @sources: what it was read from
 * @renames: (nullable) (element-type CarrelRename): renames that a person confirmed
 * @error: where an error of %CARREL_STORE_ERROR goes
 *
 * Keeps a draft in one transaction; the same files again change nothing.
 *
 * Returns: (transfer full) (nullable): what was added, changed and removed
 */
CarrelPublished *
carrel_importer_apply (CarrelStore *store,
                       const char *course_id,
                       CarrelCourse *draft,
                       const CarrelImportSources *sources,
                       GPtrArray *renames,
                       GError **error)
{
  g_autofree char *hash = carrel_importer_dup_hash (sources);
  g_autofree char *names = sources->names != NULL ? g_strjoinv ("\n", sources->names) : NULL;
  const CarrelPublication publication
      = { .sources = names, .source_hash = hash, .imported_at = sources->read_at };

  return carrel_store_publish (store, course_id, draft, &publication, renames, error);
}

/**
 * carrel_importer_add_example:
 * @store: the store
 * @example: the example course, with the first day of its term
 * @today: the date of the first run
 * @now: the same moment in seconds since 1970, UTC
 * @error: where an error of %CARREL_STORE_ERROR goes
 *
 * Keeps the example, marked as one and laid onto the current weeks: its term starts on the Monday
 * four weeks before @today's.
 *
 * Returns: (transfer full) (nullable): what was added
 */
CarrelPublished *
carrel_importer_add_example (
    CarrelStore *store, CarrelCourse *example, CarrelDate today, gint64 now, GError **error)
{
  int n_days = (int) carrel_day_get_index (carrel_date_get_weekday (today));
  CarrelDate monday = carrel_date_add_days (today, -n_days - 7 * N_EXAMPLE_WEEKS);
  g_autoptr (CarrelCourse) course = carrel_course_shift (example, monday);
  const CarrelPublication publication = { .imported_at = now, .is_example = TRUE };

  return carrel_store_publish (store, NULL, course, &publication, NULL, error);
}
