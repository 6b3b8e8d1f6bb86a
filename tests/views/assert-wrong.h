/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What assistive technology is told of an entry whose text cannot be taken. */
#pragma once

#include <gtk/gtk.h>

/* Old GTK would have the entry taken for one that is gone, so there only its description tells. */
static inline void
assert_wrong (gpointer entry)
{
  gboolean is_told = gtk_check_version (4, 18, 0) == NULL;

  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    is_told ? GTK_ACCESSIBLE_INVALID_TRUE
                                            : GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_true (gtk_test_accessible_has_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}
