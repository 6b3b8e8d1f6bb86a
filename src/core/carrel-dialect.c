/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* HTML comments, Liquid, kramdown and Pandoc attributes, shortcodes, imports, JSX and the fences
 * of admonitions, blanked in place; definition lists and kramdown line breaks respelled. */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "carrel-dialect"

#include "config.h"

#include "carrel-dialect-line.h"
#include "carrel-dialect.h"

#include <string.h>

/* No template is longer; one that is not closed is not looked for in the rest of a long page. */
#define MAX_TEMPLATE 4096

/* Whether the line has a character from @first on. */
static gboolean
line_has (CarrelDialectLine *line, CarrelCharFinder *finder, gsize first)
{
  return carrel_char_finder_is_in (finder, line->text, line->length, first, line->end);
}

static gboolean
is_fence_end (CarrelDialectLine *line, gsize first, char c, gsize n_run)
{
  gsize rest = first + n_run;

  while (rest < line->end && g_ascii_isspace (line->text[rest]))
    rest++;
  return c == line->fence && n_run >= line->n_fence && rest == line->end;
}

static gboolean
is_fence_start (CarrelDialectLine *line, gsize first, char c, gsize n_run)
{
  gsize rest = line->end - first - n_run;

  return n_run >= 3 && (c == '~' || memchr (line->text + first + n_run, '`', rest) == NULL);
}

/* What follows a comment moves to where the comment, or its last line, started: it is not code
 * because of the blanks before it. */
static void
pull_rest (CarrelDialectLine *line, gsize from, gsize until)
{
  const char *above = memrchr (line->text + from, '\n', until - from);
  gsize to = above != NULL ? (gsize) (above - line->text) + 1 : from;
  const char *line_end = memchr (line->text + until, '\n', line->length - until);
  gsize end = line_end != NULL ? (gsize) (line_end - line->text) : line->length;

  while (until < end && line->text[until] == ' ')
    until++;
  memmove (line->text + to, line->text + until, end - until);
  carrel_dialect_line_blank (line, to + end - until, end);
}

/* Whether "```{note}" starts a directive of MyST whose content is text, and where its name ends;
 * 0 when it does not. */
static gsize
find_directive_end (CarrelDialectLine *line, gsize at)
{
  static const char *const names[]
      = { "{list-table}", "{note}",     "{admonition}", "{important}", "{warning}",
          "{tip}",        "{hint}",     "{attention}",  "{caution}",   "{danger}",
          "{seealso}",    "{dropdown}", "{card}",       "{tab-set}",   "{tab-item}",
          "{grid}",       "{margin}",   "{sidebar}",    "{topic}",     "{div}" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (carrel_dialect_line_starts_with (line, at, names[i]))
      return at + strlen (names[i]);
  return 0;
}

/* Whether nothing but blanks stands from @at to the end of the line. */
static gboolean
is_blank_from (CarrelDialectLine *line, gsize at)
{
  while (at < line->end && g_ascii_isspace (line->text[at]))
    at++;
  return at >= line->end;
}

/* The fences around a directive of MyST are no code: its content is read, and so is its title. */
static gboolean
clean_directive (CarrelDialectLine *line, gsize first, gsize n_run)
{
  gsize end = n_run >= 3 ? find_directive_end (line, first + n_run) : 0;
  guint n = line->n_directives;

  if (end > 0 && n < CARREL_DIALECT_MAX_DIRECTIVES)
    {
      line->n_ticks[line->n_directives++] = n_run;
      line->after_marker = TRUE;
      carrel_dialect_line_blank (line, first, end);
      pull_rest (line, first, end);
      return TRUE;
    }
  if (n == 0 || n_run < line->n_ticks[n - 1] || !is_blank_from (line, first + n_run))
    return FALSE;
  line->n_directives--;
  carrel_dialect_line_blank (line, first, line->end);
  return TRUE;
}

/* Opens or closes a fenced code block. Returns whether the line is a fence or inside one. */
static gboolean
track_fence (CarrelDialectLine *line, gsize first)
{
  char c = first < line->end ? line->text[first] : '\0';
  gsize n_run = c == '`' || c == '~' ? carrel_dialect_line_count_run (line, first, c) : 0;

  if (line->fence == '\0')
    {
      if (c == '`' && (line->flags & CARREL_MARKDOWN_DIALECTS) != 0
          && clean_directive (line, first, n_run))
        return TRUE;
      if (!is_fence_start (line, first, c, n_run))
        return FALSE;
      line->fence = c;
      line->n_fence = n_run;
    }
  else if (is_fence_end (line, first, c, n_run))
    line->fence = '\0';
  return TRUE;
}

/* Where a comment ends; G_MAXSIZE when it is not closed, which is looked for only once. */
static gsize
find_comment_end (CarrelDialectLine *line, gsize from)
{
  gsize close;

  if (line->has_open_comment)
    return G_MAXSIZE;
  close = carrel_dialect_line_find (line, from + 4, line->length, "-->");
  line->has_open_comment = close == G_MAXSIZE;
  return close != G_MAXSIZE ? close + 3 : G_MAXSIZE;
}

/* The end of the comments that follow each other on the line, so that what is behind all of them
 * moves only once. */
static gsize
skip_comments (CarrelDialectLine *line, gsize until)
{
  gsize next = until;

  while (next < line->end && line->text[next] == ' ')
    next++;
  while (until <= line->end && carrel_dialect_line_starts_with (line, next, "<!--"))
    {
      gsize end = find_comment_end (line, next);

      if (end == G_MAXSIZE)
        return until;
      next = until = end;
      while (next < line->end && line->text[next] == ' ')
        next++;
    }
  return until;
}

/* Blanks a comment, one that is not closed to the end of the page. Returns where to go on. */
static gsize
blank_comment (CarrelDialectLine *line, gsize from, gsize until, gboolean is_first)
{
  if (until == G_MAXSIZE && !is_first)
    return from + 4;
  if (until == G_MAXSIZE)
    until = line->length;
  if (is_first)
    until = skip_comments (line, until);
  carrel_dialect_line_blank (line, from, until);
  if (is_first || until > line->end)
    pull_rest (line, from, until);
  return from;
}

/* Blanks the comments that start in this line. One that is not closed hides the rest of the page
 * when it starts the line, as CommonMark has it. */
static void
blank_comments (CarrelDialectLine *line, gsize first)
{
  gsize from = carrel_dialect_line_find (line, line->at, line->end, "<!--");
  gsize seen = line->at;
  gboolean is_code = FALSE;

  while (from != G_MAXSIZE)
    {
      for (; seen < from; seen++)
        is_code = is_code != (line->text[seen] == '`');
      if (is_code)
        from += 4;
      else
        from = blank_comment (line, from, find_comment_end (line, from), from == first);
      from
          = from < line->end ? carrel_dialect_line_find (line, from, line->end, "<!--") : G_MAXSIZE;
    }
}

/* "{% … %}", "{{< … >}}" and "{{% … %}}"; what "{{ … }}" stands for is left as it is written. */
static gsize
blank_template (CarrelDialectLine *line, gsize at)
{
  static const char *const pairs[][2] = { { "{%", "%}" }, { "{{<", ">}}" }, { "{{%", "%}}" } };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gsize close;

      if (!carrel_dialect_line_starts_with (line, at, pairs[i][0]))
        continue;
      close
          = carrel_dialect_line_find (line, at, MIN (at + MAX_TEMPLATE, line->length), pairs[i][1]);
      if (close == G_MAXSIZE)
        return at + 1;
      carrel_dialect_line_blank (line, at, close + strlen (pairs[i][1]));
      return close + strlen (pairs[i][1]);
    }
  return at + 1;
}

/* Where the brace at @at is closed, with nothing in it that attributes do not have. */
static gsize
find_attribute_end (CarrelDialectLine *line, gsize at)
{
  gsize end = at + 1;

  while (end < line->end && memchr ("{}$\\\n", line->text[end], 5) == NULL)
    end++;
  return end < line->end && line->text[end] == '}' ? end : G_MAXSIZE;
}

/* '{id="essay"}' at the end of a line. */
static gboolean
has_quoted_value (const CarrelDialectLine *line, gsize at, gsize close)
{
  const char *sign = memchr (line->text + at, '=', close - at);
  char next = close + 1 < line->end ? line->text[close + 1] : '\n';

  return sign != NULL && (sign[1] == '"' || sign[1] == '\'') && (next == '\n' || next == '\r');
}

/* "{: .label }", "{#id}", "{.class}", "{width=50%}" after a word, a link or a heading. */
static gsize
blank_attribute (CarrelDialectLine *line, gsize at)
{
  gsize close = find_attribute_end (line, at);
  char c = at + 1 < line->end ? line->text[at + 1] : '\0';
  gboolean is_attribute = c != '\0' && strchr (":.-#", c) != NULL;
  gboolean is_behind = at > line->at && strchr (")]`", line->text[at - 1]) != NULL;

  if (close == G_MAXSIZE)
    return at + 1;
  if (is_behind && memchr (line->text + at, '=', close - at) != NULL)
    is_attribute = TRUE;
  is_attribute = is_attribute || has_quoted_value (line, at, close);
  if (is_attribute)
    carrel_dialect_line_blank (line, at, close + 1);
  return close + 1;
}

static void
blank_braces (CarrelDialectLine *line)
{
  gsize at = line->at;

  while (at < line->end)
    {
      const char *found = memchr (line->text + at, '{', line->end - at);
      char next;

      if (found == NULL)
        return;
      at = (gsize) (found - line->text);
      next = at + 1 < line->end ? found[1] : '\0';
      if (next == '%' || next == '{')
        at = MAX (blank_template (line, at), at + (next == '{' ? 2 : 1));
      else
        at = blank_attribute (line, at);
    }
}

/* kramdown ends a line with "\\"; CommonMark with "\". */
static void
respell_break (CarrelDialectLine *line)
{
  gsize last = line->end;

  while (last > line->at && g_ascii_isspace (line->text[last - 1]))
    last--;
  if (last < line->at + 2 || line->text[last - 1] != '\\' || line->text[last - 2] != '\\')
    return;
  carrel_dialect_line_blank (line, last - 2, last);
  if (line->end - (last - 2) >= 2)
    line->text[line->end - 1] = '\\';
}

/* References to footnotes say nothing; the mark of a footnote is dropped, its text is kept. */
static void
blank_footnotes (CarrelDialectLine *line)
{
  gsize from = carrel_dialect_line_find (line, line->at, line->end, "[^");

  while (from != G_MAXSIZE)
    {
      gsize close = carrel_dialect_line_find (line, from, line->end, "]");

      if (close == G_MAXSIZE || close - from > 32)
        return;
      carrel_dialect_line_blank (
          line, from, close + 1 + (close + 1 < line->end && line->text[close + 1] == ':' ? 1 : 0));
      from = carrel_dialect_line_find (line, close, line->end, "[^");
    }
}

static void
clean_line (CarrelDialectLine *line, gsize first)
{
  if (line_has (line, &line->tags, first))
    blank_comments (line, first);
  if ((line->flags & CARREL_MARKDOWN_DIALECTS) == 0)
    return;
  if (line_has (line, &line->braces, first) && line->text[first] != ':')
    blank_braces (line);
  carrel_dialect_line_apply (line, first);
  if (line->text[line->end - 1] == '\\' || g_ascii_isspace (line->text[line->end - 1]))
    respell_break (line);
  if (line_has (line, &line->carets, first))
    blank_footnotes (line);
  if (line->text[first] == ' ')
    pull_rest (line, first, first + 1);
}

/* What MkDocs indents below "!!! note" is text and no code. Tabs take the place of the blanks at
 * the end of the line, where two blanks would break it. Returns the new start of the text. */
static gsize
dedent (CarrelDialectLine *line, gsize first)
{
  gsize n_text = line->end - first;
  gsize to = first - CARREL_DIALECT_INDENT;

  if (line->indent == 0 || first == line->end)
    return first;
  if (first - line->at < line->indent)
    {
      line->indent = 0;
      return first;
    }
  if (line->text[line->end - 1] == '\r')
    n_text--;
  memmove (line->text + to, line->text + first, n_text);
  memset (line->text + to + n_text, '\t', CARREL_DIALECT_INDENT);
  return to;
}

/* Where the text of the line begins. */
static gsize
find_first (const CarrelDialectLine *line)
{
  gsize first = line->at;

  while (first < line->end
         && (line->text[first] == ' ' || line->text[first] == '\t' || line->text[first] == '\r'))
    first++;
  return first;
}

/**
 * carrel_dialect_clean:
 * @text: (inout): UTF-8 Markdown
 * @length: its bytes
 * @flags: whether more than comments is cleaned
 *
 * Blanks in place what is not to be read. Code blocks are left alone; no line end moves.
 */
void
carrel_dialect_clean (char *text, gsize length, CarrelMarkdownFlags flags)
{
  CarrelDialectLine line = { .flags = flags,
                             .text = text,
                             .length = length,
                             .tags.what = '<',
                             .braces.what = '{',
                             .carets.what = '^' };

  while (line.at < length)
    {
      const char *line_end = memchr (text + line.at, '\n', length - line.at);
      gsize first;

      line.end = line_end != NULL ? (gsize) (line_end - text) : length;
      first = find_first (&line);
      first = dedent (&line, first);
      if (first < line.end && !track_fence (&line, first))
        clean_line (&line, first);
      line.after_gap = first == line.end && line.after_text;
      line.after_text = first < line.end && line.fence == '\0';
      line.at = line.end + 1;
    }
}
