/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the pages of the help as the syllabus shows a course's, so that they are read by the same
 * keys. It is not modal: one can look at the page and try what it says. */
#define G_LOG_DOMAIN "carrel-help-window"

#include "config.h"

#include "carrel-help-window.h"

#include "carrel-accessible.h"
#include "carrel-announcer.h"
#include "carrel-choice-button.h"
#include "carrel-document.h"
#include "carrel-focus-scroll.h"
#include "carrel-help-book.h"

#include <glib/gi18n.h>

struct _CarrelHelpWindow
{
  CarrelDialog parent_instance;

  CarrelHelpBook *book;
  CarrelAnnouncer *announcer;
  char *page;
  GQueue behind; /* of char: pages that were left, the last one first */

  CarrelChoiceButton *pages;
  GtkScrolledWindow *scrolled;
  CarrelDocument *document;
  GtkSearchBar *find_bar;
  GtkSearchEntry *find_entry;
  GtkLabel *find_count;
};

G_DEFINE_FINAL_TYPE (CarrelHelpWindow, carrel_help_window, CARREL_TYPE_DIALOG)

static void
append_parts (CarrelHelpWindow *self, GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const CarrelHelpPart *part = g_ptr_array_index (parts, i);

      carrel_document_append_heading (self->document, part->id, part->level, part->title);
      carrel_document_append_markdown (self->document, part->id, part->text);
    }
  carrel_document_finish (self->document);
}

static void
fill (CarrelHelpWindow *self, const char *id, GPtrArray *parts)
{
  g_autofree char *title = NULL;

  g_free (self->page);
  self->page = g_strdup (id);
  /* Translators: %s is the title of a page of the help. */
  title = g_strdup_printf (_ ("%s – Help"), carrel_help_book_find (self->book, id)->title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_search_bar_set_search_mode (self->find_bar, FALSE);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  carrel_document_clear (self->document);
  append_parts (self, parts);
  carrel_choice_button_set_selected (self->pages, id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", self->behind.length > 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/* Shows a page by its name, and after "#" the section of it; FALSE if there is no such page. */
static gboolean
go_to (CarrelHelpWindow *self, const char *name)
{
  g_auto (GStrv) names = g_strsplit (name, "#", 2);
  g_autoptr (GPtrArray) parts = NULL;

  if (names[0] == NULL)
    return FALSE;
  if (g_strcmp0 (names[0], self->page) != 0)
    {
      parts = carrel_help_book_read (self->book, names[0]);
      if (parts == NULL)
        return FALSE;
      fill (self, names[0], parts);
    }
  if (names[1] == NULL || !carrel_document_reveal (self->document, names[1]))
    gtk_widget_grab_focus (GTK_WIDGET (self->document));
  return TRUE;
}

static void
follow (CarrelHelpWindow *self, const char *name)
{
  g_autofree char *left = g_strdup (self->page);
  g_autofree char *page = g_strndup (name, strcspn (name, "#"));
  gboolean is_other = left != NULL && !g_str_equal (page, left);

  if (is_other)
    g_queue_push_head (&self->behind, g_strdup (left));
  if (!go_to (self, name) && is_other)
    g_free (g_queue_pop_head (&self->behind));
}

static void
say (CarrelHelpWindow *self, const char *sentence)
{
  carrel_announcer_say (self->announcer, sentence);
}

static void
on_uri_opened_cb (CarrelHelpWindow *self, const char *uri)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (g_str_has_prefix (uri, CARREL_HELP_URI))
    follow (self, uri + strlen (CARREL_HELP_URI));
  else if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-uri", "s", uri);
}

static void
on_copied_cb (CarrelHelpWindow *self, guint n_blocks)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u paragraph copied", "%u paragraphs copied", n_blocks), n_blocks);

  say (self, text);
}

static void
on_missed_cb (CarrelHelpWindow *self, const char *sentence)
{
  say (self, sentence);
}

static void
on_page_chosen_cb (CarrelHelpWindow *self)
{
  const char *id = carrel_choice_button_get_selected (self->pages);

  if (id != NULL && g_strcmp0 (id, self->page) != 0)
    follow (self, id);
}

static void
on_find_changed_cb (CarrelHelpWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->find_entry));
  guint n_found = carrel_document_find (self->document, words);
  g_autofree char *text
      = *words == '\0' ? g_strdup ("")
                       : g_strdup_printf (ngettext ("%u place", "%u places", n_found), n_found);

  gtk_label_set_label (self->find_count, text);
  if (*words != '\0')
    say (self, text);
}

static void
on_find_next_cb (CarrelHelpWindow *self)
{
  carrel_document_step (self->document, 1);
}

static void
on_find_previous_cb (CarrelHelpWindow *self)
{
  carrel_document_step (self->document, -1);
}

static void
on_find_stopped_cb (CarrelHelpWindow *self)
{
  gtk_search_bar_set_search_mode (self->find_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->document));
}

static void
on_find_mode_changed_cb (CarrelHelpWindow *self)
{
  if (!gtk_search_bar_get_search_mode (self->find_bar))
    carrel_document_find (self->document, NULL);
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelHelpWindow *self = CARREL_HELP_WINDOW (widget);
  g_autofree char *page = g_queue_pop_head (&self->behind);

  if (page != NULL)
    go_to (self, page);
}

static void
go_home (GtkWidget *widget, const char *name, GVariant *parameter)
{
  follow (CARREL_HELP_WINDOW (widget), "index");
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelHelpWindow *self = CARREL_HELP_WINDOW (widget);

  gtk_search_bar_set_search_mode (self->find_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}

static void
carrel_help_window_dispose (GObject *object)
{
  CarrelHelpWindow *self = CARREL_HELP_WINDOW (object);

  g_clear_object (&self->announcer);
  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARREL_TYPE_HELP_WINDOW);
  G_OBJECT_CLASS (carrel_help_window_parent_class)->dispose (object);
}

static void
carrel_help_window_finalize (GObject *object)
{
  CarrelHelpWindow *self = CARREL_HELP_WINDOW (object);

  g_queue_clear_full (&self->behind, g_free);
  g_free (self->page);
  G_OBJECT_CLASS (carrel_help_window_parent_class)->finalize (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "help.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "help.home", NULL, go_home);
  gtk_widget_class_install_action (widget_class, "help.find", NULL, find);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "help.home", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "help.find",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
carrel_help_window_class_init (CarrelHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_help_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = carrel_help_window_finalize;
  install_keys (widget_class);
  g_type_ensure (CARREL_TYPE_CHOICE_BUTTON);
  g_type_ensure (CARREL_TYPE_DOCUMENT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/carrel/Carrel/ui/carrel-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelHelpWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CarrelHelpWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CarrelHelpWindow, document);
  gtk_widget_class_bind_template_child (widget_class, CarrelHelpWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, CarrelHelpWindow, find_entry);
  gtk_widget_class_bind_template_child (widget_class, CarrelHelpWindow, find_count);
  gtk_widget_class_bind_template_callback (widget_class, on_page_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_uri_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copied_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_missed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_find_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_find_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_find_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_find_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_find_mode_changed_cb);
}

static void
carrel_help_window_init (CarrelHelpWindow *self)
{
  GPtrArray *entries;

  self->book = carrel_help_book_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_modal (GTK_WINDOW (self), FALSE);
  carrel_focus_scroll_attach (self->scrolled);
  entries = carrel_help_book_get_entries (self->book);
  for (guint i = 0; i < entries->len; i++)
    {
      const CarrelHelpEntry *entry = g_ptr_array_index (entries, i);

      carrel_choice_button_append (self->pages, entry->id, entry->title);
    }
}

/**
 * carrel_help_window_new:
 * @settings: where it is said how much a screen reader is told
 *
 * Returns: (transfer none): a new window without a page
 */
CarrelHelpWindow *
carrel_help_window_new (GSettings *settings)
{
  CarrelHelpWindow *self = g_object_new (CARREL_TYPE_HELP_WINDOW, NULL);

  self->announcer = carrel_announcer_new (GTK_WIDGET (self), settings);
  return self;
}

/**
 * carrel_help_window_show_page:
 * @self: a help window
 * @id: the id of a page, and if wanted "#" and the id of a section; the index if it is not known
 *
 * Shows a page and puts the focus into its text.
 */
void
carrel_help_window_show_page (CarrelHelpWindow *self, const char *id)
{
  follow (self, id);
  if (self->page == NULL)
    go_to (self, "index");
}

/**
 * carrel_help_window_get_page:
 * @self: a help window
 *
 * Returns: (nullable): the id of the page that is shown
 */
const char *
carrel_help_window_get_page (CarrelHelpWindow *self)
{
  return self->page;
}
