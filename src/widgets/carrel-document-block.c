/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks of a document. Text never becomes markup: what is strong or a link is told to Pango by
 * attributes. */
#define G_LOG_DOMAIN "carrel-document-block"

#include "config.h"

#include "carrel-document-block.h"

#include "carrel-accessible.h"
#include "carrel-narrowest.h"

#include <glib/gi18n.h>
#include <string.h>

/* The least width of a column of text, in letters: it is long, and has a window for itself. */
#define N_NARROWEST 7

static void
clear_link (gpointer data)
{
  g_free (((CarrelTextLink *) data)->url);
}

static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* A link that a page may lead to; anything else stays text. Pages of our help lead to each other.
 */
static gboolean
is_safe (const char *url)
{
  static const char *const schemes[] = { "http", "https", "mailto", "tel", "help" };
  g_autofree char *scheme = url != NULL ? g_uri_parse_scheme (url) : NULL;

  for (guint i = 0; scheme != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strcasecmp (scheme, schemes[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
add_link (CarrelDocumentBlock *self, const CarrelSpan *span, guint offset)
{
  CarrelTextLink link = { span->start + offset, span->end + offset, NULL };

  if (!is_safe (span->url))
    return;
  link.url = g_strdup (span->url);
  g_array_append_val (self->links, link);
  insert (self->attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), link.start,
          link.end);
}

static void
add_span (CarrelDocumentBlock *self, const CarrelSpan *span, guint offset)
{
  guint start = span->start + offset, end = span->end + offset;

  switch (span->kind)
    {
    case CARREL_SPAN_STRONG:
      insert (self->attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      break;
    case CARREL_SPAN_EMPHASIS:
      insert (self->attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
      break;
    case CARREL_SPAN_CODE:
      insert (self->attributes, pango_attr_family_new ("monospace"), start, end);
      break;
    case CARREL_SPAN_STRUCK:
      insert (self->attributes, pango_attr_strikethrough_new (TRUE), start, end);
      break;
    case CARREL_SPAN_LINK:
      add_link (self, span, offset);
      break;
    case CARREL_SPAN_IMAGE:
    default:
      insert (self->attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
      break;
    }
}

/* What stands before the text of an item. */
static char *
dup_marker (const CarrelDocumentBlock *self)
{
  if (self->kind != CARREL_TEXT_ITEM)
    return g_strdup ("");
  return self->number >= 0 ? g_strdup_printf ("%d. ", self->number) : g_strdup ("• ");
}

/* GTK 4.18 speaks role and level of a heading; 4.8 has no level, so that it stands in the name. */
static GtkLabel *
new_label (const CarrelDocumentBlock *self)
{
  gboolean is_heading = self->kind == CARREL_TEXT_HEADING && !carrel_accessible_is_old ();
  GtkLabel *label = g_object_new (
      GTK_TYPE_LABEL, "accessible-role",
      is_heading ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_REGION, "selectable", TRUE,
      "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "label", self->text, NULL);

  if (is_heading)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                    self->level, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, FALSE,
                                  -1);
  gtk_label_set_attributes (label, self->attributes);
  carrel_narrowest_set (label, N_NARROWEST);
  return label;
}

static void
style_label (const CarrelDocumentBlock *self)
{
  static const char *const headings[]
      = { "title-2", "title-3", "title-4", "heading", "heading", "heading" };
  GtkWidget *widget = GTK_WIDGET (self->label);

  gtk_widget_add_css_class (widget, "document-block");
  if (self->kind == CARREL_TEXT_HEADING)
    gtk_widget_add_css_class (widget, headings[CLAMP (self->level, 1, 6) - 1]);
  else if (self->kind == CARREL_TEXT_CODE)
    gtk_widget_add_css_class (widget, "monospace");
  if (self->kind != CARREL_TEXT_CELL)
    gtk_widget_add_css_class (widget, "paragraph");
  if (self->kind == CARREL_TEXT_ITEM)
    gtk_widget_set_margin_start (widget, 18 * CLAMP (self->level, 1, 6));
}

/* What kind of block it is, in words around its text. */
static char *
dup_named (const CarrelDocumentBlock *self)
{
  switch (self->kind)
    {
    case CARREL_TEXT_HEADING:
      /* Translators: a heading and its level, as a screen reader says it. */
      return g_strdup_printf (_ ("%s, heading level %d"), self->text, self->level);
    case CARREL_TEXT_ITEM:
      if (self->number >= 0)
        return g_strdup (self->text);
      /* Translators: an item of a list, as a screen reader says it; the text after its bullet. */
      return g_strdup_printf (_ ("Bullet: %s"), self->text + strlen ("• "));
    case CARREL_TEXT_CODE:
      /* Translators: a piece of program text, as a screen reader says it. */
      return g_strdup_printf (_ ("Code: %s"), self->text);
    case CARREL_TEXT_PARAGRAPH:
    case CARREL_TEXT_CELL:
    default:
      return g_strdup (self->text);
    }
}

/**
 * carrel_document_block_new:
 * @kind: what it is
 * @level: of a heading or an item; 0 of the others
 * @number: of a numbered item; -1 of the others
 * @content: its text with spans
 * @section: (nullable): the id of the section it stands in
 *
 * Returns: (transfer full): a block with a label that has no parent yet
 */
CarrelDocumentBlock *
carrel_document_block_new (
    CarrelTextKind kind, int level, int number, const CarrelInline *content, const char *section)
{
  CarrelDocumentBlock *self = g_new0 (CarrelDocumentBlock, 1);
  g_autofree char *marker = NULL;
  g_autofree char *spoken = NULL;

  self->kind = kind;
  self->level = level;
  self->number = number;
  marker = dup_marker (self);
  self->text = g_strconcat (marker, content->text, NULL);
  self->section = g_strdup (section);
  self->links = g_array_new (FALSE, FALSE, sizeof (CarrelTextLink));
  g_array_set_clear_func (self->links, clear_link);
  self->attributes = pango_attr_list_new ();
  for (guint i = 0; i < content->n_spans; i++)
    add_span (self, &content->spans[i], (guint) strlen (marker));
  self->label = g_object_ref_sink (new_label (self));
  style_label (self);
  spoken = carrel_document_block_dup_spoken (self);
  carrel_accessible_set_label (self->label, spoken);
  return self;
}

/**
 * carrel_document_block_free:
 * @self: (transfer full): a block
 *
 * Frees it; its label goes with its parent.
 */
void
carrel_document_block_free (CarrelDocumentBlock *self)
{
  g_free (self->text);
  g_free (self->section);
  g_array_unref (self->links);
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->label);
  g_free (self);
}

/**
 * carrel_document_block_dup_spoken:
 * @self: a block that is no cell
 *
 * Returns: (transfer full): what a screen reader says for it: its text, what it is, and how many
 *   links there are in it
 */
char *
carrel_document_block_dup_spoken (const CarrelDocumentBlock *self)
{
  g_autofree char *named = dup_named (self);
  g_autofree char *links = NULL;

  if (self->links->len == 0)
    return g_steal_pointer (&named);
  links = g_strdup_printf (ngettext ("%u link", "%u links", self->links->len), self->links->len);
  /* Translators: the text of a block, and how many links are in it. */
  return g_strdup_printf (_ ("%s %s"), named, links);
}

static gboolean
is_of_looks (PangoAttribute *attribute, gpointer data)
{
  return attribute->klass->type == PANGO_ATTR_UNDERLINE
         || attribute->klass->type == PANGO_ATTR_LETTER_SPACING;
}

/**
 * carrel_document_block_set_looks:
 * @self: a block
 * @word_spacing: more space at every blank, in Pango units
 * @underlines_links: whether links have a line under them
 *
 * Dresses the text anew.
 */
void
carrel_document_block_set_looks (CarrelDocumentBlock *self,
                                 int word_spacing,
                                 gboolean underlines_links)
{
  PangoAttrList *old = pango_attr_list_filter (self->attributes, is_of_looks, NULL);

  g_clear_pointer (&old, pango_attr_list_unref);
  for (guint i = 0; underlines_links && i < self->links->len; i++)
    {
      const CarrelTextLink *link = &g_array_index (self->links, CarrelTextLink, i);

      insert (self->attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), link->start,
              link->end);
    }
  for (const char *at = self->text; word_spacing > 0 && *at != '\0'; at++)
    if (*at == ' ')
      insert (self->attributes, pango_attr_letter_spacing_new (word_spacing),
              (guint) (at - self->text), (guint) (at - self->text) + 1);
  gtk_label_set_attributes (self->label, self->attributes);
}

/**
 * carrel_document_block_mark:
 * @self: a block
 * @words: (nullable): what is to be found, in any case; %NULL or "" is nothing
 *
 * Marks every place where the words stand.
 *
 * Returns: in how many places they stand
 */
guint
carrel_document_block_mark (CarrelDocumentBlock *self, const char *words)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_copy (self->attributes);
  g_autofree char *escaped = g_regex_escape_string (words != NULL ? words : "", -1);
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  guint n_found = 0;

  if (*escaped != '\0')
    {
      regex = g_regex_new (escaped, G_REGEX_CASELESS, 0, NULL);
      g_regex_match (regex, self->text, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL), n_found++)
        {
          int start = 0, end = 0;

          g_match_info_fetch_pos (match, 0, &start, &end);
          insert (attributes, pango_attr_background_new (0xf9f9, 0xe0e0, 0x6a6a), (guint) start,
                  (guint) end);
          insert (attributes, pango_attr_foreground_new (0, 0, 0), (guint) start, (guint) end);
        }
    }
  gtk_label_set_attributes (self->label, attributes);
  return n_found;
}

/**
 * carrel_document_block_get_link_at:
 * @self: a block
 * @x: a place in the label, pixels
 * @y: the same
 *
 * Returns: (transfer none) (nullable): the address of the link there
 */
const char *
carrel_document_block_get_link_at (CarrelDocumentBlock *self, double x, double y)
{
  int left = 0, top = 0, at = 0;

  gtk_label_get_layout_offsets (self->label, &left, &top);
  if (!pango_layout_xy_to_index (gtk_label_get_layout (self->label),
                                 (int) ((x - left) * PANGO_SCALE), (int) ((y - top) * PANGO_SCALE),
                                 &at, NULL))
    return NULL;
  for (guint i = 0; i < self->links->len; i++)
    {
      const CarrelTextLink *link = &g_array_index (self->links, CarrelTextLink, i);

      if ((guint) at >= link->start && (guint) at < link->end)
        return link->url;
    }
  return NULL;
}
