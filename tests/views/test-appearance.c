/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each setting has its rule in the style sheet, the sheet parses, and settings travel as a file. */
#include "config.h"

#include "carrel-appearance.h"

#include "carrel-compat.h"

#include "carrel-announcer.h"
#include "carrel-settings-file.h"

#include <adwaita.h>
#include <glib/gstdio.h>

typedef struct
{
  const char *key;
  const char *value; /* GVariant text */
  const char *rule;
} Case;

static const Case cases[] = {
  { "font-family", "'DejaVu Serif'", "font-family: \"DejaVu Serif\"" },
  { "line-spacing", "200", "line-height: 2.00" },
  { "paragraph-spacing", "150", "margin-bottom: 1.50em" },
  { "letter-spacing", "12", "letter-spacing: 0.12em" },
  { "page-tint", "'cream'", "window_bg_color #fbf3dd" },
  { "contrast", "'high'", "window_fg_color #000000" },
  { "focus-ring", "5", "outline-width: 5px" },
  { "underline-links", "false", "text-decoration-line: none" },
  { "large-targets", "true", "min-height: 44px" },
};

static void
on_parsing_error_cb (GtkCssProvider *provider, GtkCssSection *section, const GError *error)
{
  g_autofree char *place = gtk_css_section_to_string (section);

  g_error ("%s: %s", place, error->message);
}

static void
setting_becomes_a_rule (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (GSettings) settings = g_settings_new ("io.github.carrel.Carrel");
  g_autoptr (GVariant) value = g_variant_parse (NULL, expected->value, NULL, NULL, NULL);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autofree char *before = carrel_appearance_dup_css (settings, FALSE);
  g_autofree char *after = NULL;

  g_settings_set_value (settings, expected->key, value);
  after = carrel_appearance_dup_css (settings, FALSE);
  g_settings_reset (settings, expected->key);
  g_assert_null (strstr (before, expected->rule));
  g_assert_nonnull (strstr (after, expected->rule));
  g_signal_connect (provider, "parsing-error", G_CALLBACK (on_parsing_error_cb), NULL);
  carrel_compat_load_css (provider, after);
}

static void
family_cannot_smuggle_rules (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.carrel.Carrel");
  g_autofree char *css = NULL;

  g_settings_set_string (settings, "font-family", "x\"; } * { color: red");
  css = carrel_appearance_dup_css (settings, FALSE);
  g_settings_reset (settings, "font-family");
  g_assert_null (strstr (css, "red"));
}

static void
patterns_are_told_to_every_window (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.carrel.Carrel");
  g_autoptr (CarrelAppearance) appearance = carrel_appearance_new (settings);
  GtkWidget *before = gtk_window_new ();
  GtkWidget *after = NULL;

  g_settings_set_boolean (settings, "patterns", FALSE);
  after = gtk_window_new ();
  g_assert_true (gtk_widget_has_css_class (before, "without-patterns"));
  g_assert_true (gtk_widget_has_css_class (after, "without-patterns"));
  g_settings_reset (settings, "patterns");
  g_assert_false (gtk_widget_has_css_class (before, "without-patterns"));
  gtk_window_destroy (GTK_WINDOW (before));
  gtk_window_destroy (GTK_WINDOW (after));
}

static void
takes_effect_and_gives_way (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.carrel.Carrel");
  CarrelAppearance *appearance = carrel_appearance_new (settings);
  GtkSettings *gtk_settings = gtk_settings_get_default ();
  int dpi_before, dpi_after;
  gboolean is_animated;

  g_object_get (gtk_settings, "gtk-xft-dpi", &dpi_before, NULL);
  g_settings_set_int (settings, "text-size", 200);
  g_settings_set_string (settings, "motion", "reduced");
  g_settings_set_string (settings, "color-scheme", "dark");
  g_object_get (gtk_settings, "gtk-xft-dpi", &dpi_after, "gtk-enable-animations", &is_animated,
                NULL);
  g_assert_cmpint (dpi_after, ==, 2 * dpi_before);
  g_assert_false (is_animated);
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  g_settings_reset (settings, "text-size");
  g_settings_reset (settings, "motion");
  g_settings_reset (settings, "color-scheme");
  g_object_get (gtk_settings, "gtk-xft-dpi", &dpi_after, "gtk-enable-animations", &is_animated,
                NULL);
  g_assert_cmpint (dpi_after, ==, dpi_before);
  g_assert_true (is_animated);
  g_assert_finalize_object (appearance);
}

static void
settings_travel_as_a_file (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.carrel.Carrel");
  g_autofree char *folder = g_dir_make_tmp ("carrel-settings-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "my.carrel-settings", NULL);
  g_autoptr (GError) error = NULL;

  g_settings_set_int (settings, "text-size", 175);
  g_assert_true (carrel_settings_file_save (settings, path, &error));
  g_assert_no_error (error);
  g_settings_reset (settings, "text-size");
  g_assert_true (carrel_settings_file_load (settings, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 175);
  g_settings_reset (settings, "text-size");
  g_unlink (path);
  g_rmdir (folder);
}

static void
other_file_changes_no_setting (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.carrel.Carrel");
  g_autofree char *folder = g_dir_make_tmp ("carrel-settings-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "other.ini", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "[Other]\ntext-size=300\n", -1, NULL);
  g_assert_false (carrel_settings_file_load (settings, path, &error));
  g_assert_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_GROUP_NOT_FOUND);
  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 100);
  g_unlink (path);
  g_rmdir (folder);
}

static void
brief_is_the_first_sentence (void)
{
  g_autofree char *one = carrel_announcer_dup_brief ("Score 92 of 100. Now 87.5 percent.");
  g_autofree char *whole = carrel_announcer_dup_brief ("Added Systems");

  g_assert_cmpstr (one, ==, "Score 92 of 100");
  g_assert_cmpstr (whole, ==, "Added Systems");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/carrel/app/appearance/setting-becomes-a-rule/", cases[i].key, NULL);

      g_test_add_data_func (path, &cases[i], setting_becomes_a_rule);
    }
  g_test_add_func ("/carrel/app/appearance/family-cannot-smuggle-rules",
                   family_cannot_smuggle_rules);
  g_test_add_func ("/carrel/app/appearance/takes-effect-and-gives-way", takes_effect_and_gives_way);
  g_test_add_func ("/carrel/app/appearance/patterns-are-told-to-every-window",
                   patterns_are_told_to_every_window);
  g_test_add_func ("/carrel/app/settings-file/settings-travel-as-a-file",
                   settings_travel_as_a_file);
  g_test_add_func ("/carrel/app/settings-file/other-file-changes-no-setting",
                   other_file_changes_no_setting);
  g_test_add_func ("/carrel/app/announcer/brief-is-the-first-sentence",
                   brief_is_the_first_sentence);
  return g_test_run ();
}
