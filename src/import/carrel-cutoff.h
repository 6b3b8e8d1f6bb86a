/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of letter cut-offs: "A- < 90% to 87%", "95 <= grade", "90/80/70/60 scale". */
#pragma once

#include "carrel-quantity.h"

G_BEGIN_DECLS

typedef struct
{
  char letter[8];
  gint64 min; /* millionths */
  gboolean is_exclusive;
  gboolean is_range; /* both bounds are said, each on its own, or "100+" */
} CarrelCutoff;

gsize carrel_cutoff_match_letter (const char *text, char *letter);
gboolean
carrel_cutoff_read_bound (const CarrelWords *words, const char *text, CarrelCutoff *cutoff);
gboolean carrel_cutoff_read_line (const CarrelWords *words, const char *text, CarrelCutoff *cutoff);
gboolean carrel_cutoff_read_sentence (const CarrelWords *words, const char *text, GArray *cutoffs);
gboolean carrel_cutoff_read_earned (const CarrelWords *words, const char *text, GArray *cutoffs);
gboolean carrel_cutoff_read_list (const CarrelWords *words, const char *text, GArray *cutoffs);
gboolean carrel_cutoff_read_scale (const CarrelWords *words, const char *text, GArray *cutoffs);
gboolean carrel_cutoff_read_mark (const CarrelWords *words, const char *text, CarrelCutoff *cutoff);
gboolean carrel_cutoff_read_marks (const CarrelWords *words, const char *text, GArray *cutoffs);
void carrel_cutoff_go_on (const char *text, GArray *cutoffs);
void carrel_cutoff_merge_equal (GArray *cutoffs);
gboolean carrel_cutoff_is_scale (const GArray *cutoffs);
gboolean carrel_cutoff_scale_points (GArray *cutoffs, gint64 total);

G_END_DECLS
