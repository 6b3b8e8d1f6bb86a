/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is on now and what comes next, in two sentences and the parts of a lecture. */
#pragma once

#include "carrel-focus-box.h"
#include "carrel-format-occurrence.h"

G_BEGIN_DECLS

#define CARREL_TYPE_NOW_CARD (carrel_now_card_get_type ())
G_DECLARE_FINAL_TYPE (CarrelNowCard, carrel_now_card, CARREL, NOW_CARD, CarrelFocusBox)

void carrel_now_card_update (CarrelNowCard *self,
                             const CarrelNowNext *answer,
                             const CarrelFormatContext *read,
                             const CarrelFormatContext *heard);

G_END_DECLS
