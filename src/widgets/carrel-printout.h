/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text set on pages of paper: bands of columns, one below the other. It needs no display and no
 * printer; all lengths are points. Nothing is ever cut: what does not fit goes on the next page. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define CARREL_PRINT_MAX_COLUMNS 7
#define CARREL_PRINT_TEXT_SIZE   11.0 /* points */
#define CARREL_PRINT_LARGE_SIZE  18.0 /* what is called large print */

typedef struct
{
  double text_size;     /* of the smallest text, points */
  const char *family;   /* NULL or empty is the usual typeface */
  gboolean is_mirrored; /* the first column is on the right */
} CarrelPrintStyle;

typedef enum
{
  CARREL_PRINT_PLAIN = 0,
  CARREL_PRINT_HEADING = 1 << 0, /* larger, and never the last on a page */
  CARREL_PRINT_RULED = 1 << 1,   /* a line above */
  CARREL_PRINT_BOXED = 1 << 2,   /* a box around each column */
  CARREL_PRINT_TALL = 1 << 4,    /* high even when it is empty */
  CARREL_PRINT_REPEAT = 1 << 3,  /* again on top of each page that the bands after it reach */
} CarrelPrintFlags;

typedef struct _CarrelPrintout CarrelPrintout;

CarrelPrintout *carrel_printout_new (const char *title, const CarrelPrintStyle *style);
CarrelPrintout *carrel_printout_ref (CarrelPrintout *self);
void carrel_printout_unref (CarrelPrintout *self);

const char *carrel_printout_get_title (const CarrelPrintout *self);
gboolean carrel_printout_is_large (const CarrelPrintout *self);
void carrel_printout_set_landscape (CarrelPrintout *self, gboolean is_landscape);
gboolean carrel_printout_is_landscape (const CarrelPrintout *self);
void carrel_printout_add_band (CarrelPrintout *self,
                               CarrelPrintFlags flags,
                               const double *shares,
                               guint n_columns);
void
carrel_printout_add_text (CarrelPrintout *self, guint column, const char *text, gboolean is_strong);

guint
carrel_printout_paginate (CarrelPrintout *self, PangoContext *context, double width, double height);
void carrel_printout_draw (CarrelPrintout *self, cairo_t *cr, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelPrintout, carrel_printout_unref)

G_END_DECLS
