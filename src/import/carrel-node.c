/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tree of front matter and data files, and YAML read into it through libyaml. Depth and count
 * are bounded, aliases are not followed. */
#define G_LOG_DOMAIN "carrel-node"

#include "config.h"

#include "carrel-node.h"

#include "carrel-import.h"

#include <string.h>
#include <yaml.h>

#define MAX_DEPTH 64
#define MAX_NODES 200000

typedef struct
{
  GPtrArray *stack; /* of CarrelNode, borrowed: the open lists and maps */
  char *key;        /* read, its value not yet */
  CarrelNode *root;
  int line; /* of the first line of the text */
  guint n_nodes;
} TreeBuilder;

static CarrelNode *
get_top (TreeBuilder *builder)
{
  if (builder->stack->len == 0)
    return NULL;
  return g_ptr_array_index (builder->stack, builder->stack->len - 1);
}

/* Hangs a node below the open list or map. */
static void
add_node (TreeBuilder *builder, CarrelNode *node)
{
  CarrelNode *top = get_top (builder);

  node->key = g_steal_pointer (&builder->key);
  builder->n_nodes++;
  if (top != NULL)
    g_ptr_array_add (top->children, node);
  else if (builder->root == NULL)
    builder->root = node;
  else
    carrel_node_free (node);
}

static void
add_scalar (TreeBuilder *builder, const yaml_event_t *event)
{
  CarrelNode *top = get_top (builder);
  g_autofree char *text
      = g_strndup ((const char *) event->data.scalar.value, event->data.scalar.length);
  CarrelNode *node;

  if (top != NULL && top->kind == CARREL_NODE_MAP && builder->key == NULL)
    {
      builder->key = g_steal_pointer (&text);
      return;
    }
  node = carrel_node_new (CARREL_NODE_TEXT, builder->line + (int) event->start_mark.line);
  /* The text of a block starts on the line after its mark. */
  if (event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE
      || event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE)
    node->line++;
  node->text = g_steal_pointer (&text);
  add_node (builder, node);
}

static void
open_node (TreeBuilder *builder, CarrelNodeKind kind, const yaml_event_t *event)
{
  CarrelNode *node = carrel_node_new (kind, builder->line + (int) event->start_mark.line);

  if (builder->stack->len == 0 && builder->root != NULL)
    {
      carrel_node_free (node);
      return;
    }
  add_node (builder, node);
  g_ptr_array_add (builder->stack, node);
}

static void
close_node (TreeBuilder *builder)
{
  g_clear_pointer (&builder->key, g_free);
  if (builder->stack->len > 0)
    g_ptr_array_set_size (builder->stack, (int) builder->stack->len - 1);
}

static gboolean
handle_event (TreeBuilder *builder, const yaml_event_t *event)
{
  if (event->type == YAML_SCALAR_EVENT)
    add_scalar (builder, event);
  else if (event->type == YAML_ALIAS_EVENT)
    g_clear_pointer (&builder->key, g_free);
  else if (event->type == YAML_SEQUENCE_START_EVENT)
    open_node (builder, CARREL_NODE_LIST, event);
  else if (event->type == YAML_MAPPING_START_EVENT)
    open_node (builder, CARREL_NODE_MAP, event);
  else if (event->type == YAML_SEQUENCE_END_EVENT || event->type == YAML_MAPPING_END_EVENT)
    close_node (builder);
  return builder->stack->len < MAX_DEPTH && builder->n_nodes < MAX_NODES;
}

static gboolean
run_yaml (yaml_parser_t *parser, TreeBuilder *builder, GError **error)
{
  gboolean is_done = FALSE;

  while (!is_done)
    {
      yaml_event_t event;
      gboolean is_good;

      if (!yaml_parser_parse (parser, &event))
        {
          g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_SYNTAX, "%d: not YAML: %s",
                       builder->line + (int) parser->problem_mark.line, parser->problem);
          return FALSE;
        }
      is_done = event.type == YAML_STREAM_END_EVENT || event.type == YAML_DOCUMENT_END_EVENT;
      is_good = handle_event (builder, &event);
      yaml_event_delete (&event);
      if (!is_good)
        {
          g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_SYNTAX,
                       "%d: the data is nested too deeply or too long", builder->line);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * carrel_node_new:
 * @kind: what it is
 * @line: where it was read
 *
 * Returns: (transfer full): a node without key, text and children
 */
CarrelNode *
carrel_node_new (CarrelNodeKind kind, int line)
{
  CarrelNode *node = g_new0 (CarrelNode, 1);

  node->kind = kind;
  node->line = line;
  if (kind != CARREL_NODE_TEXT)
    node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_node_free);
  return node;
}

/**
 * carrel_node_free:
 * @node: (transfer full) (nullable): a node
 */
void
carrel_node_free (CarrelNode *node)
{
  if (node == NULL)
    return;
  g_free (node->key);
  g_free (node->text);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_free (node);
}

/**
 * carrel_node_parse_yaml:
 * @text: UTF-8
 * @length: its bytes
 * @line: of its first line
 * @error: where to put why it is no YAML
 *
 * Returns: (transfer full) (nullable): the first document, or NULL if it is empty or broken
 */
CarrelNode *
carrel_node_parse_yaml (const char *text, gsize length, int line, GError **error)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();
  TreeBuilder builder = { .stack = stack, .line = line };
  yaml_parser_t parser;
  gboolean done;

  if (!yaml_parser_initialize (&parser))
    return NULL;
  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&parser, (const unsigned char *) text, length);
  done = run_yaml (&parser, &builder, error);
  yaml_parser_delete (&parser);
  g_free (builder.key);
  if (!done)
    g_clear_pointer (&builder.root, carrel_node_free);
  return builder.root;
}

/**
 * carrel_node_get:
 * @node: (nullable): a node
 * @key: a key, in any case
 *
 * Returns: (transfer none) (nullable): what a map has for @key
 */
const CarrelNode *
carrel_node_get (const CarrelNode *node, const char *key)
{
  if (node == NULL || node->kind != CARREL_NODE_MAP)
    return NULL;
  for (guint i = 0; i < node->children->len; i++)
    {
      const CarrelNode *child = g_ptr_array_index (node->children, i);

      if (child->key != NULL && g_ascii_strcasecmp (child->key, key) == 0)
        return child;
    }
  return NULL;
}

/**
 * carrel_node_get_text:
 * @node: (nullable): a node
 * @key: a key, in any case
 *
 * Returns: (transfer none) (nullable): the text that a map has for @key, NULL if empty
 */
const char *
carrel_node_get_text (const CarrelNode *node, const char *key)
{
  const CarrelNode *child = carrel_node_get (node, key);

  if (child == NULL || child->text == NULL || child->text[0] == '\0')
    return NULL;
  return child->text;
}
