/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads TOML value by value. What is wrong is passed over: front matter is read as far as it goes.
 * Depth and count are bounded. */
#define G_LOG_DOMAIN "carrel-toml"

#include "config.h"

#include "carrel-toml.h"

#include <string.h>

#define MAX_DEPTH 32
#define MAX_NODES 200000

/* How many other keys may stand between two tables of one list. */
#define MAX_APART 64

typedef struct
{
  const char *at;
  int line;
  guint depth;
  guint n_nodes;
} TomlReader;

static CarrelNode *read_value (TomlReader *reader, const char *ends);

static void
skip_comment (TomlReader *reader)
{
  if (*reader->at == '#')
    reader->at += strcspn (reader->at, "\n");
}

/* Blanks and comments; with @lines also the ends of lines. */
static void
skip_blanks (TomlReader *reader, gboolean lines)
{
  do
    {
      reader->at += strspn (reader->at, " \t\r");
      skip_comment (reader);
      if (*reader->at != '\n' || !lines)
        return;
      reader->at++;
      reader->line++;
    }
  while (TRUE);
}

static void
skip_line (TomlReader *reader)
{
  reader->at += strcspn (reader->at, "\n");
}

/* The letter that "u00e9" or "U0001f600" stands for; 0 when it is none. */
static gunichar
read_code_point (const char *at, gsize n_digits)
{
  gunichar letter = 0;

  for (gsize i = 1; i <= n_digits; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return 0;
      letter = letter * 16 + (gunichar) g_ascii_xdigit_value (at[i]);
    }
  return g_unichar_validate (letter) ? letter : 0;
}

/* Adds what a backslash and the letters at @at stand for. Returns where they end. */
static const char *
append_escape (GString *text, const char *at)
{
  static const char *const names = "ntr";
  static const char *const values = "\n\t\r";
  const char *found = strchr (names, *at);
  gsize n_digits = *at == 'u' ? 4 : *at == 'U' ? 8 : 0;
  gunichar letter = n_digits > 0 ? read_code_point (at, n_digits) : 0;

  if (letter != 0)
    g_string_append_unichar (text, letter);
  else
    g_string_append_c (text, found != NULL ? values[found - names] : *at);
  return at + 1 + (letter != 0 ? n_digits : 0);
}

static gboolean
begins_escape (const char *at)
{
  return at[0] == '\\' && at[1] != '\0';
}

/* A text in one or three quotes; only double ones have escapes. */
static char *
read_quoted (TomlReader *reader)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char quote = *reader->at;
  const char triple[] = { quote, quote, quote, '\0' };
  gboolean is_long = g_str_has_prefix (reader->at, triple);
  gsize n = is_long ? 3 : 1;

  reader->at += n;
  while (*reader->at != '\0' && strncmp (reader->at, triple, n) != 0
         && (is_long || *reader->at != '\n'))
    {
      if (quote == '"' && begins_escape (reader->at))
        reader->at = append_escape (text, reader->at + 1);
      else
        g_string_append_c (text, *reader->at++);
      reader->line += reader->at[-1] == '\n' ? 1 : 0;
    }
  reader->at += strncmp (reader->at, triple, n) == 0 ? n : 0;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A text in quotes, or one that a letter of @ends ends. */
static char *
read_text (TomlReader *reader, const char *ends)
{
  const char *start = reader->at;

  if (*start == '"' || *start == '\'')
    return read_quoted (reader);
  reader->at += strcspn (start, ends);
  return g_strchomp (g_strndup (start, (gsize) (reader->at - start)));
}

/* "key = value" inside or outside of braces; @ends ends a bare value. */
static void
read_pair (TomlReader *reader, CarrelNode *map, const char *ends)
{
  g_autofree char *key = read_text (reader, "=\n");
  CarrelNode *node;

  skip_blanks (reader, FALSE);
  if (*reader->at != '=')
    return;
  reader->at++;
  skip_blanks (reader, FALSE);
  node = read_value (reader, ends);
  node->key = g_steal_pointer (&key);
  g_ptr_array_add (map->children, node);
}

/* The items of "[…]" or the pairs of "{…}", which may go over several lines. */
static void
read_items (TomlReader *reader, CarrelNode *node, char close)
{
  reader->at++;
  skip_blanks (reader, TRUE);
  while (*reader->at != '\0' && *reader->at != close && reader->n_nodes < MAX_NODES)
    {
      const char *before = reader->at;

      if (close == '}')
        read_pair (reader, node, ",}#\n");
      else
        g_ptr_array_add (node->children, read_value (reader, ",]#\n"));
      skip_blanks (reader, TRUE);
      reader->at += strspn (reader->at, ",");
      skip_blanks (reader, TRUE);
      /* What is neither is passed over. */
      reader->at += reader->at == before ? 1 : 0;
    }
  reader->at += *reader->at == close ? 1 : 0;
}

static CarrelNode *
read_value (TomlReader *reader, const char *ends)
{
  gboolean is_nested = reader->depth < MAX_DEPTH && (*reader->at == '[' || *reader->at == '{');
  gboolean is_map = is_nested && *reader->at == '{';
  CarrelNode *node = carrel_node_new (is_map      ? CARREL_NODE_MAP
                                      : is_nested ? CARREL_NODE_LIST
                                                  : CARREL_NODE_TEXT,
                                      reader->line);

  reader->n_nodes++;
  if (!is_nested)
    {
      node->text = read_text (reader, ends);
      return node;
    }
  reader->depth++;
  read_items (reader, node, is_map ? '}' : ']');
  reader->depth--;
  return node;
}

/* The list of the tables that "[[name]]" opens one by one. */
static CarrelNode *
get_tables (CarrelNode *root, const char *key, int line)
{
  guint n = root->children->len;
  CarrelNode *list;

  for (guint i = n > MAX_APART ? n - MAX_APART : 0; i < n; i++)
    {
      list = g_ptr_array_index (root->children, i);
      if (list->kind == CARREL_NODE_LIST && g_strcmp0 (list->key, key) == 0)
        return list;
    }
  list = carrel_node_new (CARREL_NODE_LIST, line);
  list->key = g_strdup (key);
  g_ptr_array_add (root->children, list);
  return list;
}

/* The table that "[name]" or "[[name]]" opens. */
static CarrelNode *
open_table (TomlReader *reader, CarrelNode *root)
{
  gboolean is_listed = reader->at[1] == '[';
  gsize length = strcspn (reader->at, "\n");
  g_autofree char *head = g_strndup (reader->at, length);
  CarrelNode *table = carrel_node_new (CARREL_NODE_MAP, reader->line);
  char *close = strchr (head, ']');

  if (close != NULL)
    *close = '\0';
  g_strstrip (g_strdelimit (head, "[\"'", ' '));
  if (is_listed)
    g_ptr_array_add (get_tables (root, head, reader->line)->children, table);
  else
    {
      table->key = g_strdup (head);
      g_ptr_array_add (root->children, table);
    }
  reader->n_nodes++;
  skip_line (reader);
  return table;
}

/**
 * carrel_toml_parse:
 * @text: UTF-8
 * @length: its bytes
 * @line: of its first line
 *
 * Reads keys with texts, numbers and dates as texts, arrays and tables, also over several lines.
 * Tables of one name are one list; a key with dots is one key.
 *
 * Returns: (transfer full): a map
 */
CarrelNode *
carrel_toml_parse (const char *text, gsize length, int line)
{
  g_autofree char *copy = g_strndup (text, length);
  TomlReader reader = { .at = copy, .line = line };
  CarrelNode *root = carrel_node_new (CARREL_NODE_MAP, line);
  CarrelNode *table = root;

  skip_blanks (&reader, TRUE);
  while (*reader.at != '\0' && reader.n_nodes < MAX_NODES)
    {
      if (*reader.at == '[')
        table = open_table (&reader, root);
      else
        read_pair (&reader, table, "#\n");
      skip_line (&reader);
      skip_blanks (&reader, TRUE);
    }
  return root;
}
