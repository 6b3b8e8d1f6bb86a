/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes that may be a blank, or start one, are told by a table: all others are copied as they are,
 * many at once. */
#define G_LOG_DOMAIN "carrel-plain-text"

#include "config.h"

#include "carrel-plain-text.h"

#include <string.h>

/* Bytes that stop a copy. */
enum
{
  BYTE_PLAIN = 0,
  BYTE_END,
  BYTE_SPACE,
  BYTE_TAB,
  BYTE_LINE,
  BYTE_LEAD, /* of a blank that is not ASCII, or of any other character */
};

static const guchar byte_kinds[256] = {
  ['\0'] = BYTE_END,  [' '] = BYTE_SPACE, ['\t'] = BYTE_TAB,  ['\n'] = BYTE_LINE,
  [0xc2] = BYTE_LEAD, [0xe2] = BYTE_LEAD, [0xe3] = BYTE_LEAD, [0xef] = BYTE_LEAD,
};

static gsize
count_plain (const char *text)
{
  gsize n = 0;

  while (byte_kinds[(guchar) text[n]] == BYTE_PLAIN)
    n++;
  return n;
}

/* Whether a span of a kind, such as what is struck out, covers a byte. */
static gboolean
is_inside (const CarrelInline *content, CarrelSpanKind kind, gsize at, gsize *end)
{
  for (guint i = 0; i < content->n_spans; i++)
    if (content->spans[i].kind == kind && content->spans[i].start <= at
        && content->spans[i].end > at)
      {
        *end = content->spans[i].end;
        return TRUE;
      }
  return FALSE;
}

/* Blanks are squeezed, lines trimmed. Returns the new end. */
static char *
add_blank (char *start, char *end, char blank)
{
  if (blank == '\n')
    {
      while (end > start && end[-1] == ' ')
        end--;
      *end++ = '\n';
    }
  else if (end > start && end[-1] != ' ' && end[-1] != '\n')
    *end++ = ' ';
  return end;
}

/* The number of bytes of a character that is read as a blank, or 0. */
static gsize
match_blank (const char *at)
{
  static const char *const blanks[] = {
    "\302\240",     "\342\200\213", "\342\200\257", "\342\200\202",
    "\342\200\203", "\357\273\277", "\343\200\200",
  };

  if (((guchar) *at) < 0x80)
    return *at == ' ' || *at == '\t' ? 1 : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (blanks); i++)
    if (strncmp (at, blanks[i], strlen (blanks[i])) == 0)
      return strlen (blanks[i]);
  return 0;
}

static gboolean
has_span (const CarrelInline *content, CarrelSpanKind kind)
{
  for (guint i = 0; i < content->n_spans; i++)
    if (content->spans[i].kind == kind)
      return TRUE;
  return FALSE;
}

static gboolean
has_cuts (const CarrelInline *content, CarrelPlainTextFlags flags)
{
  return content->n_spans > 0
         && (has_span (content, CARREL_SPAN_STRUCK)
             || ((flags & CARREL_PLAIN_TEXT_NO_IMAGES) != 0
                 && has_span (content, CARREL_SPAN_IMAGE)));
}

/* What is struck out, or the words for a picture. */
static gboolean
is_left_out (const CarrelInline *content, CarrelPlainTextFlags flags, gsize at, gsize *end)
{
  return is_inside (content, CARREL_SPAN_STRUCK, at, end)
         || ((flags & CARREL_PLAIN_TEXT_NO_IMAGES) != 0
             && is_inside (content, CARREL_SPAN_IMAGE, at, end));
}

/* Writes the character at @at of the text, and what is plain after it unless that may be cut.
 * Returns the bytes that were read. */
static gsize
write_next (const CarrelInline *content, gsize at, gboolean has_cut, char *start, char **end)
{
  const char *text = content->text + at;
  gsize n_blank = match_blank (text);
  gsize n_plain;
  gsize link_end = 0;

  if (*text == '\n' || n_blank > 0)
    {
      /* The text of a link that is broken into lines is still one text. */
      gboolean is_line = *text == '\n' && !is_inside (content, CARREL_SPAN_LINK, at, &link_end);

      *end = add_blank (start, *end, is_line ? '\n' : ' ');
      return MAX (n_blank, 1);
    }
  n_plain = has_cut ? 1 : MAX (count_plain (text), 1);
  memcpy (*end, text, n_plain);
  *end += n_plain;
  return n_plain;
}

/* Whether what is no plain byte stays as it is written: any character, one space between words. */
static gboolean
is_kept (const char *at)
{
  if (*at == ' ')
    return byte_kinds[(guchar) at[1]] == BYTE_PLAIN || match_blank (at + 1) == 0;
  return *at != '\n' && match_blank (at) == 0;
}

/* Where a number in TeX ends that starts with a dollar sign at @text, "$10\\%$" or "$90 \\leq x$":
 * its second dollar sign; NULL for money and for other formulas. */
static char *
find_number_end (char *text)
{
  char *end = strchr (text + 1, '$');
  gsize n;

  if (end == NULL || end == text + 1 || end[-1] == ' ' || text[1] == ' ')
    return NULL;
  n = strspn (text + 1, "0123456789.,%<>=+- xn\\abcdefghijklmnopqrstuvwyz");
  return text + 1 + n == end && memchr (text + 1, '%', n) != NULL ? end : NULL;
}

/* Writes the commands of a number in TeX as signs, up to @end; returns where the next byte goes. */
static char *
write_number (const char *from, const char *end, char *to)
{
  static const struct
  {
    const char *command;
    const char *sign;
  } signs[] = { { "\\leq", "≤" }, { "\\geq", "≥" }, { "\\le", "≤" },
                { "\\ge", "≥" },  { "\\%", "%" },   { "\\times", "×" } };

  while (from < end)
    {
      gsize i = 0;

      while (i < G_N_ELEMENTS (signs) && !g_str_has_prefix (from, signs[i].command))
        i++;
      if (i == G_N_ELEMENTS (signs))
        {
          *to++ = *from++;
          continue;
        }
      to = g_stpcpy (to, signs[i].sign);
      from += strlen (signs[i].command);
    }
  return to;
}

/* Takes the dollar signs and commands of TeX off numbers: "$10\\%$" is 10 %. */
static void
write_out_numbers (char *text)
{
  char *to = strchr (text, '$');

  if (to == NULL)
    return;
  for (char *at = to; *at != '\0';)
    {
      char *end = *at == '$' ? find_number_end (at) : NULL;

      if (end != NULL)
        {
          to = write_number (at + 1, end, to);
          at = end + 1;
        }
      else
        *to++ = *at++;
    }
  *to = '\0';
}

/**
 * carrel_plain_text_measure_line:
 * @content: text with spans
 * @flags: what is left out
 *
 * Returns: the bytes of a text that is one line and that carrel_plain_text_write() would write as
 * it is; 0 for others
 */
gsize
carrel_plain_text_measure_line (const CarrelInline *content, CarrelPlainTextFlags flags)
{
  const char *text = content->text;
  gsize at = 0;

  if (*text == '\0' || g_ascii_isspace (*text) || has_cuts (content, flags))
    return 0;
  while (TRUE)
    {
      at += count_plain (text + at);
      if (text[at] == '\0')
        return g_ascii_isspace (text[at - 1]) || memchr (text, '$', at) != NULL ? 0 : at;
      if (!is_kept (text + at))
        return 0;
      at++;
    }
}

/**
 * carrel_plain_text_write:
 * @content: text with spans
 * @flags: what is left out
 * @plain: (out): gets the text and NUL; has room for all of @content
 */
void
carrel_plain_text_write (const CarrelInline *content, CarrelPlainTextFlags flags, char *plain)
{
  gboolean has_cut = has_cuts (content, flags);
  gsize at = 0;
  char *to = plain;

  while (content->text[at] != '\0')
    {
      gsize end = 0;

      if (has_cut && is_left_out (content, flags, at, &end))
        at = end;
      else
        at += write_next (content, at, has_cut, plain, &to);
    }
  *to = '\0';
  write_out_numbers (plain);
  g_strstrip (plain);
}
