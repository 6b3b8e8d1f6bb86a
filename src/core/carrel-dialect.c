/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* HTML comments, Liquid, kramdown and Pandoc attributes, shortcodes, imports, JSX and the fences
 * of admonitions, blanked in place; definition lists and kramdown line breaks respelled. */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "carrel-dialect"

#include "config.h"

#include "carrel-dialect.h"

#include "carrel-char-finder.h"

#include <string.h>

/* How far MkDocs indents what belongs to "!!! note". */
#define MARK_INDENT 4

/* No template is longer; one that is not closed is not looked for in the rest of a long page. */
#define MAX_TEMPLATE 4096

/* MyST's directives inside each other. */
#define MAX_DIRECTIVES 8

typedef struct
{
  CarrelMarkdownFlags flags;
  char *text;
  gsize length;
  gsize at;  /* start of the line */
  gsize end; /* of the line, without its line end */
  CarrelCharFinder tags;
  CarrelCharFinder braces;
  CarrelCharFinder carets;
  char fence; /* of the code block that is open, or NUL */
  gsize n_fence;
  gboolean has_open_comment;     /* a comment was not closed: none behind it is */
  gboolean after_text;           /* the line above is text */
  gboolean after_marker;         /* the line above opens an admonition: options may follow */
  gsize indent;                  /* of the lines of a MkDocs admonition, 0 outside of one */
  gsize n_ticks[MAX_DIRECTIVES]; /* of the fences of the MyST directives around the line */
  guint n_directives;
} Cleaner;

typedef gboolean (*LineRule) (Cleaner *cleaner, gsize first);

static void
blank (Cleaner *cleaner, gsize from, gsize until)
{
  for (gsize i = from; i < until; i++)
    if (cleaner->text[i] != '\n' && cleaner->text[i] != '\r')
      cleaner->text[i] = ' ';
}

static gsize
find (Cleaner *cleaner, gsize from, gsize until, const char *what)
{
  gsize n_what = strlen (what);
  const char *found
      = until > from ? memmem (cleaner->text + from, until - from, what, n_what) : NULL;

  return found != NULL ? (gsize) (found - cleaner->text) : G_MAXSIZE;
}

/* Whether the line has a character from @first on. */
static gboolean
line_has (Cleaner *cleaner, CarrelCharFinder *finder, gsize first)
{
  return carrel_char_finder_is_in (finder, cleaner->text, cleaner->length, first, cleaner->end);
}

static gsize
count_run (Cleaner *cleaner, gsize at, char c)
{
  gsize n = 0;

  while (at + n < cleaner->end && cleaner->text[at + n] == c)
    n++;
  return n;
}

static gboolean
starts_with (Cleaner *cleaner, gsize at, const char *what)
{
  gsize n = strlen (what);

  return at + n <= cleaner->end && memcmp (cleaner->text + at, what, n) == 0;
}

static gboolean
is_fence_end (Cleaner *cleaner, gsize first, char c, gsize n_run)
{
  gsize rest = first + n_run;

  while (rest < cleaner->end && g_ascii_isspace (cleaner->text[rest]))
    rest++;
  return c == cleaner->fence && n_run >= cleaner->n_fence && rest == cleaner->end;
}

static gboolean
is_fence_start (Cleaner *cleaner, gsize first, char c, gsize n_run)
{
  gsize rest = cleaner->end - first - n_run;

  return n_run >= 3 && (c == '~' || memchr (cleaner->text + first + n_run, '`', rest) == NULL);
}

/* What follows a comment moves to where the comment, or its last line, started: it is not code
 * because of the blanks before it. */
static void
pull_rest (Cleaner *cleaner, gsize from, gsize until)
{
  const char *above = memrchr (cleaner->text + from, '\n', until - from);
  gsize to = above != NULL ? (gsize) (above - cleaner->text) + 1 : from;
  const char *line_end = memchr (cleaner->text + until, '\n', cleaner->length - until);
  gsize end = line_end != NULL ? (gsize) (line_end - cleaner->text) : cleaner->length;

  while (until < end && cleaner->text[until] == ' ')
    until++;
  memmove (cleaner->text + to, cleaner->text + until, end - until);
  blank (cleaner, to + end - until, end);
}

/* Whether "```{note}" starts a directive of MyST whose content is text, and where its name ends;
 * 0 when it does not. */
static gsize
find_directive_end (Cleaner *cleaner, gsize at)
{
  static const char *const names[]
      = { "{list-table}", "{note}",     "{admonition}", "{important}", "{warning}",
          "{tip}",        "{hint}",     "{attention}",  "{caution}",   "{danger}",
          "{seealso}",    "{dropdown}", "{card}",       "{tab-set}",   "{tab-item}",
          "{grid}",       "{margin}",   "{sidebar}",    "{topic}",     "{div}" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (starts_with (cleaner, at, names[i]))
      return at + strlen (names[i]);
  return 0;
}

/* Whether nothing but blanks stands from @at to the end of the line. */
static gboolean
is_blank_from (Cleaner *cleaner, gsize at)
{
  while (at < cleaner->end && g_ascii_isspace (cleaner->text[at]))
    at++;
  return at >= cleaner->end;
}

/* The fences around a directive of MyST are no code: its content is read, and so is its title. */
static gboolean
clean_directive (Cleaner *cleaner, gsize first, gsize n_run)
{
  gsize end = n_run >= 3 ? find_directive_end (cleaner, first + n_run) : 0;
  guint n = cleaner->n_directives;

  if (end > 0 && n < MAX_DIRECTIVES)
    {
      cleaner->n_ticks[cleaner->n_directives++] = n_run;
      cleaner->after_marker = TRUE;
      blank (cleaner, first, end);
      pull_rest (cleaner, first, end);
      return TRUE;
    }
  if (n == 0 || n_run < cleaner->n_ticks[n - 1] || !is_blank_from (cleaner, first + n_run))
    return FALSE;
  cleaner->n_directives--;
  blank (cleaner, first, cleaner->end);
  return TRUE;
}

/* Opens or closes a fenced code block. Returns whether the line is a fence or inside one. */
static gboolean
track_fence (Cleaner *cleaner, gsize first)
{
  char c = first < cleaner->end ? cleaner->text[first] : '\0';
  gsize n_run = c == '`' || c == '~' ? count_run (cleaner, first, c) : 0;

  if (cleaner->fence == '\0')
    {
      if (c == '`' && (cleaner->flags & CARREL_MARKDOWN_DIALECTS) != 0
          && clean_directive (cleaner, first, n_run))
        return TRUE;
      if (!is_fence_start (cleaner, first, c, n_run))
        return FALSE;
      cleaner->fence = c;
      cleaner->n_fence = n_run;
    }
  else if (is_fence_end (cleaner, first, c, n_run))
    cleaner->fence = '\0';
  return TRUE;
}

/* Where a comment ends; G_MAXSIZE when it is not closed, which is looked for only once. */
static gsize
find_comment_end (Cleaner *cleaner, gsize from)
{
  gsize close;

  if (cleaner->has_open_comment)
    return G_MAXSIZE;
  close = find (cleaner, from + 4, cleaner->length, "-->");
  cleaner->has_open_comment = close == G_MAXSIZE;
  return close != G_MAXSIZE ? close + 3 : G_MAXSIZE;
}

/* The end of the comments that follow each other on the line, so that what is behind all of them
 * moves only once. */
static gsize
skip_comments (Cleaner *cleaner, gsize until)
{
  gsize next = until;

  while (next < cleaner->end && cleaner->text[next] == ' ')
    next++;
  while (until <= cleaner->end && starts_with (cleaner, next, "<!--"))
    {
      gsize end = find_comment_end (cleaner, next);

      if (end == G_MAXSIZE)
        return until;
      next = until = end;
      while (next < cleaner->end && cleaner->text[next] == ' ')
        next++;
    }
  return until;
}

/* Blanks a comment, one that is not closed to the end of the page. Returns where to go on. */
static gsize
blank_comment (Cleaner *cleaner, gsize from, gsize until, gboolean is_first)
{
  if (until == G_MAXSIZE && !is_first)
    return from + 4;
  if (until == G_MAXSIZE)
    until = cleaner->length;
  if (is_first)
    until = skip_comments (cleaner, until);
  blank (cleaner, from, until);
  if (is_first || until > cleaner->end)
    pull_rest (cleaner, from, until);
  return from;
}

/* Blanks the comments that start in this line. One that is not closed hides the rest of the page
 * when it starts the line, as CommonMark has it. */
static void
blank_comments (Cleaner *cleaner, gsize first)
{
  gsize from = find (cleaner, cleaner->at, cleaner->end, "<!--");
  gsize seen = cleaner->at;
  gboolean is_code = FALSE;

  while (from != G_MAXSIZE)
    {
      for (; seen < from; seen++)
        is_code = is_code != (cleaner->text[seen] == '`');
      if (is_code)
        from += 4;
      else
        from = blank_comment (cleaner, from, find_comment_end (cleaner, from), from == first);
      from = from < cleaner->end ? find (cleaner, from, cleaner->end, "<!--") : G_MAXSIZE;
    }
}

/* "{% … %}", "{{< … >}}" and "{{% … %}}"; what "{{ … }}" stands for is left as it is written. */
static gsize
blank_template (Cleaner *cleaner, gsize at)
{
  static const char *const pairs[][2] = { { "{%", "%}" }, { "{{<", ">}}" }, { "{{%", "%}}" } };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gsize close;

      if (!starts_with (cleaner, at, pairs[i][0]))
        continue;
      close = find (cleaner, at, MIN (at + MAX_TEMPLATE, cleaner->length), pairs[i][1]);
      if (close == G_MAXSIZE)
        return at + 1;
      blank (cleaner, at, close + strlen (pairs[i][1]));
      return close + strlen (pairs[i][1]);
    }
  return at + 1;
}

/* Where the brace at @at is closed, with nothing in it that attributes do not have. */
static gsize
find_attribute_end (Cleaner *cleaner, gsize at)
{
  gsize end = at + 1;

  while (end < cleaner->end && memchr ("{}$\\\n", cleaner->text[end], 5) == NULL)
    end++;
  return end < cleaner->end && cleaner->text[end] == '}' ? end : G_MAXSIZE;
}

/* '{id="essay"}' at the end of a line. */
static gboolean
has_quoted_value (const Cleaner *cleaner, gsize at, gsize close)
{
  const char *sign = memchr (cleaner->text + at, '=', close - at);
  char next = close + 1 < cleaner->end ? cleaner->text[close + 1] : '\n';

  return sign != NULL && (sign[1] == '"' || sign[1] == '\'') && (next == '\n' || next == '\r');
}

/* "{: .label }", "{#id}", "{.class}", "{width=50%}" after a word, a link or a heading. */
static gsize
blank_attribute (Cleaner *cleaner, gsize at)
{
  gsize close = find_attribute_end (cleaner, at);
  char c = at + 1 < cleaner->end ? cleaner->text[at + 1] : '\0';
  gboolean is_attribute = c != '\0' && strchr (":.-#", c) != NULL;
  gboolean is_behind = at > cleaner->at && strchr (")]`", cleaner->text[at - 1]) != NULL;

  if (close == G_MAXSIZE)
    return at + 1;
  if (is_behind && memchr (cleaner->text + at, '=', close - at) != NULL)
    is_attribute = TRUE;
  is_attribute = is_attribute || has_quoted_value (cleaner, at, close);
  if (is_attribute)
    blank (cleaner, at, close + 1);
  return close + 1;
}

static void
blank_braces (Cleaner *cleaner)
{
  gsize at = cleaner->at;

  while (at < cleaner->end)
    {
      const char *found = memchr (cleaner->text + at, '{', cleaner->end - at);
      char next;

      if (found == NULL)
        return;
      at = (gsize) (found - cleaner->text);
      next = at + 1 < cleaner->end ? found[1] : '\0';
      if (next == '%' || next == '{')
        at = MAX (blank_template (cleaner, at), at + (next == '{' ? 2 : 1));
      else
        at = blank_attribute (cleaner, at);
    }
}

static gsize
skip_blanks (Cleaner *cleaner, gsize at)
{
  while (at < cleaner->end && g_ascii_isspace (cleaner->text[at]))
    at++;
  return at;
}

static gsize
skip_class (Cleaner *cleaner, gsize at)
{
  gsize close = find (cleaner, at, cleaner->end, "}");

  if (at < cleaner->end && cleaner->text[at] == '{')
    return close != G_MAXSIZE ? close + 1 : cleaner->end;
  while (at < cleaner->end && (g_ascii_isalnum (cleaner->text[at]) || cleaner->text[at] == '-'))
    at++;
  return at;
}

/* The word after ":::" is a class; what follows the class is a title that is read. */
static gboolean
clean_colons (Cleaner *cleaner, gsize first)
{
  gsize at = skip_blanks (cleaner, first + count_run (cleaner, first, ':'));

  if (count_run (cleaner, first, ':') < 3)
    return FALSE;
  at = skip_class (cleaner, at);
  blank (cleaner, first, at);
  if (at < cleaner->end && cleaner->text[at] == '[' && cleaner->text[cleaner->end - 1] == ']')
    cleaner->text[at] = cleaner->text[cleaner->end - 1] = ' ';
  /* Closing colons of "::: {.warning} :::". */
  for (gsize last = cleaner->end; last > at && strchr (": ", cleaner->text[last - 1]) != NULL;
       last--)
    cleaner->text[last - 1] = ' ';
  cleaner->after_marker = TRUE;
  return TRUE;
}

/* ":icon: false" below ":::{note}". */
static gboolean
clean_option (Cleaner *cleaner, gsize first)
{
  gsize close;

  if (!cleaner->after_marker || count_run (cleaner, first, ':') != 1)
    return FALSE;
  close = find (cleaner, first + 1, cleaner->end, ":");
  if (close == G_MAXSIZE || memchr (cleaner->text + first, ' ', close - first) != NULL)
    return FALSE;
  blank (cleaner, first, cleaner->end);
  return TRUE;
}

/* A definition ": text" or "~ text" is read as an item below its term. */
static gboolean
clean_definition (Cleaner *cleaner, gsize first)
{
  if (count_run (cleaner, first, cleaner->text[first]) != 1 || first + 1 >= cleaner->end
      || !g_ascii_isspace (cleaner->text[first + 1])
      || (!cleaner->after_text && first == cleaner->at))
    return FALSE;
  cleaner->text[first] = '-';
  return TRUE;
}

/* MDX: import and export lines outside of code. */
static gboolean
clean_import (Cleaner *cleaner, gsize first)
{
  gboolean is_import
      = starts_with (cleaner, first, "import ")
        && (find (cleaner, first, cleaner->end, " from '") != G_MAXSIZE
            || find (cleaner, first, cleaner->end, " from \"") != G_MAXSIZE
            || starts_with (cleaner, first + 7, "'") || starts_with (cleaner, first + 7, "\""));
  gboolean is_export = starts_with (cleaner, first, "export const ")
                       || starts_with (cleaner, first, "export default ");

  if (first != cleaner->at || (!is_import && !is_export))
    return FALSE;
  blank (cleaner, first, cleaner->end);
  return TRUE;
}

/* Capitals and small letters: "<DIV>" is HTML, "<Tabs>" is not. */
static gboolean
is_component_name (const Cleaner *cleaner, gsize at)
{
  if (at + 1 >= cleaner->end || !g_ascii_isupper (cleaner->text[at]))
    return FALSE;
  while (at < cleaner->end && g_ascii_isalpha (cleaner->text[at]))
    {
      if (g_ascii_islower (cleaner->text[at]))
        return TRUE;
      at++;
    }
  return FALSE;
}

/* A JSX component alone on its line: its children are Markdown. */
static gboolean
clean_component (Cleaner *cleaner, gsize first)
{
  gsize name = first + 1 + (starts_with (cleaner, first, "</") ? 1 : 0);
  gsize last = cleaner->end;

  while (last > first && g_ascii_isspace (cleaner->text[last - 1]))
    last--;
  if (!is_component_name (cleaner, name) || cleaner->text[last - 1] != '>'
      || find (cleaner, first, last - 1, ">") != G_MAXSIZE)
    return FALSE;
  blank (cleaner, first, last);
  return TRUE;
}

/* MkDocs: "!!! note" and "??? note". The quoted title is read. */
static gboolean
clean_marks (Cleaner *cleaner, gsize first)
{
  char c = cleaner->text[first];
  gsize at = first + 3;

  if (count_run (cleaner, first, c) != 3)
    return FALSE;
  cleaner->indent = first - cleaner->at + MARK_INDENT;
  while (at < cleaner->end && cleaner->text[at] != '"')
    at++;
  blank (cleaner, first, MIN (at + 1, cleaner->end));
  if (at < cleaner->end && cleaner->text[cleaner->end - 1] == '"')
    cleaner->text[cleaner->end - 1] = ' ';
  return TRUE;
}

/* GitHub and Obsidian: "> [!NOTE]". */
static gboolean
clean_callout (Cleaner *cleaner, gsize first)
{
  gsize from = find (cleaner, first, cleaner->end, "[!");
  gsize until = from != G_MAXSIZE ? find (cleaner, from, cleaner->end, "]") : G_MAXSIZE;

  if (from == G_MAXSIZE || until == G_MAXSIZE || from > first + 3)
    return FALSE;
  blank (cleaner, from, until + 1);
  return TRUE;
}

static void
apply_line_rule (Cleaner *cleaner, gsize first)
{
  static const LineRule rules[G_MAXUINT8 + 1][3] = {
    [':'] = { clean_colons, clean_option, clean_definition },
    ['i'] = { clean_import },
    ['e'] = { clean_import },
    ['<'] = { clean_component },
    ['~'] = { clean_definition },
    ['!'] = { clean_marks },
    ['?'] = { clean_marks },
    ['>'] = { clean_callout },
  };
  char c = cleaner->text[first];
  const LineRule *of_line = rules[(guchar) c];

  for (gsize i = 0; i < G_N_ELEMENTS (rules[0]) && of_line[i] != NULL; i++)
    if (of_line[i](cleaner, first))
      {
        cleaner->after_marker = cleaner->after_marker && c == ':';
        return;
      }
  cleaner->after_marker = FALSE;
}

/* kramdown ends a line with "\\"; CommonMark with "\". */
static void
respell_break (Cleaner *cleaner)
{
  gsize last = cleaner->end;

  while (last > cleaner->at && g_ascii_isspace (cleaner->text[last - 1]))
    last--;
  if (last < cleaner->at + 2 || cleaner->text[last - 1] != '\\' || cleaner->text[last - 2] != '\\')
    return;
  blank (cleaner, last - 2, last);
  if (cleaner->end - (last - 2) >= 2)
    cleaner->text[cleaner->end - 1] = '\\';
}

/* References to footnotes say nothing; the mark of a footnote is dropped, its text is kept. */
static void
blank_footnotes (Cleaner *cleaner)
{
  gsize from = find (cleaner, cleaner->at, cleaner->end, "[^");

  while (from != G_MAXSIZE)
    {
      gsize close = find (cleaner, from, cleaner->end, "]");

      if (close == G_MAXSIZE || close - from > 32)
        return;
      blank (cleaner, from,
             close + 1 + (close + 1 < cleaner->end && cleaner->text[close + 1] == ':' ? 1 : 0));
      from = find (cleaner, close, cleaner->end, "[^");
    }
}

static void
clean_line (Cleaner *cleaner, gsize first)
{
  if (line_has (cleaner, &cleaner->tags, first))
    blank_comments (cleaner, first);
  if ((cleaner->flags & CARREL_MARKDOWN_DIALECTS) == 0)
    return;
  if (line_has (cleaner, &cleaner->braces, first) && cleaner->text[first] != ':')
    blank_braces (cleaner);
  apply_line_rule (cleaner, first);
  if (cleaner->text[cleaner->end - 1] == '\\' || g_ascii_isspace (cleaner->text[cleaner->end - 1]))
    respell_break (cleaner);
  if (line_has (cleaner, &cleaner->carets, first))
    blank_footnotes (cleaner);
  if (cleaner->text[first] == ' ')
    pull_rest (cleaner, first, first + 1);
}

/* What MkDocs indents below "!!! note" is text and no code. Tabs take the place of the blanks at
 * the end of the line, where two blanks would break it. Returns the new start of the text. */
static gsize
dedent (Cleaner *cleaner, gsize first)
{
  gsize n_text = cleaner->end - first;
  gsize to = first - MARK_INDENT;

  if (cleaner->indent == 0 || first == cleaner->end)
    return first;
  if (first - cleaner->at < cleaner->indent)
    {
      cleaner->indent = 0;
      return first;
    }
  if (cleaner->text[cleaner->end - 1] == '\r')
    n_text--;
  memmove (cleaner->text + to, cleaner->text + first, n_text);
  memset (cleaner->text + to + n_text, '\t', MARK_INDENT);
  return to;
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
  Cleaner cleaner = { .flags = flags,
                      .text = text,
                      .length = length,
                      .tags.what = '<',
                      .braces.what = '{',
                      .carets.what = '^' };

  while (cleaner.at < length)
    {
      const char *line_end = memchr (text + cleaner.at, '\n', length - cleaner.at);
      gsize first = cleaner.at;

      cleaner.end = line_end != NULL ? (gsize) (line_end - text) : length;
      while (first < cleaner.end
             && (text[first] == ' ' || text[first] == '\t' || text[first] == '\r'))
        first++;
      first = dedent (&cleaner, first);
      if (first < cleaner.end && !track_fence (&cleaner, first))
        clean_line (&cleaner, first);
      cleaner.after_text = first < cleaner.end && cleaner.fence == '\0';
      cleaner.at = cleaner.end + 1;
    }
}
