/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages that print their labels bold often spare the colon: "**Room** Hall 302". */
#define G_LOG_DOMAIN "carrel-bold-label"

#include "config.h"

#include "carrel-bold-label.h"

#include "carrel-role.h"

#include <string.h>

#define MAX_LABEL 30
#define MAX_SPANS 64

/* Labels of a fact in the same line. Those of work and grades also begin sentences. */
static const CarrelLabel labels[] = {
  CARREL_LABEL_OFFICE_HOURS, CARREL_LABEL_MEETING,  CARREL_LABEL_LECTURE, CARREL_LABEL_RECITATION,
  CARREL_LABEL_LAB,          CARREL_LABEL_SECTION,  CARREL_LABEL_TIME,    CARREL_LABEL_DAY,
  CARREL_LABEL_TITLE,        CARREL_LABEL_LOCATION, CARREL_LABEL_CODE,    CARREL_LABEL_TERM,
  CARREL_LABEL_PERSON,       CARREL_LABEL_EMAIL,
};

static gboolean
is_label (const CarrelWords *words, const char *text)
{
  CarrelLabel label = carrel_words_find_label (words, text);

  if (strpbrk (text, "0123456789%:.,") != NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (label == labels[i])
      return TRUE;
  return carrel_role_is_alone (words, text)
         || (carrel_words_has_label (words, text, CARREL_LABEL_OFFICE_HOURS)
             && carrel_words_has_label (words, text, CARREL_LABEL_LOCATION));
}

/* Small letters go on with a sentence that begins in bold print. */
static gboolean
starts_value (const char *text)
{
  gunichar first = g_utf8_get_char (text + strspn (text, " "));

  return *text == ' ' && (g_unichar_isupper (first) || g_unichar_isdigit (first) || first == '[');
}

static char *
dup_labelled (const CarrelWords *words, const char *line, gsize from, gsize until, const char *rest)
{
  g_autofree char *label = g_strstrip (g_strndup (line + from, until - from));

  /* "**Room** - Hall 302" */
  if (g_str_has_prefix (rest, " - "))
    rest += strlen (" -");
  else if (g_str_has_prefix (rest, " – "))
    rest += strlen (" –");
  if (label[0] == '\0' || strlen (label) > MAX_LABEL || !starts_value (rest)
      || !is_label (words, label))
    return NULL;
  return g_strconcat (label, ":", rest, NULL);
}

/* "** Room** Hall 302": the blank makes it no bold print for Markdown, but for who wrote it. */
static char *
dup_loose (const CarrelWords *words, const char *line)
{
  const char *close = g_str_has_prefix (line, "** ") ? strstr (line + 3, "**") : NULL;

  return close != NULL ? dup_labelled (words, line, 3, (gsize) (close - line), close + 2) : NULL;
}

/* The line with a colon behind its label, when it starts with a known one and has none; or NULL. */
static char *
dup_line (const CarrelWords *words, const CarrelInline *content, const char *line)
{
  for (guint i = 0; i < content->n_spans; i++)
    {
      const CarrelSpan *span = &content->spans[i];
      gsize n = span->end - span->start;
      char *labelled;

      if (span->kind != CARREL_SPAN_STRONG || n > MAX_LABEL
          || strncmp (content->text + span->start, line, n) != 0)
        continue;
      labelled = dup_labelled (words, line, 0, n, line + n);
      if (labelled != NULL)
        return labelled;
    }
  return dup_loose (words, line);
}

/**
 * carrel_bold_label_mark:
 * @page: (inout): a page that knows its language
 *
 * Gives lines that start with a known label in bold print a colon behind it: "Room: Hall 302".
 */
void
carrel_bold_label_mark (CarrelPage *page)
{
  for (guint i = 0; i < page->lines.length; i++)
    {
      CarrelPageLine *line = carrel_arena_list_get (&page->lines, i);
      const CarrelBlock *block = carrel_page_get_block (page, line->block);
      g_autofree char *text = NULL;

      if ((block->kind != CARREL_BLOCK_PARAGRAPH && block->kind != CARREL_BLOCK_LIST_ITEM)
          || block->content.n_spans > MAX_SPANS)
        continue;
      text = dup_line (page->words, &block->content, line->text);
      if (text != NULL)
        line->text = carrel_arena_copy_text (page->arena, text, strlen (text));
    }
}
