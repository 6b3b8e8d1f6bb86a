/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Messages that come within a moment are said in one breath, and the same one is said once. */
#define G_LOG_DOMAIN "carrel-announcer"

#include "config.h"

#include "carrel-announcer.h"

#include "carrel-compat.h"

#include <string.h>

/* Milliseconds in which messages are gathered; shorter than anyone notices. */
#define BREATH 120

/* Breaths for which the focus must have been where it is. */
#define STILL_BREATHS 6

/* The same where another window has become active: the person is told where the focus is in it. */
#define STILL_BREATHS_IN_NEW_WINDOW 20

/* Breaths after which a message is given to the window although it is not active. */
#define MOST_BREATHS 40

struct _CarrelAnnouncer
{
  GObject parent_instance;

  GtkWidget *window; /* owns us */
  GSettings *settings;

  GPtrArray *waiting; /* of sentences */
  guint timeout_id;
  guint n_breaths;    /* that the sentences have waited */
  guint n_still;      /* breaths since the focus moved */
  guint n_needed;     /* that it has to be still */
  gint64 last_breath; /* monotonic, in microseconds */

  /* Where the focus was then; only compared. */
  gconstpointer last_active;
  gconstpointer last_focus;
};

G_DEFINE_FINAL_TYPE (CarrelAnnouncer, carrel_announcer, G_TYPE_OBJECT)

/* A dialog may stand over the window; a screen reader listens to the one that is active. */
static GtkWidget *
find_active_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_is_active (window))
        return GTK_WIDGET (window);
    }
  return NULL;
}

/* Where breaths come late the machine is busy, and a screen reader is late as well. */
static gboolean
is_late (CarrelAnnouncer *self)
{
  gint64 now = g_get_monotonic_time ();
  gboolean is_late = now - self->last_breath > 2 * BREATH * G_TIME_SPAN_MILLISECOND;

  self->last_breath = now;
  return is_late;
}

/* Takes note of the window that is active now, and says whether it is the one of the last breath.
 * Waiting for a window to become active is not yet waiting for its focus. */
static gboolean
is_same_window (CarrelAnnouncer *self, GtkWidget *active)
{
  gboolean is_same = active != NULL && active == self->last_active;

  if (!is_same)
    self->n_needed = STILL_BREATHS_IN_NEW_WINDOW;
  if (!is_same && active != NULL)
    self->n_breaths = 0;
  self->last_active = active;
  return is_same;
}

/* A screen reader that comes to a window, or to another widget in it, takes note of the name of the
 * window, and so misses a message that is there by then already: it has to be given time. */
static gboolean
is_to_wait (CarrelAnnouncer *self, GtkWidget *active)
{
  gconstpointer focus = active != NULL ? gtk_window_get_focus (GTK_WINDOW (active)) : NULL;
  gboolean is_busy = is_late (self);
  gboolean is_still = is_same_window (self, active) && focus == self->last_focus && !is_busy;

  self->n_still = is_still ? self->n_still + 1 : 0;
  self->last_focus = focus;
  return self->n_still < self->n_needed && self->n_breaths++ < MOST_BREATHS;
}

static gboolean
on_breath_over_cb (gpointer data)
{
  CarrelAnnouncer *self = CARREL_ANNOUNCER (data);
  GtkWidget *active = find_active_window ();
  g_autofree char *text = NULL;

  if (is_to_wait (self, active))
    return G_SOURCE_CONTINUE;
  self->timeout_id = 0;
  self->n_breaths = 0;
  g_ptr_array_add (self->waiting, NULL);
  text = g_strjoinv (" ", (char **) self->waiting->pdata);
  g_ptr_array_set_size (self->waiting, 0);
  carrel_compat_announce (active != NULL ? active : self->window, text);
  return G_SOURCE_REMOVE;
}

static void
carrel_announcer_dispose (GObject *object)
{
  CarrelAnnouncer *self = CARREL_ANNOUNCER (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  G_OBJECT_CLASS (carrel_announcer_parent_class)->dispose (object);
}

static void
carrel_announcer_class_init (CarrelAnnouncerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = carrel_announcer_dispose;
}

static void
carrel_announcer_init (CarrelAnnouncer *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_free);
}

/**
 * carrel_announcer_new:
 * @window: the window that owns the new object
 * @settings: where "announcements" says how much is said
 *
 * Returns: (transfer full): a voice
 */
CarrelAnnouncer *
carrel_announcer_new (GtkWidget *window, GSettings *settings)
{
  CarrelAnnouncer *self = g_object_new (CARREL_TYPE_ANNOUNCER, NULL);

  self->window = window;
  self->settings = g_object_ref (settings);
  return self;
}

/**
 * carrel_announcer_dup_brief:
 * @text: sentences
 *
 * Returns: (transfer full): the first sentence of @text
 */
char *
carrel_announcer_dup_brief (const char *text)
{
  static const char *const ends[] = { ". ", "; ", ": ", "。" };
  gsize length = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *end = strstr (text, ends[i]);

      if (end != NULL)
        length = MIN (length, (gsize) (end - text));
    }
  return g_strndup (text, length);
}

/**
 * carrel_announcer_say:
 * @self: a voice
 * @text: whole sentences, translated
 *
 * Has a screen reader say @text in a moment, as far as the reader wants to be told.
 */
void
carrel_announcer_say (CarrelAnnouncer *self, const char *text)
{
  g_autofree char *amount = g_settings_get_string (self->settings, "announcements");
  g_autofree char *sentence = NULL;

  if (g_str_equal (amount, "off") || *text == '\0')
    return;
  sentence = g_str_equal (amount, "brief") ? carrel_announcer_dup_brief (text) : g_strdup (text);
  if (g_ptr_array_find_with_equal_func (self->waiting, sentence, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->waiting, g_steal_pointer (&sentence));
  if (self->timeout_id != 0)
    return;
  self->last_active = find_active_window ();
  self->last_breath = g_get_monotonic_time ();
  self->n_needed = STILL_BREATHS;
  self->timeout_id = g_timeout_add (BREATH, on_breath_over_cb, self);
}
