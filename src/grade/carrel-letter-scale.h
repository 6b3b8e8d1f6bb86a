/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters for grades: cut-offs, the course's one rounding, and text that never contradicts the
 * letter. Grades and cut-offs are per cent here. */
#pragma once

#include "carrel-rational.h"

G_BEGIN_DECLS

typedef struct
{
  char *letter;
  CarrelRational *min; /* per cent */
  gboolean is_exclusive;
} CarrelCutoff;

typedef struct
{
  GPtrArray *cutoffs;        /* of CarrelCutoff, highest first */
  CarrelRational *rounds_to; /* what the course rounds to, per cent; NULL is not at all */
  CarrelRoundMode mode;
} CarrelLetterScale;

CarrelLetterScale *carrel_letter_scale_new (void);
void carrel_letter_scale_free (CarrelLetterScale *self);
void carrel_letter_scale_add (CarrelLetterScale *self,
                              const char *letter,
                              const CarrelRational *min,
                              gboolean is_exclusive);
const char *carrel_letter_scale_find (const CarrelLetterScale *self, const CarrelRational *percent);
const CarrelCutoff *carrel_letter_scale_get_cutoff (const CarrelLetterScale *self,
                                                    const char *letter);
CarrelRational *
carrel_letter_scale_parse (const CarrelLetterScale *self, const char *text, GError **error);
CarrelRational *carrel_letter_scale_get_raw_target (const CarrelLetterScale *self,
                                                    const CarrelRational *target);
char *carrel_letter_scale_to_text (const CarrelLetterScale *self,
                                   const CarrelRational *percent,
                                   guint n_digits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelLetterScale, carrel_letter_scale_free)

G_END_DECLS
