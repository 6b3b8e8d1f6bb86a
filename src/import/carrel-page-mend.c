/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A mend changes one place of one line, which must be found there exactly once. What is written in
 * another way is left to a person. */
#define G_LOG_DOMAIN "carrel-page-mend"

#include "config.h"

#include "carrel-page-mend.h"

#include "carrel-section-source.h"

#include <string.h>

/* Puts a backslash before each of @letters, and what is one line stays one. */
static char *
dup_escaped (const char *text, const char *letters)
{
  g_autoptr (GString) escaped = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (strchr (letters, *text) != NULL)
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *text == '\n' ? ' ' : *text);
    }
  return g_strdup (escaped->str);
}

/* The line with @length bytes at @place replaced. */
static char *
dup_replaced (const char *line, const char *place, gsize length, const char *text)
{
  return g_strdup_printf ("%.*s%s%s", (int) (place - line), line, text, place + length);
}

/* Where @what stands in a line, if it does exactly once. */
static const char *
find_once (const char *line, const char *what)
{
  const char *found = strstr (line, what);

  return found != NULL && strstr (found + 1, what) == NULL ? found : NULL;
}

/* "![](address": the place for the text, between the brackets. */
static char *
mend_picture_of_markdown (const char *line, const char *url, const char *text)
{
  g_autofree char *mark = g_strconcat ("![](", url, NULL);
  g_autofree char *bracketed = g_strconcat ("![](<", url, NULL);
  const char *found = find_once (line, mark);
  g_autofree char *escaped = dup_escaped (text, "[]\\");

  if (found == NULL)
    found = find_once (line, bracketed);
  return found != NULL ? dup_replaced (line, found + strlen ("!["), 0, escaped) : NULL;
}

static gboolean
holds (const char *from, const char *until, const char *what)
{
  return g_strstr_len (from, until - from, what) != NULL;
}

static char *
mend_picture_of_html (const char *line, const char *url, const char *text)
{
  const char *place = find_once (line, url);
  const char *start = place != NULL ? g_strrstr_len (line, place - line, "<img") : NULL;
  const char *end = place != NULL ? strchr (place, '>') : NULL;
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autofree char *attribute = g_strdup_printf (" alt=\"%s\"", escaped);

  if (start == NULL || end == NULL || holds (start, end, "alt=") || holds (start, place, ">"))
    return NULL;
  return dup_replaced (line, start + strlen ("<img"), 0, attribute);
}

static char *
mend_picture (const char *line, const CarrelFinding *finding, const char *text)
{
  char *mended;

  if (finding->url == NULL || *finding->url == '\0')
    return NULL;
  mended = mend_picture_of_markdown (line, finding->url, text);
  return mended != NULL ? mended : mend_picture_of_html (line, finding->url, text);
}

static char *
mend_link (const char *line, const CarrelFinding *finding, const char *text)
{
  const char *url = finding->url != NULL ? finding->url : "";
  g_autofree char *mark = g_strdup_printf ("[%s](%s", finding->name, url);
  g_autofree char *tag = g_strdup_printf (">%s</a>", finding->name);
  const char *found = find_once (line, mark);
  g_autofree char *escaped = dup_escaped (text, "[]\\");
  g_autofree char *markup = g_markup_escape_text (text, -1);

  if (found != NULL)
    return dup_replaced (line, found + 1, strlen (finding->name), escaped);
  found = find_once (line, tag);
  return found != NULL ? dup_replaced (line, found + 1, strlen (finding->name), markup) : NULL;
}

/* Where the bar that ends a cell is; the end of the line for the last one. */
static const char *
find_bar (const char *cell)
{
  while (*cell != '\0' && *cell != '|')
    cell += *cell == '\\' && cell[1] != '\0' ? 2 : 1;
  return cell;
}

/* The first cell between two bars that is empty gets the name; its width stays if that fits. */
static char *
mend_column (const char *line, const char *text)
{
  const char *start = line + strspn (line, " \t");

  if (*start != '|')
    return NULL;
  for (const char *end = find_bar (start + 1); *end == '|'; start = end, end = find_bar (start + 1))
    {
      gsize width = (gsize) (end - start - 1);
      g_autofree char *name = dup_escaped (text, "|");
      g_autofree char *padding = NULL;
      g_autofree char *cell = NULL;
      gsize n_letters = (gsize) g_utf8_strlen (name, -1) + 2;

      if (strspn (start + 1, " \t") < width)
        continue;
      padding = g_strnfill (width > n_letters ? width - n_letters : 0, ' ');
      cell = g_strdup_printf (" %s %s", name, padding);
      return dup_replaced (line, start + 1, width, cell);
    }
  return NULL;
}

static char *
mend_line (const char *line, const CarrelFinding *finding, const char *text)
{
  if (finding->kind == CARREL_FINDING_PICTURE)
    return mend_picture (line, finding, text);
  if (finding->kind == CARREL_FINDING_LINK)
    return mend_link (line, finding, text);
  return finding->kind == CARREL_FINDING_COLUMN ? mend_column (line, text) : NULL;
}

static CarrelSection *
mend_body (const CarrelSection *section,
           int body_line,
           const CarrelFinding *finding,
           const char *text)
{
  g_auto (GStrv) lines = g_strsplit (section->body != NULL ? section->body : "", "\n", -1);
  CarrelSection *mended;
  char *line;

  if (body_line < 0 || body_line >= (int) g_strv_length (lines))
    return NULL;
  line = mend_line (lines[body_line], finding, text);
  if (line == NULL)
    return NULL;
  g_free (lines[body_line]);
  lines[body_line] = line;
  mended = carrel_record_copy (section);
  g_free (mended->body);
  mended->body = g_strjoinv ("\n", lines);
  return mended;
}

static CarrelSection *
mend_level (const CarrelSection *section, int level)
{
  g_autoptr (CarrelSection) mended = carrel_record_copy (section);

  if (!carrel_section_source_set_level (mended, level))
    return NULL;
  return g_steal_pointer (&mended);
}

/**
 * carrel_page_mend_needs_text:
 * @finding: what a check found
 *
 * Returns: whether a person has to say something to mend it
 */
gboolean
carrel_page_mend_needs_text (const CarrelFinding *finding)
{
  return finding->kind != CARREL_FINDING_LEVEL;
}

/**
 * carrel_page_mend_dup_line:
 * @draft: a course that is to be published
 * @line: a line of its page, from 1
 *
 * Returns: (transfer full): what the line says
 */
char *
carrel_page_mend_dup_line (const CarrelCourse *draft, int line)
{
  g_autofree char *page = carrel_section_source_write (draft->sections);
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);

  return g_strdup (line > 0 && line <= (int) g_strv_length (lines) ? lines[line - 1] : "");
}

/**
 * carrel_page_mend_new:
 * @draft: a course that is to be published
 * @finding: what a check found on its page
 * @text: what a person says: the text of a picture, the name of a link or a column
 *
 * Mends one thing; the course itself stays as it is.
 *
 * Returns: (transfer full) (nullable): the section as it is to be, or %NULL when the finding is one
 *   that only a person can mend
 */
CarrelSection *
carrel_page_mend_new (const CarrelCourse *draft, const CarrelFinding *finding, const char *text)
{
  int body_line = CARREL_SECTION_HEADING;
  const CarrelSection *section
      = carrel_section_source_find (draft->sections, finding->line, &body_line);

  if (section == NULL || section->id == NULL)
    return NULL;
  if (finding->kind == CARREL_FINDING_LEVEL)
    return body_line == CARREL_SECTION_HEADING ? mend_level (section, finding->level) : NULL;
  return mend_body (section, body_line, finding, text);
}
