/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What one version of libxml2 does otherwise than another. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

int carrel_libxml_get_text_line (xmlNode *text);

G_END_DECLS
