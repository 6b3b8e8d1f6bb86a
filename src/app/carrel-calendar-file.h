/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves the dates of a course, of one person or of one session as a calendar file. */
#pragma once

#include "carrel-window.h"

G_BEGIN_DECLS

/* Actions: win.save-calendar (sss): a course, a person or "", and a fact or "";
 * win.save-course-calendar: the course that is shown. */
void carrel_calendar_file_install (CarrelWindow *self);

G_END_DECLS
