/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* HTML inside Markdown as blocks. Layout is dropped, what can be read is kept; scripts, styles and
 * comments are not read. Nothing is ever fetched. */
#define G_LOG_DOMAIN "carrel-html-reader"

#include "config.h"

#include "carrel-html-reader.h"

#include "carrel-libxml.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_DEPTH   200
#define MAX_COLUMNS 64

typedef enum
{
  ELEMENT_TRANSPARENT,
  ELEMENT_SKIPPED,
  ELEMENT_PARAGRAPH,
  ELEMENT_CAPTION,
  ELEMENT_HEADING,
  ELEMENT_LIST,
  ELEMENT_ITEM,
  ELEMENT_TERM, /* of a list of terms: it stands before its items, not among them */
  ELEMENT_TABLE,
  ELEMENT_ROW,
  ELEMENT_CELL,
  ELEMENT_QUOTE,
  ELEMENT_CODE_BLOCK,
  ELEMENT_RULE,
  ELEMENT_BREAK,
  ELEMENT_SPAN,
} ElementKind;

typedef struct
{
  const char *name;
  ElementKind kind;
  int value; /* level of a heading, kind of a span, whether a list is numbered or a cell a header */
} Element;

static const Element elements[] = {
  { "a", ELEMENT_SPAN, CARREL_SPAN_LINK },
  { "address", ELEMENT_PARAGRAPH, 0 },
  { "article", ELEMENT_PARAGRAPH, 0 },
  { "b", ELEMENT_SPAN, CARREL_SPAN_STRONG },
  { "blockquote", ELEMENT_QUOTE, 0 },
  { "br", ELEMENT_BREAK, 0 },
  { "caption", ELEMENT_CAPTION, 0 },
  { "center", ELEMENT_PARAGRAPH, 0 },
  { "code", ELEMENT_SPAN, CARREL_SPAN_CODE },
  { "dd", ELEMENT_ITEM, 0 },
  { "del", ELEMENT_SPAN, CARREL_SPAN_STRUCK },
  { "details", ELEMENT_PARAGRAPH, 0 },
  { "div", ELEMENT_PARAGRAPH, 0 },
  { "dl", ELEMENT_LIST, FALSE },
  { "dt", ELEMENT_TERM, 0 },
  { "em", ELEMENT_SPAN, CARREL_SPAN_EMPHASIS },
  { "h1", ELEMENT_HEADING, 1 },
  { "h2", ELEMENT_HEADING, 2 },
  { "h3", ELEMENT_HEADING, 3 },
  { "h4", ELEMENT_HEADING, 4 },
  { "h5", ELEMENT_HEADING, 5 },
  { "h6", ELEMENT_HEADING, 6 },
  { "head", ELEMENT_SKIPPED, 0 },
  { "hr", ELEMENT_RULE, 0 },
  { "i", ELEMENT_SPAN, CARREL_SPAN_EMPHASIS },
  { "img", ELEMENT_SPAN, CARREL_SPAN_IMAGE },
  { "li", ELEMENT_ITEM, 0 },
  { "ol", ELEMENT_LIST, TRUE },
  { "p", ELEMENT_PARAGRAPH, 0 },
  { "pre", ELEMENT_CODE_BLOCK, 0 },
  { "s", ELEMENT_SPAN, CARREL_SPAN_STRUCK },
  { "script", ELEMENT_SKIPPED, 0 },
  { "section", ELEMENT_PARAGRAPH, 0 },
  { "strike", ELEMENT_SPAN, CARREL_SPAN_STRUCK },
  { "strong", ELEMENT_SPAN, CARREL_SPAN_STRONG },
  { "style", ELEMENT_SKIPPED, 0 },
  { "summary", ELEMENT_PARAGRAPH, 0 },
  { "svg", ELEMENT_SKIPPED, 0 },
  { "table", ELEMENT_TABLE, 0 },
  { "td", ELEMENT_CELL, FALSE },
  { "th", ELEMENT_CELL, TRUE },
  { "title", ELEMENT_SKIPPED, 0 },
  { "tr", ELEMENT_ROW, 0 },
  { "ul", ELEMENT_LIST, FALSE },
};

typedef struct
{
  CarrelBlockBuilder *builder;
  CarrelHtmlPlace place;
  int number; /* of the next item of a numbered list, -1 in a bullet list */
  gboolean in_table;
  gboolean in_cell;    /* text goes to a cell */
  gboolean in_heading; /* or to a heading */
  guint depth;
  guint column;                 /* of the next cell */
  guint row_spans[MAX_COLUMNS]; /* rows that a cell above still covers */
} HtmlReader;

typedef gboolean (*HtmlHandler) (HtmlReader *reader, xmlNode *node, const Element *element);

static void read_children (HtmlReader *reader, xmlNode *node);

static const Element *
find_element (const char *name, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    if (strlen (elements[i].name) == length
        && g_ascii_strncasecmp (elements[i].name, name, length) == 0)
      return &elements[i];
  return NULL;
}

static int
get_line (HtmlReader *reader, xmlNode *node)
{
  return reader->place.line + MAX ((int) xmlGetLineNo (node) - 1, 0);
}

static CarrelBlock *
add_block (HtmlReader *reader, CarrelBlockKind kind, xmlNode *node)
{
  CarrelBlock *block = carrel_block_builder_add (reader->builder, kind, get_line (reader, node));

  block->quote_depth = reader->place.quote_depth;
  block->list_depth = reader->place.list_depth;
  block->is_html = TRUE;
  return block;
}

/* A break in what is read as one text, else the end of a text. */
static void
end_text (HtmlReader *reader)
{
  if (reader->in_cell || reader->in_heading)
    carrel_block_builder_add_break (reader->builder, "\n");
  else if (carrel_block_builder_is_open (reader->builder))
    carrel_block_builder_close_text (reader->builder);
}

/* White space is one blank; a line end of the source is no line end of the text. */
static void
add_squeezed (HtmlReader *reader, xmlNode *node)
{
  const char *text = (const char *) node->content;

  if (!carrel_block_builder_is_open (reader->builder))
    {
      if (text[strspn (text, " \t\r\n\f")] == '\0')
        return;
      add_block (reader, CARREL_BLOCK_PARAGRAPH, node)->line
          = reader->place.line + carrel_libxml_get_text_line (node) - 1;
      carrel_block_builder_open_text (reader->builder);
    }
  while (*text != '\0')
    {
      gsize n_space = strspn (text, " \t\r\n\f");
      gsize n_word = strcspn (text + n_space, " \t\r\n\f");

      if (n_space > 0)
        carrel_block_builder_add_break (reader->builder, " ");
      carrel_block_builder_add_text (reader->builder, text + n_space, n_word);
      text += n_space + n_word;
    }
}

static void
open_text_block (HtmlReader *reader, CarrelBlockKind kind, xmlNode *node)
{
  add_block (reader, kind, node);
  carrel_block_builder_open_text (reader->builder);
}

static gboolean
enter_span (HtmlReader *reader, xmlNode *node, const Element *element)
{
  const char *key = element->value == CARREL_SPAN_IMAGE ? "src" : "href";
  xmlChar *url = xmlGetProp (node, (const xmlChar *) key);
  xmlChar *alt = xmlGetProp (node, (const xmlChar *) "alt");

  if (!carrel_block_builder_is_open (reader->builder))
    open_text_block (reader, CARREL_BLOCK_PARAGRAPH, node);
  carrel_block_builder_open_span (reader->builder, (CarrelSpanKind) element->value,
                                  (const char *) url,
                                  url != NULL ? strlen ((const char *) url) : 0);
  if (element->value == CARREL_SPAN_IMAGE && alt != NULL)
    carrel_block_builder_add_text (reader->builder, (const char *) alt,
                                   strlen ((const char *) alt));
  xmlFree (url);
  xmlFree (alt);
  return TRUE;
}

static gboolean
has_descendant (xmlNode *node, ElementKind kind, guint depth)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const Element *element = NULL;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      element = find_element ((const char *) child->name, strlen ((const char *) child->name));
      if (element != NULL && element->kind == kind)
        return TRUE;
      if (depth < MAX_DEPTH && has_descendant (child, kind, depth + 1))
        return TRUE;
    }
  return FALSE;
}

static guint
count_columns (xmlNode *node, guint depth)
{
  guint n_cells = 0;
  guint n_most = 0;

  for (xmlNode *child = node->children; child != NULL && depth < MAX_DEPTH; child = child->next)
    {
      const Element *element = NULL;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      element = find_element ((const char *) child->name, strlen ((const char *) child->name));
      if (element != NULL && element->kind == ELEMENT_CELL)
        n_cells++;
      else
        n_most = MAX (n_most, count_columns (child, depth + 1));
    }
  return MAX (n_cells, n_most);
}

/* What a table is called is read above it: inside it are only rows. */
static void
read_captions (HtmlReader *reader, xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE
        && g_ascii_strcasecmp ((const char *) child->name, "caption") == 0)
      {
        end_text (reader);
        read_children (reader, child);
        end_text (reader);
      }
}

/* A table that holds headings or tables, or has one column, arranges things and is read as text. */
static gboolean
enter_table (HtmlReader *reader, xmlNode *node, const Element *element)
{
  guint n_columns = count_columns (node, 0);

  if (reader->in_cell || n_columns < 2 || has_descendant (node, ELEMENT_HEADING, 0)
      || has_descendant (node, ELEMENT_TABLE, 0))
    {
      end_text (reader);
      return FALSE;
    }
  read_captions (reader, node);
  add_block (reader, CARREL_BLOCK_TABLE, node);
  memset (reader->row_spans, 0, sizeof reader->row_spans);
  for (guint i = 0; i < n_columns; i++)
    carrel_block_builder_add_column (reader->builder, CARREL_ALIGN_DEFAULT);
  return TRUE;
}

static gboolean
is_in_table (HtmlReader *reader)
{
  return reader->in_table && !carrel_block_builder_is_open (reader->builder);
}

static void
add_empty_cell (HtmlReader *reader)
{
  carrel_block_builder_open_text (reader->builder);
  carrel_block_builder_add_cell (reader->builder, FALSE);
}

static guint
get_span (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  guint64 span = value != NULL ? g_ascii_strtoull ((const char *) value, NULL, 10) : 1;

  xmlFree (value);
  return (guint) CLAMP (span, 1, MAX_COLUMNS);
}

/* Empty cells where a cell of a row above reaches down. */
static void
skip_covered (HtmlReader *reader)
{
  while (reader->column < MAX_COLUMNS && reader->row_spans[reader->column] > 0)
    {
      reader->row_spans[reader->column]--;
      reader->column++;
      carrel_block_builder_open_text (reader->builder);
      carrel_block_builder_add_cell (reader->builder, TRUE);
    }
}

/* Cells from above that reach down at the end of a row that is over. */
static void
leave_row (HtmlReader *reader)
{
  skip_covered (reader);
  for (guint i = reader->column; i < MAX_COLUMNS; i++)
    if (reader->row_spans[i] > 0)
      reader->row_spans[i]--;
}

static gboolean
enter_row (HtmlReader *reader, xmlNode *node, const Element *element)
{
  gboolean is_header = TRUE;

  if (reader->in_cell || !is_in_table (reader))
    {
      end_text (reader);
      return FALSE;
    }
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((char *) child->name, "td") == 0)
      is_header = FALSE;
  carrel_block_builder_open_row (reader->builder, get_line (reader, node), is_header);
  reader->column = 0;
  return TRUE;
}

static gboolean
enter_cell (HtmlReader *reader, xmlNode *node, const Element *element)
{
  if (reader->in_cell || !is_in_table (reader))
    {
      end_text (reader);
      return FALSE;
    }
  /* A cell outside any row starts one: HTML Standard, 13.2.6.4.13, "in table body". */
  if (carrel_block_builder_get_last (reader->builder)->n_rows == 0)
    {
      carrel_block_builder_open_row (reader->builder, get_line (reader, node), FALSE);
      reader->column = 0;
    }
  skip_covered (reader);
  reader->in_cell = TRUE;
  carrel_block_builder_open_text (reader->builder);
  return TRUE;
}

static void
leave_cell (HtmlReader *reader, xmlNode *node)
{
  guint n_columns = get_span (node, "colspan");
  guint n_rows = get_span (node, "rowspan");

  carrel_block_builder_add_cell (reader->builder, FALSE);
  reader->in_cell = FALSE;
  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        add_empty_cell (reader);
      if (reader->column < MAX_COLUMNS)
        reader->row_spans[reader->column] = n_rows - 1;
      reader->column++;
    }
}

static gboolean
enter_block (HtmlReader *reader, xmlNode *node, const Element *element)
{
  static const CarrelBlockKind kinds[] = {
    [ELEMENT_HEADING] = CARREL_BLOCK_HEADING,
    [ELEMENT_ITEM] = CARREL_BLOCK_LIST_ITEM,
    [ELEMENT_CODE_BLOCK] = CARREL_BLOCK_CODE,
    [ELEMENT_RULE] = CARREL_BLOCK_RULE,
  };
  CarrelBlock *block;

  end_text (reader);
  if (reader->in_cell || reader->in_heading)
    return FALSE;
  if (element->kind == ELEMENT_PARAGRAPH || element->kind == ELEMENT_CAPTION)
    return TRUE;
  block = add_block (reader, kinds[element->kind], node);
  if (element->kind == ELEMENT_HEADING)
    block->level = (guint8) element->value;
  if (element->kind == ELEMENT_ITEM)
    {
      block->list_depth = MAX (block->list_depth, 1);
      block->number = reader->number;
      reader->number += reader->number >= 0;
    }
  reader->in_heading = element->kind == ELEMENT_HEADING;
  if (element->kind != ELEMENT_RULE)
    carrel_block_builder_open_text (reader->builder);
  return TRUE;
}

static void
leave_element (HtmlReader *reader, xmlNode *node, const Element *element)
{
  if (element->kind == ELEMENT_SPAN)
    {
      carrel_block_builder_close_span (reader->builder, (CarrelSpanKind) element->value);
      return;
    }
  if (element->kind == ELEMENT_CELL)
    {
      leave_cell (reader, node);
      return;
    }
  if (element->kind == ELEMENT_ROW)
    {
      leave_row (reader);
      return;
    }
  if (element->kind == ELEMENT_HEADING)
    reader->in_heading = FALSE;
  end_text (reader);
}

static void
read_nested (HtmlReader *reader, xmlNode *node, const Element *element)
{
  CarrelHtmlPlace place = reader->place;
  int number = reader->number;

  end_text (reader);
  if (element->kind == ELEMENT_QUOTE)
    reader->place.quote_depth += reader->place.quote_depth < G_MAXUINT8 ? 1 : 0;
  else if (element->kind == ELEMENT_TERM)
    reader->place.list_depth -= reader->place.list_depth > 0 ? 1 : 0;
  else
    {
      reader->place.list_depth += reader->place.list_depth < G_MAXUINT8 ? 1 : 0;
      reader->number = element->value ? 1 : -1;
    }
  read_children (reader, node);
  end_text (reader);
  reader->place = place;
  reader->number = number;
}

static gboolean
enter_element (HtmlReader *reader, xmlNode *node, const Element *element)
{
  static const HtmlHandler handlers[ELEMENT_SPAN + 1] = {
    [ELEMENT_PARAGRAPH] = enter_block, [ELEMENT_HEADING] = enter_block,
    [ELEMENT_CAPTION] = enter_block,   [ELEMENT_ITEM] = enter_block,
    [ELEMENT_RULE] = enter_block,      [ELEMENT_CODE_BLOCK] = enter_block,
    [ELEMENT_TABLE] = enter_table,     [ELEMENT_ROW] = enter_row,
    [ELEMENT_CELL] = enter_cell,       [ELEMENT_SPAN] = enter_span,
  };

  return handlers[element->kind] != NULL && handlers[element->kind](reader, node, element);
}

static void
read_element (HtmlReader *reader, xmlNode *node, const Element *element)
{
  gboolean is_table = element->kind == ELEMENT_TABLE;
  gboolean entered;

  if (element->kind == ELEMENT_BREAK)
    {
      carrel_block_builder_add_break (reader->builder, "\n");
      return;
    }
  entered = enter_element (reader, node, element);
  reader->in_table = reader->in_table || (entered && is_table);
  read_children (reader, node);
  if (!entered)
    return;
  if (is_table)
    reader->in_table = FALSE;
  else
    leave_element (reader, node, element);
}

/* What changes how deep the text in it stands. */
static gboolean
is_nested (ElementKind kind)
{
  return kind == ELEMENT_LIST || kind == ELEMENT_TERM || kind == ELEMENT_QUOTE;
}

static void
read_node (HtmlReader *reader, xmlNode *node)
{
  const Element *element = NULL;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    {
      if (!is_in_table (reader))
        add_squeezed (reader, node);
      return;
    }
  if (node->type != XML_ELEMENT_NODE)
    return;
  element = find_element ((const char *) node->name, strlen ((const char *) node->name));
  if (element == NULL || element->kind == ELEMENT_TRANSPARENT)
    read_children (reader, node);
  else if (is_nested (element->kind))
    read_nested (reader, node, element);
  else if (element->kind != ELEMENT_SKIPPED)
    read_element (reader, node, element);
}

static void
read_children (HtmlReader *reader, xmlNode *node)
{
  if (reader->depth >= MAX_DEPTH)
    return;
  reader->depth++;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    read_node (reader, child);
  reader->depth--;
}

/* The value of an attribute inside a tag, or NULL. */
static char *
dup_attribute (const char *tag, gsize length, const char *name)
{
  g_autofree char *text = g_strndup (tag, length);
  g_autofree char *pattern
      = g_strdup_printf ("\\s%s=(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]*))", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;
  return g_match_info_fetch (match, g_match_info_get_match_count (match) - 1);
}

/* "<h4><p>Part I</p></h4>": the parser ends a heading where a paragraph begins in it. */
static char *
dup_without_paragraphs_in_headings (const char *html, gsize length)
{
  g_autofree char *text = g_strndup (html, length);
  g_autoptr (GRegex) regex
      = g_regex_new ("(<h[1-6]\\b[^>]*>\\s*)<p\\b[^>]*>", G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);

  return g_regex_replace (regex, text, -1, 0, "\\1", 0, NULL);
}

/**
 * carrel_html_reader_add_blocks:
 * @builder: where the blocks go
 * @html: UTF-8
 * @length: its bytes
 * @place: where it stands
 *
 * Adds what can be read in a piece of HTML, which need not be complete or correct.
 */
void
carrel_html_reader_add_blocks (CarrelBlockBuilder *builder,
                               const char *html,
                               gsize length,
                               const CarrelHtmlPlace *place)
{
  HtmlReader reader = { .builder = builder, .place = *place, .number = -1 };
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                      | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  g_autofree char *plain = dup_without_paragraphs_in_headings (html, length);
  htmlDocPtr document = htmlReadMemory (plain, (int) strlen (plain), NULL, "UTF-8", options);

  if (document == NULL)
    return;
  read_children (&reader, (xmlNode *) document);
  if (carrel_block_builder_is_open (builder))
    carrel_block_builder_close_text (builder);
  xmlFreeDoc (document);
}

static void
open_tag_span (CarrelBlockBuilder *builder, const char *tag, gsize length, CarrelSpanKind kind)
{
  gboolean is_image = kind == CARREL_SPAN_IMAGE;
  g_autofree char *url = dup_attribute (tag, length, is_image ? "src" : "href");
  g_autofree char *alt = is_image ? dup_attribute (tag, length, "alt") : NULL;

  carrel_block_builder_open_span (builder, kind, url, url != NULL ? strlen (url) : 0);
  if (alt != NULL)
    carrel_block_builder_add_text (builder, alt, strlen (alt));
  if (is_image)
    carrel_block_builder_close_span (builder, kind);
}

/**
 * carrel_html_reader_add_tag:
 * @builder: a builder with an open text
 * @tag: one tag, from "<" to ">"
 * @length: its bytes
 *
 * Opens or closes the span that a tag between words stands for.
 */
void
carrel_html_reader_add_tag (CarrelBlockBuilder *builder, const char *tag, gsize length)
{
  gboolean is_end = length > 1 && tag[1] == '/';
  gsize start = is_end ? 2 : 1;
  gsize n_name = 0;
  const Element *element;

  while (start + n_name < length && g_ascii_isalnum (tag[start + n_name]))
    n_name++;
  element = find_element (tag + start, n_name);
  if (element == NULL)
    return;
  if (element->kind == ELEMENT_BREAK)
    carrel_block_builder_add_break (builder, "\n");
  else if (element->kind == ELEMENT_SPAN && is_end)
    carrel_block_builder_close_span (builder, (CarrelSpanKind) element->value);
  else if (element->kind == ELEMENT_SPAN)
    open_tag_span (builder, tag, length, (CarrelSpanKind) element->value);
}
