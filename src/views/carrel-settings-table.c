/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A new setting is a key of the schema and a row here; its effect is a row of carrel-appearance.c,
 * or in the view that reads it. Where the system has an opinion, following it stands first. */
#define G_LOG_DOMAIN "carrel-settings"

#include "config.h"

#include "carrel-settings-table.h"

#include <glib/gi18n.h>

#define READING   NC_ ("settings", "Reading")
#define SEEING    NC_ ("settings", "Seeing")
#define MOVING    NC_ ("settings", "Moving")
#define HEARING   NC_ ("settings", "Hearing")
#define TIME      NC_ ("settings", "Time")
#define REMINDERS NC_ ("settings", "Reminders")

static const CarrelSettingChoice tints[] = {
  { "none", N_ ("None") }, { "cream", N_ ("Cream") }, { "rose", N_ ("Rose") },
  { "mint", N_ ("Mint") }, { "sky", N_ ("Sky") },     { NULL },
};

static const CarrelSettingChoice aids[] = {
  { "none", N_ ("None") },
  { "focus", N_ ("Line focus") },
  { "ruler", N_ ("Ruler") },
  { NULL },
};

static const CarrelSettingChoice row_starts[] = {
  { "time", N_ ("The time") },
  { "title", N_ ("The title") },
  { NULL },
};

static const CarrelSettingChoice schemes[] = {
  { "system", N_ ("Follow the system") },
  { "light", N_ ("Light") },
  { "dark", N_ ("Dark") },
  { NULL },
};

static const CarrelSettingChoice contrasts[] = {
  { "system", N_ ("Follow the system") },
  { "high", N_ ("High") },
  { NULL },
};

static const CarrelSettingChoice motions[] = {
  { "system", N_ ("Follow the system") },
  { "reduced", N_ ("Reduced") },
  { NULL },
};

static const CarrelSettingChoice announcements[] = {
  { "full", N_ ("Full") },
  { "brief", N_ ("Brief") },
  { "off", N_ ("Off") },
  { NULL },
};

static const CarrelSettingChoice clocks[] = {
  { "system", N_ ("Follow the system") },
  { "12", N_ ("12 hours") },
  { "24", N_ ("24 hours") },
  { NULL },
};

static const CarrelSettingChoice first_days[] = {
  { "system", N_ ("Follow the system") },
  { "monday", N_ ("Monday") },
  { "sunday", N_ ("Sunday") },
  { "saturday", N_ ("Saturday") },
  { NULL },
};

static const CarrelSettingChoice leads[] = {
  { "0", N_ ("No reminder") },        { "5", N_ ("5 minutes before") },
  { "10", N_ ("10 minutes before") }, { "30", N_ ("30 minutes before") },
  { "60", N_ ("1 hour before") },     { "1440", N_ ("1 day before") },
  { "2880", N_ ("2 days before") },   { NULL },
};

/* Before those that are installed. */
static const CarrelSettingChoice faces[] = {
  { "", N_ ("Follow the system") },
  { NULL },
};

static char *
dup_percent (int value)
{
  return g_strdup_printf (ngettext ("%d percent", "%d percent", (gulong) value), value);
}

static char *
dup_characters (int value)
{
  return g_strdup_printf (ngettext ("%d character", "%d characters", (gulong) value), value);
}

static char *
dup_pixels (int value)
{
  return g_strdup_printf (ngettext ("%d pixel", "%d pixels", (gulong) value), value);
}

static const CarrelSetting settings[] = {
  { READING, "text-size", N_ ("Text size"), N_ ("All text, of the size the system asks for"),
    CARREL_SETTING_NUMBER, NULL, 5, dup_percent },
  { READING, "line-spacing", N_ ("Line spacing"), N_ ("Distance of lines in what you read"),
    CARREL_SETTING_NUMBER, NULL, 10, dup_percent },
  { READING, "paragraph-spacing", N_ ("Paragraph spacing"), N_ ("Space after a paragraph"),
    CARREL_SETTING_NUMBER, NULL, 25, dup_percent },
  { READING, "letter-spacing", N_ ("Letter spacing"),
    N_ ("Space between letters; words are set apart with them"), CARREL_SETTING_NUMBER, NULL, 1,
    dup_percent },
  { READING, "word-spacing", N_ ("Word spacing"), N_ ("More space between words, beside that"),
    CARREL_SETTING_NUMBER, NULL, 5, dup_percent },
  { READING, "reading-aid", N_ ("Line focus and ruler"),
    N_ ("Other paragraphs fade, or a ruler lies over the line that you read"),
    CARREL_SETTING_CHOICE, aids, 0, NULL },
  { READING, "column-width", N_ ("Column width"), N_ ("The longest line of what you read"),
    CARREL_SETTING_NUMBER, NULL, 5, dup_characters },
  { READING, "font-family", N_ ("Typeface"), N_ ("The shape of all letters"), CARREL_SETTING_FACE,
    faces, 0, NULL },
  { READING, "page-tint", N_ ("Page tint"), N_ ("A soft colour under all pages"),
    CARREL_SETTING_CHOICE, tints, 0, NULL },
  { SEEING, "color-scheme", N_ ("Light or dark"), N_ ("The ground that text stands on"),
    CARREL_SETTING_CHOICE, schemes, 0, NULL },
  { SEEING, "contrast", N_ ("Contrast"), N_ ("Black on white, with borders"), CARREL_SETTING_CHOICE,
    contrasts, 0, NULL },
  { SEEING, "focus-ring", N_ ("Focus ring"), N_ ("Thickness of the ring that the keyboard moves"),
    CARREL_SETTING_NUMBER, NULL, 1, dup_pixels },
  { SEEING, "underline-links", N_ ("Underline links"), N_ ("A line as well as a colour"),
    CARREL_SETTING_SWITCH, NULL, 0, NULL },
  { SEEING, "patterns", N_ ("Patterns"), N_ ("Stripes in bars, beside their shades"),
    CARREL_SETTING_SWITCH, NULL, 0, NULL },
  { SEEING, "large-targets", N_ ("Larger targets"), N_ ("Buttons at least 44 pixels high and wide"),
    CARREL_SETTING_SWITCH, NULL, 0, NULL },
  { MOVING, "motion", N_ ("Motion"), N_ ("Whether things move or change at once"),
    CARREL_SETTING_CHOICE, motions, 0, NULL },
  { HEARING, "announcements", N_ ("Announcements"),
    N_ ("What a screen reader is told of what happens"), CARREL_SETTING_CHOICE, announcements, 0,
    NULL },
  { HEARING, "numbers-in-words", N_ ("Times and rooms in words"),
    N_ ("Said so that they can be understood by ear"), CARREL_SETTING_SWITCH, NULL, 0, NULL },
  { HEARING, "row-starts-with", N_ ("What a row says first"),
    N_ ("In the schedule and the office hours"), CARREL_SETTING_CHOICE, row_starts, 0, NULL },
  { TIME, "time-format", N_ ("Clock"), N_ ("Twice 12 hours, or 24"), CARREL_SETTING_CHOICE, clocks,
    0, NULL },
  { TIME, "first-day", N_ ("First day of the week"), N_ ("Where weeks begin"),
    CARREL_SETTING_CHOICE, first_days, 0, NULL },
  { TIME, "time-zone", N_ ("Time zone"),
    N_ ("A name such as Europe/Paris; empty follows the system"), CARREL_SETTING_ZONE, NULL, 0,
    NULL },
  { REMINDERS, "remind-class", N_ ("Classes"), N_ ("Lectures, recitations, labs and sections"),
    CARREL_SETTING_CHOICE, leads, 0, NULL },
  { REMINDERS, "remind-hours", N_ ("Office hours"), N_ ("Of everyone in your courses"),
    CARREL_SETTING_CHOICE, leads, 0, NULL },
  { REMINDERS, "remind-deadline", N_ ("Deadlines"), N_ ("By your own date where you have one"),
    CARREL_SETTING_CHOICE, leads, 0, NULL },
  { REMINDERS, "remind-exam", N_ ("Exams"), N_ ("Also those in the table of the term"),
    CARREL_SETTING_CHOICE, leads, 0, NULL },
  { REMINDERS, "remind-in-background", N_ ("Remind without a window"),
    N_ ("Carrel starts with the session and goes on when its window is closed; without this, "
        "reminders work only while Carrel runs"),
    CARREL_SETTING_SWITCH, NULL, 0, NULL },
};

/**
 * carrel_settings_table_get:
 * @n_settings: (out): how many there are
 *
 * Returns: (transfer none): the settings in the order of the page
 */
const CarrelSetting *
carrel_settings_table_get (guint *n_settings)
{
  *n_settings = G_N_ELEMENTS (settings);
  return settings;
}
