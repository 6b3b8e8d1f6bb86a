/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Regular expressions of this library, compiled once: compiling one takes longer than matching a
 * line. For patterns that are written in the code, not for those made from data. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GRegex *carrel_pattern_get (const char *pattern, GRegexCompileFlags flags);
gboolean carrel_pattern_matches (const char *pattern, const char *text, GRegexCompileFlags flags);
gboolean carrel_pattern_match (const char *pattern,
                               const char *text,
                               GRegexCompileFlags flags,
                               GMatchInfo **match);
char *carrel_pattern_dup_without (const char *pattern, const char *text, GRegexCompileFlags flags);
char *carrel_pattern_dup_without_tags (const char *text);
gboolean carrel_pattern_find (const char *pattern, const char *text, gsize *start, gsize *end);

G_END_DECLS
