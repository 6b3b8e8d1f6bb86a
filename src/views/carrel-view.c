/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The base of the views: refreshes a view when what it shows has changed, and only when it is seen.
 */
#define G_LOG_DOMAIN "carrel-view"

#include "config.h"

#include "carrel-view.h"

typedef struct
{
  CarrelStore *store;
  GSettings *settings;
  CarrelClock *clock;

  char *course_id;
  CarrelStoreChanges pending; /* what has changed since the last refresh */
} CarrelViewPrivate;

enum
{
  PROP_STORE = 1,
  PROP_SETTINGS,
  PROP_CLOCK,
  PROP_COURSE_ID,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CarrelView, carrel_view, ADW_TYPE_BIN)

static void
refresh_if_seen (CarrelView *self)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);
  CarrelStoreChanges pending = priv->pending;

  if (pending == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  priv->pending = 0;
  CARREL_VIEW_GET_CLASS (self)->refresh (self, pending);
}

static void
on_store_changed_cb (CarrelStore *store,
                     const char *course_id,
                     CarrelStoreChanges changes,
                     CarrelView *self)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  if (course_id != NULL && priv->course_id != NULL && !g_str_equal (course_id, priv->course_id))
    return;
  priv->pending |= changes;
  refresh_if_seen (self);
}

static void
carrel_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (carrel_view_parent_class)->map (widget);
  refresh_if_seen (CARREL_VIEW (widget));
}

static void
carrel_view_constructed (GObject *object)
{
  CarrelView *self = CARREL_VIEW (object);
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  G_OBJECT_CLASS (carrel_view_parent_class)->constructed (object);
  priv->pending = CARREL_CHANGED_ALL;
  if (priv->store != NULL)
    g_signal_connect_object (priv->store, "changed", G_CALLBACK (on_store_changed_cb), self, 0);
}

static void
carrel_view_dispose (GObject *object)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (CARREL_VIEW (object));

  g_clear_object (&priv->store);
  g_clear_object (&priv->settings);
  g_clear_object (&priv->clock);
  G_OBJECT_CLASS (carrel_view_parent_class)->dispose (object);
}

static void
carrel_view_finalize (GObject *object)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (CARREL_VIEW (object));

  g_free (priv->course_id);
  G_OBJECT_CLASS (carrel_view_parent_class)->finalize (object);
}

static void
carrel_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (CARREL_VIEW (object));

  switch (id)
    {
    case PROP_COURSE_ID:
      g_value_set_string (value, priv->course_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
carrel_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CarrelView *self = CARREL_VIEW (object);
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  switch (id)
    {
    case PROP_STORE:
      priv->store = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      priv->settings = g_value_dup_object (value);
      break;
    case PROP_CLOCK:
      priv->clock = g_value_dup_object (value);
      break;
    case PROP_COURSE_ID:
      carrel_view_set_course_id (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
carrel_view_class_init (CarrelViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags once = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = carrel_view_constructed;
  object_class->dispose = carrel_view_dispose;
  object_class->finalize = carrel_view_finalize;
  object_class->get_property = carrel_view_get_property;
  object_class->set_property = carrel_view_set_property;
  GTK_WIDGET_CLASS (klass)->map = carrel_view_map;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, CARREL_TYPE_STORE, once);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, once);
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, CARREL_TYPE_CLOCK, once);
  properties[PROP_COURSE_ID]
      = g_param_spec_string ("course-id", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
carrel_view_init (CarrelView *self)
{
}

/**
 * carrel_view_get_store:
 * @self: a view
 *
 * Returns: (transfer none): the store that it shows
 */
CarrelStore *
carrel_view_get_store (CarrelView *self)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  g_return_val_if_fail (CARREL_IS_VIEW (self), NULL);
  return priv->store;
}

/**
 * carrel_view_get_settings:
 * @self: a view
 *
 * Returns: (transfer none): the settings of the application
 */
GSettings *
carrel_view_get_settings (CarrelView *self)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  g_return_val_if_fail (CARREL_IS_VIEW (self), NULL);
  return priv->settings;
}

/**
 * carrel_view_get_clock:
 * @self: a view
 *
 * Returns: (transfer none): the clock that says what now is
 */
CarrelClock *
carrel_view_get_clock (CarrelView *self)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  g_return_val_if_fail (CARREL_IS_VIEW (self), NULL);
  return priv->clock;
}

/**
 * carrel_view_get_course_id:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the course it shows; %NULL is all courses
 */
const char *
carrel_view_get_course_id (CarrelView *self)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  g_return_val_if_fail (CARREL_IS_VIEW (self), NULL);
  return priv->course_id;
}

/**
 * carrel_view_set_course_id:
 * @self: a view
 * @course_id: (nullable): a course of the store; %NULL is all courses
 *
 * Shows another course. The view refreshes at once when it is on screen, else when it is next seen.
 */
void
carrel_view_set_course_id (CarrelView *self, const char *course_id)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  g_return_if_fail (CARREL_IS_VIEW (self));
  if (g_strcmp0 (priv->course_id, course_id) == 0)
    return;
  g_free (priv->course_id);
  priv->course_id = g_strdup (course_id);
  priv->pending = CARREL_CHANGED_ALL;
  refresh_if_seen (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COURSE_ID]);
}

/**
 * carrel_view_find:
 * @self: a view
 *
 * Opens the view's own way to find text.
 *
 * Returns: whether it has one
 */
gboolean
carrel_view_find (CarrelView *self)
{
  CarrelViewClass *klass = CARREL_VIEW_GET_CLASS (self);

  return klass->find != NULL && klass->find (self);
}

/**
 * carrel_view_reveal:
 * @self: a view
 * @fact_id: the id of a section, row, person, hour or item
 *
 * Moves to one fact and gives it the focus.
 *
 * Returns: whether the view shows it
 */
gboolean
carrel_view_reveal (CarrelView *self, const char *fact_id)
{
  CarrelViewClass *klass = CARREL_VIEW_GET_CLASS (self);

  return klass->reveal != NULL && klass->reveal (self, fact_id);
}

/**
 * carrel_view_announce:
 * @self: a view in a window
 * @sentence: what has just become true, in the user's language
 *
 * Lets a screen reader say a sentence, once.
 */
void
carrel_view_announce (CarrelView *self, const char *sentence)
{
  g_return_if_fail (CARREL_IS_VIEW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "s", sentence);
}
