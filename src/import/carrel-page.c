/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a page: splits off the front matter, parses the rest, and cuts it into lines and sections.
 */
#define G_LOG_DOMAIN "carrel-page"

#include "config.h"

#include "carrel-page.h"

#include "carrel-bold-label.h"
#include "carrel-front-matter.h"
#include "carrel-import.h"
#include "carrel-mail-spelling.h"
#include "carrel-page-cells.h"
#include "carrel-page-text.h"
#include "carrel-plain-text.h"

#include <string.h>

#define MAX_PARENTS 7
#define MAX_LENGTH  (64 * 1024 * 1024)
#define MAX_LINE    (16 * 1024)

/* Where lines of the source start, found in one pass since sections come in order. */
typedef struct
{
  const char *text;
  gsize length;
  gsize at;
  int line;
} LineFinder;

static gsize
find_line_start (LineFinder *finder, int line)
{
  while (finder->line < line && finder->at < finder->length)
    {
      const char *end = memchr (finder->text + finder->at, '\n', finder->length - finder->at);

      finder->at = end != NULL ? (gsize) (end - finder->text) + 1 : finder->length;
      finder->line++;
    }
  return finder->at;
}

static gboolean
is_data (const char *file)
{
  return g_str_has_suffix (file, ".yml") || g_str_has_suffix (file, ".yaml");
}

/* A data file is nothing but front matter. */
static gboolean
read_data (CarrelPage *page, GError **error)
{
  page->front_matter = carrel_node_parse_yaml (page->source, page->length, 1, error);
  if (page->front_matter == NULL && *error != NULL)
    {
      g_prefix_error (error, "%s:", page->file);
      return FALSE;
    }
  return TRUE;
}

/* A paragraph of an item belongs to the item, what stands beside a line to the same as that. */
static gboolean
find_beside (const CarrelBlock *block,
             const CarrelBlock *other,
             const CarrelPageLine *above,
             int index,
             int *parent)
{
  gboolean is_empty = above->text[0] == '\0';

  if (other->list_depth != block->list_depth || (!is_empty && block->list_depth == 0))
    return FALSE;
  *parent = !is_empty && block->kind == CARREL_BLOCK_PARAGRAPH
                    && other->kind == CARREL_BLOCK_LIST_ITEM && block->list_depth > 0
                ? index
                : above->parent;
  return TRUE;
}

/* The line that the line of @block at the end of @page belongs to: the item around it, or one that
 * ends in a colon. What stands beside it belongs to the same, which keeps long lists quick. */
static int
find_parent (const CarrelPage *page, const CarrelBlock *block, guint section)
{
  int parent = -1;

  for (guint i = page->lines.length; i > 0; i--)
    {
      const CarrelPageLine *above = carrel_page_get_line (page, i - 1);
      const CarrelBlock *other = carrel_page_get_block (page, above->block);

      if (above->section != section || other->kind == CARREL_BLOCK_HEADING
          || find_beside (block, other, above, (int) i - 1, &parent))
        return parent;
      if (above->text[0] == '\0')
        continue;
      return other->list_depth < block->list_depth || g_str_has_suffix (above->text, ":")
                 ? (int) i - 1
                 : -1;
    }
  return -1;
}

/* @text lives as long as the page. */
static void
add_piece (CarrelPage *page, const CarrelPageLine *line, const char *text)
{
  const CarrelBlock *block = carrel_page_get_block (page, line->block);
  CarrelPageLine added = *line;

  added.text = carrel_mail_spelling_keep_plain (page->arena, text);
  added.line = MIN (line->line, block->last_line);
  added.parent = find_parent (page, block, line->section);
  *(CarrelPageLine *) carrel_arena_list_add (&page->lines) = added;
}

/* A line of a megabyte is no line that a person wrote. It is read in pieces, since what looks for
 * facts goes over a line more than once. */
static void
add_line (CarrelPage *page, const CarrelPageLine *line, const char *text, gsize length)
{
  while (length > MAX_LINE)
    {
      gsize n = MAX_LINE;

      while (n > MAX_LINE / 2 && text[n] != ' ')
        n--;
      while ((text[n] & 0xC0) == 0x80)
        n--;
      add_piece (page, line, carrel_arena_copy_text (page->arena, text, n));
      n += text[n] == ' ' ? 1 : 0;
      text += n;
      length -= n;
    }
  add_piece (page, line, text);
}

static CarrelPageSection *
get_last_section (CarrelPage *page)
{
  return carrel_arena_list_get (&page->sections, page->sections.length - 1);
}

/* Sphinx ends a heading with a link to itself: "Grading¶". */
static gboolean
is_linked (const CarrelInline *content)
{
  return g_str_has_suffix (content->text, "¶");
}

static void
add_lines (CarrelPage *page, guint index, guint section, GString *text)
{
  const CarrelBlock *block = carrel_page_get_block (page, index);
  CarrelPageLine line = { .line = block->line, .block = index, .section = section };
  /* The portrait of a person in a list says the name once more. */
  CarrelPlainTextFlags flags
      = block->kind == CARREL_BLOCK_LIST_ITEM ? CARREL_PLAIN_TEXT_NO_IMAGES : CARREL_PLAIN_TEXT_ALL;
  gsize length = carrel_plain_text_measure_line (&block->content, flags);
  const char *at;
  int n_lines = 0;

  if (block->kind == CARREL_BLOCK_HEADING && is_linked (&block->content))
    {
      at = get_last_section (page)->heading;
      add_line (page, &line, at, strlen (at));
      return;
    }
  if (length > 0)
    {
      add_line (page, &line, block->content.text, length);
      return;
    }
  if (block->content.text[0] == '\0')
    return;
  g_string_set_size (text, strlen (block->content.text));
  carrel_plain_text_write (&block->content, flags, text->str);
  if (text->str[0] == '\0')
    return;
  at = text->str;
  for (char *end = strchr (at, '\n'), *next; end != NULL; end = next)
    {
      next = strchr (end + 1, '\n');
      n_lines++;
      if (block->kind != CARREL_BLOCK_CODE
          && carrel_page_text_continues (at, (gsize) (end - at), end + 1))
        {
          *end = ' ';
          continue;
        }
      length = (gsize) (end - at);
      add_line (page, &line, carrel_arena_copy_text (page->arena, at, length), length);
      line.line = block->line + n_lines;
      at = end + 1;
    }
  length = strlen (at);
  add_line (page, &line, carrel_arena_copy_text (page->arena, at, length), length);
}

/* The lines that are laid out in the cells of a table. */
static void
add_cell_lines (CarrelPage *page, guint index, guint section)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) texts
      = carrel_page_cells_read (carrel_page_get_block (page, index), numbers);

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      CarrelPageLine line = { .block = index, .section = section };

      line.line = g_array_index (numbers, int, i);
      add_line (page, &line, carrel_arena_copy_text (page->arena, text, strlen (text)),
                strlen (text));
    }
}

static const char *
take_heading (CarrelPage *page, const CarrelInline *content)
{
  char *heading;

  if (!is_linked (content) && carrel_plain_text_measure_line (content, CARREL_PLAIN_TEXT_ALL) > 0)
    return content->text;
  heading = carrel_arena_take (page->arena, strlen (content->text) + 1);
  carrel_plain_text_write (content, CARREL_PLAIN_TEXT_ALL, heading);
  if (g_str_has_suffix (heading, "¶"))
    heading[strlen (heading) - strlen ("¶")] = '\0';
  return g_strchomp (g_strdelimit (heading, "\n", ' '));
}

/* Whether the line of a heading has no blank behind its marks. */
static gboolean
is_tight (const CarrelPage *page, gsize start)
{
  gsize at = start;

  while (at < page->length && page->source[at] == ' ')
    at++;
  if (at == page->length || page->source[at] != '#')
    return FALSE;
  while (at < page->length && page->source[at] == '#')
    at++;
  return at < page->length && !g_ascii_isspace (page->source[at]);
}

static void
open_section (CarrelPage *page, guint index, LineFinder *finder, int *parents)
{
  const CarrelBlock *block = carrel_page_get_block (page, index);
  CarrelPageSection section = { .level = block->level, .line = block->line, .parent = -1 };
  CarrelPageSection *last = NULL;
  gsize start = find_line_start (finder, block->line);

  if (page->sections.length > 0)
    {
      last = get_last_section (page);
      last->end = index;
      last->end_line = page->lines.length;
      last->body_end = start;
    }
  section.heading = take_heading (page, &block->content);
  section.first = index;
  section.is_tight = is_tight (page, start);
  section.body_start = find_line_start (finder, block->last_line + 1);
  for (int level = block->level - 1; level > 0 && section.parent < 0; level--)
    section.parent = parents[level];
  parents[block->level] = (int) page->sections.length;
  for (int level = block->level + 1; level < MAX_PARENTS; level++)
    parents[level] = -1;
  *(CarrelPageSection *) carrel_arena_list_add (&page->sections) = section;
}

static void
close_last_section (CarrelPage *page)
{
  CarrelPageSection *last;

  if (page->sections.length == 0)
    return;
  last = get_last_section (page);
  last->end = carrel_page_get_n_blocks (page);
  last->end_line = page->lines.length;
  last->body_end = page->length;
}

/* The first section is always the text before the first heading, even if it is empty. */
static void
cut (CarrelPage *page, gsize body)
{
  LineFinder finder = { .text = page->source, .length = page->length, .line = 1 };
  int parents[MAX_PARENTS] = { -1, -1, -1, -1, -1, -1, -1 };
  CarrelPageSection first = { .heading = "", .parent = -1, .line = 1, .body_start = body };

  g_autoptr (GString) text = g_string_new (NULL);

  *(CarrelPageSection *) carrel_arena_list_add (&page->sections) = first;
  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    {
      const CarrelBlock *block = carrel_page_get_block (page, i);
      gboolean is_heading = block->kind == CARREL_BLOCK_HEADING;

      if (is_heading)
        open_section (page, i, &finder, parents);
      add_lines (page, i, page->sections.length - 1, text);
      if (block->kind == CARREL_BLOCK_TABLE)
        add_cell_lines (page, i, page->sections.length - 1);
      if (is_heading)
        get_last_section (page)->first_line = page->lines.length;
    }
  close_last_section (page);
}

static int
count_lines (const char *text, const char *end)
{
  int n_lines = 1;

  for (const char *at = memchr (text, '\n', (gsize) (end - text)); at != NULL;
       at = memchr (at + 1, '\n', (gsize) (end - at - 1)))
    n_lines++;
  return n_lines;
}

/* Where @text stops being ASCII: eight bytes at a time, nearly all of most pages. */
static gsize
count_ascii (const char *text, gsize length)
{
  gsize n = 0;

  for (guint64 bytes; n + sizeof bytes <= length; n += sizeof bytes)
    {
      memcpy (&bytes, text + n, sizeof bytes);
      if ((bytes & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
    }
  while (n < length && (guchar) text[n] < 0x80)
    n++;
  return n;
}

/* The first byte that is no UTF-8, or NULL. */
static const char *
find_bad_byte (const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *at = text + count_ascii (text, length); at < end;
       at += count_ascii (at, (gsize) (end - at)))
    {
      if ((g_utf8_get_char_validated (at, end - at) & 0x80000000) != 0)
        return at;
      at = g_utf8_next_char (at);
    }
  return NULL;
}

static gboolean
check_bytes (const char *file, GBytes *bytes, GError **error)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *bad;

  if (length > MAX_LENGTH)
    {
      g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_TOO_LARGE,
                   "%s: the file has %" G_GSIZE_FORMAT
                   " MB, more than the limit of 64 MB: choose the page of the course alone",
                   file, length / 1000000);
      return FALSE;
    }
  if (carrel_page_text_is_blank (bytes))
    {
      g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_EMPTY,
                   "%s: the file is empty: choose the page that has the text of the course", file);
      return FALSE;
    }
  if (memchr (text, '\0', length) != NULL)
    {
      g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_NOT_TEXT,
                   "%s: this is no text but binary data: save the page as Markdown or text", file);
      return FALSE;
    }
  bad = find_bad_byte (text, length);
  if (bad == NULL)
    return TRUE;
  g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_NOT_TEXT,
               "%s:%d: this is not UTF-8: save the file again with the encoding UTF-8", file,
               count_lines (text, bad));
  return FALSE;
}

static char *
dup_sample (const CarrelPage *page)
{
  GString *sample = g_string_new (NULL);

  for (guint i = 0; i < page->lines.length && sample->len < 20000; i++)
    {
      g_string_append (sample, carrel_page_get_line (page, i)->text);
      g_string_append_c (sample, '\n');
    }
  for (guint i = 0; i < carrel_page_get_n_blocks (page) && sample->len < 20000; i++)
    {
      const CarrelBlock *block = carrel_page_get_block (page, i);

      for (guint j = 0; j < block->n_rows; j++)
        for (guint k = 0; k < block->rows[j].n_cells; k++)
          {
            g_string_append (sample, block->rows[j].cells[k].text);
            g_string_append_c (sample, '\n');
          }
    }
  return g_string_free (sample, FALSE);
}

/**
 * carrel_page_new:
 * @file: the name of the page
 * @bytes: its bytes
 * @error: where to put why it cannot be read: empty, not UTF-8, too long
 *
 * Returns: (transfer full) (nullable): the page
 */
CarrelPage *
carrel_page_new (const char *file, GBytes *bytes, GError **error)
{
  g_autoptr (CarrelPage) page = NULL;
  g_autofree char *sample = NULL;
  g_autoptr (GError) problem = NULL;
  gsize start;

  if (!check_bytes (file, bytes, error))
    return NULL;
  page = g_new0 (CarrelPage, 1);
  page->file = g_strdup (file);
  page->bytes = g_bytes_ref (bytes);
  page->source = g_bytes_get_data (bytes, &page->length);
  page->arena = carrel_arena_new ();
  page->lines = (CarrelArenaList){ .arena = page->arena, .element_size = sizeof (CarrelPageLine) };
  page->sections
      = (CarrelArenaList){ .arena = page->arena, .element_size = sizeof (CarrelPageSection) };
  if (page->length >= 3 && memcmp (page->source, "\357\273\277", 3) == 0)
    {
      page->source += 3;
      page->length -= 3;
    }
  if (is_data (file) && !read_data (page, &problem))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  start = is_data (file)
              ? page->length
              : carrel_front_matter_split (page->source, page->length, &page->front_matter);
  page->markdown = carrel_markdown_parse_after (
      page->source, page->length, start,
      CARREL_MARKDOWN_DIALECTS | CARREL_MARKDOWN_KEEP_LINES | CARREL_MARKDOWN_TIGHT_HEADINGS,
      error);
  if (page->markdown == NULL)
    {
      g_prefix_error (error, "%s: ", file);
      return NULL;
    }
  cut (page, start);
  sample = dup_sample (page);
  page->words = carrel_words_guess (sample);
  carrel_bold_label_mark (page);
  return g_steal_pointer (&page);
}

/**
 * carrel_page_free:
 * @page: (transfer full) (nullable): a page
 */
void
carrel_page_free (CarrelPage *page)
{
  if (page == NULL)
    return;
  g_clear_pointer (&page->markdown, carrel_markdown_unref);
  carrel_arena_free (page->arena);
  carrel_node_free (page->front_matter);
  g_bytes_unref (page->bytes);
  g_free (page->file);
  g_free (page);
}

/**
 * carrel_page_get_n_blocks:
 * @page: a page
 *
 * Returns: the number of its blocks
 */
guint
carrel_page_get_n_blocks (const CarrelPage *page)
{
  return carrel_markdown_get_n_blocks (page->markdown);
}

/**
 * carrel_page_get_block:
 * @page: a page
 * @index: less than the number of blocks
 *
 * Returns: (transfer none): the block
 */
const CarrelBlock *
carrel_page_get_block (const CarrelPage *page, guint index)
{
  return carrel_markdown_get_block (page->markdown, index);
}

/**
 * carrel_page_get_n_sections:
 * @page: a page
 *
 * Returns: the number of its sections, at least 1: the first is the text before any heading
 */
guint
carrel_page_get_n_sections (const CarrelPage *page)
{
  return page->sections.length;
}

/**
 * carrel_page_get_section:
 * @page: a page
 * @index: less than the number of sections
 *
 * Returns: (transfer none): the section
 */
const CarrelPageSection *
carrel_page_get_section (const CarrelPage *page, guint index)
{
  return carrel_arena_list_get (&page->sections, index);
}

/**
 * carrel_page_find_section:
 * @page: a page
 * @block: index of a block
 *
 * Returns: the index of the section that holds it
 */
guint
carrel_page_find_section (const CarrelPage *page, guint block)
{
  guint low = 0;
  guint high = page->sections.length;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (carrel_page_get_section (page, middle)->first <= block)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * carrel_page_get_n_lines:
 * @page: a page
 *
 * Returns: the number of its lines of text
 */
guint
carrel_page_get_n_lines (const CarrelPage *page)
{
  return page->lines.length;
}

/**
 * carrel_page_get_line:
 * @page: a page
 * @index: less than the number of lines
 *
 * Returns: (transfer none): the line
 */
const CarrelPageLine *
carrel_page_get_line (const CarrelPage *page, guint index)
{
  return carrel_arena_list_get (&page->lines, index);
}

/**
 * carrel_page_section_has_label:
 * @page: a page
 * @section: index of a section
 * @label: a label
 *
 * Returns: whether the heading of the section, or of one that contains it, announces @label
 */
gboolean
carrel_page_section_has_label (const CarrelPage *page, guint section, CarrelLabel label)
{
  int index = (int) section;

  while (index >= 0)
    {
      const CarrelPageSection *at = carrel_page_get_section (page, (guint) index);

      if (carrel_words_has_label (page->words, at->heading, label))
        return TRUE;
      index = at->parent;
    }
  return FALSE;
}

/* Some programs write "&lt;b&gt;&lt;/b&gt;" around what is bold: tags of nothing, as text. */
static void
drop_empty_tags (char *text)
{
  static const char *const tags[]
      = { "<b></b>", "<i></i>", "<em></em>", "<strong></strong>", "<span></span>" };

  for (gsize i = 0; i < G_N_ELEMENTS (tags) && strchr (text, '<') != NULL; i++)
    for (char *at = strstr (text, tags[i]); at != NULL; at = strstr (at, tags[i]))
      memmove (at, at + strlen (tags[i]), strlen (at + strlen (tags[i])) + 1);
  g_strstrip (text);
}

/**
 * carrel_page_dup_text:
 * @content: text with spans
 *
 * Returns: (transfer full): the text without what is struck out, its blanks squeezed and its lines
 *   trimmed
 */
char *
carrel_page_dup_text (const CarrelInline *content)
{
  char *text = g_malloc (strlen (content->text) + 1);

  carrel_plain_text_write (content, CARREL_PLAIN_TEXT_ALL, text);
  drop_empty_tags (text);
  return carrel_mail_spelling_write_out (text);
}
