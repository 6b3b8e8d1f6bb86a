/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Announcing is GTK 4.14; before it, the name of the active window is spoken when it changes, and
 * in a dialog the description of the focus. File choosers are portals where there are portals;
 * GtkFileDialog is GTK 4.10. */
#define G_LOG_DOMAIN "carrel-compat"

#include "config.h"

/* Here alone in the window, what is newer than the floor may be called. */
#undef GDK_VERSION_MAX_ALLOWED

#include "carrel-compat.h"

#include "carrel-accessible.h"
#include "carrel-dialog.h"

#include <dlfcn.h>
#include <glib/gi18n.h>

/* GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM of GTK 4.14. */
#define PRIORITY_MEDIUM 1

/* Milliseconds in which a screen reader takes up that the name of a window is another one. */
#define NAMED_FOR 400

/* Milliseconds after which a window that is not active has been left. */
#define LEFT_FOR 250

typedef void (*Announce) (GtkAccessible *accessible, const char *text, int priority);

/* A message that stayed the name of the window would be read again with everything that is read
 * from the window on; a title that came back would be read at once. No name is not read.
 */
static gboolean
on_announced_cb (gpointer data)
{
  GtkWidget *window = data;

  g_object_steal_data (G_OBJECT (window), "carrel-announcing");
  if (gtk_window_is_active (GTK_WINDOW (window)))
    carrel_accessible_set_label (window, "");
  return G_SOURCE_REMOVE;
}

static void
remove_source (gpointer id)
{
  g_source_remove (GPOINTER_TO_UINT (id));
}

static void
forget_announced (GtkWidget *window)
{
  gpointer id = g_object_steal_data (G_OBJECT (window), "carrel-announcing");

  if (id != NULL)
    remove_source (id);
}

static gboolean
on_left_cb (gpointer data)
{
  GtkWidget *window = data;

  g_object_steal_data (G_OBJECT (window), "carrel-leaving");
  if (!gtk_window_is_active (GTK_WINDOW (window)))
    carrel_accessible_set_label (window, gtk_window_get_title (GTK_WINDOW (window)));
  return G_SOURCE_REMOVE;
}

/* A menu takes the window's place for a moment when it opens, and its title would be read then. */
static void
on_is_active_changed_cb (GtkWidget *window)
{
  guint id;

  if (gtk_window_is_active (GTK_WINDOW (window)))
    return;
  forget_announced (window);
  id = g_timeout_add (LEFT_FOR, on_left_cb, window);
  g_object_set_data_full (G_OBJECT (window), "carrel-leaving", GUINT_TO_POINTER (id),
                          remove_source);
}

/* While a message stands, the same one would be no change, and not be spoken: a space makes it one.
 */
static void
announce_by_name (GtkWidget *window, const char *text)
{
  gboolean is_first = g_object_get_data (G_OBJECT (window), "carrel-announcer") == NULL;
  g_autofree char *again = g_strconcat (text, " ", NULL);
  gboolean is_announcing = g_object_get_data (G_OBJECT (window), "carrel-announcing") != NULL;
  guint id;

  if (is_first)
    g_signal_connect (window, "notify::is-active", G_CALLBACK (on_is_active_changed_cb), NULL);
  g_object_set_data (G_OBJECT (window), "carrel-announcer", GINT_TO_POINTER (TRUE));
  forget_announced (window);
  carrel_accessible_set_label (window, is_announcing ? again : text);
  id = g_timeout_add (NAMED_FOR, on_announced_cb, window);
  g_object_set_data_full (G_OBJECT (window), "carrel-announcing", GUINT_TO_POINTER (id),
                          remove_source);
}

/* What a screen reader takes for the focus: an entry has it within. */
static GtkWidget *
find_heard_focus (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *parent = focus != NULL ? gtk_widget_get_parent (focus) : NULL;

  return GTK_IS_TEXT (focus) && GTK_IS_EDITABLE (parent) ? parent : focus;
}

static void
on_heard_focus_left_cb (GtkWidget *focus)
{
  GtkWidget *heard = g_object_steal_data (G_OBJECT (focus), "carrel-heard");

  g_signal_handlers_disconnect_by_func (focus, on_heard_focus_left_cb, NULL);
  if (heard != NULL)
    carrel_accessible_describe_for_now (heard, NULL);
}

/* The name of a dialog is not spoken when it changes, but the description of its focus is. It stays
 * until the focus leaves, as a change back would be spoken too. */
static void
announce_by_description (GtkWidget *window, GtkWidget *heard, const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  const char *last = g_object_get_data (G_OBJECT (window), "carrel-announced");
  g_autofree char *again = g_strconcat (text, " ", NULL);
  const char *said = g_strcmp0 (last, text) == 0 ? again : text;

  if (g_object_get_data (G_OBJECT (focus), "carrel-heard") == NULL)
    g_signal_connect (focus, "notify::has-focus", G_CALLBACK (on_heard_focus_left_cb), NULL);
  g_object_set_data (G_OBJECT (focus), "carrel-heard", heard);
  carrel_accessible_describe_for_now (heard, said);
  g_object_set_data_full (G_OBJECT (window), "carrel-announced", g_strdup (said), g_free);
}

/**
 * carrel_compat_announce:
 * @window: the window that the person works in
 * @text: a sentence, translated
 *
 * Has a screen reader say a sentence now.
 */
void
carrel_compat_announce (GtkWidget *window, const char *text)
{
  Announce announce = NULL;
  GtkWidget *heard = find_heard_focus (window);
  gboolean is_dialog
      = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (window)) == GTK_ACCESSIBLE_ROLE_DIALOG;

  if (!carrel_accessible_is_old ())
    announce = (Announce) dlsym (RTLD_DEFAULT, "gtk_accessible_announce");
  if (announce != NULL)
    announce (GTK_ACCESSIBLE (window), text, PRIORITY_MEDIUM);
  else if (is_dialog && heard != NULL)
    announce_by_description (window, heard, text);
  else
    announce_by_name (window, text);
}

/**
 * carrel_compat_speaks_toasts:
 *
 * Returns: whether libadwaita itself has toasts spoken
 */
gboolean
carrel_compat_speaks_toasts (void)
{
  return !carrel_accessible_is_old ();
}

static void
wrap_label (GtkLabel *label)
{
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
}

static int
measure_width (GtkWidget *widget)
{
  int natural = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The widest letter or digit, as a label counts its width. */
static int
measure_char (GtkWidget *widget)
{
  PangoFontMetrics *metrics
      = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return MAX (PANGO_PIXELS_CEIL (width), 1);
}

/* A toast is as high as its text is at the width that it asks for. */
static void
wrap_title (GtkWidget *label)
{
  GtkWidget *toast = gtk_widget_get_ancestor (label, g_type_from_name ("AdwToastWidget"));
  int wanted = measure_width (label);
  int room = gtk_widget_get_width (gtk_widget_get_parent (toast)) - measure_width (toast) + wanted;

  if (wanted <= room)
    return;
  wrap_label (GTK_LABEL (label));
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX (room / measure_char (label), 1));
  gtk_widget_add_css_class (toast, "tall");
}

static void
fit_toast (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) == NULL)
    carrel_accessible_set_label (widget, _ ("Close"));
  if (GTK_IS_BUTTON (widget))
    return;
  if (GTK_IS_LABEL (widget))
    wrap_title (widget);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    fit_toast (child);
}

/**
 * carrel_compat_fit_toast:
 * @overlay: what shows toasts
 *
 * Has the toast that is shown, if there is one, say all of its text, in as many lines as it takes:
 * one line is cut off in a narrow window. A title of our own would not be spoken by those versions
 * that speak toasts. Names the button that closes it, which in libadwaita 1.2 has an icon and no
 * name.
 */
void
carrel_compat_fit_toast (GtkWidget *overlay)
{
  GtkWidget *child = gtk_widget_get_first_child (overlay);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (G_OBJECT_TYPE_NAME (child), "AdwToastWidget"))
      fit_toast (child);
}

/**
 * carrel_compat_load_css:
 * @provider: what holds the rules
 * @css: all of them, in place of those that it had
 */
void
carrel_compat_load_css (GtkCssProvider *provider, const char *css)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_css_provider_load_from_string (provider, css);
#else
  gtk_css_provider_load_from_data (provider, css, -1);
#endif
}

static GtkFileFilter *
new_filter (const CarrelChoose *choose)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, choose->filter_name);
  for (guint i = 0; choose->patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, choose->patterns[i]);
  return filter;
}

#if GTK_CHECK_VERSION(4, 10, 0)

typedef struct
{
  GWeakRef owner;
  CarrelChosen chosen;
  CarrelChooseKind kind;
} Choosing;

static void
choosing_free (Choosing *choosing)
{
  g_weak_ref_clear (&choosing->owner);
  g_free (choosing);
}

/* NULL when the person cancels. */
static GListModel *
finish (GtkFileDialog *dialog, GAsyncResult *result, CarrelChooseKind kind)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = NULL;

  if (kind == CARREL_CHOOSE_FILES)
    return gtk_file_dialog_open_multiple_finish (dialog, result, NULL);
  if (kind == CARREL_CHOOSE_FOLDER)
    file = gtk_file_dialog_select_folder_finish (dialog, result, NULL);
  else if (kind == CARREL_CHOOSE_NEW_FILE)
    file = gtk_file_dialog_save_finish (dialog, result, NULL);
  else
    file = gtk_file_dialog_open_finish (dialog, result, NULL);
  if (file == NULL)
    return NULL;
  g_list_store_append (files, file);
  return G_LIST_MODEL (g_steal_pointer (&files));
}

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Choosing *choosing = data;
  g_autoptr (GListModel) files = finish (GTK_FILE_DIALOG (source), result, choosing->kind);
  g_autoptr (GObject) owner = g_weak_ref_get (&choosing->owner);

  if (files != NULL && owner != NULL && g_list_model_get_n_items (files) > 0)
    choosing->chosen (files, owner);
  choosing_free (choosing);
}

/* What is chosen is of no use to an owner that is gone. */
static void
cancel (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  g_object_unref (cancellable);
}

static void
set_filter (GtkFileDialog *dialog, const CarrelChoose *choose)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = new_filter (choose);

  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
}

/**
 * carrel_compat_choose:
 * @parent: the window to stand over
 * @choose: what is chosen
 * @chosen: called with the files, unless the person cancels
 * @owner: handed to @chosen; when it goes, so does the chooser
 *
 * Asks for files, a folder or the name of a new file.
 */
void
carrel_compat_choose (GtkWindow *parent,
                      const CarrelChoose *choose,
                      CarrelChosen chosen,
                      GObject *owner)
{
  static void (*const ask[]) (GtkFileDialog *, GtkWindow *, GCancellable *, GAsyncReadyCallback,
                              gpointer)
      = {
          [CARREL_CHOOSE_FILES] = gtk_file_dialog_open_multiple,
          [CARREL_CHOOSE_FILE] = gtk_file_dialog_open,
          [CARREL_CHOOSE_FOLDER] = gtk_file_dialog_select_folder,
          [CARREL_CHOOSE_NEW_FILE] = gtk_file_dialog_save,
        };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GCancellable *cancellable = g_cancellable_new ();
  Choosing *choosing = g_new0 (Choosing, 1);

  g_weak_ref_init (&choosing->owner, owner);
  choosing->chosen = chosen;
  choosing->kind = choose->kind;
  gtk_file_dialog_set_title (dialog, choose->title);
  if (choose->accept != NULL)
    gtk_file_dialog_set_accept_label (dialog, choose->accept);
  if (choose->suggested_name != NULL)
    gtk_file_dialog_set_initial_name (dialog, choose->suggested_name);
  if (choose->patterns != NULL)
    set_filter (dialog, choose);
  g_object_set_data_full (owner, "carrel-chooser", cancellable, cancel);
  ask[choose->kind](dialog, parent, cancellable, on_file_chosen_cb, choosing);
}

#else

static void
on_chooser_response_cb (GObject *owner, int response, GtkFileChooserNative *chooser)
{
  CarrelChosen chosen = (CarrelChosen) g_object_get_data (G_OBJECT (chooser), "carrel-chosen");
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      if (g_list_model_get_n_items (files) > 0)
        chosen (files, owner);
    }
  g_object_set_data (owner, "carrel-chooser", NULL);
}

/* Where there is no portal, the chooser is a dialog of this program. */
static void
make_chooser_heard (GtkWindow *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (GTK_IS_FILE_CHOOSER_DIALOG (link->data) && gtk_widget_get_visible (link->data)
        && gtk_window_get_transient_for (link->data) == parent)
      carrel_dialog_make_heard (link->data);
}

static GtkFileChooserAction
get_action (CarrelChooseKind kind)
{
  if (kind == CARREL_CHOOSE_FOLDER)
    return GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
  return kind == CARREL_CHOOSE_NEW_FILE ? GTK_FILE_CHOOSER_ACTION_SAVE
                                        : GTK_FILE_CHOOSER_ACTION_OPEN;
}

void
carrel_compat_choose (GtkWindow *parent,
                      const CarrelChoose *choose,
                      CarrelChosen chosen,
                      GObject *owner)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      choose->title, parent, get_action (choose->kind), choose->accept, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser),
                                        choose->kind == CARREL_CHOOSE_FILES);
  if (choose->suggested_name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), choose->suggested_name);
  if (choose->patterns != NULL)
    {
      g_autoptr (GtkFileFilter) filter = new_filter (choose);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
    }
  g_object_set_data (G_OBJECT (chooser), "carrel-chosen", (gpointer) chosen);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chooser_response_cb), owner,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (owner, "carrel-chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
  make_chooser_heard (parent);
}

#endif
