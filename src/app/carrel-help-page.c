/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the part of Mallard that our pages use. What it does not know is read as plain text, so
 * that nothing of a page is lost. */
#define G_LOG_DOMAIN "carrel-help-page"

#include "config.h"

#include "carrel-help-page.h"

#include "carrel-block-builder.h"

typedef struct
{
  CarrelBlockBuilder *builder;
  GPtrArray *entries;
  const char *page;
  const char *section; /* NULL before the first one */
  guint8 list_depth;
  guint8 quote_depth;
} Reader;

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

static xmlNode *
find_child (const xmlNode *node, const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_named (child, name))
      return child;
  return NULL;
}

static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *text = g_strdup ((const char *) value);

  xmlFree (value);
  return text;
}

/* The text of an element, with single spaces; NULL without the element. */
static char *
dup_text (xmlNode *node)
{
  xmlChar *content = node != NULL ? xmlNodeGetContent (node) : NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (content == NULL)
    return NULL;
  words = g_strsplit_set ((const char *) content, " \t\r\n", -1);
  xmlFree (content);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (kept, words[i]);
  list = g_strv_builder_end (kept);
  return g_strjoinv (" ", list);
}

static const CarrelHelpEntry *
find_entry (Reader *reader, const char *id)
{
  for (guint i = 0; i < reader->entries->len; i++)
    {
      const CarrelHelpEntry *entry = g_ptr_array_index (reader->entries, i);

      if (g_strcmp0 (entry->id, id) == 0)
        return entry;
    }
  return NULL;
}

static void
add_text (Reader *reader, const char *text)
{
  while (*text != '\0')
    {
      gsize n_blank = strspn (text, " \t\r\n");
      gsize n_bytes = strcspn (text + n_blank, " \t\r\n");

      if (n_blank > 0)
        carrel_block_builder_add_break (reader->builder, " ");
      carrel_block_builder_add_text (reader->builder, text + n_blank, n_bytes);
      text += n_blank + n_bytes;
    }
}

static void
add_link (Reader *reader, const char *url, const char *text)
{
  carrel_block_builder_open_span (reader->builder, CARREL_SPAN_LINK, url, strlen (url));
  add_text (reader, text);
  carrel_block_builder_close_span (reader->builder, CARREL_SPAN_LINK);
}

static void read_inlines (Reader *reader, const xmlNode *node);

/* A link without a text of its own says the title of the page. */
static void
read_link (Reader *reader, xmlNode *node)
{
  g_autofree char *xref = dup_attribute (node, "xref");
  g_autofree char *href = dup_attribute (node, "href");
  g_autofree char *url = NULL;
  const CarrelHelpEntry *entry = xref != NULL ? find_entry (reader, xref) : NULL;

  if (xref != NULL && *xref == '#')
    url = g_strconcat (CARREL_HELP_URI, reader->page, xref, NULL);
  else
    url = xref != NULL ? g_strconcat (CARREL_HELP_URI, xref, NULL) : g_strdup (href);
  if (url == NULL)
    return;
  if (node->children == NULL)
    {
      add_link (reader, url, entry != NULL ? entry->title : url);
      return;
    }
  carrel_block_builder_open_span (reader->builder, CARREL_SPAN_LINK, url, strlen (url));
  read_inlines (reader, node);
  carrel_block_builder_close_span (reader->builder, CARREL_SPAN_LINK);
}

/* Keys that are pressed together, or a way through menus. */
static void
read_sequence (Reader *reader, const xmlNode *node, const char *between)
{
  gboolean is_first = TRUE;

  carrel_block_builder_open_span (reader->builder, CARREL_SPAN_STRONG, NULL, 0);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *text = NULL;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      text = dup_text ((xmlNode *) child);
      if (!is_first)
        carrel_block_builder_add_text (reader->builder, between, strlen (between));
      carrel_block_builder_add_text (reader->builder, text, strlen (text));
      is_first = FALSE;
    }
  carrel_block_builder_close_span (reader->builder, CARREL_SPAN_STRONG);
}

static void
read_element (Reader *reader, const xmlNode *node)
{
  static const struct
  {
    const char *name;
    CarrelSpanKind kind;
  } spans[] = { { "em", CARREL_SPAN_EMPHASIS }, { "key", CARREL_SPAN_STRONG },
                { "gui", CARREL_SPAN_STRONG },  { "cmd", CARREL_SPAN_CODE },
                { "code", CARREL_SPAN_CODE },   { "file", CARREL_SPAN_CODE },
                { "input", CARREL_SPAN_CODE },  { "output", CARREL_SPAN_CODE } };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (is_named (node, spans[i].name))
      {
        carrel_block_builder_open_span (reader->builder, spans[i].kind, NULL, 0);
        read_inlines (reader, node);
        carrel_block_builder_close_span (reader->builder, spans[i].kind);
        return;
      }
  if (is_named (node, "link"))
    read_link (reader, (xmlNode *) node);
  else if (is_named (node, "keyseq"))
    read_sequence (reader, node, "+");
  else if (is_named (node, "guiseq"))
    read_sequence (reader, node, " › ");
  else
    read_inlines (reader, node);
}

static void
read_inlines (Reader *reader, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        read_element (reader, child);
      else if (xmlNodeIsText (child))
        add_text (reader, (const char *) child->content);
    }
}

static CarrelBlock *
add_block (Reader *reader, CarrelBlockKind kind, const xmlNode *node)
{
  CarrelBlock *block
      = carrel_block_builder_add (reader->builder, kind, (int) xmlGetLineNo ((xmlNode *) node));

  block->quote_depth = reader->quote_depth;
  block->list_depth = reader->list_depth;
  return block;
}

static void
read_text (Reader *reader, CarrelBlockKind kind, const xmlNode *node)
{
  add_block (reader, kind, node);
  carrel_block_builder_open_text (reader->builder);
  read_inlines (reader, node);
  carrel_block_builder_close_text (reader->builder);
}

static void read_blocks (Reader *reader, const xmlNode *node, const xmlNode *without);

/* The first paragraph is the text of the item; in a list of terms the term stands before it. */
static void
read_item (Reader *reader, const xmlNode *item, int number)
{
  const xmlNode *title = find_child (item, "title");
  const xmlNode *first = find_child (item, "p");
  CarrelBlock *block = add_block (reader, CARREL_BLOCK_LIST_ITEM, item);

  block->number = number;
  carrel_block_builder_open_text (reader->builder);
  if (title != NULL)
    {
      carrel_block_builder_open_span (reader->builder, CARREL_SPAN_STRONG, NULL, 0);
      read_inlines (reader, title);
      carrel_block_builder_close_span (reader->builder, CARREL_SPAN_STRONG);
      carrel_block_builder_add_text (reader->builder, ": ", 2);
    }
  if (first != NULL)
    read_inlines (reader, first);
  carrel_block_builder_close_text (reader->builder);
  read_blocks (reader, item, first);
}

static void
read_list (Reader *reader, const xmlNode *list)
{
  int number = is_named (list, "steps") ? 1 : -1;

  reader->list_depth++;
  for (const xmlNode *item = list->children; item != NULL; item = item->next)
    if (is_named (item, "item"))
      {
        read_item (reader, item, number);
        number += number > 0 ? 1 : 0;
      }
  reader->list_depth--;
}

static void
read_cell (Reader *reader, const xmlNode *cell)
{
  carrel_block_builder_open_text (reader->builder);
  for (const xmlNode *child = cell->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      {
        carrel_block_builder_add_break (reader->builder, "\n");
        read_inlines (reader, child);
      }
  carrel_block_builder_add_cell (reader->builder, FALSE);
}

static void
read_rows (Reader *reader, const xmlNode *group, gboolean is_header, guint *n_columns)
{
  for (const xmlNode *row = group->children; row != NULL; row = row->next)
    {
      guint n_cells = 0;

      if (!is_named (row, "tr"))
        continue;
      carrel_block_builder_open_row (reader->builder, (int) xmlGetLineNo ((xmlNode *) row),
                                     is_header);
      for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next)
        if (is_named (cell, "td") || is_named (cell, "th"))
          {
            read_cell (reader, cell);
            n_cells++;
          }
      *n_columns = MAX (*n_columns, n_cells);
    }
}

static void
read_table (Reader *reader, const xmlNode *table)
{
  guint n_columns = 0;

  add_block (reader, CARREL_BLOCK_TABLE, table);
  read_rows (reader, table, FALSE, &n_columns);
  for (const xmlNode *group = table->children; group != NULL; group = group->next)
    if (is_named (group, "thead") || is_named (group, "tbody"))
      read_rows (reader, group, is_named (group, "thead"), &n_columns);
  for (guint i = 0; i < n_columns; i++)
    carrel_block_builder_add_column (reader->builder, CARREL_ALIGN_DEFAULT);
}

static void
read_note (Reader *reader, const xmlNode *note)
{
  reader->quote_depth++;
  read_blocks (reader, note, NULL);
  reader->quote_depth--;
}

/* The pages that say of themselves that they belong here. */
static void
read_topics (Reader *reader, const xmlNode *links)
{
  g_autofree char *here = reader->section != NULL
                              ? g_strconcat (reader->page, "#", reader->section, NULL)
                              : g_strdup (reader->page);

  for (guint i = 0; i < reader->entries->len; i++)
    {
      const CarrelHelpEntry *entry = g_ptr_array_index (reader->entries, i);
      g_autofree char *url = g_strconcat (CARREL_HELP_URI, entry->id, NULL);

      if (g_strcmp0 (entry->guide, here) != 0)
        continue;
      add_block (reader, CARREL_BLOCK_LIST_ITEM, links)->list_depth = 1;
      carrel_block_builder_open_text (reader->builder);
      add_link (reader, url, entry->title);
      if (entry->description != NULL)
        {
          carrel_block_builder_add_text (reader->builder, ": ", 2);
          add_text (reader, entry->description);
        }
      carrel_block_builder_close_text (reader->builder);
    }
}

static void
read_paragraph (Reader *reader, const xmlNode *node)
{
  read_text (reader, CARREL_BLOCK_PARAGRAPH, node);
}

static void
read_code (Reader *reader, const xmlNode *node)
{
  read_text (reader, CARREL_BLOCK_CODE, node);
}

static void
skip (Reader *reader, const xmlNode *node)
{
}

static void
read_blocks (Reader *reader, const xmlNode *node, const xmlNode *without)
{
  static const struct
  {
    const char *name;
    void (*read) (Reader *reader, const xmlNode *node);
  } kinds[] = { { "list", read_list },   { "steps", read_list },  { "terms", read_list },
                { "table", read_table }, { "note", read_note },   { "screen", read_code },
                { "code", read_code },   { "info", skip },        { "title", skip },
                { "section", skip },     { "links", read_topics } };

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      guint i = 0;

      if (child->type != XML_ELEMENT_NODE || child == without)
        continue;
      while (i < G_N_ELEMENTS (kinds) && !is_named (child, kinds[i].name))
        i++;
      if (i < G_N_ELEMENTS (kinds))
        kinds[i].read (reader, child);
      else
        read_paragraph (reader, child);
    }
}

static void
free_part (gpointer data)
{
  CarrelHelpPart *part = data;

  g_free (part->id);
  g_free (part->title);
  carrel_markdown_unref (part->text);
  g_free (part);
}

static void
read_part (Reader *reader, GPtrArray *parts, const xmlNode *node, int level)
{
  CarrelHelpPart *part = g_new0 (CarrelHelpPart, 1);

  part->id = level > 1 ? dup_attribute ((xmlNode *) node, "id") : NULL;
  part->level = level;
  part->title = dup_text (find_child (node, "title"));
  g_ptr_array_add (parts, part);
  reader->section = part->id;
  reader->builder = carrel_block_builder_new (NULL, 0);
  read_blocks (reader, node, NULL);
  part->text = carrel_block_builder_finish (reader->builder);
  g_clear_pointer (&reader->builder, carrel_block_builder_free);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_named (child, "section"))
      read_part (reader, parts, child, level + 1);
}

/**
 * carrel_help_entry_new:
 * @document: a Mallard page
 *
 * Returns: (transfer full): what other pages say of this one
 */
CarrelHelpEntry *
carrel_help_entry_new (xmlDoc *document)
{
  xmlNode *root = xmlDocGetRootElement (document);
  CarrelHelpEntry *entry = g_new0 (CarrelHelpEntry, 1);
  xmlNode *info = find_child (root, "info");
  xmlNode *guide = info != NULL ? find_child (info, "link") : NULL;

  entry->id = dup_attribute (root, "id");
  entry->title = dup_text (find_child (root, "title"));
  if (info != NULL)
    {
      entry->description = dup_text (find_child (info, "desc"));
      entry->sort = dup_text (find_child (info, "title"));
    }
  if (guide != NULL)
    entry->guide = dup_attribute (guide, "xref");
  return entry;
}

/**
 * carrel_help_entry_free:
 * @entry: (transfer full): an entry
 *
 * Frees it.
 */
void
carrel_help_entry_free (CarrelHelpEntry *entry)
{
  g_free (entry->id);
  g_free (entry->title);
  g_free (entry->description);
  g_free (entry->guide);
  g_free (entry->sort);
  g_free (entry);
}

/**
 * carrel_help_page_read:
 * @document: a Mallard page
 * @entries: (element-type CarrelHelpEntry): all pages, in the order in which they are listed
 *
 * Returns: (transfer full) (element-type CarrelHelpPart): the page and its sections, in order
 */
GPtrArray *
carrel_help_page_read (xmlDoc *document, GPtrArray *entries)
{
  xmlNode *root = xmlDocGetRootElement (document);
  g_autofree char *id = dup_attribute (root, "id");
  Reader reader = { .entries = entries, .page = id };
  GPtrArray *parts = g_ptr_array_new_with_free_func (free_part);

  read_part (&reader, parts, root, 1);
  return parts;
}
