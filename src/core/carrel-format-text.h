/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Human text for numbers, lists and codes. All strings are (transfer full). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a reader wants text. Without one of the two hour flags the locale decides. */
typedef enum
{
  CARREL_FORMAT_DEFAULT = 0,
  CARREL_FORMAT_12_HOURS = 1 << 0,
  CARREL_FORMAT_24_HOURS = 1 << 1,
  CARREL_FORMAT_SPOKEN = 1 << 2,      /* to be heard: no dashes, "5 to 6 pm" */
  CARREL_FORMAT_TITLE_FIRST = 1 << 3, /* of a row: what before when */
  CARREL_FORMAT_WITH_COURSE = 1 << 4, /* of what is now and next, among several courses */
  CARREL_FORMAT_OF_COURSE = 1 << 5,   /* of a row: which course it is of is known */
} CarrelFormatFlags;

/* Numbers from exact decimal text ("87.50"), with the locale's decimal sign and no needless zeros.
 */
char *carrel_format_decimal (const char *decimal);
char *carrel_format_percent (const char *decimal, CarrelFormatFlags flags);
char *carrel_format_parse_decimal (const char *text);

/* "A", "A and B", "A, B and C"; "A, B, C" for the parts of a line. */
char *carrel_format_list (const char *const *items);
char *carrel_format_line (const char *const *parts, guint n_parts);

/* A room code letter by letter: "GHC 5417" becomes "G H C 5417". */
char *carrel_format_room_spoken (const char *room);

G_END_DECLS
