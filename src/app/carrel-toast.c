/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A button "Undo" takes back the last verb of the store, so its toast goes with the next verb, and
 * is not to wait behind another one: an overlay shows one toast at a time. */
#define G_LOG_DOMAIN "carrel-toast"

#include "config.h"

#include "carrel-toast.h"

#include <glib/gi18n.h>

#include "carrel-compat.h"

#define LAST_KEY "carrel-last-toast"

static void
dismiss_last (AdwToastOverlay *overlay)
{
  g_autoptr (AdwToast) last = g_object_steal_data (G_OBJECT (overlay), LAST_KEY);

  if (last != NULL)
    adw_toast_dismiss (last);
}

/**
 * carrel_toast_show:
 * @overlay: what shows toasts
 * @text: plain text, translated
 * @n_verbs: how many verbs of the store its button undoes; 0 is no button
 *
 * Shows what happened.
 */
void
carrel_toast_show (AdwToastOverlay *overlay, const char *text, guint n_verbs)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (n_verbs > 0)
    {
      dismiss_last (overlay);
      adw_toast_set_button_label (toast, _ ("Undo"));
    }
  if (n_verbs == 1)
    adw_toast_set_action_name (toast, "win.undo");
  if (n_verbs > 1)
    {
      adw_toast_set_action_name (toast, "win.undo-import");
      adw_toast_set_action_target (toast, "u", n_verbs);
    }
  g_object_set_data_full (G_OBJECT (overlay), LAST_KEY, g_object_ref (toast), g_object_unref);
  adw_toast_overlay_add_toast (overlay, toast);
  carrel_compat_fit_toast (GTK_WIDGET (overlay));
  /* One that waits its turn is shown when another goes. */
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (carrel_compat_fit_toast), overlay,
                           G_CONNECT_SWAPPED);
}

/**
 * carrel_toast_end_undo:
 * @overlay: what shows toasts
 *
 * Takes away the toast that offers to undo something, which is not the last thing any more.
 */
void
carrel_toast_end_undo (AdwToastOverlay *overlay)
{
  AdwToast *last = g_object_get_data (G_OBJECT (overlay), LAST_KEY);

  if (last != NULL && adw_toast_get_button_label (last) != NULL)
    dismiss_last (overlay);
}
