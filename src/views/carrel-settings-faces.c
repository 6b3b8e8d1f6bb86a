/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All families that are installed. Those that some readers ask for stand first; that is all that is
 * claimed for them. */
#define G_LOG_DOMAIN "carrel-settings"

#include "config.h"

#include "carrel-settings-faces.h"

static const char *const asked_for[] = {
  "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", "OpenDyslexic", "Lexend", "Andika",
};

static guint
get_rank (const char *name)
{
  guint rank = 0;

  while (rank < G_N_ELEMENTS (asked_for) && g_ascii_strcasecmp (asked_for[rank], name) != 0)
    rank++;
  return rank;
}

static int
compare_faces (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *) a, *second = *(const char *const *) b;
  guint first_rank = get_rank (first), second_rank = get_rank (second);

  if (first_rank != second_rank)
    return first_rank < second_rank ? -1 : 1;
  return g_utf8_collate (first, second);
}

/**
 * carrel_settings_faces_sort:
 * @installed: names of families, ends with %NULL
 *
 * Returns: (transfer full): each once, in the order in which they are offered
 */
char **
carrel_settings_faces_sort (const char *const *installed)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *faces = g_ptr_array_new ();

  for (guint i = 0; installed[i] != NULL; i++)
    if (g_hash_table_add (seen, (gpointer) installed[i]))
      g_ptr_array_add (faces, g_strdup (installed[i]));
  g_ptr_array_sort (faces, compare_faces);
  g_ptr_array_add (faces, NULL);
  return (char **) g_ptr_array_free (faces, FALSE);
}

/**
 * carrel_settings_faces_dup:
 * @context: what text is laid out with
 *
 * Returns: (transfer full): the names of the families that are installed, in the order in which
 *   they are offered
 */
char **
carrel_settings_faces_dup (PangoContext *context)
{
  g_autofree PangoFontFamily **families = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  int n_families;

  pango_context_list_families (context, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    g_ptr_array_add (names, (gpointer) pango_font_family_get_name (families[i]));
  g_ptr_array_add (names, NULL);
  return carrel_settings_faces_sort ((const char *const *) names->pdata);
}
