/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Short notices one under the other, such as clashes; one stop of the keyboard, named with all of
 * them. */
#pragma once

#include "carrel-focus-box.h"

G_BEGIN_DECLS

#define CARREL_TYPE_NOTICE_LIST (carrel_notice_list_get_type ())
G_DECLARE_FINAL_TYPE (CarrelNoticeList, carrel_notice_list, CARREL, NOTICE_LIST, CarrelFocusBox)

gboolean carrel_notice_list_set (CarrelNoticeList *self, const char *const *notices);
void carrel_notice_list_warn (CarrelNoticeList *self, const char *warning, GtkWidget *button);
void carrel_notice_list_acknowledge (CarrelNoticeList *self);
gboolean carrel_notice_list_stop (CarrelNoticeList *self);

G_END_DECLS
