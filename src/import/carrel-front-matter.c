/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Front matter stands between two fences, below comments at most. Nikola writes ".. title:" lines,
 * often in a comment, Pandoc three lines that start with a percent sign, and HTML has a title
 * element. */
#define G_LOG_DOMAIN "carrel-front-matter"

#include "config.h"

#include "carrel-front-matter.h"

#include "carrel-toml.h"

#include <string.h>

/* A title element stands near the start of its page. */
#define MAX_HEAD 8192

static gboolean
is_fence_line (const char *line, const char *end, const char *fence)
{
  if (end - line < 3 || memcmp (line, fence, 3) != 0)
    return FALSE;
  line += 3;
  while (line < end && strchr (" \t\r", *line) != NULL)
    line++;
  return line == end;
}

/* The end of front matter, after the line that closes it; 0 if there is none. */
static gsize
find_front_matter (const char *text, gsize length, const char *fence, gsize *inner_end)
{
  const char *limit = text + length;
  const char *at = memchr (text, '\n', length);

  if (at == NULL || !is_fence_line (text, at, fence))
    return 0;
  while (at != NULL && at + 1 < limit)
    {
      const char *line = at + 1;
      const char *next = memchr (line, '\n', (gsize) (limit - line));
      const char *end = next != NULL ? next : limit;

      if (is_fence_line (line, end, fence) || (fence[0] == '-' && is_fence_line (line, end, "...")))
        {
          *inner_end = (gsize) (line - text);
          return (gsize) (end - text);
        }
      at = next;
    }
  return 0;
}

/* YAML whose lists or maps are broken, by a tab before them: only the keys at the start of a line
 * are read. */
static CarrelNode *
read_outer_keys (const char *text, gsize length)
{
  g_autofree char *outer = g_strndup (text, length);
  gboolean is_inner = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (i == 0 || outer[i - 1] == '\n')
        is_inner = strchr (" \t-", outer[i]) != NULL;
      if (is_inner && outer[i] != '\n')
        outer[i] = ' ';
    }
  return carrel_node_parse_yaml (outer, length, 2, NULL);
}

static CarrelNode *
read_front_matter (const char *text, gsize from, gsize until)
{
  CarrelNode *node = NULL;

  if (text[0] == '+')
    return carrel_toml_parse (text + from, until - from, 2);
  node = carrel_node_parse_yaml (text + from, until - from, 2, NULL);
  if (node == NULL)
    node = read_outer_keys (text + from, until - from);
  if (node != NULL && node->kind != CARREL_NODE_MAP)
    g_clear_pointer (&node, carrel_node_free);
  return node;
}

/* A line of @text from @at, without its end and the blanks around it. */
static char *
dup_line (const char *text, gsize length, gsize at, gsize *next)
{
  const char *end = memchr (text + at, '\n', length - at);
  gsize n = end != NULL ? (gsize) (end - text) : length;

  *next = end != NULL ? n + 1 : length;
  return g_strstrip (g_strndup (text + at, n - at));
}

static void
add_text (CarrelNode **map, const char *key, const char *value, int line)
{
  CarrelNode *node;

  if (value[0] == '\0')
    return;
  if (*map == NULL)
    *map = carrel_node_new (CARREL_NODE_MAP, 1);
  node = carrel_node_new (CARREL_NODE_TEXT, line);
  node->key = g_strdup (key);
  node->text = g_strdup (value);
  g_ptr_array_add ((*map)->children, node);
}

/* ".. title: Algebra": adds what follows the colon. */
static void
add_dotted (CarrelNode **map, const char *line, int number)
{
  const char *colon = strchr (line, ':');
  g_autofree char *key = g_strndup (line + 3, (gsize) (colon - line) - 3);
  g_autofree char *value = g_strstrip (g_strdup (colon + 1));

  add_text (map, key, value, number);
}

/* Lines of a comment, or without one, that all have two dots before a key. */
static void
read_dotted (const char *text, gsize length, CarrelNode **map)
{
  int number = 1;

  for (gsize at = 0, next; at < length; at = next, number++)
    {
      g_autofree char *line = dup_line (text, length, at, &next);

      if (g_str_has_prefix (line, ".. ") && strchr (line, ':') != NULL)
        add_dotted (map, line, number);
      else if (line[0] != '\0' && !g_str_equal (line, "<!--"))
        return;
    }
}

/* "template: page.html" and a blank line above what is read: where they end, or 0. */
static gsize
skip_settings (const char *text, gsize length)
{
  gsize next = 0;

  for (gsize at = 0; at < length; at = next)
    {
      g_autofree char *line = dup_line (text, length, at, &next);
      gsize n_key = strspn (line, "abcdefghijklmnopqrstuvwxyz_-");

      if (line[0] == '\0')
        return next;
      if (n_key == 0 || strncmp (line + n_key, ": ", 2) != 0)
        return 0;
    }
  return 0;
}

/* "%Algebra" without a blank is a title only where a third such line has a year. */
static gboolean
has_close_percent_lines (const char *text, gsize length, gsize at)
{
  g_autofree char *line = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_free (line);
      line = dup_line (text, length, at, &at);
      if (line[0] != '%' || line[1] == '%')
        return FALSE;
    }
  return strstr (line, "20") != NULL && strspn (strstr (line, "20"), "0123456789") == 4;
}

/* "% Algebra", "% Jane Roe", "% Fall 2023": title, authors and date. */
static void
read_percent_lines (const char *text, gsize length, CarrelNode **map)
{
  static const char *const keys[] = { "title", "author", "date" };
  gsize at = skip_settings (text, length);
  gboolean is_close = has_close_percent_lines (text, length, at);

  for (gsize i = 0; i < G_N_ELEMENTS (keys) && at < length; i++)
    {
      gsize next;
      g_autofree char *line = dup_line (text, length, at, &next);

      if (!g_str_has_prefix (line, is_close ? "%" : "% "))
        return;
      add_text (map, keys[i], g_strchug (line + 1), (int) i + 1);
      at = next;
    }
}

/* The text of an element, on one line, with the characters that titles spell as entities. */
static char *
dup_element_text (const char *text, gsize length)
{
  static const char *const entities[][2]
      = { { "&ndash;", "–" }, { "&mdash;", "—" }, { "&nbsp;", " " },
          { "&#39;", "'" },   { "&quot;", "\"" }, { "&amp;", "&" } };
  GString *plain = g_string_new_len (text, (gssize) length);

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    g_string_replace (plain, entities[i][0], entities[i][1], 0);
  g_strdelimit (plain->str, "\n\r\t", ' ');
  return g_string_free (plain, FALSE);
}

/* "<title>Algebra</title>" */
static void
read_title_element (const char *text, gsize length, CarrelNode **map)
{
  g_autofree char *head = g_strndup (text, MIN (length, MAX_HEAD));
  g_autofree char *small = g_ascii_strdown (head, -1);
  const char *start = strstr (small, "<title>");
  const char *end = start != NULL ? strstr (start, "</title>") : NULL;
  g_autofree char *title = NULL;

  if (end == NULL || small[0] != '<')
    return;
  title = dup_element_text (head + (start - small) + 7, (gsize) (end - start) - 7);
  add_text (map, "title", g_strstrip (title), 1);
}

/* Where the blank lines and comments at the start of a page end. */
static gsize
skip_comments (const char *text, gsize length)
{
  gsize at = 0;

  for (;;)
    {
      const char *end;

      while (at < length && g_ascii_isspace (text[at]))
        at++;
      end = length - at > 4 && memcmp (text + at, "<!--", 4) == 0
                ? g_strstr_len (text + at, (gssize) (length - at), "-->")
                : NULL;
      if (end == NULL)
        return at;
      at = (gsize) (end - text) + 3;
    }
}

/* Below blank lines or a comment, dashes around a title are front matter too; others are rules. */
static gsize
split_below_comments (const char *text, gsize length, CarrelNode **front_matter)
{
  gsize from = skip_comments (text, length);
  gsize until = 0;
  gsize end = from > 0 && from < length
                  ? find_front_matter (text + from, length - from, "---", &until)
                  : 0;
  const char *first = end > 0 ? memchr (text + from, '\n', length - from) : NULL;
  CarrelNode *map
      = first != NULL ? read_front_matter (text, (gsize) (first + 1 - text), from + until) : NULL;

  if (map == NULL || carrel_node_get_text (map, "title") == NULL)
    {
      g_clear_pointer (&map, carrel_node_free);
      return 0;
    }
  *front_matter = map;
  return from + end;
}

/**
 * carrel_front_matter_split:
 * @text: UTF-8
 * @length: its bytes
 * @front_matter: (out) (transfer full) (nullable): a map of what it says, or %NULL
 *
 * Returns: the bytes at the start of @text that are front matter
 */
gsize
carrel_front_matter_split (const char *text, gsize length, CarrelNode **front_matter)
{
  static const char *const fences[] = { "---", "+++" };
  gsize below;

  *front_matter = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (fences); i++)
    {
      gsize until = 0;
      const char *first = memchr (text, '\n', length);
      gsize end = find_front_matter (text, length, fences[i], &until);

      if (end == 0)
        continue;
      *front_matter = read_front_matter (text, (gsize) (first + 1 - text), until);
      return end;
    }
  below = split_below_comments (text, length, front_matter);
  if (below > 0)
    return below;
  /* What follows stays a part of the page. */
  read_dotted (text, length, front_matter);
  read_percent_lines (text, length, front_matter);
  read_title_element (text, length, front_matter);
  return 0;
}
