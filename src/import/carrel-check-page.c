/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each check goes over the blocks of a page once. */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "carrel-check"

#include "config.h"

#include "carrel-check-page.h"

#include "carrel-phrase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef void (*CarrelInlineCheck) (const CarrelPage *page,
                                   const CarrelInline *content,
                                   int line,
                                   gpointer data,
                                   GPtrArray *findings);

/* The name that GitHub, Jekyll and Pandoc give to a heading, near enough to all of them: letters
 * and digits, lower case, everything else dropped. */
static char *
dup_anchor (const char *text)
{
  g_autoptr (GString) anchor = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      g_string_append_unichar (anchor, g_unichar_tolower (g_utf8_get_char (text)));
  return g_strdup (anchor->str);
}

static const char *
find_in_source (const CarrelPage *page, const char *from, const char *what)
{
  return memmem (from, (gsize) (page->source + page->length - from), what, strlen (what));
}

/* Names given in the source: id="x", name="x", {#x}. */
static void
add_named_anchors (const CarrelPage *page, GHashTable *anchors)
{
  static const char *const marks[] = { "id=\"", "name=\"", "{#", "id='", "name='", "{: #", "(#" };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (marks); i++)
    for (const char *at = find_in_source (page, page->source, marks[i]); at != NULL;
         at = find_in_source (page, at + 1, marks[i]))
      {
        const char *start = at + strlen (marks[i]);
        const char *end = start;
        g_autofree char *name = NULL;

        while (end < page->source + page->length && strchr ("\"'} \n", *end) == NULL)
          end++;
        name = g_strndup (start, (gsize) (end - start));
        g_hash_table_add (anchors, dup_anchor (name));
      }
}

static GHashTable *
list_anchors (const CarrelPage *page)
{
  GHashTable *anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < carrel_page_get_n_sections (page); i++)
    {
      g_autofree char *anchor = dup_anchor (carrel_page_get_section (page, i)->heading);

      /* A second heading of one name gets a number. */
      for (guint n = 1; g_hash_table_contains (anchors, anchor) && n < 100; n++)
        {
          char *numbered = g_strdup_printf ("%s%u", anchor, n);

          if (g_hash_table_contains (anchors, numbered))
            g_free (numbered);
          else
            {
              g_hash_table_add (anchors, numbered);
              break;
            }
        }
      g_hash_table_add (anchors, g_steal_pointer (&anchor));
    }
  add_named_anchors (page, anchors);
  g_hash_table_add (anchors, g_strdup (""));
  g_hash_table_add (anchors, g_strdup ("top"));
  return anchors;
}

static void
check_anchors (const CarrelPage *page,
               const CarrelInline *content,
               int line,
               gpointer data,
               GPtrArray *findings)
{
  for (guint i = 0; i < content->n_spans; i++)
    {
      const CarrelSpan *span = &content->spans[i];
      g_autofree char *plain = NULL;
      g_autofree char *anchor = NULL;
      g_autofree char *text = NULL;

      if (span->kind != CARREL_SPAN_LINK || span->url == NULL || span->url[0] != '#')
        continue;
      plain = g_uri_unescape_string (span->url + 1, NULL);
      anchor = dup_anchor (plain != NULL ? plain : span->url + 1);
      if (g_hash_table_contains (data, anchor))
        continue;
      /* Translators: %s is the target of a link, such as #grading */
      text = g_strdup_printf (_ ("The link to “%s” leads nowhere: no heading has that name."),
                              span->url);
      carrel_check_add (findings, page->file, line, text);
    }
}

/* A block of nothing but a picture has no text that tells its line: the address tells it, from the
 * line of the block on. */
static int
find_line (const CarrelPage *page, const CarrelSpan *span, int line)
{
  const char *start = page->source;
  const char *at;

  for (int i = 1; i < line && find_in_source (page, start, "\n") != NULL; i++)
    start = find_in_source (page, start, "\n") + 1;
  at = span->url != NULL ? find_in_source (page, start, span->url) : NULL;
  for (const char *c = start; at != NULL && c < at; c++)
    line += *c == '\n';
  return line;
}

static void
check_pictures (const CarrelPage *page,
                const CarrelInline *content,
                int line,
                gpointer data,
                GPtrArray *findings)
{
  for (guint i = 0; i < content->n_spans; i++)
    {
      const CarrelSpan *span = &content->spans[i];
      g_autofree char *alternative
          = g_strndup (content->text + span->start, span->end - span->start);

      if (span->kind == CARREL_SPAN_IMAGE && *g_strstrip (alternative) == '\0')
        carrel_check_add (
            findings, page->file, find_line (page, span, line),
            _ ("A picture has no text for those who cannot see it: add alternative text."));
    }
}

static void
check_link_names (const CarrelPage *page,
                  const CarrelInline *content,
                  int line,
                  gpointer data,
                  GPtrArray *findings)
{
  static const char *const empty_names[]
      = { "here", "click here", "this",  "link",        "this link",
          "more", "read more",  "click", "this page",   "hier",
          "ici",  "aquí",       "aqui",  "cliquez ici", "täältä" };

  for (guint i = 0; i < content->n_spans; i++)
    {
      const CarrelSpan *span = &content->spans[i];
      g_autofree char *name = g_strndup (content->text + span->start, span->end - span->start);
      g_autofree char *text = NULL;

      g_strstrip (name);
      if (span->kind != CARREL_SPAN_LINK)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (empty_names) && text == NULL; j++)
        if (carrel_phrase_match (name, empty_names[j]) == strlen (name) && *name != '\0')
          /* Translators: %s is the text of a link, such as "here" */
          text = g_strdup_printf (_ ("The link “%s” does not say where it leads: name its target."),
                                  name);
      if (text != NULL)
        carrel_check_add (findings, page->file, line, text);
    }
}

static void
for_each_inline (const CarrelPage *page,
                 CarrelInlineCheck check,
                 gpointer data,
                 GPtrArray *findings)
{
  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    {
      const CarrelBlock *block = carrel_page_get_block (page, i);

      check (page, &block->content, block->line, data, findings);
      for (guint j = 0; j < block->n_rows; j++)
        for (guint k = 0; k < block->rows[j].n_cells; k++)
          check (page, &block->rows[j].cells[k], block->rows[j].line, data, findings);
    }
}

static void
check_levels (const CarrelPage *page, GPtrArray *findings)
{
  int above = 0;

  for (guint i = 0; i < carrel_page_get_n_sections (page); i++)
    {
      const CarrelPageSection *section = carrel_page_get_section (page, i);
      g_autofree char *text = NULL;

      if (section->level == 0)
        continue;
      if (above > 0 && section->level > above + 1)
        {
          /* Translators: %s is a heading, %d are levels of headings */
          text = g_strdup_printf (
              _ ("The heading “%s” is of level %d below one of level %d: a level is skipped."),
              section->heading, section->level, above);
          carrel_check_add (findings, page->file, section->line, text);
        }
      above = section->level;
    }
}

static void
check_heads (const CarrelPage *page, GPtrArray *findings)
{
  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    {
      const CarrelBlock *block = carrel_page_get_block (page, i);
      gboolean has_empty = FALSE;

      if (block->n_rows == 0 || !block->rows[0].is_header)
        continue;
      for (guint j = 0; j < block->rows[0].n_cells; j++)
        {
          g_autofree char *cell = carrel_page_dup_text (&block->rows[0].cells[j]);

          has_empty = has_empty || *cell == '\0';
        }
      if (has_empty)
        carrel_check_add (findings, page->file, block->rows[0].line,
                          _ ("A column of this table has no name: a screen reader cannot say what "
                             "its cells are."));
    }
}

/**
 * carrel_check_add:
 * @findings: (element-type CarrelFinding): where it goes
 * @file: (nullable): the file
 * @line: the line, 0 when unknown
 * @text: a sentence
 */
void
carrel_check_add (GPtrArray *findings, const char *file, int line, const char *text)
{
  CarrelFinding *finding = g_new0 (CarrelFinding, 1);

  finding->file = g_strdup (file != NULL ? file : "");
  finding->line = MAX (line, 1);
  finding->text = g_strdup (text);
  g_ptr_array_add (findings, finding);
}

/**
 * carrel_check_page:
 * @page: a page
 * @findings: (element-type CarrelFinding): where the findings go
 *
 * Looks for dead anchors, pictures without text, links that name nothing, skipped levels of
 * headings and tables with nameless columns.
 */
void
carrel_check_page (const CarrelPage *page, GPtrArray *findings)
{
  g_autoptr (GHashTable) anchors = list_anchors (page);

  check_levels (page, findings);
  check_heads (page, findings);
  for_each_inline (page, check_anchors, anchors, findings);
  for_each_inline (page, check_pictures, NULL, findings);
  for_each_inline (page, check_link_names, NULL, findings);
}
