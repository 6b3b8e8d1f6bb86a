/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The base of all views: holds what they are handed, and gathers changes while nobody looks. */
#define G_LOG_DOMAIN "carrel-view"

#include "config.h"

#include "carrel-view.h"

#include "carrel-empty-page.h"
#include "carrel-narrowest.h"

typedef struct
{
  CarrelStore *store;
  GSettings *settings;
  CarrelClock *clock;
  char *course_id;

  CarrelStoreChanges pending;
  guint idle_id;
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

/* An empty page stands where there is nothing else; without the focus it would not be heard. */
static gboolean
focus_empty_page (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (CARREL_IS_EMPTY_PAGE (widget))
    return gtk_widget_grab_focus (widget);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && focus_empty_page (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_focus_inside (CarrelView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
flush (CarrelView *self)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);
  CarrelStoreChanges changes = priv->pending;
  gboolean had_focus;

  if (changes == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  priv->pending = 0;
  had_focus = has_focus_inside (self);
  if (CARREL_VIEW_GET_CLASS (self)->refresh != NULL)
    CARREL_VIEW_GET_CLASS (self)->refresh (self, changes);
  carrel_narrowest_set_all (GTK_WIDGET (self));
  /* What had the focus may be gone; it must not wander to another part of the window. */
  if (had_focus && !has_focus_inside (self))
    carrel_view_focus_default (self);
}

static void
gather (CarrelView *self, CarrelStoreChanges changes)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  priv->pending |= changes;
  flush (self);
}

static void
activate_with_text (CarrelView *self, const char *action, const char *text)
{
  if (text != NULL && *text != '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", text);
}

static gboolean
on_idle_cb (gpointer data)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (CARREL_VIEW (data));

  priv->idle_id = 0;
  flush (CARREL_VIEW (data));
  return G_SOURCE_REMOVE;
}

/* Another course that comes or goes is often shown next: what would be gone at once is not built
 * anew for it, as a screen reader is told of every row. */
static void
on_store_changed_cb (CarrelView *self, const char *course_id, CarrelStoreChanges changes)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  if (course_id == NULL || priv->course_id == NULL || g_str_equal (course_id, priv->course_id))
    gather (self, changes);
  else if ((changes & CARREL_CHANGED_COURSES) != 0)
    {
      priv->pending |= changes;
      if (priv->idle_id == 0)
        priv->idle_id = g_idle_add (on_idle_cb, self);
    }
}

/* The words of every time and grade depend on these settings. */
static void
on_wording_changed_cb (CarrelView *self)
{
  gather (self, CARREL_CHANGED_ALL);
}

static gboolean
focus_first (CarrelView *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
find_nothing (CarrelView *self)
{
  return FALSE;
}

static GtkWidget *
get_only_pane (CarrelView *self, guint position)
{
  return position == 0 ? GTK_WIDGET (self) : NULL;
}

static gboolean
reveal_nothing (CarrelView *self, const char *fact_id)
{
  return FALSE;
}

static void
carrel_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (carrel_view_parent_class)->map (widget);
  flush (CARREL_VIEW (widget));
}

static void
carrel_view_constructed (GObject *object)
{
  static const char *const wording[]
      = { "time-format", "time-zone", "first-day", "numbers-in-words", "row-starts-with" };
  CarrelView *self = CARREL_VIEW (object);
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  G_OBJECT_CLASS (carrel_view_parent_class)->constructed (object);
  priv->pending = CARREL_CHANGED_ALL;
  if (priv->store != NULL)
    g_signal_connect_object (priv->store, "changed", G_CALLBACK (on_store_changed_cb), self,
                             G_CONNECT_SWAPPED);
  for (guint i = 0; priv->settings != NULL && i < G_N_ELEMENTS (wording); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", wording[i], NULL);

      g_signal_connect_object (priv->settings, signal, G_CALLBACK (on_wording_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
carrel_view_dispose (GObject *object)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (CARREL_VIEW (object));

  g_clear_handle_id (&priv->idle_id, g_source_remove);
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
    case PROP_STORE:
      g_value_set_object (value, priv->store);
      break;
    case PROP_SETTINGS:
      g_value_set_object (value, priv->settings);
      break;
    case PROP_CLOCK:
      g_value_set_object (value, priv->clock);
      break;
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
  CarrelViewPrivate *priv = carrel_view_get_instance_private (CARREL_VIEW (object));

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
      carrel_view_set_course_id (CARREL_VIEW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
carrel_view_class_init (CarrelViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags handed_in = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = carrel_view_constructed;
  object_class->dispose = carrel_view_dispose;
  object_class->finalize = carrel_view_finalize;
  object_class->get_property = carrel_view_get_property;
  object_class->set_property = carrel_view_set_property;
  GTK_WIDGET_CLASS (klass)->map = carrel_view_map;
  klass->focus_default = focus_first;
  klass->find = find_nothing;
  klass->get_pane = get_only_pane;
  klass->reveal = reveal_nothing;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, CARREL_TYPE_STORE, handed_in);
  properties[PROP_SETTINGS]
      = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, handed_in);
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, CARREL_TYPE_CLOCK, handed_in);
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
 * Returns: (transfer none) (nullable): the store that the view was handed
 */
CarrelStore *
carrel_view_get_store (CarrelView *self)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  return priv->store;
}

/**
 * carrel_view_get_settings:
 * @self: a view
 *
 * Returns: (transfer none): settings of the schema io.github.carrel.Carrel
 */
GSettings *
carrel_view_get_settings (CarrelView *self)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  return priv->settings;
}

/**
 * carrel_view_get_clock:
 * @self: a view
 *
 * Returns: (transfer none): the clock that says what time it is
 */
CarrelClock *
carrel_view_get_clock (CarrelView *self)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  return priv->clock;
}

/**
 * carrel_view_refresh_later:
 * @self: a view
 *
 * Has all of a view looked up again: now, or when it is next mapped. For a day or a zone that
 * changed while another view was shown.
 */
void
carrel_view_refresh_later (CarrelView *self)
{
  gather (self, CARREL_CHANGED_ALL);
}

/**
 * carrel_view_get_course_id:
 * @self: a view
 *
 * Returns: (nullable): the course that is shown; %NULL is all courses, or none where a view can
 *   only show one
 */
const char *
carrel_view_get_course_id (CarrelView *self)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  return priv->course_id;
}

/**
 * carrel_view_set_course_id:
 * @self: a view
 * @course_id: (nullable): a course of the store, or %NULL for all
 *
 * Shows another course. The view is refreshed now, or when it is next mapped.
 */
void
carrel_view_set_course_id (CarrelView *self, const char *course_id)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);

  if (g_strcmp0 (priv->course_id, course_id) == 0)
    return;
  g_free (priv->course_id);
  priv->course_id = g_strdup (course_id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COURSE_ID]);
  gather (self, CARREL_CHANGED_ALL);
}

/**
 * carrel_view_get_format:
 * @self: a view
 *
 * Returns: the flags for carrel-format functions that the reader's settings ask for; add
 *   %CARREL_FORMAT_SPOKEN for text that is only heard
 */
CarrelFormatFlags
carrel_view_get_format (CarrelView *self)
{
  CarrelViewPrivate *priv = carrel_view_get_instance_private (self);
  g_autofree char *hours = g_settings_get_string (priv->settings, "time-format");

  if (g_str_equal (hours, "12"))
    return CARREL_FORMAT_12_HOURS;
  return g_str_equal (hours, "24") ? CARREL_FORMAT_24_HOURS : CARREL_FORMAT_DEFAULT;
}

/**
 * carrel_view_focus_default:
 * @self: a mapped view
 *
 * Puts the focus where work in this view begins, or on what says why there is none.
 *
 * Returns: whether something took it
 */
gboolean
carrel_view_focus_default (CarrelView *self)
{
  return CARREL_VIEW_GET_CLASS (self)->focus_default (self) || focus_empty_page (GTK_WIDGET (self));
}

/**
 * carrel_view_find:
 * @self: a mapped view
 *
 * Opens what finds text inside this view.
 *
 * Returns: %FALSE if this view has nothing of that kind
 */
gboolean
carrel_view_find (CarrelView *self)
{
  return CARREL_VIEW_GET_CLASS (self)->find (self);
}

/**
 * carrel_view_get_pane:
 * @self: a view
 * @position: from 0, in reading order
 *
 * Returns: (transfer none) (nullable): a pane that F6 stops at, %NULL after the last
 */
GtkWidget *
carrel_view_get_pane (CarrelView *self, guint position)
{
  return CARREL_VIEW_GET_CLASS (self)->get_pane (self, position);
}

/**
 * carrel_view_reveal:
 * @self: a mapped view
 * @fact_id: the id of a fact
 *
 * Brings a fact into sight and puts the focus on it.
 *
 * Returns: %FALSE if this view does not show it
 */
gboolean
carrel_view_reveal (CarrelView *self, const char *fact_id)
{
  return CARREL_VIEW_GET_CLASS (self)->reveal (self, fact_id);
}

/**
 * carrel_view_list_prints:
 * @self: a view
 *
 * Returns: (transfer full): what can be printed, as pairs of an id and its label; may be empty
 */
GStrv
carrel_view_list_prints (CarrelView *self)
{
  if (CARREL_VIEW_GET_CLASS (self)->list_prints == NULL)
    return g_new0 (char *, 1);
  return CARREL_VIEW_GET_CLASS (self)->list_prints (self);
}

/**
 * carrel_view_make_printout:
 * @self: a view
 * @id: an id of carrel_view_list_prints()
 * @style: size and shape of the text
 *
 * Returns: (transfer full): what is printed
 */
CarrelPrintout *
carrel_view_make_printout (CarrelView *self, const char *id, const CarrelPrintStyle *style)
{
  return CARREL_VIEW_GET_CLASS (self)->make_printout (self, id, style);
}

/**
 * carrel_view_announce:
 * @self: a view
 * @text: (nullable): a whole sentence, translated
 *
 * Has a screen reader say @text once.
 */
void
carrel_view_announce (CarrelView *self, const char *text)
{
  activate_with_text (self, "win.announce", text);
}

/**
 * carrel_view_toast:
 * @self: a view
 * @text: (nullable): a whole sentence, translated
 *
 * Shows and says what happened.
 */
void
carrel_view_toast (CarrelView *self, const char *text)
{
  activate_with_text (self, "win.toast", text);
}

/**
 * carrel_view_toast_undo:
 * @self: a view
 * @text: (nullable): a whole sentence, translated
 *
 * Shows and says what happened, with a button that undoes the last verb of the store.
 */
void
carrel_view_toast_undo (CarrelView *self, const char *text)
{
  activate_with_text (self, "win.toast-undo", text);
}

/**
 * carrel_view_report:
 * @self: a view
 * @error: (nullable): what went wrong
 *
 * Shows and says a failure that has no better place of its own.
 */
void
carrel_view_report (CarrelView *self, const GError *error)
{
  if (error != NULL)
    activate_with_text (self, "win.report", error->message);
}

/**
 * carrel_view_open_uri:
 * @self: a view
 * @uri: (nullable): an address; the window opens http, https, mailto and tel only
 *
 * Opens an address outside Carrel.
 */
void
carrel_view_open_uri (CarrelView *self, const char *uri)
{
  activate_with_text (self, "win.open-uri", uri);
}
