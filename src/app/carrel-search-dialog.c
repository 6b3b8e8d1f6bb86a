/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A result opens the view that shows it. How many there are is told once, as the description of the
 * entry, which is spoken at once where the focus is. */
#define G_LOG_DOMAIN "carrel-search-dialog"

#include "config.h"

#include "carrel-search-dialog.h"

#include "carrel-accessible.h"
#include "carrel-focus-scroll.h"
#include "carrel-search-kind.h"
#include "carrel-store-courses.h"
#include "carrel-store-search.h"

#include <glib/gi18n.h>

/* More results than anyone reads. */
#define N_MOST 50

struct _CarrelSearchDialog
{
  CarrelDialog parent_instance;

  CarrelStore *store;

  GtkWidget *entry;
  GtkLabel *status;
  GtkListBox *results;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (CarrelSearchDialog, carrel_search_dialog, CARREL_TYPE_DIALOG)

static char *
dup_subtitle (CarrelSearchDialog *self, CarrelSearchHit *hit)
{
  CarrelCourseItem *course
      = carrel_store_find_course (self->store, carrel_search_hit_get_course (hit));
  const char *title = course != NULL ? carrel_course_item_get_title (course) : "";
  const char *kind = carrel_search_kind_get_name (carrel_search_hit_get_kind (hit));
  const char *snippet = carrel_search_hit_get_snippet (hit);

  if (snippet == NULL || *snippet == '\0'
      || g_str_equal (snippet, carrel_search_hit_get_title (hit)))
    return g_strdup_printf ("%s · %s", kind, title);
  return g_strdup_printf ("%s · %s\n%s", kind, title, snippet);
}

static void
append_result (CarrelSearchDialog *self, CarrelSearchHit *hit)
{
  g_autofree char *subtitle = dup_subtitle (self, hit);
  g_autofree char *title = g_markup_escape_text (carrel_search_hit_get_title (hit), -1);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_BUTTON,
                                 "title", title, "subtitle", escaped, "subtitle-lines", 3,
                                 "selectable", FALSE, "activatable", TRUE, NULL);

  carrel_accessible_name_row (row, carrel_search_hit_get_title (hit), subtitle);
  g_object_set_data_full (G_OBJECT (row), "hit", g_object_ref (hit), g_object_unref);
  gtk_list_box_append (self->results, row);
}

static void
clear_results (CarrelSearchDialog *self)
{
  GtkListBoxRow *row;

  for (row = gtk_list_box_get_row_at_index (self->results, 0); row != NULL;
       row = gtk_list_box_get_row_at_index (self->results, 0))
    gtk_list_box_remove (self->results, GTK_WIDGET (row));
}

static void
show_status (CarrelSearchDialog *self, const char *text)
{
  gtk_label_set_label (self->status, text);
  carrel_accessible_set_description (self->entry, *text != '\0' ? text : NULL);
}

static void
show_count (CarrelSearchDialog *self, guint n_hits)
{
  g_autofree char *text = NULL;

  if (n_hits == 0)
    text = g_strdup (_ ("Nothing found. Try fewer or shorter words."));
  else if (n_hits == N_MOST)
    text = g_strdup_printf (_ ("The first %u results"), n_hits);
  else
    text = g_strdup_printf (ngettext ("%u result", "%u results", n_hits), n_hits);
  show_status (self, text);
}

static void
on_words_changed_cb (CarrelSearchDialog *self)
{
  g_autofree char *words
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  clear_results (self);
  if (*words != '\0')
    hits = carrel_store_search (self->store, words, NULL, N_MOST, &error);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    append_result (self, g_ptr_array_index (hits, i));
  gtk_widget_set_visible (GTK_WIDGET (self->results), hits != NULL && hits->len > 0);
  if (hits != NULL)
    show_count (self, hits->len);
  else
    show_status (self, error != NULL ? error->message : "");
}

static void
on_row_activated_cb (CarrelSearchDialog *self, GtkListBoxRow *row)
{
  CarrelSearchHit *hit = g_object_get_data (G_OBJECT (row), "hit");
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  const char *fact = carrel_search_hit_get_fact (hit);

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-fact", "(sss)",
                                carrel_search_kind_get_view (carrel_search_hit_get_kind (hit)),
                                carrel_search_hit_get_course (hit), fact != NULL ? fact : "");
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_entry_activated_cb (CarrelSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->results, 0);

  if (row != NULL)
    on_row_activated_cb (self, row);
}

/* Down goes from the words to what they found. */
static gboolean
on_entry_key_pressed_cb (CarrelSearchDialog *self,
                         guint keyval,
                         guint keycode,
                         GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->results, 0);

  if (keyval != GDK_KEY_Down || row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

static void
carrel_search_dialog_dispose (GObject *object)
{
  CarrelSearchDialog *self = CARREL_SEARCH_DIALOG (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARREL_TYPE_SEARCH_DIALOG);
  G_OBJECT_CLASS (carrel_search_dialog_parent_class)->dispose (object);
}

static void
carrel_search_dialog_class_init (CarrelSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_search_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelSearchDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, CarrelSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, CarrelSearchDialog, status);
  gtk_widget_class_bind_template_child (widget_class, CarrelSearchDialog, results);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
carrel_search_dialog_init (CarrelSearchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_focus_scroll_attach (self->scroller);
  gtk_window_set_focus (GTK_WINDOW (self), self->entry);
}

/**
 * carrel_search_dialog_new:
 * @store: where the courses are
 *
 * Returns: (transfer none): a new dialog
 */
CarrelDialog *
carrel_search_dialog_new (CarrelStore *store)
{
  CarrelSearchDialog *self = g_object_new (CARREL_TYPE_SEARCH_DIALOG, NULL);

  self->store = g_object_ref (store);
  return CARREL_DIALOG (self);
}

/**
 * carrel_search_dialog_set_words:
 * @self: a search dialog
 * @words: what to search for, as if it had been typed
 */
void
carrel_search_dialog_set_words (CarrelDialog *self, const char *words)
{
  GtkEditable *entry = GTK_EDITABLE (CARREL_SEARCH_DIALOG (self)->entry);

  gtk_editable_set_text (entry, words);
  gtk_editable_set_position (entry, -1);
}
