/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table is a document of one table, which is how tables of the syllabus are read as well. */
#define G_LOG_DOMAIN "carrel-table-dialog"

#include "config.h"

#include "carrel-table-dialog.h"

#include "carrel-block-builder.h"
#include "carrel-document.h"

#include <string.h>

#define MARGIN 12
#define WIDTH  640

struct _CarrelTableDialog
{
  CarrelDialog parent_instance;

  CarrelDocument *document;
};

G_DEFINE_FINAL_TYPE (CarrelTableDialog, carrel_table_dialog, CARREL_TYPE_DIALOG)

static void
add_text (CarrelBlockBuilder *builder, const char *text)
{
  carrel_block_builder_open_text (builder);
  carrel_block_builder_add_text (builder, text, strlen (text));
}

static void
add_row (CarrelBlockBuilder *builder, char **cells, guint n_columns, gboolean is_header)
{
  carrel_block_builder_open_row (builder, 1, is_header);
  for (guint i = 0; i < n_columns; i++)
    {
      add_text (builder, cells[i]);
      carrel_block_builder_add_cell (builder, FALSE);
    }
}

static CarrelMarkdown *
make_content (const char *sentence, GPtrArray *rows)
{
  CarrelBlockBuilder *builder = carrel_block_builder_new (NULL, 0);
  const guint n_columns = g_strv_length (g_ptr_array_index (rows, 0));

  if (sentence != NULL)
    {
      carrel_block_builder_add (builder, CARREL_BLOCK_PARAGRAPH, 1);
      add_text (builder, sentence);
      carrel_block_builder_close_text (builder);
    }
  carrel_block_builder_add (builder, CARREL_BLOCK_TABLE, 1);
  for (guint i = 0; i < n_columns; i++)
    carrel_block_builder_add_column (builder, CARREL_ALIGN_DEFAULT);
  for (guint i = 0; i < rows->len; i++)
    add_row (builder, g_ptr_array_index (rows, i), n_columns, i == 0);
  return carrel_block_builder_finish (builder);
}

static void
carrel_table_dialog_class_init (CarrelTableDialogClass *klass)
{
}

static void
carrel_table_dialog_init (CarrelTableDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->document = CARREL_DOCUMENT (carrel_document_new ());
  g_object_set (self->document, "margin-top", MARGIN, "margin-bottom", MARGIN, "margin-start",
                MARGIN, "margin-end", MARGIN, "valign", GTK_ALIGN_START, NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "focusable",
                FALSE, "propagate-natural-height", TRUE, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->document));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
}

/**
 * carrel_table_dialog_new:
 * @title: what the table is about, translated
 * @sentence: (nullable): what it comes to
 * @rows: (element-type GStrv): rows of as many cells each, the names of the columns first
 *
 * Returns: (transfer floating): a dialog to be presented
 */
GtkWidget *
carrel_table_dialog_new (const char *title, const char *sentence, GPtrArray *rows)
{
  CarrelTableDialog *self = g_object_new (CARREL_TYPE_TABLE_DIALOG, "title", title, NULL);
  g_autoptr (CarrelMarkdown) content = make_content (sentence, rows);

  carrel_document_append_markdown (self->document, "table", content);
  carrel_document_finish (self->document);
  gtk_widget_child_focus (GTK_WIDGET (self->document), GTK_DIR_TAB_FORWARD);
  return GTK_WIDGET (self);
}

/**
 * carrel_table_dialog_dup_text:
 * @self: a dialog
 *
 * Returns: (transfer full): all that it says, as it would be copied
 */
char *
carrel_table_dialog_dup_text (CarrelTableDialog *self)
{
  return carrel_document_dup_text (self->document);
}
