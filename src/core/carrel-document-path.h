/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* In a sandbox a file that was chosen lies below the document portal, in a folder that nobody
 * knows. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *carrel_document_path_dup_known (const char *text);

G_END_DECLS
