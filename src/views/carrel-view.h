/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the five views have in common: the store, the settings and the clock they are given, and the
 * course that they show. A view speaks upwards by these actions only:
 *   win.announce (s)       say a sentence to a screen reader, once
 *   win.toast (s)          show a sentence for a moment
 *   win.open-uri (s)       open a web page, a mail or a telephone number outside
 *   win.show-view (s)      show the view of that id
 *   win.help-contacts      show the help contacts of the course */
#pragma once

#include <adwaita.h>

#include "carrel-clock.h"
#include "carrel-course.h"
#include "carrel-store.h"

G_BEGIN_DECLS

#define CARREL_TYPE_VIEW (carrel_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (CarrelView, carrel_view, CARREL, VIEW, AdwBin)

struct _CarrelViewClass
{
  AdwBinClass parent_class;

  /* Shows the store's present answer. Called when the view is mapped and something has changed, and
   * at once when it is on screen; @changes says what. */
  void (*refresh) (CarrelView *self, CarrelStoreChanges changes);

  /* Opens the view's own way to find text; FALSE when it has none. */
  gboolean (*find) (CarrelView *self);

  /* Moves to an item of the view by the id of a fact, as search does; FALSE when it is not here. */
  gboolean (*reveal) (CarrelView *self, const char *fact_id);
};

CarrelStore *carrel_view_get_store (CarrelView *self);
GSettings *carrel_view_get_settings (CarrelView *self);
CarrelClock *carrel_view_get_clock (CarrelView *self);

const char *carrel_view_get_course_id (CarrelView *self);
void carrel_view_set_course_id (CarrelView *self, const char *course_id);

gboolean carrel_view_find (CarrelView *self);
gboolean carrel_view_reveal (CarrelView *self, const char *fact_id);
void carrel_view_announce (CarrelView *self, const char *sentence);

G_END_DECLS
