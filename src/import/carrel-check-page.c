/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each check goes over the blocks of a page once. A finding about a link or a picture is said on
 * the line of its address, which is looked for in the source of its block. */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "carrel-check"

#include "config.h"

#include "carrel-check-page.h"

#include "carrel-phrase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many addresses may be missed in one block, as those of references are, before it is not worth
 * looking for more. */
#define MAX_MISSED 16

/* Text with spans, and where it stands in the source. */
typedef struct
{
  const CarrelPage *page;
  GHashTable *anchors; /* of the page */
  const CarrelInline *content;
  gboolean has_lines; /* a line end of the text is one of the source */
  int first_line;     /* of the text */
  const char *from;   /* between these the addresses of the next spans are */
  const char *until;
  int line; /* of @from */
  guint n_missed;
} Passage;

typedef void (*SpanCheck) (const Passage *passage,
                           const CarrelSpan *span,
                           const char *place,
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
  static const char *const marks[] = { "id=\"", "name=\"", "{#", "id='", "name='", "{: #" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
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
      const CarrelPageSection *section = carrel_page_get_section (page, i);
      g_autofree char *anchor = dup_anchor (section->heading);

      if (section->is_tight)
        continue;

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

/* "[name]: address" below a text is not where the text has its link. */
static gboolean
is_definition (const char *from, const char *place)
{
  while (place > from && strchr (" \t<", place[-1]) != NULL)
    place--;
  return place - from > 1 && place[-1] == ':' && place[-2] == ']';
}

/* Whether what comes next may stand inside of this span, and its address before this one's. */
static gboolean
may_hold (const CarrelSpan *span, const CarrelSpan *next)
{
  return next->start < span->end || (next->start == span->start && span->kind == CARREL_SPAN_LINK);
}

/* Where the address of a span is written; NULL for one of a reference or with entities. */
static const char *
find_address (Passage *passage, const CarrelSpan *span)
{
  gsize length = span->url != NULL ? strlen (span->url) : 0;
  const char *found;

  if (length == 0 || passage->until <= passage->from || passage->n_missed > MAX_MISSED)
    return NULL;
  found = memmem (passage->from, (gsize) (passage->until - passage->from), span->url, length);
  if (found != NULL && is_definition (passage->from, found))
    found = NULL;
  passage->n_missed += found == NULL ? 1 : 0;
  return found;
}

static int
count_lines (const char *from, const char *until)
{
  int n_lines = 0;

  for (const char *at = from; at < until; at++)
    n_lines += *at == '\n';
  return n_lines;
}

static int
find_line (const Passage *passage, const CarrelSpan *span, const char *place)
{
  const char *text = passage->content->text;

  if (place != NULL)
    return passage->line + count_lines (passage->from, place);
  return passage->first_line + (passage->has_lines ? count_lines (text, text + span->start) : 0);
}

static void
check_anchor (const Passage *passage,
              const CarrelSpan *span,
              const char *place,
              GPtrArray *findings)
{
  g_autofree char *plain = NULL;
  g_autofree char *anchor = NULL;
  g_autofree char *text = NULL;

  if (span->kind != CARREL_SPAN_LINK || span->url == NULL || span->url[0] != '#')
    return;
  plain = g_uri_unescape_string (span->url + 1, NULL);
  anchor = dup_anchor (plain != NULL ? plain : span->url + 1);
  if (g_hash_table_contains (passage->anchors, anchor))
    return;
  /* Translators: %s is the target of a link, such as #grading */
  text = g_strdup_printf (_ ("The link to “%s” leads nowhere: no heading has that name."),
                          span->url);
  carrel_check_add (findings, passage->page->file, find_line (passage, span, place), text);
}

static gboolean
tells_text (const char *from, const char *until)
{
  return from != NULL && until != NULL && memmem (from, (gsize) (until - from), "alt=", 4) != NULL;
}

/* Whether the tag around an address, or the attributes in braces behind it, tell what the picture
 * shows. An HTML picture whose text is empty on purpose is only decoration. */
static gboolean
has_attribute_text (const Passage *passage, const char *place)
{
  const char *end = passage->page->source + passage->page->length;
  const char *open = place;
  const char *close;

  while (open > passage->page->source && strchr ("<>(", *open) == NULL)
    open--;
  if (*open == '<' && g_ascii_isalpha (open[1]))
    return tells_text (open, memchr (place, '>', (gsize) (end - place)));
  close = memchr (place, ')', (gsize) (end - place));
  if (close == NULL || close + 1 == end || close[1] != '{')
    return FALSE;
  return tells_text (close, memchr (close, '}', (gsize) (end - close)));
}

static void
check_picture (const Passage *passage,
               const CarrelSpan *span,
               const char *place,
               GPtrArray *findings)
{
  g_autofree char *alternative
      = g_strndup (passage->content->text + span->start, span->end - span->start);

  CarrelFinding *finding;

  if (span->kind != CARREL_SPAN_IMAGE || *g_strstrip (alternative) != '\0'
      || (place != NULL && has_attribute_text (passage, place)))
    return;
  finding = carrel_check_add (
      findings, passage->page->file, find_line (passage, span, place),
      _ ("A picture has no text for those who cannot see it: add alternative text."));
  finding->kind = CARREL_FINDING_PICTURE;
  finding->url = g_strdup (span->url);
}

static void
check_link_name (const Passage *passage,
                 const CarrelSpan *span,
                 const char *place,
                 GPtrArray *findings)
{
  static const char *const empty_names[] = {
    "here",        "click here", "this",      "link",          "this link",      "more",
    "read more",   "click",      "this page", "hier",          "hier klicken",   "ici",
    "cliquez ici", "aquí",       "aqui",      "haz clic aquí", "haga clic aquí", "clique aqui",
    "täältä",      "tästä",      "这里",      "点击这里",      "こちら",         "ここ"
  };
  g_autofree char *name = NULL;

  if (span->kind != CARREL_SPAN_LINK)
    return;
  name = g_strndup (passage->content->text + span->start, span->end - span->start);
  g_strdelimit (name, "\n", ' ');
  g_strstrip (name);
  for (guint i = 0; i < G_N_ELEMENTS (empty_names) && *name != '\0'; i++)
    if (carrel_phrase_match (name, empty_names[i]) == strlen (name))
      {
        /* Translators: %s is the text of a link, such as "here" */
        g_autofree char *text = g_strdup_printf (
            _ ("The link “%s” does not say where it leads: name its target."), name);

        CarrelFinding *finding = carrel_check_add (findings, passage->page->file,
                                                   find_line (passage, span, place), text);

        finding->kind = CARREL_FINDING_LINK;
        finding->name = g_steal_pointer (&name);
        finding->url = g_strdup (span->url);
        return;
      }
}

/* Later spans have later addresses, but those inside of a link come before its own. */
static void
check_passage (Passage *passage, const CarrelInline *content, GPtrArray *findings)
{
  static const SpanCheck checks[] = { check_anchor, check_picture, check_link_name };

  passage->content = content;
  for (guint i = 0; i < content->n_spans; i++)
    {
      const CarrelSpan *span = &content->spans[i];
      const char *place = find_address (passage, span);

      for (gsize j = 0; j < G_N_ELEMENTS (checks); j++)
        checks[j](passage, span, place, findings);
      if (place == NULL || (i + 1 < content->n_spans && may_hold (span, &content->spans[i + 1])))
        continue;
      passage->line += count_lines (passage->from, place);
      passage->from = place;
    }
}

/* Where each line of a page starts. */
static GArray *
list_line_starts (const CarrelPage *page)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *end = page->source + page->length;

  for (const char *at = page->source; at != NULL && at < end;)
    {
      gsize start = (gsize) (at - page->source);
      const char *line_end = memchr (at, '\n', (gsize) (end - at));

      g_array_append_val (starts, start);
      at = line_end != NULL ? line_end + 1 : NULL;
    }
  g_array_append_val (starts, page->length);
  return starts;
}

static void
place_passage (Passage *passage, const GArray *starts, int line, int until)
{
  guint first = MIN ((guint) MAX (line, 1), starts->len) - 1;
  guint end = MIN ((guint) MAX (until, 1), starts->len) - 1;

  passage->first_line = passage->line = line;
  passage->from = passage->page->source + g_array_index (starts, gsize, first);
  passage->until = passage->page->source + g_array_index (starts, gsize, MAX (end, first));
  passage->n_missed = 0;
}

static void
check_rows (Passage *passage,
            const GArray *starts,
            const CarrelBlock *block,
            int until,
            GPtrArray *findings)
{
  passage->has_lines = FALSE;
  for (guint i = 0; i < block->n_rows; i++)
    {
      const CarrelTableRow *row = &block->rows[i];
      gboolean is_last = i + 1 == block->n_rows;

      place_passage (passage, starts, row->line, is_last ? until : block->rows[i + 1].line);
      for (guint j = 0; j < row->n_cells; j++)
        check_passage (passage, &row->cells[j], findings);
    }
}

/* A block of nothing but pictures has no text that tells its line: they stand between the blocks
 * around it. */
static void
check_spans (const CarrelPage *page, GHashTable *anchors, GPtrArray *findings)
{
  Passage passage = { .page = page, .anchors = anchors };
  g_autoptr (GArray) starts = list_line_starts (page);
  guint n_blocks = carrel_page_get_n_blocks (page);
  int above = 1;
  guint below = 0;

  for (guint i = 0; i < n_blocks; i++)
    {
      const CarrelBlock *block = carrel_page_get_block (page, i);
      gboolean is_bare = block->content.text[0] == '\0' && block->n_rows == 0;
      int until;

      while (below < n_blocks && carrel_page_get_block (page, below)->line <= block->line)
        below++;
      until = below < n_blocks ? carrel_page_get_block (page, below)->line : (int) starts->len;
      check_rows (&passage, starts, block, until, findings);
      place_passage (&passage, starts, is_bare ? above : block->line, until);
      passage.has_lines = !block->is_html;
      check_passage (&passage, &block->content, findings);
      above = is_bare ? passage.line : block->last_line + 1;
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
      CarrelFinding *finding;

      if (section->level == 0 || section->is_tight)
        continue;
      if (above > 0 && section->level > above + 1)
        {
          /* Translators: %s is a heading, %d are levels of headings */
          text = g_strdup_printf (
              _ ("The heading “%s” is of level %d below one of level %d: a level is skipped."),
              section->heading, section->level, above);
          finding = carrel_check_add (findings, page->file, section->line, text);
          finding->kind = CARREL_FINDING_LEVEL;
          finding->level = above + 1;
        }
      above = section->level;
    }
}

/* Cells that say what a row is are in the source alone. */
static gboolean
has_header_cell (const CarrelPage *page, const GArray *starts, const CarrelBlock *block)
{
  guint first = MIN ((guint) MAX (block->line, 1), starts->len) - 1;
  guint end = MIN ((guint) MAX (block->last_line + 1, 1), starts->len) - 1;
  gsize from = g_array_index (starts, gsize, first);
  gsize until = g_array_index (starts, gsize, MAX (end, first));
  g_autofree char *source = g_ascii_strdown (page->source + from, (gssize) (until - from));

  return strstr (source, "<th") != NULL;
}

static gboolean
has_empty_cell (const CarrelTableRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *cell = carrel_page_dup_text (&row->cells[i]);

      if (*cell == '\0')
        return TRUE;
    }
  return FALSE;
}

static void
check_table (const CarrelPage *page,
             const GArray *starts,
             const CarrelBlock *block,
             GPtrArray *findings)
{
  const CarrelTableRow *head = &block->rows[0];
  CarrelFinding *finding = NULL;

  if (head->is_header && has_empty_cell (head))
    {
      finding = carrel_check_add (findings, page->file, head->line,
                                  _ ("A column of this table has no name: a screen reader cannot "
                                     "say what its cells are."));
      finding->kind = CARREL_FINDING_COLUMN;
    }
  else if (!head->is_header && block->is_html && !has_header_cell (page, starts, block))
    {
      finding = carrel_check_add (findings, page->file, block->line,
                                  _ ("This table has no header cells, as if it only arranged the "
                                     "page: name its columns, or use headings and lists."));
      finding->kind = CARREL_FINDING_LAYOUT;
    }
}

static void
check_tables (const CarrelPage *page, GPtrArray *findings)
{
  g_autoptr (GArray) starts = list_line_starts (page);

  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    if (carrel_page_get_block (page, i)->n_rows > 0)
      check_table (page, starts, carrel_page_get_block (page, i), findings);
}

/**
 * carrel_check_add:
 * @findings: (element-type CarrelFinding): where it goes
 * @file: (nullable): the file
 * @line: the line, 0 when unknown
 * @text: a sentence
 *
 * Returns: (transfer none): the finding, which its kind can be said of
 */
CarrelFinding *
carrel_check_add (GPtrArray *findings, const char *file, int line, const char *text)
{
  CarrelFinding *finding = g_new0 (CarrelFinding, 1);

  finding->file = g_strdup (file != NULL ? file : "");
  finding->line = MAX (line, 1);
  finding->text = g_strdup (text);
  g_ptr_array_add (findings, finding);
  return finding;
}

/**
 * carrel_check_page:
 * @page: a page
 * @findings: (element-type CarrelFinding): where the findings go
 *
 * Looks for dead anchors, pictures without text, links that name nothing, skipped levels of
 * headings, and tables with nameless columns or without any header.
 */
void
carrel_check_page (const CarrelPage *page, GPtrArray *findings)
{
  g_autoptr (GHashTable) anchors = list_anchors (page);

  check_levels (page, findings);
  check_tables (page, findings);
  check_spans (page, anchors, findings);
}
