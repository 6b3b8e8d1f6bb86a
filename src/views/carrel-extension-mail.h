/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A draft of a mail that asks for more time, without asking the writer for a reason. */
#pragma once

#include "carrel-format-occurrence.h"

G_BEGIN_DECLS

char *carrel_extension_mail_new (const CarrelOccurrence *deadline,
                                 const CarrelFormatContext *context);

G_END_DECLS
