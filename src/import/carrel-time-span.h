/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of times of day: "5-6:20pm", "11:30 - 12:50 PM", "10h00~12h00", "from Noon to 1:40
 * pm", "16:30 - 18:00 Uhr", "130-230pm", "2-5". */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_TIME_PLAIN = 0,
  CARREL_TIME_BARE = 1 << 0,    /* beside a day: "2-5" is a time */
  CARREL_TIME_24H = 1 << 1,     /* the page counts hours to 24 */
  CARREL_TIME_BETWEEN = 1 << 2, /* "between" stands before: "1 and 3pm" is a range */
} CarrelTimeFlags;

typedef struct
{
  int start;    /* minutes since midnight */
  int end;      /* or CARREL_UNKNOWN */
  gsize length; /* bytes of the text */
} CarrelTimeSpan;

gboolean carrel_time_span_read (const CarrelWords *words,
                                const char *text,
                                CarrelTimeFlags flags,
                                CarrelTimeSpan *span);
gboolean carrel_time_span_says_24h (const char *text);

G_END_DECLS
