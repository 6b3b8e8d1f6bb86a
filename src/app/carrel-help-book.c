/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages are bundled in English; a translation is read from where it is installed, page by page,
 * so that a page without one is there in English. */
#define G_LOG_DOMAIN "carrel-help-book"

#include "config.h"

#include "carrel-help-book.h"

#include <libxml/parser.h>

#define RESOURCES "/io/github/carrel/Carrel/help"

struct _CarrelHelpBook
{
  GObject parent_instance;

  GPtrArray *documents; /* of xmlDoc, in the order of the entries */
  GPtrArray *entries;   /* of CarrelHelpEntry */
};

G_DEFINE_FINAL_TYPE (CarrelHelpBook, carrel_help_book, G_TYPE_OBJECT)

static char *
dup_installed (const char *language, const char *name)
{
  const char *const *dirs = g_get_system_data_dirs ();

  for (guint i = 0; dirs[i] != NULL; i++)
    {
      g_autofree char *path
          = g_build_filename (dirs[i], "help", language, GETTEXT_PACKAGE, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return NULL;
}

static xmlDoc *
parse (const char *bytes, gsize length)
{
  xmlDoc *document
      = xmlReadMemory (bytes, (int) length, NULL, "UTF-8",
                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOENT);

  if (document == NULL || xmlDocGetRootElement (document) != NULL)
    return document;
  xmlFreeDoc (document);
  return NULL;
}

/* In the first language that has it; C, which is the last but for nothing, is in the program. */
static xmlDoc *
read_translation (const char *name)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL && !g_str_equal (languages[i], "C"); i++)
    {
      g_autofree char *path = dup_installed (languages[i], name);
      g_autofree char *bytes = NULL;
      gsize length;
      xmlDoc *document;

      if (path == NULL || !g_file_get_contents (path, &bytes, &length, NULL))
        continue;
      document = parse (bytes, length);
      if (document != NULL)
        return document;
    }
  return NULL;
}

static xmlDoc *
read_bundled (const char *name)
{
  g_autofree char *path = g_build_filename (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

/* As the index lists them: group by group, and in a group by what the pages say to be sorted by. */
static int
compare (gconstpointer first, gconstpointer second)
{
  static const char *const guides[]
      = { "index#first", "index#views", "index#access", "index#more", NULL };
  const CarrelHelpEntry *entries[]
      = { *(CarrelHelpEntry *const *) first, *(CarrelHelpEntry *const *) second };
  int places[2];

  for (guint i = 0; i < 2; i++)
    {
      places[i] = entries[i]->guide == NULL ? -1 : 0;
      while (places[i] >= 0 && guides[places[i]] != NULL
             && !g_str_equal (guides[places[i]], entries[i]->guide))
        places[i]++;
    }
  return places[0] != places[1] ? places[0] - places[1]
                                : g_strcmp0 (entries[0]->sort, entries[1]->sort);
}

static void
carrel_help_book_finalize (GObject *object)
{
  CarrelHelpBook *self = CARREL_HELP_BOOK (object);

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->documents);
  G_OBJECT_CLASS (carrel_help_book_parent_class)->finalize (object);
}

static void
carrel_help_book_class_init (CarrelHelpBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = carrel_help_book_finalize;
}

static void
carrel_help_book_init (CarrelHelpBook *self)
{
  g_auto (GStrv) names
      = g_resources_enumerate_children (RESOURCES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlFreeDoc);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_help_entry_free);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      xmlDoc *document = read_translation (names[i]);

      if (document == NULL)
        document = read_bundled (names[i]);
      if (document == NULL)
        continue;
      g_ptr_array_add (self->documents, document);
      g_ptr_array_add (self->entries, carrel_help_entry_new (document));
    }
  g_ptr_array_sort (self->entries, compare);
}

static xmlDoc *
find_document (CarrelHelpBook *self, const char *id)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      xmlDoc *document = g_ptr_array_index (self->documents, i);
      xmlChar *here = xmlGetNoNsProp (xmlDocGetRootElement (document), (const xmlChar *) "id");
      gboolean is_it = g_strcmp0 ((const char *) here, id) == 0;

      xmlFree (here);
      if (is_it)
        return document;
    }
  return NULL;
}

/**
 * carrel_help_book_new:
 *
 * Returns: (transfer full): the pages in the language of the reader
 */
CarrelHelpBook *
carrel_help_book_new (void)
{
  return g_object_new (CARREL_TYPE_HELP_BOOK, NULL);
}

/**
 * carrel_help_book_get_entries:
 * @self: a book
 *
 * Returns: (transfer none) (element-type CarrelHelpEntry): its pages, in reading order
 */
GPtrArray *
carrel_help_book_get_entries (CarrelHelpBook *self)
{
  return self->entries;
}

/**
 * carrel_help_book_find:
 * @self: a book
 * @id: the id of a page
 *
 * Returns: (transfer none) (nullable): the page's entry
 */
const CarrelHelpEntry *
carrel_help_book_find (CarrelHelpBook *self, const char *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const CarrelHelpEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_strcmp0 (entry->id, id) == 0)
        return entry;
    }
  return NULL;
}

/**
 * carrel_help_book_read:
 * @self: a book
 * @id: the id of a page
 *
 * Returns: (transfer full) (nullable) (element-type CarrelHelpPart): its text; %NULL if there is no
 * such page
 */
GPtrArray *
carrel_help_book_read (CarrelHelpBook *self, const char *id)
{
  xmlDoc *document = find_document (self, id);

  return document != NULL ? carrel_help_page_read (document, self->entries) : NULL;
}

/**
 * carrel_help_book_is_installed:
 *
 * Returns: whether the desktop's help viewer would find the pages
 */
gboolean
carrel_help_book_is_installed (void)
{
  g_autofree char *path = dup_installed ("C", "index.page");

  return path != NULL;
}
