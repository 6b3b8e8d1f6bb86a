/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of one day: "1/17", "14.04.", "Sep 06", "2026年3月4日". */
#pragma once

#include "carrel-row-date.h"

G_BEGIN_DECLS

gsize carrel_day_date_read_number (const char *text, gsize most, int *number);
gsize carrel_day_date_read_year (const char *text, int *year);
gsize carrel_day_date_count_blanks (const char *text);
gboolean carrel_day_date_set (CarrelDate *date, int year, int month, int day);
gsize carrel_day_date_read_ordinal (const char *text);
gsize carrel_day_date_match_month (const CarrelDateStyle *style, const char *text, int *month);
gsize
carrel_day_date_read_dotted (const CarrelDateStyle *style, const char *text, CarrelDate *date);
gsize
carrel_day_date_read_day_month (const CarrelDateStyle *style, const char *text, CarrelDate *date);
gsize
carrel_day_date_read_slashed (const CarrelDateStyle *style, const char *text, CarrelDate *date);
gsize carrel_day_date_read (const CarrelDateStyle *style, const char *text, CarrelDate *date);
gsize
carrel_day_date_read_decimal (const CarrelDateStyle *style, const char *text, CarrelDate *date);

G_END_DECLS
