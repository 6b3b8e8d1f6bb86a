/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists are built anew after each change; the focus goes back to the button it was on. */
#define G_LOG_DOMAIN "carrel-scheme-dialog"

#include "config.h"

#include "carrel-scheme-dialog.h"

#include "carrel-accessible.h"
#include "carrel-fact.h"
#include "carrel-grade-compare.h"
#include "carrel-notice-list.h"
#include "carrel-scheme-form.h"
#include "carrel-store-courses.h"
#include "carrel-store-edits.h"
#include "carrel-store-undo.h"
#include "carrel-table-dialog.h"

#include <glib/gi18n.h>

#define DEED_KEY "carrel-deed"

struct _CarrelSchemeDialog
{
  CarrelDialog parent_instance;

  CarrelView *view; /* weak */
  CarrelCourse *course;
  GHashTable *buttons; /* of names to GtkWidget */
  GtkListBox *list;    /* that rows are added to */

  CarrelNoticeList *notices;
  GtkBox *lists;
};

/* What a button does. */
typedef enum
{
  DEED_EDIT,
  DEED_ADD,
  DEED_REMOVE,
} DeedVerb;

typedef struct
{
  DeedVerb verb;
  const CarrelRecordType *type;
  char *key;
  char *parent_kind;
  char *parent_key;
} Deed;

static const char *const kinds[]
    = { "grading_scheme", "grading_group", "grading_item", "letter_grade", "rounding", NULL };

G_DEFINE_FINAL_TYPE (CarrelSchemeDialog, carrel_scheme_dialog, CARREL_TYPE_DIALOG)

static void
free_deed (gpointer data)
{
  Deed *deed = data;

  g_free (deed->key);
  g_free (deed->parent_kind);
  g_free (deed->parent_key);
  g_free (deed);
}

static void
remove_fact (CarrelSchemeDialog *self, const Deed *deed)
{
  g_autoptr (GError) error = NULL;

  if (carrel_store_remove_fact (carrel_view_get_store (self->view),
                                carrel_view_get_course_id (self->view), deed->type->name, deed->key,
                                &error))
    carrel_view_toast_undo (self->view, _ ("Scheme changed"));
  carrel_view_report (self->view, error);
}

static void
on_deed_clicked_cb (CarrelSchemeDialog *self, GtkWidget *button)
{
  const Deed *deed = g_object_get_data (G_OBJECT (button), DEED_KEY);

  if (self->view == NULL)
    return;
  if (deed->verb == DEED_REMOVE)
    remove_fact (self, deed);
  else
    carrel_scheme_form_open (
        self->view, GTK_WIDGET (self), deed->type,
        carrel_scheme_place_new (self->course, deed->key, deed->parent_kind, deed->parent_key));
}

/* Takes @deed; @name is heard, and is what the focus is found by again. */
static GtkWidget *
make_button (CarrelSchemeDialog *self, Deed *deed, const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new ();

  if (icon != NULL)
    {
      GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", icon, NULL);

      gtk_button_set_child (GTK_BUTTON (button), image);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, name);
    }
  else
    gtk_button_set_label (GTK_BUTTON (button), name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  carrel_accessible_set_label (button, name);
  g_object_set_data_full (G_OBJECT (button), DEED_KEY, deed, free_deed);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_deed_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_hash_table_insert (self->buttons, g_strdup (name), button);
  return button;
}

static Deed *
new_deed (DeedVerb verb, const CarrelRecordType *type, const char *key)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->verb = verb;
  deed->type = type;
  deed->key = g_strdup (key);
  return deed;
}

static Deed *
new_addition (const CarrelRecordType *type, const char *parent_kind, const char *parent_key)
{
  Deed *deed = new_deed (DEED_ADD, type, NULL);

  deed->parent_kind = g_strdup (parent_kind);
  deed->parent_key = g_strdup (parent_key);
  return deed;
}

static void
open_list (CarrelSchemeDialog *self, const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (self->lists, label);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  carrel_accessible_set_label (self->list, title);
  gtk_box_append (self->lists, GTK_WIDGET (self->list));
}

G_GNUC_PRINTF (2, 3)
static void
add_part (GStrvBuilder *parts, const char *format, ...)
{
  g_autofree char *part = NULL;
  va_list arguments;

  va_start (arguments, format);
  part = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_strv_builder_add (parts, part);
}

/* "50 % · 5 pieces · lowest dropped: 1" */
static char *
dup_group_words (const CarrelGradingGroup *group)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  const int n_items = group->items->len > 0 ? (int) group->items->len : group->count;

  if (group->weight_total != NULL)
    add_part (parts, _ ("%s %%"), group->weight_total);
  else if (group->weight_each != NULL)
    add_part (parts, _ ("%s %% each"), group->weight_each);
  if (n_items > 1)
    add_part (parts, ngettext ("%d piece", "%d pieces", n_items), n_items);
  if (group->points_each != NULL)
    add_part (parts, _ ("%s points each"), group->points_each);
  if (group->drop_lowest > 0)
    add_part (parts, _ ("lowest dropped: %d"), group->drop_lowest);
  if (group->drop_highest > 0)
    add_part (parts, _ ("highest dropped: %d"), group->drop_highest);
  if (group->bonus)
    add_part (parts, "%s", _ ("bonus"));
  words = g_strv_builder_end (parts);
  return g_strjoinv (" · ", words);
}

static char *
dup_words (gconstpointer record)
{
  const CarrelRecordType *type = ((const CarrelRecord *) record)->type;
  const CarrelLetterGrade *letter = record;

  if (type == &carrel_grading_group_type)
    return dup_group_words (record);
  if (type == &carrel_grading_item_type)
    {
      const CarrelGradingItem *item = record;

      return item->max != NULL ? g_strdup_printf (_ ("%s points"), item->max) : g_strdup ("");
    }
  if (type == &carrel_rounding_type)
    /* Translators: %s is a step of per cent, such as "0.5". */
    return g_strdup_printf (_ ("to %s per cent"), ((const CarrelRounding *) record)->to);
  if (letter->min == NULL)
    return g_strdup ("");
  /* Translators: %s is a cut-off of per cent, such as "90". */
  if (letter->min_exclusive)
    return g_strdup_printf (_ ("above %s %%"), letter->min);
  /* Translators: the same, with the cut-off itself. */
  return g_strdup_printf (_ ("from %s %% on"), letter->min);
}

/* Takes @deed and @name. */
static void
add_suffix (CarrelSchemeDialog *self, AdwActionRow *row, Deed *deed, const char *icon, char *name)
{
  GtkWidget *button = make_button (self, deed, icon, name);
  g_autofree char *spoken = carrel_accessible_dup_spoken (adw_action_row_get_subtitle (row));

  /* The row is no stop of its own; what it says is heard with its buttons. */
  carrel_accessible_set_description (button, *spoken != '\0' ? spoken : NULL);
  adw_action_row_add_suffix (row, button);
  g_free (name);
}

static void
add_row (CarrelSchemeDialog *self, const CarrelFact *fact)
{
  const CarrelRecordType *type = ((const CarrelRecord *) fact->record)->type;
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *title = type == &carrel_rounding_type ? g_strdup (_ ("Rounding"))
                                                         : carrel_fact_dup_title (fact->record);
  g_autofree char *words = dup_words (fact->record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, words);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
  if (type == &carrel_grading_item_type)
    gtk_widget_set_margin_start (GTK_WIDGET (row), 24);
  if (type == &carrel_grading_group_type
      && ((const CarrelGradingGroup *) fact->record)->items->len > 0)
    add_suffix (self, row, new_addition (&carrel_grading_item_type, fact->kind, fact->key),
                "list-add-symbolic", g_strdup_printf (_ ("Add an item to %s"), title));
  add_suffix (self, row, new_deed (DEED_EDIT, type, fact->key), "document-edit-symbolic",
              g_strdup_printf (_ ("Edit %s"), title));
  if (type != &carrel_rounding_type)
    add_suffix (self, row, new_deed (DEED_REMOVE, type, fact->key), "user-trash-symbolic",
                g_strdup_printf (_ ("Remove %s"), title));
  gtk_list_box_append (self->list, GTK_WIDGET (row));
}

static void
add_addition (CarrelSchemeDialog *self, Deed *deed, const char *name)
{
  gtk_box_append (self->lists, make_button (self, deed, NULL, name));
}

static void
add_kind (CarrelSchemeDialog *self, GPtrArray *facts, const char *kind)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = g_ptr_array_index (facts, i);

      if (g_str_equal (fact->kind, kind))
        add_row (self, fact);
    }
}

static gboolean
is_in_scheme (const CarrelFact *fact)
{
  return g_str_equal (fact->kind, "grading_group") || g_str_equal (fact->kind, "grading_item");
}

/* Facts of a scheme follow it, up to the next one. */
static void
add_scheme (CarrelSchemeDialog *self, GPtrArray *facts, guint from, const CarrelFact *scheme)
{
  const char *name = scheme != NULL ? ((CarrelGradingScheme *) scheme->record)->name : NULL;
  g_autofree char *addition = name != NULL ? g_strdup_printf (_ ("Add a group to %s…"), name)
                                           : g_strdup (_ ("Add a group…"));

  open_list (self, name != NULL ? name : _ ("Groups"));
  for (guint i = from; i < facts->len; i++)
    {
      const CarrelFact *fact = g_ptr_array_index (facts, i);

      if (g_str_equal (fact->kind, "grading_scheme"))
        break;
      if (is_in_scheme (fact))
        add_row (self, fact);
    }
  add_addition (self,
                new_addition (&carrel_grading_group_type, scheme != NULL ? scheme->kind : "course",
                              scheme != NULL ? scheme->key : ""),
                addition);
}

/* Published groups beside published schemes do not count, so they are not shown. */
static void
add_schemes (CarrelSchemeDialog *self, GPtrArray *facts)
{
  if (self->course->grading_schemes->len == 0)
    {
      add_scheme (self, facts, 0, NULL);
      return;
    }
  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = g_ptr_array_index (facts, i);

      if (g_str_equal (fact->kind, "grading_scheme"))
        add_scheme (self, facts, i + 1, fact);
    }
}

static void
show_notices (CarrelSchemeDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) notices = NULL;
  g_autoptr (CarrelCourse) published = carrel_grade_compare_load_published (self->view, NULL);
  g_autoptr (CarrelGradePlan) plan
      = carrel_grade_plan_load (carrel_view_get_store (self->view),
                                carrel_view_get_course_id (self->view), CARREL_SCENARIO_REAL, NULL);
  g_autofree char *weights = plan != NULL ? carrel_grade_text_weights (plan->book) : NULL;
  gboolean is_edited = published != NULL && carrel_scheme_check_is_edited (published, self->course);

  if (is_edited)
    g_strv_builder_add (builder,
                        _ ("This scheme is your own. The published one is kept beside it."));
  if (weights != NULL)
    g_strv_builder_add (builder, weights);
  notices = g_strv_builder_end (builder);
  carrel_notice_list_set (self->notices, (const char *const *) notices);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.compare", is_edited);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.discard", is_edited);
}

static void
clear (CarrelSchemeDialog *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->lists));

  g_hash_table_remove_all (self->buttons);
  for (; child != NULL; child = gtk_widget_get_first_child (GTK_WIDGET (self->lists)))
    gtk_box_remove (self->lists, child);
}

/* The name of the button that has the focus, or NULL. */
static char *
dup_focus (CarrelSchemeDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GHashTableIter iter;
  gpointer name, button;

  g_hash_table_iter_init (&iter, self->buttons);
  while (g_hash_table_iter_next (&iter, &name, &button))
    if (button == focus)
      return g_strdup (name);
  return NULL;
}

static void
restore_focus (CarrelSchemeDialog *self, const char *name)
{
  GtkWidget *button = name != NULL ? g_hash_table_lookup (self->buttons, name) : NULL;

  if (button != NULL)
    gtk_widget_grab_focus (button);
  else if (name != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->lists), GTK_DIR_TAB_FORWARD);
}

static void
show_course (CarrelSchemeDialog *self)
{
  g_autofree char *focus = dup_focus (self);
  g_autoptr (CarrelCourse) course = carrel_store_load_course (
      carrel_view_get_store (self->view), carrel_view_get_course_id (self->view), NULL);
  g_autoptr (GPtrArray) facts = NULL;

  if (course == NULL)
    return;
  g_clear_pointer (&self->course, carrel_record_unref);
  self->course = g_steal_pointer (&course);
  facts = carrel_fact_list (self->course);
  clear (self);
  add_schemes (self, facts);
  open_list (self, _ ("Letters and rounding"));
  add_kind (self, facts, "letter_grade");
  add_kind (self, facts, "rounding");
  add_addition (self, new_addition (&carrel_letter_grade_type, "course", ""), _ ("Add a letter…"));
  show_notices (self);
  restore_focus (self, focus);
}

static void
on_store_changed_cb (CarrelSchemeDialog *self)
{
  if (self->view != NULL && carrel_view_get_course_id (self->view) != NULL)
    show_course (self);
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelSchemeDialog *self = CARREL_SCHEME_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = carrel_grade_compare_schemes (self->view, &error);

  carrel_view_report (self->view, error);
  if (rows != NULL)
    carrel_dialog_present (CARREL_DIALOG (carrel_table_dialog_new (
                               _ ("Published and own scheme side by side"), NULL, rows)),
                           widget);
}

static void
discard_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelSchemeDialog *self = CARREL_SCHEME_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (carrel_store_discard_kinds (carrel_view_get_store (self->view),
                                  carrel_view_get_course_id (self->view),
                                  _ ("Back to the published scheme"), kinds, &error))
    carrel_view_toast_undo (self->view, _ ("The published scheme counts again"));
  carrel_view_report (self->view, error);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelSchemeDialog *self = CARREL_SCHEME_DIALOG (widget);
  CarrelStore *store = carrel_view_get_store (self->view);
  g_autoptr (GError) error = NULL;

  if (carrel_store_can_undo (store) && carrel_store_undo (store, &error))
    carrel_view_announce (self->view, _ ("Undone"));
  carrel_view_report (self->view, error);
}

static void
carrel_scheme_dialog_dispose (GObject *object)
{
  CarrelSchemeDialog *self = CARREL_SCHEME_DIALOG (object);

  g_clear_weak_pointer (&self->view);
  g_clear_pointer (&self->course, carrel_record_unref);
  g_hash_table_remove_all (self->buttons);
  G_OBJECT_CLASS (carrel_scheme_dialog_parent_class)->dispose (object);
}

static void
carrel_scheme_dialog_finalize (GObject *object)
{
  g_hash_table_unref (CARREL_SCHEME_DIALOG (object)->buttons);
  G_OBJECT_CLASS (carrel_scheme_dialog_parent_class)->finalize (object);
}

static void
carrel_scheme_dialog_class_init (CarrelSchemeDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = carrel_scheme_dialog_dispose;
  object_class->finalize = carrel_scheme_dialog_finalize;
  g_type_ensure (CARREL_TYPE_NOTICE_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-scheme-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelSchemeDialog, notices);
  gtk_widget_class_bind_template_child (widget_class, CarrelSchemeDialog, lists);
  gtk_widget_class_install_action (widget_class, "scheme.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "scheme.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "scheme.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "scheme.undo",
                                       NULL);
}

static void
carrel_scheme_dialog_init (CarrelSchemeDialog *self)
{
  self->buttons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_dialog_wrap_buttons (gtk_widget_get_parent (GTK_WIDGET (self->lists)));
}

/**
 * carrel_scheme_dialog_new:
 * @view: the view of a course
 *
 * Returns: (transfer floating): a dialog to be presented
 */
GtkWidget *
carrel_scheme_dialog_new (CarrelView *view)
{
  CarrelSchemeDialog *self = g_object_new (CARREL_TYPE_SCHEME_DIALOG, NULL);

  g_set_weak_pointer (&self->view, view);
  g_signal_connect_object (carrel_view_get_store (view), "changed",
                           G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);
  show_course (self);
  gtk_widget_child_focus (GTK_WIDGET (self->lists), GTK_DIR_TAB_FORWARD);
  return GTK_WIDGET (self);
}
