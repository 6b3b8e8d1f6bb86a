/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A note of one's own on a section of a page. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-view.h"

G_BEGIN_DECLS

#define CARREL_TYPE_NOTE_DIALOG (carrel_note_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelNoteDialog, carrel_note_dialog, CARREL, NOTE_DIALOG, CarrelDialog)

void carrel_note_dialog_present (CarrelView *view, CarrelCourse *course, const char *section_id);

G_END_DECLS
