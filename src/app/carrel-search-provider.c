/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The id of a result holds all that is needed to describe and to open it, so that nothing has to be
 * remembered between two questions of the desktop. */
#define G_LOG_DOMAIN "carrel-search-provider"

#include "config.h"

#include "carrel-search-provider.h"

#include "carrel-search-kind.h"
#include "carrel-store-courses.h"
#include "carrel-store-search.h"

#include <glib/gi18n.h>

/* As many as a desktop would show of one application. */
#define N_MOST 20

#define RESULT_TYPE "(ssss)" /* kind, course, fact, title */
#define COURSE_KIND "course"

struct _CarrelSearchProvider
{
  GObject parent_instance;

  GApplication *application; /* owns the provider */
  CarrelStore *store;        /* NULL before it is open */
  GDBusConnection *connection;
  guint registration;
};

static const char interface[]
    = "<node><interface name='org.gnome.Shell.SearchProvider2'>"
      "<method name='GetInitialResultSet'><arg type='as' name='terms' direction='in'/>"
      "<arg type='as' name='results' direction='out'/></method>"
      "<method name='GetSubsearchResultSet'><arg type='as' name='previous' direction='in'/>"
      "<arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/>"
      "</method>"
      "<method name='GetResultMetas'><arg type='as' name='ids' direction='in'/>"
      "<arg type='aa{sv}' name='metas' direction='out'/></method>"
      "<method name='ActivateResult'><arg type='s' name='id' direction='in'/>"
      "<arg type='as' name='terms' direction='in'/><arg type='u' name='timestamp' direction='in'/>"
      "</method>"
      "<method name='LaunchSearch'><arg type='as' name='terms' direction='in'/>"
      "<arg type='u' name='timestamp' direction='in'/></method>"
      "</interface></node>";

static void
add_result (GVariantBuilder *results,
            const char *kind,
            const char *course,
            const char *fact,
            const char *title)
{
  g_autoptr (GVariant) result = g_variant_ref_sink (
      g_variant_new (RESULT_TYPE, kind, course, fact != NULL ? fact : "", title));

  g_variant_builder_add_value (results,
                               g_variant_new_take_string (g_variant_print (result, FALSE)));
}

/* NULL for what is no result of ours. */
static GVariant *
parse_result (const char *id)
{
  return g_variant_parse (G_VARIANT_TYPE (RESULT_TYPE), id, NULL, NULL, NULL);
}

static void
add_courses (CarrelSearchProvider *self, const char *words, GVariantBuilder *results)
{
  GListModel *courses = carrel_store_get_courses (self->store);

  for (guint i = 0; i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr (CarrelCourseItem) item = g_list_model_get_item (courses, i);
      const char *title = carrel_course_item_get_title (item);
      const char *code = carrel_course_item_get_code (item);
      g_autofree char *text = g_strconcat (title, " ", code, NULL);

      if (g_str_match_string (words, text, TRUE))
        add_result (results, COURSE_KIND, carrel_course_item_get_id (item), NULL, title);
    }
}

static void
add_hits (CarrelSearchProvider *self, const char *words, GVariantBuilder *results)
{
  g_autoptr (GPtrArray) hits = carrel_store_search (self->store, words, NULL, N_MOST, NULL);

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      CarrelSearchHit *hit = g_ptr_array_index (hits, i);

      /* Notes are for the reader only, and the screen of the desktop may be shared. */
      if (g_str_equal (carrel_search_hit_get_kind (hit), CARREL_SEARCH_HIT_NOTE))
        continue;
      add_result (results, carrel_search_hit_get_kind (hit), carrel_search_hit_get_course (hit),
                  carrel_search_hit_get_fact (hit), carrel_search_hit_get_title (hit));
    }
}

static GVariant *
find (CarrelSearchProvider *self, GVariant *terms)
{
  g_autofree const char **list = g_variant_get_strv (terms, NULL);
  g_autofree char *words = g_strjoinv (" ", (char **) list);
  GVariantBuilder results;

  g_variant_builder_init (&results, G_VARIANT_TYPE_STRING_ARRAY);
  if (self->store != NULL && *words != '\0')
    {
      add_courses (self, words, &results);
      add_hits (self, words, &results);
    }
  return g_variant_new ("(as)", &results);
}

/* NULL where there is nothing to say: a course need not have a code. */
static char *
dup_description (CarrelSearchProvider *self, const char *kind, const char *course_id)
{
  CarrelCourseItem *course
      = self->store != NULL ? carrel_store_find_course (self->store, course_id) : NULL;

  if (course == NULL)
    return NULL;
  if (g_str_equal (kind, COURSE_KIND))
    return g_strdup (carrel_course_item_get_code (course));
  /* Translators: what was found, such as "Office hours", and the title of its course. */
  return g_strdup_printf (_ ("%s · %s"), carrel_search_kind_get_name (kind),
                          carrel_course_item_get_title (course));
}

static void
describe (CarrelSearchProvider *self, const char *id, GVariantBuilder *metas)
{
  g_autoptr (GVariant) result = parse_result (id);
  const char *kind, *course, *fact, *title;
  g_autofree char *description = NULL;

  if (result == NULL)
    return;
  g_variant_get (result, "(&s&s&s&s)", &kind, &course, &fact, &title);
  description = dup_description (self, kind, course);
  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (id));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (title));
  if (description != NULL)
    g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_close (metas);
}

static GVariant *
get_initial (CarrelSearchProvider *self, GVariant *parameters)
{
  g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, 0);

  return find (self, terms);
}

static GVariant *
get_more (CarrelSearchProvider *self, GVariant *parameters)
{
  g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, 1);

  return find (self, terms);
}

static GVariant *
get_metas (CarrelSearchProvider *self, GVariant *parameters)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (parameters, 0);
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; i < g_variant_n_children (ids); i++)
    {
      g_autoptr (GVariant) id = g_variant_get_child_value (ids, i);

      describe (self, g_variant_get_string (id, NULL), &metas);
    }
  return g_variant_new ("(aa{sv})", &metas);
}

static GVariant *
open_result (CarrelSearchProvider *self, GVariant *parameters)
{
  g_autoptr (GVariant) id = g_variant_get_child_value (parameters, 0);
  g_autoptr (GVariant) result = parse_result (g_variant_get_string (id, NULL));
  const char *kind, *course, *fact, *title, *view;

  if (result == NULL)
    return NULL;
  g_variant_get (result, "(&s&s&s&s)", &kind, &course, &fact, &title);
  view = g_str_equal (kind, COURSE_KIND) ? "" : carrel_search_kind_get_view (kind);
  g_action_group_activate_action (G_ACTION_GROUP (self->application), CARREL_SHOW_FACT_ACTION,
                                  g_variant_new ("(sss)", view, course, fact));
  return NULL;
}

static GVariant *
search_inside (CarrelSearchProvider *self, GVariant *parameters)
{
  g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, 0);
  g_autofree const char **list = g_variant_get_strv (terms, NULL);
  g_autofree char *words = g_strjoinv (" ", (char **) list);

  g_action_group_activate_action (G_ACTION_GROUP (self->application), CARREL_SEARCH_ACTION,
                                  g_variant_new_string (words));
  return NULL;
}

/* Held while it is answered, so that a service without a window begins anew to wait for questions.
 */
static void
carrel_search_provider_method_call (GDBusConnection *connection,
                                    const char *sender,
                                    const char *object_path,
                                    const char *interface_name,
                                    const char *method,
                                    GVariant *parameters,
                                    GDBusMethodInvocation *invocation,
                                    gpointer data)
{
  static const struct
  {
    const char *name;
    GVariant *(*answer) (CarrelSearchProvider *self, GVariant *parameters);
  } methods[] = { { "GetInitialResultSet", get_initial },
                  { "GetSubsearchResultSet", get_more },
                  { "GetResultMetas", get_metas },
                  { "ActivateResult", open_result },
                  { "LaunchSearch", search_inside } };
  CarrelSearchProvider *self = CARREL_SEARCH_PROVIDER (data);

  g_application_hold (self->application);
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_str_equal (methods[i].name, method))
      g_dbus_method_invocation_return_value (invocation, methods[i].answer (self, parameters));
  g_application_release (self->application);
}

G_DEFINE_FINAL_TYPE (CarrelSearchProvider, carrel_search_provider, G_TYPE_OBJECT)

static void
carrel_search_provider_dispose (GObject *object)
{
  CarrelSearchProvider *self = CARREL_SEARCH_PROVIDER (object);

  carrel_search_provider_unexport (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (carrel_search_provider_parent_class)->dispose (object);
}

static void
carrel_search_provider_class_init (CarrelSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = carrel_search_provider_dispose;
}

static void
carrel_search_provider_init (CarrelSearchProvider *self)
{
}

/**
 * carrel_search_provider_new:
 * @application: the application, which owns the provider and has the two actions
 *
 * Returns: (transfer full): a provider that is not on a bus yet
 */
CarrelSearchProvider *
carrel_search_provider_new (GApplication *application)
{
  CarrelSearchProvider *self = g_object_new (CARREL_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  return self;
}

/**
 * carrel_search_provider_export:
 * @self: a provider
 * @connection: the session's bus
 * @object_path: where the application is on it; the provider is below
 * @error: where an error goes
 *
 * Returns: whether it is on the bus now
 */
gboolean
carrel_search_provider_export (CarrelSearchProvider *self,
                               GDBusConnection *connection,
                               const char *object_path,
                               GError **error)
{
  static const GDBusInterfaceVTable table = { .method_call = carrel_search_provider_method_call };
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface, error);

  if (node == NULL)
    return FALSE;
  self->registration = g_dbus_connection_register_object (connection, path, node->interfaces[0],
                                                          &table, self, NULL, error);
  g_set_object (&self->connection, connection);
  return self->registration != 0;
}

/**
 * carrel_search_provider_unexport:
 * @self: a provider
 *
 * Takes it off the bus.
 */
void
carrel_search_provider_unexport (CarrelSearchProvider *self)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}

/**
 * carrel_search_provider_set_store:
 * @self: a provider
 * @store: (nullable): what is searched; nothing is found without it
 */
void
carrel_search_provider_set_store (CarrelSearchProvider *self, CarrelStore *store)
{
  g_set_object (&self->store, store);
}
