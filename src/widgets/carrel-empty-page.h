/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Says that there is nothing, and why: what stands in a view or a dialog instead of rows. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARREL_TYPE_EMPTY_PAGE (carrel_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (CarrelEmptyPage, carrel_empty_page, CARREL, EMPTY_PAGE, GtkBox)

void carrel_empty_page_set (CarrelEmptyPage *self, const char *title, const char *description);
const char *carrel_empty_page_get_title (CarrelEmptyPage *self);

G_END_DECLS
