/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* iCalendar that a stranger sent: checked and bounded before it is parsed. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *carrel_ical_text_decode (GBytes *bytes);
GArray *carrel_ical_text_check (GBytes *bytes, const char *file, GError **error);

G_END_DECLS
