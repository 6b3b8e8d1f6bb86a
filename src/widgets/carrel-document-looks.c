/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader sets that style rules cannot say: space between words, lines under links, and what
 * helps to keep the place. */
#define G_LOG_DOMAIN "carrel-document-looks"

#include "config.h"

#include "carrel-document-private.h"

#include "carrel-colour.h"

/* A line of text is so much higher than its letters. */
#define RULER_HEIGHT 1.7

/**
 * carrel_document_dress:
 * @self: a document
 * @block: a block of it
 *
 * Gives a block the looks of the document.
 */
void
carrel_document_dress (CarrelDocument *self, CarrelDocumentBlock *block)
{
  carrel_document_block_set_looks (block, self->looks.word_spacing, self->looks.underlines_links);
}

/**
 * carrel_document_mark_here:
 * @self: a document
 * @block: a block of it
 * @is_here: whether the reading position is in it
 *
 * Has the reading aid follow the reading position.
 */
void
carrel_document_mark_here (CarrelDocument *self, CarrelDocumentBlock *block, gboolean is_here)
{
  if (is_here)
    gtk_widget_add_css_class (GTK_WIDGET (block->label), "here");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (block->label), "here");
  self->ruler_at = -1;
  if (self->looks.aid == CARREL_READING_AID_RULER)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_pointer_moved_cb (GtkEventControllerMotion *motion, double x, double y, CarrelDocument *self)
{
  if (self->looks.aid != CARREL_READING_AID_RULER)
    return;
  self->ruler_at = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * carrel_document_follow_pointer:
 * @self: a new document
 *
 * Has the ruler follow the pointer as well.
 */
void
carrel_document_follow_pointer (CarrelDocument *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (on_pointer_moved_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  self->ruler_at = -1;
}

static double
measure_line (CarrelDocument *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "x");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height * RULER_HEIGHT;
}

/**
 * carrel_document_draw_ruler:
 * @self: a document
 * @snapshot: where to draw
 *
 * Draws the ruler, if it is wanted: over the line under the pointer, or over the block that the
 * keyboard has come to.
 */
void
carrel_document_draw_ruler (CarrelDocument *self, GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  graphene_rect_t band;
  GdkRGBA colour;

  if (self->looks.aid != CARREL_READING_AID_RULER || self->blocks->len == 0)
    return;
  if (self->ruler_at >= 0)
    {
      double height = measure_line (self);

      graphene_rect_init (&band, 0, (float) (self->ruler_at - height / 2), width, (float) height);
    }
  else if (gtk_widget_compute_bounds (
               GTK_WIDGET (carrel_document_get_block (self, self->current)->label),
               GTK_WIDGET (self), &band))
    graphene_rect_init (&band, 0, band.origin.y, width, band.size.height);
  else
    return;
  carrel_colour_get (GTK_WIDGET (self), &colour);
  colour.alpha = 0.12f;
  gtk_snapshot_append_color (snapshot, &colour, &band);
}

/**
 * carrel_document_set_looks:
 * @self: a document
 * @looks: how its text is to look
 *
 * Dresses all blocks, and those that are added later.
 */
void
carrel_document_set_looks (CarrelDocument *self, const CarrelDocumentLooks *looks)
{
  self->looks = *looks;
  self->ruler_at = -1;
  for (guint i = 0; i < self->blocks->len; i++)
    carrel_document_dress (self, carrel_document_get_block (self, i));
  if (looks->aid == CARREL_READING_AID_FOCUS)
    gtk_widget_add_css_class (GTK_WIDGET (self), "line-focus");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "line-focus");
  if (self->blocks->len > 0)
    carrel_document_mark_here (self, carrel_document_get_block (self, self->current), TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
