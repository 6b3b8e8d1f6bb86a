/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of a document. The first cell of a row says the whole row; a cell that is walked to says
 * its column and its text. */
#define G_LOG_DOMAIN "carrel-document-table"

#include "config.h"

#include "carrel-document-table.h"

#include "carrel-accessible.h"

#include <glib/gi18n.h>

/* A column that holds sentences is this wide, in characters, before it wraps. */
#define MAX_COLUMN_CHARS 28

static const CarrelInline nothing = { "", NULL, 0 };

static const CarrelInline *
get_content (const CarrelTableRow *row, guint column)
{
  return column < row->n_cells ? &row->cells[column] : &nothing;
}

static void
add_cell (CarrelDocumentTable *self,
          GtkGrid *grid,
          const CarrelTableRow *row,
          guint at,
          guint column,
          CarrelDocumentBlock *cell)
{
  GtkWidget *widget = GTK_WIDGET (cell->label);
  /* Capitals and digits are wider than the mean letter that GTK counts by. */
  int n_chars = (int) MIN (g_utf8_strlen (cell->text, -1) * 5 / 4 + 1, MAX_COLUMN_CHARS);

  cell->table = self;
  cell->row = at;
  cell->column = column;
  gtk_widget_add_css_class (widget, "document-cell");
  if (row->is_header)
    gtk_widget_add_css_class (widget, "heading");
  /* Least and natural width are one, so that the height of the table is that of its lines. */
  gtk_label_set_width_chars (cell->label, n_chars);
  gtk_label_set_max_width_chars (cell->label, n_chars);
  gtk_label_set_yalign (cell->label, 0);
  gtk_grid_attach (grid, widget, (int) column, (int) at, 1, 1);
  g_ptr_array_add (self->cells, cell);
}

static GtkWidget *
wrap_grid (GtkWidget *grid)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_widget_add_css_class (scrolled, "document-table");
  return scrolled;
}

static const char *
get_text (const CarrelDocumentTable *self, guint row, guint column)
{
  return carrel_document_table_get_cell (self, row, column)->text;
}

static char *
join_row (const CarrelDocumentTable *self, guint row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *cell = get_text (self, row, i);

      if (*cell != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", cell);
    }
  return g_strdup (text->str);
}

/* How large the table is, and the names of its columns: two sentences, since each has a number. */
static char *
dup_size_spoken (const CarrelDocumentTable *self, guint n_rows, const char *cells)
{
  g_autofree char *rows = NULL;
  g_autofree char *columns = NULL;

  /* Translators: the number of rows of a table. */
  rows = g_strdup_printf (ngettext ("Table with %u row.", "Table with %u rows.", n_rows), n_rows);
  /* Translators: the number of columns of a table, and their names. */
  columns = g_strdup_printf (ngettext ("%u column: %s", "%u columns: %s", self->n_columns),
                             self->n_columns, cells);
  return g_strdup_printf ("%s %s", rows, columns);
}

/* The first cell of a row says the row; that of the header the size of the table. */
static char *
dup_row_spoken (const CarrelDocumentTable *self, guint row)
{
  g_autofree char *cells = join_row (self, row);
  guint n_rows = self->n_rows - (self->has_header ? 1 : 0);

  if (row == 0 && self->has_header)
    return dup_size_spoken (self, n_rows, cells);
  /* Translators: the cells of a row of a table, its number, and how many rows there are. */
  return g_strdup_printf (_ ("%s, row %u of %u."), cells, row + (self->has_header ? 0 : 1), n_rows);
}

/**
 * carrel_document_table_new:
 * @block: a table
 * @section: (nullable): the id of the section it stands in
 * @blocks: the blocks of the document, to which the cells are added
 *
 * Returns: (transfer full): the table
 */
CarrelDocumentTable *
carrel_document_table_new (const CarrelBlock *block, const char *section, GPtrArray *blocks)
{
  CarrelDocumentTable *self = g_new0 (CarrelDocumentTable, 1);
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 18, "row-spacing", 6, NULL);

  self->cells = g_ptr_array_new ();
  self->n_rows = block->n_rows;
  self->n_columns = block->n_columns;
  self->has_header = block->n_rows > 1 && block->rows[0].is_header;
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->n_columns; j++)
      {
        CarrelDocumentBlock *cell = carrel_document_block_new (
            CARREL_TEXT_CELL, 0, -1, get_content (&block->rows[i], j), section);

        add_cell (self, GTK_GRID (grid), &block->rows[i], i, j, cell);
        g_ptr_array_add (blocks, cell);
      }
  for (guint i = 0; i < self->cells->len; i++)
    {
      CarrelDocumentBlock *cell = g_ptr_array_index (self->cells, i);
      g_autofree char *spoken = carrel_document_table_dup_spoken (self, cell, FALSE);

      carrel_accessible_set_label (cell->label, spoken);
    }
  self->widget = wrap_grid (grid);
  return self;
}

/**
 * carrel_document_table_free:
 * @self: (transfer full): a table
 *
 * Frees it; its cells belong to the document, its widget to its parent.
 */
void
carrel_document_table_free (CarrelDocumentTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * carrel_document_table_dup_spoken:
 * @self: a table
 * @cell: one of its cells
 * @with_row: whether it was walked to from another row, so that the row is named
 *
 * Returns: (transfer full): what a screen reader says for the cell
 */
char *
carrel_document_table_dup_spoken (const CarrelDocumentTable *self,
                                  const CarrelDocumentBlock *cell,
                                  gboolean with_row)
{
  const char *column = self->has_header ? get_text (self, 0, cell->column) : "";
  g_autofree char *text = NULL;

  if (cell->column == 0)
    return dup_row_spoken (self, cell->row);
  if (cell->row == 0 && self->has_header)
    /* Translators: the name of a column of a table. */
    return g_strdup_printf (_ ("Column %s"),
                            *cell->text != '\0' ? cell->text : _ ("without a name"));
  text = g_strdup (*cell->text != '\0' ? cell->text : _ ("empty"));
  if (*column != '\0' && with_row)
    /* Translators: the first cell of a row, the name of a column, and the text of the cell. */
    return g_strdup_printf (_ ("%s, %s: %s"), get_text (self, cell->row, 0), column, text);
  if (*column != '\0')
    /* Translators: the name of a column, and the text of the cell. */
    return g_strdup_printf (_ ("%s: %s"), column, text);
  return g_steal_pointer (&text);
}

/**
 * carrel_document_table_get_cell:
 * @self: a table
 * @row: from 0, the header among them
 * @column: from 0
 *
 * Returns: (transfer none): the cell
 */
const CarrelDocumentBlock *
carrel_document_table_get_cell (const CarrelDocumentTable *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}
