/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A label only tells how narrow it may get in the way it is set to wrap or to end in an ellipsis
 * now; these ask its text, whatever the label would do with it. */
#define G_LOG_DOMAIN "carrel-label-fit"

#include "config.h"

#include "carrel-label-fit.h"

/* The text of @label in lines of @width pixels at most, -1 for one line; words stay whole, and one
 * that is wider is so all the same. */
static PangoLayout *
lay_out (GtkLabel *label, int width)
{
  PangoLayout *layout = pango_layout_copy (gtk_label_get_layout (label));

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height (layout, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, width < 0 ? -1 : width * PANGO_SCALE);
  return layout;
}

static int
measure (GtkLabel *label, int width)
{
  g_autoptr (PangoLayout) layout = lay_out (label, width);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return PANGO_PIXELS_CEIL (extents.width);
}

/**
 * carrel_label_fit_measure_line:
 * @label: a label
 *
 * Returns: how wide all of its text is in one line
 */
int
carrel_label_fit_measure_line (GtkLabel *label)
{
  return measure (label, -1);
}

/**
 * carrel_label_fit_measure_word:
 * @label: a label
 *
 * Returns: how wide its widest word is, or the widest part of one that its language lets break
 */
int
carrel_label_fit_measure_word (GtkLabel *label)
{
  return measure (label, 0);
}

/**
 * carrel_label_fit_has_room:
 * @label: a label
 * @width: how wide it may be
 * @n_lines: how many lines it may have
 *
 * Returns: whether all of its text fits, without a word that is broken
 */
gboolean
carrel_label_fit_has_room (GtkLabel *label, int width, int n_lines)
{
  g_autoptr (PangoLayout) layout = lay_out (label, MAX (width, 0));

  return pango_layout_get_line_count (layout) <= n_lines
         && measure (label, MAX (width, 0)) <= width;
}

/**
 * carrel_label_fit_measure_lines:
 * @label: a label
 * @n_lines: how many lines it may have
 *
 * Returns: the least width at which all of its text fits
 */
int
carrel_label_fit_measure_lines (GtkLabel *label, int n_lines)
{
  int least = carrel_label_fit_measure_word (label);
  int most = MAX (carrel_label_fit_measure_line (label), least);

  while (least < most)
    {
      int middle = (least + most) / 2;

      if (carrel_label_fit_has_room (label, middle, n_lines))
        most = middle;
      else
        least = middle + 1;
    }
  return most;
}
