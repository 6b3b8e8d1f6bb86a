/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reading pane: a column of blocks with one roving focus. Labels and not one text view, as no
 * screen reader reads a long text view right in every version of the toolkit. */
#define G_LOG_DOMAIN "carrel-document"

#include "config.h"

#include "carrel-document.h"

#include "carrel-accessible.h"
#include "carrel-document-table.h"

#include <glib/gi18n.h>

struct _CarrelDocument
{
  GtkWidget parent_instance;

  GPtrArray *blocks; /* of CarrelDocumentBlock, in reading order */
  GPtrArray *tables; /* of CarrelDocumentTable */
  GPtrArray *found;  /* of CarrelDocumentBlock, borrowed: those with what was looked for */
  guint current;
  int anchor; /* of a selection over blocks; -1 is none */
  guint link; /* of the current block that is chosen */
  gboolean has_link;
};

enum
{
  SIGNAL_OPEN_URI,
  SIGNAL_SECTION_CHANGED,
  SIGNAL_COPIED,
  SIGNAL_MISSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CarrelDocument, carrel_document, GTK_TYPE_WIDGET)

/* What the keys of a letter jump to. */
typedef enum
{
  JUMP_HEADING,
  JUMP_TABLE,
  JUMP_LIST,
} Jump;

static CarrelDocumentBlock *
get_block (CarrelDocument *self, guint at)
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
      GtkWidget *label = GTK_WIDGET (get_block (self, i)->label);

      if (self->anchor >= 0 && (int) i >= from && (int) i <= until)
        gtk_widget_add_css_class (label, "selected");
      else
        gtk_widget_remove_css_class (label, "selected");
    }
}

static void
clear_selection (CarrelDocument *self)
{
  if (self->anchor < 0)
    return;
  self->anchor = -1;
  show_selection (self);
}

/* Names the block first and then gives it the focus, so that it is said once; the block that was
 * left gets its own name back after the focus has left it. */
static void
go_to (CarrelDocument *self, guint at, const char *name, gboolean with_row)
{
  CarrelDocumentBlock *from = get_block (self, self->current);
  CarrelDocumentBlock *to = get_block (self, at);
  g_autofree char *spoken = name != NULL ? g_strdup (name) : dup_spoken (to, with_row);

  carrel_accessible_set_label (to->label, spoken);
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
    g_signal_emit (self, signals[SIGNAL_SECTION_CHANGED], 0, to->section);
}

/* The next block up or down; in a table the cell above or below. */
static int
find_next (CarrelDocument *self, int direction)
{
  const CarrelDocumentBlock *from = get_block (self, self->current);

  for (int i = (int) self->current + direction; i >= 0 && i < (int) self->blocks->len;
       i += direction)
    {
      const CarrelDocumentBlock *block = get_block (self, (guint) i);
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
      const CarrelDocumentBlock *before = i > 0 ? get_block (self, (guint) i - 1) : NULL;

      if (!is_jump (get_block (self, (guint) i), before, jump))
        continue;
      clear_selection (self);
      go_to (self, (guint) i, NULL, FALSE);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_MISSED], 0, _ (missed[jump]));
}

/* The next link after the one that is chosen: in this block or in one that follows. */
static void
jump_to_link (CarrelDocument *self, int direction)
{
  int at = (int) self->current;
  int link = self->has_link
                 ? (int) self->link + direction
                 : (direction > 0 ? 0 : (int) get_block (self, self->current)->links->len - 1);

  while (at >= 0 && at < (int) self->blocks->len)
    {
      CarrelDocumentBlock *block = get_block (self, (guint) at);
      const CarrelTextLink *found = NULL;
      g_autofree char *words = NULL;
      g_autofree char *spoken = NULL;

      if (link < 0 || link >= (int) block->links->len)
        {
          at += direction;
          if (at >= 0 && at < (int) self->blocks->len)
            link = direction > 0 ? 0 : (int) get_block (self, (guint) at)->links->len - 1;
          continue;
        }
      found = &g_array_index (block->links, CarrelTextLink, link);
      words = g_strndup (block->text + found->start, found->end - found->start);
      /* Translators: the text of a link, as a screen reader says it. */
      spoken = g_strdup_printf (_ ("%s, link"), words);
      go_to (self, (guint) at, spoken, FALSE);
      self->has_link = TRUE;
      self->link = (guint) link;
      gtk_label_select_region (
          block->label, (int) g_utf8_pointer_to_offset (block->text, block->text + found->start),
          (int) g_utf8_pointer_to_offset (block->text, block->text + found->end));
      return;
    }
  g_signal_emit (self, signals[SIGNAL_MISSED], 0, _ ("No other link"));
}

static gboolean
open_link (CarrelDocument *self)
{
  CarrelDocumentBlock *block = get_block (self, self->current);
  guint at = self->has_link ? self->link : 0;

  if (at >= block->links->len || (!self->has_link && block->links->len != 1))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_OPEN_URI], 0,
                 g_array_index (block->links, CarrelTextLink, at).url);
  return TRUE;
}

static void
move (CarrelDocument *self, int direction, gboolean extends)
{
  int next = find_next (self, direction);

  if (next < 0)
    return;
  if (!extends)
    clear_selection (self);
  else if (self->anchor < 0)
    self->anchor = (int) self->current;
  go_to (self, (guint) next, NULL, TRUE);
  if (extends)
    show_selection (self);
}

/* Left and Right walk through the cells of a row; in other blocks they move the caret. */
static gboolean
move_in_row (CarrelDocument *self, int direction)
{
  const CarrelDocumentBlock *block = get_block (self, self->current);
  int column = (int) block->column + direction;

  if (block->table == NULL)
    return FALSE;
  if (column >= 0 && column < (int) block->table->n_columns)
    go_to (self, (guint) ((int) self->current + direction), NULL, FALSE);
  return TRUE;
}

static void
move_to_end (CarrelDocument *self, gboolean is_first)
{
  clear_selection (self);
  go_to (self, is_first ? 0 : self->blocks->len - 1, NULL, FALSE);
}

/* The selected blocks as text: cells with tabs between them, other blocks on lines of their own. */
static char *
dup_range (CarrelDocument *self, guint from, guint until)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = from; i <= until && i < self->blocks->len; i++)
    {
      const CarrelDocumentBlock *block = get_block (self, i);
      const CarrelDocumentBlock *before = i > from ? get_block (self, i - 1) : NULL;

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
      && gtk_label_get_selection_bounds (get_block (self, self->current)->label, NULL, NULL))
    return FALSE;
  text = dup_range (self, from, until);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  g_signal_emit (self, signals[SIGNAL_COPIED], 0, until - from + 1);
  return TRUE;
}

static void
select_all (CarrelDocument *self)
{
  self->anchor = 0;
  go_to (self, self->blocks->len - 1, NULL, FALSE);
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

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys,
                   guint keyval,
                   guint keycode,
                   GdkModifierType state,
                   CarrelDocument *self)
{
  gboolean is_shifted = (state & GDK_SHIFT_MASK) != 0;

  if (self->blocks->len == 0 || (state & GDK_ALT_MASK) != 0)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    return press_with_control (self, keyval);
  return press_arrow (self, keyval, is_shifted) || press_letter (self, keyval, is_shifted ? -1 : 1);
}

static CarrelDocumentBlock *
find_block_of (CarrelDocument *self, GtkWidget *label, guint *at)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (GTK_WIDGET (get_block (self, i)->label) == label)
      {
        *at = i;
        return get_block (self, i);
      }
  return NULL;
}

static void
on_clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, CarrelDocument *self)
{
  GtkWidget *label = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  guint at = 0;
  CarrelDocumentBlock *block = find_block_of (self, label, &at);
  const char *url = NULL;

  if (block == NULL || n_press != 1)
    return;
  clear_selection (self);
  self->current = at;
  if (!gtk_label_get_selection_bounds (block->label, NULL, NULL))
    url = carrel_document_block_get_link_at (block, x, y);
  if (url != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN_URI], 0, url);
}

static void
watch_clicks (CarrelDocument *self, CarrelDocumentBlock *block)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (on_clicked_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (block->label), GTK_EVENT_CONTROLLER (click));
}

static void
append_block (CarrelDocument *self, CarrelDocumentBlock *block)
{
  g_ptr_array_add (self->blocks, block);
  gtk_widget_set_parent (GTK_WIDGET (block->label), GTK_WIDGET (self));
}

static void
append_table (CarrelDocument *self, const CarrelBlock *block, const char *section)
{
  CarrelDocumentTable *table = NULL;

  if (block->n_rows == 0 || block->n_columns == 0)
    return;
  table = carrel_document_table_new (block, section, self->blocks);
  g_ptr_array_add (self->tables, table);
  gtk_widget_set_parent (table->widget, GTK_WIDGET (self));
}

static void
append_text (CarrelDocument *self, const CarrelBlock *block, const char *section)
{
  static const struct
  {
    CarrelBlockKind kind;
    CarrelTextKind text;
  } kinds[] = { { CARREL_BLOCK_HEADING, CARREL_TEXT_HEADING },
                { CARREL_BLOCK_PARAGRAPH, CARREL_TEXT_PARAGRAPH },
                { CARREL_BLOCK_LIST_ITEM, CARREL_TEXT_ITEM },
                { CARREL_BLOCK_CODE, CARREL_TEXT_CODE } };
  int level = block->kind == CARREL_BLOCK_HEADING ? block->level : block->list_depth;

  if (*block->content.text == '\0')
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == block->kind)
      append_block (self, carrel_document_block_new (kinds[i].text, level, block->number,
                                                     &block->content, section));
}

static gboolean
carrel_document_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CarrelDocument *self = CARREL_DOCUMENT (widget);

  if (self->blocks->len == 0 || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  go_to (self, self->current, NULL, FALSE);
  return TRUE;
}

static gboolean
carrel_document_grab_focus (GtkWidget *widget)
{
  return carrel_document_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* A block that gets the focus is read, not selected. */
static void
carrel_document_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (carrel_document_parent_class)->root (widget);
  g_object_set (gtk_widget_get_settings (widget), "gtk-label-select-on-focus", FALSE, NULL);
}

static void
carrel_document_dispose (GObject *object)
{
  carrel_document_clear (CARREL_DOCUMENT (object));
  G_OBJECT_CLASS (carrel_document_parent_class)->dispose (object);
}

static void
carrel_document_finalize (GObject *object)
{
  CarrelDocument *self = CARREL_DOCUMENT (object);

  g_ptr_array_unref (self->found);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->blocks);
  G_OBJECT_CLASS (carrel_document_parent_class)->finalize (object);
}

static void
carrel_document_class_init (CarrelDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    const char *name;
    GType type;
  } declared[] = { { "open-uri", G_TYPE_STRING },
                   { "section-changed", G_TYPE_STRING },
                   { "copied", G_TYPE_UINT },
                   { "missed", G_TYPE_STRING } };

  object_class->dispose = carrel_document_dispose;
  object_class->finalize = carrel_document_finalize;
  widget_class->focus = carrel_document_focus;
  widget_class->grab_focus = carrel_document_grab_focus;
  widget_class->root = carrel_document_root;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (declared[i].name, CARREL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 1, declared[i].type);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "document");
}

static void
carrel_document_init (CarrelDocument *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_document_block_free);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_document_table_free);
  self->found = g_ptr_array_new ();
  self->anchor = -1;
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reading");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * carrel_document_new:
 *
 * Returns: (transfer floating): an empty document
 */
GtkWidget *
carrel_document_new (void)
{
  return g_object_new (CARREL_TYPE_DOCUMENT, NULL);
}

/**
 * carrel_document_clear:
 * @self: a document
 *
 * Takes all text away.
 */
void
carrel_document_clear (CarrelDocument *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; child != NULL; child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->found, 0);
  g_ptr_array_set_size (self->tables, 0);
  g_ptr_array_set_size (self->blocks, 0);
  self->current = 0;
  self->anchor = -1;
  self->has_link = FALSE;
}

/**
 * carrel_document_append_heading:
 * @self: a document
 * @section: (nullable): the id of the section that it starts
 * @level: 1 to 6
 * @text: its text
 *
 * Adds a heading at the end.
 */
void
carrel_document_append_heading (CarrelDocument *self,
                                const char *section,
                                int level,
                                const char *text)
{
  const CarrelInline content = { text, NULL, 0 };

  append_block (self,
                carrel_document_block_new (CARREL_TEXT_HEADING, level, -1, &content, section));
}

/**
 * carrel_document_append_markdown:
 * @self: a document
 * @section: (nullable): the id of the section it belongs to
 * @markdown: blocks of text
 *
 * Adds blocks at the end.
 */
void
carrel_document_append_markdown (CarrelDocument *self,
                                 const char *section,
                                 CarrelMarkdown *markdown)
{
  for (guint i = 0; i < carrel_markdown_get_n_blocks (markdown); i++)
    {
      const CarrelBlock *block = carrel_markdown_get_block (markdown, i);

      if (block->kind == CARREL_BLOCK_TABLE)
        append_table (self, block, section);
      else if (block->kind == CARREL_BLOCK_RULE)
        gtk_widget_set_parent (gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), GTK_WIDGET (self));
      else
        append_text (self, block, section);
    }
}

/**
 * carrel_document_finish:
 * @self: a document to which all text has been added
 *
 * Chains the blocks, so that a screen reader can read on from one to the next without a key.
 */
void
carrel_document_finish (CarrelDocument *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      watch_clicks (self, get_block (self, i));
      if (i > 0)
        gtk_accessible_update_relation (GTK_ACCESSIBLE (get_block (self, i - 1)->label),
                                        GTK_ACCESSIBLE_RELATION_FLOW_TO, get_block (self, i)->label,
                                        NULL, -1);
    }
}

/**
 * carrel_document_reveal:
 * @self: a document
 * @section: the id of a section
 *
 * Moves the reading position to the start of a section.
 *
 * Returns: whether the document has it
 */
gboolean
carrel_document_reveal (CarrelDocument *self, const char *section)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (g_strcmp0 (get_block (self, i)->section, section) == 0)
      {
        clear_selection (self);
        go_to (self, i, NULL, FALSE);
        return TRUE;
      }
  return FALSE;
}

/**
 * carrel_document_get_section:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the id of the section at the reading position
 */
const char *
carrel_document_get_section (CarrelDocument *self)
{
  return self->blocks->len > 0 ? get_block (self, self->current)->section : NULL;
}

/**
 * carrel_document_find:
 * @self: a document
 * @words: (nullable): what to look for, in any case
 *
 * Marks every place where the words stand.
 *
 * Returns: in how many places they stand
 */
guint
carrel_document_find (CarrelDocument *self, const char *words)
{
  guint n_found = 0;

  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      guint n_here = carrel_document_block_mark (get_block (self, i), words);

      n_found += n_here;
      if (n_here > 0)
        g_ptr_array_add (self->found, get_block (self, i));
    }
  return n_found;
}

/**
 * carrel_document_step:
 * @self: a document in which something was found
 * @direction: 1 for the next block that has it, -1 for the one before
 *
 * Moves the reading position, and begins anew at the other end.
 *
 * Returns: the number of the block among those found, from 1; 0 when nothing was found
 */
guint
carrel_document_step (CarrelDocument *self, int direction)
{
  guint found = direction > 0 ? 0 : self->found->len - 1;
  guint at = 0;

  if (self->found->len == 0)
    return 0;
  for (guint i = 0; i < self->found->len; i++)
    {
      const CarrelDocumentBlock *block = g_ptr_array_index (self->found, i);

      find_block_of (self, GTK_WIDGET (block->label), &at);
      if (direction > 0 && at > self->current)
        {
          found = i;
          break;
        }
      if (direction < 0 && at < self->current)
        found = i;
    }
  find_block_of (
      self, GTK_WIDGET (((CarrelDocumentBlock *) g_ptr_array_index (self->found, found))->label),
      &at);
  go_to (self, at, NULL, TRUE);
  return found + 1;
}

/**
 * carrel_document_dup_text:
 * @self: a document
 *
 * Returns: (transfer full): all text, as copying all of it would give
 */
char *
carrel_document_dup_text (CarrelDocument *self)
{
  return self->blocks->len > 0 ? dup_range (self, 0, self->blocks->len - 1) : g_strdup ("");
}
