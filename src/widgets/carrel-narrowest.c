/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GTK asks a label that wraps how narrow it can get, and finds out by laying the text out with a
 * break after every letter: most of what the first frame of a view costs. A label that is told a
 * least width is laid out at that one instead. */
#define G_LOG_DOMAIN "carrel-narrowest"

#include "config.h"

#include "carrel-narrowest.h"

/* So few letters in a line have room beside a button in a narrow window, at the largest size. */
#define N_CHARS 2

/* What is written above or below a letter takes no width. */
static int
count_letters (const char *text)
{
  int n_letters = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      n_letters++;
  return n_letters;
}

static void
bound (GtkLabel *label, int n_chars)
{
  int n_half = count_letters (gtk_label_get_text (label)) / 2;

  gtk_label_set_width_chars (label, n_half > 0 ? MIN (n_half, n_chars) : -1);
}

/* A bound that is more than a new text needs would make GTK complain. */
static void
on_text_changed_cb (GtkLabel *label, GParamSpec *pspec, gpointer n_chars)
{
  bound (label, GPOINTER_TO_INT (n_chars));
}

/**
 * carrel_narrowest_set:
 * @label: a label
 * @n_chars: how many letters have room in its narrowest line
 *
 * Bounds how narrow a label may get, from now on; never to more than half of its text, so that it
 * asks for no more than before where there is room. A label that does not wrap, or has a bound, is
 * left alone.
 */
void
carrel_narrowest_set (GtkLabel *label, int n_chars)
{
  if (!gtk_label_get_wrap (label) || gtk_label_get_width_chars (label) >= 0
      || g_signal_handler_find (label, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_text_changed_cb, NULL)
             != 0)
    return;
  bound (label, n_chars);
  g_signal_connect (label, "notify::label", G_CALLBACK (on_text_changed_cb),
                    GINT_TO_POINTER (n_chars));
}

/**
 * carrel_narrowest_set_all:
 * @widget: a widget that has been filled
 *
 * Bounds how narrow each label in it may get.
 */
void
carrel_narrowest_set_all (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_LABEL (widget))
    carrel_narrowest_set (GTK_LABEL (widget), N_CHARS);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    carrel_narrowest_set_all (child);
}
