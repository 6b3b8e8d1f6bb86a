/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers in the locale's form, lists of words, and codes spelt out. */
#define G_LOG_DOMAIN "carrel-format-text"

#include "config.h"

#include "carrel-format-text.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#define MAX_LETTERS 4 /* a longer word in capitals is a word, not a code */

/* A number with the locale's decimal sign and without zeros that say nothing. */
static GString *
trim_decimal (const char *decimal)
{
  GString *text = g_string_new (decimal);
  char *point = strchr (text->str, '.');

  if (point == NULL)
    return text;
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  if (text->str[text->len - 1] == '.')
    g_string_truncate (text, text->len - 1);
  else
    {
      gssize at = strchr (text->str, '.') - text->str;

      g_string_erase (text, at, 1);
      g_string_insert (text, at, nl_langinfo (RADIXCHAR));
    }
  return text;
}

static gboolean
is_code_letter (gunichar letter)
{
  return g_unichar_isupper (letter);
}

/* Appends a run of capitals, letter by letter when it is short enough to be a code. */
static const char *
append_capitals (GString *spoken, const char *at)
{
  const char *end = at;
  glong n_letters;

  while (is_code_letter (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  n_letters = g_utf8_strlen (at, end - at);
  for (; at < end; at = g_utf8_next_char (at))
    {
      g_string_append_unichar (spoken, g_utf8_get_char (at));
      if (n_letters <= MAX_LETTERS && g_utf8_next_char (at) < end)
        g_string_append_c (spoken, ' ');
    }
  if (g_unichar_isdigit (g_utf8_get_char (end)))
    g_string_append_c (spoken, ' ');
  return end;
}

/**
 * carrel_format_decimal:
 * @decimal: exact decimal text such as "87.50"
 *
 * Returns: (transfer full): the number in the locale's form, such as "87,5"
 */
char *
carrel_format_decimal (const char *decimal)
{
  GString *text = trim_decimal (decimal);

  /* A real minus sign is read out as "minus"; a hyphen often is not. */
  if (text->str[0] == '-')
    {
      g_string_erase (text, 0, 1);
      g_string_prepend (text, "−");
    }
  return g_string_free (text, FALSE);
}

/**
 * carrel_format_percent:
 * @decimal: exact decimal text, in per cent
 * @flags: how
 *
 * Returns: (transfer full): "87.5 %", or "87.5 per cent" when spoken
 */
char *
carrel_format_percent (const char *decimal, CarrelFormatFlags flags)
{
  g_autofree char *number = carrel_format_decimal (decimal);

  if ((flags & CARREL_FORMAT_SPOKEN) != 0)
    /* Translators: %s is a number, as in "87.5 per cent" */
    return g_strdup_printf (_ ("%s per cent"), number);
  /* Translators: %s is a number; the space before the sign is one that does not break */
  return g_strdup_printf (C_ ("per cent", "%s\u00a0%%"), number);
}

/**
 * carrel_format_parse_decimal:
 * @text: what a person typed
 *
 * Reads a number with a point or the locale's decimal sign, with spaces around it.
 *
 * Returns: (transfer full) (nullable): exact decimal text, or %NULL when it is no number
 */
char *
carrel_format_parse_decimal (const char *text)
{
  g_autofree char *number = g_strdelimit (g_strstrip (g_strdup (text)), ",", '.');
  g_autoptr (GRegex) form = g_regex_new ("^(-?)([0-9]*)(?:\\.([0-9]*))?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *sign = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *part = NULL;

  if (!g_regex_match (form, number, 0, &match))
    return NULL;
  sign = g_match_info_fetch (match, 1);
  whole = g_match_info_fetch (match, 2);
  part = g_match_info_fetch (match, 3);
  if (*whole == '\0' && (part == NULL || *part == '\0'))
    return NULL;
  return g_strconcat (sign, *whole != '\0' ? whole : "0", part != NULL && *part != '\0' ? "." : "",
                      part, NULL);
}

/**
 * carrel_format_list:
 * @items: (array zero-terminated=1): texts
 *
 * Returns: (transfer full): "A", "A and B", "A, B and C"
 */
char *
carrel_format_list (const char *const *items)
{
  guint n_items = g_strv_length ((char **) items);
  g_autoptr (GString) head = g_string_new (n_items > 0 ? items[0] : "");

  for (guint i = 1; i + 1 < n_items; i++)
    /* Translators: between the parts of a list that are not the last, as in "A, B and C" */
    g_string_append_printf (head, "%s%s", C_ ("list", ", "), items[i]);
  if (n_items < 2)
    return g_strdup (head->str);
  /* Translators: the end of a list, as in "A, B and C" */
  return g_strdup_printf (C_ ("list", "%s and %s"), head->str, items[n_items - 1]);
}

/**
 * carrel_format_line:
 * @parts: (array length=n_parts): the parts of a line; those that are %NULL or "" are left out
 * @n_parts: how many
 *
 * Returns: (transfer full): the parts with a comma between them, as in "Kedi Xu, GHC 5417"
 */
char *
carrel_format_line (const char *const *parts, guint n_parts)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < n_parts; i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      {
        if (line->len > 0)
          /* Translators: between the parts of a line such as "Kedi Xu, GHC 5417" */
          g_string_append (line, C_ ("line", ", "));
        g_string_append (line, parts[i]);
      }
  return g_strdup (line->str);
}

/**
 * carrel_format_room_spoken:
 * @room: a place such as "GHC 5417"
 *
 * Spells short words in capitals, which speech would read as words.
 *
 * Returns: (transfer full): "G H C 5417"
 */
char *
carrel_format_room_spoken (const char *room)
{
  g_autoptr (GString) spoken = g_string_new (NULL);
  const char *at = room;

  while (*at != '\0')
    {
      if (is_code_letter (g_utf8_get_char (at)))
        {
          at = append_capitals (spoken, at);
          continue;
        }
      g_string_append_unichar (spoken, g_utf8_get_char (at));
      at = g_utf8_next_char (at);
    }
  return g_strdup (spoken->str);
}
