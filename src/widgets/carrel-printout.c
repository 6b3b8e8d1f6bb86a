/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A band is laid out as lines of text in each of its columns. Bands stay whole where a page can
 * hold them; one that is higher than a page goes on where it was left, line by line. */
#define G_LOG_DOMAIN "carrel-printout"

#include "config.h"

#include "carrel-printout.h"

#include <glib/gi18n.h>

#define HEADING_SCALE 1.25
#define TITLE_SCALE   1.6
#define COLUMN_GAP    8.0
#define BAND_GAP      5.0
#define BOX_PADDING   3.0
#define RULE_WIDTH    0.5
#define TALL_LINES    6
#define KEPT_SHARE    0.3 /* of a page: how much of the next band a heading waits for */

/* One line of a layout. */
typedef struct
{
  PangoLayout *layout; /* borrowed from the band */
  PangoLayoutLine *line;
  double x;
  double baseline; /* below the top of the line */
  double height;
} Line;

typedef struct
{
  char *text;
  gboolean is_strong;
} Text;

typedef struct
{
  CarrelPrintFlags flags;
  guint n_columns;
  double shares[CARREL_PRINT_MAX_COLUMNS];
  GArray *texts[CARREL_PRINT_MAX_COLUMNS]; /* of Text */
  GArray *lines[CARREL_PRINT_MAX_COLUMNS]; /* of Line */
  GPtrArray *layouts;
} Band;

/* Lines of a band on a page; a band may need several. */
typedef struct
{
  const Band *band;
  guint page;
  double y;
  double height;
  guint from[CARREL_PRINT_MAX_COLUMNS];
  guint until[CARREL_PRINT_MAX_COLUMNS];
} Piece;

struct _CarrelPrintout
{
  gatomicrefcount ref_count;
  char *title;
  char *family;
  CarrelPrintStyle style;
  gboolean is_landscape;
  GPtrArray *bands; /* of Band */

  GArray *pieces; /* of Piece */
  PangoContext *context;
  double width;
  double height; /* of what is between the foot and the top of a page */
  double y;
  guint n_pages;
  const Band *repeated;
};

static void
clear_text (gpointer data)
{
  g_free (((Text *) data)->text);
}

static void
free_band (gpointer data)
{
  Band *band = data;

  for (guint i = 0; i < band->n_columns; i++)
    {
      g_array_unref (band->texts[i]);
      g_array_unref (band->lines[i]);
    }
  g_ptr_array_unref (band->layouts);
  g_free (band);
}

static PangoLayout *
make_layout (CarrelPrintout *self, const char *text, double scale, gboolean is_strong)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family (font, self->family != NULL ? self->family : "Sans");
  pango_font_description_set_absolute_size (font, self->style.text_size * scale * PANGO_SCALE);
  pango_font_description_set_weight (font, is_strong ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
get_padding (const Band *band)
{
  return (band->flags & CARREL_PRINT_BOXED) != 0 ? BOX_PADDING : 0;
}

static double
get_gap (const Band *band)
{
  return (band->flags & CARREL_PRINT_BOXED) != 0 ? 0 : COLUMN_GAP;
}

/* Where a column is, from the edge that reading begins at. */
static void
get_column (const CarrelPrintout *self, const Band *band, guint column, double *x, double *width)
{
  double gap = get_gap (band);
  double space = self->width - gap * (band->n_columns - 1);
  double before = 0, total = 0;

  for (guint i = 0; i < band->n_columns; i++)
    {
      before += i < column ? band->shares[i] : 0;
      total += band->shares[i];
    }
  *width = space * band->shares[column] / total;
  *x = space * before / total + gap * column;
  if (self->style.is_mirrored)
    *x = self->width - *x - *width;
}

static void
add_lines (Band *band, guint column, PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gboolean is_more = TRUE;

  while (is_more)
    {
      PangoRectangle extents;
      Line line = { layout, pango_layout_iter_get_line_readonly (iter), 0, 0, 0 };

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      line.x = (double) extents.x / PANGO_SCALE;
      line.height = (double) extents.height / PANGO_SCALE;
      line.baseline = (double) (pango_layout_iter_get_baseline (iter) - extents.y) / PANGO_SCALE;
      g_array_append_val (band->lines[column], line);
      is_more = pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

static void
lay_out_column (CarrelPrintout *self, Band *band, guint column)
{
  double scale = (band->flags & CARREL_PRINT_HEADING) != 0 ? HEADING_SCALE : 1;
  double x, width;

  get_column (self, band, column, &x, &width);
  g_array_set_size (band->lines[column], 0);
  for (guint i = 0; i < band->texts[column]->len; i++)
    {
      const Text *text = &g_array_index (band->texts[column], Text, i);
      PangoLayout *layout = make_layout (self, text->text, scale, text->is_strong);

      pango_layout_set_width (layout, (int) ((width - 2 * get_padding (band)) * PANGO_SCALE));
      g_ptr_array_add (band->layouts, layout);
      add_lines (band, column, layout);
    }
}

static double
get_lines_height (const Band *band, guint column, guint from, guint until)
{
  double height = 0;

  for (guint i = from; i < until; i++)
    height += g_array_index (band->lines[column], Line, i).height;
  return height;
}

/* Days of a month are boxes of some height even when nothing is on. */
static double
get_lowest_height (const CarrelPrintout *self, const Band *band)
{
  return (band->flags & CARREL_PRINT_TALL) != 0 ? TALL_LINES * self->style.text_size : 0;
}

static double
get_band_height (const CarrelPrintout *self, const Band *band)
{
  double height = 0;

  for (guint i = 0; i < band->n_columns; i++)
    height = MAX (height, get_lines_height (band, i, 0, band->lines[i]->len));
  return MAX (height + 2 * get_padding (band), get_lowest_height (self, band));
}

static double
get_space_before (const Band *band)
{
  if ((band->flags & CARREL_PRINT_BOXED) != 0)
    return 0;
  return (band->flags & CARREL_PRINT_HEADING) != 0 ? 2 * BAND_GAP : BAND_GAP;
}

/* Takes as many lines as fit into @space, and at least one of each column that has any left. */
static gboolean
take_lines (const CarrelPrintout *self, Piece *piece, double space)
{
  const Band *band = piece->band;
  double padding = 2 * get_padding (band);
  gboolean is_more = FALSE;

  piece->height = get_lowest_height (self, band);
  for (guint i = 0; i < band->n_columns; i++)
    {
      guint n_lines = band->lines[i]->len;
      guint until = MIN (piece->from[i] + 1, n_lines);

      while (until < n_lines
             && get_lines_height (band, i, piece->from[i], until + 1) + padding <= space)
        until++;
      piece->until[i] = until;
      piece->height
          = MAX (piece->height, get_lines_height (band, i, piece->from[i], until) + padding);
      is_more = is_more || until < n_lines;
    }
  return is_more;
}

/* Returns whether lines are left. */
static gboolean
add_piece (CarrelPrintout *self, Piece *piece)
{
  gboolean is_more = take_lines (self, piece, self->height - self->y);

  piece->page = self->n_pages - 1;
  piece->y = self->y;
  g_array_append_val (self->pieces, *piece);
  self->y += piece->height;
  return is_more;
}

/* What is repeated is short; what of it does not fit on a page is not wanted twice. */
static void
turn_page (CarrelPrintout *self, const Band *band)
{
  Piece piece = { .band = self->repeated };

  self->n_pages++;
  self->y = 0;
  if (self->repeated != NULL && self->repeated != band)
    add_piece (self, &piece);
}

static void
place_band (CarrelPrintout *self, const Band *band)
{
  Piece piece = { .band = band };
  gboolean is_more = TRUE;

  if (self->y > 0)
    self->y += get_space_before (band);
  while (is_more)
    {
      is_more = add_piece (self, &piece);
      for (guint i = 0; i < band->n_columns; i++)
        piece.from[i] = piece.until[i];
      if (is_more)
        turn_page (self, band);
    }
  if ((band->flags & CARREL_PRINT_REPEAT) != 0)
    self->repeated = band;
}

/* What must fit below the last band for this one to begin on the same page. */
static double
get_needed_height (const CarrelPrintout *self, guint index)
{
  const Band *band = g_ptr_array_index (self->bands, index);
  double height = get_space_before (band) + get_band_height (self, band);
  gboolean is_kept = (band->flags & (CARREL_PRINT_HEADING | CARREL_PRINT_REPEAT)) != 0;

  if (is_kept && index + 1 < self->bands->len)
    height += MIN (get_needed_height (self, index + 1), self->height * KEPT_SHARE);
  return MIN (height, self->height);
}

static double
get_title_height (CarrelPrintout *self)
{
  g_autoptr (PangoLayout) layout = make_layout (self, self->title, TITLE_SCALE, TRUE);
  int height;

  pango_layout_set_width (layout, (int) (self->width * PANGO_SCALE));
  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE + BAND_GAP;
}

static double
get_foot_height (CarrelPrintout *self)
{
  g_autoptr (PangoLayout) layout = make_layout (self, "0", 1, FALSE);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE + BAND_GAP;
}

static void
draw_line (cairo_t *cr, double x, double y, const Line *line)
{
  cairo_move_to (cr, x + line->x, y + line->baseline);
  pango_cairo_show_layout_line (cr, line->line);
}

static void
draw_frame (const CarrelPrintout *self, cairo_t *cr, const Piece *piece, double x, double width)
{
  cairo_set_line_width (cr, RULE_WIDTH);
  if ((piece->band->flags & CARREL_PRINT_BOXED) != 0)
    cairo_rectangle (cr, x, piece->y, width, piece->height);
  else if ((piece->band->flags & CARREL_PRINT_RULED) != 0)
    {
      cairo_move_to (cr, 0, piece->y - BAND_GAP / 2);
      cairo_line_to (cr, self->width, piece->y - BAND_GAP / 2);
    }
  cairo_stroke (cr);
}

static void
draw_piece (const CarrelPrintout *self, cairo_t *cr, const Piece *piece)
{
  double padding = get_padding (piece->band);

  for (guint i = 0; i < piece->band->n_columns; i++)
    {
      double y = piece->y + padding;
      double x, width;

      get_column (self, piece->band, i, &x, &width);
      draw_frame (self, cr, piece, x, width);
      for (guint j = piece->from[i]; j < piece->until[i]; j++)
        {
          const Line *line = &g_array_index (piece->band->lines[i], Line, j);

          draw_line (cr, x + padding, y, line);
          y += line->height;
        }
    }
}

static void
draw_foot (CarrelPrintout *self, cairo_t *cr, guint page, double y)
{
  /* Translators: foot of a printed page: its number, and how many there are */
  g_autofree char *text = g_strdup_printf (_ ("Page %u of %u"), page + 1, self->n_pages);
  g_autoptr (PangoLayout) layout = make_layout (self, text, 1, FALSE);

  pango_layout_set_width (layout, (int) (self->width * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_title (CarrelPrintout *self, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = make_layout (self, self->title, TITLE_SCALE, TRUE);

  pango_layout_set_width (layout, (int) (self->width * PANGO_SCALE));
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, layout);
}

/**
 * carrel_printout_new:
 * @title: what stands on top of each page
 * @style: size and shape of the text; copied
 *
 * Returns: (transfer full): a printout without content
 */
CarrelPrintout *
carrel_printout_new (const char *title, const CarrelPrintStyle *style)
{
  CarrelPrintout *self = g_new0 (CarrelPrintout, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->title = g_strdup (title);
  self->style = *style;
  self->family = style->family != NULL && *style->family != '\0' ? g_strdup (style->family) : NULL;
  self->style.family = NULL;
  self->bands = g_ptr_array_new_with_free_func (free_band);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  return self;
}

/**
 * carrel_printout_ref:
 * @self: a printout
 *
 * Returns: (transfer full): @self
 */
CarrelPrintout *
carrel_printout_ref (CarrelPrintout *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * carrel_printout_unref:
 * @self: (transfer full): a printout
 *
 * Drops a reference.
 */
void
carrel_printout_unref (CarrelPrintout *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->pieces);
  g_ptr_array_unref (self->bands);
  g_clear_object (&self->context);
  g_free (self->title);
  g_free (self->family);
  g_free (self);
}

/**
 * carrel_printout_get_title:
 * @self: a printout
 *
 * Returns: (transfer none): what stands on top of each page
 */
const char *
carrel_printout_get_title (const CarrelPrintout *self)
{
  return self->title;
}

/**
 * carrel_printout_is_large:
 * @self: a printout
 *
 * Returns: whether it is in large print, for which a table of many columns is too narrow
 */
gboolean
carrel_printout_is_large (const CarrelPrintout *self)
{
  return self->style.text_size >= CARREL_PRINT_LARGE_SIZE;
}

/**
 * carrel_printout_set_landscape:
 * @self: a printout
 * @is_landscape: whether its pages should be wider than high
 *
 * Asks for the other way to hold the paper; it is the printer's to follow.
 */
void
carrel_printout_set_landscape (CarrelPrintout *self, gboolean is_landscape)
{
  self->is_landscape = is_landscape;
}

/**
 * carrel_printout_is_landscape:
 * @self: a printout
 *
 * Returns: whether its pages should be wider than high
 */
gboolean
carrel_printout_is_landscape (const CarrelPrintout *self)
{
  return self->is_landscape;
}

/**
 * carrel_printout_add_band:
 * @self: a printout
 * @flags: how the band looks and behaves
 * @shares: (array length=n_columns) (nullable): the widths of its columns, relative to each other;
 *   %NULL makes all the same
 * @n_columns: from 1 to %CARREL_PRINT_MAX_COLUMNS
 *
 * Begins a band, to which carrel_printout_add_text() adds.
 */
void
carrel_printout_add_band (CarrelPrintout *self,
                          CarrelPrintFlags flags,
                          const double *shares,
                          guint n_columns)
{
  Band *band = g_new0 (Band, 1);

  g_return_if_fail (n_columns > 0 && n_columns <= CARREL_PRINT_MAX_COLUMNS);
  band->flags = flags;
  band->n_columns = n_columns;
  band->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_columns; i++)
    {
      band->shares[i] = shares != NULL ? shares[i] : 1;
      band->texts[i] = g_array_new (FALSE, FALSE, sizeof (Text));
      band->lines[i] = g_array_new (FALSE, FALSE, sizeof (Line));
      g_array_set_clear_func (band->texts[i], clear_text);
    }
  g_ptr_array_add (self->bands, band);
}

/**
 * carrel_printout_add_text:
 * @self: a printout with a band
 * @column: a column of its last band, from 0
 * @text: (nullable): what to print; nothing is added for %NULL and ""
 * @is_strong: whether it is bold
 *
 * Adds a paragraph to a column.
 */
void
carrel_printout_add_text (CarrelPrintout *self, guint column, const char *text, gboolean is_strong)
{
  Band *band = g_ptr_array_index (self->bands, self->bands->len - 1);
  Text item = { NULL, is_strong };

  g_return_if_fail (column < band->n_columns);
  if (text == NULL || *text == '\0')
    return;
  item.text = g_strdup (text);
  g_array_append_val (band->texts[column], item);
}

/**
 * carrel_printout_paginate:
 * @self: a printout
 * @context: of the surface that is printed on, one unit a point
 * @width: of the part of a page that can be printed on, points
 * @height: the same
 *
 * Sets the text on pages; once more for other paper.
 *
 * Returns: how many pages there are, at least 1
 */
guint
carrel_printout_paginate (CarrelPrintout *self, PangoContext *context, double width, double height)
{
  g_set_object (&self->context, context);
  self->width = width;
  self->height = height - get_title_height (self) - get_foot_height (self);
  self->n_pages = 1;
  self->y = 0;
  self->repeated = NULL;
  g_array_set_size (self->pieces, 0);
  for (guint i = 0; i < self->bands->len; i++)
    {
      Band *band = g_ptr_array_index (self->bands, i);

      g_ptr_array_set_size (band->layouts, 0);
      for (guint j = 0; j < band->n_columns; j++)
        lay_out_column (self, band, j);
    }
  for (guint i = 0; i < self->bands->len; i++)
    {
      if (self->y > 0 && self->y + get_needed_height (self, i) > self->height)
        turn_page (self, g_ptr_array_index (self->bands, i));
      place_band (self, g_ptr_array_index (self->bands, i));
    }
  return self->n_pages;
}

/**
 * carrel_printout_draw:
 * @self: a printout that is set on pages
 * @cr: of a page, its origin where the printed part begins
 * @page: from 0
 *
 * Draws one page in black.
 */
void
carrel_printout_draw (CarrelPrintout *self, cairo_t *cr, guint page)
{
  double top = get_title_height (self);

  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_title (self, cr);
  cairo_save (cr);
  cairo_translate (cr, 0, top);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->page == page)
        draw_piece (self, cr, piece);
    }
  draw_foot (self, cr, page, self->height + BAND_GAP);
  cairo_restore (cr);
}
