/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reading pane: a column of blocks with one roving focus. Labels and not one text view, as no
 * screen reader reads a long text view right in every version of the toolkit. */
#define G_LOG_DOMAIN "carrel-document"

#include "config.h"

#include "carrel-document-private.h"

#include <glib/gi18n.h>

static guint signals[CARREL_DOCUMENT_N_SIGNALS];

G_DEFINE_FINAL_TYPE (CarrelDocument, carrel_document, GTK_TYPE_WIDGET)

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys,
                   guint keyval,
                   guint keycode,
                   GdkModifierType state,
                   CarrelDocument *self)
{
  return self->blocks->len > 0 && carrel_document_press (self, keyval, state);
}

static CarrelDocumentBlock *
find_block_of (CarrelDocument *self, GtkWidget *label, guint *at)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (GTK_WIDGET (carrel_document_get_block (self, i)->label) == label)
      {
        *at = i;
        return carrel_document_get_block (self, i);
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
  carrel_document_clear_selection (self);
  self->current = at;
  if (!gtk_label_get_selection_bounds (block->label, NULL, NULL))
    url = carrel_document_block_get_link_at (block, x, y);
  if (url != NULL)
    g_signal_emit (self, signals[CARREL_DOCUMENT_OPEN_URI], 0, url);
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
  carrel_document_dress (self, block);
  if (self->blocks->len == 1)
    carrel_document_mark_here (self, block, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (block->label), GTK_WIDGET (self));
}

static void
append_table (CarrelDocument *self, const CarrelBlock *block, const char *section)
{
  CarrelDocumentTable *table = NULL;
  guint first;

  if (block->n_rows == 0 || block->n_columns == 0)
    return;
  first = self->blocks->len;
  table = carrel_document_table_new (block, section, self->blocks);
  for (guint i = first; i < self->blocks->len; i++)
    carrel_document_dress (self, carrel_document_get_block (self, i));
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
  carrel_document_go_to (self, self->current, NULL, FALSE);
  return TRUE;
}

static gboolean
carrel_document_grab_focus (GtkWidget *widget)
{
  return carrel_document_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
carrel_document_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (carrel_document_parent_class)->snapshot (widget, snapshot);
  carrel_document_draw_ruler (CARREL_DOCUMENT (widget), snapshot);
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
  widget_class->snapshot = carrel_document_snapshot;
  for (guint i = 0; i < CARREL_DOCUMENT_N_SIGNALS; i++)
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
  self->looks.underlines_links = TRUE;
  carrel_document_follow_pointer (self);
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reading");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * carrel_document_emit:
 * @self: a document
 * @signal: one of its signals
 * @value: its argument: a string, or a number as a pointer
 *
 * Emits a signal for what a key has done.
 */
void
carrel_document_emit (CarrelDocument *self, CarrelDocumentSignal signal, gconstpointer value)
{
  if (signal == CARREL_DOCUMENT_COPIED)
    g_signal_emit (self, signals[signal], 0, GPOINTER_TO_UINT (value));
  else
    g_signal_emit (self, signals[signal], 0, value);
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
 * carrel_document_append_note:
 * @self: a document
 * @section: the id of the section it belongs to
 * @note: what the reader has noted, plain text
 *
 * Adds a block that says whose words it has.
 */
void
carrel_document_append_note (CarrelDocument *self, const char *section, const char *note)
{
  /* Translators: %s is what the reader has noted about a section. */
  g_autofree char *text = g_strdup_printf (_ ("Your note: %s"), note);
  const CarrelInline content = { text, NULL, 0 };
  CarrelDocumentBlock *block
      = carrel_document_block_new (CARREL_TEXT_PARAGRAPH, 1, -1, &content, section);

  gtk_widget_add_css_class (GTK_WIDGET (block->label), "note");
  append_block (self, block);
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
      watch_clicks (self, carrel_document_get_block (self, i));
      if (i > 0)
        gtk_accessible_update_relation (
            GTK_ACCESSIBLE (carrel_document_get_block (self, i - 1)->label),
            GTK_ACCESSIBLE_RELATION_FLOW_TO, carrel_document_get_block (self, i)->label, NULL, -1);
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
    if (g_strcmp0 (carrel_document_get_block (self, i)->section, section) == 0)
      {
        carrel_document_clear_selection (self);
        carrel_document_go_to (self, i, NULL, FALSE);
        return TRUE;
      }
  return FALSE;
}

/**
 * carrel_document_set_position:
 * @self: a document
 * @section: (nullable): the id of a section
 *
 * Moves the reading position to the start of a section, without the focus.
 */
void
carrel_document_set_position (CarrelDocument *self, const char *section)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (g_strcmp0 (carrel_document_get_block (self, i)->section, section) == 0)
      {
        carrel_document_mark_here (self, carrel_document_get_block (self, self->current), FALSE);
        self->current = i;
        carrel_document_mark_here (self, carrel_document_get_block (self, i), TRUE);
        return;
      }
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
  return self->blocks->len > 0 ? carrel_document_get_block (self, self->current)->section : NULL;
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
      guint n_here = carrel_document_block_mark (carrel_document_get_block (self, i), words);

      n_found += n_here;
      if (n_here > 0)
        g_ptr_array_add (self->found, carrel_document_get_block (self, i));
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
  carrel_document_go_to (self, at, NULL, TRUE);
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
  return self->blocks->len > 0 ? carrel_document_dup_range (self, 0, self->blocks->len - 1)
                               : g_strdup ("");
}
