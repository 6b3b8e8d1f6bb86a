/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words are set apart with letters, three times as much, so that they stay words. */
#define G_LOG_DOMAIN "carrel-reading-looks"

#include "config.h"

#include "carrel-reading-looks.h"

static CarrelReadingAid
get_aid (GSettings *settings)
{
  g_autofree char *aid = g_settings_get_string (settings, "reading-aid");

  if (g_str_equal (aid, "focus"))
    return CARREL_READING_AID_FOCUS;
  return g_str_equal (aid, "ruler") ? CARREL_READING_AID_RULER : CARREL_READING_AID_NONE;
}

/**
 * carrel_reading_looks_apply:
 * @settings: the settings of a reader
 * @document: a text
 *
 * Gives a text the looks that the reader has set. Letters have their space by style rules.
 */
void
carrel_reading_looks_apply (GSettings *settings, CarrelDocument *document)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (document));
  int size = pango_font_description_get_size (pango_context_get_font_description (context));
  int percent = g_settings_get_int (settings, "word-spacing")
                + 3 * g_settings_get_int (settings, "letter-spacing");
  const CarrelDocumentLooks looks
      = { size * percent / 100, g_settings_get_boolean (settings, "underline-links"),
          get_aid (settings) };

  carrel_document_set_looks (document, &looks);
}

static void
on_changed_cb (CarrelDocument *document, const char *key, GSettings *settings)
{
  carrel_reading_looks_apply (settings, document);
}

/**
 * carrel_reading_looks_follow:
 * @settings: the settings of a reader
 * @document: a text
 *
 * Gives a text its looks now and whenever the settings change.
 */
void
carrel_reading_looks_follow (GSettings *settings, CarrelDocument *document)
{
  static const char *const keys[]
      = { "changed::word-spacing", "changed::letter-spacing", "changed::reading-aid",
          "changed::underline-links", "changed::text-size" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_signal_connect_object (settings, keys[i], G_CALLBACK (on_changed_cb), document,
                             G_CONNECT_SWAPPED);
  carrel_reading_looks_apply (settings, document);
}
