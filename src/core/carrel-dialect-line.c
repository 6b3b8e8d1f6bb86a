/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines that their first character marks: admonitions, options, definitions, imports, components,
 * callouts, line blocks and headings of older readers. */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "carrel-dialect"

#include "config.h"

#include "carrel-dialect-line.h"

#include <string.h>

/**
 * carrel_dialect_line_blank:
 * @line: a line of a page that is cleaned
 * @from: bytes of the page
 * @until: bytes of the page
 *
 * Puts blanks in the place of everything but line ends.
 */
void
carrel_dialect_line_blank (CarrelDialectLine *line, gsize from, gsize until)
{
  for (gsize i = from; i < until; i++)
    if (line->text[i] != '\n' && line->text[i] != '\r')
      line->text[i] = ' ';
}

/**
 * carrel_dialect_line_find:
 * @line: a line of a page that is cleaned
 * @from: bytes of the page
 * @until: bytes of the page
 * @what: what to look for
 *
 * Returns: where @what stands first, or %G_MAXSIZE
 */
gsize
carrel_dialect_line_find (CarrelDialectLine *line, gsize from, gsize until, const char *what)
{
  gsize n_what = strlen (what);
  const char *found = until > from ? memmem (line->text + from, until - from, what, n_what) : NULL;

  return found != NULL ? (gsize) (found - line->text) : G_MAXSIZE;
}

/**
 * carrel_dialect_line_count_run:
 * @line: a line of a page that is cleaned
 * @at: bytes of the page
 * @c: a character
 *
 * Returns: how often it stands there in a row
 */
gsize
carrel_dialect_line_count_run (CarrelDialectLine *line, gsize at, char c)
{
  gsize n = 0;

  while (at + n < line->end && line->text[at + n] == c)
    n++;
  return n;
}

/**
 * carrel_dialect_line_starts_with:
 * @line: a line of a page that is cleaned
 * @at: bytes of the page
 * @what: what to look for
 *
 * Returns: whether @what stands right there
 */
gboolean
carrel_dialect_line_starts_with (CarrelDialectLine *line, gsize at, const char *what)
{
  gsize n = strlen (what);

  return at + n <= line->end && memcmp (line->text + at, what, n) == 0;
}

static gsize
skip_blanks (CarrelDialectLine *line, gsize at)
{
  while (at < line->end && g_ascii_isspace (line->text[at]))
    at++;
  return at;
}

typedef gboolean (*LineRule) (CarrelDialectLine *line, gsize first);

static gsize
skip_class (CarrelDialectLine *line, gsize at)
{
  gsize close = carrel_dialect_line_find (line, at, line->end, "}");

  if (at < line->end && line->text[at] == '{')
    return close != G_MAXSIZE ? close + 1 : line->end;
  while (at < line->end && (g_ascii_isalnum (line->text[at]) || line->text[at] == '-'))
    at++;
  return at;
}

/* The word after ":::" is a class; what follows the class is a title that is read. */
static gboolean
clean_colons (CarrelDialectLine *line, gsize first)
{
  gsize at = skip_blanks (line, first + carrel_dialect_line_count_run (line, first, ':'));

  if (carrel_dialect_line_count_run (line, first, ':') < 3)
    return FALSE;
  at = skip_class (line, at);
  carrel_dialect_line_blank (line, first, at);
  if (at < line->end && line->text[at] == '[' && line->text[line->end - 1] == ']')
    line->text[at] = line->text[line->end - 1] = ' ';
  /* Closing colons of "::: {.warning} :::". */
  for (gsize last = line->end; last > at && strchr (": ", line->text[last - 1]) != NULL; last--)
    line->text[last - 1] = ' ';
  line->after_marker = TRUE;
  return TRUE;
}

/* ":icon: false" below ":::{note}". */
static gboolean
clean_option (CarrelDialectLine *line, gsize first)
{
  gsize close;

  if (!line->after_marker || carrel_dialect_line_count_run (line, first, ':') != 1)
    return FALSE;
  close = carrel_dialect_line_find (line, first + 1, line->end, ":");
  if (close == G_MAXSIZE || memchr (line->text + first, ' ', close - first) != NULL)
    return FALSE;
  carrel_dialect_line_blank (line, first, line->end);
  return TRUE;
}

/* A definition ": text" or "~ text" is read as an item below its term. */
static gboolean
clean_definition (CarrelDialectLine *line, gsize first)
{
  if (carrel_dialect_line_count_run (line, first, line->text[first]) != 1 || first + 1 >= line->end
      || !g_ascii_isspace (line->text[first + 1])
      || (!line->after_text && !line->after_gap && first == line->at))
    return FALSE;
  line->text[first] = '-';
  return TRUE;
}

/* MDX: import and export lines outside of code. */
static gboolean
clean_import (CarrelDialectLine *line, gsize first)
{
  gboolean is_import
      = carrel_dialect_line_starts_with (line, first, "import ")
        && (carrel_dialect_line_find (line, first, line->end, " from '") != G_MAXSIZE
            || carrel_dialect_line_find (line, first, line->end, " from \"") != G_MAXSIZE
            || carrel_dialect_line_starts_with (line, first + 7, "'")
            || carrel_dialect_line_starts_with (line, first + 7, "\""));
  gboolean is_export = carrel_dialect_line_starts_with (line, first, "export const ")
                       || carrel_dialect_line_starts_with (line, first, "export default ");

  if (first != line->at || (!is_import && !is_export))
    return FALSE;
  carrel_dialect_line_blank (line, first, line->end);
  return TRUE;
}

/* Capitals and small letters: "<DIV>" is HTML, "<Tabs>" is not. */
static gboolean
is_component_name (const CarrelDialectLine *line, gsize at)
{
  if (at + 1 >= line->end || !g_ascii_isupper (line->text[at]))
    return FALSE;
  while (at < line->end && g_ascii_isalpha (line->text[at]))
    {
      if (g_ascii_islower (line->text[at]))
        return TRUE;
      at++;
    }
  return FALSE;
}

/* A JSX component alone on its line: its children are Markdown. */
static gboolean
clean_component (CarrelDialectLine *line, gsize first)
{
  gsize name = first + 1 + (carrel_dialect_line_starts_with (line, first, "</") ? 1 : 0);
  gsize last = line->end;

  while (last > first && g_ascii_isspace (line->text[last - 1]))
    last--;
  if (!is_component_name (line, name) || line->text[last - 1] != '>'
      || carrel_dialect_line_find (line, first, last - 1, ">") != G_MAXSIZE)
    return FALSE;
  carrel_dialect_line_blank (line, first, last);
  return TRUE;
}

/* Whether the next line starts with the marks of a heading. */
static gboolean
is_above_heading (const CarrelDialectLine *line)
{
  gsize next = line->end + 1;
  gsize marks = next;

  while (marks < line->length && line->text[marks] == '#')
    marks++;
  return marks > next && marks - next <= 6 && marks < line->length && line->text[marks] == ' ';
}

/* Whether nothing but blanks stands behind the tag at @first. */
static gboolean
is_only (const CarrelDialectLine *line, gsize first, const char *tag)
{
  gsize end = first + strlen (tag);

  while (end < line->end && g_ascii_isspace (line->text[end]))
    end++;
  return end >= line->end;
}

/* "</div>" right above a heading: in Pandoc the heading is one, in CommonMark it goes on with the
 * block of HTML. */
static gboolean
clean_closing (CarrelDialectLine *line, gsize first)
{
  static const char *const tags[]
      = { "</div>", "</section>", "</article>", "</details>", "</center>", "</p>" };

  if (!is_above_heading (line))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (carrel_dialect_line_starts_with (line, first, tags[i]) && is_only (line, first, tags[i]))
      {
        carrel_dialect_line_blank (line, first, line->end);
        return TRUE;
      }
  return FALSE;
}

/* "<br>" alone between paragraphs: in Pandoc what follows is text, in CommonMark it goes on with
 * the block of HTML. */
static gboolean
clean_lone_break (CarrelDialectLine *line, gsize first)
{
  static const char *const tags[] = { "<br>", "<br/>", "<br />" };

  for (gsize i = 0; i < G_N_ELEMENTS (tags) && !line->after_text; i++)
    if (carrel_dialect_line_starts_with (line, first, tags[i]) && is_only (line, first, tags[i]))
      {
        carrel_dialect_line_blank (line, first, line->end);
        return TRUE;
      }
  return FALSE;
}

/* Whether a line is nothing but "---|---", which makes those around it rows of a table. */
static gboolean
is_delimiter (const CarrelDialectLine *line, gsize at)
{
  gsize n_dashes = 0;

  for (; at < line->length && line->text[at] != '\n'; at++)
    {
      if (strchr ("-:| \t\r", line->text[at]) == NULL)
        return FALSE;
      n_dashes += line->text[at] == '-';
    }
  return n_dashes > 0;
}

/* "| --- |  | --- |": a blank cell of the delimiter row gets its dash. */
static gboolean
clean_delimiter (CarrelDialectLine *line, gsize first)
{
  gsize cell = first + 1;

  if (!line->after_text || !is_delimiter (line, first))
    return FALSE;
  for (gsize at = first + 1; at < line->end; at++)
    {
      if (line->text[at] != '|')
        continue;
      if (at > cell && memchr (line->text + cell, '-', at - cell) == NULL
          && memchr (line->text + cell, ':', at - cell) == NULL)
        line->text[cell] = '-';
      cell = at + 1;
    }
  return TRUE;
}

/* "**Instructor** | Ann Lee" outside of a table: a label and what it says. */
static gboolean
clean_label (CarrelDialectLine *line, gsize first)
{
  gsize close = carrel_dialect_line_starts_with (line, first, "**")
                    ? carrel_dialect_line_find (line, first + 2, line->end, "**")
                    : G_MAXSIZE;
  gsize bar;

  if (close == G_MAXSIZE || line->in_table || is_delimiter (line, line->end + 1))
    return FALSE;
  bar = close + 2;
  while (bar < line->end && line->text[bar] == ' ')
    bar++;
  if (bar >= line->end || line->text[bar] != '|'
      || memchr (line->text + bar + 1, '|', line->end - bar - 1) != NULL)
    return FALSE;
  line->text[bar] = ':';
  return TRUE;
}

/* MkDocs: "!!! note" and "??? note". The quoted title is read. */
static gboolean
clean_marks (CarrelDialectLine *line, gsize first)
{
  char c = line->text[first];
  gsize at = first + 3;

  if (carrel_dialect_line_count_run (line, first, c) != 3)
    return FALSE;
  line->indent = first - line->at + CARREL_DIALECT_INDENT;
  while (at < line->end && line->text[at] != '"')
    at++;
  carrel_dialect_line_blank (line, first, MIN (at + 1, line->end));
  if (at < line->end && line->text[line->end - 1] == '"')
    line->text[line->end - 1] = ' ';
  return TRUE;
}

/* GitHub and Obsidian: "> [!NOTE]". */
static gboolean
clean_callout (CarrelDialectLine *line, gsize first)
{
  gsize from = carrel_dialect_line_find (line, first, line->end, "[!");
  gsize until
      = from != G_MAXSIZE ? carrel_dialect_line_find (line, from, line->end, "]") : G_MAXSIZE;

  if (from == G_MAXSIZE || until == G_MAXSIZE || from > first + 3)
    return FALSE;
  carrel_dialect_line_blank (line, from, until + 1);
  return TRUE;
}

/* Whether marks without a blank behind them were meant to make a heading: "##Grading", or
 * "#CS101: Algebra" below a blank line. */
static gboolean
is_tight_heading (const CarrelDialectLine *line, gsize first, gsize n_marks, char next)
{
  if (n_marks > 1)
    return g_ascii_isalnum (next) || next == '*' || (guchar) next >= 0x80;
  return g_ascii_isupper (next) && !line->after_text
         && memchr (line->text + first, ' ', line->end - first) != NULL;
}

/* "##Grading" was a heading before CommonMark, "#1 of them" and "#hashtag" are none: they lose
 * their marks where the former are read. */
static gboolean
clean_tight_marks (CarrelDialectLine *line, gsize first)
{
  gsize n = carrel_dialect_line_count_run (line, first, '#');
  char next = first + n < line->end ? line->text[first + n] : ' ';

  if ((line->flags & CARREL_MARKDOWN_TIGHT_HEADINGS) == 0 || n > 6 || g_ascii_isspace (next))
    return FALSE;
  if (!is_tight_heading (line, first, n, next))
    carrel_dialect_line_blank (line, first, first + n);
  return TRUE;
}

/* Pandoc's line block, "| text": a line that ends where it does. */
static gboolean
clean_line_block (CarrelDialectLine *line, gsize first)
{
  gsize end = line->end;

  while (end > first && g_ascii_isspace (line->text[end - 1]))
    end--;
  if (end < first + 3 || line->text[first + 1] != ' '
      || memchr (line->text + first + 1, '|', end - first - 1) != NULL)
    return FALSE;
  memmove (line->text + first, line->text + first + 2, end - first - 2);
  carrel_dialect_line_blank (line, end - 2, end);
  return TRUE;
}

/**
 * carrel_dialect_line_apply:
 * @line: a line of a page that is cleaned, outside of code
 * @first: its first byte that is no blank
 *
 * Blanks or respells what the first character of the line says of it.
 */
void
carrel_dialect_line_apply (CarrelDialectLine *line, gsize first)
{
  static const LineRule rules[G_MAXUINT8 + 1][3] = {
    [':'] = { clean_colons, clean_option, clean_definition },
    ['i'] = { clean_import },
    ['e'] = { clean_import },
    ['<'] = { clean_component, clean_closing, clean_lone_break },
    ['~'] = { clean_definition },
    ['!'] = { clean_marks },
    ['?'] = { clean_marks },
    ['>'] = { clean_callout },
    ['#'] = { clean_tight_marks },
    ['|'] = { clean_delimiter, clean_line_block },
    ['*'] = { clean_label },
  };
  char c = line->text[first];
  const LineRule *of_line = rules[(guchar) c];

  line->in_table = (line->in_table && line->after_text) || is_delimiter (line, first);

  for (gsize i = 0; i < G_N_ELEMENTS (rules[0]) && of_line[i] != NULL; i++)
    if (of_line[i](line, first))
      {
        line->after_marker = line->after_marker && c == ':';
        return;
      }
  line->after_marker = FALSE;
}
