/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of dates: "1/17", "Fr, 14.04.", "Sep 06", "30 Septembre - 4 Octobre", "2026年3月4日".
 */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

/* What "3/4" means; decided once a page. */
typedef enum
{
  CARREL_ORDER_MONTH_FIRST,
  CARREL_ORDER_DAY_FIRST,
} CarrelDateOrder;

typedef struct
{
  const CarrelWords *words;
  CarrelDateOrder order;
} CarrelDateStyle;

typedef struct
{
  gsize start; /* bytes of the text, with the day of the week */
  gsize end;
  CarrelDate date;
  CarrelDate until; /* of a range */
  CarrelDays weekday;
} CarrelRowDate;

gboolean
carrel_row_date_read (const CarrelDateStyle *style, const char *text, CarrelRowDate *found);
gboolean carrel_row_date_find (const CarrelDateStyle *style,
                               const char *text,
                               gsize from,
                               CarrelRowDate *found);
CarrelDateOrder carrel_row_date_decide_order (const CarrelWords *words, const char *const *texts);
CarrelDateOrder carrel_row_date_decide_page_order (const CarrelPage *page);

G_END_DECLS
