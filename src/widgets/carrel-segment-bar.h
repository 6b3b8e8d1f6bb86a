/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a lecture as lengths on a bar, each with its own pattern, and a mark for now. It is
 * an ornament: the words stand beside it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARREL_TYPE_SEGMENT_BAR (carrel_segment_bar_get_type ())
G_DECLARE_FINAL_TYPE (CarrelSegmentBar, carrel_segment_bar, CARREL, SEGMENT_BAR, GtkWidget)

void carrel_segment_bar_set (CarrelSegmentBar *self,
                             const int *minutes,
                             guint n_segments,
                             double elapsed);

G_END_DECLS
