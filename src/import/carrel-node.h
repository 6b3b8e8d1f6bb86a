/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What YAML and TOML say: a tree of texts, lists and maps, each with its line. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  CARREL_NODE_TEXT,
  CARREL_NODE_LIST,
  CARREL_NODE_MAP,
} CarrelNodeKind;

typedef struct
{
  CarrelNodeKind kind;
  int line;
  char *key;           /* inside a map, else NULL */
  char *text;          /* of a text, else NULL */
  GPtrArray *children; /* of CarrelNode; NULL for a text */
} CarrelNode;

CarrelNode *carrel_node_new (CarrelNodeKind kind, int line);
void carrel_node_free (CarrelNode *node);
CarrelNode *carrel_node_parse_yaml (const char *text, gsize length, int line, GError **error);

const CarrelNode *carrel_node_get (const CarrelNode *node, const char *key);
const char *carrel_node_get_text (const CarrelNode *node, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelNode, carrel_node_free)

G_END_DECLS
