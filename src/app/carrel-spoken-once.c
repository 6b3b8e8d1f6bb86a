/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Old GTK tells of the description of a widget as of a change, at the moment when the widget is
 * first made known to assistive technology; if that is when it gets the focus, a screen reader
 * says it with the widget and then as a change (rule 6 of the accessibility notes). A change of
 * whether a widget can have the focus makes it known as well, so that is made, and unmade, soon
 * after it is first shown. */
#define G_LOG_DOMAIN "carrel-spoken-once"

#include "config.h"

#include "carrel-spoken-once.h"

#include "carrel-accessible.h"

/* So many widgets at a time that nobody waits for it. */
#define N_AT_ONCE 8

static GQueue waiting = G_QUEUE_INIT; /* of GWeakRef */

static void
free_reference (GWeakRef *reference)
{
  g_weak_ref_clear (reference);
  g_free (reference);
}

static void
make_known (GtkWidget *widget)
{
  if (!gtk_widget_get_focusable (widget) || gtk_widget_has_focus (widget))
    return;
  gtk_widget_set_focusable (widget, FALSE);
  gtk_widget_set_focusable (widget, TRUE);
}

static gboolean
on_idle_cb (gpointer data)
{
  for (guint i = 0; i < N_AT_ONCE && !g_queue_is_empty (&waiting); i++)
    {
      GWeakRef *reference = g_queue_pop_head (&waiting);
      g_autoptr (GtkWidget) widget = g_weak_ref_get (reference);

      free_reference (reference);
      if (widget != NULL)
        make_known (widget);
    }
  return g_queue_is_empty (&waiting) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* Rows and paragraphs are read from what they show, and are many. */
static gboolean
may_have_description (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && !GTK_IS_LIST_BOX_ROW (widget)
         && !GTK_IS_LABEL (widget);
}

static gboolean
on_mapped_cb (GSignalInvocationHint *hint,
              guint n_parameters,
              const GValue *parameters,
              gpointer data)
{
  GtkWidget *widget = g_value_get_object (parameters);
  GQuark known = g_quark_from_static_string ("carrel-known");
  GWeakRef *reference = NULL;

  if (!may_have_description (widget) || g_object_get_qdata (G_OBJECT (widget), known) != NULL)
    return TRUE;
  g_object_set_qdata (G_OBJECT (widget), known, GINT_TO_POINTER (TRUE));
  /* An entry may get the focus at once. */
  if (GTK_IS_TEXT (widget))
    {
      make_known (widget);
      return TRUE;
    }
  reference = g_new0 (GWeakRef, 1);
  g_weak_ref_init (reference, widget);
  if (g_queue_is_empty (&waiting))
    g_idle_add_full (G_PRIORITY_LOW, on_idle_cb, NULL, NULL);
  g_queue_push_tail (&waiting, reference);
  return TRUE;
}

/**
 * carrel_spoken_once_begin:
 *
 * Sees to it, for all widgets that are shown from now on, that what is said about them is not said
 * twice. To be called once, when GTK has been initialised. Does nothing where GTK does not need it.
 */
void
carrel_spoken_once_begin (void)
{
  g_autoptr (GTypeClass) klass = NULL;

  if (!carrel_accessible_is_old ())
    return;
  klass = g_type_class_ref (GTK_TYPE_WIDGET);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_mapped_cb, NULL,
                              NULL);
}
