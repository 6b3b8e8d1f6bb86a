/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Walking through a document: by block, by cell, by heading, link, table and list; selecting and
 * copying. */
#define G_LOG_DOMAIN "carrel-document-moves"

#include "config.h"

#include "carrel-document-private.h"

#include "carrel-accessible.h"

#include <glib/gi18n.h>

/* What the keys of a letter jump to. */
typedef enum
{
  JUMP_HEADING,
  JUMP_TABLE,
  JUMP_LIST,
} Jump;

/**
 * carrel_document_get_block:
 * @self: a document
 * @at: a place in reading order
 *
 * Returns: (transfer none): the block there
 */
CarrelDocumentBlock *
carrel_document_get_block (CarrelDocument *self, guint at)
{
  return g_ptr_array_index (self->blocks, at);
}

static char *
dup_spoken (const CarrelDocumentBlock *block, gboolean with_row)
{
  if (block->table != NULL)
    return carrel_document_table_dup_spoken (block->table, block, with_row);
  return carrel_document_block_dup_spoken (block);
}

static void
show_selection (CarrelDocument *self)
{
  int from = MIN (self->anchor, (int) self->current);
  int until = MAX (self->anchor, (int) self->current);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      GtkWidget *label = GTK_WIDGET (carrel_document_get_block (self, i)->label);

      if (self->anchor >= 0 && (int) i >= from && (int) i <= until)
        gtk_widget_add_css_class (label, "selected");
      else
        gtk_widget_remove_css_class (label, "selected");
    }
}

/**
 * carrel_document_clear_selection:
 * @self: a document
 *
 * Takes the selection over blocks away.
 */
void
carrel_document_clear_selection (CarrelDocument *self)
{
  if (self->anchor < 0)
    return;
  self->anchor = -1;
  show_selection (self);
}

/**
 * carrel_document_go_to:
 * @self: a document
 * @at: a place in reading order
 * @name: (nullable): what to say instead of the block
 * @with_row: whether a cell names its row
 *
 * Names the block first and then gives it the focus, so that it is said once; the block that was
 * left gets its own name back after the focus has left it.
 */
void
carrel_document_go_to (CarrelDocument *self, guint at, const char *name, gboolean with_row)
{
  CarrelDocumentBlock *from = carrel_document_get_block (self, self->current);
  CarrelDocumentBlock *to = carrel_document_get_block (self, at);
  g_autofree char *spoken = name != NULL ? g_strdup (name) : dup_spoken (to, with_row);

  carrel_accessible_set_label (to->label, spoken);
  carrel_document_mark_here (self, from, FALSE);
  carrel_document_mark_here (self, to, TRUE);
  self->current = at;
  self->has_link = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (to->label));
  if (from != to)
    {
      g_autofree char *own = dup_spoken (from, FALSE);

      gtk_label_select_region (from->label, 0, 0);
      carrel_accessible_set_label (from->label, own);
    }
  if (g_strcmp0 (from->section, to->section) != 0)
    carrel_document_emit (self, CARREL_DOCUMENT_SECTION_CHANGED, to->section);
}

/* The next block up or down; in a table the cell above or below. */
static int
find_next (CarrelDocument *self, int direction)
{
  const CarrelDocumentBlock *from = carrel_document_get_block (self, self->current);

  for (int i = (int) self->current + direction; i >= 0 && i < (int) self->blocks->len;
       i += direction)
    {
      const CarrelDocumentBlock *block = carrel_document_get_block (self, (guint) i);
      guint column = block->table == from->table ? from->column : 0;

      if (block->table == NULL || block->column == column)
        return i;
    }
  return -1;
}

static gboolean
is_jump (const CarrelDocumentBlock *block, const CarrelDocumentBlock *before, Jump jump)
{
  switch (jump)
    {
    case JUMP_HEADING:
      return block->kind == CARREL_TEXT_HEADING;
    case JUMP_TABLE:
      return block->table != NULL && block->row == 0 && block->column == 0;
    case JUMP_LIST:
    default:
      return block->kind == CARREL_TEXT_ITEM
             && (before == NULL || before->kind != CARREL_TEXT_ITEM);
    }
}

static void
jump_to (CarrelDocument *self, Jump jump, int direction)
{
  static const char *const missed[]
      = { N_ ("No other heading"), N_ ("No other table"), N_ ("No other list") };

  for (int i = (int) self->current + direction; i >= 0 && i < (int) self->blocks->len;
       i += direction)
    {
      const CarrelDocumentBlock *before
          = i > 0 ? carrel_document_get_block (self, (guint) i - 1) : NULL;

      if (!is_jump (carrel_document_get_block (self, (guint) i), before, jump))
        continue;
      carrel_document_clear_selection (self);
      carrel_document_go_to (self, (guint) i, NULL, FALSE);
      return;
    }
  carrel_document_emit (self, CARREL_DOCUMENT_MISSED, _ (missed[jump]));
}

/* The next link after the one that is chosen: in this block or in one that follows. */
static void
jump_to_link (CarrelDocument *self, int direction)
{
  int at = (int) self->current;
  int link = self->has_link
                 ? (int) self->link + direction
                 : (direction > 0
                        ? 0
                        : (int) carrel_document_get_block (self, self->current)->links->len - 1);

  while (at >= 0 && at < (int) self->blocks->len)
    {
      CarrelDocumentBlock *block = carrel_document_get_block (self, (guint) at);
      const CarrelTextLink *found = NULL;
      g_autofree char *words = NULL;
      g_autofree char *spoken = NULL;

      if (link < 0 || link >= (int) block->links->len)
        {
          at += direction;
          if (at >= 0 && at < (int) self->blocks->len)
            link = direction > 0
                       ? 0
                       : (int) carrel_document_get_block (self, (guint) at)->links->len - 1;
          continue;
        }
      found = &g_array_index (block->links, CarrelTextLink, link);
      words = g_strndup (block->text + found->start, found->end - found->start);
      /* Translators: the text of a link, as a screen reader says it. */
      spoken = g_strdup_printf (_ ("%s, link"), words);
      carrel_document_go_to (self, (guint) at, spoken, FALSE);
      self->has_link = TRUE;
      self->link = (guint) link;
      gtk_label_select_region (
          block->label, (int) g_utf8_pointer_to_offset (block->text, block->text + found->start),
          (int) g_utf8_pointer_to_offset (block->text, block->text + found->end));
      return;
    }
  carrel_document_emit (self, CARREL_DOCUMENT_MISSED, _ ("No other link"));
}

static gboolean
open_link (CarrelDocument *self)
{
  CarrelDocumentBlock *block = carrel_document_get_block (self, self->current);
  guint at = self->has_link ? self->link : 0;

  if (at >= block->links->len || (!self->has_link && block->links->len != 1))
    return FALSE;
  carrel_document_emit (self, CARREL_DOCUMENT_OPEN_URI,
                        g_array_index (block->links, CarrelTextLink, at).url);
  return TRUE;
}

/* How many paragraphs are selected when the selection goes on to a block, and the block. */
static char *
dup_selected (CarrelDocument *self, int until)
{
  guint n_blocks = (guint) ABS (until - self->anchor) + 1;
  g_autofree char *block = dup_spoken (carrel_document_get_block (self, (guint) until), TRUE);

  /* Translators: how many paragraphs are selected, and the text of the last one. */
  return g_strdup_printf (ngettext ("%u selected, %s", "%u selected, %s", n_blocks), n_blocks,
                          block);
}

static void
move (CarrelDocument *self, int direction, gboolean extends)
{
  int next = find_next (self, direction);
  g_autofree char *spoken = NULL;

  if (next < 0)
    return;
  if (!extends)
    carrel_document_clear_selection (self);
  else if (self->anchor < 0)
    self->anchor = (int) self->current;
  if (extends)
    spoken = dup_selected (self, next);
  carrel_document_go_to (self, (guint) next, spoken, TRUE);
  if (extends)
    show_selection (self);
}

/* Left and Right walk through the cells of a row; in other blocks they move the caret. */
static gboolean
move_in_row (CarrelDocument *self, int direction)
{
  const CarrelDocumentBlock *block = carrel_document_get_block (self, self->current);
  int column = (int) block->column + direction;

  if (block->table == NULL)
    return FALSE;
  if (column >= 0 && column < (int) block->table->n_columns)
    carrel_document_go_to (self, (guint) ((int) self->current + direction), NULL, FALSE);
  return TRUE;
}

static void
move_to_end (CarrelDocument *self, gboolean is_first)
{
  carrel_document_clear_selection (self);
  carrel_document_go_to (self, is_first ? 0 : self->blocks->len - 1, NULL, FALSE);
}

/**
 * carrel_document_dup_range:
 * @self: a document
 * @from: the first place
 * @until: the last place
 *
 * Returns: (transfer full): the blocks as text: cells with tabs between them, others on lines of
 * their own
 */
char *
carrel_document_dup_range (CarrelDocument *self, guint from, guint until)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = from; i <= until && i < self->blocks->len; i++)
    {
      const CarrelDocumentBlock *block = carrel_document_get_block (self, i);
      const CarrelDocumentBlock *before = i > from ? carrel_document_get_block (self, i - 1) : NULL;

      if (before != NULL && before->table != NULL && before->table == block->table)
        g_string_append (text, before->row == block->row ? "\t" : "\n");
      else if (before != NULL)
        g_string_append (text, "\n");
      g_string_append (text, block->text);
    }
  return g_strdup (text->str);
}

static gboolean
copy (CarrelDocument *self)
{
  guint from = self->anchor < 0 ? self->current : MIN ((guint) self->anchor, self->current);
  guint until = self->anchor < 0 ? self->current : MAX ((guint) self->anchor, self->current);
  g_autofree char *text = NULL;

  if (self->anchor < 0
      && gtk_label_get_selection_bounds (carrel_document_get_block (self, self->current)->label,
                                         NULL, NULL))
    return FALSE;
  text = carrel_document_dup_range (self, from, until);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  carrel_document_emit (self, CARREL_DOCUMENT_COPIED, GUINT_TO_POINTER (until - from + 1));
  return TRUE;
}

static void
select_all (CarrelDocument *self)
{
  guint n_blocks = self->blocks->len;
  g_autofree char *spoken = NULL;

  /* Translators: said when a text is selected. */
  spoken = g_strdup_printf (ngettext ("%u paragraph selected", "%u paragraphs selected", n_blocks),
                            n_blocks);
  self->anchor = 0;
  carrel_document_go_to (self, n_blocks - 1, spoken, FALSE);
  show_selection (self);
}

static gboolean
press_letter (CarrelDocument *self, guint keyval, int direction)
{
  static const struct
  {
    guint keyval;
    Jump jump;
  } jumps[] = { { GDK_KEY_h, JUMP_HEADING }, { GDK_KEY_t, JUMP_TABLE }, { GDK_KEY_l, JUMP_LIST } };

  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    if (gdk_keyval_to_lower (keyval) == jumps[i].keyval)
      {
        jump_to (self, jumps[i].jump, direction);
        return TRUE;
      }
  if (gdk_keyval_to_lower (keyval) != GDK_KEY_k)
    return FALSE;
  jump_to_link (self, direction);
  return TRUE;
}

static gboolean
press_with_control (CarrelDocument *self, guint keyval)
{
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_c:
      return copy (self);
    case GDK_KEY_a:
      select_all (self);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_End:
      move_to_end (self, keyval == GDK_KEY_Home);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
press_arrow (CarrelDocument *self, guint keyval, gboolean is_shifted)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      move (self, keyval == GDK_KEY_Up ? -1 : 1, is_shifted);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      return !is_shifted && move_in_row (self, (keyval == GDK_KEY_Left) == is_rtl ? 1 : -1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return open_link (self);
    default:
      return FALSE;
    }
}

/**
 * carrel_document_press:
 * @self: a document
 * @keyval: the key
 * @state: what is held down with it
 *
 * Walks through the text by the keyboard.
 *
 * Returns: whether the key has done something
 */
gboolean
carrel_document_press (CarrelDocument *self, guint keyval, GdkModifierType state)
{
  gboolean is_shifted = (state & GDK_SHIFT_MASK) != 0;

  if (self->blocks->len == 0 || (state & GDK_ALT_MASK) != 0)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    return press_with_control (self, keyval);
  return press_arrow (self, keyval, is_shifted) || press_letter (self, keyval, is_shifted ? -1 : 1);
}
