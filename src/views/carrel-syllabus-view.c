/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The syllabus: facts, outline, text. */
#define G_LOG_DOMAIN "carrel-syllabus-view"

#include "config.h"

#include "carrel-syllabus-view.h"

#include "carrel-accessible.h"
#include "carrel-choice-button.h"
#include "carrel-document.h"
#include "carrel-empty-page.h"
#include "carrel-focus-box.h"
#include "carrel-focus-scroll.h"
#include "carrel-note-dialog.h"
#include "carrel-reading-looks.h"
#include "carrel-squeezer.h"
#include "carrel-store-courses.h"
#include "carrel-store-notes.h"
#include "carrel-syllabus-facts.h"
#include "carrel-wrap-box.h"

#include <glib/gi18n.h>

/* Until the find bar has been drawn, milliseconds. */
#define FOCUS_DELAY 60

/* As many sections as fill a window. */
#define N_FIRST_SECTIONS 3

struct _CarrelSyllabusView
{
  CarrelView parent_instance;

  CarrelCourse *course;
  GHashTable *notes; /* of sections, by id */
  guint n_appended;  /* sections that are in the document */
  guint appending;   /* the source that appends the others */
  guint focusing;    /* the source that focuses the find bar */
  gboolean is_wide;

  CarrelSqueezer *probe; /* tells whether there is room for the outline */
  GtkWidget *outline_pane;
  GtkListBox *outline;
  CarrelChoiceButton *outline_menu;
  GtkScrolledWindow *scrolled;
  AdwClamp *clamp;
  GtkWidget *page;
  GtkLabel *title;
  GtkLabel *subtitle;
  CarrelFocusBox *facts;
  CarrelWrapBox *links;
  GtkWidget *extension_button;
  GtkToggleButton *bookmark_button;
  CarrelDocument *document;
  GtkSearchBar *find_bar;
  GtkSearchEntry *find_entry;
  GtkLabel *find_count;
  CarrelEmptyPage *empty;
};

G_DEFINE_FINAL_TYPE (CarrelSyllabusView, carrel_syllabus_view, CARREL_TYPE_VIEW)

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child = gtk_widget_get_first_child (box);

  for (; child != NULL; child = gtk_widget_get_first_child (box))
    gtk_widget_unparent (child);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list));

  for (; child != NULL; child = gtk_widget_get_first_child (GTK_WIDGET (list)))
    gtk_list_box_remove (list, child);
}

static void
append_outline_row (CarrelSyllabusView *self, const CarrelSection *section)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", section->heading, "xalign", 0.0, "wrap", TRUE,
                      "margin-start", 12 * CLAMP (section->level - 1, 0, 4), NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_BUTTON, "child", label, NULL);

  carrel_accessible_set_label (row, section->heading);
  g_object_set_data_full (G_OBJECT (row), "carrel-section", g_strdup (section->id), g_free);
  gtk_list_box_append (self->outline, row);
  carrel_choice_button_append (self->outline_menu, section->id, section->heading);
}

static void
update_outline (CarrelSyllabusView *self)
{
  clear_list (self->outline);
  carrel_choice_button_clear (self->outline_menu);
  for (guint i = 0; i < self->course->sections->len; i++)
    {
      const CarrelSection *section = g_ptr_array_index (self->course->sections, i);

      if (section->heading != NULL && *section->heading != '\0')
        append_outline_row (self, section);
    }
}

static void
append_body (CarrelSyllabusView *self, const CarrelSection *section)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelMarkdown) markdown = NULL;

  if (section->heading != NULL && *section->heading != '\0')
    carrel_document_append_heading (self->document, section->id, CLAMP (section->level, 1, 6),
                                    section->heading);
  if (section->body == NULL || *section->body == '\0')
    return;
  markdown = carrel_markdown_parse (section->body, -1, CARREL_MARKDOWN_DIALECTS, &error);
  if (markdown != NULL)
    carrel_document_append_markdown (self->document, section->id, markdown);
  else
    carrel_view_report (CARREL_VIEW (self), error);
}

/* What the reader has noted stands below the section. */
static void
append_section (CarrelSyllabusView *self, const CarrelSection *section)
{
  const char *note = self->notes != NULL && section->id != NULL
                         ? g_hash_table_lookup (self->notes, section->id)
                         : NULL;

  append_body (self, section);
  if (note != NULL)
    carrel_document_append_note (self->document, section->id, note);
}

/* Adds the next section; FALSE after the last one. */
static gboolean
append_next_section (CarrelSyllabusView *self)
{
  if (self->n_appended < self->course->sections->len)
    append_section (self, g_ptr_array_index (self->course->sections, self->n_appended++));
  if (self->n_appended < self->course->sections->len)
    return TRUE;
  carrel_document_finish (self->document);
  return FALSE;
}

/* Adds what is still to be added, before something looks for it. */
static void
append_all_sections (CarrelSyllabusView *self)
{
  if (self->appending == 0)
    return;
  g_clear_handle_id (&self->appending, g_source_remove);
  while (append_next_section (self))
    continue;
}

static gboolean
on_idle_cb (gpointer user_data)
{
  CarrelSyllabusView *self = user_data;

  if (append_next_section (self))
    return G_SOURCE_CONTINUE;
  self->appending = 0;
  return G_SOURCE_REMOVE;
}

/* The first sections are there at once; the others follow when the first frame has been painted. */
static void
update_document (CarrelSyllabusView *self)
{
  gboolean has_more = TRUE;

  g_clear_handle_id (&self->appending, g_source_remove);
  carrel_document_clear (self->document);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  self->notes = carrel_store_list_notes (carrel_view_get_store (CARREL_VIEW (self)),
                                         carrel_view_get_course_id (CARREL_VIEW (self)), NULL);
  self->n_appended = 0;
  while (has_more && self->n_appended < N_FIRST_SECTIONS)
    has_more = append_next_section (self);
  if (has_more)
    self->appending = g_idle_add_full (G_PRIORITY_LOW, on_idle_cb, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->document), self->course->sections->len > 0);
}

static void
on_link_clicked_cb (CarrelSyllabusView *self, GtkButton *button)
{
  carrel_view_open_uri (CARREL_VIEW (self), g_object_get_data (G_OBJECT (button), "carrel-uri"));
}

static void
append_link (CarrelSyllabusView *self, const CarrelLink *link)
{
  GtkWidget *button = NULL;

  if (link->url == NULL)
    return;
  button = gtk_button_new_with_label (link->title != NULL ? link->title : link->url);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  g_object_set_data_full (G_OBJECT (button), "carrel-uri", g_strdup (link->url), g_free);
  gtk_widget_set_tooltip_text (button, link->url);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_link_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  carrel_wrap_box_append (self->links, button);
}

static void
update_facts (CarrelSyllabusView *self)
{
  CarrelFormatFlags flags = carrel_view_get_format (CARREL_VIEW (self));
  g_auto (GStrv) read = carrel_syllabus_facts_list (self->course, flags);
  g_auto (GStrv) heard = carrel_syllabus_facts_list (self->course, flags | CARREL_FORMAT_SPOKEN);
  g_autofree char *late = carrel_syllabus_facts_dup_late_policy (self->course);
  g_autofree char *lines = g_strjoinv ("\n", heard);
  g_autofree char *all = late != NULL ? g_strconcat (lines, *lines != '\0' ? "\n" : "", late, NULL)
                                      : g_strdup (lines);
  g_autofree char *said = carrel_accessible_dup_spoken (all);
  g_autofree char *subtitle = carrel_syllabus_facts_dup_subtitle (self->course);

  gtk_label_set_label (self->title,
                       self->course->title != NULL ? self->course->title : _ ("Untitled course"));
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  carrel_focus_box_clear (self->facts);
  for (guint i = 0; read[i] != NULL; i++)
    carrel_focus_box_append_text (self->facts, read[i], i == 0 ? "heading" : NULL);
  if (late != NULL)
    carrel_focus_box_append_text (self->facts, late, NULL);
  carrel_accessible_set_label (self->facts, said);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), read[0] != NULL || late != NULL);
  clear_box (GTK_WIDGET (self->links));
  for (guint i = 0; i < self->course->links->len; i++)
    append_link (self, g_ptr_array_index (self->course->links, i));
  gtk_widget_set_visible (GTK_WIDGET (self->links), self->course->links->len > 0);
}

static void
show_empty (CarrelSyllabusView *self, const char *title, const char *description)
{
  carrel_empty_page_set (self->empty, title, description);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), title != NULL);
}

static void
update_panes (CarrelSyllabusView *self)
{
  gboolean has_outline
      = self->course != NULL && gtk_widget_get_first_child (GTK_WIDGET (self->outline)) != NULL;

  self->is_wide = !carrel_squeezer_is_narrow (self->probe);
  gtk_widget_set_visible (self->outline_pane, has_outline && self->is_wide);
  gtk_widget_set_visible (GTK_WIDGET (self->outline_menu), has_outline && !self->is_wide);
}

static void on_bookmark_toggled_cb (CarrelSyllabusView *self, GtkToggleButton *button);

/* The button tells of the section at the reading position. */
static void
update_bookmark (CarrelSyllabusView *self)
{
  gboolean is_set = carrel_store_has_bookmark (carrel_view_get_store (CARREL_VIEW (self)),
                                               carrel_view_get_course_id (CARREL_VIEW (self)),
                                               carrel_document_get_section (self->document));

  g_signal_handlers_block_by_func (self->bookmark_button, on_bookmark_toggled_cb, self);
  gtk_toggle_button_set_active (self->bookmark_button, is_set);
  g_signal_handlers_unblock_by_func (self->bookmark_button, on_bookmark_toggled_cb, self);
  carrel_accessible_set_checked (self->bookmark_button, is_set);
}

static void
on_bookmark_toggled_cb (CarrelSyllabusView *self, GtkToggleButton *button)
{
  const char *section = carrel_document_get_section (self->document);
  g_autoptr (GError) error = NULL;

  if (section != NULL
      && !carrel_store_set_bookmark (carrel_view_get_store (CARREL_VIEW (self)),
                                     carrel_view_get_course_id (CARREL_VIEW (self)), section,
                                     gtk_toggle_button_get_active (button), &error))
    carrel_view_report (CARREL_VIEW (self), error);
  update_bookmark (self);
}

static void
on_outline_activated_cb (CarrelSyllabusView *self, GtkListBoxRow *row)
{
  append_all_sections (self);
  carrel_document_reveal (self->document, g_object_get_data (G_OBJECT (row), "carrel-section"));
}

static void
on_outline_chosen_cb (CarrelSyllabusView *self)
{
  const char *section = carrel_choice_button_get_selected (self->outline_menu);

  if (section == NULL || g_strcmp0 (section, carrel_document_get_section (self->document)) == 0)
    return;
  append_all_sections (self);
  carrel_document_reveal (self->document, section);
}

/* The outline follows the reading position. */
static void
on_section_changed_cb (CarrelSyllabusView *self, const char *section)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->outline));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "carrel-section"), section) == 0)
      gtk_widget_add_css_class (row, "here");
    else
      gtk_widget_remove_css_class (row, "here");
  if (section != NULL)
    carrel_choice_button_set_selected (self->outline_menu, section);
  update_bookmark (self);
}

static void
on_uri_opened_cb (CarrelSyllabusView *self, const char *uri)
{
  carrel_view_open_uri (CARREL_VIEW (self), uri);
}

static void
on_copied_cb (CarrelSyllabusView *self, guint n_blocks)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u paragraph copied", "%u paragraphs copied", n_blocks), n_blocks);

  carrel_view_toast (CARREL_VIEW (self), text);
}

static void
on_missed_cb (CarrelSyllabusView *self, const char *sentence)
{
  carrel_view_announce (CARREL_VIEW (self), sentence);
}

static void
on_extension_clicked_cb (CarrelSyllabusView *self)
{
  g_autofree char *mail = carrel_syllabus_facts_dup_mail (self->course);

  carrel_view_open_uri (CARREL_VIEW (self), mail);
}

static void
on_find_changed_cb (CarrelSyllabusView *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->find_entry));
  guint n_found = carrel_document_find (self->document, words);
  g_autofree char *text
      = *words == '\0' ? g_strdup ("")
                       : g_strdup_printf (ngettext ("%u place", "%u places", n_found), n_found);

  gtk_label_set_label (self->find_count, text);
  if (*words != '\0')
    carrel_view_announce (CARREL_VIEW (self), text);
}

static void
on_find_next_cb (CarrelSyllabusView *self)
{
  carrel_document_step (self->document, 1);
}

static void
on_find_previous_cb (CarrelSyllabusView *self)
{
  carrel_document_step (self->document, -1);
}

static void
on_find_stopped_cb (CarrelSyllabusView *self)
{
  gtk_search_bar_set_search_mode (self->find_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->document));
}

static void
on_find_mode_changed_cb (CarrelSyllabusView *self)
{
  if (!gtk_search_bar_get_search_mode (self->find_bar))
    carrel_document_find (self->document, NULL);
}

static void
on_setting_changed_cb (CarrelSyllabusView *self)
{
  int n_chars = g_settings_get_int (carrel_view_get_settings (CARREL_VIEW (self)), "column-width");
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (GTK_WIDGET (self), "abcdefghijklmnopqrstuvwxyz ");
  int width = 0;

  /* The mean width of a letter in running text, by the size and face that text has now. */
  pango_layout_get_pixel_size (layout, &width, NULL);
  adw_clamp_set_maximum_size (self->clamp, width * n_chars / 27 + 24);
  adw_clamp_set_tightening_threshold (self->clamp, width * n_chars / 27);
}

static void
on_narrow_changed_cb (CarrelSyllabusView *self)
{
  update_panes (self);
}

static gboolean
on_find_shown_cb (gpointer user_data)
{
  CarrelSyllabusView *self = user_data;

  self->focusing = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
  return G_SOURCE_REMOVE;
}

/* The reading position stays in its section. */
static void
update_notes (CarrelSyllabusView *self)
{
  g_autofree char *section = g_strdup (carrel_document_get_section (self->document));
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->document)) != NULL;

  update_document (self);
  append_all_sections (self);
  carrel_document_set_position (self->document, section);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->document));
  update_bookmark (self);
}

static void
on_note_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CarrelSyllabusView *self = CARREL_SYLLABUS_VIEW (widget);

  carrel_note_dialog_present (CARREL_VIEW (self), self->course,
                              carrel_document_get_section (self->document));
}

static void
carrel_syllabus_view_refresh (CarrelView *view, CarrelStoreChanges changes)
{
  CarrelSyllabusView *self = CARREL_SYLLABUS_VIEW (view);
  const char *id = carrel_view_get_course_id (view);
  g_autoptr (GError) error = NULL;

  if ((changes & (CARREL_CHANGED_FACTS | CARREL_CHANGED_COURSES)) == 0)
    {
      if (self->course != NULL && (changes & CARREL_CHANGED_NOTES) != 0)
        update_notes (self);
      return;
    }
  g_clear_handle_id (&self->appending, g_source_remove);
  g_clear_pointer (&self->course, carrel_record_unref);
  if (id != NULL)
    self->course = carrel_store_load_course (carrel_view_get_store (view), id, &error);
  gtk_widget_set_visible (self->page, self->course != NULL);
  carrel_view_report (view, error);
  if (self->course == NULL)
    {
      show_empty (self, _ ("No course chosen"),
                  _ ("Choose a course at the top of the window, or add one."));
      update_panes (self);
      return;
    }
  on_setting_changed_cb (self);
  update_facts (self);
  update_document (self);
  update_outline (self);
  update_panes (self);
  on_section_changed_cb (self, carrel_document_get_section (self->document));
  show_empty (self, self->course->sections->len == 0 ? _ ("This page has no text") : NULL,
              _ ("What the course publishes as facts is in the other views."));
}

static gboolean
carrel_syllabus_view_find (CarrelView *view)
{
  CarrelSyllabusView *self = CARREL_SYLLABUS_VIEW (view);

  if (self->course == NULL || self->course->sections->len == 0)
    return FALSE;
  append_all_sections (self);
  gtk_search_bar_set_search_mode (self->find_bar, TRUE);
  /* A screen reader passes over what gets the focus before it has been drawn. */
  g_clear_handle_id (&self->focusing, g_source_remove);
  self->focusing = g_timeout_add (FOCUS_DELAY, on_find_shown_cb, self);
  return TRUE;
}

static gboolean
carrel_syllabus_view_reveal (CarrelView *view, const char *fact_id)
{
  CarrelSyllabusView *self = CARREL_SYLLABUS_VIEW (view);

  append_all_sections (self);
  return carrel_document_reveal (self->document, fact_id);
}

static GtkWidget *
carrel_syllabus_view_get_pane (CarrelView *view, guint position)
{
  CarrelSyllabusView *self = CARREL_SYLLABUS_VIEW (view);
  GtkWidget *const panes[]
      = { GTK_WIDGET (self->is_wide ? GTK_WIDGET (self->outline) : GTK_WIDGET (self->outline_menu)),
          GTK_WIDGET (self->facts), GTK_WIDGET (self->document) };

  return position < G_N_ELEMENTS (panes) ? panes[position] : NULL;
}

static gboolean
carrel_syllabus_view_focus_default (CarrelView *view)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CARREL_SYLLABUS_VIEW (view)->document));
}

static void
carrel_syllabus_view_constructed (GObject *object)
{
  CarrelSyllabusView *self = CARREL_SYLLABUS_VIEW (object);
  GSettings *settings = carrel_view_get_settings (CARREL_VIEW (self));
  static const char *const keys[]
      = { "changed::column-width", "changed::text-size", "changed::font-family" };

  G_OBJECT_CLASS (carrel_syllabus_view_parent_class)->constructed (object);
  if (settings == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_signal_connect_object (settings, keys[i], G_CALLBACK (on_setting_changed_cb), self,
                             G_CONNECT_SWAPPED);
  carrel_reading_looks_follow (settings, self->document);
}

static void
carrel_syllabus_view_dispose (GObject *object)
{
  CarrelSyllabusView *self = CARREL_SYLLABUS_VIEW (object);

  g_clear_handle_id (&self->appending, g_source_remove);
  g_clear_handle_id (&self->focusing, g_source_remove);
  g_clear_pointer (&self->course, carrel_record_unref);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  G_OBJECT_CLASS (carrel_syllabus_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gsize offset;
  } children[] = {
#define CHILD(name) { #name, G_STRUCT_OFFSET (CarrelSyllabusView, name) }
    CHILD (probe),           CHILD (outline_pane), CHILD (outline),  CHILD (outline_menu),
    CHILD (scrolled),        CHILD (clamp),        CHILD (page),     CHILD (title),
    CHILD (subtitle),        CHILD (facts),        CHILD (links),    CHILD (extension_button),
    CHILD (bookmark_button), CHILD (document),     CHILD (find_bar), CHILD (find_entry),
    CHILD (find_count),      CHILD (empty),
#undef CHILD
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name, FALSE,
                                               (gssize) children[i].offset);
}

static void
carrel_syllabus_view_class_init (CarrelSyllabusViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CarrelViewClass *view_class = CARREL_VIEW_CLASS (klass);

  object_class->constructed = carrel_syllabus_view_constructed;
  object_class->dispose = carrel_syllabus_view_dispose;
  view_class->refresh = carrel_syllabus_view_refresh;
  view_class->find = carrel_syllabus_view_find;
  view_class->reveal = carrel_syllabus_view_reveal;
  view_class->get_pane = carrel_syllabus_view_get_pane;
  view_class->focus_default = carrel_syllabus_view_focus_default;

  g_type_ensure (CARREL_TYPE_CHOICE_BUTTON);
  g_type_ensure (CARREL_TYPE_DOCUMENT);
  g_type_ensure (CARREL_TYPE_FOCUS_BOX);
  g_type_ensure (CARREL_TYPE_SQUEEZER);
  g_type_ensure (CARREL_TYPE_WRAP_BOX);
  g_type_ensure (CARREL_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-syllabus-view.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "syllabus.note", NULL, on_note_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "syllabus.note",
                                       NULL);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_outline_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_outline_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_section_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_uri_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copied_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_missed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_extension_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bookmark_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_find_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_find_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_find_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_find_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_find_mode_changed_cb);
}

static void
carrel_syllabus_view_init (CarrelSyllabusView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_focus_scroll_attach (self->scrolled);
}
