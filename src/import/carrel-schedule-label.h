/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a line below a date says of its class: "Topic: Sets", "Reading: Chapter 4". */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

const char *carrel_schedule_label_skip_topic (const CarrelWords *words, const char *text);
gboolean carrel_schedule_label_is_task (const CarrelWords *words, const char *text);

G_END_DECLS
