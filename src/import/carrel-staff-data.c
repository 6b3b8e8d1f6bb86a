/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who teaches, from front matter and the data files of staff sites. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-role.h"
#include "carrel-staff-reader.h"

static const char *
get_node_name (const CarrelNode *node)
{
  if (node != NULL && node->kind == CARREL_NODE_TEXT)
    return node->text;
  return carrel_node_get_text (node, "name");
}

/* One person of a data file, or the one a staff page is about. */
static void
read_person_node (CarrelStaffReader *reader, const CarrelNode *node, const char *role)
{
  const char *own_role = carrel_node_get_text (node, "role");
  const char *name = get_node_name (node);
  g_autofree char *plain = carrel_pattern_dup_without_tags (name);
  g_autofree char *read = NULL;
  CarrelPerson *person;

  if (plain == NULL || (own_role == NULL && role == NULL))
    return;
  if (own_role != NULL)
    own_role = carrel_role_find (reader->page->words, own_role);
  read = carrel_person_name_read (reader->page->words, plain);
  if (read == NULL)
    return;
  person = carrel_staff_reader_add (reader, read, own_role != NULL ? own_role : role, node->line);
  if (person->email == NULL)
    person->email = g_strdup (carrel_node_get_text (node, "email"));
  if (person->url == NULL)
    person->url = g_strdup (carrel_node_get_text (node, "website"));
}

/**
 * carrel_staff_reader_read_data:
 * @reader: whose course gets the people
 * @root: (nullable): a map, such as the front matter of a page
 */
void
carrel_staff_reader_read_data (CarrelStaffReader *reader, const CarrelNode *root)
{
  static const char *const keys[] = { "instructor",
                                      "instructors",
                                      "ta",
                                      "tas",
                                      "professor",
                                      "staff",
                                      "lecturer",
                                      "teachers",
                                      "teacher",
                                      "teaching_assistants",
                                      "teaching-assistants" };

  read_person_node (reader, root, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const CarrelNode *node = carrel_node_get (root, keys[i]);
      g_autofree char *label = g_strdelimit (g_strdup (keys[i]), "_-", ' ');
      const char *role = carrel_role_find (reader->page->words, label);

      if (node != NULL && node->kind != CARREL_NODE_LIST)
        read_person_node (reader, node, role);
      for (guint j = 0; node != NULL && node->kind == CARREL_NODE_LIST && j < node->children->len;
           j++)
        read_person_node (reader, g_ptr_array_index (node->children, j), role);
    }
}
