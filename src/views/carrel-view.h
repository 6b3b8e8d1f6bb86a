/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What every view of a course is: a page of the window that is handed the store, the settings, the
 * clock and a course, and that speaks upwards only by named actions. */
#pragma once

#include <adwaita.h>

#include "carrel-clock.h"
#include "carrel-format.h"
#include "carrel-printout.h"
#include "carrel-store.h"

G_BEGIN_DECLS

#define CARREL_TYPE_VIEW (carrel_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (CarrelView, carrel_view, CARREL, VIEW, AdwBin)

/* Actions of the window that views and their widgets activate:
 *   win.publish         shows what publishing the course does, and then does it
 *   win.announce (s)    says a sentence to a screen reader, once
 *   win.toast (s)       shows a sentence for a short time and says it
 *   win.toast-undo (s)  the same with a button that undoes what was done last
 *   win.report (s)      shows what went wrong until it is closed, and says it
 *   win.show-view (s)   "syllabus", "schedule", "office-hours", "grades", "settings"
 *   win.show-fact (sss) the view, the course and the id of a fact
 *   win.open-uri (s)    http, https, mailto and tel only
 *   win.help-contacts, win.add-course, win.answer-questions, win.search, win.undo, win.redo */

struct _CarrelViewClass
{
  AdwBinClass parent_class;

  /* Brings the view up to date. Never called while the view is not mapped: what changed meanwhile
   * is gathered and arrives in one call. The first call, and that after another course was chosen,
   * has CARREL_CHANGED_ALL. */
  void (*refresh) (CarrelView *self, CarrelStoreChanges changes);
  /* Puts the focus where work begins; FALSE leaves it to the window. */
  gboolean (*focus_default) (CarrelView *self);
  /* Ctrl+F: opens what finds inside this view; FALSE lets the window search all courses. */
  gboolean (*find) (CarrelView *self);
  /* F6: the panes of the view in reading order; NULL after the last one. */
  GtkWidget *(*get_pane) (CarrelView *self, guint position);
  /* Brings one fact into sight by its id, as search does, and puts the focus on it; FALSE if the
   * view does not show it. */
  gboolean (*reveal) (CarrelView *self, const char *fact_id);
  /* Ctrl+P: what can be printed, as pairs of an id and its label; and one of these. */
  GStrv (*list_prints) (CarrelView *self);
  CarrelPrintout *(*make_printout) (CarrelView *self,
                                    const char *id,
                                    const CarrelPrintStyle *style);
};

CarrelStore *carrel_view_get_store (CarrelView *self);
GSettings *carrel_view_get_settings (CarrelView *self);
CarrelClock *carrel_view_get_clock (CarrelView *self);
const char *carrel_view_get_course_id (CarrelView *self);
void carrel_view_set_course_id (CarrelView *self, const char *course_id);

CarrelFormatFlags carrel_view_get_format (CarrelView *self);

gboolean carrel_view_focus_default (CarrelView *self);
gboolean carrel_view_find (CarrelView *self);
GtkWidget *carrel_view_get_pane (CarrelView *self, guint position);
gboolean carrel_view_reveal (CarrelView *self, const char *fact_id);
GStrv carrel_view_list_prints (CarrelView *self);
CarrelPrintout *
carrel_view_make_printout (CarrelView *self, const char *id, const CarrelPrintStyle *style);

void carrel_view_refresh_later (CarrelView *self);
void carrel_view_announce (CarrelView *self, const char *text);
void carrel_view_toast (CarrelView *self, const char *text);
void carrel_view_toast_undo (CarrelView *self, const char *text);
void carrel_view_report (CarrelView *self, const GError *error);
void carrel_view_open_uri (CarrelView *self, const char *uri);

G_END_DECLS
