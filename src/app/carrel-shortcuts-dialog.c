/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GtkShortcutsWindow is deprecated and is hard to read by ear. Here every key is a row that the
 * keyboard reaches and that says its sentence. */
#define G_LOG_DOMAIN "carrel-shortcuts-dialog"

#include "config.h"

#include "carrel-shortcuts-dialog.h"

#include "carrel-fact-row.h"
#include "carrel-focus-scroll.h"

#include <glib/gi18n.h>

struct _CarrelShortcutsDialog
{
  CarrelDialog parent_instance;

  GtkBox *groups;
  GtkScrolledWindow *scroller;
};

typedef struct
{
  const char *group; /* NULL is that of the row before */
  const char *title;
  const char *keys; /* as GTK writes accelerators, several apart by a space */
} Row;

static const Row rows[] = {
  { N_ ("Views"), N_ ("Syllabus"), "<Alt>1" },
  { NULL, N_ ("Schedule"), "<Alt>2" },
  { NULL, N_ ("Office hours"), "<Alt>3" },
  { NULL, N_ ("Grades"), "<Alt>4" },
  { NULL, N_ ("Settings"), "<Alt>5" },
  { NULL, N_ ("Next part of the window"), "F6" },
  { NULL, N_ ("Part of the window before"), "<Shift>F6" },
  { N_ ("Courses"), N_ ("Add a course"), "<Control>n" },
  { NULL, N_ ("Add a course from files"), "<Control>o" },
  { NULL, N_ ("Show another course"), "<Control>l" },
  { NULL, N_ ("Search all courses"), "<Control>k" },
  { NULL, N_ ("Help contacts of the course"), "<Control>h" },
  { N_ ("In a view"), N_ ("Find on this page"), "<Control>f" },
  { NULL, N_ ("Next or previous place that was found"), "<Control>g <Control><Shift>g" },
  { NULL, N_ ("Note on the section that you read"), "<Control>m" },
  { NULL, N_ ("Open the menu of a row"), "Menu <Shift>F10" },
  { NULL, N_ ("Print or save as PDF"), "<Control>p" },
  { NULL, N_ ("Undo"), "<Control>z" },
  { NULL, N_ ("Redo"), "<Control><Shift>z" },
  { NULL, N_ ("Leave a dialog, a menu or a search"), "Escape" },
  { N_ ("In the schedule"), N_ ("Week before or next week"), "<Alt>Page_Up <Alt>Page_Down" },
  { NULL, N_ ("This week"), "<Alt>Home" },
  { NULL, N_ ("Go to a date"), "<Control>g" },
  { NULL, N_ ("Day before or next day of the agenda"), "<Control>Up <Control>Down" },
  { NULL, N_ ("Month before or next month, in the dates"), "Page_Up Page_Down" },
  { N_ ("In the syllabus"), N_ ("Next or previous block"), "Down Up" },
  { NULL, N_ ("Next or previous heading"), "h <Shift>h" },
  { NULL, N_ ("Next or previous link"), "k <Shift>k" },
  { NULL, N_ ("Next or previous table"), "t <Shift>t" },
  { NULL, N_ ("Next or previous list"), "l <Shift>l" },
  { NULL, N_ ("Next or previous cell of a table"), "Right Left" },
  { NULL, N_ ("Open the link"), "Return" },
  { NULL, N_ ("Beginning or end of the text"), "<Control>Home <Control>End" },
  { NULL, N_ ("Select the next or the previous block as well"), "<Shift>Down <Shift>Up" },
  { NULL, N_ ("Select the whole text"), "<Control>a" },
  { NULL, N_ ("Copy the block, or what is selected"), "<Control>c" },
  { N_ ("In the office hours"), N_ ("Next session"), "<Alt>n" },
  { N_ ("In the grades"), N_ ("Next or previous point of the chart"), "Right Left" },
  { NULL, N_ ("Give up what was typed as a score"), "Escape" },
  { N_ ("In the help"), N_ ("Page that was shown before"), "<Alt>Left" },
  { NULL, N_ ("First page"), "<Alt>Home" },
  { N_ ("Text"), N_ ("Larger text"), "<Control>plus" },
  { NULL, N_ ("Smaller text"), "<Control>minus" },
  { NULL, N_ ("Text of the usual size"), "<Control>0" },
  { N_ ("In the settings"), N_ ("Reset the setting that has the focus"), "<Alt>BackSpace" },
  { NULL, N_ ("Reset all settings"), "<Alt><Shift>BackSpace" },
  { N_ ("Carrel"), N_ ("Main menu"), "F10" },
  { NULL, N_ ("Help on what is shown"), "F1" },
  { NULL, N_ ("These keys"), "<Control>question" },
  { NULL, N_ ("Close the window"), "<Control>w" },
  { NULL, N_ ("Quit"), "<Control>q" },
};

G_DEFINE_FINAL_TYPE (CarrelShortcutsDialog, carrel_shortcuts_dialog, CARREL_TYPE_DIALOG)

static char *
dup_keys (const char *keys)
{
  g_auto (GStrv) names = g_strsplit (keys, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      GdkModifierType modifiers;
      guint key;

      if (!gtk_accelerator_parse (names[i], &key, &modifiers))
        continue;
      g_free (names[i]);
      names[i] = gtk_accelerator_get_label (key, modifiers);
    }
  /* Translators: stands between two keys that do the same, or the opposite. */
  return g_strjoinv (_ (" or "), names);
}

static GtkWidget *
new_row (const Row *row)
{
  GtkWidget *widget = carrel_fact_row_new (_ (row->title), NULL);
  g_autofree char *keys = dup_keys (row->keys);

  carrel_fact_row_set_value (CARREL_FACT_ROW (widget), keys);
  return widget;
}

static void
carrel_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CARREL_TYPE_SHORTCUTS_DIALOG);
  G_OBJECT_CLASS (carrel_shortcuts_dialog_parent_class)->dispose (object);
}

static void
carrel_shortcuts_dialog_class_init (CarrelShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_shortcuts_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelShortcutsDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, CarrelShortcutsDialog, groups);
}

static void
carrel_shortcuts_dialog_init (CarrelShortcutsDialog *self)
{
  AdwPreferencesGroup *group = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_focus_scroll_attach (self->scroller);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].group != NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (rows[i].group));
          gtk_box_append (self->groups, GTK_WIDGET (group));
        }
      adw_preferences_group_add (group, new_row (&rows[i]));
    }
  gtk_widget_child_focus (GTK_WIDGET (self->groups), GTK_DIR_TAB_FORWARD);
}

/**
 * carrel_shortcuts_dialog_new:
 *
 * Returns: (transfer none): a new dialog
 */
CarrelDialog *
carrel_shortcuts_dialog_new (void)
{
  return g_object_new (CARREL_TYPE_SHORTCUTS_DIALOG, NULL);
}
