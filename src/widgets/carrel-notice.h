/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sentence over a page, with at most one thing to do about it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARREL_TYPE_NOTICE (carrel_notice_get_type ())
G_DECLARE_FINAL_TYPE (CarrelNotice, carrel_notice, CARREL, NOTICE, AdwBin)

void carrel_notice_show (CarrelNotice *self,
                         const char *text,
                         const char *button_label,
                         const char *action_name);
void carrel_notice_hide (CarrelNotice *self);

G_END_DECLS
