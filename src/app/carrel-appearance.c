/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of keys and of the style rules each one stands for; all rules together are one style
 * sheet, loaded anew when a key changes. What GTK and libadwaita own is set there. */
#define G_LOG_DOMAIN "carrel-appearance"

#include "config.h"

#include "carrel-appearance.h"

#include "carrel-compat.h"

#include <adwaita.h>

/* Loaded here: libadwaita loads such sheets itself by names that it calls deprecated by now. */
#define DARK_PATH          "/io/github/carrel/Carrel/dark.css"
#define HIGH_CONTRAST_PATH "/io/github/carrel/Carrel/high-contrast.css"

struct _CarrelAppearance
{
  GObject parent_instance;

  GSettings *settings;
  GtkCssProvider *provider;
};

typedef struct
{
  const char *key;
  void (*append) (GString *css, GSettings *settings, const char *key, gboolean is_dark);
} Effect;

G_DEFINE_FINAL_TYPE (CarrelAppearance, carrel_appearance, G_TYPE_OBJECT)

static void
append_sheet (GString *css, const char *path)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (text != NULL)
    g_string_append_len (css, text, (gssize) length);
}

static void
append_font_family (GString *css, GSettings *settings, const char *key, gboolean is_dark)
{
  g_autofree char *family = g_settings_get_string (settings, key);

  if (*family == '\0' || strpbrk (family, "\"\\\n{};") != NULL)
    return;
  g_string_append_printf (css, "window { font-family: \"%s\"; }\n", family);
}

static void
append_line_spacing (GString *css, GSettings *settings, const char *key, gboolean is_dark)
{
  int spacing = g_settings_get_int (settings, key);

  g_string_append_printf (css, ".reading label { line-height: %d.%02d; }\n", spacing / 100,
                          spacing % 100);
}

static void
append_paragraph_spacing (GString *css, GSettings *settings, const char *key, gboolean is_dark)
{
  int spacing = g_settings_get_int (settings, key);

  g_string_append_printf (css, ".reading .paragraph { margin-bottom: %d.%02dem; }\n", spacing / 100,
                          spacing % 100);
}

static void
append_letter_spacing (GString *css, GSettings *settings, const char *key, gboolean is_dark)
{
  int spacing = g_settings_get_int (settings, key);

  if (spacing > 0)
    g_string_append_printf (css, ".reading label { letter-spacing: 0.%02dem; }\n", spacing);
}

/* Grounds so light, or so dark, that black, or white, text has 7:1 and links have 4.5:1. */
static void
append_page_tint (GString *css, GSettings *settings, const char *key, gboolean is_dark)
{
  static const struct
  {
    const char *id;
    const char *light;
    const char *dark;
  } tints[] = {
    { "cream", "#fbf3dd", "#2b2619" },
    { "rose", "#fbeaea", "#2e1f22" },
    { "mint", "#e8f6ea", "#1b2a20" },
    { "sky", "#e6f1fb", "#1a2632" },
  };
  g_autofree char *id = g_settings_get_string (settings, key);

  for (guint i = 0; i < G_N_ELEMENTS (tints); i++)
    if (g_str_equal (id, tints[i].id))
      g_string_append_printf (css,
                              "@define-color window_bg_color %1$s;\n"
                              "@define-color view_bg_color %1$s;\n"
                              "@define-color headerbar_bg_color %1$s;\n",
                              is_dark ? tints[i].dark : tints[i].light);
}

static void
append_contrast (GString *css, GSettings *settings, const char *key, gboolean is_dark)
{
  g_autofree char *contrast = g_settings_get_string (settings, key);

  if (!g_str_equal (contrast, "high"))
    return;
  g_string_append_printf (css,
                          "@define-color window_fg_color %1$s;\n"
                          "@define-color view_fg_color %1$s;\n"
                          "@define-color card_fg_color %1$s;\n"
                          "@define-color headerbar_fg_color %1$s;\n"
                          "@define-color accent_color %2$s;\n"
                          "button, entry, spinbutton, switch, separator"
                          " { border: 1px solid currentColor; }\n",
                          is_dark ? "#ffffff" : "#000000", is_dark ? "#a8d0ff" : "#0a3c80");
  append_sheet (css, HIGH_CONTRAST_PATH);
}

static void
append_focus_ring (GString *css, GSettings *settings, const char *key, gboolean is_dark)
{
  int width = g_settings_get_int (settings, key);

  if (width != 2)
    g_string_append_printf (css, "*:focus-visible { outline-width: %dpx; }\n", width);
}

static void
append_underline_links (GString *css, GSettings *settings, const char *key, gboolean is_dark)
{
  g_string_append_printf (css, "link, button.link, .link { text-decoration-line: %s; }\n",
                          g_settings_get_boolean (settings, key) ? "underline" : "none");
}

static void
append_large_targets (GString *css, GSettings *settings, const char *key, gboolean is_dark)
{
  if (g_settings_get_boolean (settings, key))
    g_string_append (css, "button, entry, spinbutton, modelbutton, check, radio,"
                          " expander-widget > box > title"
                          " { min-height: 44px; min-width: 44px; }\n"
                          "list > row { min-height: 56px; }\n");
}

static const Effect effects[] = {
  { "font-family", append_font_family },
  { "line-spacing", append_line_spacing },
  { "paragraph-spacing", append_paragraph_spacing },
  { "letter-spacing", append_letter_spacing },
  { "page-tint", append_page_tint },
  { "contrast", append_contrast },
  { "focus-ring", append_focus_ring },
  { "underline-links", append_underline_links },
  { "large-targets", append_large_targets },
};

static void
load_css (CarrelAppearance *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean is_dark = adw_style_manager_get_dark (manager);
  g_autofree char *own = carrel_appearance_dup_css (self->settings, is_dark);
  g_autoptr (GString) css = g_string_new (NULL);

  if (is_dark)
    append_sheet (css, DARK_PATH);
  if (adw_style_manager_get_high_contrast (manager))
    append_sheet (css, HIGH_CONTRAST_PATH);
  g_string_append (css, own);
  carrel_compat_load_css (self->provider, css->str);
}

static void
follow_scheme (CarrelAppearance *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");
  AdwColorScheme adw_scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    adw_scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    adw_scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), adw_scheme);
}

/* All sizes of text are multiples of the resolution, also those of libadwaita in points. */
static void
follow_text_size (CarrelAppearance *self)
{
  GtkSettings *gtk_settings = gtk_settings_get_default ();
  int size = g_settings_get_int (self->settings, "text-size");
  int dpi;

  gtk_settings_reset_property (gtk_settings, "gtk-xft-dpi");
  if (size == 100)
    return;
  g_object_get (gtk_settings, "gtk-xft-dpi", &dpi, NULL);
  if (dpi <= 0)
    dpi = 96 * PANGO_SCALE;
  g_object_set (gtk_settings, "gtk-xft-dpi", dpi * size / 100, NULL);
}

static void
follow_motion (CarrelAppearance *self)
{
  GtkSettings *gtk_settings = gtk_settings_get_default ();
  g_autofree char *motion = g_settings_get_string (self->settings, "motion");

  if (g_str_equal (motion, "reduced"))
    g_object_set (gtk_settings, "gtk-enable-animations", FALSE, NULL);
  else
    gtk_settings_reset_property (gtk_settings, "gtk-enable-animations");
}

/* GTK leaves alone what an application has set, so that a new resolution of the system has to be
 * taken up here. */
static void
on_display_setting_changed_cb (CarrelAppearance *self, const char *name)
{
  if (g_str_equal (name, "gtk-xft-dpi"))
    follow_text_size (self);
}

/* Bars ask their window whether to have stripes. */
static void
follow_patterns (CarrelAppearance *self)
{
  gboolean has_patterns = g_settings_get_boolean (self->settings, "patterns");
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (has_patterns)
        gtk_widget_remove_css_class (window, "without-patterns");
      else
        gtk_widget_add_css_class (window, "without-patterns");
    }
}

static void
carrel_appearance_dispose (GObject *object)
{
  CarrelAppearance *self = CARREL_APPEARANCE (object);

  if (self->provider != NULL)
    gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                   GTK_STYLE_PROVIDER (self->provider));
  g_clear_object (&self->provider);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (carrel_appearance_parent_class)->dispose (object);
}

static void
carrel_appearance_class_init (CarrelAppearanceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = carrel_appearance_dispose;
}

static void
carrel_appearance_init (CarrelAppearance *self)
{
  self->provider = gtk_css_provider_new ();
}

/**
 * carrel_appearance_dup_css:
 * @settings: the settings of a reader
 * @is_dark: whether the window is dark
 *
 * Returns: (transfer full): the style sheet that the settings stand for
 */
char *
carrel_appearance_dup_css (GSettings *settings, gboolean is_dark)
{
  GString *css = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    effects[i].append (css, settings, effects[i].key, is_dark);
  return g_string_free (css, FALSE);
}

/**
 * carrel_appearance_new:
 * @settings: the settings of a reader
 *
 * Applies the settings to the display, now and whenever they change.
 *
 * Returns: (transfer full): what keeps them in effect
 */
CarrelAppearance *
carrel_appearance_new (GSettings *settings)
{
  CarrelAppearance *self = g_object_new (CARREL_TYPE_APPEARANCE, NULL);

  self->settings = g_object_ref (settings);
  follow_scheme (self);
  follow_motion (self);
  follow_text_size (self);
  load_css (self);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", effects[i].key, NULL);

      g_signal_connect_object (settings, signal, G_CALLBACK (load_css), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (settings, "changed::color-scheme", G_CALLBACK (follow_scheme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::text-size", G_CALLBACK (follow_text_size), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::motion", G_CALLBACK (follow_motion), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::patterns", G_CALLBACK (follow_patterns), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (follow_patterns), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (load_css),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (load_css), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gdk_display_get_default (), "setting-changed",
                           G_CALLBACK (on_display_setting_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
