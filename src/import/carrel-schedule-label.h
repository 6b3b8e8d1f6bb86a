/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a line below a date says of its class: "Topic: Sets", "Reading: Chapter 4". */
#pragma once

#include "carrel-schedule-reader.h"

G_BEGIN_DECLS

const char *carrel_schedule_label_skip_topic (const CarrelWords *words, const char *text);
gboolean carrel_schedule_label_are_links (const char *text);
CarrelLabel carrel_schedule_label_find_task (const CarrelWords *words, const char *text);
void carrel_schedule_label_add_task (const CarrelWords *words,
                                     CarrelScheduleRow *row,
                                     CarrelLabel task,
                                     const char *text);

G_END_DECLS
