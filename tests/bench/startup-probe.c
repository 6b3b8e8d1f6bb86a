/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Loaded into a GTK program by LD_PRELOAD: writes what the first painted frame has cost, then,
 * where the program has an action win.show-view, what each view costs when it is shown for the
 * first and for a later time. One line a measurement on the file descriptor PROBE_FD: frame WALL_US
 * CPU_US PSS_KIB view ID first|again CPU_US */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* How often every view is shown; the first time builds it. */
#define N_ROUNDS 4

typedef struct
{
  GtkWindow *window;
  char **views;
  guint shown;
  gint64 cpu_before;
  gboolean is_started;
} Probe;

static Probe probe;

static gint64
get_clock_us (clockid_t id)
{
  struct timespec at;

  clock_gettime (id, &at);
  return (gint64) at.tv_sec * G_USEC_PER_SEC + at.tv_nsec / 1000;
}

static long
get_pss_kib (void)
{
  g_autofree char *text = NULL;
  const char *at = NULL;

  if (g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    at = strstr (text, "\nPss:");
  return at != NULL ? strtol (at + 5, NULL, 10) : 0;
}

static void
write_line (const char *line)
{
  const char *fd = g_getenv ("PROBE_FD");
  FILE *file = fdopen (fd != NULL ? atoi (fd) : 1, "w");

  fprintf (file, "%s\n", line);
  fflush (file);
}

static void
finish (void)
{
  _exit (0);
}

/* The two callbacks take turns. */
static gboolean on_next_view_cb (gpointer user_data);

static void
on_painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  gint64 cpu = get_clock_us (CLOCK_PROCESS_CPUTIME_ID);
  guint n_views = g_strv_length (probe.views);
  g_autofree char *line = NULL;

  g_signal_handlers_disconnect_by_func (clock, on_painted_cb, user_data);
  if (!probe.is_started)
    {
      gint64 start = g_ascii_strtoll (g_getenv ("PROBE_START_US"), NULL, 10);

      probe.is_started = TRUE;
      line = g_strdup_printf ("frame %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %ld",
                              get_clock_us (CLOCK_MONOTONIC) - start, cpu, get_pss_kib ());
    }
  else
    {
      line = g_strdup_printf ("view %s %s %" G_GINT64_FORMAT, probe.views[probe.shown % n_views],
                              probe.shown < n_views ? "first" : "again", cpu - probe.cpu_before);
      probe.shown++;
    }
  write_line (line);
  if (probe.shown >= n_views * N_ROUNDS)
    finish ();
  /* Idle handlers that the frame left behind belong to it, not to the next view. */
  g_timeout_add (300, on_next_view_cb, NULL);
}

static gboolean
on_next_view_cb (gpointer user_data)
{
  guint n_views = g_strv_length (probe.views);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (probe.window));

  probe.cpu_before = get_clock_us (CLOCK_PROCESS_CPUTIME_ID);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted_cb), NULL);
  if (!gtk_widget_activate_action (GTK_WIDGET (probe.window), "win.show-view", "s",
                                   probe.views[probe.shown % n_views]))
    finish ();
  gtk_widget_queue_draw (GTK_WIDGET (probe.window));
  return G_SOURCE_REMOVE;
}

/* Takes the place of GTK's function of this name: watches the first window's first frame. */
void
gtk_window_present (GtkWindow *window)
{
  void (*present) (GtkWindow *) = dlsym (RTLD_NEXT, "gtk_window_present");
  const char *views = g_getenv ("PROBE_VIEWS");

  present (window);
  if (probe.window != NULL)
    return;
  probe.window = window;
  probe.views = g_strsplit (views != NULL ? views : "", " ", -1);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (on_painted_cb), NULL);
}
