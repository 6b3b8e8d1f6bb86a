/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences that say who teaches: "This course is taught by Ann Lee." */
#pragma once

#include "carrel-staff-line.h"

G_BEGIN_DECLS

gboolean carrel_staff_sentence_read_taught_by (const CarrelWords *words,
                                               const char *text,
                                               CarrelStaffLine *line);
gboolean
carrel_staff_sentence_read_role (const CarrelWords *words, const char *text, CarrelStaffLine *line);
gboolean carrel_staff_sentence_read_speaker (const CarrelWords *words,
                                             const char *text,
                                             CarrelStaffLine *line);

G_END_DECLS
