/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The few places where versions of GTK and libadwaita differ. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  CARREL_CHOOSE_FILES,
  CARREL_CHOOSE_FILE,
  CARREL_CHOOSE_FOLDER,
  CARREL_CHOOSE_NEW_FILE,
} CarrelChooseKind;

typedef struct
{
  CarrelChooseKind kind;
  const char *title;
  const char *accept;          /* the word on the button; NULL is GTK's */
  const char *suggested_name;  /* of a new file; may be NULL */
  const char *filter_name;     /* may be NULL */
  const char *const *patterns; /* "*.md", …; NULL without a filter */
} CarrelChoose;

/* Called once, unless the person cancels. @files holds at least one GFile. */
typedef void (*CarrelChosen) (GListModel *files, GObject *owner);

void carrel_compat_announce (GtkWidget *window, const char *text);
gboolean carrel_compat_speaks_toasts (void);
void carrel_compat_load_css (GtkCssProvider *provider, const char *css);
void carrel_compat_choose (GtkWindow *parent,
                           const CarrelChoose *choose,
                           CarrelChosen chosen,
                           GObject *owner);
void carrel_compat_fit_toast (GtkWidget *overlay);

G_END_DECLS
