/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From a draft to the store: what was read is named and hashed, and kept as one version. */
#define G_LOG_DOMAIN "carrel-importer"

#include "config.h"

#include "carrel-importer.h"

#include "carrel-course-shift.h"
#include "carrel-edition.h"
#include "carrel-gradebook.h"
#include "carrel-store-courses.h"
#include "carrel-store-scores.h"

/* The example's term starts so many weeks before the first run, so that there is a past and a
 * future to show. */
#define N_EXAMPLE_WEEKS 4

/* Points of 100 for what was due in the example. */
#define EXAMPLE_SCORE "92"

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

static CarrelVersion *
get_current (GPtrArray *versions)
{
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      CarrelVersion *version = g_ptr_array_index (versions, i);

      if (version->is_current)
        return version;
    }
  return NULL;
}

/* Whether a draft of the same files still is the course that they were: most facts are there. */
static gboolean
is_edition (CarrelStore *store, const char *course_id, CarrelCourse *draft, guint n_facts)
{
  g_autoptr (CarrelDiff) diff = carrel_store_preview (store, course_id, draft, NULL);

  return diff != NULL && diff->n_removed * 2 < n_facts;
}

/* The course that the same files made before, for pages that name none. */
static char *
find_course_of_sources (CarrelStore *store, CarrelCourse *draft, const char *names)
{
  GListModel *courses = carrel_store_get_courses (store);

  if (names == NULL || draft->title != NULL || draft->code != NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr (CarrelCourseItem) item = g_list_model_get_item (courses, i);
      const char *id = carrel_course_item_get_id (item);
      g_autoptr (GPtrArray) versions = carrel_store_list_versions (store, id, NULL);
      const CarrelVersion *current = get_current (versions);

      if (current != NULL && g_strcmp0 (current->sources, names) == 0
          && is_edition (store, id, draft, current->n_facts))
        return g_strdup (id);
    }
  return NULL;
}

static char *
find_course (CarrelStore *store, CarrelCourse *draft, const char *names)
{
  char *found = carrel_store_find_course_of_draft (store, draft);

  return found != NULL ? found : find_course_of_sources (store, draft, names);
}

/* The files that the course was read from, and what was read in them. */
static gboolean
load_published (
    CarrelStore *store, const char *course_id, GStrv *names, CarrelCourse **course, GError **error)
{
  g_autoptr (GPtrArray) versions = carrel_store_list_versions (store, course_id, error);
  const CarrelVersion *current = get_current (versions);

  if (versions == NULL)
    return FALSE;
  if (current == NULL || current->sources == NULL)
    return TRUE;
  *names = g_strsplit (current->sources, "\n", -1);
  *course = carrel_store_load_version (store, current->version, error);
  return *course != NULL;
}

/* Adds what stays of the pages that were not read again. */
static gboolean
complete (CarrelStore *store,
          CarrelImportPlan *plan,
          const CarrelImportSources *sources,
          GError **error)
{
  g_auto (GStrv) old_names = NULL;
  g_auto (GStrv) kept = NULL;
  g_autoptr (CarrelCourse) before = NULL;
  CarrelCourse *course;

  if (!load_published (store, plan->course_id, &old_names, &before, error))
    return FALSE;
  if (before == NULL || sources->names == NULL || sources->is_whole)
    return TRUE;
  kept = carrel_edition_list_kept ((const char *const *) old_names,
                                   (const char *const *) sources->names);
  if (kept[0] == NULL)
    return TRUE;
  course = carrel_edition_complete (plan->course, before, (const char *const *) kept);
  carrel_record_unref (plan->course);
  plan->course = course;
  g_free (plan->sources);
  plan->sources = carrel_edition_dup_sources ((const char *const *) old_names,
                                              (const char *const *) sources->names,
                                              (const char *const *) kept);
  return TRUE;
}

/**
 * carrel_importer_plan:
 * @store: the store
 * @course_id: (nullable): the course that @draft is an edition of; %NULL to find it out
 * @draft: what was read, perhaps corrected
 * @sources: what it was read from
 * @error: where an error of %CARREL_STORE_ERROR goes
 *
 * Says what keeping a draft would do, and writes nothing. One page of several leaves the facts of
 * the others, and a calendar joins the course; a draft without title and code is known by the names
 * of its files, if most of its facts are those of the course from them.
 *
 * Returns: (transfer full) (nullable): the plan
 */
CarrelImportPlan *
carrel_importer_plan (CarrelStore *store,
                      const char *course_id,
                      CarrelCourse *draft,
                      const CarrelImportSources *sources,
                      GError **error)
{
  g_autoptr (CarrelImportPlan) plan = g_new0 (CarrelImportPlan, 1);

  plan->sources = sources->names != NULL ? g_strjoinv ("\n", sources->names) : NULL;
  plan->course = carrel_record_ref (draft);
  plan->course_id
      = course_id != NULL ? g_strdup (course_id) : find_course (store, draft, plan->sources);
  if (plan->course_id != NULL && !complete (store, plan, sources, error))
    return NULL;
  plan->diff = carrel_store_preview (store, plan->course_id, plan->course, error);
  if (plan->diff == NULL)
    return NULL;
  plan->conflicts
      = plan->course_id != NULL
            ? carrel_import_conflict_list (store, plan->course_id, plan->course, plan->diff, error)
            : g_ptr_array_new ();
  return plan->conflicts != NULL ? g_steal_pointer (&plan) : NULL;
}

/**
 * carrel_import_plan_free:
 * @plan: (transfer full): what was to be done
 *
 * Frees it; nothing was done.
 */
void
carrel_import_plan_free (CarrelImportPlan *plan)
{
  g_free (plan->course_id);
  g_free (plan->sources);
  g_clear_pointer (&plan->course, carrel_record_unref);
  g_clear_pointer (&plan->diff, carrel_diff_free);
  g_clear_pointer (&plan->conflicts, g_ptr_array_unref);
  g_free (plan);
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
 * Keeps a draft in one transaction, as carrel_importer_plan() says; the same files again change
 * nothing.
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
  g_autoptr (CarrelImportPlan) plan
      = carrel_importer_plan (store, course_id, draft, sources, error);
  g_autofree char *hash = carrel_importer_dup_hash (sources);
  CarrelPublication publication = { .source_hash = hash, .imported_at = sources->read_at };

  if (plan == NULL)
    return NULL;
  publication.sources = plan->sources;
  return carrel_store_publish (store, plan->course_id, plan->course, &publication, renames, error);
}

/* Gives the example a score for what is past its date, so that the grades have something to show.
 */
static gboolean
add_example_scores (CarrelStore *store,
                    const char *course_id,
                    const CarrelCourse *course,
                    CarrelDate today,
                    GError **error)
{
  g_autoptr (CarrelGradebook) book = carrel_gradebook_new (course);
  g_autoptr (GPtrArray) scores
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_score_free);

  for (guint i = 0; i < book->groups->len; i++)
    {
      const CarrelGradebookGroup *group = g_ptr_array_index (book->groups, i);

      for (guint j = 0; j < group->items->len; j++)
        {
          const CarrelGradebookItem *item = g_ptr_array_index (group->items, j);
          CarrelScore *score = NULL;

          if (!carrel_date_is_set (item->due) || carrel_date_compare (item->due, today) >= 0)
            continue;
          score = g_new0 (CarrelScore, 1);
          score->item = g_strdup (item->id);
          score->state = g_strdup ("graded");
          score->score = g_strdup (EXAMPLE_SCORE);
          g_ptr_array_add (scores, score);
        }
    }
  return carrel_store_seed_scores (store, course_id, scores, error);
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
 * four weeks before @today's. What was due since has a score.
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

  g_autoptr (CarrelPublished) published
      = carrel_store_publish (store, NULL, course, &publication, NULL, error);

  if (published == NULL
      || (published->is_new
          && !add_example_scores (store, published->course_id, course, today, error)))
    return NULL;
  return g_steal_pointer (&published);
}
