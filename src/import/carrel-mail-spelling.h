/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses for mail that are written for people only: "lee [at] example [dot] edu". */
#pragma once

#include "carrel-arena.h"

G_BEGIN_DECLS

char *carrel_mail_spelling_write_out (char *text);
const char *carrel_mail_spelling_keep_plain (CarrelArena *arena, const char *text);

G_END_DECLS
