/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A tick lasts while the list is filled anew, as what it says of a finding is still so. */
#define G_LOG_DOMAIN "carrel-finding-list"

#include "config.h"

#include "carrel-finding-list.h"

#include "carrel-accessible.h"
#include "carrel-check-row.h"
#include "carrel-page-mend.h"

#include <glib/gi18n.h>

struct _CarrelFindingList
{
  AdwBin parent_instance;

  GHashTable *known; /* names of findings that were ticked */
  GPtrArray *checks; /* of GtkCheckButton, one for each finding */
  GPtrArray *names;  /* of each finding: its line and its sentence */

  CarrelCheckRow *all;
  GtkListBox *list;
};

static guint fix;

G_DEFINE_FINAL_TYPE (CarrelFindingList, carrel_finding_list, ADW_TYPE_BIN)

/* A line without the spaces that only align it. */
static char *
dup_short (const char *line)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (; *line != '\0'; line++)
    if (!g_ascii_isspace (*line))
      g_string_append_c (text, *line);
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
  return g_strchomp (g_strdup (text->str));
}

/* A question is about the whole page, unless something on it raises it. */
static gboolean
has_place (const CarrelFinding *finding)
{
  return finding->line > (finding->kind == CARREL_FINDING_QUESTION ? 1 : 0);
}

/* Where it is, and what stands there. */
static char *
dup_place (const CarrelCourse *draft, const CarrelFinding *finding)
{
  g_autofree char *whole = carrel_page_mend_dup_line (draft, finding->line);
  g_autofree char *line = dup_short (whole);

  if (!has_place (finding))
    return g_strdup ("");
  if (*line == '\0')
    /* Translators: the number of a line of a page. */
    return g_strdup_printf (_ ("Line %d"), finding->line);
  /* Translators: the number of a line of a page, and the line. */
  return g_strdup_printf (_ ("Line %1$d: %2$s"), finding->line, line);
}

/* How a finding without a button is dealt with. */
static const char *
get_advice (const CarrelFinding *finding)
{
  if (finding->kind == CARREL_FINDING_QUESTION)
    return _ ("Answer it in the questions about this course.");
  if (finding->kind == CARREL_FINDING_UNTOLD)
    return _ ("The other files say it. To say it in the text too, change the page and read it "
              "again.");
  return _ ("Change it in the page, then read the page again.");
}

static char *
dup_description (const CarrelCourse *draft, const CarrelFinding *finding, gboolean is_mendable)
{
  g_autofree char *place = dup_place (draft, finding);

  if (is_mendable)
    return g_steal_pointer (&place);
  return g_strjoin (*place != '\0' ? "\n" : "", place, get_advice (finding), NULL);
}

static gboolean
is_known (CarrelFindingList *self, guint index)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->checks, index));
}

static void
on_ticked_cb (GtkCheckButton *check, GParamSpec *pspec, CarrelFindingList *self)
{
  guint index;

  if (!g_ptr_array_find (self->checks, check, &index))
    return;
  if (is_known (self, index))
    g_hash_table_add (self->known, g_strdup (g_ptr_array_index (self->names, index)));
  else
    g_hash_table_remove (self->known, g_ptr_array_index (self->names, index));
  if (!is_known (self, index))
    carrel_check_row_set_active (self->all, FALSE);
}

/* Taking the tick away here leaves the others, as a person may have meant just one of them. */
static void
on_all_ticked_cb (CarrelFindingList *self)
{
  for (guint i = 0; carrel_check_row_get_active (self->all) && i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i), TRUE);
}

static void
on_fix_clicked_cb (GtkWidget *button, CarrelFindingList *self)
{
  g_signal_emit (self, fix, 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index")));
}

static GtkWidget *
new_fix_button (CarrelFindingList *self, const CarrelFinding *finding, guint index)
{
  GtkWidget *button
      = gtk_button_new_with_label (carrel_page_mend_needs_text (finding) ? _ ("Fix…") : _ ("Fix"));
  /* Translators: %s is a sentence about what is wrong. */
  g_autofree char *name = g_strdup_printf (_ ("Fix: %s"), finding->text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  carrel_accessible_set_label (button, name);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_fix_clicked_cb), self, 0);
  return button;
}

static void
append (CarrelFindingList *self,
        const CarrelCourse *draft,
        const CarrelFinding *finding,
        guint index)
{
  g_autoptr (CarrelSection) mended = carrel_page_mend_new (draft, finding, "x");
  g_autofree char *description = dup_description (draft, finding, mended != NULL);
  g_autofree char *name = g_strdup_printf ("%d %s", finding->line, finding->text);
  /* A description would be heard again when something is announced. */
  g_autofree char *spoken
      = g_strjoin (*description != '\0' ? " " : "", finding->text, description, NULL);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row
      = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", finding->text,
                      "title-lines", 0, "subtitle", description, "subtitle-lines", 0, "focusable",
                      FALSE, "activatable", FALSE, "selectable", FALSE, NULL);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->known, name));
  carrel_accessible_set_label (check, spoken);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  if (mended != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_fix_button (self, finding, index));
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->names, g_steal_pointer (&name));
  gtk_list_box_append (self->list, row);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (on_ticked_cb), self, 0);
}

static void
clear (CarrelFindingList *self)
{
  GtkListBoxRow *row;

  g_ptr_array_set_size (self->checks, 0);
  g_ptr_array_set_size (self->names, 0);
  for (row = gtk_list_box_get_row_at_index (self->list, 1); row != NULL;
       row = gtk_list_box_get_row_at_index (self->list, 1))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
carrel_finding_list_finalize (GObject *object)
{
  CarrelFindingList *self = CARREL_FINDING_LIST (object);

  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->names);
  G_OBJECT_CLASS (carrel_finding_list_parent_class)->finalize (object);
}

static void
carrel_finding_list_class_init (CarrelFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = carrel_finding_list_finalize;
  fix = g_signal_new ("fix", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
carrel_finding_list_init (CarrelFindingList *self)
{
  GtkWidget *all = carrel_check_row_new (_ ("I know all of them"), NULL);

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->checks = g_ptr_array_new ();
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  carrel_accessible_set_label (self->list, _ ("What readers would stumble over"));
  self->all = CARREL_CHECK_ROW (all);
  gtk_list_box_append (self->list, all);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  g_signal_connect_object (self->all, "notify::active", G_CALLBACK (on_all_ticked_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * carrel_finding_list_show:
 * @self: a list
 * @draft: the course that was checked
 * @findings: (element-type CarrelFinding): what was found
 *
 * Shows findings; what was ticked before is still.
 */
void
carrel_finding_list_show (CarrelFindingList *self, const CarrelCourse *draft, GPtrArray *findings)
{
  clear (self);
  for (guint i = 0; i < findings->len; i++)
    append (self, draft, g_ptr_array_index (findings, i), i);
  gtk_widget_set_visible (GTK_WIDGET (self->all), findings->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self), findings->len > 0);
}

/**
 * carrel_finding_list_count_unknown:
 * @self: a list
 *
 * Returns: how many findings are not ticked
 */
guint
carrel_finding_list_count_unknown (CarrelFindingList *self)
{
  guint n_unknown = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n_unknown += !is_known (self, i);
  return n_unknown;
}

/**
 * carrel_finding_list_focus:
 * @self: a list
 * @index: of a finding; of the last one when there are fewer
 *
 * Returns: whether there was one to take the focus
 */
gboolean
carrel_finding_list_focus (CarrelFindingList *self, guint index)
{
  if (self->checks->len == 0)
    return FALSE;
  return gtk_widget_grab_focus (
      g_ptr_array_index (self->checks, MIN (index, self->checks->len - 1)));
}
