/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A label that only bold print sets apart from what it announces. */
#pragma once

#include "carrel-markdown.h"
#include "carrel-words.h"

G_BEGIN_DECLS

char *
carrel_bold_label_dup (const CarrelWords *words, const CarrelInline *content, const char *line);

G_END_DECLS
