/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes what someone who teaches has changed a version of the course. */
#pragma once

#include "carrel-view.h"

G_BEGIN_DECLS

guint carrel_hour_publishing_count_changes (CarrelView *view);
void carrel_hour_publishing_publish (CarrelView *view);
void carrel_hour_publishing_discard (CarrelView *view);

G_END_DECLS
