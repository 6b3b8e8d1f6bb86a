/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A dialog of our own is silent on old GTK when it opens, unless its focus is set again a little
 * later, and so is the window that one comes back to; that is done here once for all dialogs. The
 * button that closes it is one of ours, as keys do not reach those of window decorations. */
#define G_LOG_DOMAIN "carrel-dialog"

#include "config.h"

#include "carrel-dialog.h"

#include "carrel-accessible.h"
#include "carrel-header-row.h"

#include <glib/gi18n.h>

/* How long a screen reader needs to notice a new window, in milliseconds. */
#define NOTICE_TIME 250

/* The resolution of text at its normal size, as GtkSettings counts it. */
#define DPI (96 * PANGO_SCALE)

/* Of what a button says, that stay in one line. */
#define N_LEAST_CHARS 7

typedef struct
{
  guint refocus_id;
  GtkWidget *offered; /* weak */
  char *offer;        /* what is in it */
} CarrelDialogPrivate;

/* A window that a dialog stood over, and where its focus is. */
typedef struct
{
  GtkWindow *window;
  GtkWidget *focus;
} Return;

G_DEFINE_TYPE_WITH_PRIVATE (CarrelDialog, carrel_dialog, ADW_TYPE_WINDOW)

static void
refocus (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus == NULL)
    return;
  gtk_window_set_focus (window, NULL);
  /* What was typed meanwhile must not be selected, as the next letter would replace it. */
  if (GTK_IS_TEXT (focus))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
  else
    gtk_window_set_focus (window, focus);
}

/* Unless it was left, or written in. */
static void
select_offer (CarrelDialogPrivate *priv)
{
  if (priv->offered != NULL && carrel_accessible_has_focus (priv->offered)
      && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (priv->offered)), priv->offer) == 0)
    gtk_editable_select_region (GTK_EDITABLE (priv->offered), 0, -1);
}

static gboolean
on_noticed_cb (gpointer data)
{
  CarrelDialog *self = CARREL_DIALOG (data);
  CarrelDialogPrivate *priv = carrel_dialog_get_instance_private (self);

  priv->refocus_id = 0;
  if (carrel_accessible_is_old ())
    refocus (GTK_WINDOW (self));
  select_offer (priv);
  return G_SOURCE_REMOVE;
}

static void
free_return (Return *back)
{
  g_clear_weak_pointer (&back->window);
  g_clear_weak_pointer (&back->focus);
  g_free (back);
}

/* Where something else has got the focus meanwhile, that was heard. */
static gboolean
on_returned_cb (gpointer data)
{
  Return *back = data;

  if (back->window != NULL && gtk_window_is_active (back->window)
      && gtk_window_get_focus (back->window) == back->focus)
    refocus (back->window);
  return G_SOURCE_REMOVE;
}

/* Says later where the focus of a window is by then, unless that was heard. */
static void
refocus_later (GtkWindow *window)
{
  Return *back;

  if (!carrel_accessible_is_old () || window == NULL
      || gtk_widget_in_destruction (GTK_WIDGET (window)))
    return;
  back = g_new0 (Return, 1);
  g_set_weak_pointer (&back->window, window);
  g_set_weak_pointer (&back->focus, gtk_window_get_focus (window));
  g_timeout_add_full (G_PRIORITY_DEFAULT, NOTICE_TIME, on_returned_cb, back,
                      (GDestroyNotify) free_return);
}

/* The window that the person comes back to is said, but not always where the focus is in it. */
static void
carrel_dialog_unmap (GtkWidget *widget)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  GTK_WIDGET_CLASS (carrel_dialog_parent_class)->unmap (widget);
  refocus_later (parent);
}

/* The first header bar, or NULL. */
static AdwHeaderBar *
find_header (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  AdwHeaderBar *header = NULL;

  if (ADW_IS_HEADER_BAR (widget))
    return ADW_HEADER_BAR (widget);
  for (; child != NULL && header == NULL; child = gtk_widget_get_next_sibling (child))
    header = find_header (child);
  return header;
}

/* A word that is not long is not broken; what a button says may be another one later. */
static void
keep_words (GtkLabel *label)
{
  gtk_label_set_width_chars (label,
                             MIN (N_LEAST_CHARS, g_utf8_strlen (gtk_label_get_text (label), -1)));
}

/* The title is said, and on the window that it came from; where a template has something else in
 * its place, it is in what the dialog shows. The window gives up a default button that moves, at
 * the next frame; so it has none meanwhile. */
static CarrelHeaderRow *
fit_header (CarrelDialog *self, AdwHeaderBar *header)
{
  gboolean has_title = adw_header_bar_get_title_widget (header) == NULL;
  GtkWidget *default_widget = gtk_window_get_default_widget (GTK_WINDOW (self));
  CarrelHeaderRow *row;

  gtk_window_set_default_widget (GTK_WINDOW (self), NULL);
  row = carrel_header_row_new (header);
  gtk_window_set_default_widget (GTK_WINDOW (self), default_widget);
  if (has_title)
    g_object_bind_property (self, "title", carrel_header_row_get_title (row), "label",
                            G_BINDING_SYNC_CREATE);
  return row;
}

static void
add_close_button (CarrelHeaderRow *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  /* A tooltip would be heard as a description, and say the name again. */
  carrel_accessible_set_label (button, _ ("Close"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "window.close");
  gtk_widget_add_css_class (button, "circular");
  carrel_header_row_append (row, button);
}

static void
carrel_dialog_constructed (GObject *object)
{
  AdwHeaderBar *header;
  CarrelHeaderRow *row;

  G_OBJECT_CLASS (carrel_dialog_parent_class)->constructed (object);
  header = find_header (GTK_WIDGET (object));
  if (header == NULL)
    return;
  row = fit_header (CARREL_DIALOG (object), header);
  if (!adw_header_bar_get_show_end_title_buttons (header))
    return;
  adw_header_bar_set_show_start_title_buttons (header, FALSE);
  adw_header_bar_set_show_end_title_buttons (header, FALSE);
  add_close_button (row);
}

/* What there is to read or to do comes first, before the buttons that close or give up. */
static void
choose_focus (CarrelDialog *self)
{
  AdwHeaderBar *header = find_header (GTK_WIDGET (self));

  if (header == NULL || gtk_window_get_focus (GTK_WINDOW (self)) != NULL)
    return;
  gtk_widget_set_can_focus (GTK_WIDGET (header), FALSE);
  carrel_dialog_focus_first (self, GTK_WIDGET (self));
  gtk_widget_set_can_focus (GTK_WIDGET (header), TRUE);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
carrel_dialog_map (GtkWidget *widget)
{
  CarrelDialogPrivate *priv = carrel_dialog_get_instance_private (CARREL_DIALOG (widget));

  GTK_WIDGET_CLASS (carrel_dialog_parent_class)->map (widget);
  choose_focus (CARREL_DIALOG (widget));
  if ((carrel_accessible_is_old () || priv->offered != NULL) && priv->refocus_id == 0)
    priv->refocus_id = g_timeout_add (NOTICE_TIME, on_noticed_cb, widget);
}

static void
carrel_dialog_dispose (GObject *object)
{
  CarrelDialogPrivate *priv = carrel_dialog_get_instance_private (CARREL_DIALOG (object));

  g_clear_handle_id (&priv->refocus_id, g_source_remove);
  g_clear_weak_pointer (&priv->offered);
  g_clear_pointer (&priv->offer, g_free);
  G_OBJECT_CLASS (carrel_dialog_parent_class)->dispose (object);
}

static void
carrel_dialog_class_init (CarrelDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = carrel_dialog_constructed;
  G_OBJECT_CLASS (klass)->dispose = carrel_dialog_dispose;
  widget_class->map = carrel_dialog_map;
  widget_class->unmap = carrel_dialog_unmap;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
carrel_dialog_init (CarrelDialog *self)
{
  /* That of the class does not reach all of those that are derived from it. */
  g_object_set (self, "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG, NULL);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

/**
 * carrel_dialog_focus_first:
 * @self: a dialog that is mapped
 * @part: what is in it
 *
 * Moves the focus to the first widget of a part. Its text is not selected, as a selection that is
 * made before the dialog is known is heard before it, and once more after it.
 */
void
carrel_dialog_focus_first (CarrelDialog *self, GtkWidget *part)
{
  GtkWidget *focus;

  /* From where it is, the focus would go on to the second widget. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (GTK_IS_TEXT (focus))
    gtk_editable_set_position (GTK_EDITABLE (focus), -1);
}

/**
 * carrel_dialog_offer:
 * @self: a new dialog
 * @entry: its first entry, with a text that is more often replaced than added to
 *
 * Has the text selected once the dialog is known, so that what is typed takes its place.
 */
void
carrel_dialog_offer (CarrelDialog *self, GtkEditable *entry)
{
  CarrelDialogPrivate *priv = carrel_dialog_get_instance_private (self);

  g_set_weak_pointer (&priv->offered, GTK_WIDGET (entry));
  g_free (priv->offer);
  priv->offer = g_strdup (gtk_editable_get_text (entry));
}

/**
 * carrel_dialog_announce:
 * @self: a dialog
 * @text: a sentence, translated
 *
 * Has the window that all dialogs stand over say a sentence, when the focus has been heard.
 */
void
carrel_dialog_announce (CarrelDialog *self, const char *text)
{
  GtkWindow *window = GTK_WINDOW (self);

  while (gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.announce", "s", text);
}

/* How large the screen is that a window is on. */
static void
measure_screen (GtkWidget *widget, GdkRectangle *area)
{
  GdkDisplay *display = gtk_widget_get_display (widget);
  GtkNative *native = gtk_widget_get_native (widget);
  GdkMonitor *monitor = NULL;

  *area = (GdkRectangle){ 0, 0, 0, 0 };
  if (native != NULL && gtk_native_get_surface (native) != NULL)
    monitor = gdk_display_get_monitor_at_surface (display, gtk_native_get_surface (native));
  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, area);
}

static int
scale_size (int size, int dpi, int available)
{
  int scaled = (int) ((gint64) size * dpi / DPI);

  return size <= 0 || available <= 0 ? size : MIN (MAX (size, scaled), available);
}

/* A dialog has room for as many words with large text as with small, as far as the screen goes. */
static void
fit_text_size (CarrelDialog *self, GtkWidget *from)
{
  GtkWindow *window = GTK_WINDOW (self);
  GdkRectangle area;
  int dpi = -1;
  int width, height;

  measure_screen (from, &area);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  gtk_window_get_default_size (window, &width, &height);
  gtk_window_set_default_size (window, scale_size (width, dpi, area.width * 9 / 10),
                               scale_size (height, dpi, area.height * 9 / 10));
}

/**
 * carrel_dialog_present:
 * @self: a new dialog
 * @from: (nullable): the widget that it was opened from; the focus comes back to its window
 *
 * Shows a dialog over the window of @from.
 */
void
carrel_dialog_present (CarrelDialog *self, GtkWidget *from)
{
  GtkRoot *root = from != NULL ? gtk_widget_get_root (from) : NULL;

  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      fit_text_size (self, GTK_WIDGET (root));
    }
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * carrel_dialog_wrap_buttons:
 * @widget: a button, or what has buttons in it
 *
 * What they say goes on in further lines where large text leaves no room for one.
 */
void
carrel_dialog_wrap_buttons (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_LABEL (widget) && GTK_IS_BUTTON (gtk_widget_get_parent (widget)))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_justify (GTK_LABEL (widget), GTK_JUSTIFY_CENTER);
      g_signal_connect (widget, "notify::label", G_CALLBACK (keep_words), NULL);
      keep_words (GTK_LABEL (widget));
    }
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    carrel_dialog_wrap_buttons (child);
}

/**
 * carrel_dialog_make_heard:
 * @dialog: a dialog of the toolkit, that has just been shown
 *
 * Has it said as those of our own are, and where one comes back to after it. Old GTK tells neither
 * its title nor that it is a dialog, so its content has the title for a name.
 */
void
carrel_dialog_make_heard (GtkWindow *dialog)
{
  if (carrel_accessible_is_old ())
    carrel_accessible_set_label (gtk_window_get_child (dialog), gtk_window_get_title (dialog));
  refocus_later (dialog);
  g_signal_connect_object (dialog, "unmap", G_CALLBACK (refocus_later),
                           gtk_window_get_transient_for (dialog), G_CONNECT_SWAPPED);
}
